//! How a run ended.

use serde::{Serialize, Serializer};

use crate::limits::{Limit, RecordingLimit};

/// The ways a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeKind {
    /// To its end.
    Finished,
    /// An exception left the program.
    Raised,
    /// By `sys.exit`.
    Exit,
    /// It passed a limit.
    Limit(Limit),
    /// Its event loop waits for what will never come.
    Deadlock,
    /// The host stopped it.
    Stopped,
    /// It never began: the source is no program.
    SyntaxError,
}

/// How a run ended, and what it took.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub kind: OutcomeKind,
    /// The exception's type.
    pub type_name: Option<String>,
    pub message: Option<String>,
    /// Where in the source; columns in characters, from 1.
    pub line: Option<u32>,
    pub column: Option<u32>,
    pub end_line: Option<u32>,
    pub end_column: Option<u32>,
    /// What went to standard error.
    pub traceback: Option<String>,
    /// What `sys.exit` said.
    pub status: Option<i32>,
    /// Whether the clock was moved by being read: the program waited by asking it over and over.
    pub clock_read_on: bool,
    /// Whether the program asked for input.
    pub input_asked: bool,
    /// What each task waits for that sleeps in a deadlock, in words.
    pub sleepers: Vec<String>,
    /// The limit past which the program went on unrecorded.
    pub recording_ended_by: Option<RecordingLimit>,
    /// The first step of the program at which it is not told any more what objects hold: too much was told of them.
    pub objects_end: Option<u32>,
    /// The first step of the program that was recorded.
    pub from: u32,
    /// Recorded steps of the program.
    pub steps: u32,
    pub instructions: u64,
    /// The most bytes held at one time.
    pub memory: usize,
}

impl Outcome {
    /// An outcome of which only the kind is known.
    pub fn new(kind: OutcomeKind) -> Outcome {
        Outcome {
            kind,
            type_name: None,
            message: None,
            line: None,
            column: None,
            end_line: None,
            end_column: None,
            traceback: None,
            status: None,
            clock_read_on: false,
            input_asked: false,
            sleepers: Vec::new(),
            recording_ended_by: None,
            objects_end: None,
            from: 0,
            steps: 0,
            instructions: 0,
            memory: 0,
        }
    }

    /// Its name in a trace.
    pub fn name(&self) -> &'static str {
        match self.kind {
            OutcomeKind::Finished => "finished",
            OutcomeKind::Raised => "raised",
            OutcomeKind::Exit => "exit",
            OutcomeKind::Limit(_) => "limit",
            OutcomeKind::Deadlock => "deadlock",
            OutcomeKind::Stopped => "stopped",
            OutcomeKind::SyntaxError => "syntax_error",
        }
    }

    /// Whether all of the run was recorded that was to be.
    pub fn recorded(&self) -> bool {
        self.recording_ended_by.is_none()
    }

    /// The limit that was passed.
    pub fn limit(&self) -> Option<Limit> {
        match self.kind {
            OutcomeKind::Limit(limit) => Some(limit),
            _ => None,
        }
    }

    /// The status with which a process that ran the program ends.
    pub fn exit_status(&self) -> i32 {
        match self.kind {
            OutcomeKind::Finished => 0,
            // As if the signal had ended it.
            OutcomeKind::Raised if self.type_name.as_deref() == Some("KeyboardInterrupt") => 130,
            OutcomeKind::Raised | OutcomeKind::SyntaxError => 1,
            OutcomeKind::Exit => self.status.unwrap_or(0),
            OutcomeKind::Limit(_) | OutcomeKind::Deadlock | OutcomeKind::Stopped => 3,
        }
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Fields {
            outcome: self.name(),
            type_name: self.type_name.as_deref(),
            message: self.message.as_deref(),
            line: self.line,
            column: self.column,
            end_line: self.end_line,
            end_column: self.end_column,
            traceback: self.traceback.as_deref(),
            limit: self.limit().map(Limit::name),
            status: self.status,
            clock_read_on: self.clock_read_on,
            input_asked: self.input_asked,
            sleepers: &self.sleepers,
            recorded: self.recorded(),
            recording_ended_by: self.recording_ended_by.map(RecordingLimit::name),
            objects_end: self.objects_end,
            from: self.from,
            steps: self.steps,
            instructions: self.instructions,
            memory: self.memory,
        }
        .serialize(serializer)
    }
}

/// The outcome as both forms write it.
#[derive(Serialize)]
struct Fields<'a> {
    outcome: &'static str,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    type_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    traceback: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<i32>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    clock_read_on: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    input_asked: bool,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    sleepers: &'a [String],
    recorded: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    recording_ended_by: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    objects_end: Option<u32>,
    #[serde(skip_serializing_if = "is_first")]
    from: u32,
    steps: u32,
    instructions: u64,
    memory: usize,
}

fn is_first(step: &u32) -> bool {
    *step == 0
}

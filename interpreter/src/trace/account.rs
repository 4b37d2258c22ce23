//! The account itself: flat columns, filled by the recorder, read by the two forms.
//!
//! A text is told once and named by its place among [`Texts`]; numbers stay numbers until a form is written.

use std::hash::BuildHasher;
use std::mem::size_of;

use hashbrown::{DefaultHashBuilder, HashMap, HashTable};
use serde::Serialize;

use super::event::{Construct, Event, LoopOp, ObjectOp};
use crate::Stream;
use crate::limits::LOOKS;
use crate::object::generator::State;
use crate::object::runtime::TaskEnd;
use crate::vm::watch::{How, Through};
use stillframe_front::bytecode::code::CodeKind;
use stillframe_front::syntax::tree::Span;

/// Everything that was recorded.
#[derive(Default)]
pub struct Account {
    pub texts: Texts,
    pub frames: Vec<FrameRow>,
    pub steps: Vec<StepRow>,
    pub hows: Column<HowRow>,
    /// Built-in iterators that a request for the next value came through, from the outermost inwards.
    pub through: Column<Text>,
    /// The expression that a step comes from, by its place in `places`.
    pub expressions: Column<u32>,
    /// Stretches of source that steps come from, each once.
    pub places: Vec<Span>,
    /// Steps at which a GeneratorExit goes into a frame, or leaves one.
    pub generator_exits: Column<()>,
    /// Drops that a `close()` asked for.
    pub by_close: Column<()>,
    /// The step after which the program first read a clock.
    pub clock_reads: Column<()>,
    /// The other frame of a step; [`NOBODY`] for the event loop, or none.
    pub peers: Column<i32>,
    pub values: Column<Datum>,
    pub states: Column<(u32, State)>,
    pub locals: Column<Local>,
    pub exceptions: Column<ExceptionRow>,
    pub output: Column<OutputRow>,
    pub loop_events: Column<LoopRow>,
    /// What objects hold.
    pub objects: Column<ObjectRow>,
    /// The watched expressions, each with the reason where it is not watched.
    pub watched: Vec<(Text, Text)>,
    /// What they are.
    pub watch: Column<WatchRow>,
    /// What is told of objects and held for it, in bytes: it has a limit of its own.
    pub object_bytes: usize,
    /// The first step at which it is not told any more what objects hold.
    pub objects_end: Option<u32>,
    /// Bytes that a recorder holds besides, to know what to tell.
    pub held: usize,
    /// What it took to look at values, as [`LOOKS`] counts it.
    pub looks: u64,
    /// The number of the first step of the program.
    pub from: u32,
    /// Of a run that had more steps than are here.
    pub overview: Option<Overview>,
}

/// What the text of a number takes in the packed form, beyond the place that every text has.
const NUMBER_BYTES: usize = 12;

impl Account {
    /// Whether it holds as many bytes as it may, or took as many looks.
    pub fn is_full(&self, bytes: usize) -> bool {
        self.bytes() > bytes || self.looks > LOOKS
    }

    /// About the bytes of the packed form, and of what is held to write it. What the program wrote has a limit of its own.
    fn bytes(&self) -> usize {
        self.held
            + self.texts.bytes.saturating_sub(self.texts.of_objects)
            + self.frames.len() * size_of::<FrameRow>()
            + self.steps.len() * size_of::<StepRow>()
            + self.hows.bytes()
            + self.through.bytes()
            + self.expressions.bytes()
            + self.places.len() * size_of::<Span>()
            + self.generator_exits.bytes()
            + self.by_close.bytes()
            + self.peers.bytes()
            + self.values.bytes()
            + self.values.of.len() * NUMBER_BYTES
            + self.states.bytes()
            + self.locals.bytes()
            + self.locals.of.len() * NUMBER_BYTES
            + self.exceptions.bytes()
            + self.loop_events.bytes()
            + self.watch.bytes()
            + self.watch.of.len() * NUMBER_BYTES
    }
}

/// Stands for no frame: the event loop, or nobody.
pub const NOBODY: i32 = -1;

/// The overview as both forms of a trace write it.
#[derive(Serialize)]
pub struct Overview {
    /// Steps of the whole run.
    pub steps: u32,
    /// Steps of a column.
    pub width: u32,
    /// Frames that lived for more than a column, for which there was no room.
    #[serde(skip_serializing_if = "is_none")]
    pub left_out: u32,
    pub frames: Vec<FrameShares>,
}

/// A frame's shares, in percent of each column, from the first column that it lived in.
#[derive(Serialize)]
pub struct FrameShares {
    pub name: String,
    pub kind: &'static str,
    pub ordinal: u32,
    pub first: usize,
    pub created: Vec<u32>,
    pub running: Vec<u32>,
    pub suspended: Vec<u32>,
}

fn is_none(count: &u32) -> bool {
    *count == 0
}

/// The place of a text among all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text(pub u32);

/// The empty text: always the first.
pub const EMPTY: Text = Text(0);

/// A frame, as it stays for its whole life.
pub struct FrameRow {
    pub kind: CodeKind,
    pub name: Text,
    pub line: u32,
    pub creator: i32,
    pub awaitable: bool,
    /// The library module it belongs to; empty for the program's.
    pub library: Text,
    /// The task that drives it; empty for none.
    pub task: Text,
    /// Which of the frames of its name it is, from 1.
    pub ordinal: u32,
    /// The most memory held while it lived, beyond what was held as it began. Kept for functions and modules.
    pub peak: usize,
}

/// A step.
pub struct StepRow {
    pub event: Event,
    pub frame: u32,
    pub line: u32,
}

/// How a frame was resumed or suspended.
pub struct HowRow {
    pub how: How,
    pub verb: Option<Through>,
    pub construct: Construct,
}

/// Entries that stand at steps, in their order.
pub struct Column<T> {
    pub at: Vec<u32>,
    pub of: Vec<T>,
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Column { at: Vec::new(), of: Vec::new() }
    }
}

impl<T> Column<T> {
    #[inline]
    pub fn push(&mut self, at: u32, entry: T) {
        self.at.push(at);
        self.of.push(entry);
    }

    fn bytes(&self) -> usize {
        self.of.len() * (size_of::<u32>() + size_of::<T>())
    }

    /// The entries at a step; `next` is the first that was not read yet.
    pub fn take_at(&self, next: &mut usize, step: u32) -> &[T] {
        let start = *next;
        while self.at.get(*next) == Some(&step) {
            *next += 1;
        }
        &self.of[start..*next]
    }
}

/// A change of what an object holds.
pub struct ObjectRow {
    pub object: u32,
    pub op: ObjectOp,
    /// A place among items or entries, a number of them, or the text that an attribute is called.
    pub place: u32,
    pub value: Datum,
}

/// How a value looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Look {
    Text(Text),
    Int(i64),
    /// The bits of a float.
    Float(u64),
    /// No value: a variable is gone.
    Gone,
}

/// A value as a trace tells it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Datum {
    pub look: Look,
    /// The object's number; 0 for what is never changed nor shared in a way that could be seen.
    pub object: u32,
    /// The frame whose object it is.
    pub frame: i32,
}

impl Datum {
    /// A value that is no object of its own.
    pub fn plain(look: Look) -> Datum {
        Datum { look, object: 0, frame: NOBODY }
    }
}

/// A variable that changed.
pub struct Local {
    pub name: Text,
    pub value: Datum,
}

/// What an expression is at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WatchKind {
    Value,
    /// It would raise this.
    Raises,
    /// It can't be told without running the program: why.
    Refused,
    /// A variable that it names has no value now.
    Unbound,
}

/// The names of the kinds, as `docs/trace-words.json` has them.
pub const WATCH_KINDS: &[&str] = &["value", "raises", "refused", "unbound"];

impl WatchKind {
    pub fn name(self) -> &'static str {
        WATCH_KINDS[self as usize]
    }
}

/// What a watched expression is from a step on.
pub struct WatchRow {
    /// Its place among those that are watched.
    pub expression: u32,
    /// The frame whose variables it names; the module's where it names none of a function.
    pub frame: u32,
    pub kind: WatchKind,
    pub value: Datum,
}

/// An exception raised or caught inside of the step's frame.
pub struct ExceptionRow {
    pub caught: bool,
    /// It happened before the step, as the step before that was another frame's; otherwise after it.
    pub before: bool,
    pub type_name: Text,
    pub message: Text,
}

/// Text the program wrote.
pub struct OutputRow {
    pub stream: Stream,
    pub text: String,
    /// The frame that wrote it; [`NOBODY`] for the event loop. And the line it stood on, 0 for none.
    pub frame: i32,
    pub line: u32,
}

/// A change of the event loop.
pub struct LoopRow {
    pub op: LoopOp,
    pub id: u32,
    pub text: Text,
    pub when: Option<f64>,
    pub frame: i32,
    /// The number of the task that a callback or timer belongs to; 0 for none.
    pub task: u32,
    /// How a task ended, with what it returned or raised.
    pub end: Option<(TaskEnd, Text)>,
}

impl LoopRow {
    /// A change of which nothing more is known.
    pub fn new(op: LoopOp) -> LoopRow {
        LoopRow { op, id: 0, text: EMPTY, when: None, frame: NOBODY, task: 0, end: None }
    }
}

/// All texts, each once.
pub struct Texts {
    texts: Vec<Box<str>>,
    index: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// What they take, written as JSON and held.
    pub bytes: usize,
    /// What of that are texts that were first told of objects.
    pub of_objects: usize,
}

/// What a text takes beyond its own bytes.
const TEXT_BYTES: usize = 32;

/// What a control character takes in JSON (`\u0000`) beyond its own byte.
const ESCAPE_BYTES: usize = 5;

impl Default for Texts {
    fn default() -> Self {
        let mut texts =
            Texts { texts: Vec::new(), index: HashTable::new(), hasher: DefaultHashBuilder::default(), bytes: 0, of_objects: 0 };
        texts.intern("");
        texts
    }
}

impl Texts {
    /// The place of a text, new or known.
    pub fn intern(&mut self, text: &str) -> Text {
        let Texts { texts, index, hasher, bytes, .. } = self;
        let hash = hasher.hash_one(text);
        let entry = index.entry(hash, |at| *texts[*at as usize] == *text, |at| hasher.hash_one(&*texts[*at as usize]));
        Text(
            *entry
                .or_insert_with(|| {
                    let escapes = text.bytes().filter(|byte| matches!(byte, ..b' ' | b'"' | b'\\')).count();
                    *bytes += text.len() + escapes * ESCAPE_BYTES + TEXT_BYTES;
                    texts.push(text.into());
                    (texts.len() - 1) as u32
                })
                .get(),
        )
    }

    pub fn get(&self, text: Text) -> &str {
        &self.texts[text.0 as usize]
    }

    pub fn all(&self) -> &[Box<str>] {
        &self.texts
    }
}

/// The shown frames' numbers in the trace, by the virtual machine's.
#[derive(Default)]
pub struct FrameIds {
    /// Those of frames that are older than the recording.
    early: HashMap<u32, u32>,
    /// The virtual machine's number of the first one after them.
    first: u32,
    /// The others'; [`UNSHOWN`] for frames that are not shown.
    late: Vec<u32>,
}

const UNSHOWN: u32 = u32::MAX;

impl FrameIds {
    /// For a recording that begins when this is the youngest frame.
    pub fn after(youngest: u32) -> FrameIds {
        FrameIds { first: youngest + 1, ..FrameIds::default() }
    }

    #[inline]
    pub fn get(&self, frame: u32) -> Option<u32> {
        match frame.checked_sub(self.first) {
            Some(at) => self.late.get(at as usize).copied().filter(|id| *id != UNSHOWN),
            None => self.early.get(&frame).copied(),
        }
    }

    /// The bytes that [`set`](Self::set) would take more.
    pub fn growth(&self, frame: u32) -> usize {
        let places = frame.checked_sub(self.first).map_or(0, |at| at as usize + 1);
        places.saturating_sub(self.late.len()) * size_of::<u32>()
    }

    pub fn set(&mut self, frame: u32, id: u32) {
        let Some(at) = frame.checked_sub(self.first) else {
            self.early.insert(frame, id);
            return;
        };
        let at = at as usize;
        if self.late.len() <= at {
            self.late.resize(at + 1, UNSHOWN);
        }
        self.late[at] = id;
    }
}

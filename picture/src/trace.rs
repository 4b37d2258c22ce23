//! One run, indexed, as `static/js/model/trace.js` does it. Facts are looked up, and none is guessed.

use std::collections::HashMap;
use std::fmt;

pub use crate::packed::{NOBODY, Outcome};
use crate::packed::{Packed, VERSION, same_length, sums};

/// The bytes are no packed trace that this crate can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Module,
    Class,
    Function,
    Comprehension,
    Generator,
    Coroutine,
    AsyncGenerator,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    Line,
    Create,
    Call,
    Resume,
    Suspend,
    Return,
    Raise,
    Drop,
    /// The last step, added here: the program has ended.
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Created,
    Running,
    Suspended,
    Closed,
}

/// How a frame was resumed or suspended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Next,
    Send,
    Throw,
    Close,
    Anext,
    Asend,
    Athrow,
    Aclose,
    Await,
    YieldFrom,
    Loop,
    Yield,
}

#[derive(Clone, Debug)]
pub struct Frame {
    pub kind: Kind,
    pub name: String,
    pub line: usize,
    /// Whether it can: a generator and its like, or a module that awaits outside of functions.
    pub sleeps: bool,
    pub task: String,
    pub creator: i32,
    /// Which of several frames of one name it is, from 1; 0 for the only one.
    ordinal: usize,
}

#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    pub event: Event,
    pub frame: usize,
    pub line: usize,
    pub how: Option<How>,
    /// Whether an exception is passed on into the frame.
    pub throws: bool,
    /// By whom, to whom; [`NOBODY`] is the event loop.
    pub peer: Option<i32>,
    pub value: Option<&'a str>,
}

pub struct Trace {
    pub frames: Vec<Frame>,
    pub outcome: Outcome,
    pub events: Vec<Event>,
    pub step_frame: Vec<usize>,
    pub step_line: Vec<usize>,
    /// Who has control after a step: a frame, or [`NOBODY`].
    pub active: Vec<i32>,
    /// Changes of states in their order: the step, the frame, and what it is from then on.
    pub states: Vec<(usize, usize, State)>,
    /// What was written, each with the step from which on it is there.
    pub output: Vec<(usize, Written)>,
    /// When the event loop began, and stopped, to run.
    pub loop_runs: Vec<(usize, bool)>,
    steps_of: Vec<Vec<usize>>,
    how: HashMap<usize, (How, bool)>,
    peer: HashMap<usize, i32>,
    /// The text of a step's value, and its object's id.
    value: HashMap<usize, (usize, i64)>,
    exits: Vec<usize>,
    /// For each step the one at which its frame was last called or resumed.
    entry: Vec<Option<usize>>,
    /// In order: the step, the name, and the text, none where the name was deleted.
    locals: Vec<(usize, usize, Option<usize>)>,
    strings: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub is_error: bool,
    text: usize,
}

const HOWS: [How; 12] = [
    How::Next,
    How::Send,
    How::Throw,
    How::Close,
    How::Anext,
    How::Asend,
    How::Athrow,
    How::Aclose,
    How::Await,
    How::YieldFrom,
    How::Loop,
    How::Yield,
];

/// The numbers of the loop's `begin` and `stop`.
const BEGIN: usize = 8;
const STOP: usize = 9;
/// The number of the verb `throw`.
const THROWN: usize = 2;

impl Trace {
    /// Reads a packed trace, without frames of the library.
    pub fn read(json: &[u8]) -> Result<Self, Unreadable> {
        let packed: Packed = serde_json::from_slice(json).map_err(|_| Unreadable)?;
        if packed.version != VERSION || !packed.frames.library.is_empty() {
            return Err(Unreadable);
        }
        Trace::of(packed)
    }

    fn of(packed: Packed) -> Result<Self, Unreadable> {
        let Packed { strings, steps, how, generator_exit, peer, value, states, locals, output, event_loop, outcome, .. } = packed;
        let mut frames = frames(&packed.frames, &strings)?;
        let events: Vec<Event> = steps.event.bytes().map(event).collect::<Option<_>>().ok_or(Unreadable)?;
        let length = events.len();
        let step_frame = sums(&steps.frame, frames.len())?;
        let step_line = sums(&steps.line, u32::MAX as usize)?;
        same_length(&[length, step_frame.len(), step_line.len()])?;
        for (event, frame) in events.iter().zip(&step_frame) {
            frames[*frame].sleeps |= *event == Event::Create;
        }
        let is_frame = |frame: i32| frame == NOBODY || usize::try_from(frame).is_ok_and(|frame| frame < frames.len());
        let is_text = |text: i64| usize::try_from(text).ok().filter(|text| *text < strings.len());

        let at = sums(&how.at, length)?;
        same_length(&[at.len(), how.how.len(), how.verb.len()])?;
        let hows = how.how.iter().map(|how| HOWS.get(*how).copied()).collect::<Option<Vec<_>>>().ok_or(Unreadable)?;
        let how = at.into_iter().zip(hows.into_iter().zip(how.verb.iter().map(|verb| *verb == THROWN))).collect();

        let at = sums(&peer.at, length)?;
        same_length(&[at.len(), peer.frame.len()])?;
        if !peer.frame.iter().all(|frame| is_frame(*frame)) {
            return Err(Unreadable);
        }
        let peer = at.into_iter().zip(peer.frame).collect();

        let at = sums(&value.at, length)?;
        same_length(&[at.len(), value.text.len(), value.object.len()])?;
        let texts = value.text.iter().map(|text| is_text(*text)).collect::<Option<Vec<_>>>().ok_or(Unreadable)?;
        let value = at.into_iter().zip(texts.into_iter().zip(value.object)).collect();

        let at = sums(&states.at, length)?;
        same_length(&[at.len(), states.frame.len(), states.state.len()])?;
        let one = |((at, frame), letter): ((usize, i32), u8)| {
            Some((at, usize::try_from(frame).ok().filter(|f| *f < frames.len())?, state(letter)?))
        };
        let states = at.into_iter().zip(states.frame).zip(states.state.bytes()).map(one).collect::<Option<_>>().ok_or(Unreadable)?;

        let at = sums(&locals.at, length)?;
        same_length(&[at.len(), locals.name.len(), locals.text.len()])?;
        let one = |((at, name), text): ((usize, i64), i64)| Some((at, is_text(name)?, if text < 0 { None } else { Some(is_text(text)?) }));
        let locals = at.into_iter().zip(locals.name).zip(locals.text).map(one).collect::<Option<_>>().ok_or(Unreadable)?;

        // What happened between two steps is shown with the second of them.
        let shown = |at: usize| (at + 1).min(length);
        let at = sums(&output.at, length.max(1))?;
        same_length(&[at.len(), output.error.len(), output.text.len()])?;
        let one = |((at, error), text): ((usize, u8), i64)| Some((shown(at), Written { is_error: error == 1, text: is_text(text)? }));
        let output = at.into_iter().zip(output.error).zip(output.text).map(one).collect::<Option<_>>().ok_or(Unreadable)?;

        let at = sums(&event_loop.at, length.max(1))?;
        same_length(&[at.len(), event_loop.op.len()])?;
        let turns = at.into_iter().zip(event_loop.op).filter(|(_, op)| *op == BEGIN || *op == STOP);
        let loop_runs = turns.map(|(at, op)| (shown(at), op == BEGIN)).collect();

        let exits = sums(&generator_exit.at, length)?;
        let mut trace = Trace {
            frames,
            outcome,
            events,
            step_frame,
            step_line,
            active: Vec::new(),
            states,
            output,
            loop_runs,
            steps_of: Vec::new(),
            how,
            peer,
            value,
            exits,
            entry: Vec::new(),
            locals,
            strings,
        };
        trace.add_the_end();
        trace.index();
        Ok(trace)
    }

    /// The number of steps, with the last one, at which the program has ended.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    pub fn last(&self) -> usize {
        self.len().saturating_sub(1)
    }

    /// A step that is there.
    pub fn step(&self, at: usize) -> Step<'_> {
        let how = self.how.get(&at);
        Step {
            event: self.events[at],
            frame: self.step_frame[at],
            line: self.step_line[at],
            how: how.map(|(how, _)| *how),
            throws: how.is_some_and(|(_, throws)| *throws),
            peer: self.peer.get(&at).copied(),
            value: self.value.get(&at).map(|(text, _)| self.strings[*text].as_str()),
        }
    }

    /// The variables that changed with a step, with their new texts.
    pub fn locals_at(&self, step: usize) -> impl Iterator<Item = (&str, Option<&str>)> {
        let first = self.locals.partition_point(|(at, ..)| *at < step);
        let own = self.locals[first..].iter().take_while(move |(at, ..)| *at == step);
        own.map(|(_, name, text)| (self.strings[*name].as_str(), text.map(|text| self.strings[text].as_str())))
    }

    /// What is written between a step and the one before it.
    pub fn output_at(&self, step: usize) -> impl Iterator<Item = Written> {
        let first = self.output.partition_point(|(at, _)| *at < step);
        self.output[first..].iter().take_while(move |(at, _)| *at == step).map(|(_, written)| *written)
    }

    pub fn text(&self, written: Written) -> &str {
        &self.strings[written.text]
    }

    /// The steps of a frame, in order.
    pub fn steps_of(&self, frame: usize) -> &[usize] {
        &self.steps_of[frame]
    }

    /// The line a frame stands on after a step.
    pub fn line_at(&self, frame: usize, step: usize) -> usize {
        let own = &self.steps_of[frame];
        match own.partition_point(|at| *at <= step) {
            0 => self.frames[frame].line,
            count => self.step_line[own[count - 1]],
        }
    }

    /// Whether a step ends a frame that was asked to close and let GeneratorExit pass: an exception, and yet no failure.
    pub fn is_orderly_close(&self, step: usize) -> bool {
        self.events[step] == Event::Raise && self.is_closing(step) && self.exits.binary_search(&step).is_ok()
    }

    /// Whether the event loop runs after a step.
    pub fn loop_runs_at(&self, step: usize) -> bool {
        let count = self.loop_runs.partition_point(|(at, _)| *at <= step);
        count > 0 && self.loop_runs[count - 1].1
    }

    /// `outer()`, `module`, and `worker() #3` where several frames have the name.
    pub fn label(&self, frame: i32) -> String {
        let Ok(frame) = usize::try_from(frame) else { return "the event loop".to_owned() };
        let Frame { ordinal, .. } = self.frames[frame];
        let name = self.name(frame);
        if ordinal == 0 { name } else { format!("{name} #{ordinal}") }
    }

    pub fn name(&self, frame: usize) -> String {
        let Frame { kind, name, .. } = &self.frames[frame];
        match kind {
            Kind::Module => "module".to_owned(),
            Kind::Class => format!("class {name}"),
            _ if name.ends_with('>') => name[name.rfind('<').unwrap_or(0)..].to_owned(),
            _ => format!("{}()", name.rsplit_once("<locals>.").map_or(name.as_str(), |(_, own)| own)),
        }
    }

    /// The step to show where nobody named one: the exception that nobody caught, the deadlock, or the first suspension.
    pub fn interesting_step(&self) -> usize {
        let is_asleep = |step: &usize| self.events[*step] == Event::Suspend;
        let found = match self.outcome.outcome.as_str() {
            "raised" => self.where_it_left(),
            "deadlock" => (0..self.len()).rfind(is_asleep),
            _ => None,
        };
        found.or_else(|| (0..self.len()).find(is_asleep)).unwrap_or(0)
    }

    /// The step at which the exception that ended the module left its first frame.
    fn where_it_left(&self) -> Option<usize> {
        let end = self.steps_of.first()?.iter().rfind(|step| self.events[**step] == Event::Raise)?;
        let object = |step: &usize| self.value.get(step).map(|(_, object)| *object);
        let exception = object(end);
        (0..self.len()).find(|step| step == end || (self.events[*step] == Event::Raise && exception.is_some() && object(step) == exception))
    }

    fn is_closing(&self, step: usize) -> bool {
        let Some(entry) = self.entry[step] else { return false };
        let kind = self.frames[self.step_frame[entry]].kind;
        match self.how.get(&entry).map(|(how, _)| how) {
            Some(How::Close | How::Aclose) => true,
            // The loop runs an async generator only to close one that was left.
            Some(How::Loop) => kind == Kind::AsyncGenerator,
            _ => false,
        }
    }

    /// With a last step, at which the program has ended. A run of which nothing was recorded has none.
    fn add_the_end(&mut self) {
        let Some(first) = self.step_frame.first() else { return };
        let module = self.step_frame.iter().find(|frame| self.frames[**frame].kind == Kind::Module).unwrap_or(first);
        let line = self.step_frame.iter().rposition(|frame| frame == module).map_or(self.frames[*module].line, |at| self.step_line[at]);
        self.step_frame.push(*module);
        self.step_line.push(line);
        self.events.push(Event::End);
    }

    fn index(&mut self) {
        self.steps_of = vec![Vec::new(); self.frames.len()];
        let mut entries = vec![None; self.frames.len()];
        let mut active = NOBODY;
        for step in 0..self.len() {
            let (event, frame) = (self.events[step], self.step_frame[step]);
            self.steps_of[frame].push(step);
            if matches!(event, Event::Call | Event::Resume) {
                entries[frame] = Some(step);
            }
            self.entry.push(entries[frame]);
            active = match event {
                Event::Line | Event::Call | Event::Resume => frame as i32,
                Event::Suspend | Event::Return | Event::Raise => self.peer.get(&step).copied().unwrap_or(NOBODY),
                Event::End => NOBODY,
                Event::Create | Event::Drop => active,
            };
            self.active.push(active);
        }
    }
}

fn frames(columns: &crate::packed::Frames, strings: &[String]) -> Result<Vec<Frame>, Unreadable> {
    let kinds = columns.kind.bytes().map(kind).collect::<Option<Vec<_>>>().ok_or(Unreadable)?;
    same_length(&[kinds.len(), columns.name.len(), columns.line.len(), columns.creator.len()])?;
    let text = |index: i64| usize::try_from(index).ok().and_then(|index| strings.get(index)).ok_or(Unreadable);
    let mut frames = Vec::with_capacity(kinds.len());
    let mut counts = HashMap::<&str, usize>::new();
    for (id, kind) in kinds.into_iter().enumerate() {
        let (name, creator) = (text(columns.name[id])?, columns.creator[id]);
        // Frames are numbered in the order of their creation.
        if creator < NOBODY || creator >= id as i32 {
            return Err(Unreadable);
        }
        let count = counts.entry(name).or_default();
        *count += 1;
        let sleeps = matches!(kind, Kind::Generator | Kind::Coroutine | Kind::AsyncGenerator);
        let line = usize::try_from(columns.line[id]).map_err(|_| Unreadable)?;
        frames.push(Frame { kind, name: name.clone(), line, sleeps, task: String::new(), creator, ordinal: *count });
    }
    for frame in &mut frames {
        if counts[frame.name.as_str()] == 1 {
            frame.ordinal = 0;
        }
    }
    for (frame, task) in &columns.task {
        let frame = usize::try_from(*frame).ok().and_then(|frame| frames.get_mut(frame)).ok_or(Unreadable)?;
        frame.task = text(*task)?.clone();
    }
    Ok(frames)
}

fn kind(letter: u8) -> Option<Kind> {
    Some(match letter {
        b'm' => Kind::Module,
        b'k' => Kind::Class,
        b'f' => Kind::Function,
        b'c' => Kind::Comprehension,
        b'g' => Kind::Generator,
        b'r' => Kind::Coroutine,
        b'a' => Kind::AsyncGenerator,
        _ => return None,
    })
}

fn event(letter: u8) -> Option<Event> {
    Some(match letter {
        b'l' => Event::Line,
        b'n' => Event::Create,
        b'c' => Event::Call,
        b'r' => Event::Resume,
        b's' => Event::Suspend,
        b't' => Event::Return,
        b'x' => Event::Raise,
        b'd' => Event::Drop,
        _ => return None,
    })
}

fn state(letter: u8) -> Option<State> {
    Some(match letter {
        b'c' => State::Created,
        b'r' => State::Running,
        b's' => State::Suspended,
        b'x' => State::Closed,
        _ => return None,
    })
}

impl How {
    /// As the language writes it.
    pub fn word(self) -> &'static str {
        match self {
            How::Next => "next",
            How::Send => "send",
            How::Throw => "throw",
            How::Close => "close",
            How::Anext => "anext",
            How::Asend => "asend",
            How::Athrow => "athrow",
            How::Aclose => "aclose",
            How::Await => "await",
            How::YieldFrom => "yield from",
            How::Loop => "loop",
            How::Yield => "yield",
        }
    }
}

impl Event {
    pub const ALL: [Event; 9] =
        [Event::Line, Event::Create, Event::Call, Event::Resume, Event::Suspend, Event::Return, Event::Raise, Event::Drop, Event::End];

    /// As `docs/trace.md` calls it.
    pub fn word(self) -> &'static str {
        match self {
            Event::Line => "line",
            Event::Create => "create",
            Event::Call => "call",
            Event::Resume => "resume",
            Event::Suspend => "suspend",
            Event::Return => "return",
            Event::Raise => "raise",
            Event::Drop => "drop",
            Event::End => "end",
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is no packed trace of a program's own frames")
    }
}

//! The words of a trace: events, kinds of frames, states, verbs; each with its letter in the packed form and its name in the plain one.

use crate::object::generator::State;
use crate::object::runtime::TaskEnd;
use crate::vm::watch::{How, Through};
use stillframe_front::bytecode::code::CodeKind;
use stillframe_front::bytecode::op::{AwaitFor, Op};

/// What a step tells.
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
    /// No step of the run: a frame as it is where the recording begins in the middle of a run.
    Open,
}

impl Event {
    pub fn letter(self) -> u8 {
        match self {
            Event::Line => b'l',
            Event::Create => b'n',
            Event::Call => b'c',
            Event::Resume => b'r',
            Event::Suspend => b's',
            Event::Return => b't',
            Event::Raise => b'x',
            Event::Drop => b'd',
            Event::Open => b'o',
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Event::Line => "line",
            Event::Create => "create",
            Event::Call => "call",
            Event::Resume => "resume",
            Event::Suspend => "suspend",
            Event::Return => "return",
            Event::Raise => "raise",
            Event::Drop => "drop",
            Event::Open => "open",
        }
    }

    /// Whether the step's other frame is the one it goes to, not the one it comes from.
    pub fn leaves(self) -> bool {
        matches!(self, Event::Suspend | Event::Return | Event::Raise)
    }
}

pub fn kind_letter(kind: CodeKind) -> u8 {
    match kind {
        CodeKind::Module | CodeKind::AsyncModule => b'm',
        CodeKind::Class => b'k',
        CodeKind::Function => b'f',
        CodeKind::Comprehension => b'c',
        CodeKind::Generator => b'g',
        CodeKind::Coroutine => b'r',
        CodeKind::AsyncGenerator => b'a',
    }
}

pub fn kind_name(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Module | CodeKind::AsyncModule => "module",
        CodeKind::Class => "class",
        CodeKind::Function => "function",
        CodeKind::Comprehension => "comprehension",
        CodeKind::Generator => "generator",
        CodeKind::Coroutine => "coroutine",
        CodeKind::AsyncGenerator => "async_generator",
    }
}

pub fn state_letter(state: State) -> u8 {
    match state {
        State::Created => b'c',
        State::Running => b'r',
        State::Suspended => b's',
        State::Closed => b'x',
    }
}

pub fn state_name(state: State) -> &'static str {
    match state {
        State::Created => "created",
        State::Running => "running",
        State::Suspended => "suspended",
        State::Closed => "closed",
    }
}

/// The place of a verb in the packed form's list.
pub fn how_index(how: How) -> u8 {
    how as u8
}

pub fn how_name(how: How) -> &'static str {
    match how {
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

pub fn through_index(through: Option<Through>) -> u8 {
    match through {
        None => 0,
        Some(Through::Send) => 1,
        Some(Through::Throw) => 2,
    }
}

pub fn through_name(through: Through) -> &'static str {
    match through {
        Through::Send => "send",
        Through::Throw => "throw",
    }
}

/// The construct by which a frame was resumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Construct {
    /// An expression that says so: a call, an `await`, a `yield from`.
    Expression,
    /// A `for`, of a statement or a comprehension.
    For,
    AsyncFor,
    /// An assignment to several targets.
    Unpacking,
    With,
    AsyncWith,
    /// Python itself: the last reference went.
    Drop,
}

impl Construct {
    /// The one that the instruction at `pc` belongs to.
    pub fn of(ops: &[Op], pc: usize) -> Construct {
        let earlier = |by: usize| pc.checked_sub(by).and_then(|at| ops.get(at));
        match (ops.get(pc), earlier(1), earlier(2)) {
            (Some(Op::ForIter { .. } | Op::ForAgain { .. }), ..) => Construct::For,
            (Some(Op::GetANext { .. }), ..) | (Some(Op::Await { .. }), _, Some(Op::GetANext { .. })) => Construct::AsyncFor,
            (Some(Op::Unpack { .. } | Op::UnpackStar { .. }), ..) => Construct::Unpacking,
            (Some(Op::LoadWith { .. } | Op::CallExit { .. }), ..) | (_, Some(Op::LoadWith { .. }), _) => Construct::With,
            (Some(Op::Await { .. }), _, Some(Op::GetAwaitable { what: AwaitFor::Enter | AwaitFor::Exit, .. })) => Construct::AsyncWith,
            _ => Construct::Expression,
        }
    }

    /// Its place in the packed form's list.
    pub fn index(self) -> u8 {
        self as u8
    }

    pub fn name(self) -> &'static str {
        match self {
            Construct::Expression => "expression",
            Construct::For => "for",
            Construct::AsyncFor => "async for",
            Construct::Unpacking => "unpacking",
            Construct::With => "with",
            Construct::AsyncWith => "async with",
            Construct::Drop => "drop",
        }
    }
}

/// The place of an ending in the packed form's list; 0 is none.
pub fn end_index(end: Option<TaskEnd>) -> u8 {
    match end {
        None => 0,
        Some(TaskEnd::Returned) => 1,
        Some(TaskEnd::Raised) => 2,
        Some(TaskEnd::Cancelled) => 3,
    }
}

pub fn end_name(end: TaskEnd) -> &'static str {
    match end {
        TaskEnd::Returned => "returned",
        TaskEnd::Raised => "raised",
        TaskEnd::Cancelled => "cancelled",
    }
}

/// What happened to the event loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoopOp {
    Time,
    Ready,
    Run,
    Timer,
    TimerGone,
    Task,
    TaskDone,
    TaskCancel,
    Begin,
    Stop,
    TaskWaits,
    TaskDrives,
    TaskName,
    Passed,
}

impl LoopOp {
    /// Its code in the packed form.
    pub fn code(self) -> u8 {
        self as u8
    }

    pub fn name(self) -> &'static str {
        match self {
            LoopOp::Time => "time",
            LoopOp::Ready => "ready",
            LoopOp::Run => "run",
            LoopOp::Timer => "timer",
            LoopOp::TimerGone => "timer_gone",
            LoopOp::Task => "task",
            LoopOp::TaskDone => "task_done",
            LoopOp::TaskCancel => "task_cancel",
            LoopOp::Begin => "begin",
            LoopOp::Stop => "stop",
            LoopOp::TaskWaits => "task_waits",
            LoopOp::TaskDrives => "task_drives",
            LoopOp::TaskName => "task_name",
            LoopOp::Passed => "passed",
        }
    }
}

/// What is told of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectOp {
    /// It is told for the first time: its type, and what it has besides attributes.
    New,
    /// An attribute has this value.
    Attribute,
    /// An attribute is gone.
    Delete,
    /// An item came in at a place.
    Insert,
    /// An entry with this key came in at a place; its value follows.
    Key,
    /// The item or entry at a place has this value.
    Set,
    /// The item or entry at a place went.
    Remove,
    /// All from a place on went.
    Truncate,
    /// It holds so many, which are not all told; 0: all are.
    Length,
    /// What was told from a place on, behind the first ones, holds no longer.
    Forget,
    /// Its whole text, or more of it than others show.
    Text,
}

impl ObjectOp {
    pub fn code(self) -> u8 {
        self as u8
    }

    pub fn name(self) -> &'static str {
        match self {
            ObjectOp::New => "new",
            ObjectOp::Attribute => "attribute",
            ObjectOp::Delete => "delete",
            ObjectOp::Insert => "insert",
            ObjectOp::Key => "key",
            ObjectOp::Set => "set",
            ObjectOp::Remove => "remove",
            ObjectOp::Truncate => "truncate",
            ObjectOp::Length => "length",
            ObjectOp::Forget => "forget",
            ObjectOp::Text => "text",
        }
    }
}

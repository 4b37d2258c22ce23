//! Stillframe's interpreter: source text in, trace out.
//!
//! A subset of Python whose behaviour is CPython 3.11's, on a virtual machine whose frames are heap objects. The crate does no I/O,
//! reads no clock, starts no thread but the parser's, and has no `unsafe`: everything outside comes through [`Host`].
//!
//! The front end, a crate of its own (`stillframe-front`), makes bytecode of a source. On it stand the floors of this crate, lowest first, a module
//! importing only from those below: `limits`, `outcome`, `library`, `object`, `native`, `vm`, `trace`, `run`, `job`. ARCHITECTURE.md walks through them.

use std::rc::Rc;

// So that tests name things as any other crate does.
#[cfg(test)]
extern crate self as stillframe_interpreter;

mod job;
pub mod library;
pub mod limits;
mod native;
mod object;
mod outcome;
mod run;
#[cfg(test)]
mod tests;
mod trace;
mod vm;

pub use job::{Job, Program, Unread};
pub use limits::{Limit, Limits, RecordingLimit, Unit};

/// Where a program writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Out,
    Err,
}

/// What surrounds a run: takes its output as it comes, and may stop it.
pub trait Host {
    /// Takes text the program wrote.
    fn write(&mut self, stream: Stream, text: &str);
    /// The next line that the program reads, with its end. By default there is nothing to read from.
    fn read_line(&mut self) -> Reading {
        Reading::Nowhere
    }
    /// What the run asks whether it has to stop. By default nothing stops it.
    fn stop_signal(&self) -> StopSignal {
        Rc::new(|| false)
    }
}

/// What a program gets that reads a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    Line(String),
    /// All has been read.
    End,
    /// The host gives programs nothing to read.
    Nowhere,
}

/// Answers whether a run has to stop, with the outcome `stopped`. Asked after a few milliseconds of work at most, in the middle of a long
/// instruction too.
pub type StopSignal = Rc<dyn Fn() -> bool>;

/// Which frames a run records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recording {
    /// None: the program just runs, at full speed.
    Off,
    /// Those of the program.
    Program,
    /// Those of the program and of the library.
    Library,
}

/// How a program is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options<'a> {
    pub recording: Recording,
    /// Where the program may await.
    pub awaits: Await,
    /// Expressions that a recording watches (`docs/trace.md`, "Watched expressions").
    pub watch: &'a [String],
    /// Which steps are recorded.
    pub window: Window,
}

/// The steps of a run that are recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The first of them.
    pub from: u32,
    /// How many, if it is to be fewer than the limit allows.
    pub steps: Option<u32>,
}

impl From<Recording> for Options<'_> {
    /// A program as `python3` runs it.
    fn from(recording: Recording) -> Self {
        Options { recording, awaits: Await::InFunctions, watch: &[], window: Window::default() }
    }
}

pub use outcome::{Outcome, OutcomeKind};
pub use run::{disassemble, run};
pub use stillframe_front::syntax::Await;
pub use trace::Trace;

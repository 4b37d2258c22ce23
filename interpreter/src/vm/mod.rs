//! The virtual machine: one loop over one explicit stack of heap frames.
//!
//! [`machine`] is the loop, a line an opcode; [`call`] calls whatever can be called, [`bind`] puts arguments where they belong, [`construct`]
//! calls classes; [`resume`] is the heart: `next` and `send`, with [`delegate`] (`yield from`, `await`), [`throw`] (and `close`) and [`step`]
//! (those of async generators); [`ends`] says what a yield or an end means below; [`unwind`] carries exceptions; [`finalise`] runs what is dying;
//! [`import`] runs modules; [`run`](crate::vm::run) begins and ends a run. Guest code never nests the host's
//! stack: natives that need the program answer a request, and the machine carries it out.

pub mod bind;
pub mod call;
pub mod class;
pub mod construct;
mod context;
mod delegate;
mod disguise;
mod ends;
pub mod finalise;
pub mod import;
mod instructions;
pub mod intrinsic;
mod iterators;
pub mod machine;
mod registers;
pub mod resume;
pub mod run;
mod stack;
mod step;
mod throw;
pub mod unwind;
pub mod watch;

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::limits::Limit;
use crate::object::exception::Exception;
use crate::object::frame::Frame;
use crate::object::fuel;
use crate::object::generator::AsyncStep;
use crate::object::heap::{self, Dying};
use crate::object::loaded::Loaded;
use crate::object::native::{Deadlock, Native, Stop};
use crate::object::runtime::Runtime;
use crate::object::value::Value;
use crate::{Host, StopSignal};

pub use context::Context;
use watch::Watch;

/// What an object costs in fuel besides the instruction that makes it: it has to be found a place, and to be dropped.
const OBJECT: u64 = 2;

/// How many instructions run between looks at the stop signal.
pub const SLICE: i64 = 20_000;

/// How many registers a new frame has room for; a code object that needs more has it grow.
const REGISTERS_AT_FIRST: usize = 16;

/// The virtual machine of one run.
pub struct Vm<'host> {
    pub runtime: Runtime,
    host: &'host mut dyn Host,
    /// Frames to use again: the boxes themselves, which are what is dear to make.
    #[allow(clippy::vec_box)]
    pool: Vec<Box<Frame>>,
    /// Frames on the stack.
    depth: u32,
    /// Whether the native that hands over was called in a way that counts as a call of its own.
    counts_native: bool,
    /// The number of the next frame, as a trace counts them.
    next_frame: u32,
    /// Instructions left in this slice, and in all after it.
    fuel: i64,
    left: u64,
    /// Instructions of slices that are over, with what natives burned meanwhile.
    spent: u64,
    /// Instructions that this slice had at its beginning.
    slice: u64,
    /// Frames on the stack that handle an exception: none means nothing to look for as context.
    handling: u32,
    /// Frames on the stack that wait until what is dying has been finalised.
    raising: u32,
    /// A step of an async generator that is over, to be used again.
    spare_step: Option<Rc<AsyncStep>>,
    /// What is dying and waits its turn, the next one last.
    dying: Vec<Dying>,
    /// For each finaliser under way, how much of `dying` waits for its end.
    waiting: Vec<usize>,
    /// The loaded modules' first code objects, by name; taken as they are run.
    bodies: HashMap<Rc<str>, u32>,
    /// The library's modules that were loaded.
    loaded: HashSet<Rc<str>>,
    /// Whether the library's code is compiled to be watched.
    watch_library: bool,
    /// What was written of an exception that left the program, while it is reported.
    report: Option<String>,
    /// `list.append`, which is called so often that the machine does it itself.
    list_append: Option<&'static Native>,
    /// The `throw` that is on its way to the innermost delegate.
    thrown: Option<Thrown>,
    /// Whether the program has asked the host for input.
    input_asked: bool,
    /// Which part of its instruction the exception about to be raised is about.
    culprit: Option<Culprit>,
}

/// A `throw` that the program has called.
struct Thrown {
    /// Its arguments: an iterator of the program's gets them as they are.
    args: Vec<Value>,
    /// Whether they are no exception: it is refused where the innermost delegate would raise it.
    refused: bool,
}

/// A part of an instruction that a traceback points at instead of the whole.
enum Culprit {
    /// The method that a call looked up in vain.
    Lookup,
    /// The unbound variable of this name.
    Name(Box<str>),
    /// The variable of this name, which stands before what is assigned to it.
    Assigned(Box<str>),
}

/// How the machine stops.
pub enum End {
    /// The first frame returned.
    Finished,
    /// An exception left the first frame.
    Raised(Rc<Exception>),
    Limit(Limit),
    /// The host asked for it.
    Stopped,
    Deadlock(Box<Deadlock>),
    /// A module of the library must be loaded; the stack waits.
    Load(Rc<str>),
    /// The program has changed a builtin, which its code is linked to; the stack waits likewise.
    Relink,
}

impl From<Stop> for End {
    fn from(stop: Stop) -> End {
        match stop {
            Stop::Limit(limit) => End::Limit(limit),
            Stop::Stopped => End::Stopped,
            Stop::Deadlock(deadlock) => End::Deadlock(deadlock),
            Stop::Load(module) => End::Load(module),
        }
    }
}

impl Vm<'_> {
    /// Gives the machine so many instructions.
    fn fill(&mut self, instructions: u64, signal: Option<StopSignal>) {
        fuel::fill(instructions, signal);
        heap::take_made();
        (self.fuel, self.slice, self.spent, self.left) = (0, 0, 0, instructions);
        self.settle_fuel();
    }

    /// Counts what this slice and the natives meanwhile have used, and begins the next slice, which is empty when nothing is left.
    fn settle_fuel(&mut self) {
        let ran = (self.slice as i64 - self.fuel).max(0) as u64;
        let made = OBJECT * heap::take_made();
        let used = ran.saturating_add(fuel::collect()).saturating_add(made).min(self.left);
        self.spent += used;
        self.left -= used;
        self.slice = self.left.min(SLICE as u64);
        self.fuel = self.slice as i64;
        fuel::allow(self.left);
    }

    /// Tells the recorder, and the host, what was written and what happened to the loop since it last looked.
    fn tell_outside<W: Watch>(&mut self, watch: &mut W) {
        for (stream, text) in std::mem::take(&mut self.runtime.output) {
            if let Some(report) = &mut self.report {
                report.push_str(&text);
            }
            watch.output(stream, &text);
            self.host.write(stream, &text);
        }
        if !self.runtime.loop_events.is_empty() {
            watch.loop_events(std::mem::take(&mut self.runtime.loop_events));
        }
    }

    /// A frame for a code object, from the pool where it has one.
    #[inline(always)]
    fn frame(&mut self, index: u32, code: &Loaded) -> Box<Frame> {
        let id = self.next_frame;
        self.next_frame = id.wrapping_add(1);
        let mut frame = match self.pool.pop() {
            Some(frame) => frame,
            None => self.another_frame(),
        };
        frame.code = index;
        frame.temp_start = code.temp_start;
        frame.pc = 0;
        frame.id = id;
        frame.weight = u8::from(code.guard.is_some());
        frame.started = false;
        frame.delegating = false;
        frame.line = 0;
        if frame.registers.len() < code.registers {
            frame.registers.resize(code.registers, Value::Unbound);
        }
        frame
    }

    /// A frame of a dead generator, or a new one: the pool is empty.
    #[inline(never)]
    fn another_frame(&mut self) -> Box<Frame> {
        heap::take_spare_frames(&mut self.pool);
        self.pool.pop().unwrap_or_else(|| Frame::new(REGISTERS_AT_FIRST))
    }

    /// Takes an ended frame apart that nobody looks at, its variables dropped in order, and keeps it for use.
    #[inline(always)]
    fn put_away(&mut self, mut frame: Box<Frame>, registers: usize) {
        registers::clear_in_turn(frame.registers[..registers].iter_mut());
        if frame.step.is_some() || frame.namespace.is_some() || frame.handled.is_heap() {
            strip(&mut frame);
        }
        if self.pool.len() < 1024 {
            self.pool.push(frame);
        }
    }
}

#[cold]
fn strip(frame: &mut Frame) {
    let parts = (frame.step.take(), frame.namespace.take(), frame.handled.take());
    drop(parts);
}

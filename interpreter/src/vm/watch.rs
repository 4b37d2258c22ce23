//! What a recorder may see of a run. The virtual machine knows no more of it than this trait.
//!
//! The machine is generic over it: with [`NoWatch`] every call vanishes.

use std::rc::Rc;

use super::Loaded;
use crate::Stream;
use crate::object::exception::Exception;
use crate::object::frame::Frame;
use crate::object::generator::State;
use crate::object::runtime::{LoopEvent, Runtime};
use crate::object::value::Value;

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

/// What a delegating frame passes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    Send,
    Throw,
}

/// What goes into a frame that is resumed.
#[derive(Clone, Copy)]
pub enum Input<'a> {
    Nothing,
    Value(&'a Value),
    Exception(&'a Rc<Exception>),
}

/// What can be looked up during a call.
pub struct View<'a> {
    pub codes: &'a [Loaded],
    pub runtime: &'a Runtime,
}

/// A recorder. `by` and `to` are the direct neighbours on the stack, the library's frames included.
pub trait Watch {
    /// Whether anybody watches.
    const ON: bool;

    /// Whether it just counts what it is told, from here to the end of the run: how and why something happened may be left out.
    fn just_counts(&self) -> bool;
    /// The frame is about to run `line`.
    fn line(&mut self, view: &View, frame: &Frame, line: u32);
    /// A generator-like frame was made; `awaitable`: of a generator, that a coroutine may await it.
    fn create(&mut self, view: &View, by: &Frame, frame: &Frame, awaitable: bool);
    /// A plain frame begins.
    fn call(&mut self, view: &View, by: Option<&Frame>, frame: &Frame);
    /// A generator-like frame begins or goes on.
    fn resume(&mut self, view: &View, by: Option<&Frame>, frame: &Frame, how: How, through: Option<Through>, input: Input);
    /// A frame stops at a `yield`, `await` or `yield from`.
    fn suspend(&mut self, view: &View, frame: &Frame, how: How, to: Option<&Frame>, value: &Value);
    /// A frame ends by itself.
    fn finish(&mut self, view: &View, frame: &Frame, to: Option<&Frame>, value: &Value);
    /// A frame ends by an exception that leaves it.
    fn fail(&mut self, view: &View, frame: &Frame, to: Option<&Frame>, exception: &Rc<Exception>);
    /// A frame is closed that never ran; `by_close`: it was asked to, its last reference is still there. `stack`: the frame that runs.
    fn drop_unstarted(&mut self, view: &View, stack: &Frame, frame: u32, by_close: bool);
    /// An exception was raised, or caught, inside of the frame.
    fn exception(&mut self, view: &View, frame: &Frame, exception: &Rc<Exception>, caught: bool);
    /// A frame that delegates changes state without a step of its own: a throw or close went past it to its innermost delegate.
    fn pass_by(&mut self, view: &View, frame: &Frame, state: State);
    /// Text was written.
    fn output(&mut self, stream: Stream, text: &str);
    /// The event loop changed.
    fn loop_events(&mut self, events: Vec<LoopEvent>);
    /// The program's module has ended: what still comes is output alone.
    fn end(&mut self);
}

/// Nobody watches.
pub struct NoWatch;

impl Watch for NoWatch {
    const ON: bool = false;

    fn just_counts(&self) -> bool {
        true
    }
    fn line(&mut self, _: &View, _: &Frame, _: u32) {}
    fn create(&mut self, _: &View, _: &Frame, _: &Frame, _: bool) {}
    fn call(&mut self, _: &View, _: Option<&Frame>, _: &Frame) {}
    fn resume(&mut self, _: &View, _: Option<&Frame>, _: &Frame, _: How, _: Option<Through>, _: Input) {}
    fn suspend(&mut self, _: &View, _: &Frame, _: How, _: Option<&Frame>, _: &Value) {}
    fn finish(&mut self, _: &View, _: &Frame, _: Option<&Frame>, _: &Value) {}
    fn fail(&mut self, _: &View, _: &Frame, _: Option<&Frame>, _: &Rc<Exception>) {}
    fn drop_unstarted(&mut self, _: &View, _: &Frame, _: u32, _: bool) {}
    fn exception(&mut self, _: &View, _: &Frame, _: &Rc<Exception>, _: bool) {}
    fn pass_by(&mut self, _: &View, _: &Frame, _: State) {}
    fn output(&mut self, _: Stream, _: &str) {}
    fn loop_events(&mut self, _: Vec<LoopEvent>) {}
    fn end(&mut self) {}
}

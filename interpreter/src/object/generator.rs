//! Generators, coroutines and async generators: one struct, three kinds.
//!
//! The state is computed from where the frame is, never stored a second time ([`Generator::state`]).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::frame::Frame;
use super::function::CodeObject;
use super::heap::{self, Dying, Header, Tracked};
use super::string::Str;
use super::value::Value;
use stillframe_front::bytecode::op::{NONE, Reg};

/// Which of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorKind {
    Generator,
    Coroutine,
    AsyncGenerator,
}

impl GeneratorKind {
    /// As CPython's messages call it.
    pub fn word(self) -> &'static str {
        match self {
            GeneratorKind::Generator => "generator",
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::AsyncGenerator => "async generator",
        }
    }
}

/// The state of a generator-like object, as `inspect.getgeneratorstate` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Created,
    Running,
    Suspended,
    Closed,
}

/// A generator, coroutine or async generator.
pub struct Generator {
    pub header: Header,
    pub kind: GeneratorKind,
    /// A generator of a `types.coroutine` function.
    pub awaitable: bool,
    /// Which loaded code object.
    pub code: u32,
    /// Its frame's number in the trace.
    pub frame_id: u32,
    /// The frame, unless it runs or has ended.
    pub frame: Cell<Option<Box<Frame>>>,
    pub running: Cell<bool>,
    pub name: RefCell<Rc<Str>>,
    pub qualname: RefCell<Rc<Str>>,
    /// Of an async generator: a step (`asend` …) is under way, though its frame may sleep in an `await`.
    pub stepping: Cell<bool>,
    /// Of an async generator: closed by `aclose`, or ended.
    pub finished: Cell<bool>,
    /// Of an async generator: the loop's hook for finalising it was asked for at its first step.
    pub finaliser: RefCell<Value>,
    pub hooked: Cell<bool>,
    /// The hook was called as it died: an object is finalised once, and goes as it is if it dies again.
    pub finalised: Cell<bool>,
    /// `cr_origin`: where a coroutine was made, if that is tracked; None otherwise.
    pub origin: RefCell<Value>,
}

/// What a dying generator leaves behind for the object that finishes it.
pub struct Remains {
    pub kind: GeneratorKind,
    pub awaitable: bool,
    pub name: Rc<Str>,
    pub qualname: Rc<Str>,
    pub finaliser: Value,
}

impl Generator {
    /// A generator-like object that has not begun.
    pub fn new(kind: GeneratorKind, awaitable: bool, name: Rc<Str>, qualname: Rc<Str>, frame: Box<Frame>) -> Rc<Generator> {
        let registers = heap::block(frame.registers.capacity() * size_of::<Value>());
        let bytes = heap::tracked_bytes::<Generator>() + heap::block(size_of::<Frame>()) + registers;
        let generator = Rc::new(Generator {
            header: Header::new(bytes),
            kind,
            awaitable,
            code: frame.code,
            frame_id: frame.id,
            frame: Cell::new(Some(frame)),
            running: Cell::new(false),
            name: RefCell::new(name),
            qualname: RefCell::new(qualname),
            stepping: Cell::new(false),
            finished: Cell::new(false),
            finaliser: RefCell::new(Value::None),
            hooked: Cell::new(false),
            finalised: Cell::new(false),
            origin: RefCell::new(Value::None),
        });
        heap::generator_made();
        heap::track(&generator.header, Tracked::Generator(Rc::downgrade(&generator)));
        generator
    }

    /// The one account of its state.
    pub fn state(&self) -> State {
        if self.running.get() {
            return State::Running;
        }
        self.look(|frame| match frame {
            None => State::Closed,
            Some(frame) if frame.started => State::Suspended,
            Some(_) => State::Created,
        })
    }

    /// Looks at the frame where it lies.
    pub fn look<R>(&self, look: impl FnOnce(Option<&Frame>) -> R) -> R {
        let frame = self.frame.take();
        let result = look(frame.as_deref());
        self.frame.set(frame);
        result
    }

    /// Whether it sleeps in what it delegates to.
    #[inline]
    pub fn is_delegating(&self) -> bool {
        self.look(|frame| frame.is_some_and(|frame| frame.delegating))
    }

    /// `gi_yieldfrom`, `cr_await`, `ag_await`: what it delegates to while it sleeps, or None.
    pub fn delegate(&self) -> Value {
        self.look(|frame| match frame {
            Some(frame) if frame.delegating => frame.registers[usize::from(frame.delegate)].clone(),
            _ => Value::None,
        })
    }

    /// `gi_frame` and its kin while it sleeps or has not begun; None else. `code` is its code object.
    pub fn sleeping_frame(self: &Rc<Generator>, code: Rc<CodeObject>) -> Value {
        let Some(mut frame) = self.frame.take() else { return Value::None };
        let object = frame.shared(Some(self)).object(code);
        self.frame.set(Some(frame));
        object
    }

    /// The loop's hook to call before an async generator is stepped for the first time, if there is one (PEP 525). `hooks`: that and the
    /// one for finalising it, which the generator keeps.
    pub fn first_iteration_hook(&self, hooks: &(Value, Value)) -> Option<Value> {
        if self.hooked.replace(true) {
            return None;
        }
        let (first, finaliser) = hooks.clone();
        *self.finaliser.borrow_mut() = finaliser;
        (!first.is_none()).then_some(first)
    }

    /// Takes the frame out to run it; None where it runs already or has ended.
    #[inline(always)]
    pub fn begin(&self) -> Option<Box<Frame>> {
        let frame = self.frame.take();
        if frame.is_some() {
            self.running.set(true);
        }
        frame
    }

    /// Puts the frame back: suspended.
    #[inline(always)]
    pub fn suspend(&self, frame: Box<Frame>) {
        self.running.set(false);
        std::mem::forget(self.frame.replace(Some(frame)));
    }

    /// The frame has ended.
    #[inline(always)]
    pub fn end(&self) {
        self.running.set(false);
    }

    /// What an object that goes on with the frame needs.
    fn remains(&self) -> Remains {
        Remains {
            kind: self.kind,
            awaitable: self.awaitable,
            name: self.name.borrow().clone(),
            qualname: self.qualname.borrow().clone(),
            finaliser: self.take_finaliser(),
        }
    }

    /// Whether it sleeps, or never began, and nothing has been done about it.
    pub(super) fn has_finaliser(&self) -> bool {
        matches!(self.state(), State::Created | State::Suspended) && !self.finalised.get()
    }

    /// Has the frame closed; a coroutine that never began is told of. The object stays what it is, for those in the cycle that see
    /// it meanwhile.
    pub(super) fn die_in_cycle(self: Rc<Generator>) {
        if !self.has_finaliser() {
            return;
        }
        self.finalised.set(true);
        if self.state() == State::Suspended {
            heap::queue_dying(Dying::Collected(self));
            return;
        }
        heap::queue_dying(Dying::Unstarted { frame_id: self.frame_id, coroutine: self.unstarted_coroutine() });
        // A coroutine is only told of: what is finalised after it may still await it.
        if self.kind != GeneratorKind::Coroutine
            && let Some(mut frame) = self.frame.take()
        {
            heap::bury_in_place(&mut frame.registers);
        }
    }

    /// Has a coroutine that never began told of.
    pub fn warn_never_awaited(&self) {
        heap::queue_dying(Dying::Unstarted { frame_id: self.frame_id, coroutine: self.unstarted_coroutine() });
    }

    /// Its name and its origin, for the warning that it was never awaited.
    fn unstarted_coroutine(&self) -> Option<(Rc<Str>, Value)> {
        (self.kind == GeneratorKind::Coroutine).then(|| (self.qualname.borrow().clone(), self.origin.borrow().clone()))
    }

    /// The loop's hook that is to end it, once: none if `aclose` was asked for.
    pub fn take_finaliser(&self) -> Value {
        if self.finished.get() { Value::None } else { self.finaliser.take() }
    }

    /// Gives the frame up as it is: it has yielded in spite of being closed. What it handles holds its variables by the traceback; if the
    /// frame has that on its stack, where the register `caught` does not count, in a cycle that lasts until the end of the run.
    pub fn abandon(&self, caught: Reg) {
        let Some(mut frame) = self.frame.take() else { return };
        if caught != NONE {
            drop(frame.registers[usize::from(caught)].take());
        }
        frame.bequeath(|| Value::None);
        heap::bury_in_place(&mut frame.registers);
    }

    pub(super) fn break_cycles(&self) {
        if let Some(mut frame) = self.frame.take() {
            frame.started = false;
            let registers = std::mem::take(&mut frame.registers);
            drop(registers);
            drop(frame);
        }
    }
}

impl Drop for Generator {
    fn drop(&mut self) {
        heap::generator_gone();
        self.header.announce_death();
        let Some(mut frame) = self.frame.take() else { return };
        if self.finalised.get() {
            frame.bequeath(|| Value::None);
            heap::bury(std::mem::take(&mut frame.registers));
            return;
        }
        if frame.started
            && !frame.guarded
            && !frame.delegating
            && frame.handled.is_unbound()
            && frame.variables.is_none()
            && !drops_sleeper(&frame)
        {
            let (variables, stack) = frame.registers.split_at_mut(usize::from(frame.temp_start));
            // As CPython pops it.
            stack.reverse();
            heap::bury_in_place(stack.iter_mut().chain(variables));
            heap::spare_frame(frame);
            return;
        }
        if frame.started {
            heap::queue_dying(Dying::Generator(frame, self.remains()));
            return;
        }
        heap::queue_dying(Dying::Unstarted { frame_id: self.frame_id, coroutine: self.unstarted_coroutine() });
        heap::bury_in_place(&mut *frame.registers);
        heap::spare_frame(frame);
    }
}

/// Whether a generator may die with what the frame has on its stack, or an object. Were something to go wrong in closing that, it would be
/// told with the frame's line: the frame must run for it.
fn drops_sleeper(frame: &Frame) -> bool {
    let stack = &frame.registers[usize::from(frame.temp_start)..];
    stack.iter().any(|value| matches!(value, Value::Generator(_) | Value::Instance(_)))
}

/// Which step of an async generator an awaitable makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsyncVerb {
    /// `__anext__()`, `asend(value)`.
    Send,
    /// `athrow(…)`.
    Throw,
    /// `aclose()`.
    Close,
}

/// Where such an awaitable stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Created,
    Iterating,
    Closed,
}

/// How a step resumes its generator: CPython ends each way differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepEntry {
    /// The first `send`, which makes the step.
    Begin,
    /// A later `send`, into an `await` of the generator's.
    Send,
    /// A `throw`.
    Throw,
}

/// What `asend`, `athrow`, `aclose` and `__anext__` answer: an awaitable that makes one step (PEP 525).
pub struct AsyncStep {
    pub header: Header,
    /// None once it has been put by, to be used again.
    generator: Option<Rc<Generator>>,
    pub verb: AsyncVerb,
    /// Whether it was written as `__anext__`, for the trace.
    pub is_anext: bool,
    /// The value to send, or the exception to throw.
    pub value: RefCell<Value>,
    pub state: Cell<StepState>,
    /// How the generator was last resumed for it.
    pub entry: Cell<StepEntry>,
}

impl AsyncStep {
    /// Whose step it is.
    pub fn generator(&self) -> &Rc<Generator> {
        self.generator.as_ref().expect("a step that somebody holds has its generator")
    }

    /// Takes a step that nobody else holds apart, so that it can be used again.
    pub fn put_by(mut step: Rc<AsyncStep>) -> Option<Rc<AsyncStep>> {
        let inner = Rc::get_mut(&mut step)?;
        inner.header = Header::new(heap::object_bytes::<AsyncStep>());
        inner.generator = None;
        Some(step)
    }

    /// Makes one that was put by a step of `generator`, as `__anext__` does.
    pub fn take_up(mut step: Rc<AsyncStep>, generator: &Rc<Generator>) -> Option<Rc<AsyncStep>> {
        let inner = Rc::get_mut(&mut step)?;
        inner.generator = Some(generator.clone());
        inner.verb = AsyncVerb::Send;
        inner.is_anext = true;
        *inner.value.get_mut() = Value::None;
        inner.state.set(StepState::Created);
        inner.entry.set(StepEntry::Begin);
        Some(step)
    }
}

impl Drop for AsyncStep {
    fn drop(&mut self) {
        let generator = self.generator.take().map_or(Value::Unbound, Value::Generator);
        heap::bury([generator, self.value.take()]);
    }
}

/// What a coroutine's `__await__` answers: an iterator over it.
pub struct CoroutineWrapper {
    pub header: Header,
    pub coroutine: Rc<Generator>,
}

/// An awaitable for a step of an async generator.
pub fn new_step(generator: &Rc<Generator>, verb: AsyncVerb, is_anext: bool, value: Value) -> Value {
    AsyncStep {
        header: Header::new(heap::object_bytes::<AsyncStep>()),
        generator: Some(generator.clone()),
        verb,
        is_anext,
        value: RefCell::new(value),
        state: Cell::new(StepState::Created),
        entry: Cell::new(StepEntry::Begin),
    }
    .into()
}

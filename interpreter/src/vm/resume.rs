//! The heart: how generator-like frames are resumed and suspended.
//!
//! A resumed frame is linked to its resumer by `back` and carries in `then` what its yields and its end mean there.
//!
//! Next: `delegate`, `yield from` and `await`; `throw`, `throw` and `close`; `step`, the steps of async generators; `ends`, what a frame's
//! yield or end means to the frame below.

use std::mem::{forget, take};
use std::rc::Rc;

use super::registers::put;
use super::watch::{How, Input, Through, Watch};
use super::{Context, Vm};
use crate::object::frame::{Frame, Then};
use crate::object::generator::{AsyncStep, Generator, GeneratorKind, State};
use crate::object::native::{Trap, Verb};
use crate::object::value::Value;
use stillframe_front::bytecode::op::NONE;

/// One resumption: who, how, and what becomes of it.
pub(super) struct Entry {
    pub(super) generator: Rc<Generator>,
    pub(super) then: Then,
    pub(super) how: How,
    pub(super) through: Option<Through>,
    /// The step of an async generator that this is.
    pub(super) step: Option<Rc<AsyncStep>>,
}

impl<W: Watch> Context<'_, '_, W> {
    /// Resumes a generator-like object on behalf of the running frame.
    pub(super) fn resume(&mut self, generator: Rc<Generator>, verb: Verb, mut then: Then) -> Result<(), Trap> {
        let (how, value) = match verb {
            Verb::Next => (How::Next, Value::None),
            Verb::NextOr(default) => {
                then = Then::Default { into: then.register(), default };
                (How::Next, Value::None)
            }
            Verb::Send(value) => (How::Send, value),
            Verb::Throw(exception) => {
                let entry = Entry { generator, then, how: How::Throw, through: None, step: None };
                return self.throw_into(entry, exception);
            }
            Verb::Close => return self.close(generator, then),
        };
        if self.watch.just_counts()
            && let Some(frame) = self.sleeper(&generator, &value)
        {
            self.resume_at_once(frame, &generator, then, value);
            self.go_down();
            return Ok(());
        }
        let entry = Entry { generator, then, how, through: None, step: None };
        self.send_into(entry, value)
    }

    /// The same for a request, whose result may be meant for more than a register.
    pub(super) fn resume_for(&mut self, generator: Rc<Generator>, verb: Verb, then: Then) -> Result<(), Trap> {
        let then = match then {
            Then::Method { into, .. } if matches!(verb, Verb::Close) => Then::Close { into },
            Then::Store { .. } | Then::Discard if matches!(verb, Verb::Close) => Then::Close { into: then.register() },
            other => for_generator(other),
        };
        self.resume(generator, verb, then)
    }

    /// Sends a value into a generator-like frame; None begins it.
    pub(super) fn send_into(&mut self, mut entry: Entry, value: Value) -> Result<(), Trap> {
        let Some(mut new) = entry.generator.begin() else { return self.not_resumable(entry) };
        if !new.started && !value.is_none() {
            entry.generator.suspend(new);
            let message = format!("can't send non-None value to a just-started {}", entry.generator.kind.word());
            return Err(self.vm.runtime.type_error(message));
        }
        if !self.vm.has_room() {
            return Err(self.end_too_deep(new, entry, &value));
        }
        if W::ON {
            self.link(new, &mut entry);
            let input = if value.is_none() { Input::Nothing } else { Input::Value(&value) };
            self.tell(|w, view, frame| w.resume(view, frame.back.as_deref(), frame, entry.how, entry.through, input));
            accept(&mut self.frame, value);
        } else {
            accept(&mut new, value);
            self.link(new, &mut entry);
        }
        Ok(())
    }

    /// Puts a generator's frame on the stack.
    pub(super) fn link(&mut self, mut new: Box<Frame>, entry: &mut Entry) {
        new.step = entry.step.clone();
        new.generator = Some(entry.generator.clone());
        self.enter(new, take(&mut entry.then));
    }

    /// Takes a frame off the stack that was put there to run, and sleeps on.
    pub(super) fn unlink(&mut self) {
        let Some(mut frame) = self.leave() else { return };
        drop((take(&mut frame.then), frame.step.take()));
        if let Some(generator) = frame.generator.take() {
            generator.suspend(frame);
        }
    }

    /// Where calls are nested too deep, CPython enters the frame and leaves it at once: it has ended, as by an exception of its own.
    #[cold]
    fn end_too_deep(&mut self, new: Box<Frame>, mut entry: Entry, value: &Value) -> Trap {
        let trap = self.vm.runtime.too_deep("");
        self.link(new, &mut entry);
        let input = if value.is_none() { Input::Nothing } else { Input::Value(value) };
        self.tell(|w, view, frame| w.resume(view, frame.back.as_deref(), frame, entry.how, entry.through, input));
        if let Trap::Raise(exception) = &trap {
            self.tell(|w, view, frame| w.fail(view, frame, frame.back.as_deref(), exception));
        }
        if let Some(mut ended) = self.leave() {
            drop((take(&mut ended.then), ended.generator.take(), ended.step.take()));
            let registers = self.codes[ended.code as usize].registers;
            self.recycle(ended, registers);
        }
        entry.generator.end();
        trap
    }

    /// What a generator-like object answers that runs already, or has ended.
    fn not_resumable(&mut self, entry: Entry) -> Result<(), Trap> {
        let generator = &entry.generator;
        if generator.running.get() {
            return Err(self.vm.runtime.value_error(format!("{} already executing", generator.kind.word())));
        }
        if generator.kind == GeneratorKind::Coroutine {
            return Err(self.vm.runtime.runtime_error("cannot reuse already awaited coroutine"));
        }
        if generator.kind == GeneratorKind::AsyncGenerator {
            return Err(self.vm.stop_async_iteration());
        }
        self.stopped(entry.then, Value::None)
    }

    /// Suspends the running frame alone. Its `then` has been read; objects in it have been taken.
    #[inline(always)]
    pub(super) fn suspend(&mut self, value: &Value) -> Result<(), Trap> {
        if W::ON {
            let how = if self.frame.delegating && !self.watch.just_counts() { self.delegation(&self.frame) } else { How::Yield };
            if self.frame.passed_by {
                self.tell(|w, view, frame| w.pass_by(view, frame, State::Suspended));
            } else {
                self.tell(|w, view, frame| w.suspend(view, frame, how, frame.back.as_deref(), value));
            }
        }
        self.frame.passed_by = false;
        let Some(mut suspended) = self.leave() else { return Err(self.vm.no_caller()) };
        debug_assert!(!suspended.then.holds_objects());
        suspended.step = None;
        if let Some(generator) = suspended.generator.take() {
            generator.suspend(suspended);
            drop(generator);
        }
        Ok(())
    }

    /// The frame of a generator-like object that can be resumed with that value without more ado: it sleeps, and the stack has room. For any
    /// other the long way says what is wrong.
    #[inline(always)]
    pub(super) fn sleeper(&self, generator: &Generator, value: &Value) -> Option<Box<Frame>> {
        if !self.vm.has_room() {
            return None;
        }
        let frame = generator.begin()?;
        if !frame.started && !value.is_none() {
            generator.suspend(frame);
            return None;
        }
        Some(frame)
    }

    /// Puts such a frame back on the stack, where nobody wants to know how.
    #[inline(always)]
    pub(super) fn resume_at_once(&mut self, mut frame: Box<Frame>, generator: &Rc<Generator>, then: Then, value: Value) {
        accept(&mut frame, value);
        forget(frame.generator.replace(generator.clone()));
        self.enter(frame, then);
        self.tell(|w, view, frame| w.resume(view, frame.back.as_deref(), frame, How::Next, None, Input::Nothing));
    }
}

impl Vm<'_> {
    #[cold]
    fn no_caller(&self) -> Trap {
        self.runtime.raise(&self.runtime.classes.system_error, "a frame without a caller yielded")
    }
}

/// What a generator-like object's end means where its resumption is the result of a call.
pub(super) fn for_generator(then: Then) -> Then {
    match then {
        Then::Store { .. } | Then::Discard => Then::Method { into: then.register(), sent: None },
        Then::ForNext { into, exit } => Then::For { into, exit },
        other => other,
    }
}

/// What is sent in comes to the register of the `yield`; a delegating frame passes it on by its instruction.
#[inline]
fn accept(frame: &mut Frame, value: Value) {
    if frame.started {
        if frame.sent != NONE {
            put(&mut frame.registers[usize::from(frame.sent)], value);
        }
        frame.pc -= u32::from(frame.delegating);
    }
    frame.started = true;
}

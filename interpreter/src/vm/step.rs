//! The steps of async generators: what `__anext__`, `asend`, `athrow` and `aclose` return, as it is awaited (PEP 525).

use std::rc::Rc;

use super::resume::{Entry, for_generator};
use super::watch::{How, Watch};
use super::{Context, Vm};
use crate::object::exception::Exception;
use crate::object::frame::Then;
use crate::object::generator::{AsyncStep, AsyncVerb, State, StepEntry, StepState};
use crate::object::native::{Trap, Verb};
use crate::object::value::Value;
use stillframe_front::bytecode::op::Reg;

impl<W: Watch> Context<'_, '_, W> {
    /// A step of an async generator's awaitable (`__anext__`, `asend`, `athrow`, `aclose`).
    pub(super) fn step(&mut self, step: Rc<AsyncStep>, verb: Verb, then: Then) -> Result<(), Trap> {
        let then = for_generator(then);
        if step.state.get() == StepState::Closed && !matches!(verb, Verb::Close) {
            let group = if step.verb == AsyncVerb::Send { "__anext__()/asend()" } else { "aclose()/athrow()" };
            return Err(self.vm.runtime.runtime_error(format!("cannot reuse already awaited {group}")));
        }
        let generator = step.generator().clone();
        let begins = step.state.get() == StepState::Created;
        let value = match verb {
            Verb::Next | Verb::NextOr(_) => Value::None,
            Verb::Send(value) => value,
            Verb::Throw(exception) => {
                step.entry.set(StepEntry::Throw);
                let refused = refused(&step);
                let entry = Entry { generator, then, how: how_of_step(&step), through: None, step: Some(step) };
                let thrown = self.throw_into(entry, exception);
                refused.inspect(|step| end_step(step, StepEnd::Failed));
                return thrown;
            }
            Verb::Close => {
                step.state.set(StepState::Closed);
                return self.stopped(Then::Close { into: then.register() }, Value::None);
            }
        };
        step.entry.set(if begins { StepEntry::Begin } else { StepEntry::Send });
        if step.verb != AsyncVerb::Send && generator.state() == State::Closed {
            step.state.set(StepState::Closed);
            return self.stopped(then, Value::None);
        }
        if begins {
            self.vm.may_begin(&step, &value)?;
        }
        if generator.state() == State::Closed {
            end_step(&step, StepEnd::Stopped);
            return Err(self.vm.stop_async_iteration());
        }
        step.state.set(StepState::Iterating);
        generator.stepping.set(true);
        let entry =
            |step: Rc<AsyncStep>| Entry { generator: generator.clone(), then, how: how_of_step(&step), through: None, step: Some(step) };
        if !begins {
            let refused = refused(&step);
            let sent = self.send_into(entry(step), value);
            refused.inspect(|step| end_step(step, StepEnd::Failed));
            return sent;
        }
        match step.verb {
            AsyncVerb::Send => {
                let value = if value.is_none() { step.value.take() } else { value };
                let result = self.send_into(entry(step.clone()), value);
                if result.is_err() {
                    end_step(&step, StepEnd::Failed);
                }
                result
            }
            AsyncVerb::Throw | AsyncVerb::Close => {
                generator.finished.set(step.verb == AsyncVerb::Close || generator.finished.get());
                // It keeps what is thrown, as long as it lives.
                let thrown = step.value.borrow().clone();
                let exception = match thrown {
                    Value::Exception(exception) => exception,
                    Value::Class(class) if self.vm.is_exception_class(&class) => Exception::new(class, Vec::new()),
                    _ if step.verb == AsyncVerb::Close => self.vm.generator_exit(None),
                    other => {
                        end_step(&step, StepEnd::Failed);
                        return Err(self.vm.not_throwable(&other));
                    }
                };
                if generator.state() == State::Created && step.verb == AsyncVerb::Close {
                    return self.close_unstarted_async(&step, entry(step.clone()).then);
                }
                self.throw_into(entry(step), exception)
            }
        }
    }

    /// The first step of an async generator that sleeps, as `async for` makes it, where nothing is in the way.
    pub(super) fn step_at_once(&mut self, step: Rc<AsyncStep>, into: Reg) -> bool {
        let generator = step.generator().clone();
        if step.state.get() != StepState::Created || step.verb != AsyncVerb::Send || generator.stepping.get() {
            return false;
        }
        let Some(mut frame) = self.sleeper(&generator, &step.value.borrow()) else { return false };
        step.state.set(StepState::Iterating);
        generator.stepping.set(true);
        let value = step.value.take();
        frame.step = Some(step);
        self.resume_at_once(frame, &generator, Then::Delegate { into }, value);
        self.go_down();
        true
    }

    /// `aclose()` of an async generator that never began.
    fn close_unstarted_async(&mut self, step: &Rc<AsyncStep>, then: Then) -> Result<(), Trap> {
        let generator = step.generator();
        let frame = generator.begin();
        generator.end();
        let id = generator.frame_id;
        self.tell(|w, view, stack| w.drop_unstarted(view, stack, id, true));
        if let Some(frame) = frame {
            let registers = self.codes[frame.code as usize].registers;
            self.recycle(frame, registers);
        }
        end_step(step, StepEnd::Stopped);
        self.stopped(then, Value::None)
    }

    /// An exception leaves an async generator's frame during a step: for `aclose` the expected ones are its success.
    pub(super) fn step_failed(&mut self, step: &AsyncStep, then: Then, exception: Rc<Exception>) -> Result<(), Trap> {
        let classes = &self.vm.runtime.classes;
        let expected = exception.is(&classes.stop_async_iteration) || exception.is(&classes.generator_exit);
        end_step(step, if expected { StepEnd::Stopped } else { StepEnd::Failed });
        if step.verb == AsyncVerb::Close && expected {
            return self.stopped(then, Value::None);
        }
        Err(Trap::Raise(exception))
    }
}

impl Vm<'_> {
    /// Whether a step may be made now, with that value to send.
    fn may_begin(&mut self, step: &AsyncStep, value: &Value) -> Result<(), Trap> {
        let generator = step.generator();
        let throws = step.verb != AsyncVerb::Send;
        if generator.stepping.get() {
            if throws {
                step.state.set(StepState::Closed);
            }
            return Err(self.runtime.runtime_error(format!("{}(): asynchronous generator is already running", step_name(step))));
        }
        if throws && generator.finished.get() {
            step.state.set(StepState::Closed);
            return Err(self.stop_async_iteration());
        }
        if throws && !value.is_none() {
            return Err(self.runtime.runtime_error("can't send non-None value to a just-started coroutine"));
        }
        Ok(())
    }

    pub(super) fn stop_async_iteration(&self) -> Trap {
        Trap::Raise(Exception::new(self.runtime.classes.stop_async_iteration.clone(), Vec::new()))
    }

    /// What `throw` and `athrow` say to what is no exception.
    pub(super) fn not_throwable(&self, value: &Value) -> Trap {
        let kind = self.runtime.type_name(value);
        self.runtime.type_error(format!("exceptions must be classes or instances deriving from BaseException, not {kind}"))
    }
}

/// How a step ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum StepEnd {
    Yielded,
    /// The generator has ended, or was closed.
    Stopped,
    Failed,
}

/// Where a step's awaitable and its generator stand after it, as CPython's `async_gen_asend_send` and its kin leave them.
pub(super) fn end_step(step: &AsyncStep, end: StepEnd) {
    let by_throw = step.entry.get() == StepEntry::Throw;
    let lasts = match step.verb {
        AsyncVerb::Send => false,
        AsyncVerb::Throw => step.entry.get() != StepEntry::Begin,
        AsyncVerb::Close => by_throw && end != StepEnd::Yielded,
    };
    if !lasts {
        step.state.set(StepState::Closed);
    }
    if !lasts || step.verb == AsyncVerb::Throw {
        step.generator().stepping.set(false);
    }
    if end == StepEnd::Stopped && step.verb != AsyncVerb::Close {
        step.generator().finished.set(true);
    }
}

pub(super) fn how_of_step(step: &AsyncStep) -> How {
    match step.verb {
        AsyncVerb::Send if step.is_anext => How::Anext,
        AsyncVerb::Send => How::Asend,
        AsyncVerb::Throw => How::Athrow,
        AsyncVerb::Close => How::Aclose,
    }
}

/// The step, where its generator runs already: it is refused then, and that ends it.
fn refused(step: &Rc<AsyncStep>) -> Option<Rc<AsyncStep>> {
    step.generator().running.get().then(|| step.clone())
}

fn step_name(step: &AsyncStep) -> &'static str {
    match step.verb {
        AsyncVerb::Send => "anext",
        AsyncVerb::Throw => "athrow",
        AsyncVerb::Close => "aclose",
    }
}

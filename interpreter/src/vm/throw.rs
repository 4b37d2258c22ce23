//! `throw` and `close`.
//!
//! Both walk down the chain of delegates to the innermost one, as CPython's `gen_throw` and `gen_close` do; the frames between are marked
//! `passed_by` until something reaches them.

use std::rc::Rc;

use super::delegate::DELEGATION;
use super::resume::Entry;
use super::step::{StepEnd, end_step, how_of_step};
use super::watch::{How, Input, Through, Watch};
use super::{Context, Vm};
use crate::library::prelude_name;
use crate::object::attribute;
use crate::object::exception::Exception;
use crate::object::frame::{Onward, Then};
use crate::object::fuel;
use crate::object::generator::{Generator, GeneratorKind, State, StepEntry, StepState};
use crate::object::heap;
use crate::object::native::{Stop, Trap};
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::op::Reg;

impl<W: Watch> Context<'_, '_, W> {
    /// Throws an exception: into the innermost frame that the chain of delegates leads to.
    pub(super) fn throw_into(&mut self, mut entry: Entry, exception: Rc<Exception>) -> Result<(), Trap> {
        let closing = exception.is(&self.vm.runtime.classes.generator_exit);
        let handled = if closing { self.handled_now() } else { None };
        let refused = self.vm.thrown.as_ref().is_some_and(|thrown| thrown.refused);
        let mut exception = exception;
        loop {
            fuel::note(DELEGATION);
            let Some(new) = entry.generator.begin() else {
                if refused {
                    return self.raise_in_delegator(entry, exception);
                }
                return self.throw_at_ended(entry, exception);
            };
            if !self.vm.has_room() {
                entry.generator.suspend(new);
                return Err(self.vm.runtime.too_deep(""));
            }
            self.link(new, &mut entry);
            if !self.frame.delegating {
                break;
            }
            let (it, v) = (self.frame.delegate, self.frame.sent);
            let (generator, step) = match &self.frame.registers[usize::from(it)] {
                Value::Generator(generator) => (generator.clone(), None),
                Value::CoroutineWrapper(wrapper) => (wrapper.coroutine.clone(), None),
                Value::AsyncStep(step) if closing => {
                    step.state.set(StepState::Closed);
                    break;
                }
                Value::AsyncStep(step) => {
                    step.entry.set(StepEntry::Throw);
                    (step.generator().clone(), Some(step.clone()))
                }
                Value::Iter(_) => break,
                other => {
                    let iterator = other.clone();
                    match self.throw_to_method(&iterator, &exception, closing, v) {
                        Some(result) => return result,
                        None => break,
                    }
                }
            };
            self.frame.passed_by = true;
            self.tell(|w, view, frame| w.pass_by(view, frame, State::Running));
            let how = self.delegation(&self.frame);
            let then = if closing { Then::Raise(exception.clone()) } else { Then::Delegate { into: v } };
            entry = Entry { generator, then, how, through: Some(Through::Throw), step };
            if closing {
                exception = self.vm.generator_exit(handled.clone());
            }
        }
        if refused {
            self.unlink();
            return self.raise_in_delegator(entry, exception);
        }
        self.frame.delegating = false;
        let is_method = matches!(self.frame.then, Then::Method { .. });
        let how = if closing && !is_method && entry.how == How::Throw { How::Close } else { entry.how };
        self.tell(|w, view, frame| w.resume(view, frame.back.as_deref(), frame, how, entry.through, Input::Exception(&exception)));
        self.frame.started = true;
        self.chain_thrown(&exception)?;
        Err(Trap::Raise(exception))
    }

    /// A throw met an object that runs already, or has ended.
    fn throw_at_ended(&mut self, entry: Entry, exception: Rc<Exception>) -> Result<(), Trap> {
        let generator = &entry.generator;
        let trap = if generator.running.get() {
            self.vm.runtime.value_error(format!("{} already executing", generator.kind.word()))
        } else if generator.kind == GeneratorKind::Coroutine && matches!(entry.then, Then::Method { .. }) {
            self.vm.runtime.runtime_error("cannot reuse already awaited coroutine")
        } else {
            self.frame.thrown_into = true;
            if let Some(step) = &entry.step {
                let result = self.step_failed(step, entry.then, exception.clone());
                if let Err(Trap::Raise(raised)) = &result
                    && !Rc::ptr_eq(raised, &exception)
                {
                    self.frame.thrown_into = false;
                }
                if let Err(Trap::Raise(exception)) = &result {
                    self.reach_passed_by(exception)?;
                }
                return result;
            }
            match entry.then {
                Then::Raise(instead) => Trap::Raise(instead),
                _ => Trap::Raise(exception),
            }
        };
        if let Trap::Raise(exception) = &trap {
            self.reach_passed_by(exception)?;
        }
        Err(trap)
    }

    /// What was thrown is no exception: whoever would have raised it sleeps on, and the TypeError is raised in what delegates to that.
    fn raise_in_delegator(&mut self, entry: Entry, error: Rc<Exception>) -> Result<(), Trap> {
        if let Some(step) = &entry.step {
            end_step(step, StepEnd::Failed);
        }
        if self.frame.passed_by {
            let delegate = self.frame.registers[usize::from(self.frame.delegate)].take();
            drop((entry, delegate));
            if heap::is_dying() {
                // It is closed before the exception reaches this frame, which counts as suspended until then.
                self.tell(|w, view, frame| w.pass_by(view, frame, State::Suspended));
                self.chain_context(&error)?;
                self.wait_to_raise(error, Onward::Raise);
                return Ok(());
            }
        }
        self.reach_passed_by(&error)?;
        Err(Trap::Raise(error))
    }

    /// Throws into, or closes, an iterator of the program's that the running frame delegates to. None: it has no such method.
    fn throw_to_method(&mut self, iterator: &Value, exception: &Rc<Exception>, closing: bool, v: Reg) -> Option<Result<(), Trap>> {
        let name = if closing { names::CLOSE } else { names::THROW };
        match attribute::get(&mut self.vm.runtime, iterator, name) {
            Err(Trap::Raise(error)) if error.is(&self.vm.runtime.classes.attribute_error) => return None,
            Err(Trap::Stop(stop)) => return Some(Err(Trap::Stop(stop))),
            // Looking it up may be the program's business, or fail: the prelude does that and the call.
            _ => {}
        }
        self.frame.passed_by = true;
        self.tell(|w, view, frame| w.pass_by(view, frame, State::Running));
        let args = match self.vm.thrown.take() {
            _ if closing => Vec::new(),
            Some(thrown) => thrown.args,
            None => vec![Value::Exception(exception.clone())],
        };
        let then = if closing { Then::Raise(exception.clone()) } else { Then::DelegateCall { into: v } };
        let (function, args) = if closing {
            (prelude_name("close_delegate"), vec![iterator.clone()])
        } else {
            (prelude_name("throw_at_delegate"), vec![iterator.clone(), Value::Exception(exception.clone()), Value::tuple(args)])
        };
        Some(self.vm.prelude_function(function).and_then(|callee| self.call(callee, args, &[], then)))
    }

    /// `close()`, and the death of a suspended generator.
    pub(super) fn close(&mut self, generator: Rc<Generator>, then: Then) -> Result<(), Trap> {
        let then = match then {
            Then::Finalise(_) | Then::Raise(_) => then,
            other => Then::Close { into: other.register() },
        };
        match generator.state() {
            State::Closed => self.stopped(then, Value::None),
            State::Created => {
                let frame = generator.begin();
                generator.end();
                if let Some(mut frame) = frame {
                    let id = generator.frame_id;
                    self.tell(|w, view, stack| w.drop_unstarted(view, stack, id, true));
                    let registers = self.codes[frame.code as usize].registers;
                    frame.generator = None;
                    self.recycle(frame, registers);
                }
                self.stopped(then, Value::None)
            }
            State::Running | State::Suspended => {
                let handled = self.handled_now();
                let exception = self.vm.generator_exit(handled);
                let entry = Entry { generator, then, how: How::Close, through: None, step: None };
                self.throw_into(entry, exception)
            }
        }
    }

    /// An exception has reached a frame that a throw had passed by: it runs again, to raise it.
    pub(super) fn reach_passed_by(&mut self, exception: &Rc<Exception>) -> Result<(), Stop> {
        if self.frame.passed_by {
            self.frame.passed_by = false;
            fuel::note(DELEGATION);
            let how = self.how_resumed(How::Throw);
            let through = matches!(how, How::YieldFrom | How::Await).then_some(Through::Throw);
            self.tell(|w, view, frame| w.resume(view, frame.back.as_deref(), frame, how, through, Input::Exception(exception)));
            if let Value::Exception(handled) = &self.frame.handled {
                self.vm.chain(handled.clone(), exception)?;
            }
            self.lose_passed_frames(exception);
        }
        self.frame.delegating = false;
        Ok(())
    }

    /// Where an exception has reached a frame that a throw had passed by, and that handles another one: as it gets that as its context, CPython
    /// loses the frames that it has come through.
    pub(super) fn lose_passed_frames(&self, exception: &Exception) {
        if matches!(self.frame.handled, Value::Exception(_)) {
            exception.forget_unsettled();
        }
    }

    /// By which verb a frame on the stack was resumed, `otherwise` where only its resumer would know.
    fn how_resumed(&self, otherwise: How) -> How {
        if let Some(step) = &self.frame.step {
            return how_of_step(step);
        }
        match self.frame.then {
            Then::Close { .. } | Then::Finalise(_) => How::Close,
            Then::For { .. } | Then::Default { .. } => How::Next,
            Then::Delegate { .. } | Then::Raise(_) => self.frame.back.as_deref().map_or(otherwise, |caller| self.delegation(caller)),
            _ => otherwise,
        }
    }
}

impl Vm<'_> {
    /// The exception that closes, made where `handled` is handled.
    pub(super) fn generator_exit(&self, handled: Option<Rc<Exception>>) -> Rc<Exception> {
        let exception = Exception::new(self.runtime.classes.generator_exit.clone(), Vec::new());
        if let Some(handled) = handled {
            *exception.context.borrow_mut() = Value::Exception(handled);
        }
        exception
    }
}

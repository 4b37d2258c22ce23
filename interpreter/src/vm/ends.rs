//! What a [`Then`] comes to: one match each for a value that is returned or yielded, a generator that stops, and an exception that leaves a frame.
//!
//! Next: `resume`, which brings frames to these ends, and `unwind`, which carries exceptions to handlers.

use std::mem::take;
use std::rc::Rc;

use super::delegate::{DELEGATION, complete_delegation};
use super::registers::{clear, put, put_result};
use super::step::{StepEnd, end_step};
use super::watch::Watch;
use super::{Context, End, Loaded};
use crate::object::exception::Exception;
use crate::object::frame::{Frame, Onward, Then};
use crate::object::fuel;
use crate::object::generator::{AsyncStep, AsyncVerb, Generator, GeneratorKind, State};
use crate::object::heap;
use crate::object::native::Trap;
use crate::object::operate;
use crate::object::value::Value;
use stillframe_front::bytecode::code::CodeKind;
use stillframe_front::bytecode::op::{AwaitFor, Reg};

impl<W: Watch> Context<'_, '_, W> {
    /// `return`, the usual cases at once. Whether the frame was the first one, so that the run is over.
    #[inline(always)]
    pub(super) fn return_value(&mut self, value: Value, registers: usize) -> Result<bool, Trap> {
        let is_plain = self.frame.generator.is_none() && !self.frame.handled.is_heap() && self.frame.back.is_some();
        match self.frame.then {
            Then::Store { into } | Then::ForNext { into, .. } if is_plain => {
                self.tell(|w, view, frame| w.finish(view, frame, frame.back.as_deref(), &value));
                if let Some(ended) = self.leave() {
                    self.recycle(ended, registers);
                    put_result(&mut self.frame, into, value);
                }
                Ok(false)
            }
            Then::Delegate { into } if self.watch.just_counts() && self.frame.generator.is_some() && self.frame.step.is_none() => {
                self.tell(|w, view, frame| w.finish(view, frame, frame.back.as_deref(), &value));
                self.return_to_delegator(into, value, registers);
                Ok(false)
            }
            _ => self.end_frame(value),
        }
    }

    /// `yield`. `guarded`: closing the frame here runs code of its own.
    pub(super) fn yield_value(&mut self, value: Value, sent: Reg, guarded: bool) -> Result<(), Trap> {
        self.frame.sent = sent;
        self.frame.guarded = guarded || W::ON;
        self.yielded(value)
    }

    /// `yield` of an async generator.
    pub(super) fn yield_async(&mut self, value: Value, sent: Reg) -> Result<(), Trap> {
        self.frame.sent = sent;
        self.frame.guarded = true;
        self.async_yielded(value)
    }

    /// The running frame ends with a value. Whether it was the first one.
    fn end_frame(&mut self, value: Value) -> Result<bool, Trap> {
        self.tell(|w, view, frame| w.finish(view, frame, frame.back.as_deref(), &value));
        let Some(mut ended) = self.leave() else { return Ok(true) };
        if let (Then::For { exit, .. }, None) = (&ended.then, &ended.step) {
            let exit = *exit;
            self.end_of_for(ended, exit, value);
            return Ok(false);
        }
        let then = take(&mut ended.then);
        let code = &self.codes[ended.code as usize];
        if let Then::Class { into, plan } = then {
            let body = code.class_body(&ended);
            self.recycle(ended, code.registers);
            return self.end_class_body(into, plan, body).map(|()| false);
        }
        let (generator, step) = (ended.generator.take(), ended.step.take());
        self.recycle(ended, code.registers);
        let Some(generator) = generator else { return self.returned(then, value).map(|()| false) };
        generator.end();
        self.generator_returned(&generator, then, step, value).map(|()| false)
    }

    /// A generator ends that a `for` runs through.
    #[inline]
    fn end_of_for(&mut self, mut ended: Box<Frame>, exit: u32, value: Value) {
        let generator = ended.generator.take();
        let registers = self.codes[ended.code as usize].registers;
        self.recycle(ended, registers);
        if let Some(generator) = &generator {
            generator.end();
        }
        drop(value);
        self.leave_for(exit);
    }

    /// The frame of a generator or coroutine returns `value` to the frame that delegates to it, where that has been told or nobody watches.
    #[inline]
    pub(super) fn return_to_delegator(&mut self, into: Reg, value: Value, registers: usize) {
        let Some(mut ended) = self.leave() else { return };
        let generator = ended.generator.take();
        self.recycle(ended, registers);
        if let Some(generator) = generator {
            generator.end();
            complete_delegation(&mut self.frame, into, value);
            drop(generator);
        }
    }

    /// A frame returned `value`, or a native answered it at once.
    pub(super) fn returned(&mut self, then: Then, value: Value) -> Result<(), Trap> {
        match then {
            Then::Store { into }
            | Then::ForNext { into, .. }
            | Then::For { into, .. }
            | Then::Method { into, .. }
            | Then::Default { into, .. }
            | Then::Class { into, .. } => put_result(&mut self.frame, into, value),
            Then::Finish | Then::Discard | Then::Close { .. } => {}
            Then::Finalise(_) => self.vm.finalised(),
            Then::Told(object) => self.told(object),
            Then::Init { into, object } => {
                if !value.is_none() {
                    let message = format!("__init__() should return None, not '{}'", self.vm.runtime.type_name(&value));
                    return Err(self.vm.runtime.type_error(message));
                }
                put_result(&mut self.frame, into, object);
            }
            Then::JumpIf { .. } | Then::JumpIfKeep { .. } | Then::Truth { .. } => return self.decide(then, &value),
            Then::Again => self.frame.pc -= 1,
            Then::Unpack => return self.unpack_taken(&value),
            Then::DelegateCall { into } if heap::is_dying() => {
                put_result(&mut self.frame, into, value);
                self.wait(Value::None, Onward::Yield(into));
            }
            Then::DelegateCall { into } => return self.delegate_yields(into, value),
            Then::ANext { into } => match self.vm.get_awaitable(&value, AwaitFor::Next) {
                Ok(iterator) => put_result(&mut self.frame, into, iterator),
                Err(trap) => return self.perform_trap(trap, Then::Awaitable { into }),
            },
            Then::Awaitable { into } => {
                self.vm.check_awaitable(&value)?;
                put_result(&mut self.frame, into, value);
            }
            Then::Delegate { into } => complete_delegation(&mut self.frame, into, value),
            Then::Raise(exception) => {
                drop(value);
                if heap::is_dying() {
                    // What the closed frame held is finalised before the exception reaches this one.
                    self.wait_to_raise(exception, Onward::Raise);
                    return Ok(());
                }
                self.reach_passed_by(&exception)?;
                self.frame.thrown_into = true;
                return Err(Trap::Raise(exception));
            }
        }
        Ok(())
    }

    /// The running frame yields `value`: it is suspended, and with it every frame that delegates to it.
    pub(super) fn yielded(&mut self, value: Value) -> Result<(), Trap> {
        loop {
            match self.frame.then {
                Then::Delegate { into } => {
                    self.suspend(&value)?;
                    fuel::note(DELEGATION);
                    self.frame.sent = into;
                }
                Then::For { into, .. } => {
                    self.suspend(&value)?;
                    put_result(&mut self.frame, into, value);
                    return Ok(());
                }
                Then::Method { into, sent } => {
                    self.suspend(&value)?;
                    put_result(&mut self.frame, into, value);
                    if let Some(sent) = sent.filter(|sent| *sent != into) {
                        clear(&mut self.frame.registers[usize::from(sent)]);
                    }
                    return Ok(());
                }
                _ => return self.yielded_otherwise(value),
            }
        }
    }

    /// The same where a yield may be an error, or where objects go with what it means.
    #[cold]
    fn yielded_otherwise(&mut self, value: Value) -> Result<(), Trap> {
        let what = word_of(&self.codes[self.frame.code as usize]);
        let then = take(&mut self.frame.then);
        self.suspend(&value)?;
        if matches!(then, Then::Close { .. } | Then::Finalise(_) | Then::Raise(_)) {
            drop(value);
            return self.exit_ignored(what, then);
        }
        put_result(&mut self.frame, then.register(), value);
        Ok(())
    }

    /// The running frame, of an async generator, yields `value` to whom awaits its step.
    pub(super) fn async_yielded(&mut self, value: Value) -> Result<(), Trap> {
        let Some(step) = self.frame.step.take() else {
            let then = take(&mut self.frame.then);
            self.suspend(&value)?;
            return self.exit_ignored("async generator", then);
        };
        if let Then::Delegate { into } = self.frame.then
            && step.verb != AsyncVerb::Close
        {
            self.suspend(&value)?;
            end_step(&step, StepEnd::Yielded);
            complete_delegation(&mut self.frame, into, value);
            self.vm.spare_step = AsyncStep::put_by(step);
            return Ok(());
        }
        let then = take(&mut self.frame.then);
        self.suspend(&value)?;
        end_step(&step, StepEnd::Yielded);
        if step.verb == AsyncVerb::Close {
            self.delegate_failed(&then);
            return Err(self.vm.runtime.runtime_error("async generator ignored GeneratorExit"));
        }
        self.stopped(then, value)
    }

    /// A generator-like object or an iterator has ended with `value`, or a step of an async generator is done with it.
    pub(super) fn stopped(&mut self, then: Then, value: Value) -> Result<(), Trap> {
        match then {
            Then::For { exit, .. } => {
                drop(value);
                self.leave_for(exit);
                Ok(())
            }
            Then::Method { .. } => Err(self.vm.runtime.stop_iteration(value)),
            Then::Default { into, default } => {
                drop(value);
                self.returned(Then::Store { into }, default)
            }
            Then::Close { into } => {
                drop(value);
                self.returned(Then::Store { into }, Value::None)
            }
            then => self.returned(then, value),
        }
    }

    /// What was asked for its next value, at once and without a frame, raised an exception: StopIteration may be what ends it.
    pub(super) fn raised_at_once(&mut self, then: Then, exception: Rc<Exception>) -> Result<(), Trap> {
        if !exception.is(&self.vm.runtime.classes.stop_iteration) {
            return Err(Trap::Raise(exception));
        }
        match then {
            Then::ForNext { exit, .. } | Then::For { exit, .. } => self.leave_for(exit),
            Then::Default { into, default } => return self.returned(Then::Store { into }, default),
            Then::DelegateCall { into } => complete_delegation(&mut self.frame, into, exception.value()),
            _ => return Err(Trap::Raise(exception)),
        }
        Ok(())
    }

    /// An exception left a frame: nothing more, or an exception in the frame below.
    pub(super) fn raised(&mut self, then: Then, exception: Rc<Exception>, is_generator: bool) -> Result<Option<Rc<Exception>>, End> {
        let stops = exception.is(&self.vm.runtime.classes.stop_iteration);
        let exits = is_generator && (stops || exception.is(&self.vm.runtime.classes.generator_exit));
        match then {
            Then::ForNext { exit, .. } if stops => {
                drop(exception);
                self.leave_for(exit);
            }
            Then::DelegateCall { into } if stops => {
                let value = exception.value();
                drop(exception);
                complete_delegation(&mut self.frame, into, value);
            }
            Then::Default { into, default } if stops => put_result(&mut self.frame, into, default),
            Then::Close { into } if exits => put_result(&mut self.frame, into, Value::None),
            Then::Finalise(_) if exits => self.vm.finalised(),
            Then::Finalise(object) => {
                if let Err(trap) = self.unraisable(exception, object) {
                    self.handle(trap)?;
                }
            }
            Then::Told(object) => self.told(object),
            Then::Raise(instead) if exits => {
                drop(exception);
                if heap::is_dying() {
                    // What the closed frame held is finalised before the exception reaches this one.
                    self.wait_to_raise(instead, Onward::Raise);
                    return Ok(None);
                }
                self.reach_passed_by(&instead)?;
                return Ok(Some(instead));
            }
            then => {
                if matches!(then, Then::Delegate { .. } | Then::DelegateCall { .. } | Then::Raise(_)) {
                    if self.frame.passed_by {
                        self.lose_passed_frames(&exception);
                        if heap::is_dying() {
                            // What they held is finalised before the exception reaches this one, which counts as suspended until then.
                            self.tell(|w, view, frame| w.pass_by(view, frame, State::Suspended));
                            self.wait_to_raise(exception, Onward::Raise);
                            return Ok(None);
                        }
                    }
                    self.reach_passed_by(&exception)?;
                }
                return Ok(Some(exception));
            }
        }
        Ok(None)
    }

    /// The same of an async generator's step: for `aclose` some exceptions are its success.
    pub(super) fn step_raised(&mut self, then: Then, step: &AsyncStep, exception: Rc<Exception>) -> Result<Option<Rc<Exception>>, End> {
        match self.step_failed(step, then, exception.clone()) {
            Ok(()) => Ok(None),
            Err(Trap::Raise(raised)) => {
                if !Rc::ptr_eq(&raised, &exception) {
                    self.chain_context(&raised)?;
                }
                self.reach_passed_by(&raised)?;
                Ok(Some(raised))
            }
            Err(trap) => self.handle(trap).map(|()| None),
        }
    }

    /// A generator-like frame returned `value`.
    fn generator_returned(&mut self, generator: &Generator, then: Then, step: Option<Rc<AsyncStep>>, value: Value) -> Result<(), Trap> {
        if let Some(step) = step {
            end_step(&step, StepEnd::Stopped);
            if step.verb == AsyncVerb::Close {
                return self.stopped(then, Value::None);
            }
            self.delegate_failed(&then);
            return Err(self.vm.stop_async_iteration());
        }
        if generator.kind == GeneratorKind::AsyncGenerator && matches!(then, Then::Method { .. }) {
            return Err(self.vm.stop_async_iteration());
        }
        self.stopped(then, value)
    }

    /// A generator yielded in spite of GeneratorExit.
    #[cold]
    fn exit_ignored(&mut self, what: &str, then: Then) -> Result<(), Trap> {
        let trap = self.vm.runtime.runtime_error(format!("{what} ignored GeneratorExit"));
        let Trap::Raise(exception) = trap else { return Err(trap) };
        match then {
            Then::Finalise(object) => return self.unraisable(exception, object),
            Then::Raise(_) if heap::is_dying() => {
                // What was yielded is finalised before the exception reaches this frame.
                self.wait_to_raise(exception, Onward::Raise);
                return Ok(());
            }
            Then::Raise(_) => self.reach_passed_by(&exception)?,
            _ => {}
        }
        Err(Trap::Raise(exception))
    }

    /// A value was asked for its truth.
    fn decide(&mut self, then: Then, value: &Value) -> Result<(), Trap> {
        let is_true = match operate::truth(&mut self.vm.runtime, value) {
            Ok(truth) => truth,
            Err(trap) => return self.perform_trap(trap, then),
        };
        match then {
            Then::JumpIf { truth, exit } | Then::JumpIfKeep { truth, exit, .. } if truth == is_true => self.jump(exit),
            Then::JumpIfKeep { kept, .. } => clear(&mut self.frame.registers[usize::from(kept)]),
            Then::Truth { into, negated } => put(&mut self.frame.registers[usize::from(into)], Value::bool(is_true != negated)),
            _ => {}
        }
        Ok(())
    }
}

/// What CPython's messages call a generator-like object of that code.
fn word_of(code: &Loaded) -> &'static str {
    match code.kind {
        CodeKind::Coroutine => "coroutine",
        CodeKind::AsyncGenerator => "async generator",
        _ => "generator",
    }
}

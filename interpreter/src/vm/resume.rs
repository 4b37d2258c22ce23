//! The heart: how generator-like frames are resumed and suspended.
//!
//! A resumed frame is linked to its resumer by `back` and carries in `then` what its yields and its end mean there. A frame that delegates
//! (`yield from`, `await`) stands on its instruction and is marked `delegating`; what its delegate yields climbs through it. A throw or
//! close walks down the chain of delegates to the innermost one, as CPython's `gen_throw` and `gen_close` do; the frames between are marked
//! `passed_by` until something reaches them (PEP 380, PEP 492, PEP 525).

use std::mem::{forget, take};
use std::rc::Rc;

use super::ends::DELEGATION;
use super::registers::{clear, put};
use super::watch::{How, Input, Through, Watch};
use super::{Context, Loaded, Vm};
use crate::library::prelude_name;
use crate::object::attribute;
use crate::object::exception::Exception;
use crate::object::frame::{Frame, Onward, Then};
use crate::object::fuel;
use crate::object::generator::{AsyncStep, AsyncVerb, Generator, GeneratorKind, State, StepEntry, StepState};
use crate::object::heap;
use crate::object::native::{Answer, Stop, Trap, Verb};
use crate::object::operate;
use crate::object::runtime::Runtime;
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::code::CodeKind;
use stillframe_front::bytecode::op::{AwaitFor, NONE, Op, Reg};

/// One resumption: who, how, and what becomes of it.
struct Entry {
    generator: Rc<Generator>,
    then: Then,
    how: How,
    through: Option<Through>,
    /// The step of an async generator that this is.
    step: Option<Rc<AsyncStep>>,
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
        if !W::ON
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
    fn send_into(&mut self, mut entry: Entry, value: Value) -> Result<(), Trap> {
        let Some(mut new) = entry.generator.begin() else { return self.not_resumable(entry) };
        if !new.started && !value.is_none() {
            entry.generator.suspend(new);
            let message = format!("can't send non-None value to a just-started {}", entry.generator.kind.word());
            return Err(self.vm.runtime.type_error(message));
        }
        if self.vm.depth >= self.vm.runtime.limits.recursion {
            entry.generator.suspend(new);
            return Err(self.vm.too_deep(""));
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
    fn link(&mut self, mut new: Box<Frame>, entry: &mut Entry) {
        new.step = entry.step.clone();
        new.generator = Some(entry.generator.clone());
        self.enter(new, take(&mut entry.then));
    }

    /// Takes a frame off the stack that was put there to run, and sleeps on.
    fn unlink(&mut self) {
        let Some(mut frame) = self.leave() else { return };
        drop((take(&mut frame.then), frame.step.take()));
        if let Some(generator) = frame.generator.take() {
            generator.suspend(frame);
        }
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
            let how = if self.frame.delegating { delegation(self.codes, &self.frame) } else { How::Yield };
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
    fn sleeper(&self, generator: &Generator, value: &Value) -> Option<Box<Frame>> {
        if self.vm.depth >= self.vm.runtime.limits.recursion {
            return None;
        }
        let frame = generator.begin()?;
        if !frame.started && !value.is_none() {
            generator.suspend(frame);
            return None;
        }
        Some(frame)
    }

    /// Puts such a frame back on the stack, where nobody watches.
    #[inline(always)]
    fn resume_at_once(&mut self, mut frame: Box<Frame>, generator: &Rc<Generator>, then: Then, value: Value) {
        accept(&mut frame, value);
        forget(frame.generator.replace(generator.clone()));
        self.enter(frame, then);
    }

    /// What the running frame delegated to has failed: the exception is about to be raised at its instruction.
    pub(super) fn delegate_failed(&mut self, then: &Then) {
        if matches!(then, Then::Delegate { .. }) {
            self.frame.delegating = false;
        }
    }

    /// The iterator that the running frame delegates to yields `value` by a method of its own.
    pub(super) fn delegate_yields(&mut self, register: Reg, value: Value) -> Result<(), Trap> {
        self.frame.sent = register;
        self.frame.delegating = true;
        self.yielded(value)
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
        }
        self.frame.delegating = false;
        Ok(())
    }

    /// By which verb a frame on the stack was resumed, `otherwise` where only its resumer would know.
    fn how_resumed(&self, otherwise: How) -> How {
        if let Some(step) = &self.frame.step {
            return how_of_step(step);
        }
        match self.frame.then {
            Then::Close { .. } | Then::Finalise(_) => How::Close,
            Then::For { .. } | Then::Default { .. } => How::Next,
            Then::Delegate { .. } | Then::Raise(_) => self.frame.back.as_deref().map_or(otherwise, |caller| delegation(self.codes, caller)),
            _ => otherwise,
        }
    }

    /// `YieldFrom`, `Await`: goes on in the delegate with the value in `v`.
    pub(super) fn delegate(&mut self, it: Reg, v: Reg) -> Result<(), Trap> {
        let mut value = self.frame.registers[usize::from(v)].take();
        self.frame.delegating = true;
        self.frame.delegate = it;
        if !W::ON && self.delegate_at_once(it, v, &mut value) {
            return Ok(());
        }
        match &self.frame.registers[usize::from(it)] {
            Value::Generator(generator) => {
                let generator = generator.clone();
                self.delegate_to(generator, None, v, value)
            }
            Value::CoroutineWrapper(wrapper) => {
                let generator = wrapper.coroutine.clone();
                self.delegate_to(generator, None, v, value)
            }
            Value::AsyncStep(step) => {
                let step = step.clone();
                let result = self.step(step, Verb::Send(value), Then::Delegate { into: v });
                if result.is_err() {
                    self.frame.delegating = false;
                }
                result
            }
            Value::Iter(iter) if value.is_none() => match operate::iter_next(&mut self.vm.runtime, &iter.clone()) {
                Ok(Some(next)) => self.delegate_yields(v, next),
                Ok(None) => {
                    complete_delegation(&mut self.frame, v, Value::None);
                    Ok(())
                }
                Err(trap) => {
                    self.frame.delegating = false;
                    Err(trap)
                }
            },
            other => {
                let iterator = other.clone();
                let result = self.delegate_by_methods(&iterator, v, value);
                if result.is_err() {
                    self.frame.delegating = false;
                }
                result
            }
        }
    }

    /// Goes on in the delegate where nobody watches, and nothing is in the way. False where the long way is needed.
    #[inline(always)]
    fn delegate_at_once(&mut self, it: Reg, v: Reg, value: &mut Value) -> bool {
        match &self.frame.registers[usize::from(it)] {
            Value::Generator(generator) => {
                let Some(frame) = self.sleeper(generator, value) else { return false };
                let generator = generator.clone();
                self.resume_at_once(frame, &generator, Then::Delegate { into: v }, value.take());
                self.go_down();
                true
            }
            Value::AsyncStep(step) => value.is_none() && self.step_at_once(step.clone(), v),
            _ => false,
        }
    }

    #[inline]
    fn delegate_to(&mut self, generator: Rc<Generator>, step: Option<Rc<AsyncStep>>, v: Reg, value: Value) -> Result<(), Trap> {
        let how = if W::ON { delegation(self.codes, &self.frame) } else { How::Await };
        let entry = Entry { generator, then: Then::Delegate { into: v }, how, through: Some(Through::Send), step };
        let result = self.send_into(entry, value);
        if result.is_err() {
            self.frame.delegating = false;
        }
        result
    }

    /// The first step of an async generator that sleeps, as `async for` makes it, where nothing is in the way.
    fn step_at_once(&mut self, step: Rc<AsyncStep>, into: Reg) -> bool {
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

    /// A frame that has just been resumed and delegates to a sleeping frame would only hand on what was sent: goes down the chain of
    /// delegates as far as that is so.
    fn go_down(&mut self) {
        while self.frame.delegating
            && let Value::Generator(generator) = &self.frame.registers[usize::from(self.frame.delegate)]
        {
            let generator = generator.clone();
            let sent = self.frame.sent;
            let Some(frame) = self.sleeper(&generator, &self.frame.registers[usize::from(sent)]) else { return };
            let value = self.frame.registers[usize::from(sent)].take();
            // As if the instruction had run again.
            self.frame.pc += 1;
            fuel::note(1);
            self.resume_at_once(frame, &generator, Then::Delegate { into: sent }, value);
        }
    }

    /// Delegates to an iterator of the program's: `__next__()`, or `send(value)`.
    fn delegate_by_methods(&mut self, iterator: &Value, v: Reg, value: Value) -> Result<(), Trap> {
        let then = Then::DelegateCall { into: v };
        if value.is_none() {
            let Some(next) = attribute::special(&mut self.vm.runtime, iterator, names::NEXT) else {
                let kind = self.vm.runtime.type_name(iterator);
                return Err(self.vm.runtime.type_error(format!("'{kind}' object is not an iterator")));
            };
            return self.call(next, Vec::new(), &[], then);
        }
        match attribute::get(&mut self.vm.runtime, iterator, names::SEND) {
            Ok(send) => self.call(send, vec![value], &[], then),
            Err(Trap::Request(request)) => self.perform(*request, then),
            Err(trap) => Err(trap),
        }
    }

    /// Throws an exception: into the innermost frame that the chain of delegates leads to.
    fn throw_into(&mut self, mut entry: Entry, exception: Rc<Exception>) -> Result<(), Trap> {
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
            if self.vm.depth >= self.vm.runtime.limits.recursion {
                entry.generator.suspend(new);
                return Err(self.vm.too_deep(""));
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
            let how = delegation(self.codes, &self.frame);
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
                // It is closed before the exception reaches this frame.
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
                    self.tell(|w, view, _| w.drop_unstarted(view, id, true));
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
                        return Err(not_throwable(&self.vm.runtime, &other));
                    }
                };
                if generator.state() == State::Created && step.verb == AsyncVerb::Close {
                    return self.close_unstarted_async(&step, entry(step.clone()).then);
                }
                self.throw_into(entry(step), exception)
            }
        }
    }

    /// `aclose()` of an async generator that never began.
    fn close_unstarted_async(&mut self, step: &Rc<AsyncStep>, then: Then) -> Result<(), Trap> {
        let generator = step.generator();
        let frame = generator.begin();
        generator.end();
        let id = generator.frame_id;
        self.tell(|w, view, _| w.drop_unstarted(view, id, true));
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

    /// `for` over what is no generator and no built-in iterator: `__next__`.
    pub(super) fn for_next(&mut self, it: Reg, d: Reg, t: u32) -> Result<(), Trap> {
        let iterator = self.frame.registers[usize::from(it)].clone();
        if let Value::Generator(generator) = iterator {
            return self.resume(generator, Verb::Next, Then::For { into: d, exit: t });
        }
        let then = Then::ForNext { into: d, exit: t };
        let class = self.vm.runtime.class_of(&iterator);
        let result = match class.lookup(names::NEXT) {
            Some(Value::Function(next)) => self.call_function(&next, &mut [iterator], &[], then),
            Some(_) => match attribute::special(&mut self.vm.runtime, &iterator, names::NEXT) {
                Some(next) => self.call(next, Vec::new(), &[], then),
                None => Err(self.vm.runtime.type_error(format!("'{}' object is not an iterator", class.name()))),
            },
            None => Err(self.vm.runtime.type_error(format!("'{}' object is not an iterator", class.name()))),
        };
        match result {
            Err(trap @ Trap::Raise(_)) => self.perform_trap(trap, Then::ForNext { into: d, exit: t }),
            other => other,
        }
    }

    /// The awaitable of the next value of an `async for`.
    pub(super) fn get_anext(&mut self, d: Reg, s: Reg) -> Result<(), Trap> {
        let object = self.frame.registers[usize::from(s)].clone();
        if let Value::Generator(generator) = &object
            && generator.kind == GeneratorKind::AsyncGenerator
        {
            if let Some(hook) = generator.first_iteration_hook(&self.vm.runtime.asyncgen_hooks) {
                self.frame.pc -= 1;
                return self.call(hook, vec![object], &[], Then::Discard);
            }
            let step = match self.vm.spare_step.take().and_then(|spare| AsyncStep::take_up(spare, generator)) {
                Some(step) => Value::AsyncStep(step),
                None => crate::object::generator::new_step(generator, AsyncVerb::Send, true, Value::None),
            };
            put(&mut self.frame.registers[usize::from(d)], step);
            return Ok(());
        }
        let method = attribute::special(&mut self.vm.runtime, &object, names::ANEXT);
        if method.as_ref().is_some_and(|method| attribute::getter_of(method).is_some()) {
            let trap =
                self.vm.runtime.prelude("async_method_of", vec![object.clone(), crate::object::runtime::symbol_string(names::ANEXT)]);
            return self.perform_trap(trap, Then::ANext { into: d });
        }
        let Some(method) = method else {
            let kind = self.vm.runtime.type_name(&object);
            return Err(self.vm.runtime.type_error(format!("'async for' requires an iterator with __anext__ method, got {kind}")));
        };
        self.call(method, Vec::new(), &[], Then::ANext { into: d })
    }
}

impl Vm<'_> {
    pub(super) fn stop_async_iteration(&self) -> Trap {
        Trap::Raise(Exception::new(self.runtime.classes.stop_async_iteration.clone(), Vec::new()))
    }

    #[cold]
    fn no_caller(&self) -> Trap {
        self.runtime.raise(&self.runtime.classes.system_error, "a frame without a caller yielded")
    }

    /// The exception that closes, made where `handled` is handled.
    fn generator_exit(&self, handled: Option<Rc<Exception>>) -> Rc<Exception> {
        let exception = Exception::new(self.runtime.classes.generator_exit.clone(), Vec::new());
        if let Some(handled) = handled {
            *exception.context.borrow_mut() = Value::Exception(handled);
        }
        exception
    }

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

    /// What a `yield from` delegates to.
    pub(super) fn get_yield_from(&mut self, code: &Loaded, awaitable: bool, object: &Value) -> Answer {
        if let Value::Generator(generator) = object {
            let in_coroutine = awaitable || code.kind == CodeKind::Coroutine;
            match generator.kind {
                GeneratorKind::Generator => return Ok(object.clone()),
                GeneratorKind::Coroutine if in_coroutine => return Ok(object.clone()),
                GeneratorKind::Coroutine => {
                    let message = "cannot 'yield from' a coroutine object in a non-coroutine generator";
                    return Err(self.runtime.type_error(message));
                }
                GeneratorKind::AsyncGenerator => {}
            }
        }
        operate::get_iter(&mut self.runtime, object)
    }

    /// The awaitable's iterator (PEP 492).
    pub(super) fn get_awaitable(&mut self, object: &Value, what: AwaitFor) -> Answer {
        match object {
            Value::Generator(generator) if generator.kind == GeneratorKind::Coroutine => {
                if !generator.delegate().is_none() {
                    return Err(self.runtime.runtime_error("coroutine is being awaited already"));
                }
                return Ok(object.clone());
            }
            Value::Generator(generator) if generator.awaitable => return Ok(object.clone()),
            Value::AsyncStep(_) => return Ok(object.clone()),
            _ => {}
        }
        let kind = self.runtime.type_name(object);
        match attribute::special(&mut self.runtime, object, names::AWAIT) {
            _ if what == AwaitFor::Next => Err(self.runtime.prelude("awaitable_of_next", vec![object.clone()])),
            Some(method) if attribute::getter_of(&method).is_some() => {
                Err(self.runtime.prelude("async_method_of", vec![object.clone(), crate::object::runtime::symbol_string(names::AWAIT)]))
            }
            Some(method) => Err(self.runtime.call(method, Vec::new())),
            None => {
                let message = match what {
                    AwaitFor::Await | AwaitFor::Next => format!("object {kind} can't be used in 'await' expression"),
                    AwaitFor::Enter => {
                        format!("'async with' received an object from __aenter__ that does not implement __await__: {kind}")
                    }
                    AwaitFor::Exit => {
                        format!("'async with' received an object from __aexit__ that does not implement __await__: {kind}")
                    }
                };
                Err(self.runtime.type_error(message))
            }
        }
    }

    /// Whether it can be awaited what an `__await__` returned.
    pub(super) fn check_awaitable(&self, iterator: &Value) -> Result<(), Trap> {
        if let Value::Generator(generator) = iterator
            && (generator.kind == GeneratorKind::Coroutine || generator.awaitable)
        {
            return Err(self.runtime.type_error("__await__() returned a coroutine"));
        }
        if self.runtime.class_of(iterator).lookup(names::NEXT).is_none() {
            let kind = self.runtime.type_name(iterator);
            return Err(self.runtime.type_error(format!("__await__() returned non-iterator of type '{kind}'")));
        }
        Ok(())
    }

    /// `async for` begins.
    pub(super) fn get_aiter(&mut self, object: &Value) -> Answer {
        if let Value::Generator(generator) = object
            && generator.kind == GeneratorKind::AsyncGenerator
        {
            return Ok(object.clone());
        }
        match attribute::special(&mut self.runtime, object, names::AITER) {
            Some(method) => Err(self.runtime.prelude("async_for_of", vec![object.clone(), method])),
            None => {
                let kind = self.runtime.type_name(object);
                Err(self.runtime.type_error(format!("'async for' requires an object with __aiter__ method, got {kind}")))
            }
        }
    }
}

/// What a frame delegated to has ended with `value`: it goes on behind its instruction. A frame that a throw had passed by just goes on, as
/// CPython's: no step tells it.
pub(super) fn complete_delegation(f: &mut Frame, register: Reg, value: Value) {
    f.passed_by = false;
    f.delegating = false;
    clear(&mut f.registers[usize::from(f.delegate)]);
    put(&mut f.registers[usize::from(register)], value);
}

/// What a generator-like object's end means where its resumption is the result of a call.
fn for_generator(then: Then) -> Then {
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

/// What CPython's messages call a generator-like object of that code.
pub(super) fn word_of(code: &Loaded) -> &'static str {
    match code.kind {
        CodeKind::Coroutine => "coroutine",
        CodeKind::AsyncGenerator => "async generator",
        _ => "generator",
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

/// The step, where its generator runs already: it is refused then, and that ends it.
fn refused(step: &Rc<AsyncStep>) -> Option<Rc<AsyncStep>> {
    step.generator().running.get().then(|| step.clone())
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

fn step_name(step: &AsyncStep) -> &'static str {
    match step.verb {
        AsyncVerb::Send => "anext",
        AsyncVerb::Throw => "athrow",
        AsyncVerb::Close => "aclose",
    }
}

fn how_of_step(step: &AsyncStep) -> How {
    match step.verb {
        AsyncVerb::Send if step.is_anext => How::Anext,
        AsyncVerb::Send => How::Asend,
        AsyncVerb::Throw => How::Athrow,
        AsyncVerb::Close => How::Aclose,
    }
}

/// Whether a frame delegates by `yield from` or by `await`.
pub(super) fn delegation(codes: &[Loaded], frame: &Frame) -> How {
    match codes[frame.code as usize].ops.get((frame.pc as usize).wrapping_sub(1)) {
        Some(Op::YieldFrom { .. }) => How::YieldFrom,
        _ => How::Await,
    }
}

/// What `throw` and `athrow` say to what is no exception.
pub(super) fn not_throwable(runtime: &Runtime, value: &Value) -> Trap {
    let kind = runtime.type_name(value);
    runtime.type_error(format!("exceptions must be classes or instances deriving from BaseException, not {kind}"))
}

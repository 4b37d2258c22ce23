//! The heart: how generator-like frames are resumed and suspended.
//!
//! A resumed frame is linked to its resumer by `back` and carries in `then` what its yields and its end mean there. A frame that delegates
//! (`yield from`, `await`) stands on its instruction and is marked `delegating`; what its delegate yields climbs through it. A throw or
//! close walks down the chain of delegates to the innermost one, as CPython's `gen_throw` and `gen_close` do; the frames between are marked
//! `passed_by` until something reaches them (PEP 380, PEP 492, PEP 525).

use std::mem::{forget, replace};
use std::rc::Rc;

use super::machine::{clear, put};
use super::watch::{How, Input, Through, Watch};
use super::{Loaded, Ret, Vm};
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

/// What it takes to pass by a frame that delegates, on the way down and on the way back.
const DELEGATION: u64 = 4;

/// One resumption: who, how, and what becomes of it.
struct Entry {
    generator: Rc<Generator>,
    ret: Ret,
    how: How,
    through: Option<Through>,
    /// The step of an async generator that this is.
    step: Option<Rc<AsyncStep>>,
}

impl Vm<'_> {
    /// Resumes a generator-like object on behalf of the frame `f`.
    pub(super) fn resume<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        generator: Rc<Generator>,
        verb: Verb,
        mut ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let (how, mut value) = match verb {
            Verb::Next => (How::Next, Value::None),
            Verb::NextOr(default) => {
                ret.then = Then::Default;
                ret.carried = default;
                (How::Next, Value::None)
            }
            Verb::Send(value) => (How::Send, value),
            Verb::Throw(exception) => {
                let entry = Entry { generator, ret, how: How::Throw, through: None, step: None };
                return self.throw_into(codes, f, entry, exception, watch);
            }
            Verb::Close => return self.close(codes, f, generator, ret, watch),
        };
        if !W::ON && !ret.carried.is_heap() {
            match self.resume_at_once(f, &generator, ret.then, ret.result, ret.exit, value) {
                Ok(()) => {
                    f.carried = ret.carried;
                    self.go_down(f);
                    return Ok(());
                }
                Err(back) => value = back,
            }
        }
        let entry = Entry { generator, ret, how, through: None, step: None };
        self.send_into(codes, f, entry, value, watch)
    }

    /// The same for a request, whose result may be meant for more than a register.
    pub(super) fn resume_for<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        generator: Rc<Generator>,
        verb: Verb,
        mut ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        ret.then = match ret.then {
            Then::Store | Then::Discard => Then::Method,
            Then::ForNext => Then::For,
            other => other,
        };
        if matches!(verb, Verb::Close) {
            ret.then = if ret.then == Then::Method { Then::Close } else { ret.then };
        }
        self.resume(codes, f, generator, verb, ret, watch)
    }

    /// Sends a value into a generator-like frame; None begins it.
    fn send_into<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, entry: Entry, value: Value, watch: &mut W) -> Result<(), Trap> {
        let Some(mut new) = entry.generator.begin() else { return self.not_resumable(codes, f, entry, watch) };
        if !new.started && !value.is_none() {
            entry.generator.suspend(new);
            let message = format!("can't send non-None value to a just-started {}", entry.generator.kind.word());
            return Err(self.runtime.type_error(message));
        }
        if self.depth >= self.runtime.limits.recursion {
            entry.generator.suspend(new);
            return Err(self.too_deep(""));
        }
        if W::ON {
            self.link(f, new, &entry);
            let input = if value.is_none() { Input::Nothing } else { Input::Value(&value) };
            self.watch(codes, watch, |w, view| w.resume(view, f.back.as_deref(), f, entry.how, entry.through, input));
            accept(f, value);
        } else {
            accept(&mut new, value);
            self.link(f, new, &entry);
        }
        Ok(())
    }

    /// Puts a generator's frame on the stack.
    fn link(&mut self, f: &mut Box<Frame>, mut new: Box<Frame>, entry: &Entry) {
        new.then = entry.ret.then;
        new.result = entry.ret.result;
        new.exit = entry.ret.exit;
        new.carried = match &entry.step {
            Some(step) => Value::AsyncStep(step.clone()),
            None => entry.ret.carried.clone(),
        };
        new.generator = Some(entry.generator.clone());
        if new.handled.is_heap() {
            self.handling += 1;
        }
        self.depth += 1;
        let caller = replace(f, new);
        forget(f.back.replace(caller));
    }

    /// Takes a frame off the stack that was put there to run, and sleeps on.
    fn unlink(&mut self, f: &mut Box<Frame>) {
        let Some(caller) = f.back.take() else { return };
        let mut frame = replace(f, caller);
        self.depth -= 1;
        if frame.handled.is_heap() {
            self.handling -= 1;
        }
        drop(frame.carried.take());
        if let Some(generator) = frame.generator.take() {
            generator.suspend(frame);
        }
    }

    /// What a generator-like object answers that runs already, or has ended.
    fn not_resumable<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, entry: Entry, watch: &mut W) -> Result<(), Trap> {
        let generator = &entry.generator;
        if generator.running.get() {
            return Err(self.runtime.value_error(format!("{} already executing", generator.kind.word())));
        }
        if generator.kind == GeneratorKind::Coroutine {
            return Err(self.runtime.runtime_error("cannot reuse already awaited coroutine"));
        }
        if generator.kind == GeneratorKind::AsyncGenerator {
            return Err(self.stop_async_iteration());
        }
        self.generator_ended(codes, f, entry.ret, Value::None, watch)
    }

    fn stop_async_iteration(&self) -> Trap {
        Trap::Raise(Exception::new(self.runtime.classes.stop_async_iteration.clone(), Vec::new()))
    }

    /// A generator-like frame returned `value`.
    pub(super) fn generator_returned<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        generator: &Rc<Generator>,
        ret: Ret,
        value: Value,
        watch: &mut W,
    ) -> Result<(), Trap> {
        if let Value::AsyncStep(step) = &ret.carried {
            let step = step.clone();
            end_step(&step, StepEnd::Stopped);
            if step.verb == AsyncVerb::Close {
                return self.step_done(codes, f, ret, Value::None, watch);
            }
            self.delegate_failed(f, ret.then);
            return Err(self.stop_async_iteration());
        }
        if generator.kind == GeneratorKind::AsyncGenerator && ret.then == Then::Method {
            return Err(self.stop_async_iteration());
        }
        self.generator_ended(codes, f, ret, value, watch)
    }

    /// The frame of a generator or coroutine returns `value` to the frame that delegates to it, where nobody watches.
    #[inline]
    pub(super) fn return_to_delegator(&mut self, codes: &[Loaded], f: &mut Box<Frame>, value: Value, registers: usize) {
        let Some(caller) = f.back.take() else { return };
        self.depth -= 1;
        let mut ended = replace(f, caller);
        if ended.handled.is_heap() {
            self.handling -= 1;
        }
        let (result, generator) = (ended.result, ended.generator.take());
        self.recycle(codes, f, ended, registers, Some(&value));
        if let Some(generator) = generator {
            generator.end();
            complete_delegation(f, result, value);
            drop(generator);
        }
    }

    /// What the end of a generator means to who resumed it.
    fn generator_ended<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        ret: Ret,
        value: Value,
        watch: &mut W,
    ) -> Result<(), Trap> {
        match ret.then {
            Then::For => {
                drop(value);
                self.leave_for(codes, f, ret.exit);
                Ok(())
            }
            Then::Method => Err(self.runtime.stop_iteration(value)),
            Then::Default => {
                drop(value);
                if ret.carried.is_unbound() {
                    return Ok(());
                }
                self.deliver(codes, f, Ret::store(ret.result), ret.carried, watch)
            }
            Then::Close => {
                drop(value);
                self.deliver(codes, f, Ret::store(ret.result), Value::None, watch)
            }
            _ => self.deliver(codes, f, ret, value, watch),
        }
    }

    /// The frame `f` yields `value`: it is suspended, and with it every frame that delegates to it.
    pub(super) fn suspend<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, value: Value, watch: &mut W) -> Result<(), Trap> {
        loop {
            let (code, exit) = (f.code, f.exit);
            let (then, result, carried) = self.suspend_one(codes, f, &value, watch)?;
            match then {
                Then::Delegate => {
                    fuel::note(DELEGATION);
                    f.sent = result;
                }
                Then::Close | Then::Finalise | Then::RaiseCarried => {
                    let what = word_of(&codes[code as usize]);
                    drop(value);
                    return self.ignored_exit(codes, f, what, then, carried, watch);
                }
                _ => {
                    if result != NONE {
                        put(&mut f.registers[usize::from(result)], value);
                    }
                    if then == Then::Method && exit != 0 && exit != u32::from(result) {
                        clear(&mut f.registers[exit as usize]);
                    }
                    return Ok(());
                }
            }
        }
    }

    /// Suspends the frame `f` alone. What its yield means to the frame below, the register there, and what the frame carried.
    #[inline(always)]
    fn suspend_one<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        value: &Value,
        watch: &mut W,
    ) -> Result<(Then, Reg, Value), Trap> {
        if W::ON {
            let how = if f.delegating { delegation(codes, f) } else { How::Yield };
            if f.passed_by {
                self.watch(codes, watch, |w, view| w.pass_by(view, f, State::Suspended));
            } else {
                self.watch(codes, watch, |w, view| w.suspend(view, f, how, f.back.as_deref(), value));
            }
        }
        f.passed_by = false;
        let Some(caller) = f.back.take() else { return Err(self.no_caller()) };
        let mut suspended = replace(f, caller);
        self.depth -= 1;
        if suspended.handled.is_heap() {
            self.handling -= 1;
        }
        let (then, result) = (suspended.then, suspended.result);
        let carried = if suspended.carried.is_unbound() { Value::Unbound } else { suspended.carried.take() };
        if let Some(generator) = suspended.generator.take() {
            generator.suspend(suspended);
            drop(generator);
        }
        Ok((then, result, carried))
    }

    #[cold]
    fn no_caller(&self) -> Trap {
        self.runtime.raise(&self.runtime.classes.system_error, "a frame without a caller yielded")
    }

    /// Puts a generator-like object's frame back on the stack where nothing is to be told and nothing is in the way: it sleeps, and the
    /// stack has room. Otherwise the value comes back, and the long way says what is wrong.
    #[inline(always)]
    pub(super) fn resume_at_once(
        &mut self,
        f: &mut Box<Frame>,
        generator: &Rc<Generator>,
        then: Then,
        result: Reg,
        exit: u32,
        value: Value,
    ) -> Result<(), Value> {
        if self.depth >= self.runtime.limits.recursion {
            return Err(value);
        }
        let Some(mut new) = generator.begin() else { return Err(value) };
        if !new.started && !value.is_none() {
            generator.suspend(new);
            return Err(value);
        }
        accept(&mut new, value);
        new.then = then;
        new.result = result;
        new.exit = exit;
        forget(new.generator.replace(generator.clone()));
        if new.handled.is_heap() {
            self.handling += 1;
        }
        self.depth += 1;
        let caller = replace(f, new);
        forget(f.back.replace(caller));
        Ok(())
    }

    /// A generator yielded in spite of GeneratorExit.
    #[cold]
    fn ignored_exit<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        what: &str,
        then: Then,
        carried: Value,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let trap = self.runtime.runtime_error(format!("{what} ignored GeneratorExit"));
        let Trap::Raise(exception) = trap else { return Err(trap) };
        if then == Then::Finalise {
            return self.unraisable(codes, f, exception, carried, watch);
        }
        if then == Then::RaiseCarried {
            if heap::is_dying() {
                // What was yielded is finalised before the exception reaches this frame.
                self.wait_to_raise(f, exception, Onward::Raise);
                return Ok(());
            }
            self.reach_passed_by(codes, f, &exception, watch)?;
        }
        Err(Trap::Raise(exception))
    }

    /// The async generator frame `f` yields `value` to whom awaits its step.
    pub(super) fn suspend_async<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        value: Value,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let exit = f.exit;
        let (then, result, carried) = self.suspend_one(codes, f, &value, watch)?;
        let Value::AsyncStep(step) = carried else { return self.ignored_exit(codes, f, "async generator", then, carried, watch) };
        end_step(&step, StepEnd::Yielded);
        if step.verb == AsyncVerb::Close {
            self.delegate_failed(f, then);
            return Err(self.runtime.runtime_error("async generator ignored GeneratorExit"));
        }
        if then == Then::Delegate {
            complete_delegation(f, result, value);
            self.spare_step = AsyncStep::put_by(step);
            return Ok(());
        }
        self.step_done(codes, f, Ret::to(then, result, exit), value, watch)
    }

    /// A step of an async generator is done: its awaiter goes on with `value`.
    fn step_done<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, ret: Ret, value: Value, watch: &mut W) -> Result<(), Trap> {
        match ret.then {
            Then::Delegate => {
                complete_delegation(f, ret.result, value);
                Ok(())
            }
            Then::Method => Err(self.runtime.stop_iteration(value)),
            Then::ForNext => {
                self.leave_for(codes, f, ret.exit);
                Ok(())
            }
            _ => self.generator_ended(codes, f, Ret { carried: Value::Unbound, ..ret }, value, watch),
        }
    }

    /// What `f` delegated to has failed: the exception is about to be raised at its instruction.
    fn delegate_failed(&mut self, f: &mut Frame, then: Then) {
        if then == Then::Delegate {
            f.delegating = false;
        }
    }

    /// The iterator that `f` delegates to yields `value` by a method of its own.
    pub(super) fn delegate_yields<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        register: Reg,
        value: Value,
        watch: &mut W,
    ) -> Result<(), Trap> {
        f.sent = register;
        f.delegating = true;
        self.suspend(codes, f, value, watch)
    }

    /// An exception has reached a frame that a throw had passed by: it runs again, to raise it.
    pub(super) fn reach_passed_by<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        exception: &Rc<Exception>,
        watch: &mut W,
    ) -> Result<(), Stop> {
        if f.passed_by {
            f.passed_by = false;
            fuel::note(DELEGATION);
            let how = self.how_resumed(codes, f, How::Throw);
            let through = matches!(how, How::YieldFrom | How::Await).then_some(Through::Throw);
            self.watch(codes, watch, |w, view| w.resume(view, f.back.as_deref(), f, how, through, Input::Exception(exception)));
            if let Value::Exception(handled) = &f.handled {
                self.chain(handled.clone(), exception)?;
            }
        }
        f.delegating = false;
        Ok(())
    }

    /// By which verb a frame on the stack was resumed, `otherwise` where only its resumer would know.
    fn how_resumed(&self, codes: &[Loaded], f: &Frame, otherwise: How) -> How {
        if let Value::AsyncStep(step) = &f.carried {
            return how_of_step(step);
        }
        match f.then {
            Then::Close | Then::Finalise => How::Close,
            Then::For | Then::Default => How::Next,
            Then::Delegate | Then::RaiseCarried => f.back.as_deref().map_or(otherwise, |caller| delegation(codes, caller)),
            _ => otherwise,
        }
    }

    /// `YieldFrom`, `Await`: goes on in the delegate with the value in `v`.
    pub(super) fn delegate<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, it: Reg, v: Reg, watch: &mut W) -> Result<(), Trap> {
        let mut value = f.registers[usize::from(v)].take();
        f.delegating = true;
        f.delegate = it;
        if !W::ON
            && let Value::Generator(generator) = &f.registers[usize::from(it)]
        {
            let generator = generator.clone();
            match self.resume_at_once(f, &generator, Then::Delegate, v, 0, value) {
                Ok(()) => {
                    self.go_down(f);
                    return Ok(());
                }
                Err(back) => value = back,
            }
        }
        if !W::ON
            && let Value::AsyncStep(step) = &f.registers[usize::from(it)]
        {
            let step = step.clone();
            match self.step_at_once(f, step, v, value) {
                Ok(()) => return Ok(()),
                Err(back) => value = back,
            }
        }
        match &f.registers[usize::from(it)] {
            Value::Generator(generator) => {
                let generator = generator.clone();
                self.delegate_to(codes, f, generator, None, v, value, watch)
            }
            Value::CoroutineWrapper(wrapper) => {
                let generator = wrapper.coroutine.clone();
                self.delegate_to(codes, f, generator, None, v, value, watch)
            }
            Value::AsyncStep(step) => {
                let step = step.clone();
                let result = self.step(codes, f, step, Verb::Send(value), Ret::to(Then::Delegate, v, 0), watch);
                if result.is_err() {
                    f.delegating = false;
                }
                result
            }
            Value::Iter(iter) if value.is_none() => match operate::iter_next(&mut self.runtime, &iter.clone()) {
                Ok(Some(next)) => self.delegate_yields(codes, f, v, next, watch),
                Ok(None) => {
                    complete_delegation(f, v, Value::None);
                    Ok(())
                }
                Err(trap) => {
                    f.delegating = false;
                    Err(trap)
                }
            },
            other => {
                let iterator = other.clone();
                let result = self.delegate_by_methods(codes, f, &iterator, v, value, watch);
                if result.is_err() {
                    f.delegating = false;
                }
                result
            }
        }
    }

    #[inline]
    fn delegate_to<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        generator: Rc<Generator>,
        step: Option<Rc<AsyncStep>>,
        v: Reg,
        value: Value,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let how = if W::ON { delegation(codes, f) } else { How::Await };
        let entry = Entry { generator, ret: Ret::to(Then::Delegate, v, 0), how, through: Some(Through::Send), step };
        let result = self.send_into(codes, f, entry, value, watch);
        if result.is_err() {
            f.delegating = false;
        }
        result
    }

    /// The first step of an async generator that sleeps, as `async for` makes it, where nothing is in the way.
    fn step_at_once(&mut self, f: &mut Box<Frame>, step: Rc<AsyncStep>, result: Reg, value: Value) -> Result<(), Value> {
        let generator = step.generator().clone();
        if step.state.get() != StepState::Created || step.verb != AsyncVerb::Send || generator.stepping.get() || !value.is_none() {
            return Err(value);
        }
        match self.resume_at_once(f, &generator, Then::Delegate, result, 0, step.value.take()) {
            Ok(()) => {
                step.state.set(StepState::Iterating);
                generator.stepping.set(true);
                f.carried = Value::AsyncStep(step);
                self.go_down(f);
                Ok(())
            }
            Err(back) => {
                drop(step.value.replace(back));
                Err(value)
            }
        }
    }

    /// A frame that has just been resumed and delegates to a sleeping frame would only hand on what was sent: goes down the chain of
    /// delegates as far as that is so.
    fn go_down(&mut self, f: &mut Box<Frame>) {
        while f.delegating
            && let Value::Generator(generator) = &f.registers[usize::from(f.delegate)]
        {
            let generator = generator.clone();
            let sent = f.sent;
            let value = f.registers[usize::from(sent)].take();
            match self.resume_at_once(f, &generator, Then::Delegate, sent, 0, value) {
                // As if the instruction had run again.
                Ok(()) => {
                    if let Some(caller) = &mut f.back {
                        caller.pc += 1;
                    }
                    fuel::note(1);
                }
                Err(back) => {
                    put(&mut f.registers[usize::from(sent)], back);
                    return;
                }
            }
        }
    }

    /// Delegates to an iterator of the program's: `__next__()`, or `send(value)`.
    fn delegate_by_methods<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        iterator: &Value,
        v: Reg,
        value: Value,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let ret = Ret::to(Then::DelegateCall, v, 0);
        if value.is_none() {
            let Some(next) = attribute::special(&mut self.runtime, iterator, names::NEXT) else {
                let kind = self.runtime.type_name(iterator);
                return Err(self.runtime.type_error(format!("'{kind}' object is not an iterator")));
            };
            return self.call(codes, f, next, Vec::new(), &[], ret, watch);
        }
        match attribute::get(&mut self.runtime, iterator, names::SEND) {
            Ok(send) => self.call(codes, f, send, vec![value], &[], ret, watch),
            Err(Trap::Request(request)) => self.perform(codes, f, *request, ret, watch),
            Err(trap) => Err(trap),
        }
    }

    /// Throws an exception: into the innermost frame that the chain of delegates leads to.
    fn throw_into<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        mut entry: Entry,
        exception: Rc<Exception>,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let closing = exception.is(&self.runtime.classes.generator_exit);
        let handled = if closing { self.handled_now(f) } else { None };
        let refused = self.thrown.as_ref().is_some_and(|thrown| thrown.refused);
        let mut exception = exception;
        loop {
            fuel::note(DELEGATION);
            let Some(new) = entry.generator.begin() else {
                if refused {
                    return self.raise_in_delegator(codes, f, entry, exception, watch);
                }
                return self.throw_at_ended(codes, f, entry, exception, watch);
            };
            if self.depth >= self.runtime.limits.recursion {
                entry.generator.suspend(new);
                return Err(self.too_deep(""));
            }
            self.link(f, new, &entry);
            if !f.delegating {
                break;
            }
            let (it, v) = (f.delegate, f.sent);
            let inner_ret = if closing {
                Ret { then: Then::RaiseCarried, result: v, exit: 0, carried: Value::Exception(exception.clone()) }
            } else {
                Ret::to(Then::Delegate, v, 0)
            };
            let (generator, step) = match &f.registers[usize::from(it)] {
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
                    match self.throw_to_method(codes, f, &iterator, &exception, closing, inner_ret, watch) {
                        Some(result) => return result,
                        None => break,
                    }
                }
            };
            f.passed_by = true;
            self.watch(codes, watch, |w, view| w.pass_by(view, f, State::Running));
            let how = delegation(codes, f);
            entry = Entry { generator, ret: inner_ret, how, through: Some(Through::Throw), step };
            if closing {
                exception = self.generator_exit(handled.clone());
            }
        }
        if refused {
            self.unlink(f);
            return self.raise_in_delegator(codes, f, entry, exception, watch);
        }
        f.delegating = false;
        let how = if closing && entry.ret.then != Then::Method && entry.how == How::Throw { How::Close } else { entry.how };
        self.watch(codes, watch, |w, view| w.resume(view, f.back.as_deref(), f, how, entry.through, Input::Exception(&exception)));
        f.started = true;
        self.chain_thrown(f, &exception)?;
        Err(Trap::Raise(exception))
    }

    /// The exception that closes, made where `handled` is handled.
    fn generator_exit(&self, handled: Option<Rc<Exception>>) -> Rc<Exception> {
        let exception = Exception::new(self.runtime.classes.generator_exit.clone(), Vec::new());
        if let Some(handled) = handled {
            *exception.context.borrow_mut() = Value::Exception(handled);
        }
        exception
    }

    /// A throw met an object that runs already, or has ended.
    fn throw_at_ended<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        entry: Entry,
        exception: Rc<Exception>,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let generator = &entry.generator;
        let trap = if generator.running.get() {
            self.runtime.value_error(format!("{} already executing", generator.kind.word()))
        } else if generator.kind == GeneratorKind::Coroutine && entry.ret.then == Then::Method {
            self.runtime.runtime_error("cannot reuse already awaited coroutine")
        } else {
            f.thrown_into = true;
            if let Some(step) = &entry.step {
                let result = self.step_failed(codes, f, step, entry.ret, exception.clone(), watch);
                if let Err(Trap::Raise(raised)) = &result
                    && !Rc::ptr_eq(raised, &exception)
                {
                    f.thrown_into = false;
                }
                if let Err(Trap::Raise(exception)) = &result {
                    self.reach_passed_by(codes, f, exception, watch)?;
                }
                return result;
            }
            match entry.ret.carried {
                Value::Exception(carried) if entry.ret.then == Then::RaiseCarried => Trap::Raise(carried),
                _ => Trap::Raise(exception),
            }
        };
        if let Trap::Raise(exception) = &trap {
            self.reach_passed_by(codes, f, exception, watch)?;
        }
        Err(trap)
    }

    /// What was thrown is no exception: whoever would have raised it sleeps on, and the TypeError is raised in what delegates to that.
    fn raise_in_delegator<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        entry: Entry,
        error: Rc<Exception>,
        watch: &mut W,
    ) -> Result<(), Trap> {
        if let Some(step) = &entry.step {
            end_step(step, StepEnd::Failed);
        }
        if f.passed_by {
            let delegate = f.registers[usize::from(f.delegate)].take();
            drop((entry, delegate));
            if heap::is_dying() {
                // It is closed before the exception reaches this frame.
                self.chain_context(f, &error)?;
                self.wait_to_raise(f, error, Onward::Raise);
                return Ok(());
            }
        }
        self.reach_passed_by(codes, f, &error, watch)?;
        Err(Trap::Raise(error))
    }

    /// Throws into, or closes, an iterator of the program's that `f` delegates to. None: it has no such method.
    fn throw_to_method<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        iterator: &Value,
        exception: &Rc<Exception>,
        closing: bool,
        mut ret: Ret,
        watch: &mut W,
    ) -> Option<Result<(), Trap>> {
        let name = if closing { names::CLOSE } else { names::THROW };
        match attribute::get(&mut self.runtime, iterator, name) {
            Err(Trap::Raise(error)) if error.is(&self.runtime.classes.attribute_error) => return None,
            Err(Trap::Stop(stop)) => return Some(Err(Trap::Stop(stop))),
            // Looking it up may be the program's business, or fail: the prelude does that and the call.
            _ => {}
        }
        f.passed_by = true;
        self.watch(codes, watch, |w, view| w.pass_by(view, f, State::Running));
        let args = match self.thrown.take() {
            _ if closing => Vec::new(),
            Some(thrown) => thrown.args,
            None => vec![Value::Exception(exception.clone())],
        };
        if !closing {
            ret.then = Then::DelegateCall;
        }
        let (function, args) = if closing {
            (prelude_name("close_delegate"), vec![iterator.clone()])
        } else {
            (prelude_name("throw_at_delegate"), vec![iterator.clone(), Value::Exception(exception.clone()), Value::tuple(args)])
        };
        Some(self.prelude_function(function).and_then(|callee| self.call(codes, f, callee, args, &[], ret, watch)))
    }

    /// `close()`, and the death of a suspended generator.
    pub(super) fn close<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        generator: Rc<Generator>,
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let then = if matches!(ret.then, Then::Finalise | Then::RaiseCarried) { ret.then } else { Then::Close };
        let ret = Ret { then, ..ret };
        match generator.state() {
            State::Closed => self.generator_ended(codes, f, ret, Value::None, watch),
            State::Created => {
                let frame = generator.begin();
                generator.end();
                if let Some(mut frame) = frame {
                    let id = generator.frame_id;
                    self.watch(codes, watch, |w, view| w.drop_unstarted(view, id));
                    let registers = codes[frame.code as usize].registers;
                    frame.generator = None;
                    self.recycle(codes, f, frame, registers, None);
                }
                self.generator_ended(codes, f, ret, Value::None, watch)
            }
            State::Running | State::Suspended => {
                let handled = self.handled_now(f);
                let exception = self.generator_exit(handled);
                let entry = Entry { generator, ret, how: How::Close, through: None, step: None };
                self.throw_into(codes, f, entry, exception, watch)
            }
        }
    }

    /// A step of an async generator's awaitable (`__anext__`, `asend`, `athrow`, `aclose`).
    pub(super) fn step<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        step: Rc<AsyncStep>,
        verb: Verb,
        mut ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        if matches!(ret.then, Then::Store | Then::Discard) {
            ret.then = Then::Method;
        }
        if ret.then == Then::Default && ret.result != NONE {
            // The frame carries the step: the default waits where it would be the result.
            put(&mut f.registers[usize::from(ret.result)], ret.carried.take());
        }
        if step.state.get() == StepState::Closed && !matches!(verb, Verb::Close) {
            let group = if step.verb == AsyncVerb::Send { "__anext__()/asend()" } else { "aclose()/athrow()" };
            return Err(self.runtime.runtime_error(format!("cannot reuse already awaited {group}")));
        }
        let generator = step.generator().clone();
        let begins = step.state.get() == StepState::Created;
        let value = match verb {
            Verb::Next | Verb::NextOr(_) => Value::None,
            Verb::Send(value) => value,
            Verb::Throw(exception) => {
                step.entry.set(StepEntry::Throw);
                let refused = refused(&step);
                let entry = Entry { generator, ret, how: how_of_step(&step), through: None, step: Some(step) };
                let thrown = self.throw_into(codes, f, entry, exception, watch);
                refused.inspect(|step| end_step(step, StepEnd::Failed));
                return thrown;
            }
            Verb::Close => {
                step.state.set(StepState::Closed);
                return self.generator_ended(codes, f, Ret { then: Then::Close, ..ret }, Value::None, watch);
            }
        };
        step.entry.set(if begins { StepEntry::Begin } else { StepEntry::Send });
        if step.verb != AsyncVerb::Send && generator.state() == State::Closed {
            step.state.set(StepState::Closed);
            return self.step_done(codes, f, ret, Value::None, watch);
        }
        if begins {
            self.may_begin(&step, &value)?;
        }
        if generator.state() == State::Closed {
            end_step(&step, StepEnd::Stopped);
            return Err(self.stop_async_iteration());
        }
        step.state.set(StepState::Iterating);
        generator.stepping.set(true);
        let entry =
            |step: Rc<AsyncStep>| Entry { generator: generator.clone(), ret, how: how_of_step(&step), through: None, step: Some(step) };
        if !begins {
            let refused = refused(&step);
            let sent = self.send_into(codes, f, entry(step), value, watch);
            refused.inspect(|step| end_step(step, StepEnd::Failed));
            return sent;
        }
        match step.verb {
            AsyncVerb::Send => {
                let value = if value.is_none() { step.value.take() } else { value };
                let result = self.send_into(codes, f, entry(step.clone()), value, watch);
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
                    Value::Class(class) if self.is_exception_class(&class) => Exception::new(class, Vec::new()),
                    _ if step.verb == AsyncVerb::Close => self.generator_exit(None),
                    other => {
                        end_step(&step, StepEnd::Failed);
                        return Err(not_throwable(&self.runtime, &other));
                    }
                };
                if generator.state() == State::Created && step.verb == AsyncVerb::Close {
                    return self.close_unstarted_async(codes, f, &step, entry(step.clone()).ret, watch);
                }
                self.throw_into(codes, f, entry(step), exception, watch)
            }
        }
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

    /// `aclose()` of an async generator that never began.
    fn close_unstarted_async<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        step: &Rc<AsyncStep>,
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let generator = step.generator();
        let frame = generator.begin();
        generator.end();
        let id = generator.frame_id;
        self.watch(codes, watch, |w, view| w.drop_unstarted(view, id));
        if let Some(frame) = frame {
            let registers = codes[frame.code as usize].registers;
            self.recycle(codes, f, frame, registers, None);
        }
        end_step(step, StepEnd::Stopped);
        self.step_done(codes, f, ret, Value::None, watch)
    }

    /// An exception leaves an async generator's frame during a step: for `aclose` the expected ones are its success.
    pub(super) fn step_failed<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        step: &Rc<AsyncStep>,
        ret: Ret,
        exception: Rc<Exception>,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let classes = &self.runtime.classes;
        let expected = exception.is(&classes.stop_async_iteration) || exception.is(&classes.generator_exit);
        end_step(step, if expected { StepEnd::Stopped } else { StepEnd::Failed });
        if step.verb == AsyncVerb::Close && expected {
            return self.step_done(codes, f, Ret { carried: Value::Unbound, ..ret }, Value::None, watch);
        }
        Err(Trap::Raise(exception))
    }

    /// `for` over what is no generator and no built-in iterator: `__next__`.
    pub(super) fn for_next<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        it: Reg,
        d: Reg,
        t: u32,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let iterator = f.registers[usize::from(it)].clone();
        let ret = Ret::to(Then::ForNext, d, t);
        let class = self.runtime.class_of(&iterator);
        let result = match class.lookup(names::NEXT) {
            Some(Value::Function(next)) => self.call_function(codes, f, &next, &mut [iterator], &[], ret, watch),
            Some(_) => match attribute::special(&mut self.runtime, &iterator, names::NEXT) {
                Some(next) => self.call(codes, f, next, Vec::new(), &[], ret, watch),
                None => Err(self.runtime.type_error(format!("'{}' object is not an iterator", class.name()))),
            },
            None => Err(self.runtime.type_error(format!("'{}' object is not an iterator", class.name()))),
        };
        match result {
            Err(trap @ Trap::Raise(_)) => self.perform_trap(codes, f, trap, Ret::to(Then::ForNext, d, t), watch),
            other => other,
        }
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

    /// The awaitable of the next value of an `async for`.
    pub(super) fn get_anext<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, d: Reg, s: Reg, watch: &mut W) -> Result<(), Trap> {
        let object = f.registers[usize::from(s)].clone();
        if let Value::Generator(generator) = &object
            && generator.kind == GeneratorKind::AsyncGenerator
        {
            if let Some(hook) = generator.first_iteration_hook(&self.runtime.asyncgen_hooks) {
                f.pc -= 1;
                return self.call(codes, f, hook, vec![object], &[], Ret::discard(), watch);
            }
            let step = match self.spare_step.take().and_then(|spare| AsyncStep::take_up(spare, generator)) {
                Some(step) => Value::AsyncStep(step),
                None => crate::object::generator::new_step(generator, AsyncVerb::Send, true, Value::None),
            };
            put(&mut f.registers[usize::from(d)], step);
            return Ok(());
        }
        let method = attribute::special(&mut self.runtime, &object, names::ANEXT);
        if method.as_ref().is_some_and(|method| attribute::getter_of(method).is_some()) {
            let trap = self.runtime.prelude("async_method_of", vec![object.clone(), crate::object::runtime::symbol_string(names::ANEXT)]);
            return self.perform_trap(codes, f, trap, Ret::to(Then::ANext, d, 0), watch);
        }
        let Some(method) = method else {
            let kind = self.runtime.type_name(&object);
            return Err(self.runtime.type_error(format!("'async for' requires an iterator with __anext__ method, got {kind}")));
        };
        self.call(codes, f, method, Vec::new(), &[], Ret::to(Then::ANext, d, 0), watch)
    }
}

/// What `f` delegated to has ended with `value`: it goes on behind its instruction. A frame that a throw had passed by just goes on, as
/// CPython's: no step tells it.
pub(super) fn complete_delegation(f: &mut Frame, register: Reg, value: Value) {
    f.passed_by = false;
    f.delegating = false;
    clear(&mut f.registers[usize::from(f.delegate)]);
    put(&mut f.registers[usize::from(register)], value);
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
fn word_of(code: &Loaded) -> &'static str {
    match code.kind {
        CodeKind::Coroutine => "coroutine",
        CodeKind::AsyncGenerator => "async generator",
        _ => "generator",
    }
}

/// How a step ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum StepEnd {
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
fn end_step(step: &AsyncStep, end: StepEnd) {
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

//! `yield from` and `await`: how a frame goes on in its delegate.
//!
//! A frame that delegates stands on its instruction and is marked `delegating`; what its delegate yields climbs through it (PEP 380, PEP 492).

use std::rc::Rc;

use super::Context;
use super::registers::{clear, put};
use super::resume::Entry;
use super::watch::{How, Through, Watch};
use crate::object::attribute;
use crate::object::frame::{Frame, Then};
use crate::object::fuel;
use crate::object::generator::{AsyncStep, Generator};
use crate::object::native::{Trap, Verb};
use crate::object::operate;
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{Op, Reg};

/// What it takes to pass by a frame that delegates, on the way down and on the way back.
pub(super) const DELEGATION: u64 = 4;

impl<W: Watch> Context<'_, '_, W> {
    /// `YieldFrom`, `Await`: goes on in the delegate with the value in `v`.
    pub(super) fn delegate(&mut self, it: Reg, v: Reg) -> Result<(), Trap> {
        let mut value = self.frame.registers[usize::from(v)].take();
        self.frame.delegating = true;
        self.frame.delegate = it;
        if self.watch.just_counts() && self.delegate_at_once(it, v, &mut value) {
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

    /// Goes on in the delegate where nobody wants to know how, and nothing is in the way. False where the long way is needed.
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
        let how = if W::ON { self.delegation(&self.frame) } else { How::Await };
        let entry = Entry { generator, then: Then::Delegate { into: v }, how, through: Some(Through::Send), step };
        let result = self.send_into(entry, value);
        if result.is_err() {
            self.frame.delegating = false;
        }
        result
    }

    /// A frame that has just been resumed and delegates to a sleeping frame would only hand on what was sent: goes down the chain of
    /// delegates as far as that is so.
    pub(super) fn go_down(&mut self) {
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

    /// The iterator that the running frame delegates to yields `value` by a method of its own.
    pub(super) fn delegate_yields(&mut self, register: Reg, value: Value) -> Result<(), Trap> {
        self.frame.sent = register;
        self.frame.delegating = true;
        self.yielded(value)
    }

    /// What the running frame delegated to has failed: the exception is about to be raised at its instruction.
    pub(super) fn delegate_failed(&mut self, then: &Then) {
        if matches!(then, Then::Delegate { .. }) {
            self.frame.delegating = false;
        }
    }

    /// Whether a frame delegates by `yield from` or by `await`.
    pub(super) fn delegation(&self, frame: &Frame) -> How {
        match self.codes[frame.code as usize].ops.get((frame.pc as usize).wrapping_sub(1)) {
            Some(Op::YieldFrom { .. }) => How::YieldFrom,
            _ => How::Await,
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

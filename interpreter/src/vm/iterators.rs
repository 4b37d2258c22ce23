//! What `for`, `yield from`, `await` and `async for` ask an object for: its iterator, its awaitable, the next value.

use super::registers::put;
use super::watch::Watch;
use super::{Context, Loaded, Vm};
use crate::object::attribute;
use crate::object::frame::Then;
use crate::object::generator::{self, AsyncStep, AsyncVerb, GeneratorKind};
use crate::object::native::{Answer, Trap, Verb};
use crate::object::operate;
use crate::object::runtime::symbol_string;
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::code::CodeKind;
use stillframe_front::bytecode::op::{AwaitFor, Reg};

impl<W: Watch> Context<'_, '_, W> {
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
                None => generator::new_step(generator, AsyncVerb::Send, true, Value::None),
            };
            put(&mut self.frame.registers[usize::from(d)], step);
            return Ok(());
        }
        let method = attribute::special(&mut self.vm.runtime, &object, names::ANEXT);
        if method.as_ref().is_some_and(|method| attribute::getter_of(method).is_some()) {
            let trap = self.vm.runtime.prelude("async_method_of", vec![object.clone(), symbol_string(names::ANEXT)]);
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
                Err(self.runtime.prelude("async_method_of", vec![object.clone(), symbol_string(names::AWAIT)]))
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

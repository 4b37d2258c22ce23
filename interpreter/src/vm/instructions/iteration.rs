//! `for`, and what `yield from`, `await` and `async for` begin with. How frames are resumed is in [`resume`](crate::vm::resume).

use std::mem::{forget, replace};

use super::{Detour, Next, Site};
use crate::object::frame::{Frame, Then};
use crate::object::generator::GeneratorKind;
use crate::object::iterator::IterState;
use crate::object::native::Trap;
use crate::object::operate;
use crate::object::symbol::names;
use crate::object::value::Value;
use crate::vm::Loaded;
use crate::vm::registers::put;
use stillframe_front::bytecode::op::{AwaitFor, NONE, Reg};

#[inline(always)]
pub fn get_iter(site: &mut Site, d: Reg, s: Reg) -> Next {
    let iterable = site.operand(s)?;
    if matches!(&iterable, Value::Generator(generator) if generator.kind == GeneratorKind::Generator) {
        return site.put(d, iterable);
    }
    let answer = operate::get_iter(&mut site.vm.runtime, &iterable);
    site.answer(d, answer)
}

/// The next item of a range of small numbers, or of a list; None at its end, and for all else.
#[inline(always)]
pub fn item_at_once(site: &Site, it: Reg) -> Option<Value> {
    let Value::Iter(iter) = site.get(it) else { return None };
    match &mut *iter.state.borrow_mut() {
        IterState::Range { next, step, left, .. } if *left > 0 => {
            let value = *next;
            *left -= 1;
            *next = next.wrapping_add(*step);
            Some(Value::Int(value))
        }
        IterState::List { list, at } => {
            let value = list.items().get(*at)?.copy();
            *at += 1;
            Some(value)
        }
        _ => None,
    }
}

/// The frame of a generator that sleeps at a `yield`, ready to be resumed, if the stack has room.
#[inline(always)]
pub fn sleeper(site: &Site, it: Reg) -> Option<Box<Frame>> {
    let Value::Generator(generator) = site.get(it) else { return None };
    let mut frame = generator.begin()?;
    if !frame.started || frame.delegating || !site.vm.has_room() || !frame.handled.is_unbound() {
        generator.suspend(frame);
        return None;
    }
    forget(frame.generator.replace(generator.clone()));
    if frame.sent != NONE {
        let sent = usize::from(frame.sent);
        put(&mut frame.registers[sent], Value::None);
    }
    Some(frame)
}

/// The frame of a plain `__next__` of the program's.
#[inline(always)]
pub fn next_frame(site: &mut Site, codes: &[Loaded], it: Reg) -> Option<Box<Frame>> {
    let Value::Instance(instance) = site.get(it) else { return None };
    let Some(Value::Function(next)) = instance.class.borrow().lookup(names::NEXT) else { return None };
    let mut frame = site.vm.frame_at_once(codes, &next)?;
    forget(replace(&mut frame.registers[0], site.get(it).clone()));
    Some(frame)
}

/// The next item of a built-in iterator; unbound at its end.
#[inline(always)]
pub fn next_item(site: &mut Site, it: Reg) -> Option<Result<Value, Trap>> {
    let Value::Iter(iter) = &site.registers[usize::from(it)] else { return None };
    Some(operate::iter_next(&mut site.vm.runtime, iter).map(Option::unwrap_or_default))
}

/// What a `yield from` delegates to. `awaitable`: it stands in a generator that a coroutine may await.
#[inline(always)]
pub fn get_yield_from(site: &mut Site, d: Reg, s: Reg, awaitable: bool) -> Next {
    let object = site.operand(s)?;
    let answer = site.vm.get_yield_from(site.code, awaitable, &object);
    site.answer(d, answer)
}

#[inline(always)]
pub fn get_awaitable(site: &mut Site, d: Reg, s: Reg, what: AwaitFor) -> Next {
    let object = site.operand(s)?;
    if let Value::Generator(generator) = &object
        && generator.kind == GeneratorKind::Coroutine
        && !generator.is_delegating()
    {
        return site.put(d, object);
    }
    match site.vm.get_awaitable(&object, what) {
        Ok(iterator) => site.put(d, iterator),
        Err(trap) => Err(Detour { trap, then: Then::Awaitable { into: d } }),
    }
}

#[inline(always)]
pub fn get_aiter(site: &mut Site, d: Reg, s: Reg) -> Next {
    let object = site.operand(s)?;
    let answer = site.vm.get_aiter(&object);
    site.answer(d, answer)
}

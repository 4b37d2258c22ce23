//! `for`, and what `yield from`, `await` and `async for` begin with. How frames are resumed is in [`resume`](crate::vm::resume).

use std::mem::{forget, replace};

use super::{Detour, Flow, Next, Site, Way};
use crate::object::frame::Then;
use crate::object::generator::{Generator, GeneratorKind};
use crate::object::heap;
use crate::object::iterator::{Iter, IterState};
use crate::object::operate;
use crate::object::symbol::names;
use crate::object::value::Value;
use crate::vm::registers::put;
use std::rc::Rc;
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

/// The next item of what stands in `it`, into `d`; or on to `exit`.
#[inline(always)]
pub fn for_iter(site: &mut Site, it: Reg, d: Reg, exit: u32) -> Result<Way, Detour> {
    match &site.registers[usize::from(it)] {
        Value::Iter(iter) => {
            if let Some(value) = next_at_once(iter) {
                return site.put_small(d, value).map(Way::Stay);
            }
            match operate::iter_next(&mut site.vm.runtime, iter) {
                Ok(Some(value)) => site.put(d, value).map(Way::Stay),
                Ok(None) => {
                    site.release(it);
                    Ok(if heap::needs_attention() { Way::LeaveFor(exit) } else { Way::Stay(Flow::JumpLook(exit)) })
                }
                Err(trap) => Err(Detour { trap, then: Then::ForNext { into: d, exit } }),
            }
        }
        Value::Generator(generator) => Ok(resume_at_once(site, generator, d, exit)),
        Value::Instance(instance) => {
            let next = instance.class.borrow().lookup(names::NEXT);
            if let Some(Value::Function(next)) = &next
                && let Some(mut new) = site.vm.frame_at_once(site.codes, next)
            {
                forget(replace(&mut new.registers[0], site.get(it).clone()));
                return Ok(Way::Enter(new, Then::ForNext { into: d, exit }));
            }
            Ok(Way::Outside)
        }
        _ => Ok(Way::Outside),
    }
}

/// A generator that sleeps at a `yield`, if the stack has room.
#[inline(always)]
fn resume_at_once(site: &Site, generator: &Rc<Generator>, d: Reg, exit: u32) -> Way {
    let Some(mut frame) = generator.begin() else { return Way::Outside };
    if !frame.started || frame.delegating || !site.vm.has_room() || !frame.handled.is_unbound() {
        generator.suspend(frame);
        return Way::Outside;
    }
    forget(frame.generator.replace(generator.clone()));
    if frame.sent != NONE {
        let sent = usize::from(frame.sent);
        put(&mut frame.registers[sent], Value::None);
    }
    Way::Resume(frame, Then::For { into: d, exit })
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

/// The next item of a range of small numbers, or of a list; None at its end, and for other iterators.
#[inline(always)]
fn next_at_once(iter: &Iter) -> Option<Value> {
    match &mut *iter.state.borrow_mut() {
        IterState::Range { next, step, left } if *left > 0 => {
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

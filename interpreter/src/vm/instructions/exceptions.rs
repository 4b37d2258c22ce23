//! Exceptions raised, matched and handled. How they travel is in [`unwind`](crate::vm::unwind).

use super::{Detour, Jumped, Next, Site};
use crate::object::frame::Then;
use crate::object::native::Trap;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{NONE, Reg};

/// `raise` of the exception in `s`, at the end of a `finally` and its like. `kept` may keep where the frame stood: on which line, behind which
/// instruction.
#[inline(always)]
pub fn reraise(site: &mut Site, s: Reg, kept: Reg, (line, stood): (&mut u32, &mut u32)) -> Next {
    let Value::Exception(exception) = site.operand(s)? else { return Ok(()) };
    *stood = 0;
    if kept != NONE
        && let Value::Int(place) = site.get(kept)
    {
        (*line, *stood) = (*place as u32, (*place >> 32) as u32);
    }
    Err(Trap::Reraise(exception).into())
}

/// The exception in `s` becomes the one that the frame handles.
#[inline(always)]
pub fn push_handled(site: &mut Site, s: Reg, handled: &mut Value) -> Next {
    let exception = site.get(s).clone();
    site.vm.set_handled(handled, exception);
    Ok(())
}

/// The one before it does, or none.
#[inline(always)]
pub fn pop_handled(site: &mut Site, s: Reg, handled: &mut Value) -> Next {
    let exception = if s == NONE { Value::Unbound } else { site.get(s).clone() };
    site.vm.set_handled(handled, exception);
    Ok(())
}

#[inline(always)]
pub fn jump_unless_match(site: &mut Site, s: Reg, c: Reg, t: u32) -> Jumped {
    let answer = site.vm.exception_matches(&site.registers[usize::from(s)], &site.registers[usize::from(c)]);
    site.release(c);
    site.jump_on(answer, t, false)
}

/// The end of an `except*`: what was raised in it and what nobody caught, as one.
#[inline(always)]
pub fn join_group(site: &mut Site, d: Reg, s: Reg) -> Next {
    let [original, raised] = [s, s + 1].map(|register| site.registers[usize::from(register)].take());
    let trap = site.vm.runtime.prelude("join_group", vec![original, raised]);
    Err(Detour { trap, then: Then::Store { into: d } })
}

#[inline(always)]
pub fn raise_assertion(site: &mut Site, s: Reg) -> Next {
    let message = if s == NONE { None } else { Some(site.operand(s)?) };
    Err(site.vm.assertion(message).into())
}

/// StopAsyncIteration ends an `async for`; any other exception goes on.
#[inline(always)]
pub fn end_async_for(site: &mut Site, s: Reg) -> Next {
    match site.slot(s).take() {
        Value::Exception(exception) if !exception.is(&site.vm.runtime.classes.stop_async_iteration) => Err(Trap::Reraise(exception).into()),
        _ => Ok(()),
    }
}

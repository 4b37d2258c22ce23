//! Jumps on the truth of a value, on None, and on a comparison.

use super::{Detour, Jump, Jumped, Site, numbers};
use crate::object::frame::Then;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{Compare, Reg};

#[inline(always)]
pub fn jump_truth(site: &mut Site, s: Reg, wanted: bool, t: u32) -> Jumped {
    let truth = match site.get(s) {
        Value::True => true,
        Value::False | Value::None => false,
        Value::Int(i) => *i != 0,
        _ => {
            let answer = site.vm.truth(site.code, site.registers, s);
            site.release(s);
            return site.jump_on(answer, t, wanted);
        }
    };
    Ok(Jump::at_once(truth == wanted))
}

/// As `jump_truth`, but what is jumped with stays.
#[inline(always)]
pub fn jump_keep(site: &mut Site, s: Reg, wanted: bool, t: u32) -> Jumped {
    match site.vm.truth(site.code, site.registers, s) {
        Ok(truth) if truth == wanted => Ok(Jump::and_look(true)),
        Ok(_) => {
            site.release(s);
            Ok(Jump::and_look(false))
        }
        Err(trap) => Err(Detour { trap, then: Then::JumpIfKeep { truth: wanted, exit: t, kept: s } }),
    }
}

#[inline(always)]
pub fn jump_none(site: &mut Site, s: Reg, wanted: bool) -> Jumped {
    let is_none = site.get(s).is_none();
    site.release(s);
    Ok(Jump::and_look(is_none == wanted))
}

#[inline(always)]
pub fn jump_compare(site: &mut Site, [a, b]: [Reg; 2], op: Compare, wanted: bool, t: u32) -> Jumped {
    if let (Value::Int(x), Value::Int(y)) = (site.get(a), site.get(b)) {
        return Ok(Jump::at_once(numbers::holds(op, *x, *y) == wanted));
    }
    let answer = site.vm.compare_truth(site.code, op, site.registers, [a, b]);
    site.release(a);
    site.release(b);
    site.jump_on(answer, t, wanted)
}

#[inline(always)]
pub fn jump_compare_int(site: &mut Site, a: Reg, i: i16, op: Compare, wanted: bool, t: u32) -> Jumped {
    if let Value::Int(x) = site.get(a) {
        return Ok(Jump::at_once(numbers::holds(op, *x, i64::from(i)) == wanted));
    }
    let answer = site.vm.compare_int_truth(site.code, op, site.registers, a, i);
    site.release(a);
    site.jump_on(answer, t, wanted)
}

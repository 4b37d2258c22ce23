//! Jumps on the truth of a value, on None, and on a comparison.

use super::{Detour, Flow, Next, Site, numbers};
use crate::object::frame::Then;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{Compare, Reg};

#[inline(always)]
pub fn jump_truth(site: &mut Site, s: Reg, wanted: bool, t: u32) -> Next {
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
    Ok(if truth == wanted { Flow::Jump(t) } else { Flow::Next })
}

/// As `jump_truth`, but what is jumped with stays.
#[inline(always)]
pub fn jump_keep(site: &mut Site, s: Reg, wanted: bool, t: u32) -> Next {
    match site.vm.truth(site.code, site.registers, s) {
        Ok(truth) if truth == wanted => Ok(Flow::JumpLook(t)),
        Ok(_) => {
            site.release(s);
            Ok(Flow::Look)
        }
        Err(trap) => Err(Detour { trap, then: Then::JumpIfKeep { truth: wanted, exit: t, kept: s } }),
    }
}

#[inline(always)]
pub fn jump_none(site: &mut Site, s: Reg, wanted: bool, t: u32) -> Next {
    let is_none = site.get(s).is_none();
    site.release(s);
    Ok(if is_none == wanted { Flow::JumpLook(t) } else { Flow::Look })
}

#[inline(always)]
pub fn jump_compare(site: &mut Site, [a, b]: [Reg; 2], op: Compare, wanted: bool, t: u32) -> Next {
    if let (Value::Int(x), Value::Int(y)) = (site.get(a), site.get(b)) {
        return Ok(if numbers::holds(op, *x, *y) == wanted { Flow::Jump(t) } else { Flow::Next });
    }
    let answer = site.vm.compare_truth(site.code, op, site.registers, [a, b]);
    site.release(a);
    site.release(b);
    site.jump_on(answer, t, wanted)
}

#[inline(always)]
pub fn jump_compare_int(site: &mut Site, a: Reg, i: i16, op: Compare, wanted: bool, t: u32) -> Next {
    if let Value::Int(x) = site.get(a) {
        return Ok(if numbers::holds(op, *x, i64::from(i)) == wanted { Flow::Jump(t) } else { Flow::Next });
    }
    let answer = site.vm.compare_int_truth(site.code, op, site.registers, a, i);
    site.release(a);
    site.jump_on(answer, t, wanted)
}

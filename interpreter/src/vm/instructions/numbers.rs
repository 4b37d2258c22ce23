//! Operators: small numbers at once, all else by `operate`.

use super::{Detour, Next, Pace, Quick, Site};
use crate::object::frame::Then;
use crate::object::native::Trap;
use crate::object::operate;
use crate::object::value::Value;
use crate::vm::{Loaded, Vm};
use stillframe_front::bytecode::op::{Binary, Compare, Reg, Unary};

/// Any operator, on anything.
#[inline(always)]
pub fn binary(site: &mut Site, d: Reg, [a, b]: [Reg; 2], op: Binary, in_place: bool) -> Next {
    let answer = site.vm.binary(site.code, op, site.registers, [a, b], in_place);
    site.release(a);
    site.release(b);
    site.answer(d, answer)
}

/// `+`, `-` and `*`.
#[inline(always)]
pub fn arithmetic(site: &mut Site, d: Reg, [a, b]: [Reg; 2], op: Binary, in_place: bool) -> Quick {
    match (site.get(a), site.get(b)) {
        (Value::Int(x), Value::Int(y)) => {
            if let Some(z) = small_result(op, *x, *y) {
                return site.put_small(d, Value::Int(z));
            }
        }
        (Value::Float(x), Value::Float(y)) => {
            let (x, y) = (f64::from_bits(*x), f64::from_bits(*y));
            let z = match op {
                Binary::Add => x + y,
                Binary::Sub => x - y,
                _ => x * y,
            };
            return site.put_small(d, Value::float(z));
        }
        _ => {}
    }
    binary(site, d, [a, b], op, in_place).map(|()| Pace::Look)
}

/// The same with a small integer that stands in the instruction; `//` and `%` by a positive one, too.
#[inline(always)]
pub fn arithmetic_int(site: &mut Site, d: Reg, a: Reg, i: i16, op: Binary, in_place: bool) -> Quick {
    if let Value::Int(x) = site.get(a)
        && let Some(z) = small_result(op, *x, i64::from(i))
    {
        return site.put_small(d, Value::Int(z));
    }
    let answer = site.vm.binary_int(site.code, op, site.registers, a, i, in_place);
    site.release(a);
    site.answer(d, answer).map(|()| Pace::Look)
}

#[inline(always)]
fn small_result(op: Binary, x: i64, y: i64) -> Option<i64> {
    match op {
        Binary::Add => x.checked_add(y),
        Binary::Sub => x.checked_sub(y),
        Binary::Mul => x.checked_mul(y),
        Binary::FloorDiv if y > 0 => Some(x.div_euclid(y)),
        Binary::Mod if y > 0 => Some(x.rem_euclid(y)),
        _ => None,
    }
}

#[inline(always)]
pub fn unary(site: &mut Site, d: Reg, a: Reg, op: Unary) -> Quick {
    if let (Unary::Neg, Value::Int(x)) = (op, site.get(a))
        && let Some(z) = x.checked_neg()
    {
        return site.put_small(d, Value::Int(z));
    }
    let answer = site.vm.unary(site.code, op, site.registers, a);
    site.release(a);
    site.answer(d, answer).map(|()| Pace::Look)
}

#[inline(always)]
pub fn not(site: &mut Site, d: Reg, a: Reg) -> Next {
    let truth = match site.get(a) {
        Value::True => true,
        Value::False | Value::None => false,
        _ => {
            let answer = site.vm.truth(site.code, site.registers, a);
            site.release(a);
            answer.map_err(|trap| Detour { trap, then: Then::Truth { into: d, negated: true } })?
        }
    };
    site.put(d, Value::bool(!truth))
}

#[inline(always)]
pub fn compare(site: &mut Site, d: Reg, [a, b]: [Reg; 2], op: Compare) -> Quick {
    if let (Value::Int(x), Value::Int(y)) = (site.get(a), site.get(b)) {
        let truth = holds(op, *x, *y);
        return site.put_small(d, Value::bool(truth));
    }
    let answer = site.vm.compare(site.code, op, site.registers, [a, b]);
    site.release(a);
    site.release(b);
    site.answer(d, answer).map(|()| Pace::Look)
}

#[inline(always)]
pub fn is(site: &mut Site, d: Reg, [a, b]: [Reg; 2], not: bool) -> Next {
    site.check_bound(a)?;
    site.check_bound(b)?;
    let same = site.get(a).is(site.get(b));
    site.release(a);
    site.release(b);
    site.put(d, Value::bool(same != not))
}

#[inline(always)]
pub fn contains(site: &mut Site, d: Reg, [a, b]: [Reg; 2], not: bool) -> Next {
    let answer = site.vm.contains(site.code, site.registers, [a, b]);
    site.release(a);
    site.release(b);
    let truth = answer.and_then(|answer| match answer {
        Value::True => Ok(true),
        Value::False => Ok(false),
        other => operate::truth(&mut site.vm.runtime, &other),
    });
    match truth {
        Ok(truth) => site.put(d, Value::bool(truth != not)),
        Err(trap) => Err(Detour { trap, then: Then::Truth { into: d, negated: not } }),
    }
}

#[inline(always)]
pub fn holds(op: Compare, x: i64, y: i64) -> bool {
    match op {
        Compare::Lt => x < y,
        Compare::Le => x <= y,
        Compare::Gt => x > y,
        Compare::Ge => x >= y,
        Compare::Eq => x == y,
        Compare::Ne => x != y,
    }
}

/// The long ways. Operands are looked up here, so that one that is not bound can be named.
impl Vm<'_> {
    #[inline(never)]
    fn binary(&mut self, code: &Loaded, op: Binary, registers: &[Value], [a, b]: [Reg; 2], in_place: bool) -> Result<Value, Trap> {
        let (a, b) = (self.bound(code, registers, a)?, self.bound(code, registers, b)?);
        operate::binary(&mut self.runtime, op, a, b, in_place)
    }

    #[inline(never)]
    fn binary_int(&mut self, code: &Loaded, op: Binary, registers: &[Value], a: Reg, i: i16, in_place: bool) -> Result<Value, Trap> {
        let a = self.bound(code, registers, a)?;
        operate::binary(&mut self.runtime, op, a, &Value::Int(i64::from(i)), in_place)
    }

    #[inline(never)]
    fn unary(&mut self, code: &Loaded, op: Unary, registers: &[Value], a: Reg) -> Result<Value, Trap> {
        let a = self.bound(code, registers, a)?;
        operate::unary(&mut self.runtime, op, a)
    }

    #[inline(never)]
    fn compare(&mut self, code: &Loaded, op: Compare, registers: &[Value], [a, b]: [Reg; 2]) -> Result<Value, Trap> {
        let (a, b) = (self.bound(code, registers, a)?, self.bound(code, registers, b)?);
        operate::compare(&mut self.runtime, op, a, b)
    }

    #[inline(never)]
    pub(super) fn compare_truth(&mut self, code: &Loaded, op: Compare, registers: &[Value], operands: [Reg; 2]) -> Result<bool, Trap> {
        let answer = self.compare(code, op, registers, operands)?;
        operate::truth(&mut self.runtime, &answer)
    }

    #[inline(never)]
    pub(super) fn compare_int_truth(&mut self, code: &Loaded, op: Compare, registers: &[Value], a: Reg, i: i16) -> Result<bool, Trap> {
        let a = self.bound(code, registers, a)?;
        let answer = operate::compare(&mut self.runtime, op, a, &Value::Int(i64::from(i)))?;
        operate::truth(&mut self.runtime, &answer)
    }

    #[inline(never)]
    fn contains(&mut self, code: &Loaded, registers: &[Value], [item, container]: [Reg; 2]) -> Result<Value, Trap> {
        let (item, container) = (self.bound(code, registers, item)?, self.bound(code, registers, container)?);
        operate::contains(&mut self.runtime, item, container)
    }

    #[inline(never)]
    pub(super) fn truth(&mut self, code: &Loaded, registers: &[Value], s: Reg) -> Result<bool, Trap> {
        let value = self.bound(code, registers, s)?;
        operate::truth(&mut self.runtime, value)
    }

    /// What a register holds.
    #[inline(always)]
    pub(super) fn bound<'a>(&mut self, code: &Loaded, registers: &'a [Value], register: Reg) -> Result<&'a Value, Trap> {
        match &registers[usize::from(register)] {
            Value::Unbound => Err(self.unbound(code, register)),
            value => Ok(value),
        }
    }
}

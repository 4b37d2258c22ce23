//! Operators: small numbers at once, all else by `operate`.

use std::rc::Rc;

use super::{Detour, Next, Pace, Quick, Site};
use crate::object::frame::Then;
use crate::object::function::Cell;
use crate::object::module::Module;
use crate::object::native::Trap;
use crate::object::string::Str;
use crate::object::value::Value;
use crate::object::{fill, fuel, heap, operate};
use crate::vm::registers::put;
use crate::vm::{Loaded, Vm};
use stillframe_front::bytecode::op::{Binary, Compare, Op, Reg, Unary};

/// Any operator, on anything.
#[inline(always)]
pub fn binary(site: &mut Site, d: Reg, [a, b]: [Reg; 2], op: Binary, in_place: bool) -> Next {
    let answer = site.vm.binary(site.code, op, site.registers, [a, b], in_place);
    site.release(a);
    site.release(b);
    site.answer(d, answer)
}

/// `+`. `pc` is that of the instruction behind it.
#[inline(always)]
pub fn add(site: &mut Site, d: Reg, [a, b]: [Reg; 2], in_place: bool, pc: usize) -> Quick {
    if let Some(quick) = of_numbers(site, d, [a, b], Binary::Add) {
        return quick;
    }
    if let (Value::Str(_), Value::Str(_)) = (site.get(a), site.get(b))
        && (a == d || a >= site.code.temp_start)
        && site.vm.append(site.code, site.registers, [d, a, b], pc)?
    {
        site.release(b);
        return Ok(Pace::Look);
    }
    binary(site, d, [a, b], Binary::Add, in_place).map(|()| Pace::Look)
}

/// `-` and `*`.
#[inline(always)]
pub fn arithmetic(site: &mut Site, d: Reg, [a, b]: [Reg; 2], op: Binary) -> Quick {
    if let Some(quick) = of_numbers(site, d, [a, b], op) {
        return quick;
    }
    binary(site, d, [a, b], op, false).map(|()| Pace::Look)
}

/// `+`, `-` and `*` of two small integers or two floats.
#[inline(always)]
fn of_numbers(site: &mut Site, d: Reg, [a, b]: [Reg; 2], op: Binary) -> Option<Quick> {
    let number = match (site.get(a), site.get(b)) {
        (Value::Int(x), Value::Int(y)) => Value::Int(small_result(op, *x, *y)?),
        (Value::Float(x), Value::Float(y)) => {
            let (x, y) = (f64::from_bits(*x), f64::from_bits(*y));
            Value::float(match op {
                Binary::Add => x + y,
                Binary::Sub => x - y,
                _ => x * y,
            })
        }
        _ => return None,
    };
    Some(site.put_small(d, number))
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

/// A variable that is no register.
enum Variable<'a> {
    Global(&'a Module, u32),
    Cell(&'a Cell),
}

impl Variable<'_> {
    /// The one to which an instruction assigns a register.
    fn assigned<'a>(code: &'a Loaded, registers: &'a [Value], register: Reg, pc: usize) -> Option<Variable<'a>> {
        match code.ops.get(pc)? {
            Op::StoreGlobal { s, name } if *s == register => Some(Variable::Global(&code.module, code.slots[usize::from(*name)])),
            Op::StoreCell { c, s } if *s == register => match &registers[usize::from(*c)] {
                Value::Cell(cell) => Some(Variable::Cell(cell)),
                _ => None,
            },
            _ => None,
        }
    }

    fn holds(&self, text: &Rc<Str>) -> bool {
        let value = match self {
            Variable::Global(module, slot) => module.load(*slot),
            Variable::Cell(cell) => cell.get(),
        };
        matches!(value, Value::Str(held) if Rc::ptr_eq(&held, text))
    }

    /// It is assigned anew by the next instruction. Until then it stays bound, so that it keeps its place among the others.
    fn let_go(&self) {
        match self {
            Variable::Global(module, slot) => module.store(*slot, Value::None),
            Variable::Cell(cell) => cell.set(Value::None),
        }
    }
}

/// The long ways. Operands are looked up here, so that one that is not bound can be named.
impl Vm<'_> {
    /// Appends one string to another that nobody holds but the variable to which the sum is assigned, as CPython does: with a copy each time,
    /// a loop would take quadratic time. Whether it was so.
    #[inline(never)]
    fn append(&mut self, code: &Loaded, registers: &mut [Value], [d, a, b]: [Reg; 3], pc: usize) -> Result<bool, Trap> {
        let [into, left, right] = [d, a, b].map(usize::from);
        let (Value::Str(text), Value::Str(more)) = (&registers[left], &registers[right]) else { return Ok(false) };
        let variable = Variable::assigned(code, registers, d, pc).filter(|variable| variable.holds(text));
        let holders = 1 + usize::from(variable.is_some());
        let moved = text.moved_by(more.text.len());
        let is_held = Rc::strong_count(text) != holders || Rc::ptr_eq(text, more);
        if is_held || more.text.len() > fill::BLOCK || !heap::has_room(2 * moved + more.text.len()) {
            return Ok(false);
        }
        fuel::burn_copy(moved + more.text.len())?;
        let more = more.clone();
        if let Some(variable) = variable {
            variable.let_go();
        }
        let mut sum = registers[left].take();
        if let Value::Str(text) = &mut sum
            && let Some(text) = Rc::get_mut(text)
        {
            text.append(&more);
        }
        put(&mut registers[into], sum);
        Ok(true)
    }

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

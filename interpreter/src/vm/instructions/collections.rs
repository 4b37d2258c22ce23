//! Displays, comprehensions, unpacking, f-strings.

use super::{Detour, Next, Site, Way, done};
use crate::object::list::List;
use crate::object::operate;
use crate::object::value::Value;
use crate::vm::registers::{put, take_all};
use std::mem::take;
use stillframe_front::bytecode::op::{Convert, NONE, Reg};

#[inline(always)]
pub fn build_tuple(site: &mut Site, d: Reg, s: Reg, n: u8) -> Next {
    let items = take_all(site.registers, s, n);
    let tuple = site.vm.runtime.tuple(items);
    site.put(d, tuple)
}

#[inline(always)]
pub fn build_list(site: &mut Site, d: Reg, s: Reg, n: u8) -> Next {
    let items = take_all(site.registers, s, n);
    site.put(d, Value::List(List::new(items)))
}

#[inline(always)]
pub fn build_set(site: &mut Site, d: Reg, s: Reg, n: u8) -> Next {
    let items = take_all(site.registers, s, n);
    let answer = operate::build_set(&mut site.vm.runtime, items);
    site.answer(d, answer)
}

#[inline(always)]
pub fn build_dict(site: &mut Site, d: Reg, s: Reg, n: u8) -> Next {
    let items = take_all(site.registers, s, n * 2);
    let answer = operate::build_dict(&mut site.vm.runtime, items);
    site.answer(d, answer)
}

#[inline(always)]
pub fn build_string(site: &mut Site, d: Reg, s: Reg, n: u8) -> Next {
    let items = take_all(site.registers, s, n);
    let answer = operate::concatenate(&mut site.vm.runtime, &items);
    site.answer(d, answer)
}

#[inline(always)]
pub fn list_append(site: &mut Site, l: Reg, s: Reg) -> Next {
    let value = site.operand(s)?;
    if let Value::List(list) = site.get(l) {
        list.push(value);
    }
    Ok(())
}

#[inline(always)]
pub fn set_add(site: &mut Site, l: Reg, s: Reg) -> Next {
    let value = site.operand(s)?;
    done(operate::set_add(&mut site.vm.runtime, &site.registers[usize::from(l)], value))
}

#[inline(always)]
pub fn dict_set(site: &mut Site, l: Reg, k: Reg, v: Reg) -> Next {
    let (key, value) = (site.operand(k)?, site.operand(v)?);
    done(operate::set_item(&mut site.vm.runtime, &site.registers[usize::from(l)], &key, &value))
}

/// `*iterable`; `call`: among the arguments of what stands before the list.
#[inline(always)]
pub fn list_extend(site: &mut Site, l: Reg, s: Reg, call: bool) -> Next {
    let [list, source] = [l, s].map(|register| &site.registers[usize::from(register)]);
    let callee = call.then(|| &site.registers[usize::from(l) - 1]);
    let answer = operate::list_extend(&mut site.vm.runtime, list, source, callee);
    site.release(s);
    done(answer)
}

#[inline(always)]
pub fn set_update(site: &mut Site, l: Reg, s: Reg) -> Next {
    let [set, source] = [l, s].map(|register| &site.registers[usize::from(register)]);
    let answer = operate::set_update(&mut site.vm.runtime, set, source);
    site.release(s);
    done(answer)
}

#[inline(always)]
pub fn dict_update(site: &mut Site, l: Reg, s: Reg) -> Next {
    let [dict, source] = [l, s].map(|register| &site.registers[usize::from(register)]);
    let answer = operate::dict_update(&mut site.vm.runtime, dict, source);
    site.release(s);
    done(answer)
}

/// `**mapping` among the arguments of what stands in `callee`.
#[inline(always)]
pub fn dict_merge(site: &mut Site, l: Reg, s: Reg, callee: Reg) -> Next {
    let [dict, source, callee] = [l, s, callee].map(|register| &site.registers[usize::from(register)]);
    let answer = operate::dict_merge(&mut site.vm.runtime, dict, source, callee);
    site.release(s);
    done(answer)
}

#[inline(always)]
pub fn list_to_tuple(site: &mut Site, d: Reg, s: Reg) -> Next {
    let list = site.slot(s).take();
    let items = if let Value::List(list) = &list { list.edit(take) } else { Vec::new() };
    let tuple = site.vm.runtime.tuple(items);
    site.put(d, tuple)
}

/// A tuple of just that length. All else is the business of the context's `unpack`.
#[inline(always)]
pub fn unpack_tuple(site: &mut Site, d: Reg, s: Reg, n: u8) -> Result<Way, Detour> {
    let Value::Tuple(tuple) = site.get(s) else { return Ok(Way::Outside) };
    if tuple.items.len() != usize::from(n) {
        return Ok(Way::Outside);
    }
    let tuple = tuple.clone();
    site.release(s);
    for (at, item) in tuple.items.iter().enumerate() {
        put(&mut site.registers[usize::from(d) + at], item.copy());
    }
    Ok(Way::Done)
}

#[inline(always)]
pub fn format(site: &mut Site, d: Reg, s: Reg, spec: Reg, convert: Convert) -> Next {
    site.check_bound(s)?;
    let spec = if spec == NONE { None } else { Some(site.operand(spec)?) };
    let answer = operate::format(&mut site.vm.runtime, &site.registers[usize::from(s)], convert, spec.as_ref());
    site.release(s);
    site.answer(d, answer)
}

/// An expression of a pasted session that is a statement.
#[inline(always)]
pub fn echo(site: &mut Site, s: Reg) -> Next {
    let value = site.operand(s)?;
    done(operate::echo(&mut site.vm.runtime, &value))
}

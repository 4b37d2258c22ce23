//! Attributes and items.

use super::{Detour, Next, Site, Way, done};
use crate::object::attribute;
use crate::object::heap;
use crate::object::iterator::Slice;
use crate::object::native::Trap;
use crate::object::operate;
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;
use crate::vm::{Loaded, Vm};
use stillframe_front::bytecode::op::Reg;

#[inline(always)]
pub fn get_attr(site: &mut Site, d: Reg, o: Reg, name: u16) -> Next {
    let symbol = site.code.names[usize::from(name)];
    let place = &site.code.places[usize::from(name)];
    let found = match site.get(o) {
        Value::Instance(instance) if !instance.class.borrow().special_lookup.get() => {
            instance.get_near(symbol, place).or_else(|| instance.class.borrow().shown(symbol))
        }
        Value::Module(module) if module.is_plain() => module.get_near(symbol, place),
        _ => None,
    };
    if let Some(value) = found {
        site.release(o);
        return site.put(d, value);
    }
    let answer = site.vm.get_attr(site.code, site.registers, o, symbol);
    site.release(o);
    site.answer(d, answer)
}

#[inline(always)]
pub fn set_attr(site: &mut Site, o: Reg, s: Reg, name: u16) -> Next {
    let symbol = site.code.names[usize::from(name)];
    let value = site.operand(s)?;
    if let Value::Instance(instance) = site.get(o) {
        let class = instance.class.borrow();
        if !class.special_lookup.get() && !class.wishes.get().setattr && !class.builtin && !is_computed(symbol) {
            drop(class);
            instance.set(symbol, value);
            site.release(o);
            return Ok(());
        }
    }
    let answer = site.vm.set_attr(site.code, site.registers, o, symbol, value);
    site.release(o);
    done(answer)
}

/// `o.name += i`, where that is a small number of the object's own.
#[inline(always)]
pub fn add_attr_int(site: &mut Site, o: Reg, i: i8, name: u16) -> Result<Way, Detour> {
    let symbol = site.code.names[usize::from(name)];
    if let Value::Instance(instance) = site.get(o)
        && !instance.class.borrow().special_lookup.get()
        && !instance.class.borrow().wishes.get().setattr
        && instance.with_mut(symbol, |value| add_small(value, i64::from(i))) == Some(true)
    {
        heap::note_change();
        site.release(o);
        return Ok(Way::Done);
    }
    Ok(Way::Outside)
}

#[inline(always)]
pub fn del_attr(site: &mut Site, o: Reg, name: u16) -> Next {
    site.check_bound(o)?;
    site.vm.runtime.opens_classes = site.code.library;
    let answer = attribute::delete(&mut site.vm.runtime, &site.registers[usize::from(o)], site.code.names[usize::from(name)]);
    site.vm.runtime.opens_classes = false;
    site.release(o);
    done(answer)
}

#[inline(always)]
pub fn get_item(site: &mut Site, d: Reg, o: Reg, i: Reg) -> Next {
    if let (Value::List(list), Value::Int(at)) = (site.get(o), site.get(i)) {
        let items = list.items();
        let index = if *at < 0 { *at + items.len() as i64 } else { *at };
        if (index as u64) < items.len() as u64 {
            let value = &items[index as usize];
            let value = value.copy();
            drop(items);
            site.release(o);
            return site.put(d, value);
        }
    }
    let answer = site.vm.get_item(site.code, site.registers, o, i);
    site.release(o);
    site.release(i);
    site.answer(d, answer)
}

#[inline(always)]
pub fn set_item(site: &mut Site, o: Reg, i: Reg, s: Reg) -> Next {
    let queued = heap::queued();
    let answer = site.vm.set_item(site.code, site.registers, [o, i, s]);
    if heap::queued() != queued {
        // What was there before dies before the statement lets go of what is there now.
        let temporaries = [s, o, i].into_iter().filter(|register| *register >= site.code.temp_start);
        heap::queue_left(temporaries.map(|register| site.registers[usize::from(register)].take()));
    }
    site.release(o);
    site.release(i);
    site.release(s);
    done(answer)
}

#[inline(always)]
pub fn del_item(site: &mut Site, o: Reg, i: Reg) -> Next {
    site.check_bound(o)?;
    site.check_bound(i)?;
    let answer = operate::del_item(&mut site.vm.runtime, &site.registers[usize::from(o)], &site.registers[usize::from(i)]);
    site.release(o);
    site.release(i);
    done(answer)
}

#[inline(always)]
pub fn build_slice(site: &mut Site, d: Reg, s: Reg) -> Next {
    let s = usize::from(s);
    let [start, stop, step] = [0, 1, 2].map(|at| site.registers[s + at].take());
    site.put(d, Slice::new(start, stop, step).into())
}

/// Whether every object computes the attribute: assigning it is more than storing it.
#[inline(always)]
fn is_computed(name: Symbol) -> bool {
    name == names::CLASS || name == names::DICT
}

/// Adds to a small integer in place; false where it is something else, or would not fit.
#[inline(always)]
fn add_small(value: &mut Value, i: i64) -> bool {
    if let Value::Int(x) = value
        && let Some(z) = x.checked_add(i)
    {
        *x = z;
        return true;
    }
    false
}

/// The long ways.
impl Vm<'_> {
    #[inline(never)]
    fn get_attr(&mut self, code: &Loaded, registers: &[Value], o: Reg, name: Symbol) -> Result<Value, Trap> {
        let object = self.bound(code, registers, o)?;
        attribute::get(&mut self.runtime, object, name)
    }

    #[inline(never)]
    fn set_attr(&mut self, code: &Loaded, registers: &[Value], o: Reg, name: Symbol, value: Value) -> Result<(), Trap> {
        let object = self.bound(code, registers, o)?;
        self.runtime.opens_classes = code.library;
        let answer = attribute::set(&mut self.runtime, object, name, value);
        self.runtime.opens_classes = false;
        answer
    }

    #[inline(never)]
    fn get_item(&mut self, code: &Loaded, registers: &[Value], o: Reg, i: Reg) -> Result<Value, Trap> {
        let (object, index) = (self.bound(code, registers, o)?, self.bound(code, registers, i)?);
        operate::get_item(&mut self.runtime, object, index)
    }

    #[inline(never)]
    fn set_item(&mut self, code: &Loaded, registers: &[Value], [o, i, s]: [Reg; 3]) -> Result<(), Trap> {
        // CPython evaluates the value before the object and the index.
        let value = self.bound(code, registers, s)?;
        let (object, index) = (self.bound(code, registers, o)?, self.bound(code, registers, i)?);
        operate::set_item(&mut self.runtime, object, index, value)
    }
}

//! Constants, variables and cells.

use super::{Next, Quick, Site, done};
use crate::object::function::Cell;
use crate::object::native::Trap;
use crate::object::runtime::symbol_text;
use crate::object::symbol::names;
use crate::object::value::Value;
use crate::vm::registers::clear;
use crate::vm::{Culprit, Loaded, Vm};
use stillframe_front::bytecode::op::Reg;

#[inline(always)]
pub fn copy(site: &mut Site, d: Reg, s: Reg) -> Next {
    site.check_bound(s)?;
    let value = site.get(s).copy();
    site.put(d, value)
}

#[inline(always)]
pub fn take(site: &mut Site, d: Reg, s: Reg) -> Next {
    let value = site.slot(s).take();
    site.put(d, value)
}

#[inline(always)]
pub fn unbind(site: &mut Site, d: Reg) -> Next {
    clear(site.slot(d));
    Ok(())
}

#[inline(always)]
pub fn check(site: &mut Site, s: Reg) -> Next {
    done(site.check_bound(s))
}

#[inline(always)]
pub fn delete_fast(site: &mut Site, d: Reg) -> Next {
    site.check_bound(d)?;
    unbind(site, d)
}

#[inline(always)]
pub fn constant(site: &mut Site, d: Reg, k: u16) -> Next {
    let value = site.code.consts[usize::from(k)].clone();
    site.put(d, value)
}

#[inline(always)]
pub fn small(site: &mut Site, d: Reg, value: Value) -> Quick {
    site.put_small(d, value)
}

#[inline(always)]
pub fn make_cell(site: &mut Site, d: Reg) -> Next {
    let value = site.slot(d).take();
    site.put(d, Value::Cell(Cell::new(value)))
}

#[inline(always)]
pub fn load_cell(site: &mut Site, d: Reg, c: Reg) -> Next {
    let value = if let Value::Cell(cell) = site.get(c) { cell.get() } else { Value::Unbound };
    if value.is_unbound() {
        return Err(site.vm.unbound_cell(site.code, c).into());
    }
    site.put(d, value)
}

#[inline(always)]
pub fn store_cell(site: &mut Site, c: Reg, s: Reg) -> Next {
    let value = site.operand(s)?;
    if let Value::Cell(cell) = site.get(c) {
        cell.set(value);
    }
    Ok(())
}

#[inline(always)]
pub fn delete_cell(site: &mut Site, c: Reg) -> Next {
    let value = if let Value::Cell(cell) = site.get(c) { cell.take() } else { Value::Unbound };
    if value.is_unbound() {
        return Err(site.vm.unbound_cell(site.code, c).into());
    }
    Ok(())
}

#[inline(always)]
pub fn load_global(site: &mut Site, d: Reg, name: u16) -> Next {
    let code = site.code;
    let value = code.module.load(code.slots[usize::from(name)]);
    if !value.is_unbound() {
        return site.put(d, value);
    }
    let builtin = code.builtins[usize::from(name)].clone();
    if builtin.is_unbound() {
        let answer = site.vm.late_builtin(code, name);
        return site.answer(d, answer);
    }
    site.put(d, builtin)
}

#[inline(always)]
pub fn store_global(site: &mut Site, s: Reg, name: u16) -> Next {
    let value = site.operand(s)?;
    site.code.module.store(site.code.slots[usize::from(name)], value);
    Ok(())
}

#[inline(always)]
pub fn delete_global(site: &mut Site, name: u16) -> Next {
    if !site.code.module.remove(site.code.names[usize::from(name)]) {
        return Err(site.vm.undefined(site.code, name).into());
    }
    Ok(())
}

/// The errors of names.
impl Vm<'_> {
    /// The error of reading an unbound local: UnboundLocalError in a function, NameError in a module.
    #[cold]
    pub(in crate::vm) fn unbound(&mut self, code: &Loaded, register: u8) -> Trap {
        let object = code.code();
        let name = object.var_names.get(usize::from(register)).map_or("?", |name| name);
        self.culprit = Some(Culprit::Name(name.into()));
        if code.kind.is_module() {
            return self.name_error(name);
        }
        let message = format!("cannot access local variable '{name}' where it is not associated with a value");
        self.runtime.raise(&self.runtime.classes.unbound_local_error, message)
    }

    #[cold]
    pub(in crate::vm) fn unbound_cell(&mut self, code: &Loaded, register: u8) -> Trap {
        let object = code.code();
        if let Some((name, _)) = object.cells.iter().find(|(_, cell)| *cell == register) {
            let message = format!("cannot access local variable '{name}' where it is not associated with a value");
            return self.runtime.raise(&self.runtime.classes.unbound_local_error, message);
        }
        let at = usize::from(register).saturating_sub(usize::from(object.free_start));
        let name = object.free_names.get(at).map_or("?", |name| name);
        let message = format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
        self.named_error(name, message)
    }

    /// A builtin that came after the code was loaded: `_` of a session.
    #[cold]
    pub(in crate::vm) fn late_builtin(&mut self, code: &Loaded, name: u16) -> Result<Value, Trap> {
        let found = self.runtime.builtins.get(code.names[usize::from(name)]);
        found.ok_or_else(|| self.undefined(code, name))
    }

    #[cold]
    pub(in crate::vm) fn undefined(&mut self, code: &Loaded, name: u16) -> Trap {
        let name = symbol_text(code.names[usize::from(name)]);
        self.name_error(&name)
    }

    #[cold]
    pub(in crate::vm) fn name_error(&mut self, name: &str) -> Trap {
        self.named_error(name, format!("name '{name}' is not defined"))
    }

    /// A NameError that tells of which name.
    fn named_error(&mut self, name: &str, message: String) -> Trap {
        let exception = self.runtime.exception(&self.runtime.classes.name_error, message);
        exception.attributes.set_slot(names::ATTRIBUTE_NAME, Value::str(name));
        Trap::Raise(exception)
    }
}

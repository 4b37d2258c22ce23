//! Imports: a module of the library is loaded, and its body run, by the first instruction that imports it.

use std::rc::Rc;

use super::registers::put;
use super::watch::Watch;
use super::{Context, Loaded, Vm};
use crate::library::{self, absent};
use crate::object::attribute;
use crate::object::exception::Exception;
use crate::object::frame::{Frame, Then};
use crate::object::module::Module;
use crate::object::native::{Stop, Trap};
use crate::object::runtime::{PREPARED, symbol_of, symbol_string, symbol_text};
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;
use stillframe_front::bytecode::op::Reg;

impl<W: Watch> Context<'_, '_, W> {
    /// `import a.b`: runs what has not run yet, one module at a time, then answers.
    pub(super) fn import(&mut self, code: &Loaded, d: Reg, leaf: bool, name: u16) -> Result<(), Trap> {
        let dotted = symbol_text(code.names[usize::from(name)]);
        if dotted.starts_with('.') {
            let message = "attempted relative import with no known parent package";
            return Err(self.vm.runtime.raise(&self.vm.runtime.classes.import_error, message));
        }
        if let Some(frame) = self.next_module(&dotted)? {
            return self.push(frame, Then::Again);
        }
        let wanted = if leaf { &*dotted } else { dotted.split('.').next().unwrap_or(&dotted) };
        let module = self.vm.runtime.modules.get(wanted).cloned().map_or(Value::None, Value::Module);
        put(&mut self.frame.registers[usize::from(d)], module);
        Ok(())
    }

    /// The frame of the first module on the way to `dotted` that has not run; None where all have.
    fn next_module(&mut self, dotted: &str) -> Result<Option<Box<Frame>>, Trap> {
        let mut at = 0;
        let mut parent: Option<Rc<Module>> = None;
        loop {
            let end = dotted[at..].find('.').map_or(dotted.len(), |dot| at + dot);
            let name = &dotted[..end];
            if name == PREPARED && self.vm.runtime.prepared.is_some() {
                return Err(Stop::Load(name.into()).into());
            }
            if !self.vm.loaded.contains(name) && library::source(name).is_some() {
                return Err(Stop::Load(name.into()).into());
            }
            let Some(module) = self.vm.runtime.modules.get(name).cloned() else { return Err(self.vm.no_module(dotted, name)) };
            if let Some(body) = self.vm.bodies.remove(name) {
                let short = &dotted[at..end];
                if let Some(parent) = &parent {
                    parent.set(symbol_of(short), Value::Module(module));
                }
                return Ok(Some(self.vm.frame(body, &self.codes[body as usize])));
            }
            if end == dotted.len() {
                return Ok(None);
            }
            parent = Some(module);
            at = end + 1;
        }
    }

    /// `from module import name`: an attribute, or a submodule.
    pub(super) fn import_from(&mut self, d: Reg, s: Reg, name: Symbol) -> Result<(), Trap> {
        let object = self.frame.registers[usize::from(s)].clone();
        if let Value::Module(module) = &object {
            if module.get(name).is_none() {
                let dotted = format!("{}.{}", module.name, symbol_text(name));
                if self.vm.runtime.modules.contains_key(&*dotted) || library::source(&dotted).is_some() {
                    if let Some(frame) = self.next_module(&dotted)? {
                        return self.push(frame, Then::Again);
                    }
                    let submodule = self.vm.runtime.modules.get(&*dotted).cloned().map_or(Value::None, Value::Module);
                    put(&mut self.frame.registers[usize::from(d)], submodule);
                    return Ok(());
                }
            }
            match attribute::get(&mut self.vm.runtime, &object, name) {
                Ok(value) => put(&mut self.frame.registers[usize::from(d)], value),
                // The module's own `__getattr__`.
                Err(Trap::Request(_)) => {
                    let error = Value::Exception(self.vm.cannot_import(module, name));
                    let trap = self.vm.runtime.prelude("import_name", vec![object.clone(), symbol_string(name), error]);
                    return self.perform_trap(trap, Then::Store { into: d });
                }
                Err(_) => return Err(Trap::Raise(self.vm.cannot_import(module, name))),
            }
        }
        Ok(())
    }

    /// `from module import *`: the names in `__all__`, or those without an underscore.
    pub(super) fn import_star(&mut self, code: &Loaded, s: Reg) -> Result<(), Trap> {
        let Value::Module(module) = self.frame.registers[usize::from(s)].clone() else { return Ok(()) };
        let listed: Option<Vec<Symbol>> = match module.get(names::ALL) {
            Some(Value::List(list)) => Some(list.items().iter().filter_map(|name| name.as_str().map(symbol_of)).collect()),
            Some(Value::Tuple(tuple)) => Some(tuple.items.iter().filter_map(|name| name.as_str().map(symbol_of)).collect()),
            _ => None,
        };
        if let Some(part) = lazy_part(&module, listed.as_deref().unwrap_or_default()) {
            if let Some(frame) = self.next_module(&part)? {
                return self.push(frame, Then::Again);
            }
            let entries = self.vm.runtime.modules.get(&*part).map(|part| part.entries()).unwrap_or_default();
            let wanted = |name: &Symbol| listed.as_ref().is_some_and(|listed| listed.contains(name));
            entries.into_iter().filter(|(name, _)| wanted(name)).for_each(|(name, value)| code.module.set(name, value));
        }
        for (name, value) in module.entries() {
            let wanted = match &listed {
                Some(listed) => listed.contains(&name),
                None => !symbol_text(name).starts_with('_'),
            };
            if wanted {
                code.module.set(name, value);
            }
        }
        Ok(())
    }
}

impl Vm<'_> {
    fn no_module(&self, dotted: &str, name: &str) -> Trap {
        let parent = name.rsplit_once('.').map(|(parent, _)| parent);
        let top = name.split('.').next().unwrap_or(name);
        let reason = absent::reason(if library::source(top).is_none() { top } else { name });
        let message = match (reason, parent) {
            (Some(reason), _) => format!("No module named '{name}': {reason}"),
            (None, Some(parent)) if !library::is_package(parent) => format!("No module named '{dotted}'; '{parent}' is not a package"),
            (None, _) => format!("No module named '{name}'"),
        };
        let exception = self.runtime.exception(&self.runtime.classes.module_not_found_error, message);
        exception.attributes.set_slot(names::ATTRIBUTE_NAME, Value::str(name));
        Trap::Raise(exception)
    }

    fn cannot_import(&self, module: &Module, name: Symbol) -> Rc<Exception> {
        let message = format!("cannot import name '{}' from '{}' (unknown location)", symbol_text(name), module.name);
        let exception = self.runtime.exception(&self.runtime.classes.import_error, message);
        exception.attributes.set_slot(names::ATTRIBUTE_NAME, Value::str(&*module.name));
        exception.attributes.set_slot(names::NAME_FROM, symbol_string(name));
        exception
    }
}

/// The module that has those names of `module` that it gets only when asked for one: where some of those listed are not there yet.
fn lazy_part(module: &Module, listed: &[Symbol]) -> Option<Rc<str>> {
    let Value::Str(name) = module.get(symbol_of("_lazy_part"))? else { return None };
    listed.iter().any(|name| module.get(*name).is_none()).then(|| (*name.text).into())
}

//! Modules: their variables stand in numbered slots, which code objects are linked to as they are loaded.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::heap::{self, Header, Tracked};
use super::symbol::{Symbol, SymbolMap};
use super::value::Value;

/// A module and its variables.
pub struct Module {
    pub header: Header,
    pub name: Rc<str>,
    slots: RefCell<Vec<Value>>,
    names: RefCell<Vec<Symbol>>,
    by_name: RefCell<SymbolMap<u32>>,
}

impl Module {
    pub fn new(name: &str) -> Rc<Module> {
        let module = Rc::new(Module {
            header: Header::new(size_of::<Module>()),
            name: name.into(),
            slots: RefCell::default(),
            names: RefCell::default(),
            by_name: RefCell::default(),
        });
        heap::track(&module.header, Tracked::Module(Rc::downgrade(&module)));
        module
    }

    /// The slot of a variable, made where there is none.
    pub fn slot(&self, name: Symbol) -> u32 {
        if let Some(slot) = self.by_name.borrow().get(&name) {
            return *slot;
        }
        let mut slots = self.slots.borrow_mut();
        let slot = slots.len() as u32;
        slots.push(Value::Unbound);
        self.names.borrow_mut().push(name);
        self.by_name.borrow_mut().insert(name, slot);
        slot
    }

    /// The value in a slot; unbound where the variable is.
    #[inline(always)]
    pub fn load(&self, slot: u32) -> Value {
        self.slots.borrow()[slot as usize].copy()
    }

    /// Stores into a slot. What it held is dropped after the borrow has ended.
    #[inline(always)]
    pub fn store(&self, slot: u32, value: Value) {
        let old = std::mem::replace(&mut self.slots.borrow_mut()[slot as usize], value);
        drop(old);
    }

    pub fn get(&self, name: Symbol) -> Option<Value> {
        let slot = *self.by_name.borrow().get(&name)?;
        let value = self.load(slot);
        (!value.is_unbound()).then_some(value)
    }

    /// The same, looking first in the slot where it was found last.
    #[inline]
    pub fn get_near(&self, name: Symbol, place: &Cell<u32>) -> Option<Value> {
        let slot = place.get();
        if self.names.borrow().get(slot as usize) != Some(&name) {
            place.set(*self.by_name.borrow().get(&name)?);
        }
        let value = self.load(place.get());
        (!value.is_unbound()).then_some(value)
    }

    pub fn set(&self, name: Symbol, value: Value) {
        let slot = self.slot(name);
        self.store(slot, value);
    }

    /// Unbinds a variable; whether it was bound.
    pub fn remove(&self, name: Symbol) -> bool {
        let Some(slot) = self.by_name.borrow().get(&name).copied() else { return false };
        let old = std::mem::take(&mut self.slots.borrow_mut()[slot as usize]);
        !old.is_unbound()
    }

    /// The bound variables in order of their slots.
    pub fn entries(&self) -> Vec<(Symbol, Value)> {
        let names = self.names.borrow();
        let slots = self.slots.borrow();
        names.iter().zip(slots.iter()).filter(|(_, value)| !value.is_unbound()).map(|(name, value)| (*name, value.clone())).collect()
    }

    /// Looks at the slots where they lie, with their names.
    pub fn with_slots<R>(&self, look: impl FnOnce(&[Symbol], &[Value]) -> R) -> R {
        look(&self.names.borrow(), &self.slots.borrow())
    }

    pub(super) fn break_cycles(&self) {
        let values: Vec<Value> = self.slots.borrow_mut().iter_mut().map(Value::take).collect();
        drop(values);
    }
}

//! Dicts whose values somebody else keeps: `globals()`, a module's and a class's `__dict__`.
//!
//! Such a dict has the keys; a value it asks for of its owner. So each sees at once what the other changes, and nothing is held twice. The owner
//! tells the dict when a name comes and goes ([`Window`]), and else pays nothing for it.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::class::Class;
use super::dict::Dict;
use super::fuel;
use super::module::Module;
use super::symbol::Symbol;
use super::value::Value;

/// Who keeps a dict's values.
pub enum Owner {
    Module(Rc<Module>),
    Class(Rc<Class>),
}

impl Owner {
    /// The value of a name; unbound where there is none.
    pub fn get(&self, name: Symbol) -> Value {
        match self {
            Owner::Module(module) => module.get(name).unwrap_or_default(),
            Owner::Class(class) => class.attributes.borrow().get(name).cloned().unwrap_or_default(),
        }
    }

    /// Sets a name, giving back its old value.
    pub fn set(&self, name: Symbol, value: Value) -> Value {
        let old = self.get(name);
        match self {
            Owner::Module(module) => module.set(name, value),
            Owner::Class(class) => class.set(name, value),
        }
        old
    }

    /// Removes a name, giving back its value.
    pub fn remove(&self, name: Symbol) -> Value {
        let old = self.get(name);
        match self {
            Owner::Module(module) => drop(module.remove(name)),
            Owner::Class(class) => drop(class.remove(name)),
        }
        old
    }

    fn names(&self) -> Vec<Symbol> {
        match self {
            Owner::Module(module) => module.entries().into_iter().map(|(name, _)| name).collect(),
            Owner::Class(class) => class.attributes.borrow().iter().map(|(name, _)| *name).collect(),
        }
    }
}

/// What it takes to enter a name into a dict that is made.
const NAME: u64 = 4;

/// An owner's end: the dict, as long as somebody holds it.
#[derive(Default)]
pub struct Window(RefCell<Weak<Dict>>);

impl Window {
    /// The dict, made where nobody holds one. `owner` must be the window's.
    pub fn open(&self, owner: Owner) -> Rc<Dict> {
        if let Some(dict) = self.0.borrow().upgrade() {
            return dict;
        }
        let names = owner.names();
        fuel::note(NAME * names.len() as u64);
        let dict = Dict::owned_by(owner);
        for name in names {
            dict.name_came(name);
        }
        *self.0.borrow_mut() = Rc::downgrade(&dict);
        dict
    }

    /// The owner has a new name.
    pub fn came(&self, name: Symbol) {
        if let Some(dict) = self.0.borrow().upgrade() {
            dict.name_came(name);
        }
    }

    /// The owner has lost a name.
    pub fn gone(&self, name: Symbol) {
        if let Some(dict) = self.0.borrow().upgrade() {
            dict.name_gone(name);
        }
    }
}

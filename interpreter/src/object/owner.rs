//! Dicts whose values somebody else keeps: `globals()`, a module's and a class's `__dict__`.
//!
//! Such a dict has the keys; a value it asks for of its owner. So each sees at once what the other changes, and nothing is held twice. The owner
//! tells the dict when a name comes and goes ([`Window`]), and else pays nothing for it.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::class::Class;
use super::dict::{Dict, Table, bury};
use super::fuel;
use super::heap::{self, Header};
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

    /// Keeps the keys of its dict, which nobody holds any more.
    pub(super) fn keep_keys(&self, keys: Table) {
        let (window, is_last) = match self {
            Owner::Module(module) => (&module.window, Rc::strong_count(module) == 1),
            Owner::Class(class) => (&class.window, Rc::strong_count(class) == 1),
        };
        if is_last {
            return bury(keys);
        }
        let header = Header::new(heap::block(keys.bytes()));
        *window.keys.borrow_mut() = Some(Keys { table: keys, header });
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

/// An owner's end: the dict, as long as somebody holds it; else the keys of the one that was held last. So a loop that asks for `globals()` in each
/// round does not gather the names anew each time, and keys that are no names are there again.
#[derive(Default)]
pub struct Window {
    dict: RefCell<Weak<Dict>>,
    keys: RefCell<Option<Keys>>,
}

struct Keys {
    table: Table,
    /// Counts their memory.
    header: Header,
}

impl Window {
    /// The dict, made where nobody holds one. `owner` must be the window's.
    pub fn open(&self, owner: Owner) -> Rc<Dict> {
        if let Some(dict) = self.dict.borrow().upgrade() {
            return dict;
        }
        let kept = self.keys.take().map(|mut keys| std::mem::take(&mut keys.table));
        let keys = kept.unwrap_or_else(|| keys_of(&owner));
        let dict = Dict::owned_by(owner, keys);
        *self.dict.borrow_mut() = Rc::downgrade(&dict);
        dict
    }

    /// Drops the keys that are kept.
    pub(super) fn forget(&self) {
        drop(self.keys.take());
    }

    /// The owner has a new name.
    pub fn came(&self, name: Symbol) {
        if let Some(dict) = self.dict.borrow().upgrade() {
            dict.name_came(name);
        } else if let Some(Keys { table, header }) = &mut *self.keys.borrow_mut()
            && table.enter_name(name)
        {
            header.resize(heap::block(table.bytes()));
        }
    }

    /// The owner has lost a name.
    pub fn gone(&self, name: Symbol) {
        if let Some(dict) = self.dict.borrow().upgrade() {
            dict.name_gone(name);
        } else if let Some(Keys { table, .. }) = &mut *self.keys.borrow_mut() {
            table.lose_name(name);
        }
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        bury(std::mem::take(&mut self.table));
    }
}

fn keys_of(owner: &Owner) -> Table {
    let names = owner.names();
    fuel::note(NAME * names.len() as u64);
    let mut keys = Table::default();
    for name in names {
        keys.enter_name(name);
    }
    keys
}

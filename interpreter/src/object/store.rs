//! What an instance or an exception keeps by name: its `__dict__`, and the values of its class's `__slots__`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::class::Attributes;
use super::dict::Dict;
use super::heap;
use super::operate::plain;
use super::symbol::Symbol;
use super::value::Value;

/// The attributes of one object.
#[derive(Default)]
pub struct Store(RefCell<Kind>);

enum Kind {
    /// A table of names, until the program sees `__dict__`.
    Table(Attributes),
    /// The `__dict__` that the program has seen, or has set: a dict, or an instance of a subclass of it, which may be the object itself.
    Dict(Value),
    /// Slots besides either.
    Slotted(Box<Slotted>),
}

struct Slotted {
    slots: Attributes,
    rest: Kind,
}

impl Default for Kind {
    fn default() -> Kind {
        Kind::Table(Attributes::default())
    }
}

impl Kind {
    fn rest(&self) -> &Kind {
        if let Kind::Slotted(slotted) = self { &slotted.rest } else { self }
    }

    fn rest_mut(&mut self) -> &mut Kind {
        if let Kind::Slotted(slotted) = self { &mut slotted.rest } else { self }
    }

    fn slots(&self) -> Option<&Attributes> {
        if let Kind::Slotted(slotted) = self { Some(&slotted.slots) } else { None }
    }
}

impl Store {
    /// A table with room for so many attributes.
    #[inline]
    pub fn with_capacity(count: usize) -> Store {
        Store(RefCell::new(Kind::Table(Attributes::with_capacity(count))))
    }

    /// An attribute of the object's `__dict__`.
    #[inline]
    pub fn get(&self, name: Symbol) -> Option<Value> {
        match self.0.borrow().rest() {
            Kind::Table(table) => table.get(name).cloned(),
            Kind::Dict(own) => inside(own)?.get_symbol(name),
            Kind::Slotted(_) => None,
        }
    }

    /// Whether the object's `__dict__` has the attribute.
    #[inline]
    pub fn has(&self, name: Symbol) -> bool {
        match self.0.borrow().rest() {
            Kind::Table(table) => table.get(name).is_some(),
            Kind::Dict(own) => inside(own).is_some_and(|dict| dict.get_symbol(name).is_some()),
            Kind::Slotted(_) => false,
        }
    }

    /// An attribute of the object's `__dict__`, looked for first where an object had it last.
    #[inline]
    pub fn get_near(&self, name: Symbol, place: &Cell<u32>) -> Option<Value> {
        match self.0.borrow().rest() {
            Kind::Table(table) => table.get_near(name, place).map(Value::copy),
            Kind::Dict(own) => inside(own)?.get_symbol(name),
            Kind::Slotted(_) => None,
        }
    }

    /// Sets an attribute of the object's `__dict__`.
    pub fn set(&self, name: Symbol, value: Value) {
        self.set_and_count(name, value);
    }

    /// The same, telling how many there are in the table, as long as it is one.
    #[inline]
    pub fn set_and_count(&self, name: Symbol, value: Value) -> usize {
        heap::note_change();
        let (old, count) = match self.0.borrow_mut().rest_mut() {
            Kind::Table(table) => {
                let old = table.set(name, value);
                (old, table.len())
            }
            Kind::Dict(own) => (inside(own).and_then(|dict| dict.set_symbol(name, value)), 0),
            Kind::Slotted(_) => (None, 0),
        };
        drop(old);
        count
    }

    /// Changes the attribute in place, if it is there and in the table.
    #[inline]
    pub fn with_mut<R>(&self, name: Symbol, change: impl FnOnce(&mut Value) -> R) -> Option<R> {
        match self.0.borrow_mut().rest_mut() {
            Kind::Table(table) => table.get_mut(name).map(change),
            _ => None,
        }
    }

    pub fn remove(&self, name: Symbol) -> Option<Value> {
        heap::note_change();
        match self.0.borrow_mut().rest_mut() {
            Kind::Table(table) => table.remove(name),
            Kind::Dict(own) => inside(own)?.remove_symbol(name),
            Kind::Slotted(_) => None,
        }
    }

    /// What a slot holds.
    pub fn slot(&self, name: Symbol) -> Option<Value> {
        self.0.borrow().slots()?.get(name).cloned()
    }

    pub fn set_slot(&self, name: Symbol, value: Value) {
        heap::note_change();
        let mut kind = self.0.borrow_mut();
        if !matches!(*kind, Kind::Slotted(_)) {
            let rest = std::mem::take(&mut *kind);
            *kind = Kind::Slotted(Box::new(Slotted { slots: Attributes::default(), rest }));
        }
        let Kind::Slotted(slotted) = &mut *kind else { return };
        let old = slotted.slots.set(name, value);
        drop(kind);
        drop(old);
    }

    pub fn remove_slot(&self, name: Symbol) -> Option<Value> {
        heap::note_change();
        match &mut *self.0.borrow_mut() {
            Kind::Slotted(slotted) => slotted.slots.remove(name),
            _ => None,
        }
    }

    /// `__dict__`: from now on the attributes live in it.
    pub fn dict(&self) -> Value {
        let mut kind = self.0.borrow_mut();
        let rest = kind.rest_mut();
        if let Kind::Table(table) = rest {
            let dict = Dict::new();
            for (name, value) in table.iter() {
                dict.set_symbol(*name, value.clone());
            }
            *rest = Kind::Dict(Value::Dict(dict));
        }
        match rest {
            Kind::Dict(own) => own.clone(),
            Kind::Table(_) | Kind::Slotted(_) => unreachable!("the table was just made a dict"),
        }
    }

    /// Makes a dict, or an instance of a subclass of `dict`, the object's `__dict__`. False where it is neither.
    pub fn set_dict(&self, object: Value) -> bool {
        if inside(&object).is_none() {
            return false;
        }
        heap::note_change();
        let old = std::mem::replace(self.0.borrow_mut().rest_mut(), Kind::Dict(object));
        drop(old);
        true
    }

    /// The `__dict__`, if the program has seen it: its changes are then the object's.
    pub fn seen_dict(&self) -> Option<Value> {
        if let Kind::Dict(own) = self.0.borrow().rest() { Some(own.clone()) } else { None }
    }

    /// The first `count` of what is in its slots and of its attributes, by name.
    pub fn first(&self, count: usize) -> Vec<(Symbol, Value)> {
        let kind = self.0.borrow();
        let slots = kind.slots().into_iter().flat_map(Attributes::iter).cloned();
        match kind.rest() {
            Kind::Table(table) => slots.chain(table.iter().cloned()).take(count).collect(),
            Kind::Dict(own) => {
                let entries = inside(own).map(|dict| dict.first(count)).unwrap_or_default();
                let named = entries.into_iter().filter_map(|entry| match &entry.key {
                    Value::Str(name) => Some((super::runtime::symbol_of_string(name), entry.value)),
                    _ => None,
                });
                slots.chain(named).take(count).collect()
            }
            Kind::Slotted(_) => slots.take(count).collect(),
        }
    }

    /// The attributes of the `__dict__` in order.
    pub fn entries(&self) -> Vec<(Symbol, Value)> {
        match self.0.borrow().rest() {
            Kind::Table(table) => table.iter().cloned().collect(),
            Kind::Dict(own) => inside(own).map(|dict| dict.symbol_entries()).unwrap_or_default(),
            Kind::Slotted(_) => Vec::new(),
        }
    }

    /// What the object holds: what is in its slots, then its attributes, or the object that has them.
    pub fn held(&self) -> Vec<Value> {
        let kind = self.0.borrow();
        let slots = kind.slots().into_iter().flat_map(Attributes::iter).map(|(_, value)| value.clone());
        match kind.rest() {
            Kind::Dict(own) if !matches!(own, Value::Dict(_)) => slots.chain([own.clone()]).collect(),
            _ => slots.chain(self.entries().into_iter().map(|(_, value)| value)).collect(),
        }
    }

    /// Everything, as the object dies; a `__dict__` that was handed out may live on.
    pub fn take_values(&mut self) -> Vec<Value> {
        let mut kind = std::mem::take(self.0.get_mut());
        let mut values = Vec::new();
        if let Kind::Slotted(slotted) = kind {
            let mut slotted = *slotted;
            values = slotted.slots.take_values();
            kind = slotted.rest;
        }
        match kind {
            Kind::Table(mut table) if values.is_empty() => table.take_values(),
            Kind::Table(mut table) => {
                values.extend(table.take_values());
                values
            }
            Kind::Dict(own) => {
                values.push(own);
                values
            }
            Kind::Slotted(_) => values,
        }
    }

    /// Everything, leaving nothing.
    pub fn take(&self) -> Store {
        Store(RefCell::new(self.0.take()))
    }
}

/// The dict that a `__dict__` is, or is round.
fn inside(own: &Value) -> Option<&Rc<Dict>> {
    if let Value::Dict(dict) = plain(own) { Some(dict) } else { None }
}

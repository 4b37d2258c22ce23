//! Instances of classes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::class::{Attributes, Class};
use super::dict::Dict;
use super::heap::{self, Dying, Header, Tracked};
use super::symbol::Symbol;
use super::value::Value;

/// An instance that is no exception.
pub struct Instance {
    pub header: Header,
    pub class: RefCell<Rc<Class>>,
    attributes: RefCell<Store>,
    /// Of a subclass of a built-in type: the built-in value inside; unbound otherwise.
    pub inner: Value,
    /// Set once `__del__` has run: it never runs twice.
    pub finalised: Cell<bool>,
}

/// Where attributes are kept: in a table of names, or, once the program has seen `__dict__`, in a dict.
enum Store {
    Table(Attributes),
    Dict(Rc<Dict>),
}

impl Instance {
    pub fn new(class: Rc<Class>, inner: Value) -> Rc<Instance> {
        let attributes = Attributes::with_capacity(class.instance_size.get());
        let instance = Rc::new(Instance {
            header: Header::new(size_of::<Instance>() + 4 * size_of::<(Symbol, Value)>()),
            class: RefCell::new(class),
            attributes: RefCell::new(Store::Table(attributes)),
            inner,
            finalised: Cell::new(false),
        });
        heap::track(&instance.header, Tracked::Instance(Rc::downgrade(&instance)));
        instance
    }

    pub fn class(&self) -> Rc<Class> {
        self.class.borrow().clone()
    }

    /// An attribute of the instance itself. A `__dict__` that was handed out is asked by `dict_get`.
    #[inline]
    pub fn get(&self, name: Symbol) -> Option<Value> {
        match &*self.attributes.borrow() {
            Store::Table(table) => table.get(name).cloned(),
            Store::Dict(dict) => dict.get_symbol(name),
        }
    }

    /// Whether the instance itself has the attribute.
    #[inline]
    pub fn has(&self, name: Symbol) -> bool {
        match &*self.attributes.borrow() {
            Store::Table(table) => table.get(name).is_some(),
            Store::Dict(dict) => dict.get_symbol(name).is_some(),
        }
    }

    /// An attribute of the instance itself, looked for first where an instance had it last.
    #[inline]
    pub fn get_near(&self, name: Symbol, place: &Cell<u32>) -> Option<Value> {
        match &*self.attributes.borrow() {
            Store::Table(table) => table.get_near(name, place).map(Value::copy),
            Store::Dict(dict) => dict.get_symbol(name),
        }
    }

    /// Sets an attribute of the instance itself.
    #[inline]
    pub fn set(&self, name: Symbol, value: Value) {
        heap::note_change();
        let old = match &mut *self.attributes.borrow_mut() {
            Store::Table(table) => {
                let old = table.set(name, value);
                let class = self.class.borrow();
                if table.len() > class.instance_size.get() {
                    class.instance_size.set(table.len());
                }
                old
            }
            Store::Dict(dict) => dict.set_symbol(name, value),
        };
        drop(old);
    }

    /// Changes the attribute in place, if it is there and in the table.
    #[inline]
    pub fn with_mut<R>(&self, name: Symbol, change: impl FnOnce(&mut Value) -> R) -> Option<R> {
        match &mut *self.attributes.borrow_mut() {
            Store::Table(table) => table.get_mut(name).map(change),
            Store::Dict(_) => None,
        }
    }

    pub fn remove(&self, name: Symbol) -> Option<Value> {
        heap::note_change();
        match &mut *self.attributes.borrow_mut() {
            Store::Table(table) => table.remove(name),
            Store::Dict(dict) => dict.remove_symbol(name),
        }
    }

    /// `__dict__`: from now on the attributes live in it.
    pub fn dict(&self) -> Rc<Dict> {
        let mut store = self.attributes.borrow_mut();
        if let Store::Table(table) = &mut *store {
            let dict = Dict::new();
            for (name, value) in table.iter() {
                dict.set_symbol(*name, value.clone());
            }
            *store = Store::Dict(dict);
        }
        match &*store {
            Store::Dict(dict) => dict.clone(),
            Store::Table(_) => unreachable!("the table was just made a dict"),
        }
    }

    /// Makes `dict` the instance's `__dict__`.
    pub fn set_dict(&self, dict: Rc<Dict>) {
        heap::note_change();
        let old = std::mem::replace(&mut *self.attributes.borrow_mut(), Store::Dict(dict));
        drop(old);
    }

    /// The attributes in order, for showing them.
    pub fn entries(&self) -> Vec<(Symbol, Value)> {
        match &*self.attributes.borrow() {
            Store::Table(table) => table.iter().cloned().collect(),
            Store::Dict(dict) => dict.symbol_entries(),
        }
    }

    /// Has `__del__` called, if there is one and it has not run yet.
    pub(super) fn die_in_cycle(self: Rc<Instance>) {
        if self.class.borrow().has_del.get() && !self.finalised.replace(true) {
            heap::queue_dying(Dying::Instance(self));
        }
    }

    pub(super) fn break_cycles(&self) {
        self.finalised.set(true);
        let store = std::mem::replace(&mut *self.attributes.borrow_mut(), Store::Table(Attributes::default()));
        drop(store);
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.header.announce_death();
        if self.class.borrow().has_del.get() && !self.finalised.get() {
            let store = std::mem::replace(self.attributes.get_mut(), Store::Table(Attributes::default()));
            let again = Instance::new(self.class(), self.inner.take());
            *again.attributes.borrow_mut() = store;
            again.finalised.set(true);
            heap::queue_dying(Dying::Instance(again));
            return;
        }
        heap::bury_one(self.inner.take());
        if let Store::Table(table) = self.attributes.get_mut() {
            heap::bury(table.take_values());
        }
    }
}

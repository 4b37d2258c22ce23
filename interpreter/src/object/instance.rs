//! Instances of classes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::class::Class;
use super::heap::{self, Dying, Header, Tracked};
use super::store::Store;
use super::symbol::Symbol;
use super::value::Value;
use super::weak::Target;

/// An instance that is no exception.
pub struct Instance {
    pub header: Header,
    pub class: RefCell<Rc<Class>>,
    pub attributes: Store,
    /// Of a subclass of a built-in type: the built-in value inside; unbound otherwise.
    pub inner: Value,
    /// Set once `__del__` has run: it never runs twice.
    pub finalised: Cell<bool>,
}

impl Instance {
    pub fn new(class: Rc<Class>, inner: Value) -> Rc<Instance> {
        let attributes = Store::with_capacity(class.instance_size.get());
        Instance::build(class, inner, attributes)
    }

    #[inline]
    fn build(class: Rc<Class>, inner: Value, attributes: Store) -> Rc<Instance> {
        let bytes = heap::tracked_bytes::<Instance>() + heap::block(class.instance_size.get() * size_of::<(Symbol, Value)>());
        let instance =
            Rc::new(Instance { header: Header::new(bytes), class: RefCell::new(class), attributes, inner, finalised: Cell::new(false) });
        heap::track(&instance.header, Tracked::Instance(Rc::downgrade(&instance)));
        instance
    }

    pub fn class(&self) -> Rc<Class> {
        self.class.borrow().clone()
    }

    /// An attribute of the instance itself.
    #[inline]
    pub fn get(&self, name: Symbol) -> Option<Value> {
        self.attributes.get(name)
    }

    /// Whether the instance itself has the attribute.
    #[inline]
    pub fn has(&self, name: Symbol) -> bool {
        self.attributes.has(name)
    }

    /// An attribute of the instance itself, looked for first where an instance had it last.
    #[inline]
    pub fn get_near(&self, name: Symbol, place: &Cell<u32>) -> Option<Value> {
        self.attributes.get_near(name, place)
    }

    /// Sets an attribute of the instance itself.
    #[inline]
    pub fn set(&self, name: Symbol, value: Value) {
        self.header.note_change(heap::THROUGHOUT);
        let count = self.attributes.set_and_count(name, value);
        let class = self.class.borrow();
        if count > class.instance_size.get() {
            class.instance_size.set(count);
        }
    }

    /// Changes the attribute in place, if it is there and in the table.
    #[inline]
    pub fn with_mut<R>(&self, name: Symbol, change: impl FnOnce(&mut Value) -> R) -> Option<R> {
        self.header.note_change(heap::THROUGHOUT);
        self.attributes.with_mut(name, change)
    }

    pub fn remove(&self, name: Symbol) -> Option<Value> {
        self.header.note_change(heap::THROUGHOUT);
        self.attributes.remove(name)
    }

    /// `__dict__`: from now on the attributes live in it.
    pub fn dict(&self) -> Value {
        self.attributes.dict()
    }

    /// Whether there is a `__del__` that has not run yet.
    pub(super) fn has_finaliser(&self) -> bool {
        self.class.borrow().wishes.get().del && !self.finalised.get()
    }

    /// Has `__del__` called, if there is one and it has not run yet.
    pub(super) fn die_in_cycle(self: Rc<Instance>) {
        if self.has_finaliser() {
            self.finalised.set(true);
            heap::queue_dying(Dying::Instance(self));
        }
    }

    pub(super) fn break_cycles(&self) {
        self.finalised.set(true);
        drop(self.attributes.take());
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        if self.class.borrow().wishes.get().del && !self.finalised.get() {
            let again = Instance::build(self.class(), self.inner.take(), std::mem::take(&mut self.attributes));
            again.finalised.set(true);
            self.header.bequeath(&again.header, || Target::Instance(Rc::downgrade(&again)));
            heap::queue_dying(Dying::Instance(again));
            return;
        }
        self.header.announce_death();
        heap::bury(self.attributes.take_values().into_iter().chain([self.inner.take()]));
    }
}

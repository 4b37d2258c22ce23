//! Weak references.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::class::Class;
use super::exception::Exception;
use super::function::Function;
use super::generator::Generator;
use super::heap::{self, Header};
use super::instance::Instance;
use super::set::Set;
use super::value::Value;

/// `weakref.ref(object[, callback])`.
pub struct WeakRef {
    pub header: Header,
    pub target: RefCell<Target>,
    pub callback: RefCell<Value>,
    /// The object's hash, once it was asked for: it outlives the object.
    pub hash: Cell<Option<u64>>,
    /// What the program has of it, where that is of a subclass.
    pub outside: RefCell<Weak<Instance>>,
}

/// What can be referred to weakly.
pub enum Target {
    Instance(Weak<Instance>),
    Function(Weak<Function>),
    Class(Weak<Class>),
    Generator(Weak<Generator>),
    Set(Weak<Set>),
    /// Of a class of the program's.
    Exception(Weak<Exception>),
    /// The object has died.
    Gone,
}

impl Target {
    /// A weak look at an object; none where its type has none.
    pub fn of(value: &Value) -> Option<Target> {
        Some(match value {
            Value::Instance(o) if o.class().has_weakref.get() => Target::Instance(Rc::downgrade(o)),
            Value::Function(o) => Target::Function(Rc::downgrade(o)),
            Value::Class(o) => Target::Class(Rc::downgrade(o)),
            Value::Generator(o) => Target::Generator(Rc::downgrade(o)),
            Value::Set(o) => Target::Set(Rc::downgrade(o)),
            Value::Exception(o) if o.class().has_weakref.get() => Target::Exception(Rc::downgrade(o)),
            _ => return None,
        })
    }
}

impl Drop for WeakRef {
    fn drop(&mut self) {
        if let Some(header) = self.get().header() {
            header.forget_dead_mourners();
        }
        heap::bury([self.callback.take()]);
    }
}

impl WeakRef {
    /// The reference as the program knows it.
    pub fn value(self: &Rc<WeakRef>) -> Value {
        let outside = self.outside.borrow().upgrade();
        outside.map_or_else(|| Value::WeakRef(self.clone()), Value::Instance)
    }

    /// Whether it serves all who want no callback.
    pub fn is_shared(&self) -> bool {
        self.callback.borrow().is_none() && self.outside.borrow().strong_count() == 0
    }

    /// The object, or None once it has died.
    pub fn get(&self) -> Value {
        let value = match &*self.target.borrow() {
            Target::Instance(weak) => weak.upgrade().map(Value::Instance),
            Target::Function(weak) => weak.upgrade().map(Value::Function),
            Target::Class(weak) => weak.upgrade().map(Value::Class),
            Target::Generator(weak) => weak.upgrade().map(Value::Generator),
            Target::Set(weak) => weak.upgrade().map(Value::Set),
            Target::Exception(weak) => weak.upgrade().map(Value::Exception),
            Target::Gone => None,
        };
        value.unwrap_or(Value::None)
    }
}

//! What a class puts into itself for its instances' sake: a descriptor for each of its `__slots__`, for `__dict__`, for `__weakref__`.

use std::cell::Cell;
use std::rc::{Rc, Weak};

use super::class::Class;
use super::heap::Header;
use super::native::{Answer, Trap};
use super::runtime::{Runtime, symbol_text};
use super::symbol::Symbol;
use super::value::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberKind {
    Slot,
    Dict,
    WeakRef,
}

/// A descriptor of something that instances of its owner have.
pub struct Member {
    pub header: Header,
    pub kind: MemberKind,
    pub name: Symbol,
    /// Whether the library alone fills it.
    pub is_read_only: Cell<bool>,
    /// The class it stands in; that holds it, so it must not hold the class.
    pub owner: Weak<Class>,
}

impl Member {
    pub fn value(kind: MemberKind, name: Symbol, owner: &Rc<Class>) -> Value {
        Value::Member(Rc::new(Member {
            header: Header::new(super::heap::object_bytes::<Member>()),
            kind,
            name,
            is_read_only: Cell::new(false),
            owner: Rc::downgrade(owner),
        }))
    }

    /// `object.name`.
    pub fn get(&self, rt: &Runtime, object: &Value) -> Answer {
        self.check(rt, object)?;
        let found = match (object, self.kind) {
            (Value::Instance(instance), MemberKind::Slot) => instance.attributes.slot(self.name),
            (Value::Instance(instance), MemberKind::Dict) => Some(instance.dict()),
            (Value::Exception(exception), MemberKind::Slot) => exception.attributes.slot(self.name),
            (Value::Exception(exception), MemberKind::Dict) => Some(exception.attributes.dict()),
            (_, MemberKind::WeakRef) => Some(Value::None),
            _ => None,
        };
        found.ok_or_else(|| {
            let message = format!("'{}' object has no attribute '{}'", rt.type_name(object), symbol_text(self.name));
            rt.attribute_error(message, object, self.name)
        })
    }

    /// `object.name = value`; an unbound value deletes.
    pub fn set(&self, rt: &Runtime, object: &Value, value: Value) -> Result<(), Trap> {
        self.check(rt, object)?;
        if self.is_read_only.get() {
            return Err(rt.raise(&rt.classes.attribute_error, "readonly attribute"));
        }
        self.fill(rt, object, value)
    }

    /// The same, as the library does it for an instance of the owner.
    pub fn fill(&self, rt: &Runtime, object: &Value, value: Value) -> Result<(), Trap> {
        let store = match object {
            Value::Instance(instance) => &instance.attributes,
            Value::Exception(exception) => &exception.attributes,
            _ => return Ok(()),
        };
        object.header().into_iter().for_each(|header| header.note_change(super::heap::THROUGHOUT));
        match self.kind {
            MemberKind::Slot if value.is_unbound() => match store.remove_slot(self.name) {
                Some(old) => drop(old),
                None => return Err(rt.raise(&rt.classes.attribute_error, &*symbol_text(self.name))),
            },
            MemberKind::Slot => store.set_slot(self.name, value),
            MemberKind::Dict => {
                let dict = if value.is_unbound() { Value::Dict(super::dict::Dict::new()) } else { value.clone() };
                if !store.set_dict(dict) {
                    let message = format!("__dict__ must be set to a dictionary, not a '{}'", rt.type_name(&value));
                    return Err(rt.type_error(message));
                }
            }
            MemberKind::WeakRef => {
                let owner = self.owner.upgrade().map_or_else(|| "?".into(), |class| class.name());
                let message = format!("attribute '__weakref__' of '{owner}' objects is not writable");
                return Err(rt.raise(&rt.classes.attribute_error, message));
            }
        }
        Ok(())
    }

    /// Whether the object is one that has this.
    fn check(&self, rt: &Runtime, object: &Value) -> Result<(), Trap> {
        let class = rt.class_of(object);
        match self.owner.upgrade() {
            Some(owner) if class.is_subclass(&owner) => Ok(()),
            owner => {
                let owner = owner.map_or_else(|| "?".into(), |class| class.name());
                let name = symbol_text(self.name);
                Err(rt.type_error(format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{}' object", class.name())))
            }
        }
    }
}

//! `property`.

use std::cell::RefCell;
use std::rc::Rc;

use super::protocol::{constructor, method, wrap, wrong_receiver};
use super::receive;
use crate::object::attribute;
use crate::object::class::Class;
use crate::object::function::Property;
use crate::object::heap::Header;
use crate::object::native::{Answer, Native, Trap, optional};
use crate::object::operate::plain;
use crate::object::repr;
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::symbol::names;
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    constructor("cls, fget=None, fset=None, fdel=None, doc=None", new),
    method("__init__", "self, /, *args, **kwargs", "Initialize self.", |_, _| Ok(Value::None)),
    Native::member("fget", "", |rt, args| Ok(this(rt, args)?.get.clone())),
    Native::member("fset", "", |rt, args| Ok(this(rt, args)?.set.clone())),
    Native::member("fdel", "", |rt, args| Ok(this(rt, args)?.delete.clone())),
    Native::settable("__doc__", "", |rt, args| Ok(this(rt, args)?.doc.borrow().clone()), set_doc),
    Native::attribute("__isabstractmethod__", "", is_abstract_property),
    method("getter", "self, function, /", "Descriptor to obtain a copy of the property with a different getter.", getter),
    method("setter", "self, function, /", "Descriptor to obtain a copy of the property with a different setter.", setter),
    method("deleter", "self, function, /", "Descriptor to obtain a copy of the property with a different deleter.", deleter),
    method("__get__", "self, instance, owner=None, /", "Return an attribute of instance, which is of type owner.", get),
    method("__set__", "self, instance, value, /", "Set an attribute of instance to value.", set),
    method("__set_name__", "self, owner, name, /", "Method to set name of a property.", set_name),
    method("__delete__", "self, instance, /", "Delete an attribute of instance.", delete),
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Property>, Trap> {
    match args.first().map(plain) {
        Some(Value::Property(property)) => Ok(property),
        _ => Err(wrong_receiver(rt, "property", args.first())),
    }
}

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = receive::class(rt, args, &rt.classes.property)?;
    let [get, set, delete, doc] = [1, 2, 3, 4].map(|at| optional(args, at).cloned().unwrap_or(Value::None));
    let documented = !doc.is_none();
    finished(rt, class, made(get, set, delete, doc), documented)
}

/// A property as an object of `class`. One of a subclass keeps its getter's text itself, or the class's text would hide it.
fn finished(rt: &Runtime, class: &Rc<Class>, property: Value, documented: bool) -> Answer {
    let doc = match &property {
        Value::Property(made) if !documented && !made.get.is_none() => Some(made.doc.borrow().clone()),
        _ => None,
    };
    let object = wrap(rt, class, property)?;
    if let Value::Instance(instance) = &object
        && class.has_dict.get()
        && let Some(doc) = doc
    {
        instance.set(names::DOC, doc);
    }
    Ok(object)
}

/// A property; without a text of its own it has its getter's.
fn made(get: Value, set: Value, delete: Value, doc: Value) -> Value {
    let doc = match (&get, doc) {
        (Value::Function(function), Value::None) => function.doc.borrow().clone(),
        (_, doc) => doc,
    };
    let header = Header::new(crate::object::heap::object_bytes::<Property>());
    Property { header, get, set, delete, doc: RefCell::new(doc), name: RefCell::new(Value::None) }.into()
}

fn set_doc(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    let value = if value.is_unbound() { Value::None } else { value };
    drop(this(rt, std::slice::from_ref(object))?.doc.replace(value));
    Ok(())
}

fn getter(rt: &mut Runtime, args: &[Value]) -> Answer {
    let old = this(rt, args)?;
    changed(rt, args, made(args[1].clone(), old.set.clone(), old.delete.clone(), Value::None))
}

fn setter(rt: &mut Runtime, args: &[Value]) -> Answer {
    let old = this(rt, args)?;
    changed(rt, args, made(old.get.clone(), args[1].clone(), old.delete.clone(), old.doc.borrow().clone()))
}

fn deleter(rt: &mut Runtime, args: &[Value]) -> Answer {
    let old = this(rt, args)?;
    changed(rt, args, made(old.get.clone(), old.set.clone(), args[1].clone(), old.doc.borrow().clone()))
}

/// A copy of a property with another part, of the same class. A subclass is called, as it may have an `__init__`.
fn changed(rt: &Runtime, args: &[Value], property: Value) -> Answer {
    let class = rt.class_of(&args[0]);
    if let (Value::Property(made), Value::Property(old)) = (&property, plain(&args[0])) {
        drop(made.name.replace(old.name.borrow().clone()));
    }
    if let (Value::Property(made), true) = (&property, class.overrides(names::INIT) || class.overrides(names::NEW)) {
        let doc = if matches!(&made.get, Value::Function(_)) { Value::None } else { made.doc.borrow().clone() };
        return Err(rt.call(Value::Class(class), vec![made.get.clone(), made.set.clone(), made.delete.clone(), doc]));
    }
    finished(rt, &class, property, false)
}

fn get(rt: &mut Runtime, args: &[Value]) -> Answer {
    let property = this(rt, args)?;
    if args[1].is_none() {
        return Ok(args[0].clone());
    }
    call(rt, property, &property.get, &args[1..2], "getter")
}

fn set(rt: &mut Runtime, args: &[Value]) -> Answer {
    let property = this(rt, args)?;
    call(rt, property, &property.set, &args[1..3], "setter")
}

fn delete(rt: &mut Runtime, args: &[Value]) -> Answer {
    let property = this(rt, args)?;
    call(rt, property, &property.delete, &args[1..2], "deleter")
}

fn set_name(rt: &mut Runtime, args: &[Value]) -> Answer {
    drop(this(rt, args)?.name.replace(args[2].clone()));
    Ok(Value::None)
}

fn call(rt: &mut Runtime, property: &Property, function: &Value, args: &[Value], what: &str) -> Answer {
    if function.is_none() {
        let name = match &*property.name.borrow() {
            Value::None => String::new(),
            name => format!(" {}", repr::try_repr(rt, name)?.unwrap_or_default()),
        };
        let message = format!("property{name} of '{}' object has no {what}", rt.class_of(&args[0]).qualname.borrow());
        return Err(rt.raise(&rt.classes.attribute_error, message));
    }
    Err(rt.call(function.clone(), args.to_vec()))
}

fn is_abstract_property(rt: &mut Runtime, args: &[Value]) -> Answer {
    let property = this(rt, args)?.clone();
    for part in [&property.get, &property.set, &property.delete] {
        if is_abstract(rt, part)? {
            return Ok(Value::True);
        }
    }
    Ok(Value::False)
}

/// Whether `abstractmethod` has marked what a property or a class method is made of.
pub fn is_abstract(rt: &mut Runtime, part: &Value) -> Result<bool, Trap> {
    match attribute::get_inner(rt, part, symbol_of("__isabstractmethod__")) {
        Ok(mark) => Ok(matches!(mark, Value::True)),
        Err(Trap::Raise(error)) if error.is(&rt.classes.attribute_error) => Ok(false),
        Err(trap) => Err(trap),
    }
}

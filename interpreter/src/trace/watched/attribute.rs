//! Attributes of objects, as far as no class decides about them by running code.

use std::rc::Rc;

use super::fault::Fault;
use crate::object::class::Class;
use crate::object::member::MemberKind;
use crate::object::runtime::known_symbol;
use crate::object::store::Store;
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;
use crate::trace::objects::holding::of_class;

/// `of.name`.
pub fn attribute(of: &Value, name: &str, looks: &mut u64) -> Result<Value, Fault> {
    let symbol = known_symbol(name);
    let found = match of {
        Value::Instance(instance) => of_object(&instance.class(), &instance.attributes, symbol, name, looks)?,
        Value::Exception(exception) => of_object(&exception.class(), &exception.attributes, symbol, name, looks)?,
        Value::Module(module) if module.class().is_none() => symbol.and_then(|symbol| module.get(symbol)),
        Value::Class(class) if !class.builtin => of_class_itself(class, symbol, name, looks)?,
        _ => return Err(Fault::refused(format!("Reading .{name} of a built-in type runs code."))),
    };
    found.ok_or_else(|| Fault::raises("AttributeError", name))
}

fn of_object(class: &Rc<Class>, own: &Store, symbol: Option<Symbol>, name: &str, looks: &mut u64) -> Result<Option<Value>, Fault> {
    *looks += class.mro.borrow().len() as u64;
    if defines(class, names::GETATTRIBUTE) {
        return Err(Fault::refused(format!("The class decides by its __getattribute__ what .{name} is, which would run code.")));
    }
    let Some(symbol) = symbol else { return nothing(class, name) };
    match of_class(class, symbol) {
        Some(Value::Member(member)) if member.kind == MemberKind::Slot => Ok(own.slot(symbol)),
        Some(value) if is_computed(&value) => {
            Err(Fault::refused(format!(".{name} is computed by code: a property or another descriptor.")))
        }
        Some(value) => match own.get(symbol) {
            None if binds(&value) => Err(Fault::refused(format!(".{name} is a method, and watching makes no object of it."))),
            found => Ok(found.or(Some(value))),
        },
        None => match own.get(symbol) {
            None => nothing(class, name),
            found => Ok(found),
        },
    }
}

fn of_class_itself(class: &Rc<Class>, symbol: Option<Symbol>, name: &str, looks: &mut u64) -> Result<Option<Value>, Fault> {
    *looks += class.mro.borrow().len() as u64;
    if class.meta.borrow().as_ref().is_some_and(|meta| !meta.builtin) {
        return Err(Fault::refused(format!("The metaclass may decide by running code what .{name} is.")));
    }
    match symbol.and_then(|symbol| of_class(class, symbol)) {
        Some(value) if is_computed(&value) || matches!(value, Value::Wrapper(_) | Value::Native(_)) => {
            Err(Fault::refused(format!(".{name} is computed by code.")))
        }
        found => Ok(found),
    }
}

/// There is no such attribute, unless the class makes it up.
fn nothing(class: &Rc<Class>, name: &str) -> Result<Option<Value>, Fault> {
    if defines(class, names::GETATTR) {
        return Err(Fault::refused(format!("The class makes .{name} up by its __getattr__, which would run code.")));
    }
    Ok(None)
}

/// Whether a class of the program's or the library's has the method.
fn defines(class: &Rc<Class>, method: Symbol) -> bool {
    let mro = class.mro.borrow();
    std::iter::once(class).chain(mro.iter()).any(|class| !class.builtin && class.attributes.borrow().get(method).is_some())
}

/// Whether code is asked what the attribute is.
fn is_computed(value: &Value) -> bool {
    match value {
        Value::Property(_) | Value::Member(_) | Value::Super(_) => true,
        Value::Native(native) => native.kind.is_attribute(),
        Value::Instance(instance) => is_descriptor(&instance.class()),
        Value::Exception(exception) => is_descriptor(&exception.class()),
        Value::Class(class) => class.meta.borrow().as_ref().is_some_and(is_descriptor),
        _ => false,
    }
}

fn is_descriptor(class: &Rc<Class>) -> bool {
    [names::GET, names::SET, names::DELETE].into_iter().any(|method| defines(class, method))
}

/// Whether an object that has no attribute of its own of that name gets a new one made of it.
fn binds(value: &Value) -> bool {
    matches!(value, Value::Function(_) | Value::Native(_) | Value::Wrapper(_))
}

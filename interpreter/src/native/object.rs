//! `object`: what every class inherits.

use std::rc::Rc;

use super::protocol::{class_argument, constructor, method};
use crate::object::attribute::{self, new_object};
use crate::object::class::{Class, Layout};
use crate::object::class_builder::check_alike;
use crate::object::equality::identity_hash;
use crate::object::native::{Answer, Intrinsic, Native, NativeKind, Trap};
use crate::object::operate::{overrides, plain};
use crate::object::repr;
use crate::object::runtime::{Runtime, symbol_of, symbol_of_string, symbol_string, symbol_text};
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;

pub static TABLE: &[Native] =
    &[
        constructor("cls, /, *args, **kwargs", new),
        method("__init__", "self, /, *args, **kwargs", "Initialize self.", init),
        method("__repr__", "self, /", "Return repr(self).", repr_method),
        method("__str__", "self, /", "Return str(self).", str_method),
        method("__eq__", "self, value, /", "Return self==value.", eq),
        method("__ne__", "self, value, /", "Return self!=value.", ne),
        method("__lt__", "self, value, /", "Return self<value.", |_, _| Ok(Value::NotImplemented)),
        method("__le__", "self, value, /", "Return self<=value.", |_, _| Ok(Value::NotImplemented)),
        method("__gt__", "self, value, /", "Return self>value.", |_, _| Ok(Value::NotImplemented)),
        method("__ge__", "self, value, /", "Return self>=value.", |_, _| Ok(Value::NotImplemented)),
        method("__hash__", "self, /", "Return hash(self).", |_, args| Ok(Value::Int(identity_hash(&args[0]) as i64))),
        method("__format__", "self, format_spec, /", "Default object formatter.", format),
        method("__dir__", "self, /", "Default dir() implementation.", dir),
        method("__sizeof__", "self, /", "Size of object in memory, in bytes.", sizeof),
        method("__setattr__", "self, name, value, /", "Implement setattr(self, name, value).", setattr),
        method("__delattr__", "self, name, /", "Implement delattr(self, name).", delattr),
        Native::new(
            NativeKind::Intrinsic(Intrinsic::GetAttribute),
            "__getattribute__",
            "self, name, /",
            "Return getattr(self, name).",
            getattribute,
        ),
        Native::new(NativeKind::ClassMethod, "__init_subclass__", "cls, /, **kwargs", "Called when a class is subclassed.", init_subclass),
        Native::new(NativeKind::ClassMethod, "__subclasshook__", "cls, subclass, /", "Asked by issubclass().", |_, _| {
            Ok(Value::NotImplemented)
        }),
        Native::settable("__class__", "the object's class", class, set_class),
        method("__getstate__", "self, /", "Helper for pickle.", |rt, args| Err(rt.prelude("object_getstate", args.to_vec()))),
        method("__reduce__", "self, /", "Helper for pickle.", |rt, args| {
            Err(rt.prelude("object_reduce", vec![args[0].clone(), Value::Int(0)]))
        }),
        method("__reduce_ex__", "self, protocol, /", "Helper for pickle.", |rt, args| {
            let reduce = symbol_of("__reduce__");
            let usual = rt.classes.object.lookup(reduce);
            let own = rt.class_of(&args[0]).lookup(reduce);
            match own.filter(|own| !usual.is_some_and(|usual| own.is(&usual))) {
                Some(reduce) => Err(rt.call(reduce, vec![args[0].clone()])),
                None => Err(rt.prelude("object_reduce", args.to_vec())),
            }
        }),
    ];

/// `type(None)()` and its kin: there is one object of each of these types.
macro_rules! singletons {
    ($($table:ident: $value:ident $name:literal,)+) => {
        $(pub static $table: &[Native] = &[constructor("cls, /, *args, **kwargs", |rt, args| {
            if has_arguments(args) {
                return Err(rt.type_error(concat!($name, " takes no arguments")));
            }
            Ok(Value::$value)
        })];)+
    };
}

singletons! {
    NONE: None "NoneType",
    ELLIPSIS: Ellipsis "EllipsisType",
    NOT_IMPLEMENTED: NotImplemented "NotImplementedType",
}

/// What None has of its own.
pub static NONE_METHODS: &[Native] = &[
    method("__bool__", "self, /", "True if self else False", |_, _| Ok(Value::False)),
    method("__repr__", "self, /", "Return repr(self).", |_, _| Ok(Value::str("None"))),
];

/// `object.__new__`.
fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = class_argument(rt, args, "object")?;
    match class.layout {
        Layout::Object => {}
        Layout::Sealed => return Err(rt.type_error(format!("cannot create '{}' instances", class.name()))),
        _ => {
            let base = std::iter::once(class)
                .chain(class.mro.borrow().iter())
                .find(|base| !base.overrides(names::NEW))
                .map_or_else(|| class.name(), |base| base.name());
            return Err(rt.type_error(format!("object.__new__({}) is not safe, use {base}.__new__()", class.name())));
        }
    }
    if has_arguments(args) {
        if class.overrides(names::NEW) {
            return Err(rt.type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
        if !class.overrides(names::INIT) {
            return Err(rt.type_error(format!("{}() takes no arguments", class.name())));
        }
    }
    new_object(rt, class, Value::Unbound, &[])
}

fn has_arguments(args: &[Value]) -> bool {
    args.len() > 2 || matches!(args.get(1), Some(Value::Dict(keywords)) if !keywords.is_empty())
}

fn init(rt: &mut Runtime, args: &[Value]) -> Answer {
    if has_arguments(args) {
        let class = rt.class_of(&args[0]);
        if class.overrides(names::INIT) {
            return Err(rt.type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
        }
        // Of other layouts `__new__` has taken them.
        if class.layout == Layout::Object && !class.overrides(names::NEW) {
            return Err(rt.type_error(format!("{}.__init__() takes exactly one argument (the instance to initialize)", class.name())));
        }
    }
    Ok(Value::None)
}

fn repr_method(rt: &mut Runtime, args: &[Value]) -> Answer {
    default_repr(rt, &args[0])
}

/// `<Point object at 0x…>`.
fn default_repr(rt: &Runtime, value: &Value) -> Answer {
    let name = match value {
        Value::Instance(instance) => repr::full_name(&instance.class()),
        Value::Exception(exception) => repr::full_name(&exception.class()),
        Value::Class(class) => class.meta.borrow().as_ref().map_or_else(|| "type".to_owned(), |meta| repr::full_name(meta)),
        _ => rt.type_name(value).to_string(),
    };
    Ok(Value::str(format!("<{name} object at {}>", repr::address_text(value))))
}

/// `object.__str__`: what `__repr__` says.
fn str_method(rt: &mut Runtime, args: &[Value]) -> Answer {
    if overrides(&args[0], names::REPR)
        && let Some(method) = attribute::special(rt, &args[0], names::REPR)
    {
        return Err(rt.call(method, Vec::new()));
    }
    repr::repr(rt, &args[0]).map(Value::str)
}

fn eq(_: &mut Runtime, args: &[Value]) -> Answer {
    Ok(if args[0].is(&args[1]) { Value::True } else { Value::NotImplemented })
}

fn ne(rt: &mut Runtime, args: &[Value]) -> Answer {
    if overrides(&args[0], names::EQ) {
        return Err(rt.prelude("ne_by_eq", vec![args[0].clone(), args[1].clone()]));
    }
    Ok(if args[0].is(&args[1]) { Value::False } else { Value::NotImplemented })
}

fn format(rt: &mut Runtime, args: &[Value]) -> Answer {
    match plain(&args[1]) {
        Value::Str(spec) if spec.text.is_empty() => repr::str_of(rt, &args[0]).map(Value::str),
        Value::Str(_) => Err(rt.type_error(format!("unsupported format string passed to {}.__format__", rt.type_name(&args[0])))),
        _ => Err(rt.type_error(format!("__format__() argument must be str, not {}", rt.type_name(&args[1])))),
    }
}

fn dir(rt: &mut Runtime, args: &[Value]) -> Answer {
    if tells_of_itself(rt, &args[0]) {
        return Err(rt.prelude("names_by_attributes", vec![args[0].clone()]));
    }
    Ok(Value::list(names_of(&args[0])))
}

/// Whether the object itself says what is in its `__dict__` or what its class is, or its `__dict__` has keys that are no names.
pub fn tells_of_itself(rt: &Runtime, value: &Value) -> bool {
    let seen = match value {
        Value::Instance(instance) => instance.attributes.seen_dict(),
        Value::Exception(exception) => exception.attributes.seen_dict(),
        _ => return false,
    };
    if let Some(Value::Dict(dict)) = seen.as_ref().map(plain)
        && dict.len() > dict.symbol_entries().len()
    {
        return true;
    }
    let class = rt.class_of(value);
    let by_member = |name: Symbol| matches!(class.lookup(name), Some(Value::Member(_)) | None);
    overrides(value, names::GETATTRIBUTE) || overrides(value, names::CLASS) || overrides(value, names::DICT) && !by_member(names::DICT)
}

/// The names of an object's attributes, unsorted and each once.
pub fn names_of(value: &Value) -> Vec<Value> {
    let mut found: Vec<Symbol> = match value {
        Value::Instance(instance) => instance.attributes.entries().into_iter().map(|(name, _)| name).collect(),
        Value::Exception(exception) => exception.attributes.entries().into_iter().map(|(name, _)| name).collect(),
        Value::Function(function) => function.dict().symbol_entries().into_iter().map(|(name, _)| name).collect(),
        Value::Module(module) => module.entries().into_iter().map(|(name, _)| name).collect(),
        _ => Vec::new(),
    };
    let class = match value {
        Value::Class(class) => Some(class.clone()),
        Value::Instance(instance) => Some(instance.class()),
        Value::Exception(exception) => Some(exception.class()),
        _ => None,
    };
    if let Some(class) = class {
        found.extend(names_of_class(&class));
    }
    unique(found)
}

/// The names of a class's attributes, inherited ones too.
pub fn names_of_class(class: &Rc<Class>) -> Vec<Symbol> {
    let mro = class.mro.borrow();
    // What the library needs inside of a class that CPython has in C is nobody's business.
    let is_inner = |class: &Class, name: Symbol| {
        let text = symbol_text(name);
        class.message_name.borrow().is_some() && text.starts_with('_') && !text.starts_with("__")
    };
    let names_of = |class: &Class| class.attributes.borrow().iter().map(|(name, _)| *name).collect::<Vec<_>>();
    let own = |class: &Rc<Class>| names_of(class).into_iter().filter(|name| !is_inner(class, *name)).collect::<Vec<_>>();
    std::iter::once(class).chain(mro.iter()).flat_map(own).collect()
}

fn unique(names: Vec<Symbol>) -> Vec<Value> {
    let mut seen = std::collections::HashSet::new();
    names.into_iter().filter(|name| seen.insert(*name)).map(symbol_string).collect()
}

/// An object's own bytes, without what it refers to.
fn sizeof(_: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::Int(args[0].header().map_or(size_of::<Value>(), |header| header.bytes()) as i64))
}

/// A name given as a string.
pub fn name_argument(rt: &Runtime, value: &Value) -> Result<Symbol, Trap> {
    match plain(value) {
        Value::Str(name) => Ok(symbol_of_string(name)),
        _ => Err(rt.type_error(format!("attribute name must be string, not '{}'", rt.type_name(value)))),
    }
}

fn setattr(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = name_argument(rt, &args[1])?;
    refuse_class(rt, args, "__setattr__")?;
    attribute::set_default(rt, &args[0], name, args[2].clone())?;
    Ok(Value::None)
}

fn delattr(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = name_argument(rt, &args[1])?;
    refuse_class(rt, args, "__delattr__")?;
    attribute::set_default(rt, &args[0], name, Value::Unbound)?;
    Ok(Value::None)
}

/// A class has such methods of its own, which nobody may pass by.
fn refuse_class(rt: &Runtime, args: &[Value], method: &str) -> Result<(), Trap> {
    match &args[0] {
        class @ Value::Class(_) => Err(rt.type_error(format!("can't apply this {method} to {} object", rt.type_name(class)))),
        _ => Ok(()),
    }
}

fn getattribute(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = name_argument(rt, &args[1])?;
    match attribute::get_default(rt, &args[0], name) {
        // A slot that is empty does not say of which object; who asks for the attribute does.
        Err(Trap::Raise(error)) if matches!(rt.class_of(&args[0]).lookup(name), Some(Value::Member(_))) => {
            let message = error.args().first().and_then(Value::as_str).unwrap_or_default().to_owned();
            Err(rt.raise(&rt.classes.attribute_error, message))
        }
        answer => answer,
    }
}

fn init_subclass(rt: &mut Runtime, args: &[Value]) -> Answer {
    match args.get(1) {
        Some(Value::Dict(keywords)) if !keywords.is_empty() => {
            let class = class_argument(rt, args, "object")?;
            Err(rt.type_error(format!("{}.__init_subclass__() takes no keyword arguments", class.qualname.borrow())))
        }
        _ => Ok(Value::None),
    }
}

fn class(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::Class(rt.class_of(&args[0])))
}

fn set_class(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    let Value::Class(class) = &value else {
        if value.is_unbound() {
            return Err(rt.type_error("can't delete __class__ attribute"));
        }
        return Err(rt.type_error(format!("__class__ must be set to a class, not '{}' object", rt.type_name(&value))));
    };
    let before = rt.class_of(object);
    if let Value::Module(module) = object
        && class.layout == Layout::Module
    {
        drop(module.set_class(Some(class.clone()).filter(|class| !class.builtin)));
        return Ok(());
    }
    if class.builtin || before.builtin {
        return Err(rt.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses"));
    }
    check_alike(rt, class, &before, "__class__")?;
    match object {
        Value::Instance(instance) => drop(instance.class.replace(class.clone())),
        Value::Exception(exception) => drop(exception.class.replace(class.clone())),
        Value::Class(object) => drop(object.meta.replace(Some(class.clone()))),
        _ => return Err(rt.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses")),
    }
    Ok(())
}

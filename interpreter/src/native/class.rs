//! `type`: what classes are asked, and how they are made by hand.

use std::rc::{Rc, Weak};

use super::object::{name_argument, names_of_class};
use super::protocol::{constructor, method, wrong_receiver};
use crate::object::attribute::{self, abstract_message, change_class};
use crate::object::class::{Class, Layout};
use crate::object::class_builder::{best_base, set_bases};
use crate::object::dict::Dict;
use crate::object::fuel;
use crate::object::iterator::ViewKind;
use crate::object::list::Tuple;
use crate::object::native::{Answer, Intrinsic, Native, NativeKind, Trap};
use crate::object::operate::{overrides, plain};
use crate::object::repr;
use crate::object::runtime::{Runtime, symbol_of, symbol_string};
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;

/// A number that CPython's struct of a type has.
macro_rules! kept_number {
    ($name:literal, $of:expr) => {
        Native::settable(
            $name,
            "",
            |rt, args| {
                let of: fn(&Runtime, &Rc<Class>) -> i64 = $of;
                Ok(Value::Int(of(rt, this(rt, args)?)))
            },
            |rt, class, _| {
                changeable(rt, class, symbol_of($name))?;
                Err(rt.attribute_error("readonly attribute", class, symbol_of($name)))
            },
        )
        .in_struct()
    };
}

pub static TABLE: &[Native] = &[
    constructor("cls, /, *args, **kwargs", new),
    method("__init__", "self, /, *args, **kwargs", "Initialize self.", init),
    Native::new(NativeKind::Intrinsic(Intrinsic::Construct), "__call__", "self, /, *args, **kwargs", "Call self as a function.", |_, _| {
        Ok(Value::None)
    }),
    Native::new(NativeKind::ClassMethod, "__prepare__", "cls, /, *args, **kwargs", "The namespace of a class statement.", |_, _| {
        Ok(Value::Dict(Dict::new()))
    }),
    method("__setattr__", "self, name, value, /", "Implement setattr(self, name, value).", |rt, args| {
        this(rt, args)?;
        attribute::set_default(rt, &args[0], name_argument(rt, &args[1])?, args[2].clone())?;
        Ok(Value::None)
    }),
    method("__delattr__", "self, name, /", "Implement delattr(self, name).", |rt, args| {
        this(rt, args)?;
        attribute::set_default(rt, &args[0], name_argument(rt, &args[1])?, Value::Unbound)?;
        Ok(Value::None)
    }),
    Native::new(
        NativeKind::Intrinsic(Intrinsic::GetAttribute),
        "__getattribute__",
        "self, name, /",
        "Return getattr(self, name).",
        |rt, args| attribute::get_default_of_class(rt, this(rt, args)?, name_argument(rt, &args[1])?),
    ),
    method("mro", "self, /", "Return a type's method resolution order.", |rt, args| Ok(Value::list(mro_of(this(rt, args)?)))),
    method("__subclasses__", "self, /", "Return a list of immediate subclasses.", subclasses),
    method("__instancecheck__", "self, instance, /", "Check if an object is an instance.", instancecheck),
    method("__subclasscheck__", "self, subclass, /", "Check if a class is a subclass.", subclasscheck),
    method("__dir__", "self, /", "Specialized __dir__ implementation for types.", dir),
    method("__repr__", "self, /", "Return repr(self).", repr_method),
    method("__or__", "self, value, /", "Return self|value.", or),
    method("__ror__", "self, value, /", "Return value|self.", |rt, args| or(rt, &[args[1].clone(), args[0].clone()])),
    Native::settable("__name__", "the class's name", |rt, args| Ok(Value::str(&*this(rt, args)?.name())), set_name),
    Native::settable(
        "__qualname__",
        "the class's qualified name",
        |rt, args| Ok(Value::str(&**this(rt, args)?.qualname.borrow())),
        set_qualname,
    ),
    Native::settable("__module__", "the module the class was defined in", module, |rt, class, value| {
        set_own(rt, class, names::MODULE, value)
    }),
    Native::settable(
        "__doc__",
        "the class's documentation",
        |rt, args| Ok(own(this(rt, args)?, names::DOC).unwrap_or(Value::None)),
        |rt, class, value| set_own(rt, class, names::DOC, value),
    ),
    Native::settable("__annotations__", "the annotations of the class body", annotations, |rt, class, value| {
        set_own(rt, class, names::ANNOTATIONS, value)
    }),
    Native::settable("__abstractmethods__", "the names of abstract methods", abstract_methods, |rt, class, value| {
        set_own(rt, class, names::ABSTRACT, value)
    }),
    Native::attribute("__dict__", "a read-only view of the class's attributes", dict),
    Native::settable("__bases__", "the base classes", bases, assign_bases),
    Native::member("__base__", "the base class that decides the layout", base),
    Native::settable(
        "__mro__",
        "the method resolution order",
        |rt, args| Ok(Value::tuple(mro_of(this(rt, args)?))),
        |rt, class, _| {
            changeable(rt, class, names::MRO)?;
            Err(rt.attribute_error("readonly attribute", class, names::MRO))
        },
    )
    .in_struct(),
    Native::attribute("__text_signature__", "none", |_, _| Ok(Value::None)),
    kept_number!("__flags__", flags),
    kept_number!("__basicsize__", basic_size),
    kept_number!("__itemsize__", |_, class| match class.layout {
        Layout::Int => 4,
        Layout::Tuple => 8,
        Layout::Bytes => 1,
        Layout::Type => 40,
        _ => 0,
    }),
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Class>, Trap> {
    match args.first() {
        Some(Value::Class(class)) => Ok(class),
        other => Err(wrong_receiver(rt, "type", other)),
    }
}

/// `type(object)`, or `type(name, bases, namespace)`.
fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let meta = this(rt, args)?;
    let keywords = args.get(1).cloned().unwrap_or(Value::None);
    match &args[2.min(args.len())..] {
        [_] if Rc::ptr_eq(meta, &rt.classes.type_) && matches!(&keywords, Value::Dict(keywords) if !keywords.is_empty()) => {
            Err(rt.type_error("type() takes no keyword arguments"))
        }
        [object] if Rc::ptr_eq(meta, &rt.classes.type_) => Ok(Value::Class(rt.class_of(object))),
        [name, bases, namespace] => {
            if !matches!(plain(name), Value::Str(_)) {
                return Err(wrong_part(rt, 1, "str", name));
            }
            if !matches!(bases, Value::Tuple(_)) {
                return Err(wrong_part(rt, 2, "tuple", bases));
            }
            if !matches!(crate::object::operate::plain(namespace), Value::Dict(_)) {
                return Err(wrong_part(rt, 3, "dict", namespace));
            }
            Err(rt.prelude("type_new", vec![args[0].clone(), plain(name).clone(), bases.clone(), namespace.clone(), keywords]))
        }
        _ if Rc::ptr_eq(meta, &rt.classes.type_) => Err(rt.type_error("type() takes 1 or 3 arguments")),
        rest => Err(rt.type_error(format!("type.__new__() takes exactly 3 arguments ({} given)", rest.len()))),
    }
}

/// `type.__init__`, which only counts.
fn init(rt: &mut Runtime, args: &[Value]) -> Answer {
    let given = args.len().saturating_sub(2);
    match &args[1] {
        Value::Dict(keywords) if !keywords.is_empty() && given == 1 => Err(rt.type_error("type.__init__() takes no keyword arguments")),
        _ if given != 1 && given != 3 => Err(rt.type_error("type.__init__() takes 1 or 3 arguments")),
        _ => Ok(Value::None),
    }
}

fn wrong_part(rt: &Runtime, at: usize, wanted: &str, given: &Value) -> Trap {
    let kind = if given.is_none() { "None".into() } else { rt.type_name(given) };
    rt.type_error(format!("type.__new__() argument {at} must be {wanted}, not {kind}"))
}

/// `__flags__`, of which those that programs ask for are told.
fn flags(rt: &Runtime, class: &Rc<Class>) -> i64 {
    const IMMUTABLE: u32 = 8;
    const HEAP: u32 = 9;
    const BASE: u32 = 10;
    const READY: u32 = 12;
    const COLLECTED: u32 = 14;
    const ABSTRACT: u32 = 20;
    let classes = &rt.classes;
    let kinds = [
        (&classes.int, 24),
        (&classes.list, 25),
        (&classes.tuple, 26),
        (&classes.bytes, 27),
        (&classes.str, 28),
        (&classes.dict, 29),
        (&classes.base_exception, 30),
        (&classes.type_, 31),
    ];
    let mut bits = vec![READY, if class.is_static() { IMMUTABLE } else { HEAP }];
    bits.extend((class.layout != Layout::Sealed && !class.is_final.get()).then_some(BASE));
    bits.extend((!class.is_static()).then_some(COLLECTED));
    bits.extend(abstract_message(class).map(|_| ABSTRACT));
    bits.extend(kinds.iter().filter(|(base, _)| class.is_subclass(base)).map(|(_, bit)| *bit));
    bits.into_iter().map(|bit| 1_i64 << bit).sum()
}

/// `__basicsize__`: what CPython's instances take, without their items.
fn basic_size(_: &Runtime, class: &Rc<Class>) -> i64 {
    let own = match class.layout {
        Layout::Int | Layout::Float | Layout::Tuple => 24,
        Layout::Complex => 32,
        Layout::Str => 80,
        Layout::Bytes => 33,
        Layout::ByteArray | Layout::Module => 56,
        Layout::List | Layout::Super => 40,
        Layout::Dict => 48,
        Layout::Set | Layout::FrozenSet => 200,
        Layout::Exception => 72,
        Layout::Type => 904,
        Layout::Property | Layout::WeakRef => 64,
        Layout::StaticMethod | Layout::ClassMethod => 32,
        Layout::Object | Layout::Sealed => 16,
    };
    let added = |class: &Rc<Class>| {
        let slots = class.attributes.borrow().iter().filter(|(_, value)| matches!(value, Value::Member(_))).count();
        // A `__dict__` lies before the object, but not where the object's own size varies.
        let dict = class.attributes.borrow().get(names::DICT).is_some_and(|value| matches!(value, Value::Member(_)));
        let is_free = dict && !matches!(class.layout, Layout::Int | Layout::Tuple | Layout::Bytes);
        8 * (slots - usize::from(is_free)) as i64
    };
    let mro = class.mro.borrow();
    own + std::iter::once(class).chain(mro.iter()).filter(|class| !class.is_static()).map(added).sum::<i64>()
}

fn mro_of(class: &Rc<Class>) -> Vec<Value> {
    fuel::note((class.mro.borrow().len() / 4) as u64);
    std::iter::once(class).chain(class.mro.borrow().iter()).cloned().map(Value::Class).collect()
}

fn subclasses(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = this(rt, args)?;
    fuel::burn(class.subclasses.borrow().len() as u64)?;
    Ok(Value::list(class.subclasses.borrow().iter().filter_map(Weak::upgrade).map(Value::Class).collect()))
}

fn instancecheck(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = this(rt, args)?.clone();
    Ok(Value::bool(rt.class_of(&args[1]).is_subclass(&class)))
}

fn subclasscheck(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = this(rt, args)?;
    match &args[1] {
        Value::Class(sub) => Ok(Value::bool(sub.is_subclass(class))),
        _ => Err(rt.type_error("issubclass() arg 1 must be a class")),
    }
}

fn dir(rt: &mut Runtime, args: &[Value]) -> Answer {
    let mut seen = std::collections::HashSet::new();
    let names = names_of_class(this(rt, args)?);
    Ok(Value::list(names.into_iter().filter(|name| seen.insert(*name)).map(symbol_string).collect()))
}

fn repr_method(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::str(format!("<class '{}'>", repr::full_name(this(rt, args)?))))
}

fn or(rt: &mut Runtime, args: &[Value]) -> Answer {
    let fits = |value: &Value| matches!(value, Value::Class(_) | Value::None);
    if fits(&args[0]) && fits(&args[1]) {
        return Err(rt.prelude("union_of_types", vec![args[0].clone(), args[1].clone()]));
    }
    Ok(Value::NotImplemented)
}

/// What a class itself has. `type` has what computes these attributes, which is no value of them.
fn own(class: &Class, name: Symbol) -> Option<Value> {
    let found = class.attributes.borrow().get(name).cloned();
    found.filter(|value| !matches!(value, Value::Native(native) if native.kind.is_attribute()))
}

/// Refuses to change a built-in class, as CPython does.
fn changeable<'a>(rt: &Runtime, class: &'a Value, name: Symbol) -> Result<&'a Rc<Class>, Trap> {
    match class {
        Value::Class(class) if class.is_open(rt) => Ok(class),
        Value::Class(class) => {
            let name = crate::object::runtime::symbol_text(name);
            Err(rt.type_error(format!("cannot set '{name}' attribute of immutable type '{}'", class.told_name())))
        }
        other => Err(wrong_receiver(rt, "type", Some(other))),
    }
}

fn set_own(rt: &mut Runtime, class: &Value, name: Symbol, value: Value) -> Result<(), Trap> {
    let class = changeable(rt, class, name)?;
    change_class(rt, class, name, value);
    Ok(())
}

fn set_name(rt: &mut Runtime, class: &Value, value: Value) -> Result<(), Trap> {
    let class = changeable(rt, class, names::NAME)?;
    match plain(&value).as_str() {
        Some(name) => *class.name.borrow_mut() = name.into(),
        None => return Err(rt.type_error(format!("can only assign string to {}.__name__, not '{}'", class.name(), rt.type_name(&value)))),
    }
    Ok(())
}

fn set_qualname(rt: &mut Runtime, class: &Value, value: Value) -> Result<(), Trap> {
    let class = changeable(rt, class, names::QUALNAME)?;
    match plain(&value).as_str() {
        Some(name) => *class.qualname.borrow_mut() = name.into(),
        None => {
            return Err(rt.type_error(format!("can only assign string to {}.__qualname__, not '{}'", class.name(), rt.type_name(&value))));
        }
    }
    Ok(())
}

fn module(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(own(this(rt, args)?, names::MODULE).unwrap_or_else(|| Value::str("builtins")))
}

fn annotations(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = this(rt, args)?;
    if let Some(known) = own(class, names::ANNOTATIONS) {
        return Ok(known);
    }
    if class.builtin {
        let message = format!("type object '{}' has no attribute '__annotations__'", class.name());
        return Err(rt.attribute_error(message, &args[0], names::ANNOTATIONS));
    }
    let fresh = Value::Dict(Dict::new());
    class.set(names::ANNOTATIONS, fresh.clone());
    Ok(fresh)
}

fn abstract_methods(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = this(rt, args)?;
    match own(class, names::ABSTRACT) {
        Some(names) => Ok(names),
        None => Err(rt.attribute_error("__abstractmethods__", &args[0], names::ABSTRACT)),
    }
}

fn dict(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(super::dict::view(ViewKind::Proxy, this(rt, args)?.dict()))
}

fn bases(rt: &mut Runtime, args: &[Value]) -> Answer {
    let bases = this(rt, args)?.bases.borrow().iter().cloned().map(Value::Class).collect();
    Ok(rt.tuple(bases))
}

fn assign_bases(rt: &mut Runtime, class: &Value, value: Value) -> Result<(), Trap> {
    let class = changeable(rt, class, names::BASES)?;
    let Value::Tuple(given) = &value else {
        if value.is_unbound() {
            return Err(rt.type_error(format!("cannot delete '__bases__' attribute of type '{}'", class.name())));
        }
        let kind = rt.type_name(&value);
        return Err(rt.type_error(format!("can only assign tuple to {}.__bases__, not {kind}", class.name())));
    };
    if given.items.is_empty() {
        return Err(rt.type_error(format!("can only assign non-empty tuple to {}.__bases__, not ()", class.name())));
    }
    let mut bases = Vec::new();
    for item in &given.items {
        let Value::Class(base) = item else {
            return Err(rt.type_error(format!("{}.__bases__ must be tuple of classes, not '{}'", class.name(), rt.type_name(item))));
        };
        bases.push(base.clone());
    }
    set_bases(rt, class, bases)
}

fn base(rt: &mut Runtime, args: &[Value]) -> Answer {
    let bases = this(rt, args)?.bases.borrow().clone();
    if bases.is_empty() { Ok(Value::None) } else { best_base(rt, &bases).map(Value::Class) }
}

/// `isinstance(value, class)`; none if a class's own `__instancecheck__` must be asked.
pub fn is_instance(rt: &mut Runtime, value: &Value, class: &Value) -> Result<Option<bool>, Trap> {
    match class {
        Value::Class(wanted) => {
            let own = rt.class_of(value);
            if Rc::ptr_eq(&own, wanted) {
                return Ok(Some(true));
            }
            if overrides(class, names::INSTANCECHECK) {
                return Ok(None);
            }
            if own.is_subclass(wanted) || claims_class(&own, wanted) {
                return Ok(Some(true));
            }
            // What the object says itself of its class may be the program's.
            let says_itself = !own.builtin && (own.overrides(names::GETATTRIBUTE) || own.overrides(names::CLASS));
            Ok(if says_itself { None } else { Some(false) })
        }
        Value::Tuple(classes) => any_class(classes, |one| is_instance(rt, value, one)),
        Value::Instance(_) | Value::Exception(_) => Ok(None),
        _ => Err(rt.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")),
    }
}

/// Whether one class of a tuple passes, which may have tuples in it; none if the program must be asked.
fn any_class(classes: &Tuple, mut passes: impl FnMut(&Value) -> Result<Option<bool>, Trap>) -> Result<Option<bool>, Trap> {
    fuel::burn_values(classes.items.len())?;
    let mut open: Vec<Value> = classes.items.iter().rev().cloned().collect();
    while let Some(class) = open.pop() {
        fuel::burn(1)?;
        if let Value::Tuple(inner) = &class {
            fuel::burn_values(inner.items.len())?;
            open.extend(inner.items.iter().rev().cloned());
        } else {
            match passes(&class)? {
                Some(false) => {}
                answer => return Ok(answer),
            }
        }
    }
    Ok(Some(false))
}

/// Whether the object says that it is of another class, by an attribute `__class__` of its class (a mock does).
fn claims_class(own: &Rc<Class>, wanted: &Rc<Class>) -> bool {
    matches!(own.lookup(names::CLASS), Some(Value::Class(claimed)) if claimed.is_subclass(wanted))
}

/// `issubclass(sub, class)`; none if a class's own `__subclasscheck__` must be asked.
pub fn is_subclass(rt: &mut Runtime, sub: &Value, class: &Value) -> Result<Option<bool>, Trap> {
    match class {
        Value::Class(_) | Value::Instance(_) if overrides(class, names::SUBCLASSCHECK) => Ok(None),
        Value::Class(wanted) => match sub {
            Value::Class(sub) => Ok(Some(sub.is_subclass(wanted))),
            Value::Instance(_) | Value::Exception(_) => Ok(None),
            _ => Err(rt.type_error("issubclass() arg 1 must be a class")),
        },
        Value::Tuple(classes) => any_class(classes, |one| is_subclass(rt, sub, one)),
        // What has `__bases__` counts as a class.
        Value::Instance(_) | Value::Exception(_) => Ok(None),
        _ if !matches!(sub, Value::Class(_)) => Err(rt.type_error("issubclass() arg 1 must be a class")),
        _ => Err(rt.type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")),
    }
}

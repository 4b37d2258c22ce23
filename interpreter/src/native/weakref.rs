//! `weakref.ref`. The other kinds of weak references are written in the language, in `library/weakref.py`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::protocol::{CLASS_GETITEM, EQ, HASH, NE, REPR, class_argument, constructor, method, wrap, wrong_receiver};
use crate::object::class::Class;
use crate::object::heap::Header;
use crate::object::native::{Answer, Native, Trap};
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::symbol::names;
use crate::object::value::Value;
use crate::object::weak::{Target, WeakRef};

pub static TABLE: &[Native] = &[
    constructor("cls, /, *args, **kwargs", new),
    method("__init__", "self, /, *args, **kwargs", "Initialize self.", |rt, args| {
        let class = rt.class_of(&args[0]);
        check_arguments(rt, "__init__", &class, args)?;
        Ok(Value::None)
    }),
    Native::member("__callback__", "", callback),
    method("__call__", "self, /", "Call self as a function.", |rt, args| Ok(this(rt, args)?.get())),
    CLASS_GETITEM,
    REPR,
    HASH,
    EQ,
    NE,
];

/// What the list of an object's weak references takes for the first.
const LIST_BYTES: usize = 96;

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<WeakRef>, Trap> {
    match args.first().map(plain) {
        Some(Value::WeakRef(reference)) => Ok(reference),
        _ => Err(wrong_receiver(rt, "weakref.ReferenceType", args.first())),
    }
}

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = class_argument(rt, args, "weakref.ReferenceType")?;
    check_arguments(rt, "__new__", class, args)?;
    let object = &args[2];
    let (Some(target), Some(header)) = (Target::of(object), object.header()) else {
        return Err(rt.type_error(format!("cannot create weak reference to '{}' object", rt.type_name(object))));
    };
    let callback = args.get(3).cloned().unwrap_or(Value::None);
    if class.builtin
        && callback.is_none()
        && let Some(known) = header.mourners().into_iter().find(|known| known.is_shared())
    {
        return Ok(Value::WeakRef(known));
    }
    let reference = Rc::new(WeakRef {
        header: Header::new(crate::object::heap::object_bytes::<WeakRef>() + LIST_BYTES),
        target: RefCell::new(target),
        callback: RefCell::new(callback),
        hash: Cell::new(None),
        outside: RefCell::default(),
    });
    header.mourn(&reference);
    let made = wrap(rt, class, Value::WeakRef(reference.clone()))?;
    if let Value::Instance(outside) = &made {
        *reference.outside.borrow_mut() = Rc::downgrade(outside);
    }
    Ok(made)
}

/// An object and perhaps a callback are given. Keywords are left to a subclass with an `__init__`.
fn check_arguments(rt: &Runtime, method: &str, class: &Rc<Class>, args: &[Value]) -> Result<(), Trap> {
    let (least, count) = match args.len() - 2 {
        0 => ("at least 1 argument", 0),
        count if count > 2 => ("at most 2 arguments", count),
        _ if !class.overrides(names::INIT) && matches!(&args[1], Value::Dict(keywords) if !keywords.is_empty()) => {
            return Err(rt.type_error("ref() takes no keyword arguments"));
        }
        _ => return Ok(()),
    };
    Err(rt.type_error(format!("{method} expected {least}, got {count}")))
}

/// `weakref.getweakrefs(object)`: those without a callback first.
pub fn references(_: &mut Runtime, args: &[Value]) -> Answer {
    let mut found = args[0].header().map_or_else(Vec::new, crate::object::heap::Header::mourners);
    found.sort_by_key(|reference| !reference.callback.borrow().is_none());
    Ok(Value::list(found.iter().map(WeakRef::value).collect()))
}

fn callback(rt: &mut Runtime, args: &[Value]) -> Answer {
    let callback = this(rt, args)?.callback.borrow().clone();
    Ok(if callback.is_unbound() { Value::None } else { callback })
}

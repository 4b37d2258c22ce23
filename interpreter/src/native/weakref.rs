//! `weakref.ref`. The other kinds of weak references are written in the language, in `library/weakref.py`.

use std::cell::RefCell;
use std::rc::Rc;

use super::protocol::{constructor, method, wrong_receiver};
use crate::object::heap::Header;
use crate::object::native::{Answer, Native, Trap, optional};
use crate::object::runtime::Runtime;
use crate::object::value::Value;
use crate::object::weak::{Target, WeakRef};

pub static TABLE: &[Native] = &[
    constructor("cls, object, callback=None, /", new),
    Native::attribute("__callback__", "", callback),
    method("__call__", "self, /", "Call self as a function.", |rt, args| Ok(this(rt, args)?.get())),
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<WeakRef>, Trap> {
    match args.first() {
        Some(Value::WeakRef(reference)) => Ok(reference),
        other => Err(wrong_receiver(rt, "weakref", other)),
    }
}

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Some(target) = Target::of(&args[1]) else {
        return Err(rt.type_error(format!("cannot create weak reference to '{}' object", rt.type_name(&args[1]))));
    };
    let callback = optional(args, 2).cloned().unwrap_or(Value::None);
    let wants_call = !callback.is_none();
    let reference = Rc::new(WeakRef { header: Header::new(size_of::<WeakRef>()), target, callback: RefCell::new(callback) });
    if wants_call && let Some(header) = args[1].header() {
        header.mourn(&reference);
    }
    Ok(Value::WeakRef(reference))
}

fn callback(rt: &mut Runtime, args: &[Value]) -> Answer {
    let callback = this(rt, args)?.callback.borrow().clone();
    Ok(if callback.is_unbound() { Value::None } else { callback })
}

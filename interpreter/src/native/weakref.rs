//! `weakref.ref`. The other kinds of weak references are written in the language, in `library/weakref.py`.

use std::cell::{Cell, RefCell};
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

/// What the list of an object's weak references takes for the first.
const LIST_BYTES: usize = 96;

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
    let Some(header) = args[1].header() else { return Err(rt.type_error("cannot create weak reference to it")) };
    // One without a callback serves all.
    if callback.is_none()
        && let Some(known) = header.mourners().into_iter().find(|known| known.callback.borrow().is_none())
    {
        return Ok(Value::WeakRef(known));
    }
    let reference = Rc::new(WeakRef {
        header: Header::new(crate::object::heap::object_bytes::<WeakRef>() + LIST_BYTES),
        target: RefCell::new(target),
        callback: RefCell::new(callback),
        hash: Cell::new(None),
    });
    header.mourn(&reference);
    Ok(Value::WeakRef(reference))
}

/// `weakref.getweakrefs(object)`: those without a callback first.
pub fn references(_: &mut Runtime, args: &[Value]) -> Answer {
    let mut found = args[0].header().map_or_else(Vec::new, crate::object::heap::Header::mourners);
    found.sort_by_key(|reference| !reference.callback.borrow().is_none());
    Ok(Value::list(found.into_iter().map(Value::WeakRef).collect()))
}

fn callback(rt: &mut Runtime, args: &[Value]) -> Answer {
    let callback = this(rt, args)?.callback.borrow().clone();
    Ok(if callback.is_unbound() { Value::None } else { callback })
}

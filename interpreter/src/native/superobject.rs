//! `super` as a class. `super()` without arguments, by its name, is an instruction.

use std::rc::Rc;

use super::protocol::{class_argument, constructor, method, wrap, wrong_receiver};
use crate::object::attribute::make_super;
use crate::object::function::Super;
use crate::object::native::{Answer, Native, Trap, optional};
use crate::object::runtime::Runtime;
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    constructor("cls, type=None, object=None, /", new),
    method("__get__", "self, instance, owner=None, /", "Return an attribute of instance, which is of type owner.", get),
    Native::member("__thisclass__", "the class invoking super()", |rt, args| Ok(Value::Class(this(rt, args)?.class.clone()))),
    Native::member("__self__", "the instance invoking super(); may be None", receiver),
    Native::member("__self_class__", "the type of the instance invoking super(); may be None", start),
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Super>, Trap> {
    match args.first() {
        Some(Value::Super(object)) => Ok(object),
        Some(Value::Instance(instance)) if let Value::Super(object) = &instance.inner => Ok(object),
        other => Err(wrong_receiver(rt, "super", other)),
    }
}

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let own = class_argument(rt, args, "super")?.clone();
    let Some(class) = optional(args, 1) else { return Err(rt.runtime_error("super(): no arguments")) };
    let Value::Class(class) = class else {
        return Err(rt.type_error(format!("super() argument 1 must be a type, not {}", rt.type_name(class))));
    };
    let object = optional(args, 2).filter(|object| !object.is_none()).cloned().unwrap_or_default();
    let made = make_super(rt, class.clone(), object)?;
    wrap(rt, &own, made)
}

/// As an attribute of a class, `super(class)` binds to the instance that it is asked for through.
fn get(rt: &mut Runtime, args: &[Value]) -> Answer {
    let proxy = this(rt, args)?;
    if args[1].is_none() || proxy.start.is_some() {
        return Ok(args[0].clone());
    }
    match rt.class_of(&args[0]) {
        class if class.builtin => make_super(rt, proxy.class.clone(), args[1].clone()),
        class => Err(rt.call(Value::Class(class), vec![Value::Class(proxy.class.clone()), args[1].clone()])),
    }
}

fn receiver(rt: &mut Runtime, args: &[Value]) -> Answer {
    let object = this(rt, args)?.object.clone();
    Ok(if object.is_unbound() { Value::None } else { object })
}

fn start(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(this(rt, args)?.start.clone().map_or(Value::None, Value::Class))
}

//! `member_descriptor`: what stands in a class for a name of its `__slots__`. Those for `__dict__` and `__weakref__` have the same methods, under
//! the type `getset_descriptor`.

use std::rc::Rc;

use super::protocol::{method, wrong_receiver};
use crate::object::member::Member;
use crate::object::native::{Answer, Native, Trap};
use crate::object::runtime::{Runtime, symbol_string, symbol_text};
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    Native::attribute("__name__", "", name),
    Native::attribute("__qualname__", "", qualname),
    Native::attribute("__doc__", "", doc),
    Native::attribute("__objclass__", "", class),
    method("__get__", "self, instance, owner=None, /", "Return an attribute of instance, which is of type owner.", get),
    method("__set__", "self, instance, value, /", "Set an attribute of instance to value.", |rt, args| {
        set(rt, &args[0], &args[1], args[2].clone())
    }),
    method("__delete__", "self, instance, /", "Delete an attribute of instance.", |rt, args| set(rt, &args[0], &args[1], Value::Unbound)),
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Member>, Trap> {
    match args.first() {
        Some(Value::Member(member)) => Ok(member),
        other => Err(wrong_receiver(rt, "member", other)),
    }
}

pub fn name(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(symbol_string(this(rt, args)?.name))
}

pub fn qualname(rt: &mut Runtime, args: &[Value]) -> Answer {
    let member = this(rt, args)?;
    let owner = member.owner.upgrade().map_or_else(|| "?".into(), |class| class.qualname.borrow().clone());
    Ok(Value::str(format!("{owner}.{}", symbol_text(member.name))))
}

pub fn doc(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(match this(rt, args)?.kind {
        crate::object::member::MemberKind::Slot => Value::None,
        crate::object::member::MemberKind::Dict => Value::str("dictionary for instance variables (if defined)"),
        crate::object::member::MemberKind::WeakRef => Value::str("list of weak references to the object (if defined)"),
    })
}

pub fn class(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(this(rt, args)?.owner.upgrade().map_or(Value::None, Value::Class))
}

fn get(rt: &mut Runtime, args: &[Value]) -> Answer {
    let member = this(rt, args)?;
    if args[1].is_none() { Ok(args[0].clone()) } else { member.get(rt, &args[1]) }
}

pub fn set(rt: &mut Runtime, descriptor: &Value, object: &Value, value: Value) -> Answer {
    this(rt, std::slice::from_ref(descriptor))?.set(rt, object, value)?;
    Ok(Value::None)
}

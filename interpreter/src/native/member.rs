//! What stands in a class for a name of its `__slots__`, and for `__dict__` and `__weakref__`. Its methods are in `method.rs`.

use std::rc::Rc;

use super::protocol::wrong_receiver;
use crate::object::member::Member;
use crate::object::native::{Answer, Trap};
use crate::object::runtime::{Runtime, symbol_string, symbol_text};
use crate::object::value::Value;

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Member>, Trap> {
    match args.first() {
        Some(Value::Member(member)) => Ok(member),
        other => Err(wrong_receiver(rt, "member", other)),
    }
}

pub(super) fn name(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(symbol_string(this(rt, args)?.name))
}

pub(super) fn qualname(rt: &mut Runtime, args: &[Value]) -> Answer {
    let member = this(rt, args)?;
    let owner = member.owner.upgrade().map_or_else(|| "?".into(), |class| class.qualname.borrow().clone());
    Ok(Value::str(format!("{owner}.{}", symbol_text(member.name))))
}

pub(super) fn doc(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(match this(rt, args)?.kind {
        crate::object::member::MemberKind::Slot => Value::None,
        crate::object::member::MemberKind::Dict => Value::str("dictionary for instance variables (if defined)"),
        crate::object::member::MemberKind::WeakRef => Value::str("list of weak references to the object (if defined)"),
    })
}

pub(super) fn class(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(this(rt, args)?.owner.upgrade().map_or(Value::None, Value::Class))
}

pub(super) fn set(rt: &mut Runtime, descriptor: &Value, object: &Value, value: Value) -> Answer {
    this(rt, std::slice::from_ref(descriptor))?.set(rt, object, value)?;
    Ok(Value::None)
}

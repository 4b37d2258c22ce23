//! `traceback`: an entry a frame that an exception passed.

use std::rc::Rc;

use super::machine::line_number;
use super::protocol::wrong_receiver;
use crate::object::exception::Traceback;
use crate::object::native::{Answer, Native, Trap};
use crate::object::runtime::Runtime;
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    Native::settable("tb_next", "", next, set_next),
    Native::attribute("tb_lineno", "", |rt, args| Ok(line_number(this(rt, args)?.place.span.line))),
    Native::attribute("tb_lasti", "", |_, _| Ok(Value::Int(0))),
    Native::attribute("tb_frame", "", frame),
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Traceback>, Trap> {
    match args.first() {
        Some(Value::Traceback(entry)) => Ok(entry),
        other => Err(wrong_receiver(rt, "traceback", other)),
    }
}

fn next(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(this(rt, args)?.next.borrow().clone().map_or(Value::None, Value::Traceback))
}

fn set_next(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    let entry = this(rt, std::slice::from_ref(object))?;
    let next = match value {
        Value::Traceback(next) => Some(next),
        Value::None => None,
        Value::Unbound => return Err(rt.type_error("can't delete tb_next attribute")),
        other => return Err(rt.type_error(format!("expected traceback object, got '{}'", rt.type_name(&other)))),
    };
    let mut link = next.clone();
    while let Some(current) = link {
        if Rc::ptr_eq(&current, entry) {
            return Err(rt.value_error("traceback loop detected"));
        }
        link = current.next.borrow().clone();
    }
    drop(entry.next.replace(next));
    Ok(())
}

fn frame(rt: &mut Runtime, args: &[Value]) -> Answer {
    let entry = this(rt, args)?;
    Ok(entry.variables.object(rt.code_object(entry.place.code, false)))
}

//! `traceback`: an entry a frame that an exception passed.

use std::rc::Rc;

use super::protocol::{constructor, wrong_receiver};
use super::source::line_number;
use crate::object::exception::{Place, Traceback};
use crate::object::native::{Answer, Native, Trap};
use crate::object::operate::slice::c_int;
use crate::object::runtime::Runtime;
use crate::object::value::Value;
use stillframe_front::syntax::tree::Span;

pub static TABLE: &[Native] = &[
    constructor("cls, tb_next, tb_frame, tb_lasti, tb_lineno", new),
    Native::settable("tb_next", "", next, set_next),
    Native::attribute("tb_lineno", "", |rt, args| Ok(line_number(this(rt, args)?.place.span.line))),
    Native::member("tb_lasti", "", |_, _| Ok(Value::Int(0))),
    Native::member("tb_frame", "", frame),
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Traceback>, Trap> {
    match args.first() {
        Some(Value::Traceback(entry)) => Ok(entry),
        other => Err(wrong_receiver(rt, "traceback", other)),
    }
}

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let next = match &args[1] {
        Value::None => None,
        Value::Traceback(next) => Some(next.clone()),
        other => return Err(rt.type_error(format!("expected traceback object or None, got '{}'", rt.type_name(other)))),
    };
    let Value::Frame(frame) = &args[2] else {
        return Err(rt.type_error(format!("TracebackType() argument 'tb_frame' must be frame, not {}", rt.type_name(&args[2]))));
    };
    let Some(line) = c_int(rt, &args[4])? else {
        let kind = rt.type_name(&args[4]);
        return Err(rt.type_error(format!("'{kind}' object cannot be interpreted as an integer")));
    };
    let line = u32::try_from(line).unwrap_or(0);
    let place = Place { code: frame.code.index, span: Span { line, column: 0, end_line: line, end_column: 0 } };
    Ok(Value::Traceback(Traceback::new(place, frame.variables.clone(), next)))
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

//! `frame`: `gi_frame` and its kin, `sys._getframe()`, `tb_frame`.

use std::rc::Rc;

use super::protocol::{method, wrong_receiver};
use crate::object::frame::{FrameObject, FrameView};
use crate::object::generator::State;
use crate::object::native::{Answer, Native, Request, Trap, Verb};
use crate::object::runtime::Runtime;
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    Native::attribute("f_code", "", |rt, args| Ok(Value::Code(this(rt, args)?.code.clone()))),
    Native::attribute("f_lineno", "", |rt, args| Ok(Value::Int(i64::from(this(rt, args)?.line())))),
    Native::attribute("f_locals", "", |rt, args| Ok(Value::Dict(this(rt, args)?.locals()))),
    Native::attribute("f_globals", "", globals),
    Native::attribute("f_builtins", "", |rt, _| Ok(Value::Dict(rt.builtins.dict()))),
    Native::attribute("f_back", "", back),
    Native::attribute("f_lasti", "", |_, _| Ok(Value::Int(0))),
    Native::attribute("f_trace", "", |_, _| Ok(Value::None)),
    method("clear", "self, /", "F.clear(): clear most references held by the frame", clear),
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<FrameObject>, Trap> {
    match args.first() {
        Some(Value::Frame(frame)) => Ok(frame),
        other => Err(wrong_receiver(rt, "frame", other)),
    }
}

fn globals(rt: &mut Runtime, args: &[Value]) -> Answer {
    let frame = this(rt, args)?;
    Ok(Value::Dict(rt.codes[frame.code.index as usize].module.dict()))
}

fn back(rt: &mut Runtime, args: &[Value]) -> Answer {
    match &this(rt, args)?.view {
        FrameView::Live(_) => Ok(Value::None),
        FrameView::Taken { back, .. } => Ok(back.clone()),
    }
}

/// A suspended generator is closed, as CPython does; a frame that has ended has nothing to clear.
fn clear(rt: &mut Runtime, args: &[Value]) -> Answer {
    let FrameView::Live(generator) = &this(rt, args)?.view else { return Ok(Value::None) };
    if generator.state() == State::Running {
        return Err(rt.runtime_error("cannot clear an executing frame"));
    }
    Err(Trap::Request(Box::new(Request::Resume { generator: generator.clone(), verb: Verb::Close })))
}

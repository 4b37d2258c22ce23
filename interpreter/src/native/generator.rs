//! `generator`, `coroutine`, and what a coroutine's `__await__` answers.

use std::rc::Rc;

use super::protocol::{self as p, method, wrong_receiver};
use super::resume::{close, finalise, next, send, throw};
use crate::object::generator::{CoroutineWrapper, Generator, GeneratorKind, State};
use crate::object::heap::Header;
use crate::object::native::{Answer, Native, Trap};
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::value::Value;

const SEND: &str = "send(arg) -> send 'arg' into it,\nreturn next yielded value or raise StopIteration.";
const THROW: &str =
    "throw(value)\nthrow(type[,value[,tb]])\n\nRaise an exception in it, return next yielded value or raise\nStopIteration.";
const CLOSE: &str = "close() -> raise GeneratorExit inside of it.";
const SEND_COROUTINE: &str = "send(arg) -> send 'arg' into coroutine,\nreturn next yielded value or raise StopIteration.";
const THROW_COROUTINE: &str =
    "throw(value)\nthrow(type[,value[,traceback]])\n\nRaise exception in coroutine, return next yielded value or raise\nStopIteration.";
const CLOSE_COROUTINE: &str = "close() -> raise GeneratorExit inside coroutine.";

pub static GENERATOR: &[Native] = &[
    p::ITER_ITSELF,
    next(),
    send(SEND),
    throw(THROW),
    close(CLOSE),
    finalise(),
    Native::attribute("gi_frame", "", frame),
    Native::attribute("gi_running", "", running),
    Native::attribute("gi_suspended", "", suspended),
    Native::member("gi_code", "", code),
    Native::attribute("gi_yieldfrom", "object being iterated by yield from, or None", delegate),
    Native::settable("__name__", "name of the generator", name, set_name),
    Native::settable("__qualname__", "qualified name of the generator", qualname, set_qualname),
];

pub static COROUTINE: &[Native] = &[
    method("__await__", "self, /", "Return an iterator to be used in await expression.", wrapper),
    send(SEND_COROUTINE),
    throw(THROW_COROUTINE),
    close(CLOSE_COROUTINE),
    finalise(),
    Native::attribute("cr_frame", "", frame),
    Native::attribute("cr_running", "", running),
    Native::attribute("cr_suspended", "", suspended),
    Native::member("cr_code", "", code),
    Native::attribute("cr_await", "object being awaited on, or None", delegate),
    Native::settable(
        "cr_origin",
        "",
        |rt, args| Ok(this(rt, args)?.origin.borrow().clone()),
        |rt, coroutine, _| Err(rt.attribute_error("readonly attribute", coroutine, symbol_of("cr_origin"))),
    ),
    Native::settable("__name__", "name of the coroutine", name, set_name),
    Native::settable("__qualname__", "qualified name of the coroutine", qualname, set_qualname),
];

pub static COROUTINE_WRAPPER: &[Native] = &[p::ITER_ITSELF, next(), send(SEND_COROUTINE), throw(THROW_COROUTINE), close(CLOSE_COROUTINE)];

/// The receiver: a generator, coroutine or async generator.
pub fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Generator>, Trap> {
    match args.first() {
        Some(Value::Generator(generator)) => Ok(generator),
        other => Err(wrong_receiver(rt, "generator", other)),
    }
}

pub fn frame(rt: &mut Runtime, args: &[Value]) -> Answer {
    let generator = this(rt, args)?;
    if generator.state() == State::Running {
        return Err(rt.prelude("running_frame", vec![Value::Generator(generator.clone()), Value::str("frame")]));
    }
    Ok(generator.sleeping_frame(rt.code_object(generator.code, generator.awaitable)))
}

fn running(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::bool(this(rt, args)?.state() == State::Running))
}

fn suspended(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::bool(this(rt, args)?.state() == State::Suspended))
}

pub fn code(rt: &mut Runtime, args: &[Value]) -> Answer {
    let generator = this(rt, args)?;
    Ok(Value::Code(rt.code_object(generator.code, generator.awaitable)))
}

pub fn delegate(rt: &mut Runtime, args: &[Value]) -> Answer {
    let generator = this(rt, args)?;
    if generator.state() == State::Running {
        return Err(rt.prelude("running_frame", vec![Value::Generator(generator.clone()), Value::str("delegate")]));
    }
    Ok(generator.delegate())
}

pub fn name(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::Str(this(rt, args)?.name.borrow().clone()))
}

pub fn set_name(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    let Value::Str(text) = value else { return Err(rt.type_error("__name__ must be set to a string object")) };
    *this(rt, std::slice::from_ref(object))?.name.borrow_mut() = text;
    Ok(())
}

pub fn qualname(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::Str(this(rt, args)?.qualname.borrow().clone()))
}

pub fn set_qualname(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    let Value::Str(text) = value else { return Err(rt.type_error("__qualname__ must be set to a string object")) };
    *this(rt, std::slice::from_ref(object))?.qualname.borrow_mut() = text;
    Ok(())
}

fn wrapper(rt: &mut Runtime, args: &[Value]) -> Answer {
    let generator = this(rt, args)?;
    if generator.kind != GeneratorKind::Coroutine {
        return Err(wrong_receiver(rt, "coroutine", args.first()));
    }
    let header = Header::new(crate::object::heap::object_bytes::<CoroutineWrapper>());
    Ok(CoroutineWrapper { header, coroutine: generator.clone() }.into())
}

//! `async_generator`, and the awaitables that its methods answer: each makes one step (PEP 525).

use std::rc::Rc;

use super::generator::{code, delegate, frame, name, qualname, set_name, set_qualname, this};
use super::protocol::{self as p, method, wrong_receiver};
use super::resume::{close, next, send, throw};
use crate::object::exception::Exception;
use crate::object::generator::{AsyncVerb, Generator, GeneratorKind, new_step};
use crate::object::native::{Answer, Native, Trap, optional};
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::symbol::names;
use crate::object::value::Value;

pub static ASYNC_GENERATOR: &[Native] = &[
    method("__aiter__", "self, /", "Return an awaitable, that resolves in asynchronous iterator.", p::itself),
    method("__anext__", "self, /", "Return a value or raise StopAsyncIteration.", anext),
    method("asend", "self, value, /", "asend(v) -> send 'v' in generator.", asend),
    method("athrow", "self, type, value=None, traceback=None, /", "athrow(typ[,val[,tb]]) -> raise exception in generator.", athrow),
    method("aclose", "self, /", "aclose() -> raise GeneratorExit inside generator.", aclose),
    Native::attribute("ag_frame", "", frame),
    Native::member("ag_running", "", running),
    Native::member("ag_code", "", code),
    Native::attribute("ag_await", "object being awaited on, or None", delegate),
    Native::settable("__name__", "name of the async generator", name, set_name),
    Native::settable("__qualname__", "qualified name of the async generator", qualname, set_qualname),
    p::CLASS_GETITEM,
];

/// `__anext__()` and `asend(value)`.
pub static ASEND: &[Native] = &[
    method("__await__", "self, /", "Return an iterator to be used in await expression.", p::itself),
    p::ITER_ITSELF,
    next(),
    send("send(v) -> go on with the step."),
    throw("throw(value) -> raise an exception in the generator."),
    close("close() -> give the step up."),
];

/// `athrow(…)` and `aclose()`.
pub static ATHROW: &[Native] = &[
    method("__await__", "self, /", "Return an iterator to be used in await expression.", p::itself),
    p::ITER_ITSELF,
    next(),
    send("send(v) -> go on with the step."),
    throw("throw(value) -> raise an exception in the generator."),
    close("close() -> give the step up."),
];

fn receiver<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Generator>, Trap> {
    let generator = this(rt, args)?;
    if generator.kind == GeneratorKind::AsyncGenerator { Ok(generator) } else { Err(wrong_receiver(rt, "async_generator", args.first())) }
}

fn running(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::bool(receiver(rt, args)?.stepping.get()))
}

/// A step; the loop's hook for the first one runs before anybody gets it.
fn step(rt: &Runtime, generator: &Rc<Generator>, verb: AsyncVerb, is_anext: bool, value: Value) -> Answer {
    let step = new_step(generator, verb, is_anext, value);
    match generator.first_iteration_hook(&rt.asyncgen_hooks) {
        Some(hook) => Err(rt.prelude("after_hook", vec![hook, Value::Generator(generator.clone()), step])),
        None => Ok(step),
    }
}

fn anext(rt: &mut Runtime, args: &[Value]) -> Answer {
    step(rt, receiver(rt, args)?, AsyncVerb::Send, true, Value::None)
}

fn asend(rt: &mut Runtime, args: &[Value]) -> Answer {
    step(rt, receiver(rt, args)?, AsyncVerb::Send, false, args[1].clone())
}

fn aclose(rt: &mut Runtime, args: &[Value]) -> Answer {
    step(rt, receiver(rt, args)?, AsyncVerb::Close, false, Value::None)
}

fn athrow(rt: &mut Runtime, args: &[Value]) -> Answer {
    let generator = receiver(rt, args)?;
    let value = optional(args, 2).filter(|value| !value.is_none());
    let exception = match &args[1] {
        Value::Exception(_) if value.is_some() => return Err(rt.type_error("instance exception may not have a separate value")),
        Value::Exception(exception) => exception.clone(),
        Value::Class(class) if class.is_subclass(&rt.classes.base_exception) => match value {
            Some(Value::Exception(value)) if value.is(class) => value.clone(),
            _ if class.overrides(names::INIT) || class.overrides(names::NEW) || class.is_subclass(&rt.classes.base_exception_group) => {
                let value = value.cloned().unwrap_or(Value::None);
                return Err(rt.prelude("athrow_class", vec![args[0].clone(), args[1].clone(), value]));
            }
            Some(value) => {
                let values = if let Value::Tuple(tuple) = plain(value) { tuple.items.clone() } else { vec![value.clone()] };
                Exception::new(class.clone(), values)
            }
            // The step makes the exception, and does not keep it.
            None if optional(args, 3).is_none_or(Value::is_none) => {
                return step(rt, generator, AsyncVerb::Throw, false, Value::Class(class.clone()));
            }
            None => Exception::new(class.clone(), Vec::new()),
        },
        // The step will say so.
        other => return step(rt, generator, AsyncVerb::Throw, false, other.clone()),
    };
    if let Some(Value::Traceback(traceback)) = optional(args, 3) {
        *exception.traceback.borrow_mut() = Some(traceback.clone());
        exception.settle();
    }
    step(rt, generator, AsyncVerb::Throw, false, Value::Exception(exception))
}

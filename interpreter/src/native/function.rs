//! `function`: what `def` and `lambda` make.

use std::rc::Rc;

use super::protocol::{constructor, method, wrong_receiver};
use crate::object::attribute::call_with_names;
use crate::object::dict::Dict;
use crate::object::function::{CodeObject, Function, Method, Parts};
use crate::object::native::{Answer, Native, Trap, optional};
use crate::object::operate::plain;
use crate::object::runtime::{Runtime, symbol_of, symbol_string};
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    constructor("cls, code, globals, name=None, argdefs=None, closure=None", new),
    Native::settable("__name__", "", |rt, args| Ok(this(rt, args)?.name.borrow().clone()), set_name),
    Native::settable("__qualname__", "", |rt, args| Ok(this(rt, args)?.qualname.borrow().clone()), set_qualname),
    Native::settable("__doc__", "", |rt, args| Ok(this(rt, args)?.doc.borrow().clone()), set_doc),
    Native::settable("__module__", "", module, set_module),
    Native::settable("__defaults__", "", defaults, set_defaults),
    Native::settable("__kwdefaults__", "", |rt, args| Ok(this(rt, args)?.kwdefaults.borrow().clone()), set_kwdefaults),
    Native::settable("__annotations__", "", annotations, set_annotations),
    Native::settable("__dict__", "", |rt, args| Ok(Value::Dict(this(rt, args)?.dict())), set_dict),
    Native::settable("__code__", "", code, set_code),
    Native::member("__globals__", "", |rt, args| Ok(Value::Dict(this(rt, args)?.module.dict()))),
    Native::member("__builtins__", "", |rt, _| Ok(Value::Dict(rt.builtins.dict()))),
    Native::member("__closure__", "", closure),
    method("__get__", "self, instance, owner=None, /", "Return an attribute of instance, which is of type owner.", get),
    method("__call__", "self, /, *args, **kwargs", "Call self as a function.", call),
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Function>, Trap> {
    match args.first() {
        Some(Value::Function(function)) => Ok(function),
        other => Err(wrong_receiver(rt, "function", other)),
    }
}

/// The receiver of an assignment.
fn target<'a>(rt: &Runtime, object: &'a Value) -> Result<&'a Rc<Function>, Trap> {
    this(rt, std::slice::from_ref(object))
}

fn set_name(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    if !matches!(value, Value::Str(_)) {
        return Err(rt.type_error("__name__ must be set to a string object"));
    }
    drop(target(rt, object)?.name.replace(value));
    Ok(())
}

fn set_qualname(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    if !matches!(value, Value::Str(_)) {
        return Err(rt.type_error("__qualname__ must be set to a string object"));
    }
    drop(target(rt, object)?.qualname.replace(value));
    Ok(())
}

fn set_doc(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    drop(target(rt, object)?.doc.replace(none_if_deleted(value)));
    Ok(())
}

fn none_if_deleted(value: Value) -> Value {
    if value.is_unbound() { Value::None } else { value }
}

fn module(rt: &mut Runtime, args: &[Value]) -> Answer {
    let function = this(rt, args)?;
    let set = function.module_name.borrow().clone();
    Ok(if set.is_unbound() { symbol_string(symbol_of(&function.module.name)) } else { set })
}

fn set_module(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    drop(target(rt, object)?.module_name.replace(none_if_deleted(value)));
    Ok(())
}

fn defaults(rt: &mut Runtime, args: &[Value]) -> Answer {
    let defaults = this(rt, args)?.defaults.borrow().clone();
    Ok(if defaults.is_empty() { Value::None } else { Value::tuple(defaults) })
}

fn set_defaults(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    let items = match &value {
        Value::Tuple(tuple) => tuple.items.clone(),
        Value::None | Value::Unbound => Vec::new(),
        _ => return Err(rt.type_error("__defaults__ must be set to a tuple object")),
    };
    drop(target(rt, object)?.defaults.replace(items));
    Ok(())
}

fn set_kwdefaults(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    if !matches!(value, Value::Dict(_) | Value::None | Value::Unbound) {
        return Err(rt.type_error("__kwdefaults__ must be set to a dict object"));
    }
    drop(target(rt, object)?.kwdefaults.replace(none_if_deleted(value)));
    Ok(())
}

fn annotations(rt: &mut Runtime, args: &[Value]) -> Answer {
    let function = this(rt, args)?;
    if function.annotations.borrow().is_unbound() {
        *function.annotations.borrow_mut() = Value::Dict(Dict::new());
    }
    Ok(function.annotations.borrow().clone())
}

fn set_annotations(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    let value = match value {
        Value::Dict(_) | Value::Unbound => value,
        Value::None => Value::Unbound,
        _ => return Err(rt.type_error("__annotations__ must be set to a dict object")),
    };
    drop(target(rt, object)?.annotations.replace(value));
    Ok(())
}

fn set_dict(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    let Value::Dict(dict) = plain(&value) else {
        return Err(rt.type_error(format!("__dict__ must be set to a dictionary, not a '{}'", rt.type_name(&value))));
    };
    target(rt, object)?.set_dict(dict.clone());
    Ok(())
}

fn code(rt: &mut Runtime, args: &[Value]) -> Answer {
    let function = this(rt, args)?;
    Ok(Value::Code(rt.code_object(function.code.get(), function.awaitable)))
}

/// A function whose code is another one's from now on: its closure, defaults and name stay.
fn set_code(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    let Value::Code(code) = &value else { return Err(rt.type_error("__code__ must be set to a code object")) };
    let function = target(rt, object)?;
    let (wanted, given) = (code.code().free_names.len(), function.closure.len());
    if wanted != given {
        let name = function.name.borrow().as_str().unwrap_or_default().to_owned();
        return Err(rt.value_error(format!("{name}() requires a code object with {given} free vars, not {wanted}")));
    }
    function.code.set(code.index);
    Ok(())
}

/// `types.FunctionType`. A code object is linked to the variables of its module, so no other `globals` will do.
fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Value::Code(code) = &args[1] else {
        return Err(rt.type_error(format!("function() argument 'code' must be code, not {}", rt.type_name(&args[1]))));
    };
    let Value::Dict(globals) = plain(&args[2]) else {
        return Err(rt.type_error(format!("function() argument 'globals' must be dict, not {}", rt.type_name(&args[2]))));
    };
    let module = rt.codes[code.index as usize].module.clone();
    if !Rc::ptr_eq(&module.dict(), globals) {
        return Err(rt.type_error("the playground makes functions with the globals() of their code's own module alone"));
    }
    let given = |at| optional(args, at).filter(|value| !value.is_none());
    let name = match given(3) {
        None => text(&code.code().name),
        Some(name) if name.as_str().is_some() => name.clone(),
        Some(_) => return Err(rt.type_error("arg 3 (name) must be None or string")),
    };
    let defaults = match given(4) {
        None => Vec::new(),
        Some(Value::Tuple(tuple)) => tuple.items.clone(),
        Some(_) => return Err(rt.type_error("arg 4 (defaults) must be None or tuple")),
    };
    Ok(Value::Function(Function::new(Parts {
        code: code.index,
        closure: closure_argument(rt, code, given(5))?,
        module,
        defaults,
        kwdefaults: Value::None,
        name,
        qualname: text(&code.code().qualname),
        doc: code.code().doc.as_ref().map_or(Value::None, |doc| Value::str(&**doc)),
        annotations: Value::Unbound,
        awaitable: code.awaitable,
    })))
}

fn closure_argument(rt: &Runtime, code: &CodeObject, given: Option<&Value>) -> Result<Vec<Value>, Trap> {
    let wanted = code.code().free_names.len();
    let cells = match given {
        Some(Value::Tuple(tuple)) => tuple.items.clone(),
        None if wanted == 0 => Vec::new(),
        _ if wanted == 0 => return Err(rt.type_error("arg 5 (closure) must be None or tuple")),
        _ => return Err(rt.type_error("arg 5 (closure) must be tuple")),
    };
    if cells.len() != wanted {
        let message = format!("{} requires closure of length {wanted}, not {}", code.code().name, cells.len());
        return Err(rt.value_error(message));
    }
    match cells.iter().find(|cell| !matches!(cell, Value::Cell(_))) {
        Some(other) => Err(rt.type_error(format!("arg 5 (closure) expected cell, found {}", rt.type_name(other)))),
        None => Ok(cells),
    }
}

fn text(text: &str) -> Value {
    symbol_string(symbol_of(text))
}

fn closure(rt: &mut Runtime, args: &[Value]) -> Answer {
    let function = this(rt, args)?;
    Ok(if function.closure.is_empty() { Value::None } else { Value::tuple(function.closure.clone()) })
}

/// `__get__` of what binds to its first argument.
pub fn get(rt: &mut Runtime, args: &[Value]) -> Answer {
    match (&args[1], optional(args, 2)) {
        (Value::None, None | Some(Value::None)) => Err(rt.type_error("__get__(None, None) is invalid")),
        (Value::None, Some(_)) => Ok(args[0].clone()),
        (receiver, _) => Ok(Method::new(args[0].clone(), receiver.clone()).into()),
    }
}

/// `__call__` of what the machine can call: the same call once more.
pub fn call(_: &mut Runtime, args: &[Value]) -> Answer {
    let (callee, keywords, positional) = match args {
        [callee, Value::Dict(keywords), positional @ ..] => (callee, keywords.entries(), positional),
        [callee, rest @ ..] => (callee, Vec::new(), rest),
        [] => return Ok(Value::None),
    };
    let mut all = positional.to_vec();
    let mut names = Vec::new();
    for entry in keywords {
        names.extend(entry.key.as_str().map(symbol_of));
        all.push(entry.value);
    }
    Err(call_with_names(plain(callee).clone(), all, names))
}

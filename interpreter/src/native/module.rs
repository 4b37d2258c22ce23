//! `module`. A module's `__name__` and `__doc__` are variables like any other.

use std::rc::Rc;

use super::protocol::{class_argument, constructor, method, wrong_receiver};
use crate::object::attribute::new_object;
use crate::object::module::Module;
use crate::object::native::{Answer, Native, Trap, optional};
use crate::object::runtime::{Runtime, symbol_of, symbol_text};
use crate::object::symbol::names;
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    constructor("cls, /, *args, **kwargs", new),
    method("__init__", "self, name, doc=None", "Initialize self.", init),
    Native::settable("__dict__", "", |rt, args| Ok(Value::Dict(this(rt, args)?.dict())), keep_dict),
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Module>, Trap> {
    match args.first() {
        Some(Value::Module(module)) => Ok(module),
        other => Err(wrong_receiver(rt, "module", other)),
    }
}

fn keep_dict(rt: &mut Runtime, module: &Value, _: Value) -> Result<(), Trap> {
    Err(rt.attribute_error("readonly attribute", module, names::DICT))
}

/// `__new__` makes it, `__init__` fills it: here too, but for subclasses that have one of their own.
fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = class_argument(rt, args, "module")?.clone();
    let made = new_object(rt, &class, Value::Unbound, &[])?;
    let keywords = match args.get(1) {
        Some(Value::Dict(keywords)) => keywords.symbol_entries(),
        _ => Vec::new(),
    };
    let positional = args.get(2..).unwrap_or_default();
    if class.overrides(names::INIT) || positional.is_empty() && keywords.is_empty() && !class.builtin {
        return Ok(made);
    }
    let given = positional.len() + keywords.len();
    if given > 2 {
        return Err(rt.type_error(format!("module() takes at most 2 arguments ({given} given)")));
    }
    let (mut name, mut doc) = (positional.first().cloned(), positional.get(1).cloned());
    for (keyword, value) in keywords {
        match &*symbol_text(keyword) {
            "name" => name = Some(value),
            "doc" => doc = Some(value),
            other => return Err(rt.type_error(format!("'{other}' is an invalid keyword argument for module()"))),
        }
    }
    let Some(name) = name else { return Err(rt.type_error("module() missing required argument 'name' (pos 1)")) };
    init(rt, &[made.clone(), name, doc.unwrap_or(Value::None)])?;
    Ok(made)
}

fn init(rt: &mut Runtime, args: &[Value]) -> Answer {
    let module = this(rt, args)?.clone();
    if args[1].as_str().is_none() {
        return Err(rt.type_error(format!("module() argument 'name' must be str, not {}", rt.type_name(&args[1]))));
    }
    module.set(names::NAME, args[1].clone());
    module.set(names::DOC, optional(args, 2).cloned().unwrap_or(Value::None));
    for name in ["__package__", "__loader__", "__spec__"] {
        module.set(symbol_of(name), Value::None);
    }
    Ok(Value::None)
}

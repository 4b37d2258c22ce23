//! `module`. A module's `__name__` and `__doc__` are variables like any other.

use std::rc::Rc;

use super::protocol::{constructor, wrong_receiver};
use crate::object::module::Module;
use crate::object::native::{Answer, Native, Trap, optional};
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::symbol::names;
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    constructor("cls, name, doc=None", new),
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

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Some(name) = args[1].as_str() else {
        return Err(rt.type_error(format!("module.__init__() argument 'name' must be str, not {}", rt.type_name(&args[1]))));
    };
    // The name of a module is kept twice.
    rt.reserve(2 * name.len())?;
    let module = Module::new(name);
    module.set(names::NAME, args[1].clone());
    module.set(names::DOC, optional(args, 2).cloned().unwrap_or(Value::None));
    for name in ["__package__", "__loader__", "__spec__"] {
        module.set(symbol_of(name), Value::None);
    }
    Ok(Value::Module(module))
}

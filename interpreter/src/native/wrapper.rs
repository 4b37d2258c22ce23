//! `staticmethod` and `classmethod`.

use std::rc::Rc;

use super::function;
use super::property::is_abstract;
use super::protocol::{class_argument, constructor, method, wrap, wrong_receiver};
use crate::object::attribute;
use crate::object::dict::Dict;
use crate::object::function::Wrapper;
use crate::object::heap::Header;
use crate::object::native::{Answer, Native, Trap};
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;

macro_rules! tables {
    ($($table:ident: $is_class:literal [$($more:expr),*],)+) => {
        $(pub static $table: &[Native] = &[
            constructor("cls, function, /", |rt, args| new(rt, args, $is_class)),
            method("__init__", "self, /, *args, **kwargs", "Initialize self.", |_, _| Ok(Value::None)),
            Native::member("__func__", "", wrapped),
            Native::member("__wrapped__", "", wrapped),
            Native::attribute("__isabstractmethod__", "", is_abstract_method),
            Native::attribute("__name__", "", |rt, args| of_function(rt, args, names::NAME)),
            Native::attribute("__qualname__", "", |rt, args| of_function(rt, args, names::QUALNAME)),
            Native::attribute("__module__", "", |rt, args| of_function(rt, args, names::MODULE)),
            Native::attribute("__doc__", "", |rt, args| of_function(rt, args, names::DOC)),
            Native::attribute("__annotations__", "", |rt, args| of_function(rt, args, names::ANNOTATIONS)),
            Native::attribute("__dict__", "", copied),
            method("__get__", "self, instance, owner=None, /", "Return an attribute of instance, which is of type owner.", get),
            $($more),*
        ];)+
    };
}

tables! {
    STATIC: false [method("__call__", "self, /, *args, **kwargs", "Call self as a function.", function::call)],
    CLASS: true [],
}

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Wrapper>, Trap> {
    match args.first().map(plain) {
        Some(Value::Wrapper(wrapper)) => Ok(wrapper),
        _ => Err(wrong_receiver(rt, "staticmethod", args.first())),
    }
}

fn new(rt: &mut Runtime, args: &[Value], is_class: bool) -> Answer {
    let class = class_argument(rt, args, if is_class { "classmethod" } else { "staticmethod" })?;
    let wrapper = Wrapper { header: Header::new(crate::object::heap::object_bytes::<Wrapper>()), is_class, function: args[1].clone() };
    wrap(rt, class, wrapper.into())
}

fn wrapped(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(this(rt, args)?.function.clone())
}

fn of_function(rt: &mut Runtime, args: &[Value], name: Symbol) -> Answer {
    let function = this(rt, args)?.function.clone();
    attribute::get_inner(rt, &function, name)
}

/// The attributes of the function that the wrapper has as its own.
fn copied(rt: &mut Runtime, args: &[Value]) -> Answer {
    let dict = Dict::new();
    for name in [names::MODULE, names::NAME, names::QUALNAME, names::DOC, names::ANNOTATIONS] {
        match of_function(rt, args, name) {
            Ok(value) => drop(dict.set_symbol(name, value)),
            Err(Trap::Raise(error)) if error.is(&rt.classes.attribute_error) => {}
            Err(trap) => return Err(trap),
        }
    }
    Ok(Value::Dict(dict))
}

fn is_abstract_method(rt: &mut Runtime, args: &[Value]) -> Answer {
    let function = this(rt, args)?.function.clone();
    is_abstract(rt, &function).map(Value::bool)
}

fn get(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = match args.get(2) {
        Some(Value::Class(class)) => class.clone(),
        _ => rt.class_of(&args[1]),
    };
    attribute::bind(rt, plain(&args[0]), &args[1], &class)
}

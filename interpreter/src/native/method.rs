//! `method`, and the functions and methods that are natives: `builtin_function_or_method`, `method_descriptor` and their kin.

use std::rc::Rc;

use super::function;
use super::member;
use super::protocol::{constructor, method, wrong_receiver};
use crate::library;
use crate::object::attribute;
use crate::object::function::{Function, Guise, Method};
use crate::object::native::{Answer, Native, NativeKind, Trap};
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::symbol::names;
use crate::object::value::Value;

/// Attributes that are not here are the function's: see `object/attribute.rs`.
pub static METHOD: &[Native] = &[
    constructor("cls, function, instance, /", new),
    Native::member("__func__", "the function (or other callable) implementing a method", |rt, args| Ok(this(rt, args)?.function.clone())),
    Native::member("__self__", "the instance to which a method is bound", |rt, args| Ok(this(rt, args)?.receiver.clone())),
    Native::attribute("__doc__", "", of_function),
    Native::attribute("__name__", "", of_function_name),
    Native::attribute("__qualname__", "", of_function_qualname),
    Native::attribute("__module__", "", of_function_module),
    method("__get__", "self, instance, owner=None, /", "Return an attribute of instance, which is of type owner.", |_, args| {
        Ok(args[0].clone())
    }),
    method("__call__", "self, /, *args, **kwargs", "Call self as a function.", function::call),
];

/// Functions, and methods that are bound.
pub static BUILTIN: &[Native] = &[
    Native::attribute("__name__", "", native_name),
    Native::attribute("__qualname__", "", native_qualname),
    Native::attribute("__doc__", "", native_doc),
    Native::attribute("__module__", "", native_module),
    Native::attribute("__self__", "", native_self),
    Native::attribute("__text_signature__", "", native_signature),
    method("__call__", "self, /, *args, **kwargs", "Call self as a function.", function::call),
];

/// `[].__len__`.
pub static METHOD_WRAPPER: &[Native] = &[
    Native::attribute("__name__", "", native_name),
    Native::attribute("__qualname__", "", native_qualname),
    Native::attribute("__doc__", "", native_doc),
    Native::member("__self__", "", native_self),
    Native::attribute("__objclass__", "", native_class),
    Native::attribute("__text_signature__", "", native_signature),
    method("__call__", "self, /, *args, **kwargs", "Call self as a function.", function::call),
];

macro_rules! descriptors {
    ($($table:ident)+) => {
        $(pub static $table: &[Native] = &[
            Native::member("__name__", "", native_name),
            Native::attribute("__qualname__", "", native_qualname),
            Native::attribute("__doc__", "", native_doc),
            Native::member("__objclass__", "", native_class),
            Native::attribute("__text_signature__", "", native_signature),
            method("__get__", "self, instance, owner=None, /", "Return an attribute of instance, which is of type owner.", native_get),
            method("__call__", "self, /, *args, **kwargs", "Call self as a function.", function::call),
        ];)+
    };
}

// What stands in a class: `str.upper`, `dict.fromkeys`, `list.__len__`.
descriptors! { METHOD_DESCRIPTOR CLASSMETHOD_DESCRIPTOR WRAPPER_DESCRIPTOR }

/// A computed attribute, a slot, or what stands for `__dict__`, as it stands in its class.
pub static DATA_DESCRIPTOR: &[Native] = &[
    Native::member("__name__", "", |rt, args| if is_member(args) { member::name(rt, args) } else { native_name(rt, args) }),
    Native::attribute("__qualname__", "", |rt, args| if is_member(args) { member::qualname(rt, args) } else { native_qualname(rt, args) }),
    Native::attribute("__doc__", "", |rt, args| if is_member(args) { member::doc(rt, args) } else { native_doc(rt, args) }),
    Native::member("__objclass__", "", |rt, args| if is_member(args) { member::class(rt, args) } else { native_class(rt, args) }),
    method("__get__", "self, instance, owner=None, /", "Return an attribute of instance, which is of type owner.", native_get),
    method("__set__", "self, instance, value, /", "Set an attribute of instance to value.", native_set),
    method("__delete__", "self, instance, /", "Delete an attribute of instance.", native_delete),
];

fn module_of(function: &Function) -> Value {
    match function.guise() {
        Some(Guise::Function(module)) => Value::str(&**module),
        _ => Value::None,
    }
}

/// Its defaults: of positional parameters, and of those that have names alone.
fn defaults_of(function: &Function) -> Value {
    Value::tuple(vec![Value::tuple(function.defaults.borrow().clone()), function.kwdefaults.borrow().clone()])
}

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Method>, Trap> {
    match args.first() {
        Some(Value::Method(method)) => Ok(method),
        other => Err(wrong_receiver(rt, "method", other)),
    }
}

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    if !is_callable(rt, &args[1]) {
        return Err(rt.type_error("first argument must be callable"));
    }
    if args[2].is_none() {
        return Err(rt.type_error("instance must not be None"));
    }
    Ok(Method::new(args[1].clone(), args[2].clone()).into())
}

/// `callable(value)`.
pub fn is_callable(rt: &Runtime, value: &Value) -> bool {
    match value {
        Value::Function(_) | Value::Method(_) | Value::Class(_) => true,
        Value::Native(native) => !native.kind.is_attribute(),
        Value::Wrapper(wrapper) => !wrapper.is_class,
        other => rt.class_of(other).lookup(names::CALL).is_some(),
    }
}

fn of_function(rt: &mut Runtime, args: &[Value]) -> Answer {
    let function = this(rt, args)?.function.clone();
    attribute::get_inner(rt, &function, names::DOC)
}

fn of_function_name(rt: &mut Runtime, args: &[Value]) -> Answer {
    let function = this(rt, args)?.function.clone();
    attribute::get_inner(rt, &function, names::NAME)
}

fn of_function_qualname(rt: &mut Runtime, args: &[Value]) -> Answer {
    let function = this(rt, args)?.function.clone();
    attribute::get_inner(rt, &function, names::QUALNAME)
}

fn of_function_module(rt: &mut Runtime, args: &[Value]) -> Answer {
    let function = this(rt, args)?.function.clone();
    attribute::get_inner(rt, &function, names::MODULE)
}

/// What stands behind a function or method of C, and what it is bound to.
fn subject<'a>(rt: &Runtime, args: &'a [Value]) -> Result<(Subject<'a>, Option<&'a Value>), Trap> {
    let (function, receiver) = match args.first() {
        Some(Value::Method(method)) => (Some(&method.function), Some(&method.receiver)),
        other => (other, None),
    };
    match function {
        Some(Value::Native(native)) => Ok((Subject::Native(native), receiver)),
        Some(Value::Function(function)) => Ok((Subject::Disguised(function), receiver)),
        _ => Err(wrong_receiver(rt, "builtin_function_or_method", args.first())),
    }
}

enum Subject<'a> {
    Native(&'static Native),
    /// A function of the library's that passes for one.
    Disguised(&'a Rc<Function>),
}

fn native_name(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(match subject(rt, args)?.0 {
        Subject::Disguised(function) => function.name.borrow().clone(),
        Subject::Native(native) => Value::str(native.name),
    })
}

fn native_qualname(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(match subject(rt, args)?.0 {
        Subject::Disguised(function) => function.qualname.borrow().clone(),
        Subject::Native(native) => match rt.owner_of(native) {
            Some(class) => Value::str(format!("{}.{}", class.name(), native.name)),
            None => Value::str(native.name),
        },
    })
}

/// `__text_signature__`: None for those whose parameters CPython can't tell.
fn native_signature(rt: &mut Runtime, args: &[Value]) -> Answer {
    let native = match subject(rt, args)?.0 {
        Subject::Native(native) => native,
        Subject::Disguised(function) => {
            let code = Value::Code(rt.code_object(function.code.get(), false));
            return Err(rt.prelude("text_signature", vec![code, defaults_of(function), Value::bool(function.owner().is_some())]));
        }
    };
    let untold = UNTOLD.contains(&native.name) || native.kind == NativeKind::StaticMethod;
    let params = match native.kind {
        NativeKind::ClassMethod => native.params.replacen("cls", "$type", 1),
        _ => native.params.replacen("self", "$self", usize::from(native.params.starts_with("self"))),
    };
    Ok(if untold { Value::None } else { Value::str(format!("({params})")) })
}

/// Functions that have no signature in CPython.
const UNTOLD: &[&str] = &["anext", "breakpoint", "dir", "getattr", "iter", "max", "min", "next", "vars", "hypot", "log"];

fn native_doc(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(match subject(rt, args)?.0 {
        Subject::Disguised(function) => function.doc.borrow().clone(),
        Subject::Native(native) if native.doc.is_empty() => Value::None,
        Subject::Native(native) => Value::str(native.doc),
    })
}

/// The module that has the function; None for methods.
fn native_module(rt: &mut Runtime, args: &[Value]) -> Answer {
    let native = match subject(rt, args)? {
        (Subject::Disguised(function), _) => return Ok(module_of(function)),
        (Subject::Native(native), receiver) if receiver.is_some() || rt.owner_of(native).is_some() => return Ok(Value::None),
        (Subject::Native(native), _) => native,
    };
    let name = symbol_of(native.name);
    let own = Value::Native(native);
    let has_it = |module: &&Rc<crate::object::module::Module>| module.get(name).is_some_and(|value| value.is(&own));
    if has_it(&&rt.builtins) {
        return Ok(Value::str("builtins"));
    }
    // Others may have imported it.
    let holders = rt.modules.iter().filter(|(_, module)| has_it(module));
    let found = holders.map(|(name, _)| name).min_by_key(|name| (!library::is_in_c(name), name.starts_with('_'), (*name).clone()));
    Ok(found.map_or(Value::None, |name| Value::str(name.trim_start_matches('_'))))
}

fn native_self(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(match subject(rt, args)? {
        (_, Some(receiver)) => receiver.clone(),
        (Subject::Disguised(function), None) => Value::Module(function.module.clone()),
        (Subject::Native(_), None) => Value::Module(rt.builtins.clone()),
    })
}

fn native_class(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(match subject(rt, args)?.0 {
        Subject::Disguised(function) => function.owner().map_or(Value::None, Value::Class),
        Subject::Native(native) => rt.owner_of(native).map_or(Value::None, |class| Value::Class(class.clone())),
    })
}

/// `__get__`: as if the native had been found on the class of the instance.
fn native_get(rt: &mut Runtime, args: &[Value]) -> Answer {
    if let Value::None = args[1]
        && !matches!(&args[0], Value::Native(native) if native.kind == NativeKind::ClassMethod)
    {
        return Ok(args[0].clone());
    }
    let class = match args.get(2) {
        Some(Value::Class(class)) => class.clone(),
        _ => rt.class_of(&args[1]),
    };
    attribute::bind(rt, &args[0], &args[1], &class)
}

fn native_set(rt: &mut Runtime, args: &[Value]) -> Answer {
    assign(rt, &args[0], &args[1], args[2].clone())
}

fn native_delete(rt: &mut Runtime, args: &[Value]) -> Answer {
    assign(rt, &args[0], &args[1], Value::Unbound)
}

/// Whether it is a class's own descriptor of a slot, of `__dict__` or `__weakref__`, not a native.
fn is_member(args: &[Value]) -> bool {
    matches!(args.first(), Some(Value::Member(_)))
}

fn assign(rt: &mut Runtime, descriptor: &Value, object: &Value, value: Value) -> Answer {
    if let Value::Member(_) = descriptor {
        return member::set(rt, descriptor, object, value);
    }
    let Value::Native(native) = descriptor else { return Err(wrong_receiver(rt, "getset_descriptor", Some(descriptor))) };
    match native.set {
        Some(set) => set(rt, object, value).map(|()| Value::None),
        None => {
            let message = attribute::read_only(native, &rt.type_name(object));
            Err(rt.raise(&rt.classes.attribute_error, message))
        }
    }
}

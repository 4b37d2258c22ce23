//! `BaseException` and what some of its subclasses add.

use std::rc::Rc;

use super::protocol::{class_argument, constructor, method, wrong_receiver};
use crate::object::attribute::new_object;
use crate::object::class::Class;
use crate::object::exception::Exception;
use crate::object::native::{Answer, Native, NativeKind, Trap};
use crate::object::operate::item::has_items;
use crate::object::operate::to_vec;
use crate::object::operate::{overrides, plain};
use crate::object::repr;
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;

/// An attribute that is None until it is set.
macro_rules! kept {
    ($name:literal) => {
        Native::settable(
            $name,
            "an attribute of the exception",
            |rt, args| kept_value(rt, args, $name),
            |rt, exception, value| keep(rt, exception, $name, value),
        )
    };
}
pub static BASE: &[Native] = &[
    constructor("cls, /, *args, **kwargs", new),
    method("__init__", "self, /, *args, **kwargs", "Initialize self.", init),
    method("__repr__", "self, /", "Return repr(self).", |rt, args| text(rt, args, false)),
    method("__str__", "self, /", "Return str(self).", |rt, args| text(rt, args, true)),
    method("with_traceback", "self, tb, /", "Set self.__traceback__ to tb and return self.", with_traceback),
    method("add_note", "self, note, /", "Add a note to the exception.", add_note),
    method("__setstate__", "self, state, /", "Set attributes from a dict.", setstate),
    Native::settable("args", "the arguments", |rt, args| Ok(this(rt, args)?.args.borrow().clone()), set_args),
    Native::settable("__cause__", "exception cause", |rt, args| Ok(this(rt, args)?.cause.borrow().clone()), set_cause),
    Native::settable("__context__", "exception context", |rt, args| Ok(this(rt, args)?.context.borrow().clone()), set_context),
    Native::settable("__traceback__", "exception traceback", traceback, set_traceback),
    Native::settable(
        "__suppress_context__",
        "whether the context is not shown",
        |rt, args| Ok(Value::bool(this(rt, args)?.suppress_context.get())),
        set_suppress_context,
    ),
    Native::settable("__dict__", "", |rt, args| Ok(Value::Dict(this(rt, args)?.attributes.dict())), set_dict),
];

pub static STOP_ITERATION: &[Native] =
    &[Native::settable("value", "generator return value", |rt, args| argument(rt, args, 0, "value"), |rt, e, v| keep(rt, e, "value", v))];

pub static SYSTEM_EXIT: &[Native] = &[Native::settable("code", "exception code", exit_code, |rt, e, v| keep(rt, e, "code", v))];

pub static ATTRIBUTE_ERROR: &[Native] = &[kept!("name"), kept!("obj")];

pub static NAME_ERROR: &[Native] = &[kept!("name")];

pub static IMPORT_ERROR: &[Native] = &[
    kept!("name"),
    kept!("path"),
    Native::settable("msg", "exception message", |rt, args| argument(rt, args, 0, "msg"), |rt, e, v| keep(rt, e, "msg", v)),
];

pub static OS_ERROR: &[Native] = &[kept!("errno"), kept!("strerror"), kept!("filename"), kept!("filename2")];

pub static SYNTAX_ERROR: &[Native] = &[
    Native::settable("msg", "exception message", |rt, args| argument(rt, args, 0, "msg"), |rt, e, v| keep(rt, e, "msg", v)),
    kept!("filename"),
    kept!("lineno"),
    kept!("offset"),
    kept!("text"),
    kept!("end_lineno"),
    kept!("end_offset"),
    kept!("print_file_and_line"),
];

pub static UNICODE_ERROR: &[Native] = &[
    Native::settable("encoding", "exception encoding", |rt, args| argument(rt, args, 0, "encoding"), |rt, e, v| keep(rt, e, "encoding", v)),
    Native::settable("object", "exception object", |rt, args| argument(rt, args, 1, "object"), |rt, e, v| keep(rt, e, "object", v)),
    Native::settable("start", "exception start", |rt, args| argument(rt, args, 2, "start"), |rt, e, v| keep(rt, e, "start", v)),
    Native::settable("end", "exception end", |rt, args| argument(rt, args, 3, "end"), |rt, e, v| keep(rt, e, "end", v)),
    Native::settable("reason", "exception reason", |rt, args| argument(rt, args, 4, "reason"), |rt, e, v| keep(rt, e, "reason", v)),
];

pub static GROUP: &[Native] = &[
    constructor("cls, /, *args, **kwargs", group_new),
    method("__init__", "self, /, *args, **kwargs", "Initialize self.", |_, _| Ok(Value::None)),
    method("derive", "self, excs, /", "A group of these exceptions with the same message.", derive),
    method("split", "self, condition, /", "The part that matches, and the rest.", |rt, args| {
        Err(rt.prelude("group_split", vec![args[0].clone(), args[1].clone()]))
    }),
    method("subgroup", "self, condition, /", "The part that matches.", |rt, args| {
        Err(rt.prelude("group_subgroup", vec![args[0].clone(), args[1].clone()]))
    }),
    Native::attribute("message", "exception message", |rt, args| argument(rt, args, 0, "message")),
    Native::attribute("exceptions", "nested exceptions", |rt, args| kept_value(rt, args, "exceptions")),
    Native::new(NativeKind::ClassMethod, "__class_getitem__", "cls, item, /", "See PEP 585.", super::protocol::class_getitem),
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Exception>, Trap> {
    match args.first() {
        Some(Value::Exception(exception)) => Ok(exception),
        other => Err(wrong_receiver(rt, "BaseException", other)),
    }
}

/// The slice of `__new__` and `__init__`: class or object, keywords, positional arguments.
fn positional(args: &[Value]) -> &[Value] {
    args.get(2..).unwrap_or_default()
}

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = class_argument(rt, args, "BaseException")?.clone();
    let class = os_error_class(rt, &class, positional(args)).unwrap_or(class);
    let made = new_object(rt, &class, Value::Unbound, positional(args))?;
    if let Value::Exception(exception) = &made {
        let foreign = class.overrides(names::INIT) || class.overrides(names::NEW);
        initialise(rt, exception, args, foreign)?;
    }
    Ok(made)
}

fn init(rt: &mut Runtime, args: &[Value]) -> Answer {
    let exception = this(rt, args)?.clone();
    let tuple = Value::tuple(positional(args).to_vec());
    let old = exception.args.replace(tuple);
    drop(old);
    initialise(rt, &exception, args, false)?;
    Ok(Value::None)
}

/// What the classes make of arguments beyond `args`. `lenient`: keywords are the program's business.
fn initialise(rt: &mut Runtime, exception: &Exception, args: &[Value], lenient: bool) -> Result<(), Trap> {
    let allowed: &[&str] = if exception.is(&rt.classes.import_error) {
        &["name", "path"]
    } else if exception.is(&rt.classes.attribute_error) {
        &["name", "obj"]
    } else if exception.is(&rt.classes.name_error) {
        &["name"]
    } else {
        &[]
    };
    if let Some(Value::Dict(keywords)) = args.get(1) {
        for (name, value) in keywords.symbol_entries() {
            let text = crate::object::runtime::symbol_text(name);
            if allowed.contains(&&*text) {
                set(exception, name, value);
            } else if !lenient {
                let class = exception.class().name();
                let message = match allowed {
                    [] => format!("{class}() takes no keyword arguments"),
                    _ => format!("'{text}' is an invalid keyword argument for {class}()"),
                };
                return Err(rt.type_error(message));
            }
        }
    }
    let given = positional(args);
    if exception.is(&rt.classes.os_error) && (2..=5).contains(&given.len()) {
        set(exception, symbol_of("errno"), given[0].clone());
        set(exception, symbol_of("strerror"), given[1].clone());
        if let Some(file) = given.get(2) {
            set(exception, symbol_of("filename"), file.clone());
            drop(exception.args.replace(Value::tuple(given[..2].to_vec())));
        }
    }
    if exception.is(&rt.classes.unicode_decode_error)
        && let Some(data) = given.get(1)
        && crate::object::operate::bytes::length_of(data).is_none()
    {
        return Err(rt.type_error(format!("a bytes-like object is required, not '{}'", rt.type_name(data))));
    }
    if exception.is(&rt.classes.syntax_error)
        && let [_, Value::Tuple(details)] = given
    {
        for (name, value) in ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].iter().zip(&details.items) {
            set(exception, symbol_of(name), value.clone());
        }
    }
    Ok(())
}

/// The subclass of OSError that stands for an error number, where OSError itself is called.
fn os_error_class(rt: &Runtime, class: &Rc<Class>, given: &[Value]) -> Option<Rc<Class>> {
    let classes = &rt.classes;
    if !Rc::ptr_eq(class, &classes.os_error) || given.len() < 2 {
        return None;
    }
    let Value::Int(number) = *plain(&given[0]) else { return None };
    let found = match number {
        1 | 13 => &classes.permission_error,
        2 => &classes.file_not_found_error,
        3 => &classes.process_lookup_error,
        4 => &classes.interrupted_error,
        10 => &classes.child_process_error,
        11 | 114 | 115 => &classes.blocking_io_error,
        17 => &classes.file_exists_error,
        20 => &classes.not_a_directory_error,
        21 => &classes.is_a_directory_error,
        32 | 108 => &classes.broken_pipe_error,
        103 => &classes.connection_aborted_error,
        104 => &classes.connection_reset_error,
        110 => &classes.timeout_error,
        111 => &classes.connection_refused_error,
        _ => return None,
    };
    Some(found.clone())
}

fn set(exception: &Exception, name: Symbol, value: Value) {
    exception.attributes.set_slot(name, value);
}

fn keep(rt: &mut Runtime, exception: &Value, name: &str, value: Value) -> Result<(), Trap> {
    let Value::Exception(exception) = exception else { return Err(wrong_receiver(rt, "BaseException", Some(exception))) };
    let value = if value.is_unbound() { Value::None } else { value };
    set(exception, symbol_of(name), value);
    Ok(())
}

fn kept_value(rt: &mut Runtime, args: &[Value], name: &str) -> Answer {
    Ok(this(rt, args)?.attributes.slot(symbol_of(name)).unwrap_or(Value::None))
}

/// What was assigned to the attribute, else the argument at a place.
fn argument(rt: &mut Runtime, args: &[Value], at: usize, name: &str) -> Answer {
    let exception = this(rt, args)?;
    if let Some(assigned) = exception.attributes.slot(symbol_of(name)) {
        return Ok(assigned);
    }
    Ok(exception.args().get(at).cloned().unwrap_or(Value::None))
}

fn exit_code(rt: &mut Runtime, args: &[Value]) -> Answer {
    let exception = this(rt, args)?.clone();
    if exception.attributes.slot(symbol_of("code")).is_none() && exception.args().len() > 1 {
        return Ok(exception.args.borrow().clone());
    }
    argument(rt, args, 0, "code")
}

fn text(rt: &mut Runtime, args: &[Value], as_str: bool) -> Answer {
    let exception = this(rt, args)?;
    match repr::try_exception(rt, exception, as_str)? {
        Some(text) => Ok(Value::str(text)),
        None => Err(rt.prelude(if as_str { "exception_str" } else { "exception_repr" }, vec![args[0].clone()])),
    }
}

fn set_dict(rt: &mut Runtime, exception: &Value, value: Value) -> Result<(), Trap> {
    match plain(&value) {
        Value::Dict(dict) => exception_of(rt, exception)?.attributes.set_dict(dict.clone()),
        Value::Unbound => return Err(rt.type_error("cannot delete __dict__")),
        other => return Err(rt.type_error(format!("__dict__ must be set to a dictionary, not a '{}'", rt.type_name(other)))),
    }
    Ok(())
}

fn with_traceback(rt: &mut Runtime, args: &[Value]) -> Answer {
    set_traceback(rt, &args[0], args[1].clone())?;
    Ok(args[0].clone())
}

fn add_note(rt: &mut Runtime, args: &[Value]) -> Answer {
    let exception = this(rt, args)?;
    if plain(&args[1]).as_str().is_none() {
        return Err(rt.type_error(format!("note must be a str, not '{}'", rt.type_name(&args[1]))));
    }
    let notes = exception.attributes.get(names::NOTES);
    match notes {
        None => exception.attributes.set(names::NOTES, Value::list(vec![args[1].clone()])),
        Some(Value::List(notes)) => notes.push(args[1].clone()),
        Some(_) => return Err(rt.type_error("Cannot add note: __notes__ is not a list")),
    }
    Ok(Value::None)
}

fn setstate(rt: &mut Runtime, args: &[Value]) -> Answer {
    let exception = this(rt, args)?;
    match plain(&args[1]) {
        Value::None => {}
        Value::Dict(state) => state.symbol_entries().into_iter().for_each(|(name, value)| exception.attributes.set(name, value)),
        _ => return Err(rt.type_error("state is not a dictionary")),
    }
    Ok(Value::None)
}

fn exception_of<'a>(rt: &Runtime, value: &'a Value) -> Result<&'a Rc<Exception>, Trap> {
    this(rt, std::slice::from_ref(value))
}

fn set_args(rt: &mut Runtime, exception: &Value, value: Value) -> Result<(), Trap> {
    if value.is_unbound() {
        return Err(rt.type_error("args may not be deleted"));
    }
    match to_vec(rt, &value)? {
        Some(items) => {
            let old = exception_of(rt, exception)?.args.replace(Value::tuple(items));
            drop(old);
            Ok(())
        }
        None => Err(rt.prelude("set_exception_args", vec![exception.clone(), value])),
    }
}

/// An exception or None.
fn checked(rt: &Runtime, value: Value, what: &str) -> Result<Value, Trap> {
    match value {
        Value::Exception(_) | Value::None => Ok(value),
        Value::Unbound => Err(rt.type_error(format!("__{what}__ may not be deleted"))),
        _ => Err(rt.type_error(format!("exception {what} must be None or derive from BaseException"))),
    }
}

fn set_cause(rt: &mut Runtime, exception: &Value, value: Value) -> Result<(), Trap> {
    let value = checked(rt, value, "cause")?;
    let exception = exception_of(rt, exception)?;
    exception.suppress_context.set(true);
    let old = exception.cause.replace(value);
    drop(old);
    Ok(())
}

fn set_context(rt: &mut Runtime, exception: &Value, value: Value) -> Result<(), Trap> {
    let value = checked(rt, value, "context")?;
    let old = exception_of(rt, exception)?.context.replace(value);
    drop(old);
    Ok(())
}

fn set_suppress_context(rt: &mut Runtime, exception: &Value, value: Value) -> Result<(), Trap> {
    let exception = exception_of(rt, exception)?;
    match value {
        Value::True | Value::False => exception.suppress_context.set(matches!(value, Value::True)),
        _ => return Err(rt.type_error("attribute value type must be bool")),
    }
    Ok(())
}

fn traceback(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(this(rt, args)?.traceback.borrow().clone().map_or(Value::None, Value::Traceback))
}

fn set_traceback(rt: &mut Runtime, exception: &Value, value: Value) -> Result<(), Trap> {
    let exception = exception_of(rt, exception)?;
    let traceback = match value {
        Value::Traceback(traceback) => Some(traceback),
        Value::None => None,
        Value::Unbound => return Err(rt.type_error("__traceback__ may not be deleted")),
        _ => return Err(rt.type_error("__traceback__ must be a traceback or None")),
    };
    let old = exception.traceback.replace(traceback);
    drop(old);
    Ok(())
}

/// `BaseExceptionGroup.__new__(cls, message, exceptions)`.
fn group_new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = class_argument(rt, args, "BaseExceptionGroup")?.clone();
    let [message, given] = positional(args) else {
        let message = format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)", positional(args).len());
        return Err(rt.type_error(message));
    };
    if plain(message).as_str().is_none() {
        let kind = rt.type_name(message);
        let kind = if message.is_none() { "None" } else { &kind };
        return Err(rt.type_error(format!("BaseExceptionGroup.__new__() argument 1 must be str, not {kind}")));
    }
    let items = match plain(given) {
        sequence if overrides(given, names::ITER) && (has_items(sequence) || overrides(given, names::GETITEM)) => {
            return Err(rt.prelude("group_new", vec![args[0].clone(), message.clone(), given.clone()]));
        }
        Value::Tuple(tuple) => tuple.items.clone(),
        Value::List(list) => list.items().clone(),
        Value::Str(_) | Value::Range(_) | Value::Bytes(_) | Value::ByteArray(_) => to_vec(rt, given)?.unwrap_or_default(),
        _ if overrides(given, names::GETITEM) => return Err(rt.prelude("group_new", vec![args[0].clone(), message.clone(), given.clone()])),
        _ => return Err(rt.type_error("second argument (exceptions) must be a sequence")),
    };
    if items.is_empty() {
        return Err(rt.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let mut all_plain = true;
    for (at, item) in items.iter().enumerate() {
        match item {
            Value::Exception(exception) => all_plain &= exception.is(&rt.classes.exception),
            _ => return Err(rt.value_error(format!("Item {at} of second argument (exceptions) is not an exception"))),
        }
    }
    let classes = &rt.classes;
    let class = if Rc::ptr_eq(&class, &classes.base_exception_group) && all_plain { classes.exception_group.clone() } else { class };
    if !all_plain && class.is_subclass(&rt.classes.exception) {
        let message = if class.builtin {
            "Cannot nest BaseExceptions in an ExceptionGroup".to_owned()
        } else {
            format!("Cannot nest BaseExceptions in '{}'", class.name())
        };
        return Err(rt.type_error(message));
    }
    let made = new_object(rt, &class, Value::Unbound, positional(args))?;
    if let Value::Exception(exception) = &made {
        set(exception, names::EXCEPTIONS, Value::tuple(items));
    }
    Ok(made)
}

fn derive(rt: &mut Runtime, args: &[Value]) -> Answer {
    let message = argument(rt, args, 0, "message")?;
    let class = Value::Class(rt.classes.base_exception_group.clone());
    group_new(rt, &[class, Value::None, message, args[1].clone()])
}

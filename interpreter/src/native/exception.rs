//! `BaseException` and what some of its subclasses add.

use std::rc::Rc;

use super::protocol::{CLASS_GETITEM, constructor, method, wrong_receiver};
use super::receive;
use crate::library::prelude_name;
use crate::object::attribute::new_object;
use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::exception::Exception;
use crate::object::native::{Answer, Native, Trap};
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
        .in_struct()
    };
}

/// An attribute that is the argument at a place until another value is assigned.
macro_rules! argument {
    ($name:literal, $at:literal) => {
        Native::settable(
            $name,
            concat!("exception ", $name),
            |rt, args| argument(rt, args, $at, $name),
            |rt, exception, value| keep(rt, exception, $name, value),
        )
        .in_struct()
    };
}

pub static BASE: &[Native] = &[
    constructor("cls, /, *args, **kwargs", new),
    method("__init__", "self, /, *args, **kwargs", "Initialize self.", init),
    method("__repr__", "self, /", "Return repr(self).", |rt, args| text(rt, args, false)),
    method("__str__", "self, /", "Return str(self).", |rt, args| text(rt, args, true)),
    method("with_traceback", "self, tb, /", "Set self.__traceback__ to tb and return self.", with_traceback),
    method("add_note", "self, note, /", "Add a note to the exception.", add_note),
    method("__reduce__", "self, /", "Helper for pickle.", reduce),
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
    )
    .in_struct(),
    Native::settable("__dict__", "", |rt, args| Ok(this(rt, args)?.attributes.dict()), set_dict),
];

pub static STOP_ITERATION: &[Native] =
    &[Native::settable("value", "generator return value", |rt, args| argument(rt, args, 0, "value"), |rt, e, v| keep(rt, e, "value", v))
        .in_struct()];

pub static SYSTEM_EXIT: &[Native] = &[Native::settable("code", "exception code", exit_code, |rt, e, v| keep(rt, e, "code", v)).in_struct()];

pub static ATTRIBUTE_ERROR: &[Native] = &[kept!("name"), kept!("obj")];

pub static NAME_ERROR: &[Native] = &[kept!("name")];

pub static IMPORT_ERROR: &[Native] = &[
    kept!("name"),
    kept!("path"),
    Native::settable("msg", "exception message", import_message, |rt, e, v| keep(rt, e, "msg", v)).in_struct(),
];

pub static OS_ERROR: &[Native] = &[
    constructor("cls, /, *args, **kwargs", |rt, args| {
        let class = receive::class(rt, args, &rt.classes.os_error)?.clone();
        new_os_error(rt, class, args)
    }),
    kept!("errno"),
    kept!("strerror"),
    kept!("filename"),
    kept!("filename2"),
    Native::settable("characters_written", "how much was written before the stream blocked", characters_written, |rt, e, v| {
        keep(rt, e, "characters_written", v)
    }),
];

fn characters_written(rt: &mut Runtime, args: &[Value]) -> Answer {
    match this(rt, args)?.attributes.slot(symbol_of("characters_written")) {
        Some(count) => Ok(count),
        None => Err(rt.attribute_error("characters_written", &args[0], symbol_of("characters_written"))),
    }
}

pub static SYNTAX_ERROR: &[Native] = &[
    Native::settable("msg", "exception message", |rt, args| argument(rt, args, 0, "msg"), |rt, e, v| keep(rt, e, "msg", v)).in_struct(),
    kept!("filename"),
    kept!("lineno"),
    kept!("offset"),
    kept!("text"),
    kept!("end_lineno"),
    kept!("end_offset"),
    kept!("print_file_and_line"),
];

pub static UNICODE_ERROR: &[Native] =
    &[argument!("encoding", 0), argument!("object", 1), argument!("start", 2), argument!("end", 3), argument!("reason", 4)];

pub static UNICODE_TRANSLATE_ERROR: &[Native] =
    &[argument!("object", 0), argument!("start", 1), argument!("end", 2), argument!("reason", 3)];

pub static GROUP: &[Native] = &[
    constructor("cls, /, *args, **kwargs", group_new),
    method("__init__", "self, /, *args, **kwargs", "Initialize self.", group_init),
    method("derive", "self, excs, /", "A group of these exceptions with the same message.", derive),
    method("split", "self, /, *args", "The part that matches, and the rest.", |rt, args| {
        let condition = condition(rt, args, "split")?;
        Err(rt.prelude("group_split", vec![args[0].clone(), condition]))
    }),
    method("subgroup", "self, /, *args", "The part that matches.", |rt, args| {
        let condition = condition(rt, args, "subgroup")?;
        Err(rt.prelude("group_subgroup", vec![args[0].clone(), condition]))
    }),
    Native::member("message", "exception message", |rt, args| argument(rt, args, 0, "message")),
    Native::member("exceptions", "nested exceptions", |rt, args| kept_value(rt, args, "exceptions")),
    CLASS_GETITEM,
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
    let class = receive::class(rt, args, &rt.classes.base_exception)?.clone();
    if class.is_subclass(&rt.classes.base_exception_group) || class.is_subclass(&rt.classes.os_error) {
        let (name, base) = (class.name(), base_of_new(&class).name());
        return Err(rt.type_error(format!("BaseException.__new__({name}) is not safe, use {base}.__new__()")));
    }
    let made = new_object(rt, &class, Value::Unbound, positional(args))?;
    if let Value::Exception(exception) = &made {
        let foreign = class.overrides(names::INIT) || class.overrides(names::NEW);
        initialise(rt, exception, args, foreign)?;
    }
    Ok(made)
}

/// The class itself, or the first of its bases, that has no `__new__` of its own.
fn base_of_new(class: &Rc<Class>) -> Rc<Class> {
    let mro = class.mro.borrow();
    std::iter::once(class).chain(mro.iter()).find(|base| !base.overrides(names::NEW)).unwrap_or(class).clone()
}

fn new_os_error(rt: &mut Runtime, class: Rc<Class>, args: &[Value]) -> Answer {
    if is_filled_by_init(&class) {
        return new_object(rt, &class, Value::Unbound, &[]);
    }
    if matches!(args.get(1), Some(Value::Dict(keywords)) if !keywords.is_empty()) {
        return Err(rt.type_error(format!("{}() takes no keyword arguments", class.name())));
    }
    if let [number, rest @ ..] = positional(args)
        && Rc::ptr_eq(&class, &rt.classes.os_error)
        && (1..5).contains(&rest.len())
        && plain(number).to_big().is_some()
        && (overrides(number, names::HASH) || overrides(number, names::EQ))
    {
        return Err(rt.prelude("os_error_new", vec![number.clone(), Value::tuple(rest.to_vec())]));
    }
    let class = os_error_class(rt, &class, positional(args)).unwrap_or(class);
    let made = new_object(rt, &class, Value::Unbound, positional(args))?;
    if let Value::Exception(exception) = &made {
        os_error_details(rt, exception, positional(args));
    }
    Ok(made)
}

/// Whether an OSError takes its arguments by `__init__` and not by `__new__`: only a class that has an `__init__` alone of its own does.
fn is_filled_by_init(class: &Rc<Class>) -> bool {
    class.overrides(names::INIT) && !class.overrides(names::NEW)
}

fn init(rt: &mut Runtime, args: &[Value]) -> Answer {
    let exception = this(rt, args)?.clone();
    if exception.is(&rt.classes.os_error) && !is_filled_by_init(&exception.class()) {
        return Ok(Value::None);
    }
    let tuple = Value::tuple(positional(args).to_vec());
    exception.note_change();
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
                let message = match allowed {
                    [] => format!("{}() takes no keyword arguments", exception.class().name()),
                    ["name", "path"] => format!("'{text}' is an invalid keyword argument for ImportError()"),
                    ["name", "obj"] => format!("'{text}' is an invalid keyword argument for AttributeError()"),
                    _ => format!("'{text}' is an invalid keyword argument for NameError()"),
                };
                return Err(rt.type_error(message));
            }
        }
    }
    let given = positional(args);
    if lenient && exception.is(&rt.classes.unicode_error) {
        return Ok(());
    }
    if exception.is(&rt.classes.os_error) {
        os_error_details(rt, exception, given);
    } else if exception.is(&rt.classes.syntax_error)
        && let [_, details] = given
    {
        syntax_error_details(rt, exception, details)?;
    } else if exception.is(&rt.classes.unicode_error) {
        check_unicode_error(rt, exception, given)?;
    }
    Ok(())
}

fn os_error_details(rt: &Runtime, exception: &Exception, given: &[Value]) {
    let [number, words, rest @ ..] = given else { return };
    if rest.len() > 3 {
        return;
    }
    set(exception, symbol_of("errno"), number.clone());
    set(exception, symbol_of("strerror"), words.clone());
    match rest.first() {
        None | Some(Value::None) => return,
        Some(Value::Int(count)) if Rc::ptr_eq(&exception.class(), &rt.classes.blocking_io_error) => {
            set(exception, symbol_of("characters_written"), Value::Int(*count));
            return;
        }
        Some(file) => set(exception, symbol_of("filename"), file.clone()),
    }
    if let Some(second) = rest.get(2).filter(|second| !second.is_none()) {
        set(exception, symbol_of("filename2"), second.clone());
    }
    drop(exception.args.replace(Value::tuple(given[..2].to_vec())));
}

fn syntax_error_details(rt: &mut Runtime, exception: &Exception, details: &Value) -> Result<(), Trap> {
    let Some(details) = to_vec(rt, details)? else { return Ok(()) };
    let count = details.len();
    if count < 4 {
        return Err(rt.type_error(format!("function takes at least 4 arguments ({count} given)")));
    }
    if count > 6 {
        return Err(rt.type_error(format!("function takes at most 6 arguments ({count} given)")));
    }
    if count == 5 {
        return Err(rt.type_error("end_offset must be provided when end_lineno is provided"));
    }
    for (name, value) in ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].iter().zip(details) {
        set(exception, symbol_of(name), value);
    }
    Ok(())
}

/// The errors of encodings take exactly what their messages are made of.
fn check_unicode_error(rt: &Runtime, exception: &Exception, given: &[Value]) -> Result<(), Trap> {
    let classes = &rt.classes;
    let decoding = exception.is(&classes.unicode_decode_error);
    let wanted: &[Part] = if exception.is(&classes.unicode_translate_error) {
        &[Part::Text, Part::Place, Part::Place, Part::Text]
    } else if decoding {
        &[Part::Text, Part::Data, Part::Place, Part::Place, Part::Text]
    } else if exception.is(&classes.unicode_encode_error) {
        &[Part::Text, Part::Text, Part::Place, Part::Place, Part::Text]
    } else {
        return Ok(());
    };
    if given.len() != wanted.len() {
        return Err(rt.type_error(format!("function takes exactly {} arguments ({} given)", wanted.len(), given.len())));
    }
    for (at, (value, part)) in given.iter().zip(wanted).enumerate() {
        let (fits, kind) = (part.takes(plain(value)), rt.type_name(value));
        let message = match part {
            _ if fits => continue,
            Part::Text => format!("argument {} must be str, not {}", at + 1, if value.is_none() { "None" } else { &kind }),
            Part::Data => format!("a bytes-like object is required, not '{kind}'"),
            Part::Place => format!("'{kind}' object cannot be interpreted as an integer"),
        };
        return Err(rt.type_error(message));
    }
    Ok(())
}

/// What the error of an encoding is made of.
enum Part {
    Text,
    Data,
    Place,
}

impl Part {
    fn takes(&self, value: &Value) -> bool {
        match self {
            Part::Text => value.as_str().is_some(),
            Part::Data => matches!(value, Value::Bytes(_) | Value::ByteArray(_)),
            Part::Place => matches!(value, Value::Int(_) | Value::True | Value::False | Value::Big(_)),
        }
    }
}

/// The subclass of OSError that stands for an error number, where OSError itself is called.
fn os_error_class(rt: &Runtime, class: &Rc<Class>, given: &[Value]) -> Option<Rc<Class>> {
    let classes = &rt.classes;
    if !Rc::ptr_eq(class, &classes.os_error) || given.len() < 2 {
        return None;
    }
    let number = match *plain(&given[0]) {
        Value::Int(number) if given.len() <= 5 => number,
        Value::True if given.len() <= 5 => 1,
        _ => return None,
    };
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
    exception.note_change();
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

/// The only argument: of several there is no message.
fn import_message(rt: &mut Runtime, args: &[Value]) -> Answer {
    let exception = this(rt, args)?;
    if exception.args().len() > 1 && exception.attributes.slot(symbol_of("msg")).is_none() {
        return Ok(Value::None);
    }
    argument(rt, args, 0, "msg")
}

/// What was assigned to the attribute, else the argument at a place.
fn argument(rt: &mut Runtime, args: &[Value], at: usize, name: &str) -> Answer {
    let exception = this(rt, args)?;
    if let Some(assigned) = exception.attributes.slot(symbol_of(name)) {
        return Ok(assigned);
    }
    Ok(exception.args().get(at).cloned().unwrap_or(Value::None))
}

pub fn exit_code(rt: &mut Runtime, args: &[Value]) -> Answer {
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
        None => Err(rt.prelude(if as_str { prelude_name("exception_str") } else { prelude_name("exception_repr") }, vec![args[0].clone()])),
    }
}

fn set_dict(rt: &mut Runtime, exception: &Value, value: Value) -> Result<(), Trap> {
    if value.is_unbound() {
        return Err(rt.type_error("cannot delete __dict__"));
    }
    let exception = exception_of(rt, exception)?;
    exception.note_change();
    if exception.attributes.set_dict(value.clone()) {
        return Ok(());
    }
    Err(rt.type_error(format!("__dict__ must be set to a dictionary, not a '{}'", rt.type_name(&value))))
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
    exception.note_change();
    let notes = exception.attributes.get(names::NOTES);
    match notes {
        None => exception.attributes.set(names::NOTES, Value::list(vec![args[1].clone()])),
        Some(Value::List(notes)) => notes.push(args[1].clone()),
        Some(_) => return Err(rt.type_error("Cannot add note: __notes__ is not a list")),
    }
    Ok(Value::None)
}

/// The class, the arguments that make it again, and what else it keeps.
fn reduce(rt: &mut Runtime, args: &[Value]) -> Answer {
    let exception = this(rt, args)?;
    let slot = |name: &str| exception.attributes.slot(symbol_of(name));
    let mut given = exception.args();
    if let (true, 2, Some(file)) = (exception.is(&rt.classes.os_error), given.len(), slot("filename")) {
        given.push(file);
        if let Some(second) = slot("filename2") {
            given.extend([Value::None, second]);
        }
    }
    let state = Dict::new();
    for (name, value) in exception.attributes.entries() {
        drop(state.set_symbol(name, value));
    }
    if exception.is(&rt.classes.import_error) {
        for name in ["name", "path"] {
            if let Some(value) = slot(name) {
                drop(state.set_symbol(symbol_of(name), value));
            }
        }
    }
    let mut recipe = vec![Value::Class(exception.class()), rt.tuple(given)];
    if !state.is_empty() {
        recipe.push(Value::Dict(state));
    }
    Ok(rt.tuple(recipe))
}

fn setstate(rt: &mut Runtime, args: &[Value]) -> Answer {
    let exception = this(rt, args)?;
    match plain(&args[1]) {
        Value::None => {}
        Value::Dict(state) => {
            exception.note_change();
            for (name, value) in state.symbol_entries() {
                let text = crate::object::runtime::symbol_text(name);
                if exception.is(&rt.classes.import_error) && matches!(&*text, "name" | "path") {
                    set(exception, name, value);
                } else {
                    exception.attributes.set(name, value);
                }
            }
        }
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
            let exception = exception_of(rt, exception)?;
            exception.note_change();
            let old = exception.args.replace(Value::tuple(items));
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
    exception.note_change();
    let old = exception.cause.replace(value);
    drop(old);
    Ok(())
}

fn set_context(rt: &mut Runtime, exception: &Value, value: Value) -> Result<(), Trap> {
    let value = checked(rt, value, "context")?;
    let exception = exception_of(rt, exception)?;
    exception.note_change();
    let old = exception.context.replace(value);
    drop(old);
    Ok(())
}

fn set_suppress_context(rt: &mut Runtime, exception: &Value, value: Value) -> Result<(), Trap> {
    let exception = exception_of(rt, exception)?;
    match value {
        Value::True | Value::False => exception.suppress_context.set(matches!(value, Value::True)),
        Value::Unbound => return Err(rt.type_error("can't delete numeric/char attribute")),
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
    exception.settle();
    drop(old);
    Ok(())
}

/// `BaseExceptionGroup.__new__(cls, message, exceptions)`.
fn group_new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = receive::class(rt, args, &rt.classes.base_exception_group)?.clone();
    let [message, given] = positional(args) else {
        let message = format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)", positional(args).len());
        return Err(rt.type_error(message));
    };
    if !class.overrides(names::INIT) {
        refuse_keywords(rt, &class, args)?;
    }
    if plain(message).as_str().is_none() {
        let kind = rt.type_name(message);
        let kind = if message.is_none() { "None" } else { &kind };
        return Err(rt.type_error(format!("BaseExceptionGroup.__new__() argument 1 must be str, not {kind}")));
    }
    let items = match (given, plain(given)) {
        (Value::Tuple(tuple), _) => tuple.items.clone(),
        (Value::List(list), _) => list.items().clone(),
        // What is no dict and has `__getitem__` passes for a sequence.
        (_, inner) if !matches!(inner, Value::Dict(_)) && (has_items(inner) || overrides(given, names::GETITEM)) => {
            match to_vec(rt, given)? {
                Some(items) => items,
                None => return Err(rt.prelude("group_new", vec![args[0].clone(), message.clone(), given.clone()])),
            }
        }
        _ => return Err(rt.type_error("second argument (exceptions) must be a sequence")),
    };
    // What an exception says itself of its class may be the program's.
    let says_itself = |item: &Value| {
        let class = rt.class_of(item);
        matches!(item, Value::Exception(_)) && !class.is_subclass(&rt.classes.exception) && class.overrides(names::GETATTRIBUTE)
    };
    if items.iter().any(says_itself) {
        return Err(rt.prelude("group_new", vec![args[0].clone(), message.clone(), given.clone()]));
    }
    make_group(rt, class, positional(args), items)
}

/// A group of `items`; `given` are the arguments that it keeps.
fn make_group(rt: &mut Runtime, class: Rc<Class>, given: &[Value], items: Vec<Value>) -> Answer {
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
    let made = new_object(rt, &class, Value::Unbound, given)?;
    if let Value::Exception(exception) = &made {
        set(exception, names::EXCEPTIONS, Value::tuple(items));
    }
    Ok(made)
}

/// `_make_group(cls, message, errors, given)`, for the prelude, which has made a tuple of what was given.
pub fn make_group_of(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = receive::class(rt, args, &rt.classes.base_exception_group)?.clone();
    let Value::Tuple(errors) = &args[2] else { return Err(rt.type_error("errors must be a tuple")) };
    make_group(rt, class, &[args[1].clone(), args[3].clone()], errors.items.clone())
}

fn refuse_keywords(rt: &Runtime, class: &Class, args: &[Value]) -> Result<(), Trap> {
    match args.get(1) {
        Some(Value::Dict(keywords)) if !keywords.is_empty() => Err(rt.type_error(format!("{}() takes no keyword arguments", class.name()))),
        _ => Ok(()),
    }
}

/// `__init__` sets `args` anew. The message is the one that `__new__` got.
fn group_init(rt: &mut Runtime, args: &[Value]) -> Answer {
    let message = argument(rt, args, 0, "message")?;
    let group = this(rt, args)?;
    refuse_keywords(rt, &group.class(), args)?;
    set(group, symbol_of("message"), message);
    drop(group.args.replace(Value::tuple(positional(args).to_vec())));
    Ok(Value::None)
}

/// What `split` and `subgroup` take alone.
fn condition(rt: &Runtime, args: &[Value], method: &str) -> Answer {
    match &args[1..] {
        [condition] => Ok(condition.clone()),
        given => Err(rt.type_error(format!("{method} expected 1 argument, got {}", given.len()))),
    }
}

fn derive(rt: &mut Runtime, args: &[Value]) -> Answer {
    let message = argument(rt, args, 0, "message")?;
    let class = Value::Class(rt.classes.base_exception_group.clone());
    group_new(rt, &[class, Value::None, message, args[1].clone()])
}

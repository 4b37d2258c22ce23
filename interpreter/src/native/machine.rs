//! What the prelude needs of the machine, and the builtins and functions of `sys` and `types` that are about frames.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::{Rc, Weak};

use super::method::is_callable;
use super::protocol::function;
use super::resume::intrinsic;
use super::source::{caret_anchors, columns, ends, line_number};
use super::suggestion::{TOO_MANY, builtins, closest};
use crate::limits::{MAX_RECURSION, MOST_INT_DIGITS, size};
use crate::object::class::Collection;
use crate::object::exception::Traceback;
use crate::object::fuel;
use crate::object::function::{Descriptor, Guise};
use crate::object::loaded::Loaded;
use crate::object::member::Member;
use crate::object::native::{Answer, Intrinsic, Native, Trap, optional};
use crate::object::operate::plain;
use crate::object::operate::slice::c_int;
use crate::object::runtime::{Runtime, symbol_of, symbol_string, symbol_text};
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;
use stillframe_front::bytecode::op::Op;
use stillframe_front::syntax::tree::Span;

/// Natives that only the prelude uses.
pub static PRELUDE: &[Native] = &[
    function("_lookup", "cls, name, /", "What a name is on a class or its bases, unbound; None where it is nothing.", lookup),
    function("_code_of", "function, /", "The code of a function, whatever that passes for.", |rt, args| match &args[0] {
        Value::Function(function) => Ok(Value::Code(rt.code_object(function.code.get(), false))),
        _ => Ok(Value::None),
    }),
    intrinsic(Intrinsic::RunClassBody, "_run_class_body", "function, namespace, /", "Runs the body of a class in a namespace."),
    intrinsic(Intrinsic::ReadLine, "_read_line", "", "The next line of standard input; empty at its end, None where there is none."),
    intrinsic(Intrinsic::RunningFrame, "_running_frame", "object, fact, /", "A fact of a frame on the stack."),
    intrinsic(Intrinsic::Locals, "_locals", "", "The variables of the program's frame, whatever the prelude has put on top of it."),
    function("_traceback_entries", "traceback, /", "A traceback's frames, the outermost first.", traceback_entries),
    function("_names_in_scope", "traceback, /", "Names of locals, globals and builtins where an exception was raised.", names_in_scope),
    function("_closest_name", "name, known, /", "The name that may have been meant, of a list; None if nothing is close.", closest_name),
    function("_display_width", "text, /", "How many columns of a terminal a text takes.", display_width),
    function("_caret_anchors", "expression, /", "Where the operator of an expression begins and ends; None without one.", anchors),
];

pub static BUILTINS: &[Native] = &[
    intrinsic(Intrinsic::Globals, "globals", "", "Return the dictionary containing the current scope's global variables."),
    intrinsic(Intrinsic::Locals, "locals", "", "Return a dictionary containing the current scope's local variables."),
];

/// Of `library/sys.py`.
pub static SYS: &[Native] = &[
    intrinsic(Intrinsic::ExcInfo, "exc_info", "", "The exception that is being handled: its type, itself, its traceback."),
    function("source_line", "file, number, /", "A line of the program; None where there is none.", file_line),
    intrinsic(Intrinsic::ReadLine, "read_line", "", "The next line of standard input; empty at its end, None where there is none."),
    intrinsic(Intrinsic::GetFrame, "_getframe", "depth=0, /", "Return a frame object from the call stack."),
    function(
        "set_asyncgen_hooks",
        "firstiter=Ellipsis, finalizer=Ellipsis",
        "Set a finalizer for async generators objects.",
        set_asyncgen_hooks,
    ),
    function("track_origins", "depth, /", "How many calls a coroutine remembers from now on.", |rt, args| {
        rt.origin_depth = if let Value::Int(depth) = args[0] { size(depth) } else { 0 };
        Ok(Value::None)
    }),
    function("get_asyncgen_hooks", "", "Return the installed asynchronous generators hooks.", get_asyncgen_hooks),
    function("set_digits", "most, /", "The most decimal digits of an integer that are converted from or to text.", |rt, args| {
        if let Value::Int(most) = args[0] {
            rt.most_digits = size(most).min(MOST_INT_DIGITS);
        }
        Ok(Value::None)
    }),
    function("getrecursionlimit", "", "Return the current value of the recursion limit.", |rt, _| {
        Ok(Value::Int(i64::from(rt.limits.recursion)))
    }),
    function("setrecursionlimit", "limit, /", "Set the maximum depth of the stack.", set_recursion_limit),
];

/// Of `library/types.py`.
pub static TYPES: &[Native] = &[
    function("length_hint", "object, /", "How much there is, or may be, to come; None where nothing tells.", |rt, args| {
        Err(rt.prelude("length_hint_of", args.to_vec()))
    }),
    function("builtin_class", "name, /", "A built-in class that has no name among the builtins.", builtin_class),
    function(
        "static_type",
        "cls, /",
        "The class, which messages call by its module and name, as they do where it is written in C.",
        static_type,
    ),
    function("made_by_new", "cls, /", "The class, whose `__init__` becomes what its `__new__` does.", |rt, args| {
        Err(rt.prelude("made_by_new", args.to_vec()))
    }),
    function("read_only", "cls, /, *names", "Keeps the program from setting these slots: `fill` does.", read_only),
    function("fill", "object, name, value, /", "Sets a slot, which may be one that the program can't set.", fill),
    function("final", "cls, /", "The class, which the program can't extend.", final_type),
    function(
        "match_as",
        "cls, kind, /",
        "Has patterns take instances for a 'sequence' or a 'mapping', or for what another class's are.",
        match_as,
    ),
    function("builtin_function", "function, module, /", "The function, which passes for one that this module has in C.", |rt, args| {
        if let (Value::Function(function), Some(module)) = (&args[0], args[1].as_str()) {
            function.disguise(Guise::Function(module.into()));
            rt.codes[function.code.get() as usize].passes_for_c.set(true);
        }
        Ok(args[0].clone())
    }),
    function("ordered", "dict, /", "Lets the views and iterators of a dict be those of an OrderedDict.", |_, args| {
        if let Value::Dict(dict) = plain(&args[0]) {
            dict.ordered.set(true);
        }
        Ok(Value::None)
    }),
    function("last_to_first", "dict, /", "Makes the last entry of a dict the first.", |rt, args| {
        if let Value::Dict(dict) = plain(&args[0]) {
            rt.reserve(dict.room_before())?;
            dict.last_to_first()?;
        }
        Ok(Value::None)
    }),
    function("type_name", "object, /", "What messages call the object's type.", |rt, args| Ok(Value::str(&*rt.type_name(&args[0])))),
    function("position", "object, /", "The lines and columns where a frame or the entry of a traceback is.", super::frame::position),
    function("getweakrefs", "object, /", "The weak references to an object.", super::weakref::references),
    function("mark_awaitable", "function, /", "A copy of a generator function whose generators can be awaited.", mark_awaitable),
];

pub fn static_type(rt: &mut Runtime, args: &[Value]) -> Answer {
    if let Value::Class(class) = &args[0] {
        let module = class.lookup(names::MODULE);
        let name = match module.as_ref().and_then(Value::as_str) {
            Some("builtins") | None => class.name().to_string(),
            Some(module) => format!("{module}.{}", class.name()),
        };
        *class.message_name.borrow_mut() = Some(name.into());
        for (name, value) in class.attributes.borrow().iter() {
            let (function, owner) = match value {
                Value::Wrapper(wrapper) if !wrapper.is_class => (&wrapper.function, Weak::new()),
                Value::Wrapper(wrapper) => (&wrapper.function, Rc::downgrade(class)),
                value => (value, Rc::downgrade(class)),
            };
            if let Value::Function(function) = function {
                function.disguise(Guise::Method { owner, descriptor: Descriptor::of(&symbol_text(*name)) });
                let code = &rt.codes[function.code.get() as usize];
                code.passes_for_c.set(true);
                code.wants_receiver.set(!matches!(value, Value::Wrapper(_)));
            }
        }
    }
    Ok(args[0].clone())
}

fn read_only(rt: &mut Runtime, args: &[Value]) -> Answer {
    for name in &args[1..] {
        member(rt, &args[0], name)?.is_read_only.set(true);
    }
    Ok(Value::None)
}

fn fill(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = Value::Class(rt.class_of(&args[0]));
    member(rt, &class, &args[1])?.fill(rt, &args[0], args[2].clone())?;
    Ok(Value::None)
}

/// What stands in a class for a slot.
fn member(rt: &Runtime, class: &Value, name: &Value) -> Result<Rc<Member>, Trap> {
    if let (Value::Class(class), Some(name)) = (class, name.as_str())
        && let Some(Value::Member(member)) = class.lookup(symbol_of(name))
    {
        return Ok(member);
    }
    Err(rt.type_error("a class and the name of a slot are needed"))
}

pub fn final_type(_: &mut Runtime, args: &[Value]) -> Answer {
    if let Value::Class(class) = &args[0] {
        class.is_final.set(true);
    }
    Ok(args[0].clone())
}

pub fn match_as(_: &mut Runtime, args: &[Value]) -> Answer {
    if let Value::Class(class) = &args[0] {
        let kind = match &args[1] {
            Value::Class(other) => other.matches_as(),
            kind => Some(if kind.as_str() == Some("mapping") { Collection::Mapping } else { Collection::Sequence }),
        };
        class.collection.set(kind.or(class.collection.get()));
    }
    Ok(Value::None)
}

fn lookup(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (Value::Class(class), Some(name)) = (&args[0], args[1].as_str()) else {
        return Err(rt.type_error("_lookup() takes a class and a name"));
    };
    Ok(class.lookup(symbol_of(name)).unwrap_or(Value::None))
}

fn file_line(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (Some("main.py"), Value::Int(number)) = (args[0].as_str(), &args[1]) else { return Ok(Value::None) };
    let line = usize::try_from(*number).ok().and_then(|number| source_line(rt, number));
    Ok(line.map_or(Value::None, Value::str))
}

/// A line of the program as it is written.
fn source_line(rt: &Runtime, number: usize) -> Option<&str> {
    rt.source.lines().nth(number.checked_sub(1)?)
}

/// `(file, line, name, source line, end line, column, end column)` of each frame; columns are None where they are not known.
fn traceback_entries(rt: &mut Runtime, args: &[Value]) -> Answer {
    let mut entries = Vec::new();
    let mut next = match args.first() {
        Some(Value::Traceback(entry)) => Some(entry.clone()),
        _ => None,
    };
    while let Some(entry) = next {
        entries.push(traceback_entry(rt, &entry));
        next = entry.next.borrow().clone();
    }
    fuel::burn(entries.len() as u64 * 4)?;
    Ok(Value::list(entries))
}

fn traceback_entry(rt: &Runtime, entry: &Traceback) -> Value {
    let Span { line, end_line, .. } = entry.place.span;
    let name = symbol_string(symbol_of(&rt.code(entry.place.code).name));
    let source = Value::str(source_line(rt, line as usize).unwrap_or_default());
    let [column, end_column] = ends(&entry.place.span);
    let end_line = Value::Int(i64::from(end_line));
    rt.tuple(vec![Value::str("main.py"), line_number(line), name, source, end_line, column, end_column])
}

/// Three lists, in the order in which names are looked up.
fn names_in_scope(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Some(Value::Traceback(entry)) = args.first() else { return Ok(rt.tuple(Vec::new())) };
    let mut innermost = entry.clone();
    loop {
        let next = innermost.next.borrow().clone();
        match next {
            Some(next) => innermost = next,
            None => break,
        }
    }
    let code = rt.code(innermost.place.code);
    let cells = code.cells.iter().map(|(name, _)| name).filter(|name| !code.var_names.contains(name));
    let locals = code.var_names.iter().chain(cells).chain(&code.free_names).map(|name| symbol_string(symbol_of(name))).collect();
    let strings = |symbols: Vec<Symbol>| Value::list(symbols.into_iter().map(symbol_string).collect());
    let globals = strings(names_of_module(&rt.codes[innermost.place.code as usize], entry)?);
    // With more there is no suggestion.
    Ok(rt.tuple(vec![Value::list(locals), globals, strings(builtins(rt.builtins.first_names(TOO_MANY)))]))
}

/// The names of the variables of a code object's module, in the order in which that first assigns them. Those that its own code alone uses
/// lie in registers of its frame: they are there if it came to them before it called what stands in the traceback behind it.
fn names_of_module(loaded: &Loaded, outermost: &Traceback) -> Result<Vec<Symbol>, Trap> {
    let code = loaded.module_code();
    fuel::burn(code.ops.len() as u64)?;
    let called = code.spans.iter().position(|span| *span == outermost.place.span).unwrap_or(code.ops.len());
    let mut firsts: HashMap<Symbol, usize> = HashMap::new();
    let mut names = loaded.module.first_names(TOO_MANY);
    for (at, op) in code.ops.iter().enumerate() {
        let in_register = op.written().and_then(|register| code.var_names.get(usize::from(register)));
        let name = match op {
            Op::StoreGlobal { name, .. } => symbol_of(&code.names[usize::from(*name)]),
            _ => match in_register {
                Some(name) if at < called => symbol_of(name),
                _ => continue,
            },
        };
        if let Entry::Vacant(first) = firsts.entry(name) {
            first.insert(at);
            names.extend(in_register.map(|_| name));
        }
    }
    names.sort_by_key(|name| firsts.get(name).map_or(0, |at| at + 1));
    Ok(names)
}

fn anchors(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Some((left, right)) = args[0].as_str().and_then(caret_anchors) else { return Ok(Value::None) };
    Ok(rt.tuple(vec![Value::Int(left as i64), Value::Int(right as i64)]))
}

fn closest_name(_: &mut Runtime, args: &[Value]) -> Answer {
    let (Some(name), Value::List(known)) = (args[0].as_str(), &args[1]) else { return Ok(Value::None) };
    let known = known.items();
    if known.len() >= TOO_MANY {
        return Ok(Value::None);
    }
    let names: Vec<&str> = known.iter().filter_map(Value::as_str).collect();
    Ok(closest(name, &names)?.map_or(Value::None, Value::str))
}

fn display_width(_: &mut Runtime, args: &[Value]) -> Answer {
    let text = args[0].as_str().unwrap_or_default();
    fuel::burn(text.len() as u64)?;
    Ok(Value::Int(columns(text) as i64))
}

fn set_asyncgen_hooks(rt: &mut Runtime, args: &[Value]) -> Answer {
    let given = |at: usize| optional(args, at).filter(|hook| !matches!(hook, Value::Ellipsis)).cloned();
    for (at, name) in ["firstiter", "finalizer"].into_iter().enumerate() {
        if let Some(hook) = given(at)
            && !hook.is_none()
            && !is_callable(rt, &hook)
        {
            return Err(rt.type_error(format!("callable {name} expected, got {}", rt.type_name(&hook))));
        }
    }
    if let Some(hook) = given(0) {
        rt.asyncgen_hooks.0 = hook;
    }
    if let Some(hook) = given(1) {
        rt.asyncgen_hooks.1 = hook;
    }
    Ok(Value::None)
}

fn get_asyncgen_hooks(rt: &mut Runtime, _: &[Value]) -> Answer {
    let (first, finaliser) = rt.asyncgen_hooks.clone();
    Ok(rt.tuple(vec![first, finaliser]))
}

fn set_recursion_limit(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Some(limit) = c_int(rt, &args[0])? else {
        let native = rt.modules.get("_sys").and_then(|module| module.get(symbol_of("setrecursionlimit"))).unwrap_or(Value::None);
        return Err(rt.prelude("call_function_with_indices", vec![native, rt.tuple(args.to_vec())]));
    };
    if limit < 1 {
        return Err(rt.value_error("recursion limit must be greater or equal than 1"));
    }
    // This call is one, too.
    let depth = rt.calls + 1;
    match u32::try_from(limit) {
        Ok(limit) if limit <= depth => {
            let message = format!("cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low");
            Err(rt.raise(&rt.classes.recursion_error, message))
        }
        Ok(limit) if limit <= MAX_RECURSION => {
            rt.limits.recursion = limit;
            Ok(Value::None)
        }
        _ => Err(rt.value_error(format!("the recursion limit can't be more than {MAX_RECURSION} here"))),
    }
}

fn builtin_class(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = args[0].as_str().unwrap_or_default();
    let found = rt.classes.all().into_iter().find(|class| *class.name() == *name).cloned();
    found.map(Value::Class).ok_or_else(|| rt.value_error("there is no such built-in class"))
}

fn mark_awaitable(rt: &mut Runtime, args: &[Value]) -> Answer {
    match &args[0] {
        Value::Function(function) => Ok(Value::Function(function.made_awaitable()?)),
        other => Err(rt.type_error(format!("a function is needed, not '{}'", rt.type_name(other)))),
    }
}

//! What library modules ask of the interpreter besides `machine`: `_sys`, `_time`, `_context`, and `_loop`, by which an event loop tells what it does.

use std::rc::Rc;

use super::protocol::function;
use crate::Stream;
use crate::limits::cut;
use crate::object::dict::Dict;
use crate::object::fill;
use crate::object::heap::Header;
use crate::object::native::{Answer, Deadlock, Native, Stop, Trap, optional};
use crate::object::operate::{number, overrides, plain, to_vec};
use crate::object::runtime::{LoopEvent, Runtime, TaskEnd, symbol_of, symbol_of_string, symbol_string};
use crate::object::value::Value;

pub static SYS: &[Native] = &[
    function("getsizeof", "object, default=None", "An object's own bytes here.", |rt, args| {
        if overrides(&args[0], symbol_of("__sizeof__")) {
            return Err(rt.prelude("size_of", args.to_vec()));
        }
        Ok(Value::Int(args[0].header().map_or(size_of::<Value>(), |header| header.bytes()) as i64))
    }),
    function("getrefcount", "object, /", "How many references the object has.", |_, args| Ok(Value::Int(reference_count(&args[0])))),
    function("intern", "string, /", "The one string object of this text.", intern),
    function("modules", "", "The modules of this run, by name.", modules),
    function("write", "stream, text, /", "Writes to standard output (1) or standard error (2).", write),
];

pub static TIME: &[Native] = &[
    function("now", "", "Virtual seconds since the program began, for the library's own use.", |rt, _| Ok(Value::float(rt.clock.now()))),
    function("read", "", "The same for a program that asks: many readings move the clock.", |rt, _| {
        let before = rt.clock.now();
        let reader = rt.context.header().map_or(0, Header::id);
        let seconds = rt.clock.read(reader);
        if seconds > before && rt.loop_runs {
            tell(rt, LoopEvent::Time(seconds))?;
        }
        Ok(Value::float(seconds))
    }),
    function("busy", "", "Seconds that the program spent reading the clock.", |rt, _| Ok(Value::float(rt.clock.busy()))),
    function("sleep", "seconds, /", "Lets virtual time pass.", |rt, args| {
        let end = rt.clock.now() + real(rt, &args[0])?;
        rt.clock.advance_to(end);
        if rt.loop_runs { tell(rt, LoopEvent::Time(rt.clock.now())) } else { Ok(Value::None) }
    }),
];

pub static CONTEXT: &[Native] = &[
    function("current", "", "The context that the program runs in.", |rt, _| Ok(rt.context.clone())),
    function("swap", "context, /", "Makes a context the current one; gives the one before it.", |rt, args| {
        Ok(std::mem::replace(&mut rt.context, args[0].clone()))
    }),
];

pub static LOOP: &[Native] = &[
    function("begin", "", "A loop begins to run.", |rt, _| {
        rt.loop_runs = true;
        tell(rt, LoopEvent::Begin)
    }),
    function("stop", "", "It stops.", |rt, _| {
        rt.loop_runs = false;
        tell(rt, LoopEvent::Stop)
    }),
    function("time", "seconds, /", "Its time moves on to this many seconds.", |rt, args| {
        let seconds = real(rt, &args[0])?;
        rt.clock.advance_to(seconds);
        tell(rt, LoopEvent::Time(seconds))
    }),
    function("ready", "callback, id=0, /", "A callback, or the timer of this number, joined the ready queue. Gives its number.", ready),
    function("run", "id, /", "A callback left the ready queue and runs.", |rt, args| tell(rt, LoopEvent::Run { id: number_of(&args[0]) })),
    function("passed", "id, /", "A callback left the ready queue and does not run.", |rt, args| {
        tell(rt, LoopEvent::Passed { id: number_of(&args[0]) })
    }),
    function("timer", "callback, when, /", "A timer was set. Gives its number.", |rt, args| {
        let when = real(rt, &args[1])?;
        let id = next_handle(rt);
        let Callback { text, task, .. } = callback(rt, &args[0]);
        tell(rt, LoopEvent::Timer { id, text, when, task })?;
        Ok(Value::Int(i64::from(id)))
    }),
    function("timer_gone", "id, /", "A timer is due, or was cancelled.", |rt, args| {
        tell(rt, LoopEvent::TimerGone { id: number_of(&args[0]) })
    }),
    function("task", "name, coroutine, /", "A task was made, driving this coroutine. Gives its number.", task),
    function("task_name", "number, name, /", "A task was given another name.", |rt, args| {
        let name = told(rt, &args[1])?;
        tell(rt, LoopEvent::TaskName { number: number_of(&args[0]), name })
    }),
    function("task_waits", "number, what, /", "A task sleeps until this has happened.", |rt, args| {
        let what = told(rt, &args[1])?;
        tell(rt, LoopEvent::TaskWaits { number: number_of(&args[0]), what })
    }),
    function("task_returned", "number, result, /", "A task is done: its coroutine has returned.", |rt, args| {
        task_done(rt, args, TaskEnd::Returned)
    }),
    function("task_raised", "number, exception, /", "A task is done: an exception has left its coroutine.", |rt, args| {
        task_done(rt, args, TaskEnd::Raised)
    }),
    function("task_cancelled", "number, /", "A task is done: it was cancelled.", |rt, args| task_done(rt, args, TaskEnd::Cancelled)),
    function("task_cancel", "number, /", "A task was asked to cancel itself.", |rt, args| {
        tell(rt, LoopEvent::TaskCancel { number: number_of(&args[0]) })
    }),
    function(
        "deadlock",
        "reason, sleepers, /",
        "Nothing can ever happen again: ends the run. What each task waits for, a text a task.",
        deadlock,
    ),
];

fn deadlock(rt: &mut Runtime, args: &[Value]) -> Answer {
    let mut room = rt.limits.output;
    let mut sleepers = Vec::new();
    for sleeper in to_vec(rt, &args[1])?.unwrap_or_default() {
        let text = cut(sleeper.as_str().unwrap_or_default(), room);
        room -= text.len();
        sleepers.extend((!text.is_empty()).then(|| text.to_owned()));
    }
    Err(Stop::Deadlock(Box::new(Deadlock { reason: told(rt, &args[0])?, sleepers })).into())
}

/// A text that the program made up, as much of it as a host is told.
fn told(rt: &Runtime, value: &Value) -> Result<String, Stop> {
    fill::text(rt.limits.cut(value.as_str().unwrap_or_default()))
}

fn tell(rt: &mut Runtime, event: LoopEvent) -> Answer {
    if rt.shows.is_some() {
        rt.loop_events.push(event);
    }
    Ok(Value::None)
}

fn ready(rt: &mut Runtime, args: &[Value]) -> Answer {
    let id = match args.get(1) {
        Some(Value::Int(id)) => *id as u32,
        _ => next_handle(rt),
    };
    if rt.shows.is_some() {
        let Callback { text, task, steps } = callback(rt, &args[0]);
        rt.loop_events.push(LoopEvent::Ready { id, text, task, steps });
    }
    Ok(Value::Int(i64::from(id)))
}

fn task(rt: &mut Runtime, args: &[Value]) -> Answer {
    rt.tasks += 1;
    let number = rt.tasks;
    if rt.shows.is_some() {
        let (coroutine, frame) = match &args[1] {
            Value::Generator(generator) => (generator.qualname.borrow().text.to_string(), Some(generator.frame_id)),
            other => (rt.type_name(other).to_string(), None),
        };
        rt.loop_events.push(LoopEvent::Task { number, name: text_of(&args[0]), coroutine, frame });
    }
    Ok(Value::Int(i64::from(number)))
}

fn task_done(rt: &mut Runtime, args: &[Value], end: TaskEnd) -> Answer {
    if let Some(shows) = rt.shows {
        let value = optional(args, 1).map(shows).unwrap_or_default();
        rt.loop_events.push(LoopEvent::TaskDone { number: number_of(&args[0]), end, value });
    }
    Ok(Value::None)
}

fn next_handle(rt: &mut Runtime) -> u32 {
    rt.handles += 1;
    rt.handles
}

/// A callback as the trace tells it.
struct Callback {
    /// Its name, or that of the task that it belongs to.
    text: String,
    /// The number of that task.
    task: Option<u32>,
    /// Whether it runs the task's coroutine on.
    steps: bool,
}

/// What a callback is: that of a task, name and number of the task that a timer wakes, or any other.
fn callback(rt: &Runtime, callback: &Value) -> Callback {
    let task = || rt.modules.get("asyncio.tasks")?.get(symbol_of("Task"));
    let function = match callback {
        Value::Tuple(of) if of.items.len() == 2 => {
            return Callback { text: text_of(&of.items[0]), task: Some(number_of(&of.items[1])), steps: false };
        }
        Value::Method(method) => {
            if let (Value::Instance(receiver), Some(Value::Class(task))) = (&method.receiver, task())
                && receiver.class.borrow().is_subclass(&task)
            {
                let fact = |name| receiver.get(symbol_of(name)).unwrap_or_default();
                return Callback { text: text_of(&fact("_name")), task: Some(number_of(&fact("_number"))), steps: true };
            }
            &method.function
        }
        other => other,
    };
    let text = match function {
        Value::Function(function) => text_of(&function.qualname.borrow()),
        _ => rt.type_name(callback).to_string(),
    };
    Callback { text, task: None, steps: false }
}

fn number_of(value: &Value) -> u32 {
    match plain(value) {
        Value::Int(i) => u32::try_from(*i).unwrap_or_default(),
        _ => 0,
    }
}

fn text_of(value: &Value) -> String {
    plain(value).as_str().unwrap_or_default().to_owned()
}

fn real(rt: &Runtime, value: &Value) -> Result<f64, Trap> {
    match number::to_float(rt, plain(value))? {
        Some(float) => Ok(float),
        None => Err(rt.type_error(format!("must be real number, not {}", rt.type_name(value)))),
    }
}

/// References to an object, one for the argument included, as CPython counts.
fn reference_count(value: &Value) -> i64 {
    let count = match value {
        Value::Str(o) => Rc::strong_count(o),
        Value::Big(o) => Rc::strong_count(o),
        Value::Complex(o) => Rc::strong_count(o),
        Value::Bytes(o) => Rc::strong_count(o),
        Value::ByteArray(o) => Rc::strong_count(o),
        Value::Tuple(o) => Rc::strong_count(o),
        Value::List(o) => Rc::strong_count(o),
        Value::Dict(o) => Rc::strong_count(o),
        Value::Set(o) => Rc::strong_count(o),
        Value::Function(o) => Rc::strong_count(o),
        Value::Class(o) => Rc::strong_count(o),
        Value::Instance(o) => Rc::strong_count(o),
        Value::Exception(o) => Rc::strong_count(o),
        Value::Generator(o) => Rc::strong_count(o),
        Value::Module(o) => Rc::strong_count(o),
        // What lives in registers is shared by everybody.
        _ => return 1_000_000_000,
    };
    count as i64
}

fn intern(rt: &mut Runtime, args: &[Value]) -> Answer {
    match &args[0] {
        Value::Str(text) => Ok(symbol_string(symbol_of_string(text))),
        other if matches!(plain(other), Value::Str(_)) => Err(rt.type_error(format!("can't intern {}", rt.type_name(other)))),
        other => Err(rt.type_error(format!("intern() argument must be str, not {}", rt.type_name(other)))),
    }
}

fn modules(rt: &mut Runtime, _: &[Value]) -> Answer {
    let dict = Dict::new();
    let mut names: Vec<_> = rt.modules.keys().filter(|name| !name.starts_with('_') || &***name == "__main__").cloned().collect();
    names.sort();
    for name in names {
        dict.set_symbol(symbol_of(&name), Value::Module(rt.modules[&name].clone()));
    }
    Ok(Value::Dict(dict))
}

fn write(rt: &mut Runtime, args: &[Value]) -> Answer {
    let stream = if number_of(&args[0]) == 2 { Stream::Err } else { Stream::Out };
    rt.write(stream, plain(&args[1]).as_str().unwrap_or_default())?;
    Ok(Value::None)
}

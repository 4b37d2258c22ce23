//! What a run shares: names, modules, output, the clock, limits; and the errors that natives raise.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fmt::{self, Display, Formatter};
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use super::class::Class;
use super::classes::Classes;
use super::clock::Clock;
use super::equality::{self, Hashed};
use super::exception::Exception;
use super::fuel;
use super::function::Descriptor;
use super::heap::{self, Header};
use super::loaded::Codes;
use super::module::Module;
use super::native::{Native, Request, Trap};
use super::number::Complex;
use super::regex::Regex;
use super::set::{Found, Set};
use super::string::{Bytes, Str};
use super::symbol::{Symbol, Symbols};
use super::value::Value;
use crate::limits::{INT_DIGITS, Limit, Limits, MAX_NESTED_NATIVES, cut};
use crate::{Stream, library};
use stillframe_front::bytecode::code::{Const, Program};

thread_local! {
    static SYMBOLS: RefCell<Symbols> = RefCell::new(Symbols::new());
}

/// What the words of an error cost in fuel.
const MESSAGE: u64 = 8;

/// The symbol of a text, new or known.
pub fn symbol_of(text: &str) -> Symbol {
    fuel::note_copy(text.len() * 4);
    SYMBOLS.with(|symbols| symbols.borrow_mut().intern(text))
}

/// The symbol of a text that is known as a name; nothing of that name is anywhere otherwise.
pub fn known_symbol(text: &str) -> Option<Symbol> {
    SYMBOLS.with(|symbols| symbols.borrow().known(text))
}

/// As [`symbol_of`], of a string object, which becomes the symbol's own where it is new.
pub fn symbol_of_string(string: &Rc<Str>) -> Symbol {
    fuel::note_copy(string.text.len() * 2);
    SYMBOLS.with(|symbols| symbols.borrow_mut().intern_string(string))
}

/// The string object of a symbol, always the same one.
pub fn symbol_string(symbol: Symbol) -> Value {
    Value::Str(SYMBOLS.with(|symbols| symbols.borrow().string(symbol)))
}

/// The text of a symbol.
pub struct SymbolText(Rc<Str>);

impl Deref for SymbolText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0.text
    }
}

impl Display for SymbolText {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

pub fn symbol_text(symbol: Symbol) -> SymbolText {
    SymbolText(SYMBOLS.with(|symbols| symbols.borrow().string(symbol)))
}

/// Forgets the names of the run before.
pub fn reset_symbols() {
    SYMBOLS.with(|symbols| *symbols.borrow_mut() = Symbols::new());
}

/// What happened to the event loop, for the trace. The library tells it.
#[derive(Clone, Debug, PartialEq)]
pub enum LoopEvent {
    /// Its time is now this many seconds.
    Time(f64),
    /// A callback joined the ready queue. It may belong to a task, and `steps` it or only wakes it.
    Ready {
        id: u32,
        text: String,
        task: Option<u32>,
        steps: bool,
    },
    /// A callback left the ready queue and runs.
    Run {
        id: u32,
    },
    /// A callback left the ready queue and does not run: it was cancelled, or the loop was closed.
    Passed {
        id: u32,
    },
    /// A timer was set, by this task where it is one of asyncio's own.
    Timer {
        id: u32,
        text: String,
        when: f64,
        task: Option<u32>,
    },
    /// A timer is due, or was cancelled.
    TimerGone {
        id: u32,
    },
    /// A task was made, driving this coroutine.
    Task {
        number: u32,
        name: String,
        coroutine: String,
        frame: Option<u32>,
    },
    /// A task was given another name.
    TaskName {
        number: u32,
        name: String,
    },
    /// A task sleeps until this has happened.
    TaskWaits {
        number: u32,
        what: String,
    },
    /// A task is done. The value is what its coroutine returned or raised, as the trace shows it.
    TaskDone {
        number: u32,
        end: TaskEnd,
        value: String,
    },
    /// A task was asked to cancel itself.
    TaskCancel {
        number: u32,
    },
    Begin,
    Stop,
}

/// How a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskEnd {
    Returned,
    Raised,
    Cancelled,
}

/// How far the end of a run has come, as CPython would see it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    NotYet,
    /// Garbage is finalised. Nothing can be imported that was not before.
    WithModules,
    /// What is left is finalised, and no module is there any more.
    WithoutModules,
}

/// What a run shares.
pub struct Runtime {
    pub classes: Classes,
    /// Every module that was imported, by its dotted name.
    pub modules: HashMap<Rc<str>, Rc<Module>>,
    pub builtins: Rc<Module>,
    pub limits: Limits,
    /// How deep calls are nested, as the limit on recursion counts them.
    pub calls: u32,
    /// The code objects the virtual machine has loaded.
    pub codes: Codes,
    /// The program's text, for messages that show a line of it.
    pub source: Rc<str>,
    /// Text written and not yet handed to the host, in order.
    pub output: Vec<(Stream, String)>,
    /// Bytes written so far.
    pub written: usize,
    pub clock: Clock,
    /// Whether an event loop runs, whose time this is.
    pub loop_runs: bool,
    /// How many natives wait for one another now.
    nested: u32,
    /// What happened to the event loop and was not yet recorded.
    pub loop_events: Vec<LoopEvent>,
    /// The context (`contextvars`) that the program runs in; None until that module is there.
    pub context: Value,
    /// How the trace shows a value. None where nobody watches: the loop tells nothing then.
    pub shows: Option<fn(&Value) -> String>,
    /// Callbacks that an event loop has put in its queues so far: their numbers.
    pub handles: u32,
    /// Tasks made so far: their numbers.
    pub tasks: u32,
    /// Coroutines that were told to have never been awaited: the line, and the name.
    never_awaited: HashSet<(u32, Box<str>)>,
    pub ending: Ending,
    pub empty_tuple: Value,
    /// `sys.set_int_max_str_digits`: the most decimal digits of an integer that are converted from or to text.
    pub most_digits: usize,
    /// `sys.set_asyncgen_hooks`: first iteration, finaliser.
    pub asyncgen_hooks: (Value, Value),
    /// The library changes one of its own classes that pass for ones in C; nobody else may.
    pub opens_classes: bool,
    /// `sys.set_coroutine_origin_tracking_depth`: how many calls a coroutine remembers that led to where it was made.
    pub origin_depth: usize,
    /// The regular expressions that were compiled, with the memory they take.
    regexes: Vec<(Rc<Regex>, Header)>,
    /// Single characters of Latin-1, made once.
    latin: Vec<Value>,
    /// A text that was compiled while the program runs, and the module it is to run in.
    pub prepared: Option<(Arc<Program>, Rc<Module>)>,
}

/// The name under which such a text is imported, which runs it.
pub const PREPARED: &str = "_prepared";

impl Runtime {
    pub fn new(limits: &Limits, source: &str) -> Runtime {
        let latin = (0..=255u8).map(|byte| symbol_string(symbol_of(char::from(byte).encode_utf8(&mut [0; 4])))).collect();
        Runtime {
            classes: Classes::new(),
            modules: HashMap::new(),
            builtins: Module::new("builtins"),
            limits: limits.clone(),
            calls: 0,
            codes: Codes::default(),
            source: source.into(),
            output: Vec::new(),
            written: 0,
            clock: Clock::default(),
            loop_runs: false,
            nested: 0,
            loop_events: Vec::new(),
            context: Value::None,
            shows: None,
            handles: 0,
            tasks: 0,
            never_awaited: HashSet::new(),
            ending: Ending::NotYet,
            empty_tuple: Value::tuple(Vec::new()),
            most_digits: INT_DIGITS,
            asyncgen_hooks: (Value::None, Value::None),
            opens_classes: false,
            origin_depth: 0,
            regexes: Vec::new(),
            latin,
            prepared: None,
        }
    }

    /// Keeps a compiled regular expression; answers its number.
    pub fn keep_regex(&mut self, regex: Regex) -> usize {
        let header = Header::new(regex.program.bytes());
        self.regexes.push((Rc::new(regex), header));
        self.regexes.len() - 1
    }

    /// Notes that a coroutine of this name was told, for a line, to have never been awaited; whether that is new.
    pub fn note_never_awaited(&mut self, line: u32, name: &str) -> bool {
        let is_new = self.never_awaited.insert((line, name.into()));
        if is_new {
            heap::charge_for_good(64 + heap::block(name.len()));
        }
        is_new
    }

    /// Whether CPython has its module `warnings`: imported by the program or the library, or as there was something to warn of.
    pub fn has_warnings(&self) -> bool {
        match self.ending {
            Ending::NotYet => true,
            Ending::WithModules => !self.never_awaited.is_empty() || self.modules.keys().any(|name| library::imports_warnings(name)),
            Ending::WithoutModules => false,
        }
    }

    /// A regular expression by its number.
    pub fn regex(&self, number: usize) -> Option<Rc<Regex>> {
        self.regexes.get(number).map(|(regex, _)| regex.clone())
    }

    /// The value of a constant. Strings that look like names are interned, as CPython does.
    pub fn constant(&self, constant: &Const) -> Value {
        match constant {
            Const::None => Value::None,
            Const::True => Value::True,
            Const::False => Value::False,
            Const::Ellipsis => Value::Ellipsis,
            Const::Int(i) => Value::Int(*i),
            Const::BigInt(big) => Value::big(big.clone()),
            Const::Float(f) => Value::float(*f),
            Const::Complex(real, imaginary) => {
                Complex { header: Header::new(heap::object_bytes::<Complex>()), real: *real, imaginary: *imaginary }.into()
            }
            Const::Str(text) if text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') => symbol_string(symbol_of(text)),
            Const::Str(text) => Value::str(&**text),
            Const::Bytes(data) => Bytes::new(&**data).into(),
            Const::Tuple(items) => self.tuple(items.iter().map(|item| self.constant(item)).collect()),
            Const::FrozenSet(items) => {
                let set = constant_set(items.iter().map(|item| self.constant(item)));
                // CPython's compiler makes another of the first, in the order of that.
                Value::Set(constant_set(set.entries().into_iter().map(|(_, key)| key)))
            }
        }
    }

    /// The built-in class that a native is a method or an attribute of.
    pub fn owner_of(&self, native: &Native) -> Option<&Rc<Class>> {
        self.classes.all().into_iter().find(|class| match class.attributes.borrow().get(symbol_of(native.name)) {
            Some(Value::Native(own)) => std::ptr::eq(*own, native),
            _ => false,
        })
    }

    /// The TypeError of a built-in type's method that is called with a receiver of another type.
    pub fn check_receiver(&self, native: &'static Native, receiver: &Value) -> Result<(), Trap> {
        let name = symbol_of(native.name);
        let is_it = |found: Option<&Value>| matches!(found, Some(Value::Native(own)) if std::ptr::eq(*own, native));
        let class = self.class_of(receiver);
        if is_it(class.lookup(name).as_ref()) {
            return Ok(());
        }
        // Types that are alike share natives.
        let owns = |owner: &&Rc<Class>| is_it(owner.attributes.borrow().get(name));
        let Some(owner) = self.owner_of(native) else { return Ok(()) };
        if self.classes.all().into_iter().filter(owns).any(|owner| class.is_subclass(owner)) {
            return Ok(());
        }
        let (owner, kind) = (owner.name(), class.name());
        let is_method = native.name == "__contains__" && matches!(&*owner, "dict" | "set" | "frozenset");
        let is_method = is_method || native.name == "__getitem__" && matches!(&*owner, "dict" | "list");
        let descriptor = if is_method { Descriptor::Method } else { Descriptor::of(native.name) };
        Err(self.wrong_receiver(descriptor, native.name, &owner, &kind))
    }

    /// The TypeError of a method of C that is called with an object of another type.
    pub fn wrong_receiver(&self, descriptor: Descriptor, name: &str, owner: &str, kind: &str) -> Trap {
        self.type_error(match descriptor {
            Descriptor::Slot => format!("descriptor '{name}' requires a '{owner}' object but received a '{kind}'"),
            Descriptor::Method => format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{kind}' object"),
        })
    }

    /// A tuple; the empty one is always the same.
    pub fn tuple(&self, items: Vec<Value>) -> Value {
        if items.is_empty() { self.empty_tuple.clone() } else { Value::tuple(items) }
    }

    /// The string of one character.
    pub fn char(&self, c: char) -> Value {
        match self.latin.get(c as usize) {
            Some(string) => string.clone(),
            None => Value::str(c.to_string()),
        }
    }

    /// Writes text; passing the limit on output ends the run.
    pub fn write(&mut self, stream: Stream, text: &str) -> Result<(), Trap> {
        let room = self.limits.output.saturating_sub(self.written);
        self.written = self.written.saturating_add(text.len());
        let text = cut(text, room);
        if text.is_empty() {
            return if self.has_written_too_much() { Err(Limit::Output.into()) } else { Ok(()) };
        }
        match self.output.last_mut() {
            Some((last, pending)) if *last == stream => pending.push_str(text),
            _ => self.output.push((stream, text.to_owned())),
        }
        if self.has_written_too_much() { Err(Limit::Output.into()) } else { Ok(()) }
    }

    /// Whether the limit on output was passed: then not all of it was delivered.
    pub fn has_written_too_much(&self) -> bool {
        self.written > self.limits.output
    }

    /// One native hands over to another, which the host's stack must have room for. [`Runtime::leave_native`] ends it.
    pub fn enter_native(&mut self) -> Result<(), Trap> {
        if self.nested >= MAX_NESTED_NATIVES {
            return Err(self.too_many_calls());
        }
        self.nested += 1;
        Ok(())
    }

    pub fn leave_native(&mut self) {
        self.nested -= 1;
    }

    /// The RecursionError of a call that goes on from one callable object to the next.
    pub fn too_many_calls(&self) -> Trap {
        self.too_deep(" while calling a Python object")
    }

    /// What was too deep: empty for a call of a function.
    pub fn too_deep(&self, what: &str) -> Trap {
        self.raise(&self.classes.recursion_error, format!("maximum recursion depth exceeded{what}"))
    }

    /// Whether so many calls may begin inside of those that are under way.
    #[inline(always)]
    pub fn can_nest(&self, calls: u32) -> bool {
        self.calls + calls <= self.limits.recursion
    }

    /// To be asked before `bytes` whose number the program controls are allocated and written.
    pub fn reserve(&self, bytes: usize) -> Result<(), Trap> {
        self.room(bytes)?;
        Ok(fuel::burn_copy(bytes)?)
    }

    /// The same for what grows bit by bit, each bit charged by itself.
    pub fn room(&self, bytes: usize) -> Result<(), Trap> {
        if heap::has_room(bytes) { Ok(()) } else { Err(Limit::Memory.into()) }
    }

    /// An exception with a message.
    pub fn exception(&self, class: &Rc<Class>, message: impl Into<Box<str>>) -> Rc<Exception> {
        fuel::note(MESSAGE);
        Exception::new(class.clone(), vec![Value::str(message)])
    }

    /// Raises an exception with a message.
    pub fn raise(&self, class: &Rc<Class>, message: impl Into<Box<str>>) -> Trap {
        Trap::Raise(self.exception(class, message))
    }

    pub fn type_error(&self, message: impl Into<Box<str>>) -> Trap {
        self.raise(&self.classes.type_error, message)
    }

    pub fn value_error(&self, message: impl Into<Box<str>>) -> Trap {
        self.raise(&self.classes.value_error, message)
    }

    pub fn index_error(&self, message: impl Into<Box<str>>) -> Trap {
        self.raise(&self.classes.index_error, message)
    }

    pub fn overflow_error(&self, message: impl Into<Box<str>>) -> Trap {
        self.raise(&self.classes.overflow_error, message)
    }

    pub fn runtime_error(&self, message: impl Into<Box<str>>) -> Trap {
        self.raise(&self.classes.runtime_error, message)
    }

    /// KeyError with the key itself as its argument.
    pub fn key_error(&self, key: &Value) -> Trap {
        Trap::Raise(Exception::new(self.classes.key_error.clone(), vec![key.clone()]))
    }

    /// StopIteration with a value, if it is not None.
    pub fn stop_iteration(&self, value: Value) -> Trap {
        let args = if value.is_none() { Vec::new() } else { vec![value] };
        Trap::Raise(Exception::new(self.classes.stop_iteration.clone(), args))
    }

    /// AttributeError that knows its object and name, for "Did you mean".
    pub fn attribute_error(&self, message: impl Into<Box<str>>, object: &Value, name: Symbol) -> Trap {
        fuel::note(MESSAGE);
        let exception = self.exception(&self.classes.attribute_error, message);
        exception.attributes.set_slot(super::symbol::names::OBJ, object.clone());
        exception.attributes.set_slot(super::symbol::names::ATTRIBUTE_NAME, symbol_string(name));
        Trap::Raise(exception)
    }

    /// Hands over to a function of the prelude.
    pub fn prelude(&self, function: &'static str, args: Vec<Value>) -> Trap {
        Trap::Request(Box::new(Request::Prelude { function, args }))
    }

    /// Hands over to a call.
    pub fn call(&self, callee: Value, args: Vec<Value>) -> Trap {
        Trap::Request(Box::new(Request::Call { callee, args, names: Vec::new() }))
    }
}

/// As many keys as stand in the source: a limit that is passed here is seen at the next instruction.
fn constant_set(keys: impl Iterator<Item = Value>) -> Rc<Set> {
    let set = Set::new(true);
    for key in keys {
        if let Hashed::Hash(hash) = equality::hash(&key)
            && set.find(hash, &key) == Found::Missing
        {
            let _ = set.insert_new(hash, key);
        }
    }
    set
}

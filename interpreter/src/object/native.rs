//! Native functions: what they are, and the three things they may answer.
//!
//! A native never calls the program. It answers a value, an exception, or what to call *instead* of it ([`Request`]): then that call's
//! result is the native's. What must go on after a call is written in the language itself, in `library/prelude/`.

use std::rc::Rc;

use super::exception::Exception;
use super::generator::Generator;
use super::runtime::Runtime;
use super::symbol::Symbol;
use super::value::Value;
use crate::limits::Limit;

/// What a native answers.
pub type Answer = Result<Value, Trap>;

/// Why there is no value.
pub enum Trap {
    /// An exception is raised.
    Raise(Rc<Exception>),
    /// An exception is raised again, as it stands: no new context, no new entry of its traceback.
    Reraise(Rc<Exception>),
    /// Something else is to be done, whose result is the native's.
    Request(Box<Request>),
    /// The machine stops here. In a box: what every instruction may answer is to be small.
    Stop(Box<Stop>),
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<Trap>() == 16);

/// Why the machine stops in the middle of an instruction.
pub enum Stop {
    /// A limit was passed.
    Limit(Limit),
    /// The host wished it.
    Stopped,
    /// The program can't go on: a loop waits for nothing.
    Deadlock(Box<Deadlock>),
    /// A module of the library must be loaded; then the instruction runs again.
    Load(Rc<str>),
}

/// Why nothing can ever happen again.
#[derive(Clone)]
pub struct Deadlock {
    pub reason: String,
    /// What each task waits for, in words.
    pub sleepers: Vec<String>,
}

impl From<Stop> for Trap {
    fn from(stop: Stop) -> Trap {
        Trap::Stop(Box::new(stop))
    }
}

impl From<Limit> for Trap {
    fn from(limit: Limit) -> Trap {
        Stop::Limit(limit).into()
    }
}

/// What a native may ask for instead of answering.
pub enum Request {
    /// A call: positional arguments, then those that `names` name.
    Call { callee: Value, args: Vec<Value>, names: Vec<Symbol> },
    /// A call of a function of `library/prelude/`.
    Prelude { function: &'static str, args: Vec<Value> },
    /// A generator is resumed.
    Resume { generator: Rc<Generator>, verb: Verb },
}

/// How a generator is resumed, and with what.
pub enum Verb {
    /// `next(generator)`.
    Next,
    /// `next(generator, default)`.
    NextOr(Value),
    Send(Value),
    Throw(Rc<Exception>),
    Close,
}

/// How a native is found and bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NativeKind {
    /// A function: never bound.
    Function,
    /// A method: its first argument is the receiver.
    Method,
    /// A method that gets the class.
    ClassMethod,
    /// A function kept in a class.
    StaticMethod,
    /// A computed attribute: called with the object alone; `set` assigns it.
    Attribute,
    /// One that CPython keeps as a plain member of a struct. It has words of its own where such a one can't be set.
    Member,
    /// Carried out by the virtual machine itself, because it resumes, calls or looks at frames.
    Intrinsic(Intrinsic),
}

impl NativeKind {
    /// Whether a bound one is a method of C's: any other native is bound by `types.MethodType` alone.
    pub fn is_method(self) -> bool {
        self.binds() || self == NativeKind::ClassMethod
    }

    /// Whether it is an attribute that is computed.
    pub fn is_attribute(self) -> bool {
        matches!(self, NativeKind::Attribute | NativeKind::Member)
    }

    /// Whether a native found on a class takes the object as its first argument.
    pub fn binds(self) -> bool {
        match self {
            NativeKind::Method => true,
            NativeKind::Intrinsic(intrinsic) => matches!(
                intrinsic,
                Intrinsic::GeneratorNext
                    | Intrinsic::Send
                    | Intrinsic::Throw
                    | Intrinsic::Close
                    | Intrinsic::Construct
                    | Intrinsic::GetAttribute
            ),
            _ => false,
        }
    }
}

/// What the virtual machine does itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intrinsic {
    /// `next(iterator[, default])`.
    Next,
    /// `generator.__next__()`.
    GeneratorNext,
    /// `generator.send(value)`, `coroutine.send(value)`.
    Send,
    /// `generator.throw(…)`.
    Throw,
    /// `generator.close()`.
    Close,
    /// `type.__call__`, and the call of any class.
    Construct,
    /// `globals()`.
    Globals,
    /// `locals()`, and `vars()` and `dir()` without arguments.
    Locals,
    /// `sys.exc_info()`.
    ExcInfo,
    /// `sys._getframe()`.
    GetFrame,
    /// `_sys.read_line()`.
    ReadLine,
    /// `_running_frame(object, fact)`, for the prelude.
    RunningFrame,
    /// `object.__getattribute__(object, name)`.
    GetAttribute,
    /// Runs the body of a class: `_run_class_body(function, namespace)`, for the prelude.
    RunClassBody,
}

/// Assigns a computed attribute: the object, the value (unbound: delete).
pub type Setter = fn(&mut Runtime, &Value, Value) -> Result<(), Trap>;

/// A native function. Which one it is, its address says, as a class or a module holds it; no table may be asked, since a compiler may make
/// several of one table.
pub struct Native {
    pub name: &'static str,
    /// Its parameters as Python writes them: `"iterable, /, *, key=None, reverse=False"`. Methods begin with `self`.
    pub params: &'static str,
    pub counts: Counts,
    pub doc: &'static str,
    pub kind: NativeKind,
    pub run: fn(&mut Runtime, &[Value]) -> Answer,
    /// Assigns a computed attribute: the object, the value (unbound: delete).
    pub set: Option<Setter>,
}

/// How many arguments a native takes, worked out from its parameters.
///
/// `run` gets one slice: the named parameters in their order (missing ones unbound, or missing at the end), then, for `**kwargs`, a dict,
/// then the positional arguments that `*args` collects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Positional arguments it must get.
    pub required: u8,
    /// Named parameters that may be given by position.
    pub positional: u8,
    /// All named parameters.
    pub named: u8,
    pub varargs: bool,
    pub varkw: bool,
    /// Parameters that may be given by keyword begin at this one.
    pub first_keyword: u8,
}

impl Counts {
    /// Reads a parameter list.
    pub const fn of(params: &str) -> Counts {
        let text = params.as_bytes();
        let mut counts = Counts { required: 0, positional: 0, named: 0, varargs: false, varkw: false, first_keyword: 0 };
        let mut at = 0;
        let mut keyword_only = false;
        while at < text.len() {
            // One parameter, up to the next comma that is no default's.
            let start = at;
            let mut has_default = false;
            while at < text.len() && text[at] != b',' {
                if text[at] == b'=' {
                    has_default = true;
                }
                if text[at] == b'\'' {
                    at += 1;
                    while text[at] != b'\'' {
                        at += 1;
                    }
                }
                at += 1;
            }
            if text[start] == b'/' {
                counts.first_keyword = counts.named;
            } else if text[start] == b'*' {
                if start + 1 < text.len() && text[start + 1] == b'*' {
                    counts.varkw = true;
                } else {
                    counts.varargs = at > start + 1;
                    keyword_only = true;
                }
            } else {
                counts.named += 1;
                if !keyword_only {
                    counts.positional += 1;
                    if !has_default {
                        counts.required += 1;
                    }
                }
            }
            at += 1;
            while at < text.len() && text[at] == b' ' {
                at += 1;
            }
        }
        counts
    }
}

fn is_special(name: &str) -> bool {
    name.starts_with("__") && name.ends_with("__")
}

/// Whether CPython keeps a method of this name in a slot of the type.
pub fn is_slot(name: &str) -> bool {
    is_special(name) && !NOT_IN_SLOTS.contains(&name)
}

/// Special methods that no type has a slot for.
const NOT_IN_SLOTS: &[&str] = &[
    "__bytes__",
    "__ceil__",
    "__class_getitem__",
    "__complex__",
    "__copy__",
    "__deepcopy__",
    "__dir__",
    "__enter__",
    "__exit__",
    "__floor__",
    "__format__",
    "__getnewargs__",
    "__getstate__",
    "__instancecheck__",
    "__length_hint__",
    "__missing__",
    "__reduce__",
    "__reduce_ex__",
    "__reversed__",
    "__round__",
    "__setstate__",
    "__sizeof__",
    "__subclasscheck__",
    "__subclasses__",
    "__trunc__",
];

impl Native {
    /// A native of this kind.
    pub const fn new(
        kind: NativeKind,
        name: &'static str,
        params: &'static str,
        doc: &'static str,
        run: fn(&mut Runtime, &[Value]) -> Answer,
    ) -> Native {
        Native { name, params, counts: Counts::of(params), doc, kind, run, set: None }
    }

    /// A computed attribute.
    pub const fn attribute(name: &'static str, doc: &'static str, run: fn(&mut Runtime, &[Value]) -> Answer) -> Native {
        Native::new(NativeKind::Attribute, name, "self, /", doc, run)
    }

    /// One that CPython keeps as a member of a struct, and that can't be assigned.
    pub const fn member(name: &'static str, doc: &'static str, run: fn(&mut Runtime, &[Value]) -> Answer) -> Native {
        Native::attribute(name, doc, run).in_struct()
    }

    /// A computed attribute that CPython keeps as a member of a struct.
    pub const fn in_struct(mut self) -> Native {
        self.kind = NativeKind::Member;
        self
    }

    /// A computed attribute that can be assigned.
    pub const fn settable(name: &'static str, doc: &'static str, run: fn(&mut Runtime, &[Value]) -> Answer, set: Setter) -> Native {
        let mut native = Native::attribute(name, doc, run);
        native.set = Some(set);
        native
    }

    /// Whether CPython keeps it in a slot of the type, and has types of their own for such; other special methods are ordinary ones there.
    pub fn is_slot(&self) -> bool {
        is_slot(self.name)
    }

    /// The names of its named parameters, in order.
    pub fn parameter_names(&self) -> impl Iterator<Item = &'static str> {
        self.params
            .split(',')
            .map(|part| part.split('=').next().unwrap_or("").trim())
            .filter(|name| !name.is_empty() && !name.starts_with('*') && *name != "/")
    }
}

/// An optional argument: none where it is missing or unbound.
pub fn optional(args: &[Value], at: usize) -> Option<&Value> {
    args.get(at).filter(|value| !value.is_unbound())
}

//! What a run shares: names, built-in classes, modules, output, the clock, limits; and the errors that natives raise.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fmt::{self, Display, Formatter};
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use super::class::{Class, Layout};
use super::clock::Clock;
use super::equality::{self, Hashed};
use super::exception::Exception;
use super::fuel;
use super::generator::GeneratorKind;
use super::heap::{self, Header};
use super::iterator::{IterKind, ViewKind};
use super::loaded::Codes;
use super::member::MemberKind;
use super::module::Module;
use super::native::{Native, NativeKind, Request, Trap};
use super::number::Complex;
use super::regex::Regex;
use super::set::{Found, Set};
use super::string::{Bytes, Str};
use super::symbol::{Symbol, Symbols};
use super::value::Value;
use crate::Stream;
use crate::limits::{INT_DIGITS, Limit, Limits, MAX_NESTED_NATIVES, cut};
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

/// The same, of a string object, which becomes the symbol's own where it is new.
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

macro_rules! classes {
    ($($field:ident = $name:literal ($base:ident, $layout:ident),)+) => {
        /// The built-in classes.
        pub struct Classes {
            $(pub $field: Rc<Class>,)+
        }

        impl Classes {
            fn new() -> Classes {
                $(let $field = classes!(@new $field $name $base $layout);)+
                let classes = Classes { $($field,)+ };
                $(*classes.$field.meta.borrow_mut() = Some(classes.type_.clone());)+
                // The only built-in class with two bases.
                classes.exception_group.bases.borrow_mut().push(classes.exception.clone());
                classes.exception_group.mro.borrow_mut().insert(1, classes.exception.clone());
                classes.exception.subclasses.borrow_mut().push(Rc::downgrade(&classes.exception_group));
                classes
            }

            /// All of them.
            pub fn all(&self) -> Vec<&Rc<Class>> {
                vec![$(&self.$field),+]
            }
        }
    };
    (@new object $name:literal $base:ident $layout:ident) => { Class::new($name, vec![], vec![], None, Layout::$layout, true) };
    (@new $field:ident $name:literal $base:ident $layout:ident) => {{
        let mut mro = vec![$base.clone()];
        mro.extend($base.mro.borrow().iter().cloned());
        Class::new($name, vec![$base.clone()], mro, None, Layout::$layout, true)
    }};
}

classes! {
    object = "object" (object, Object),
    type_ = "type" (object, Type),
    none = "NoneType" (object, Sealed),
    ellipsis = "ellipsis" (object, Sealed),
    not_implemented = "NotImplementedType" (object, Sealed),
    int = "int" (object, Int),
    bool = "bool" (int, Sealed),
    float = "float" (object, Float),
    complex = "complex" (object, Complex),
    str = "str" (object, Str),
    bytes = "bytes" (object, Bytes),
    bytearray = "bytearray" (object, ByteArray),
    tuple = "tuple" (object, Tuple),
    list = "list" (object, List),
    dict = "dict" (object, Dict),
    set = "set" (object, Set),
    frozenset = "frozenset" (object, FrozenSet),
    range = "range" (object, Sealed),
    slice = "slice" (object, Sealed),
    dict_keys = "dict_keys" (object, Sealed),
    dict_values = "dict_values" (object, Sealed),
    dict_items = "dict_items" (object, Sealed),
    odict_keys = "odict_keys" (dict_keys, Sealed),
    odict_values = "odict_values" (dict_values, Sealed),
    odict_items = "odict_items" (dict_items, Sealed),
    odict_iterator = "odict_iterator" (object, Sealed),
    mappingproxy = "mappingproxy" (object, Object),
    list_iterator = "list_iterator" (object, Sealed),
    list_reverseiterator = "list_reverseiterator" (object, Sealed),
    tuple_iterator = "tuple_iterator" (object, Sealed),
    range_iterator = "range_iterator" (object, Sealed),
    longrange_iterator = "longrange_iterator" (object, Sealed),
    str_iterator = "str_iterator" (object, Sealed),
    str_ascii_iterator = "str_ascii_iterator" (object, Sealed),
    bytes_iterator = "bytes_iterator" (object, Sealed),
    bytearray_iterator = "bytearray_iterator" (object, Sealed),
    dict_keyiterator = "dict_keyiterator" (object, Sealed),
    dict_valueiterator = "dict_valueiterator" (object, Sealed),
    dict_itemiterator = "dict_itemiterator" (object, Sealed),
    dict_reversekeyiterator = "dict_reversekeyiterator" (object, Sealed),
    set_iterator = "set_iterator" (object, Sealed),
    reversed = "reversed" (object, Sealed),
    function = "function" (object, Sealed),
    builtin_function = "builtin_function_or_method" (object, Sealed),
    method_descriptor = "method_descriptor" (object, Sealed),
    classmethod_descriptor = "classmethod_descriptor" (object, Sealed),
    wrapper_descriptor = "wrapper_descriptor" (object, Sealed),
    method_wrapper = "method-wrapper" (object, Sealed),
    getset_descriptor = "getset_descriptor" (object, Sealed),
    member_descriptor = "member_descriptor" (object, Sealed),
    method = "method" (object, Sealed),
    generator = "generator" (object, Sealed),
    coroutine = "coroutine" (object, Sealed),
    async_generator = "async_generator" (object, Sealed),
    async_generator_asend = "async_generator_asend" (object, Sealed),
    async_generator_athrow = "async_generator_athrow" (object, Sealed),
    coroutine_wrapper = "coroutine_wrapper" (object, Sealed),
    cell = "cell" (object, Sealed),
    module = "module" (object, Module),
    property = "property" (object, Property),
    staticmethod = "staticmethod" (object, StaticMethod),
    classmethod = "classmethod" (object, ClassMethod),
    super_ = "super" (object, Super),
    code = "code" (object, Sealed),
    frame = "frame" (object, Sealed),
    traceback = "traceback" (object, Sealed),
    weakref = "weakref" (object, Sealed),
    digest = "digest" (object, Sealed),

    // The exceptions (`Doc/library/exceptions.rst`, "Exception hierarchy").
    base_exception = "BaseException" (object, Exception),
    base_exception_group = "BaseExceptionGroup" (base_exception, Exception),
    exception = "Exception" (base_exception, Exception),
    generator_exit = "GeneratorExit" (base_exception, Exception),
    keyboard_interrupt = "KeyboardInterrupt" (base_exception, Exception),
    system_exit = "SystemExit" (base_exception, Exception),
    exception_group = "ExceptionGroup" (base_exception_group, Exception),
    arithmetic_error = "ArithmeticError" (exception, Exception),
    floating_point_error = "FloatingPointError" (arithmetic_error, Exception),
    overflow_error = "OverflowError" (arithmetic_error, Exception),
    zero_division_error = "ZeroDivisionError" (arithmetic_error, Exception),
    assertion_error = "AssertionError" (exception, Exception),
    attribute_error = "AttributeError" (exception, Exception),
    buffer_error = "BufferError" (exception, Exception),
    eof_error = "EOFError" (exception, Exception),
    import_error = "ImportError" (exception, Exception),
    module_not_found_error = "ModuleNotFoundError" (import_error, Exception),
    lookup_error = "LookupError" (exception, Exception),
    index_error = "IndexError" (lookup_error, Exception),
    key_error = "KeyError" (lookup_error, Exception),
    memory_error = "MemoryError" (exception, Exception),
    name_error = "NameError" (exception, Exception),
    unbound_local_error = "UnboundLocalError" (name_error, Exception),
    os_error = "OSError" (exception, Exception),
    blocking_io_error = "BlockingIOError" (os_error, Exception),
    child_process_error = "ChildProcessError" (os_error, Exception),
    connection_error = "ConnectionError" (os_error, Exception),
    broken_pipe_error = "BrokenPipeError" (connection_error, Exception),
    connection_aborted_error = "ConnectionAbortedError" (connection_error, Exception),
    connection_refused_error = "ConnectionRefusedError" (connection_error, Exception),
    connection_reset_error = "ConnectionResetError" (connection_error, Exception),
    file_exists_error = "FileExistsError" (os_error, Exception),
    file_not_found_error = "FileNotFoundError" (os_error, Exception),
    interrupted_error = "InterruptedError" (os_error, Exception),
    is_a_directory_error = "IsADirectoryError" (os_error, Exception),
    not_a_directory_error = "NotADirectoryError" (os_error, Exception),
    permission_error = "PermissionError" (os_error, Exception),
    process_lookup_error = "ProcessLookupError" (os_error, Exception),
    timeout_error = "TimeoutError" (os_error, Exception),
    reference_error = "ReferenceError" (exception, Exception),
    runtime_error = "RuntimeError" (exception, Exception),
    not_implemented_error = "NotImplementedError" (runtime_error, Exception),
    recursion_error = "RecursionError" (runtime_error, Exception),
    stop_async_iteration = "StopAsyncIteration" (exception, Exception),
    stop_iteration = "StopIteration" (exception, Exception),
    syntax_error = "SyntaxError" (exception, Exception),
    indentation_error = "IndentationError" (syntax_error, Exception),
    tab_error = "TabError" (indentation_error, Exception),
    system_error = "SystemError" (exception, Exception),
    type_error = "TypeError" (exception, Exception),
    value_error = "ValueError" (exception, Exception),
    unicode_error = "UnicodeError" (value_error, Exception),
    unicode_decode_error = "UnicodeDecodeError" (unicode_error, Exception),
    unicode_encode_error = "UnicodeEncodeError" (unicode_error, Exception),
    unicode_translate_error = "UnicodeTranslateError" (unicode_error, Exception),
    warning = "Warning" (exception, Exception),
    bytes_warning = "BytesWarning" (warning, Exception),
    deprecation_warning = "DeprecationWarning" (warning, Exception),
    encoding_warning = "EncodingWarning" (warning, Exception),
    future_warning = "FutureWarning" (warning, Exception),
    import_warning = "ImportWarning" (warning, Exception),
    pending_deprecation_warning = "PendingDeprecationWarning" (warning, Exception),
    resource_warning = "ResourceWarning" (warning, Exception),
    runtime_warning = "RuntimeWarning" (warning, Exception),
    syntax_warning = "SyntaxWarning" (warning, Exception),
    unicode_warning = "UnicodeWarning" (warning, Exception),
    user_warning = "UserWarning" (warning, Exception),
}

/// What a run shares.
pub struct Runtime {
    pub classes: Classes,
    /// Every module that was imported, by its dotted name.
    pub modules: HashMap<Rc<str>, Rc<Module>>,
    pub builtins: Rc<Module>,
    pub limits: Limits,
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
    pub empty_tuple: Value,
    /// `sys.set_int_max_str_digits`: the most decimal digits of an integer that are converted from or to text.
    pub most_digits: usize,
    /// `sys.set_asyncgen_hooks`: first iteration, finaliser.
    pub asyncgen_hooks: (Value, Value),
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
            empty_tuple: Value::tuple(Vec::new()),
            most_digits: INT_DIGITS,
            asyncgen_hooks: (Value::None, Value::None),
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
                let set = Set::new(true);
                for item in items {
                    let key = self.constant(item);
                    if let Hashed::Hash(hash) = equality::hash(&key)
                        && set.find(hash, &key) == Found::Missing
                    {
                        // As few as stand in the source: a limit that is passed here is seen at the next instruction.
                        let _ = set.insert_new(hash, key);
                    }
                }
                Value::Set(set)
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
        Err(self.type_error(if native.is_slot() && !is_method {
            format!("descriptor '{}' requires a '{owner}' object but received a '{kind}'", native.name)
        } else {
            format!("descriptor '{}' for '{owner}' objects doesn't apply to a '{kind}' object", native.name)
        }))
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

    /// `type(value)`.
    pub fn class_of(&self, value: &Value) -> Rc<Class> {
        match value {
            Value::Instance(instance) => instance.class(),
            Value::Exception(exception) => exception.class(),
            Value::Module(module) => module.class().unwrap_or_else(|| self.classes.module.clone()),
            Value::Class(class) => class.meta.borrow().clone().unwrap_or_else(|| self.classes.type_.clone()),
            _ => self.builtin_class(value).clone(),
        }
    }

    /// The built-in class of a value; of objects that know their own class, `object`.
    pub fn builtin_class(&self, value: &Value) -> &Rc<Class> {
        let classes = &self.classes;
        match value {
            Value::Unbound | Value::None => &classes.none,
            Value::False | Value::True => &classes.bool,
            Value::Ellipsis => &classes.ellipsis,
            Value::NotImplemented => &classes.not_implemented,
            Value::Int(_) | Value::Big(_) => &classes.int,
            Value::Float(_) => &classes.float,
            Value::Native(native) => match native.kind {
                NativeKind::Attribute => &classes.getset_descriptor,
                NativeKind::ClassMethod => &classes.classmethod_descriptor,
                kind if kind.binds() && native.is_slot() => &classes.wrapper_descriptor,
                kind if kind.binds() => &classes.method_descriptor,
                _ => &classes.builtin_function,
            },
            Value::Str(_) => &classes.str,
            Value::Complex(_) => &classes.complex,
            Value::Bytes(_) => &classes.bytes,
            Value::ByteArray(_) => &classes.bytearray,
            Value::Tuple(_) => &classes.tuple,
            Value::List(_) => &classes.list,
            Value::Dict(_) => &classes.dict,
            Value::Set(set) => {
                if set.frozen {
                    &classes.frozenset
                } else {
                    &classes.set
                }
            }
            Value::Range(_) => &classes.range,
            Value::Slice(_) => &classes.slice,
            Value::View(view) if view.dict.ordered.get() => match view.kind {
                ViewKind::Keys => &classes.odict_keys,
                ViewKind::Values => &classes.odict_values,
                ViewKind::Items => &classes.odict_items,
                ViewKind::Proxy => &classes.mappingproxy,
            },
            Value::View(view) => match view.kind {
                ViewKind::Keys => &classes.dict_keys,
                ViewKind::Values => &classes.dict_values,
                ViewKind::Items => &classes.dict_items,
                ViewKind::Proxy => &classes.mappingproxy,
            },
            Value::Iter(iter) => self.iterator_class(iter.state.borrow().kind()),
            Value::Function(function) if function.is_builtin() => &classes.builtin_function,
            Value::Function(_) => &classes.function,
            Value::Method(method) => match method.function {
                Value::Native(native) if native.kind.binds() && native.is_slot() => &classes.method_wrapper,
                Value::Native(_) => &classes.builtin_function,
                _ => &classes.method,
            },
            Value::Generator(generator) => match generator.kind {
                GeneratorKind::Generator => &classes.generator,
                GeneratorKind::Coroutine => &classes.coroutine,
                GeneratorKind::AsyncGenerator => &classes.async_generator,
            },
            Value::AsyncStep(step) => match step.verb {
                super::generator::AsyncVerb::Send => &classes.async_generator_asend,
                _ => &classes.async_generator_athrow,
            },
            Value::CoroutineWrapper(_) => &classes.coroutine_wrapper,
            Value::Cell(_) => &classes.cell,
            Value::Module(_) => &classes.module,
            Value::Property(_) => &classes.property,
            Value::Member(member) => match member.kind {
                MemberKind::Slot => &classes.member_descriptor,
                MemberKind::Dict | MemberKind::WeakRef => &classes.getset_descriptor,
            },
            Value::Wrapper(wrapper) => {
                if wrapper.is_class {
                    &classes.classmethod
                } else {
                    &classes.staticmethod
                }
            }
            Value::Super(_) => &classes.super_,
            Value::Code(_) => &classes.code,
            Value::Frame(_) => &classes.frame,
            Value::Traceback(_) => &classes.traceback,
            Value::WeakRef(_) => &classes.weakref,
            Value::Digest(_) => &classes.digest,
            Value::Instance(_) | Value::Exception(_) | Value::Class(_) => &classes.object,
        }
    }

    fn iterator_class(&self, kind: IterKind) -> &Rc<Class> {
        let classes = &self.classes;
        match kind {
            IterKind::List => &classes.list_iterator,
            IterKind::ListReversed => &classes.list_reverseiterator,
            IterKind::Tuple => &classes.tuple_iterator,
            IterKind::Reversed => &classes.reversed,
            IterKind::Range => &classes.range_iterator,
            IterKind::LongRange => &classes.longrange_iterator,
            IterKind::AsciiStr => &classes.str_ascii_iterator,
            IterKind::Str => &classes.str_iterator,
            IterKind::Bytes => &classes.bytes_iterator,
            IterKind::ByteArray => &classes.bytearray_iterator,
            IterKind::OrderedDict => &classes.odict_iterator,
            IterKind::DictKeys => &classes.dict_keyiterator,
            IterKind::DictValues => &classes.dict_valueiterator,
            IterKind::DictItems => &classes.dict_itemiterator,
            IterKind::DictReversedKeys => &classes.dict_reversekeyiterator,
            IterKind::Set => &classes.set_iterator,
        }
    }

    /// The name of a value's type, for messages.
    pub fn type_name(&self, value: &Value) -> Rc<str> {
        self.class_of(value).told_name()
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
        self.raise(&self.classes.recursion_error, "maximum recursion depth exceeded while calling a Python object")
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

//! `repr` and `str` of every built-in type, and the short texts of a trace. Nested containers are walked with a stack of their own.
//!
//! Where a `__repr__` or `__str__` of the program's is met, the whole text is the prelude's business (`repr_of`, `str_of`).

use std::borrow::Cow;
use std::rc::Rc;

use super::class::{Class, Layout};
use super::dict::Dict;
use super::equality::hash_bytes;
use super::exception::Exception;
use super::function::{Descriptor, Function, Method, Super};
use super::instance::Instance;
use super::iterator::{View, ViewKind};
use super::list::{List, Tuple};
use super::member::MemberKind;
use super::module::Module;
use super::native::{Intrinsic, Native, NativeKind, Trap};
use super::operate::{number, overrides, plain};
use super::runtime::symbol_text;
use super::runtime::{Runtime, symbol_of};
use super::set::Set;
use super::symbol::names;
use super::text;
use super::value::Value;
use crate::limits::size;
use crate::object::{fill, fuel};

/// `repr(value)`.
pub fn repr(rt: &mut Runtime, value: &Value) -> Result<String, Trap> {
    match try_repr(rt, value)? {
        Some(text) => Ok(text),
        None => Err(rt.prelude("repr_of", vec![value.clone()])),
    }
}

/// `repr(value)`; none if the program must be asked.
pub fn try_repr(rt: &mut Runtime, value: &Value) -> Result<Option<String>, Trap> {
    Writer::new(rt).finish(value, false)
}

/// `str(value)`.
pub fn str_of(rt: &mut Runtime, value: &Value) -> Result<String, Trap> {
    match try_str(rt, value)? {
        Some(text) => Ok(text),
        None => Err(rt.prelude("str_of", vec![value.clone()])),
    }
}

/// `str(value)`; none if the program must be asked.
pub fn try_str(rt: &mut Runtime, value: &Value) -> Result<Option<String>, Trap> {
    if let Value::Str(string) = value {
        return Ok(Some(fill::text(&string.text)?));
    }
    Writer::new(rt).finish(value, true)
}

/// `BaseException.__repr__` and `__str__`, whatever methods the exception's class has.
pub fn try_exception(rt: &mut Runtime, exception: &Rc<Exception>, as_str: bool) -> Result<Option<String>, Trap> {
    let mut writer = Writer::new(rt);
    if as_str {
        writer.str_of_exception(exception);
    } else {
        writer.exception(exception);
    }
    writer.run()
}

/// `set.__repr__` and `bytearray.__repr__`, whatever methods the object's class has: those of a subclass show its name.
pub fn try_named(rt: &mut Runtime, value: &Value) -> Result<Option<String>, Trap> {
    if matches!(plain(value), Value::Set(set) if !set.is_empty()) && asks_for_items(value) {
        return Ok(None);
    }
    let name = rt.type_name(value);
    let mut writer = Writer::new(rt);
    match plain(value) {
        Value::Set(set) if plain(value).is(value) => writer.set(value, set, &name, set.frozen)?,
        Value::Set(set) => writer.set(plain(value), set, &name, true)?,
        Value::ByteArray(bytes) => {
            writer.out.push_str(&format!("{name}("));
            writer.array(&bytes.data())?;
            writer.out.push(')');
        }
        other => writer.value(other)?,
    }
    writer.run()
}

/// The number that stands for an object's address: the same in every run.
pub fn address(value: &Value) -> u64 {
    const HEAP: u64 = 0x7f00_0000_0000;
    match (value.header(), value) {
        (Some(header), _) => HEAP + u64::from(header.id()) * 16,
        (None, Value::Native(native)) => 0x5500_0000_0000 + (hash_bytes(native.name.as_bytes()) & 0xffff_ffff) * 16,
        (None, other) => {
            let (tag, bits) = other.identity();
            (0x5600_0000_0000 + (u64::from(tag) << 32)) ^ bits.wrapping_mul(32) & 0x7fff_ffff_ffff
        }
    }
}

/// The address as texts show it.
pub fn address_text(value: &Value) -> String {
    format!("0x{:012x}", address(value))
}

/// A class as texts name it: with its module, unless that is `builtins`.
pub fn full_name(class: &Class) -> String {
    let module = class.attributes.borrow().get(names::MODULE).cloned();
    match module.as_ref().and_then(Value::as_str) {
        Some(module) if module != "builtins" => format!("{module}.{}", class.qualname.borrow()),
        _ => class.qualname.borrow().to_string(),
    }
}

/// What is still to be written, the next last.
enum Step {
    Text(Cow<'static, str>),
    Value(Value),
    /// As `str`, not `repr`.
    Str(Value),
    List(Rc<List>, usize),
    Tuple(Rc<Tuple>, usize),
    Dict(Rc<Dict>, ViewKind, usize, bool),
    Set(Rc<Set>, usize, bool),
    /// The innermost open container ends.
    Close,
}

struct Writer<'a> {
    rt: &'a mut Runtime,
    out: String,
    steps: Vec<Step>,
    /// The containers that are being written, by identity: one met again inside of itself is cut short.
    open: Vec<(u8, u64)>,
    /// A method of the program's must say it.
    asks_program: bool,
    room_checked: usize,
}

impl<'a> Writer<'a> {
    fn new(rt: &'a mut Runtime) -> Writer<'a> {
        Writer { rt, out: String::new(), steps: Vec::new(), open: Vec::new(), asks_program: false, room_checked: 0 }
    }

    fn finish(mut self, value: &Value, as_str: bool) -> Result<Option<String>, Trap> {
        self.steps.push(if as_str { Step::Str(value.clone()) } else { Step::Value(value.clone()) });
        self.run()
    }

    /// Carries out all steps; none if the program must be asked.
    fn run(mut self) -> Result<Option<String>, Trap> {
        while let Some(step) = self.steps.pop() {
            self.step(step)?;
            fuel::burn(2)?;
            if self.asks_program {
                return Ok(None);
            }
            if self.out.len() > self.room_checked + 0x1_0000 {
                self.rt.room(self.out.len() * 2)?;
                self.room_checked = self.out.len();
            }
        }
        fuel::burn_read(self.out.len())?;
        Ok(Some(self.out))
    }

    fn step(&mut self, step: Step) -> Result<(), Trap> {
        match step {
            Step::Text(text) => self.out.push_str(&text),
            Step::Value(value) => self.value(&value)?,
            Step::Str(value) => self.str_of(&value)?,
            Step::List(list, at) => {
                let item = list.items().get(at).cloned();
                if let Some(item) = item {
                    self.separate(at);
                    self.steps.push(Step::List(list, at + 1));
                    self.value(&item)?;
                }
            }
            Step::Tuple(tuple, at) => {
                if let Some(item) = tuple.items.get(at).cloned() {
                    self.separate(at);
                    self.steps.push(Step::Tuple(tuple, at + 1));
                    self.value(&item)?;
                }
            }
            Step::Dict(dict, kind, at, first) => self.entry(dict, kind, at, first)?,
            Step::Set(set, at, first) => {
                if let Some((place, _, key)) = set.entry_from(at) {
                    self.separate(usize::from(!first));
                    self.steps.push(Step::Set(set, place + 1, false));
                    self.value(&key)?;
                }
            }
            Step::Close => {
                self.open.pop();
            }
        }
        Ok(())
    }

    fn entry(&mut self, dict: Rc<Dict>, kind: ViewKind, at: usize, first: bool) -> Result<(), Trap> {
        let Some((place, (key, value))) = dict.look_from(at, |key, value| (key.clone(), value.clone())) else { return Ok(()) };
        self.separate(usize::from(!first));
        self.steps.push(Step::Dict(dict, kind, place + 1, false));
        match kind {
            ViewKind::Keys => self.value(&key),
            ViewKind::Values => self.value(&value),
            ViewKind::Items => self.value(&Value::tuple(vec![key, value])),
            ViewKind::Proxy => {
                self.steps.push(Step::Value(value));
                self.steps.push(Step::Text(": ".into()));
                self.value(&key)
            }
        }
    }

    fn separate(&mut self, at: usize) {
        if at > 0 {
            self.out.push_str(", ");
        }
    }

    fn text(&mut self, text: impl Into<Cow<'static, str>>) {
        self.steps.push(Step::Text(text.into()));
    }

    /// Opens a container: false where it is open already, and `cut` was written instead.
    fn open(&mut self, container: &Value, cut: &'static str) -> Result<bool, Trap> {
        let identity = container.identity();
        if self.open.contains(&identity) {
            self.out.push_str(cut);
            return Ok(false);
        }
        if self.open.len() >= self.rt.limits.recursion as usize {
            let class = self.rt.classes.recursion_error.clone();
            return Err(self.rt.raise(&class, "maximum recursion depth exceeded while getting the repr of an object"));
        }
        self.open.push(identity);
        self.steps.push(Step::Close);
        Ok(true)
    }

    fn value(&mut self, value: &Value) -> Result<(), Trap> {
        match value {
            Value::None => self.out.push_str("None"),
            Value::True => self.out.push_str("True"),
            Value::False => self.out.push_str("False"),
            Value::Ellipsis => self.out.push_str("Ellipsis"),
            Value::NotImplemented => self.out.push_str("NotImplemented"),
            Value::Unbound => {}
            Value::Int(i) => {
                use std::fmt::Write;
                let _ = write!(self.out, "{i}");
            }
            Value::Float(_) | Value::Complex(_) | Value::Big(_) => {
                let text = number::repr(self.rt, value)?;
                self.out.push_str(&text);
            }
            Value::Str(string) => self.string(&string.text)?,
            Value::Bytes(bytes) => self.bytes(&bytes.data)?,
            Value::ByteArray(bytes) => {
                self.out.push_str("bytearray(");
                self.array(&bytes.data())?;
                self.out.push(')');
            }
            Value::List(list) => {
                if self.open(value, "[...]")? {
                    self.out.push('[');
                    self.text("]");
                    self.steps.push(Step::List(list.clone(), 0));
                }
            }
            Value::Tuple(tuple) => {
                if self.open(value, "(...)")? {
                    self.out.push('(');
                    self.text(if tuple.items.len() == 1 { ",)" } else { ")" });
                    self.steps.push(Step::Tuple(tuple.clone(), 0));
                }
            }
            Value::Dict(dict) => {
                if self.open(value, "{...}")? {
                    self.out.push('{');
                    self.text("}");
                    self.steps.push(Step::Dict(dict.clone(), ViewKind::Proxy, 0, true));
                }
            }
            Value::Set(set) => self.set(value, set, if set.frozen { "frozenset" } else { "set" }, set.frozen)?,
            Value::View(view) => self.view(value, view)?,
            Value::Exception(exception) => {
                if overrides(value, names::REPR) {
                    self.asks_program = true;
                } else if self.open(value, "...")? {
                    self.exception(exception);
                }
            }
            Value::Instance(instance) => self.instance(value, instance)?,
            // It shows its line, which only the machine knows while the frame runs.
            Value::Frame(_) => self.asks_program = true,
            Value::Class(class) => {
                if overrides(value, names::REPR) {
                    self.asks_program = true;
                }
                self.out.push_str(&format!("<class '{}'>", full_name(class)));
            }
            Value::Method(method) => self.method(value, method)?,
            Value::Range(range) => {
                self.out.push_str("range(");
                self.text(")");
                if !matches!(range.step, Value::Int(1)) {
                    self.steps.push(Step::Value(range.step.clone()));
                    self.text(", ");
                }
                self.steps.push(Step::Value(range.stop.clone()));
                self.text(", ");
                self.steps.push(Step::Value(range.start.clone()));
            }
            Value::Slice(slice) => {
                self.out.push_str("slice(");
                self.text(")");
                for (at, part) in [&slice.step, &slice.stop, &slice.start].into_iter().enumerate() {
                    self.steps.push(Step::Value(part.clone()));
                    if at < 2 {
                        self.text(", ");
                    }
                }
            }
            Value::Wrapper(wrapper) => {
                if self.open(value, "...")? {
                    self.out.push_str(if wrapper.is_class { "<classmethod(" } else { "<staticmethod(" });
                    self.text(")>");
                    self.steps.push(Step::Value(wrapper.function.clone()));
                }
            }
            other => self.opaque(other),
        }
        Ok(())
    }

    fn string(&mut self, text: &str) -> Result<(), Trap> {
        Ok(text::push_repr_str(&mut self.out, text)?)
    }

    fn bytes(&mut self, data: &[u8]) -> Result<(), Trap> {
        Ok(text::push_repr_bytes(&mut self.out, data)?)
    }

    /// The bytes of a bytearray, where CPython escapes each single quote.
    fn array(&mut self, data: &[u8]) -> Result<(), Trap> {
        let start = self.out.len();
        self.bytes(data)?;
        if self.out[start..].starts_with("b\"") {
            let shown = self.out.split_off(start);
            fuel::burn_read(shown.len())?;
            self.out.push_str(&shown.replace('\'', "\\'"));
        }
        Ok(())
    }

    fn set(&mut self, value: &Value, set: &Rc<Set>, name: &str, named: bool) -> Result<(), Trap> {
        if set.is_empty() {
            self.out.push_str(&format!("{name}()"));
        } else if self.open(value, if named { "frozenset(...)" } else { "set(...)" })? {
            self.out.push_str(&if named { format!("{name}({{") } else { "{".to_owned() });
            self.text(if named { "})" } else { "}" });
            self.steps.push(Step::Set(set.clone(), 0, true));
        }
        Ok(())
    }

    fn view(&mut self, value: &Value, view: &View) -> Result<(), Trap> {
        if view.dict.ordered.get() && view.kind != ViewKind::Proxy {
            self.out.push('o');
        }
        let (before, after) = match view.kind {
            ViewKind::Keys => ("dict_keys([", "])"),
            ViewKind::Values => ("dict_values([", "])"),
            ViewKind::Items => ("dict_items([", "])"),
            ViewKind::Proxy => ("mappingproxy({", "})"),
        };
        if self.open(value, "...")? {
            self.out.push_str(before);
            self.text(after);
            self.steps.push(Step::Dict(view.dict.clone(), view.kind, 0, true));
        }
        Ok(())
    }

    fn instance(&mut self, value: &Value, instance: &Instance) -> Result<(), Trap> {
        if instance.class().overrides(names::REPR) {
            self.asks_program = true;
            return Ok(());
        }
        self.inside(value, instance)
    }

    /// An instance as its built-in type shows it.
    fn inside(&mut self, value: &Value, instance: &Instance) -> Result<(), Trap> {
        let class = instance.class();
        let name = class.name();
        match &instance.inner {
            Value::Unbound | Value::Property(_) => self.out.push_str(&format!("<{} object at {}>", full_name(&class), address_text(value))),
            Value::Set(set) if !set.is_empty() && asks_for_items(value) => self.asks_program = true,
            Value::Set(set) => self.set(&instance.inner, set, &name, true)?,
            inner => {
                let wrapped = matches!(inner, Value::ByteArray(_));
                if wrapped {
                    self.out.push_str(&format!("{name}("));
                    self.text(")");
                }
                if let (Value::ByteArray(bytes), true) = (inner, wrapped) {
                    self.array(&bytes.data())?;
                } else {
                    self.value(inner)?;
                }
            }
        }
        Ok(())
    }

    fn exception(&mut self, exception: &Exception) {
        self.out.push_str(&exception.class().name());
        self.out.push('(');
        self.text(")");
        if let Value::Tuple(args) = &*exception.args.borrow() {
            self.steps.push(Step::Tuple(args.clone(), 0));
        }
    }

    fn method(&mut self, value: &Value, method: &Method) -> Result<(), Trap> {
        let receiver = &method.receiver;
        let of_c = match &method.function {
            Value::Native(native) if native.kind.is_method() => {
                Some((native.is_slot() && native.kind != NativeKind::ClassMethod, native.name.to_owned()))
            }
            Value::Function(function) => function.descriptor().map(|kind| (kind == Descriptor::Slot, name(function))),
            _ => None,
        };
        if let Some((is_slot, name)) = of_c {
            let (kind, name) = if is_slot { ("method-wrapper", format!("'{name}'")) } else { ("built-in method", name) };
            let class = self.rt.type_name(receiver);
            self.out.push_str(&format!("<{kind} {name} of {class} object at {}>", address_text(receiver)));
            return Ok(());
        }
        if self.open(value, "...")? {
            let name = match &method.function {
                Value::Function(function) => qualname(function),
                Value::Native(native) => native.name.to_owned(),
                Value::Instance(callable) => told_qualname(callable),
                _ => "?".into(),
            };
            self.out.push_str(&format!("<bound method {name} of "));
            self.text(">");
            self.steps.push(Step::Value(receiver.clone()));
        }
        Ok(())
    }

    /// What shows nothing of its inside.
    fn opaque(&mut self, value: &Value) {
        let at = || address_text(value);
        let text = match value {
            Value::Function(function) if function.is_builtin() => format!("<built-in function {}>", qualname(function)),
            Value::Function(function) => match (function.descriptor(), function.owner()) {
                (Some(kind), Some(class)) => descriptor_text(kind == Descriptor::Slot, &name(function), &class.told_name()),
                _ => format!("<function {} at {}>", qualname(function), at()),
            },
            Value::Native(native) => native_text(self.rt, native),
            Value::Generator(generator) => {
                let kind = match generator.kind {
                    super::generator::GeneratorKind::AsyncGenerator => "async_generator",
                    kind => kind.word(),
                };
                format!("<{kind} object {} at {}>", generator.qualname.borrow().text, at())
            }
            Value::Cell(cell) => match cell.get() {
                Value::Unbound => format!("<cell at {}: empty>", at()),
                inner => format!("<cell at {}: {} object at {}>", at(), self.rt.type_name(&inner), address_text(&inner)),
            },
            Value::Module(module) => module_text(module),
            Value::Member(member) => {
                let kind = if member.kind == MemberKind::Slot { "member" } else { "attribute" };
                let owner = member.owner.upgrade().map_or_else(|| "?".into(), |class| class.name());
                format!("<{kind} '{}' of '{owner}' objects>", symbol_text(member.name))
            }
            Value::Super(object) => super_text(self.rt, object),
            Value::Code(code) => {
                let code = code.code();
                format!("<code object {} at {}, file \"main.py\", line {}>", code.name, at(), code.first_line)
            }
            Value::WeakRef(reference) => match reference.get() {
                Value::None => format!("<weakref at {}; dead>", at()),
                target => format!("<weakref at {}; to '{}' at {}>", at(), self.rt.type_name(&target), address_text(&target)),
            },
            other => format!("<{} object at {}>", self.rt.type_name(other), at()),
        };
        self.out.push_str(&text);
    }

    fn str_of(&mut self, value: &Value) -> Result<(), Trap> {
        match value {
            Value::Str(string) => self.out.push_str(&string.text),
            Value::Instance(_) if overrides(value, names::STR) => self.asks_program = true,
            // Strings and bytes have a `__str__` of their own, which asks no `__repr__`.
            Value::Instance(instance) if instance.class().layout == Layout::Str => self.str_of(plain(value))?,
            Value::Instance(instance) if matches!(instance.inner, Value::Bytes(_) | Value::ByteArray(_)) => self.inside(value, instance)?,
            Value::Instance(_) if overrides(value, names::REPR) => self.asks_program = true,
            Value::View(view) if view.kind == ViewKind::Proxy => self.value(&Value::Dict(view.dict.clone()))?,
            Value::Class(_) if overrides(value, names::STR) => self.asks_program = true,
            Value::Exception(_) if overrides(value, names::STR) => self.asks_program = true,
            Value::Exception(exception) => {
                if self.open(value, "...")? {
                    self.str_of_exception(exception);
                }
            }
            other => self.value(other)?,
        }
        Ok(())
    }

    fn str_of_exception(&mut self, exception: &Exception) {
        let classes = &self.rt.classes;
        let args = exception.args();
        let slot = |name: &str| exception.attributes.slot(symbol_of(name));
        let of = |name: &str| slot(name).filter(|value| !value.is_none());
        let group_message = slot("message").or_else(|| args.first().filter(|_| args.len() == 2).cloned());
        if let Some(message) = group_message.filter(|_| exception.is(&classes.base_exception_group)) {
            let count = match of("exceptions") {
                Some(Value::Tuple(tuple)) => tuple.items.len(),
                _ => 0,
            };
            self.text(format!(" ({count} sub-exception{})", if count == 1 { "" } else { "s" }));
            self.steps.push(Step::Str(message));
        } else if exception.is(&classes.os_error)
            && let (Some(number), Some(words)) = (slot("errno"), slot("strerror"))
        {
            if let Some(file) = slot("filename") {
                if let Some(second) = slot("filename2") {
                    self.steps.push(Step::Value(second));
                    self.text(" -> ");
                }
                self.steps.push(Step::Value(file));
                self.text(": ");
            }
            self.steps.push(Step::Str(words));
            self.text("] ");
            self.steps.push(Step::Str(number));
            self.text("[Errno ");
        } else if let Some(text) = unicode_error_text(self.rt, exception, &args) {
            self.text(text);
        } else if let ([one], true) = (&args[..], exception.is(&classes.key_error)) {
            self.steps.push(Step::Value(one.clone()));
        } else if exception.is(&classes.syntax_error) {
            let file = of("filename").and_then(|file| file.as_str().map(|file| file.rsplit('/').next().unwrap_or(file).to_owned()));
            let line = of("lineno").filter(|line| matches!(line, Value::Int(_)));
            match (file, line) {
                (None, None) => {}
                (Some(file), None) => self.text(format!(" ({file})")),
                (file, Some(line)) => {
                    self.text(")");
                    self.steps.push(Step::Str(line));
                    self.text(file.map_or_else(|| " (line ".to_owned(), |file| format!(" ({file}, line ")));
                }
            }
            self.steps.push(Step::Str(slot("msg").or_else(|| args.first().cloned()).unwrap_or(Value::None)));
        } else {
            match &args[..] {
                [] => {}
                [one] => self.steps.push(Step::Str(one.clone())),
                _ => self.steps.push(Step::Value(exception.args.borrow().clone())),
            }
        }
    }
}

fn qualname(function: &Function) -> String {
    function.qualname.borrow().as_str().unwrap_or_default().to_owned()
}

/// What a callable object, which may stand for a function, says it is called.
fn told_qualname(callable: &Instance) -> String {
    let told = callable.get(names::QUALNAME).or_else(|| callable.get(names::NAME));
    told.as_ref().and_then(Value::as_str).unwrap_or("?").to_owned()
}

fn name(function: &Function) -> String {
    function.name.borrow().as_str().unwrap_or_default().to_owned()
}

/// A method of C as it stands in its class.
fn descriptor_text(is_slot: bool, name: &str, class: &str) -> String {
    format!("<{} '{name}' of '{class}' objects>", if is_slot { "slot wrapper" } else { "method" })
}

/// Whether a method of the program's tells what is in a set: what it shows are the items of a list made of it.
fn asks_for_items(value: &Value) -> bool {
    overrides(value, names::ITER) || overrides(value, names::LEN)
}

fn native_text(rt: &Runtime, native: &'static Native) -> String {
    let name = native.name;
    let owner = || {
        let has_it = |class: &&&Rc<Class>| match class.attributes.borrow().get(symbol_of(name)) {
            Some(Value::Native(own)) => std::ptr::eq(*own, native),
            _ => false,
        };
        rt.classes.all().iter().find(has_it).map_or_else(|| "object".into(), |class| class.name())
    };
    let is_function = match native.kind {
        NativeKind::Function | NativeKind::StaticMethod => true,
        NativeKind::Intrinsic(intrinsic) => !matches!(
            intrinsic,
            Intrinsic::GeneratorNext
                | Intrinsic::Send
                | Intrinsic::Throw
                | Intrinsic::Close
                | Intrinsic::Construct
                | Intrinsic::GetAttribute
        ),
        _ => false,
    };
    match native.kind {
        NativeKind::StaticMethod => {
            let at = rt
                .owner_of(native)
                .map_or_else(|| address_text(&Value::Native(native)), |class| address_text(&Value::Class(class.clone())));
            format!("<built-in method {name} of type object at {at}>")
        }
        _ if is_function => format!("<built-in function {name}>"),
        NativeKind::Attribute => format!("<attribute '{name}' of '{}' objects>", owner()),
        NativeKind::Member => format!("<member '{name}' of '{}' objects>", owner()),
        _ => descriptor_text(native.is_slot() && native.kind != NativeKind::ClassMethod, name, &owner()),
    }
}

fn module_text(module: &Module) -> String {
    let name = match module.get(names::NAME) {
        Some(Value::Str(name)) => text::repr_str(&name.text),
        // Names that are none are rare: no more than numbers are shown.
        Some(Value::Int(name)) => name.to_string(),
        _ => "'?'".to_owned(),
    };
    let file = module.get(symbol_of("__file__"));
    match file.as_ref().and_then(Value::as_str) {
        Some(file) => format!("<module {name} from {}>", text::repr_str(file)),
        None if &*module.name == "__main__" => format!("<module {name} from 'main.py'>"),
        // One that the program made has no origin.
        None if module.is_made_by_hand() => format!("<module {name}>"),
        None => format!("<module {name} (built-in)>"),
    }
}

fn super_text(rt: &Runtime, object: &Super) -> String {
    let class = object.class.name();
    match &object.object {
        Value::Unbound => format!("<super: <class '{class}'>, NULL>"),
        Value::Class(bound) => format!("<super: <class '{class}'>, <{} object>>", bound.name()),
        bound => format!("<super: <class '{class}'>, <{} object>>", rt.type_name(bound)),
    }
}

/// What UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError say.
fn unicode_error_text(rt: &Runtime, exception: &Exception, args: &[Value]) -> Option<String> {
    let decoding = exception.is(&rt.classes.unicode_decode_error);
    let translating = exception.is(&rt.classes.unicode_translate_error);
    if !decoding && !translating && !exception.is(&rt.classes.unicode_encode_error) {
        return None;
    }
    let (first, names) = if translating { (1, &UNICODE_ERROR[1..]) } else { (0, UNICODE_ERROR) };
    // What was assigned counts.
    let part = |(at, name): (usize, &&str)| exception.attributes.slot(symbol_of(name)).or_else(|| args.get(at).cloned());
    let parts: Vec<Value> = names.iter().enumerate().map(part).collect::<Option<_>>()?;
    let encoding = if translating { "" } else { parts[0].as_str()? };
    let [object, Value::Int(start), Value::Int(end), Value::Str(reason)] = &parts[1 - first..] else { return None };
    let (reason, one) = (&reason.text, *end == start + 1);
    let verb = if decoding { "decode" } else { "encode" };
    let place = match object {
        Value::Bytes(bytes) if one => format!("byte 0x{:02x} in position {start}", bytes.data.get(size(*start))?),
        Value::Str(string) if one => {
            let c = string.text.chars().nth(size(*start))?;
            let code = c as u32;
            let escaped = match code {
                0..=0xff => format!("\\x{code:02x}"),
                0x100..=0xffff => format!("\\u{code:04x}"),
                _ => format!("\\U{code:08x}"),
            };
            format!("character '{escaped}' in position {start}")
        }
        _ => format!("{} in position {start}-{}", if decoding { "bytes" } else { "characters" }, end - 1),
    };
    Some(match translating {
        true => format!("can't translate {place}: {reason}"),
        false => format!("'{encoding}' codec can't {verb} {place}: {reason}"),
    })
}

/// What the errors of encodings are made of; that of translations has no encoding.
const UNICODE_ERROR: &[&str] = &["encoding", "object", "start", "end", "reason"];

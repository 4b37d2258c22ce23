//! How a value looks in a trace: as `repr` shows the built-in types, cut at a length. The one renderer of values for eyes.
//!
//! It never calls the program, reads no more of a value than it shows, and walks nested values with a stack of its own.

use crate::limits::size;
use std::rc::Rc;

use num_bigint::BigInt;

use super::class::Class;
use super::classes::Classes;
use super::dict::Dict;
use super::exception::Exception;
use super::fuel;
use super::function::Method;
use super::generator::{AsyncVerb, Generator, GeneratorKind};
use super::instance::Instance;
use super::iterator::{IterKind, Range, View, ViewKind};
use super::list::{List, Tuple};
use super::native::{Native, NativeKind};
use super::number::Big;
use super::runtime::{symbol_of, symbol_text};
use super::set::Set;
use super::symbol::names;
use super::text::{float, quote, typed_items};
use super::value::Value;

/// How many characters of a value's text a trace shows.
pub const VALUE_TEXT: usize = 80;

const _: () = assert!(VALUE_TEXT <= super::heap::ITEMS_IN_SIGHT);

/// What stands at the end of a text that was cut.
const CUT: char = '…';

/// What showing a value takes at least.
const VALUE_LOOKS: u64 = 64;

/// Integers of more bits than CPython would print (`sys.set_int_max_str_digits`) are shown by their size.
const MAX_INT_BITS: u64 = 14_284;

/// The square of the bits that one look makes digits of.
const BITS_A_LOOK: u64 = 64 * 64;

/// The text of a value: at most `limit` characters, the last of them `…` where it was cut.
pub fn show(value: &Value, limit: usize) -> String {
    let mut text = String::new();
    show_into(&mut text, value, limit);
    text
}

/// As [`show`], in place of what is in `text`: what it took, as [`LOOKS`](crate::limits::LOOKS) counts it. It is none of the program's work.
pub fn show_into(text: &mut String, value: &Value, limit: usize) -> u64 {
    fuel::as_look(|| {
        text.clear();
        let mut writer = Writer { text, limit, room: limit + 1, todo: Vec::new(), open: Vec::new(), looks: VALUE_LOOKS };
        writer.value(value);
        writer.finish();
        writer.looks + writer.text.len() as u64
    })
}

/// The words of an exception: what `str` says of it, where no method of the program's does.
pub fn message(classes: &Classes, exception: &Exception, limit: usize) -> String {
    let is = |class: &Rc<Class>| exception.class().is_subclass(class);
    let args = exception.args.borrow().clone();
    let Value::Tuple(tuple) = &args else { return show(&args, limit) };
    match &tuple.items[..] {
        [] => String::new(),
        [Value::Str(text)] if !is(&classes.key_error) => cut_text(&text.text, limit),
        [only] => show(only, limit),
        [Value::Str(text), parts] if is(&classes.base_exception_group) => {
            let count = exceptions_in(parts);
            let ending = if count == 1 { "" } else { "s" };
            cut_text(&format!("{} ({count} sub-exception{ending})", cut_text(&text.text, limit)), limit)
        }
        [number, Value::Str(text)] if is(&classes.os_error) => {
            cut_text(&format!("[Errno {}] {}", show(number, limit), cut_text(&text.text, limit)), limit)
        }
        _ => show(&args, limit),
    }
}

fn exceptions_in(parts: &Value) -> usize {
    match parts {
        Value::List(list) => list.len(),
        Value::Tuple(tuple) => tuple.items.len(),
        _ => 0,
    }
}

/// Whether the look of a value can change while it stays the same object.
pub fn may_change(value: &Value) -> bool {
    match value {
        Value::List(_)
        | Value::Dict(_)
        | Value::ByteArray(_)
        | Value::View(_)
        | Value::Exception(_)
        | Value::Method(_)
        | Value::Wrapper(_)
        | Value::Super(_) => true,
        Value::Set(set) => !set.frozen,
        // A tuple in a tuple counts without a look inside.
        Value::Tuple(tuple) => {
            let mut shown = tuple.items.iter().take(VALUE_TEXT);
            shown.any(|item| matches!(item, Value::Tuple(_)) || may_change(item))
        }
        Value::Instance(instance) => instance.inner.is_heap(),
        _ => false,
    }
}

/// Tuples and frozensets of more items have a number, as their text is cut.
const SHORT: usize = 20;

/// Whether values of this type are told apart by the number of the object: all but numbers, short texts and what is made of them alone. The
/// answer never changes for an object.
pub fn has_number(value: &Value) -> bool {
    match value {
        Value::Big(_) | Value::Complex(_) | Value::Range(_) | Value::Slice(_) => false,
        Value::Str(string) => is_long(&string.text),
        Value::Bytes(bytes) => bytes.data.len() > VALUE_TEXT - QUOTES,
        Value::Tuple(tuple) => tuple.items.len() > SHORT || tuple.items.iter().any(gives_number),
        Value::Set(set) => !set.frozen || set.len() > SHORT || set.first(SHORT).iter().any(gives_number),
        _ => value.is_heap(),
    }
}

/// Whether what holds this has a number: a tuple or a frozenset inside counts without a look.
fn gives_number(item: &Value) -> bool {
    match item {
        Value::Tuple(_) | Value::Set(_) => true,
        _ => has_number(item),
    }
}

/// What a text takes at least besides its characters.
const QUOTES: usize = 2;

/// Whether a text is cut where it is shown.
fn is_long(text: &str) -> bool {
    text.len() > VALUE_TEXT - QUOTES && (text.len() > VALUE_TEXT * 4 || text.chars().count() > VALUE_TEXT - QUOTES)
}

/// Whether an item is its container's first, with no comma before it.
type First = bool;

/// What is still to be written.
enum Todo {
    Value(Value),
    Text(&'static str),
    /// The rest of a container's items, from a place on.
    List(Rc<List>, usize),
    Tuple(Rc<Tuple>, usize),
    Set(Rc<Set>, usize, First),
    Entries(Rc<Dict>, ViewKind, usize, First),
    /// The end of the innermost container.
    Close(&'static str),
}

struct Writer<'a> {
    text: &'a mut String,
    limit: usize,
    /// Characters that may still be written, one more than are shown.
    room: usize,
    todo: Vec<Todo>,
    /// The containers that are being written, by their place in memory.
    open: Vec<usize>,
    /// What was looked at so far.
    looks: u64,
}

impl Writer<'_> {
    fn finish(&mut self) {
        while self.room > 0
            && let Some(todo) = self.todo.pop()
        {
            self.go_on(todo);
        }
        if self.room == 0 {
            cut(self.text, self.limit);
        }
    }

    fn go_on(&mut self, todo: Todo) {
        match todo {
            Todo::Value(value) => self.value(&value),
            Todo::Text(text) => self.word(text),
            Todo::Close(text) => {
                self.open.pop();
                self.word(text);
            }
            Todo::List(list, at) => self.list_items(list, at),
            Todo::Tuple(tuple, at) => self.tuple_items(tuple, at),
            Todo::Set(set, at, first) => self.set_items(set, at, first),
            Todo::Entries(dict, kind, at, first) => self.entries(dict, kind, at, first),
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Unbound => self.word("<unbound>"),
            Value::None => self.word("None"),
            Value::False => self.word("False"),
            Value::True => self.word("True"),
            Value::Ellipsis => self.word("Ellipsis"),
            Value::NotImplemented => self.word("NotImplemented"),
            Value::Int(i) => self.word(itoa::Buffer::new().format(*i)),
            Value::Float(bits) => self.word(&float::repr(f64::from_bits(*bits))),
            Value::Native(native) => self.native(native),
            Value::Str(string) => self.string(&string.text),
            Value::Big(big) => self.big(big),
            Value::Complex(complex) => self.word(&float::repr_complex(complex.real, complex.imaginary)),
            Value::Bytes(bytes) => self.bytes(&bytes.data),
            Value::ByteArray(bytes) => {
                self.word("bytearray(");
                self.bytes(&bytes.data());
                self.word(")");
            }
            Value::Tuple(tuple) => self.tuple(tuple),
            Value::List(list) => self.list(list),
            Value::Dict(dict) => self.dict(dict),
            Value::Set(set) => self.set(set, None),
            Value::Range(range) => self.range(range),
            Value::Slice(slice) => self.call("slice(", [slice.start.clone(), slice.stop.clone(), slice.step.clone()]),
            Value::View(view) => self.view(view),
            Value::Iter(iter) => self.described(iterator_name(iter.state.borrow().kind()), "object"),
            Value::Function(function) => self.described("function", function.qualname.borrow().as_str().unwrap_or("?")),
            Value::Method(method) => self.method(method),
            Value::Class(class) => {
                self.word("<class '");
                self.push(&class.qualname.borrow());
                self.word("'>");
            }
            Value::Instance(instance) => self.instance(instance),
            Value::Exception(exception) => self.exception(exception),
            Value::Generator(generator) => self.generator(generator),
            Value::AsyncStep(step) => self.described(
                match step.verb {
                    AsyncVerb::Send => "async_generator_asend",
                    AsyncVerb::Throw | AsyncVerb::Close => "async_generator_athrow",
                },
                &step.generator().qualname.borrow().text,
            ),
            Value::CoroutineWrapper(wrapper) => self.described("coroutine_wrapper", &wrapper.coroutine.qualname.borrow().text),
            Value::Cell(_) => self.word("<cell>"),
            Value::Module(module) => {
                self.word("<module '");
                self.push(&module.name);
                self.word("'>");
            }
            Value::Property(_) => self.described("property", "object"),
            Value::Member(member) => self.described("member", &symbol_text(member.name)),
            Value::Wrapper(wrapper) => {
                self.call(if wrapper.is_class { "<classmethod(" } else { "<staticmethod(" }, [wrapper.function.clone()])
            }
            Value::Super(_) => self.described("super", "object"),
            Value::Code(code) => self.described("code", &code.code().qualname),
            Value::Frame(frame) => self.described("frame", &frame.code.code().qualname),
            Value::Traceback(_) => self.described("traceback", "object"),
            Value::WeakRef(_) => self.described("weakref", "object"),
            Value::Digest(_) => self.described("digest", "object"),
        }
    }

    /// `<what name>`, as CPython's texts without the address.
    fn described(&mut self, what: &str, name: &str) {
        self.word("<");
        self.push(what);
        self.word(" ");
        self.push(name);
        self.word(">");
    }

    /// A name and, in brackets, values.
    fn call<const N: usize>(&mut self, start: &str, values: [Value; N]) {
        self.push(start);
        self.todo.push(Todo::Text(if start.starts_with('<') { ")>" } else { ")" }));
        for (at, value) in values.into_iter().enumerate().rev() {
            self.todo.push(Todo::Value(value));
            if at > 0 {
                self.todo.push(Todo::Text(", "));
            }
        }
    }

    fn native(&mut self, native: &Native) {
        match native.kind {
            NativeKind::Method => self.described("method", &format!("'{}'", native.name)),
            NativeKind::Attribute | NativeKind::Member => self.described("attribute", &format!("'{}'", native.name)),
            _ => self.described("built-in function", native.name),
        }
    }

    fn method(&mut self, method: &Method) {
        match &method.function {
            Value::Native(native) => {
                self.word("<built-in method ");
                self.push(native.name);
            }
            Value::Function(function) => {
                self.word("<bound method ");
                self.push(function.qualname.borrow().as_str().unwrap_or("?"));
            }
            _ => self.word("<bound method ?"),
        }
        self.word(" of ");
        self.todo.push(Todo::Text(">"));
        self.todo.push(Todo::Value(method.receiver.clone()));
    }

    fn generator(&mut self, generator: &Generator) {
        let what = match generator.kind {
            GeneratorKind::Generator => "generator",
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::AsyncGenerator => "async_generator",
        };
        self.described(what, &generator.qualname.borrow().text);
    }

    /// Of a subclass of a built-in type, what is inside; with the class's name where the class has a `__repr__` of its own.
    fn instance(&mut self, instance: &Instance) {
        let class = instance.class();
        if instance.inner.is_unbound() {
            return self.described(&class.qualname.borrow(), "object");
        }
        if let (Value::ByteArray(data), Some(Value::Str(typecode))) = (&instance.inner, instance.get(symbol_of("_typecode"))) {
            return self.array(&class.qualname.borrow(), &typecode.text, &data.data());
        }
        match &instance.inner {
            Value::Set(set) => return self.set(set, Some(&class.qualname.borrow())),
            Value::Tuple(_) if class.overrides(names::REPR) => self.push(&class.qualname.borrow()),
            _ if class.overrides(names::REPR) => {
                self.push(&class.qualname.borrow());
                self.word("(");
                self.todo.push(Todo::Text(")"));
            }
            _ => {}
        }
        self.todo.push(Todo::Value(instance.inner.clone()));
    }

    /// An array of numbers, which has their bytes inside.
    fn array(&mut self, name: &str, typecode: &str, data: &[u8]) {
        self.push(name);
        self.push(&format!("('{typecode}'"));
        if typecode == "u" && !data.is_empty() {
            let chars = data.chunks_exact(4).take(self.room);
            let text: String = chars.filter_map(|code| char::from_u32(u32::from_le_bytes(code.try_into().ok()?))).collect();
            self.word(", ");
            self.string(&text);
            return self.word(")");
        }
        for (at, item) in data.chunks_exact(typed_items::item_size(typecode).unwrap_or(1)).enumerate() {
            if self.room == 0 {
                return;
            }
            self.word(if at == 0 { ", [" } else { ", " });
            self.push(&typed_items::item_text(typecode, item));
        }
        self.word(if data.is_empty() { ")" } else { "])" });
    }

    fn exception(&mut self, exception: &Rc<Exception>) {
        let class: Rc<Class> = exception.class();
        self.push(&class.name());
        if !self.enter(Rc::as_ptr(exception) as usize, "(...)") {
            return;
        }
        let args = exception.args.borrow().clone();
        match &args {
            Value::Tuple(tuple) if tuple.items.len() == 1 => {
                self.word("(");
                self.todo.push(Todo::Close(")"));
                self.todo.push(Todo::Value(tuple.items[0].clone()));
            }
            _ => {
                self.todo.push(Todo::Close(""));
                self.todo.push(Todo::Value(args));
            }
        }
    }

    /// Begins a container, unless it is being written already: then `instead` stands for it.
    fn enter(&mut self, place: usize, instead: &str) -> bool {
        if self.open.contains(&place) {
            self.word(instead);
            return false;
        }
        self.open.push(place);
        true
    }

    fn list(&mut self, list: &Rc<List>) {
        if self.enter(Rc::as_ptr(list) as usize, "[...]") {
            self.word("[");
            self.list_items(list.clone(), 0);
        }
    }

    fn list_items(&mut self, list: Rc<List>, mut at: usize) {
        loop {
            let items = list.items();
            let Some(item) = items.get(at) else { break };
            if self.room == 0 {
                return;
            }
            if at > 0 {
                self.word(", ");
            }
            at += 1;
            if is_leaf(item) {
                self.value(item);
                continue;
            }
            let item = item.clone();
            drop(items);
            self.todo.push(Todo::List(list, at));
            return self.value(&item);
        }
        self.open.pop();
        self.word("]");
    }

    fn tuple(&mut self, tuple: &Rc<Tuple>) {
        if self.enter(Rc::as_ptr(tuple) as usize, "(...)") {
            self.word("(");
            self.tuple_items(tuple.clone(), 0);
        }
    }

    fn tuple_items(&mut self, tuple: Rc<Tuple>, mut at: usize) {
        while let Some(item) = tuple.items.get(at) {
            if self.room == 0 {
                return;
            }
            if at > 0 {
                self.word(", ");
            }
            at += 1;
            if is_leaf(item) {
                self.value(item);
                continue;
            }
            let item = item.clone();
            self.todo.push(Todo::Tuple(tuple, at));
            return self.value(&item);
        }
        self.open.pop();
        self.word(if tuple.items.len() == 1 { ",)" } else { ")" });
    }

    /// A set: of a subclass, under that one's name.
    fn set(&mut self, set: &Rc<Set>, name: Option<&str>) {
        let name = name.or(set.frozen.then_some("frozenset"));
        if set.is_empty() {
            self.push(name.unwrap_or("set"));
            return self.word("()");
        }
        if !self.enter(Rc::as_ptr(set) as usize, "set(...)") {
            return;
        }
        if let Some(name) = name {
            self.push(name);
            self.word("(");
            self.todo.push(Todo::Text(")"));
        }
        self.word("{");
        self.todo.push(Todo::Set(set.clone(), 0, true));
    }

    fn set_items(&mut self, set: Rc<Set>, from: usize, first: First) {
        let Some((at, _, key)) = set.entry_from(from) else {
            self.open.pop();
            return self.word("}");
        };
        self.looks += (at - from) as u64;
        if !first {
            self.word(", ");
        }
        self.todo.push(Todo::Set(set, at + 1, false));
        self.value(&key);
    }

    fn dict(&mut self, dict: &Rc<Dict>) {
        if self.enter(Rc::as_ptr(dict) as usize, "{...}") {
            self.word("{");
            self.todo.push(Todo::Close("}"));
            self.todo.push(Todo::Entries(dict.clone(), ViewKind::Proxy, 0, true));
        }
    }

    fn view(&mut self, view: &View) {
        if view.kind == ViewKind::Proxy {
            return self.call("mappingproxy(", [Value::Dict(view.dict.clone())]);
        }
        if view.dict.ordered.get() {
            self.word("o");
        }
        self.push(match view.kind {
            ViewKind::Keys => "dict_keys([",
            ViewKind::Values => "dict_values([",
            ViewKind::Items | ViewKind::Proxy => "dict_items([",
        });
        if self.enter(Rc::as_ptr(&view.dict) as usize, "...])") {
            self.todo.push(Todo::Close("])"));
            self.todo.push(Todo::Entries(view.dict.clone(), view.kind, 0, true));
        }
    }

    /// The next entry of a dict: `key: value`, or what a view shows of it.
    fn entries(&mut self, dict: Rc<Dict>, kind: ViewKind, from: usize, first: First) {
        let Some((at, entry)) = dict.entry_from(from) else { return };
        self.looks += (at - from) as u64;
        if !first {
            self.word(", ");
        }
        self.todo.push(Todo::Entries(dict, kind, at + 1, false));
        match kind {
            ViewKind::Keys => self.value(&entry.key),
            ViewKind::Values => self.value(&entry.value),
            ViewKind::Items => {
                self.todo.push(Todo::Text(")"));
                self.todo.push(Todo::Value(entry.value));
                self.todo.push(Todo::Text(", "));
                self.word("(");
                self.value(&entry.key);
            }
            ViewKind::Proxy => {
                self.todo.push(Todo::Value(entry.value));
                self.todo.push(Todo::Text(": "));
                self.value(&entry.key);
            }
        }
    }

    fn range(&mut self, range: &Range) {
        let (start, stop, step) = (range.start.clone(), range.stop.clone(), range.step.clone());
        match step {
            Value::Int(1) => self.call("range(", [start, stop]),
            step => self.call("range(", [start, stop, step]),
        }
    }

    /// A big integer: the digits that are shown, of a very big one its size.
    fn big(&mut self, big: &Big) {
        let bits = big.value.bits();
        if bits > MAX_INT_BITS {
            return self.push(&format!("<int of {bits} bits>"));
        }
        // Digits are made by division, whose time grows with the square.
        self.looks += bits * bits / BITS_A_LOOK;
        let digits = size(bits * 301 / 1000);
        match u32::try_from(digits.saturating_sub(self.limit + 1)) {
            Ok(more) if more > 0 => {
                let head = &big.value / BigInt::from(10).pow(more);
                self.push(&head.to_string());
                self.room = 0;
            }
            _ => self.push(&big.value.to_string()),
        }
    }

    /// A string: no more of it is read than fits.
    fn string(&mut self, text: &str) {
        let head = head(text, self.room);
        if head.bytes().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'\'' | b'\\')) {
            for part in ["'", head, "'"] {
                self.word(part);
            }
        } else {
            self.push(&quote::repr_str(head));
        }
    }

    fn bytes(&mut self, data: &[u8]) {
        self.push(&quote::repr_bytes(&data[..data.len().min(self.room)]));
    }

    /// Writes as much as there is room for.
    fn push(&mut self, text: &str) {
        let text = head(text, self.room);
        self.text.push_str(text);
        self.room -= if text.is_ascii() { text.len() } else { text.chars().count() };
    }

    /// As [`push`](Self::push), for words of our own: they are ASCII.
    #[inline]
    fn word(&mut self, word: &str) {
        let word = &word[..word.len().min(self.room)];
        self.text.push_str(word);
        self.room -= word.len();
    }
}

/// Whether a value is written at once, with nothing of it left to do.
fn is_leaf(value: &Value) -> bool {
    !value.is_heap() || matches!(value, Value::Str(_) | Value::Big(_))
}

/// The first `count` characters.
fn head(text: &str, count: usize) -> &str {
    if text.len() <= count {
        return text;
    }
    if text.as_bytes()[..count].is_ascii() {
        return &text[..count];
    }
    match text.char_indices().nth(count) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

fn cut_text(text: &str, limit: usize) -> String {
    let mut short = head(text, limit + 1).to_owned();
    if short.chars().count() > limit {
        cut(&mut short, limit);
    }
    short
}

/// Leaves `limit` characters of a text, the last one the mark of a cut.
fn cut(text: &mut String, limit: usize) {
    let end = head(text, limit.saturating_sub(1)).len();
    text.truncate(end);
    text.push(CUT);
}

fn iterator_name(kind: IterKind) -> &'static str {
    match kind {
        IterKind::List => "list_iterator",
        IterKind::ListReversed => "list_reverseiterator",
        IterKind::Tuple => "tuple_iterator",
        IterKind::Reversed => "reversed",
        IterKind::Range => "range_iterator",
        IterKind::LongRange => "longrange_iterator",
        IterKind::AsciiStr | IterKind::Str => "str_iterator",
        IterKind::Bytes => "bytes_iterator",
        IterKind::ByteArray => "bytearray_iterator",
        IterKind::OrderedDict | IterKind::DictKeys => "dict_keyiterator",
        IterKind::DictValues => "dict_valueiterator",
        IterKind::DictItems => "dict_itemiterator",
        IterKind::DictReversedKeys => "dict_reversekeyiterator",
        IterKind::DictReversedValues => "dict_reversevalueiterator",
        IterKind::DictReversedItems => "dict_reverseitemiterator",
        IterKind::Set => "set_iterator",
    }
}

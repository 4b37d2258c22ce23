//! What an object holds, as a trace tells it: attributes by name, and items or entries. Nothing of the program's is called.

use std::rc::Rc;

use crate::limits::OBJECT_ITEMS;
use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::fuel;
use crate::object::instance::Instance;
use crate::object::list::List;
use crate::object::runtime::{known_symbol, symbol_of, symbol_text};
use crate::object::symbol::Symbol;
use crate::object::value::Value;
use crate::trace::account::{Text, Texts};
use crate::vm::watch::View;

/// What an object has besides attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    #[default]
    Attributes,
    Items,
    /// Keys, and what they stand for.
    Entries,
}

impl Shape {
    pub fn of_index(index: u32) -> Shape {
        match index {
            1 => Shape::Items,
            2 => Shape::Entries,
            _ => Shape::Attributes,
        }
    }

    /// Its place in the packed form's list.
    pub fn index(self) -> u32 {
        self as u32
    }
}

/// An item; or an entry, which has a key.
pub struct Held {
    pub key: Value,
    pub value: Value,
}

/// What an object holds.
#[derive(Default)]
pub struct Holding {
    pub shape: Shape,
    pub attributes: Vec<(Text, Value)>,
    /// The first items or entries.
    pub slots: Vec<Held>,
    /// How many there are.
    pub length: usize,
    /// Changes of these are changes of the object: containers inside of it, which the program does not see as others.
    pub inner: Vec<Value>,
}

/// In which way instances of a class are told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Guise {
    /// By their attributes, and by the value inside of a subclass of a built-in type.
    Plain,
    /// The same, of one of asyncio's: the event loop it belongs to is left out.
    OfLoop,
    /// By its items, which lie in a list.
    Deque,
    /// By these attributes alone, under these names.
    Chosen(&'static [(&'static str, &'static str)]),
}

const FUTURE: &[(&str, &str)] = &[("_state", "state"), ("_result", "result"), ("_exception", "exception")];

const TASK: &[(&str, &str)] = &[
    ("_name", "name"),
    ("_state", "state"),
    ("_fut_waiter", "waits_for"),
    ("_coro", "coroutine"),
    ("_result", "result"),
    ("_exception", "exception"),
];

/// Classes of the library whose instances are not told as others are: the class's name, its module, and how.
const GUISES: &[(&str, &str, Guise)] = &[
    ("deque", "_collections", Guise::Deque),
    ("Task", "asyncio.tasks", Guise::Chosen(TASK)),
    ("Future", "asyncio.futures", Guise::Chosen(FUTURE)),
    // What it does is told step by step.
    ("EventLoop", "asyncio.base_events", Guise::Chosen(&[])),
];

/// Where a deque keeps its items.
const DEQUE_SLOTS: &[&str] = &["_items", "_head", "_maxlen", "_changes", "__weakref__"];

/// The package whose objects belong to an event loop.
const ASYNCIO: &str = "asyncio";

impl Guise {
    /// How instances of a class are told.
    pub fn of(value: &Value) -> Guise {
        let Value::Instance(instance) = value else { return Guise::Plain };
        let class = instance.class();
        let known = std::iter::once(&class).chain(class.mro.borrow().iter()).find_map(known_guise);
        known.unwrap_or(Guise::Plain)
    }
}

fn known_guise(class: &Rc<Class>) -> Option<Guise> {
    let name = class.name();
    if class.builtin {
        return None;
    }
    let module = module_of(class)?;
    let known = GUISES.iter().find(|(class, of, _)| *class == &*name && *of == &*module);
    known.map(|(.., guise)| *guise).or_else(|| module.starts_with(ASYNCIO).then_some(Guise::OfLoop))
}

/// An attribute that a class or one of its bases has. No fuel is burned for the search, and the class remembers nothing of it.
pub fn of_class(class: &Rc<Class>, name: Symbol) -> Option<Value> {
    let mro = class.mro.borrow();
    std::iter::once(class).chain(mro.iter()).find_map(|class| class.attributes.borrow().get(name).cloned())
}

/// The module that a class's first function belongs to.
fn module_of(class: &Class) -> Option<Rc<str>> {
    let attributes = class.attributes.borrow();
    attributes.iter().find_map(|(_, value)| if let Value::Function(function) = value { Some(function.module.name.clone()) } else { None })
}

impl Holding {
    /// Reads what `value` holds.
    pub fn of(value: &Value, guise: Guise, view: &View, texts: &mut Texts) -> Holding {
        let mut holding = Holding::default();
        fuel::as_look(|| holding.read(value, guise, view, texts));
        holding
    }

    fn read(&mut self, value: &Value, guise: Guise, view: &View, texts: &mut Texts) {
        match value {
            Value::List(list) => {
                let items = list.items();
                self.items(items.len(), items.iter().cloned());
            }
            Value::Tuple(tuple) => self.items(tuple.items.len(), tuple.items.iter().cloned()),
            Value::Set(set) => self.items(set.len(), set.first(OBJECT_ITEMS).into_iter()),
            // Its owner's variables are told with the owner.
            Value::Dict(dict) if dict.is_owned() => {}
            Value::Dict(dict) => self.entries(dict),
            Value::Function(function) => {
                let names = &view.codes[function.code.get() as usize].code().free_names;
                self.name(texts, names.iter().map(|name| &**name).zip(function.closure.iter().cloned()));
            }
            Value::Cell(cell) => self.name(texts, [("cell_contents", cell.get())]),
            Value::Method(method) => {
                self.name(texts, [("__self__", method.receiver.clone()), ("__func__", method.function.clone())]);
            }
            Value::View(of) => self.name(texts, [("mapping", Value::Dict(of.dict.clone()))]),
            Value::Exception(exception) => {
                self.name(texts, [("args", exception.args.borrow().clone())]);
                let links = [("__cause__", exception.cause.borrow().clone()), ("__context__", exception.context.borrow().clone())];
                self.name(texts, links.into_iter().filter(|(_, link)| !link.is_none()));
                self.attributes(texts, exception.attributes.first(OBJECT_ITEMS));
                self.inner.extend(exception.attributes.seen_dict());
            }
            Value::Instance(instance) => self.instance(instance, guise, view, texts),
            _ => {}
        }
    }

    fn instance(&mut self, instance: &Instance, guise: Guise, view: &View, texts: &mut Texts) {
        match guise {
            Guise::Deque => return self.deque(instance, texts),
            Guise::Chosen(chosen) => return self.chosen(instance, chosen, texts),
            Guise::Plain | Guise::OfLoop => {}
        }
        if instance.inner.is_heap() {
            self.read(&instance.inner, Guise::Plain, view, texts);
            self.inner.push(instance.inner.clone());
        }
        let mut attributes = instance.attributes.first(OBJECT_ITEMS);
        if guise == Guise::OfLoop {
            let of_loop = symbol_of("_loop");
            attributes.retain(|(name, _)| *name != of_loop);
        }
        self.attributes(texts, attributes);
        self.inner.extend(instance.attributes.seen_dict());
    }

    /// The items of a deque lie in a list, from a place on.
    fn deque(&mut self, instance: &Instance, texts: &mut Texts) {
        self.shape = Shape::Items;
        let slot = |name| instance.attributes.slot(symbol_of(name));
        if let (Some(Value::List(list)), Some(Value::Int(head))) = (slot("_items"), slot("_head")) {
            let items = list.items();
            let head = usize::try_from(head).unwrap_or(0).min(items.len());
            self.items(items.len() - head, items[head..].iter().cloned());
            drop(items);
            self.inner.push(Value::List(list));
        }
        self.name(texts, slot("_maxlen").filter(|length| !length.is_none()).map(|length| ("maxlen", length)));
        let mut attributes = instance.attributes.first(OBJECT_ITEMS);
        attributes.retain(|(name, _)| !DEQUE_SLOTS.contains(&&*symbol_text(*name)));
        self.attributes(texts, attributes);
    }

    /// Those attributes that are set, to something else than None.
    fn chosen(&mut self, instance: &Instance, chosen: &[(&'static str, &'static str)], texts: &mut Texts) {
        let value = |name: &str| {
            let name = symbol_of(name);
            instance.get(name).or_else(|| of_class(&instance.class(), name))
        };
        let set = chosen.iter().filter_map(|(own, told)| Some((*told, value(own).filter(|value| !value.is_none())?)));
        self.name(texts, set.collect::<Vec<_>>());
    }

    fn items(&mut self, length: usize, items: impl Iterator<Item = Value>) {
        self.shape = Shape::Items;
        self.length = length;
        self.slots.extend(items.take(OBJECT_ITEMS).map(|value| Held { key: Value::Unbound, value }));
    }

    fn entries(&mut self, dict: &Rc<Dict>) {
        self.shape = Shape::Entries;
        self.length = dict.len();
        self.slots.extend(dict.first(OBJECT_ITEMS).into_iter().map(|entry| Held { key: entry.key, value: entry.value }));
    }

    fn attributes(&mut self, texts: &mut Texts, attributes: Vec<(Symbol, Value)>) {
        for (name, value) in attributes {
            self.attributes.push((texts.intern(&symbol_text(name)), value));
        }
    }

    fn name<'a>(&mut self, texts: &mut Texts, attributes: impl IntoIterator<Item = (&'a str, Value)>) {
        self.attributes.extend(attributes.into_iter().map(|(name, value)| (texts.intern(name), value)));
    }
}

/// The list in which a deque's items lie, and the place from which on they do; none of anything else.
pub fn deque_items(value: &Value) -> Option<(Rc<List>, usize)> {
    let Value::Instance(instance) = value else { return None };
    if known_guise(&instance.class()) != Some(Guise::Deque) {
        return None; // a subclass may have methods of its own
    }
    let slot = |name| instance.attributes.slot(known_symbol(name)?);
    match (slot("_items"), slot("_head")) {
        (Some(Value::List(list)), Some(Value::Int(head))) => {
            let head = usize::try_from(head).unwrap_or(0).min(list.len());
            Some((list, head))
        }
        _ => None,
    }
}

/// The item or entry at a place of a list or dict, if its places are those of its order; none of anything else.
pub fn slot_at(value: &Value, place: usize) -> Option<Held> {
    match value {
        Value::List(list) => list.items().get(place).map(|item| Held { key: Value::Unbound, value: item.clone() }),
        Value::Dict(dict) => dict.entry_from(place).map(|(_, entry)| Held { key: entry.key, value: entry.value }),
        _ => None,
    }
}

/// How many items a list or dict has whose places are those of its order.
pub fn ordered_length(value: &Value) -> Option<usize> {
    match value {
        Value::List(list) => Some(list.len()),
        Value::Dict(dict) if dict.has_no_gaps() && !dict.is_owned() => Some(dict.len()),
        _ => None,
    }
}

//! Classes, and the small ordered tables of attributes that classes, functions and instances keep.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::dict::Dict;
use super::fuel;
use super::function::Function;
use super::heap::{self, Charge, Header, Tracked};
use super::owner::{Owner, Window};
use super::runtime::Runtime;
use super::symbol::{Symbol, SymbolMap, names};
use super::value::Value;

/// Attributes in order of insertion. Small tables are searched from the front; large ones have an index.
#[derive(Default)]
pub struct Attributes {
    entries: Vec<(Symbol, Value)>,
    index: Option<Box<SymbolMap<u32>>>,
    /// A bit for each name, by its number: one that has none is not there.
    marks: u64,
    /// What the table takes since it has grown; whoever made it charges the room it began with.
    charge: Charge,
}

/// From this many entries on, a table keeps an index.
const INDEXED_FROM: usize = 24;

/// What an index takes for an entry.
const INDEX_BYTES: usize = 20;

fn mark(name: Symbol) -> u64 {
    1 << (name.0 % 64)
}

impl Attributes {
    #[inline]
    pub fn get(&self, name: Symbol) -> Option<&Value> {
        Some(&self.entries[self.position(name)?].1)
    }

    #[inline]
    pub fn get_mut(&mut self, name: Symbol) -> Option<&mut Value> {
        let at = self.position(name)?;
        Some(&mut self.entries[at].1)
    }

    /// The same, looking first where it was found last.
    #[inline]
    pub fn get_near(&self, name: Symbol, place: &Cell<u32>) -> Option<&Value> {
        if let Some((known, value)) = self.entries.get(place.get() as usize)
            && *known == name
        {
            return Some(value);
        }
        let at = self.position(name)?;
        place.set(at as u32);
        Some(&self.entries[at].1)
    }

    #[inline]
    fn position(&self, name: Symbol) -> Option<usize> {
        if self.marks & mark(name) == 0 {
            return None;
        }
        match &self.index {
            None => self.entries.iter().position(|(known, _)| *known == name),
            Some(index) => index.get(&name).map(|at| *at as usize),
        }
    }

    /// Sets an attribute, giving back the value it had.
    pub fn set(&mut self, name: Symbol, value: Value) -> Option<Value> {
        if let Some(at) = self.position(name) {
            return Some(std::mem::replace(&mut self.entries[at].1, value));
        }
        if let Some(index) = &mut self.index {
            index.insert(name, self.entries.len() as u32);
        }
        let grows = self.entries.len() == self.entries.capacity();
        self.entries.push((name, value));
        self.marks |= mark(name);
        if self.index.is_none() && self.entries.len() >= INDEXED_FROM {
            self.build_index();
        }
        if grows {
            self.charge.set(self.bytes());
        }
        None
    }

    fn build_index(&mut self) {
        self.index = Some(Box::new(self.entries.iter().enumerate().map(|(at, (name, _))| (*name, at as u32)).collect()));
    }

    /// A table with room for this many attributes.
    pub fn with_capacity(capacity: usize) -> Attributes {
        Attributes { entries: Vec::with_capacity(capacity), ..Attributes::default() }
    }

    /// Removes an attribute, giving back its value.
    pub fn remove(&mut self, name: Symbol) -> Option<Value> {
        let at = self.position(name)?;
        let (_, value) = self.entries.remove(at);
        if self.index.is_some() {
            self.build_index();
        }
        Some(value)
    }

    pub fn iter(&self) -> impl Iterator<Item = &(Symbol, Value)> {
        self.entries.iter()
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Takes everything out.
    pub fn take_values(&mut self) -> Vec<Value> {
        self.index = None;
        self.marks = 0;
        self.charge.set(0);
        std::mem::take(&mut self.entries).into_iter().map(|(_, value)| value).collect()
    }

    /// Bytes that the table holds, an index as large as it will be.
    fn bytes(&self) -> usize {
        let entries = self.entries.capacity() * size_of::<(Symbol, Value)>();
        let index = if self.index.is_some() { self.entries.capacity() * INDEX_BYTES } else { 0 };
        heap::block(entries) + index
    }
}

/// What the instances of a class are made of; a subclass has its base's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Attributes alone.
    Object,
    /// An exception.
    Exception,
    /// A class.
    Type,
    /// Attributes round a value of this built-in type.
    Int,
    Float,
    Complex,
    Str,
    Bytes,
    ByteArray,
    Tuple,
    List,
    Dict,
    Set,
    FrozenSet,
    Property,
    StaticMethod,
    ClassMethod,
    Super,
    WeakRef,
    /// A module.
    Module,
    /// A built-in type that can't be subclassed (`bool`, `NoneType`, `function`, `generator` …).
    Sealed,
}

/// What the patterns of `match` take the instances of a class for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collection {
    Sequence,
    Mapping,
}

/// What a call of a class with positional arguments comes to.
#[derive(Clone)]
pub enum Making {
    /// An exception with the arguments as its `args`.
    Exception,
    /// An instance that takes no arguments.
    Bare,
    /// An instance that this `__init__` of the program's then fills.
    Filled(Rc<Function>),
    /// Whatever `type.__call__` finds.
    Other,
}

/// What the attributes of a class ask for on its instances, and on those of its subclasses.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The class is asked before the instance's own attributes are: a data descriptor, `__getattribute__`.
    pub special: bool,
    /// `__setattr__` or `__delattr__` sees changes of attributes.
    pub setattr: bool,
    /// `__del__` runs.
    pub del: bool,
}

impl Wishes {
    pub fn and(self, other: Wishes) -> Wishes {
        Wishes { special: self.special | other.special, setattr: self.setattr | other.setattr, del: self.del | other.del }
    }
}

/// A class, built-in or the program's.
pub struct Class {
    pub header: Header,
    pub name: RefCell<Rc<str>>,
    pub qualname: RefCell<Rc<str>>,
    /// What messages call it where that is not its name: CPython's own classes of modules go by `module.name` there.
    pub message_name: RefCell<Option<Rc<str>>>,
    pub bases: RefCell<Vec<Rc<Class>>>,
    /// The method resolution order, without the class itself.
    pub mro: RefCell<Vec<Rc<Class>>>,
    pub attributes: RefCell<Attributes>,
    /// The metaclass; None for `type`.
    pub meta: RefCell<Option<Rc<Class>>>,
    pub layout: Layout,
    /// Built-in classes can't be changed by the program.
    pub builtin: bool,
    /// Whether a lookup on an instance must ask the class first: a data descriptor, `__getattribute__`, `__slots__` … somewhere in the MRO.
    pub special_lookup: Cell<bool>,
    /// What the attributes of the program's classes in the MRO ask for, itself included.
    pub wishes: Cell<Wishes>,
    /// Whether instances have a `__dict__`.
    pub has_dict: Cell<bool>,
    /// Whether there can be weak references to instances.
    pub has_weakref: Cell<bool>,
    /// The class of the MRO that made instances what they are made of last, by slots or as a built-in type; None: this one.
    pub solid: RefCell<Option<Rc<Class>>>,
    /// What patterns take its instances for, if that is said of this very class.
    pub collection: Cell<Option<Collection>>,
    pub subclasses: RefCell<Vec<Weak<Class>>>,
    pub(super) window: Window,
    /// The most attributes an instance has had: room for as many is made for the next.
    pub instance_size: Cell<usize>,
    /// What lookups found: each name has one place, which the last one looked up there keeps.
    cache: RefCell<Vec<Option<Lookup>>>,
    cache_version: Cell<u32>,
    /// What fills an object where the class's `__new__` does so, and nothing else: a call need not go through `__new__`.
    filler: RefCell<Option<Rc<Function>>>,
    /// A class of the library that the program can't extend.
    pub is_final: Cell<bool>,
    /// Found out once, as the cache is.
    making: RefCell<Option<Making>>,
}

/// Shorter lists of classes and of attributes are gone through within an instruction's time.
const SHORT: usize = 32;

/// Burns fuel for going through a long list.
#[inline]
fn note_walk(length: usize) {
    if length > SHORT {
        fuel::note((length / 8) as u64);
    }
}

/// Burns fuel for asking one class after the other, which lie all over the memory.
#[inline]
pub(super) fn note_asking(classes: usize) {
    if classes > SHORT {
        fuel::note((classes / 2) as u64);
    }
}

/// A name, and what was found under it.
type Lookup = (Symbol, Option<Value>);

/// How many lookups a class remembers: a power of two.
const CACHED: usize = 64;

thread_local! {
    /// Counts changes of classes' attributes, so that their caches know when they are stale.
    static VERSION: Cell<u32> = const { Cell::new(1) };
}

impl Class {
    /// A class without attributes, whose method resolution order is `mro` (without itself).
    pub fn new(
        name: &str,
        bases: Vec<Rc<Class>>,
        mro: Vec<Rc<Class>>,
        meta: Option<Rc<Class>>,
        layout: Layout,
        builtin: bool,
    ) -> Rc<Class> {
        let name: Rc<str> = name.into();
        let class = Rc::new(Class {
            header: Header::new(heap::tracked_bytes::<Class>()),
            name: RefCell::new(name.clone()),
            qualname: RefCell::new(name),
            message_name: RefCell::new(None),
            bases: RefCell::new(bases),
            mro: RefCell::new(mro),
            attributes: RefCell::default(),
            meta: RefCell::new(meta),
            layout,
            builtin,
            special_lookup: Cell::new(false),
            wishes: Cell::default(),
            has_dict: Cell::new(builtin && matches!(layout, Layout::Exception | Layout::Type | Layout::Module)),
            has_weakref: Cell::new(builtin && matches!(layout, Layout::Type | Layout::Set | Layout::FrozenSet | Layout::Module)),
            solid: RefCell::new(None),
            collection: Cell::new(None),
            subclasses: RefCell::default(),
            instance_size: Cell::new(0),
            window: Window::default(),
            cache: RefCell::default(),
            cache_version: Cell::new(0),
            filler: RefCell::new(None),
            is_final: Cell::new(false),
            making: RefCell::new(None),
        });
        for base in class.bases.borrow().iter() {
            base.add_subclass(&class);
        }
        class.account();
        heap::track(&class.header, Tracked::Class(Rc::downgrade(&class)));
        class
    }

    /// Notes a class that has this one as a base.
    pub fn add_subclass(&self, class: &Rc<Class>) {
        let mut subclasses = self.subclasses.borrow_mut();
        if subclasses.len() == subclasses.capacity() {
            // Those that have died would keep their memory.
            subclasses.retain(|known| known.strong_count() > 0);
        }
        subclasses.push(Rc::downgrade(class));
    }

    /// Charges what it takes, after its bases have changed. A base's place for it is charged here.
    pub fn account(&self) {
        let texts = heap::block(self.name.borrow().len()) + heap::block(self.qualname.borrow().len()) + 2 * size_of::<usize>();
        let bases = self.bases.borrow().capacity();
        let lines = (self.mro.borrow().capacity() + 3 * bases) * size_of::<Rc<Class>>();
        let cache = if self.builtin { 0 } else { self.cache.borrow().capacity() * size_of::<Option<Lookup>>() };
        self.header.resize(heap::tracked_bytes::<Class>() + texts + heap::block(lines) + cache);
    }

    /// The value `name` has on the class or the first of its MRO that has it, unbound.
    pub fn lookup(&self, name: Symbol) -> Option<Value> {
        self.forget_stale();
        let place = name.0 as usize % CACHED;
        if let Some(Some((known, found))) = self.cache.borrow().get(place)
            && *known == name
        {
            return found.clone();
        }
        let found = self.lookup_uncached(name);
        if self.cache.borrow().is_empty() {
            self.cache.borrow_mut().resize(CACHED, None);
            self.account();
        }
        self.cache.borrow_mut()[place] = Some((name, found.clone()));
        found
    }

    /// The value `name` has on the class, if an instance that has none of its own shows just that: nothing that is bound or computed.
    #[inline]
    pub fn shown(&self, name: Symbol) -> Option<Value> {
        let value = self.lookup(name)?;
        let is_plain = !value.is_heap() && !matches!(value, Value::Native(_))
            || matches!(value, Value::Str(_) | Value::Tuple(_) | Value::List(_) | Value::Dict(_));
        is_plain.then_some(value)
    }

    /// Notes that the class's `__new__` has objects filled by this function alone.
    pub fn fill_by(&self, filler: Rc<Function>) {
        drop(self.filler.replace(Some(filler)));
    }

    /// The function that fills an object of the class, if the `__new__` that it has or inherits leaves it to one.
    pub fn filler(self: &Rc<Class>) -> Option<Rc<Function>> {
        let mro = self.mro.borrow();
        let maker = std::iter::once(self).chain(mro.iter()).find(|class| class.attributes.borrow().get(names::NEW).is_some())?;
        maker.filler.borrow().clone()
    }

    /// What a call of it comes to, as `find_out` says when nothing is known or any class has changed.
    pub fn making(&self, find_out: impl FnOnce() -> Making) -> Making {
        self.forget_stale();
        if let Some(known) = &*self.making.borrow() {
            return known.clone();
        }
        let found = find_out();
        *self.making.borrow_mut() = Some(found.clone());
        found
    }

    #[inline]
    fn forget_stale(&self) {
        let version = VERSION.get();
        if self.cache_version.get() != version {
            self.cache.borrow_mut().clear();
            *self.making.borrow_mut() = None;
            self.cache_version.set(version);
        }
    }

    /// The same, past the cache.
    pub fn lookup_uncached(&self, name: Symbol) -> Option<Value> {
        if let Some(value) = self.attributes.borrow().get(name) {
            return Some(value.clone());
        }
        let mro = self.mro.borrow();
        note_asking(mro.len());
        mro.iter().find_map(|class| class.attributes.borrow().get(name).cloned())
    }

    /// The class of the MRO that defines `name`, itself included.
    pub fn definer(self: &Rc<Class>, name: Symbol) -> Option<Rc<Class>> {
        if self.attributes.borrow().get(name).is_some() {
            return Some(self.clone());
        }
        let mro = self.mro.borrow();
        note_asking(mro.len());
        mro.iter().find(|class| class.attributes.borrow().get(name).is_some()).cloned()
    }

    /// What patterns take its instances for.
    pub fn matches_as(&self) -> Option<Collection> {
        let mro = self.mro.borrow();
        note_asking(mro.len());
        self.collection.get().or_else(|| mro.iter().find_map(|class| class.collection.get()))
    }

    /// Whether `name` is defined by a class of the program's: if not, the built-in behaviour holds.
    pub fn overrides(self: &Rc<Class>, name: Symbol) -> bool {
        self.definer(name).is_some_and(|class| !class.builtin)
    }

    /// Sets an attribute of the class itself.
    pub fn set(&self, name: Symbol, value: Value) {
        let old = self.attributes.borrow_mut().set(name, value);
        self.attributes_changed();
        match old {
            Some(old) => drop(old),
            None => self.window.came(name),
        }
    }

    /// Removes an attribute of the class itself.
    pub fn remove(&self, name: Symbol) -> Option<Value> {
        note_walk(self.attributes.borrow().len());
        let old = self.attributes.borrow_mut().remove(name);
        self.attributes_changed();
        if old.is_some() {
            self.window.gone(name);
        }
        old
    }

    /// The class's own attributes as a dict, for the read-only view that is `__dict__`.
    pub fn dict(self: &Rc<Class>) -> Rc<Dict> {
        self.window.open(Owner::Class(self.clone()))
    }

    /// Nobody but the class and its subclasses remembers what was found on it; of a metaclass, its classes do.
    fn attributes_changed(&self) {
        if self.layout != Layout::Type && self.subclasses.borrow().is_empty() {
            self.cache_version.set(0);
        } else {
            Class::touch();
        }
    }

    /// Another order, and what follows from it: nothing that was found is sure any more.
    pub fn set_mro(&self, mro: Vec<Rc<Class>>) {
        drop(self.mro.replace(mro));
        Class::touch();
        self.account();
    }

    /// Says that attributes or bases changed.
    pub fn touch() {
        VERSION.set(VERSION.get().wrapping_add(1));
    }

    /// `issubclass(self, other)`, by the MRO alone.
    pub fn is_subclass(&self, other: &Class) -> bool {
        if std::ptr::eq(self, other) {
            return true;
        }
        let mro = self.mro.borrow();
        note_walk(mro.len());
        mro.iter().any(|class| std::ptr::eq(&**class, other))
    }

    pub fn name(&self) -> Rc<str> {
        self.name.borrow().clone()
    }

    /// What messages call it.
    pub fn told_name(&self) -> Rc<str> {
        self.message_name.borrow().clone().unwrap_or_else(|| self.name())
    }

    /// Whether it can be changed now.
    pub fn is_open(&self, runtime: &Runtime) -> bool {
        !self.builtin && (runtime.opens_classes || !self.is_static())
    }

    /// Whether CPython has it in C, and nothing of it can be changed.
    pub fn is_static(&self) -> bool {
        self.builtin || self.message_name.borrow().is_some()
    }

    pub(super) fn break_cycles(&self) {
        let values = self.attributes.borrow_mut().take_values();
        self.cache.borrow_mut().clear();
        *self.making.borrow_mut() = None;
        drop(self.filler.take());
        self.window.forget();
        drop(values);
        let mro = std::mem::take(&mut *self.mro.borrow_mut());
        let bases = std::mem::take(&mut *self.bases.borrow_mut());
        let meta = self.meta.borrow_mut().take();
        let solid = self.solid.borrow_mut().take();
        drop((mro, bases, meta, solid));
    }
}

impl Drop for Class {
    fn drop(&mut self) {
        self.header.announce_death();
        let remembered = std::mem::take(self.cache.get_mut()).into_iter().flatten().filter_map(|(_, found)| found);
        let attributes = self.attributes.get_mut().take_values();
        let classes = [self.meta.take(), self.solid.take()].into_iter().flatten();
        let above = self.bases.take().into_iter().chain(self.mro.take()).chain(classes).map(Value::Class);
        heap::bury(attributes.into_iter().chain(remembered).chain(above));
    }
}

//! Classes, and the small ordered tables of attributes that classes, functions and instances keep.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::heap::{self, Header, Tracked};
use super::symbol::{Symbol, SymbolMap};
use super::value::Value;

/// Attributes in order of insertion. Small tables are searched from the front; large ones have an index.
#[derive(Default)]
pub struct Attributes {
    entries: Vec<(Symbol, Value)>,
    index: Option<SymbolMap<u32>>,
}

/// From this many entries on, a table keeps an index.
const INDEXED_FROM: usize = 12;

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

    #[inline]
    fn position(&self, name: Symbol) -> Option<usize> {
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
        self.entries.push((name, value));
        if self.index.is_none() && self.entries.len() >= INDEXED_FROM {
            self.index = Some(self.entries.iter().enumerate().map(|(at, (name, _))| (*name, at as u32)).collect());
        }
        None
    }

    /// Removes an attribute, giving back its value.
    pub fn remove(&mut self, name: Symbol) -> Option<Value> {
        let at = self.position(name)?;
        let (_, value) = self.entries.remove(at);
        if self.index.is_some() {
            self.index = Some(self.entries.iter().enumerate().map(|(at, (name, _))| (*name, at as u32)).collect());
        }
        Some(value)
    }

    pub fn iter(&self) -> impl Iterator<Item = &(Symbol, Value)> {
        self.entries.iter()
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes everything out.
    pub fn take_values(&mut self) -> Vec<Value> {
        self.index = None;
        std::mem::take(&mut self.entries).into_iter().map(|(_, value)| value).collect()
    }

    /// Bytes that the table holds.
    pub fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<(Symbol, Value)>()
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
    /// A built-in type that can't be subclassed (`bool`, `NoneType`, `function`, `generator` …).
    Sealed,
}

/// A class, built-in or the program's.
pub struct Class {
    pub header: Header,
    pub name: RefCell<Rc<str>>,
    pub qualname: RefCell<Rc<str>>,
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
    /// Whether a method of the program's (`__getattr__`, `__setattr__`, `__delattr__`) sees attribute access.
    pub custom_setattr: Cell<bool>,
    pub has_del: Cell<bool>,
    /// What `__slots__` allow where no class of the MRO has a `__dict__`; None: anything.
    pub slots: RefCell<Option<Vec<Symbol>>>,
    pub subclasses: RefCell<Vec<Weak<Class>>>,
    cache: RefCell<SymbolMap<Option<Value>>>,
    cache_version: Cell<u32>,
}

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
        let class = Rc::new(Class {
            header: Header::new(size_of::<Class>()),
            name: RefCell::new(name.into()),
            qualname: RefCell::new(name.into()),
            bases: RefCell::new(bases),
            mro: RefCell::new(mro),
            attributes: RefCell::default(),
            meta: RefCell::new(meta),
            layout,
            builtin,
            special_lookup: Cell::new(false),
            custom_setattr: Cell::new(false),
            has_del: Cell::new(false),
            slots: RefCell::new(None),
            subclasses: RefCell::default(),
            cache: RefCell::default(),
            cache_version: Cell::new(0),
        });
        for base in class.bases.borrow().iter() {
            base.subclasses.borrow_mut().push(Rc::downgrade(&class));
        }
        heap::track(&class.header, Tracked::Class(Rc::downgrade(&class)));
        class
    }

    /// The value `name` has on the class or the first of its MRO that has it, unbound.
    pub fn lookup(&self, name: Symbol) -> Option<Value> {
        let version = VERSION.get();
        if self.cache_version.get() != version {
            self.cache.borrow_mut().clear();
            self.cache_version.set(version);
        }
        if let Some(known) = self.cache.borrow().get(&name) {
            return known.clone();
        }
        let found = self.lookup_uncached(name);
        self.cache.borrow_mut().insert(name, found.clone());
        found
    }

    fn lookup_uncached(&self, name: Symbol) -> Option<Value> {
        if let Some(value) = self.attributes.borrow().get(name) {
            return Some(value.clone());
        }
        self.mro.borrow().iter().find_map(|class| class.attributes.borrow().get(name).cloned())
    }

    /// The class of the MRO that defines `name`, itself included.
    pub fn definer(self: &Rc<Class>, name: Symbol) -> Option<Rc<Class>> {
        if self.attributes.borrow().get(name).is_some() {
            return Some(self.clone());
        }
        self.mro.borrow().iter().find(|class| class.attributes.borrow().get(name).is_some()).cloned()
    }

    /// Whether `name` is defined by a class of the program's: if not, the built-in behaviour holds.
    pub fn overrides(self: &Rc<Class>, name: Symbol) -> bool {
        self.definer(name).is_some_and(|class| !class.builtin)
    }

    /// Sets an attribute of the class itself.
    pub fn set(&self, name: Symbol, value: Value) {
        let old = self.attributes.borrow_mut().set(name, value);
        VERSION.set(VERSION.get().wrapping_add(1));
        self.header.resize(size_of::<Class>() + self.attributes.borrow().bytes());
        drop(old);
    }

    /// Removes an attribute of the class itself.
    pub fn remove(&self, name: Symbol) -> Option<Value> {
        VERSION.set(VERSION.get().wrapping_add(1));
        self.attributes.borrow_mut().remove(name)
    }

    /// Says that attributes or bases changed.
    pub fn touch() {
        VERSION.set(VERSION.get().wrapping_add(1));
    }

    /// `issubclass(self, other)`, by the MRO alone.
    pub fn is_subclass(&self, other: &Class) -> bool {
        std::ptr::eq(self, other) || self.mro.borrow().iter().any(|class| std::ptr::eq(&**class, other))
    }

    pub fn name(&self) -> Rc<str> {
        self.name.borrow().clone()
    }

    pub(super) fn break_cycles(&self) {
        let values = self.attributes.borrow_mut().take_values();
        self.cache.borrow_mut().clear();
        drop(values);
        let mro = std::mem::take(&mut *self.mro.borrow_mut());
        let bases = std::mem::take(&mut *self.bases.borrow_mut());
        let meta = self.meta.borrow_mut().take();
        drop((mro, bases, meta));
    }
}

//! Functions, and what binds them: cells, methods, properties, static and class methods, `super`.

use std::cell::{Cell as Slot, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;

use super::class::Class;
use super::dict::Dict;
use super::heap::{self, Header, Tracked};
use super::module::Module;
use super::native::{Stop, is_slot};
use super::symbol::Symbol;
use super::value::Value;
use stillframe_front::bytecode::code::{Code, Program};

/// A function of the program's or the library's.
pub struct Function {
    pub header: Header,
    /// The index of its code among those the virtual machine has loaded.
    pub code: Slot<u32>,
    pub module: Rc<Module>,
    /// The cells of its free variables, in the order of the code's `free_names`.
    pub closure: Vec<Value>,
    /// Defaults of the last positional parameters.
    pub defaults: RefCell<Vec<Value>>,
    /// Defaults of keyword-only parameters: a dict, or None.
    pub kwdefaults: RefCell<Value>,
    pub name: RefCell<Value>,
    pub qualname: RefCell<Value>,
    /// `__doc__`, or None.
    pub doc: RefCell<Value>,
    /// `__module__`, where the program has set it; unbound otherwise.
    pub module_name: RefCell<Value>,
    /// `__annotations__`: a dict, or unbound.
    pub annotations: RefCell<Value>,
    /// `__dict__`, once there is something in it or somebody asked for it.
    attributes: RefCell<Option<Rc<Dict>>>,
    /// `types.coroutine` was here: its generators are awaitable.
    pub awaitable: bool,
    guise: OnceCell<Guise>,
}

/// What a function of the library's passes for, where CPython has it in C: it refuses wrong arguments in the words of those.
pub enum Guise {
    /// A built-in function of this module, which does not bind.
    Function(Rc<str>),
    /// A method of this class, whose receiver does not count as an argument. What stands in a static method has no class.
    Method { owner: Weak<Class>, descriptor: Descriptor },
}

/// What CPython makes of a method that is written in C.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Descriptor {
    /// `method_descriptor`
    Method,
    /// `wrapper_descriptor`, for what a slot of the type has
    Slot,
}

impl Descriptor {
    /// Of a method of this name.
    pub fn of(name: &str) -> Descriptor {
        if is_slot(name) { Descriptor::Slot } else { Descriptor::Method }
    }
}

/// What a function begins with.
pub struct Parts {
    pub code: u32,
    pub module: Rc<Module>,
    pub closure: Vec<Value>,
    pub defaults: Vec<Value>,
    pub kwdefaults: Value,
    pub name: Value,
    pub qualname: Value,
    pub doc: Value,
    pub annotations: Value,
    pub awaitable: bool,
}

impl Function {
    pub fn new(parts: Parts) -> Rc<Function> {
        let values = parts.closure.capacity() + parts.defaults.capacity();
        let function = Rc::new(Function {
            header: Header::new(heap::tracked_bytes::<Function>() + heap::block(values * size_of::<Value>())),
            code: Slot::new(parts.code),
            module: parts.module,
            closure: parts.closure,
            defaults: RefCell::new(parts.defaults),
            kwdefaults: RefCell::new(parts.kwdefaults),
            name: RefCell::new(parts.name),
            qualname: RefCell::new(parts.qualname),
            doc: RefCell::new(parts.doc),
            module_name: RefCell::new(Value::Unbound),
            annotations: RefCell::new(parts.annotations),
            attributes: RefCell::new(None),
            awaitable: parts.awaitable,
            guise: OnceCell::new(),
        });
        heap::track(&function.header, Tracked::Function(Rc::downgrade(&function)));
        function
    }

    /// A copy whose generators are awaitable.
    pub fn made_awaitable(&self) -> Result<Rc<Function>, Stop> {
        let function = Function::new(Parts {
            code: self.code.get(),
            module: self.module.clone(),
            closure: self.closure.clone(),
            defaults: self.defaults.borrow().clone(),
            kwdefaults: self.kwdefaults.borrow().clone(),
            name: self.name.borrow().clone(),
            qualname: self.qualname.borrow().clone(),
            doc: self.doc.borrow().clone(),
            annotations: self.annotations.borrow().clone(),
            awaitable: true,
        });
        *function.module_name.borrow_mut() = self.module_name.borrow().clone();
        if let Some(attributes) = self.attributes() {
            function.set_dict(attributes.copy()?);
        }
        Ok(function)
    }

    /// Lets it pass for what is written in C; once it does, it does for good.
    pub fn disguise(&self, guise: Guise) {
        drop(self.guise.set(guise));
    }

    pub fn guise(&self) -> Option<&Guise> {
        self.guise.get()
    }

    /// Whether it passes for a built-in function, which does not bind.
    #[inline]
    pub fn is_builtin(&self) -> bool {
        matches!(self.guise.get(), Some(Guise::Function(_)))
    }

    /// The class whose method it passes for.
    pub fn owner(&self) -> Option<Rc<Class>> {
        match self.guise.get() {
            Some(Guise::Method { owner, .. }) => owner.upgrade(),
            _ => None,
        }
    }

    /// As what it stands in a class, where it passes for what CPython has there.
    pub fn descriptor(&self) -> Option<Descriptor> {
        match self.guise.get() {
            Some(Guise::Method { owner, descriptor }) if owner.strong_count() > 0 => Some(*descriptor),
            _ => None,
        }
    }

    /// An attribute that the program has set.
    pub fn get(&self, name: Symbol) -> Option<Value> {
        self.attributes.borrow().as_ref()?.get_symbol(name)
    }

    /// `__dict__`, if anybody has asked for it.
    pub fn attributes(&self) -> Option<Rc<Dict>> {
        self.attributes.borrow().clone()
    }

    /// `function.__dict__ = dict`.
    pub fn set_dict(&self, dict: Rc<Dict>) {
        drop(self.attributes.replace(Some(dict)));
    }

    /// `__dict__`.
    pub fn dict(&self) -> Rc<Dict> {
        self.attributes.borrow_mut().get_or_insert_with(Dict::new).clone()
    }

    pub(super) fn break_cycles(&self) {
        let defaults = std::mem::take(&mut *self.defaults.borrow_mut());
        let others = (self.kwdefaults.take(), self.annotations.take(), self.doc.take(), self.module_name.take());
        drop((defaults, others));
    }
}

/// In CPython's order.
impl Drop for Function {
    fn drop(&mut self) {
        self.header.announce_death();
        let defaults = std::mem::take(self.defaults.get_mut());
        let attributes = self.attributes.take().map_or(Value::Unbound, Value::Dict);
        let singles = [self.kwdefaults.take(), self.doc.take(), attributes];
        let closure = std::mem::take(&mut self.closure);
        let others = [self.annotations.take(), self.module_name.take(), self.name.take(), self.qualname.take()];
        heap::bury(defaults.into_iter().chain(singles).chain(closure).chain(others));
    }
}

/// A variable shared between frames.
pub struct Cell {
    pub header: Header,
    value: RefCell<Value>,
}

impl Cell {
    pub fn new(value: Value) -> Rc<Cell> {
        let cell = Rc::new(Cell { header: Header::new(heap::tracked_bytes::<Cell>()), value: RefCell::new(value) });
        heap::track(&cell.header, Tracked::Cell(Rc::downgrade(&cell)));
        cell
    }

    #[inline]
    pub fn get(&self) -> Value {
        self.value.borrow().clone()
    }

    /// Sets the variable. What it held is dropped after the borrow has ended.
    #[inline]
    pub fn set(&self, value: Value) {
        self.header.note_change(heap::THROUGHOUT);
        let old = self.value.replace(value);
        drop(old);
    }

    pub fn take(&self) -> Value {
        self.header.note_change(heap::THROUGHOUT);
        self.value.take()
    }
}

impl Drop for Cell {
    fn drop(&mut self) {
        heap::bury([self.value.take()]);
    }
}

/// A function, or anything callable, bound to its first argument.
pub struct Method {
    pub header: Header,
    pub function: Value,
    pub receiver: Value,
}

impl Method {
    pub fn new(function: Value, receiver: Value) -> Method {
        Method { header: Header::new(heap::object_bytes::<Method>()), function, receiver }
    }

    /// Whether it is, or passes for, a bound method that is written in C.
    pub fn is_of_c(&self) -> bool {
        match &self.function {
            Value::Native(native) => native.kind.is_method(),
            Value::Function(function) => function.descriptor().is_some(),
            _ => false,
        }
    }
}

impl Drop for Method {
    fn drop(&mut self) {
        heap::bury([self.receiver.take(), self.function.take()]);
    }
}

/// A property; parts that are not there are None.
pub struct Property {
    pub header: Header,
    pub get: Value,
    pub set: Value,
    pub delete: Value,
    pub doc: RefCell<Value>,
    /// As its class calls it; None before that tells it.
    pub name: RefCell<Value>,
}

impl Drop for Property {
    fn drop(&mut self) {
        heap::bury([self.get.take(), self.set.take(), self.delete.take(), self.doc.take(), self.name.take()]);
    }
}

/// A `staticmethod`, or a `classmethod`.
pub struct Wrapper {
    pub header: Header,
    pub is_class: bool,
    pub function: Value,
}

impl Drop for Wrapper {
    fn drop(&mut self) {
        heap::bury([self.function.take()]);
    }
}

/// `super(class, object)`.
pub struct Super {
    pub header: Header,
    pub class: Rc<Class>,
    /// The instance, or the class for class methods; unbound for `super(class)`.
    pub object: Value,
    /// Whose MRO is walked.
    pub start: Option<Rc<Class>>,
}

impl Drop for Super {
    fn drop(&mut self) {
        heap::bury([self.object.take()]);
    }
}

/// `__code__`: a handle on a loaded code object.
pub struct CodeObject {
    pub header: Header,
    pub index: u32,
    pub program: Arc<Program>,
    /// The code object's place in its program.
    pub at: usize,
    /// Of a function that `types.coroutine` has marked.
    pub awaitable: bool,
}

impl CodeObject {
    pub fn code(&self) -> &Code {
        &self.program.codes[self.at]
    }
}

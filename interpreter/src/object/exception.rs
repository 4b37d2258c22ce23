//! Exceptions and tracebacks.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::class::Class;
use super::frame::FrameVariables;
use super::heap::{self, Header, Tracked};
use super::store::Store;
use super::value::Value;
use stillframe_front::syntax::tree::Span;

/// An exception, of a built-in class or the program's.
pub struct Exception {
    pub header: Header,
    pub class: RefCell<Rc<Class>>,
    /// `args`: a tuple.
    pub args: RefCell<Value>,
    pub cause: RefCell<Value>,
    pub context: RefCell<Value>,
    pub suppress_context: Cell<bool>,
    pub traceback: RefCell<Option<Rc<Traceback>>>,
    /// `__notes__` and what the program sets; in slots, `name` and `obj` of AttributeError and their like.
    pub attributes: Store,
}

impl Exception {
    /// An exception of `class` with these `args`.
    pub fn new(class: Rc<Class>, args: Vec<Value>) -> Rc<Exception> {
        let exception = Rc::new(Exception {
            header: Header::new(heap::tracked_bytes::<Exception>()),
            class: RefCell::new(class),
            args: RefCell::new(Value::tuple(args)),
            cause: RefCell::new(Value::None),
            context: RefCell::new(Value::None),
            suppress_context: Cell::new(false),
            traceback: RefCell::new(None),
            attributes: Store::default(),
        });
        heap::track(&exception.header, Tracked::Exception(Rc::downgrade(&exception)));
        exception
    }

    /// Says that what it holds changed.
    #[inline]
    pub fn note_change(&self) {
        self.header.note_change(heap::THROUGHOUT);
    }

    pub fn class(&self) -> Rc<Class> {
        self.class.borrow().clone()
    }

    /// The items of `args`.
    pub fn args(&self) -> Vec<Value> {
        match &*self.args.borrow() {
            Value::Tuple(tuple) => tuple.items.clone(),
            _ => Vec::new(),
        }
    }

    /// The first argument, or None: `StopIteration.value`, `SystemExit.code`.
    pub fn value(&self) -> Value {
        match &*self.args.borrow() {
            Value::Tuple(tuple) => tuple.items.first().cloned().unwrap_or(Value::None),
            _ => Value::None,
        }
    }

    /// Whether it is an instance of `class`.
    pub fn is(&self, class: &Class) -> bool {
        self.class.borrow().is_subclass(class)
    }

    /// Its traceback is what it is now, as CPython has it once an exception is caught: before, it belongs to whoever unwinds.
    pub fn settle(&self) {
        if let Some(entry) = &*self.traceback.borrow() {
            entry.settled.set(true);
        }
    }

    /// Forgets the entries that have come since it was caught.
    pub fn forget_unsettled(&self) {
        let all = self.traceback.take();
        let mut settled = all.clone();
        while let Some(entry) = settled.take_if(|entry| !entry.settled.get()) {
            settled.clone_from(&entry.next.borrow());
        }
        *self.traceback.borrow_mut() = settled;
        drop(all);
    }

    pub(super) fn break_cycles(&self) {
        let values = self.attributes.take();
        let parts = (self.args.take(), self.cause.take(), self.context.take(), self.traceback.take());
        drop((values, parts));
    }
}

impl Drop for Exception {
    fn drop(&mut self) {
        let traceback = self.traceback.take().map_or(Value::None, Value::Traceback);
        let parts = [self.args.take(), traceback, self.cause.take(), self.context.take()];
        heap::bury(self.attributes.take_values().into_iter().chain(parts));
    }
}

/// An entry of a traceback: a frame the exception passed, the outermost first.
pub struct Traceback {
    pub header: Header,
    /// Towards where the exception was raised.
    pub next: RefCell<Option<Rc<Traceback>>>,
    pub place: Place,
    /// The variables of the frame.
    pub variables: Rc<FrameVariables>,
    /// Did a traceback begin with it as an exception was caught?
    pub settled: Cell<bool>,
}

impl Traceback {
    pub fn new(place: Place, variables: Rc<FrameVariables>, next: Option<Rc<Traceback>>) -> Rc<Traceback> {
        Rc::new(Traceback {
            header: Header::new(heap::object_bytes::<Traceback>()),
            next: RefCell::new(next),
            place,
            variables,
            settled: Cell::new(false),
        })
    }
}

/// A place in running code.
#[derive(Clone)]
pub struct Place {
    /// Which loaded code object.
    pub code: u32,
    pub span: Span,
}

impl Drop for Traceback {
    fn drop(&mut self) {
        if self.next.get_mut().is_none() {
            return;
        }
        // A chain can be long: it is taken apart in a loop. The innermost frame's variables die first.
        let mut entries = Vec::new();
        if Rc::strong_count(&self.variables) == 1 {
            entries.push(Value::Traceback(Traceback::new(self.place.clone(), self.variables.clone(), None)));
        }
        let mut next = self.next.take();
        while let Some(entry) = next {
            next = match Rc::strong_count(&entry) {
                1 => entry.next.take(),
                _ => None,
            };
            entries.push(Value::Traceback(entry));
        }
        heap::bury(entries.into_iter().rev());
    }
}

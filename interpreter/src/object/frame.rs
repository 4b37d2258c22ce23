//! Frames: plain data on the heap, linked through `back`. The virtual machine runs them; a suspended one lies in its generator.

use std::cell::{Cell, Ref, RefCell};
use std::collections::HashSet;
use std::rc::{Rc, Weak};

use super::dict::Dict;
use super::exception::Exception;
use super::fuel;
use super::function::CodeObject;
use super::generator::{AsyncStep, Generator};
use super::heap::{self, Header};
use super::runtime::{symbol_of, symbol_string};
use super::value::Value;
use stillframe_front::bytecode::code::Code;
use stillframe_front::bytecode::op::{NONE, Reg};

/// What the end of a frame, or its yield, means to the frame below it. Registers are those of the frame below: `into` gets the value, NONE is
/// nowhere. `exit` is the instruction where that frame goes on.
#[derive(Default)]
pub enum Then {
    /// Nothing is below: it is the run's result. Also what a frame has that is not on the stack.
    #[default]
    Finish,
    Store {
        into: Reg,
    },
    /// Drops it: the register has what is wanted already (`__setattr__`), or nothing is.
    Discard,
    /// `__init__`: it must be None, and the new object is the result.
    Init {
        into: Reg,
        object: Value,
    },
    /// Goes to `exit` if that is its truth value.
    JumpIf {
        truth: bool,
        exit: u32,
    },
    /// As `JumpIf`; the register keeps its value then, and is cleared otherwise.
    JumpIfKeep {
        truth: bool,
        exit: u32,
        kept: Reg,
    },
    /// Stores its truth value.
    Truth {
        into: Reg,
        negated: bool,
    },
    /// The next value of a `for`; StopIteration sends the frame to `exit`.
    ForNext {
        into: Reg,
        exit: u32,
    },
    /// The value of a module that was imported: the frame runs its instruction again.
    Again,
    /// A list of what an iterable gave: the frame's instruction says which registers get it.
    Unpack,
    /// The body of a class: makes the class. Without a plan the prelude does, and wants the cell of `__class__`.
    Class {
        into: Reg,
        plan: Option<Box<ClassPlan>>,
    },
    /// `__next__`, `send` or `throw` of an iterator that the frame delegates to: what it returns is yielded on; StopIteration ends it.
    DelegateCall {
        into: Reg,
    },
    /// What `__anext__` returned: it is to be awaited.
    ANext {
        into: Reg,
    },
    /// What `__await__` returned: it must be an iterator, and no coroutine.
    Awaitable {
        into: Reg,
    },
    /// Drops it and raises an exception: `close` of what the frame delegated to, before it is closed itself.
    Raise(Rc<Exception>),

    // Of generator-like frames: who resumed them.
    /// A `for` over a generator: stores a yield, goes to `exit` at the end.
    For {
        into: Reg,
        exit: u32,
    },
    /// `next`, `send`, `throw`: stores a yield; the end is a StopIteration. `sent` keeps what was sent until then.
    Method {
        into: Reg,
        sent: Option<Reg>,
    },
    /// `next` with a default, which the end stores.
    Default {
        into: Reg,
        default: Value,
    },
    /// `yield from` or `await`.
    Delegate {
        into: Reg,
    },
    /// `close`: a yield is an error, GeneratorExit and the end are swallowed.
    Close {
        into: Reg,
    },
    /// As `Close`, for an object whose last reference went, or what else dies: an error is told of it, not raised.
    Finalise(Value),
    /// That error has been told.
    Told(Value),
}

/// What a class is made of, besides its namespace.
pub struct ClassPlan {
    pub name: Value,
    pub bases: Value,
}

impl Then {
    pub fn holds_objects(&self) -> bool {
        let holds = matches!(self, Then::Init { .. } | Then::Class { .. } | Then::Raise(_) | Then::Default { .. });
        holds || matches!(self, Then::Finalise(_) | Then::Told(_))
    }

    /// The register that the value would come to.
    pub fn register(&self) -> Reg {
        match self {
            Then::Store { into }
            | Then::Init { into, .. }
            | Then::Truth { into, .. }
            | Then::ForNext { into, .. }
            | Then::Class { into, .. }
            | Then::DelegateCall { into }
            | Then::ANext { into }
            | Then::Awaitable { into }
            | Then::For { into, .. }
            | Then::Method { into, .. }
            | Then::Default { into, .. }
            | Then::Delegate { into }
            | Then::Close { into } => *into,
            _ => NONE,
        }
    }
}

/// An activation of a code object.
pub struct Frame {
    /// Which loaded code object.
    pub code: u32,
    /// The next instruction.
    pub pc: u32,
    pub registers: Vec<Value>,
    /// Who called or resumed it, while it runs.
    pub back: Option<Box<Frame>>,
    pub then: Then,
    /// The own register that gets what is sent in.
    pub sent: Reg,
    /// Has it run at all?
    pub started: bool,
    /// Does it sleep in, or wait for, what it delegates to, by the instruction before `pc`?
    pub delegating: bool,
    /// The register of what it delegates to, if it does.
    pub delegate: Reg,
    /// The first of its temporaries.
    pub temp_start: Reg,
    /// Does closing it, where it sleeps at a `yield`, run code of its own or tell somebody? Otherwise it just drops what it holds.
    pub guarded: bool,
    /// Was it made running by a throw or close that went past it, to whom it delegates?
    pub passed_by: bool,
    /// Is an exception about to be raised in it that was thrown, and has its context?
    pub thrown_into: bool,
    /// The number a trace knows it by.
    pub id: u32,
    /// The line it was last told to stand on; 0: none.
    pub line: u32,
    /// The generator it belongs to, while it runs.
    pub generator: Option<Rc<Generator>>,
    /// The exception it handles now, or unbound.
    pub handled: Value,
    /// The exception that waits until what died on its way here has been finalised, or unbound.
    pub raising: Value,
    /// Does that exception leave the frame then? Otherwise it is about to be raised in it.
    pub leaving: bool,
    /// The namespace of a class body: a dict, or what a metaclass's `__prepare__` gave.
    pub namespace: Option<Value>,
    /// Its variables, for the tracebacks that point to it: they outlive it with those.
    pub variables: Option<Rc<FrameVariables>>,
    /// The step that it makes, of an async generator.
    pub step: Option<Rc<AsyncStep>>,
}

impl Frame {
    /// A frame that has nothing yet, with `registers` registers.
    pub fn new(registers: usize) -> Box<Frame> {
        Box::new(Frame {
            code: 0,
            pc: 0,
            registers: vec![Value::Unbound; registers],
            back: None,
            then: Then::Finish,
            sent: NONE,
            started: false,
            delegating: false,
            delegate: NONE,
            temp_start: 0,
            guarded: true,
            passed_by: false,
            thrown_into: false,
            id: 0,
            line: 0,
            generator: None,
            handled: Value::Unbound,
            raising: Value::Unbound,
            leaving: false,
            namespace: None,
            variables: None,
            step: None,
        })
    }

    /// Leaves its registers to the tracebacks that point to it, if there are any.
    #[cold]
    pub fn bequeath(&mut self) {
        if let Some(variables) = self.variables.take().filter(|variables| Rc::strong_count(variables) > 1) {
            variables.keep(self.registers.iter_mut().map(Value::take).collect(), self.pc);
        }
    }

    /// What it shares with the objects that show it. `generator` is whose frame it is.
    pub fn shared(&mut self, generator: Option<&Rc<Generator>>) -> &Rc<FrameVariables> {
        self.variables.get_or_insert_with(|| FrameVariables::new(generator.map_or_else(Weak::new, Rc::downgrade)))
    }

    /// The line of the instruction it ran last, if it has begun.
    pub fn line(&self, code: &Code) -> Option<u32> {
        let span = code.spans.get((self.pc as usize).wrapping_sub(1)).filter(|_| self.started)?;
        Some(span.line)
    }

    /// The variables that are bound, by name, in a new dict.
    pub fn locals(&self, code: &Code) -> Rc<Dict> {
        variables(code, &self.registers)
    }
}

/// What it costs in fuel to put a variable into a dict.
const VARIABLE: u64 = 12;

/// The variables that are bound in the registers of a code object's frame, by name, in a new dict.
pub fn variables(code: &Code, registers: &[Value]) -> Rc<Dict> {
    let own = code.var_names.iter().enumerate().map(|(at, name)| (name, at));
    let cells = code.cells.iter().map(|(name, register)| (name, usize::from(*register)));
    let free = code.free_names.iter().enumerate().map(|(at, name)| (name, usize::from(code.free_start) + at));
    fuel::note(VARIABLE * registers.len() as u64);
    let dict = Dict::new();
    let mut seen = HashSet::new();
    for (name, at) in own.chain(cells).chain(free) {
        let value = match registers.get(at) {
            Some(Value::Cell(cell)) => cell.get(),
            Some(value) => value.clone(),
            None => Value::Unbound,
        };
        if !value.is_unbound() && seen.insert(name) {
            drop(dict.set_str(symbol_string(symbol_of(name)), value));
        }
    }
    dict
}

/// What a frame shares with the objects that show it: its variables, which outlive it with those, in the registers of its code object.
pub struct FrameVariables {
    header: Header,
    /// Empty as long as the frame has not ended.
    values: RefCell<Vec<Value>>,
    /// The instruction behind the one it ran last, once it has ended.
    end: Cell<Option<u32>>,
    /// Whose frame it is, if it is one that can sleep.
    generator: Weak<Generator>,
    /// The object that the program has for it.
    object: RefCell<Weak<FrameObject>>,
}

impl FrameVariables {
    fn new(generator: Weak<Generator>) -> Rc<FrameVariables> {
        Rc::new(FrameVariables {
            header: Header::new(heap::object_bytes::<FrameVariables>()),
            values: RefCell::default(),
            end: Cell::new(None),
            generator,
            object: RefCell::default(),
        })
    }

    /// Keeps the variables of the frame, which has ended before this instruction.
    fn keep(&self, variables: Vec<Value>, end: u32) {
        self.header.resize(heap::object_bytes::<FrameVariables>() + heap::block(variables.capacity() * size_of::<Value>()));
        self.end.set(Some(end));
        heap::bury(self.values.replace(variables));
    }

    /// `frame.clear()`: what was kept goes.
    pub fn forget(&self) {
        heap::bury(self.values.take());
    }

    /// Looks at what was kept: nothing, as long as the frame has not ended.
    pub fn look(&self) -> Ref<'_, Vec<Value>> {
        self.values.borrow()
    }

    /// The frame's object: always the same, as long as somebody holds it.
    pub fn object(self: &Rc<FrameVariables>, code: Rc<CodeObject>) -> Value {
        let known = self.object.borrow().upgrade();
        Value::Frame(known.unwrap_or_else(|| {
            let header = Header::new(heap::object_bytes::<FrameObject>());
            let object = Rc::new(FrameObject { header, code, variables: self.clone() });
            *self.object.borrow_mut() = Rc::downgrade(&object);
            object
        }))
    }
}

impl Drop for FrameVariables {
    fn drop(&mut self) {
        heap::bury(std::mem::take(self.values.get_mut()));
    }
}

/// A frame as the program sees it.
pub struct FrameObject {
    pub header: Header,
    /// `f_code`.
    pub code: Rc<CodeObject>,
    pub variables: Rc<FrameVariables>,
}

/// Where the frame is that an object shows.
pub enum Whereabouts {
    /// In its generator: it sleeps, or has not begun.
    Asleep(Rc<Generator>),
    Ended,
    /// On the stack, where the virtual machine alone can find it; or gone without having ended.
    OnStack,
}

impl FrameObject {
    pub fn whereabouts(&self) -> Whereabouts {
        let generator = self.variables.generator.upgrade();
        match generator.filter(|generator| generator.look(|frame| frame.is_some())) {
            Some(generator) => Whereabouts::Asleep(generator),
            None if self.variables.end.get().is_some() => Whereabouts::Ended,
            None => Whereabouts::OnStack,
        }
    }

    /// `f_lineno` of a frame that has ended: the line that it was at last.
    pub fn last_line(&self) -> u32 {
        let code = self.code.code();
        let at = self.variables.end.get().unwrap_or_default() as usize;
        line_before(code, at)
    }
}

/// The line of the instruction before this one; of those that stand for no text, the line of what stands before them.
pub fn line_before(code: &Code, at: usize) -> u32 {
    let before = &code.spans[..at.min(code.spans.len())];
    before.iter().rev().find(|span| span.line > 0).map_or(code.first_line, |span| span.line)
}

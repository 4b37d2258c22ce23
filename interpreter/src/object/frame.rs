//! Frames: plain data on the heap, linked through `back`. The virtual machine runs them; a suspended one lies in its generator.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::{Rc, Weak};

use super::dict::Dict;
use super::exception::{Exception, Traceback};
use super::fuel;
use super::function::CodeObject;
use super::generator::{AsyncStep, Generator};
use super::heap::{self, Header, Tracked};
use super::runtime::{symbol_of, symbol_string};
use super::value::Value;
use stillframe_front::bytecode::code::Code;
use stillframe_front::bytecode::op::{NONE, Op, Reg};
use stillframe_front::syntax::tree::Span;

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

/// How a frame goes on that waits for what is dying, and where the exception goes that waits in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onward {
    /// It is raised in the frame.
    Raise,
    /// To the handler round the frame's instruction, which either knows the line of that or tells its own.
    Handler { has_line: bool },
    /// Out of the frame.
    Leave,
    /// There is none: the frame leaves a `for`, for that instruction.
    LeaveFor(u32),
    /// There is none: the frame jumps to that instruction.
    Jump(u32),
    /// There is none: the frame yields what its delegate has given, which lies in that register.
    Yield(Reg),
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
    /// Where whoever watches keeps what he knows of it. Nobody else reads it, and nobody puts it back for the next frame.
    pub mark: Cell<u16>,
    /// How many calls it counts for while it is on the stack.
    pub weight: u8,
    /// The line it was last told to stand on; 0: none.
    pub line: u32,
    /// Behind which instruction it stood as what it raises again was raised: what the last `Reraise` that knows it has told; 0: not known.
    pub stood: u32,
    /// The generator it belongs to, while it runs.
    pub generator: Option<Rc<Generator>>,
    /// The exception it handles now, or unbound.
    pub handled: Value,
    /// The exception that waits until what died on its way here has been finalised, None where the frame alone waits, or unbound.
    pub raising: Value,
    /// How it goes on then.
    pub onward: Onward,
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
            mark: Cell::new(0),
            weight: 1,
            line: 0,
            stood: 0,
            generator: None,
            handled: Value::Unbound,
            raising: Value::Unbound,
            onward: Onward::Raise,
            namespace: None,
            variables: None,
            step: None,
        })
    }

    /// Leaves its registers to whoever looks at it still, if somebody does: tracebacks and frame objects. `back` is the frame below, of
    /// one that can't sleep.
    #[cold]
    pub fn bequeath(&mut self, back: impl FnOnce() -> Value) {
        if let Some(variables) = self.variables.take().filter(|variables| Rc::strong_count(variables) > 1) {
            let back = if variables.generator.is_some() { Value::None } else { back() };
            let namespace = self.namespace.clone().unwrap_or(Value::None);
            variables.keep(Remains { values: self.registers.iter_mut().map(Value::take).collect(), end: self.pc, namespace, back });
        }
    }

    /// What it shares with the objects that show it. `generator` is whose frame it is.
    pub fn shared(&mut self, generator: Option<&Rc<Generator>>) -> &Rc<FrameVariables> {
        self.variables.get_or_insert_with(|| FrameVariables::new(generator.map(Rc::downgrade)))
    }

    /// Where it stands while an exception waits to go on from it: at the part of its instruction that raised it. Of one that was raised again
    /// behind a `finally` or a `with`: where it was when it came there, or, where that is no place of the source, where it was raised. None: at
    /// its instruction.
    pub fn standing(&self, code: &Code) -> Option<Span> {
        let Value::Exception(exception) = &self.raising else { return None };
        let at = (self.pc as usize).wrapping_sub(1);
        let raised = exception.traceback.borrow();
        let is_own = |entry: &&Rc<Traceback>| self.variables.as_ref().is_some_and(|own| Rc::ptr_eq(own, &entry.variables));
        let raised = raised.as_ref().filter(is_own).map(|entry| entry.place.span);
        match code.ops.get(at)? {
            Op::Reraise { s, line } if *line != NONE && line != s => {
                let behind = code.spans.get((self.stood as usize).wrapping_sub(1)).filter(|span| span.line != 0);
                behind.copied().or(raised)
            }
            _ => raised.filter(|part| code.spans[at].contains(*part)),
        }
    }

    /// The line of the instruction it ran last, if it has begun.
    pub fn line(&self, code: &Code) -> Option<u32> {
        self.span(code).filter(|_| self.started).map(|span| span.line)
    }

    /// What the instruction before the next one stands for.
    pub fn span(&self, code: &Code) -> Option<Span> {
        code.spans.get((self.pc as usize).wrapping_sub(1)).copied()
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
    /// What the frame has left, once it has ended.
    remains: RefCell<Option<Remains>>,
    /// Whose frame it is, if it is one that can sleep.
    generator: Option<Weak<Generator>>,
    /// The object that the program has for it.
    object: RefCell<Weak<FrameObject>>,
}

/// What a frame that has ended leaves.
struct Remains {
    values: Vec<Value>,
    /// The instruction behind the one it ran last.
    end: u32,
    /// What the body of a class has filled; None of any other.
    namespace: Value,
    /// The object of the frame below, or None.
    back: Value,
}

impl FrameVariables {
    fn new(generator: Option<Weak<Generator>>) -> Rc<FrameVariables> {
        Rc::new(FrameVariables {
            header: Header::new(heap::object_bytes::<FrameVariables>()),
            remains: RefCell::default(),
            generator,
            object: RefCell::default(),
        })
    }

    fn keep(&self, remains: Remains) {
        self.header.resize(heap::object_bytes::<FrameVariables>() + heap::block(remains.values.capacity() * size_of::<Value>()));
        *self.remains.borrow_mut() = Some(remains);
    }

    /// `frame.clear()`: the variables that were kept go.
    pub fn forget(&self) {
        let values = self.remains.borrow_mut().as_mut().map(|remains| std::mem::take(&mut remains.values));
        heap::bury(values.into_iter().flatten());
    }

    /// All that was kept goes.
    fn break_cycles(&self) {
        self.forget();
        let back = self.remains.borrow_mut().as_mut().map(|remains| remains.back.take());
        drop(back);
    }

    /// What is held of a frame that has ended.
    pub fn held(&self) -> Vec<Value> {
        let remains = self.remains.borrow();
        let held = |remains: &Remains| remains.values.iter().chain([&remains.namespace, &remains.back]).cloned().collect();
        remains.as_ref().map(held).unwrap_or_default()
    }

    /// The object of the frame below one that has ended, or None.
    pub fn back(&self) -> Value {
        self.remains.borrow().as_ref().map_or(Value::None, |remains| remains.back.clone())
    }

    /// `f_locals` of a frame that has ended.
    pub fn locals(&self, code: &Code) -> Value {
        let remains = self.remains.borrow();
        match remains.as_ref() {
            Some(Remains { namespace, .. }) if !namespace.is_none() => namespace.clone(),
            remains => Value::Dict(variables(code, remains.map_or(&[], |remains| &remains.values))),
        }
    }

    /// The frame's object: always the same, as long as somebody holds it.
    pub fn object(self: &Rc<FrameVariables>, code: Rc<CodeObject>) -> Value {
        let known = self.object.borrow().upgrade();
        Value::Frame(known.unwrap_or_else(|| {
            let header = Header::new(heap::tracked_bytes::<FrameObject>());
            let object = Rc::new(FrameObject { header, code, variables: self.clone() });
            heap::track(&object.header, Tracked::Frame(Rc::downgrade(&object)));
            *self.object.borrow_mut() = Rc::downgrade(&object);
            object
        }))
    }
}

impl Drop for FrameVariables {
    fn drop(&mut self) {
        if let Some(remains) = self.remains.take() {
            heap::bury(remains.values.into_iter().chain([remains.namespace, remains.back]));
        }
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
    pub(super) fn break_cycles(&self) {
        self.variables.break_cycles();
    }

    pub fn whereabouts(&self) -> Whereabouts {
        let generator = self.variables.generator.as_ref().and_then(Weak::upgrade);
        match generator.filter(|generator| generator.look(|frame| frame.is_some())) {
            Some(generator) => Whereabouts::Asleep(generator),
            None if self.variables.remains.borrow().is_some() => Whereabouts::Ended,
            None => Whereabouts::OnStack,
        }
    }

    /// `f_lineno` of a frame that has ended: the line that it was at last.
    pub fn last_line(&self) -> u32 {
        line_before(self.code.code(), self.end())
    }

    /// What the last instruction of a frame that has ended stands for.
    pub fn last_span(&self) -> Option<Span> {
        self.code.code().spans.get(self.end().wrapping_sub(1)).copied()
    }

    fn end(&self) -> usize {
        self.variables.remains.borrow().as_ref().map_or(0, |remains| remains.end) as usize
    }
}

/// The line of the instruction before this one; of those that stand for no text, the line of what stands before them.
pub fn line_before(code: &Code, at: usize) -> u32 {
    let before = &code.spans[..at.min(code.spans.len())];
    before.iter().rev().find(|span| span.line > 0).map_or(code.first_line, |span| span.line)
}

//! Frames: plain data on the heap, linked through `back`. The virtual machine runs them; a suspended one lies in its generator.

use std::collections::HashSet;
use std::rc::Rc;

use super::dict::Dict;
use super::exception::FrameVariables;
use super::fuel;
use super::function::CodeObject;
use super::generator::Generator;
use super::heap::{self, Header};
use super::runtime::{symbol_of, symbol_string};
use super::value::Value;
use crate::bytecode::code::Code;
use crate::bytecode::op::{NONE, Reg};

/// What to do with what a frame returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// It is the run's result.
    Finish,
    /// Puts it into the caller's `result` register (NONE: nowhere).
    Store,
    /// Drops it: the register has what is wanted already (`__init__`, `__setattr__`).
    Discard,
    /// `__init__`: it must be None, and the new object, which the frame carries, is the result.
    Init,
    /// A truth value: the caller goes to `exit` if it is false.
    JumpIfFalse,
    /// Likewise if it is true.
    JumpIfTrue,
    /// As `JumpIfFalse`, the register left as it is then, and cleared otherwise.
    JumpIfFalseKeep,
    /// As `JumpIfTrue`, likewise.
    JumpIfTrueKeep,
    /// Stores its truth value.
    Truth,
    /// Stores its truth value, negated.
    NotTruth,
    /// The next value of a `for`; StopIteration sends the caller to `exit`.
    ForNext,
    /// The value of a module that was imported: the caller runs its instruction again.
    Again,
    /// A list of what an iterable gave: the caller's instruction says which registers get it.
    Unpack,
    /// The body of a class: makes the class of what the frame carries.
    Class,
    /// `__next__`, `send` or `throw` of an iterator that the caller delegates to: what it returns is yielded on; StopIteration ends it.
    DelegateCall,
    /// What `__anext__` returned: it is to be awaited.
    ANext,
    /// What `__await__` returned: it must be an iterator, and no coroutine.
    Awaitable,
    /// Drops it and raises what the frame carries in the caller: `close` of what the caller delegated to, before it is closed itself.
    RaiseCarried,

    // Of generator-like frames: who resumed them.
    /// A `for` over a generator: stores a yield, goes to `exit` at the end.
    For,
    /// `next`, `send`, `throw`: stores a yield; the end is a StopIteration.
    Method,
    /// `next` with a default, in the register `result`: the end leaves it there.
    Default,
    /// `yield from` or `await` in the caller.
    Delegate,
    /// `close`: a yield is an error, GeneratorExit and the end are swallowed.
    Close,
    /// As `Close`, for an object whose last reference went: an error is told, not raised.
    Finalise,
    /// That error has been told.
    Told,
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
    /// The caller's register that gets the result.
    pub result: Reg,
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
    /// Where the caller goes on, for `Then` that say so; for `Method`, the caller's register that keeps what was sent, 0 for none.
    pub exit: u32,
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
    /// What its end needs besides: the new object, the exception to raise, the default of `next`; of an async generator, the step it makes.
    pub carried: Value,
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
            result: NONE,
            sent: NONE,
            started: false,
            delegating: false,
            delegate: NONE,
            temp_start: 0,
            guarded: true,
            passed_by: false,
            thrown_into: false,
            exit: 0,
            id: 0,
            line: 0,
            generator: None,
            handled: Value::Unbound,
            raising: Value::Unbound,
            leaving: false,
            namespace: None,
            variables: None,
            carried: Value::Unbound,
        })
    }

    /// Leaves its registers to the tracebacks that point to it, if there are any.
    #[cold]
    pub fn bequeath(&mut self) {
        if let Some(variables) = self.variables.take().filter(|variables| Rc::strong_count(variables) > 1) {
            variables.keep(self.registers.iter_mut().map(Value::take).collect());
        }
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

/// A frame as the program sees it.
pub struct FrameObject {
    pub header: Header,
    /// `f_code`.
    pub code: Rc<CodeObject>,
    pub view: FrameView,
}

/// What a frame object shows.
pub enum FrameView {
    /// `gi_frame` and its kin: the frame of a generator-like object, as it is whenever one looks.
    Live(Rc<Generator>),
    /// A frame that was on the stack, as it was when the program asked for it.
    Taken {
        line: u32,
        locals: Rc<Dict>,
        /// `f_back`: a frame, or None.
        back: Value,
    },
}

impl Drop for FrameObject {
    fn drop(&mut self) {
        if let FrameView::Taken { back, .. } = &mut self.view {
            heap::bury([back.take()]);
        }
    }
}

impl FrameObject {
    pub fn new(code: Rc<CodeObject>, view: FrameView) -> Rc<FrameObject> {
        Rc::new(FrameObject { header: Header::new(heap::object_bytes::<FrameObject>()), code, view })
    }

    /// `f_lineno`: where it sleeps; where it was defined, if it has not begun or its frame can't be seen now.
    pub fn line(&self) -> u32 {
        let code = self.code.code();
        match &self.view {
            FrameView::Live(generator) => generator.look(|frame| frame.and_then(|frame| frame.line(code))).unwrap_or(code.first_line),
            FrameView::Taken { line, .. } => *line,
        }
    }

    /// `f_locals`.
    pub fn locals(&self) -> Rc<Dict> {
        match &self.view {
            FrameView::Live(generator) => generator.look(|frame| frame.map_or_else(Dict::new, |frame| frame.locals(self.code.code()))),
            FrameView::Taken { locals, .. } => locals.clone(),
        }
    }
}

//! Code objects: what one function, class body or module compiles to. Immutable, and shared between runs and threads.
//!
//! A [`Program`] holds all code objects of one source; `MakeFunction` names them by index. The virtual machine loads a program by
//! appending its code objects to those it has.

use std::sync::Arc;

use num_bigint::BigInt;
use serde::{Deserialize, Serialize};

use super::op::{Op, Reg, Target};
use crate::syntax::tree::Span;

/// All code objects of one source; the module's own is the first.
#[derive(Debug, Deserialize, Serialize)]
pub struct Program {
    pub codes: Vec<Code>,
    /// What statements of the module itself import, no `if` or `try` around them.
    pub imports: Vec<Import>,
    /// What the compiler warns of, in order.
    pub warnings: Vec<Warning>,
}

/// The import of a module, by its dotted name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Import {
    pub name: Arc<str>,
    pub line: u32,
}

/// A SyntaxWarning.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Warning {
    pub line: u32,
    pub message: String,
}

/// What kind of frame a code object makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum CodeKind {
    Module,
    /// A module that awaits at top level: a coroutine that a loop drives.
    AsyncModule,
    Class,
    Function,
    /// A list, set or dict comprehension that is not asynchronous.
    Comprehension,
    /// A generator function or generator expression.
    Generator,
    /// An `async def`, or an asynchronous list, set or dict comprehension.
    Coroutine,
    AsyncGenerator,
}

impl CodeKind {
    pub fn is_module(self) -> bool {
        matches!(self, CodeKind::Module | CodeKind::AsyncModule)
    }

    /// Whether its frames may `await`.
    pub fn awaits(self) -> bool {
        matches!(self, CodeKind::Coroutine | CodeKind::AsyncGenerator | CodeKind::AsyncModule)
    }

    /// Whether a call makes an object that runs later.
    pub fn is_generator_like(self) -> bool {
        matches!(self, CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator)
    }
}

/// A code object.
#[derive(Debug, Deserialize, Serialize)]
pub struct Code {
    pub kind: CodeKind,
    /// `co_name`.
    pub name: Arc<str>,
    /// `co_qualname`.
    pub qualname: Arc<str>,
    /// `co_firstlineno`: of the first decorator where there is one; 1 for a module.
    pub first_line: u32,
    /// `co_argcount`: positional parameters, the positional-only ones included.
    pub arg_count: u32,
    pub posonly_count: u32,
    pub kwonly_count: u32,
    pub has_varargs: bool,
    pub has_varkw: bool,
    /// `co_varnames`: parameters (positional, keyword-only, `*args`, `**kwargs`), then the other locals, in the registers of their order. For
    /// a module, the variables kept in registers. A parameter captured by an inner function keeps its register; `MakeCell` makes it a cell.
    pub var_names: Vec<Arc<str>>,
    /// Variables captured by inner functions: the register each cell is in, in CPython's order (`co_cellvars`). The registers of those
    /// that are no parameters follow the locals.
    pub cells: Vec<(Arc<str>, Reg)>,
    /// `co_freevars`: filled from the function's closure, in the registers that follow the cells; the first of them is `free_start`.
    pub free_names: Vec<Arc<str>>,
    pub free_start: Reg,
    /// The first temporary: what instructions read from here on they take.
    pub temp_start: Reg,
    /// How many registers a frame has, at most 255.
    pub register_count: u8,
    pub ops: Vec<Op>,
    /// The place in the source of each instruction, for tracebacks; line 0 where there is none.
    pub spans: Vec<Span>,
    /// Where the source has the method of each `CallMethod` (by place in `ops`, ascending): what an AttributeError points at.
    pub lookups: Vec<(Target, Span)>,
    pub consts: Vec<Const>,
    pub names: Vec<Arc<str>>,
    /// Innermost first: the first whose range holds the instruction is the one.
    pub handlers: Vec<Handler>,
    pub doc: Option<Arc<str>>,
    /// For a class body: the register of the `__class__` cell, if any method needs it.
    pub class_cell: Option<Reg>,
}

impl Code {
    /// How many of the first registers are parameters, `*args` and `**kwargs` included.
    pub fn parameter_count(&self) -> usize {
        (self.arg_count + self.kwonly_count) as usize + usize::from(self.has_varargs) + usize::from(self.has_varkw)
    }
}

/// Where an exception raised by instructions `start .. end` goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Handler {
    pub start: Target,
    pub end: Target,
    pub target: Target,
    /// The register that receives the exception. Temporaries from there on are dead at the target: they are cleared, as CPython's stack is
    /// popped.
    pub exception: Reg,
    /// The register that receives the line the frame stood on, for a handler that raises again: NONE for others.
    pub line: Reg,
    /// The register of the exception that the frame handles in the range, and again at the target: NONE outside of every `except`.
    pub handling: Reg,
}

/// A constant.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub enum Const {
    None,
    True,
    False,
    Ellipsis,
    Int(i64),
    BigInt(BigInt),
    Float(f64),
    /// Real and imaginary part (constant folding makes `1+2j`).
    Complex(f64, f64),
    Str(Arc<str>),
    Bytes(Arc<[u8]>),
    Tuple(Vec<Const>),
    FrozenSet(Vec<Const>),
}

//! A code object in the making: instructions in blocks, registers, constants, names.
//!
//! The instructions are ours, but their order, their places and the blocks they stand in are those of CPython 3.11's compiler, with a
//! [`Step::Touch`] where CPython has an instruction and we need none: so that [`super::flow`] and [`super::lines`] can work out which
//! lines CPython would tell.

use std::collections::HashMap;
use std::sync::Arc;

use super::scope::ScopeId;
use super::{Result, fold, refuse};
use crate::bytecode::code::{CodeKind, Const};
use crate::bytecode::op::{ConstIndex, NONE, NameIndex, Op, Reg};
use crate::limits::REGISTERS;
use crate::syntax::tree::{Name, Span, Stmt};

/// The bytes of constants and names that count as an instruction.
const BYTES: usize = 64;

/// CPython's limit of loops, `try` and `with` inside each other.
const MAX_NESTED_BLOCKS: usize = 20;

/// A block, by the order in which it was made.
pub type Label = usize;

/// An entry of [`Unit::guards`].
pub type GuardId = usize;

/// What stands in a block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// An instruction. If it jumps, its target is in [`Instruction::target`].
    Op(Op),
    /// CPython has an instruction here, and we need none.
    Touch,
    /// CPython has a NOP here, which stays only where it tells a line.
    Nop,
    /// The first instruction of a frame that CPython traces.
    Resume,
    /// Enters the guarded range of the handler at the target.
    Setup,
    /// Leaves it.
    PopBlock,
}

impl Step {
    pub fn ends_block(self) -> bool {
        self.is_unconditional_jump() || self.leaves()
    }

    fn is_unconditional_jump(self) -> bool {
        matches!(self, Step::Op(Op::Jump { .. } | Op::ForAgain { .. }))
    }

    fn leaves(self) -> bool {
        let Step::Op(op) = self else { return false };
        matches!(
            op,
            Op::Return { .. }
                | Op::ReturnNone { .. }
                | Op::Raise { .. }
                | Op::RaiseBare { .. }
                | Op::RaiseAssertion { .. }
                | Op::Reraise { .. }
        )
    }
}

/// A step with its place; line 0 where there is none.
#[derive(Clone, Copy, Debug)]
pub struct Instruction {
    pub step: Step,
    pub span: Span,
    pub target: Option<Label>,
    pub guard: Option<GuardId>,
}

impl Instruction {
    /// Whether nothing runs after it.
    pub fn ends_block(&self) -> bool {
        self.step.ends_block()
    }

    pub fn is_unconditional_jump(&self) -> bool {
        self.step.is_unconditional_jump()
    }

    /// Whether the frame, or what guards it, is left.
    pub fn leaves(&self) -> bool {
        self.step.leaves()
    }

    /// Whether it may go to its target, the entering of a guarded range left aside.
    pub fn jumps(&self) -> bool {
        self.target.is_some() && self.step != Step::Setup
    }
}

#[derive(Clone, Debug, Default)]
pub struct Block {
    pub steps: Vec<Instruction>,
}

/// Where exceptions of a range go.
#[derive(Clone, Copy, Debug)]
pub struct Guard {
    pub target: Label,
    pub exception: Reg,
    pub line: Reg,
    pub handling: Handling,
}

/// Which exception is handled, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handling {
    /// Its register, NONE outside of every handler.
    pub exception: Reg,
    /// By an `except`: CPython has taken it off the frame's stack.
    pub by_except: bool,
}

impl Handling {
    pub const NONE: Handling = Handling { exception: NONE, by_except: false };

    /// By a `finally`, a `with` or an `except*`, or by the head of an `except`.
    pub fn on_stack(exception: Reg) -> Handling {
        Handling { exception, by_except: false }
    }

    /// The register of an exception that CPython does not keep on the stack, or NONE.
    pub fn caught(self) -> Reg {
        if self.by_except { self.exception } else { NONE }
    }
}

/// Where a name of the current scope is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variable {
    /// In this register.
    Local(Reg),
    /// In the cell in this register: the function's own, or a free one.
    Cell(Reg),
    Global,
    /// In the namespace of the class body.
    Name,
    /// In the namespace of the class body, else in the cell.
    ClassCell(Reg),
}

/// What must be undone when a statement leaves it.
#[derive(Clone, Copy, Debug)]
pub enum Frame<'a> {
    While,
    For { iterator: Reg },
    Try,
    FinallyTry { body: &'a [Stmt] },
    FinallyEnd { exception: Reg },
    With { exit: Reg, span: Span, is_async: bool },
    Handler,
    GroupHandler,
    HandlerCleanup { exception: Reg, name: Option<&'a Name> },
    Value { register: Reg },
}

/// A [`Frame`] on the stack of those we are in, with what held outside of it.
#[derive(Clone, Copy, Debug)]
pub struct FrameBlock<'a> {
    pub frame: Frame<'a>,
    /// Where `continue` and `break` go, if it is a loop.
    pub start: Label,
    pub end: Label,
    pub outer_guard: Option<GuardId>,
    pub outer_handling: Handling,
}

/// The code object in the making.
pub struct Unit<'a> {
    pub kind: CodeKind,
    pub scope: ScopeId,
    pub name: Arc<str>,
    pub qualname: Arc<str>,
    pub first_line: u32,
    /// The class whose private names are mangled.
    pub class: Option<&'a Name>,
    pub blocks: Vec<Block>,
    /// The blocks in the order of the code.
    pub order: Vec<Label>,
    /// The last instruction ended the current block.
    ended: bool,
    /// The size of the program so far, in instructions: its other code objects included.
    pub emitted: usize,
    /// The place of what is emitted next.
    pub place: Span,
    pub guard: Option<GuardId>,
    pub guards: Vec<Guard>,
    /// The exception that is handled here.
    pub handling: Handling,
    pub frames: Vec<FrameBlock<'a>>,
    pub consts: Vec<Const>,
    const_index: HashMap<ConstKey, ConstIndex>,
    pub names: Vec<Arc<str>>,
    name_index: HashMap<Arc<str>, NameIndex>,
    /// Local variables in the order in which they came up.
    pub var_names: Vec<Arc<str>>,
    pub variables: HashMap<Name, Variable>,
    pub cells: Vec<(Arc<str>, Reg)>,
    pub free_names: Vec<Arc<str>>,
    pub free_start: Reg,
    pub temp_start: Reg,
    temps: usize,
    most_registers: usize,
    pub arg_count: u32,
    pub posonly_count: u32,
    pub kwonly_count: u32,
    pub has_varargs: bool,
    pub has_varkw: bool,
    pub doc: Option<Arc<str>>,
    pub class_cell: Option<Reg>,
    /// The attribute of each `CallMethod`, by the place of the call.
    pub lookups: HashMap<Span, Span>,
}

impl<'a> Unit<'a> {
    pub fn new(kind: CodeKind, scope: ScopeId, name: Arc<str>, first_line: u32) -> Unit<'a> {
        Unit {
            kind,
            scope,
            qualname: name.clone(),
            name,
            first_line,
            class: None,
            blocks: vec![Block::default()],
            order: vec![0],
            ended: false,
            emitted: 0,
            place: Span { line: first_line, column: 0, end_line: first_line, end_column: 0 },
            guard: None,
            guards: Vec::new(),
            handling: Handling::NONE,
            frames: Vec::new(),
            consts: Vec::new(),
            const_index: HashMap::new(),
            names: Vec::new(),
            name_index: HashMap::new(),
            var_names: Vec::new(),
            variables: HashMap::new(),
            cells: Vec::new(),
            free_names: Vec::new(),
            free_start: 0,
            temp_start: 0,
            temps: 0,
            most_registers: 0,
            arg_count: 0,
            posonly_count: 0,
            kwonly_count: 0,
            has_varargs: false,
            has_varkw: false,
            doc: None,
            class_cell: None,
            lookups: HashMap::new(),
        }
    }

    /// Sets where the temporaries begin: behind all variables.
    pub fn begin_temps(&mut self, start: Reg) {
        self.temp_start = start;
        self.temps = usize::from(start);
        self.most_registers = self.temps;
    }

    pub fn register_count(&self) -> u8 {
        self.most_registers as u8
    }

    pub fn is_temp(&self, register: Reg) -> bool {
        register >= self.temp_start && register != NONE
    }

    /// A fresh temporary, the one above those in use.
    pub fn temp(&mut self) -> Result<Reg> {
        self.temps(1)
    }

    /// The first of `count` fresh temporaries.
    pub fn temps(&mut self, count: usize) -> Result<Reg> {
        let first = self.temps;
        if first + count > REGISTERS {
            return refuse(self.place, "expression too complex");
        }
        self.temps += count;
        self.most_registers = self.most_registers.max(self.temps);
        Ok(first as Reg)
    }

    /// The first temporary not in use: what is above it is free again when [`Unit::release`] is told so.
    pub fn mark(&self) -> usize {
        self.temps
    }

    pub fn release(&mut self, mark: usize) {
        self.temps = mark;
    }

    // Instructions.

    pub fn op(&mut self, op: Op) {
        self.step(Step::Op(op), None);
    }

    /// As [`Unit::op`], at no place.
    pub fn artificial(&mut self, op: Op) {
        let place = std::mem::take(&mut self.place);
        self.op(op);
        self.place = place;
    }

    /// CPython has an instruction here.
    pub fn touch(&mut self) {
        self.step(Step::Touch, None);
    }

    pub fn touch_at(&mut self, place: Span) {
        let here = std::mem::replace(&mut self.place, place);
        self.touch();
        self.place = here;
    }

    pub fn nop(&mut self) {
        self.step(Step::Nop, None);
    }

    /// Goes to `target`.
    pub fn jump(&mut self, target: Label) {
        self.step(Step::Op(Op::Jump { t: 0 }), Some(target));
    }

    /// As [`Unit::jump`], at no place.
    pub fn jump_artificial(&mut self, target: Label) {
        let place = std::mem::take(&mut self.place);
        self.jump(target);
        self.place = place;
    }

    /// A conditional jump; the `t` of the instruction is filled in later.
    pub fn branch(&mut self, op: Op, target: Label) {
        self.step(Step::Op(op), Some(target));
    }

    /// Exceptions go to `target` from here, which finds them in `exception`.
    pub fn setup(&mut self, target: Label, exception: Reg) {
        self.guard_by(target, exception, NONE);
    }

    /// As [`Unit::setup`], for a handler that raises again: behind the exception it finds the line to go back to.
    pub fn setup_cleanup(&mut self, target: Label, exception: Reg) {
        self.guard_by(target, exception, exception + 1);
    }

    fn guard_by(&mut self, target: Label, exception: Reg, line: Reg) {
        self.step(Step::Setup, Some(target));
        self.guards.push(Guard { target, exception, line, handling: self.handling });
        self.guard = Some(self.guards.len() - 1);
    }

    /// Leaves a guarded range, back to what held outside.
    pub fn pop_block(&mut self, outer: Option<GuardId>) {
        self.step(Step::PopBlock, None);
        self.guard = outer;
    }

    fn step(&mut self, step: Step, target: Option<Label>) {
        if self.ended {
            let label = self.label();
            self.begin(label);
        }
        let instruction = Instruction { step, span: self.place, target, guard: self.guard };
        self.ended = instruction.ends_block() || instruction.jumps();
        self.emitted += 1;
        let current = *self.order.last().expect("there is always a block");
        self.blocks[current].steps.push(instruction);
    }

    /// A new block, to be begun later.
    pub fn label(&mut self) -> Label {
        self.emitted += 1;
        self.blocks.push(Block::default());
        self.blocks.len() - 1
    }

    /// What is emitted next stands in this block.
    pub fn begin(&mut self, label: Label) {
        self.order.push(label);
        self.ended = false;
    }

    /// Whether the current block ends in a `return`, so that CPython adds none.
    pub fn has_returned(&self) -> bool {
        let current = *self.order.last().expect("there is always a block");
        let returns = |i: &Instruction| matches!(i.step, Step::Op(Op::Return { .. } | Op::ReturnNone { .. }));
        self.blocks[current].steps.iter().any(returns)
    }

    // Frames.

    pub fn push_frame(&mut self, frame: Frame<'a>, outer_guard: Option<GuardId>, outer_handling: Handling) -> Result {
        self.push_loop(frame, 0, 0, outer_guard, outer_handling)
    }

    pub fn push_loop(
        &mut self,
        frame: Frame<'a>,
        start: Label,
        end: Label,
        outer_guard: Option<GuardId>,
        outer_handling: Handling,
    ) -> Result {
        if self.frames.len() >= MAX_NESTED_BLOCKS {
            return refuse(self.place, "too many statically nested blocks");
        }
        self.frames.push(FrameBlock { frame, start, end, outer_guard, outer_handling });
        Ok(())
    }

    pub fn pop_frame(&mut self) {
        self.frames.pop();
    }

    // Constants and names.

    /// Counts a name that the compiler has composed.
    pub fn count_name(&mut self, name: &str) {
        self.emitted += name.len() / BYTES;
    }

    pub fn constant(&mut self, value: Const) -> Result<ConstIndex> {
        self.emitted += fold::size(&value) / BYTES;
        let key = ConstKey::of(&value);
        if let Some(index) = self.const_index.get(&key) {
            return Ok(*index);
        }
        let Ok(index) = ConstIndex::try_from(self.consts.len()) else {
            return refuse(self.place, "too many constants in one function");
        };
        self.consts.push(value);
        self.const_index.insert(key, index);
        Ok(index)
    }

    pub fn name_index(&mut self, name: &Arc<str>) -> Result<NameIndex> {
        if let Some(index) = self.name_index.get(name) {
            return Ok(*index);
        }
        let Ok(index) = NameIndex::try_from(self.names.len()) else {
            return refuse(self.place, "too many names in one function");
        };
        self.count_name(name);
        self.names.push(name.clone());
        self.name_index.insert(name.clone(), index);
        Ok(index)
    }
}

/// Tells constants apart that are equal but not the same: `1` and `True`, `0.0` and `-0.0`.
#[derive(PartialEq, Eq, Hash)]
enum ConstKey {
    Plain(u8),
    Int(i64),
    BigInt(num_bigint::BigInt),
    Float(u64),
    Complex(u64, u64),
    Str(Arc<str>),
    Bytes(Arc<[u8]>),
    Tuple(Vec<ConstKey>),
    FrozenSet(Vec<ConstKey>),
}

impl ConstKey {
    fn of(value: &Const) -> ConstKey {
        match value {
            Const::None => ConstKey::Plain(0),
            Const::True => ConstKey::Plain(1),
            Const::False => ConstKey::Plain(2),
            Const::Ellipsis => ConstKey::Plain(3),
            Const::Int(i) => ConstKey::Int(*i),
            Const::BigInt(i) => ConstKey::BigInt(i.clone()),
            Const::Float(f) => ConstKey::Float(f.to_bits()),
            Const::Complex(re, im) => ConstKey::Complex(re.to_bits(), im.to_bits()),
            Const::Str(s) => ConstKey::Str(s.clone()),
            Const::Bytes(b) => ConstKey::Bytes(b.clone()),
            Const::Tuple(items) => ConstKey::Tuple(items.iter().map(ConstKey::of).collect()),
            Const::FrozenSet(items) => ConstKey::FrozenSet(items.iter().map(ConstKey::of).collect()),
        }
    }
}

//! Expressions: their values come into a register of the caller's choice, or are read where they are.

use super::display::Collection;
use super::emit::Label;
use super::{Compiler, Result, fold, refuse};
use crate::bytecode::code::{CodeKind, Const};
use crate::bytecode::op::{AwaitFor, Binary, Compare, NONE, Op, Reg, Unary};
use crate::syntax::tree::*;

impl<'a> Compiler<'a> {
    /// Evaluates an expression into `d`. If `d` is a variable, it is written last.
    pub fn load(&mut self, e: &'a Expr, d: Reg) -> Result {
        let place = std::mem::replace(&mut self.unit.place, e.span);
        self.load_here(e, d)?;
        self.unit.place = place;
        Ok(())
    }

    /// Evaluates an expression to a fresh temporary.
    pub fn load_fresh(&mut self, e: &'a Expr) -> Result<Reg> {
        let d = self.unit.temp()?;
        self.load(e, d)?;
        Ok(d)
    }

    /// Evaluates an expression to a register: a local's own, or a fresh temporary.
    pub fn value(&mut self, e: &'a Expr) -> Result<Reg> {
        self.operand(e, NONE, &[])
    }

    /// As [`Compiler::value`], into `d` rather than a fresh temporary if `d` is one. `later` is evaluated before the value is read.
    pub fn operand(&mut self, e: &'a Expr, d: Reg, later: &[&'a Expr]) -> Result<Reg> {
        if let ExprKind::Name(name) = &e.kind
            && &**name != "__debug__"
            && let Some(register) = self.local(name)
            && !later.iter().any(|expression| self.rebinds(name, expression))
        {
            let place = std::mem::replace(&mut self.unit.place, e.span);
            if self.may_be_unbound(name) {
                self.unit.op(Op::CheckBound { s: register });
            } else {
                self.unit.touch();
            }
            self.unit.place = place;
            return Ok(register);
        }
        let d = if self.unit.is_temp(d) { d } else { self.unit.temp()? };
        self.load(e, d)?;
        Ok(d)
    }

    /// The operand after the one in `a`, into `d` if that is a temporary and still free.
    pub fn second_operand(&mut self, e: &'a Expr, a: Reg, d: Reg) -> Result<Reg> {
        self.operand(e, if a == d { NONE } else { d }, &[])
    }

    /// Whether evaluating `e` may bind a local.
    fn rebinds(&self, name: &Name, e: &Expr) -> bool {
        let name = super::scope::mangle(self.unit.class.map(|class| &**class), name);
        self.scope().walrus.contains(&name) && !is_silent(e)
    }

    fn may_be_unbound(&self, name: &Name) -> bool {
        let name = super::scope::mangle(self.unit.class.map(|class| &**class), name);
        !self.scope().is_bound_param(&name)
    }

    fn load_here(&mut self, e: &'a Expr, d: Reg) -> Result {
        if let Some(constant) = self.folder.constant(e) {
            return self.load_constant(constant, d);
        }
        match &e.kind {
            ExprKind::BoolOp { op, values } => self.bool_op(*op, values, d),
            ExprKind::NamedExpr { target, target_span, value } => self.walrus(target, *target_span, value, d),
            ExprKind::BinOp { left, op, right } => self.binary(left, *op, right, d),
            ExprKind::UnaryOp { op, operand } => self.unary(*op, operand, d),
            ExprKind::Lambda { params, body } => self.lambda(e, params, body, d),
            ExprKind::IfExp { test, body, orelse } => self.if_expression(test, body, orelse, d),
            ExprKind::Dict { keys, values } => self.dict(keys, values, d),
            ExprKind::Set(elements) => self.collection(elements, Collection::Set, d),
            ExprKind::List(elements) => self.collection(elements, Collection::List, d),
            ExprKind::Tuple(elements) => self.collection(elements, Collection::Tuple, d),
            ExprKind::ListComp { .. } | ExprKind::SetComp { .. } | ExprKind::DictComp { .. } | ExprKind::GeneratorExp { .. } => {
                self.comprehension(e, d)
            }
            ExprKind::Await(value) => self.await_expression(value, d),
            ExprKind::Yield(value) => self.yield_expression(value.as_deref(), d),
            ExprKind::YieldFrom(value) => self.yield_from(value, d),
            ExprKind::Compare { left, ops, comparators } => self.compare(left, ops, comparators, d),
            ExprKind::Call { func, args, keywords } => self.call(e, func, args, keywords, d),
            ExprKind::JoinedStr(parts) => self.joined(parts, d),
            ExprKind::Constant(constant) => self.load_constant(fold::of(constant), d),
            ExprKind::Attribute { value, name, .. } => self.attribute(e, value, name, d),
            ExprKind::Subscript { value, index } => self.subscript(value, index, d),
            ExprKind::Starred(_) => refuse(e.span, "can't use starred expression here"),
            ExprKind::Name(name) => self.load_name(name, d),
            ExprKind::Slice { lower, upper, step } => self.slice(lower, upper, step, d),
        }
    }

    pub fn load_constant(&mut self, value: Const, d: Reg) -> Result {
        let op = match value {
            Const::None => Op::LoadNone { d },
            Const::Int(i) if i32::try_from(i).is_ok() => Op::Int { d, i: i as i32 },
            value => Op::Const { d, k: self.unit.constant(value)? },
        };
        self.unit.op(op);
        Ok(())
    }

    fn walrus(&mut self, target: &'a Name, target_span: Span, value: &'a Expr, d: Reg) -> Result {
        let mark = self.unit.mark();
        let value_in = if self.unit.is_temp(d) { d } else { self.unit.temp()? };
        self.load(value, value_in)?;
        let copy = self.unit.temp()?;
        self.unit.op(Op::Move { d: copy, s: value_in });
        let place = std::mem::replace(&mut self.unit.place, target_span);
        self.store_name(target, copy)?;
        self.unit.place = place;
        self.settle(value_in, d);
        self.unit.release(mark);
        Ok(())
    }

    /// Brings a temporary to where it is wanted.
    pub fn settle(&mut self, temporary: Reg, d: Reg) {
        if temporary != d {
            self.unit.op(Op::Take { d, s: temporary });
        }
    }

    /// A register that may be written before the end: `d`, or a fresh temporary if `d` is a variable.
    pub fn scratch(&mut self, d: Reg) -> Result<Reg> {
        if self.unit.is_temp(d) { Ok(d) } else { self.unit.temp() }
    }

    fn binary(&mut self, left: &'a Expr, op: Operator, right: &'a Expr, d: Reg) -> Result {
        if op == Operator::Mod && self.percent_format(left, right, d)? {
            return Ok(());
        }
        let mark = self.unit.mark();
        let a = self.operand(left, d, &[right])?;
        if let Some(i) = self.folder.small_int(right)
            && let Some(op) = binary_int(op, d, a, i)
        {
            self.unit.touch_at(right.span);
            self.unit.op(op);
        } else {
            let b = self.second_operand(right, a, d)?;
            self.unit.op(binary_op(op, d, a, b));
        }
        self.unit.release(mark);
        Ok(())
    }

    fn unary(&mut self, op: UnaryOperator, operand: &'a Expr, d: Reg) -> Result {
        if op == UnaryOperator::Not {
            return self.not(operand, d);
        }
        let mark = self.unit.mark();
        let a = self.operand(operand, d, &[])?;
        let op = match op {
            UnaryOperator::Invert => Unary::Invert,
            UnaryOperator::UAdd => Unary::Pos,
            UnaryOperator::USub | UnaryOperator::Not => Unary::Neg,
        };
        self.unit.op(Op::Unary { op, d, a });
        self.unit.release(mark);
        Ok(())
    }

    /// `not` of an identity or membership test is the opposite test, as CPython has it.
    fn not(&mut self, operand: &'a Expr, d: Reg) -> Result {
        let mark = self.unit.mark();
        if let ExprKind::Compare { left, ops, comparators } = &operand.kind
            && let ([op], [right]) = (&ops[..], &comparators[..])
            && let Some(opposite) = fold::opposite(*op)
        {
            let place = std::mem::replace(&mut self.unit.place, operand.span);
            self.compare_once(left, opposite, right, d)?;
            self.unit.place = place;
            return Ok(());
        }
        let a = self.operand(operand, d, &[])?;
        self.unit.op(Op::Not { d, a });
        self.unit.release(mark);
        Ok(())
    }

    fn bool_op(&mut self, op: BoolOperator, values: &'a [Expr], d: Reg) -> Result {
        let mark = self.unit.mark();
        let s = self.scratch(d)?;
        let end = self.unit.label();
        let (last, others) = values.split_last().expect("and, or have operands");
        for value in others {
            match self.folder.truth(value) {
                Some(truth) if truth == (op == BoolOperator::Or) => {
                    self.load(value, s)?;
                    self.unit.jump(end);
                }
                Some(_) => {
                    let place = std::mem::replace(&mut self.unit.place, value.span);
                    self.unit.nop();
                    self.unit.place = place;
                    self.unit.nop();
                }
                None => {
                    self.load(value, s)?;
                    let jump = match op {
                        BoolOperator::And => Op::JumpIfFalseKeep { s, t: 0 },
                        BoolOperator::Or => Op::JumpIfTrueKeep { s, t: 0 },
                    };
                    self.unit.branch(jump, end);
                }
            }
            let next = self.unit.label();
            self.unit.begin(next);
        }
        self.load(last, s)?;
        self.unit.begin(end);
        self.settle(s, d);
        self.unit.release(mark);
        Ok(())
    }

    fn if_expression(&mut self, test: &'a Expr, body: &'a Expr, orelse: &'a Expr, d: Reg) -> Result {
        let end = self.unit.label();
        let next = self.unit.label();
        self.jump_if(test, next, false)?;
        self.load(body, d)?;
        self.unit.jump_artificial(end);
        self.unit.begin(next);
        self.load(orelse, d)?;
        self.unit.begin(end);
        Ok(())
    }

    // Comparisons.

    fn compare(&mut self, left: &'a Expr, ops: &[Comparison], comparators: &'a [Expr], d: Reg) -> Result {
        let (last_op, first_ops) = ops.split_last().expect("a comparison has operators");
        if first_ops.is_empty() {
            return self.compare_once(left, *last_op, &comparators[0], d);
        }
        let mark = self.unit.mark();
        let s = self.scratch(d)?;
        let (cleanup, end) = (self.unit.label(), self.unit.label());
        let mut chain = Chain::default();
        let mut a = self.operand(left, NONE, &[&comparators[0]])?;
        for (at, op) in first_ops.iter().enumerate() {
            let (b, copy) = self.link(&mut chain, &comparators[at..])?;
            self.comparison(*op, s, a, copy);
            self.unit.branch(Op::JumpIfFalseKeep { s, t: 0 }, cleanup);
            a = b;
        }
        let b = self.value(comparators.last().expect("a comparison has operands"))?;
        self.comparison(*last_op, s, a, b);
        self.unit.jump_artificial(end);
        self.unit.begin(cleanup);
        self.break_chain(&chain);
        self.unit.begin(end);
        self.settle(s, d);
        self.unit.release(mark);
        Ok(())
    }

    /// The next operand of a chain of comparisons: where it stays for the one after it, and where this one reads it.
    pub fn link(&mut self, chain: &mut Chain, comparators: &'a [Expr]) -> Result<(Reg, Reg)> {
        let later: Vec<&Expr> = comparators[1..].iter().collect();
        let b = self.operand(&comparators[0], NONE, &later)?;
        if !self.unit.is_temp(b) {
            return Ok((b, b));
        }
        chain.kept.push(b);
        let copy = self.unit.temp()?;
        self.unit.op(Op::Move { d: copy, s: b });
        Ok((b, copy))
    }

    /// Drops what a chain that was false early has kept.
    pub fn break_chain(&mut self, chain: &Chain) {
        self.unit.touch();
        for d in &chain.kept {
            self.unit.op(Op::Clear { d: *d });
        }
    }

    pub fn compare_once(&mut self, left: &'a Expr, op: Comparison, right: &'a Expr, d: Reg) -> Result {
        let mark = self.unit.mark();
        let a = self.operand(left, d, &[right])?;
        let b = self.comparand(op, right, if a == d { NONE } else { d })?;
        self.comparison(op, d, a, b);
        self.unit.release(mark);
        Ok(())
    }

    /// The right side of a comparison; a literal that is only searched becomes a constant.
    pub fn comparand(&mut self, op: Comparison, right: &'a Expr, d: Reg) -> Result<Reg> {
        if matches!(op, Comparison::In | Comparison::NotIn)
            && let Some(constant) = self.folder.searched(right)
        {
            let place = std::mem::replace(&mut self.unit.place, right.span);
            let b = if self.unit.is_temp(d) { d } else { self.unit.temp()? };
            self.load_constant(constant, b)?;
            self.unit.place = place;
            return Ok(b);
        }
        self.operand(right, d, &[])
    }

    pub fn comparison(&mut self, op: Comparison, d: Reg, a: Reg, b: Reg) {
        let op = match op {
            Comparison::Is => Op::Is { d, a, b, not: false },
            Comparison::IsNot => Op::Is { d, a, b, not: true },
            Comparison::In => Op::Contains { d, a, b, not: false },
            Comparison::NotIn => Op::Contains { d, a, b, not: true },
            Comparison::Eq => Op::Compare { op: Compare::Eq, d, a, b },
            Comparison::NotEq => Op::Compare { op: Compare::Ne, d, a, b },
            Comparison::Lt => Op::Compare { op: Compare::Lt, d, a, b },
            Comparison::LtE => Op::Compare { op: Compare::Le, d, a, b },
            Comparison::Gt => Op::Compare { op: Compare::Gt, d, a, b },
            Comparison::GtE => Op::Compare { op: Compare::Ge, d, a, b },
        };
        self.unit.op(op);
    }

    // Attributes and items.

    fn attribute(&mut self, e: &'a Expr, value: &'a Expr, name: &'a Name, d: Reg) -> Result {
        let mark = self.unit.mark();
        let o = self.operand(value, d, &[])?;
        let name = self.attribute_name(name)?;
        let place = std::mem::replace(&mut self.unit.place, attribute_place(e.span, e));
        self.unit.op(Op::GetAttr { d, o, name });
        self.unit.place = place;
        self.unit.release(mark);
        Ok(())
    }

    /// The index of an attribute's name, mangled in a class.
    pub fn attribute_name(&mut self, name: &Name) -> Result<u16> {
        let name = super::scope::mangle(self.unit.class.map(|class| &**class), name);
        self.unit.name_index(&name)
    }

    fn subscript(&mut self, value: &'a Expr, index: &'a Expr, d: Reg) -> Result {
        let mark = self.unit.mark();
        let o = self.operand(value, d, &[index])?;
        let i = self.second_operand(index, o, d)?;
        self.unit.op(Op::GetItem { d, o, i });
        self.unit.release(mark);
        Ok(())
    }

    fn slice(&mut self, lower: &'a Option<Box<Expr>>, upper: &'a Option<Box<Expr>>, step: &'a Option<Box<Expr>>, d: Reg) -> Result {
        let mark = self.unit.mark();
        let s = self.unit.temps(3)?;
        for (at, part) in [lower, upper, step].into_iter().enumerate() {
            let register = s + at as Reg;
            match part {
                Some(part) => self.load(part, register)?,
                None => self.unit.op(Op::LoadNone { d: register }),
            }
        }
        self.unit.op(Op::BuildSlice { d, s });
        self.unit.release(mark);
        Ok(())
    }

    // Suspending.

    fn yield_expression(&mut self, value: Option<&'a Expr>, d: Reg) -> Result {
        if !self.in_function() {
            return refuse(self.unit.place, "'yield' outside function");
        }
        let mark = self.unit.mark();
        let s = match value {
            Some(value) => self.operand(value, d, &[])?,
            None => {
                let s = self.scratch(d)?;
                self.unit.op(Op::LoadNone { d: s });
                s
            }
        };
        self.emit_yield(d, s);
        self.unit.release(mark);
        Ok(())
    }

    pub fn emit_yield(&mut self, d: Reg, s: Reg) {
        let caught = self.unit.handling.caught();
        let is_async = self.unit.kind == CodeKind::AsyncGenerator;
        self.unit.op(if is_async { Op::YieldAsync { d, s, caught } } else { Op::Yield { d, s, guarded: true, caught } });
    }

    fn yield_from(&mut self, value: &'a Expr, d: Reg) -> Result {
        if !self.in_function() {
            return refuse(self.unit.place, "'yield' outside function");
        }
        if matches!(self.unit.kind, CodeKind::Coroutine | CodeKind::AsyncGenerator) {
            return refuse(self.unit.place, "'yield from' inside async function");
        }
        let mark = self.unit.mark();
        let v = self.scratch(d)?;
        let it = self.unit.temp()?;
        let s = self.operand(value, it, &[])?;
        self.unit.op(Op::GetYieldFrom { d: it, s });
        self.unit.op(Op::LoadNone { d: v });
        self.unit.op(Op::YieldFrom { it, v, caught: self.unit.handling.caught() });
        self.settle(v, d);
        self.unit.release(mark);
        Ok(())
    }

    fn await_expression(&mut self, value: &'a Expr, d: Reg) -> Result {
        if !self.unit.kind.awaits() {
            let outside = if self.in_function() { "async function" } else { "function" };
            return refuse(self.unit.place, format!("'await' outside {outside}"));
        }
        let mark = self.unit.mark();
        let v = self.scratch(d)?;
        let it = self.unit.temp()?;
        let s = self.operand(value, it, &[])?;
        self.await_value(it, s, v, AwaitFor::Await);
        self.settle(v, d);
        self.unit.release(mark);
        Ok(())
    }

    /// Awaits what is in `s`, by way of the temporary `it`; the result comes to `v`.
    pub fn await_value(&mut self, it: Reg, s: Reg, v: Reg, what: AwaitFor) {
        self.unit.op(Op::GetAwaitable { d: it, s, what });
        self.unit.op(Op::LoadNone { d: v });
        self.unit.op(Op::Await { it, v, caught: self.unit.handling.caught() });
    }

    pub fn in_function(&self) -> bool {
        !self.unit.kind.is_module() && self.unit.kind != CodeKind::Class
    }

    /// A block that begins here, to jump back to.
    pub fn begin_label(&mut self) -> Label {
        let label = self.unit.label();
        self.unit.begin(label);
        label
    }
}

/// The temporaries that a chain of comparisons keeps operands in.
#[derive(Default)]
pub struct Chain {
    kept: Vec<Reg>,
}

/// Whether evaluating the expression can neither run code of the program's nor raise anything but a NameError.
pub fn is_silent(e: &Expr) -> bool {
    matches!(e.kind, ExprKind::Constant(_) | ExprKind::Name(_))
}

/// Where an attribute is looked up: on the line of its name, if the expression begins on another.
pub fn attribute_place(here: Span, attribute: &Expr) -> Span {
    match &attribute.kind {
        ExprKind::Attribute { name_span, .. } if here.line != attribute.span.end_line => *name_span,
        _ => here,
    }
}

pub fn binary_op(op: Operator, d: Reg, a: Reg, b: Reg) -> Op {
    match op {
        Operator::Add => Op::Add { d, a, b },
        Operator::Sub => Op::Sub { d, a, b },
        Operator::Mult => Op::Mul { d, a, b },
        op => Op::Binary { op: operator(op), d, a, b },
    }
}

pub fn operator(op: Operator) -> Binary {
    match op {
        Operator::Add => Binary::Add,
        Operator::Sub => Binary::Sub,
        Operator::Mult => Binary::Mul,
        Operator::MatMult => Binary::MatMul,
        Operator::Div => Binary::Div,
        Operator::Mod => Binary::Mod,
        Operator::Pow => Binary::Pow,
        Operator::LShift => Binary::LShift,
        Operator::RShift => Binary::RShift,
        Operator::BitOr => Binary::Or,
        Operator::BitXor => Binary::Xor,
        Operator::BitAnd => Binary::And,
        Operator::FloorDiv => Binary::FloorDiv,
    }
}

/// The instruction with a small integer on the right, if there is one.
fn binary_int(op: Operator, d: Reg, a: Reg, i: i16) -> Option<Op> {
    match op {
        Operator::Add => Some(Op::AddInt { d, a, i }),
        Operator::Sub => Some(Op::SubInt { d, a, i }),
        Operator::Mult => Some(Op::MulInt { d, a, i }),
        Operator::FloorDiv => Some(Op::FloorDivInt { d, a, i }),
        Operator::Mod => Some(Op::ModInt { d, a, i }),
        _ => None,
    }
}

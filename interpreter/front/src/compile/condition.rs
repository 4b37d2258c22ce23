//! Conditions: expressions that decide where to go, without a value where that can be avoided.

use super::emit::Label;
use super::expression::Chain;
use super::{Compiler, Result, fold};
use crate::bytecode::op::{NONE, Op, Reg};
use crate::syntax::tree::*;

impl<'a> Compiler<'a> {
    /// Goes to `target` if the truth of `e` is `wanted`, else on.
    pub fn jump_if(&mut self, e: &'a Expr, target: Label, wanted: bool) -> Result {
        match &e.kind {
            ExprKind::UnaryOp { op: UnaryOperator::Not, operand } if !is_flipped(operand) && self.folder.truth(e).is_none() => {
                self.jump_if(operand, target, !wanted)
            }
            ExprKind::BoolOp { op, values } => self.jump_if_any(*op, values, target, wanted),
            ExprKind::IfExp { test, body, orelse } => {
                let (end, next) = (self.unit.label(), self.unit.label());
                self.jump_if(test, next, false)?;
                self.jump_if(body, target, wanted)?;
                self.unit.jump_artificial(end);
                self.unit.begin(next);
                self.jump_if(orelse, target, wanted)?;
                self.unit.begin(end);
                Ok(())
            }
            // What follows a comparison has its place, as in CPython.
            ExprKind::Compare { left, ops, comparators } if ops.len() > 1 => {
                self.unit.place = e.span;
                self.jump_if_chain(left, ops, comparators, target, wanted)
            }
            _ => self.jump_if_value(e, target, wanted),
        }
    }

    fn jump_if_any(&mut self, op: BoolOperator, values: &'a [Expr], target: Label, wanted: bool) -> Result {
        let (last, others) = values.split_last().expect("and, or have operands");
        let early = op == BoolOperator::Or;
        let early_target = if early == wanted { target } else { self.unit.label() };
        for value in others {
            self.jump_if(value, early_target, early)?;
        }
        self.jump_if(last, target, wanted)?;
        if early_target != target {
            self.unit.begin(early_target);
        }
        Ok(())
    }

    fn jump_if_chain(&mut self, left: &'a Expr, ops: &[Comparison], comparators: &'a [Expr], target: Label, wanted: bool) -> Result {
        let mark = self.unit.mark();
        let (cleanup, end) = (self.unit.label(), self.unit.label());
        let mut chain = Chain::default();
        let (last_op, first_ops) = ops.split_last().expect("a comparison has operators");
        let mut a = self.operand(left, NONE, &[&comparators[0]])?;
        for (at, op) in first_ops.iter().enumerate() {
            let (b, copy) = self.link(&mut chain, &comparators[at..])?;
            self.compare_and_jump(*op, a, copy, cleanup, false)?;
            a = b;
        }
        let b = self.value(comparators.last().expect("a comparison has operands"))?;
        self.compare_and_jump(*last_op, a, b, target, wanted)?;
        self.unit.jump_artificial(end);
        self.unit.begin(cleanup);
        self.break_chain(&chain);
        if !wanted {
            self.unit.jump_artificial(target);
        }
        self.unit.begin(end);
        self.unit.release(mark);
        Ok(())
    }

    fn jump_if_value(&mut self, e: &'a Expr, target: Label, wanted: bool) -> Result {
        if let Some(truth) = self.folder.truth(e) {
            let place = std::mem::replace(&mut self.unit.place, e.span);
            self.unit.nop();
            self.unit.place = place;
            if truth == wanted {
                self.unit.jump(target);
            } else {
                self.unit.nop();
            }
            return Ok(());
        }
        let mark = self.unit.mark();
        let (compared, flipped) = unflip(e);
        if let ExprKind::Compare { left, ops, comparators } = &compared.kind
            && let ([op], [right]) = (&ops[..], &comparators[..])
        {
            let op = if flipped { fold::opposite(*op).expect("it was flipped") } else { *op };
            self.unit.place = compared.span;
            self.jump_if_comparison(left, op, right, target, wanted)?;
        } else {
            let s = self.value(e)?;
            self.jump_on(s, target, wanted);
        }
        self.unit.release(mark);
        Ok(())
    }

    /// Goes to `target` if the truth of what is in `s` is `wanted`.
    pub fn jump_on(&mut self, s: Reg, target: Label, wanted: bool) {
        self.unit.branch(if wanted { Op::JumpIfTrue { s, t: 0 } } else { Op::JumpIfFalse { s, t: 0 } }, target);
    }

    fn jump_if_comparison(&mut self, left: &'a Expr, op: Comparison, right: &'a Expr, target: Label, wanted: bool) -> Result {
        let a = self.operand(left, NONE, &[right])?;
        if matches!(self.folder.constant(right), Some(crate::bytecode::code::Const::None))
            && matches!(op, Comparison::Is | Comparison::IsNot)
        {
            self.unit.touch_at(right.span);
            let jump = if (op == Comparison::Is) == wanted { Op::JumpIfNone { s: a, t: 0 } } else { Op::JumpIfNotNone { s: a, t: 0 } };
            self.unit.branch(jump, target);
            return Ok(());
        }
        if let Some(i) = self.folder.small_int(right)
            && let Some(jump) = compare_int_and_jump(op, a, i, wanted)
        {
            self.unit.touch_at(right.span);
            self.unit.branch(jump, target);
            return Ok(());
        }
        let b = self.comparand(op, right, NONE)?;
        self.compare_and_jump(op, a, b, target, wanted)
    }

    fn compare_and_jump(&mut self, op: Comparison, a: Reg, b: Reg, target: Label, wanted: bool) -> Result {
        if let Some(jump) = jump_op(op, a, b, wanted) {
            self.unit.branch(jump, target);
            return Ok(());
        }
        let mark = self.unit.mark();
        let s = self.unit.temp()?;
        self.comparison(op, s, a, b);
        self.jump_on(s, target, wanted);
        self.unit.release(mark);
        Ok(())
    }
}

/// Whether CPython makes `not` of this test the opposite test.
fn is_flipped(e: &Expr) -> bool {
    matches!(&e.kind, ExprKind::Compare { ops, .. } if ops.len() == 1 && fold::opposite(ops[0]).is_some())
}

/// The comparison inside of a `not` that CPython makes the opposite comparison.
fn unflip(e: &Expr) -> (&Expr, bool) {
    match &e.kind {
        ExprKind::UnaryOp { op: UnaryOperator::Not, operand } if is_flipped(operand) => (operand, true),
        _ => (e, false),
    }
}

fn jump_op(op: Comparison, a: Reg, b: Reg, wanted: bool) -> Option<Op> {
    let t = 0;
    Some(match (op, wanted) {
        (Comparison::Lt, true) => Op::JumpIfLt { a, b, t },
        (Comparison::Lt, false) => Op::JumpUnlessLt { a, b, t },
        (Comparison::LtE, true) => Op::JumpIfLe { a, b, t },
        (Comparison::LtE, false) => Op::JumpUnlessLe { a, b, t },
        (Comparison::Gt, true) => Op::JumpIfGt { a, b, t },
        (Comparison::Gt, false) => Op::JumpUnlessGt { a, b, t },
        (Comparison::GtE, true) => Op::JumpIfGe { a, b, t },
        (Comparison::GtE, false) => Op::JumpUnlessGe { a, b, t },
        (Comparison::Eq, true) => Op::JumpIfEq { a, b, t },
        (Comparison::Eq, false) => Op::JumpUnlessEq { a, b, t },
        (Comparison::NotEq, true) => Op::JumpIfNe { a, b, t },
        (Comparison::NotEq, false) => Op::JumpUnlessNe { a, b, t },
        (Comparison::Is | Comparison::IsNot | Comparison::In | Comparison::NotIn, _) => return None,
    })
}

fn compare_int_and_jump(op: Comparison, a: Reg, i: i16, wanted: bool) -> Option<Op> {
    let t = 0;
    Some(match (op, wanted) {
        (Comparison::Lt, true) => Op::JumpIfLtInt { a, i, t },
        (Comparison::Lt, false) => Op::JumpUnlessLtInt { a, i, t },
        (Comparison::LtE, true) => Op::JumpIfLeInt { a, i, t },
        (Comparison::LtE, false) => Op::JumpUnlessLeInt { a, i, t },
        (Comparison::Gt, true) => Op::JumpIfGtInt { a, i, t },
        (Comparison::Gt, false) => Op::JumpUnlessGtInt { a, i, t },
        (Comparison::GtE, true) => Op::JumpIfGeInt { a, i, t },
        (Comparison::GtE, false) => Op::JumpUnlessGeInt { a, i, t },
        (Comparison::Eq, true) => Op::JumpIfEqInt { a, i, t },
        (Comparison::Eq, false) => Op::JumpUnlessEqInt { a, i, t },
        (Comparison::NotEq, true) => Op::JumpIfNeInt { a, i, t },
        (Comparison::NotEq, false) => Op::JumpUnlessNeInt { a, i, t },
        (Comparison::Is | Comparison::IsNot | Comparison::In | Comparison::NotIn, _) => return None,
    })
}

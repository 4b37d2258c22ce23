//! Targets: what is assigned to, deleted, or assigned to in place.

use super::expression::{attribute_place, operator};
use super::fold::Folder;
use super::{Compiler, Result, refuse};
use crate::bytecode::op::{NONE, Op, Reg};
use crate::syntax::tree::*;

impl<'a> Compiler<'a> {
    /// Assigns what is in `s` to a target, taking it if it is a temporary.
    pub fn store(&mut self, target: &'a Expr, s: Reg) -> Result {
        let place = std::mem::replace(&mut self.unit.place, target.span);
        let mark = self.unit.mark();
        match &target.kind {
            ExprKind::Name(name) => self.store_name(name, s)?,
            ExprKind::Attribute { value, name, .. } => {
                refuse_debug(name, target.span)?;
                let o = self.value(value)?;
                let name = self.attribute_name(name)?;
                self.unit.place = attribute_place(target.span, target);
                self.unit.op(Op::SetAttr { o, s, name });
            }
            ExprKind::Subscript { value, index } => {
                let o = self.operand(value, NONE, &[index])?;
                let i = self.value(index)?;
                self.unit.op(Op::SetItem { o, i, s });
            }
            ExprKind::Tuple(targets) | ExprKind::List(targets) => self.unpack(targets, s)?,
            ExprKind::Starred(_) => return refuse(target.span, "starred assignment target must be in a list or tuple"),
            _ => return refuse(target.span, "cannot assign to expression"),
        }
        self.unit.release(mark);
        self.unit.place = place;
        Ok(())
    }

    fn unpack(&mut self, targets: &'a [Expr], s: Reg) -> Result {
        let is_star = |target: &Expr| matches!(target.kind, ExprKind::Starred(_));
        let star = targets.iter().position(is_star);
        if targets.iter().filter(|target| is_star(target)).count() > 1 {
            return refuse(self.unit.place, "multiple starred expressions in assignment");
        }
        if let (None, Some(d)) = (star, self.consecutive_locals(targets)) {
            self.unit.op(Op::Unpack { d, s, n: targets.len() as u8 });
            return Ok(());
        }
        let d = self.unit.temps(targets.len())?;
        match star {
            Some(star) => self.unit.op(Op::UnpackStar { d, s, before: star as u8, after: (targets.len() - star - 1) as u8 }),
            None => self.unit.op(Op::Unpack { d, s, n: targets.len() as u8 }),
        }
        for (at, target) in targets.iter().enumerate() {
            let target = match &target.kind {
                ExprKind::Starred(target) => target,
                _ => target,
            };
            self.store(target, d + at as Reg)?;
        }
        Ok(())
    }

    /// The first register, if the targets are locals in registers that follow each other, all on the line we are on.
    fn consecutive_locals(&mut self, targets: &'a [Expr]) -> Option<Reg> {
        let mut first = None;
        for (at, target) in targets.iter().enumerate() {
            let ExprKind::Name(name) = &target.kind else { return None };
            let register = self.local(name)?;
            if target.span.line != self.unit.place.line || *first.get_or_insert(register) as usize + at != register as usize {
                return None;
            }
        }
        first
    }

    pub fn delete(&mut self, target: &'a Expr) -> Result {
        let place = std::mem::replace(&mut self.unit.place, target.span);
        let mark = self.unit.mark();
        match &target.kind {
            ExprKind::Name(name) => self.delete_name(name)?,
            ExprKind::Attribute { value, name, .. } => {
                let o = self.value(value)?;
                let name = self.attribute_name(name)?;
                self.unit.place = attribute_place(target.span, target);
                self.unit.op(Op::DelAttr { o, name });
            }
            ExprKind::Subscript { value, index } => {
                let o = self.operand(value, NONE, &[index])?;
                let i = self.value(index)?;
                self.unit.op(Op::DelItem { o, i });
            }
            ExprKind::Tuple(targets) | ExprKind::List(targets) => targets.iter().try_for_each(|target| self.delete(target))?,
            _ => return refuse(target.span, "cannot delete expression"),
        }
        self.unit.release(mark);
        self.unit.place = place;
        Ok(())
    }

    // In place.

    pub fn augmented(&mut self, target: &'a Expr, op: Operator, value: &'a Expr) -> Result {
        match &target.kind {
            ExprKind::Name(name) => self.augment_name(target, name, op, value),
            ExprKind::Attribute { value: object, name, .. } => self.augment_attribute(target, object, name, op, value),
            ExprKind::Subscript { value: object, index } => self.augment_item(target, object, index, op, value),
            _ => refuse(target.span, "illegal expression for augmented assignment"),
        }
    }

    fn augment_name(&mut self, target: &'a Expr, name: &'a Name, op: Operator, value: &'a Expr) -> Result {
        let statement = self.unit.place;
        match self.local(name) {
            Some(register) => {
                let a = self.operand(target, NONE, &[value])?;
                // A value on another line than the target's is stored after that line is told.
                let d = if statement.line == target.span.line { register } else { self.unit.temp()? };
                self.in_place(op, d, a, value)?;
                self.unit.place = target.span;
                if d == register {
                    self.unit.touch();
                } else {
                    self.unit.op(Op::Take { d: register, s: d });
                }
            }
            None => {
                let d = self.unit.temp()?;
                self.unit.place = target.span;
                self.load_name(name, d)?;
                self.unit.place = statement;
                self.in_place(op, d, d, value)?;
                self.unit.place = target.span;
                self.store_name(name, d)?;
            }
        }
        Ok(())
    }

    fn augment_attribute(&mut self, target: &'a Expr, object: &'a Expr, name: &'a Name, op: Operator, value: &'a Expr) -> Result {
        refuse_debug(name, target.span)?;
        let statement = std::mem::replace(&mut self.unit.place, target.span);
        let o = self.operand(object, NONE, &[value])?;
        let name = self.attribute_name(name)?;
        let place = attribute_place(target.span, target);
        if let Some(i) = small_step(self.folder, op, value)
            && statement.line == place.line
            && statement.line == value.span.line
        {
            self.unit.place = statement;
            self.unit.op(Op::AddAttrInt { o, i, name });
            return Ok(());
        }
        let copy = self.kept(o)?;
        let d = self.unit.temp()?;
        self.unit.place = place;
        self.unit.op(Op::GetAttr { d, o: copy, name });
        self.unit.place = statement;
        self.in_place(op, d, d, value)?;
        self.unit.place = place;
        self.unit.op(Op::SetAttr { o, s: d, name });
        Ok(())
    }

    fn augment_item(&mut self, target: &'a Expr, object: &'a Expr, index: &'a Expr, op: Operator, value: &'a Expr) -> Result {
        let statement = std::mem::replace(&mut self.unit.place, target.span);
        let o = self.operand(object, NONE, &[index, value])?;
        let i = self.operand(index, NONE, &[value])?;
        let (object_copy, index_copy) = (self.kept(o)?, self.kept(i)?);
        let d = self.unit.temp()?;
        self.unit.op(Op::GetItem { d, o: object_copy, i: index_copy });
        self.unit.place = statement;
        self.in_place(op, d, d, value)?;
        self.unit.place = target.span;
        self.unit.op(Op::SetItem { o, i, s: d });
        Ok(())
    }

    /// A copy to read, of a temporary that is read again later.
    fn kept(&mut self, register: Reg) -> Result<Reg> {
        if !self.unit.is_temp(register) {
            return Ok(register);
        }
        let copy = self.unit.temp()?;
        self.unit.op(Op::Move { d: copy, s: register });
        Ok(copy)
    }

    fn in_place(&mut self, op: Operator, d: Reg, a: Reg, value: &'a Expr) -> Result {
        let mark = self.unit.mark();
        if let (Some(i), Operator::Add | Operator::Sub) = (self.folder.small_int(value), op) {
            self.unit.touch_at(value.span);
            self.unit.op(if op == Operator::Add { Op::AddInPlaceInt { d, a, i } } else { Op::SubInPlaceInt { d, a, i } });
        } else {
            let b = self.value(value)?;
            self.unit.op(match op {
                Operator::Add => Op::AddInPlace { d, a, b },
                op => Op::InPlace { op: operator(op), d, a, b },
            });
        }
        self.unit.release(mark);
        Ok(())
    }
}

/// What `o.name += i` adds, if it is small enough for one instruction.
fn small_step(folder: &Folder, op: Operator, value: &Expr) -> Option<i8> {
    let i = folder.small_int(value)?;
    (op == Operator::Add).then(|| i8::try_from(i).ok())?
}

fn refuse_debug(name: &str, span: Span) -> Result {
    if name == "__debug__" { refuse(span, "cannot assign to __debug__") } else { Ok(()) }
}

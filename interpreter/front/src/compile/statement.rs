//! Statements: one arm a kind; what is longer has a file of its own.

use super::{Compiler, Result};
use crate::bytecode::op::{NONE, Op, Reg};
use crate::syntax::tree::*;

impl<'a> Compiler<'a> {
    pub fn body(&mut self, body: &'a [Stmt]) -> Result {
        body.iter().try_for_each(|statement| self.statement(statement))
    }

    /// Compiles a statement; where it ends, the place is that of its last part, as in CPython.
    fn statement(&mut self, statement: &'a Stmt) -> Result {
        self.check_size(statement.span)?;
        self.unit.place = statement.span;
        let mark = self.unit.mark();
        match &statement.kind {
            StmtKind::FunctionDef(function) => self.function(function, statement.span)?,
            StmtKind::ClassDef(class) => self.class(class, statement.span)?,
            StmtKind::Return(value) => self.return_statement(value.as_ref(), statement.span)?,
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target))?,
            StmtKind::Assign { targets, value } => self.assign(targets, value)?,
            StmtKind::AugAssign { target, op, value } => self.augmented(target, *op, value)?,
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated(target, annotation, value.as_ref(), *simple)?;
            }
            StmtKind::For { is_async: false, target, iter, body, orelse } => self.for_loop(target, iter, body, orelse)?,
            StmtKind::For { is_async: true, target, iter, body, orelse } => self.async_for(target, iter, body, orelse)?,
            StmtKind::While { test, body, orelse } => self.while_loop(test, body, orelse)?,
            StmtKind::If { test, body, orelse } => self.if_statement(test, body, orelse)?,
            StmtKind::With { is_async, items, body } => self.with(items, body, *is_async, statement.span)?,
            StmtKind::Match { subject, cases } => self.match_statement(subject, cases)?,
            StmtKind::Raise { exc, cause } => self.raise(exc.as_ref(), cause.as_ref())?,
            StmtKind::Try { body, handlers, orelse, finalbody, star } => {
                self.try_statement(body, handlers, orelse, finalbody, *star)?;
            }
            StmtKind::Assert { test, msg } => self.assert(test, msg.as_ref())?,
            StmtKind::Import(aliases) => self.import(aliases)?,
            StmtKind::ImportFrom { module, names, level } => self.import_from(module.as_ref(), names, *level, statement.span)?,
            StmtKind::Global(_) | StmtKind::Nonlocal(_) => {}
            StmtKind::Expr(value) => self.expression_statement(value)?,
            StmtKind::Pass => self.unit.nop(),
            StmtKind::Break => self.break_statement()?,
            StmtKind::Continue => self.continue_statement()?,
        }
        self.unit.release(mark);
        Ok(())
    }

    fn expression_statement(&mut self, value: &'a Expr) -> Result {
        if self.echoes && self.unit.kind.is_module() {
            let s = self.value(value)?;
            self.unit.op(Op::Echo { s });
            return Ok(());
        }
        if self.folder.constant(value).is_some() {
            self.unit.nop();
            return Ok(());
        }
        if let ExprKind::Name(name) = &value.kind
            && let Some(s) = self.local(name)
        {
            self.unit.place = value.span;
            self.unit.op(Op::CheckBound { s });
        } else {
            let d = self.load_fresh(value)?;
            self.unit.artificial(Op::Clear { d });
        }
        self.unit.place = Span::default();
        Ok(())
    }

    fn if_statement(&mut self, test: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Result {
        let end = self.unit.label();
        let next = if orelse.is_empty() { end } else { self.unit.label() };
        self.jump_if(test, next, false)?;
        self.body(body)?;
        if !orelse.is_empty() {
            self.unit.jump_artificial(end);
            self.unit.begin(next);
            self.body(orelse)?;
        }
        self.unit.begin(end);
        Ok(())
    }

    fn raise(&mut self, exc: Option<&'a Expr>, cause: Option<&'a Expr>) -> Result {
        let Some(exc) = exc else {
            self.unit.op(Op::RaiseBare {});
            return Ok(());
        };
        let later: Vec<&Expr> = cause.into_iter().collect();
        let s = self.operand(exc, NONE, &later)?;
        let cause = match cause {
            Some(cause) => self.value(cause)?,
            None => NONE,
        };
        self.unit.op(Op::Raise { s, cause });
        Ok(())
    }

    fn assert(&mut self, test: &'a Expr, msg: Option<&'a Expr>) -> Result {
        let end = self.unit.label();
        self.jump_if(test, end, true)?;
        self.unit.touch();
        let s = match msg {
            Some(msg) => self.value(msg)?,
            None => NONE,
        };
        // CPython leaves the place of the condition's last comparison in charge of what follows.
        if let Some(place) = last_comparison(test) {
            self.unit.place = place;
        }
        self.unit.op(Op::RaiseAssertion { s });
        self.unit.begin(end);
        Ok(())
    }

    // Assignments.

    fn assign(&mut self, targets: &'a [Expr], value: &'a Expr) -> Result {
        if let [target] = targets {
            if self.swap(target, value)? {
                return Ok(());
            }
            return self.assign_one(target, value);
        }
        let (last, others) = targets.split_last().expect("an assignment has a target");
        let s = self.load_fresh(value)?;
        for target in others {
            let mark = self.unit.mark();
            let copy = self.unit.temp()?;
            self.unit.op(Op::Move { d: copy, s });
            self.store(target, copy)?;
            self.unit.release(mark);
        }
        self.store(last, s)
    }

    /// Assigns a value to one target, straight into a local's register where nobody can tell.
    pub fn assign_one(&mut self, target: &'a Expr, value: &'a Expr) -> Result {
        if let ExprKind::Name(name) = &target.kind
            && let Some(d) = self.local(name)
            && ends_on_line(value) == Some(target.span.line)
        {
            self.load(value, d)?;
            self.unit.touch_at(target.span);
            return Ok(());
        }
        let s = self.value(value)?;
        self.store(target, s)
    }

    /// `a, b = b, a`: no tuple is made, as in CPython.
    fn swap(&mut self, target: &'a Expr, value: &'a Expr) -> Result<bool> {
        let ExprKind::Tuple(values) = &value.kind else { return Ok(false) };
        let (ExprKind::Tuple(targets) | ExprKind::List(targets)) = &target.kind else { return Ok(false) };
        let has_star = values.iter().chain(targets).any(|e| matches!(e.kind, ExprKind::Starred(_)));
        if values.len() != targets.len() || !(1..=3).contains(&values.len()) || has_star {
            return Ok(false);
        }
        let temps = self.unit.temps(values.len())?;
        match self.folder.constants(values) {
            // CPython loads one constant tuple.
            Some(constants) => {
                let place = std::mem::replace(&mut self.unit.place, value.span);
                for (at, constant) in constants.into_iter().enumerate() {
                    self.load_constant(constant, temps + at as Reg)?;
                }
                self.unit.place = place;
            }
            None => {
                for (at, value) in values.iter().enumerate() {
                    self.load(value, temps + at as Reg)?;
                }
            }
        }
        self.unit.touch_at(value.span);
        self.unit.touch_at(target.span);
        for (at, target) in targets.iter().enumerate() {
            self.store(target, temps + at as Reg)?;
        }
        Ok(true)
    }

    fn annotated(&mut self, target: &'a Expr, annotation: &'a Expr, value: Option<&'a Expr>, simple: bool) -> Result {
        if let Some(value) = value {
            self.assign_one(target, value)?;
        }
        let keeps_annotations = !self.in_function();
        match &target.kind {
            ExprKind::Name(name) if simple && keeps_annotations => {
                let s = self.unit.temp()?;
                self.load_annotation(annotation, s)?;
                let o = self.unit.temp()?;
                self.load_name(&super::name("__annotations__"), o)?;
                let i = self.unit.temp()?;
                let mangled = super::scope::mangle(self.unit.class.map(|class| &**class), name);
                self.load_constant(crate::bytecode::code::Const::Str(mangled), i)?;
                self.unit.op(Op::SetItem { o, i, s });
            }
            ExprKind::Attribute { value: object, .. } if value.is_none() => self.evaluate(object)?,
            ExprKind::Subscript { value: object, index } if value.is_none() => {
                self.evaluate(object)?;
                self.evaluate_index(index)?;
            }
            _ => {}
        }
        if !simple && keeps_annotations && !self.future_annotations {
            self.evaluate(annotation)?;
        }
        Ok(())
    }

    /// Evaluates for what it does besides.
    fn evaluate(&mut self, e: &'a Expr) -> Result {
        let mark = self.unit.mark();
        let d = self.load_fresh(e)?;
        self.unit.op(Op::Clear { d });
        self.unit.release(mark);
        Ok(())
    }

    fn evaluate_index(&mut self, index: &'a Expr) -> Result {
        match &index.kind {
            ExprKind::Slice { lower, upper, step } => [lower, upper, step].into_iter().flatten().try_for_each(|part| self.evaluate(part)),
            ExprKind::Tuple(elements) => elements.iter().try_for_each(|element| self.evaluate_index(element)),
            _ => self.evaluate(index),
        }
    }
}

/// The line of the last instruction of an expression, where there is one such line.
fn ends_on_line(e: &Expr) -> Option<u32> {
    match &e.kind {
        _ if e.span.line == e.span.end_line => Some(e.span.line),
        ExprKind::IfExp { .. } | ExprKind::BoolOp { .. } => None,
        ExprKind::Attribute { .. } => Some(e.span.end_line),
        ExprKind::Call { func, .. } => match func.kind {
            ExprKind::Attribute { .. } => Some(func.span.end_line),
            _ => Some(e.span.line),
        },
        _ => Some(e.span.line),
    }
}

/// The place of the last comparison that decides a condition.
fn last_comparison(test: &Expr) -> Option<Span> {
    match &test.kind {
        ExprKind::Compare { .. } => Some(test.span),
        ExprKind::UnaryOp { op: UnaryOperator::Not, operand } => last_comparison(operand),
        ExprKind::BoolOp { values, .. } => values.iter().rev().find_map(last_comparison),
        ExprKind::IfExp { test, body, orelse } => {
            last_comparison(orelse).or_else(|| last_comparison(body)).or_else(|| last_comparison(test))
        }
        _ => None,
    }
}

//! Functions and lambdas: their code, and what is made where they are defined.

use std::sync::Arc;

use super::{Compiler, Result, docstring, refuse};
use crate::bytecode::code::{CodeKind, Const};
use crate::bytecode::op::{NONE, Op, Reg};
use crate::compile::scope::{Block, Resolution};
use crate::limits::FREE_VARIABLES;
use crate::syntax::tree::*;

impl<'a> Compiler<'a> {
    pub fn function(&mut self, function: &'a FunctionDef, span: Span) -> Result {
        let decorators = self.decorators(&function.decorators)?;
        let first_line = function.decorators.first().map_or(span.line, |decorator| decorator.span.line);
        let f = self.unit.temp()?;
        let extras = self.extras(&function.params, function.returns.as_ref())?;
        let (code, free) = self.function_code(function, first_line)?;
        self.make_function(f, code, &free, extras)?;
        self.apply_decorators(&function.decorators, decorators, f);
        let made = decorators.unwrap_or(f);
        self.store_name(&function.name, made)
    }

    fn function_code(&mut self, function: &'a FunctionDef, first_line: u32) -> Result<(u16, Vec<Name>)> {
        let id = self.scopes.opened_by(function);
        let kind = match (function.is_async, self.scopes.get(id).is_generator) {
            (false, false) => CodeKind::Function,
            (false, true) => CodeKind::Generator,
            (true, false) => CodeKind::Coroutine,
            (true, true) => CodeKind::AsyncGenerator,
        };
        let index = self.enter(kind, id, function.name.clone(), first_line)?;
        self.set_qualname(true);
        self.declare_parameters(&function.params)?;
        self.begin_code();
        let mut body = &function.body[..];
        if let Some((first, rest)) = body.split_first() {
            self.unit.doc = docstring(first);
            if self.unit.doc.is_some() {
                body = rest;
            }
        }
        self.body(body)?;
        let free = self.leave(index)?;
        Ok((index, free))
    }

    pub fn lambda(&mut self, e: &'a Expr, params: &'a Parameters, body: &'a Expr, d: Reg) -> Result {
        let mark = self.unit.mark();
        let f = self.scratch(d)?;
        let extras = self.extras(params, None)?;
        let id = self.scopes.opened_by(e);
        let kind = if self.scopes.get(id).is_generator { CodeKind::Generator } else { CodeKind::Function };
        let index = self.enter(kind, id, "<lambda>".into(), e.span.line)?;
        self.set_qualname(false);
        self.declare_parameters(params)?;
        self.begin_code();
        let s = self.value(body)?;
        if kind == CodeKind::Generator {
            self.unit.artificial(Op::Return { s });
        } else {
            self.unit.op(Op::Return { s });
        }
        let free = self.leave(index)?;
        self.make_function(f, index, &free, extras)?;
        self.settle(f, d);
        self.unit.release(mark);
        Ok(())
    }

    fn declare_parameters(&mut self, params: &Parameters) -> Result {
        self.declare_variables()?;
        self.unit.posonly_count = params.posonly.len() as u32;
        self.unit.arg_count = (params.posonly.len() + params.args.len()) as u32;
        self.unit.kwonly_count = params.kwonly.len() as u32;
        self.unit.has_varargs = params.vararg.is_some();
        self.unit.has_varkw = params.kwarg.is_some();
        Ok(())
    }

    /// `co_qualname`. A function or class whose name is declared global is at the top, wherever it stands.
    pub fn set_qualname(&mut self, is_definition: bool) {
        let Some(outer) = self.outer.last() else { return };
        let scope = self.scopes.get(outer.scope);
        let name = &self.unit.name;
        let mangled = super::scope::mangle(outer.class.map(|class| &**class), name);
        let is_global = is_definition && scope.resolution(&mangled) == Some(Resolution::GlobalExplicit);
        let qualname: Name = match scope.block {
            _ if is_global => name.clone(),
            Block::Module => name.clone(),
            Block::Class => format!("{}.{name}", outer.qualname).into(),
            Block::Function if scope.comprehension.is_some() => format!("{}.{name}", outer.qualname).into(),
            Block::Function => format!("{}.<locals>.{name}", outer.qualname).into(),
        };
        self.unit.count_name(&qualname);
        self.unit.qualname = qualname;
    }

    // What is made where a function is defined.

    /// Evaluates decorators to consecutive temporaries, and answers the first.
    pub fn decorators(&mut self, decorators: &'a [Expr]) -> Result<Option<Reg>> {
        let mut first = None;
        for decorator in decorators {
            let d = self.load_fresh(decorator)?;
            first.get_or_insert(d);
        }
        Ok(first)
    }

    /// Calls the decorators, innermost first, on what is in `f`, right behind them. The result takes the first one's place.
    pub fn apply_decorators(&mut self, decorators: &'a [Expr], first: Option<Reg>, f: Reg) {
        let Some(first) = first else { return };
        debug_assert_eq!(usize::from(f), usize::from(first) + decorators.len());
        let place = self.unit.place;
        for (at, decorator) in decorators.iter().enumerate().rev() {
            let callee = first + at as Reg;
            self.unit.place = decorator.span;
            self.unit.op(Op::Call { d: callee, f: callee, n: 1 });
        }
        self.unit.place = place;
    }

    /// Evaluates defaults and annotations into the first three of four temporaries, if there are any.
    fn extras(&mut self, params: &'a Parameters, returns: Option<&'a Expr>) -> Result<Option<Extras>> {
        let s = self.unit.temps(4)?;
        let defaults = self.defaults(params, s)?;
        let keyword_defaults = self.keyword_defaults(params, s + 1)?;
        let annotations = self.annotations(params, returns, s + 2)?;
        Ok(Some(Extras { s, present: [defaults, keyword_defaults, annotations] }))
    }

    fn defaults(&mut self, params: &'a Parameters, d: Reg) -> Result<bool> {
        let defaults: Vec<&Expr> = params.posonly.iter().chain(&params.args).filter_map(|param| param.default.as_ref()).collect();
        if defaults.is_empty() {
            return Ok(false);
        }
        if let Some(constants) = defaults.iter().map(|default| self.folder.constant(default)).collect::<Option<Vec<Const>>>() {
            defaults.iter().for_each(|default| self.unit.touch_at(default.span));
            self.load_constant(Const::Tuple(constants), d)?;
            return Ok(true);
        }
        let mark = self.unit.mark();
        let s = self.unit.temps(defaults.len())?;
        for (at, default) in defaults.iter().enumerate() {
            self.load(default, s + at as Reg)?;
        }
        self.unit.op(Op::BuildTuple { d, s, n: defaults.len() as u8 });
        self.unit.release(mark);
        Ok(true)
    }

    fn keyword_defaults(&mut self, params: &'a Parameters, d: Reg) -> Result<bool> {
        let defaults: Vec<(&Name, &Expr)> = params.kwonly.iter().filter_map(|param| Some((&param.name, param.default.as_ref()?))).collect();
        if defaults.is_empty() {
            return Ok(false);
        }
        let mark = self.unit.mark();
        let s = self.unit.temps(defaults.len() * 2)?;
        for (at, (_, default)) in defaults.iter().enumerate() {
            self.load(default, s + 2 * at as Reg + 1)?;
        }
        for (at, (name, _)) in defaults.iter().enumerate() {
            let name = super::scope::mangle(self.unit.class.map(|class| &**class), name);
            self.load_constant(Const::Str(name), s + 2 * at as Reg)?;
        }
        self.unit.op(Op::BuildDict { d, s, n: defaults.len() as u8 });
        self.unit.release(mark);
        Ok(true)
    }

    fn annotations(&mut self, params: &'a Parameters, returns: Option<&'a Expr>, d: Reg) -> Result<bool> {
        let all = params.args.iter().chain(&params.posonly).chain(params.vararg.as_deref());
        let all = all.chain(&params.kwonly).chain(params.kwarg.as_deref());
        let mut annotations: Vec<(Name, &Expr)> = all.filter_map(|param| Some((param.name.clone(), param.annotation.as_ref()?))).collect();
        annotations.extend(returns.map(|returns| (super::name("return"), returns)));
        if annotations.is_empty() {
            return Ok(false);
        }
        let mark = self.unit.mark();
        let s = self.unit.temps(annotations.len() * 2)?;
        for (at, (name, annotation)) in annotations.iter().enumerate() {
            let name = super::scope::mangle(self.unit.class.map(|class| &**class), name);
            self.load_constant(Const::Str(name), s + 2 * at as Reg)?;
            self.load_annotation(annotation, s + 2 * at as Reg + 1)?;
        }
        self.unit.op(Op::BuildTuple { d, s, n: (annotations.len() * 2) as u8 });
        self.unit.release(mark);
        Ok(true)
    }

    /// An annotation: its value, or its text under `from __future__ import annotations`.
    pub fn load_annotation(&mut self, annotation: &'a Expr, d: Reg) -> Result {
        if self.future_annotations {
            return self.load_constant(Const::Str(super::unparse::unparse(annotation).into()), d);
        }
        match &annotation.kind {
            ExprKind::Starred(value) => {
                let s = self.value(value)?;
                self.unit.op(Op::Unpack { d, s, n: 1 });
                Ok(())
            }
            _ => self.load(annotation, d),
        }
    }

    /// Makes a function of a code object, with the cells that it captures.
    pub fn make_function(&mut self, d: Reg, code: u16, free: &[Arc<str>], extras: Option<Extras>) -> Result {
        let has_extras = extras.as_ref().is_some_and(|extras| extras.present.contains(&true));
        if !has_extras && free.is_empty() {
            self.unit.op(Op::MakeFunction { d, s: NONE, code });
            return Ok(());
        }
        let mark = self.unit.mark();
        let extras = match extras {
            Some(extras) => extras,
            None => Extras { s: self.unit.temps(4)?, present: [false; 3] },
        };
        for (at, present) in extras.present.into_iter().enumerate() {
            if !present {
                self.unit.op(Op::Clear { d: extras.s + at as Reg });
            }
        }
        let cells = extras.s + 3;
        if free.is_empty() {
            self.unit.op(Op::Clear { d: cells });
        } else {
            if free.len() > FREE_VARIABLES {
                return refuse(self.unit.place, format!("a function may use at most {FREE_VARIABLES} variables of outer functions"));
            }
            let s = self.unit.temps(free.len())?;
            for (at, name) in free.iter().enumerate() {
                let cell = self.cell_register(name);
                self.unit.op(Op::Move { d: s + at as Reg, s: cell });
            }
            self.unit.op(Op::BuildTuple { d: cells, s, n: free.len() as u8 });
        }
        self.unit.op(Op::MakeFunction { d, s: extras.s, code });
        self.unit.release(mark);
        Ok(())
    }
}

/// The four temporaries of `MakeFunction`, and which of the first three are there.
pub struct Extras {
    s: Reg,
    present: [bool; 3],
}

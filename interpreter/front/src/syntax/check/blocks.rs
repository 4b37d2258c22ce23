//! What may stand where: `return`, `yield`, `await`, `break`, starred expressions, `__debug__`, repeated keywords.
//!
//! Walks the tree in the order in which CPython compiles it.

use std::collections::HashMap;

use super::future::{Future, LATE};
use super::{Checked, Scopes, Traits, address, patterns, refuse};
use crate::syntax::Await;
use crate::syntax::tree::*;

/// Loops, `try`s and `with`s inside one another in one function, as in CPython.
const NESTED_BLOCKS: usize = 20;

pub fn check(body: &[Stmt], scopes: &Scopes, future: Future, awaits: Await) -> Checked {
    let kind = if awaits == Await::AtTopLevel { Kind::AsyncModule } else { Kind::Module };
    let mut walk = Walk { scopes, future, unit: Unit::new(kind, Traits::default()) };
    walk.body(body)
}

/// The code object being compiled.
struct Unit {
    kind: Kind,
    traits: Traits,
    blocks: Vec<Block>,
}

impl Unit {
    fn new(kind: Kind, traits: Traits) -> Self {
        Unit { kind, traits, blocks: Vec::new() }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Module,
    /// One that may await.
    AsyncModule,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,
}

impl Kind {
    fn is_function(self) -> bool {
        !matches!(self, Kind::Module | Kind::AsyncModule | Kind::Class)
    }

    /// Whether it is a coroutine, or may become one.
    fn is_async(self) -> bool {
        matches!(self, Kind::AsyncFunction | Kind::AsyncModule)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    Loop,
    /// The handlers of a `try` with `except*`.
    GroupHandlers,
    Other,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Store,
    Delete,
}

struct Walk<'a> {
    scopes: &'a Scopes,
    future: Future,
    unit: Unit,
}

impl Walk<'_> {
    fn body(&mut self, body: &[Stmt]) -> Checked {
        body.iter().try_for_each(|stmt| self.statement(stmt))
    }

    fn statement(&mut self, stmt: &Stmt) -> Checked {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::FunctionDef(def) => self.function(stmt, def),
            StmtKind::ClassDef(def) => self.class(stmt, def),
            StmtKind::Return(value) => self.returns(span, value.as_ref()),
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::Assign { targets, value } => {
                self.expression(value)?;
                targets.iter().try_for_each(|target| self.store(target))
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.inside(target)?;
                self.expression(value)?;
                self.store_name_of(target)
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                if let Some(value) = value {
                    self.expression(value)?;
                    self.store(target)?;
                } else {
                    self.annotated(target)?;
                }
                if let ExprKind::Name(name) | ExprKind::Attribute { name, .. } = &target.kind {
                    assignable(span, name, Use::Store)?;
                }
                let evaluated = *simple && !self.unit.kind.is_function() && !self.future.annotations;
                if evaluated { self.expression(annotation) } else { Ok(()) }
            }
            StmtKind::For { is_async, target, iter, body, orelse } => {
                if *is_async {
                    self.asynchronous(span, "'async for' outside async function")?;
                }
                self.block(span, Block::Loop, |this| {
                    this.expression(iter)?;
                    this.store(target)?;
                    this.body(body)
                })?;
                self.body(orelse)
            }
            StmtKind::While { test, body, orelse } => {
                self.block(span, Block::Loop, |this| {
                    this.expression(test)?;
                    this.body(body)
                })?;
                self.body(orelse)
            }
            StmtKind::If { test, body, orelse } => {
                self.expression(test)?;
                self.body(body)?;
                self.body(orelse)
            }
            StmtKind::With { is_async, items, body } => {
                if *is_async {
                    self.asynchronous(span, "'async with' outside async function")?;
                }
                self.with(span, items, body)
            }
            StmtKind::Match { subject, cases } => self.matching(subject, cases),
            StmtKind::Raise { exc, cause } => {
                self.optional(exc)?;
                self.optional(cause)
            }
            StmtKind::Try { body, handlers, orelse, finalbody, star } => self.trying(span, body, handlers, orelse, finalbody, *star),
            StmtKind::Assert { test, msg } => {
                self.expression(test)?;
                self.optional(msg)
            }
            StmtKind::Import(names) => self.aliases(span, names),
            StmtKind::ImportFrom { module, names, .. } => {
                if module.as_deref() == Some("__future__") && span.line > self.future.last_line {
                    return refuse(span, LATE);
                }
                self.aliases(span, names)
            }
            StmtKind::Expr(value) => self.expression(value),
            StmtKind::Break => self.leave_loop(span, "'break' outside loop"),
            StmtKind::Continue => self.leave_loop(span, "'continue' not properly in loop"),
            StmtKind::Global(_) | StmtKind::Nonlocal(_) | StmtKind::Pass => Ok(()),
        }
    }

    /// A target that is annotated and not assigned: its parts are evaluated, one by one.
    fn annotated(&mut self, target: &Expr) -> Checked {
        match &target.kind {
            ExprKind::Subscript { value, index } => {
                self.expression(value)?;
                match &index.kind {
                    ExprKind::Tuple(_) => self.inside(index),
                    _ => self.expression(index),
                }
            }
            _ => self.inside(target),
        }
    }

    fn function(&mut self, stmt: &Stmt, def: &FunctionDef) -> Checked {
        self.parameter_names(stmt.span, &def.params)?;
        def.decorators.iter().try_for_each(|decorator| self.expression(decorator))?;
        self.function_head(&def.params)?;
        if !self.future.annotations {
            let mut annotations = def.params.annotations().chain(&def.returns);
            annotations.try_for_each(|annotation| self.annotation(annotation))?;
        }
        let kind = if def.is_async { Kind::AsyncFunction } else { Kind::Function };
        self.unit(kind, address(stmt), |this| this.body(&def.body))?;
        assignable(stmt.span, &def.name, Use::Store)
    }

    fn parameter_names(&self, span: Span, params: &Parameters) -> Checked {
        let plain = params.posonly.iter().chain(&params.args).chain(params.vararg.as_deref());
        let mut all = plain.chain(&params.kwonly).chain(params.kwarg.as_deref());
        all.try_for_each(|param| assignable(span, &param.name, Use::Store))
    }

    fn function_head(&mut self, params: &Parameters) -> Checked {
        params.defaults().try_for_each(|default| self.expression(default))
    }

    /// `*args: *Ts` is the one place where an annotation is starred.
    fn annotation(&mut self, annotation: &Expr) -> Checked {
        match &annotation.kind {
            ExprKind::Starred(value) => self.expression(value),
            _ => self.expression(annotation),
        }
    }

    fn class(&mut self, stmt: &Stmt, def: &ClassDef) -> Checked {
        def.decorators.iter().try_for_each(|decorator| self.expression(decorator))?;
        self.unit(Kind::Class, address(stmt), |this| this.body(&def.body))?;
        check_keywords(stmt.span, &def.keywords)?;
        self.arguments(&def.bases, &def.keywords)?;
        assignable(stmt.span, &def.name, Use::Store)
    }

    /// Walks what is compiled to a code object of its own.
    fn unit(&mut self, kind: Kind, node: usize, walk: impl FnOnce(&mut Self) -> Checked) -> Checked {
        let traits = self.scopes.get(&node).copied().unwrap_or_default();
        let outer = std::mem::replace(&mut self.unit, Unit::new(kind, traits));
        walk(self)?;
        self.unit = outer;
        Ok(())
    }

    fn block(&mut self, span: Span, block: Block, walk: impl FnOnce(&mut Self) -> Checked) -> Checked {
        if self.unit.blocks.len() == NESTED_BLOCKS {
            return refuse(span, "too many statically nested blocks");
        }
        self.unit.blocks.push(block);
        walk(self)?;
        self.unit.blocks.pop();
        Ok(())
    }

    fn returns(&mut self, span: Span, value: Option<&Expr>) -> Checked {
        if !self.unit.kind.is_function() {
            return refuse(span, "'return' outside function");
        }
        let Traits { generator, coroutine } = self.unit.traits;
        if let Some(value) = value {
            if generator && coroutine {
                return refuse(span, "'return' with value in async generator");
            }
            self.expression(value)?;
        }
        if self.unit.blocks.contains(&Block::GroupHandlers) {
            let constant = |value: &&Expr| matches!(value.kind, ExprKind::Constant(_)) && value.span.line == span.line;
            return refuse(value.filter(constant).map_or(span, |value| value.span), LEAVES_GROUP);
        }
        Ok(())
    }

    fn leave_loop(&self, span: Span, outside: &str) -> Checked {
        match self.unit.blocks.iter().rev().find(|&&block| block != Block::Other) {
            Some(Block::Loop) => Ok(()),
            Some(_) => refuse(span, LEAVES_GROUP),
            None => refuse(span, outside),
        }
    }

    fn asynchronous(&self, span: Span, message: &str) -> Checked {
        if self.unit.kind.is_async() { Ok(()) } else { refuse(span, message) }
    }

    fn with(&mut self, span: Span, items: &[WithItem], body: &[Stmt]) -> Checked {
        let Some((item, rest)) = items.split_first() else { return self.body(body) };
        self.expression(&item.context)?;
        self.block(span, Block::Other, |this| {
            item.target.iter().try_for_each(|target| this.store(target))?;
            this.with(span, rest, body)
        })
    }

    fn matching(&mut self, subject: &Expr, cases: &[MatchCase]) -> Checked {
        self.expression(subject)?;
        for (at, case) in cases.iter().enumerate() {
            let may_match_all = case.guard.is_some() || at == cases.len() - 1;
            patterns::check(&case.pattern, may_match_all)?;
            self.optional(&case.guard)?;
            self.body(&case.body)?;
        }
        Ok(())
    }

    fn trying(
        &mut self,
        span: Span,
        body: &[Stmt],
        handlers: &[ExceptHandler],
        orelse: &[Stmt],
        finalbody: &[Stmt],
        star: bool,
    ) -> Checked {
        if finalbody.is_empty() {
            return self.trying_except(span, body, handlers, orelse, star);
        }
        self.block(span, Block::Other, |this| {
            if handlers.is_empty() { this.body(body) } else { this.trying_except(span, body, handlers, orelse, star) }
        })?;
        self.block(span, Block::Other, |this| this.body(finalbody))
    }

    fn trying_except(&mut self, span: Span, body: &[Stmt], handlers: &[ExceptHandler], orelse: &[Stmt], star: bool) -> Checked {
        self.block(span, Block::Other, |this| this.body(body))?;
        self.body(orelse)?;
        let block = if star { Block::GroupHandlers } else { Block::Other };
        self.block(span, block, |this| {
            for (at, handler) in handlers.iter().enumerate() {
                if handler.kind.is_none() && at < handlers.len() - 1 {
                    return refuse(handler.span, "default 'except:' must be last");
                }
                this.optional(&handler.kind)?;
                handler.name.iter().try_for_each(|name| assignable(handler.span, name, Use::Store))?;
                this.block(handler.span, Block::Other, |this| this.body(&handler.body))?;
            }
            Ok(())
        })
    }

    fn aliases(&self, span: Span, names: &[Alias]) -> Checked {
        names.iter().try_for_each(|alias| {
            let name = alias.asname.as_deref().or(alias.name.split('.').next()).unwrap_or_default();
            assignable(span, name, Use::Store)
        })
    }

    fn optional(&mut self, expr: &Option<Expr>) -> Checked {
        expr.iter().try_for_each(|expr| self.expression(expr))
    }

    fn expression(&mut self, expr: &Expr) -> Checked {
        match &expr.kind {
            ExprKind::NamedExpr { target, target_span, value } => {
                self.expression(value)?;
                assignable(*target_span, target, Use::Store)
            }
            ExprKind::Lambda { params, body } => {
                self.parameter_names(expr.span, params)?;
                self.function_head(params)?;
                self.unit(Kind::Lambda, address(expr), |this| this.expression(body))
            }
            ExprKind::ListComp { element, generators } | ExprKind::SetComp { element, generators } => {
                self.comprehension(expr, generators, &[element], false)
            }
            ExprKind::GeneratorExp { element, generators } => self.comprehension(expr, generators, &[element], true),
            ExprKind::DictComp { key, value, generators } => self.comprehension(expr, generators, &[key, value], false),
            ExprKind::Yield(_) if !self.unit.kind.is_function() => refuse(expr.span, "'yield' outside function"),
            ExprKind::YieldFrom(_) if !self.unit.kind.is_function() => refuse(expr.span, "'yield' outside function"),
            ExprKind::YieldFrom(_) if self.unit.kind == Kind::AsyncFunction => refuse(expr.span, "'yield from' inside async function"),
            ExprKind::Await(value) => {
                self.may_await(expr.span)?;
                self.expression(value)
            }
            ExprKind::Call { func, args, keywords } => {
                check_keywords(expr.span, keywords)?;
                self.expression(func)?;
                self.arguments(args, keywords)
            }
            ExprKind::Set(elements) | ExprKind::List(elements) | ExprKind::Tuple(elements) => {
                elements.iter().try_for_each(|element| self.element(element))
            }
            ExprKind::Starred(_) => refuse(expr.span, "can't use starred expression here"),
            _ => self.inside(expr),
        }
    }

    /// The expressions right inside one.
    fn inside(&mut self, expr: &Expr) -> Checked {
        expr.try_each_child(&mut |child| self.expression(child))
    }

    /// An element of a display or an argument of a call: starred if it likes.
    fn element(&mut self, element: &Expr) -> Checked {
        match &element.kind {
            ExprKind::Starred(value) => self.expression(value),
            _ => self.expression(element),
        }
    }

    fn arguments(&mut self, args: &[Expr], keywords: &[Keyword]) -> Checked {
        args.iter().try_for_each(|arg| self.element(arg))?;
        keywords.iter().try_for_each(|keyword| self.expression(&keyword.value))
    }

    fn may_await(&self, span: Span) -> Checked {
        match self.unit.kind {
            Kind::AsyncFunction | Kind::AsyncModule | Kind::Comprehension => Ok(()),
            kind if kind.is_function() => refuse(span, "'await' outside async function"),
            _ => refuse(span, "'await' outside function"),
        }
    }

    fn comprehension(&mut self, expr: &Expr, generators: &[Comprehension], elements: &[&Expr], lazy: bool) -> Checked {
        let Some((outermost, rest)) = generators.split_first() else { return Ok(()) };
        let traits = self.scopes.get(&address(expr)).copied().unwrap_or_default();
        let awaits_here = self.unit.kind.is_async() || self.unit.kind == Kind::Comprehension;
        if traits.coroutine && !lazy && !awaits_here {
            let message = "asynchronous comprehension outside of an asynchronous function";
            return refuse(expr.span, message);
        }
        self.unit(Kind::Comprehension, address(expr), |this| {
            this.store(&outermost.target)?;
            outermost.ifs.iter().try_for_each(|condition| this.expression(condition))?;
            for generator in rest {
                this.expression(&generator.iter)?;
                this.store(&generator.target)?;
                generator.ifs.iter().try_for_each(|condition| this.expression(condition))?;
            }
            elements.iter().try_for_each(|element| this.expression(element))
        })?;
        self.expression(&outermost.iter)
    }

    fn store(&mut self, target: &Expr) -> Checked {
        match &target.kind {
            ExprKind::List(elements) | ExprKind::Tuple(elements) => self.unpack(target.span, elements),
            ExprKind::Starred(_) => refuse(target.span, "starred assignment target must be in a list or tuple"),
            _ => {
                self.inside(target)?;
                self.store_name_of(target)
            }
        }
    }

    fn unpack(&mut self, span: Span, elements: &[Expr]) -> Checked {
        let mut star = None;
        for (at, element) in elements.iter().enumerate() {
            if !matches!(element.kind, ExprKind::Starred(_)) {
                continue;
            }
            if star.replace(at).is_some() {
                return refuse(span, "multiple starred expressions in assignment");
            }
            if at >= 1 << 8 {
                return refuse(span, "too many expressions in star-unpacking assignment");
            }
        }
        elements.iter().try_for_each(|element| match &element.kind {
            ExprKind::Starred(value) => self.store(value),
            _ => self.store(element),
        })
    }

    /// The name or attribute that a target binds.
    fn store_name_of(&self, target: &Expr) -> Checked {
        match &target.kind {
            ExprKind::Name(name) | ExprKind::Attribute { name, .. } => assignable(target.span, name, Use::Store),
            _ => Ok(()),
        }
    }

    fn delete(&mut self, target: &Expr) -> Checked {
        match &target.kind {
            ExprKind::List(elements) | ExprKind::Tuple(elements) => elements.iter().try_for_each(|element| self.delete(element)),
            ExprKind::Name(name) => assignable(target.span, name, Use::Delete),
            // An attribute may have the name, if it is only deleted.
            _ => self.inside(target),
        }
    }
}

const LEAVES_GROUP: &str = "'break', 'continue' and 'return' cannot appear in an except* block";

/// Of several repetitions CPython reports that of the first name repeated.
fn check_keywords(span: Span, keywords: &[Keyword]) -> Checked {
    let mut first_uses: HashMap<&Name, usize> = HashMap::new();
    let mut repeated: Option<(usize, &Keyword)> = None;
    for (at, keyword) in keywords.iter().enumerate() {
        let Some(name) = &keyword.name else { continue };
        assignable(span, name, Use::Store)?;
        let first = *first_uses.entry(name).or_insert(at);
        if first < at && repeated.is_none_or(|(earliest, _)| first < earliest) {
            repeated = Some((first, keyword));
        }
    }
    match repeated {
        Some((_, Keyword { span, name: Some(name), .. })) => refuse(*span, format!("keyword argument repeated: {name}")),
        _ => Ok(()),
    }
}

/// `__debug__` is a name that can't be bound.
fn assignable(span: Span, name: &str, what: Use) -> Checked {
    match what {
        _ if name != "__debug__" => Ok(()),
        Use::Store => refuse(span, "cannot assign to __debug__"),
        Use::Delete => refuse(span, "cannot delete __debug__"),
    }
}

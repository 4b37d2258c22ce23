//! What each scope does with each name: declarations that come too late, contradict each other or bind nothing.
//!
//! First a walk over the tree in CPython's order that notes every use; then a second look at each scope, outermost first,
//! when it is known what the scopes around it bind.

use std::collections::{HashMap, HashSet};

use super::{Checked, Scopes, Traits, address, refuse};
use crate::limits::MANGLED;
use crate::syntax::tree::*;

/// Checks a module's names. Returns the traits of the scopes in it.
pub fn check(body: &[Stmt], future_annotations: bool) -> Checked<Scopes> {
    let mut walk = Walk {
        scopes: vec![Scope::new(Block::Module)],
        open: vec![0],
        class: None,
        mangled: 0,
        future_annotations,
        traits: Scopes::default(),
    };
    walk.body(body)?;
    analyze(&walk.scopes, 0, None)?;
    Ok(walk.traits)
}

/// What is known of one name in one scope.
#[derive(Clone, Copy, Debug, Default)]
struct Use {
    global: bool,
    nonlocal: bool,
    /// Assigned, defined, deleted.
    bound: bool,
    imported: bool,
    parameter: bool,
    read: bool,
    annotated: bool,
    /// The target of a comprehension's `for`.
    iteration: bool,
}

impl Use {
    fn is_local(self) -> bool {
        self.bound || self.imported || self.parameter
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    Module,
    Class,
    Function,
    Comprehension(Brackets),
    /// Annotations under `from __future__ import annotations`, which nobody evaluates.
    Annotation,
}

/// The kind of a comprehension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Brackets {
    List,
    Set,
    Dict,
    Generator,
}

struct Scope {
    block: Block,
    children: Vec<usize>,
    /// In the order in which they were met.
    names: Vec<(Name, Use)>,
    by_name: HashMap<Name, usize>,
    /// Where a name was declared global or nonlocal.
    declared: Vec<(Name, Span)>,
    traits: Traits,
    /// How many comprehensions' iterables surround the current expression.
    in_iterable: u32,
    /// The target of a comprehension's `for` is being read.
    in_target: bool,
}

impl Scope {
    fn new(block: Block) -> Self {
        Scope {
            block,
            children: Vec::new(),
            names: Vec::new(),
            by_name: HashMap::new(),
            declared: Vec::new(),
            traits: Traits::default(),
            in_iterable: 0,
            in_target: false,
        }
    }

    fn get(&self, name: &str) -> Use {
        self.by_name.get(name).map_or(Use::default(), |&at| self.names[at].1)
    }

    fn entry(&mut self, name: &Name) -> &mut Use {
        let at = *self.by_name.entry(name.clone()).or_insert_with(|| {
            self.names.push((name.clone(), Use::default()));
            self.names.len() - 1
        });
        &mut self.names[at].1
    }

    fn declaration(&self, name: &str) -> Span {
        let found = self.declared.iter().find(|(declared, _)| &**declared == name);
        found.map_or(Span::default(), |&(_, span)| span)
    }
}

/// What one occurrence does with a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flag {
    Global,
    Nonlocal,
    Bound,
    Imported,
    Parameter,
    Read,
    Annotated,
}

struct Walk {
    /// Every scope met so far; those in `open` are being read.
    scopes: Vec<Scope>,
    open: Vec<usize>,
    /// The class whose private names are mangled.
    class: Option<Name>,
    /// The bytes that names of classes have added to private names.
    mangled: usize,
    future_annotations: bool,
    traits: Scopes,
}

impl Walk {
    fn current(&mut self) -> &mut Scope {
        let at = self.open[self.open.len() - 1];
        &mut self.scopes[at]
    }

    fn enter(&mut self, block: Block) {
        let at = self.scopes.len();
        let mut scope = Scope::new(block);
        let parent = self.current();
        parent.children.push(at);
        scope.in_iterable = parent.in_iterable;
        self.open.push(at);
        self.scopes.push(scope);
    }

    fn exit(&mut self) -> Traits {
        let traits = self.current().traits;
        self.open.pop();
        traits
    }

    fn add(&mut self, name: &Name, flag: Flag, span: Span) -> Checked {
        let at = self.open[self.open.len() - 1];
        self.add_to(at, name, flag, span)
    }

    fn add_to(&mut self, scope: usize, name: &Name, flag: Flag, span: Span) -> Checked {
        let mangled = mangle(self.class.as_ref(), name);
        self.mangled += mangled.len() - name.len();
        if self.mangled > MANGLED {
            return refuse(span, "the program is too large");
        }
        let in_target = self.scopes[scope].in_target;
        let entry = self.scopes[scope].entry(&mangled);
        if flag == Flag::Parameter && entry.parameter {
            return refuse(span, format!("duplicate argument '{name}' in function definition"));
        }
        match flag {
            Flag::Global => entry.global = true,
            Flag::Nonlocal => entry.nonlocal = true,
            Flag::Bound => entry.bound = true,
            Flag::Imported => entry.imported = true,
            Flag::Parameter => entry.parameter = true,
            Flag::Read => entry.read = true,
            Flag::Annotated => {
                entry.annotated = true;
                entry.bound = true;
            }
        }
        if in_target {
            if entry.global || entry.nonlocal {
                let message = "comprehension inner loop cannot rebind assignment expression target";
                return refuse(span, format!("{message} '{name}'"));
            }
            entry.iteration = true;
        }
        if flag == Flag::Global {
            self.scopes[0].entry(&mangled).global = true;
        }
        Ok(())
    }

    fn declare(&mut self, name: &Name, span: Span) {
        let mangled = mangle(self.class.as_ref(), name);
        self.current().declared.push((mangled, span));
    }

    fn body(&mut self, body: &[Stmt]) -> Checked {
        body.iter().try_for_each(|stmt| self.statement(stmt))
    }

    fn statement(&mut self, stmt: &Stmt) -> Checked {
        match &stmt.kind {
            StmtKind::FunctionDef(def) => self.function(stmt, def),
            StmtKind::ClassDef(def) => self.class(stmt, def),
            StmtKind::Return(value) => self.optional(value),
            StmtKind::Delete(targets) => self.targets(targets),
            StmtKind::Assign { targets, value } => {
                self.targets(targets)?;
                self.expression(value)
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.target(target)?;
                self.expression(value)
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated(stmt.span, target, *simple, value.is_some())?;
                self.annotations([annotation].into_iter())?;
                self.optional(value)
            }
            StmtKind::For { target, iter, body, orelse, .. } => {
                self.target(target)?;
                self.expression(iter)?;
                self.body(body)?;
                self.body(orelse)
            }
            StmtKind::While { test, body, orelse } | StmtKind::If { test, body, orelse } => {
                self.expression(test)?;
                self.body(body)?;
                self.body(orelse)
            }
            StmtKind::With { items, body, .. } => {
                for item in items {
                    self.expression(&item.context)?;
                    item.target.iter().try_for_each(|target| self.target(target))?;
                }
                self.body(body)
            }
            StmtKind::Match { subject, cases } => self.matching(subject, cases),
            StmtKind::Raise { exc, cause } => {
                self.optional(exc)?;
                self.optional(cause)
            }
            StmtKind::Try { body, handlers, orelse, finalbody, .. } => {
                self.body(body)?;
                self.body(orelse)?;
                handlers.iter().try_for_each(|handler| self.handler(handler))?;
                self.body(finalbody)
            }
            StmtKind::Assert { test, msg } => {
                self.expression(test)?;
                self.optional(msg)
            }
            StmtKind::Import(names) | StmtKind::ImportFrom { names, .. } => names.iter().try_for_each(|alias| self.alias(alias)),
            StmtKind::Global(names) => names.iter().try_for_each(|name| self.global(name, stmt.span)),
            StmtKind::Nonlocal(names) => names.iter().try_for_each(|name| self.nonlocal(name, stmt.span)),
            StmtKind::Expr(value) => self.expression(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
        }
    }

    fn function(&mut self, stmt: &Stmt, def: &FunctionDef) -> Checked {
        self.add(&def.name, Flag::Bound, stmt.span)?;
        self.defaults(&def.params)?;
        self.annotations(def.params.annotations().chain(&def.returns))?;
        self.expressions(&def.decorators)?;
        self.enter(Block::Function);
        self.current().traits.coroutine = def.is_async;
        self.parameters(&def.params)?;
        self.body(&def.body)?;
        let traits = self.exit();
        self.traits.insert(address(stmt), traits);
        Ok(())
    }

    fn class(&mut self, stmt: &Stmt, def: &ClassDef) -> Checked {
        self.add(&def.name, Flag::Bound, stmt.span)?;
        self.expressions(&def.bases)?;
        self.keywords(&def.keywords)?;
        self.expressions(&def.decorators)?;
        self.enter(Block::Class);
        let outer = self.class.replace(def.name.clone());
        self.body(&def.body)?;
        self.class = outer;
        self.exit();
        Ok(())
    }

    fn defaults(&mut self, params: &Parameters) -> Checked {
        let mut defaults = params.defaults();
        defaults.try_for_each(|default| self.expression(default))
    }

    fn parameters(&mut self, params: &Parameters) -> Checked {
        let plain = params.posonly.iter().chain(&params.args).chain(&params.kwonly);
        let mut all = plain.chain(params.vararg.as_deref()).chain(params.kwarg.as_deref());
        all.try_for_each(|param| self.add(&param.name, Flag::Parameter, param.span))
    }

    fn annotations<'a>(&mut self, mut annotations: impl Iterator<Item = &'a Expr>) -> Checked {
        if self.future_annotations {
            self.enter(Block::Annotation);
        }
        annotations.try_for_each(|annotation| self.expression(annotation))?;
        if self.future_annotations {
            self.exit();
        }
        Ok(())
    }

    fn annotated(&mut self, span: Span, target: &Expr, simple: bool, has_value: bool) -> Checked {
        let ExprKind::Name(name) = &target.kind else { return self.target(target) };
        let known = self.lookup(name);
        let at_module = self.open.len() == 1;
        if simple && !at_module && (known.global || known.nonlocal) {
            let what = if known.global { "global" } else { "nonlocal" };
            return refuse(span, format!("annotated name '{name}' can't be {what}"));
        }
        if simple {
            self.add(name, Flag::Annotated, target.span)
        } else if has_value {
            self.add(name, Flag::Bound, target.span)
        } else {
            Ok(())
        }
    }

    fn matching(&mut self, subject: &Expr, cases: &[MatchCase]) -> Checked {
        self.expression(subject)?;
        for case in cases {
            self.pattern(&case.pattern)?;
            self.optional(&case.guard)?;
            self.body(&case.body)?;
        }
        Ok(())
    }

    fn handler(&mut self, handler: &ExceptHandler) -> Checked {
        self.optional(&handler.kind)?;
        self.optional_name(&handler.name, handler.span)?;
        self.body(&handler.body)
    }

    fn optional_name(&mut self, name: &Option<Name>, span: Span) -> Checked {
        name.iter().try_for_each(|name| self.add(name, Flag::Bound, span))
    }

    fn alias(&mut self, alias: &Alias) -> Checked {
        if &*alias.name == "*" {
            if self.current().block != Block::Module {
                return refuse(alias.span, "import * only allowed at module level");
            }
            return Ok(());
        }
        match &alias.asname {
            Some(name) => self.add(name, Flag::Imported, alias.span),
            None => {
                let first = alias.name.split('.').next().unwrap_or_default();
                self.add(&Name::from(first), Flag::Imported, alias.span)
            }
        }
    }

    fn global(&mut self, name: &Name, span: Span) -> Checked {
        let known = self.lookup(name);
        if known.parameter {
            return refuse(span, format!("name '{name}' is parameter and global"));
        }
        self.check_unused(name, known, span, "global")?;
        self.add(name, Flag::Global, span)?;
        self.declare(name, span);
        Ok(())
    }

    fn nonlocal(&mut self, name: &Name, span: Span) -> Checked {
        let known = self.lookup(name);
        if known.parameter {
            return refuse(span, format!("name '{name}' is parameter and nonlocal"));
        }
        self.check_unused(name, known, span, "nonlocal")?;
        self.add(name, Flag::Nonlocal, span)?;
        self.declare(name, span);
        Ok(())
    }

    fn check_unused(&self, name: &Name, known: Use, span: Span, what: &str) -> Checked {
        if known.read {
            refuse(span, format!("name '{name}' is used prior to {what} declaration"))
        } else if known.annotated {
            refuse(span, format!("annotated name '{name}' can't be {what}"))
        } else if known.bound {
            refuse(span, format!("name '{name}' is assigned to before {what} declaration"))
        } else {
            Ok(())
        }
    }

    fn lookup(&mut self, name: &Name) -> Use {
        let mangled = mangle(self.class.as_ref(), name);
        self.current().get(&mangled)
    }

    fn pattern(&mut self, pattern: &Pattern) -> Checked {
        match &pattern.kind {
            PatternKind::Value(value) => self.expression(value),
            PatternKind::Singleton(_) => Ok(()),
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => self.patterns(patterns),
            PatternKind::Mapping { keys, patterns, rest } => {
                self.expressions(keys)?;
                self.patterns(patterns)?;
                self.optional_name(rest, pattern.span)
            }
            PatternKind::Class { class, patterns, keywords } => {
                self.expression(class)?;
                self.patterns(patterns)?;
                keywords.iter().try_for_each(|(_, pattern)| self.pattern(pattern))
            }
            PatternKind::Star(name) => self.optional_name(name, pattern.span),
            PatternKind::As { pattern: inner, name } => {
                inner.iter().try_for_each(|inner| self.pattern(inner))?;
                self.optional_name(name, pattern.span)
            }
        }
    }

    fn patterns(&mut self, patterns: &[Pattern]) -> Checked {
        patterns.iter().try_for_each(|pattern| self.pattern(pattern))
    }

    fn targets(&mut self, targets: &[Expr]) -> Checked {
        targets.iter().try_for_each(|target| self.target(target))
    }

    /// An expression whose names are bound rather than read.
    fn target(&mut self, target: &Expr) -> Checked {
        match &target.kind {
            ExprKind::Name(name) => self.add(name, Flag::Bound, target.span),
            ExprKind::List(elements) | ExprKind::Tuple(elements) => self.targets(elements),
            ExprKind::Starred(value) => self.target(value),
            _ => self.expression(target),
        }
    }

    fn optional(&mut self, expr: &Option<Expr>) -> Checked {
        expr.iter().try_for_each(|expr| self.expression(expr))
    }

    fn expressions(&mut self, expressions: &[Expr]) -> Checked {
        expressions.iter().try_for_each(|expr| self.expression(expr))
    }

    fn keywords(&mut self, keywords: &[Keyword]) -> Checked {
        keywords.iter().try_for_each(|keyword| self.expression(&keyword.value))
    }

    fn expression(&mut self, expr: &Expr) -> Checked {
        match &expr.kind {
            ExprKind::NamedExpr { target, target_span, value } => self.walrus(expr, target, *target_span, value),
            ExprKind::Lambda { params, body } => {
                self.defaults(params)?;
                self.enter(Block::Function);
                self.parameters(params)?;
                self.expression(body)?;
                let traits = self.exit();
                self.traits.insert(address(expr), traits);
                Ok(())
            }
            ExprKind::Dict { keys, values } => {
                keys.iter().try_for_each(|key| self.optional(key))?;
                self.expressions(values)
            }
            ExprKind::ListComp { element, generators } => self.comprehension(expr, Brackets::List, generators, &[element]),
            ExprKind::SetComp { element, generators } => self.comprehension(expr, Brackets::Set, generators, &[element]),
            ExprKind::GeneratorExp { element, generators } => self.comprehension(expr, Brackets::Generator, generators, &[element]),
            ExprKind::DictComp { key, value, generators } => self.comprehension(expr, Brackets::Dict, generators, &[value, key]),
            ExprKind::Yield(value) => {
                self.not_in_annotation(expr, "yield expression")?;
                value.iter().try_for_each(|value| self.expression(value))?;
                self.yields(expr)
            }
            ExprKind::YieldFrom(value) => {
                self.not_in_annotation(expr, "yield expression")?;
                self.expression(value)?;
                self.yields(expr)
            }
            ExprKind::Await(value) => {
                self.not_in_annotation(expr, "await expression")?;
                self.expression(value)?;
                self.current().traits.coroutine = true;
                Ok(())
            }
            ExprKind::Name(name) => self.add(name, Flag::Read, expr.span),
            _ => expr.try_each_child(&mut |child| self.expression(child)),
        }
    }

    fn not_in_annotation(&mut self, expr: &Expr, what: &str) -> Checked {
        if self.current().block == Block::Annotation {
            return refuse(expr.span, format!("'{what}' can not be used within an annotation"));
        }
        Ok(())
    }

    fn yields(&mut self, expr: &Expr) -> Checked {
        self.current().traits.generator = true;
        let place = match self.current().block {
            Block::Comprehension(Brackets::List) => "list comprehension",
            Block::Comprehension(Brackets::Set) => "set comprehension",
            Block::Comprehension(Brackets::Dict) => "dict comprehension",
            Block::Comprehension(Brackets::Generator) => "generator expression",
            _ => return Ok(()),
        };
        refuse(expr.span, format!("'yield' inside {place}"))
    }

    fn walrus(&mut self, expr: &Expr, target: &Name, target_span: Span, value: &Expr) -> Checked {
        self.not_in_annotation(expr, "named expression")?;
        if self.current().in_iterable > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            return refuse(expr.span, message);
        }
        if matches!(self.current().block, Block::Comprehension(_)) {
            self.bind_outside_comprehensions(target, target_span)?;
        }
        self.expression(value)?;
        self.add(target, Flag::Bound, target_span)
    }

    /// `:=` in a comprehension binds in the scope around all comprehensions.
    fn bind_outside_comprehensions(&mut self, name: &Name, span: Span) -> Checked {
        let mangled = mangle(self.class.as_ref(), name);
        for at in self.open.clone().into_iter().rev() {
            let known = self.scopes[at].get(&mangled);
            match self.scopes[at].block {
                Block::Comprehension(_) => {
                    if known.iteration && (known.bound || known.global) {
                        let message = "assignment expression cannot rebind comprehension iteration variable";
                        return refuse(span, format!("{message} '{name}'"));
                    }
                }
                Block::Function => {
                    let flag = if known.global { Flag::Global } else { Flag::Nonlocal };
                    self.add(name, flag, span)?;
                    self.declare(name, span);
                    return self.add_to(at, name, Flag::Bound, span);
                }
                Block::Module => {
                    self.add(name, Flag::Global, span)?;
                    self.declare(name, span);
                    return self.add_to(at, name, Flag::Global, span);
                }
                Block::Class => {
                    let message = "assignment expression within a comprehension cannot be used in a class body";
                    return refuse(span, message);
                }
                Block::Annotation => {}
            }
        }
        Ok(())
    }

    fn comprehension(&mut self, expr: &Expr, brackets: Brackets, generators: &[Comprehension], elements: &[&Expr]) -> Checked {
        let Some((outermost, rest)) = generators.split_first() else { return Ok(()) };
        self.iterable(&outermost.iter)?;
        self.enter(Block::Comprehension(brackets));
        self.current().traits.coroutine = outermost.is_async;
        self.iteration_target(&outermost.target)?;
        self.expressions(&outermost.ifs)?;
        for generator in rest {
            self.iteration_target(&generator.target)?;
            self.iterable(&generator.iter)?;
            self.expressions(&generator.ifs)?;
            self.current().traits.coroutine |= generator.is_async;
        }
        elements.iter().try_for_each(|element| self.expression(element))?;
        let traits = self.exit();
        self.traits.insert(address(expr), traits);
        if traits.coroutine && brackets != Brackets::Generator {
            self.current().traits.coroutine = true;
        }
        Ok(())
    }

    fn iterable(&mut self, iter: &Expr) -> Checked {
        self.current().in_iterable += 1;
        self.expression(iter)?;
        self.current().in_iterable -= 1;
        Ok(())
    }

    fn iteration_target(&mut self, target: &Expr) -> Checked {
        self.current().in_target = true;
        self.target(target)?;
        self.current().in_target = false;
        Ok(())
    }
}

/// Looks at every scope once more, knowing what the functions around it bind.
fn analyze(scopes: &[Scope], at: usize, bound: Option<&HashSet<Name>>) -> Checked {
    let scope = &scopes[at];
    for (name, known) in &scope.names {
        if known.nonlocal {
            check_nonlocal(scope, name, *known, bound)?;
        }
    }
    if scope.children.is_empty() {
        return Ok(());
    }
    let visible = visible_inside(scope, bound);
    scope.children.iter().try_for_each(|&child| analyze(scopes, child, Some(&visible)))
}

fn check_nonlocal(scope: &Scope, name: &Name, known: Use, bound: Option<&HashSet<Name>>) -> Checked {
    let message = match bound {
        _ if known.global => format!("name '{name}' is nonlocal and global"),
        None => "nonlocal declaration not allowed at module level".to_owned(),
        Some(bound) if !bound.contains(name) => format!("no binding for nonlocal '{name}' found"),
        Some(_) => return Ok(()),
    };
    refuse(scope.declaration(name), message)
}

/// The names that a function inside `scope` may declare nonlocal.
fn visible_inside(scope: &Scope, bound: Option<&HashSet<Name>>) -> HashSet<Name> {
    let mut visible = bound.cloned().unwrap_or_default();
    let is_function = matches!(scope.block, Block::Function | Block::Comprehension(_));
    for (name, known) in &scope.names {
        if known.global {
            visible.remove(name);
        } else if is_function && !known.nonlocal && known.is_local() {
            visible.insert(name.clone());
        }
    }
    if scope.block == Block::Class {
        visible.insert(Name::from("__class__"));
    }
    visible
}

/// A class's private names carry its own.
fn mangle(class: Option<&Name>, name: &Name) -> Name {
    let Some(class) = class else { return name.clone() };
    let class = class.trim_start_matches('_');
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') || class.is_empty() {
        return name.clone();
    }
    format!("_{class}{name}").into()
}

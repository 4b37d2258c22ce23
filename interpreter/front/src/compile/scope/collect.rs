//! The first pass: how each block uses its names.

use std::collections::{HashMap, HashSet};

use super::{Block, Scope, ScopeId, Scopes, Uses, address, mangle};
use crate::compile::fold::Folder;
use crate::compile::{future_annotations, refuse, warnings};
use crate::limits::TABLES;
use crate::syntax::error::SyntaxError;
use crate::syntax::tree::*;

type Result<T = ()> = std::result::Result<T, Box<SyntaxError>>;

/// Names by which a program, or the library for it, may look at variables it does not name.
const REFLECTIVE: &[&str] = &[
    "__builtins__",
    "__dict__",
    "__globals__",
    "__import__",
    "__main__",
    "breakpoint",
    "dir",
    "doctest",
    "eval",
    "exec",
    "f_globals",
    "f_locals",
    "get_annotations",
    "get_type_hints",
    "getclosurevars",
    "getdoc",
    "global_enum",
    "globals",
    "locals",
    "modules",
    "singledispatch",
    "singledispatchmethod",
    "unittest",
    "vars",
];

/// Collects the uses of names in a program.
pub fn collect(module: &Module, folder: &Folder) -> Result<Scopes> {
    let scopes = Scopes {
        scopes: vec![Scope::new(Block::Module, None)],
        by_node: HashMap::new(),
        used_inside: HashSet::new(),
        reflective: false,
        warnings: Vec::new(),
        room: TABLES,
    };
    let mut collector = Collector {
        scopes,
        folder,
        current: 0,
        class: None,
        future_annotations: future_annotations(module),
        in_iterable: 0,
        in_iteration_target: false,
    };
    collector.statements(&module.body)?;
    Ok(collector.scopes)
}

struct Collector<'a> {
    scopes: Scopes,
    folder: &'a Folder,
    current: ScopeId,
    /// The class whose private names are mangled.
    class: Option<&'a str>,
    future_annotations: bool,
    /// How many iterables of comprehensions surround us.
    in_iterable: u32,
    in_iteration_target: bool,
}

/// What an expression is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    Load,
    Store,
    Delete,
}

impl<'a> Collector<'a> {
    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes.scopes[self.current]
    }

    fn mangled(&self, name: &Name) -> Name {
        mangle(self.class, name)
    }

    fn uses(&self, name: &Name) -> Uses {
        let name = self.mangled(name);
        self.scopes.scopes[self.current].symbols.get(&name).map_or(Uses::default(), |symbol| symbol.uses)
    }

    /// Notes a use of a name in a scope.
    fn note_in(&mut self, scope: ScopeId, name: &Name, span: Span, note: impl FnOnce(&mut Uses)) -> Result {
        let name = self.mangled(name);
        let in_target = self.in_iteration_target;
        if !self.scopes.scopes[scope].symbols.contains_key(&name) {
            self.scopes.reserve(1, name.len(), span)?;
        }
        let uses = &mut self.scopes.scopes[scope].symbols.entry(name.clone()).or_default().uses;
        note(uses);
        if in_target {
            if uses.global || uses.nonlocal {
                return refuse(span, format!("comprehension inner loop cannot rebind assignment expression target '{name}'"));
            }
            uses.iterated = true;
        }
        Ok(())
    }

    fn note(&mut self, name: &Name, span: Span, note: impl FnOnce(&mut Uses)) -> Result {
        self.note_in(self.current, name, span, note)
    }

    fn bind(&mut self, name: &Name, span: Span) -> Result {
        if &**name == "__debug__" {
            return refuse(span, "cannot assign to __debug__");
        }
        self.note(name, span, |uses| uses.local = true)
    }

    /// Opens a scope for `node`, lets `inside` fill it and closes it; answers whether it awaits.
    fn within<T>(&mut self, block: Block, node: &T, inside: impl FnOnce(&mut Self) -> Result) -> Result<bool> {
        let id = self.scopes.scopes.len();
        let outer = self.current;
        self.scopes.scopes[outer].children.push(id);
        self.scopes.scopes.push(Scope::new(block, Some(outer)));
        self.scopes.by_node.insert(address(node), id);
        self.current = id;
        inside(self)?;
        self.current = outer;
        Ok(self.scopes.scopes[id].is_coroutine)
    }

    fn statements(&mut self, body: &'a [Stmt]) -> Result {
        body.iter().try_for_each(|statement| self.statement(statement))
    }

    fn statement(&mut self, statement: &'a Stmt) -> Result {
        let span = statement.span;
        match &statement.kind {
            StmtKind::FunctionDef(function) => self.function(function, span),
            StmtKind::ClassDef(class) => self.class(class, span),
            StmtKind::Return(value) => self.optional(value.as_ref()),
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.expression(target, Context::Delete)),
            StmtKind::Assign { targets, value } => {
                targets.iter().try_for_each(|target| self.expression(target, Context::Store))?;
                self.load(value)
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.expression(target, Context::Store)?;
                self.load(value)
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated(target, value.is_some(), *simple)?;
                self.annotation(Some(annotation))?;
                self.optional(value.as_ref())
            }
            StmtKind::For { is_async, target, iter, body, orelse } => {
                self.scope().is_coroutine |= is_async;
                self.expression(target, Context::Store)?;
                self.load(iter)?;
                self.statements(body)?;
                self.statements(orelse)
            }
            StmtKind::While { test, body, orelse } | StmtKind::If { test, body, orelse } => {
                self.load(test)?;
                self.statements(body)?;
                self.statements(orelse)
            }
            StmtKind::With { is_async, items, body } => {
                self.scope().is_coroutine |= is_async;
                for item in items {
                    self.load(&item.context)?;
                    if let Some(target) = &item.target {
                        self.expression(target, Context::Store)?;
                    }
                }
                self.statements(body)
            }
            StmtKind::Match { subject, cases } => {
                self.load(subject)?;
                for case in cases {
                    self.pattern(&case.pattern)?;
                    self.optional(case.guard.as_ref())?;
                    self.statements(&case.body)?;
                }
                Ok(())
            }
            StmtKind::Raise { exc, cause } => {
                self.optional(exc.as_ref())?;
                self.optional(cause.as_ref())
            }
            StmtKind::Try { body, handlers, orelse, finalbody, .. } => {
                self.statements(body)?;
                self.statements(orelse)?;
                for handler in handlers {
                    self.optional(handler.kind.as_ref())?;
                    if let Some(name) = &handler.name {
                        self.bind(name, handler.span)?;
                        self.note(name, handler.span, |uses| uses.deleted = true)?;
                    }
                    self.statements(&handler.body)?;
                }
                self.statements(finalbody)
            }
            StmtKind::Assert { test, msg } => {
                self.scopes.warnings.extend(warnings::of_assertion(span, test));
                self.load(test)?;
                self.optional(msg.as_ref())
            }
            StmtKind::Import(aliases) => {
                aliases.iter().try_for_each(|alias| self.import(alias, alias.name.split('.').next().unwrap_or_default()))
            }
            StmtKind::ImportFrom { module, names, .. } => {
                if let Some(module) = module {
                    self.mention_parts(module);
                }
                names.iter().try_for_each(|alias| self.import(alias, &alias.name))
            }
            StmtKind::Global(names) => names.iter().try_for_each(|name| self.declare(name, span, true)),
            StmtKind::Nonlocal(names) => names.iter().try_for_each(|name| self.declare(name, span, false)),
            StmtKind::Expr(value) => self.load(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
        }
    }

    fn function(&mut self, function: &'a FunctionDef, span: Span) -> Result {
        self.bind(&function.name, span)?;
        self.defaults(&function.params)?;
        self.annotations(&function.params)?;
        self.annotation(function.returns.as_ref())?;
        function.decorators.iter().try_for_each(|decorator| self.load(decorator))?;
        self.within(Block::Function, function, |inside| {
            inside.scope().is_coroutine = function.is_async;
            inside.parameters(&function.params)?;
            inside.statements(&function.body)
        })?;
        Ok(())
    }

    fn class(&mut self, class: &'a ClassDef, span: Span) -> Result {
        self.bind(&class.name, span)?;
        class.bases.iter().try_for_each(|base| self.load(base))?;
        class.keywords.iter().try_for_each(|keyword| self.load(&keyword.value))?;
        class.decorators.iter().try_for_each(|decorator| self.load(decorator))?;
        let outer = self.class.replace(&class.name);
        self.within(Block::Class, class, |inside| inside.statements(&class.body))?;
        self.class = outer;
        Ok(())
    }

    fn defaults(&mut self, params: &'a Parameters) -> Result {
        let all = params.posonly.iter().chain(&params.args).chain(&params.kwonly);
        all.filter_map(|param| param.default.as_ref()).try_for_each(|default| self.load(default))
    }

    fn annotations(&mut self, params: &'a Parameters) -> Result {
        let all = params.posonly.iter().chain(&params.args).chain(params.vararg.as_deref());
        let all = all.chain(&params.kwonly).chain(params.kwarg.as_deref());
        all.map(|param| param.annotation.as_ref()).try_for_each(|annotation| self.annotation(annotation))
    }

    /// Annotations that become strings use no names.
    fn annotation(&mut self, annotation: Option<&'a Expr>) -> Result {
        if self.future_annotations { Ok(()) } else { self.optional(annotation) }
    }

    fn parameters(&mut self, params: &'a Parameters) -> Result {
        let all = params.posonly.iter().chain(&params.args).chain(&params.kwonly);
        for param in all.chain(params.vararg.as_deref()).chain(params.kwarg.as_deref()) {
            if &*param.name == "__debug__" {
                return refuse(param.span, "cannot assign to __debug__");
            }
            if self.uses(&param.name).param {
                return refuse(param.span, format!("duplicate argument '{}' in function definition", param.name));
            }
            self.note(&param.name, param.span, |uses| uses.param = true)?;
            let name = self.mangled(&param.name);
            self.scope().params.push(name);
        }
        Ok(())
    }

    fn annotated(&mut self, target: &'a Expr, has_value: bool, simple: bool) -> Result {
        let ExprKind::Name(name) = &target.kind else { return self.expression(target, Context::Store) };
        let uses = self.uses(name);
        if simple && self.current != 0 && (uses.global || uses.nonlocal) {
            let what = if uses.global { "global" } else { "nonlocal" };
            return refuse(target.span, format!("annotated name '{name}' can't be {what}"));
        }
        if simple {
            self.note(name, target.span, |uses| uses.annotated = true)?;
        }
        if simple || has_value {
            self.bind(name, target.span)?;
        }
        Ok(())
    }

    fn import(&mut self, alias: &'a Alias, default: &str) -> Result {
        if &*alias.name == "*" {
            if self.scope().block != Block::Module {
                return refuse(alias.span, "import * only allowed at module level");
            }
            self.scopes.reflective = true;
            return Ok(());
        }
        self.mention_parts(&alias.name);
        let name = alias.asname.clone().unwrap_or_else(|| default.into());
        self.note(&name, alias.span, |uses| uses.import = true)
    }

    fn declare(&mut self, name: &Name, span: Span, global: bool) -> Result {
        let what = if global { "global" } else { "nonlocal" };
        let uses = self.uses(name);
        if uses.param {
            return refuse(span, format!("name '{name}' is parameter and {what}"));
        }
        if uses.read {
            return refuse(span, format!("name '{name}' is used prior to {what} declaration"));
        }
        if uses.annotated {
            return refuse(span, format!("annotated name '{name}' can't be {what}"));
        }
        if uses.local {
            return refuse(span, format!("name '{name}' is assigned to before {what} declaration"));
        }
        self.note_declaration(name, span, global)
    }

    fn note_declaration(&mut self, name: &Name, span: Span, global: bool) -> Result {
        let mangled = self.mangled(name);
        self.scope().declared.entry(mangled).or_insert(span);
        self.note(name, span, |uses| if global { uses.global = true } else { uses.nonlocal = true })
    }

    fn pattern(&mut self, pattern: &'a Pattern) -> Result {
        let mut bind = |name: &Option<Name>| match name {
            Some(name) => self.bind(name, pattern.span),
            None => Ok(()),
        };
        match &pattern.kind {
            PatternKind::Value(value) => self.load(value),
            PatternKind::Singleton(_) => Ok(()),
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => patterns.iter().try_for_each(|each| self.pattern(each)),
            PatternKind::Mapping { keys, patterns, rest } => {
                bind(rest)?;
                keys.iter().try_for_each(|key| self.load(key))?;
                patterns.iter().try_for_each(|each| self.pattern(each))
            }
            PatternKind::Class { class, patterns, keywords } => {
                self.load(class)?;
                patterns.iter().chain(keywords.iter().map(|(_, each)| each)).try_for_each(|each| self.pattern(each))
            }
            PatternKind::Star(name) => bind(name),
            PatternKind::As { pattern: inner, name } => {
                bind(name)?;
                inner.as_deref().map_or(Ok(()), |inner| self.pattern(inner))
            }
        }
    }

    fn optional(&mut self, expression: Option<&'a Expr>) -> Result {
        expression.map_or(Ok(()), |expression| self.load(expression))
    }

    fn load(&mut self, expression: &'a Expr) -> Result {
        self.expression(expression, Context::Load)
    }

    fn expression(&mut self, expression: &'a Expr, context: Context) -> Result {
        if context == Context::Load {
            self.scopes.warnings.extend(warnings::of_expression(self.folder, expression));
        }
        match &expression.kind {
            ExprKind::BoolOp { values, .. } | ExprKind::Set(values) => values.iter().try_for_each(|value| self.load(value)),
            ExprKind::NamedExpr { target, value, .. } => self.walrus(target, value, expression.span),
            ExprKind::BinOp { left, right, .. } => {
                self.load(left)?;
                self.load(right)
            }
            ExprKind::UnaryOp { operand, .. } => self.load(operand),
            ExprKind::Lambda { params, body } => {
                self.defaults(params)?;
                self.within(Block::Function, expression, |inside| {
                    inside.parameters(params)?;
                    inside.load(body)
                })?;
                Ok(())
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.load(test)?;
                self.load(body)?;
                self.load(orelse)
            }
            ExprKind::Dict { keys, values } => {
                keys.iter().flatten().try_for_each(|key| self.load(key))?;
                values.iter().try_for_each(|value| self.load(value))
            }
            ExprKind::ListComp { element, generators }
            | ExprKind::SetComp { element, generators }
            | ExprKind::GeneratorExp { element, generators } => self.comprehension(expression, element, None, generators),
            ExprKind::DictComp { key, value, generators } => self.comprehension(expression, key, Some(value), generators),
            ExprKind::Await(value) => {
                self.load(value)?;
                self.scope().is_coroutine = true;
                Ok(())
            }
            ExprKind::Yield(value) => {
                self.optional(value.as_deref())?;
                self.generates(expression)
            }
            ExprKind::YieldFrom(value) => {
                self.load(value)?;
                self.generates(expression)
            }
            ExprKind::Compare { left, comparators, .. } => {
                self.load(left)?;
                comparators.iter().try_for_each(|each| self.load(each))
            }
            ExprKind::Call { func, args, keywords } => {
                self.load(func)?;
                args.iter().try_for_each(|each| self.load(each))?;
                keywords.iter().try_for_each(|each| self.load(&each.value))
            }
            ExprKind::JoinedStr(parts) => self.parts(parts),
            ExprKind::Constant(_) => Ok(()),
            ExprKind::Attribute { value, name, .. } => {
                self.mention(name);
                self.load(value)
            }
            ExprKind::Subscript { value, index } => {
                self.load(value)?;
                self.load(index)
            }
            ExprKind::Starred(value) => self.expression(value, context),
            ExprKind::Name(name) => self.name(name, expression.span, context),
            ExprKind::List(elements) | ExprKind::Tuple(elements) => elements.iter().try_for_each(|each| self.expression(each, context)),
            ExprKind::Slice { lower, upper, step } => [lower, upper, step].into_iter().try_for_each(|part| self.optional(part.as_deref())),
        }
    }

    fn name(&mut self, name: &Name, span: Span, context: Context) -> Result {
        match context {
            Context::Load => {
                self.mention(name);
                self.note(name, span, |uses| uses.read = true)?;
                if &**name == "super" && self.scope().block == Block::Function {
                    self.note(&"__class__".into(), span, |uses| uses.read = true)?;
                }
                Ok(())
            }
            Context::Store => self.bind(name, span),
            Context::Delete => {
                if &**name == "__debug__" {
                    return refuse(span, "cannot delete __debug__");
                }
                self.bind(name, span)?;
                self.note(name, span, |uses| uses.deleted = true)
            }
        }
    }

    fn mention(&mut self, name: &str) {
        self.scopes.reflective |= REFLECTIVE.contains(&name);
    }

    /// The parts of a dotted name.
    fn mention_parts(&mut self, name: &str) {
        name.split('.').for_each(|part| self.mention(part));
    }

    fn generates(&mut self, expression: &'a Expr) -> Result {
        if let Some(what) = self.scope().comprehension {
            return refuse(expression.span, format!("'yield' inside {what}"));
        }
        self.scope().is_generator = true;
        Ok(())
    }

    fn parts(&mut self, parts: &'a [FStringPart]) -> Result {
        for part in parts {
            if let FStringPart::Value { value, spec, .. } = part {
                self.load(value)?;
                spec.as_ref().map_or(Ok(()), |spec| self.parts(spec))?;
            }
        }
        Ok(())
    }

    fn comprehension(&mut self, node: &'a Expr, element: &'a Expr, value: Option<&'a Expr>, generators: &'a [Comprehension]) -> Result {
        let what = match &node.kind {
            ExprKind::ListComp { .. } => "list comprehension",
            ExprKind::SetComp { .. } => "set comprehension",
            ExprKind::DictComp { .. } => "dict comprehension",
            _ => "generator expression",
        };
        let is_generator = matches!(node.kind, ExprKind::GeneratorExp { .. });
        let (first, rest) = generators.split_first().expect("a comprehension has a `for`");
        self.in_iterable += 1;
        self.load(&first.iter)?;
        self.in_iterable -= 1;
        let awaits = self.within(Block::Function, node, |inside| {
            let scope = inside.scope();
            scope.comprehension = Some(what);
            scope.is_coroutine = first.is_async;
            scope.params.push(".0".into());
            scope.symbols.entry(".0".into()).or_default().uses.param = true;
            inside.iteration_target(&first.target)?;
            first.ifs.iter().try_for_each(|test| inside.load(test))?;
            for generator in rest {
                inside.generator(generator)?;
            }
            inside.optional(value)?;
            inside.load(element)?;
            inside.scope().is_generator = is_generator;
            Ok(())
        })?;
        if awaits && !is_generator {
            self.scope().is_coroutine = true;
        }
        Ok(())
    }

    fn generator(&mut self, generator: &'a Comprehension) -> Result {
        self.iteration_target(&generator.target)?;
        self.in_iterable += 1;
        self.load(&generator.iter)?;
        self.in_iterable -= 1;
        generator.ifs.iter().try_for_each(|test| self.load(test))?;
        if generator.is_async {
            self.scope().is_coroutine = true;
        }
        Ok(())
    }

    fn iteration_target(&mut self, target: &'a Expr) -> Result {
        self.in_iteration_target = true;
        self.expression(target, Context::Store)?;
        self.in_iteration_target = false;
        Ok(())
    }

    /// `target := value`; in a comprehension it binds in the function or module around it.
    fn walrus(&mut self, target: &'a Name, value: &'a Expr, span: Span) -> Result {
        if self.in_iterable > 0 {
            return refuse(span, "assignment expression cannot be used in a comprehension iterable expression");
        }
        if self.scope().comprehension.is_some() {
            self.bind_around(target, span)?;
        } else {
            let name = self.mangled(target);
            self.scope().walrus.insert(name);
        }
        self.load(value)?;
        self.bind(target, span)
    }

    fn bind_around(&mut self, target: &'a Name, span: Span) -> Result {
        let name = self.mangled(target);
        let mut at = self.current;
        loop {
            let scope = &mut self.scopes.scopes[at];
            let uses = scope.symbols.get(&name).map_or(Uses::default(), |symbol| symbol.uses);
            if scope.comprehension.is_some() {
                if uses.iterated {
                    return refuse(span, format!("assignment expression cannot rebind comprehension iteration variable '{name}'"));
                }
                at = scope.parent.expect("a comprehension is inside of something");
                continue;
            }
            scope.walrus.insert(name);
            match scope.block {
                Block::Function => {
                    self.note_declaration(target, span, uses.global)?;
                    return self.note_in(at, target, span, |uses| uses.local = true);
                }
                Block::Module => {
                    self.note_declaration(target, span, true)?;
                    return self.note_in(at, target, span, |uses| uses.global = true);
                }
                Block::Class => {
                    return refuse(span, "assignment expression within a comprehension cannot be used in a class body");
                }
            }
        }
    }
}

//! Statements, and what hangs on them: parameters, aliases, handlers, with-items, cases.

use ruff_python_ast as ast;
use ruff_python_ast::Stmt as Parsed;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::{Ranged, TextRange};

use super::expression::operator;
use super::{Lowered, Lowering};
use crate::syntax::tree::{
    Alias, ClassDef, ExceptHandler, Expr, FunctionDef, Keyword, MatchCase, Name, Parameter, Parameters, Stmt, StmtKind, WithItem,
};

impl Lowering<'_> {
    pub(super) fn body(&mut self, statements: &[Parsed]) -> Lowered<Vec<Stmt>> {
        statements.iter().map(|statement| self.statement(statement)).collect()
    }

    fn statement(&mut self, statement: &Parsed) -> Lowered<Stmt> {
        let range = self.without_decorators(statement);
        let kind = self.deeper(range, |this| this.statement_kind(statement))?;
        Ok(Stmt { span: self.span(range), kind })
    }

    fn statement_kind(&mut self, statement: &Parsed) -> Lowered<StmtKind> {
        Ok(match statement {
            Parsed::FunctionDef(def) => StmtKind::FunctionDef(Box::new(self.function(def)?)),
            Parsed::ClassDef(def) => StmtKind::ClassDef(Box::new(self.class(def)?)),
            Parsed::Return(it) => StmtKind::Return(self.optional(it.value.as_deref())?),
            Parsed::Delete(it) => StmtKind::Delete(self.expressions(&it.targets)?),
            Parsed::Assign(it) => StmtKind::Assign { targets: self.expressions(&it.targets)?, value: self.expression(&it.value)? },
            Parsed::AugAssign(it) => {
                StmtKind::AugAssign { target: self.expression(&it.target)?, op: operator(it.op), value: self.expression(&it.value)? }
            }
            Parsed::AnnAssign(it) => StmtKind::AnnAssign {
                target: self.expression(&it.target)?,
                annotation: self.expression(&it.annotation)?,
                value: self.optional(it.value.as_deref())?,
                simple: it.simple,
            },
            Parsed::For(it) => StmtKind::For {
                is_async: it.is_async,
                target: self.expression(&it.target)?,
                iter: self.expression(&it.iter)?,
                body: self.body(&it.body)?,
                orelse: self.body(&it.orelse)?,
            },
            Parsed::While(it) => {
                StmtKind::While { test: self.expression(&it.test)?, body: self.body(&it.body)?, orelse: self.body(&it.orelse)? }
            }
            Parsed::If(it) => StmtKind::If {
                test: self.expression(&it.test)?,
                body: self.body(&it.body)?,
                orelse: self.else_clauses(&it.elif_else_clauses, it.range.end())?,
            },
            Parsed::With(it) => StmtKind::With { is_async: it.is_async, items: self.with_items(&it.items)?, body: self.body(&it.body)? },
            Parsed::Match(it) => StmtKind::Match {
                subject: self.expression(&it.subject)?,
                cases: it.cases.iter().map(|case| self.case(case)).collect::<Lowered<_>>()?,
            },
            Parsed::Raise(it) => StmtKind::Raise { exc: self.optional(it.exc.as_deref())?, cause: self.optional(it.cause.as_deref())? },
            Parsed::Try(it) if it.handlers.is_empty() && !it.orelse.is_empty() => {
                return Err(self.refuse(it.range, "expected 'except' or 'finally' block"));
            }
            Parsed::Try(it) => StmtKind::Try {
                body: self.body(&it.body)?,
                handlers: it.handlers.iter().map(|handler| self.handler(handler)).collect::<Lowered<_>>()?,
                orelse: self.body(&it.orelse)?,
                finalbody: self.body(&it.finalbody)?,
                star: it.is_star,
            },
            Parsed::Assert(it) => StmtKind::Assert { test: self.expression(&it.test)?, msg: self.optional(it.msg.as_deref())? },
            Parsed::Import(it) => StmtKind::Import(self.aliases(&it.names)),
            Parsed::ImportFrom(it) => StmtKind::ImportFrom {
                module: it.module.as_ref().map(|module| self.name(module)),
                names: self.aliases(&it.names),
                level: it.level,
            },
            Parsed::Global(it) => StmtKind::Global(self.names(&it.names)),
            Parsed::Nonlocal(it) => StmtKind::Nonlocal(self.names(&it.names)),
            Parsed::Expr(it) => StmtKind::Expr(self.expression(&it.value)?),
            Parsed::Pass(_) => StmtKind::Pass,
            Parsed::Break(_) => StmtKind::Break,
            Parsed::Continue(_) => StmtKind::Continue,
            // Reported as newer than our version before we come here.
            Parsed::TypeAlias(_) | Parsed::IpyEscapeCommand(_) => {
                return Err(self.refuse(statement.range(), "invalid syntax"));
            }
        })
    }

    /// A definition begins at its `def` or `class`, not at its first decorator.
    fn without_decorators(&self, statement: &Parsed) -> TextRange {
        let decorators = match statement {
            Parsed::FunctionDef(def) => &def.decorator_list,
            Parsed::ClassDef(def) => &def.decorator_list,
            _ => return statement.range(),
        };
        let Some(last) = decorators.last() else { return statement.range() };
        let start =
            self.tokens.after(last.end()).iter().find(|token| matches!(token.kind(), TokenKind::Def | TokenKind::Async | TokenKind::Class));
        start.map_or(statement.range(), |token| TextRange::new(token.start(), statement.end()))
    }

    fn function(&mut self, def: &ast::StmtFunctionDef) -> Lowered<FunctionDef> {
        let (name, name_span) = self.identifier(&def.name);
        Ok(FunctionDef {
            name,
            name_span,
            is_async: def.is_async,
            decorators: self.decorators(&def.decorator_list)?,
            params: self.parameters(&def.parameters)?,
            returns: self.optional(def.returns.as_deref())?,
            body: self.body(&def.body)?,
        })
    }

    fn class(&mut self, def: &ast::StmtClassDef) -> Lowered<ClassDef> {
        let (name, name_span) = self.identifier(&def.name);
        Ok(ClassDef {
            name,
            name_span,
            decorators: self.decorators(&def.decorator_list)?,
            bases: self.expressions(def.bases())?,
            keywords: self.keywords(def.keywords())?,
            body: self.body(&def.body)?,
        })
    }

    fn decorators(&mut self, decorators: &[ast::Decorator]) -> Lowered<Vec<Expr>> {
        decorators.iter().map(|decorator| self.expression(&decorator.expression)).collect()
    }

    pub(super) fn parameters(&mut self, params: &ast::Parameters) -> Lowered<Parameters> {
        Ok(Parameters {
            posonly: self.parameters_with_defaults(&params.posonlyargs)?,
            args: self.parameters_with_defaults(&params.args)?,
            vararg: self.lone_parameter(params.vararg.as_deref())?,
            kwonly: self.parameters_with_defaults(&params.kwonlyargs)?,
            kwarg: self.lone_parameter(params.kwarg.as_deref())?,
        })
    }

    fn parameters_with_defaults(&mut self, params: &[ast::ParameterWithDefault]) -> Lowered<Vec<Parameter>> {
        let lower = |param: &ast::ParameterWithDefault| self.parameter(&param.parameter, param.default());
        params.iter().map(lower).collect()
    }

    fn lone_parameter(&mut self, param: Option<&ast::Parameter>) -> Lowered<Option<Box<Parameter>>> {
        param.map(|param| self.parameter(param, None).map(Box::new)).transpose()
    }

    fn parameter(&mut self, param: &ast::Parameter, default: Option<&ast::Expr>) -> Lowered<Parameter> {
        let start = param.name.start();
        Ok(Parameter {
            span: self.span(TextRange::new(start, param.end())),
            name: self.name(&param.name),
            annotation: self.optional(param.annotation())?,
            default: self.optional(default)?,
        })
    }

    /// `elif` and `else`: each `elif` is an `if` alone in the else of the one before.
    fn else_clauses(&mut self, clauses: &[ast::ElifElseClause], end: ruff_text_size::TextSize) -> Lowered<Vec<Stmt>> {
        let Some((clause, rest)) = clauses.split_first() else { return Ok(Vec::new()) };
        let Some(test) = &clause.test else { return self.body(&clause.body) };
        let range = TextRange::new(clause.start(), end);
        let kind = self.deeper(range, |this| {
            Ok(StmtKind::If { test: this.expression(test)?, body: this.body(&clause.body)?, orelse: this.else_clauses(rest, end)? })
        })?;
        Ok(vec![Stmt { span: self.span(range), kind }])
    }

    fn with_items(&mut self, items: &[ast::WithItem]) -> Lowered<Vec<WithItem>> {
        let lower = |item: &ast::WithItem| {
            Ok(WithItem { context: self.expression(&item.context_expr)?, target: self.optional(item.optional_vars.as_deref())? })
        };
        items.iter().map(lower).collect()
    }

    fn case(&mut self, case: &ast::MatchCase) -> Lowered<MatchCase> {
        Ok(MatchCase { pattern: self.pattern(&case.pattern)?, guard: self.optional(case.guard.as_deref())?, body: self.body(&case.body)? })
    }

    fn handler(&mut self, handler: &ast::ExceptHandler) -> Lowered<ExceptHandler> {
        let ast::ExceptHandler::ExceptHandler(handler) = handler;
        Ok(ExceptHandler {
            span: self.span(handler.range),
            kind: self.optional(handler.type_.as_deref())?,
            name: handler.name.as_ref().map(|name| self.name(name)),
            body: self.body(&handler.body)?,
        })
    }

    fn aliases(&mut self, aliases: &[ast::Alias]) -> Vec<Alias> {
        let lower = |alias: &ast::Alias| Alias {
            span: self.span(alias.range),
            name: self.name(&alias.name),
            asname: alias.asname.as_ref().map(|name| self.name(name)),
        };
        aliases.iter().map(lower).collect()
    }

    fn names(&mut self, names: &[ast::Identifier]) -> Vec<Name> {
        names.iter().map(|name| self.name(name)).collect()
    }

    pub(super) fn keywords(&mut self, keywords: &[ast::Keyword]) -> Lowered<Vec<Keyword>> {
        let lower = |keyword: &ast::Keyword| {
            Ok(Keyword {
                span: self.span(keyword.range),
                name: keyword.arg.as_ref().map(|name| self.name(name)),
                value: self.expression(&keyword.value)?,
            })
        };
        keywords.iter().map(lower).collect()
    }
}

//! `from __future__ import …`: which features there are.

use super::Checked;
use crate::syntax::error::{Kind, SyntaxError};
use crate::syntax::tree::{Constant, Expr, ExprKind, Stmt, StmtKind};

/// The features of Python 3.11; all but `annotations` have long been the rule.
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// What the future imports at the top of a module ask for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Future {
    /// Annotations are not evaluated.
    pub annotations: bool,
    /// The line of the last future import; one below it is too late.
    pub last_line: u32,
}

/// Reads the imports a module begins with, its docstring apart.
pub fn check(body: &[Stmt]) -> Checked<Future> {
    let mut future = Future::default();
    let docstring = usize::from(body.first().is_some_and(is_docstring));
    let mut previous_line = 0;
    let mut done = false;
    for stmt in &body[docstring..] {
        if done && stmt.span.line > previous_line {
            break;
        }
        previous_line = stmt.span.line;
        let StmtKind::ImportFrom { module: Some(module), names, level: 0 } = &stmt.kind else {
            done = true;
            continue;
        };
        if &**module != "__future__" {
            done = true;
            continue;
        }
        if done {
            return refuse(stmt, 0, LATE);
        }
        for alias in names {
            if let Some(message) = why_no_feature(&alias.name) {
                return refuse(stmt, 1, message);
            }
            future.annotations |= &*alias.name == "annotations";
        }
        future.last_line = stmt.span.line;
    }
    Ok(future)
}

/// Why there is no feature of that name, if there is none.
pub fn why_no_feature(name: &str) -> Option<String> {
    match name {
        "braces" => Some("not a chance".into()),
        known if FEATURES.contains(&known) => None,
        unknown => Some(format!("future feature {unknown} is not defined")),
    }
}

/// CPython names no end here, and once counts columns from 0.
fn refuse<T>(stmt: &Stmt, first_column: i32, message: impl Into<String>) -> Checked<T> {
    let mut error = SyntaxError::new(Kind::SyntaxError, message, stmt.span);
    error.offset = stmt.span.column as i32 + first_column;
    error.end_line = error.line;
    error.end_offset = 0;
    Err(Box::new(error))
}

pub const LATE: &str = "from __future__ imports must occur at the beginning of the file";

fn is_docstring(stmt: &Stmt) -> bool {
    matches!(&stmt.kind, StmtKind::Expr(Expr { kind: ExprKind::Constant(Constant::Str(_)), .. }))
}

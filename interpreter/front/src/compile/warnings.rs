//! What CPython's compiler warns of: code that is allowed, and hardly meant.

use super::fold::Folder;
use crate::bytecode::code::{Const, Warning};
use crate::syntax::tree::{Comparison, Expr, ExprKind, Span};

/// The warning that an expression is worth, if any.
pub fn of_expression(folder: &Folder, e: &Expr) -> Option<Warning> {
    let message = match &e.kind {
        ExprKind::Compare { left, ops, comparators } => return of_comparison(folder, e.span, left, ops, comparators),
        ExprKind::Call { func, .. } => {
            let kind = uncallable(folder, func)?;
            format!("'{kind}' object is not callable; perhaps you missed a comma?")
        }
        ExprKind::Subscript { value, index } => of_subscript(folder, value, index)?,
        _ => return None,
    };
    Some(Warning { line: e.span.line, message })
}

/// `assert (condition, "message")` asserts a tuple.
pub fn of_assertion(place: Span, test: &Expr) -> Option<Warning> {
    match &test.kind {
        ExprKind::Tuple(elements) if !elements.is_empty() => {
            Some(Warning { line: place.line, message: "assertion is always true, perhaps remove parentheses?".to_owned() })
        }
        _ => None,
    }
}

/// Identity with what is only equal by value.
fn of_comparison(folder: &Folder, place: Span, left: &Expr, ops: &[Comparison], comparators: &[Expr]) -> Option<Warning> {
    let sides = std::iter::once(left).chain(comparators).zip(comparators);
    for ((left, right), op) in sides.zip(ops) {
        let message = match op {
            Comparison::Is => "\"is\" with a literal. Did you mean \"==\"?",
            Comparison::IsNot => "\"is not\" with a literal. Did you mean \"!=\"?",
            _ => continue,
        };
        if is_literal(folder, left) || is_literal(folder, right) {
            return Some(Warning { line: place.line, message: message.to_owned() });
        }
    }
    None
}

fn is_literal(folder: &Folder, e: &Expr) -> bool {
    !matches!(folder.constant(e), None | Some(Const::None | Const::True | Const::False | Const::Ellipsis))
}

fn uncallable(folder: &Folder, func: &Expr) -> Option<&'static str> {
    match &func.kind {
        ExprKind::GeneratorExp { .. }
        | ExprKind::ListComp { .. }
        | ExprKind::SetComp { .. }
        | ExprKind::DictComp { .. }
        | ExprKind::List(_)
        | ExprKind::Set(_)
        | ExprKind::Dict { .. }
        | ExprKind::Tuple(_)
        | ExprKind::JoinedStr(_) => type_of(folder, func),
        _ => folder.constant(func).map(|value| type_of_constant(&value)),
    }
}

fn of_subscript(folder: &Folder, value: &Expr, index: &Expr) -> Option<String> {
    let kind = type_of(folder, value)?;
    match kind {
        "NoneType" | "ellipsis" | "int" | "bool" | "float" | "complex" | "set" | "generator" | "function" => {
            Some(format!("'{kind}' object is not subscriptable; perhaps you missed a comma?"))
        }
        "str" | "bytes" | "tuple" | "list" => match type_of(folder, index)? {
            "int" | "bool" => None,
            index => Some(format!("{kind} indices must be integers or slices, not {index}; perhaps you missed a comma?")),
        },
        _ => None,
    }
}

/// The type of what an expression makes, where it is written there.
fn type_of(folder: &Folder, e: &Expr) -> Option<&'static str> {
    match &e.kind {
        ExprKind::Tuple(_) => Some("tuple"),
        ExprKind::List(_) | ExprKind::ListComp { .. } => Some("list"),
        ExprKind::Dict { .. } | ExprKind::DictComp { .. } => Some("dict"),
        ExprKind::Set(_) | ExprKind::SetComp { .. } => Some("set"),
        ExprKind::GeneratorExp { .. } => Some("generator"),
        ExprKind::Lambda { .. } => Some("function"),
        ExprKind::JoinedStr(_) => Some("str"),
        _ => folder.constant(e).map(|value| type_of_constant(&value)),
    }
}

fn type_of_constant(value: &Const) -> &'static str {
    match value {
        Const::None => "NoneType",
        Const::True | Const::False => "bool",
        Const::Ellipsis => "ellipsis",
        Const::Int(_) | Const::BigInt(_) => "int",
        Const::Float(_) => "float",
        Const::Complex(..) => "complex",
        Const::Str(_) => "str",
        Const::Bytes(_) => "bytes",
        Const::Tuple(_) => "tuple",
        Const::FrozenSet(_) => "frozenset",
    }
}

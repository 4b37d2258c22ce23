//! What a traceback points at inside of an expression.

use unicode_width::UnicodeWidthChar;

use stillframe_front::syntax;
use stillframe_front::syntax::tree::{Expr, ExprKind, Span, StmtKind};

use crate::object::value::Value;

/// Longer expressions get plain carets.
const LONGEST: usize = 1_000;

/// Where in the text of a binary operation its operator begins and ends, in characters; in that of a subscription, its brackets.
pub fn caret_anchors(text: &str) -> Option<(usize, usize)> {
    if text.len() > LONGEST {
        return None;
    }
    // In a function, as it may await and yield.
    let head = if text.contains("yield from") { "def f(): " } else { "async def f(): " };
    let source = format!("{head}{text}");
    let tree = syntax::parse(&source).ok()?;
    let [function] = &tree.body[..] else { return None };
    let StmtKind::FunctionDef(function) = &function.kind else { return None };
    let [statement] = &function.body[..] else { return None };
    let StmtKind::Expr(expression) = &statement.kind else { return None };
    let chars: Vec<char> = source.chars().collect();
    let (start, end) = match &expression.kind {
        ExprKind::BinOp { left, right, .. } => operator(&chars, left, right),
        ExprKind::Subscript { value, index } => brackets(&chars, value, index),
        _ => return None,
    };
    Some((start - head.len(), end - head.len()))
}

fn operator(text: &[char], left: &Expr, right: &Expr) -> (usize, usize) {
    let between = &text[left.span.end_column as usize..(right.span.column as usize).min(text.len())];
    let skipped = between.iter().take_while(|c| c.is_whitespace()).count();
    let double = between.get(skipped + 1).is_some_and(|c| !c.is_whitespace());
    let start = left.span.end_column as usize + skipped;
    let end = start + 1 + usize::from(double);
    // The operands may stand in parentheses, which their places don't include.
    let parentheses = text[start.min(text.len())..].iter().take_while(|c| c.is_whitespace() || matches!(c, ')' | '#')).count();
    (start + parentheses, end + parentheses)
}

fn brackets(text: &[char], value: &Expr, index: &Expr) -> (usize, usize) {
    let find = |from: usize, wanted: char| (from..text.len()).find(|at| text[*at] == wanted).unwrap_or(text.len());
    let start = find(value.span.end_column as usize, '[');
    let end = find(index.span.end_column as usize + 1, ']');
    (start, (end + 1).min(text.len()))
}

/// How many columns of a terminal a text takes: wide characters take two.
pub fn columns(text: &str) -> usize {
    text.chars().map(|c| if c.width() == Some(2) { 2 } else { 1 }).sum()
}

/// A line as tracebacks count them: what the compiler added stands on none.
pub fn line_number(line: u32) -> Value {
    Value::Int(if line == 0 { -1 } else { i64::from(line) })
}

/// The first and the last column of a span; None where they are not known.
pub fn ends(span: &Span) -> [Value; 2] {
    let known = (span.end_line, span.end_column) > (span.line, span.column);
    [span.column, span.end_column].map(|column| if known { Value::Int(i64::from(column)) } else { Value::None })
}

//! Expressions as text: what annotations become under `from __future__ import annotations`. After CPython's `ast_unparse`.

use std::fmt::Write;

use crate::bytecode::code::Const;
use crate::syntax::tree::*;

/// The text of an expression.
pub fn unparse(e: &Expr) -> String {
    let mut text = String::new();
    write_expression(&mut text, e, Level::Test);
    text
}

/// A constant as `repr` shows it.
pub fn constant(value: &Const) -> String {
    let items = |items: &[Const]| items.iter().map(constant).collect::<Vec<_>>().join(", ");
    match value {
        Const::None => "None".to_owned(),
        Const::True => "True".to_owned(),
        Const::False => "False".to_owned(),
        Const::Ellipsis => "...".to_owned(),
        Const::Int(i) => i.to_string(),
        Const::BigInt(i) => i.to_string(),
        Const::Float(f) => float(*f),
        Const::Complex(0.0, im) => format!("{}j", float(*im).trim_end_matches(".0")),
        Const::Complex(re, im) => format!("({}{}{}j)", float(*re), if *im < 0.0 { "" } else { "+" }, float(*im)),
        Const::Str(text) => quoted(text),
        Const::Bytes(bytes) => format!("b{}", quoted_bytes(bytes)),
        Const::Tuple(values) if values.len() == 1 => format!("({},)", constant(&values[0])),
        Const::Tuple(values) => format!("({})", items(values)),
        Const::FrozenSet(values) => format!("frozenset({{{}}})", items(values)),
    }
}

/// How tightly what surrounds an expression binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Tuple,
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Product,
    Factor,
    Power,
    Await,
    Atom,
}

impl Level {
    fn next(self) -> Level {
        const LEVELS: [Level; 16] = [
            Level::Tuple,
            Level::Test,
            Level::Or,
            Level::And,
            Level::Not,
            Level::Compare,
            Level::BitOr,
            Level::BitXor,
            Level::BitAnd,
            Level::Shift,
            Level::Sum,
            Level::Product,
            Level::Factor,
            Level::Power,
            Level::Await,
            Level::Atom,
        ];
        LEVELS.get(self as usize + 1).copied().unwrap_or(Level::Atom)
    }
}

/// Writes in parentheses if what surrounds binds more tightly than `own`.
fn grouped(text: &mut String, around: Level, own: Level, write: impl FnOnce(&mut String)) {
    if around > own {
        text.push('(');
        write(text);
        text.push(')');
    } else {
        write(text);
    }
}

fn write_expression(text: &mut String, e: &Expr, level: Level) {
    match &e.kind {
        ExprKind::BoolOp { op, values } => {
            let (own, word) = if *op == BoolOperator::And { (Level::And, " and ") } else { (Level::Or, " or ") };
            grouped(text, level, own, |text| write_separated(text, values, word, own.next()));
        }
        ExprKind::NamedExpr { target, value, .. } => grouped(text, level, Level::Tuple, |text| {
            let _ = write!(text, "{target} := ");
            write_expression(text, value, Level::Atom);
        }),
        ExprKind::BinOp { left, op, right } => {
            let (own, sign) = operator(*op);
            let is_power = *op == Operator::Pow;
            grouped(text, level, own, |text| {
                write_expression(text, left, if is_power { own.next() } else { own });
                text.push_str(sign);
                write_expression(text, right, if is_power { own } else { own.next() });
            });
        }
        ExprKind::UnaryOp { op, operand } => {
            let (own, sign) = match op {
                UnaryOperator::Invert => (Level::Factor, "~"),
                UnaryOperator::Not => (Level::Not, "not "),
                UnaryOperator::UAdd => (Level::Factor, "+"),
                UnaryOperator::USub => (Level::Factor, "-"),
            };
            grouped(text, level, own, |text| {
                text.push_str(sign);
                write_expression(text, operand, own);
            });
        }
        ExprKind::Lambda { params, body } => grouped(text, level, Level::Test, |text| {
            text.push_str("lambda");
            write_parameters(text, params);
            text.push_str(": ");
            write_expression(text, body, Level::Test);
        }),
        ExprKind::IfExp { test, body, orelse } => grouped(text, level, Level::Test, |text| {
            write_expression(text, body, Level::Or);
            text.push_str(" if ");
            write_expression(text, test, Level::Or);
            text.push_str(" else ");
            write_expression(text, orelse, Level::Test);
        }),
        ExprKind::Dict { keys, values } => write_dict(text, keys, values),
        ExprKind::Set(elements) => enclosed(text, "{", elements, "}"),
        ExprKind::List(elements) => enclosed(text, "[", elements, "]"),
        ExprKind::Tuple(elements) => write_tuple(text, elements, level),
        ExprKind::ListComp { element, generators } => write_comprehension(text, "[", element, None, generators, "]"),
        ExprKind::SetComp { element, generators } => write_comprehension(text, "{", element, None, generators, "}"),
        ExprKind::GeneratorExp { element, generators } => write_comprehension(text, "(", element, None, generators, ")"),
        ExprKind::DictComp { key, value, generators } => write_comprehension(text, "{", key, Some(value), generators, "}"),
        ExprKind::Await(value) => grouped(text, level, Level::Await, |text| {
            text.push_str("await ");
            write_expression(text, value, Level::Atom);
        }),
        ExprKind::Yield(None) => text.push_str("(yield)"),
        ExprKind::Yield(Some(value)) => {
            text.push_str("(yield ");
            write_expression(text, value, Level::Test);
            text.push(')');
        }
        ExprKind::YieldFrom(value) => {
            text.push_str("(yield from ");
            write_expression(text, value, Level::Test);
            text.push(')');
        }
        ExprKind::Compare { left, ops, comparators } => grouped(text, level, Level::Compare, |text| {
            write_expression(text, left, Level::Compare.next());
            for (op, right) in ops.iter().zip(comparators) {
                text.push_str(comparison(*op));
                write_expression(text, right, Level::Compare.next());
            }
        }),
        ExprKind::Call { func, args, keywords } => write_call(text, func, args, keywords),
        ExprKind::JoinedStr(parts) => write_joined(text, parts),
        ExprKind::Constant(value) => text.push_str(&constant(&super::fold::of(value))),
        ExprKind::Attribute { value, name, .. } => {
            write_expression(text, value, Level::Atom);
            // `1.real` would be a float.
            let is_int = matches!(value.kind, ExprKind::Constant(Constant::Int(_) | Constant::BigInt(_)));
            let _ = write!(text, "{}{name}", if is_int { " ." } else { "." });
        }
        ExprKind::Subscript { value, index } => {
            write_expression(text, value, Level::Atom);
            text.push('[');
            write_expression(text, index, Level::Tuple);
            text.push(']');
        }
        ExprKind::Starred(value) => {
            text.push('*');
            write_expression(text, value, Level::BitOr);
        }
        ExprKind::Name(name) => text.push_str(name),
        ExprKind::Slice { lower, upper, step } => write_slice(text, lower.as_deref(), upper.as_deref(), step.as_deref()),
    }
}

fn write_separated(text: &mut String, values: &[Expr], separator: &str, level: Level) {
    for (at, value) in values.iter().enumerate() {
        if at > 0 {
            text.push_str(separator);
        }
        write_expression(text, value, level);
    }
}

fn enclosed(text: &mut String, open: &str, elements: &[Expr], close: &str) {
    text.push_str(open);
    write_separated(text, elements, ", ", Level::Test);
    text.push_str(close);
}

fn write_tuple(text: &mut String, elements: &[Expr], level: Level) {
    if elements.is_empty() {
        text.push_str("()");
        return;
    }
    grouped(text, level, Level::Tuple, |text| {
        write_separated(text, elements, ", ", Level::Test);
        if elements.len() == 1 {
            text.push(',');
        }
    });
}

fn write_dict(text: &mut String, keys: &[Option<Expr>], values: &[Expr]) {
    text.push('{');
    for (at, (key, value)) in keys.iter().zip(values).enumerate() {
        if at > 0 {
            text.push_str(", ");
        }
        match key {
            Some(key) => {
                write_expression(text, key, Level::Test);
                text.push_str(": ");
                write_expression(text, value, Level::Test);
            }
            None => {
                text.push_str("**");
                write_expression(text, value, Level::BitOr);
            }
        }
    }
    text.push('}');
}

fn write_comprehension(text: &mut String, open: &str, element: &Expr, value: Option<&Expr>, generators: &[Comprehension], close: &str) {
    text.push_str(open);
    write_expression(text, element, Level::Test);
    if let Some(value) = value {
        text.push_str(": ");
        write_expression(text, value, Level::Test);
    }
    for generator in generators {
        text.push_str(if generator.is_async { " async for " } else { " for " });
        write_expression(text, &generator.target, Level::Tuple);
        text.push_str(" in ");
        write_expression(text, &generator.iter, Level::Or);
        for condition in &generator.ifs {
            text.push_str(" if ");
            write_expression(text, condition, Level::Or);
        }
    }
    text.push_str(close);
}

fn write_call(text: &mut String, func: &Expr, args: &[Expr], keywords: &[Keyword]) {
    write_expression(text, func, Level::Atom);
    if let ([only], []) = (args, keywords)
        && matches!(only.kind, ExprKind::GeneratorExp { .. })
    {
        write_expression(text, only, Level::Test);
        return;
    }
    text.push('(');
    write_separated(text, args, ", ", Level::Test);
    for (at, keyword) in keywords.iter().enumerate() {
        if at > 0 || !args.is_empty() {
            text.push_str(", ");
        }
        match &keyword.name {
            Some(name) => {
                let _ = write!(text, "{name}=");
            }
            None => text.push_str("**"),
        }
        write_expression(text, &keyword.value, Level::Test);
    }
    text.push(')');
}

fn write_slice(text: &mut String, lower: Option<&Expr>, upper: Option<&Expr>, step: Option<&Expr>) {
    let mut part = |e: Option<&Expr>, before: &str| {
        text.push_str(before);
        if let Some(e) = e {
            write_expression(text, e, Level::Test);
        }
    };
    part(lower, "");
    part(upper, ":");
    if step.is_some() {
        part(step, ":");
    }
}

fn write_parameters(text: &mut String, params: &Parameters) {
    let mut first = true;
    let mut write = |text: &mut String, stars: &str, param: Option<&Parameter>| {
        // CPython puts no space before the star of a lambda that begins with it.
        let begins_with_star = params.posonly.is_empty() && params.args.is_empty();
        text.push_str(match (first, begins_with_star) {
            (true, true) => "",
            (true, false) => " ",
            (false, _) => ", ",
        });
        first = false;
        text.push_str(stars);
        if let Some(param) = param {
            text.push_str(&param.name);
            if let Some(default) = &param.default {
                text.push('=');
                write_expression(text, default, Level::Test);
            }
        }
    };
    params.posonly.iter().for_each(|param| write(text, "", Some(param)));
    if !params.posonly.is_empty() {
        write(text, "/", None);
    }
    params.args.iter().for_each(|param| write(text, "", Some(param)));
    if params.vararg.is_some() || !params.kwonly.is_empty() {
        write(text, "*", params.vararg.as_deref());
    }
    params.kwonly.iter().for_each(|param| write(text, "", Some(param)));
    if params.kwarg.is_some() {
        write(text, "**", params.kwarg.as_deref());
    }
}

fn write_joined(text: &mut String, parts: &[FStringPart]) {
    let mut inside = String::new();
    write_parts(&mut inside, parts);
    let _ = write!(text, "f{}", quoted(&inside));
}

fn write_parts(text: &mut String, parts: &[FStringPart]) {
    for part in parts {
        match part {
            FStringPart::Literal(literal) => text.push_str(&literal.replace('{', "{{").replace('}', "}}")),
            FStringPart::Value { value, conversion, spec } => {
                let mut inner = String::new();
                write_expression(&mut inner, value, Level::Test.next());
                // A brace at the head would be a literal brace.
                text.push_str(if inner.starts_with('{') { "{ " } else { "{" });
                text.push_str(&inner);
                text.push_str(match conversion {
                    Conversion::None => "",
                    Conversion::Str => "!s",
                    Conversion::Repr => "!r",
                    Conversion::Ascii => "!a",
                });
                if let Some(spec) = spec {
                    text.push(':');
                    write_parts(text, spec);
                }
                text.push('}');
            }
        }
    }
}

fn operator(op: Operator) -> (Level, &'static str) {
    match op {
        Operator::Add => (Level::Sum, " + "),
        Operator::Sub => (Level::Sum, " - "),
        Operator::Mult => (Level::Product, " * "),
        Operator::MatMult => (Level::Product, " @ "),
        Operator::Div => (Level::Product, " / "),
        Operator::Mod => (Level::Product, " % "),
        Operator::FloorDiv => (Level::Product, " // "),
        Operator::Pow => (Level::Power, " ** "),
        Operator::LShift => (Level::Shift, " << "),
        Operator::RShift => (Level::Shift, " >> "),
        Operator::BitOr => (Level::BitOr, " | "),
        Operator::BitXor => (Level::BitXor, " ^ "),
        Operator::BitAnd => (Level::BitAnd, " & "),
    }
}

fn comparison(op: Comparison) -> &'static str {
    match op {
        Comparison::Eq => " == ",
        Comparison::NotEq => " != ",
        Comparison::Lt => " < ",
        Comparison::LtE => " <= ",
        Comparison::Gt => " > ",
        Comparison::GtE => " >= ",
        Comparison::Is => " is ",
        Comparison::IsNot => " is not ",
        Comparison::In => " in ",
        Comparison::NotIn => " not in ",
    }
}

fn float(f: f64) -> String {
    let text = format!("{f:?}");
    match text.split_once('e') {
        Some((digits, exponent)) if !exponent.starts_with('-') => format!("{}e+{exponent:0>2}", digits.trim_end_matches(".0")),
        Some((digits, exponent)) => format!("{}e-{:0>2}", digits.trim_end_matches(".0"), &exponent[1..]),
        None if f.is_infinite() => if f > 0.0 { "1e309" } else { "-1e309" }.to_owned(),
        None => text,
    }
}

/// In single quotes, unless only double ones save a backslash.
fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut quoted = String::from(quote);
    for c in text.chars() {
        match c {
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c == quote || c == '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\x{:02x}", c as u32);
            }
            c => quoted.push(c),
        }
    }
    quoted.push(quote);
    quoted
}

fn quoted_bytes(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    let mut quoted = String::from(quote);
    for byte in bytes {
        match byte {
            b'\n' => quoted.push_str("\\n"),
            b'\r' => quoted.push_str("\\r"),
            b'\t' => quoted.push_str("\\t"),
            byte if char::from(*byte) == quote || *byte == b'\\' => quoted.extend(['\\', char::from(*byte)]),
            b' '..=b'~' => quoted.push(char::from(*byte)),
            byte => {
                let _ = write!(quoted, "\\x{byte:02x}");
            }
        }
    }
    quoted.push(quote);
    quoted
}

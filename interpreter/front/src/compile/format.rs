//! `"…" % (…)`: CPython makes an f-string of it where the format has nothing but `%s`, `%r` and `%a`.

use std::iter::Peekable;
use std::str::Chars;

use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::op::{Convert, NONE, Op, Reg};
use crate::syntax::tree::*;

/// Formats with numbers of more digits are left alone.
const MAX_DIGITS: usize = 2;

/// A part of a format.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Literal(String),
    Value { convert: Convert, spec: Option<String> },
}

impl<'a> Compiler<'a> {
    /// Compiles `left % right` if it is such a format.
    pub fn percent_format(&mut self, left: &Expr, right: &'a Expr, d: Reg) -> Result<bool> {
        let Some(Const::Str(format)) = self.folder.constant(left) else { return Ok(false) };
        let ExprKind::Tuple(values) = &right.kind else { return Ok(false) };
        let has_star = values.iter().any(|value| matches!(value.kind, ExprKind::Starred(_)));
        if has_star || self.folder.constant(right).is_some() {
            return Ok(false);
        }
        let Some(pieces) = pieces(&format, values.len()) else { return Ok(false) };
        if pieces.len() > super::display::STACK_USE_GUIDELINE {
            return Ok(false);
        }
        let mark = self.unit.mark();
        let only = pieces.len() == 1;
        let s = if only { d } else { self.unit.temps(pieces.len())? };
        let n = pieces.len() as u8;
        let mut values = values.iter();
        for (at, piece) in pieces.into_iter().enumerate() {
            let register = if only { d } else { s + at as Reg };
            match piece {
                Piece::Literal(text) => self.load_constant_at_no_place(text, register)?,
                Piece::Value { convert, spec } => {
                    let value = values.next().expect("they were counted");
                    self.formatted(value, convert, spec, register)?;
                }
            }
        }
        if !only {
            self.unit.op(Op::BuildString { d, s, n });
        }
        self.unit.release(mark);
        Ok(true)
    }

    fn formatted(&mut self, value: &'a Expr, convert: Convert, spec: Option<String>, d: Reg) -> Result {
        let mark = self.unit.mark();
        let place = std::mem::replace(&mut self.unit.place, value.span);
        let s = self.operand(value, d, &[])?;
        let spec = match spec {
            Some(text) => {
                let spec = self.unit.temp()?;
                self.load_constant_at_no_place(text, spec)?;
                spec
            }
            None => NONE,
        };
        self.unit.op(Op::Format { d, s, spec, convert });
        self.unit.place = place;
        self.unit.release(mark);
        Ok(())
    }

    fn load_constant_at_no_place(&mut self, text: String, d: Reg) -> Result {
        let place = std::mem::take(&mut self.unit.place);
        self.load_constant(Const::Str(text.into()), d)?;
        self.unit.place = place;
        Ok(())
    }
}

/// The parts of a format for so many values; none if it is not of the simple kind.
fn pieces(format: &str, count: usize) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut values = 0;
    let mut chars = format.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '%' {
            literal.push(c);
        } else if chars.next_if_eq(&'%').is_some() {
            literal.push('%');
        } else {
            if !literal.is_empty() {
                pieces.push(Piece::Literal(std::mem::take(&mut literal)));
            }
            pieces.push(value(&mut chars)?);
            values += 1;
        }
    }
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    (values == count && values > 0).then_some(pieces)
}

/// What stands behind a `%`.
fn value(chars: &mut Peekable<Chars>) -> Option<Piece> {
    let mut to_the_left = false;
    while let Some(flag) = chars.next_if(|c| matches!(c, '-' | '+' | ' ' | '#' | '0' | 'z')) {
        to_the_left |= flag == '-';
    }
    let width = number(chars)?;
    let precision = if chars.next_if_eq(&'.').is_some() { Some(number(chars)?.unwrap_or(0)) } else { None };
    let convert = match chars.next()? {
        's' => Convert::Str,
        'r' => Convert::Repr,
        'a' => Convert::Ascii,
        _ => return None,
    };
    let mut spec = String::new();
    if !to_the_left && width.is_some_and(|width| width > 0) {
        spec.push('>');
    }
    if let Some(width) = width {
        spec.push_str(&width.to_string());
    }
    if let Some(precision) = precision {
        spec.push_str(&format!(".{precision}"));
    }
    Some(Piece::Value { convert, spec: (!spec.is_empty()).then_some(spec) })
}

/// A number, if there is one; nothing at all if it is too long.
fn number(chars: &mut Peekable<Chars>) -> Option<Option<u32>> {
    let mut digits = String::new();
    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
        digits.push(digit);
    }
    match digits.len() {
        0 => Some(None),
        1..=MAX_DIGITS => digits.parse().ok().map(Some),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(format: &str, count: usize) -> Option<String> {
        let pieces = pieces(format, count)?.into_iter().map(|piece| match piece {
            Piece::Literal(text) => format!("[{text}]"),
            Piece::Value { convert, spec } => format!("<{convert:?} {}>", spec.unwrap_or_default()),
        });
        Some(pieces.collect())
    }

    #[test]
    fn simple_formats_become_pieces() {
        assert_eq!(text("a %s, 100%% %-5r%+.3a", 3).as_deref(), Some("[a ]<Str >[, 100% ]<Repr 5><Ascii .3>"));
        assert_eq!(text("%10.4s", 1).as_deref(), Some("<Str >10.4>"));
        assert_eq!(text("%.s", 1).as_deref(), Some("<Str .0>"));
    }

    #[test]
    fn others_are_left_alone() {
        for (format, count) in [("%d", 1), ("%s", 2), ("%s %s", 1), ("%(a)s", 1), ("%*s", 2), ("%100s", 1), ("%", 1), ("no value", 0)] {
            assert_eq!(text(format, count), None, "{format}");
        }
    }
}

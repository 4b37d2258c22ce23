//! Templates of `%`, for the prelude.

use crate::object::fill;
use crate::object::native::Answer;
use crate::object::operate::bytes::copy_of;
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::text::percent::{self, Count, Piece};
use crate::object::value::Value;

/// `_percent_parse(template)`: a list of literal strings and of tuples (key, flags, width, precision, conversion, place). A width or
/// precision is a number, None, or `'*'`. Bytes are taken as the characters of the same codes.
pub fn parse(rt: &mut Runtime, args: &[Value]) -> Answer {
    let template = match plain(&args[0]) {
        Value::Str(string) => fill::text(&string.text)?,
        bytes => percent::as_text(&copy_of(bytes)?.unwrap_or_default())?,
    };
    rt.reserve(template.len().saturating_mul(8))?;
    let pieces = percent::directives(rt, &template)?;
    let count = |count| match count {
        None => Value::None,
        Some(Count::Argument) => Value::str("*"),
        Some(Count::Given(count)) => Value::Int(count as i64),
    };
    let value = |piece| match piece {
        Piece::Literal(literal) => Value::str(literal),
        Piece::Directive(directive) => Value::tuple(vec![
            directive.key.map_or(Value::None, Value::str),
            Value::str(directive.flags),
            count(directive.width),
            count(directive.precision),
            rt.char(directive.conversion),
            Value::Int(directive.at as i64),
        ]),
    };
    Ok(Value::list(pieces.into_iter().map(value).collect()))
}

//! The templates of `str.format`: `{name.attribute[key]!conversion:specification}`.

use super::super::native::Trap;
use super::super::runtime::Runtime;
use super::unicode;
use crate::object::{fill, fuel, scan};

/// A literal text, and the field that comes after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub literal: String,
    pub field: Option<Field>,
}

/// A replacement field, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub spec: String,
    pub conversion: Option<char>,
}

/// A step from an argument to the value that is formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    Attribute(String),
    Key(String),
    Index(i64),
}

/// What a step costs in fuel: it becomes a tuple.
const STEP: u64 = 8;

/// Takes a template apart.
pub fn parse(rt: &Runtime, template: &str) -> Result<Vec<Piece>, Trap> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while !rest.is_empty() {
        let (piece, after) = next_piece(rt, rest)?;
        pieces.push(piece);
        rest = after;
    }
    Ok(pieces)
}

/// Literal text up to a field or a doubled brace, and the field.
pub fn next_piece<'a>(rt: &Runtime, text: &'a str) -> Result<(Piece, &'a str), Trap> {
    let Some(at) = scan::position(text.as_bytes(), |byte| matches!(byte, b'{' | b'}'))? else {
        return Ok((Piece { literal: fill::text(text)?, field: None }, ""));
    };
    let brace = &text[at..=at];
    let after = &text[at + 1..];
    if let Some(after) = after.strip_prefix(brace) {
        return Ok((Piece { literal: fill::text(&text[..=at])?, field: None }, after));
    }
    if brace == "}" || after.is_empty() {
        return Err(rt.value_error(format!("Single '{brace}' encountered in format string")));
    }
    let (field, after) = parse_field(rt, after)?;
    Ok((Piece { literal: fill::text(&text[..at])?, field: Some(field) }, after))
}

fn parse_field<'a>(rt: &Runtime, text: &'a str) -> Result<(Field, &'a str), Trap> {
    let end = end_of_name(rt, text)?;
    let name = fill::text(&text[..end])?;
    let mut rest = &text[end..];
    let mut conversion = None;
    if let Some(after) = rest.strip_prefix('!') {
        let mut chars = after.chars();
        let Some(letter) = chars.next() else {
            return Err(rt.value_error("end of string while looking for conversion specifier"));
        };
        conversion = Some(letter);
        rest = chars.as_str();
        match rest.chars().next() {
            Some('}') => return Ok((Field { name, spec: String::new(), conversion }, &rest[1..])),
            Some(':') => {}
            Some(_) => return Err(rt.value_error("expected ':' after conversion specifier")),
            None => return Err(rt.value_error("unmatched '{' in format spec")),
        }
    }
    if let Some(after) = rest.strip_prefix('}') {
        return Ok((Field { name, spec: String::new(), conversion }, after));
    }
    // What is left begins with a colon.
    let spec = &rest[1..];
    let mut depth = 1;
    for (at, c) in spec.char_indices() {
        fuel::go_on(1)?;
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Ok((Field { name, spec: fill::text(&spec[..at])?, conversion }, &spec[at + 1..]));
        }
    }
    Err(rt.value_error("unmatched '{' in format spec"))
}

/// Where a field's name ends: at a `}`, `:` or `!` outside of brackets.
fn end_of_name(rt: &Runtime, text: &str) -> Result<usize, Trap> {
    let mut in_brackets = false;
    for (at, c) in text.char_indices() {
        fuel::go_on(1)?;
        match c {
            '{' => return Err(rt.value_error("unexpected '{' in field name")),
            '[' => in_brackets = true,
            ']' => in_brackets = false,
            '}' | ':' | '!' if !in_brackets => return Ok(at),
            _ => {}
        }
    }
    Err(rt.value_error("expected '}' before end of string"))
}

/// The argument that a field's name begins with.
pub fn first_name(name: &str) -> &str {
    &name[..name.find(['.', '[']).unwrap_or(name.len())]
}

/// A field's name: the argument, and the steps from there.
pub fn split_name(rt: &Runtime, name: &str) -> Result<(String, Vec<Access>), Trap> {
    let first = first_name(name);
    let mut steps = Vec::new();
    let mut rest = &name[first.len()..];
    let empty = || rt.value_error("Empty attribute in format string");
    while !rest.is_empty() {
        fuel::burn(STEP)?;
        if let Some(after) = rest.strip_prefix('.') {
            let end = scan::position(after.as_bytes(), |byte| matches!(byte, b'.' | b'['))?.unwrap_or(after.len());
            if end == 0 {
                return Err(empty());
            }
            steps.push(Access::Attribute(after[..end].to_owned()));
            rest = &after[end..];
        } else if let Some(after) = rest.strip_prefix('[') {
            let end =
                scan::position(after.as_bytes(), |byte| *byte == b']')?.ok_or_else(|| rt.value_error("Missing ']' in format string"))?;
            if end == 0 {
                return Err(empty());
            }
            let key = &after[..end];
            steps.push(index(rt, key)?.map_or_else(|| Access::Key(key.to_owned()), Access::Index));
            rest = &after[end + 1..];
        } else {
            return Err(rt.value_error("Only '.' or '[' may follow ']' in format field specifier"));
        }
    }
    Ok((first.to_owned(), steps))
}

/// The number that a text of digits alone is.
pub fn index(rt: &Runtime, text: &str) -> Result<Option<i64>, Trap> {
    let mut number = 0i64;
    for c in text.chars() {
        let Some(digit) = unicode::decimal_value(c) else { return Ok(None) };
        let more = number.checked_mul(10).and_then(|tens| tens.checked_add(i64::from(digit)));
        number = more.ok_or_else(|| rt.value_error("Too many decimal digits in format string"))?;
    }
    Ok((!text.is_empty()).then_some(number))
}

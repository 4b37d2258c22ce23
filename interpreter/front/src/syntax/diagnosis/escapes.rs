//! The escapes in string literals.

use super::reader::{Failure, Read, Reader};
use crate::syntax::error::{Kind, SyntaxError};

pub fn raised(error: SyntaxError) -> Box<Failure> {
    Box::new(Failure::Raised(error))
}

fn check_with(reader: &Reader, checked: Result<(), String>) -> Read<()> {
    checked.map_err(|message| raised(reader.at_last(Kind::SyntaxError, message)))
}

/// Checks the literal text of an f-string or a string.
pub fn check_text(reader: &Reader, text: &str) -> Read<()> {
    check_with(reader, escapes(text))
}

/// Checks the text of a literal of bytes.
pub fn check_bytes(reader: &Reader, text: &str) -> Read<()> {
    check_with(reader, bytes_escapes(text))
}

/// The escapes of a string. Positions count bytes, other characters than ASCII standing as `\U…` escapes.
fn escapes(body: &str) -> Result<(), String> {
    let mut position = 0;
    let mut rest = body;
    while let Some(character) = rest.chars().next() {
        let after = &rest[character.len_utf8()..];
        if character != '\\' {
            position += if character.is_ascii() { 1 } else { 10 };
            rest = after;
            continue;
        }
        let length = escape(after, position)?;
        position += 1 + after[..length].chars().map(|c| if c.is_ascii() { 1 } else { 10 }).sum::<usize>();
        rest = &after[length..];
    }
    Ok(())
}

/// Checks the escape behind a backslash at `position`; its length.
fn escape(after: &str, position: usize) -> Result<usize, String> {
    let Some(letter) = after.chars().next() else { return Ok(0) };
    let digits = match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        'N' => return named_escape(after, position),
        _ => return Ok(letter.len_utf8()),
    };
    let found = after[1..].bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
    let place = format!("in position {position}-{}", position + 1 + found);
    if found < digits {
        let shape = "X".repeat(digits);
        return Err(unicode_error(&place, &format!("truncated \\{letter}{shape} escape")));
    }
    let code = u32::from_str_radix(&after[1..=digits], 16).unwrap_or(u32::MAX);
    if code > 0x0010_FFFF {
        return Err(unicode_error(&place, "illegal Unicode character"));
    }
    Ok(1 + digits)
}

fn named_escape(after: &str, position: usize) -> Result<usize, String> {
    let Some(name) = after[1..].strip_prefix('{') else {
        return Err(unicode_error(&format!("in position {position}-{}", position + 1), MALFORMED));
    };
    let end = name.find('}');
    match end {
        None | Some(0) => {
            let length = 2 + end.map_or(name.len(), |_| 0);
            Err(unicode_error(&format!("in position {position}-{}", position + length), MALFORMED))
        }
        Some(end) if is_character_name(&name[..end]) => Ok(end + 3),
        Some(end) => {
            let place = format!("in position {position}-{}", position + end + 3);
            Err(unicode_error(&place, "unknown Unicode character name"))
        }
    }
}

const MALFORMED: &str = "malformed \\N character escape";

/// Asks the parser crate, which has the table of names.
fn is_character_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '(' | ')');
    name.chars().all(plain) && ruff_python_parser::parse_expression(&format!("'\\N{{{name}}}'")).is_ok()
}

fn unicode_error(place: &str, what: &str) -> String {
    format!("(unicode error) 'unicodeescape' codec can't decode bytes {place}: {what}")
}

fn bytes_escapes(body: &str) -> Result<(), String> {
    let bytes = body.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            continue;
        }
        let is_hex = |offset: usize| bytes.get(at + offset).is_some_and(u8::is_ascii_hexdigit);
        if bytes.get(at + 1) == Some(&b'x') && !(is_hex(2) && is_hex(3)) {
            return Err(format!("(value error) invalid \\x escape at position {at}"));
        }
        at += 2;
    }
    Ok(())
}

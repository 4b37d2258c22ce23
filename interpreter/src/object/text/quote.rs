//! Strings and bytes as literals.

use super::unicode;
use crate::object::native::Stop;
use crate::object::{fill, fuel};

/// Bytes of a block: each may take four characters.
const BYTES_AT_ONCE: usize = 1 << 16;

/// `repr` of a string that is short.
pub fn repr_str(text: &str) -> String {
    quote(text, unicode::is_printable)
}

/// Appends the `repr` of a string, a block at a time.
pub fn push_repr_str(out: &mut String, text: &str) -> Result<(), Stop> {
    let quote = quote_for(text.as_bytes());
    out.push(quote);
    for block in fill::blocks_of(text) {
        fuel::burn(block.len() as u64 / 3)?;
        push_quoted(out, block, quote, unicode::is_printable);
    }
    out.push(quote);
    Ok(())
}

/// What `ascii()` makes of a finished `repr`.
pub fn escape_non_ascii(repr: &str) -> Result<String, Stop> {
    let mut out = String::with_capacity(repr.len());
    for c in repr.chars() {
        fuel::burn(1)?;
        if c.is_ascii() {
            out.push(c);
        } else {
            push_code(&mut out, c);
        }
    }
    Ok(out)
}

fn quote(text: &str, plain: impl Fn(char) -> bool) -> String {
    fuel::note(text.len() as u64 / 3);
    let quote = quote_for(text.as_bytes());
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    push_quoted(&mut out, text, quote, plain);
    out.push(quote);
    out
}

/// Appends what stands between the quotes.
fn push_quoted(out: &mut String, text: &str, quote: char, plain: impl Fn(char) -> bool) {
    let mut rest = text;
    while !rest.is_empty() {
        // Most text is shown as it is: that is copied at once.
        let run = rest.bytes().take_while(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'\'' | b'"' | b'\\')).count();
        out.push_str(&rest[..run]);
        let mut chars = rest[run..].chars();
        let Some(c) = chars.next() else { break };
        rest = chars.as_str();
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            _ if c == quote => {
                out.push('\\');
                out.push(c);
            }
            _ if plain(c) => out.push(c),
            _ => push_code(out, c),
        }
    }
}

/// The single quote, unless it is in the text and the double one is not.
fn quote_for(text: &[u8]) -> char {
    if text.contains(&b'\'') && !text.contains(&b'"') { '"' } else { '\'' }
}

fn push_code(out: &mut String, c: char) {
    let code = c as u32;
    let (letter, digits) = match code {
        0..=0xff => ('x', 2),
        0x100..=0xffff => ('u', 4),
        _ => ('U', 8),
    };
    out.push('\\');
    out.push(letter);
    out.extend((0..digits).rev().filter_map(|place| char::from_digit(code >> (4 * place) & 15, 16)));
}

/// `repr` of bytes that are few.
pub fn repr_bytes(data: &[u8]) -> String {
    fuel::note(data.len() as u64 / 3);
    let quote = quote_for(data);
    let mut out = String::with_capacity(data.len() + 3);
    out.push('b');
    out.push(quote);
    push_quoted_bytes(&mut out, data, quote);
    out.push(quote);
    out
}

/// Appends the `repr` of bytes, a block at a time.
pub fn push_repr_bytes(out: &mut String, data: &[u8]) -> Result<(), Stop> {
    let quote = quote_for(data);
    out.push('b');
    out.push(quote);
    for block in data.chunks(BYTES_AT_ONCE) {
        fuel::burn_read(block.len())?;
        push_quoted_bytes(out, block, quote);
    }
    out.push(quote);
    Ok(())
}

fn push_quoted_bytes(out: &mut String, data: &[u8], quote: char) {
    for &byte in data {
        match byte {
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b'\\' => out.push_str("\\\\"),
            _ if char::from(byte) == quote => {
                out.push('\\');
                out.push(quote);
            }
            b' '..=b'~' => out.push(char::from(byte)),
            _ => push_code(out, char::from(byte)),
        }
    }
}

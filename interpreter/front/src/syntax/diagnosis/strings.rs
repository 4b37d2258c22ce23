//! Looks into string literals: their escapes ([`escapes`](super::escapes)), and the fields of f-strings ([`fields`]).

use super::escapes::{check_bytes, check_text, raised};
use super::fields;
use super::reader::{NodeId, Read, Reader};
use super::tokens::Token;
use crate::syntax::error::Kind;

/// A string literal taken apart.
struct Literal<'a> {
    raw: bool,
    bytes: bool,
    formatted: bool,
    /// What stands between the quotes, and where that begins in the token.
    body: &'a str,
    offset: usize,
}

impl<'a> Literal<'a> {
    fn of(text: &'a str) -> Self {
        let prefix_length = text.find(['"', '\'']).unwrap_or_default();
        let (prefix, quoted) = text.split_at(prefix_length);
        let has = |letter: char| prefix.contains(letter) || prefix.contains(letter.to_ascii_uppercase());
        let triple = quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''"));
        let quotes = if triple { 3 } else { 1 };
        Literal {
            raw: has('r'),
            bytes: has('b'),
            formatted: has('f'),
            body: &quoted[quotes..quoted.len() - quotes],
            offset: prefix_length + quotes,
        }
    }
}

/// Checks neighbouring literals. Is one of them an f-string?
pub fn check(reader: &mut Reader, node: NodeId) -> Read<bool> {
    let tokens: Vec<Token> = reader.tokens.list[reader.nodes[node].start..reader.nodes[node].end].to_vec();
    let mut formatted = false;
    let mut bytes = None;
    for token in &tokens {
        let literal = Literal::of(reader.tokens.slice(token));
        if literal.bytes && !literal.body.is_ascii() {
            let (start, end) = (reader.tokens.start(token), reader.tokens.end(token));
            let message = "bytes can only contain ASCII literal characters";
            return Err(raised(super::tokens::error(Kind::SyntaxError, message, start, end)));
        }
        if !literal.raw && !literal.formatted {
            if literal.bytes { check_bytes(reader, literal.body)? } else { check_text(reader, literal.body)? }
        }
        if *bytes.get_or_insert(literal.bytes) != literal.bytes {
            return Err(raised(reader.at_last(Kind::SyntaxError, "cannot mix bytes and nonbytes literals")));
        }
        if literal.formatted {
            formatted = true;
            fields::check(reader, token, literal.body, literal.offset, literal.raw)?;
        }
    }
    Ok(formatted)
}

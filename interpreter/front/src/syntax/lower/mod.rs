//! From the parser crate's tree to ours; nothing outside this folder knows that tree.
//!
//! `statement`, `expression`, `pattern` and `text` (strings and f-strings) take one part each. What the crate accepts and
//! CPython's parser does not (numbers with too many digits, trees that are too deep) is refused here.

mod expression;
mod pattern;
mod statement;
mod text;

use ruff_python_ast::token::Tokens;
use ruff_python_ast::{Identifier, ModModule};
use ruff_python_parser::Parsed;
use ruff_text_size::{Ranged, TextRange};
use std::collections::HashSet;
use std::sync::Arc;

use super::error::{Kind, Refusal, SyntaxError};
use super::place::Places;
use super::tree::{Name, Span, Stmt};
use crate::limits::DEPTH;

/// What lowering gives: a node of our tree, or why the source is refused.
type Lowered<T> = Result<T, Refusal>;

/// The statements of a parsed text without syntax errors.
pub fn statements(parsed: &Parsed<ModModule>, source: &str, places: &Places) -> Lowered<Vec<Stmt>> {
    let mut lowering = Lowering { source, places, tokens: parsed.tokens(), depth: 0, names: HashSet::default() };
    lowering.body(&parsed.syntax().body)
}

/// The work in hand: what is being read, how deep we are, which names we have met.
struct Lowering<'a> {
    source: &'a str,
    places: &'a Places<'a>,
    tokens: &'a Tokens,
    depth: usize,
    names: HashSet<Name>,
}

impl Lowering<'_> {
    /// Lowers a child one level further down, as long as that is not too deep.
    fn deeper<T>(&mut self, range: TextRange, lower: impl FnOnce(&mut Self) -> Lowered<T>) -> Lowered<T> {
        if self.depth == DEPTH {
            let message = format!("too many nested expressions (the limit is {DEPTH} levels)");
            return Err(self.limit(range, message));
        }
        self.depth += 1;
        let lowered = lower(self);
        self.depth -= 1;
        lowered
    }

    /// Refuses what CPython's parser refuses too.
    fn refuse(&self, range: TextRange, message: impl Into<String>) -> Refusal {
        Refusal::Unparsed(Box::new(SyntaxError::new(Kind::SyntaxError, message, self.span(range))))
    }

    /// Refuses what CPython's parser has no other error for.
    fn limit(&self, range: TextRange, message: impl Into<String>) -> Refusal {
        Refusal::Final(Box::new(SyntaxError::new(Kind::SyntaxError, message, self.span(range))))
    }

    fn span(&self, range: TextRange) -> Span {
        self.places.span(range.start().to_usize(), range.end().to_usize())
    }

    fn slice(&self, range: TextRange) -> &str {
        &self.source[range.start().to_usize()..range.end().to_usize()]
    }

    /// One shared text for every use of a name.
    fn name(&mut self, name: &str) -> Name {
        if let Some(known) = self.names.get(name) {
            return known.clone();
        }
        let name: Name = Arc::from(name);
        self.names.insert(name.clone());
        name
    }

    fn identifier(&mut self, identifier: &Identifier) -> (Name, Span) {
        (self.name(identifier.as_str()), self.span(identifier.range()))
    }
}

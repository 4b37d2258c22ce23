//! The gate before the parser: how large and how deep a source may be.
//!
//! The parser crate has no limits of its own, and a tree that is too deep overflows the stack of whoever walks or drops it.
//! One pass over the tokens finds what must not go further, and what is so shallow that any stack will do.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};

use crate::limits::{BRACKETS, INDENTS};

/// F-strings inside one another: Python 3.11 has four kinds of quotes and uses none twice.
const F_STRINGS: usize = 4;
/// A tree of at most this many levels is parsed and lowered on the caller's stack.
const SHALLOW: usize = 128;

/// What the tokens say about the tree to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// At most [`SHALLOW`] levels.
    Shallow,
    /// Perhaps more: to be parsed on a large stack.
    Deep,
    /// More brackets, indents or nested f-strings than there may be: not to be parsed.
    Refused,
}

/// Measures a source by its tokens.
pub fn depth(source: &str) -> Depth {
    let mut lexer = lexer::lex(source, Mode::Module);
    let mut gauge = Gauge::default();
    loop {
        match lexer.next_token() {
            TokenKind::EndOfFile => return gauge.verdict(),
            kind => gauge.take(kind),
        }
        if gauge.refused() {
            return Depth::Refused;
        }
    }
}

/// Does the source indent with tabs and with spaces? The parser crate and CPython measure tabs differently.
pub fn mixes_tabs(source: &str) -> bool {
    let indents = || source.lines().map(|line| &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]);
    source.contains('\t') && indents().any(|indent| indent.contains('\t')) && indents().any(|indent| indent.contains(' '))
}

/// The stretch of tokens between two commas: nothing before or after it is above or below it in the tree.
#[derive(Default)]
struct Stretch {
    /// The levels of the deepest stretch before this one in the same brackets.
    deepest: usize,
    /// Tokens in this stretch, those in inner brackets apart.
    tokens: usize,
    /// The levels of the deepest brackets in this stretch.
    inner: usize,
    /// A lambda's commas separate its parameters, not its body from what follows.
    lambda: bool,
    f_string: bool,
}

impl Stretch {
    fn levels(&self) -> usize {
        self.deepest.max(self.tokens + self.inner)
    }
}

/// Bounds the depth of a tree from above while tokens pass by: a level costs a token at least.
#[derive(Default)]
struct Gauge {
    outer: Stretch,
    brackets: Vec<Stretch>,
    f_strings: usize,
    indents: usize,
    elifs: usize,
    deepest_line: usize,
    deepest_indent: usize,
}

impl Gauge {
    fn take(&mut self, kind: TokenKind) {
        match kind {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => self.open(false),
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => self.close(),
            TokenKind::FStringStart | TokenKind::TStringStart => self.open(true),
            TokenKind::FStringEnd | TokenKind::TStringEnd => self.close(),
            TokenKind::Comma => self.separate(),
            TokenKind::Newline => self.end_line(),
            TokenKind::Indent => self.indents += 1,
            TokenKind::Dedent => self.indents = self.indents.saturating_sub(1),
            TokenKind::Comment | TokenKind::NonLogicalNewline => {}
            _ => {
                self.elifs += usize::from(kind == TokenKind::Elif);
                let stretch = self.stretch();
                stretch.tokens += 1;
                stretch.lambda |= kind == TokenKind::Lambda;
            }
        }
        self.deepest_indent = self.deepest_indent.max(self.indents);
    }

    fn stretch(&mut self) -> &mut Stretch {
        self.brackets.last_mut().unwrap_or(&mut self.outer)
    }

    fn open(&mut self, f_string: bool) {
        self.f_strings += usize::from(f_string);
        self.brackets.push(Stretch { f_string, ..Stretch::default() });
    }

    fn close(&mut self) {
        let Some(closed) = self.brackets.pop() else { return };
        self.f_strings -= usize::from(closed.f_string);
        let levels = closed.levels();
        let stretch = self.stretch();
        stretch.tokens += 1;
        stretch.inner = stretch.inner.max(levels);
    }

    fn separate(&mut self) {
        let stretch = self.stretch();
        if stretch.lambda {
            stretch.tokens += 1;
        } else {
            *stretch = Stretch { deepest: stretch.levels(), f_string: stretch.f_string, ..Stretch::default() };
        }
    }

    fn end_line(&mut self) {
        while !self.brackets.is_empty() {
            self.close();
        }
        let line = std::mem::take(&mut self.outer);
        self.deepest_line = self.deepest_line.max(line.levels());
    }

    fn refused(&self) -> bool {
        self.brackets.len() > BRACKETS || self.indents >= INDENTS || self.f_strings > F_STRINGS
    }

    fn verdict(mut self) -> Depth {
        self.end_line();
        // A level of indentation is a statement, or a case of a `match`.
        let levels = 2 * self.deepest_indent + self.elifs + self.deepest_line;
        if levels <= SHALLOW { Depth::Shallow } else { Depth::Deep }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(open: &str, close: &str, times: usize) -> String {
        format!("{}1{}", open.repeat(times), close.repeat(times))
    }

    #[test]
    fn brackets_are_counted() {
        assert_eq!(depth(&nested("(", ")", BRACKETS)), Depth::Deep);
        assert_eq!(depth(&nested("(", ")", BRACKETS + 1)), Depth::Refused);
        assert_eq!(depth(&nested("[", "]", 100_000)), Depth::Refused);
        assert_eq!(depth(&nested("f'{", "}'", F_STRINGS + 1)), Depth::Refused);
    }

    #[test]
    fn indents_are_counted() {
        let nested = |levels: usize| -> String {
            let ifs = (0..levels).map(|level| format!("{}if x:\n", " ".repeat(level)));
            ifs.chain([format!("{}pass\n", " ".repeat(levels))]).collect()
        };
        assert_eq!(depth(&nested(INDENTS - 1)), Depth::Deep);
        assert_eq!(depth(&nested(INDENTS)), Depth::Refused);
    }

    #[test]
    fn tabs_are_seen_where_they_indent() {
        assert!(mixes_tabs("if x:\n\ty\nif x:\n  y\n"));
        assert!(mixes_tabs("if x:\n \ty\n"));
        assert!(!mixes_tabs("if x:\n\ty\n\tz = 1\n"));
        assert!(!mixes_tabs("if x:\n  y\t= 1\n"));
    }

    #[test]
    fn wide_is_not_deep() {
        assert_eq!(depth(&format!("x = [{}]", "f(1, 2), ".repeat(1000))), Depth::Shallow);
        assert_eq!(depth(&"x = 1\n".repeat(1000)), Depth::Shallow);
        assert_eq!(depth(&format!("x = {}1", "1 + ".repeat(1000))), Depth::Deep);
        assert_eq!(depth(&format!("{}1", "lambda a, b=".repeat(100))), Depth::Deep);
        assert_eq!(depth(&format!("if x: pass\n{}", "elif x: pass\n".repeat(200))), Depth::Deep);
    }
}

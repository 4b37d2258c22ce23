//! What a source is refused for: [`Error`], and [`SyntaxError`] as CPython tells it.

use std::fmt;

use super::tree::Span;

/// Why a source could not be parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The host has no memory for the stack that a deep source needs.
    NoMemory,
    Syntax(Box<SyntaxError>),
}

/// The exception's class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    SyntaxError,
    IndentationError,
    TabError,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::SyntaxError => "SyntaxError",
            Kind::IndentationError => "IndentationError",
            Kind::TabError => "TabError",
        }
    }
}

/// A `SyntaxError`, as CPython's attributes have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: Kind,
    pub message: String,
    pub line: u32,
    /// From 1, in characters; 0 or less where CPython points before the line.
    pub offset: i32,
    pub end_line: u32,
    /// As `offset`, exclusive; 0 or less where CPython names no end.
    pub end_offset: i32,
    /// The line, or what CPython shows in its place.
    pub text: Option<String>,
}

/// Why a text has no tree.
pub enum Refusal {
    /// It is too deep to be parsed.
    Unread,
    /// CPython's parser refuses it. The error is for when CPython's own can't be found.
    Unparsed(Box<SyntaxError>),
    /// It parses, but breaks another rule, or a limit of ours.
    Final(Box<SyntaxError>),
}

impl SyntaxError {
    /// An error over a stretch of the source, its line not yet looked up.
    pub fn new(kind: Kind, message: impl Into<String>, span: Span) -> Self {
        SyntaxError {
            kind,
            message: message.into(),
            line: span.line,
            offset: span.column as i32 + 1,
            end_line: span.end_line,
            end_offset: span.end_column as i32 + 1,
            text: None,
        }
    }

    /// An error that concerns no line of the source.
    pub fn of_file(message: String) -> Self {
        let nowhere = Span::default();
        SyntaxError { end_line: 0, offset: 0, end_offset: 0, ..SyntaxError::new(Kind::SyntaxError, message, nowhere) }
    }

    /// The same error with its line of `source`, unless it has a text of its own.
    pub fn with_line_of(mut self, source: &str) -> Self {
        if self.text.is_none() {
            let line = source.lines().nth(self.line.saturating_sub(1) as usize);
            self.text = line.map(str::to_owned);
        }
        self
    }

    /// What CPython prints when `file` is run.
    pub fn traceback(&self, file: &str) -> String {
        let mut text = if self.line > 0 { format!("  File \"{file}\", line {}\n", self.line) } else { String::new() };
        if let Some(line) = &self.text {
            text.push_str(&self.pointed_line(line));
        }
        text.push_str(&self.to_string());
        text.push('\n');
        text
    }

    /// The line without its indentation, and carets under what is wrong in it.
    fn pointed_line(&self, line: &str) -> String {
        let line = line.trim_end_matches(['\n', '\r']);
        let shown = line.trim_start_matches([' ', '\t', '\x0c']);
        let cut = (line.chars().count() - shown.chars().count()) as i32;
        let start = self.offset - 1 - cut;
        let end = if self.end_line == self.line { self.end_offset - 1 - cut } else { shown.chars().count() as i32 };
        let mut text = format!("    {shown}\n");
        if start >= 0 {
            let carets = if self.kind == Kind::SyntaxError { (end - start).max(1) as usize } else { 1 };
            text.push_str(&format!("    {}{}\n", " ".repeat(start as usize), "^".repeat(carets)));
        }
        text
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.name(), self.message)
    }
}

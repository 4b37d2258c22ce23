//! A source cut into tokens as CPython 3.11 cuts it, f-strings whole, and what it says where it can't.
//!
//! Only sources that were refused come here, so this is written for likeness rather than speed.

use crate::limits::{BRACKETS, INDENTS};
use crate::syntax::error::{Kind, SyntaxError};
use crate::syntax::place::{Place, Places};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A name or a keyword.
    Name,
    Number,
    String,
    Operator,
    Newline,
    Indent,
    Dedent,
    End,
}

#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub kind: TokenKind,
    /// Offsets in bytes.
    pub start: usize,
    pub end: usize,
    /// The line it ends on; a string may begin above.
    pub line: u32,
    /// The brackets around it.
    pub level: usize,
}

/// Why there are no more tokens.
#[derive(Clone, Debug)]
pub enum Stop {
    /// The last token is the end of the source.
    End,
    /// The tokenizer raises this, wherever the parser stands.
    Raised(SyntaxError),
    /// The parser raises this when it gets here.
    Met(SyntaxError),
    /// The source ends inside brackets.
    Unclosed,
}

/// A line, and a column as CPython's errors have it.
pub type Spot = (u32, i32);

pub struct Bracket {
    pub kind: u8,
    pub start: usize,
    pub line: u32,
}

pub struct Tokens<'a> {
    pub text: &'a str,
    pub places: &'a Places<'a>,
    pub list: Vec<Token>,
    pub stop: Stop,
    /// The brackets open where the tokens stop.
    pub open: Vec<Bracket>,
}

impl<'a> Tokens<'a> {
    /// Cuts `text`, which ends with a newline.
    pub fn of(text: &'a str, places: &'a Places<'a>) -> Self {
        let mut lexer = Lexer::new(text, places);
        let stop = loop {
            match lexer.next() {
                Ok(token) => {
                    lexer.list.push(token);
                    if token.kind == TokenKind::End {
                        break Stop::End;
                    }
                }
                Err(stop) => break *stop,
            }
        };
        Tokens { text, places, list: lexer.list, stop, open: lexer.open }
    }

    pub fn slice(&self, token: &Token) -> &'a str {
        &self.text[token.start..token.end]
    }

    /// Where a token begins, columns from 1; from 0 where it has no width.
    pub fn start(&self, token: &Token) -> Spot {
        self.spot(token, token.start)
    }

    /// Where a token ends, likewise.
    pub fn end(&self, token: &Token) -> Spot {
        self.spot(token, token.end)
    }

    /// Where CPython points to a token that is the last it has seen.
    pub fn last_seen(&self, token: &Token) -> (Spot, Spot) {
        if self.is_placeless(token) {
            let cursor = self.cursor(token);
            return (cursor, (cursor.0, -1));
        }
        (self.start(token), self.end(token))
    }

    /// Where the tokenizer stands after a token, columns from 0; at the end of a file it stands before its last line.
    pub fn cursor(&self, token: &Token) -> Spot {
        if token.end == self.text.len() && !self.text.is_empty() {
            return (self.places.at(token.end - 1).line, 0);
        }
        let Place { line, column } = self.places.at(token.end);
        (line, column as i32)
    }

    fn spot(&self, token: &Token, offset: usize) -> Spot {
        if self.is_placeless(token) {
            return (self.cursor(token).0, 0);
        }
        let Place { line, column } = self.places.at(offset);
        (line, column as i32 + 1)
    }

    fn is_placeless(&self, token: &Token) -> bool {
        matches!(token.kind, TokenKind::Indent | TokenKind::Dedent | TokenKind::End)
    }
}

/// An error from one spot to another.
pub fn error(kind: Kind, message: impl Into<String>, at: Spot, end: Spot) -> SyntaxError {
    SyntaxError { kind, message: message.into(), line: at.0, offset: at.1, end_line: end.0, end_offset: end.1, text: None }
}

type Cut<T> = Result<T, Box<Stop>>;

/// A level of indentation, tabs counted as eight columns and as one.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Indent {
    columns: usize,
    characters: usize,
}

struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    places: &'a Places<'a>,
    list: Vec<Token>,
    open: Vec<Bracket>,
    at: usize,
    line: u32,
    /// Where CPython's buffer begins: the line on which the current token, or a chain of continued lines, began.
    buffer: usize,
    indents: Vec<Indent>,
    /// Indents (above 0) or dedents (below) that are still to be given out.
    pending: i32,
    at_line_start: bool,
}

impl<'a> Lexer<'a> {
    fn new(text: &'a str, places: &'a Places<'a>) -> Self {
        Lexer {
            text,
            bytes: text.as_bytes(),
            places,
            list: Vec::new(),
            open: Vec::new(),
            at: 0,
            line: 1,
            buffer: 0,
            indents: vec![Indent { columns: 0, characters: 0 }],
            pending: 0,
            at_line_start: true,
        }
    }

    /// The byte at the cursor; 0 at the end.
    fn peek(&self) -> u8 {
        self.peek_at(0)
    }

    fn peek_at(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    fn token(&self, kind: TokenKind, start: usize) -> Token {
        Token { kind, start, end: self.at, line: self.line, level: self.open.len() }
    }

    /// CPython's offset of the last byte read.
    fn offset(&self) -> Spot {
        let Place { line, column } = self.places.at(self.at);
        (line, column as i32)
    }

    fn raise<T>(&self, message: impl Into<String>) -> Cut<T> {
        let at = self.offset();
        Err(Box::new(Stop::Raised(error(Kind::SyntaxError, message, at, at))))
    }

    /// Moves past the next character first, as CPython has then read it.
    fn raise_past<T>(&mut self, message: impl Into<String>) -> Cut<T> {
        self.at += self.text[self.at..].chars().next().map_or(0, char::len_utf8);
        self.raise(message)
    }

    fn next(&mut self) -> Cut<Token> {
        loop {
            let mut blank = false;
            if self.at_line_start {
                self.at_line_start = false;
                self.buffer = self.at;
                blank = self.indentation()?;
            }
            if self.pending != 0 {
                let kind = if self.pending > 0 { TokenKind::Indent } else { TokenKind::Dedent };
                self.pending -= self.pending.signum();
                return Ok(self.token(kind, self.at));
            }
            loop {
                while matches!(self.peek(), b' ' | b'\t' | b'\x0c') {
                    self.at += 1;
                }
                if self.peek() != b'\\' {
                    break;
                }
                self.continuation()?;
            }
            let start = self.at;
            if self.peek() == b'#' {
                while !self.at_end() && self.peek() != b'\n' {
                    self.at += 1;
                }
            }
            if self.at_end() {
                let stop = Ok(self.token(TokenKind::End, self.at));
                return if self.open.is_empty() { stop } else { Err(Box::new(Stop::Unclosed)) };
            }
            if self.peek() != b'\n' {
                return self.visible();
            }
            let token = self.token(TokenKind::Newline, start);
            self.at += 1;
            // The end of the source is on the last line, not below it.
            self.line += u32::from(!self.at_end());
            self.at_line_start = true;
            if !blank && self.open.is_empty() {
                return Ok(token);
            }
        }
    }

    /// Measures the spaces a line begins with. Is there nothing else on it?
    fn indentation(&mut self) -> Cut<bool> {
        let mut found = Indent { columns: 0, characters: 0 };
        let mut continued: Option<Indent> = None;
        loop {
            match self.peek() {
                b' ' => {
                    found.columns += 1;
                    found.characters += 1;
                }
                b'\t' => {
                    found.columns = (found.columns / 8 + 1) * 8;
                    found.characters += 1;
                }
                b'\x0c' => found = Indent { columns: 0, characters: 0 },
                b'\\' => {
                    continued.get_or_insert(found);
                    self.continuation()?;
                    continue;
                }
                _ => break,
            }
            self.at += 1;
        }
        if self.peek() == b'#' || self.peek() == b'\n' {
            return Ok(true);
        }
        if !self.open.is_empty() {
            return Ok(false);
        }
        // CPython takes column 0 before a backslash for none.
        if let Some(first) = continued.filter(|first| first.columns > 0) {
            found = Indent { columns: first.columns, characters: first.columns };
        }
        if self.at_end() {
            found = self.indents[0];
        }
        self.compare(found)?;
        Ok(false)
    }

    fn compare(&mut self, found: Indent) -> Cut<()> {
        let current = self.indents[self.indents.len() - 1];
        if found.columns > current.columns {
            if self.indents.len() >= INDENTS {
                let message = "too many levels of indentation";
                return self.met(Kind::IndentationError, message, 1, 0);
            }
            if found.characters <= current.characters {
                return self.inconsistent();
            }
            self.pending += 1;
            self.indents.push(found);
            return Ok(());
        }
        while self.indents.len() > 1 && found.columns < self.indents[self.indents.len() - 1].columns {
            self.pending -= 1;
            self.indents.pop();
        }
        let current = self.indents[self.indents.len() - 1];
        if found.columns != current.columns {
            let line_end = self.text[self.at..].find('\n').map_or(self.text.len(), |end| self.at + end);
            let column = self.text[..line_end].chars().rev().take_while(|&c| c != '\n').count() as i32 + 1;
            let message = "unindent does not match any outer indentation level";
            return self.met(Kind::IndentationError, message, column, -1);
        }
        if found.characters != current.characters {
            return self.inconsistent();
        }
        Ok(())
    }

    fn inconsistent<T>(&self) -> Cut<T> {
        self.met(Kind::TabError, "inconsistent use of tabs and spaces in indentation", 1, 0)
    }

    fn met<T>(&self, kind: Kind, message: &str, offset: i32, end: i32) -> Cut<T> {
        let line_start = self.text[..self.at].rfind('\n').map_or(0, |newline| newline + 1);
        let Place { line, column } = self.places.at(line_start);
        Err(Box::new(Stop::Met(error(kind, message, (line, column as i32 + offset), (line, end)))))
    }

    /// A backslash at the end of a line, and the newline.
    fn continuation(&mut self) -> Cut<()> {
        self.at += 1;
        if self.peek() != b'\n' {
            let line = self.places.at(self.at).line;
            let read = self.text[self.at..].chars().next().map_or(0, char::len_utf8);
            let offset = self.text[self.buffer..self.at + read].chars().count() as i32;
            let line_start = self.text[..self.at].rfind('\n').map_or(0, |newline| newline + 1);
            let indent = self.places.at(line_start).column as i32;
            let message = "unexpected character after line continuation character";
            let stop = error(Kind::SyntaxError, message, (line, offset + indent), (line, 0));
            return Err(Box::new(Stop::Met(stop)));
        }
        self.at += 1;
        if self.at_end() {
            let Place { line, column } = self.places.at(self.at - 1);
            let (offset, end) = ((line, column as i32 + 1), (line, -1));
            let stop = error(Kind::SyntaxError, "unexpected EOF while parsing", offset, end);
            return Err(Box::new(if self.open.is_empty() { Stop::Met(stop) } else { Stop::Unclosed }));
        }
        self.line += 1;
        Ok(())
    }

    fn visible(&mut self) -> Cut<Token> {
        let start = self.at;
        let byte = self.peek();
        match byte {
            b'0'..=b'9' => self.number(start),
            b'.' if self.peek_at(1).is_ascii_digit() => self.number(start),
            b'\'' | b'"' => self.string(start),
            _ if is_name_byte(byte) => self.name(start),
            _ => self.operator(start),
        }
    }

    fn name(&mut self, start: usize) -> Cut<Token> {
        let prefix = self.bytes[start..].iter().take_while(|byte| b"bBrRuUfF".contains(byte)).count();
        let quote = self.peek_at(prefix);
        if (quote == b'"' || quote == b'\'') && is_string_prefix(&self.text[start..start + prefix]) {
            self.at += prefix;
            return self.string(start);
        }
        while is_name_byte(self.peek()) {
            self.at += 1;
        }
        let name = &self.text[start..self.at];
        if !name.is_ascii()
            && let Some((offset, wrong)) = invalid_character(name)
        {
            self.at = start + offset + wrong.len_utf8();
            return self.raise(unwelcome(wrong));
        }
        Ok(self.token(TokenKind::Name, start))
    }

    fn number(&mut self, start: usize) -> Cut<Token> {
        if self.peek() == b'0' {
            match self.peek_at(1) {
                b'x' | b'X' => return self.radix(start, "hexadecimal", |byte| byte.is_ascii_hexdigit()),
                b'o' | b'O' => return self.radix(start, "octal", |byte| (b'0'..b'8').contains(&byte)),
                b'b' | b'B' => return self.radix(start, "binary", |byte| byte == b'0' || byte == b'1'),
                _ => {}
            }
        }
        let zeros = self.integer()?;
        let fraction = self.fraction()?;
        let exponent = self.exponent()?;
        if matches!(self.peek(), b'j' | b'J') {
            self.at += 1;
            self.end_of_number("imaginary")?;
        } else if let (false, Some(zeros)) = (fraction || exponent, zeros) {
            return self.leading_zeros(start, zeros);
        } else {
            self.end_of_number("decimal")?;
        }
        Ok(self.token(TokenKind::Number, start))
    }

    /// The digits before a dot. If they begin with zeros and go on with others: where the zeros end.
    fn integer(&mut self) -> Cut<Option<usize>> {
        if self.peek() != b'0' {
            if self.peek() != b'.' {
                self.digits()?;
            }
            return Ok(None);
        }
        self.zeros()?;
        if !self.peek().is_ascii_digit() {
            return Ok(None);
        }
        let zeros_end = self.at + 1;
        self.digits()?;
        Ok(Some(zeros_end))
    }

    fn fraction(&mut self) -> Cut<bool> {
        if self.peek() != b'.' {
            return Ok(false);
        }
        self.at += 1;
        if self.peek().is_ascii_digit() {
            self.digits()?;
        }
        Ok(true)
    }

    /// An `e` without digits is no exponent, but the beginning of what follows the number.
    fn exponent(&mut self) -> Cut<bool> {
        if !matches!(self.peek(), b'e' | b'E') {
            return Ok(false);
        }
        let sign = usize::from(matches!(self.peek_at(1), b'+' | b'-'));
        if self.peek_at(1 + sign).is_ascii_digit() {
            self.at += 1 + sign;
            self.digits()?;
            return Ok(true);
        }
        if sign == 1 {
            self.at += 2;
            return self.raise("invalid decimal literal");
        }
        Ok(false)
    }

    fn leading_zeros<T>(&self, start: usize, zeros_end: usize) -> Cut<T> {
        let message = "leading zeros in decimal integer literals are not permitted; \
                       use an 0o prefix for octal integers";
        let Place { line, column } = self.places.at(start);
        let (start, end) = (column as i32 + 1, self.places.at(zeros_end).column as i32);
        Err(Box::new(Stop::Raised(error(Kind::SyntaxError, message, (line, start), (line, end)))))
    }

    /// Zeros with underscores between them.
    fn zeros(&mut self) -> Cut<()> {
        while self.peek() == b'0' || self.peek() == b'_' {
            if self.peek() == b'_' && !self.peek_at(1).is_ascii_digit() {
                self.at += 1;
                return self.raise("invalid decimal literal");
            }
            self.at += 1;
        }
        Ok(())
    }

    /// Digits with underscores between them.
    fn digits(&mut self) -> Cut<()> {
        loop {
            while self.peek().is_ascii_digit() {
                self.at += 1;
            }
            if self.peek() != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek().is_ascii_digit() {
                return self.raise("invalid decimal literal");
            }
        }
    }

    fn radix(&mut self, start: usize, kind: &str, is_digit: impl Fn(u8) -> bool) -> Cut<Token> {
        self.at += 2;
        loop {
            if self.peek() == b'_' {
                self.at += 1;
            }
            if !is_digit(self.peek()) {
                if self.peek().is_ascii_digit() {
                    return self.wrong_digit(kind);
                }
                return self.raise(format!("invalid {kind} literal"));
            }
            while is_digit(self.peek()) {
                self.at += 1;
            }
            if self.peek() != b'_' {
                break;
            }
        }
        if self.peek().is_ascii_digit() {
            return self.wrong_digit(kind);
        }
        self.end_of_number(kind)?;
        Ok(self.token(TokenKind::Number, start))
    }

    fn wrong_digit<T>(&mut self, kind: &str) -> Cut<T> {
        let digit = char::from(self.peek());
        self.raise_past(format!("invalid digit '{digit}' in {kind} literal"))
    }

    /// A number may run into a keyword that can follow it, but into no other name.
    fn end_of_number(&mut self, kind: &str) -> Cut<()> {
        let rest = &self.text[self.at..];
        let length = rest.bytes().take_while(|&byte| is_name_byte(byte)).count();
        // CPython looks no further than two letters here.
        let begins = ["if", "in", "is"].iter().any(|keyword| rest.starts_with(keyword));
        let keyword = matches!(&rest[..length], "and" | "else" | "for" | "or" | "not");
        if begins || keyword || length == 0 || !self.peek().is_ascii() {
            return Ok(());
        }
        self.raise(format!("invalid {kind} literal"))
    }

    fn string(&mut self, start: usize) -> Cut<Token> {
        let quote = self.peek();
        let first = self.line;
        let triple = self.peek_at(1) == quote && self.peek_at(2) == quote;
        if !triple && self.peek_at(1) == quote {
            self.at += 2;
            return Ok(self.token(TokenKind::String, start));
        }
        self.at += if triple { 3 } else { 1 };
        loop {
            if self.at_end() || (!triple && self.peek() == b'\n') {
                return self.unterminated(start, first, triple);
            }
            let byte = self.peek();
            if byte == quote && (!triple || (self.peek_at(1) == quote && self.peek_at(2) == quote)) {
                self.at += if triple { 3 } else { 1 };
                return Ok(self.token(TokenKind::String, start));
            }
            self.pass_newline();
            if byte == b'\\' && !self.at_end() {
                self.pass_newline();
            }
        }
    }

    /// Moves past one byte, counting lines.
    fn pass_newline(&mut self) {
        let newline = self.peek() == b'\n';
        self.at += 1;
        self.line += u32::from(newline && !self.at_end());
    }

    fn unterminated<T>(&mut self, start: usize, first: u32, triple: bool) -> Cut<T> {
        let last = self.places.shifted_line(self.line);
        self.at = start + 1;
        self.line = first;
        let what = if triple { "triple-quoted string" } else { "string" };
        self.raise(format!("unterminated {what} literal (detected at line {last})"))
    }

    fn operator(&mut self, start: usize) -> Cut<Token> {
        let rest = &self.text[start..];
        let long = OPERATORS.iter().find(|operator| rest.starts_with(**operator));
        if let Some(operator) = long {
            self.at += operator.len();
            return Ok(self.token(TokenKind::Operator, start));
        }
        match self.peek() {
            bracket @ (b'(' | b'[' | b'{') => {
                if self.open.len() >= BRACKETS {
                    return self.raise_past("too many nested parentheses");
                }
                self.at += 1;
                self.open.push(Bracket { kind: bracket, start, line: self.line });
            }
            bracket @ (b')' | b']' | b'}') => {
                self.at += 1;
                self.close(bracket)?;
            }
            byte if byte.is_ascii_control() => {
                return self.raise_past(unwelcome(char::from(byte)));
            }
            _ => self.at += 1,
        }
        Ok(self.token(TokenKind::Operator, start))
    }

    fn close(&mut self, bracket: u8) -> Cut<()> {
        let shown = char::from(bracket);
        let Some(open) = self.open.pop() else {
            return self.raise(format!("unmatched '{shown}'"));
        };
        if closing(open.kind) == bracket {
            return Ok(());
        }
        let opening = char::from(open.kind);
        let mut message = format!("closing parenthesis '{shown}' does not match opening parenthesis '{opening}'");
        if open.line != self.line {
            message.push_str(&format!(" on line {}", self.places.shifted_line(open.line)));
        }
        self.raise(message)
    }
}

/// Operators of more than one character, the longest first.
const OPERATORS: [&str; 25] = [
    "**=", "...", "//=", "<<=", ">>=", "!=", "%=", "&=", "**", "*=", "+=", "-=", "->", "//", "/=", ":=", "<<", "<=", "<>", "==", ">=",
    ">>", "@=", "^=", "|=",
];

pub fn closing(bracket: u8) -> u8 {
    match bracket {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

fn is_name_byte(byte: u8) -> bool {
    byte == b'_' || byte >= 0x80 || byte.is_ascii_alphanumeric()
}

fn is_string_prefix(prefix: &str) -> bool {
    matches!(prefix.to_ascii_lowercase().as_str(), "" | "b" | "r" | "u" | "f" | "br" | "rb" | "fr" | "rf")
}

/// The first character that can't stand where it does in a name.
fn invalid_character(name: &str) -> Option<(usize, char)> {
    name.char_indices().find(|&(at, character)| {
        let probe = if at == 0 { character.to_string() } else { format!("a{character}") };
        !is_name(&probe)
    })
}

/// Asks the parser crate's lexer, which has the Unicode tables.
fn is_name(text: &str) -> bool {
    use ruff_python_ast::token::TokenKind as Parsed;
    let mut lexer = ruff_python_parser::lexer::lex(text, ruff_python_parser::Mode::Module);
    let first = lexer.next_token();
    (first == Parsed::Name || first.is_keyword()) && lexer.next_token() == Parsed::Newline
}

fn unwelcome(character: char) -> String {
    let code = u32::from(character);
    if is_printable(character) {
        format!("invalid character '{character}' (U+{code:04X})")
    } else {
        format!("invalid non-printable character U+{code:04X}")
    }
}

/// Rust escapes what is not printable; a combining mark only at the head of a text.
fn is_printable(character: char) -> bool {
    let text = format!("a{character}");
    text.escape_debug().count() == 2 || character == '\\'
}

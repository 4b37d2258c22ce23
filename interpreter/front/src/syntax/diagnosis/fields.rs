//! The fields of an f-string, which Python 3.11 finds in the finished string and reads as programs of their own.

use super::escapes::check_text;
use super::reader::{Failure, Read, Reader};
use super::tokens::{Stop, Token, Tokens, closing};
use crate::limits::BRACKETS;
use crate::syntax::error::Kind;
use crate::syntax::place::{Places, Shift};

/// Fields inside the formats of fields: `{a:{b}}` and no further.
const DEPTH: usize = 2;

/// Checks the f-string `token`, whose text between the quotes is `body`, `offset` bytes into it.
pub fn check(reader: &mut Reader, token: &Token, body: &str, offset: usize, raw: bool) -> Read<()> {
    let mut scan = Scan { reader, token, body, offset, raw, at: 0, counted: 0, above: 0 };
    scan.parts(scan.reader.field_depth)
}

struct Scan<'r, 'a, 'b> {
    reader: &'r mut Reader<'a>,
    token: &'b Token,
    body: &'b str,
    offset: usize,
    raw: bool,
    at: usize,
    /// The bytes of the token in which lines have been counted, and how many lines end there.
    counted: usize,
    above: u32,
}

impl Scan<'_, '_, '_> {
    fn peek(&self) -> u8 {
        self.body.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn peek_at(&self, ahead: usize) -> u8 {
        self.body.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    fn at_end(&self) -> bool {
        self.at >= self.body.len()
    }

    fn raise<T>(&self, message: &str) -> Read<T> {
        let error = self.reader.at_last(Kind::SyntaxError, format!("f-string: {message}"));
        Err(Box::new(Failure::Raised(error)))
    }

    /// CPython leaves the colon out of two of its messages.
    fn raise_about_expression<T>(&self, message: &str) -> Read<T> {
        let error = self.reader.at_last(Kind::SyntaxError, format!("f-string expression part {message}"));
        Err(Box::new(Failure::Raised(error)))
    }

    /// Literal text and fields, up to the end; in a format, up to its `}`.
    fn parts(&mut self, depth: usize) -> Read<()> {
        loop {
            self.literal(depth)?;
            if self.at_end() || self.peek() == b'}' {
                break;
            }
            self.field(depth)?;
        }
        if depth == 0 && !self.at_end() {
            return self.raise("unexpected end of string");
        }
        Ok(())
    }

    /// Text up to the next field, or to the `}` of the format it is in.
    fn literal(&mut self, depth: usize) -> Read<()> {
        let start = self.at;
        while !self.at_end() {
            match self.peek() {
                b'\\' if !self.raw => {
                    self.at += 1;
                    self.pass_escape();
                    continue;
                }
                b'{' | b'}' if depth == 0 => {
                    if self.peek_at(1) == self.peek() {
                        self.at += 2;
                        continue;
                    }
                    if self.peek() == b'}' {
                        return self.raise("single '}' is not allowed");
                    }
                    break;
                }
                b'{' | b'}' => break,
                _ => {}
            }
            self.at += 1;
        }
        if self.raw { Ok(()) } else { check_text(self.reader, &self.body[start..self.at]) }
    }

    /// What follows a backslash: the braces of `\N{…}` are no field.
    fn pass_escape(&mut self) {
        if self.peek() == b'N' && self.peek_at(1) == b'{' {
            let end = self.body[self.at..].find('}');
            self.at += end.map_or(1, |end| end + 1);
        } else if self.peek() != b'{' && self.peek() != b'}' {
            self.pass_character();
        }
    }

    fn pass_character(&mut self) {
        self.at += self.body[self.at..].chars().next().map_or(0, char::len_utf8);
    }

    /// `{expression = !conversion : format}`
    fn field(&mut self, depth: usize) -> Read<()> {
        if depth == DEPTH {
            return self.raise("expressions nested too deeply");
        }
        self.at += 1;
        let start = self.at;
        self.find_end()?;
        if self.at_end() {
            return self.raise("expecting '}'");
        }
        self.expression(start, self.at, depth)?;
        if self.peek() == b'=' {
            self.at += 1;
            while self.peek().is_ascii_whitespace() {
                self.at += 1;
            }
        }
        if self.peek() == b'!' {
            self.conversion()?;
        }
        if self.peek() == b':' {
            self.at += 1;
            self.parts(depth + 1)?;
        }
        if self.peek() != b'}' {
            return self.raise("expecting '}'");
        }
        self.at += 1;
        Ok(())
    }

    fn conversion(&mut self) -> Read<()> {
        self.at += 1;
        if self.at_end() {
            return self.raise("expecting '}'");
        }
        if !matches!(self.peek(), b's' | b'r' | b'a') {
            return self.raise("invalid conversion character: expected 's', 'r', or 'a'");
        }
        self.at += 1;
        Ok(())
    }

    /// Moves to the end of the expression of a field: a `}`, `!`, `:` or `=` outside of its brackets and strings.
    fn find_end(&mut self) -> Read<()> {
        let mut open: Vec<u8> = Vec::new();
        while !self.at_end() {
            let byte = self.peek();
            match byte {
                b'\\' => return self.raise_about_expression("cannot include a backslash"),
                b'#' => return self.raise_about_expression("cannot include '#'"),
                b'\'' | b'"' => {
                    self.pass_string()?;
                    continue;
                }
                b'[' | b'{' | b'(' if open.len() == BRACKETS => {
                    return self.raise("too many nested parenthesis");
                }
                b'[' | b'{' | b'(' => open.push(byte),
                b'!' | b'=' | b'<' | b'>' if open.is_empty() && self.peek_at(1) == b'=' => self.at += 1,
                b'!' | b':' | b'=' | b'}' if open.is_empty() => return Ok(()),
                b']' | b'}' | b')' => self.close(byte, open.pop())?,
                _ => {}
            }
            self.at += 1;
        }
        match open.last() {
            Some(&opening) => self.raise(&format!("unmatched '{}'", char::from(opening))),
            None => Ok(()),
        }
    }

    fn close(&self, bracket: u8, opening: Option<u8>) -> Read<()> {
        let shown = char::from(bracket);
        match opening {
            Some(opening) if closing(opening) == bracket => Ok(()),
            Some(opening) => {
                let opening = char::from(opening);
                let mismatch = "does not match opening parenthesis";
                self.raise(&format!("closing parenthesis '{shown}' {mismatch} '{opening}'"))
            }
            None => self.raise(&format!("unmatched '{shown}'")),
        }
    }

    /// Moves past a string in an expression.
    fn pass_string(&mut self) -> Read<()> {
        let quote = self.peek();
        let triple = self.peek_at(1) == quote && self.peek_at(2) == quote;
        let length = if triple { 3 } else { 1 };
        self.at += length;
        while !self.at_end() {
            if self.peek() == b'\\' {
                return self.raise_about_expression("cannot include a backslash");
            }
            if (0..length).all(|ahead| self.peek_at(ahead) == quote) {
                self.at += length;
                return Ok(());
            }
            self.at += 1;
        }
        self.raise("unterminated string")
    }

    /// Reads the expression of a field, put in parentheses, as CPython does.
    fn expression(&mut self, start: usize, end: usize, depth: usize) -> Read<()> {
        let text = &self.body[start..end];
        if text.trim_matches([' ', '\t', '\n', '\x0c']).is_empty() {
            let next = self.peek();
            if matches!(next, b'!' | b':' | b'=') {
                return self.raise(&format!("expression required before '{}'", char::from(next)));
            }
            return self.raise("empty expression not allowed");
        }
        let whole = self.reader.tokens.slice(self.token);
        let before = &whole[..self.offset + start - 1];
        self.above += before[self.counted..].matches('\n').count() as u32;
        self.counted = before.len();
        let above = self.above;
        let first_line = self.reader.tokens.start(self.token).0;
        let source = format!("({text})\n");
        let places = Places::new(&source, Shift { lines: first_line - 1 + above, columns: 0 });
        let tokens = Tokens::of(&source, &places);
        match Reader::new(&tokens, depth, self.reader.complain).mistake("placeholder") {
            Ok(()) => Ok(()),
            Err(failure) => {
                let raised_by_tokenizer = matches!(tokens.stop, Stop::Raised(_));
                Err(self.told(*failure, &source, text, before, first_line + above, raised_by_tokenizer))
            }
        }
    }

    /// The error as CPython tells it: with the text that it made of the field.
    fn told(&self, failure: Failure, source: &str, text: &str, before: &str, first_line: u32, plain: bool) -> Box<Failure> {
        let mut error = match failure {
            Failure::GivenUp => return Box::new(Failure::GivenUp),
            Failure::Raised(error) | Failure::Final(error) => error,
        };
        if error.text.is_some() {
            return Box::new(Failure::Raised(error));
        }
        if !plain {
            error.message = format!("f-string: {}", error.message);
        }
        // CPython takes the column of the field off every line, though only the first begins there.
        if error.line > first_line && !plain {
            let column = self.starting_column(text, before);
            error.offset -= column;
            if error.end_offset > 0 {
                error.end_offset -= column;
            }
        }
        error.text = Some(line_of(source, error.line - first_line));
        Box::new(Failure::Raised(error))
    }

    /// The column CPython takes the expression to begin at.
    fn starting_column(&self, text: &str, before: &str) -> i32 {
        let (indent, before) = match before.rsplit_once('\n') {
            Some((_, line)) => (0, line),
            None => (self.reader.tokens.start(self.token).1 - 1, before),
        };
        let begins_on_next_line = text.trim_start_matches([' ', '\t', '\x0c']).starts_with('\n');
        indent + if begins_on_next_line { 0 } else { before.chars().count() as i32 }
    }
}

fn line_of(source: &str, line: u32) -> String {
    source.lines().nth(line as usize).unwrap_or_default().to_owned()
}

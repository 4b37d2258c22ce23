//! `template % arguments`, for strings and bytes. Templates of bytes are handled as text whose characters are the bytes.
//!
//! Where an argument's text is the program's business (`__str__`, `__repr__`, `__int__` …) the whole goes to the prelude, which takes the
//! template apart with [`directives`] and formats the arguments one by one.

use super::super::native::{Answer, Stop, Trap};
use super::super::operate::bytes::copy_of;
use super::super::operate::number::{asks_float, integer, to_float};
use super::super::operate::{bytes, get_item, overrides, plain};
use super::super::repr;
use super::super::runtime::{Runtime, symbol_of};
use super::super::symbol::names;
use super::super::value::Value;
use super::super::{fill, fuel};
use super::float::Shape;
use super::format::{FIELD, cut, digits_of, magnitude, prefix_of};
use super::quote;
use crate::limits::size;

/// What kind of template it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    Text,
    Bytes,
}

/// `template % arguments` of a string.
pub fn percent_str(rt: &mut Runtime, template: &Value, arguments: &Value) -> Answer {
    let Value::Str(string) = plain(template) else { return Ok(Value::NotImplemented) };
    match filled(rt, &string.text, arguments, Flavour::Text)? {
        // CPython gives the very object.
        Some(_) if !string.text.contains('%') && !string.text.is_empty() => Ok(template.clone()),
        Some(text) => Ok(Value::str(text)),
        None => Err(rt.prelude("percent_format", vec![Value::Str(string.clone()), arguments.clone()])),
    }
}

/// `template % arguments` of bytes or a bytearray.
pub fn percent_bytes(rt: &mut Runtime, template: &Value, arguments: &Value) -> Answer {
    let text = as_text(&copy_of(template)?.unwrap_or_default())?;
    let Some(filled) = filled(rt, &text, arguments, Flavour::Bytes)? else {
        return Err(rt.prelude("percent_format_bytes", vec![template.clone(), arguments.clone()]));
    };
    let data = filled.chars().map(|c| c as u8).collect();
    Ok(if matches!(template, Value::ByteArray(_)) { bytes::byte_array(data) } else { bytes::bytes(data) })
}

/// Bytes as the characters of the same codes.
pub fn as_text(data: &[u8]) -> Result<String, Stop> {
    let mut text = String::with_capacity(data.len());
    fill::append_chars(&mut text, data.iter().copied().map(char::from))?;
    Ok(text)
}

/// A width or a precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    Given(usize),
    /// `*`: the next argument tells.
    Argument,
}

/// What stands between a `%` and its letter.
#[derive(Clone, Debug, Default)]
pub struct Directive {
    pub key: Option<String>,
    /// The flags as they are written.
    pub flags: String,
    pub width: Option<Count>,
    pub precision: Option<Count>,
    pub conversion: char,
    /// Where its letter stands in the template.
    pub at: usize,
}

impl Directive {
    fn has(&self, flag: char) -> bool {
        self.flags.contains(flag)
    }
}

/// A part of a template.
pub enum Piece {
    Literal(String),
    Directive(Directive),
}

/// The parts of a template, in order.
pub fn directives(rt: &Runtime, template: &str) -> Result<Vec<Piece>, Trap> {
    let mut parser = Parser::new(rt, template)?;
    let mut pieces = Vec::new();
    while let Some(piece) = parser.next(rt)? {
        pieces.push(piece);
    }
    Ok(pieces)
}

struct Parser {
    chars: Vec<char>,
    at: usize,
}

impl Parser {
    fn new(rt: &Runtime, template: &str) -> Result<Parser, Trap> {
        rt.reserve(template.len().saturating_mul(size_of::<char>()))?;
        Ok(Parser { chars: fill::collect(template.chars())?, at: 0 })
    }

    fn next(&mut self, rt: &Runtime) -> Result<Option<Piece>, Trap> {
        let rest = &self.chars[self.at..];
        if rest.is_empty() {
            return Ok(None);
        }
        if rest[0] != '%' {
            let mut literal = String::new();
            for c in rest.iter().take_while(|c| **c != '%') {
                fuel::go_on(1)?;
                literal.push(*c);
                self.at += 1;
            }
            return Ok(Some(Piece::Literal(literal)));
        }
        if rest.get(1) == Some(&'%') {
            self.at += 2;
            return Ok(Some(Piece::Literal("%".to_owned())));
        }
        self.at += 1;
        self.directive(rt).map(|directive| Some(Piece::Directive(directive)))
    }

    /// Whether a directive with a key comes next.
    fn at_key(&self) -> bool {
        self.chars[self.at..].starts_with(&['%', '('])
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn directive(&mut self, rt: &Runtime) -> Result<Directive, Trap> {
        let mut directive = Directive::default();
        if self.peek() == Some('(') {
            directive.key = Some(self.key(rt)?);
        }
        while let Some(flag) = self.peek().filter(|c| matches!(c, '-' | '+' | ' ' | '#' | '0')) {
            directive.flags.push(flag);
            self.at += 1;
        }
        directive.width = self.count(rt, "width too big", i64::MAX as u64)?;
        if self.peek() == Some('.') {
            self.at += 1;
            directive.precision = self.count(rt, "precision too big", i32::MAX as u64)?.or(Some(Count::Given(0)));
        }
        if matches!(self.peek(), Some('h' | 'l' | 'L')) {
            self.at += 1;
        }
        directive.conversion = self.peek().ok_or_else(|| rt.value_error("incomplete format"))?;
        directive.at = self.at;
        self.at += 1;
        Ok(directive)
    }

    fn key(&mut self, rt: &Runtime) -> Result<String, Trap> {
        let start = self.at + 1;
        let mut depth = 0;
        while let Some(c) = self.peek() {
            self.at += 1;
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok(self.chars[start..self.at - 1].iter().collect());
            }
        }
        Err(rt.value_error("incomplete format key"))
    }

    fn count(&mut self, rt: &Runtime, too_big: &'static str, most: u64) -> Result<Option<Count>, Trap> {
        if self.peek() == Some('*') {
            self.at += 1;
            return Ok(Some(Count::Argument));
        }
        let mut count = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            let more = count.unwrap_or(0u64).checked_mul(10).and_then(|tens| tens.checked_add(u64::from(digit)));
            count = Some(more.filter(|count| *count <= most).ok_or_else(|| rt.value_error(too_big))?);
            self.at += 1;
        }
        Ok(count.map(|count| Count::Given(size(count))))
    }
}

/// The arguments, and how far they are used up.
struct Arguments<'a> {
    /// Of a tuple its items, else the one argument.
    items: Vec<&'a Value>,
    next: usize,
    whole: &'a Value,
    /// After a directive with a key: that key's value, until it is used.
    keyed: Option<Option<Value>>,
}

impl Arguments<'_> {
    fn of(whole: &Value) -> Arguments<'_> {
        let items = match plain(whole) {
            Value::Tuple(tuple) => tuple.items.iter().collect(),
            _ => vec![whole],
        };
        Arguments { items, next: 0, whole, keyed: None }
    }

    fn next(&mut self, rt: &Runtime) -> Result<Value, Trap> {
        let not_enough = || rt.type_error("not enough arguments for format string");
        if let Some(keyed) = &mut self.keyed {
            return keyed.take().ok_or_else(not_enough);
        }
        let item = self.items.get(self.next).ok_or_else(not_enough)?;
        self.next += 1;
        Ok((*item).clone())
    }

    /// Whether some were given in vain. A mapping need not be used at all.
    fn left_over(&self, rt: &Runtime, flavour: Flavour) -> bool {
        let all_used = self.keyed.is_some() || self.next >= self.items.len();
        !all_used && !is_mapping(rt, self.whole, flavour)
    }
}

/// What may stand right of `%` unused: all that has `__getitem__`, strings and tuples excepted.
fn is_mapping(rt: &Runtime, value: &Value, flavour: Flavour) -> bool {
    match plain(value) {
        Value::Bytes(_) | Value::ByteArray(_) => flavour == Flavour::Text,
        Value::Dict(_) | Value::List(_) | Value::Range(_) => true,
        Value::View(_) => &*rt.type_name(value) == "mappingproxy",
        Value::Tuple(_) | Value::Str(_) => false,
        _ => overrides(value, names::GETITEM),
    }
}

/// The filled template; none if the program must be asked.
fn filled(rt: &mut Runtime, template: &str, arguments: &Value, flavour: Flavour) -> Result<Option<String>, Trap> {
    rt.reserve(template.len() * 4)?;
    fuel::burn_read(4 * template.len())?;
    let mut parser = Parser::new(rt, template)?;
    let mut arguments = Arguments::of(arguments);
    let mut out = String::with_capacity(template.len());
    loop {
        if parser.at_key() && !is_mapping(rt, arguments.whole, flavour) {
            return Err(rt.type_error("format requires a mapping"));
        }
        let Some(piece) = parser.next(rt)? else { break };
        match piece {
            Piece::Literal(literal) => out.push_str(&literal),
            Piece::Directive(directive) => match directed(rt, &directive, &mut arguments, flavour)? {
                Some(text) => {
                    rt.room(out.len() + text.len())?;
                    fill::append_text(&mut out, &text)?;
                }
                None => return Ok(None),
            },
        }
    }
    if arguments.left_over(rt, flavour) {
        let what = if flavour == Flavour::Text { "string" } else { "bytes" };
        return Err(rt.type_error(format!("not all arguments converted during {what} formatting")));
    }
    Ok(Some(out))
}

fn directed(rt: &mut Runtime, directive: &Directive, arguments: &mut Arguments, flavour: Flavour) -> Result<Option<String>, Trap> {
    fuel::burn(FIELD)?;
    if let Some(key) = &directive.key {
        match value_of_key(rt, arguments.whole, key, flavour)? {
            Some(value) => arguments.keyed = Some(Some(value)),
            None => return Ok(None),
        }
    }
    let mut left = directive.has('-');
    let width = match directive.width {
        Some(Count::Argument) => {
            let width = star(rt, arguments)?;
            left |= width < 0;
            size(width.unsigned_abs())
        }
        Some(Count::Given(width)) => width,
        None => 0,
    };
    let precision = match directive.precision {
        Some(Count::Argument) => Some(size(star(rt, arguments)?.max(0))),
        Some(Count::Given(precision)) => Some(precision),
        None => None,
    };
    let value = arguments.next(rt)?;
    let Some(converted) = convert(rt, directive, precision, &value, flavour)? else { return Ok(None) };
    let room = width.saturating_sub(converted.body.chars().count() + converted.prefix.len());
    rt.reserve(room)?;
    fuel::burn_read(room + converted.body.len())?;
    let zeros = !left && converted.numeric && directive.has('0');
    let mut text = String::new();
    if !left && !zeros {
        fill::append_repeated(&mut text, " ", room)?;
    }
    text.push_str(&converted.prefix);
    if zeros {
        fill::append_repeated(&mut text, "0", room)?;
    }
    fill::append_text(&mut text, &converted.body)?;
    if left {
        fill::append_repeated(&mut text, " ", room)?;
    }
    Ok(Some(text))
}

fn value_of_key(rt: &mut Runtime, mapping: &Value, key: &str, flavour: Flavour) -> Result<Option<Value>, Trap> {
    let key = match flavour {
        Flavour::Text => Value::str(key),
        Flavour::Bytes => bytes::bytes(key.chars().map(|c| c as u8).collect()),
    };
    match mapping {
        // A subclass may have `__getitem__` or `__missing__`.
        Value::Instance(_) | Value::Class(_) | Value::Exception(_) => Ok(None),
        _ => match get_item(rt, mapping, &key) {
            Ok(value) => Ok(Some(value)),
            Err(Trap::Request(_)) => Ok(None),
            Err(trap) => Err(trap),
        },
    }
}

fn star(rt: &Runtime, arguments: &mut Arguments) -> Result<i64, Trap> {
    let value = arguments.next(rt)?;
    match plain(&value) {
        Value::Int(count) => Ok(*count),
        Value::True => Ok(1),
        Value::False => Ok(0),
        Value::Big(_) => Err(rt.overflow_error("Python int too large to convert to C ssize_t")),
        _ => Err(rt.type_error("* wants int")),
    }
}

/// A converted argument: zeros may be filled in between the two parts.
struct Converted {
    prefix: String,
    body: String,
    numeric: bool,
}

fn convert(
    rt: &mut Runtime,
    directive: &Directive,
    precision: Option<usize>,
    value: &Value,
    flavour: Flavour,
) -> Result<Option<Converted>, Trap> {
    let text = |body: String| Some(Converted { prefix: String::new(), body: cut(&body, precision).to_owned(), numeric: false });
    Ok(match (directive.conversion, flavour) {
        ('s', Flavour::Text) => repr::try_str(rt, value)?.and_then(text),
        ('r', Flavour::Text) => repr::try_repr(rt, value)?.and_then(text),
        ('a', _) | ('r', Flavour::Bytes) => match repr::try_repr(rt, value)? {
            Some(repr) => text(quote::escape_non_ascii(&repr)?),
            None => None,
        },
        ('s' | 'b', Flavour::Bytes) => match copy_of(value)? {
            Some(data) => text(as_text(&data)?),
            None if overrides(value, names::BYTES) => None,
            None => {
                let message = "%b requires a bytes-like object, or an object that implements __bytes__, not";
                return Err(rt.type_error(format!("{message} '{}'", rt.type_name(value))));
            }
        },
        ('c', _) => character(rt, value, flavour)?.map(|c| Converted { prefix: String::new(), body: c, numeric: false }),
        ('d' | 'i' | 'u' | 'o' | 'x' | 'X', _) => whole(rt, directive, precision, value, flavour)?,
        ('e' | 'E' | 'f' | 'F' | 'g' | 'G', _) => real(rt, directive, precision, value, flavour)?,
        (other, _) => {
            let shown = if ('\x1f'..='~').contains(&other) { other } else { '?' };
            let message = format!("unsupported format character '{shown}' (0x{:x}) at index {}", other as u32, directive.at);
            return Err(rt.value_error(message));
        }
    })
}

fn character(rt: &Runtime, value: &Value, flavour: Flavour) -> Result<Option<String>, Trap> {
    let value_of = plain(value);
    if flavour == Flavour::Bytes {
        let out_of_range = || rt.overflow_error("%c arg not in range(256)");
        return match (value_of.to_big(), copy_of(value)?) {
            (Some(code), _) => u8::try_from(&code).map(|byte| Some(char::from(byte).to_string())).map_err(|_| out_of_range()),
            (None, Some(data)) if data.len() == 1 => Ok(Some(char::from(data[0]).to_string())),
            _ if overrides(value, names::INDEX) => Ok(None),
            _ => Err(rt.type_error("%c requires an integer in range(256) or a single byte")),
        };
    }
    match (value_of, value_of.to_big()) {
        (Value::Str(string), _) if string.chars == 1 => Ok(Some(string.text.to_string())),
        (_, Some(code)) => match u32::try_from(&code).ok().and_then(char::from_u32) {
            Some(c) => Ok(Some(c.to_string())),
            None => Err(rt.overflow_error("%c arg not in range(0x110000)")),
        },
        (Value::Str(_), _) => Err(rt.type_error("%c requires int or char")),
        _ if overrides(value, names::INDEX) => Ok(None),
        _ => Err(rt.type_error("%c requires int or char")),
    }
}

fn sign(directive: &Directive, negative: bool) -> &'static str {
    if negative {
        "-"
    } else if directive.has('+') {
        "+"
    } else if directive.has(' ') {
        " "
    } else {
        ""
    }
}

/// An integer; of a float, its whole part, where the conversion is decimal.
fn whole(
    rt: &mut Runtime,
    directive: &Directive,
    precision: Option<usize>,
    value: &Value,
    flavour: Flavour,
) -> Result<Option<Converted>, Trap> {
    let kind = directive.conversion;
    let decimal = matches!(kind, 'd' | 'i' | 'u');
    let number = match plain(value) {
        Value::Float(_) if decimal && overrides(value, names::INT) => return Ok(None),
        Value::Float(bits) if decimal => integer::from_float(rt, f64::from_bits(*bits))?.to_big(),
        other => other.to_big(),
    };
    let Some(number) = number else {
        let truncates = matches!(plain(value), Value::Complex(_)) && overrides(value, symbol_of("__trunc__"));
        let converts = overrides(value, names::INT) || overrides(value, names::FLOAT) || truncates;
        if overrides(value, names::INDEX) || decimal && converts {
            return Ok(None);
        }
        let wanted = if decimal { "a real number" } else { "an integer" };
        let named = if decimal && flavour == Flavour::Bytes { 'd' } else { kind };
        return Err(rt.type_error(format!("%{named} format: {wanted} is required, not {}", rt.type_name(value))));
    };
    let digits = digits_of(rt, &number, kind)?;
    let zeros = precision.unwrap_or(0).saturating_sub(digits.len());
    rt.reserve(zeros)?;
    let negative = number.sign() == num_bigint::Sign::Minus;
    let prefix = format!("{}{}", sign(directive, negative), if directive.has('#') { prefix_of(kind) } else { "" });
    let mut body = String::new();
    fill::append_repeated(&mut body, "0", zeros)?;
    fill::append_text(&mut body, &digits)?;
    Ok(Some(Converted { prefix, body, numeric: true }))
}

fn real(
    rt: &mut Runtime,
    directive: &Directive,
    precision: Option<usize>,
    value: &Value,
    flavour: Flavour,
) -> Result<Option<Converted>, Trap> {
    if asks_float(value) {
        return Ok(None);
    }
    let Some(x) = to_float(rt, plain(value))? else {
        let name = rt.type_name(value);
        return Err(rt.type_error(match flavour {
            Flavour::Text => format!("must be real number, not {name}"),
            Flavour::Bytes => format!("float argument required, not {name}"),
        }));
    };
    let shape = Shape {
        style: directive.conversion.to_ascii_lowercase(),
        upper: directive.conversion.is_ascii_uppercase(),
        precision: precision.unwrap_or(6),
        alternate: directive.has('#'),
        dot_zero: false,
    };
    let body = magnitude(rt, x, &shape)?;
    let negative = x.is_sign_negative() && !x.is_nan();
    Ok(Some(Converted { prefix: sign(directive, negative).to_owned(), body, numeric: true }))
}

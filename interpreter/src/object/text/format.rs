//! `format(value, spec)` of the built-in types.

use std::mem::take;

use num_bigint::BigInt;

use super::super::native::{Answer, Stop, Trap};
use super::super::operate::number::{asks_float, big, integer, to_float};
use super::super::operate::plain;
use super::super::repr;
use super::super::runtime::Runtime;
use super::super::string::Str;
use super::super::value::Value;
use super::float::{self, Shape};
use super::spec::{Align, Spec, unknown_kind};
use crate::limits::size;
use crate::object::{fill, fuel};

/// What it costs in fuel to format a field, before any of its text.
pub const FIELD: u64 = 24;

/// What a digit of a float costs in fuel, past the first ones, which are cheap.
const EXACT_DIGIT: usize = 16;

/// C's `INT_MAX`: the largest precision.
const MOST_PRECISION: usize = i32::MAX as usize;

/// `format(value, spec)` for a value without a `__format__` of the program's. What extends a built-in type is formatted as that type is.
pub fn format(rt: &mut Runtime, value: &Value, spec: &str) -> Answer {
    if spec.is_empty() {
        return match value {
            Value::Str(_) => Ok(value.clone()),
            _ => match repr::try_str(rt, value)? {
                Some(text) => Ok(Value::str(text)),
                None => Err(rt.prelude("str_by_format", vec![value.clone()])),
            },
        };
    }
    let type_name = rt.type_name(value);
    match plain(value) {
        Value::Int(_) | Value::Big(_) if asks_float(value) && as_float(spec) => {
            Err(rt.prelude("format_as_float", vec![value.clone(), Value::str(spec)]))
        }
        Value::Str(string) => format_str(rt, value, string, spec, &type_name),
        Value::Int(_) | Value::Big(_) | Value::True | Value::False => format_integer(rt, plain(value), spec, &type_name),
        Value::Float(bits) => {
            let spec = Spec::parse(rt, spec, &type_name, None, Align::Right)?;
            format_float(rt, f64::from_bits(*bits), &spec, &type_name)
        }
        Value::Complex(complex) => format_complex(rt, complex.real, complex.imaginary, spec, &type_name),
        _ => Err(rt.type_error(format!("unsupported format string passed to {type_name}.__format__"))),
    }
}

/// Whether a specification has an integer formatted as a float.
fn as_float(spec: &str) -> bool {
    spec.ends_with(['e', 'E', 'f', 'F', 'g', 'G', '%'])
}

fn format_str(rt: &mut Runtime, whole: &Value, string: &Str, spec: &str, type_name: &str) -> Answer {
    let spec = Spec::parse(rt, spec, type_name, Some('s'), Align::Left)?;
    if let Some(kind) = spec.kind.filter(|kind| *kind != 's') {
        return Err(unknown_kind(rt, kind, type_name));
    }
    let not_allowed = |what: &str| rt.value_error(format!("{what} not allowed in string format specifier"));
    match spec.sign {
        Some(' ') => return Err(not_allowed("Space")),
        Some(_) => return Err(not_allowed("Sign")),
        None => {}
    }
    if spec.no_negative_zero {
        return Err(not_allowed("Negative zero coercion (z)"));
    }
    if spec.alternate {
        return Err(not_allowed("Alternate form (#)"));
    }
    if spec.align == Align::AfterSign {
        return Err(not_allowed("'=' alignment"));
    }
    let text = cut(&string.text, spec.precision);
    if text.len() == string.text.len() && spec.width <= string.chars {
        // As it fits it stays the object that it is.
        return Ok(whole.clone());
    }
    pad(rt, text, &spec).map(Value::str)
}

/// The first `count` characters.
pub fn cut(text: &str, count: Option<usize>) -> &str {
    match count.and_then(|count| text.char_indices().nth(count)) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// A text filled up to the width.
fn pad(rt: &mut Runtime, text: &str, spec: &Spec) -> Result<String, Trap> {
    let missing = if spec.width == 0 { 0 } else { spec.width.saturating_sub(text.chars().count()) };
    rt.reserve(missing.saturating_mul(spec.fill.len_utf8()) + text.len())?;
    let before = match spec.align {
        Align::Left => 0,
        Align::Right | Align::AfterSign => missing,
        Align::Centre => missing / 2,
    };
    let fill = spec.fill.to_string();
    let mut out = String::new();
    fill::append_repeated(&mut out, &fill, before)?;
    fill::append_text(&mut out, text)?;
    fill::append_repeated(&mut out, &fill, missing - before)?;
    Ok(out)
}

fn format_integer(rt: &mut Runtime, value: &Value, spec: &str, type_name: &str) -> Answer {
    let spec = Spec::parse(rt, spec, type_name, Some('d'), Align::Right)?;
    let kind = spec.kind.unwrap_or('d');
    match kind {
        'b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n' => {}
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => {
            let float = to_float(rt, value)?.unwrap_or_default();
            return format_float(rt, float, &spec, type_name);
        }
        _ => return Err(unknown_kind(rt, kind, type_name)),
    }
    if spec.precision.is_some() {
        return Err(rt.value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(rt.value_error("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if kind == 'c' {
        return format_character(rt, value, &spec);
    }
    let number = value.to_big().unwrap_or_default();
    let digits = digits_of(rt, &number, kind)?;
    let prefix = if spec.alternate { prefix_of(kind) } else { "" };
    let parts = Parts { negative: number.sign() == num_bigint::Sign::Minus, prefix, digits: &digits, rest: "" };
    parts.lay_out(rt, &spec).map(Value::str)
}

/// An integer's magnitude in the base that a type's letter means.
pub fn digits_of(rt: &mut Runtime, number: &BigInt, kind: char) -> Result<String, Trap> {
    let magnitude = number.magnitude();
    let radix = match kind {
        'b' => 2,
        'o' => 8,
        'x' | 'X' => 16,
        _ => return integer::decimal_digits(rt, magnitude),
    };
    rt.reserve(size(magnitude.bits()))?;
    let mut digits = big::digits(magnitude, radix)?;
    if kind == 'X' {
        digits.make_ascii_uppercase();
    }
    Ok(digits)
}

/// What `#` puts before the digits.
pub fn prefix_of(kind: char) -> &'static str {
    match kind {
        'b' => "0b",
        'o' => "0o",
        'x' => "0x",
        'X' => "0X",
        _ => "",
    }
}

fn format_character(rt: &mut Runtime, value: &Value, spec: &Spec) -> Answer {
    if spec.sign.is_some() {
        return Err(rt.value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(rt.value_error("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let code = match value {
        Value::Big(_) => return Err(rt.overflow_error("Python int too large to convert to C long")),
        Value::Int(code) => *code,
        other => i64::from(matches!(other, Value::True)),
    };
    let c = u32::try_from(code).ok().and_then(char::from_u32);
    let c = c.ok_or_else(|| rt.overflow_error("%c arg not in range(0x110000)"))?;
    pad(rt, c.encode_utf8(&mut [0; 4]), spec).map(Value::str)
}

fn format_float(rt: &mut Runtime, x: f64, spec: &Spec, type_name: &str) -> Answer {
    let shape = shape_of(rt, spec, type_name, true)?;
    let x = if spec.kind == Some('%') { x * 100.0 } else { x };
    let mut text = magnitude(rt, x, &shape)?;
    if spec.kind == Some('%') {
        text.push('%');
    }
    real_parts(x, &text, spec.no_negative_zero).lay_out(rt, spec).map(Value::str)
}

/// What a specification asks of a float's digits.
fn shape_of(rt: &Runtime, spec: &Spec, type_name: &str, dot_zero: bool) -> Result<Shape, Trap> {
    let (style, upper) = match spec.kind {
        None if spec.precision.is_none() => ('r', false),
        None | Some('n') => ('g', false),
        Some('%') if dot_zero => ('f', false),
        Some(kind @ ('e' | 'f' | 'g')) => (kind, false),
        Some(kind @ ('E' | 'F' | 'G')) => (kind.to_ascii_lowercase(), true),
        Some(kind) => return Err(unknown_kind(rt, kind, type_name)),
    };
    let precision = spec.precision.unwrap_or(6);
    if precision > MOST_PRECISION {
        return Err(rt.value_error("precision too big"));
    }
    let dot_zero = dot_zero && spec.kind.is_none();
    Ok(Shape { style, upper, precision, alternate: spec.alternate, dot_zero })
}

/// A float's magnitude as text, after asking for room.
pub fn magnitude(rt: &mut Runtime, x: f64, shape: &Shape) -> Result<String, Trap> {
    if matches!(shape.style, 'e' | 'f') || shape.alternate {
        rt.reserve(shape.precision.saturating_mul(3))?;
    }
    let exact = if shape.style == 'r' { 0 } else { shape.precision.saturating_sub(16).min(float::MOST_DIGITS) };
    fuel::burn((EXACT_DIGIT * exact) as u64)?;
    fuel::burn_read(shape.precision.saturating_mul(4))?;
    Ok(float::magnitude(x, shape))
}

/// A real number's text, taken apart into sign, digits and what comes after them.
fn real_parts(x: f64, text: &str, no_negative_zero: bool) -> Parts<'_> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let negative = x.is_sign_negative() && !x.is_nan();
    let zero = no_negative_zero && x.is_finite() && is_zero(text);
    Parts { negative: negative && !zero, prefix: "", digits, rest }
}

/// Whether a number's text is zero, its exponent aside.
fn is_zero(text: &str) -> bool {
    text.bytes().take_while(|byte| !matches!(byte, b'e' | b'E')).all(|byte| !matches!(byte, b'1'..=b'9'))
}

fn format_complex(rt: &mut Runtime, real: f64, imaginary: f64, spec: &str, type_name: &str) -> Answer {
    let spec = Spec::parse(rt, spec, type_name, None, Align::Right)?;
    let shape = shape_of(rt, &spec, type_name, false)?;
    if spec.fill == '0' {
        return Err(rt.value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Align::AfterSign {
        return Err(rt.value_error("'=' alignment flag is not allowed in complex format specifier"));
    }
    let mut part = Spec { fill: ' ', align: Align::Left, width: 0, ..spec.clone() };
    let plain = spec.kind.is_none();
    let real_left_out = plain && real == 0.0 && real.is_sign_positive();
    let mut text = String::new();
    if !real_left_out {
        let digits = magnitude(rt, real, &shape)?;
        text = real_parts(real, &digits, spec.no_negative_zero).lay_out(rt, &part)?;
        part.sign = Some('+');
    }
    let digits = magnitude(rt, imaginary, &shape)?;
    text.push_str(&real_parts(imaginary, &digits, spec.no_negative_zero).lay_out(rt, &part)?);
    text.push('j');
    if plain && !real_left_out {
        text = format!("({text})");
    }
    pad(rt, &text, &spec).map(Value::str)
}

/// The parts of a number's text.
struct Parts<'a> {
    negative: bool,
    prefix: &'a str,
    /// Those before the point: they are grouped, and zeros go before them.
    digits: &'a str,
    rest: &'a str,
}

impl Parts<'_> {
    fn lay_out(&self, rt: &mut Runtime, spec: &Spec) -> Result<String, Trap> {
        let sign = match (self.negative, spec.sign) {
            (true, _) => "-",
            (false, Some('+')) => "+",
            (false, Some(' ')) => " ",
            _ => "",
        };
        let around = sign.len() + self.prefix.len() + self.rest.len();
        rt.reserve(spec.width.saturating_mul(spec.fill.len_utf8()) + around + self.digits.len() * 2)?;
        let zeros_to = if spec.fill == '0' && spec.align == Align::AfterSign { spec.width.saturating_sub(around) } else { 0 };
        let mut text = format!("{sign}{}", self.prefix);
        let mut number = if spec.align == Align::AfterSign { String::new() } else { take(&mut text) };
        if !self.digits.is_empty() {
            append_grouped(&mut number, self.digits, spec, zeros_to)?;
        }
        fill::append_text(&mut number, self.rest)?;
        if spec.align != Align::AfterSign {
            return pad(rt, &number, spec);
        }
        let inside = Spec { width: spec.width.saturating_sub(text.len()), align: Align::Right, ..spec.clone() };
        fill::append_text(&mut text, &pad(rt, &number, &inside)?)?;
        Ok(text)
    }
}

/// Digits with separators between groups, and with zeros before them up to a width. No separator comes first, so it may get wider.
fn append_grouped(text: &mut String, digits: &str, spec: &Spec, width: usize) -> Result<(), Stop> {
    let Some(separator) = spec.grouping else {
        fill::append_repeated(text, "0", width.saturating_sub(digits.len()))?;
        return fill::append_text(text, digits);
    };
    let size = spec.group_size();
    // The fewest digits that are as wide with their separators; where a separator would come first it is one digit more.
    let wanted = width - width / (size + 1) + usize::from(width.is_multiple_of(size + 1));
    let mut filled = String::new();
    fill::append_repeated(&mut filled, "0", wanted.saturating_sub(digits.len()))?;
    fill::append_text(&mut filled, digits)?;
    let (first, rest) = filled.split_at((filled.len() - 1) % size + 1);
    text.push_str(first);
    for at in (0..rest.len()).step_by(size) {
        fuel::burn(1)?;
        text.push(separator);
        text.push_str(&rest[at..at + size]);
    }
    Ok(())
}

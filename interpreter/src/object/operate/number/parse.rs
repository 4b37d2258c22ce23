//! Numbers read from text, as `int()`, `float()` and `complex()` read them.

use std::borrow::Cow;

use num_bigint::{BigInt, Sign};

use super::super::super::native::{Answer, Stop, Trap};
use super::super::super::runtime::Runtime;
use super::super::super::text::{find, unicode};
use super::super::super::value::Value;
use super::big;
use super::complex::Pair;
use crate::object::{fill, fuel, scan};

/// Characters of a literal's `repr` that errors show.
const SHOWN: usize = 200;

/// An integer in a base from 2 to 36, or, for 0, in the base that its prefix tells. `shown` is the beginning of the literal as errors show it.
pub fn integer(rt: &mut Runtime, text: &str, base: u32, shown: &dyn Fn() -> String) -> Answer {
    fuel::burn(text.len() as u64 / 2)?;
    let invalid = |rt: &Runtime| {
        let cut: String = shown().chars().take(SHOWN).collect();
        rt.value_error(format!("invalid literal for int() with base {base}: {cut}"))
    };
    let ascii = to_ascii(text);
    let literal = Literal::of(&ascii, base).ok_or_else(|| invalid(rt))?;
    let bytes = literal.digits.as_bytes();
    let end = scan::position(bytes, |c| *c != b'_' && !char::from(*c).is_digit(literal.base))?.unwrap_or(bytes.len());
    let count = scan::count(&bytes[..end], |c| *c != b'_')?;
    let most = rt.most_digits;
    if count > most && !literal.base.is_power_of_two() {
        return Err(rt.value_error(format!(
            "Exceeds the limit ({most} digits) for integer string conversion: value has {count} digits; use sys.set_int_max_str_digits() to increase the limit"
        )));
    }
    let well_formed = count > 0
        && end == bytes.len()
        && !literal.digits.starts_with('_')
        && !literal.digits.ends_with('_')
        && find::first(bytes, b"__")?.is_none();
    if !well_formed {
        return Err(invalid(rt));
    }
    let digits = if count == end { literal.digits.into() } else { digits_alone(literal.digits)? };
    // Digits that fit are read at once; `from_str_radix` of i64 takes them all.
    if let Ok(small) = i64::from_str_radix(&digits, literal.base) {
        if literal.zero_only && small != 0 {
            return Err(invalid(rt));
        }
        return Ok(Value::Int(if literal.negative { -small } else { small }));
    }
    rt.reserve(digits.len())?;
    let magnitude = big::of_digits(&digits, literal.base)?.ok_or_else(|| invalid(rt))?;
    if literal.zero_only {
        return Err(invalid(rt));
    }
    Ok(Value::big(BigInt::from_biguint(if literal.negative { Sign::Minus } else { Sign::Plus }, magnitude)))
}

/// Without underscores.
fn digits_alone(digits: &str) -> Result<Cow<'_, str>, Stop> {
    let mut kept = String::with_capacity(digits.len());
    for part in digits.split('_') {
        fuel::burn(1)?;
        fill::append_text(&mut kept, part)?;
    }
    Ok(kept.into())
}

/// An integer literal, without white space, sign and prefix.
struct Literal<'a> {
    negative: bool,
    base: u32,
    digits: &'a str,
    /// Begins with a zero in base 0: then it must be zero.
    zero_only: bool,
}

impl Literal<'_> {
    fn of(text: &str, base: u32) -> Option<Literal<'_>> {
        let text = text.trim_matches(is_blank);
        let negative = text.starts_with('-');
        let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
        let prefixed = match unsigned.as_bytes() {
            [b'0', b'x' | b'X', ..] => Some(16),
            [b'0', b'o' | b'O', ..] => Some(8),
            [b'0', b'b' | b'B', ..] => Some(2),
            _ => None,
        };
        match prefixed {
            Some(prefix) if base == 0 || base == prefix => {
                let digits = &unsigned[2..];
                // One underscore may follow the prefix.
                let digits = digits.strip_prefix('_').unwrap_or(digits);
                Some(Literal { negative, base: prefix, digits, zero_only: false })
            }
            _ if base == 0 => Some(Literal { negative, base: 10, digits: unsigned, zero_only: unsigned.starts_with('0') }),
            _ if unsigned.is_empty() => None,
            _ => Some(Literal { negative, base, digits: unsigned, zero_only: false }),
        }
    }
}

/// With the digits of all scripts as ASCII's, and all white space as blanks; what is ASCII already stays as it is.
fn to_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let ascii = |c| match unicode::decimal_value(c) {
        Some(digit) => char::from_digit(digit, 10).unwrap_or(c),
        None if unicode::is_space(c) => ' ',
        None => c,
    };
    text.chars().map(ascii).collect::<String>().into()
}

/// White space as C knows it.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r')
}

/// A float; none where the text is none.
pub fn float(text: &str) -> Option<f64> {
    let ascii = to_ascii(text);
    let plain = without_underscores(ascii.trim_matches(is_blank))?;
    let (value, length) = float_prefix(&plain)?;
    (length == plain.len()).then_some(value)
}

/// Without the underscores between digits; none where one stands elsewhere.
fn without_underscores(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let misplaced = |(at, byte): (usize, &u8)| *byte == b'_' && !(digit(at.checked_sub(1)) && digit(Some(at + 1)));
    (!bytes.iter().enumerate().any(misplaced)).then(|| text.replace('_', ""))
}

/// The longest float that a text begins with, and its length.
fn float_prefix(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let signed = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let negative = bytes.first() == Some(&b'-');
    let with_sign = |value: f64| if negative { -value } else { value };
    for (word, value) in [("infinity", f64::INFINITY), ("inf", f64::INFINITY), ("nan", f64::NAN)] {
        if bytes.get(signed..signed + word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes())) {
            return Some((with_sign(value), signed + word.len()));
        }
    }
    let digits_from = |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits_from(signed);
    let mut end = signed + whole;
    let mut digits = whole;
    if bytes.get(end) == Some(&b'.') {
        let fraction = digits_from(end + 1);
        digits += fraction;
        end += 1 + fraction;
    }
    if digits == 0 {
        return None;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = if end + 1 + sign <= bytes.len() { digits_from(end + 1 + sign) } else { 0 };
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    Some((text[..end].parse().ok()?, end))
}

/// A complex number; none where the text is none.
pub fn complex(text: &str) -> Option<Pair> {
    let ascii = to_ascii(text);
    let plain = without_underscores(ascii.trim_matches(is_blank))?;
    let inside = match plain.strip_prefix('(') {
        Some(rest) => rest.strip_suffix(')')?.trim_matches(is_blank),
        None => &plain,
    };
    let unit = |text: &str| matches!(text, "j" | "J");
    match float_prefix(inside) {
        Some((real, length)) => {
            let rest = &inside[length..];
            if rest.is_empty() {
                return Some(Pair { real, imaginary: 0.0 });
            }
            if unit(rest) {
                return Some(Pair { real: 0.0, imaginary: real });
            }
            if !rest.starts_with(['+', '-']) {
                return None;
            }
            let (imaginary, length) = float_prefix(rest).unwrap_or(sign_alone(rest));
            unit(&rest[length..]).then_some(Pair { real, imaginary })
        }
        None => {
            let (imaginary, length) = if inside.starts_with(['+', '-']) { sign_alone(inside) } else { (1.0, 0) };
            unit(&inside[length..]).then_some(Pair { real: 0.0, imaginary })
        }
    }
}

/// What the `-` of `-j` stands for.
fn sign_alone(text: &str) -> (f64, usize) {
    (if text.starts_with('-') { -1.0 } else { 1.0 }, 1)
}

/// `float.fromhex`: `[sign] ['0x'] digits ['.' digits] ['p' exponent]`.
pub fn float_from_hex(rt: &Runtime, text: &str) -> Result<f64, Trap> {
    let invalid = || rt.value_error("invalid hexadecimal floating-point string");
    let text = text.trim_matches(is_blank);
    let negative = text.starts_with('-');
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let sign = if negative { -1.0 } else { 1.0 };
    match unsigned.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => return Ok(sign * f64::INFINITY),
        "nan" => return Ok(f64::NAN.copysign(sign)),
        _ => {}
    }
    let unprefixed = unsigned.strip_prefix("0x").or_else(|| unsigned.strip_prefix("0X")).unwrap_or(unsigned);
    let (mantissa, exponent) = match unprefixed.find(['p', 'P']) {
        Some(at) => (&unprefixed[..at], Some(&unprefixed[at + 1..])),
        None => (unprefixed, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(invalid());
    }
    let exponent = exponent.map_or(Some(0), whole_exponent).ok_or_else(invalid)?;
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() {
        return Ok(0.0f64.copysign(sign));
    }
    let kept = &significant[..significant.len().min(15)];
    let dropped = &significant[kept.len()..];
    let mantissa = u64::from_str_radix(kept, 16).map_err(|_| invalid())?;
    let sticky = u64::from(dropped.bytes().any(|byte| byte != b'0'));
    let shift = exponent.saturating_add(4 * (dropped.len() as i64 - fraction.len() as i64));
    let value = scaled(mantissa << 1 | sticky, shift.saturating_sub(1));
    if value.is_infinite() {
        return Err(rt.overflow_error("hexadecimal value too large to represent as a float"));
    }
    Ok(value * sign)
}

fn whole_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let huge = if text.starts_with('-') { i64::MIN / 2 } else { i64::MAX / 2 };
    Some(text.strip_prefix('+').unwrap_or(text).parse().unwrap_or(huge).clamp(i64::MIN / 2, i64::MAX / 2))
}

/// `mantissa * 2**exponent`, rounded once, half to even; the lowest bit of the mantissa may stand for all that is below it.
fn scaled(mantissa: u64, exponent: i64) -> f64 {
    let bits = i64::from(64 - mantissa.leading_zeros());
    // The place of the lowest bit that the result keeps.
    let lowest = (bits + exponent - 53).max(-1074);
    let drop = lowest - exponent;
    if drop <= 0 {
        return super::float::scale(mantissa as f64, exponent);
    }
    if drop > 64 {
        return 0.0;
    }
    let wide = u128::from(mantissa);
    let half = 1u128 << (drop - 1);
    let rest = wide & (2 * half - 1);
    let kept = (wide >> drop) as u64;
    let up = rest > half || rest == half && kept & 1 == 1;
    super::float::scale((kept + u64::from(up)) as f64, lowest)
}

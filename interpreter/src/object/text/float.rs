//! Floats as text: the shortest digits that give the float back, or exact ones to any precision.

use std::fmt::Write;

/// No float has more digits than this after its first one; all further ones are zero.
pub const MOST_DIGITS: usize = 1100;

/// A finite float's magnitude as decimal digits: the value is `0.DIGITS` times ten to the power of `point`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    pub digits: String,
    /// How many digits stand before the point; may be negative, or more than there are.
    pub point: i64,
}

impl Decimal {
    /// The shortest digits that give the float back.
    pub fn shortest(x: f64) -> Decimal {
        let mut buffer = zmij::Buffer::new();
        // Where two texts are equally short and near it takes the even one, as CPython does and Rust's own does not.
        let text = buffer.format_finite(x.abs());
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let exponent = exponent.strip_prefix('+').unwrap_or(exponent).parse::<i64>().unwrap_or(0);
        let all = format!("{whole}{fraction}");
        let digits = all.trim_start_matches('0');
        let point = whole.len() as i64 - (all.len() - digits.len()) as i64 + exponent;
        let digits = digits.trim_end_matches('0');
        if digits.is_empty() { Decimal { digits: "0".to_owned(), point: 1 } } else { Decimal { digits: digits.to_owned(), point } }
    }

    /// So many significant digits, at least one, rounded half to even.
    pub fn significant(x: f64, count: usize) -> Decimal {
        let mut decimal = Decimal::of_exponential(&format!("{:.*e}", count.clamp(1, MOST_DIGITS) - 1, x.abs()));
        decimal.pad(count);
        decimal
    }

    /// So many digits after the point, rounded half to even. Leading zeros are kept before the point: at least one digit stands there.
    pub fn fixed(x: f64, places: usize) -> Decimal {
        let text = format!("{:.*}", places.min(MOST_DIGITS), x.abs());
        let point = text.find('.').unwrap_or(text.len());
        let mut decimal = Decimal { digits: text.replace('.', ""), point: point as i64 };
        decimal.pad(point + places);
        decimal
    }

    fn of_exponential(text: &str) -> Decimal {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        Decimal { digits: mantissa.replace('.', ""), point: exponent.parse::<i64>().unwrap_or(0) + 1 }
    }

    fn pad(&mut self, count: usize) {
        let missing = count.saturating_sub(self.digits.len());
        self.digits.extend(std::iter::repeat_n('0', missing));
    }

    /// Whether all digits are zero.
    pub fn is_zero(&self) -> bool {
        self.digits.bytes().all(|digit| digit == b'0')
    }

    /// Drops zeros at the end, keeping one digit.
    pub fn trim(&mut self) {
        let kept = self.digits.trim_end_matches('0').len().max(1);
        self.digits.truncate(kept);
    }

    /// With a point, and zeros as far as it needs them: `0.00012`, `1200`, `1.2`.
    pub fn positional(&self) -> (String, String) {
        let count = self.digits.len();
        if self.point <= 0 {
            return ("0".to_owned(), format!("{}{}", "0".repeat(-self.point as usize), self.digits));
        }
        let point = self.point as usize;
        if point >= count {
            return (format!("{}{}", self.digits, "0".repeat(point - count)), String::new());
        }
        (self.digits[..point].to_owned(), self.digits[point..].to_owned())
    }

    /// The exponent of ten when one digit stands before the point.
    pub fn exponent(&self) -> i64 {
        if self.is_zero() { 0 } else { self.point - 1 }
    }
}

/// `e+07`: an exponent, of two digits at least.
pub fn exponent_text(letter: char, exponent: i64) -> String {
    format!("{letter}{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
}

/// `repr` of a float.
pub fn repr(x: f64) -> String {
    let mut text = shortest(x);
    if x.is_finite() && !text.contains(['.', 'e']) {
        text.push_str(".0");
    }
    text
}

/// `repr` of a complex number.
pub fn repr_complex(real: f64, imaginary: f64) -> String {
    if real == 0.0 && real.is_sign_positive() {
        return format!("{}j", shortest(imaginary));
    }
    let sign = if imaginary.is_nan() || imaginary.is_sign_positive() { "+" } else { "" };
    format!("({}{sign}{}j)", shortest(real), shortest(imaginary))
}

/// The shortest text that gives the float back; whole ones have no point.
fn shortest(x: f64) -> String {
    if !x.is_finite() {
        return not_finite(x).to_owned();
    }
    let mut out = String::new();
    if x.is_sign_negative() {
        out.push('-');
    }
    let decimal = Decimal::shortest(x);
    let exponent = decimal.exponent();
    if (-4..16).contains(&exponent) {
        let (whole, fraction) = if decimal.is_zero() { ("0".to_owned(), String::new()) } else { decimal.positional() };
        out.push_str(&whole);
        if !fraction.is_empty() {
            out.push('.');
            out.push_str(&fraction);
        }
    } else {
        let (first, rest) = decimal.digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        // Writing to a string can't fail.
        let _ = write!(out, "{first}{point}{rest}{}", exponent_text('e', exponent));
    }
    out
}

/// `inf`, `-inf`, `nan`.
pub fn not_finite(x: f64) -> &'static str {
    if x.is_nan() {
        "nan"
    } else if x > 0.0 {
        "inf"
    } else {
        "-inf"
    }
}

/// How a float's digits are to be written.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// `e`, `f`, `g`, or `r` for the shortest.
    pub style: char,
    pub upper: bool,
    pub precision: usize,
    /// Keep the point and zeros at the end.
    pub alternate: bool,
    /// At least one digit after the point, where there is no exponent.
    pub dot_zero: bool,
}

/// A float's magnitude as text.
pub fn magnitude(x: f64, shape: &Shape) -> String {
    let text = if x.is_finite() { finite_magnitude(x, shape) } else { not_finite(x.abs()).to_owned() };
    if shape.upper { text.to_uppercase() } else { text }
}

fn finite_magnitude(x: f64, shape: &Shape) -> String {
    let precision = shape.precision;
    let (decimal, exponential) = match shape.style {
        'f' => (Decimal::fixed(x, precision), false),
        'e' => (Decimal::significant(x, precision + 1), true),
        'r' => {
            let decimal = Decimal::shortest(x);
            let exponential = !(-4..16).contains(&decimal.exponent());
            (decimal, exponential)
        }
        _ => {
            let precision = precision.max(1);
            let mut decimal = Decimal::significant(x, if shape.alternate { precision } else { precision.min(MOST_DIGITS) });
            let most = precision as i64 - i64::from(shape.dot_zero);
            let exponential = decimal.exponent() < -4 || decimal.exponent() >= most;
            if !shape.alternate {
                decimal.trim();
            }
            (decimal, exponential)
        }
    };
    let exponent = decimal.exponent();
    let (whole, mut fraction) = if exponential {
        let (first, rest) = decimal.digits.split_at(1);
        (first.to_owned(), rest.to_owned())
    } else {
        decimal.positional()
    };
    if fraction.is_empty() && shape.dot_zero && !exponential {
        fraction.push('0');
    }
    let point = if fraction.is_empty() && !shape.alternate { "" } else { "." };
    let exponent = if exponential { exponent_text('e', exponent) } else { String::new() };
    format!("{whole}{point}{fraction}{exponent}")
}

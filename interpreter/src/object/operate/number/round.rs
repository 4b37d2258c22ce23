//! `round()`.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::Signed;

use super::super::super::native::{Answer, Trap};
use super::super::super::runtime::Runtime;
use super::super::super::value::Value;
use super::integer::{self, Int};
use super::{big, float};

/// A float's nearest integer, ties to even.
pub fn float_to_integer(rt: &Runtime, x: f64) -> Answer {
    integer::from_float(rt, x.round_ties_even())
}

/// A float rounded to so many decimal places: through its exact decimal digits, ties to even.
pub fn float_to_places(rt: &Runtime, x: f64, places: i64) -> Result<f64, Trap> {
    // Beyond these, rounding changes nothing, or leaves nothing.
    const MOST: i64 = 323;
    const LEAST: i64 = -308;
    if !x.is_finite() || x == 0.0 || places > MOST {
        return Ok(x);
    }
    if places < LEAST {
        return Ok(0.0f64.copysign(x));
    }
    let rounded = if places >= 0 { format!("{x:.*}", places as usize).parse().unwrap_or(x) } else { to_tens(x, -places as u32) };
    if f64::is_infinite(rounded) {
        return Err(rt.overflow_error("rounded value too large to represent"));
    }
    Ok(rounded)
}

/// Rounded to a multiple of a power of ten.
fn to_tens(x: f64, zeros: u32) -> f64 {
    let (mantissa, exponent) = float::parts(x.abs());
    let unit = BigInt::from(10).pow(zeros);
    // Numerator and denominator of the float over the unit.
    let (above, below) =
        if exponent >= 0 { (BigInt::from(mantissa) << exponent as u64, unit) } else { (BigInt::from(mantissa), unit << -exponent as u64) };
    let (quotient, rest) = above.div_rem(&below);
    let multiple = to_even(quotient, rest, &below);
    format!("{multiple}e{zeros}").parse::<f64>().unwrap_or(0.0).copysign(x)
}

/// A quotient with this rest, rounded to the nearest integer, ties to even; the divisor is positive.
fn to_even(quotient: BigInt, rest: BigInt, divisor: &BigInt) -> BigInt {
    let up = match (rest << 1u8).cmp(divisor) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => quotient.is_odd(),
        std::cmp::Ordering::Greater => true,
    };
    if up { quotient + 1 } else { quotient }
}

/// An integer rounded to a multiple of a power of ten where the places are negative.
pub fn integer_to_places(x: Int, places: Int) -> Answer {
    if !places.is_negative() {
        return Ok(x.to_value());
    }
    // Digits of the integer, or one more.
    let digits = x.bits() * 31 / 100 + 2;
    let zeros = match places {
        Int::Small(places) => places.unsigned_abs(),
        Int::Big(_) => u64::MAX,
    };
    if x.is_zero() || zeros > digits {
        return Ok(Value::Int(0));
    }
    let unit = big::power(&BigInt::from(10), zeros as u32)?;
    let number = x.to_big();
    let (quotient, rest) = big::div_mod_floor(&number.abs(), &unit)?;
    let magnitude = big::multiply(&to_even(quotient, rest, &unit), &unit)?;
    Ok(Value::big(if number.is_negative() { -magnitude } else { magnitude }))
}

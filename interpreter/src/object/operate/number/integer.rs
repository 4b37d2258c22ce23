//! Integers of any size.

use std::borrow::Cow;

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::super::super::native::{Stop, Trap};
use super::super::super::runtime::Runtime;
use super::super::super::value::Value;
use super::{Outcome, big, float};
use crate::limits::{Limit, size};
use crate::object::fuel;
use stillframe_front::bytecode::op::Binary;

/// An integer where it lies.
#[derive(Clone, Copy)]
pub enum Int<'a> {
    Small(i64),
    Big(&'a BigInt),
}

impl<'a> Int<'a> {
    /// The integer that an `int` or `bool` is.
    pub fn of(value: &'a Value) -> Option<Int<'a>> {
        match value {
            Value::Int(i) => Some(Int::Small(*i)),
            Value::True => Some(Int::Small(1)),
            Value::False => Some(Int::Small(0)),
            Value::Big(big) => Some(Int::Big(&big.value)),
            _ => None,
        }
    }

    pub fn to_value(self) -> Value {
        match self {
            Int::Small(i) => Value::Int(i),
            Int::Big(big) => Value::big(big.clone()),
        }
    }

    pub fn to_big(self) -> Cow<'a, BigInt> {
        match self {
            Int::Small(i) => Cow::Owned(BigInt::from(i)),
            Int::Big(big) => Cow::Borrowed(big),
        }
    }

    /// Bits of the magnitude.
    pub fn bits(self) -> u64 {
        match self {
            Int::Small(i) => u64::from(64 - i.unsigned_abs().leading_zeros()),
            Int::Big(big) => big.bits(),
        }
    }

    pub fn is_negative(self) -> bool {
        match self {
            Int::Small(i) => i < 0,
            Int::Big(big) => big.is_negative(),
        }
    }

    pub fn is_zero(self) -> bool {
        matches!(self, Int::Small(0))
    }

    /// The nearest float; OverflowError beyond the largest.
    pub fn to_float(self, rt: &Runtime) -> Result<f64, Trap> {
        match self {
            Int::Small(i) => Ok(i as f64),
            Int::Big(big) => nearest_float(big).ok_or_else(|| rt.overflow_error("int too large to convert to float")),
        }
    }
}

/// The float nearest to an integer, ties to even; none beyond the largest.
pub fn nearest_float(big: &BigInt) -> Option<f64> {
    let bits = big.bits();
    if bits > 1024 {
        return None;
    }
    let magnitude = big.magnitude();
    let shift = bits.saturating_sub(64);
    let mut top = (magnitude >> shift).to_u64()?;
    if magnitude.trailing_zeros().is_some_and(|zeros| zeros < shift) {
        top |= 1;
    }
    let nearest = float::scale(top as f64, shift as i64);
    nearest.is_finite().then_some(if big.is_negative() { -nearest } else { nearest })
}

/// `x op y`.
pub fn binary(rt: &mut Runtime, op: Binary, x: Int, y: Int) -> Outcome {
    Ok(Some(match op {
        Binary::Add => add(rt, x, y)?,
        Binary::Sub => subtract(rt, x, y)?,
        Binary::Mul => multiply(rt, x, y)?,
        Binary::Div => Value::float(true_divide(rt, x, y)?),
        Binary::FloorDiv => divmod(rt, x, y, "integer division or modulo by zero")?.0,
        Binary::Mod => divmod(rt, x, y, "integer modulo by zero")?.1,
        Binary::Pow => power(rt, x, y)?,
        Binary::LShift => shift_left(rt, x, y)?,
        Binary::RShift => shift_right(rt, x, y)?,
        Binary::And | Binary::Or | Binary::Xor => bitwise(rt, op, x, y)?,
        Binary::MatMul => return Ok(None),
    }))
}

fn add(rt: &mut Runtime, x: Int, y: Int) -> Result<Value, Trap> {
    if let (Int::Small(a), Int::Small(b)) = (x, y)
        && let Some(sum) = a.checked_add(b)
    {
        return Ok(Value::Int(sum));
    }
    linear(rt, x, y)?;
    Ok(Value::big(&*x.to_big() + &*y.to_big()))
}

fn subtract(rt: &mut Runtime, x: Int, y: Int) -> Result<Value, Trap> {
    if let (Int::Small(a), Int::Small(b)) = (x, y)
        && let Some(difference) = a.checked_sub(b)
    {
        return Ok(Value::Int(difference));
    }
    linear(rt, x, y)?;
    Ok(Value::big(&*x.to_big() - &*y.to_big()))
}

/// Charges an operation whose result is about as long as the longer operand.
fn linear(rt: &mut Runtime, x: Int, y: Int) -> Result<(), Trap> {
    let bits = x.bits().max(y.bits());
    rt.reserve(size(bits / 8 + 8))?;
    Ok(fuel::burn(bits / 256)?)
}

fn multiply(rt: &mut Runtime, x: Int, y: Int) -> Result<Value, Trap> {
    if let (Int::Small(a), Int::Small(b)) = (x, y)
        && let Some(product) = a.checked_mul(b)
    {
        return Ok(Value::Int(product));
    }
    if x.is_zero() || y.is_zero() {
        return Ok(Value::Int(0));
    }
    rt.reserve(size((x.bits() + y.bits()) / 8))?;
    Ok(Value::big(big::multiply(&x.to_big(), &y.to_big())?))
}

pub fn negate(rt: &mut Runtime, x: Int) -> Result<Value, Trap> {
    subtract(rt, Int::Small(0), x)
}

pub fn invert(rt: &mut Runtime, x: Int) -> Result<Value, Trap> {
    subtract(rt, Int::Small(-1), x)
}

/// `divmod(x, y)`, rounding towards minus infinity.
pub fn divmod(rt: &mut Runtime, x: Int, y: Int, by_zero: &'static str) -> Result<(Value, Value), Trap> {
    if y.is_zero() {
        return Err(rt.raise(&rt.classes.zero_division_error, by_zero));
    }
    if let (Int::Small(a), Int::Small(b)) = (x, y)
        && let (Some(quotient), Some(rest)) = (a.checked_div_euclid(b), a.checked_rem_euclid(b))
    {
        // Euclid's remainder is never negative; Python's has the divisor's sign.
        return Ok(if b < 0 && rest != 0 {
            (Value::Int(quotient - 1), Value::Int(rest + b))
        } else {
            (Value::Int(quotient), Value::Int(rest))
        });
    }
    rt.reserve(size((x.bits() + y.bits()) / 8))?;
    let (quotient, rest) = big::div_mod_floor(&x.to_big(), &y.to_big())?;
    Ok((Value::big(quotient), Value::big(rest)))
}

/// `x / y`, the float nearest to the exact quotient.
pub fn true_divide(rt: &mut Runtime, x: Int, y: Int) -> Result<f64, Trap> {
    const EXACT: u64 = 1 << 53;
    if y.is_zero() {
        return Err(rt.raise(&rt.classes.zero_division_error, "division by zero"));
    }
    if let (Int::Small(a), Int::Small(b)) = (x, y)
        && a.unsigned_abs() <= EXACT
        && b.unsigned_abs() <= EXACT
    {
        return Ok(a as f64 / b as f64);
    }
    rt.reserve(size((x.bits() + y.bits()) / 8))?;
    fuel::burn((x.bits() + y.bits()) / 16)?;
    let quotient = nearest_quotient(x.to_big().magnitude(), y.to_big().magnitude())?
        .ok_or_else(|| rt.overflow_error("integer division result too large for a float"))?;
    Ok(if x.is_negative() != y.is_negative() { -quotient } else { quotient })
}

/// The float nearest to `a / b`, ties to even; none beyond the largest.
fn nearest_quotient(a: &BigUint, b: &BigUint) -> Result<Option<f64>, Stop> {
    const MANTISSA: i64 = 53;
    const LEAST_EXPONENT: i64 = -1021;
    if a.is_zero() {
        return Ok(Some(0.0));
    }
    let span = a.bits() as i64 - b.bits() as i64;
    if span > 1024 {
        return Ok(None);
    }
    if span < LEAST_EXPONENT - MANTISSA - 1 {
        return Ok(Some(0.0));
    }
    // A quotient with two or three bits more than a float has, or that would be lost in a subnormal one.
    let shift = span.max(LEAST_EXPONENT) - MANTISSA - 2;
    let (quotient, rest) = if shift < 0 { big::div_rem(&(a << -shift as u64), b)? } else { big::div_rem(a, &(b << shift as u64))? };
    let Some(quotient) = quotient.to_u64() else { return Ok(None) };
    let bits = i64::from(64 - quotient.leading_zeros());
    let extra = bits.max(LEAST_EXPONENT - shift) - MANTISSA;
    let half = 1u64 << (extra - 1);
    let sticky = quotient | u64::from(!rest.is_zero());
    let up = sticky & half != 0 && sticky & (3 * half - 1) != 0;
    let rounded = (if up { quotient + half } else { quotient }) & !(2 * half - 1);
    let nearest = float::scale(rounded as f64, shift);
    Ok(nearest.is_finite().then_some(nearest))
}

fn power(rt: &mut Runtime, base: Int, exponent: Int) -> Result<Value, Trap> {
    if exponent.is_negative() {
        let (base, exponent) = (base.to_float(rt)?, exponent.to_float(rt)?);
        return float::power(rt, base, exponent);
    }
    match (base, exponent) {
        (_, Int::Small(0)) => return Ok(Value::Int(1)),
        (Int::Small(0 | 1), _) => return Ok(base.to_value()),
        (Int::Small(-1), _) => return Ok(Value::Int(if is_odd(exponent) { -1 } else { 1 })),
        (Int::Small(b), Int::Small(e)) if e < 64 => {
            if let Some(power) = b.checked_pow(e as u32) {
                return Ok(Value::Int(power));
            }
        }
        _ => {}
    }
    let Int::Small(e) = exponent else { return Err(Limit::Memory.into()) };
    let Ok(e) = u32::try_from(e) else { return Err(Limit::Memory.into()) };
    let bits = (base.bits() - 1).saturating_mul(u64::from(e));
    rt.reserve(size(bits / 8))?;
    if let Int::Small(2) = base {
        fuel::burn_copy(size(bits / 8))?;
        return Ok(Value::big(BigInt::one() << e));
    }
    Ok(Value::big(big::power(&base.to_big(), e)?))
}

fn is_odd(x: Int) -> bool {
    match x {
        Int::Small(i) => i & 1 == 1,
        Int::Big(big) => big.is_odd(),
    }
}

/// `pow(base, exponent, modulus)`.
pub fn power_modulo(rt: &mut Runtime, base: Int, exponent: Int, modulus: Int) -> Result<Value, Trap> {
    if modulus.is_zero() {
        return Err(rt.value_error("pow() 3rd argument cannot be 0"));
    }
    let (modulus, negative) = (modulus.to_big(), exponent.is_negative());
    let base = if negative { big::inverse_modulo(&base.to_big(), modulus.magnitude())? } else { Some(residue(&base.to_big(), &modulus)?) };
    let base = base.ok_or_else(|| rt.value_error("base is not invertible for the given modulus"))?;
    let power = big::power_modulo(&base, exponent.to_big().magnitude(), modulus.magnitude())?;
    // The result has the modulus' sign.
    let power = BigInt::from(power);
    Ok(Value::big(if modulus.is_negative() && !power.is_zero() { power + &*modulus } else { power }))
}

/// What a number is modulo a magnitude.
fn residue(number: &BigInt, modulus: &BigInt) -> Result<BigUint, Trap> {
    let (_, rest) = big::div_rem(number.magnitude(), modulus.magnitude())?;
    Ok(if number.is_negative() && !rest.is_zero() { modulus.magnitude() - rest } else { rest })
}

fn shift_left(rt: &mut Runtime, x: Int, by: Int) -> Result<Value, Trap> {
    if by.is_negative() {
        return Err(rt.value_error("negative shift count"));
    }
    if x.is_zero() {
        return Ok(Value::Int(0));
    }
    let Int::Small(by) = by else { return Err(rt.overflow_error("too many digits in integer")) };
    if let Int::Small(i) = x
        && by < 63
        && i.unsigned_abs().leading_zeros() as i64 > by + 1
    {
        return Ok(Value::Int(i << by));
    }
    rt.reserve(size(x.bits().saturating_add(by as u64) / 8))?;
    Ok(Value::big(x.to_big().into_owned() << by))
}

fn shift_right(rt: &mut Runtime, x: Int, by: Int) -> Result<Value, Trap> {
    if by.is_negative() {
        return Err(rt.value_error("negative shift count"));
    }
    let all_gone = Value::Int(if x.is_negative() { -1 } else { 0 });
    let Int::Small(by) = by else { return Ok(all_gone) };
    if by as u64 >= x.bits() {
        return Ok(if x.is_zero() { Value::Int(0) } else { all_gone });
    }
    match x {
        Int::Small(i) => Ok(Value::Int(i >> by)),
        Int::Big(big) => {
            linear(rt, x, x)?;
            Ok(Value::big(big >> by))
        }
    }
}

fn bitwise(rt: &mut Runtime, op: Binary, x: Int, y: Int) -> Result<Value, Trap> {
    if let (Int::Small(a), Int::Small(b)) = (x, y) {
        return Ok(Value::Int(match op {
            Binary::And => a & b,
            Binary::Or => a | b,
            _ => a ^ b,
        }));
    }
    linear(rt, x, y)?;
    let (a, b) = (x.to_big(), y.to_big());
    Ok(Value::big(match op {
        Binary::And => &*a & &*b,
        Binary::Or => &*a | &*b,
        _ => &*a ^ &*b,
    }))
}

/// The integer part of a float. ValueError for NaN, OverflowError for infinity.
pub fn from_float(rt: &Runtime, x: f64) -> Result<Value, Trap> {
    if x.is_nan() {
        return Err(rt.value_error("cannot convert float NaN to integer"));
    }
    if x.is_infinite() {
        return Err(rt.overflow_error("cannot convert float infinity to integer"));
    }
    // The range where the cast is exact and can't saturate.
    if x.abs() < 9.2e18 {
        return Ok(Value::Int(x as i64));
    }
    let (mantissa, exponent) = float::parts(x.abs());
    let magnitude = BigUint::from(mantissa) << exponent as u64;
    Ok(Value::big(BigInt::from_biguint(if x < 0.0 { Sign::Minus } else { Sign::Plus }, magnitude)))
}

/// What the decimal digits of so many bits cost, in units: each word of the number is divided for some of the digits.
fn decimal_cost(bits: u64) -> u64 {
    let words = bits / 64;
    4 + words * (3 + words / 8)
}

/// A magnitude's decimal digits. ValueError where there are too many.
pub fn decimal_digits(rt: &Runtime, magnitude: &BigUint) -> Result<String, Trap> {
    let most = rt.most_digits;
    let too_many = || {
        rt.value_error(format!(
            "Exceeds the limit ({most} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
        ))
    };
    if magnitude.bits() > most as u64 * 10 / 3 {
        return Err(too_many());
    }
    fuel::burn(decimal_cost(magnitude.bits()))?;
    let digits = magnitude.to_string();
    if digits.len() > most { Err(too_many()) } else { Ok(digits) }
}

//! Floats.

use super::super::super::exception::Exception;
use super::super::super::native::Trap;
use super::super::super::runtime::Runtime;
use super::super::super::value::Value;
use super::{Outcome, complex};
use stillframe_front::bytecode::op::Binary;

/// Whether floats have the operation at all.
pub fn has(op: Binary) -> bool {
    matches!(op, Binary::Add | Binary::Sub | Binary::Mul | Binary::Div | Binary::FloorDiv | Binary::Mod | Binary::Pow)
}

/// `x op y`.
pub fn binary(rt: &mut Runtime, op: Binary, x: f64, y: f64) -> Outcome {
    Ok(Some(Value::float(match op {
        Binary::Add => x + y,
        Binary::Sub => x - y,
        Binary::Mul => x * y,
        Binary::Div if y == 0.0 => return Err(rt.raise(&rt.classes.zero_division_error, "float division by zero")),
        Binary::Div => x / y,
        Binary::FloorDiv => divmod(rt, x, y, "float floor division by zero")?.0,
        Binary::Mod => divmod(rt, x, y, "float modulo")?.1,
        Binary::Pow => return power(rt, x, y).map(Some),
        _ => return Ok(None),
    })))
}

/// `divmod(x, y)`: the remainder has the divisor's sign, the quotient is rounded to the integer nearest to `(x - remainder) / y`.
pub fn divmod(rt: &Runtime, x: f64, y: f64, by_zero: &'static str) -> Result<(f64, f64), Trap> {
    if y == 0.0 {
        return Err(rt.raise(&rt.classes.zero_division_error, by_zero));
    }
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest == 0.0 {
        rest = 0.0f64.copysign(y);
    } else if (y < 0.0) != (rest < 0.0) {
        rest += y;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return Ok((0.0f64.copysign(x / y), rest));
    }
    let floor = quotient.floor();
    Ok((if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest))
}

/// `x ** y`: complex where a negative number is raised to a fraction.
pub fn power(rt: &mut Runtime, x: f64, y: f64) -> Result<Value, Trap> {
    if x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(rt.raise(&rt.classes.zero_division_error, "0.0 cannot be raised to a negative power"));
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y != y.floor() {
        let pair = |real| complex::Pair { real, imaginary: 0.0 };
        return complex::power(rt, pair(x), pair(y));
    }
    let result = x.powf(y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(out_of_range(rt));
    }
    Ok(Value::float(result))
}

/// OverflowError as the C library words it.
pub fn out_of_range(rt: &Runtime) -> Trap {
    let args = vec![Value::Int(34), Value::str("Numerical result out of range")];
    Trap::Raise(Exception::new(rt.classes.overflow_error.clone(), args))
}

/// A finite float's magnitude as an integer times a power of two. Where the exponent is not negative, so the float is an integer.
pub fn parts(x: f64) -> (u64, i64) {
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) }
}

/// `x * 2**exponent`, rounded once.
pub fn scale(x: f64, exponent: i64) -> f64 {
    let power = |exponent: i64| f64::from_bits(((exponent + 1023) as u64) << 52);
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let (mut fraction, own) = split(x);
    let exponent = i64::from(own).saturating_add(exponent);
    if exponent > 1024 {
        return f64::INFINITY.copysign(x);
    }
    if exponent < -1100 {
        return 0.0f64.copysign(x);
    }
    if exponent > -1021 {
        fraction *= 2.0;
        return fraction * power(exponent - 1);
    }
    // Exact down to the smallest normal number; then the one rounding.
    fraction * power(-1021) * power(exponent + 1021)
}

/// `math.frexp`: a fraction in [0.5, 1) and a power of two.
pub fn split(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i32;
    if exponent == 0 {
        let (fraction, exponent) = split(x * 18_014_398_509_481_984.0);
        return (fraction, exponent - 54);
    }
    (f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52), exponent - 1022)
}

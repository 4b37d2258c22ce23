//! Functions of floats.

use num_bigint::Sign;

use super::{domain_error, float_argument, range_error};
use crate::object::attribute;
use crate::object::native::{Answer, Trap, optional};
use crate::object::operate::number::float::{scale, split};
use crate::object::operate::number::integer::{self, Int};
use crate::object::operate::{overrides, plain};
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::value::Value;

/// A function that every float has a value of.
pub fn plain_function(rt: &mut Runtime, args: &[Value], name: &str, f: fn(f64) -> f64) -> Answer {
    float_argument(rt, args, 0, name).map(|x| Value::float(f(x)))
}

pub fn test(rt: &mut Runtime, args: &[Value], name: &str, f: fn(f64) -> bool) -> Answer {
    float_argument(rt, args, 0, name).map(|x| Value::bool(f(x)))
}

/// A function whose infinite value at a finite place is a pole.
pub fn finite(rt: &mut Runtime, args: &[Value], name: &str, f: fn(f64) -> f64) -> Answer {
    let x = float_argument(rt, args, 0, name)?;
    let y = f(x);
    if y.is_nan() && !x.is_nan() || y.is_infinite() && x.is_finite() {
        return Err(domain_error(rt));
    }
    Ok(Value::float(y))
}

/// A function whose infinite value at a finite place is too large a number.
pub fn growing(rt: &mut Runtime, args: &[Value], name: &str, f: fn(f64) -> f64) -> Answer {
    let x = float_argument(rt, args, 0, name)?;
    let y = f(x);
    if y.is_infinite() && x.is_finite() {
        return Err(range_error(rt));
    }
    Ok(Value::float(y))
}

pub fn of_two(rt: &mut Runtime, args: &[Value], name: &str, f: fn(f64, f64) -> f64) -> Answer {
    let (x, y) = (float_argument(rt, args, 0, name)?, float_argument(rt, args, 1, name)?);
    let z = f(x, y);
    if z.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(rt));
    }
    Ok(Value::float(z))
}

/// Below this a number is its own hyperbolic sine and tangent; beyond its inverse 1 is nothing beside a square.
const TINY: f64 = 1.0 / 268_435_456.0;

// The inverse hyperbolic functions as C libraries have them: Rust's own differ in the last digit.

pub fn acosh(x: f64) -> f64 {
    if x < 1.0 {
        f64::NAN
    } else if x >= 1.0 / TINY {
        x.ln() + std::f64::consts::LN_2
    } else if x > 2.0 {
        (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).ln()
    } else {
        let t = x - 1.0;
        (t + (2.0 * t + t * t).sqrt()).ln_1p()
    }
}

pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() || size < TINY {
        return x;
    }
    let result = if size > 1.0 / TINY {
        size.ln() + std::f64::consts::LN_2
    } else if size > 2.0 {
        (2.0 * size + 1.0 / ((x * x + 1.0).sqrt() + size)).ln()
    } else {
        let square = x * x;
        (size + square / (1.0 + (1.0 + square).sqrt())).ln_1p()
    };
    result.copysign(x)
}

pub fn atanh(x: f64) -> f64 {
    let size = x.abs();
    if size < TINY {
        return x;
    }
    let doubled = size + size;
    let result = if size < 0.5 { 0.5 * (doubled + doubled * size / (1.0 - size)).ln_1p() } else { 0.5 * (doubled / (1.0 - size)).ln_1p() };
    result.copysign(x)
}

pub fn ceil(rt: &mut Runtime, args: &[Value]) -> Answer {
    rounded(rt, args, "ceil", "__ceil__", f64::ceil)
}

pub fn floor(rt: &mut Runtime, args: &[Value]) -> Answer {
    rounded(rt, args, "floor", "__floor__", f64::floor)
}

fn rounded(rt: &mut Runtime, args: &[Value], name: &str, method: &str, round: fn(f64) -> f64) -> Answer {
    if let Some(trap) = by_method(rt, &args[0], method) {
        return Err(trap);
    }
    if let Some(int) = Int::of(plain(&args[0])) {
        return Ok(int.to_value());
    }
    let x = float_argument(rt, args, 0, name)?;
    integer::from_float(rt, round(x))
}

pub fn trunc(rt: &mut Runtime, args: &[Value]) -> Answer {
    if let Some(trap) = by_method(rt, &args[0], "__trunc__") {
        return Err(trap);
    }
    match (plain(&args[0]), Int::of(plain(&args[0]))) {
        (_, Some(int)) => Ok(int.to_value()),
        (Value::Float(bits), _) => integer::from_float(rt, f64::from_bits(*bits)),
        _ => Err(rt.type_error(format!("type {} doesn't define __trunc__ method", rt.type_name(&args[0])))),
    }
}

/// A call of the program's own method, if there is one.
fn by_method(rt: &mut Runtime, value: &Value, method: &str) -> Option<Trap> {
    let name = symbol_of(method);
    if !overrides(value, name) {
        return None;
    }
    let method = attribute::special(rt, value, name)?;
    Some(rt.call(method, Vec::new()))
}

pub fn fmod(rt: &mut Runtime, args: &[Value]) -> Answer {
    of_two(rt, args, "fmod", |x, y| x % y)
}

/// The remainder of the division to the nearest integer, ties to even.
pub fn remainder(x: f64, y: f64) -> f64 {
    if !x.is_finite() || !y.is_finite() {
        return if x.is_nan() || y.is_nan() {
            x + y
        } else if x.is_infinite() {
            f64::NAN
        } else {
            x
        };
    }
    if y == 0.0 {
        return f64::NAN;
    }
    let (size, step) = (x.abs(), y.abs());
    let rest = size % step;
    let complement = step - rest;
    let nearest = if rest < complement {
        rest
    } else if rest > complement {
        -complement
    } else {
        rest - 2.0 * ((0.5 * (size - rest)) % step)
    };
    1.0f64.copysign(x) * nearest
}

pub fn next_after(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        x + y
    } else if x == y {
        y
    } else if x < y {
        x.next_up()
    } else {
        x.next_down()
    }
}

pub fn ulp(x: f64) -> f64 {
    let x = x.abs();
    if !x.is_finite() {
        return x;
    }
    let next = x.next_up();
    if next.is_infinite() { x - x.next_down() } else { next - x }
}

pub fn frexp(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (fraction, exponent) = split(float_argument(rt, args, 0, "frexp")?);
    Ok(Value::tuple(vec![Value::float(fraction), Value::Int(i64::from(exponent))]))
}

pub fn ldexp(rt: &mut Runtime, args: &[Value]) -> Answer {
    let x = float_argument(rt, args, 0, "ldexp")?;
    let exponent = match Int::of(plain(&args[1])) {
        Some(Int::Small(exponent)) => exponent,
        Some(Int::Big(big)) => {
            if big.sign() == Sign::Minus {
                i64::MIN
            } else {
                i64::MAX
            }
        }
        None => return Err(rt.type_error("Expected an int as second argument to ldexp.")),
    };
    let y = scale(x, exponent);
    if y.is_infinite() && x.is_finite() { Err(range_error(rt)) } else { Ok(Value::float(y)) }
}

pub fn modf(rt: &mut Runtime, args: &[Value]) -> Answer {
    let x = float_argument(rt, args, 0, "modf")?;
    let fraction = if x.is_infinite() { 0.0f64.copysign(x) } else { x.fract().copysign(x) };
    Ok(Value::tuple(vec![Value::float(if x.is_nan() { x } else { fraction }), Value::float(x.trunc())]))
}

pub fn pow(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (x, y) = (float_argument(rt, args, 0, "pow")?, float_argument(rt, args, 1, "pow")?);
    let z = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if z.is_nan() || z.is_infinite() && x == 0.0 {
            return Err(domain_error(rt));
        }
        if z.is_infinite() {
            return Err(range_error(rt));
        }
    }
    Ok(Value::float(z))
}

/// `log(x)`, or `log(x, base)`.
pub fn log(rt: &mut Runtime, args: &[Value]) -> Answer {
    let above = logarithm(rt, args, 0, "log", f64::ln)?;
    if optional(args, 1).is_none() {
        return Ok(Value::float(above));
    }
    let below = logarithm(rt, args, 1, "log", f64::ln)?;
    if below == 0.0 {
        return Err(rt.raise(&rt.classes.zero_division_error, "float division by zero"));
    }
    Ok(Value::float(above / below))
}

pub fn log_of(rt: &mut Runtime, args: &[Value], name: &str, f: fn(f64) -> f64) -> Answer {
    logarithm(rt, args, 0, name, f).map(Value::float)
}

/// A logarithm; integers may be larger than any float.
fn logarithm(rt: &mut Runtime, args: &[Value], at: usize, name: &str, f: fn(f64) -> f64) -> Result<f64, Trap> {
    if let Value::Big(big) = plain(&args[at]) {
        if big.value.sign() == Sign::Minus {
            return Err(domain_error(rt));
        }
        if integer::nearest_float(&big.value).is_none() {
            // The highest bits as a fraction below 1, and how far they were moved: rounded half to even, as a float is.
            let shift = big.value.bits() - 64;
            let (mut top, mut exponent) = (integer::nearest_float(&(&big.value >> shift)).unwrap_or(0.0), shift as f64);
            while top >= 1.0 {
                top /= 2.0;
                exponent += 1.0;
            }
            return Ok(f(top) + f(2.0) * exponent);
        }
    }
    // An integer is taken as it is, whatever `__float__` its class has.
    let is_whole = matches!(plain(&args[at]), Value::Int(_) | Value::Big(_) | Value::True | Value::False);
    let x = if is_whole { super::number::to_float(rt, plain(&args[at]))?.unwrap_or_default() } else { float_argument(rt, args, at, name)? };
    if x.is_nan() || x > 0.0 { Ok(f(x)) } else { Err(domain_error(rt)) }
}

pub fn isclose(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (a, b) = (float_argument(rt, args, 0, "isclose")?, float_argument(rt, args, 1, "isclose")?);
    let relative = if optional(args, 2).is_some() { float_argument(rt, args, 2, "isclose")? } else { 1e-9 };
    let absolute = if optional(args, 3).is_some() { float_argument(rt, args, 3, "isclose")? } else { 0.0 };
    if relative < 0.0 || absolute < 0.0 {
        return Err(rt.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::True);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::False);
    }
    let difference = (b - a).abs();
    Ok(Value::bool(difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute))
}

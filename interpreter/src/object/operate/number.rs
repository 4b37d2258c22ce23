//! The operators of numbers: `int` of any size, `bool`, `float`, `complex`.
//!
//! Each function answers none where an operand is no number or the types have no such operation; the caller then has the words for it.
//! [`integer`], [`float`] and [`complex`] do the work of one type each; [`big`] has the operations that may take long;
//! [`parse`] reads numbers from text, [`round`] rounds them.

pub mod big;
pub mod complex;
pub mod float;
pub mod integer;
pub mod parse;
pub mod round;

use super::super::native::Trap;
use super::super::runtime::Runtime;
use super::super::symbol::names;
use super::super::text;
use super::super::value::Value;
use super::{overrides, plain};
use integer::Int;
use stillframe_front::bytecode::op::{Binary, Unary};

/// What an operation on numbers comes to; none where there is no such operation.
pub type Outcome = Result<Option<Value>, Trap>;

/// A number of any type.
enum Number<'a> {
    Int(Int<'a>),
    Float(f64),
    Complex(complex::Pair),
}

impl<'a> Number<'a> {
    fn of(value: &'a Value) -> Option<Number<'a>> {
        Some(match value {
            Value::Float(bits) => Number::Float(f64::from_bits(*bits)),
            Value::Complex(complex) => Number::Complex(complex::Pair::of(complex)),
            _ => Number::Int(Int::of(value)?),
        })
    }

    fn to_float(&self, rt: &Runtime) -> Result<f64, Trap> {
        match self {
            Number::Int(int) => int.to_float(rt),
            Number::Float(float) => Ok(*float),
            Number::Complex(pair) => Ok(pair.real),
        }
    }

    fn to_complex(&self, rt: &Runtime) -> Result<complex::Pair, Trap> {
        match self {
            Number::Complex(pair) => Ok(*pair),
            real => Ok(complex::Pair { real: real.to_float(rt)?, imaginary: 0.0 }),
        }
    }
}

/// `a op b`.
pub fn binary(rt: &mut Runtime, op: Binary, a: &Value, b: &Value) -> Outcome {
    match (Number::of(a), Number::of(b)) {
        (Some(Number::Int(x)), Some(Number::Int(y))) => {
            if let (Binary::And | Binary::Or | Binary::Xor, true, true) = (op, is_bool(a), is_bool(b)) {
                return Ok(Some(of_bools(op, matches!(a, Value::True), matches!(b, Value::True))));
            }
            integer::binary(rt, op, x, y)
        }
        (Some(x @ Number::Complex(_)), Some(y)) | (Some(x), Some(y @ Number::Complex(_))) => {
            complex::binary(rt, op, x.to_complex(rt)?, y.to_complex(rt)?)
        }
        (Some(x), Some(y)) => {
            if float::has(op) {
                float::binary(rt, op, x.to_float(rt)?, y.to_float(rt)?)
            } else {
                Ok(None)
            }
        }
        _ => Ok(None),
    }
}

fn is_bool(value: &Value) -> bool {
    matches!(value, Value::True | Value::False)
}

fn of_bools(op: Binary, a: bool, b: bool) -> Value {
    Value::bool(match op {
        Binary::And => a & b,
        Binary::Or => a | b,
        _ => a ^ b,
    })
}

/// `divmod(a, b)`.
pub fn divmod(rt: &mut Runtime, a: &Value, b: &Value) -> Outcome {
    Ok(match (Number::of(a), Number::of(b)) {
        (Some(Number::Int(x)), Some(Number::Int(y))) => {
            let (quotient, rest) = integer::divmod(rt, x, y, "integer division or modulo by zero")?;
            Some(Value::tuple(vec![quotient, rest]))
        }
        (Some(Number::Complex(_)), _) | (_, Some(Number::Complex(_))) => None,
        (Some(x), Some(y)) => {
            let (quotient, rest) = float::divmod(rt, x.to_float(rt)?, y.to_float(rt)?, "float divmod()")?;
            Some(Value::tuple(vec![Value::float(quotient), Value::float(rest)]))
        }
        _ => None,
    })
}

/// `pow(a, b, modulus)`.
pub fn power_modulo(rt: &mut Runtime, a: &Value, b: &Value, modulus: &Value) -> Outcome {
    match (Number::of(a), Number::of(b), Number::of(modulus)) {
        (Some(Number::Int(x)), Some(Number::Int(y)), Some(Number::Int(m))) => integer::power_modulo(rt, x, y, m).map(Some),
        (Some(Number::Complex(_)), Some(_), Some(_)) | (Some(_), Some(Number::Complex(_)), Some(_)) => {
            Err(rt.value_error("complex modulo"))
        }
        (Some(Number::Float(_)), Some(_), Some(_)) | (Some(_), Some(Number::Float(_)), Some(_)) | (_, _, Some(Number::Float(_))) => {
            Err(rt.type_error("pow() 3rd argument not allowed unless all arguments are integers"))
        }
        (Some(_), Some(_), Some(Number::Complex(_))) => Err(rt.value_error("complex modulo")),
        _ => Ok(None),
    }
}

/// `-a`, `+a`, `~a`.
pub fn unary(rt: &mut Runtime, op: Unary, a: &Value) -> Outcome {
    let Some(number) = Number::of(a) else { return Ok(None) };
    Ok(match (number, op) {
        (Number::Int(x), Unary::Neg) => Some(integer::negate(rt, x)?),
        (Number::Int(x), Unary::Pos) => Some(x.to_value()),
        (Number::Int(x), Unary::Invert) => Some(integer::invert(rt, x)?),
        (Number::Float(x), Unary::Neg) => Some(Value::float(-x)),
        (Number::Float(_) | Number::Complex(_), Unary::Pos) => Some(a.clone()),
        (Number::Complex(x), Unary::Neg) => Some(Value::complex(-x.real, -x.imaginary)),
        (_, Unary::Invert) => None,
    })
}

/// `abs(a)`.
pub fn absolute(rt: &mut Runtime, a: &Value) -> Outcome {
    let Some(number) = Number::of(a) else { return Ok(None) };
    Ok(Some(match number {
        Number::Int(x) if x.is_negative() => integer::negate(rt, x)?,
        Number::Int(x) => x.to_value(),
        Number::Float(x) => Value::float(x.abs()),
        Number::Complex(x) => Value::float(complex::absolute(rt, x)?),
    }))
}

/// The float that a real number is; none for anything else. OverflowError where an integer is too large.
pub fn to_float(rt: &Runtime, a: &Value) -> Result<Option<f64>, Trap> {
    match Number::of(a) {
        None | Some(Number::Complex(_)) => Ok(None),
        Some(real) => real.to_float(rt).map(Some),
    }
}

/// Whether the program must be asked for the float that a value stands for: a float is taken as it is, whatever methods its class has.
pub fn asks_float(value: &Value) -> bool {
    match plain(value) {
        Value::Float(_) => false,
        Value::Int(_) | Value::Big(_) => overrides(value, names::FLOAT),
        _ => overrides(value, names::FLOAT) || overrides(value, names::INDEX),
    }
}

/// `repr` of a number.
pub fn repr(rt: &Runtime, a: &Value) -> Result<String, Trap> {
    Ok(match Number::of(a) {
        Some(Number::Int(Int::Small(i))) => i.to_string(),
        Some(Number::Int(Int::Big(big))) => {
            let digits = integer::decimal_digits(rt, big.magnitude())?;
            if big.sign() == num_bigint::Sign::Minus { format!("-{digits}") } else { digits }
        }
        Some(Number::Float(x)) => text::float::repr(x),
        Some(Number::Complex(pair)) => text::float::repr_complex(pair.real, pair.imaginary),
        None => String::new(),
    })
}

//! Numbers beyond those that live in registers: big integers and complex ones. `hash` and `equal` work across all of them.

use crate::limits::size;
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::ToPrimitive;

use super::equality::{hash_float, hash_int};
use super::heap::Header;
use super::value::Value;

/// An integer outside of `i64`.
pub struct Big {
    pub header: Header,
    pub value: BigInt,
}

/// A complex number.
pub struct Complex {
    pub header: Header,
    pub real: f64,
    pub imaginary: f64,
}

impl Value {
    /// An integer: inline where it fits.
    pub fn big(value: BigInt) -> Value {
        match value.to_i64() {
            Some(small) => Value::Int(small),
            None => Big { header: Header::new(super::heap::object_bytes::<Big>() + super::heap::block(size(value.bits() / 8) + 8)), value }
                .into(),
        }
    }

    /// A complex number.
    pub fn complex(real: f64, imaginary: f64) -> Value {
        Complex { header: Header::new(super::heap::object_bytes::<Complex>()), real, imaginary }.into()
    }

    /// The integer that an `int` or `bool` is.
    pub fn to_big(&self) -> Option<BigInt> {
        match self {
            Value::Int(i) => Some(BigInt::from(*i)),
            Value::True => Some(BigInt::from(1)),
            Value::False => Some(BigInt::from(0)),
            Value::Big(big) => Some(big.value.clone()),
            _ => None,
        }
    }
}

/// CPython's hash of a big integer.
pub fn hash_big(big: &Big) -> u64 {
    let modulus = BigInt::from((1u64 << 61) - 1);
    let (sign, magnitude) = (big.value.sign(), BigInt::from(big.value.magnitude().clone()));
    let hash = magnitude.mod_floor(&modulus).to_i64().unwrap_or(0);
    hash_int(if sign == Sign::Minus { -hash } else { hash })
}

/// CPython's hash of a complex number.
pub fn hash_complex(complex: &Complex) -> u64 {
    let hash = hash_float(complex.real).wrapping_add(hash_float(complex.imaginary).wrapping_mul(1_000_003));
    if hash == u64::MAX { -2i64 as u64 } else { hash }
}

/// Equality of two numbers of any kind; false where one is none.
pub fn equal(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Complex(x), Value::Complex(y)) => x.real == y.real && x.imaginary == y.imaginary,
        (Value::Complex(x), other) | (other, Value::Complex(x)) => x.imaginary == 0.0 && equal(&Value::float(x.real), other),
        (Value::Float(x), Value::Float(y)) => f64::from_bits(*x) == f64::from_bits(*y),
        (Value::Float(x), other) | (other, Value::Float(x)) => equal_float(f64::from_bits(*x), other),
        (Value::Big(x), Value::Big(y)) => x.value == y.value,
        _ => match (small(a), small(b)) {
            (Some(x), Some(y)) => x == y,
            _ => false,
        },
    }
}

fn small(value: &Value) -> Option<i64> {
    match value {
        Value::Int(i) => Some(*i),
        Value::True => Some(1),
        Value::False => Some(0),
        _ => None,
    }
}

fn equal_float(float: f64, other: &Value) -> bool {
    match other {
        Value::Big(big) => {
            let bits = big.value.bits() as i64;
            // One beyond the other's size can't be equal: few floats are worth an integer.
            let near = (float.abs().log2() - bits as f64).abs() <= 2.0;
            near && float.fract() == 0.0
                && <num_bigint::BigInt as num_traits::FromPrimitive>::from_f64(float).is_some_and(|whole| whole == big.value)
        }
        _ => small(other).is_some_and(|i| float == i as f64 && (float.abs() < 9_007_199_254_740_992.0 || float as i128 == i128::from(i))),
    }
}

//! Complex numbers.

use super::super::super::native::Trap;
use super::super::super::number::Complex;
use super::super::super::runtime::Runtime;
use super::super::super::value::Value;
use super::Outcome;
use stillframe_front::bytecode::op::Binary;

/// The two parts of a complex number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub real: f64,
    pub imaginary: f64,
}

const ONE: Pair = Pair { real: 1.0, imaginary: 0.0 };

impl Pair {
    pub fn of(complex: &Complex) -> Pair {
        Pair { real: complex.real, imaginary: complex.imaginary }
    }

    pub fn to_value(self) -> Value {
        Value::complex(self.real, self.imaginary)
    }
}

/// `x op y`.
pub fn binary(rt: &mut Runtime, op: Binary, x: Pair, y: Pair) -> Outcome {
    let pair = match op {
        Binary::Add => Pair { real: x.real + y.real, imaginary: x.imaginary + y.imaginary },
        Binary::Sub => Pair { real: x.real - y.real, imaginary: x.imaginary - y.imaginary },
        Binary::Mul => product(x, y),
        Binary::Div => quotient(x, y).ok_or_else(|| rt.raise(&rt.classes.zero_division_error, "complex division by zero"))?,
        Binary::Pow => return power(rt, x, y).map(Some),
        _ => return Ok(None),
    };
    Ok(Some(pair.to_value()))
}

fn product(x: Pair, y: Pair) -> Pair {
    Pair { real: x.real * y.real - x.imaginary * y.imaginary, imaginary: x.real * y.imaginary + x.imaginary * y.real }
}

/// `x / y` by Smith's method; none if `y` is zero.
fn quotient(x: Pair, y: Pair) -> Option<Pair> {
    let (real, imaginary) = (y.real.abs(), y.imaginary.abs());
    if real >= imaginary {
        if real == 0.0 {
            return None;
        }
        let ratio = y.imaginary / y.real;
        let divisor = y.real + y.imaginary * ratio;
        return Some(Pair { real: (x.real + x.imaginary * ratio) / divisor, imaginary: (x.imaginary - x.real * ratio) / divisor });
    }
    if imaginary >= real {
        let ratio = y.real / y.imaginary;
        let divisor = y.real * ratio + y.imaginary;
        return Some(Pair { real: (x.real * ratio + x.imaginary) / divisor, imaginary: (x.imaginary * ratio - x.real) / divisor });
    }
    Some(Pair { real: f64::NAN, imaginary: f64::NAN })
}

/// `x ** y`: by multiplying for small whole exponents, else by polar coordinates.
pub fn power(rt: &mut Runtime, x: Pair, y: Pair) -> Result<Value, Trap> {
    let to_zero = |rt: &Runtime| rt.raise(&rt.classes.zero_division_error, "0.0 to a negative or complex power");
    let whole = y.imaginary == 0.0 && y.real == y.real.floor() && y.real.abs() <= 100.0;
    let result = if whole {
        let power = whole_power(x, y.real.abs() as u32);
        if y.real > 0.0 { power } else { quotient(ONE, power).ok_or_else(|| to_zero(rt))? }
    } else if y.real == 0.0 && y.imaginary == 0.0 {
        ONE
    } else if x.real == 0.0 && x.imaginary == 0.0 {
        if y.imaginary != 0.0 || y.real < 0.0 {
            return Err(to_zero(rt));
        }
        Pair { real: 0.0, imaginary: 0.0 }
    } else {
        let (power, phase) = polar_power(x, y);
        // The C library's sine has no answer at infinity, which CPython takes for the one domain error that it knows.
        if phase.is_infinite() {
            return Err(to_zero(rt));
        }
        power
    };
    if result.real.is_infinite() || result.imaginary.is_infinite() {
        return Err(rt.overflow_error("complex exponentiation"));
    }
    Ok(result.to_value())
}

fn whole_power(x: Pair, exponent: u32) -> Pair {
    let (mut result, mut square, mut rest) = (ONE, x, exponent);
    while rest > 0 {
        if rest & 1 == 1 {
            result = product(result, square);
        }
        rest >>= 1;
        square = product(square, square);
    }
    result
}

/// The power, and its angle.
fn polar_power(x: Pair, y: Pair) -> (Pair, f64) {
    let size = x.real.hypot(x.imaginary);
    let mut length = size.powf(y.real);
    let angle = x.imaginary.atan2(x.real);
    let mut phase = angle * y.real;
    if y.imaginary != 0.0 {
        length /= (angle * y.imaginary).exp();
        phase += y.imaginary * size.ln();
    }
    (Pair { real: length * phase.cos(), imaginary: length * phase.sin() }, phase)
}

/// `abs(x)`.
pub fn absolute(rt: &Runtime, x: Pair) -> Result<f64, Trap> {
    let size = x.real.hypot(x.imaginary);
    if size.is_infinite() && x.real.is_finite() && x.imaginary.is_finite() {
        return Err(rt.overflow_error("absolute value too large"));
    }
    Ok(size)
}

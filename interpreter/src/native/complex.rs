//! `complex`.

use super::arithmetic::{self, COMPLEX, binary_methods, comparison_methods};
use super::int::formatted;
use super::protocol::{self as p, method, wrap};
use super::receive::{self, complex};
use crate::object::native::{Answer, Native, NativeKind, Trap, optional};
use crate::object::operate::number::complex::{Pair, absolute};
use crate::object::operate::number::{self, parse};
use crate::object::operate::{overrides, plain};
use crate::object::runtime::Runtime;
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{Binary, Unary};

pub static TABLE: &[Native] = &[
    Native::new(NativeKind::StaticMethod, "__new__", "cls, real=0, imag=0", "Create a complex number from a string or numbers.", new),
    Native::member("real", "the real part of a complex number", real),
    Native::member("imag", "the imaginary part of a complex number", imag),
    method("conjugate", "self, /", "Return the complex conjugate of its argument.", conjugate),
    method("__abs__", "self, /", "abs(self)", size),
    method("__bool__", "self, /", "True if self else False", is_true),
    method("__complex__", "self, /", "Convert this value to exact type complex.", itself),
    method("__format__", "self, format_spec, /", "Convert to a string according to format_spec.", format),
    method("__getnewargs__", "self, /", "", getnewargs),
    p::HASH,
    method("__neg__", "self, /", "-self", |rt, args| arithmetic::unary(rt, &COMPLEX, Unary::Neg, "__neg__", args)),
    method("__pos__", "self, /", "+self", |rt, args| arithmetic::unary(rt, &COMPLEX, Unary::Pos, "__pos__", args)),
    method("__pow__", "self, value, mod=None, /", "Return pow(self, value, mod).", power),
    p::REPR,
    method("__rpow__", "self, value, mod=None, /", "Return pow(value, self, mod).", reflected_power),
];

pub static OPERATORS: &[Native] = binary_methods!(COMPLEX;
    Add "__add__" "__radd__" "+",
    Sub "__sub__" "__rsub__" "-",
    Mul "__mul__" "__rmul__" "*",
    Div "__truediv__" "__rtruediv__" "/",
);

pub static COMPARISONS: &[Native] = comparison_methods!(COMPLEX);

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let base = rt.classes.complex.clone();
    let class = receive::class(rt, args, &base)?;
    let (real, imaginary) = (optional(args, 1), optional(args, 2));
    let is_text = |part: Option<&Value>| matches!(part.map(plain), Some(Value::Str(_)));
    let asked = if is_text(real) || is_text(imaginary) { [None, None] } else { [real, imaginary] };
    for part in asked.into_iter().flatten() {
        if [names::COMPLEX, names::FLOAT, names::INDEX].iter().any(|name| overrides(part, *name)) {
            let (real, imaginary) = (real.cloned().unwrap_or(Value::Int(0)), imaginary.into_iter().cloned().collect());
            return Err(rt.prelude("complex_new", vec![args[0].clone(), real, Value::tuple(imaginary)]));
        }
    }
    if let Some(Value::Str(string)) = real.map(plain) {
        if imaginary.is_some() {
            return Err(rt.type_error("complex() can't take second arg if first is a string"));
        }
        let pair = parse::complex(&string.text).ok_or_else(|| rt.value_error("complex() arg is a malformed string"))?;
        return wrap(rt, class, pair.to_value());
    }
    if let Some(Value::Str(_)) = imaginary.map(plain) {
        return Err(rt.type_error("complex() second arg can't be a string"));
    }
    let pair = combined(rt, real, imaginary)?;
    wrap(rt, class, pair.to_value())
}

/// `real + imaginary * 1j`, either of which may be complex itself.
fn combined(rt: &Runtime, real: Option<&Value>, imaginary: Option<&Value>) -> Result<Pair, Trap> {
    let part = |value: Option<&Value>, words: &str| match value {
        None => Ok(Pair { real: 0.0, imaginary: 0.0 }),
        Some(value) => match plain(value) {
            Value::Complex(complex) => Ok(Pair::of(complex)),
            other => match number::to_float(rt, other)? {
                Some(real) => Ok(Pair { real, imaginary: 0.0 }),
                None => Err(rt.type_error(format!("complex() {words}, not '{}'", rt.type_name(value)))),
            },
        },
    };
    let mut whole = part(real, "first argument must be a string or a number")?;
    let added = part(imaginary, "second argument must be a number")?;
    if matches!(imaginary.map(plain), Some(Value::Complex(_))) {
        whole.real -= added.imaginary;
    }
    whole.imaginary = match (imaginary, real.map(plain)) {
        (None, _) => whole.imaginary,
        (Some(_), Some(Value::Complex(_))) => added.real + whole.imaginary,
        (Some(_), _) => added.real,
    };
    Ok(whole)
}

fn real(rt: &mut Runtime, args: &[Value]) -> Answer {
    complex(rt, args, "real").map(|this| Value::float(this.real))
}

fn imag(rt: &mut Runtime, args: &[Value]) -> Answer {
    complex(rt, args, "imag").map(|this| Value::float(this.imaginary))
}

fn conjugate(rt: &mut Runtime, args: &[Value]) -> Answer {
    complex(rt, args, "conjugate").map(|this| Value::complex(this.real, -this.imaginary))
}

fn size(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = complex(rt, args, "__abs__")?;
    absolute(rt, this).map(Value::float)
}

fn is_true(rt: &mut Runtime, args: &[Value]) -> Answer {
    complex(rt, args, "__bool__").map(|this| Value::bool(this.real != 0.0 || this.imaginary != 0.0))
}

fn itself(rt: &mut Runtime, args: &[Value]) -> Answer {
    complex(rt, args, "__complex__").map(Pair::to_value)
}

fn format(rt: &mut Runtime, args: &[Value]) -> Answer {
    complex(rt, args, "__format__")?;
    formatted(rt, args)
}

fn getnewargs(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = complex(rt, args, "__getnewargs__")?;
    Ok(Value::tuple(vec![Value::float(this.real), Value::float(this.imaginary)]))
}

fn power(rt: &mut Runtime, args: &[Value]) -> Answer {
    complex(rt, args, "__pow__")?;
    arithmetic::power(rt, &COMPLEX, &args[0], &args[1], optional(args, 2))
}

fn reflected_power(rt: &mut Runtime, args: &[Value]) -> Answer {
    complex(rt, args, "__rpow__")?;
    if !(COMPLEX.takes)(plain(&args[1])) {
        return Ok(Value::NotImplemented);
    }
    match optional(args, 2).filter(|modulus| !modulus.is_none()) {
        None => Ok(number::binary(rt, Binary::Pow, plain(&args[1]), plain(&args[0]))?.unwrap_or(Value::NotImplemented)),
        Some(_) => Err(rt.value_error("complex modulo")),
    }
}

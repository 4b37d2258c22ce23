//! `float`.

use num_bigint::BigInt;
use num_integer::Integer;

use super::arithmetic::{self, FLOAT, binary_methods, comparison_methods};
use super::int::{ascii_only, formatted};
use super::protocol::{self as p, method, wrap};
use super::receive::{self, float};
use crate::object::fuel;
use crate::object::native::{Answer, Native, NativeKind, Trap, optional};
use crate::object::operate::bytes::copy_of;
use crate::object::operate::number::float::parts;
use crate::object::operate::number::{self, integer, parse, round};
use crate::object::operate::{overrides, plain, slice};
use crate::object::runtime::Runtime;
use crate::object::symbol::names;
use crate::object::text;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{Binary, Unary};

pub static TABLE: &[Native] = &[
    Native::new(
        NativeKind::StaticMethod,
        "__new__",
        "cls, x=0, /",
        "Convert a string or number to a floating point number, if possible.",
        new,
    ),
    Native::attribute("real", "the real part of a complex number", itself),
    Native::attribute("imag", "the imaginary part of a complex number", zero),
    method("as_integer_ratio", "self, /", "Return a pair of integers, whose ratio is equal to the original float.", as_integer_ratio),
    method("conjugate", "self, /", "Return self, the complex conjugate of any float.", itself),
    Native::new(NativeKind::ClassMethod, "fromhex", "cls, string, /", "Create a floating-point number from a hexadecimal string.", fromhex),
    method("hex", "self, /", "Return a hexadecimal representation of a floating-point number.", hex),
    method("is_integer", "self, /", "Return True if the float is an integer.", is_integer),
    method("__abs__", "self, /", "abs(self)", absolute),
    method("__bool__", "self, /", "True if self else False", is_true),
    method("__ceil__", "self, /", "Return the ceiling as an Integral.", ceil),
    method("__divmod__", "self, value, /", "Return divmod(self, value).", |rt, args| arithmetic::divmod(rt, &FLOAT, &args[0], &args[1])),
    method("__float__", "self, /", "float(self)", itself),
    method("__floor__", "self, /", "Return the floor as an Integral.", floor),
    method("__format__", "self, format_spec, /", "Formats the float according to format_spec.", format),
    method("__getnewargs__", "self, /", "", getnewargs),
    p::HASH,
    method("__int__", "self, /", "int(self)", trunc),
    method("__neg__", "self, /", "-self", |rt, args| arithmetic::unary(rt, &FLOAT, Unary::Neg, "__neg__", args)),
    method("__pos__", "self, /", "+self", |rt, args| arithmetic::unary(rt, &FLOAT, Unary::Pos, "__pos__", args)),
    method("__pow__", "self, value, mod=None, /", "Return pow(self, value, mod).", power),
    method("__rdivmod__", "self, value, /", "Return divmod(value, self).", |rt, args| arithmetic::divmod(rt, &FLOAT, &args[1], &args[0])),
    p::REPR,
    method("__round__", "self, ndigits=None, /", "Return the Integral closest to x, rounding half toward even.", rounded),
    method("__rpow__", "self, value, mod=None, /", "Return pow(value, self, mod).", reflected_power),
    method("__trunc__", "self, /", "Return the Integral closest to x between 0 and x.", trunc),
];

pub static OPERATORS: &[Native] = binary_methods!(FLOAT;
    Add "__add__" "__radd__" "+",
    Sub "__sub__" "__rsub__" "-",
    Mul "__mul__" "__rmul__" "*",
    Div "__truediv__" "__rtruediv__" "/",
    FloorDiv "__floordiv__" "__rfloordiv__" "//",
    Mod "__mod__" "__rmod__" "%",
);

pub static COMPARISONS: &[Native] = comparison_methods!(FLOAT);

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let base = rt.classes.float.clone();
    let class = receive::class(rt, args, &base)?;
    let Some(object) = optional(args, 1) else { return wrap(rt, class, Value::float(0.0)) };
    if overrides(object, names::FLOAT) || overrides(object, names::INDEX) {
        return Err(rt.prelude("float_new", vec![args[0].clone(), object.clone()]));
    }
    let value = match convert(rt, object) {
        Err(Trap::Raise(error)) if error.is(&rt.classes.value_error) && !plain(object).is(object) => {
            return Err(rt.prelude("refuse_literal", vec![Value::str("could not convert string to float"), object.clone()]));
        }
        value => value?,
    };
    wrap(rt, class, Value::float(value))
}

fn convert(rt: &Runtime, object: &Value) -> Result<f64, Trap> {
    let malformed = |shown: String| rt.value_error(format!("could not convert string to float: {shown}"));
    if let Value::Str(string) = plain(object) {
        fuel::burn_read(2 * string.text.len())?;
        return parse::float(&string.text).ok_or_else(|| malformed(text::repr_str(&string.text)));
    }
    if let Some(data) = copy_of(object)? {
        fuel::burn_read(2 * data.len())?;
        return parse::float(&ascii_only(&data)?).ok_or_else(|| malformed(text::repr_bytes(&data)));
    }
    number::to_float(rt, plain(object))?
        .ok_or_else(|| rt.type_error(format!("float() argument must be a string or a real number, not '{}'", rt.type_name(object))))
}

fn itself(rt: &mut Runtime, args: &[Value]) -> Answer {
    float(rt, args, "__float__").map(Value::float)
}

fn zero(_: &mut Runtime, _: &[Value]) -> Answer {
    Ok(Value::float(0.0))
}

fn as_integer_ratio(rt: &mut Runtime, args: &[Value]) -> Answer {
    let x = float(rt, args, "as_integer_ratio")?;
    if x.is_nan() {
        return Err(rt.value_error("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(rt.overflow_error("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = parts(x);
    let mantissa = BigInt::from(mantissa) * if x < 0.0 { -1i32 } else { 1 };
    let one = BigInt::from(1);
    let (above, below) = if exponent >= 0 { (mantissa << exponent as u64, one) } else { (mantissa, one << -exponent as u64) };
    let common = above.gcd(&below);
    Ok(Value::tuple(vec![Value::big(above / &common), Value::big(below / common)]))
}

fn fromhex(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Value::Str(string) = plain(&args[1]) else { return Err(rt.type_error("bad argument type for built-in operation")) };
    fuel::burn(string.text.len() as u64)?;
    let value = Value::float(parse::float_from_hex(rt, &string.text)?);
    match &args[0] {
        Value::Class(class) if !std::rc::Rc::ptr_eq(class, &rt.classes.float) => Err(rt.call(args[0].clone(), vec![value])),
        _ => Ok(value),
    }
}

fn hex(rt: &mut Runtime, args: &[Value]) -> Answer {
    let x = float(rt, args, "hex")?;
    if !x.is_finite() {
        return Ok(Value::str(text::float::repr(x)));
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x == 0.0 {
        return Ok(Value::str(format!("{sign}0x0.0p+0")));
    }
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64;
    let (first, exponent) = if exponent == 0 { (0, -1022) } else { (1, exponent - 1023) };
    let fraction = bits & ((1 << 52) - 1);
    Ok(Value::str(format!("{sign}0x{first}.{fraction:013x}p{exponent:+}")))
}

fn is_integer(rt: &mut Runtime, args: &[Value]) -> Answer {
    float(rt, args, "is_integer").map(|x| Value::bool(x.is_finite() && x.floor() == x))
}

fn absolute(rt: &mut Runtime, args: &[Value]) -> Answer {
    float(rt, args, "__abs__").map(|x| Value::float(x.abs()))
}

fn is_true(rt: &mut Runtime, args: &[Value]) -> Answer {
    float(rt, args, "__bool__").map(|x| Value::bool(x != 0.0))
}

fn ceil(rt: &mut Runtime, args: &[Value]) -> Answer {
    let x = float(rt, args, "__ceil__")?;
    integer::from_float(rt, x.ceil())
}

fn floor(rt: &mut Runtime, args: &[Value]) -> Answer {
    let x = float(rt, args, "__floor__")?;
    integer::from_float(rt, x.floor())
}

fn trunc(rt: &mut Runtime, args: &[Value]) -> Answer {
    let x = float(rt, args, "__trunc__")?;
    integer::from_float(rt, x)
}

fn format(rt: &mut Runtime, args: &[Value]) -> Answer {
    float(rt, args, "__format__")?;
    formatted(rt, args)
}

fn getnewargs(rt: &mut Runtime, args: &[Value]) -> Answer {
    let x = float(rt, args, "__getnewargs__")?;
    Ok(Value::tuple(vec![Value::float(x)]))
}

fn power(rt: &mut Runtime, args: &[Value]) -> Answer {
    float(rt, args, "__pow__")?;
    if optional(args, 2).is_some_and(|modulus| !modulus.is_none()) {
        return Err(rt.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
    }
    arithmetic::power(rt, &FLOAT, &args[0], &args[1], optional(args, 2))
}

fn reflected_power(rt: &mut Runtime, args: &[Value]) -> Answer {
    float(rt, args, "__rpow__")?;
    if !(FLOAT.takes)(plain(&args[1])) {
        return Ok(Value::NotImplemented);
    }
    match optional(args, 2).filter(|modulus| !modulus.is_none()) {
        None => Ok(number::binary(rt, Binary::Pow, plain(&args[1]), plain(&args[0]))?.unwrap_or(Value::NotImplemented)),
        modulus => arithmetic::power(rt, &FLOAT, &args[1], &args[0], modulus),
    }
}

fn rounded(rt: &mut Runtime, args: &[Value]) -> Answer {
    let x = float(rt, args, "__round__")?;
    match optional(args, 1) {
        None | Some(Value::None) => round::float_to_integer(rt, x),
        Some(_) => {
            // More digits than there are make no difference.
            let places = match args.get(1).map(slice::index) {
                Some(slice::Index::Huge(negative)) => {
                    if negative {
                        -400
                    } else {
                        400
                    }
                }
                _ => receive::index(rt, args, 1, "__round__")?.unwrap_or(0),
            };
            round::float_to_places(rt, x, places).map(Value::float)
        }
    }
}

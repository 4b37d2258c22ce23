//! `int` and `bool`.

use super::arithmetic::{self, INT, binary_methods, comparison_methods};
use super::protocol::{self as p, method, wrap};
use super::receive::{self, text_argument};
use crate::limits::{size, size_of_count};
use crate::object::native::{Answer, Native, NativeKind, Stop, Trap, optional};
use crate::object::operate::bytes::{bytes, copy_of};
use crate::object::operate::iterate::can_iterate;
use crate::object::operate::number::integer::Int;
use crate::object::operate::number::{self, big, integer, parse, round};
use crate::object::operate::{overrides, plain, slice, to_vec, truth};
use crate::object::repr;
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::symbol::names;
use crate::object::text;
use crate::object::value::Value;
use crate::object::{fuel, scan};
use stillframe_front::bytecode::op::{Binary, Unary};

pub static TABLE: &[Native] = &[
    Native::new(NativeKind::StaticMethod, "__new__", "cls, x=0, /, base=10", "Convert a number or string to an integer.", new),
    Native::attribute("real", "the real part of a complex number", itself),
    Native::attribute("imag", "the imaginary part of a complex number", zero),
    Native::attribute("numerator", "the numerator of a rational number in lowest terms", itself),
    Native::attribute("denominator", "the denominator of a rational number in lowest terms", one),
    method("as_integer_ratio", "self, /", "Return a pair of integers, whose ratio is equal to the original int.", as_integer_ratio),
    method("bit_count", "self, /", "Number of ones in the binary representation of the absolute value.", bit_count),
    method("bit_length", "self, /", "Number of bits necessary to represent self in binary.", bit_length),
    method("conjugate", "self, /", "Returns self, the complex conjugate of any int.", itself),
    method(
        "to_bytes",
        "self, /, length=1, byteorder='big', *, signed=False",
        "Return an array of bytes representing an integer.",
        to_bytes,
    ),
    Native::new(
        NativeKind::ClassMethod,
        "from_bytes",
        "cls, /, bytes, byteorder='big', *, signed=False",
        "Return the integer represented by the given array of bytes.",
        from_bytes,
    ),
    method("__abs__", "self, /", "abs(self)", absolute),
    method("__bool__", "self, /", "True if self else False", is_true),
    method("__ceil__", "self, /", "Ceiling of an Integral returns itself.", itself),
    method("__divmod__", "self, value, /", "Return divmod(self, value).", |rt, args| arithmetic::divmod(rt, &INT, &args[0], &args[1])),
    method("__float__", "self, /", "float(self)", to_float),
    method("__floor__", "self, /", "Flooring an Integral returns itself.", itself),
    method("__format__", "self, format_spec, /", "Default object formatter.", format),
    method("__getnewargs__", "self, /", "", getnewargs),
    p::HASH,
    method("__index__", "self, /", "Return self converted to an integer.", itself),
    method("__int__", "self, /", "int(self)", itself),
    method("__invert__", "self, /", "~self", |rt, args| arithmetic::unary(rt, &INT, Unary::Invert, "__invert__", args)),
    method("__neg__", "self, /", "-self", |rt, args| arithmetic::unary(rt, &INT, Unary::Neg, "__neg__", args)),
    method("__pos__", "self, /", "+self", |rt, args| arithmetic::unary(rt, &INT, Unary::Pos, "__pos__", args)),
    method("__pow__", "self, value, mod=None, /", "Return pow(self, value, mod).", power),
    method("__rdivmod__", "self, value, /", "Return divmod(value, self).", |rt, args| arithmetic::divmod(rt, &INT, &args[1], &args[0])),
    p::REPR,
    method("__round__", "self, ndigits=None, /", "Rounding an Integral returns itself.", rounded),
    method("__rpow__", "self, value, mod=None, /", "Return pow(value, self, mod).", reflected_power),
    method("__trunc__", "self, /", "Truncating an Integral returns itself.", itself),
];

pub static OPERATORS: &[Native] = binary_methods!(INT;
    Add "__add__" "__radd__" "+",
    Sub "__sub__" "__rsub__" "-",
    Mul "__mul__" "__rmul__" "*",
    Div "__truediv__" "__rtruediv__" "/",
    FloorDiv "__floordiv__" "__rfloordiv__" "//",
    Mod "__mod__" "__rmod__" "%",
    LShift "__lshift__" "__rlshift__" "<<",
    RShift "__rshift__" "__rrshift__" ">>",
    And "__and__" "__rand__" "&",
    Or "__or__" "__ror__" "|",
    Xor "__xor__" "__rxor__" "^",
);

pub static COMPARISONS: &[Native] = comparison_methods!(INT);

pub static BOOL: &[Native] =
    &[Native::new(NativeKind::StaticMethod, "__new__", "cls, x=False, /", "Returns True when the argument x is true.", new_bool), p::REPR];

/// The receiver as an exact `int`.
fn this(rt: &Runtime, args: &[Value], method: &str) -> Answer {
    receive::integer(rt, args, method).map(Int::to_value)
}

fn itself(rt: &mut Runtime, args: &[Value]) -> Answer {
    this(rt, args, "__int__")
}

fn zero(_: &mut Runtime, _: &[Value]) -> Answer {
    Ok(Value::Int(0))
}

fn one(_: &mut Runtime, _: &[Value]) -> Answer {
    Ok(Value::Int(1))
}

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let base = rt.classes.int.clone();
    let class = receive::class(rt, args, &base)?;
    if std::rc::Rc::ptr_eq(class, &rt.classes.bool) {
        return Err(rt.type_error("int.__new__(bool) is not safe, use bool.__new__()"));
    }
    let value = match (optional(args, 1), optional(args, 2)) {
        (None, None) => Value::Int(0),
        (None, Some(_)) => return Err(rt.type_error("int() missing string argument")),
        (Some(object), None) => {
            let asks = [names::INT, names::INDEX, symbol_of("__trunc__")].iter().any(|name| overrides(object, *name));
            if asks {
                return Err(rt.prelude("int_new", vec![args[0].clone(), object.clone()]));
            }
            convert(rt, object)?
        }
        (Some(object), Some(base)) => {
            let base = match slice::index(base) {
                slice::Index::At(base) if base == 0 || (2..=36).contains(&base) => base as u32,
                slice::Index::At(_) | slice::Index::Huge(_) => {
                    return Err(rt.value_error("int() base must be >= 2 and <= 36, or 0"));
                }
                slice::Index::AskProgram => {
                    return Err(rt.prelude("int_new_with_base", vec![args[0].clone(), object.clone(), base.clone()]));
                }
                slice::Index::Other => return Err(not_an_integer(rt, base)),
            };
            match from_text(rt, object, base) {
                Some(answer) => answer?,
                None => return Err(rt.type_error("int() can't convert non-string with explicit base")),
            }
        }
    };
    wrap(rt, class, value)
}

fn not_an_integer(rt: &Runtime, value: &Value) -> Trap {
    rt.type_error(format!("'{}' object cannot be interpreted as an integer", rt.type_name(value)))
}

fn convert(rt: &mut Runtime, object: &Value) -> Answer {
    if let Some(int) = Int::of(plain(object)) {
        return Ok(int.to_value());
    }
    if let Value::Float(bits) = plain(object) {
        return integer::from_float(rt, f64::from_bits(*bits));
    }
    from_text(rt, object, 10).unwrap_or_else(|| {
        let got = rt.type_name(object);
        Err(rt.type_error(format!("int() argument must be a string, a bytes-like object or a real number, not '{got}'")))
    })
}

/// The integer that a string or bytes tell; none for anything else.
fn from_text(rt: &mut Runtime, object: &Value, base: u32) -> Option<Answer> {
    if let Value::Str(string) = plain(object) {
        let answer = parse::integer(rt, &string.text, base, &|| text::repr_str(&string.text));
        return Some(match answer {
            Err(Trap::Raise(error)) if error.is(&rt.classes.value_error) && overrides(object, names::REPR) => {
                let words = format!("invalid literal for int() with base {base}");
                Err(rt.prelude("refuse_literal", vec![Value::str(words), object.clone()]))
            }
            answer => answer,
        });
    }
    let data = match copy_of(object).transpose()? {
        Ok(data) => data,
        Err(stop) => return Some(Err(stop.into())),
    };
    Some(ascii_only(&data).map_err(Trap::from).and_then(|digits| parse::integer(rt, &digits, base, &|| text::repr_bytes(&data))))
}

/// Bytes as text, those beyond ASCII as a character that no number has.
pub fn ascii_only(data: &[u8]) -> Result<String, Stop> {
    let ascii = scan::map(data, |byte| Some(if byte.is_ascii() { byte } else { b'?' }))?;
    Ok(String::from_utf8(ascii).unwrap_or_default())
}

fn new_bool(rt: &mut Runtime, args: &[Value]) -> Answer {
    let base = rt.classes.bool.clone();
    receive::class(rt, args, &base)?;
    match optional(args, 1) {
        None => Ok(Value::False),
        Some(value) => truth(rt, value).map(Value::bool),
    }
}

fn as_integer_ratio(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::tuple(vec![this(rt, args, "as_integer_ratio")?, Value::Int(1)]))
}

fn bit_count(rt: &mut Runtime, args: &[Value]) -> Answer {
    let int = receive::integer(rt, args, "bit_count")?;
    let ones: u64 = match int {
        Int::Small(i) => u64::from(i.unsigned_abs().count_ones()),
        Int::Big(big) => {
            fuel::burn_copy(size(big.bits() / 8))?;
            big.magnitude().count_ones()
        }
    };
    Ok(Value::Int(ones as i64))
}

fn bit_length(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::Int(receive::integer(rt, args, "bit_length")?.bits() as i64))
}

fn is_little(rt: &Runtime, args: &[Value], at: usize, function: &str) -> Result<bool, Trap> {
    if optional(args, at).is_none() {
        return Ok(false);
    }
    let order = text_argument(rt, args, at, &format!("{function}() argument 'byteorder'"))?;
    match &*order.text {
        "little" => Ok(true),
        "big" => Ok(false),
        _ => Err(rt.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn to_bytes(rt: &mut Runtime, args: &[Value]) -> Answer {
    let int = receive::integer(rt, args, "to_bytes")?;
    let length = receive::index(rt, args, 1, "to_bytes")?.unwrap_or(1);
    let little = is_little(rt, args, 2, "to_bytes")?;
    let signed = optional(args, 3).map_or(Ok(false), |signed| truth(rt, signed))?;
    let length = size_of_count(length).ok_or_else(|| rt.value_error("length argument must be non-negative"))?;
    if int.is_negative() && !signed {
        return Err(rt.overflow_error("can't convert negative int to unsigned"));
    }
    rt.reserve(length.saturating_add(size(int.bits() / 8)))?;
    let number = int.to_big();
    if big::bytes_needed(&number, signed) > length as u64 {
        return Err(rt.overflow_error("int too big to convert"));
    }
    let mut data = big::to_bytes(&number, length)?;
    if !little {
        data.reverse();
    }
    Ok(bytes(data))
}

fn from_bytes(rt: &mut Runtime, args: &[Value]) -> Answer {
    let ask = |rt: &Runtime| {
        let order = optional(args, 2).cloned().unwrap_or_else(|| Value::str("big"));
        let signed = optional(args, 3).cloned().unwrap_or(Value::False);
        rt.prelude("int_from_bytes", vec![args[0].clone(), args[1].clone(), order, signed])
    };
    let little = is_little(rt, args, 2, "from_bytes")?;
    let signed = optional(args, 3).map_or(Ok(false), |signed| truth(rt, signed))?;
    if overrides(&args[1], names::BYTES) {
        return Err(ask(rt));
    }
    let mut data = match copy_of(&args[1])? {
        Some(data) => data,
        None => match plain(&args[1]) {
            Value::Str(_) => return Err(rt.type_error(format!("cannot convert '{}' object to bytes", rt.type_name(&args[1])))),
            _ if !can_iterate(&args[1]) => {
                return Err(rt.type_error(format!("cannot convert '{}' object to bytes", rt.type_name(&args[1]))));
            }
            _ => match to_vec(rt, &args[1])?.filter(|items| !items.iter().any(|item| overrides(item, names::INDEX))) {
                Some(items) => items.iter().map(|item| super::bytes::byte(rt, item, "bytes")).collect::<Result<_, _>>()?,
                None => return Err(ask(rt)),
            },
        },
    };
    if !little {
        data.reverse();
    }
    let number = big::of_bytes(&data, signed)?;
    match &args[0] {
        Value::Class(class) if !std::rc::Rc::ptr_eq(class, &rt.classes.int) => Err(rt.call(args[0].clone(), vec![Value::big(number)])),
        _ => Ok(Value::big(number)),
    }
}

fn absolute(rt: &mut Runtime, args: &[Value]) -> Answer {
    let value = this(rt, args, "__abs__")?;
    Ok(number::absolute(rt, &value)?.unwrap_or(Value::NotImplemented))
}

fn is_true(rt: &mut Runtime, args: &[Value]) -> Answer {
    receive::integer(rt, args, "__bool__").map(|int| Value::bool(!int.is_zero()))
}

fn to_float(rt: &mut Runtime, args: &[Value]) -> Answer {
    receive::integer(rt, args, "__float__")?.to_float(rt).map(Value::float)
}

fn format(rt: &mut Runtime, args: &[Value]) -> Answer {
    receive::integer(rt, args, "__format__")?;
    formatted(rt, args)
}

/// `__format__` of numbers: without a specification it is `str`.
pub fn formatted(rt: &mut Runtime, args: &[Value]) -> Answer {
    let spec = text_argument(rt, args, 1, "__format__() argument")?;
    if spec.text.is_empty() {
        return match repr::try_str(rt, &args[0])? {
            Some(text) => Ok(Value::str(text)),
            None => Err(rt.prelude("str_of", vec![args[0].clone()])),
        };
    }
    text::format(rt, &args[0], &spec.text)
}

fn getnewargs(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::tuple(vec![this(rt, args, "__getnewargs__")?]))
}

fn power(rt: &mut Runtime, args: &[Value]) -> Answer {
    receive::integer(rt, args, "__pow__")?;
    arithmetic::power(rt, &INT, &args[0], &args[1], optional(args, 2))
}

fn reflected_power(rt: &mut Runtime, args: &[Value]) -> Answer {
    receive::integer(rt, args, "__rpow__")?;
    let value = plain(&args[1]);
    if Int::of(value).is_none() {
        return Ok(Value::NotImplemented);
    }
    match optional(args, 2).filter(|modulus| !modulus.is_none()) {
        None => Ok(number::binary(rt, Binary::Pow, value, plain(&args[0]))?.unwrap_or(Value::NotImplemented)),
        modulus => arithmetic::power(rt, &INT, value, &args[0], modulus),
    }
}

fn rounded(rt: &mut Runtime, args: &[Value]) -> Answer {
    let int = receive::integer(rt, args, "__round__")?;
    let Some(places) = optional(args, 1) else { return Ok(int.to_value()) };
    match Int::of(plain(places)) {
        Some(places) => round::integer_to_places(int, places),
        None if overrides(places, names::INDEX) => Err(receive::with_indices(rt, args, "__round__")),
        None => Err(not_an_integer(rt, places)),
    }
}

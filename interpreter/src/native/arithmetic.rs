//! The special methods by which numbers calculate and compare, for the tables of `int`, `float` and `complex`.

use super::receive::wrong_receiver;
use crate::object::native::Answer;
use crate::object::operate::compare::{Verdict, builtin_verdict};
use crate::object::operate::{number, plain};
use crate::object::runtime::Runtime;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{Binary, Compare, Unary};

/// A type of numbers: what its operators take on the other side.
pub struct Kind {
    pub name: &'static str,
    /// Whether a value is of the type itself.
    pub owns: fn(&Value) -> bool,
    /// Whether it is of the type, or becomes so when it meets one.
    pub takes: fn(&Value) -> bool,
}

pub const INT: Kind = Kind { name: "int", owns: is_int, takes: is_int };
pub const FLOAT: Kind = Kind { name: "float", owns: is_float, takes: |value| is_int(value) || is_float(value) };
pub const COMPLEX: Kind = Kind { name: "complex", owns: is_complex, takes: |value| is_int(value) || is_float(value) || is_complex(value) };

fn is_int(value: &Value) -> bool {
    matches!(value, Value::Int(_) | Value::Big(_) | Value::True | Value::False)
}

fn is_float(value: &Value) -> bool {
    matches!(value, Value::Float(_))
}

fn is_complex(value: &Value) -> bool {
    matches!(value, Value::Complex(_))
}

/// `self op value`.
pub fn forward(rt: &mut Runtime, kind: &Kind, op: Binary, method: &str, args: &[Value]) -> Answer {
    if !(kind.owns)(plain(&args[0])) {
        return Err(wrong_receiver(rt, args, method, kind.name));
    }
    operated(rt, kind, op, &args[0], &args[1])
}

/// `value op self`.
pub fn backward(rt: &mut Runtime, kind: &Kind, op: Binary, method: &str, args: &[Value]) -> Answer {
    if !(kind.owns)(plain(&args[0])) {
        return Err(wrong_receiver(rt, args, method, kind.name));
    }
    operated(rt, kind, op, &args[1], &args[0])
}

fn operated(rt: &mut Runtime, kind: &Kind, op: Binary, a: &Value, b: &Value) -> Answer {
    let (a, b) = (plain(a), plain(b));
    if !(kind.takes)(a) || !(kind.takes)(b) {
        return Ok(Value::NotImplemented);
    }
    Ok(number::binary(rt, op, a, b)?.unwrap_or(Value::NotImplemented))
}

/// `self op value` of a comparison.
pub fn compared(rt: &mut Runtime, kind: &Kind, op: Compare, method: &str, args: &[Value]) -> Answer {
    let (a, b) = (plain(&args[0]), plain(&args[1]));
    if !(kind.owns)(a) {
        return Err(wrong_receiver(rt, args, method, kind.name));
    }
    if !(kind.takes)(b) {
        return Ok(Value::NotImplemented);
    }
    Ok(match builtin_verdict(rt, op, a, b)? {
        Verdict::Known(result) => Value::bool(result),
        Verdict::NotImplemented | Verdict::AskProgram => Value::NotImplemented,
    })
}

/// `-self`, `+self`, `~self`.
pub fn unary(rt: &mut Runtime, kind: &Kind, op: Unary, method: &str, args: &[Value]) -> Answer {
    if !(kind.owns)(plain(&args[0])) {
        return Err(wrong_receiver(rt, args, method, kind.name));
    }
    Ok(number::unary(rt, op, plain(&args[0]))?.unwrap_or(Value::NotImplemented))
}

/// `divmod(a, b)` of a type.
pub fn divmod(rt: &mut Runtime, kind: &Kind, a: &Value, b: &Value) -> Answer {
    let (a, b) = (plain(a), plain(b));
    if !(kind.takes)(a) || !(kind.takes)(b) {
        return Ok(Value::NotImplemented);
    }
    Ok(number::divmod(rt, a, b)?.unwrap_or(Value::NotImplemented))
}

/// `pow(a, b)`, or `pow(a, b, modulus)`.
pub fn power(rt: &mut Runtime, kind: &Kind, a: &Value, b: &Value, modulus: Option<&Value>) -> Answer {
    let modulus = modulus.map(plain).filter(|modulus| !modulus.is_none());
    if !(kind.takes)(plain(b)) || !modulus.is_none_or(|modulus| (COMPLEX.takes)(modulus)) {
        return Ok(Value::NotImplemented);
    }
    let result = match modulus {
        None => number::binary(rt, Binary::Pow, plain(a), plain(b))?,
        Some(modulus) => number::power_modulo(rt, plain(a), plain(b), modulus)?,
    };
    Ok(result.unwrap_or(Value::NotImplemented))
}

/// The lines of a type's binary operators.
macro_rules! binary_methods {
    ($kind:expr; $($op:ident $forward:literal $backward:literal $sign:literal,)+) => {
        &[$(
            crate::native::protocol::method(
                $forward, "self, value, /", concat!("Return self", $sign, "value."),
                |rt, args| crate::native::arithmetic::forward(rt, &$kind, stillframe_front::bytecode::op::Binary::$op, $forward, args),
            ),
            crate::native::protocol::method(
                $backward, "self, value, /", concat!("Return value", $sign, "self."),
                |rt, args| crate::native::arithmetic::backward(rt, &$kind, stillframe_front::bytecode::op::Binary::$op, $backward, args),
            ),
        )+]
    };
}

/// The lines of a type's comparisons.
macro_rules! comparison_methods {
    ($kind:expr) => {
        crate::native::arithmetic::comparison_methods!(@each $kind;
            Eq "__eq__" "==", Ne "__ne__" "!=", Lt "__lt__" "<", Le "__le__" "<=", Gt "__gt__" ">", Ge "__ge__" ">=",)
    };
    (@each $kind:expr; $($op:ident $name:literal $sign:literal,)+) => {
        &[$(crate::native::protocol::method(
            $name, "self, value, /", concat!("Return self", $sign, "value."),
            |rt, args| crate::native::arithmetic::compared(rt, &$kind, stillframe_front::bytecode::op::Compare::$op, $name, args),
        ),)+]
    };
}

pub(crate) use {binary_methods, comparison_methods};

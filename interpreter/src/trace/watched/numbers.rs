//! Calculations with small numbers: as the language's own, but they make no object, burn no fuel and raise nothing.

use std::cmp::Ordering;

use stillframe_front::syntax::tree::Operator;

use super::fault::Fault;
use crate::object::operate::compare::order_numbers;
use crate::object::value::Value;

/// Whether the value is a real number of a built-in type.
pub fn is_number(value: &Value) -> bool {
    matches!(value, Value::Int(_) | Value::Float(_) | Value::True | Value::False | Value::Big(_))
}

/// The order of two real numbers; none where one is not a number (NaN).
pub fn order(a: &Value, b: &Value) -> Option<Ordering> {
    order_numbers(&as_int(a), &as_int(b))
}

/// `a op b`.
pub fn calculate(a: &Value, op: Operator, b: &Value) -> Result<Value, Fault> {
    match (as_int(a), as_int(b)) {
        (Value::Int(a), Value::Int(b)) if op == Operator::Div => of_floats(exact(a)?, op, exact(b)?),
        (Value::Int(a), Value::Int(b)) => of_ints(a, op, b),
        (Value::Int(a), Value::Float(b)) => of_floats(a as f64, op, f64::from_bits(b)),
        (Value::Float(a), Value::Int(b)) => of_floats(f64::from_bits(a), op, b as f64),
        (Value::Float(a), Value::Float(b)) => of_floats(f64::from_bits(a), op, f64::from_bits(b)),
        (Value::Big(_), _) | (_, Value::Big(_)) => Err(too_large()),
        _ => Err(Fault::refused("Only numbers are calculated with.")),
    }
}

/// `-value`, or `+value`.
pub fn signed(negative: bool, value: &Value) -> Result<Value, Fault> {
    match as_int(value) {
        Value::Int(i) if negative => i.checked_neg().map(Value::Int).ok_or_else(too_large),
        Value::Float(bits) if negative => Ok(Value::float(-f64::from_bits(bits))),
        Value::Big(_) if negative => Err(too_large()),
        number if is_number(&number) => Ok(number),
        _ => Err(Fault::refused("Only numbers have a sign.")),
    }
}

fn of_ints(a: i64, op: Operator, b: i64) -> Result<Value, Fault> {
    let result = match op {
        Operator::Add => a.checked_add(b),
        Operator::Sub => a.checked_sub(b),
        Operator::Mult => a.checked_mul(b),
        _ if b == 0 => return Err(Fault::raises("ZeroDivisionError", "integer division or modulo by zero")),
        // Towards minus infinity; the rest has the divisor's sign.
        Operator::FloorDiv => a.checked_div(b).map(|quotient| if a % b != 0 && (a < 0) != (b < 0) { quotient - 1 } else { quotient }),
        _ => a.checked_rem(b).map(|rest| if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest }),
    };
    result.map(Value::Int).ok_or_else(too_large)
}

fn of_floats(a: f64, op: Operator, b: f64) -> Result<Value, Fault> {
    Ok(Value::float(match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => a * b,
        Operator::Div if b == 0.0 => return Err(Fault::raises("ZeroDivisionError", "division by zero")),
        Operator::Div => a / b,
        _ => return Err(Fault::refused("// and % are calculated of integers alone.")),
    }))
}

/// A bool is an int.
fn as_int(value: &Value) -> Value {
    match value {
        Value::True => Value::Int(1),
        Value::False => Value::Int(0),
        other => other.clone(),
    }
}

/// An integer that a float holds exactly: the quotient of two of them is rounded once, as the language has it.
fn exact(number: i64) -> Result<f64, Fault> {
    if number.unsigned_abs() <= 1 << f64::MANTISSA_DIGITS { Ok(number as f64) } else { Err(too_large()) }
}

fn too_large() -> Fault {
    Fault::refused("A number of more than 64 bits is not calculated with.")
}

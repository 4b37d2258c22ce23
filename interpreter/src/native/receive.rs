//! What natives of strings, bytes and numbers receive: the receiver looked through to its built-in value, and arguments of a wanted type.

use std::rc::Rc;

use crate::limits::size;
use crate::object::class::Class;
use crate::object::fuel;
use crate::object::native::{Trap, is_slot, optional};
use crate::object::operate::number::complex::Pair;
use crate::object::operate::number::integer::Int;
use crate::object::operate::{plain, slice};
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::string::Str;
use crate::object::value::Value;

/// The string that a method's receiver is, or holds. Going through it is charged.
pub fn text<'a>(rt: &mut Runtime, args: &'a [Value], method: &str) -> Result<&'a Rc<Str>, Trap> {
    match args.first().map(plain) {
        Some(Value::Str(string)) => {
            fuel::burn_copy(string.text.len())?;
            Ok(string)
        }
        _ => Err(wrong_receiver(rt, args, method, "str")),
    }
}

/// The integer that a method's receiver is, or holds.
pub fn integer<'a>(rt: &Runtime, args: &'a [Value], method: &str) -> Result<Int<'a>, Trap> {
    args.first().map(plain).and_then(Int::of).ok_or_else(|| wrong_receiver(rt, args, method, "int"))
}

/// The float that a method's receiver is, or holds.
pub fn float(rt: &Runtime, args: &[Value], method: &str) -> Result<f64, Trap> {
    match args.first().map(plain) {
        Some(Value::Float(bits)) => Ok(f64::from_bits(*bits)),
        _ => Err(wrong_receiver(rt, args, method, "float")),
    }
}

/// The complex number that a method's receiver is, or holds.
pub fn complex(rt: &Runtime, args: &[Value], method: &str) -> Result<Pair, Trap> {
    match args.first().map(plain) {
        Some(Value::Complex(complex)) => Ok(Pair::of(complex)),
        _ => Err(wrong_receiver(rt, args, method, "complex")),
    }
}

/// The TypeError of a method that was taken from its class and called with something else.
pub fn wrong_receiver(rt: &Runtime, args: &[Value], method: &str, class: &str) -> Trap {
    match args.first() {
        None => rt.type_error(format!("unbound method {class}.{method}() needs an argument")),
        Some(other) => {
            let got = rt.type_name(other);
            rt.type_error(if is_slot(method) {
                format!("descriptor '{method}' requires a '{class}' object but received a '{got}'")
            } else {
                format!("descriptor '{method}' for '{class}' objects doesn't apply to a '{got}' object")
            })
        }
    }
}

/// The class that `__new__` got first, which must be `base` or a subclass of it.
pub fn class<'a>(rt: &Runtime, args: &'a [Value], base: &Rc<Class>) -> Result<&'a Rc<Class>, Trap> {
    let name = base.name();
    match args.first() {
        Some(Value::Class(class)) if class.is_subclass(base) => Ok(class),
        Some(Value::Class(class)) => {
            let got = class.name();
            Err(rt.type_error(format!("{name}.__new__({got}): {got} is not a subtype of {name}")))
        }
        Some(other) => Err(rt.type_error(format!("{name}.__new__(X): X is not a type object ({})", rt.type_name(other)))),
        None => Err(rt.type_error(format!("{name}.__new__(): not enough arguments"))),
    }
}

/// An integer argument; none where it is left out. Where its `__index__` is the program's the prelude asks it, and calls the method again.
pub fn index(rt: &mut Runtime, args: &[Value], at: usize, method: &str) -> Result<Option<i64>, Trap> {
    let Some(value) = optional(args, at) else { return Ok(None) };
    match slice::integer(rt, value)? {
        None => Err(with_indices(rt, args, method)),
        known => Ok(known),
    }
}

/// The same for what C reads as an `int`.
pub fn c_int(rt: &mut Runtime, args: &[Value], at: usize, method: &str) -> Result<Option<i64>, Trap> {
    let Some(value) = optional(args, at) else { return Ok(None) };
    match slice::c_int(rt, value)? {
        None => Err(with_indices(rt, args, method)),
        known => Ok(known),
    }
}

/// The `start` and `stop` of a search among `length` items, as CPython clamps them: `start` may lie beyond the end.
pub fn bounds(rt: &mut Runtime, args: &[Value], at: usize, length: usize, method: &str) -> Result<(usize, usize), Trap> {
    let mut bound = |at: usize, default: usize| {
        let Some(value) = optional(args, at).filter(|value| !value.is_none()) else { return Ok(default) };
        match slice::index(value) {
            slice::Index::At(place) if place < 0 => Ok(size(place.saturating_add(length as i64).max(0))),
            slice::Index::At(place) => Ok(size(place)),
            slice::Index::Huge(negative) => Ok(if negative { 0 } else { usize::MAX }),
            slice::Index::AskProgram => Err(with_indices(rt, args, method)),
            slice::Index::Other => Err(rt.type_error("slice indices must be integers or None or have an __index__ method")),
        }
    };
    Ok((bound(at, 0)?, bound(at + 1, length)?.min(length)))
}

/// Has the prelude call the method again, with the arguments' `__index__` asked.
pub fn with_indices(rt: &mut Runtime, args: &[Value], method: &str) -> Trap {
    let class = rt.class_of(plain(&args[0]));
    let native = class.lookup(symbol_of(method)).unwrap_or(Value::None);
    let given = args.iter().map(|arg| if arg.is_unbound() { Value::None } else { arg.clone() }).collect();
    rt.prelude("call_with_indices", vec![native, Value::tuple(given)])
}

/// A string argument, for those functions that say `must be str, not int`.
pub fn text_argument<'a>(rt: &Runtime, args: &'a [Value], at: usize, what: &str) -> Result<&'a Rc<Str>, Trap> {
    match args.get(at).map(plain) {
        Some(Value::Str(string)) => Ok(string),
        _ => {
            let got = args.get(at).map_or_else(|| "None".into(), |value| argument_type(rt, value, what));
            let space = if what.is_empty() { "" } else { " " };
            Err(rt.type_error(format!("{what}{space}must be str, not {got}")))
        }
    }
}

/// A wrong argument's type, for messages: those that name the argument say None instead of its type.
fn argument_type(rt: &Runtime, value: &Value, what: &str) -> Rc<str> {
    if value.is_none() && !what.is_empty() { "None".into() } else { rt.type_name(value) }
}

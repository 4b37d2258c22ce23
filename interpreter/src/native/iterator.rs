//! The built-in iterators, and `reversed`.

use super::protocol::{class_argument, constructor, itself, method, wrong_receiver};
use crate::object::attribute;
use crate::object::iterator::IterState;
use crate::object::native::{Answer, Native};
use crate::object::operate::slice::integer;
use crate::object::operate::{gives_items, iter_next, iterate, overrides, plain};
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::symbol::names;
use crate::object::value::Value;

const ITER: Native = method("__iter__", "self, /", "Implement iter(self).", itself);
const NEXT: Native = method("__next__", "self, /", "Implement next(self).", next);
const LENGTH_HINT: Native = method("__length_hint__", "self, /", "Private method returning an estimate of len(list(it)).", length_hint);
const REDUCE: Native = method("__reduce__", "self, /", "Return state information for pickling.", reduce);
const SET_STATE: Native = method("__setstate__", "self, state, /", "Set state information for unpickling.", set_state);

/// What iterators over sequences have: they can go to a place by its number.
pub static OF_SEQUENCES: &[Native] = &[ITER, NEXT, LENGTH_HINT, REDUCE, SET_STATE];

/// What those over dicts and sets have.
pub static OF_TABLES: &[Native] = &[ITER, NEXT, LENGTH_HINT, REDUCE];

/// What those over ordered dicts have.
pub static OF_ORDERED: &[Native] = &[ITER, NEXT, REDUCE];

pub static REVERSED: &[Native] = &[constructor("cls, sequence, /", reversed), ITER, NEXT, LENGTH_HINT, REDUCE, SET_STATE];

fn next(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Some(Value::Iter(iter)) = args.first() else { return Err(wrong_receiver(rt, "iterator", args.first())) };
    match iter_next(rt, iter)? {
        Some(value) => Ok(value),
        None => Err(rt.stop_iteration(Value::None)),
    }
}

fn length_hint(rt: &mut Runtime, args: &[Value]) -> Answer {
    match args.first() {
        Some(Value::Iter(iter)) => Ok(iterate::length_hint(iter)),
        other => Err(wrong_receiver(rt, "iterator", other)),
    }
}

/// How to make the iterator again: what to call, with what, and the state to set.
fn reduce(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Some(Value::Iter(iter)) = args.first() else { return Err(wrong_receiver(rt, "iterator", args.first())) };
    let name = if iterate::is_reversed(iter) { "reversed" } else { "iter" };
    let function = rt.builtins.get(symbol_of(name)).unwrap_or(Value::None);
    let (source, state) = iterate::parts(rt, iter)?;
    let mut parts = vec![function, Value::tuple(vec![source])];
    parts.extend(state.map(Value::Int));
    Ok(Value::tuple(parts))
}

fn set_state(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Some(Value::Iter(iter)) = args.first() else { return Err(wrong_receiver(rt, "iterator", args.first())) };
    let is_number = matches!(plain(&args[1]), Value::Int(_) | Value::Big(_) | Value::True | Value::False);
    if !is_number && !matches!(&*iter.state.borrow(), IterState::Range { .. } | IterState::BigRange { .. }) {
        return Err(rt.type_error("an integer is required"));
    }
    match integer(rt, &args[1])? {
        Some(state) => iterate::set_state(iter, state)?,
        None => return Err(rt.prelude("set_state_with_index", args.to_vec())),
    }
    Ok(Value::None)
}

/// `reversed(sequence)`.
fn reversed(rt: &mut Runtime, args: &[Value]) -> Answer {
    class_argument(rt, args, "reversed")?;
    let sequence = &args[1];
    if overrides(sequence, names::REVERSED) {
        return match attribute::special(rt, sequence, names::REVERSED) {
            Some(method) if !method.is_none() => Err(rt.call(method, Vec::new())),
            _ => Err(not_reversible(rt, sequence)),
        };
    }
    // Lists and dicts have a `__reversed__` of their own, which asks no `__getitem__`.
    let has_own = matches!(plain(sequence), Value::List(_) | Value::Dict(_));
    let has_items = matches!(plain(sequence), Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_) | Value::Range(_));
    if overrides(sequence, names::LEN) && has_items && !plain(sequence).is(sequence) {
        return Err(rt.prelude("reversed_sequence", vec![sequence.clone()]));
    }
    if gives_items(sequence) && !has_own {
        if overrides(sequence, names::LEN) || !plain(sequence).is(sequence) {
            return Err(rt.prelude("reversed_sequence", vec![sequence.clone()]));
        }
        return Err(rt.type_error(format!("object of type '{}' has no len()", rt.type_name(sequence))));
    }
    match iterate::reversed(plain(sequence))? {
        Some(iter) => Ok(iter.into()),
        None if matches!(plain(sequence), Value::Bytes(_) | Value::ByteArray(_)) => {
            Err(rt.prelude("reversed_sequence", vec![sequence.clone()]))
        }
        None => Err(not_reversible(rt, sequence)),
    }
}

fn not_reversible(rt: &Runtime, value: &Value) -> crate::object::native::Trap {
    rt.type_error(format!("'{}' object is not reversible", rt.type_name(value)))
}

//! `range` and `slice`.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use super::protocol::{self as p, constructor, method, wrong_receiver};
use crate::object::iterator::{Range, Slice};
use crate::object::native::{Answer, Native, Trap};
use crate::object::operate::{plain, range, slice};
use crate::object::runtime::Runtime;
use crate::object::value::Value;

pub static RANGE: &[Native] = &[
    constructor("cls, /, *args", range_new),
    method("index", "self, value, /", "Return the place of value in the range.", range_index),
    method("count", "self, value, /", "Return number of occurrences of value.", range_count),
    p::LEN,
    p::ITER,
    method("__reversed__", "self, /", "Return a reverse iterator.", p::reversed),
    p::CONTAINS,
    p::GETITEM,
    p::EQ,
    p::NE,
    p::HASH,
    method("__bool__", "self, /", "True if self else False", range_bool),
    p::REPR,
    method("__reduce__", "self, /", "Return state information for pickling.", |rt, args| {
        let range = range_of(rt, args)?;
        let numbers = vec![range.start.clone(), range.stop.clone(), range.step.clone()];
        Ok(Value::tuple(vec![Value::Class(rt.classes.range.clone()), Value::tuple(numbers)]))
    }),
    Native::member("start", "The first number.", |rt, args| Ok(range_of(rt, args)?.start.clone())),
    Native::member("stop", "Where the range ends.", |rt, args| Ok(range_of(rt, args)?.stop.clone())),
    Native::member("step", "The distance of two numbers.", |rt, args| Ok(range_of(rt, args)?.step.clone())),
];

pub static SLICE: &[Native] = &[
    constructor("cls, /, *args", slice_new),
    method("indices", "self, length, /", "The start, stop and stride that the slice means for a sequence of this length.", slice_indices),
    p::EQ,
    p::NE,
    p::REPR,
    method("__reduce__", "self, /", "Return state information for pickling.", |rt, args| {
        let slice = slice_of(rt, args)?;
        let places = vec![slice.start.clone(), slice.stop.clone(), slice.step.clone()];
        Ok(Value::tuple(vec![Value::Class(rt.classes.slice.clone()), Value::tuple(places)]))
    }),
    Native::member("start", "Where the slice begins.", |rt, args| Ok(slice_of(rt, args)?.start.clone())),
    Native::member("stop", "Where the slice ends.", |rt, args| Ok(slice_of(rt, args)?.stop.clone())),
    Native::member("step", "Its stride.", |rt, args| Ok(slice_of(rt, args)?.step.clone())),
];

fn range_of<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Range>, Trap> {
    match args.first() {
        Some(Value::Range(range)) => Ok(range),
        other => Err(wrong_receiver(rt, "range", other)),
    }
}

fn slice_of<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Slice>, Trap> {
    match args.first() {
        Some(Value::Slice(slice)) => Ok(slice),
        other => Err(wrong_receiver(rt, "slice", other)),
    }
}

fn range_new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let given = &args[1..];
    let mut numbers: Vec<BigInt> = Vec::with_capacity(3);
    for value in given {
        match (plain(value).to_big(), slice::index(value)) {
            (Some(number), _) => numbers.push(number),
            (None, slice::Index::AskProgram) => return Err(rt.prelude("range_new", vec![args[0].clone(), Value::tuple(given.to_vec())])),
            _ => return Err(rt.type_error(format!("'{}' object cannot be interpreted as an integer", rt.type_name(value)))),
        }
    }
    let mut numbers = numbers.into_iter();
    match (numbers.next(), numbers.next(), numbers.next(), numbers.next()) {
        (None, ..) => Err(rt.type_error("range expected at least 1 argument, got 0")),
        (Some(stop), None, ..) => Ok(range::range(BigInt::zero(), stop, BigInt::one())?),
        (Some(start), Some(stop), None, _) => Ok(range::range(start, stop, BigInt::one())?),
        (Some(_), Some(_), Some(step), None) if step.is_zero() => Err(rt.value_error("range() arg 3 must not be zero")),
        (Some(start), Some(stop), Some(step), None) => Ok(range::range(start, stop, step)?),
        _ => Err(rt.type_error(format!("range expected at most 3 arguments, got {}", given.len()))),
    }
}

fn range_index(rt: &mut Runtime, args: &[Value]) -> Answer {
    let range = range_of(rt, args)?;
    let Some(number) = args[1].to_big() else { return Err(rt.prelude("range_index", args.to_vec())) };
    match range::position(range, &number)? {
        Some(position) => Ok(Value::big(position)),
        None => {
            let text = crate::object::repr::repr(rt, &args[1])?;
            Err(rt.value_error(format!("{text} is not in range")))
        }
    }
}

fn range_count(rt: &mut Runtime, args: &[Value]) -> Answer {
    let range = range_of(rt, args)?;
    let Some(number) = args[1].to_big() else { return Err(rt.prelude("range_count", args.to_vec())) };
    Ok(Value::Int(i64::from(range::position(range, &number)?.is_some())))
}

fn range_bool(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::bool(range_of(rt, args)?.length.is_positive()))
}

fn slice_new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let part = |at: usize| args.get(at).cloned().unwrap_or(Value::None);
    Ok(match args.len() {
        1 => return Err(rt.type_error("slice expected at least 1 argument, got 0")),
        2 => Slice::new(Value::None, part(1), Value::None),
        3 | 4 => Slice::new(part(1), part(2), part(3)),
        count => return Err(rt.type_error(format!("slice expected at most 3 arguments, got {}", count - 1))),
    }
    .into())
}

fn slice_indices(rt: &mut Runtime, args: &[Value]) -> Answer {
    let slice = slice_of(rt, args)?;
    let Some(length) = slice::integer(rt, &args[1])? else {
        return Err(rt.prelude("slice_indices", vec![args[0].clone(), args[1].clone()]));
    };
    if [&slice.start, &slice.stop, &slice.step].iter().any(|part| matches!(slice::index(part), slice::Index::Huge(_))) {
        return Err(rt.prelude("slice_indices", vec![args[0].clone(), args[1].clone()]));
    }
    if length < 0 {
        return Err(rt.value_error("length should not be negative"));
    }
    match slice::places(rt, slice, length)? {
        Some(places) => Ok(Value::tuple(vec![Value::Int(places.start), Value::Int(places.stop), Value::Int(places.step)])),
        None => Err(rt.prelude("slice_indices", vec![args[0].clone(), args[1].clone()])),
    }
}

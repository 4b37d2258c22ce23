//! `tuple`.

use std::rc::Rc;

use super::list::bounds;
use super::protocol::{self as p, constructor, method, wrap, wrong_receiver};
use super::receive;
use crate::object::list::Tuple;
use crate::object::native::{Answer, Native, Trap, optional};
use crate::object::operate::{plain, to_vec};
use crate::object::runtime::Runtime;
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    constructor("cls, iterable=(), /", new),
    method("index", "self, value, start=0, stop=9223372036854775807, /", "Return first index of value.", index),
    method("count", "self, value, /", "Return number of occurrences of value.", count),
    p::LEN,
    p::ITER,
    p::CONTAINS,
    p::GETITEM,
    p::ADD,
    p::MUL,
    p::RMUL,
    p::EQ,
    p::NE,
    p::LT,
    p::LE,
    p::GT,
    p::GE,
    p::HASH,
    p::REPR,
    method("__getnewargs__", "self, /", "Arguments for making the same tuple.", getnewargs),
    p::CLASS_GETITEM,
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Tuple>, Trap> {
    match args.first().map(plain) {
        Some(Value::Tuple(tuple)) => Ok(tuple),
        _ => Err(wrong_receiver(rt, "tuple", args.first())),
    }
}

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = receive::class(rt, args, &rt.classes.tuple)?;
    let items = match optional(args, 1) {
        None => Vec::new(),
        Some(whole @ Value::Tuple(_)) => return wrap(rt, class, whole.clone()),
        Some(iterable) => match to_vec(rt, iterable)? {
            Some(items) => items,
            None => return Err(rt.prelude("tuple_new", vec![args[0].clone(), iterable.clone()])),
        },
    };
    let tuple = rt.tuple(items);
    wrap(rt, class, tuple)
}

fn index(rt: &mut Runtime, args: &[Value]) -> Answer {
    let tuple = this(rt, args)?;
    let (start, stop) = bounds(rt, args, tuple.items.len())?;
    match p::position(rt, &tuple.items, &args[1], start, stop)? {
        Some(Some(at)) => Ok(Value::Int(at as i64)),
        Some(None) => Err(rt.value_error("tuple.index(x): x not in tuple")),
        None => Err(rt.prelude(
            "sequence_index",
            vec![Value::Tuple(tuple.clone()), args[1].clone(), Value::Int(start as i64), Value::Int(stop as i64)],
        )),
    }
}

fn count(rt: &mut Runtime, args: &[Value]) -> Answer {
    let tuple = this(rt, args)?;
    match p::occurrences(rt, &tuple.items, &args[1])? {
        Some(count) => Ok(Value::Int(count as i64)),
        None => Err(rt.prelude("sequence_count", vec![Value::Tuple(tuple.clone()), args[1].clone()])),
    }
}

fn getnewargs(rt: &mut Runtime, args: &[Value]) -> Answer {
    let tuple = this(rt, args)?;
    Ok(Value::tuple(vec![Value::Tuple(tuple.clone())]))
}

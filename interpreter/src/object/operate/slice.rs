//! Indices and slices.

use crate::limits::size;
use num_bigint::Sign;

use super::super::iterator::Slice;
use super::super::native::Trap;
use super::super::runtime::Runtime;
use super::super::symbol::names;
use super::super::value::Value;
use super::{overrides, plain};

/// What a subscript is.
pub enum Index {
    At(i64),
    /// An integer that fits no index; whether it is negative.
    Huge(bool),
    /// Only the program's `__index__` can tell.
    AskProgram,
    /// No index at all.
    Other,
}

/// Reads a value as an index.
#[inline]
pub fn index(value: &Value) -> Index {
    match value {
        Value::Int(i) => Index::At(*i),
        Value::True => Index::At(1),
        Value::False => Index::At(0),
        Value::Big(big) => Index::Huge(big.value.sign() == Sign::Minus),
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) => match plain(value) {
            number @ (Value::Int(_) | Value::Big(_) | Value::True | Value::False) => index(number),
            _ if overrides(value, names::INDEX) => Index::AskProgram,
            _ => Index::Other,
        },
        _ => Index::Other,
    }
}

/// An integer argument: none if the program's `__index__` must be asked. TypeError for anything else.
pub fn integer(rt: &Runtime, value: &Value) -> Result<Option<i64>, Trap> {
    match index(value) {
        Index::At(at) => Ok(Some(at)),
        Index::Huge(_) => Err(rt.overflow_error("Python int too large to convert to C ssize_t")),
        Index::AskProgram => Ok(None),
        Index::Other => Err(rt.type_error(format!("'{}' object cannot be interpreted as an integer", rt.type_name(value)))),
    }
}

/// The same for what C reads as an `int`.
pub fn c_int(rt: &Runtime, value: &Value) -> Result<Option<i64>, Trap> {
    match index(value) {
        Index::At(at) if i32::try_from(at).is_ok() => Ok(Some(at)),
        Index::At(_) | Index::Huge(_) => Err(rt.overflow_error("Python int too large to convert to C int")),
        _ => integer(rt, value),
    }
}

/// The place that `at` means in a sequence of `length` items.
#[inline]
pub fn place(at: i64, length: usize) -> Option<usize> {
    let at = if at < 0 { at + length as i64 } else { at };
    usize::try_from(at).ok().filter(|at| *at < length)
}

/// The places a slice means in a sequence: `start`, `start + step` …, `count` of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    pub count: usize,
}

impl Places {
    /// The same places, the first of the sequence first.
    pub fn ascending(self) -> Places {
        if self.step > 0 || self.count == 0 {
            return self;
        }
        let start = self.start + self.step * (self.count as i64 - 1);
        Places { start, stop: self.start + 1, step: -self.step, count: self.count }
    }

    /// The places in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |i| (self.start + i * self.step) as usize)
    }
}

/// A slice's places in a sequence of `length` items: none if a bound's `__index__` is the program's.
pub fn places(rt: &Runtime, slice: &Slice, length: i64) -> Result<Option<Places>, Trap> {
    let Some(step) = part(rt, &slice.step)? else { return Ok(None) };
    let step = step.unwrap_or(1).max(-i64::MAX);
    if step == 0 {
        return Err(rt.value_error("slice step cannot be zero"));
    }
    let (lowest, highest) = if step < 0 { (-1, length - 1) } else { (0, length) };
    let clamp = |at: i64| if at < 0 { at.saturating_add(length).max(lowest) } else { at.min(highest) };
    let Some(start) = part(rt, &slice.start)? else { return Ok(None) };
    let Some(stop) = part(rt, &slice.stop)? else { return Ok(None) };
    let start = start.map_or(if step < 0 { highest } else { lowest }, clamp);
    let stop = stop.map_or(if step < 0 { lowest } else { highest }, clamp);
    let span = if step < 0 { start - stop } else { stop - start };
    let count = if span <= 0 { 0 } else { (span - 1) / step.abs() + 1 };
    Ok(Some(Places { start, stop, step, count: size(count) }))
}

/// A bound of a slice: None where it is left out; an outer none if the program must be asked.
fn part(rt: &Runtime, value: &Value) -> Result<Option<Option<i64>>, Trap> {
    if value.is_none() {
        return Ok(Some(None));
    }
    match index(value) {
        Index::At(at) => Ok(Some(Some(at))),
        Index::Huge(negative) => Ok(Some(Some(if negative { i64::MIN } else { i64::MAX }))),
        Index::AskProgram => Ok(None),
        Index::Other => Err(rt.type_error("slice indices must be integers or None or have an __index__ method")),
    }
}

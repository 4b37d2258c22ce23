//! Indices and slices.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::super::heap::Header;
use super::super::iterator::{Range, Slice};
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
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) => {
            let inner = plain(value);
            if !inner.is(value) {
                return index(inner);
            }
            if overrides(value, names::INDEX) { Index::AskProgram } else { Index::Other }
        }
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

/// The place that `at` means in a sequence of `length` items.
#[inline]
pub fn place(at: i64, length: usize) -> Option<usize> {
    let at = if at < 0 { at + length as i64 } else { at };
    (at >= 0 && (at as usize) < length).then_some(at as usize)
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
    /// The places in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |i| (self.start + i * self.step) as usize)
    }
}

/// A slice's places in a sequence of `length` items: none if a bound's `__index__` is the program's.
pub fn places(rt: &Runtime, slice: &Slice, length: usize) -> Result<Option<Places>, Trap> {
    let length = length as i64;
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
    Ok(Some(Places { start, stop, step, count: count as usize }))
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

/// A range of these numbers.
pub fn range(start: BigInt, stop: BigInt, step: BigInt) -> Value {
    let span = if step.is_negative() { &start - &stop } else { &stop - &start };
    let length = if span.is_positive() { (span - 1u8) / step.abs() + 1u8 } else { BigInt::zero() };
    let (start, stop, step) = (Value::big(start), Value::big(stop), Value::big(step));
    Range { header: Header::new(crate::object::heap::object_bytes::<Range>()), start, stop, step, length }.into()
}

/// A range's start, stop and step.
pub fn range_parts(range: &Range) -> (BigInt, BigInt, BigInt) {
    let big = |value: &Value| value.to_big().unwrap_or_default();
    (big(&range.start), big(&range.stop), big(&range.step))
}

/// Where a number stands in a range.
pub fn range_position(range: &Range, number: &BigInt) -> Option<BigInt> {
    let (start, _, step) = range_parts(range);
    let (position, rest) = (number - start).div_rem(&step);
    (rest.is_zero() && !position.is_negative() && position < range.length).then_some(position)
}

/// The number at a place of a range; the place may count from the end.
pub fn range_item(range: &Range, at: &BigInt) -> Option<Value> {
    let at = if at.is_negative() { at + &range.length } else { at.clone() };
    if at.is_negative() || at >= range.length {
        return None;
    }
    let (start, _, step) = range_parts(range);
    Some(Value::big(start + at * step))
}

/// A slice of a range: a range again. None if a bound's `__index__` is the program's.
pub fn range_slice(rt: &Runtime, range_: &Range, slice: &Slice) -> Result<Option<Value>, Trap> {
    let bound = |value: &Value| -> Result<Option<Option<BigInt>>, Trap> {
        match index(value) {
            _ if value.is_none() => Ok(Some(None)),
            Index::AskProgram => Ok(None),
            Index::Other => Err(rt.type_error("slice indices must be integers or None or have an __index__ method")),
            _ => Ok(Some(plain(value).to_big())),
        }
    };
    let (Some(first), Some(last), Some(stride)) = (bound(&slice.start)?, bound(&slice.stop)?, bound(&slice.step)?) else { return Ok(None) };
    let stride = stride.unwrap_or_else(BigInt::one);
    if stride.is_zero() {
        return Err(rt.value_error("slice step cannot be zero"));
    }
    let length = &range_.length;
    let (lowest, highest) = if stride.is_negative() { (BigInt::from(-1), length - 1) } else { (BigInt::zero(), length.clone()) };
    let clamp = |at: BigInt| if at.is_negative() { (at + length).max(lowest.clone()) } else { at.min(highest.clone()) };
    let first = first.map_or_else(|| if stride.is_negative() { highest.clone() } else { lowest.clone() }, clamp);
    let last = last.map_or_else(|| if stride.is_negative() { lowest.clone() } else { highest.clone() }, clamp);
    let (start, _, step) = range_parts(range_);
    Ok(Some(range(&start + first * &step, &start + last * &step, stride * step)))
}

/// How many items a range has, where memory could hold them at all.
pub fn range_count(range: &Range) -> usize {
    range.length.to_usize().unwrap_or(usize::MAX)
}

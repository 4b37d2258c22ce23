//! Ranges: their length, their places, their numbers, which may be integers of any size. Next: [`super::slice`], for slices of other sequences.

use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::super::heap::{self, Header};
use super::super::iterator::{IterState, Range, Slice};
use super::super::native::{Stop, Trap};
use super::super::runtime::Runtime;
use super::super::value::Value;
use super::number::big;
use super::plain;
use super::slice::{self, Index};
use crate::object::fuel;

/// A range of these numbers.
pub fn range(start: BigInt, stop: BigInt, step: BigInt) -> Result<Value, Stop> {
    let span = if step.is_negative() { &start - &stop } else { &stop - &start };
    let length = if span.is_positive() { big::div_mod_floor(&(span - 1u8), &step.abs())?.0 + 1u8 } else { BigInt::zero() };
    let (start, stop, step) = (Value::big(start), Value::big(stop), Value::big(step));
    Ok(Range { header: Header::new(heap::object_bytes::<Range>()), start, stop, step, length }.into())
}

/// An iterator's state at the beginning of a range, or at its end.
pub fn begin(range: &Range, reversed: bool) -> Result<IterState, Stop> {
    if let Some(state) = begin_small(range, reversed) {
        return Ok(state);
    }
    let (start, _, step) = parts(range);
    let left = range.length.clone();
    if !reversed {
        return Ok(IterState::BigRange { next: start, step, left });
    }
    Ok(IterState::BigRange { next: start + big::multiply(&(&left - 1u8), &step)?, step: -step, left })
}

/// The same where all numbers are small.
fn begin_small(range: &Range, reversed: bool) -> Option<IterState> {
    let (Value::Int(start), Value::Int(step)) = (&range.start, &range.step) else { return None };
    let left = range.length.to_u64()?;
    let after = start.checked_add(step.checked_mul(i64::try_from(left).ok()?)?)?;
    Some(if reversed {
        IterState::Range { next: after - step, step: step.checked_neg()?, left, length: left }
    } else {
        IterState::Range { next: *start, step: *step, left, length: left }
    })
}

/// Where a number stands in a range.
pub fn position(range: &Range, number: &BigInt) -> Result<Option<BigInt>, Stop> {
    let (start, _, step) = parts(range);
    let (position, rest) = big::div_mod_floor(&(number - start), &step)?;
    Ok((rest.is_zero() && !position.is_negative() && position < range.length).then_some(position))
}

/// The number at a place of a range; the place may count from the end.
pub fn item(range: &Range, at: &BigInt) -> Result<Option<Value>, Stop> {
    fuel::burn((at.bits() + range.length.bits()) / 256)?;
    let at = if at.is_negative() { at + &range.length } else { at.clone() };
    if at.is_negative() || at >= range.length {
        return Ok(None);
    }
    let (start, _, step) = parts(range);
    Ok(Some(Value::big(start + big::multiply(&at, &step)?)))
}

/// A slice of a range: a range again. None if a bound's `__index__` is the program's.
pub fn slice(rt: &Runtime, sliced: &Range, slice: &Slice) -> Result<Option<Value>, Trap> {
    let bound = |value: &Value| -> Result<Option<Option<BigInt>>, Trap> {
        match slice::index(value) {
            _ if value.is_none() => Ok(Some(None)),
            Index::AskProgram => Ok(None),
            Index::Other => Err(rt.type_error("slice indices must be integers or None or have an __index__ method")),
            _ => Ok(Some(plain(value).to_big())),
        }
    };
    let Some(stride) = bound(&slice.step)? else { return Ok(None) };
    let Some(first) = bound(&slice.start)? else { return Ok(None) };
    let Some(last) = bound(&slice.stop)? else { return Ok(None) };
    let stride = stride.unwrap_or_else(BigInt::one);
    if stride.is_zero() {
        return Err(rt.value_error("slice step cannot be zero"));
    }
    let length = &sliced.length;
    let (lowest, highest) = if stride.is_negative() { (BigInt::from(-1), length - 1) } else { (BigInt::zero(), length.clone()) };
    let clamp = |at: BigInt| if at.is_negative() { (at + length).max(lowest.clone()) } else { at.min(highest.clone()) };
    let first = first.map_or_else(|| if stride.is_negative() { highest.clone() } else { lowest.clone() }, clamp);
    let last = last.map_or_else(|| if stride.is_negative() { lowest.clone() } else { highest.clone() }, clamp);
    let (start, _, step) = parts(sliced);
    let at = |place: &BigInt| -> Result<BigInt, Stop> { Ok(&start + big::multiply(place, &step)?) };
    Ok(Some(range(at(&first)?, at(&last)?, big::multiply(&stride, &step)?)?))
}

/// A range's start, stop and step. They may be long: copying them is burned for.
fn parts(range: &Range) -> (BigInt, BigInt, BigInt) {
    let number = |value: &Value| {
        let number = value.to_big().unwrap_or_default();
        fuel::note(number.bits() / 512);
        number
    };
    (number(&range.start), number(&range.stop), number(&range.step))
}

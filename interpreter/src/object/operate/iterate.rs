//! Iteration over what calls nothing of the program's.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::Zero;

use super::super::attribute;
use super::super::dict::Dict;
use super::super::generator::GeneratorKind;
use super::super::iterator::{Iter, IterState, ViewKind};
use super::super::native::{Answer, Stop, Trap};
use super::super::runtime::{Runtime, symbol_of};
use super::super::set::Set;
use super::super::string::Str;
use super::super::symbol::names;
use super::super::value::Value;
use super::{gives_items, overrides, plain, range};
use crate::limits::size;
use crate::object::{fill, fuel};

/// `iter(value)`.
pub fn get_iter(rt: &mut Runtime, value: &Value) -> Answer {
    match value {
        Value::Iter(_) => return Ok(value.clone()),
        Value::Generator(generator) if generator.kind == GeneratorKind::Generator => return Ok(value.clone()),
        Value::CoroutineWrapper(_) | Value::AsyncStep(_) => return Ok(value.clone()),
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) => return iter_of_object(rt, value),
        _ => {}
    }
    match begin(value)? {
        Some(state) => Ok(Iter::new(state).into()),
        None => Err(not_iterable(rt, value)),
    }
}

/// `iter` of the built-in value inside of an object, whatever its class defines.
pub fn iter_inside(rt: &mut Runtime, value: &Value) -> Answer {
    match begin_inside(value)? {
        Some(state) => Ok(Iter::new(state).into()),
        None => get_iter(rt, plain(value)),
    }
}

fn begin_inside(value: &Value) -> Result<Option<IterState>, Stop> {
    let mut state = begin(plain(value))?;
    if let Some(IterState::Str { in_subclass, .. }) = &mut state {
        *in_subclass = !plain(value).is(value);
    }
    Ok(state)
}

/// The TypeError of what can't be iterated.
pub fn not_iterable(rt: &Runtime, value: &Value) -> Trap {
    rt.type_error(format!("'{}' object is not iterable", rt.type_name(value)))
}

fn iter_of_object(rt: &mut Runtime, value: &Value) -> Answer {
    if overrides(value, names::ITER) {
        return Err(rt.prelude("iter_of", vec![value.clone()]));
    }
    if let Some(state) = begin_inside(value)? {
        return Ok(Iter::new(state).into());
    }
    if gives_items(value) {
        return Err(rt.prelude("sequence_iterator", vec![value.clone()]));
    }
    Err(not_iterable(rt, value))
}

/// The state of a new iterator over a built-in container; none for what is none.
fn begin(value: &Value) -> Result<Option<IterState>, Stop> {
    Ok(Some(match value {
        Value::List(list) => IterState::List { list: list.clone(), at: 0 },
        Value::Tuple(tuple) => IterState::Tuple { tuple: tuple.clone(), at: 0 },
        Value::Range(range) => range::begin(range, false)?,
        Value::Str(string) => IterState::Str { string: string.clone(), at: 0, in_subclass: false },
        Value::Bytes(bytes) => IterState::Bytes { bytes: bytes.clone(), at: 0 },
        Value::ByteArray(bytes) => IterState::ByteArray { bytes: bytes.clone(), at: 0 },
        Value::Dict(dict) => over_dict(dict, ViewKind::Keys),
        Value::View(view) => over_dict(&view.dict, view.kind),
        Value::Set(set) => IterState::Set { set: set.clone(), at: 0, length: set.len() },
        _ => return Ok(None),
    }))
}

fn over_dict(dict: &Rc<Dict>, kind: ViewKind) -> IterState {
    IterState::Dict { dict: dict.clone(), kind, at: 0, length: dict.stamp(), left: dict.len() }
}

/// `reversed(value)` of a built-in container; none for what has no order.
pub fn reversed(value: &Value) -> Result<Option<Iter>, Stop> {
    let over_dict = |dict: &Rc<Dict>, kind| IterState::DictReversed { dict: dict.clone(), kind, end: usize::MAX, length: dict.stamp() };
    Ok(Some(Iter::new(match value {
        Value::List(list) => IterState::ListReversed { list: list.clone(), at: list.len() },
        Value::Tuple(tuple) => IterState::TupleReversed { tuple: tuple.clone(), at: tuple.items.len() },
        Value::Range(range) => range::begin(range, true)?,
        Value::Str(string) => IterState::StrReversed { string: string.clone(), end: string.text.len() },
        Value::Dict(dict) => over_dict(dict, ViewKind::Keys),
        Value::View(view) => over_dict(&view.dict, view.kind),
        _ => return Ok(None),
    })))
}

/// The next value; none at the end, and ever after.
#[inline]
pub fn iter_next(rt: &mut Runtime, iter: &Iter) -> Result<Option<Value>, Trap> {
    let mut state = iter.state.borrow_mut();
    let next = advance(rt, &mut state)?;
    if next.is_none() && !matches!(*state, IterState::Done(_)) {
        let kind = state.kind();
        let ended = std::mem::replace(&mut *state, IterState::Done(kind));
        drop(state);
        drop(ended);
    }
    Ok(next)
}

#[inline]
fn advance(rt: &mut Runtime, state: &mut IterState) -> Result<Option<Value>, Trap> {
    Ok(match state {
        IterState::List { list, at } => {
            let item = list.items().get(*at).map(Value::copy);
            *at += 1;
            item
        }
        IterState::Range { next, step, left, .. } => {
            if *left == 0 {
                return Ok(None);
            }
            let value = *next;
            *left -= 1;
            *next = next.wrapping_add(*step);
            Some(Value::Int(value))
        }
        IterState::Tuple { tuple, at } => {
            *at += 1;
            tuple.items.get(*at - 1).map(Value::copy)
        }
        IterState::Dict { dict, kind, at, length, left } => {
            if dict.stamp() != *length {
                // So that it says so again, and not "end".
                *length = usize::MAX;
                return Err(rt.runtime_error(changed(dict)));
            }
            let kind = *kind;
            let found = dict.look_from(*at, |key, value| item_of(kind, key, value));
            match found {
                Some(_) if *left == 0 => return Err(rt.runtime_error("dictionary keys changed during iteration")),
                Some((place, item)) => {
                    *at = place + 1;
                    *left -= 1;
                    Some(item)
                }
                None => None,
            }
        }
        other => return advance_rarer(rt, other),
    })
}

fn item_of(kind: ViewKind, key: &Value, value: &Value) -> Value {
    match kind {
        ViewKind::Keys | ViewKind::Proxy => key.copy(),
        ViewKind::Values => value.copy(),
        ViewKind::Items => Value::tuple(vec![key.copy(), value.copy()]),
    }
}

fn advance_rarer(rt: &mut Runtime, state: &mut IterState) -> Result<Option<Value>, Trap> {
    Ok(match state {
        IterState::ListReversed { list, at } => {
            let items = list.items();
            if *at == 0 || *at > items.len() {
                return Ok(None);
            }
            *at -= 1;
            Some(items[*at].copy())
        }
        IterState::TupleReversed { tuple, at } => at.checked_sub(1).map(|before| {
            *at = before;
            tuple.items[before].copy()
        }),
        IterState::BigRange { next, step, left } => {
            if left.is_zero() {
                return Ok(None);
            }
            fuel::burn((next.bits() + step.bits() + left.bits()) / 256)?;
            *left -= 1;
            let following = &*next + &*step;
            Some(Value::big(std::mem::replace(next, following)))
        }
        IterState::Str { string, at, .. } => string.text[*at..].chars().next().map(|c| {
            *at += c.len_utf8();
            rt.char(c)
        }),
        IterState::StrReversed { string, end } => string.text[..*end].chars().next_back().map(|c| {
            *end -= c.len_utf8();
            rt.char(c)
        }),
        IterState::Bytes { bytes, at } => {
            *at += 1;
            bytes.data.get(*at - 1).map(|byte| Value::Int(i64::from(*byte)))
        }
        IterState::ByteArray { bytes, at } => {
            *at += 1;
            bytes.data().get(*at - 1).map(|byte| Value::Int(i64::from(*byte)))
        }
        IterState::DictReversed { dict, kind, end, length } => {
            if dict.stamp() != *length {
                *length = usize::MAX;
                return Err(rt.runtime_error(changed(dict)));
            }
            dict.entry_before(*end).map(|(place, entry)| {
                *end = place;
                item_of(*kind, &entry.key, &entry.value)
            })
        }
        IterState::Set { set, at, length } => {
            if set.len() != *length {
                *length = usize::MAX;
                return Err(rt.runtime_error("Set changed size during iteration"));
            }
            set.entry_from(*at).map(|(place, _, key)| {
                *at = place + 1;
                key
            })
        }
        _ => None,
    })
}

/// Whether it goes from the end to the beginning.
pub fn is_reversed(iter: &Iter) -> bool {
    let state = iter.state.borrow();
    matches!(&*state, IterState::ListReversed { .. } | IterState::TupleReversed { .. } | IterState::StrReversed { .. })
}

/// What the iterator goes through, and its place there; where places have no number, a list of what is still to come.
pub fn parts(rt: &mut Runtime, iter: &Iter) -> Result<(Value, Option<i64>), Trap> {
    let state = iter.state.borrow();
    Ok(match &*state {
        IterState::Done(_) => (Value::list(Vec::new()), None),
        IterState::List { list, at } => (Value::List(list.clone()), Some(*at as i64)),
        IterState::ListReversed { list, at } => (Value::List(list.clone()), Some(*at as i64 - 1)),
        IterState::Tuple { tuple, at } => (Value::Tuple(tuple.clone()), Some(*at as i64)),
        IterState::TupleReversed { tuple, at } => (Value::Tuple(tuple.clone()), Some(*at as i64 - 1)),
        IterState::Str { string, at, .. } => {
            (Value::Str(string.clone()), Some((string.chars - count_chars(string, &string.text[*at..])) as i64))
        }
        IterState::StrReversed { string, end } => (Value::Str(string.clone()), Some(count_chars(string, &string.text[..*end]) as i64 - 1)),
        IterState::Bytes { bytes, at } => (Value::Bytes(bytes.clone()), Some(*at as i64)),
        IterState::ByteArray { bytes, at } => (Value::ByteArray(bytes.clone()), Some(*at as i64)),
        IterState::Range { next, step, left, length } => {
            let (gone, step) = (*length - *left, BigInt::from(*step));
            let start = BigInt::from(*next) - &step * BigInt::from(gone);
            (range::range(start.clone(), start + &step * BigInt::from(*length), step)?, Some(gone as i64))
        }
        IterState::BigRange { next, step, left } => {
            (range::range(next.clone(), next + super::number::big::multiply(step, left)?, step.clone())?, Some(0))
        }
        rest => {
            rt.reserve(left(iter).saturating_mul(size_of::<Value>()))?;
            (Value::list(rest_of(rest)?), None)
        }
    })
}

/// What is still to come of an iterator over a dict or a set, or of one that keeps its values.
fn rest_of(state: &IterState) -> Result<Vec<Value>, Stop> {
    let (mut next, mut end) = (0, usize::MAX);
    match state {
        IterState::Dict { dict, kind, at, .. } => fill::collect(std::iter::from_fn(|| {
            let (place, item) = dict.look_from(next.max(*at), |key, value| item_of(*kind, key, value))?;
            next = place + 1;
            Some(item)
        })),
        IterState::DictReversed { dict, kind, end: first, .. } => fill::collect(std::iter::from_fn(|| {
            let (place, entry) = dict.entry_before(end.min(*first))?;
            end = place;
            Some(item_of(*kind, &entry.key, &entry.value))
        })),
        IterState::Set { set, at, .. } => fill::collect(std::iter::from_fn(|| {
            let (place, _, key) = set.entry_from(next.max(*at))?;
            next = place + 1;
            Some(key)
        })),
        _ => Ok(Vec::new()),
    }
}

/// Goes to a place of what the iterator goes through; one that has ended stays so.
pub fn set_state(iter: &Iter, place: i64) -> Result<(), Stop> {
    let mut state = iter.state.borrow_mut();
    let within = |length: usize| size(place.max(0)).min(length);
    let before = |length: usize| size(place.saturating_add(1).max(0)).min(length);
    let byte = |text: &str, place: usize| {
        fuel::note(place as u64 / 8);
        text.char_indices().nth(place).map_or(text.len(), |(at, _)| at)
    };
    match &mut *state {
        IterState::List { list, at } => *at = within(list.len()),
        IterState::ListReversed { list, at } => *at = before(list.len()),
        IterState::Tuple { tuple, at } => *at = within(tuple.items.len()),
        IterState::TupleReversed { tuple, at } => *at = before(tuple.items.len()),
        IterState::Str { string, at, .. } => *at = byte(&string.text, within(string.chars)),
        IterState::StrReversed { string, end } => *end = byte(&string.text, before(string.chars)),
        IterState::Bytes { bytes, at } => *at = within(bytes.data.len()),
        IterState::ByteArray { bytes, at } => *at = within(bytes.data().len()),
        IterState::Range { next, step, left, length } => {
            let still_left = *length - u64::try_from(place).unwrap_or(0).min(*length);
            *next = next.wrapping_add(step.wrapping_mul(left.wrapping_sub(still_left) as i64));
            *left = still_left;
        }
        _ => {}
    }
    Ok(())
}

/// What an iterator says whose dict has changed.
fn changed(dict: &Dict) -> &'static str {
    if dict.ordered.get() { "OrderedDict mutated during iteration" } else { "dictionary changed size during iteration" }
}

/// How many values are still to come, as `__length_hint__` tells it: of a range, more than any list may have.
pub fn length_hint(iter: &Iter) -> Value {
    match &*iter.state.borrow() {
        IterState::Range { left, .. } => Value::big(BigInt::from(*left)),
        IterState::BigRange { left, .. } => Value::big(left.clone()),
        IterState::Set { set, length, .. } if set.len() != *length => Value::Int(0),
        IterState::Dict { dict, length, .. } | IterState::DictReversed { dict, length, .. } if dict.stamp() != *length => Value::Int(0),
        _ => Value::Int(left(iter) as i64),
    }
}

/// The same as the size of a list to come.
pub fn left(iter: &Iter) -> usize {
    match &*iter.state.borrow() {
        IterState::Done(_) => 0,
        IterState::List { list, at } => list.len().saturating_sub(*at),
        IterState::ListReversed { at, .. } | IterState::TupleReversed { at, .. } => *at,
        IterState::Tuple { tuple, at } => tuple.items.len().saturating_sub(*at),
        IterState::Range { left, .. } => size(*left),
        IterState::BigRange { left, .. } => size(left),
        IterState::Str { string, at: 0, .. } => string.chars,
        IterState::Str { string, at, .. } => count_chars(string, &string.text[*at..]),
        IterState::StrReversed { string, end } => count_chars(string, &string.text[..*end]),
        IterState::Bytes { bytes, at } => bytes.data.len().saturating_sub(*at),
        IterState::ByteArray { bytes, at } => bytes.data().len().saturating_sub(*at),
        IterState::Dict { dict, at, .. } => dict.count_from(*at),
        IterState::DictReversed { dict, end, .. } => dict.len() - dict.count_from(*end),
        IterState::Set { set, at, .. } => set.count_from(*at),
    }
}

/// The characters of a part of a string.
fn count_chars(string: &Str, part: &str) -> usize {
    if string.is_ascii() {
        return part.len();
    }
    fuel::note_copy(part.len());
    part.chars().count()
}

/// All values of an iterable that calls nothing of the program's (an iterator is used up); none for one that may. TypeError where it
/// is no iterable.
pub fn to_vec(rt: &mut Runtime, value: &Value) -> Result<Option<Vec<Value>>, Trap> {
    const ITEM: usize = size_of::<Value>();
    let items: Vec<Value> = match value {
        Value::List(list) => {
            rt.reserve(list.len() * ITEM)?;
            fill::copy(&list.items())?
        }
        Value::Tuple(tuple) => {
            rt.reserve(tuple.items.len() * ITEM)?;
            fill::copy(&tuple.items)?
        }
        Value::Set(set) => {
            rt.reserve(set.len() * ITEM)?;
            keys_of_set(set)?
        }
        Value::Iter(iter) => {
            rt.reserve(left(iter).saturating_mul(ITEM))?;
            let mut items = Vec::with_capacity(left(iter));
            while let Some(item) = iter_next(rt, iter)? {
                items.push(item);
                fuel::burn(2)?;
            }
            items
        }
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) => {
            let asks_length = || overrides(value, names::LEN) || overrides(value, symbol_of("__length_hint__"));
            if overrides(value, names::ITER) {
                return Ok(None);
            }
            if begin(plain(value))?.is_some() {
                return if asks_length() { Ok(None) } else { to_vec(rt, plain(value)) };
            }
            if gives_items(value) {
                return Ok(None);
            }
            return Err(not_iterable(rt, value));
        }
        Value::Generator(_) | Value::CoroutineWrapper(_) | Value::AsyncStep(_) => {
            return if attribute::special(rt, value, names::ITER).is_some_and(|method| !method.is_none()) {
                Ok(None)
            } else {
                Err(not_iterable(rt, value))
            };
        }
        _ => {
            let Some(state) = begin(value)? else { return Err(not_iterable(rt, value)) };
            return to_vec(rt, &Iter::new(state).into());
        }
    };
    fuel::burn(items.len() as u64 / 2)?;
    Ok(Some(items))
}

/// The same for what C takes by its function for any sequence: other words for what can't be iterated over, and only the iterator is
/// asked how much there is to come, not the iterable.
pub fn as_sequence(rt: &mut Runtime, value: &Value, complaint: &'static str) -> Result<Option<Vec<Value>>, Trap> {
    let own_iterator = overrides(value, names::ITER) || begin(plain(value))?.is_none() && gives_items(value);
    if own_iterator {
        return Ok(None);
    }
    match to_vec(rt, if begin(plain(value))?.is_some() { plain(value) } else { value }) {
        Err(Trap::Raise(error)) if error.is(&rt.classes.type_error) && !is_iterator(value) => Err(rt.type_error(complaint)),
        items => items,
    }
}

/// Whether it can be iterated over, or a method of the program's says so.
pub fn can_iterate(value: &Value) -> bool {
    is_iterator(value) || overrides(value, names::ITER) || gives_items(value) || matches!(begin(plain(value)), Ok(Some(_)))
}

fn is_iterator(value: &Value) -> bool {
    match value {
        Value::Generator(generator) => generator.kind == GeneratorKind::Generator,
        other => matches!(other, Value::Iter(_) | Value::CoroutineWrapper(_) | Value::AsyncStep(_)),
    }
}

fn keys_of_set(set: &Set) -> Result<Vec<Value>, Stop> {
    let mut at = 0;
    let key = || {
        let (slot, _, key) = set.entry_from(at)?;
        at = slot + 1;
        Some(key)
    };
    fill::collect(std::iter::from_fn(key))
}

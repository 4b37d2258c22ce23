//! Sorting values whose order calls nothing of the program's: stable, as CPython's. A merge sort, which looks at the fuel as it goes.

use std::cmp::Ordering;

use crate::object::native::Trap;
use crate::object::operate::compare::{self, Verdict};
use crate::object::runtime::Runtime;
use crate::object::value::Value;
use crate::object::{fill, fuel};
use stillframe_front::bytecode::op::Compare;

/// The runs that are sorted by insertion before merging begins.
const RUN: usize = 32;

/// The runs of keys of one kind, which are sorted in one go.
const RUN_OF_ALIKE: usize = 1024;

/// Bytes of a key that is compared in no time.
const SHORT: usize = 256;

/// The values in order; none if the program must be asked.
pub fn sorted(rt: &mut Runtime, values: Vec<Value>, reverse: bool) -> Result<Option<Vec<Value>>, Trap> {
    let places = match order(rt, &values, reverse)? {
        Some(places) => places,
        None => return Ok(None),
    };
    let mut values = values;
    Ok(Some(fill::collect(places.into_iter().map(|at| values[at as usize].take()))?))
}

/// The places of the keys in their order; none if the program must be asked.
pub fn order(rt: &mut Runtime, keys: &[Value], reverse: bool) -> Result<Option<Vec<u32>>, Trap> {
    rt.reserve(keys.len() * 8)?;
    fuel::burn_values(keys.len())?;
    let mut places: Vec<u32> = (0..keys.len() as u32).collect();
    if reverse {
        places.reverse();
    }
    if !sort_places(rt, keys, &mut places)? {
        return Ok(None);
    }
    if reverse {
        places.reverse();
    }
    Ok(Some(places))
}

/// Sorts the places by their keys; false if the program must be asked. Keys that are all small integers, all strings or all floats (but NaN)
/// are compared in the shortest way.
fn sort_places(rt: &mut Runtime, keys: &[Value], places: &mut Vec<u32>) -> Result<bool, Trap> {
    if keys.iter().all(|key| matches!(key, Value::Int(_))) {
        let number = |at: u32| if let Value::Int(i) = keys[at as usize] { i } else { 0 };
        return sort_alike(places, |_| 0, |a, b| number(a).cmp(&number(b)));
    }
    if keys.iter().all(|key| matches!(key, Value::Str(_))) {
        let text = |at: u32| keys[at as usize].as_str().unwrap_or_default();
        return sort_alike(places, |at| text(at).len(), |a, b| text(a).cmp(text(b)));
    }
    if keys.iter().all(|key| matches!(key, Value::Float(bits) if !f64::from_bits(*bits).is_nan())) {
        let number = |at: u32| if let Value::Float(bits) = keys[at as usize] { f64::from_bits(bits) } else { 0.0 };
        return sort_alike(places, |_| 0, |a, b| number(a).partial_cmp(&number(b)).unwrap_or(Ordering::Equal));
    }
    sort_any(places, |a, b| less(rt, &keys[a as usize], &keys[b as usize]))
}

/// Sorts by an order that can't fail, and whose comparing takes as long as the keys have bytes.
fn sort_alike(places: &mut Vec<u32>, bytes: impl Fn(u32) -> usize, order: impl Fn(u32, u32) -> Ordering) -> Result<bool, Trap> {
    let less = |a, b| {
        fuel::burn_copy(bytes(a).min(bytes(b)))?;
        Ok(Some(order(a, b) == Ordering::Less))
    };
    if sorted_prefix(places, &mut { less })? == Some(places.len()) {
        return Ok(true);
    }
    if places.iter().any(|at| bytes(*at) > SHORT) {
        return sort_any(places, less);
    }
    for run in places.chunks_mut(RUN_OF_ALIKE) {
        fuel::burn(run.len() as u64 * u64::from(RUN_OF_ALIKE.ilog2()))?;
        run.sort_by(|a, b| order(*a, *b));
    }
    merge(places, RUN_OF_ALIKE, less)
}

/// Sorts by `<` alone; false if the program must be asked.
fn sort_any(places: &mut Vec<u32>, less: impl FnMut(u32, u32) -> Result<Option<bool>, Trap>) -> Result<bool, Trap> {
    let mut less = less;
    let Some(sorted) = sorted_prefix(places, &mut less)? else { return Ok(false) };
    if sorted == places.len() {
        return Ok(true);
    }
    for run in places.chunks_mut(RUN) {
        if !insert(run, &mut less)? {
            return Ok(false);
        }
    }
    merge(places, RUN, less)
}

/// Sorts a short run: each is inserted behind all that are not greater.
fn insert(run: &mut [u32], less: &mut impl FnMut(u32, u32) -> Result<Option<bool>, Trap>) -> Result<bool, Trap> {
    for at in 1..run.len() {
        let item = run[at];
        let (mut low, mut high) = (0, at);
        while low < high {
            let middle = (low + high) / 2;
            fuel::burn(1)?;
            match less(item, run[middle])? {
                Some(true) => high = middle,
                Some(false) => low = middle + 1,
                None => return Ok(false),
            }
        }
        run[low..=at].rotate_right(1);
    }
    Ok(true)
}

/// Merges sorted runs of this width, two and two, until there is one.
fn merge(places: &mut Vec<u32>, width: usize, less: impl FnMut(u32, u32) -> Result<Option<bool>, Trap>) -> Result<bool, Trap> {
    let count = places.len();
    let (mut less, mut width) = (less, width);
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for start in (0..count).step_by(width * 2) {
            let (middle, end) = ((start + width).min(count), (start + width * 2).min(count));
            let (mut left, mut right) = (start, middle);
            while left < middle && right < end {
                fuel::burn(1)?;
                match less(places[right], places[left])? {
                    Some(true) => {
                        merged.push(places[right]);
                        right += 1;
                    }
                    Some(false) => {
                        merged.push(places[left]);
                        left += 1;
                    }
                    None => return Ok(false),
                }
            }
            fill::append(&mut merged, &places[left..middle])?;
            fill::append(&mut merged, &places[right..end])?;
        }
        *places = merged;
        width *= 2;
    }
    Ok(true)
}

/// How many are in order from the front: neighbours are compared first, as CPython does, so that its errors name the same types.
fn sorted_prefix(places: &[u32], less: &mut impl FnMut(u32, u32) -> Result<Option<bool>, Trap>) -> Result<Option<usize>, Trap> {
    for at in 1..places.len() {
        fuel::burn(1)?;
        match less(places[at], places[at - 1])? {
            Some(false) => {}
            Some(true) => return Ok(Some(at)),
            None => return Ok(None),
        }
    }
    Ok(Some(places.len()))
}

/// `a < b`; none if the program must be asked.
pub fn less(rt: &mut Runtime, a: &Value, b: &Value) -> Result<Option<bool>, Trap> {
    match compare::verdict(rt, Compare::Lt, a, b)? {
        Verdict::Known(less) => Ok(Some(less)),
        Verdict::AskProgram => Ok(None),
        Verdict::NotImplemented => Err(compare::not_supported(rt, Compare::Lt, a, b)),
    }
}

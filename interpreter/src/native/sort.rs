//! Sorting values whose order calls nothing of the program's: stable, as CPython's.

use std::cmp::Ordering;

use crate::bytecode::op::Compare;
use crate::object::fuel;
use crate::object::native::Trap;
use crate::object::operate::compare::{self, Verdict};
use crate::object::runtime::Runtime;
use crate::object::value::Value;

/// The runs that are sorted by insertion before merging begins.
const RUN: usize = 32;

/// The values in order; none if the program must be asked.
pub fn sorted(rt: &mut Runtime, values: Vec<Value>, reverse: bool) -> Result<Option<Vec<Value>>, Trap> {
    let places = match order(rt, &values, reverse)? {
        Some(places) => places,
        None => return Ok(None),
    };
    let mut values = values;
    Ok(Some(places.into_iter().map(|at| values[at as usize].take()).collect()))
}

/// The places of the keys in their order; none if the program must be asked.
pub fn order(rt: &mut Runtime, keys: &[Value], reverse: bool) -> Result<Option<Vec<u32>>, Trap> {
    rt.reserve(keys.len() * 8)?;
    fuel::burn(keys.len() as u64 * u64::from(keys.len().max(2).ilog2()))?;
    let mut places: Vec<u32> = (0..keys.len() as u32).collect();
    if reverse {
        places.reverse();
    }
    if !sort_alike(keys, &mut places) && !sort_any(rt, keys, &mut places)? {
        return Ok(None);
    }
    if reverse {
        places.reverse();
    }
    Ok(Some(places))
}

/// Sorts keys that are all small integers, all strings or all floats (but NaN); false where they are not.
fn sort_alike(keys: &[Value], places: &mut [u32]) -> bool {
    if keys.iter().all(|key| matches!(key, Value::Int(_))) {
        places.sort_by_key(|at| if let Value::Int(i) = keys[*at as usize] { i } else { 0 });
        return true;
    }
    if keys.iter().all(|key| matches!(key, Value::Str(_))) {
        places.sort_by(|a, b| {
            let (a, b) = (keys[*a as usize].as_str().unwrap_or_default(), keys[*b as usize].as_str().unwrap_or_default());
            fuel::note_copy(a.len().min(b.len()));
            a.cmp(b)
        });
        return true;
    }
    if keys.iter().all(|key| matches!(key, Value::Float(bits) if !f64::from_bits(*bits).is_nan())) {
        places.sort_by(|a, b| compare::order_numbers(&keys[*a as usize], &keys[*b as usize]).unwrap_or(Ordering::Equal));
        return true;
    }
    false
}

/// Merge sort, by `<` alone; false if the program must be asked.
fn sort_any(rt: &mut Runtime, keys: &[Value], places: &mut Vec<u32>) -> Result<bool, Trap> {
    let count = places.len();
    let Some(sorted) = sorted_prefix(rt, keys, places)? else { return Ok(false) };
    if sorted == count {
        return Ok(true);
    }
    for start in (0..count).step_by(RUN) {
        let end = (start + RUN).min(count);
        for at in start + 1..end {
            // A binary insertion: behind all that are not greater.
            let item = places[at];
            let (mut low, mut high) = (start, at);
            while low < high {
                let middle = (low + high) / 2;
                match less(rt, &keys[item as usize], &keys[places[middle] as usize])? {
                    Some(true) => high = middle,
                    Some(false) => low = middle + 1,
                    None => return Ok(false),
                }
            }
            places[low..=at].rotate_right(1);
        }
    }
    let mut width = RUN;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for start in (0..count).step_by(width * 2) {
            let (middle, end) = ((start + width).min(count), (start + width * 2).min(count));
            let (mut left, mut right) = (start, middle);
            while left < middle && right < end {
                match less(rt, &keys[places[right] as usize], &keys[places[left] as usize])? {
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
            merged.extend_from_slice(&places[left..middle]);
            merged.extend_from_slice(&places[right..end]);
        }
        *places = merged;
        width *= 2;
    }
    Ok(true)
}

/// How many are in order from the front: neighbours are compared first, as CPython does, so that its errors name the same types.
fn sorted_prefix(rt: &mut Runtime, keys: &[Value], places: &[u32]) -> Result<Option<usize>, Trap> {
    for at in 1..places.len() {
        match less(rt, &keys[places[at] as usize], &keys[places[at - 1] as usize])? {
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

//! The operators of sets and of dict views: union, intersection, difference, symmetric difference.
//!
//! Each goes about it in CPython's order, which decides the order in which the result is iterated.

use std::rc::Rc;

use super::super::dict::Dict;
use super::super::fuel;
use super::super::iterator::ViewKind;
use super::super::native::{Stop, Trap};
use super::super::runtime::Runtime;
use super::super::set::{Found, Set};
use super::super::value::Value;
use super::key;
use crate::bytecode::op::Binary;

/// What an operation on sets comes to.
pub enum Combined {
    Set(Rc<Set>),
    AskProgram,
}

/// Keys with their hashes, in order.
pub type Keys = Vec<(u64, Value)>;

/// `a op b`, into a new set.
pub fn combine(op: Binary, a: &Set, b: &Set, frozen: bool) -> Result<Combined, Stop> {
    let result = match op {
        Binary::Or => {
            let result = a.copy(frozen)?;
            result.merge(b)?.then_some(result)
        }
        Binary::And => {
            let (searched, walked) = if b.len() > a.len() { (b, a) } else { (a, b) };
            keep(walked, searched, true, frozen)?
        }
        Binary::Sub if a.len() >> 2 > b.len() => {
            let result = a.copy(frozen)?;
            remove_all(&result, b)?.then_some(result)
        }
        Binary::Sub => keep(a, b, false, frozen)?,
        _ => {
            let result = b.copy(frozen)?;
            toggle_all(&result, a)?.then_some(result)
        }
    };
    Ok(result.map_or(Combined::AskProgram, Combined::Set))
}

/// Adds keys to a set; false where the program must be asked.
pub fn add_all(set: &Set, keys: impl IntoIterator<Item = (u64, Value)>) -> Result<bool, Stop> {
    for (hash, key) in keys {
        fuel::burn(2)?;
        match set.find(hash, &key) {
            Found::At(_) => {}
            Found::Missing => set.insert_new(hash, key)?,
            Found::AskProgram => return Ok(false),
        }
    }
    Ok(true)
}

fn remove_all(set: &Set, doomed: &Set) -> Result<bool, Stop> {
    for (hash, key) in doomed.entries() {
        fuel::burn(1)?;
        match set.find(hash, &key) {
            Found::At(at) => drop(set.remove_at(at)),
            Found::Missing => {}
            Found::AskProgram => return Ok(false),
        }
    }
    Ok(true)
}

fn toggle_all(set: &Set, keys: &Set) -> Result<bool, Stop> {
    for (hash, key) in keys.entries() {
        fuel::burn(1)?;
        match set.find(hash, &key) {
            Found::At(at) => drop(set.remove_at(at)),
            Found::Missing => set.insert_new(hash, key)?,
            Found::AskProgram => return Ok(false),
        }
    }
    Ok(true)
}

/// The keys of `walked` that are in `searched`, or are not; none where the program must be asked.
fn keep(walked: &Set, searched: &Set, inside: bool, frozen: bool) -> Result<Option<Rc<Set>>, Stop> {
    let result = Set::new(frozen);
    for (hash, key) in walked.entries() {
        fuel::burn(1)?;
        match searched.find(hash, &key) {
            Found::AskProgram => return Ok(None),
            found if matches!(found, Found::At(_)) == inside => result.insert_new(hash, key)?,
            _ => {}
        }
    }
    Ok(Some(result))
}

/// What a set operator can work on.
pub enum Operand {
    Set(Rc<Set>),
    /// The program must be asked to make a set of it.
    AskProgram,
    /// No set, and no set-like view.
    Other,
}

/// A set, or the set that a set-like view is.
pub fn operand(rt: &Runtime, value: &Value) -> Result<Operand, Trap> {
    Ok(match value {
        Value::Set(set) => Operand::Set(set.clone()),
        Value::View(view) if view.kind == ViewKind::Keys => of_keys(keys_of_dict(&view.dict))?,
        Value::View(view) if view.kind == ViewKind::Items => {
            let pairs = view.dict.entries().into_iter().map(|entry| Value::tuple(vec![entry.key, entry.value])).collect();
            match hash_all(rt, pairs)? {
                Some(keys) => of_keys(keys)?,
                None => Operand::AskProgram,
            }
        }
        _ => Operand::Other,
    })
}

fn of_keys(keys: impl IntoIterator<Item = (u64, Value)>) -> Result<Operand, Stop> {
    let set = Set::new(false);
    Ok(if add_all(&set, keys)? { Operand::Set(set) } else { Operand::AskProgram })
}

/// A dict's keys with their hashes.
pub fn keys_of_dict(dict: &Dict) -> impl Iterator<Item = (u64, Value)> {
    dict.walk().map(|entry| (entry.hash, entry.key))
}

/// Keys with their hashes; none where the program must be asked for one.
pub fn hash_all(rt: &Runtime, items: Vec<Value>) -> Result<Option<Keys>, Trap> {
    let mut keys = Vec::with_capacity(items.len());
    for item in items {
        fuel::burn(4)?;
        match key::hash_of(rt, &item)? {
            Some(hash) => keys.push((hash, item)),
            None => return Ok(None),
        }
    }
    Ok(Some(keys))
}

/// The set of an iterable's items; none where the program must be asked.
pub fn set_of(rt: &Runtime, items: Vec<Value>) -> Result<Option<Rc<Set>>, Trap> {
    let Some(keys) = hash_all(rt, items)? else { return Ok(None) };
    let set = Set::new(false);
    Ok(add_all(&set, keys)?.then_some(set))
}

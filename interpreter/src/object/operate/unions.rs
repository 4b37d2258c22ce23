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
use stillframe_front::bytecode::op::Binary;

/// What an operation on sets comes to.
pub enum Combined {
    Set(Rc<Set>),
    AskProgram,
}

/// Keys with their hashes, in order.
pub type Keys = Vec<(u64, Value)>;

/// What of an operation in place is left to the program: nothing where all is done.
pub type Left = Vec<Value>;

/// `a op b`, into a new set.
pub fn combine(op: Binary, a: &Set, b: &Set, frozen: bool) -> Result<Combined, Stop> {
    let result = match op {
        Binary::Or => {
            let result = a.copy(frozen)?;
            result.merge(b)?.then_some(result)
        }
        Binary::And => {
            let (searched, walked) = if b.len() > a.len() { (b, a) } else { (a, b) };
            keep(walked.entries(), searched, true, frozen)?
        }
        Binary::Sub if a.len() >> 2 > b.len() => {
            let result = a.copy(frozen)?;
            remove_all(&result, b.entries())?.is_empty().then_some(result)
        }
        Binary::Sub => keep(a.entries(), b, false, frozen)?,
        _ => {
            let result = b.copy(frozen)?;
            toggle_all(&result, a.entries())?.is_empty().then_some(result)
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

/// `set -= other`.
pub fn subtract(set: &Set, other: &Set) -> Result<Left, Stop> {
    if std::ptr::eq(set, other) {
        set.clear();
        return Ok(Left::new());
    }
    // Of a much larger set only what both have is looked at.
    if other.len() >> 3 > set.len()
        && let Combined::Set(both) = combine(Binary::And, set, other, false)?
    {
        return remove_all(set, both.entries());
    }
    remove_all(set, other.entries())
}

/// `set ^= other`.
pub fn toggle(set: &Set, other: &Set) -> Result<Left, Stop> {
    if std::ptr::eq(set, other) {
        set.clear();
        return Ok(Left::new());
    }
    toggle_all(set, other.entries())
}

/// Removes keys, and then the slots that they leave, where these are many.
pub fn remove_all(set: &Set, doomed: impl IntoIterator<Item = (u64, Value)>) -> Result<Left, Stop> {
    let mut doomed = doomed.into_iter();
    while let Some((hash, key)) = doomed.next() {
        fuel::burn(1)?;
        match set.find(hash, &key) {
            Found::At(at) => drop(set.remove_at(at)),
            Found::Missing => {}
            Found::AskProgram => return Ok(std::iter::once(key).chain(doomed.map(|(_, key)| key)).collect()),
        }
    }
    set.shrink()?;
    Ok(Left::new())
}

/// Removes the keys that are there, and adds those that are not.
pub fn toggle_all(set: &Set, keys: impl IntoIterator<Item = (u64, Value)>) -> Result<Left, Stop> {
    let mut keys = keys.into_iter();
    while let Some((hash, key)) = keys.next() {
        fuel::burn(1)?;
        match set.find(hash, &key) {
            Found::At(at) => drop(set.remove_at(at)),
            Found::Missing => set.insert_new(hash, key)?,
            Found::AskProgram => return Ok(std::iter::once(key).chain(keys.map(|(_, key)| key)).collect()),
        }
    }
    Ok(Left::new())
}

/// Those of the keys that are in `searched`, or are not; none where the program must be asked.
pub fn keep(keys: impl IntoIterator<Item = (u64, Value)>, searched: &Set, inside: bool, frozen: bool) -> Result<Option<Rc<Set>>, Stop> {
    let result = Set::new(frozen);
    for (hash, key) in keys {
        fuel::burn(1)?;
        match searched.find(hash, &key) {
            Found::AskProgram => return Ok(None),
            found if matches!(found, Found::At(_)) != inside => {}
            _ => match result.find(hash, &key) {
                Found::At(_) => {}
                Found::Missing => result.insert_new(hash, key)?,
                Found::AskProgram => return Ok(None),
            },
        }
    }
    Ok(Some(result))
}

/// The keys of a set or of a set-like view, in its own order; none where the program must be asked, or it is neither.
pub fn keys_of(rt: &Runtime, value: &Value) -> Result<Option<Keys>, Trap> {
    match value {
        Value::Set(set) => Ok(Some(set.entries())),
        Value::View(view) if view.kind == ViewKind::Keys => Ok(Some(keys_of_dict(&view.dict).collect())),
        Value::View(view) if view.kind == ViewKind::Items => {
            let pairs = view.dict.entries().into_iter().map(|entry| Value::tuple(vec![entry.key, entry.value])).collect();
            hash_all(rt, pairs)
        }
        _ => Ok(None),
    }
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
        Value::View(view) if matches!(view.kind, ViewKind::Keys | ViewKind::Items) => match keys_of(rt, value)? {
            Some(keys) => of_keys(keys, view.kind == ViewKind::Keys)?,
            None => Operand::AskProgram,
        },
        _ => Operand::Other,
    })
}

fn of_keys(keys: Keys, of_dict: bool) -> Result<Operand, Stop> {
    let set = Set::new(false);
    if of_dict {
        set.make_room(keys.len())?;
    }
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

/// The set of keys; none where the program must be asked.
pub fn set_of_keys(keys: &Keys) -> Result<Option<Rc<Set>>, Stop> {
    let set = Set::new(false);
    Ok(add_all(&set, keys.iter().cloned())?.then_some(set))
}

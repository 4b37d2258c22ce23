//! Keys of dicts and sets: their hashes, and where they are.

use super::super::dict::{self, Dict, Entry};
use super::super::equality::{Hashed, hash};
use super::super::fuel;
use super::super::native::{Stop, Trap};
use super::super::runtime::Runtime;
use super::super::set::{self, Set};
use super::super::symbol::names;
use super::super::value::Value;
use super::{overrides, plain, program_class};

/// Where a key is.
pub enum Place {
    At(usize),
    /// Not there; its hash is this.
    Missing(u64),
    /// Only the program's `__hash__` or `__eq__` can tell.
    AskProgram,
}

/// The hash of a key; none if the program must be asked. TypeError where it can't be hashed.
#[inline]
pub fn hash_of(rt: &Runtime, key: &Value) -> Result<Option<u64>, Trap> {
    match hash(key) {
        Hashed::Hash(hash) => Ok(Some(hash)),
        Hashed::AskProgram => Ok(None),
        Hashed::Unhashable => Err(unhashable(rt, key)),
    }
}

/// The TypeError for a key that can't be hashed, naming the type inside of tuples that is at fault.
pub fn unhashable(rt: &Runtime, key: &Value) -> Trap {
    let mut culprit = key.clone();
    while let Value::Tuple(tuple) = &culprit {
        let inner = tuple.items.iter().find(|item| matches!(hash(item), Hashed::Unhashable)).cloned();
        match inner {
            Some(inner) => culprit = inner,
            None => break,
        }
    }
    if let Value::WeakRef(_) = super::plain(&culprit) {
        return rt.type_error("weak object has gone away");
    }
    rt.type_error(format!("unhashable type: '{}'", rt.type_name(&culprit)))
}

/// Where a key is in a dict.
#[inline]
pub fn in_dict(rt: &Runtime, dict: &Dict, key: &Value) -> Result<Place, Trap> {
    let Some(hash) = hash_of(rt, key)? else { return Ok(Place::AskProgram) };
    Ok(match dict.find(hash, key) {
        dict::Found::At(at) => Place::At(at),
        dict::Found::Missing => Place::Missing(hash),
        dict::Found::AskProgram => Place::AskProgram,
    })
}

/// Where a key is in a set.
#[inline]
pub fn in_set(rt: &Runtime, set: &Set, key: &Value) -> Result<Place, Trap> {
    let Some(hash) = hash_of(rt, key)? else { return Ok(Place::AskProgram) };
    Ok(match set.find(hash, key) {
        set::Found::At(at) => Place::At(at),
        set::Found::Missing => Place::Missing(hash),
        set::Found::AskProgram => Place::AskProgram,
    })
}

/// Where an element is that is asked for or removed: a set can't be hashed, but is looked for as the frozenset it equals.
pub fn sought_in_set(rt: &Runtime, set: &Set, element: &Value) -> Result<Place, Trap> {
    match plain(element) {
        Value::Set(inner) if !inner.frozen && !hashes_by_method(element) => Ok(match inner.hash() {
            Hashed::Hash(hash) => match set.find(hash, plain(element)) {
                set::Found::At(at) => Place::At(at),
                set::Found::Missing => Place::Missing(hash),
                set::Found::AskProgram => Place::AskProgram,
            },
            _ => Place::AskProgram,
        }),
        _ => in_set(rt, set, element),
    }
}

/// Whether the program's own `__hash__` is to be asked; None there, as a class with an `__eq__` alone has it, is no method.
fn hashes_by_method(element: &Value) -> bool {
    overrides(element, names::HASH)
        && program_class(element).and_then(|class| class.lookup(names::HASH)).is_some_and(|hash| !hash.is_none())
}

/// Stores `dict[key] = value`; false if the program must be asked, and nothing was done.
#[inline]
pub fn dict_set(rt: &Runtime, dict: &Dict, key: &Value, value: &Value) -> Result<bool, Trap> {
    match in_dict(rt, dict, key)? {
        Place::At(at) => drop(dict.set_at(at, value.clone())),
        Place::Missing(hash) => dict.insert_new(hash, key.clone(), value.clone()),
        Place::AskProgram => return Ok(false),
    }
    Ok(true)
}

/// Stores an entry of another dict, whose hash is known; false if the program must be asked, and nothing was done.
pub fn dict_take(dict: &Dict, entry: &Entry) -> bool {
    match dict.find(entry.hash, &entry.key) {
        dict::Found::At(at) => drop(dict.set_at(at, entry.value.clone())),
        dict::Found::Missing => dict.insert_new(entry.hash, entry.key.clone(), entry.value.clone()),
        dict::Found::AskProgram => return false,
    }
    true
}

/// Burns fuel for setting all that a dict has in another one.
pub fn burn_merge(target: &Dict, source: &Dict) -> Result<(), Stop> {
    fuel::burn(source.walking_cost() + target.setting_cost() * source.len() as u64)
}

/// Adds a key to a set; false if the program must be asked, and nothing was done.
#[inline]
pub fn set_add(rt: &Runtime, set: &Set, key: &Value) -> Result<bool, Trap> {
    match in_set(rt, set, key)? {
        Place::At(_) => {}
        Place::Missing(hash) => set.insert_new(hash, key.clone())?,
        Place::AskProgram => return Ok(false),
    }
    Ok(true)
}

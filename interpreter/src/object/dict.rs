//! `dict`: entries in order of insertion, and a hash table of their places.
//!
//! Keys whose `__hash__` or `__eq__` is the program's can't be handled here alone: lookups then answer [`Found::AskProgram`] and the caller
//! hands the operation to its twin in `library/prelude/`, which goes through [`Dict::candidates`].

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use hashbrown::HashTable;

use super::equality::{Equal, equal_keys};
use super::fuel;
use super::heap::{self, Header, Tracked};
use super::native::Stop;
use super::owner::Owner;
use super::symbol::Symbol;
use super::value::Value;

/// An entry.
#[derive(Clone)]
pub struct Entry {
    pub hash: u64,
    pub key: Value,
    pub value: Value,
}

/// The entries and their index. Removed ones leave a gap until the next growth.
#[derive(Default)]
pub(super) struct Table {
    entries: Vec<Option<Entry>>,
    /// How many gaps are known to come before the first entry: whoever takes the first ones away does not go through all of them each time.
    gaps_at_start: usize,
    index: HashTable<u32>,
}

impl Table {
    /// Where the first entry at or after a place stands. The gaps on the way there are burned for.
    #[inline]
    fn next(&self, at: usize) -> Option<usize> {
        let at = at.max(self.gaps_at_start);
        if self.entries.get(at)?.is_some() { Some(at) } else { self.behind_gaps(at) }
    }

    #[cold]
    fn behind_gaps(&self, at: usize) -> Option<usize> {
        let gaps = self.entries[at..].iter().take_while(|entry| entry.is_none()).count();
        fuel::note(gaps as u64 / 2);
        (at + gaps < self.entries.len()).then_some(at + gaps)
    }

    /// Closes the gaps, or grows.
    fn make_room(&mut self) {
        let Table { entries, index, gaps_at_start } = self;
        if index.len() >= entries.len() / 2 {
            entries.reserve(entries.len().max(4));
            return;
        }
        entries.retain(Option::is_some);
        *gaps_at_start = 0;
        self.index_anew();
    }

    /// Closes the gaps but for as many at the start as there are entries.
    fn make_room_before(&mut self) {
        let old = std::mem::take(&mut self.entries);
        let gaps = self.index.len() + LEAST_ROOM_BEFORE;
        self.entries.reserve(gaps + self.index.len() + 1);
        self.entries.resize(gaps, None);
        self.entries.extend(old.into_iter().filter(Option::is_some));
        self.gaps_at_start = gaps;
        self.index_anew();
    }

    fn index_anew(&mut self) {
        let Table { entries, index, .. } = self;
        index.clear();
        for (at, entry) in entries.iter().enumerate() {
            if let Some(Entry { hash, .. }) = entry {
                index.insert_unique(spread(*hash), at as u32, |at| entries[*at as usize].as_ref().map_or(0, |entry| spread(entry.hash)));
            }
        }
    }

    /// Where a key is, and how many others of its hash were met on the way.
    fn search(&self, hash: u64, key: &Value) -> (Found, u64) {
        let (mut ask, mut met) = (false, 0);
        let found = self.index.find(spread(hash), |at| match &self.entries[*at as usize] {
            Some(entry) if entry.hash == hash => match equal_keys(&entry.key, key) {
                Equal::Yes => true,
                Equal::No => {
                    met += 1;
                    false
                }
                Equal::AskProgram => {
                    ask = true;
                    false
                }
            },
            _ => false,
        });
        let found = match found {
            Some(at) => Found::At(*at as usize),
            None if ask => Found::AskProgram,
            None => Found::Missing,
        };
        (found, met)
    }

    /// Appends an entry whose key is new. Whether the table has grown.
    fn push(&mut self, entry: Entry) -> bool {
        let is_full = self.entries.len() == self.entries.capacity();
        if is_full {
            self.make_room();
        }
        let Table { entries, index, .. } = self;
        let at = entries.len() as u32;
        let room = index.capacity();
        let hash = entry.hash;
        entries.push(Some(entry));
        index.insert_unique(spread(hash), at, |at| entries[*at as usize].as_ref().map_or(0, |entry| spread(entry.hash)));
        is_full || index.capacity() != room
    }

    /// Takes the entry at a place.
    fn take(&mut self, at: usize) -> Option<Entry> {
        let Table { entries, index, gaps_at_start } = self;
        let entry = entries.get_mut(at)?.take()?;
        if at == *gaps_at_start {
            *gaps_at_start += 1;
        }
        if let Ok(found) = index.find_entry(spread(entry.hash), |known| *known as usize == at) {
            found.remove();
        }
        while matches!(entries.last(), Some(None)) {
            entries.pop();
        }
        *gaps_at_start = (*gaps_at_start).min(entries.len());
        Some(entry)
    }

    /// Enters a name whose value an owner keeps. Whether the table has grown.
    pub(super) fn enter_name(&mut self, name: Symbol) -> bool {
        let (hash, key) = key_of(name);
        self.search(hash, &key).0 == Found::Missing && self.push(Entry { hash, key, value: Value::Unbound })
    }

    pub(super) fn lose_name(&mut self, name: Symbol) {
        let (hash, key) = key_of(name);
        if let (Found::At(at), _) = self.search(hash, &key) {
            self.take(at);
        }
    }

    /// Bytes that it holds.
    pub(super) fn bytes(&self) -> usize {
        let places = self.index.capacity() / 7 * 8;
        heap::block(self.entries.capacity() * size_of::<Option<Entry>>()) + heap::block(places * (size_of::<u32>() + 1))
    }
}

/// The least room that is made before the first entry, beside that for the entries there are.
const LEAST_ROOM_BEFORE: usize = 8;

/// What a lookup finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The entry's place.
    At(usize),
    Missing,
    /// Only the program's `__eq__` can tell.
    AskProgram,
}

/// What it costs in fuel to ask an owner for a value, or to give it one.
const OWNED: u64 = 18;

/// A hash for the index, which looks at the lowest bits and at the highest seven: integers hash to themselves. The lowest get something of all
/// bits, and those of integers near to one another stay near, so that their places do; the highest seven differ for all.
#[inline]
fn spread(hash: u64) -> u64 {
    const HIGHEST: u64 = 0x7f << 57;
    let mut folded = hash ^ hash >> 7;
    folded ^= folded >> 14;
    folded ^= folded >> 28;
    folded ^= folded >> 56;
    folded & !HIGHEST | hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) & HIGHEST
}

/// A dict.
pub struct Dict {
    pub header: Header,
    table: RefCell<Table>,
    /// Counts changes of the keys, for "changed size during iteration".
    pub keys_version: Cell<u32>,
    /// Whether it is inside of an `OrderedDict`: its views and iterators go by that name, and notice every change of the keys.
    pub ordered: Cell<bool>,
    /// Who keeps the values of the keys that are strings; the table has none for these.
    owner: Option<Owner>,
}

impl Dict {
    pub fn new() -> Rc<Dict> {
        Dict::build(None)
    }

    /// A dict with these keys, whose values are its owner's.
    pub(super) fn owned_by(owner: Owner, keys: Table) -> Rc<Dict> {
        let dict = Dict::build(Some(owner));
        dict.header.resize(heap::tracked_bytes::<Dict>() + keys.bytes());
        dict.table.replace(keys);
        dict
    }

    fn build(owner: Option<Owner>) -> Rc<Dict> {
        let header = Header::new(heap::tracked_bytes::<Dict>());
        let dict = Rc::new(Dict { header, table: RefCell::default(), keys_version: Cell::new(0), ordered: Cell::new(false), owner });
        heap::track(&dict.header, Tracked::Dict(Rc::downgrade(&dict)));
        dict
    }

    #[inline]
    fn note_change(&self, place: usize) {
        heap::note_change();
        self.header.note_change(place);
    }

    /// Whether somebody else keeps its values, who changes them without a word.
    pub fn is_owned(&self) -> bool {
        self.owner.is_some()
    }

    /// Whether no entry was removed: then the place of each is its place in the order.
    pub fn has_no_gaps(&self) -> bool {
        let table = self.table.borrow();
        table.index.len() == table.entries.len()
    }

    /// The owner of a key's value, and the name it knows it by.
    #[inline]
    fn owner_of(&self, key: &Value) -> Option<(&Owner, Symbol)> {
        let owner = self.owner.as_ref()?;
        if let Value::Str(text) = key { Some((owner, super::runtime::symbol_of_string(text))) } else { None }
    }

    /// An entry with its value, wherever that is kept.
    #[inline]
    fn complete(&self, entry: &Entry) -> Entry {
        Entry { hash: entry.hash, key: entry.key.clone(), value: self.value_of(entry) }
    }

    #[inline]
    fn value_of(&self, entry: &Entry) -> Value {
        match self.owner_of(&entry.key) {
            Some((owner, name)) => owner.get(name),
            None => entry.value.copy(),
        }
    }

    /// The owner has a new name.
    pub fn name_came(&self, name: Symbol) {
        let (hash, key) = key_of(name);
        if self.find_str(hash, &key) == Found::Missing {
            self.add(hash, key, Value::Unbound);
        }
    }

    /// The owner has lost a name.
    pub fn name_gone(&self, name: Symbol) {
        let (hash, key) = key_of(name);
        if let Found::At(at) = self.find_str(hash, &key) {
            drop(self.take_at(at));
        }
    }

    pub fn len(&self) -> usize {
        self.table.borrow().index.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What an iterator keeps, and finds changed when it can't go on.
    pub fn stamp(&self) -> usize {
        if self.ordered.get() { self.keys_version.get() as usize } else { self.len() }
    }

    /// Bytes that [`Dict::last_to_first`] may have to make room for.
    pub fn room_before(&self) -> usize {
        let table = self.table.borrow();
        if table.gaps_at_start > 0 { 0 } else { (table.index.len() + LEAST_ROOM_BEFORE) * size_of::<Option<Entry>>() }
    }

    /// Makes the last entry the first one. Where there is no room before it, room is made for as many more.
    pub fn last_to_first(&self) -> Result<(), Stop> {
        let mut table = self.table.borrow_mut();
        if table.gaps_at_start == 0 {
            fuel::burn(table.entries.len() as u64 * 4)?;
            table.make_room_before();
            self.header.resize(heap::tracked_bytes::<Dict>() + table.bytes());
        }
        let Table { entries, index, gaps_at_start } = &mut *table;
        let last = entries.len().saturating_sub(1);
        let Some(Some(entry)) = entries.pop() else { return Ok(()) };
        *gaps_at_start = (*gaps_at_start).min(entries.len());
        let Some(first) = gaps_at_start.checked_sub(1) else {
            entries.push(Some(entry));
            return Ok(());
        };
        if let Some(place) = index.find_mut(spread(entry.hash), |known| *known as usize == last) {
            *place = first as u32;
        }
        entries[first] = Some(entry);
        *gaps_at_start = first;
        while matches!(entries.last(), Some(None)) {
            entries.pop();
        }
        drop(table);
        self.note_change(heap::THROUGHOUT);
        self.keys_version.set(self.keys_version.get().wrapping_add(1));
        Ok(())
    }

    /// Looks a key up. Where too many others have its hash, the program is asked, for its machine can be stopped.
    pub fn find(&self, hash: u64, key: &Value) -> Found {
        let (found, met) = self.search(hash, key);
        if met > 0 && fuel::collides_too_often(met) { Found::AskProgram } else { found }
    }

    /// Looks a string up, which takes no method of the program's.
    fn find_str(&self, hash: u64, key: &Value) -> Found {
        let (found, met) = self.search(hash, key);
        if met > 0 {
            fuel::note(fuel::COLLISION * met);
        }
        found
    }

    fn search(&self, hash: u64, key: &Value) -> (Found, u64) {
        self.table.borrow().search(hash, key)
    }

    /// All keys with this hash, in order, with their places: for a search by the program's `__eq__`.
    pub fn candidates(&self, hash: u64) -> Vec<(usize, Value)> {
        let table = self.table.borrow();
        fuel::note(table.entries.len() as u64 / 4);
        let with_hash =
            |(at, entry): (usize, &Option<Entry>)| entry.as_ref().filter(|entry| entry.hash == hash).map(|entry| (at, entry.key.clone()));
        table.entries.iter().enumerate().filter_map(with_hash).collect()
    }

    /// The value at a place; unbound where there is none any more.
    pub fn value_at(&self, at: usize) -> Value {
        self.table.borrow().entries.get(at).and_then(Option::as_ref).map_or(Value::Unbound, |entry| self.value_of(entry))
    }

    /// Puts a value at a place, giving back the old one.
    pub fn set_at(&self, at: usize, value: Value) -> Value {
        self.note_change(at);
        if self.owner.is_some() {
            let key = self.table.borrow().entries.get(at).and_then(Option::as_ref).map_or(Value::Unbound, |entry| entry.key.clone());
            if let Some((owner, name)) = self.owner_of(&key) {
                return owner.set(name, value);
            }
        }
        match self.table.borrow_mut().entries.get_mut(at) {
            Some(Some(entry)) => std::mem::replace(&mut entry.value, value),
            _ => value,
        }
    }

    /// Adds an entry that is known not to be there.
    pub fn insert_new(&self, hash: u64, key: Value, value: Value) {
        match self.owner_of(&key) {
            // It tells us that the name came.
            Some((owner, name)) => drop(owner.set(name, value)),
            None => self.add(hash, key, value),
        }
    }

    fn add(&self, hash: u64, key: Value, value: Value) {
        self.keys_version.set(self.keys_version.get().wrapping_add(1));
        let mut table = self.table.borrow_mut();
        let has_grown = table.push(Entry { hash, key, value });
        self.note_change(table.entries.len() - 1);
        if has_grown {
            self.header.resize(heap::tracked_bytes::<Dict>() + table.bytes());
        }
    }

    /// Removes the entry at a place, giving it back.
    pub fn remove_at(&self, at: usize) -> Option<Entry> {
        if self.owner.is_none() {
            return self.take_at(at);
        }
        let mut entry = self.table.borrow().entries.get(at)?.clone()?;
        let Some((owner, name)) = self.owner_of(&entry.key) else { return self.take_at(at) };
        // It tells us that the name has gone.
        entry.value = owner.remove(name);
        Some(entry)
    }

    fn take_at(&self, at: usize) -> Option<Entry> {
        self.note_change(heap::THROUGHOUT);
        self.keys_version.set(self.keys_version.get().wrapping_add(1));
        self.table.borrow_mut().take(at)
    }

    /// The first entry at or after a place, with its place: for iteration.
    pub fn entry_from(&self, at: usize) -> Option<(usize, Entry)> {
        let table = self.table.borrow();
        let at = table.next(at)?;
        Some((at, self.complete(table.entries[at].as_ref()?)))
    }

    /// Looks at the first entry at or after a place where it lies: its place, and what `look` makes of it.
    #[inline]
    pub fn look_from<R>(&self, at: usize, look: impl FnOnce(&Value, &Value) -> R) -> Option<(usize, R)> {
        let table = self.table.borrow();
        let at = table.next(at)?;
        let entry = table.entries[at].as_ref()?;
        let seen = if self.owner.is_some() { look(&entry.key, &self.value_of(entry)) } else { look(&entry.key, &entry.value) };
        Some((at, seen))
    }

    /// How many entries there are at or after a place.
    pub fn count_from(&self, at: usize) -> usize {
        let table = self.table.borrow();
        fuel::note(table.entries.len() as u64 / 4);
        table.entries.iter().skip(at).flatten().count()
    }

    /// The last entry, with its place.
    pub fn last_entry(&self) -> Option<(usize, Entry)> {
        self.entry_before(usize::MAX)
    }

    /// The last entry before a place: for `reversed`.
    pub fn entry_before(&self, end: usize) -> Option<(usize, Entry)> {
        let table = self.table.borrow();
        let end = end.min(table.entries.len());
        let gaps = table.entries[..end].iter().rev().take_while(|entry| entry.is_none()).count();
        fuel::note(gaps as u64 / 2);
        let at = (end - gaps).checked_sub(1)?;
        Some((at, self.complete(table.entries[at].as_ref()?)))
    }

    /// What going through it costs in fuel: an owner is asked for each value.
    pub fn walking_cost(&self) -> u64 {
        self.len() as u64 * if self.owner.is_some() { OWNED } else { 1 }
    }

    /// What setting a key costs in fuel.
    pub fn setting_cost(&self) -> u64 {
        if self.owner.is_some() { OWNED } else { 4 }
    }

    /// All entries in order.
    pub fn entries(&self) -> Vec<Entry> {
        self.table.borrow().entries.iter().flatten().map(|entry| self.complete(entry)).collect()
    }

    /// The first entries in order.
    pub fn first(&self, count: usize) -> Vec<Entry> {
        self.table.borrow().entries.iter().flatten().take(count).map(|entry| self.complete(entry)).collect()
    }

    /// The same, taken one by one.
    pub fn walk(&self) -> impl Iterator<Item = Entry> {
        let mut next = 0;
        std::iter::from_fn(move || {
            let (at, entry) = self.entry_from(next)?;
            next = at + 1;
            Some(entry)
        })
    }

    /// A copy that shares keys and values.
    pub fn copy(&self) -> Result<Rc<Dict>, Stop> {
        fuel::burn(self.walking_cost() + 4 * self.len() as u64)?;
        let copy = Dict::new();
        for entry in self.table.borrow().entries.iter().flatten() {
            fuel::go_on(4)?;
            copy.insert_new(entry.hash, entry.key.clone(), self.value_of(entry));
        }
        Ok(copy)
    }

    pub fn clear(&self) {
        if let Some(owner) = &self.owner {
            for (name, _) in self.symbol_entries() {
                drop(owner.remove(name));
            }
        }
        self.empty();
    }

    /// Drops the table, without a word to the owner.
    pub(super) fn empty(&self) {
        self.note_change(heap::THROUGHOUT);
        self.keys_version.set(self.keys_version.get().wrapping_add(1));
        let old = self.table.take();
        self.header.resize(heap::tracked_bytes::<Dict>());
        bury(old);
    }

    /// The value of a string key.
    pub fn get_str(&self, key: &Value) -> Option<Value> {
        match self.find_str(super::equality::hash_of_str(key), key) {
            Found::At(at) => Some(self.value_at(at)),
            _ => None,
        }
    }

    /// Sets a string key, giving back the old value.
    pub fn set_str(&self, key: Value, value: Value) -> Option<Value> {
        let hash = super::equality::hash_of_str(&key);
        match self.find_str(hash, &key) {
            Found::At(at) => Some(self.set_at(at, value)),
            _ => {
                self.insert_new(hash, key, value);
                None
            }
        }
    }

    /// The value of an interned name's string. The run's names are found through the thread's symbols.
    pub fn get_symbol(&self, name: Symbol) -> Option<Value> {
        self.get_str(&super::runtime::symbol_string(name))
    }

    pub fn set_symbol(&self, name: Symbol, value: Value) -> Option<Value> {
        self.set_str(super::runtime::symbol_string(name), value)
    }

    pub fn remove_symbol(&self, name: Symbol) -> Option<Value> {
        let (hash, key) = key_of(name);
        match self.find_str(hash, &key) {
            Found::At(at) => self.remove_at(at).map(|entry| entry.value),
            _ => None,
        }
    }

    /// The entries whose keys are strings, as names.
    pub fn symbol_entries(&self) -> Vec<(Symbol, Value)> {
        let named = |entry: Entry| {
            if let Value::Str(name) = &entry.key { Some((super::runtime::symbol_of_string(name), entry.value)) } else { None }
        };
        self.entries().into_iter().filter_map(named).collect()
    }
}

/// An interned name as a key, with its hash.
fn key_of(name: Symbol) -> (u64, Value) {
    let key = super::runtime::symbol_string(name);
    (super::equality::hash_of_str(&key), key)
}

pub(super) fn bury(table: Table) {
    heap::bury(table.entries.into_iter().flatten().flat_map(|entry| [entry.key, entry.value]));
}

impl Drop for Dict {
    fn drop(&mut self) {
        if self.is_empty() {
            return;
        }
        match &self.owner {
            Some(owner) => owner.keep_keys(self.table.take()),
            None => bury(self.table.take()),
        }
    }
}

//! `set` and `frozenset`: CPython's own table, so that iteration has its order.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::equality::{Equal, Hashed, equal_nested};
use super::fill;
use super::fuel;
use super::heap::{self, Header, Tracked};
use super::native::Stop;
use super::value::Value;

/// A set or a frozenset.
pub struct Set {
    pub header: Header,
    pub frozen: bool,
    table: RefCell<Table>,
    /// Counts changes, for "changed size during iteration".
    pub version: Cell<u32>,
    /// Where the next `pop` begins to look.
    finger: Cell<usize>,
}

struct Table {
    slots: Vec<Slot>,
    /// Live entries.
    used: usize,
    /// Live entries and dummies.
    filled: usize,
}

#[derive(Clone, Default)]
enum Slot {
    #[default]
    Empty,
    /// An entry was here.
    Dummy,
    Entry {
        hash: u64,
        key: Value,
    },
}

/// What a lookup finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    At(usize),
    Missing,
    AskProgram,
}

const SMALLEST: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const SLOT_BYTES: usize = size_of::<Slot>();

/// Where a key may be, place after place. A hash counts in 64 bits on every machine, since the order of a set depends on it.
struct Way {
    at: usize,
    mask: usize,
    perturb: u64,
}

impl Way {
    fn new(hash: u64, mask: usize) -> Way {
        Way { at: hash as usize & mask, mask, perturb: hash }
    }

    fn go_on(&mut self) {
        self.perturb >>= PERTURB_SHIFT;
        self.at = self.at.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb as usize) & self.mask;
    }
}

impl Table {
    fn new() -> Table {
        Table { slots: vec![Slot::Empty; SMALLEST], used: 0, filled: 0 }
    }

    fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    fn find(&self, hash: u64, key: &Value, depth: u32) -> Found {
        let mask = self.mask();
        let mut way = Way::new(hash, mask);
        let (mut ask, mut met) = (false, 0);
        let found = 'search: loop {
            let probes = if way.at + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
            for slot in way.at..=way.at + probes {
                match &self.slots[slot] {
                    Slot::Empty => break 'search if ask { Found::AskProgram } else { Found::Missing },
                    Slot::Entry { hash: known, key: candidate } if *known == hash => match equal_nested(candidate, key, depth) {
                        Equal::Yes => break 'search Found::At(slot),
                        Equal::No => met += 1,
                        Equal::AskProgram => ask = true,
                    },
                    _ => {}
                }
            }
            fuel::note(1);
            way.go_on();
        };
        if met > 0 && fuel::collides_too_often(met) { Found::AskProgram } else { found }
    }

    /// The first empty slot on the key's way.
    fn vacancy(&self, hash: u64) -> usize {
        let mask = self.mask();
        let mut way = Way::new(hash, mask);
        loop {
            let probes = if way.at + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
            if let Some(slot) = (way.at..=way.at + probes).find(|slot| matches!(self.slots[*slot], Slot::Empty)) {
                return slot;
            }
            fuel::note(1);
            way.go_on();
        }
    }

    /// Where a key that is not there goes: into the last slot on its way that one was removed from, else into the first empty one.
    fn vacancy_or_dummy(&self, hash: u64) -> usize {
        if self.filled == self.used {
            return self.vacancy(hash);
        }
        let mask = self.mask();
        let mut way = Way::new(hash, mask);
        let mut dummy = None;
        loop {
            let probes = if way.at + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
            for slot in way.at..=way.at + probes {
                match &self.slots[slot] {
                    Slot::Empty => return dummy.unwrap_or(slot),
                    Slot::Dummy => dummy = Some(slot),
                    Slot::Entry { .. } => {}
                }
            }
            fuel::note(1);
            way.go_on();
        }
    }

    fn insert(&mut self, hash: u64, key: Value) -> Result<(), Stop> {
        let at = self.vacancy_or_dummy(hash);
        let was_empty = matches!(self.slots[at], Slot::Empty);
        self.slots[at] = Slot::Entry { hash, key };
        self.used += 1;
        if !was_empty {
            return Ok(());
        }
        self.filled += 1;
        if self.filled * 5 >= self.mask() * 3 {
            self.resize(self.roomy())?;
        }
        Ok(())
    }

    /// The size that leaves room to grow.
    fn roomy(&self) -> usize {
        if self.used > 50_000 { self.used * 2 } else { self.used * 4 }
    }

    /// Makes room for that many more at once.
    fn make_room(&mut self, more: usize) -> Result<(), Stop> {
        if (self.filled + more) * 5 >= self.mask() * 3 {
            let wanted = (self.used + more) * 2;
            self.resize(wanted)?;
        }
        Ok(())
    }

    fn resize(&mut self, minimum: usize) -> Result<(), Stop> {
        let mut size = SMALLEST;
        while size <= minimum {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.slots, fill::repeat(&[Slot::Empty], size)?);
        self.filled = self.used;
        for slot in old {
            fuel::burn(1)?;
            if let Slot::Entry { hash, key } = slot {
                let at = self.vacancy(hash);
                self.slots[at] = Slot::Entry { hash, key };
            }
        }
        Ok(())
    }
}

impl Set {
    pub fn new(frozen: bool) -> Rc<Set> {
        let set = Rc::new(Set {
            header: Header::new(heap::tracked_bytes::<Set>() + SMALLEST * SLOT_BYTES),
            frozen,
            table: RefCell::new(Table::new()),
            version: Cell::new(0),
            finger: Cell::new(0),
        });
        heap::track(&set.header, Tracked::Set(Rc::downgrade(&set)));
        set
    }

    pub fn len(&self) -> usize {
        self.table.borrow().used
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn note_change(&self) {
        heap::note_change();
        self.header.note_change(heap::THROUGHOUT);
    }

    pub fn find(&self, hash: u64, key: &Value) -> Found {
        self.table.borrow().find(hash, key, 0)
    }

    /// Adds a key that is known not to be there.
    pub fn insert_new(&self, hash: u64, key: Value) -> Result<(), Stop> {
        self.note_change();
        self.version.set(self.version.get().wrapping_add(1));
        let mut table = self.table.borrow_mut();
        table.insert(hash, key)?;
        self.header.resize(heap::tracked_bytes::<Set>() + table.slots.len() * SLOT_BYTES);
        Ok(())
    }

    /// Adds all keys of another set, in CPython's way, which decides the size of the table; false if the program must be asked.
    pub fn merge(&self, other: &Set) -> Result<bool, Stop> {
        if std::ptr::eq(self, other) || other.is_empty() {
            return Ok(true);
        }
        self.note_change();
        self.version.set(self.version.get().wrapping_add(1));
        let mut table = self.table.borrow_mut();
        let source = other.table.borrow();
        table.make_room(source.used)?;
        let mut done = true;
        if table.filled == 0 && table.mask() == source.mask() && source.filled == source.used {
            *table = Table { slots: fill::copy(&source.slots)?, used: source.used, filled: source.filled };
        } else {
            let fresh = table.filled == 0;
            for slot in &source.slots {
                let Slot::Entry { hash, key } = slot else { continue };
                fuel::burn(1)?;
                match if fresh { Found::Missing } else { table.find(*hash, key, 0) } {
                    Found::Missing if fresh => {
                        let at = table.vacancy(*hash);
                        table.slots[at] = Slot::Entry { hash: *hash, key: key.clone() };
                        table.used += 1;
                        table.filled += 1;
                    }
                    Found::Missing => table.insert(*hash, key.clone())?,
                    Found::At(_) => {}
                    Found::AskProgram => {
                        done = false;
                        break;
                    }
                }
            }
        }
        self.header.resize(heap::tracked_bytes::<Set>() + table.slots.len() * SLOT_BYTES);
        Ok(done)
    }

    /// Makes room for the keys of a dict, as CPython does before it adds them.
    pub fn make_room(&self, more: usize) -> Result<(), Stop> {
        let mut table = self.table.borrow_mut();
        table.make_room(more)?;
        self.header.resize(heap::tracked_bytes::<Set>() + table.slots.len() * SLOT_BYTES);
        Ok(())
    }

    /// Gives up the slots that keys were removed from, where these are many.
    pub fn shrink(&self) -> Result<(), Stop> {
        let mut table = self.table.borrow_mut();
        if table.filled - table.used > table.mask() / 4 {
            let wanted = table.roomy();
            table.resize(wanted)?;
            self.header.resize(heap::tracked_bytes::<Set>() + table.slots.len() * SLOT_BYTES);
        }
        Ok(())
    }

    /// A copy that shares the keys.
    pub fn copy(&self, frozen: bool) -> Result<Rc<Set>, Stop> {
        let copy = Set::new(frozen);
        copy.merge(self)?;
        Ok(copy)
    }

    /// Removes the key in a slot, giving it back.
    pub fn remove_at(&self, at: usize) -> Option<Value> {
        self.note_change();
        self.version.set(self.version.get().wrapping_add(1));
        let mut table = self.table.borrow_mut();
        let slot = table.slots.get_mut(at).filter(|slot| matches!(slot, Slot::Entry { .. }))?;
        let Slot::Entry { key, .. } = std::mem::replace(slot, Slot::Dummy) else { return None };
        table.used -= 1;
        Some(key)
    }

    /// Takes a key out, as `pop` does: the first one behind those popped before.
    pub fn pop_first(&self) -> Option<Value> {
        let start = self.finger.get() & self.table.borrow().mask();
        let (at, ..) = self.entry_from(start).or_else(|| self.entry_from(0))?;
        self.finger.set(at + 1);
        self.remove_at(at)
    }

    /// The first key in or after a slot, with its slot and hash: for iteration.
    pub fn entry_from(&self, at: usize) -> Option<(usize, u64, Value)> {
        let table = self.table.borrow();
        table.slots.iter().enumerate().skip(at).find_map(|(at, slot)| match slot {
            Slot::Entry { hash, key } => Some((at, *hash, key.clone())),
            _ => None,
        })
    }

    /// The first keys in order.
    pub fn first(&self, count: usize) -> Vec<Value> {
        let key = |slot: &Slot| if let Slot::Entry { key, .. } = slot { Some(key.clone()) } else { None };
        self.table.borrow().slots.iter().filter_map(key).take(count).collect()
    }

    /// How many keys there are in or after a slot.
    pub fn count_from(&self, at: usize) -> usize {
        self.table.borrow().slots.iter().skip(at).filter(|slot| matches!(slot, Slot::Entry { .. })).count()
    }

    /// Takes over the keys of another set, whose own they become.
    pub fn replace(&self, other: &Set) {
        self.note_change();
        self.version.set(self.version.get().wrapping_add(1));
        let old = self.table.replace(other.table.replace(Table::new()));
        self.header.resize(heap::tracked_bytes::<Set>() + self.table.borrow().slots.len() * SLOT_BYTES);
        bury(old);
    }

    /// All keys with their hashes, in order.
    pub fn entries(&self) -> Vec<(u64, Value)> {
        let entry = |slot: &Slot| match slot {
            Slot::Entry { hash, key } => Some((*hash, key.clone())),
            _ => None,
        };
        self.table.borrow().slots.iter().filter_map(entry).collect()
    }

    /// All keys with this hash and their slots: for a search by the program's `__eq__`.
    pub fn candidates(&self, hash: u64) -> Vec<(usize, Value)> {
        let with_hash = |(at, slot): (usize, &Slot)| match slot {
            Slot::Entry { hash: known, key } if *known == hash => Some((at, key.clone())),
            _ => None,
        };
        let table = self.table.borrow();
        fuel::note(table.slots.len() as u64 / 8);
        table.slots.iter().enumerate().filter_map(with_hash).collect()
    }

    pub fn clear(&self) {
        self.note_change();
        self.version.set(self.version.get().wrapping_add(1));
        let old = self.table.replace(Table::new());
        self.header.resize(heap::tracked_bytes::<Set>() + SMALLEST * SLOT_BYTES);
        bury(old);
    }

    /// The hash of a frozenset, which does not depend on its order (CPython's mixing).
    pub fn hash(&self) -> Hashed {
        let table = self.table.borrow();
        fuel::note(table.slots.len() as u64 / 2);
        let mut hash = 0u64;
        for slot in &table.slots {
            let part = match slot {
                Slot::Entry { hash, .. } => *hash,
                _ => continue,
            };
            hash ^= ((part ^ 89_869_747) ^ (part << 16)).wrapping_mul(3_644_798_167);
        }
        hash ^= (table.used as u64).wrapping_add(1).wrapping_mul(1_927_868_237);
        hash ^= (hash >> 11) ^ (hash >> 25);
        hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
        Hashed::Hash(if hash == u64::MAX { 590_923_713 } else { hash })
    }

    /// Whether two sets have the same keys.
    pub fn equals(&self, other: &Set) -> Equal {
        self.equals_nested(other, 0)
    }

    /// The same, where the sets stand inside of other keys, this deep.
    pub(super) fn equals_nested(&self, other: &Set, depth: u32) -> Equal {
        if self.len() != other.len() {
            return Equal::No;
        }
        fuel::note(fuel::COLLISION * self.len() as u64);
        for (hash, key) in self.entries() {
            match other.table.borrow().find(hash, &key, depth) {
                Found::At(_) => {}
                Found::Missing => return Equal::No,
                Found::AskProgram => return Equal::AskProgram,
            }
        }
        Equal::Yes
    }
}

fn bury(table: Table) {
    let key = |slot| match slot {
        Slot::Entry { key, .. } => Some(key),
        _ => None,
    };
    heap::bury(table.slots.into_iter().filter_map(key));
}

impl Drop for Set {
    fn drop(&mut self) {
        if !self.is_empty() {
            bury(self.table.replace(Table { slots: Vec::new(), used: 0, filled: 0 }));
        }
    }
}

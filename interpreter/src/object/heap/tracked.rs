//! The objects that can hold others: what is left of them at the end of a run, and the cycles that they form.

use std::rc::{Rc, Weak};

use super::{DYING, Header, MOURNERS, SPARE_FRAMES, TRACKED, is_dying};
use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::exception::Exception;
use crate::object::frame::FrameObject;
use crate::object::fuel;
use crate::object::function::{Cell as CellObject, Function};
use crate::object::generator::Generator;
use crate::object::instance::Instance;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::native::Stop;
use crate::object::set::Set;
use crate::object::value::Value;

/// Whether something alive holds the variables of a module, in a cycle with them: a function of the module, or a generator.
pub fn is_in_cycle(module: &Rc<Module>) -> bool {
    TRACKED.with(|slab| {
        slab.borrow().entries.iter().flatten().any(|tracked| match tracked {
            Tracked::Function(o) => o.upgrade().is_some_and(|function| Rc::ptr_eq(&function.module, module)),
            Tracked::Generator(o) => o.upgrade().is_some(),
            _ => false,
        })
    })
}

/// How many slots of tracked objects are looked at in one go.
pub const SLOTS_AT_ONCE: usize = 2048;

/// The tracked objects of the next slots from this one on, each with its place in the order in which they were made.
pub fn living_from(slot: usize) -> Vec<(u64, Value)> {
    TRACKED.with(|slab| {
        let slab = slab.borrow();
        let here = slab.entries.iter().zip(&slab.born).skip(slot).take(SLOTS_AT_ONCE);
        here.filter_map(|(tracked, born)| Some((*born, tracked.as_ref()?.value()?))).collect()
    })
}

/// How many slots there are for tracked objects.
pub fn tracked_slots() -> usize {
    TRACKED.with(|slab| slab.borrow().entries.len())
}

/// Whether something alive could run code as it dies.
pub fn has_finalisable() -> Result<bool, Stop> {
    let slots = tracked_slots();
    for slot in (0..slots).step_by(SLOTS_AT_ONCE) {
        let looked_at = SLOTS_AT_ONCE.min(slots - slot) as u64;
        fuel::burn(looked_at / 4)?;
        fuel::go_on(4 * looked_at)?;
        if living_from(slot).iter().any(|(_, object)| finalisable(object).is_some()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The object, if it could run code as it dies, and has not done so yet.
pub fn finalisable(object: &Value) -> Option<Tracked> {
    match object {
        Value::Instance(instance) if instance.has_finaliser() => Some(Tracked::Instance(Rc::downgrade(instance))),
        Value::Generator(generator) if generator.has_finaliser() => Some(Tracked::Generator(Rc::downgrade(generator))),
        _ => None,
    }
}

/// A weak reference to an object that can hold others.
pub enum Tracked {
    List(Weak<List>),
    Dict(Weak<Dict>),
    Set(Weak<Set>),
    Function(Weak<Function>),
    Class(Weak<Class>),
    Instance(Weak<Instance>),
    Exception(Weak<Exception>),
    Generator(Weak<Generator>),
    Cell(Weak<CellObject>),
    Module(Weak<Module>),
    Frame(Weak<FrameObject>),
}

impl Tracked {
    /// The object, if it still lives.
    fn value(&self) -> Option<Value> {
        match self {
            Tracked::List(o) => o.upgrade().map(Value::List),
            Tracked::Dict(o) => o.upgrade().map(Value::Dict),
            Tracked::Set(o) => o.upgrade().map(Value::Set),
            Tracked::Function(o) => o.upgrade().map(Value::Function),
            Tracked::Class(o) => o.upgrade().map(Value::Class),
            Tracked::Instance(o) => o.upgrade().map(Value::Instance),
            Tracked::Exception(o) => o.upgrade().map(Value::Exception),
            Tracked::Generator(o) => o.upgrade().map(Value::Generator),
            Tracked::Cell(o) => o.upgrade().map(Value::Cell),
            Tracked::Module(o) => o.upgrade().map(Value::Module),
            Tracked::Frame(o) => o.upgrade().map(Value::Frame),
        }
    }

    /// Queues what it runs as it dies, if it lives and has not done so yet.
    pub fn die_in_cycle(&self) {
        match self {
            Tracked::Instance(o) => o.upgrade().into_iter().for_each(Instance::die_in_cycle),
            Tracked::Generator(o) => o.upgrade().into_iter().for_each(Generator::die_in_cycle),
            _ => {}
        }
    }
}

pub(super) struct Slab {
    entries: Vec<Option<Tracked>>,
    /// When each was made: the count of all tracked before it.
    born: Vec<u64>,
    count: u64,
    free: Vec<u32>,
}

impl Slab {
    pub(super) const fn new() -> Slab {
        Slab { entries: Vec::new(), born: Vec::new(), count: 0, free: Vec::new() }
    }

    fn insert(&mut self, tracked: Tracked) -> u32 {
        self.count += 1;
        if let Some(slot) = self.free.pop() {
            self.entries[slot as usize] = Some(tracked);
            self.born[slot as usize] = self.count;
            return slot;
        }
        self.entries.push(Some(tracked));
        self.born.push(self.count);
        (self.entries.len() - 1) as u32
    }

    pub(super) fn remove(&mut self, slot: u32) -> Option<Tracked> {
        let tracked = self.entries.get_mut(slot as usize)?.take();
        if tracked.is_some() {
            self.free.push(slot);
        }
        tracked
    }
}

/// Tracks an object, whose header is `header`, until it dies.
#[inline]
pub fn track(header: &Header, tracked: Tracked) {
    header.slot.set(TRACKED.with(|slab| slab.borrow_mut().insert(tracked)));
}

/// Empties every tracked object, so that cycles fall apart. For the end of a run: nothing of the program's may run any more.
pub fn break_cycles() {
    let entries = TRACKED.with(|slab| {
        let mut slab = slab.borrow_mut();
        slab.free.clear();
        slab.born.clear();
        std::mem::take(&mut slab.entries)
    });
    for tracked in entries.iter().flatten() {
        match tracked {
            Tracked::List(o) => o.upgrade().into_iter().for_each(|o| o.clear()),
            Tracked::Dict(o) => o.upgrade().into_iter().for_each(|o| o.empty()),
            Tracked::Set(o) => o.upgrade().into_iter().for_each(|o| o.clear()),
            Tracked::Function(o) => o.upgrade().into_iter().for_each(|o| o.break_cycles()),
            Tracked::Class(o) => o.upgrade().into_iter().for_each(|o| o.break_cycles()),
            Tracked::Instance(o) => o.upgrade().into_iter().for_each(|o| o.break_cycles()),
            Tracked::Exception(o) => o.upgrade().into_iter().for_each(|o| o.break_cycles()),
            Tracked::Generator(o) => o.upgrade().into_iter().for_each(|o| o.break_cycles()),
            Tracked::Cell(o) => o.upgrade().into_iter().for_each(|o| drop(o.take())),
            Tracked::Module(o) => o.upgrade().into_iter().for_each(|o| o.break_cycles()),
            Tracked::Frame(o) => o.upgrade().into_iter().for_each(|o| o.break_cycles()),
        }
    }
    drop(entries);
    while is_dying() {
        let dying = DYING.with(|queue| std::mem::take(&mut *queue.borrow_mut()));
        drop(dying);
    }
    SPARE_FRAMES.with(|spare| spare.borrow_mut().clear());
    MOURNERS.with(|mourners| mourners.borrow_mut().clear());
}

/// How many objects are tracked now: 0 after a run that left nothing behind.
#[cfg(test)]
pub fn tracked_count() -> usize {
    TRACKED.with(|slab| slab.borrow().entries.iter().flatten().count())
}

/// The tracked object in that slot, if it is the one of that number.
pub fn living(slot: u32, number: u32) -> Option<Value> {
    let value = TRACKED.with(|slab| slab.borrow().entries.get(slot as usize)?.as_ref()?.value())?;
    (value.header()?.known_number() == number).then_some(value)
}

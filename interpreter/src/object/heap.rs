//! The heap's book-keeping: how much memory a run holds, which objects could form cycles, what is dying.
//!
//! Objects are counted by reference (`Rc`) and die with the last one, as in CPython. Four things come on top of that, kept a thread
//! because `Drop` has no other way to reach them:
//!
//! - every object's [`Header`] charges its bytes to the meter, and refunds them as it dies;
//! - [`bury`] keeps deep structures from nesting the host's stack as they die: below a depth, children wait in the trash until the
//!   outermost drop empties it;
//! - what must run code as it dies (a suspended generator, an instance with `__del__`) is queued as [`Dying`], and the virtual machine runs it before
//!   its next instruction; what was to be dropped after it waits behind it in the queue, and so does what is left of a large container after
//!   [`BURIED_AT_ONCE`] objects, so that the machine looks at its fuel in between;
//! - objects that can hold others are *tracked* by weak references, so that the end of a run can finalise what is left ([`super::survey`]) and
//!   break the cycles left over.

mod burial;
mod changes;
mod tracked;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};

use super::frame::Frame;
use super::fuel;
use super::generator::Generator;
use super::instance::Instance;
use super::native::Stop;
use super::value::Value;
use super::weak::{Target, WeakRef};

pub use burial::{Children, bury, bury_in_place, bury_left, queue_left};
use changes::log_change;
pub use changes::{Change, THROUGHOUT, end_log, has_changes, take_changes};
use tracked::Slab;
#[cfg(test)]
pub use tracked::tracked_count;
pub use tracked::{
    SLOTS_AT_ONCE, Tracked, break_cycles, finalisable, has_finalisable, is_in_cycle, living, living_from, track, tracked_slots,
};

/// No text of a container shows more items than this: what happens to those behind is no change that a recorder must look at.
pub const ITEMS_IN_SIGHT: usize = 256;

/// How many frames of dead generators are kept.
const SPARE_FRAMES_KEPT: usize = 256;

/// How many objects are dropped in one go: the rest waits until the machine has looked at its fuel and at the stop signal.
pub const BURIED_AT_ONCE: u32 = 8_000;

/// How long dropping an object takes at most, in units of fuel: that of a generator. Far less is burned for it.
const BURIAL: u64 = 6;

/// What an object takes besides its own bytes: the two counts of its `Rc`, and what an allocator adds and rounds up to.
const OBJECT_EXTRA: usize = 32;

/// What a tracked object takes besides: its slot among the tracked, with when it was made and the list of free slots.
const SLOT_BYTES: usize = 32;

/// Bytes of an object of type `T`, without what it keeps in blocks of its own.
pub const fn object_bytes<T>() -> usize {
    size_of::<T>() + OBJECT_EXTRA
}

/// The same, of one that is tracked.
pub const fn tracked_bytes<T>() -> usize {
    object_bytes::<T>() + SLOT_BYTES
}

/// What an allocator takes for a block of so many bytes.
#[inline]
pub const fn block(bytes: usize) -> usize {
    match bytes {
        0 => 0,
        1..24 => 32,
        _ => bytes.saturating_add(23) & !15,
    }
}

/// Charges bytes that the run holds to its end.
pub fn charge_for_good(bytes: usize) {
    METER.with(|meter| meter.charge(bytes));
}

/// Bytes that something holds which is no object: charged as they change, refunded as it is dropped.
#[derive(Default)]
pub struct Charge(Cell<usize>);

impl Charge {
    /// It now takes `bytes` bytes.
    pub fn set(&self, bytes: usize) {
        let before = self.0.replace(bytes);
        METER.with(|meter| {
            meter.charge(bytes.saturating_sub(before));
            meter.refund(before.saturating_sub(bytes));
        });
    }
}

impl Drop for Charge {
    #[inline]
    fn drop(&mut self) {
        if self.0.get() != 0 {
            self.set(0);
        }
    }
}

/// What every object carries.
pub struct Header {
    bytes: Cell<usize>,
    /// The object's place among the tracked, or `UNTRACKED`.
    slot: Cell<u32>,
    /// The small number that `id()` is made of; 0 until somebody asks. Its top bit is `MOURNED`.
    id: Cell<u32>,
    /// The number that a trace knows the object by: one of its own, so that being watched changes nothing that a program can see.
    number: Cell<u32>,
}

const UNTRACKED: u32 = u32::MAX;

/// Of so many weak references to an object the dead are looked for each time.
const FEW: usize = 8;

/// Marks an object whose death weak references wait for.
const MOURNED: u32 = 1 << 31;

impl Header {
    /// A header for an object of `bytes` bytes in all.
    #[inline]
    pub fn new(bytes: usize) -> Header {
        METER.with(|meter| {
            meter.charge(bytes);
            meter.made.set(meter.made.get() + 1);
        });
        Header { bytes: Cell::new(bytes), slot: Cell::new(UNTRACKED), id: Cell::new(0), number: Cell::new(0) }
    }

    /// A header for what is no object of the run's, but a recorder's.
    pub fn uncounted() -> Header {
        Header { bytes: Cell::new(0), slot: Cell::new(UNTRACKED), id: Cell::new(0), number: Cell::new(0) }
    }

    /// The object now takes `bytes` bytes.
    #[inline]
    pub fn resize(&self, bytes: usize) {
        let before = self.bytes.replace(bytes);
        if bytes > before {
            METER.with(|meter| meter.charge(bytes - before));
        } else {
            METER.with(|meter| meter.refund(before - bytes));
        }
    }

    /// The object's bytes, as charged.
    pub fn bytes(&self) -> usize {
        self.bytes.get()
    }

    /// The object's place among the tracked, if it is one of them.
    pub fn slot(&self) -> Option<usize> {
        (self.slot.get() != UNTRACKED).then_some(self.slot.get() as usize)
    }

    /// The object's number, given on the first call.
    pub fn id(&self) -> u32 {
        if self.id.get() == 0 {
            self.id.set(METER.with(|meter| {
                meter.last_id.set(meter.last_id.get() + 1);
                meter.last_id.get()
            }));
        }
        self.id.get() & !MOURNED
    }

    /// The object's number in a trace, given on the first call.
    pub fn number(&self) -> u32 {
        if self.number.get() == 0 {
            self.number.set(METER.with(|meter| {
                meter.last_number.set(meter.last_number.get() + 1);
                meter.last_number.get()
            }));
        }
        self.number.get()
    }

    /// The same, of an object whose number a trace does not tell: from the other end, so that those it tells are small.
    pub fn mark(&self) -> u32 {
        if self.number.get() == 0 {
            self.number.set(METER.with(|meter| {
                meter.last_mark.set(meter.last_mark.get() - 1);
                meter.last_mark.get()
            }));
        }
        self.number.get()
    }

    /// The number or the mark that it has; 0 if nobody asked.
    #[inline]
    pub fn known_number(&self) -> u32 {
        self.number.get()
    }

    /// The object has become another, which has no number yet.
    pub fn forget_numbers(&mut self) {
        self.id.set(0);
        self.number.set(0);
    }

    /// Says that the object changed at a place, or [`THROUGHOUT`]. It costs a look at the number, which is 0 where nobody records.
    #[inline(always)]
    pub fn note_change(&self, place: usize) {
        if self.number.get() != 0 {
            self.log_change(place);
        }
    }

    #[cold]
    fn log_change(&self, place: usize) {
        if self.slot.get() != UNTRACKED && METER.with(|meter| meter.logs.get()) {
            let place = u32::try_from(place).unwrap_or(THROUGHOUT as u32);
            log_change(Change { number: self.number.get(), slot: self.slot.get(), place });
        }
    }

    /// Notes a weak reference to the object: its callback is called once the object has died, if the reference is still there.
    pub fn mourn(&self, reference: &Rc<WeakRef>) {
        let id = self.id();
        self.id.set(id | MOURNED);
        MOURNERS.with(|mourners| {
            let mut mourners = mourners.borrow_mut();
            let known = mourners.entry(id).or_default();
            if known.len() == known.capacity() {
                known.retain(|reference| reference.strong_count() > 0);
                known.reserve(known.len() + 1);
            }
            known.push(Rc::downgrade(reference));
        });
    }

    /// A weak reference to the object has died. Where there are many, those that have died are dropped when the next ones come.
    pub fn forget_dead_mourners(&self) {
        MOURNERS.with(|mourners| {
            let mut mourners = mourners.borrow_mut();
            let Some(known) = mourners.get_mut(&self.id()).filter(|known| known.len() <= FEW) else { return };
            known.retain(|reference| reference.strong_count() > 0);
            if known.is_empty() {
                mourners.remove(&self.id());
            }
        });
    }

    /// The object goes on in another, which is `target`: under the same number, and referred to by the same weak references.
    pub fn bequeath(&self, heir: &Header, target: impl Fn() -> Target) {
        for reference in self.mourners() {
            *reference.target.borrow_mut() = target();
        }
        heir.id.set(self.id.replace(0));
        heir.number.set(self.number.get());
    }

    /// The object is dying: queues the callbacks of its weak references, the youngest first, before anything its parts queue.
    #[inline]
    pub fn announce_death(&self) {
        if self.id.get() & MOURNED != 0 {
            self.queue_callbacks();
        }
    }

    #[cold]
    fn queue_callbacks(&self) {
        let id = self.id();
        self.id.set(id);
        let mourners = MOURNERS.with(|mourners| mourners.borrow_mut().remove(&id));
        let alive = mourners.into_iter().flatten().rev().filter_map(|mourner| mourner.upgrade());
        // A weak reference would keep the object's memory.
        let told = alive.inspect(|reference| drop(reference.target.replace(Target::Gone)));
        told.filter(|reference| !reference.callback.borrow().is_none()).for_each(|reference| queue_dying(Dying::Callback(reference)));
    }

    /// The weak references to the object, the oldest first.
    pub fn mourners(&self) -> Vec<Rc<WeakRef>> {
        if self.id.get() & MOURNED == 0 {
            return Vec::new();
        }
        let id = self.id();
        MOURNERS.with(|mourners| {
            let mourners = mourners.borrow();
            let known = mourners.get(&id);
            fuel::note(known.map_or(0, Vec::len) as u64);
            known.into_iter().flatten().filter_map(std::rc::Weak::upgrade).collect()
        })
    }
}

impl Drop for Header {
    #[inline]
    fn drop(&mut self) {
        self.announce_death();
        METER.with(|meter| meter.refund(self.bytes.get()));
        if self.slot.get() != UNTRACKED {
            let tracked = TRACKED.with(|tracked| tracked.borrow_mut().remove(self.slot.get()));
            drop(tracked);
        }
    }
}

/// The memory a run holds, and flags the virtual machine looks at before each instruction.
pub struct Meter {
    used: Cell<usize>,
    peak: Cell<usize>,
    limit: Cell<usize>,
    /// Something waits for the virtual machine: the limit was passed, or something is dying.
    attention: Cell<bool>,
    depth: Cell<u32>,
    /// Objects dropped since the machine last looked, as long as one will look again.
    buried: Cell<u32>,
    looks: Cell<bool>,
    last_id: Cell<u32>,
    last_number: Cell<u32>,
    last_mark: Cell<u32>,
    /// Whether changes of objects that have numbers are logged, and whether some were.
    logs: Cell<bool>,
    has_changes: Cell<bool>,
    /// Counts what was queued as dying, so that whoever drops many knows after which of them something must run.
    queued: Cell<u64>,
    /// Objects made since somebody last asked.
    made: Cell<u64>,
    /// Counts changes inside of mutable objects, so that a recorder knows when to look at them again.
    changes: Cell<u64>,
    /// Generator-like objects alive, and how many there may be.
    generators: Cell<u32>,
    generator_limit: Cell<u32>,
}

thread_local! {
    static METER: Meter = const {
        Meter {
            used: Cell::new(0),
            peak: Cell::new(0),
            limit: Cell::new(usize::MAX),
            attention: Cell::new(false),
            depth: Cell::new(0),
            buried: Cell::new(0),
            looks: Cell::new(false),
            last_id: Cell::new(0),
            last_number: Cell::new(0),
            last_mark: Cell::new(u32::MAX),
            logs: Cell::new(true),
            has_changes: Cell::new(false),
            queued: Cell::new(0),
            made: Cell::new(0),
            changes: Cell::new(0),
            generators: Cell::new(0),
            generator_limit: Cell::new(u32::MAX),
        }
    };
    static CHANGES: RefCell<Vec<Change>> = const { RefCell::new(Vec::new()) };
    static TRASH: RefCell<Vec<Children>> = const { RefCell::new(Vec::new()) };
    #[allow(clippy::vec_box)]
    static SPARE_FRAMES: RefCell<Vec<Box<Frame>>> = const { RefCell::new(Vec::new()) };
    static DYING: RefCell<Vec<Dying>> = const { RefCell::new(Vec::new()) };
    /// By the object's number: the weak references to it.
    static MOURNERS: RefCell<HashMap<u32, Vec<Weak<WeakRef>>>> = RefCell::default();
    static TRACKED: RefCell<Slab> = const { RefCell::new(Slab::new()) };
}

impl Meter {
    #[inline]
    fn charge(&self, bytes: usize) {
        let used = self.used.get().saturating_add(bytes);
        self.used.set(used);
        if used > self.peak.get() {
            self.note_peak(used);
        }
    }

    fn note_peak(&self, used: usize) {
        self.peak.set(used);
        if used > self.limit.get() {
            self.attention.set(true);
        }
    }

    #[inline]
    fn has_buried_enough(&self) -> bool {
        self.buried.get() >= BURIED_AT_ONCE && self.looks.get()
    }

    #[inline]
    fn refund(&self, bytes: usize) {
        self.used.set(self.used.get().saturating_sub(bytes));
    }
}

/// Prepares for a run that may hold `limit` bytes and `generators` generator-like objects.
pub fn begin(limit: usize, generators: u32) {
    CHANGES.with(|log| log.borrow_mut().clear());
    METER.with(|meter| {
        meter.used.set(0);
        meter.peak.set(0);
        meter.limit.set(limit);
        meter.attention.set(false);
        meter.buried.set(0);
        meter.looks.set(true);
        meter.last_id.set(0);
        meter.last_number.set(0);
        meter.last_mark.set(u32::MAX);
        meter.logs.set(true);
        meter.has_changes.set(false);
        meter.made.set(0);
        meter.changes.set(0);
        meter.generators.set(0);
        meter.generator_limit.set(generators);
    });
}

/// Counts a new generator-like object.
#[inline]
pub fn generator_made() {
    METER.with(|meter| {
        meter.generators.set(meter.generators.get() + 1);
        if meter.generators.get() > meter.generator_limit.get() {
            meter.attention.set(true);
        }
    });
}

/// Counts the end of one.
#[inline]
pub fn generator_gone() {
    METER.with(|meter| meter.generators.set(meter.generators.get().saturating_sub(1)));
}

/// Whether more generator-like objects are alive than may be.
pub fn too_many_generators() -> bool {
    METER.with(|meter| meter.generators.get() > meter.generator_limit.get())
}

/// What was charged since the meter stood at `used` and `peak` is nobody's.
pub fn forget_growth(used: usize, peak: usize) {
    METER.with(|meter| {
        meter.used.set(used);
        meter.peak.set(peak);
    });
}

/// How many objects were made since the last time.
pub fn take_made() -> u64 {
    METER.with(|meter| meter.made.take())
}

/// Does work whose objects do not count as made.
pub fn uncounted<R>(work: impl FnOnce() -> R) -> R {
    let before = METER.with(|meter| meter.made.get());
    let result = work();
    METER.with(|meter| meter.made.set(before));
    result
}

/// Bytes held now.
pub fn used() -> usize {
    METER.with(|meter| meter.used.get())
}

/// The most bytes held since the last [`set_peak`], or since the run began.
pub fn peak() -> usize {
    METER.with(|meter| meter.peak.get())
}

/// Begins to measure a new peak, and gives the old one.
pub fn set_peak(bytes: usize) -> usize {
    METER.with(|meter| meter.peak.replace(bytes))
}

/// Whether the run holds more than it may.
pub fn over_limit() -> bool {
    METER.with(|meter| meter.used.get() > meter.limit.get())
}

/// Whether `bytes` more would still be within the limit: to be asked *before* a size that the program controls is allocated.
pub fn has_room(bytes: usize) -> bool {
    METER.with(|meter| meter.used.get().saturating_add(bytes) <= meter.limit.get())
}

/// Whether the virtual machine must look: something is dying, or memory ran out.
#[inline(always)]
pub fn needs_attention() -> bool {
    METER.with(|meter| meter.attention.get())
}

/// Makes the virtual machine look before its next instruction.
pub fn call_for_attention() {
    METER.with(|meter| meter.attention.set(true));
}

/// Clears that flag.
pub fn attended() {
    METER.with(|meter| meter.attention.set(false));
}

/// Burns fuel for as many objects as are dropped in one go, if they were: then the next may be.
pub fn burn_buried() -> Result<(), Stop> {
    let buried = METER.with(|meter| if meter.has_buried_enough() { meter.buried.take() } else { 0 });
    fuel::burn(buried.into())?;
    fuel::go_on(BURIAL * u64::from(buried))
}

/// The run is over, and no machine looks any more: all that is left is dropped in one go.
pub fn end() {
    METER.with(|meter| meter.looks.set(false));
}

/// Says that a mutable object changed inside.
#[inline(always)]
pub fn note_change() {
    METER.with(|meter| meter.changes.set(meter.changes.get() + 1));
}

/// How many changes there have been.
#[inline(always)]
pub fn changes() -> u64 {
    METER.with(|meter| meter.changes.get())
}

/// Keeps the frame of a generator that has died for the machine to use again.
#[allow(clippy::vec_box)]
pub fn spare_frame(frame: Box<Frame>) {
    SPARE_FRAMES.with(|spare| {
        let mut spare = spare.borrow_mut();
        if spare.len() < SPARE_FRAMES_KEPT {
            spare.push(frame);
        }
    });
}

/// Moves those frames to `pool`, which is empty.
#[allow(clippy::vec_box)]
pub fn take_spare_frames(pool: &mut Vec<Box<Frame>>) {
    SPARE_FRAMES.with(|spare| std::mem::swap(&mut *spare.borrow_mut(), pool));
}

/// What must still run code of the program's as it dies.
pub enum Dying {
    /// A suspended generator-like object's frame, with what its new object needs.
    Generator(Box<Frame>, super::generator::Remains),
    /// A generator-like object that sleeps, and that only a cycle holds.
    Collected(Rc<Generator>),
    /// A generator-like object that never ran; for a coroutine, its name: a warning is due.
    Unstarted { frame_id: u32, coroutine: Option<(Rc<super::string::Str>, Value)> },
    /// An instance whose class has `__del__`.
    Instance(Rc<Instance>),
    /// A weak reference whose object has died, and whose callback must be called.
    Callback(Rc<WeakRef>),
    /// What an object held besides what is queued before it: to be dropped only now.
    Left(Children),
}

/// Queues what must run as it dies.
pub fn queue_dying(dying: Dying) {
    DYING.with(|queue| queue.borrow_mut().push(dying));
    METER.with(|meter| {
        meter.queued.set(meter.queued.get() + 1);
        meter.attention.set(true);
    });
}

/// How often something was queued that must run as it dies.
#[inline(always)]
pub fn queued() -> u64 {
    METER.with(|meter| meter.queued.get())
}

/// Whether something waits to run as it dies.
pub fn is_dying() -> bool {
    DYING.with(|queue| !queue.borrow().is_empty())
}

/// Moves what was queued onto the stack `waiting`, the first on top: what dies with an object comes before its elder siblings.
pub fn drain_dying(waiting: &mut Vec<Dying>) {
    DYING.with(|queue| waiting.extend(queue.borrow_mut().drain(..).rev()));
}

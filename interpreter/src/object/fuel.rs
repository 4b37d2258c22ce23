//! The fuel of a run: what natives have burned of its instructions, and when to look up from the work.
//!
//! The machine counts its own instructions. A native whose work grows with its operands burns fuel in proportion, before the work is done: [`burn`]
//! where it can stop, [`note`] where it can't. One unit is about what an instruction takes, some ten to twenty nanoseconds. The tank is kept
//! a thread, as hashing and comparing have no other way to reach it. Next: [`super::heap`], which counts bytes in the same way.

use std::cell::{Cell, RefCell};

use super::heap;
use super::native::Stop;
use crate::StopSignal;
use crate::limits::Limit;

/// How much work is done between two looks at the fuel and at the stop signal: about a millisecond's.
pub const STRIDE: u64 = 50_000;

/// Bytes that are copied or compared for one unit.
const COPIED_BYTES: usize = 64;

/// Bytes that are looked at one by one for one unit: text that is searched, converted, quoted.
const READ_BYTES: usize = 8;

/// Values that are copied, compared by identity or dropped for one unit.
const VALUES: usize = 4;

/// What comparing with another key of the same hash costs.
pub const COLLISION: u64 = 4;

struct Tank {
    /// Burned since the machine last collected.
    burned: Cell<u64>,
    /// What may be burned until then.
    left: Cell<u64>,
    /// Burned since the last look.
    unlooked: Cell<u64>,
    signal: RefCell<Option<StopSignal>>,
}

thread_local! {
    static TANK: Tank = const {
        Tank { burned: Cell::new(0), left: Cell::new(u64::MAX), unlooked: Cell::new(0), signal: RefCell::new(None) }
    };
}

impl Tank {
    #[inline]
    fn burn(&self, units: u64) -> bool {
        self.burned.set(self.burned.get().saturating_add(units));
        self.go_on(units)
    }

    #[inline]
    fn go_on(&self, units: u64) -> bool {
        let unlooked = self.unlooked.get().saturating_add(units);
        self.unlooked.set(unlooked);
        unlooked >= STRIDE
    }

    #[cold]
    fn look(&self) -> Result<(), Stop> {
        heap::call_for_attention();
        if self.burned.get() > self.left.get() {
            return Err(Stop::Limit(Limit::Instructions));
        }
        self.unlooked.set(0);
        let signal = self.signal.borrow().clone();
        if signal.is_some_and(|stops| stops()) { Err(Stop::Stopped) } else { Ok(()) }
    }
}

/// Fills the tank for a run with so many instructions, which `signal` may stop.
pub fn fill(units: u64, signal: Option<StopSignal>) {
    TANK.with(|tank| {
        tank.burned.set(0);
        tank.left.set(units);
        tank.unlooked.set(0);
        *tank.signal.borrow_mut() = signal;
    });
}

/// Burns fuel for work that is about to be done. Errors: the limit on instructions, or the host's wish to stop.
#[inline]
pub fn burn(units: u64) -> Result<(), Stop> {
    TANK.with(|tank| if tank.burn(units) { tank.look() } else { Ok(()) })
}

/// Goes on with work that was burned for before it began: looks at the stop signal when so many units of it are due. Errors: as [`burn`].
#[inline]
pub fn go_on(units: u64) -> Result<(), Stop> {
    TANK.with(|tank| if tank.go_on(units) { tank.look() } else { Ok(()) })
}

/// Burns fuel for work that can't be stopped: the machine looks before its next instruction.
#[inline]
pub fn note(units: u64) {
    TANK.with(|tank| {
        if tank.burn(units) {
            heap::call_for_attention();
        }
    });
}

/// Tells of work that is not the program's, a recorder's: none of its fuel is burned, but the machine looks before its next instruction.
#[inline]
pub fn note_look(units: u64) {
    TANK.with(|tank| {
        if tank.go_on(units) {
            heap::call_for_attention();
        }
    });
}

/// Does work that is a recorder's: what it burns is not the program's, and counts as [`note_look`] does. Nor are the objects that it makes.
pub fn as_look<R>(work: impl FnOnce() -> R) -> R {
    let before = TANK.with(|tank| tank.burned.get());
    let result = heap::uncounted(work);
    TANK.with(|tank| tank.burned.set(before));
    result
}

/// Burns fuel for going through bytes as a whole: copying, filling, comparing.
#[inline]
pub fn burn_copy(bytes: usize) -> Result<(), Stop> {
    burn((bytes / COPIED_BYTES) as u64)
}

/// Burns fuel for looking at bytes one by one.
#[inline]
pub fn burn_read(bytes: usize) -> Result<(), Stop> {
    burn((bytes / READ_BYTES) as u64)
}

/// Burns fuel for going through values.
#[inline]
pub fn burn_values(count: usize) -> Result<(), Stop> {
    burn((count / VALUES) as u64)
}

/// Burns fuel for one more item of what nests, which can't be stopped in the middle. Whether so much has come together since the last look that
/// the work is better left to the prelude, whose frames the machine looks at.
#[inline]
pub fn nests_too_far(items: usize) -> bool {
    note((1 + items / VALUES) as u64);
    is_far()
}

/// Burns fuel for so many keys that a search has met and that were not the one. Whether the search is better left to the prelude, as above.
#[cold]
pub fn collides_too_often(met: u64) -> bool {
    note(COLLISION * met);
    is_far()
}

fn is_far() -> bool {
    TANK.with(|tank| tank.unlooked.get() >= 4 * STRIDE)
}

/// Burns fuel for comparing or hashing so many bytes, where it can't be stopped.
#[inline]
pub fn note_copy(bytes: usize) {
    if bytes >= COPIED_BYTES {
        note((bytes / COPIED_BYTES) as u64);
    }
}

/// Whether the machine has to look: enough was burned since the last time.
#[inline]
pub fn is_due() -> bool {
    TANK.with(|tank| tank.unlooked.get() >= STRIDE || tank.burned.get() > STRIDE)
}

/// What natives have burned since the last time, now the machine's to count.
pub fn collect() -> u64 {
    TANK.with(|tank| {
        tank.unlooked.set(0);
        tank.burned.take()
    })
}

/// Natives may burn so much until [`collect`].
pub fn allow(units: u64) {
    TANK.with(|tank| tank.left.set(units));
}

/// Whether the host wishes to stop.
pub fn is_stopped() -> bool {
    let signal = TANK.with(|tank| tank.signal.borrow().clone());
    signal.is_some_and(|stops| stops())
}

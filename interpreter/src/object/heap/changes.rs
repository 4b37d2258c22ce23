//! The log of changes inside of objects that a recorder has given numbers.

use super::{CHANGES, METER, living};
use crate::object::value::Value;

/// A change inside of an object that a recorder has given a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    pub number: u32,
    pub(super) slot: u32,
    pub(super) place: u32,
}

/// A change that is not at one place.
pub const THROUGHOUT: usize = u32::MAX as usize;

/// So many changes are logged before the log is tidied up for the first time.
const LOGGED_CHANGES: usize = 1024;

impl Change {
    /// The place, if it is one.
    pub fn place(self) -> Option<usize> {
        Some(self.place as usize).filter(|place| *place != THROUGHOUT)
    }

    /// The object that changed, if it still lives.
    pub fn object(self) -> Option<Value> {
        living(self.slot, self.number)
    }
}

pub(super) fn log_change(change: Change) {
    METER.with(|meter| meter.has_changes.set(true));
    CHANGES.with(|log| {
        let mut log = log.borrow_mut();
        if log.last() == Some(&change) {
            return;
        }
        if log.len() >= LOGGED_CHANGES && log.len() == log.capacity() {
            tidy(&mut log);
        }
        log.push(change);
    });
}

/// Leaves one change of each object in the log: it can't grow beyond the objects that have numbers.
fn tidy(log: &mut Vec<Change>) {
    log.sort_unstable();
    log.dedup_by(|next, kept| {
        let same = next.number == kept.number;
        kept.place = if same && next.place != kept.place { THROUGHOUT as u32 } else { kept.place };
        same
    });
}

/// Moves what was logged to `changes`, which is empty.
pub fn take_changes(changes: &mut Vec<Change>) {
    METER.with(|meter| meter.has_changes.set(false));
    CHANGES.with(|log| std::mem::swap(&mut *log.borrow_mut(), changes));
}

/// Whether something was logged.
#[inline(always)]
pub fn has_changes() -> bool {
    METER.with(|meter| meter.has_changes.get())
}

/// Nobody asks for the log any more.
pub fn end_log() {
    METER.with(|meter| {
        meter.logs.set(false);
        meter.has_changes.set(false);
    });
    CHANGES.with(|log| *log.borrow_mut() = Vec::new());
}

//! How the children of dying objects are dropped, without nesting the host's stack.

use super::{Dying, METER, Meter, TRASH, queue_dying};
use crate::object::value::Value;

/// How deep drops may nest before children wait in the trash.
const BURIAL_DEPTH: u32 = 40;

/// The children of a dying object that are still to be dropped.
pub type Children = Box<dyn Iterator<Item = Value>>;

/// Drops the children of a dying object, one after the other: at once, or, deep down, by way of the trash. Where something has to run as
/// one of them dies, those behind it are dropped when it has run, as in CPython. Those behind the first [`BURIED_AT_ONCE`] wait, too.
pub fn bury<C: IntoIterator<Item = Value>>(children: C)
where
    C::IntoIter: 'static,
{
    bury_or_put_aside(children.into_iter(), |rest| Box::new(rest));
}

/// The same, of children that are taken from where they stand.
pub fn bury_in_place<'a>(children: impl IntoIterator<Item = &'a mut Value>) {
    bury_or_put_aside(children.into_iter().map(Value::take), collected);
}

/// The same, of children that were left.
pub fn bury_left(children: Children) {
    bury_or_put_aside(children, |rest| rest);
}

/// Queues the children that are left of an object while something runs, because one of them died, that must run before they are dropped.
#[cold]
pub fn queue_left(children: impl IntoIterator<Item = Value>) {
    leave(collected(children.into_iter()));
}

fn collected(children: impl Iterator<Item = Value>) -> Children {
    Box::new(children.filter(Value::is_heap).collect::<Vec<_>>().into_iter())
}

fn leave(children: Children) {
    if !is_empty(&children) {
        queue_dying(Dying::Left(children));
    }
}

fn is_empty(children: &impl Iterator) -> bool {
    children.size_hint().1 == Some(0)
}

/// Drops children, or has `aside` keep what is left of them.
fn bury_or_put_aside<I: Iterator<Item = Value>>(children: I, aside: impl FnOnce(I) -> Children) {
    if is_empty(&children) {
        return;
    }
    let mut children = children;
    METER.with(|meter| {
        let depth = meter.depth.get();
        if depth >= BURIAL_DEPTH {
            TRASH.with(|trash| trash.borrow_mut().push(aside(children)));
            return;
        }
        meter.depth.set(depth + 1);
        if drop_in_turn(meter, &mut children) {
            leave(aside(children));
        }
        meter.depth.set(depth);
        if depth == 0 {
            empty_trash(meter);
            if meter.has_buried_enough() {
                meter.attention.set(true);
            }
        }
    });
}

/// Drops children up to one that has something run, or to as many as are dropped in one go. Whether some may be left.
fn drop_in_turn(meter: &Meter, children: &mut impl Iterator<Item = Value>) -> bool {
    let queued = meter.queued.get();
    for child in children.filter(Value::is_heap) {
        drop(child);
        meter.buried.set(meter.buried.get() + 1);
        if meter.queued.get() != queued || meter.has_buried_enough() {
            return true;
        }
    }
    false
}

fn empty_trash(meter: &Meter) {
    while !meter.has_buried_enough()
        && let Some(mut children) = TRASH.with(|trash| trash.borrow_mut().pop())
    {
        meter.depth.set(1);
        if drop_in_turn(meter, &mut children) {
            leave(children);
        }
        meter.depth.set(0);
    }
    let left = TRASH.with(|trash| std::mem::take(&mut *trash.borrow_mut()));
    left.into_iter().rev().for_each(leave);
}

//! What the objects of a run hold, told once and then as it changes.
//!
//! Told are the objects that can be reached from a variable of a shown frame, or from a value that goes into one or comes out, breadth first.
//! A value is *reached* as it is told ([`Objects::reach`]); what is reached for the first time is told at the end of the step. From then on
//! the heap logs each change of the object, whoever makes it, and the next step of whichever frame tells it. So the cost is that of the
//! changes: an object that does not change is not looked at again. What was told of each object is remembered by identity, and never keeps
//! anything alive. [`holding`] reads an object, [`difference`] finds the changes of a sequence; `contents` tells them.

pub mod difference;
pub mod holding;

use std::collections::VecDeque;

use hashbrown::HashMap;

use crate::limits::{OBJECT_DEPTH, OBJECT_LOOKS, OBJECT_LOOKS_A_STEP};
use crate::object::heap;
use crate::object::show;
use crate::object::value::Value;

use super::account::Text;
use difference::Mark;
use holding::{Guise, Held};

/// The objects that were told, and those that are to be told at the end of the step.
#[derive(Default)]
pub struct Objects {
    pub told: HashMap<u32, Told>,
    /// Containers inside of objects, by their number: which object tells their changes.
    pub inner: HashMap<u32, u32>,
    /// Objects come to in this step, with how far they are from a variable.
    pub reached: VecDeque<(Value, u32)>,
    pub changes: Vec<heap::Change>,
    /// What the tables above take.
    pub held: usize,
    pub looks: u64,
    /// How many of them there may be at the end of this step.
    pub most_looks: u64,
    /// The dead are swept out when so many objects were told.
    pub sweep_at: usize,
    pub has_ended: bool,
}

/// What was told of an object.
pub struct Told {
    /// Where the heap tracks it, if it can change.
    pub slot: Option<usize>,
    pub depth: u32,
    /// It is among those to be told in this step.
    pub waits: bool,
    /// None: it was come to, and left out.
    pub contents: Option<Contents>,
}

pub struct Contents {
    pub guise: Guise,
    pub attributes: Vec<(Text, (u8, u64))>,
    /// The first items or entries.
    pub slots: Vec<Mark>,
    pub length: usize,
    /// Items behind the first ones were told, too.
    pub beyond: bool,
}

/// What a told object takes, besides its items and attributes.
const TOLD_BYTES: usize = 160;

/// When the dead are first swept out.
const FIRST_SWEEP: usize = 4_096;

impl Objects {
    /// A value is told, so far from a variable.
    #[inline]
    pub fn reach(&mut self, value: &Value, depth: u32) {
        if value.is_heap() && depth <= OBJECT_DEPTH && !self.has_ended && show::has_number(value) {
            self.reach_object(value, depth);
        }
    }

    fn reach_object(&mut self, value: &Value, depth: u32) {
        let Some(header) = value.header() else { return };
        let known = self.told.entry(header.number()).or_insert_with(|| {
            self.held += TOLD_BYTES;
            Told { slot: header.slot(), depth: u32::MAX, waits: false, contents: None }
        });
        // What was left out is tried again; what is nearer now than before has others behind it that are, too.
        if known.depth > depth || known.contents.is_none() && !known.waits {
            known.depth = known.depth.min(depth);
            known.waits = true;
            self.reached.push_back((value.clone(), depth));
        }
    }

    /// Whether there is nothing to tell.
    #[inline]
    pub fn is_idle(&self) -> bool {
        self.has_ended || self.reached.is_empty() && !heap::has_changes()
    }

    /// A step begins to be told.
    pub fn begin_step(&mut self) {
        self.most_looks = OBJECT_LOOKS.min(self.looks + OBJECT_LOOKS_A_STEP);
    }

    pub fn has_looked_too_much(&self) -> bool {
        self.looks > self.most_looks
    }

    /// Nothing more is told.
    pub fn end(&mut self) {
        heap::end_log();
        *self = Objects { has_ended: true, looks: self.looks, ..Objects::default() };
    }

    /// Forgets the objects that have died. Those that can't change are not known to have: little is kept of them.
    pub fn sweep(&mut self) {
        if self.told.len() < self.sweep_at.max(FIRST_SWEEP) {
            return;
        }
        self.looks += self.told.len() as u64;
        let lives = |number: u32, told: &Told| told.slot.is_none_or(|slot| heap::living(slot as u32, number).is_some());
        self.told.retain(|number, told| lives(*number, told));
        let told = &self.told;
        self.inner.retain(|_, owner| told.contains_key(owner));
        self.held = self.told.values().map(Told::bytes).sum();
        self.sweep_at = 2 * self.told.len();
    }
}

impl Told {
    pub fn bytes(&self) -> usize {
        TOLD_BYTES + self.contents.as_ref().map_or(0, Contents::bytes)
    }
}

impl Contents {
    pub fn bytes(&self) -> usize {
        self.slots.capacity() * size_of::<Mark>() + self.attributes.capacity() * size_of::<(Text, (u8, u64))>()
    }
}

/// What stands at a place, by identity.
pub fn mark(held: &Held) -> Mark {
    let key = if held.key.is_unbound() { (0, 0) } else { number(&held.key) };
    Mark { key, value: number(&held.value) }
}

/// The tag of values that have a number of their own.
pub const OBJECT: u8 = u8::MAX;

/// Identity that holds for the whole run: an object by its number, since its place may be another's later.
pub fn number(value: &Value) -> (u8, u64) {
    let Some(header) = value.header() else { return value.identity() };
    let number = match header.known_number() {
        0 if show::has_number(value) => header.number(),
        0 => header.mark(),
        known => known,
    };
    (OBJECT, u64::from(number))
}

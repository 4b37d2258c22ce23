//! What instructions do, a file for each family. The loop, [`machine`](super::machine), lists them all.
//!
//! The functions here are the instructions that stay in their frame: they work on a [`Site`], and answer how the loop goes on, or the [`Detour`] that leads
//! to their result. All of them are inlined into the loop. What changes frames is a method of [`Context`](super::Context).

pub(super) mod attributes;
pub(super) mod calls;
pub(super) mod collections;
pub(super) mod exceptions;
pub(super) mod iteration;
pub(super) mod jumps;
pub(super) mod matching;
pub(super) mod numbers;
pub(super) mod variables;

use std::mem::{forget, replace};

use super::registers::{clear, drop_slot, put};
use super::{Loaded, Vm};
use crate::object::frame::{Frame, Then};
use crate::object::native::Trap;
use crate::object::value::Value;
use stillframe_front::bytecode::op::Reg;

/// Where an instruction runs: its code, the registers of its frame, the machine. Functions that are not inlined get its parts: the loop keeps
/// them in the processor's registers only as long as nobody holds a reference to the whole.
pub(super) struct Site<'a, 'host> {
    pub vm: &'a mut Vm<'host>,
    pub code: &'a Loaded,
    pub registers: &'a mut [Value],
}

/// How the loop goes on.
pub(super) enum Pace {
    /// At once: nothing can be dying.
    AtOnce,
    /// After a look whether something is dying.
    Look,
}

/// Whether a jump is taken, and how the loop goes on.
pub(super) struct Jump {
    pub is_taken: bool,
    pub pace: Pace,
}

/// An instruction that does its usual cases at once.
pub(super) enum Way {
    Done,
    /// A method of the context does the others.
    Outside,
}

/// The same of a call. What the end of the frame means is said as it is entered, and goes through no other hands: it would be stored in
/// halves here, and loaded as a whole there.
pub(super) enum Call {
    Done,
    /// The frame of a plain function begins.
    Enter(Box<Frame>),
    Outside,
}

/// What must be done before an instruction has its result, or the exception that it raised; and what the result means.
pub(super) struct Detour {
    pub trap: Trap,
    pub then: Then,
}

/// Of an instruction after which something may be dying. The loop asks few things of each answer, one after the other: where an answer of
/// many cases comes together from many places, it would be asked by a jump through a table, which costs as much as the instruction.
pub(super) type Next = Result<(), Detour>;
pub(super) type Quick = Result<Pace, Detour>;
pub(super) type Jumped = Result<Jump, Detour>;

impl Jump {
    #[inline(always)]
    fn at_once(is_taken: bool) -> Jump {
        Jump { is_taken, pace: Pace::AtOnce }
    }

    #[inline(always)]
    fn and_look(is_taken: bool) -> Jump {
        Jump { is_taken, pace: Pace::Look }
    }
}

impl From<Trap> for Detour {
    #[inline(always)]
    fn from(trap: Trap) -> Detour {
        Detour { trap, then: Then::Discard }
    }
}

impl Site<'_, '_> {
    #[inline(always)]
    fn get(&self, register: Reg) -> &Value {
        &self.registers[usize::from(register)]
    }

    #[inline(always)]
    fn slot(&mut self, register: Reg) -> &mut Value {
        &mut self.registers[usize::from(register)]
    }

    /// Stores a value.
    #[inline(always)]
    pub(super) fn put(&mut self, d: Reg, value: Value) -> Next {
        put(self.slot(d), value);
        Ok(())
    }

    /// Stores a value that is no object: nothing can be dying, unless the register held one.
    #[inline(always)]
    pub(super) fn put_small(&mut self, d: Reg, value: Value) -> Quick {
        let slot = self.slot(d);
        if slot.is_heap() {
            drop_slot(slot);
            forget(replace(slot, value));
            return Ok(Pace::Look);
        }
        forget(replace(slot, value));
        Ok(Pace::AtOnce)
    }

    /// Stores an answer, or has it made.
    #[inline(always)]
    fn answer(&mut self, d: Reg, answer: Result<Value, Trap>) -> Next {
        match answer {
            Ok(value) => self.put(d, value),
            Err(trap) => Err(Detour { trap, then: Then::Store { into: d } }),
        }
    }

    /// Goes to `t` if the answer is `wanted`.
    #[inline(always)]
    fn jump_on(&mut self, answer: Result<bool, Trap>, t: u32, wanted: bool) -> Jumped {
        match answer {
            Ok(truth) => Ok(Jump::and_look(truth == wanted)),
            Err(trap) => Err(Detour { trap, then: Then::JumpIf { truth: wanted, exit: t } }),
        }
    }

    /// Takes an operand that is a temporary, copies one that is a variable.
    #[inline(always)]
    pub(super) fn operand(&mut self, s: Reg) -> Result<Value, Trap> {
        self.check_bound(s)?;
        Ok(self.take_or_copy(s))
    }

    /// Takes what a frame returns. If somebody looks at the frame, its variables keep what they hold.
    #[inline(always)]
    pub(super) fn take_returned(&mut self, s: Reg, is_looked_at: bool) -> Result<Value, Trap> {
        self.check_bound(s)?;
        if is_looked_at && s < self.code.temp_start {
            return Ok(self.get(s).copy());
        }
        Ok(self.slot(s).take())
    }

    #[inline(always)]
    fn take_or_copy(&mut self, s: Reg) -> Value {
        if s >= self.code.temp_start { self.slot(s).take() } else { self.get(s).copy() }
    }

    #[inline(always)]
    fn check_bound(&mut self, s: Reg) -> Result<(), Trap> {
        if self.get(s).is_unbound() {
            return Err(self.vm.unbound(self.code, s));
        }
        Ok(())
    }

    /// A temporary that an instruction has read dies.
    #[inline(always)]
    fn release(&mut self, register: Reg) {
        if register >= self.code.temp_start {
            clear(self.slot(register));
        }
    }
}

/// What does not answer a value has been done.
#[inline(always)]
fn done<T>(answer: Result<T, Trap>) -> Next {
    match answer {
        Ok(_) => Ok(()),
        Err(trap) => Err(trap.into()),
    }
}

//! What instructions do, a file for each family. The loop, [`machine`](super::machine), lists them all.
//!
//! The functions here are the instructions that stay in their frame: they work on a [`Site`] and answer a [`Flow`], or the [`Detour`] that leads
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
    pub codes: &'a [Loaded],
    pub code: &'a Loaded,
    pub registers: &'a mut [Value],
}

/// Where the loop goes on in this frame.
pub(super) enum Flow {
    /// At the next instruction. Nothing can be dying.
    Next,
    /// At the next instruction, after what is dying.
    Look,
    /// At that instruction. Nothing can be dying.
    Jump(u32),
    /// At that instruction, after what is dying.
    JumpLook(u32),
}

/// Where the loop goes on, of an instruction that may leave the frame.
pub(super) enum Way {
    Stay(Flow),
    /// In the frame of a plain function.
    Enter(Box<Frame>, Then),
    /// In the frame of a generator, which `next` resumes.
    Resume(Box<Frame>, Then),
    /// Out of a `for`, when what is dying has been finalised.
    LeaveFor(u32),
    /// Where a method of the context leads: that does the rarer cases.
    Outside,
}

/// What must be done before an instruction has its result, or the exception that it raised; and what the result means.
pub(super) struct Detour {
    pub trap: Trap,
    pub then: Then,
}

pub(super) type Next = Result<Flow, Detour>;

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
    fn put(&mut self, d: Reg, value: Value) -> Next {
        put(self.slot(d), value);
        Ok(Flow::Look)
    }

    /// Stores a value that is no object: nothing can be dying, unless the register held one.
    #[inline(always)]
    fn put_small(&mut self, d: Reg, value: Value) -> Next {
        let slot = self.slot(d);
        if slot.is_heap() {
            drop_slot(slot);
            forget(replace(slot, value));
            return Ok(Flow::Look);
        }
        forget(replace(slot, value));
        Ok(Flow::Next)
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
    fn jump_on(&mut self, answer: Result<bool, Trap>, t: u32, wanted: bool) -> Next {
        match answer {
            Ok(truth) if truth == wanted => Ok(Flow::JumpLook(t)),
            Ok(_) => Ok(Flow::Look),
            Err(trap) => Err(Detour { trap, then: Then::JumpIf { truth: wanted, exit: t } }),
        }
    }

    /// Takes an operand that is a temporary, copies one that is a variable.
    #[inline(always)]
    pub(super) fn operand(&mut self, s: Reg) -> Result<Value, Trap> {
        self.check_bound(s)?;
        Ok(self.take_or_copy(s))
    }

    /// Takes what a register holds: a frame that returns needs nothing any more.
    #[inline(always)]
    pub(super) fn take_bound(&mut self, s: Reg) -> Result<Value, Trap> {
        self.check_bound(s)?;
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
        Ok(_) => Ok(Flow::Look),
        Err(trap) => Err(trap.into()),
    }
}

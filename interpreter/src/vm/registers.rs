//! Registers written, taken and cleared.
//!
//! A register that holds an object may run code of the program as it is overwritten: the object dies. That is noted, and done between two
//! instructions (`finalise`).

use std::mem::{forget, replace};

use crate::object::frame::Frame;
use crate::object::heap;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{NONE, Reg};

/// Writes a register. The old value is never looked at after the write: that would load what was just stored in halves.
#[inline(always)]
pub fn put(slot: &mut Value, value: Value) {
    if slot.is_heap() {
        drop_slot(slot);
    }
    forget(replace(slot, value));
}

/// Writes a result into a frame's register, or drops it where that is NONE.
#[inline]
pub fn put_result(frame: &mut Frame, register: Reg, value: Value) {
    if register != NONE {
        put(&mut frame.registers[usize::from(register)], value);
    }
}

/// Unbinds a register.
#[inline(always)]
pub fn clear(slot: &mut Value) {
    if slot.is_heap() {
        drop_slot(slot);
    } else {
        forget(replace(slot, Value::Unbound));
    }
}

/// Clears registers one after the other. Where something has to run as what one of them held dies, those behind it are dropped when it has
/// run, as in CPython.
#[inline]
pub fn clear_in_turn<'a>(slots: impl Iterator<Item = &'a mut Value>) {
    let mut slots = slots;
    let queued = heap::queued();
    while let Some(slot) = slots.next() {
        if !slot.is_heap() {
            forget(replace(slot, Value::Unbound));
            continue;
        }
        drop_slot(slot);
        if heap::queued() != queued {
            return heap::queue_left(slots.map(Value::take));
        }
    }
}

/// Drops what a register holds. Out of line: most registers hold small values.
#[inline(never)]
pub fn drop_slot(slot: &mut Value) {
    *slot = Value::Unbound;
}

/// Moves arguments to where a frame has its parameters.
#[inline(always)]
pub fn take_over(registers: &mut [Value], args: &mut [Value]) {
    for (to, from) in registers.iter_mut().zip(args) {
        forget(replace(to, from.take()));
    }
}

/// Takes `n` registers from `s`.
#[inline(always)]
pub fn take_all(registers: &mut [Value], s: Reg, n: u8) -> Vec<Value> {
    registers[usize::from(s)..usize::from(s) + usize::from(n)].iter_mut().map(Value::take).collect()
}

/// What is sent lives at least until `send` answers, as an argument of CPython's method: the caller keeps it in a register. Which one; none
/// for what nobody could miss.
#[inline(always)]
pub fn keep_sent(value: &Value, register: &mut Value, number: Reg) -> Option<Reg> {
    value.is_heap().then(|| {
        *register = value.clone();
        number
    })
}

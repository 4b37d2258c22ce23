//! The promise that a host can stop a run at any time: no more than [`LONGEST`] of processor time goes by between two looks at the fuel and at the
//! stop signal, inside of natives too.
//!
//! This is the one place where tests assert processor time, since the promise is about processor time. It is that of the thread, so other work
//! on the machine does not count. Where a measurement is over the bound it is made twice more, and the least one counts.

mod natives;
mod programs;
#[path = "../support/stretch.rs"]
mod stretch;

/// The longest stretch between two looks, in nanoseconds.
const LONGEST: u64 = 20_000_000 * SLOWNESS;

/// How many times as long everything may take where the interpreter is optimised little, and what it uses not at all.
const SLOWNESS: u64 = if cfg!(debug_assertions) { 8 } else { 1 };

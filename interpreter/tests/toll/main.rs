//! The promise that a host can stop a run at any time: no more than [`LONGEST`](bounds::LONGEST) of processor time goes by between two looks at the fuel and at the
//! stop signal, inside of natives too.
//!
//! This is the one place where tests assert processor time, since the promise is about processor time. It is that of the thread, so other work
//! on the machine does not count. Where a measurement is over the bound it is made twice more, and the least one counts.

mod bounds;
#[path = "../support/looks.rs"]
mod looks;
mod programs;

//! The thread that the commands run programs on. No program nests the host's stack; the depth is for the parser, the compiler and the
//! host's own calls.

use std::{process, thread};

const STACK_BYTES: usize = 16 * 1024 * 1024;

/// Does work, and gives what comes of it.
pub fn on_a_deep_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let worker = thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work).expect("a thread can be started");
        // A panic has told its message already; 101 is what Rust's programs end with. In a release build it has ended us.
        worker.join().unwrap_or_else(|_| process::exit(101))
    })
}

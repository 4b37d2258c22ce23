//! The thread that the commands run programs on. No program nests the host's stack; the depth is for the parser, the compiler and the
//! host's own calls.

use std::thread;

const STACK_BYTES: usize = 16 * 1024 * 1024;

/// Does work that gives an exit status.
pub fn on_a_deep_stack(work: impl FnOnce() -> i32 + Send) -> i32 {
    thread::scope(|scope| {
        let worker = thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work).expect("a thread can be started");
        // A panic has told its message already; 101 is what Rust's programs end with. In a release build it has ended us.
        worker.join().unwrap_or(101)
    })
}

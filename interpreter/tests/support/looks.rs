//! Measures how long a run goes on between two looks at its stop signal, in processor time.

use std::cell::Cell;
use std::rc::Rc;

use rustix::time::{ClockId, clock_gettime};
use stillframe_interpreter::StopSignal;

/// Notes each look.
#[derive(Default)]
pub struct Watch {
    last: Cell<u64>,
    /// Of the stretches that are over, in nanoseconds.
    pub longest: Cell<u64>,
}

impl Watch {
    /// Begins to measure.
    pub fn begin(&self) {
        self.last.set(processor_time());
        self.longest.set(0);
    }

    /// Somebody looks: the stretch since the last time is over.
    pub fn look(&self) {
        let now = processor_time();
        self.longest.set(self.longest.get().max(now - self.last.replace(now)));
    }

    /// The same watch as a run asks it.
    pub fn signal(self: &Rc<Watch>) -> StopSignal {
        let watch = self.clone();
        Rc::new(move || {
            watch.look();
            false
        })
    }
}

/// Processor time of this thread in nanoseconds.
pub fn processor_time() -> u64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
}

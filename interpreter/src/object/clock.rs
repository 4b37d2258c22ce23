//! The virtual clock of a run: it moves where the program sleeps, and costs nothing.
//!
//! A program that waits by reading the clock over and over would wait for ever. So, past the first [`FREE_READINGS`] of one reader at one
//! instant, each reading moves the clock by a [`TICK`]: the same in each run. Each task is a reader of its own: hundreds of them may read the
//! clock a few times each.

use std::collections::HashMap;

/// How often one reader may read the clock at one instant before it moves.
const FREE_READINGS: u32 = 100;

/// Seconds.
const TICK: f64 = 0.001;

/// The clock, in seconds since the run began.
#[derive(Default)]
pub struct Clock {
    seconds: f64,
    /// How often each reader read it since it stood still.
    readings: HashMap<u32, u32>,
    /// Seconds that it was moved by readings alone.
    read_on: f64,
    was_read: bool,
}

impl Clock {
    /// The time, for the library's own use.
    pub fn now(&self) -> f64 {
        self.seconds
    }

    /// The time, for a program that asks. `reader` is the number of the context that it runs in.
    pub fn read(&mut self, reader: u32) -> f64 {
        self.was_read = true;
        let readings = self.readings.entry(reader).or_default();
        *readings = readings.saturating_add(1);
        if *readings > FREE_READINGS {
            self.seconds += TICK;
            self.read_on += TICK;
        }
        self.seconds
    }

    /// Lets time pass up to this moment, if it is still to come.
    pub fn advance_to(&mut self, seconds: f64) {
        if seconds > self.seconds {
            self.seconds = seconds;
            self.readings.clear();
        }
    }

    /// Seconds that the program was busy: those that it spent reading the clock.
    pub fn busy(&self) -> f64 {
        self.read_on
    }

    /// Whether a program asked for the time.
    pub fn was_read(&self) -> bool {
        self.was_read
    }

    pub fn was_read_on(&self) -> bool {
        self.read_on > 0.0
    }
}

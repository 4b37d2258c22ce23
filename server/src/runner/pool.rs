//! The worker processes that have nothing to do. One is started when a program finds none, and goes back here after its run, so
//! there are never more of them than programs have run at one time.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::process::Worker;
use super::protocol::{Answer, Job};
use crate::error::Error;

#[derive(Debug)]
pub struct Pool {
    /// The program `stillframe`.
    program: PathBuf,
    idle: Mutex<Vec<Worker>>,
}

/// A worker that holds more after a run is not used again, as the only way to get all of its memory back: an allocator gives the system
/// little of what many small objects have left. Starting another takes milliseconds, a program of this size hundreds.
const WORN_BYTES: usize = 64 * 1024 * 1024;

impl Pool {
    pub fn new(program: PathBuf) -> Self {
        Pool { program, idle: Mutex::default() }
    }

    /// Runs a program, until `stop` is ready at most. A worker that fails is not used again.
    pub async fn run(&self, job: Job, stop: impl Future<Output = ()>) -> Result<Answer, Error> {
        let mut worker = match self.take() {
            Some(worker) => worker,
            None => Worker::start(&self.program)?,
        };
        let answer = worker.run(job, stop).await?;
        if answer.summary.held <= WORN_BYTES {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(worker);
        }
        Ok(answer)
    }

    /// The worker that ran last: its memory is warm. One that died meanwhile is nobody's fault.
    fn take(&self) -> Option<Worker> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(mut worker) = idle.pop() {
            if worker.is_alive() {
                return Some(worker);
            }
            tracing::warn!("a worker process ended between two runs");
        }
        None
    }
}

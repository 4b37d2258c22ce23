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
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(worker);
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

//! The worker processes that have nothing to do. One is started when a program finds none, and goes back here after its run, so
//! there are never more of them than programs have run at one time.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::process::{Recipe, Worker};
use super::protocol::{Answer, Job};
use crate::error::Error;
use crate::isolation::Report;

#[derive(Debug)]
pub struct Pool {
    recipe: Recipe,
    idle: Mutex<Vec<Worker>>,
    /// What the first worker said of the layers around it. The others are started alike.
    isolation: OnceLock<Report>,
    started: AtomicU64,
}

/// A worker that holds more after a run is not used again, as the only way to get all of its memory back: an allocator gives the system
/// little of what many small objects have left. Starting another takes milliseconds, a program of this size hundreds.
const WORN_BYTES: usize = 64 * 1024 * 1024;

impl Pool {
    pub fn new(recipe: Recipe) -> Self {
        Pool { recipe, idle: Mutex::default(), isolation: OnceLock::new(), started: AtomicU64::new(0) }
    }

    /// Starts a worker for the first program, and tells which layers hold around it.
    pub async fn prepare(&self) -> Result<Report, Error> {
        let worker = self.start().await?;
        let report = worker.isolation().clone();
        self.put(worker);
        Ok(report)
    }

    /// Which layers hold around programs; none before the first worker has started.
    pub fn isolation(&self) -> Option<&Report> {
        self.isolation.get()
    }

    /// How many workers are at rest.
    pub fn at_rest(&self) -> usize {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// How many workers were started so far.
    pub fn started(&self) -> u64 {
        self.started.load(Ordering::Relaxed)
    }

    /// Runs a program, until `stop` is ready at most. A worker that fails is not used again.
    pub async fn run(&self, job: Job, stop: impl Future<Output = ()>) -> Result<Answer, Error> {
        let mut worker = match self.take() {
            Some(worker) => worker,
            None => self.start().await?,
        };
        let answer = worker.run(job, stop).await?;
        if worker.resident().unwrap_or(answer.summary.held) <= WORN_BYTES && worker.spent() <= self.recipe.lifetime {
            self.put(worker);
        }
        Ok(answer)
    }

    async fn start(&self) -> Result<Worker, Error> {
        let worker = Worker::start(&self.recipe).await?;
        self.started.fetch_add(1, Ordering::Relaxed);
        self.isolation.get_or_init(|| worker.isolation().clone());
        Ok(worker)
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

    fn put(&self, worker: Worker) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(worker);
    }
}

//! Runs programs for the server: a bounded number at once, each in a worker process, with a deadline, and no longer than somebody
//! waits for it. What a program gives is kept, so that a lesson read by many runs once.
//!
//! Next: `pool`, the workers at rest; `process`, one of them as the server sees it, `worker`, from within; `protocol`, what they say.

mod pool;
mod process;
mod protocol;
pub mod worker;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use std::{env, thread};

use moka::future::Cache;
use stillframe_interpreter::Limits;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, TryAcquireError, oneshot, watch};
use tokio::time::{sleep, timeout};

use crate::VERSION;
use crate::compression::Gzipped;
use crate::error::Error;
use crate::isolation::{Bounds, Report};
use pool::Pool;
use process::{GRACE, Recipe};
pub use protocol::Program;
use protocol::{Answer, Job};

#[derive(Clone, Debug)]
pub struct Settings {
    pub limits: Limits,
    /// Programs that run at the same time.
    pub at_once: usize,
    /// Programs that wait for their turn; one more is sent away.
    pub waiting: usize,
    /// How long a program may run.
    pub deadline: Duration,
    /// Bytes that a worker may hold; none for twice what a program may have, and 128 MiB for what surrounds it.
    pub worker_memory: Option<usize>,
    /// The program `stillframe`, whose command `worker` runs them.
    pub stillframe: PathBuf,
}

/// Cheap to clone: all clones share their places and what they keep.
#[derive(Clone)]
pub struct Runner {
    settings: Arc<Settings>,
    /// A place for each program that runs or waits.
    places: Arc<Semaphore>,
    /// A turn for each program that runs. It goes with the run, and so is given back only when the run has really ended.
    turns: Arc<Semaphore>,
    closing: watch::Sender<bool>,
    pool: Arc<Pool>,
    kept: Cache<[u8; blake3::OUT_LEN], Gzipped>,
}

/// Room for the traces that are kept, in bytes, compressed.
const KEPT_BYTES: u64 = 64 * 1024 * 1024;

/// So long a page waits for the trace that goes out with it.
const MOMENT: Duration = Duration::from_millis(200);

/// A page carries a trace of no more bytes than this, compressed. A larger one is fetched beside the page's other parts.
const SMALL_TRACE: usize = 48 * 1024;

impl Default for Settings {
    fn default() -> Self {
        let at_once = thread::available_parallelism().map_or(1, |n| n.get());
        Settings {
            limits: Limits::default(),
            at_once,
            waiting: 32 * at_once,
            deadline: Duration::from_secs(10),
            worker_memory: None,
            stillframe: this_program(),
        }
    }
}

impl Settings {
    /// Several times what a run takes at most, so that only what the interpreter fails to count is ended by these bounds.
    fn recipe(&self) -> Recipe {
        let memory = self.limits.memory;
        Recipe {
            program: self.stillframe.clone(),
            bounds: Bounds {
                address_space: (memory as u64).saturating_mul(4).saturating_add(512 * 1024 * 1024),
                processor: pool::LIFETIME + self.deadline + 3 * GRACE,
            },
            memory: self.worker_memory.unwrap_or_else(|| memory.saturating_mul(2).saturating_add(128 * 1024 * 1024)),
        }
    }
}

impl Runner {
    pub fn new(settings: Settings) -> Self {
        Runner {
            places: Arc::new(Semaphore::new(settings.at_once + settings.waiting)),
            turns: Arc::new(Semaphore::new(settings.at_once)),
            closing: watch::Sender::new(false),
            pool: Arc::new(Pool::new(settings.recipe())),
            kept: Cache::builder().max_capacity(KEPT_BYTES).weigher(|_, trace: &Gzipped| trace.size() as u32).build(),
            settings: Arc::new(settings),
        }
    }

    /// The packed trace of a program, where the run takes no more than a moment and the trace is small. A longer run is stopped.
    pub async fn quick_trace(&self, program: Program) -> Option<Gzipped> {
        let trace = timeout(MOMENT, self.trace(program)).await.ok()?.ok()?;
        (trace.size() <= SMALL_TRACE).then_some(trace)
    }

    pub fn limits(&self) -> &Limits {
        &self.settings.limits
    }

    /// The packed trace of a program. Whoever drops the future before it is ready stops the run.
    pub async fn trace(&self, program: Program) -> Result<Gzipped, Error> {
        if program.source.len() > self.settings.limits.source {
            return Err(Error::SourceTooLarge(self.settings.limits.source));
        }
        let kept = self.kept.try_get_with(self.key(&program), async {
            match self.run(program).await {
                Ok(answer) if answer.summary.lasting => Ok(answer.trace),
                Ok(answer) => Err(NotKept::Trace(answer.trace)),
                Err(error) => Err(NotKept::Error(error)),
            }
        });
        kept.await.or_else(|not_kept| match &*not_kept {
            NotKept::Trace(trace) => Ok(trace.clone()),
            NotKept::Error(error) => Err(error.clone()),
        })
    }

    /// Starts the first worker, and tells which layers hold around it.
    pub async fn prepare(&self) -> Result<Report, Error> {
        self.pool.prepare().await
    }

    /// Which layers hold around programs; none before the first worker has started.
    pub fn isolation(&self) -> Option<&Report> {
        self.pool.isolation()
    }

    /// Stops what runs, so that the server can end soon.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    /// How many programs run now.
    pub fn running(&self) -> usize {
        self.settings.at_once - self.turns.available_permits()
    }

    /// Everything that a trace depends on.
    fn key(&self, program: &Program) -> [u8; blake3::OUT_LEN] {
        let mut hasher = blake3::Hasher::new();
        let how = format!("{VERSION}\0{:?}\0{program:?}", self.settings.limits);
        hasher.update(how.as_bytes()).finalize().into()
    }

    async fn run(&self, program: Program) -> Result<Answer, Error> {
        let _place = self.places.try_acquire().map_err(|_: TryAcquireError| Error::Busy)?;
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(Error::internal)?;
        let (client, answer) = oneshot::channel();
        let job = Job { program, limits: self.settings.limits.clone() };
        // A task of its own sees the run to its end, although nobody may wait for it any more.
        tokio::spawn(self.clone().supervise(job, turn, client));
        answer.await.map_err(|_| Error::internal("the task that supervises a run ended too soon"))?
    }

    async fn supervise(self, job: Job, turn: OwnedSemaphorePermit, mut client: oneshot::Sender<Result<Answer, Error>>) {
        let stop = async {
            tokio::select! {
                () = sleep(self.settings.deadline) => {}
                // Nobody waits any more.
                () = client.closed() => {}
                () = self.closed() => {}
            }
        };
        let answer = self.pool.run(job, stop).await;
        drop(turn);
        if let Err(Err(error)) = client.send(answer) {
            tracing::error!(?error, "a run failed that nobody waited for any more");
        }
    }

    async fn closed(&self) {
        self.closing.subscribe().wait_for(|closing| *closing).await.expect("we hold the sender");
    }
}

/// What those who wait for the same run get when it gives nothing to keep.
#[derive(Clone)]
enum NotKept {
    Trace(Gzipped),
    Error(Error),
}

/// The running program itself. On Linux this name leads to it even when its file has been replaced meanwhile, by a newer version
/// that may speak otherwise.
fn this_program() -> PathBuf {
    if cfg!(target_os = "linux") { PathBuf::from("/proc/self/exe") } else { env::current_exe().unwrap_or_else(|_| "stillframe".into()) }
}

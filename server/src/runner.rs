//! Runs programs for the server: a bounded number at once, each on a thread of its own, with a deadline, and no longer than
//! somebody waits for it. What a program gives is kept, so that a lesson read by many runs once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use moka::future::Cache;
use stillframe_interpreter::{Host, Limits, OutcomeKind, Recording, Stream, run};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, TryAcquireError, oneshot};

use crate::VERSION;
use crate::compression::Gzipped;
use crate::error::Error;

#[derive(Clone, Debug)]
pub struct Settings {
    pub limits: Limits,
    /// Programs that run at the same time.
    pub at_once: usize,
    /// Programs that wait for their turn; one more is sent away.
    pub waiting: usize,
    /// How long a program may run.
    pub deadline: Duration,
}

/// Cheap to clone: all clones share their places and what they keep.
#[derive(Clone)]
pub struct Runner {
    settings: Arc<Settings>,
    /// A place for each program that runs or waits.
    places: Arc<Semaphore>,
    /// A turn for each program that runs. It goes with the run, and so is given back only when the run has really ended.
    turns: Arc<Semaphore>,
    closing: Arc<AtomicBool>,
    kept: Cache<[u8; blake3::OUT_LEN], Gzipped>,
}

/// Room for the traces that are kept, in bytes, compressed.
const KEPT_BYTES: u64 = 64 * 1024 * 1024;

/// No program nests the host's stack; this is for the host's own calls.
const STACK_BYTES: usize = 4 * 1024 * 1024;

impl Default for Settings {
    fn default() -> Self {
        let at_once = thread::available_parallelism().map_or(1, |n| n.get());
        Settings { limits: Limits::default(), at_once, waiting: 32 * at_once, deadline: Duration::from_secs(10) }
    }
}

impl Runner {
    pub fn new(settings: Settings) -> Self {
        Runner {
            places: Arc::new(Semaphore::new(settings.at_once + settings.waiting)),
            turns: Arc::new(Semaphore::new(settings.at_once)),
            closing: Arc::default(),
            kept: Cache::builder().max_capacity(KEPT_BYTES).weigher(|_, trace: &Gzipped| trace.size() as u32).build(),
            settings: Arc::new(settings),
        }
    }

    pub fn limits(&self) -> &Limits {
        &self.settings.limits
    }

    /// The packed trace of a program. Whoever drops the future before it is ready stops the run.
    pub async fn trace(&self, source: &str) -> Result<Gzipped, Error> {
        if source.len() > self.settings.limits.source {
            return Err(Error::SourceTooLarge(self.settings.limits.source));
        }
        let kept = self.kept.try_get_with(self.key(source), async {
            match self.run(source.to_owned()).await {
                Ok(Traced { trace, lasting: true }) => Ok(trace),
                Ok(Traced { trace, lasting: false }) => Err(NotKept::Trace(trace)),
                Err(error) => Err(NotKept::Error(error)),
            }
        });
        kept.await.or_else(|not_kept| match &*not_kept {
            NotKept::Trace(trace) => Ok(trace.clone()),
            NotKept::Error(error) => Err(error.clone()),
        })
    }

    /// Stops what runs, so that the server can end soon.
    pub fn close(&self) {
        self.closing.store(true, Ordering::Relaxed);
    }

    /// How many programs run now.
    pub fn running(&self) -> usize {
        self.settings.at_once - self.turns.available_permits()
    }

    /// Everything that a trace depends on.
    fn key(&self, source: &str) -> [u8; blake3::OUT_LEN] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(VERSION.as_bytes()).update(format!("\0{:?}\0", self.settings.limits).as_bytes()).update(source.as_bytes());
        hasher.finalize().into()
    }

    async fn run(&self, source: String) -> Result<Traced, Error> {
        let _place = self.places.try_acquire().map_err(|_: TryAcquireError| Error::Busy)?;
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(Error::internal)?;
        let left = Arc::new(AtomicBool::new(false));
        let _guard = SetOnDrop(Arc::clone(&left));
        let host = Watched { ends: Instant::now() + self.settings.deadline, left, closing: Arc::clone(&self.closing) };
        let (sender, traced) = oneshot::channel();
        let limits = self.settings.limits.clone();
        thread::Builder::new()
            .name("program".to_owned())
            .stack_size(STACK_BYTES)
            .spawn(move || drop(sender.send(trace_on_this_thread(&source, &limits, host, turn))))
            .map_err(Error::internal)?;
        traced.await.map_err(|_| Error::internal("the interpreter panicked"))
    }
}

/// A trace, and whether the same program will always have it: one that was stopped by the clock will not.
struct Traced {
    trace: Gzipped,
    lasting: bool,
}

/// What those who wait for the same run get when it gives nothing to keep.
#[derive(Clone)]
enum NotKept {
    Trace(Gzipped),
    Error(Error),
}

/// The host of a run on the server: its output is in the trace already.
struct Watched {
    ends: Instant,
    left: Arc<AtomicBool>,
    closing: Arc<AtomicBool>,
}

struct SetOnDrop(Arc<AtomicBool>);

fn trace_on_this_thread(source: &str, limits: &Limits, mut host: Watched, turn: OwnedSemaphorePermit) -> Traced {
    let trace = run(source, limits, Recording::Program, &mut host);
    let lasting = trace.outcome().kind != OutcomeKind::Stopped;
    let packed = Gzipped::new(trace.packed().as_bytes());
    drop(trace);
    drop(turn);
    Traced { trace: packed, lasting }
}

impl Host for Watched {
    fn write(&mut self, _: Stream, _: &str) {}

    fn should_stop(&mut self) -> bool {
        self.left.load(Ordering::Relaxed) || self.closing.load(Ordering::Relaxed) || Instant::now() >= self.ends
    }
}

impl Drop for SetOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

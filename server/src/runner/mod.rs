//! Runs programs for the server: a bounded number at once, each in a worker process, with a deadline, and no longer than somebody
//! waits for it. What a program gives is kept, so that a lesson read by many runs once.
//!
//! Next: `turns`, who runs next; `pool`, the workers at rest; `process`, one of them as the server sees it, `worker`, from within; `protocol`, what they say.

mod pool;
mod process;
pub mod protocol;
mod turns;
pub mod worker;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, thread};

use moka::future::Cache;
use stillframe_interpreter::Limits;
use tokio::sync::{oneshot, watch};
use tokio::time::{sleep, timeout};
use tracing::Instrument;

use crate::VERSION;
use crate::access::{Access, Asker};
use crate::compression::Gzipped;
use crate::error::Error;
use crate::isolation::{Bounds, Report};
use crate::metrics::{Count, Gauge, Metrics, Time};
use pool::Pool;
use process::{GRACE, Recipe};
pub use protocol::Program;
use protocol::{Answer, Job, TRACE_BYTES};
pub use turns::Place;
use turns::{Crowded, LIGHT, Turn, Turns, Weight};

/// A program as the page has it run.
pub fn of_page(source: &str, input: Option<&str>) -> Program {
    Program { source: source.to_owned(), top_level_await: true, input: input.map(str::to_owned), ..Program::default() }
}

#[derive(Clone, Debug)]
pub struct Settings {
    pub limits: Limits,
    /// Programs that run at the same time.
    pub at_once: usize,
    /// Programs that wait for their turn; one more is sent away.
    pub waiting: usize,
    /// How long one waits before it is sent away.
    pub patience: Duration,
    /// Bytes of traces that are kept, compressed.
    pub kept: u64,
    /// How often a client may ask.
    pub access: Access,
    /// How long a program may run.
    pub deadline: Duration,
    /// The time that the runs of a worker may take, all together; then it is replaced.
    pub worker_lifetime: Duration,
    /// Bytes that a worker may hold; none for twice what a program may have, and 128 MiB for what surrounds it.
    pub worker_memory: Option<usize>,
    /// The program `stillframe`, whose command `worker` runs them.
    pub stillframe: PathBuf,
}

/// Cheap to clone: all clones share their places and what they keep.
#[derive(Clone)]
pub struct Runner {
    settings: Arc<Settings>,
    turns: Turns,
    closing: watch::Sender<bool>,
    pool: Arc<Pool>,
    kept: Cache<Key, Gzipped>,
    /// Programs that ran for long.
    heavy: moka::sync::Cache<Key, ()>,
    metrics: Metrics,
}

/// A hash of everything that a trace depends on.
type Key = [u8; blake3::OUT_LEN];

/// So many programs are known to run for long.
const KNOWN_HEAVY: u64 = 50_000;

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
            waiting: 512,
            patience: Duration::from_secs(30),
            kept: 64 * 1024 * 1024,
            access: Access::default(),
            deadline: Duration::from_secs(10),
            worker_lifetime: Duration::from_secs(300),
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
                processor: self.worker_lifetime + self.deadline + 3 * GRACE,
            },
            lifetime: self.worker_lifetime,
            memory: self.worker_memory.unwrap_or_else(|| memory.saturating_mul(2).saturating_add(128 * 1024 * 1024)),
        }
    }
}

impl Runner {
    pub fn new(settings: Settings) -> Self {
        Runner {
            turns: Turns::new(settings.at_once, settings.waiting, settings.patience),
            closing: watch::Sender::new(false),
            pool: Arc::new(Pool::new(settings.recipe())),
            kept: Cache::builder().max_capacity(settings.kept).weigher(|_, trace: &Gzipped| trace.size() as u32).build(),
            heavy: moka::sync::Cache::new(KNOWN_HEAVY),
            metrics: Metrics::default(),
            settings: Arc::new(settings),
        }
    }

    /// The packed trace of a program, where the run takes no more than a moment and the trace is small. A longer run is stopped.
    pub async fn quick_trace(&self, program: Program, asker: &Asker) -> Option<Gzipped> {
        let trace = timeout(MOMENT, self.trace(program, asker)).await.ok()?.ok()?;
        (trace.size() <= SMALL_TRACE).then_some(trace)
    }

    pub fn limits(&self) -> &Limits {
        &self.settings.limits
    }

    /// The packed trace of a program. Whoever drops the future before it is ready stops the run.
    pub async fn trace(&self, program: Program, asker: &Asker) -> Result<Gzipped, Error> {
        if program.source.len() > self.settings.limits.source {
            return Err(Error::SourceTooLarge(self.settings.limits.source));
        }
        let key = self.key(&program);
        loop {
            let mut ours = false;
            let kept = self.kept.try_get_with(key, async {
                ours = true;
                match self.run(program.clone(), key, asker).await {
                    Ok(answer) if answer.summary.too_large => Err(NotKept::Error(Error::TraceTooLarge(TRACE_BYTES))),
                    Ok(answer) if answer.summary.lasting => Ok(answer.trace),
                    Ok(answer) => Err(NotKept::Trace(answer.trace)),
                    Err(error) => Err(NotKept::Error(error)),
                }
            });
            let kept = kept.await;
            self.metrics.count(Count::Traces, if ours { "run" } else { "cache" });
            return match kept.as_ref().map_err(|not_kept| &**not_kept) {
                Ok(trace) | Err(NotKept::Trace(trace)) => Ok(trace.clone()),
                // Another asked for the same, and it was that client's turn that did not come.
                Err(NotKept::Error(Error::Busy { .. } | Error::TooOften { .. })) if !ours => continue,
                Err(NotKept::Error(error)) => Err(error.clone()),
            };
        }
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

    pub fn is_closing(&self) -> bool {
        *self.closing.borrow()
    }

    /// How many programs run now.
    pub fn running(&self) -> usize {
        self.turns.running()
    }

    /// Where a request stands that waits for its turn.
    pub fn place(&self, request: &str) -> Option<Place> {
        self.turns.place(request)
    }

    pub fn access(&self) -> &Access {
        &self.settings.access
    }

    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// What is so at the moment.
    pub fn gauges(&self) -> [Gauge; 6] {
        [
            Gauge { name: "stillframe_running", help: "Programs that run.", value: self.turns.running() as u64 },
            Gauge { name: "stillframe_waiting", help: "Programs that wait for their turn.", value: self.turns.waiting() as u64 },
            Gauge { name: "stillframe_workers_at_rest", help: "Worker processes without a program.", value: self.pool.at_rest() as u64 },
            Gauge { name: "stillframe_workers_started", help: "Worker processes started so far.", value: self.pool.started() },
            Gauge { name: "stillframe_cached_traces", help: "Traces that are kept.", value: self.kept.entry_count() },
            Gauge { name: "stillframe_cached_bytes", help: "Bytes of traces that are kept.", value: self.kept.weighted_size() },
        ]
    }

    /// Everything that a trace depends on.
    fn key(&self, program: &Program) -> Key {
        let mut hasher = blake3::Hasher::new();
        let how = format!("{VERSION}\0{:?}\0{program:?}", self.settings.limits);
        hasher.update(how.as_bytes()).finalize().into()
    }

    async fn run(&self, program: Program, key: Key, asker: &Asker) -> Result<Answer, Error> {
        self.settings.access.may_run(asker.client)?;
        let weight = if self.heavy.contains_key(&key) { Weight::Heavy } else { Weight::Light };
        let asked = Instant::now();
        let turn = self.turns.take(asker, weight).await.map_err(|Crowded { ahead, seconds }| Error::Busy { ahead, seconds })?;
        self.metrics.time(Time::Wait, asked.elapsed());
        let _wanted = turn.wanted();
        let (client, answer) = oneshot::channel();
        let job = Job { program, limits: self.settings.limits.clone() };
        // A task of its own sees the run to its end, although nobody may wait for it any more.
        tokio::spawn(self.clone().supervise(job, key, turn, client).in_current_span());
        answer.await.map_err(|_| Error::internal("the task that supervises a run ended too soon"))?
    }

    async fn supervise(self, job: Job, key: Key, turn: Turn, mut client: oneshot::Sender<Result<Answer, Error>>) {
        let stop = async {
            tokio::select! {
                () = sleep(self.settings.deadline) => {}
                // Nobody waits any more.
                () = client.closed() => {}
                () = self.closed() => {}
            }
        };
        let began = Instant::now();
        let answer = self.pool.run(job, stop).await;
        drop(turn);
        self.note(key, began.elapsed(), &answer);
        if let Err(Err(error)) = client.send(answer) {
            tracing::error!(?error, "a run failed that nobody waited for any more");
        }
    }

    /// What is learnt from a run.
    fn note(&self, key: Key, took: Duration, answer: &Result<Answer, Error>) {
        self.metrics.time(Time::Run, took);
        if took > LIGHT {
            self.heavy.insert(key, ());
        }
        match answer {
            Ok(Answer { summary, .. }) => {
                self.metrics.count(Count::Runs, &summary.ending.name());
                self.metrics.add(Count::Steps, "", summary.steps.into());
            }
            Err(error) => self.metrics.count(Count::Runs, error.code()),
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

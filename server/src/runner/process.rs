//! A worker process as the server sees it: started, given one program at a time, watched, told to stop, killed.
//!
//! What happens inside of it is in [`worker`](super::worker).

use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::time::{Duration, Instant};

use tokio::io::AsyncReadExt;
use tokio::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command};
use tokio::time::{sleep, timeout};

use super::protocol::{Answer, Greeting, Job, Message};
use crate::error::{Ended, Error};
use crate::isolation::{Bounds, Report, WORKING_DIRECTORY};

/// How workers are started, and how large they may become.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// The program `stillframe`.
    pub program: PathBuf,
    pub bounds: Bounds,
    /// The time that a worker's runs may take, all together. Then it is replaced, so that a limit on its time on the processor can be set, and
    /// whoever has it in his hands loses it again.
    pub lifetime: Duration,
    /// Bytes of memory in use, as the system counts them. A worker that passes them is killed.
    pub memory: usize,
}

/// Killed when it is dropped.
#[derive(Debug)]
pub struct Worker {
    child: Child,
    stdin: ChildStdin,
    stdout: ChildStdout,
    stderr: ChildStderr,
    /// See [`Recipe::memory`].
    memory: usize,
    /// The time that its runs took.
    spent: Duration,
    isolation: Report,
}

/// How long a worker may take to start. It takes milliseconds, but a machine may be busy.
const START: Duration = Duration::from_secs(10);

/// How long a worker may take to accept a message, and to answer once it has been told to stop; then it is killed. The longest that
/// a run needs to stop is for its last instruction, for taking apart 128 MiB of objects and for packing its trace.
pub const GRACE: Duration = Duration::from_secs(3);

/// How long a worker may take to end once it has closed a pipe.
const LAST_BREATH: Duration = Duration::from_millis(500);

/// How often the memory of a worker that runs is looked at. In that time it can fill 100 MiB or so.
const WATCH: Duration = Duration::from_millis(50);

/// The most that is logged of what a worker says as it dies.
const LAST_WORDS: u64 = 2048;

impl Worker {
    pub async fn start(recipe: &Recipe) -> Result<Self, Error> {
        let mut command = Command::new(&recipe.program);
        command
            .arg("worker")
            .arg(format!("--address-space={}", recipe.bounds.address_space))
            .arg(format!("--processor={}", recipe.bounds.processor.as_secs()))
            .env_clear()
            .current_dir(WORKING_DIRECTORY)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Not the server's own, where a worker could write what looks like the server's log.
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        // In the group of the server, workers would be ended by a Ctrl+C before the server has stopped their programs.
        #[cfg(unix)]
        command.arg0("stillframe").process_group(0);
        let mut child = command
            .spawn()
            .map_err(|e| Error::internal(format!("a worker process could not be started from {}: {e}", recipe.program.display())))?;
        let (Some(stdin), Some(stdout), Some(stderr)) = (child.stdin.take(), child.stdout.take(), child.stderr.take()) else {
            unreachable!("all are piped");
        };
        let (memory, spent, isolation) = (recipe.memory, Duration::ZERO, Report::default());
        let mut worker = Worker { child, stdin, stdout, stderr, memory, spent, isolation };
        let greeting = timeout(START, Greeting::receive(&mut worker.stdout)).await;
        match greeting.unwrap_or_else(|_| Err(ErrorKind::TimedOut.into())) {
            Ok(greeting) => Ok(Worker { isolation: greeting.isolation, ..worker }),
            Err(error) => Err(Error::internal(format!("a worker process did not start: {}", worker.bury(&error).await))),
        }
    }

    pub fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Which layers hold around its programs.
    pub fn isolation(&self) -> &Report {
        &self.isolation
    }

    /// The time that its runs took, all together.
    pub fn spent(&self) -> Duration {
        self.spent
    }

    /// The bytes of memory that it holds, where the system says so.
    pub fn resident(&self) -> Option<usize> {
        resident(self.child.id()?)
    }

    /// Runs a program, until `stop` is ready at most. After an error the process is dead.
    pub async fn run(&mut self, job: Job, stop: impl Future<Output = ()>) -> Result<Answer, Error> {
        let began = Instant::now();
        let too_large = watch_memory(self.child.id(), self.memory);
        let talk = async {
            within_grace(Message::Run(job).send(&mut self.stdin)).await?;
            stop.await;
            within_grace(Message::Stop.send(&mut self.stdin)).await?;
            sleep(GRACE).await;
            Err(ErrorKind::TimedOut.into())
        };
        let answer = tokio::select! {
            answer = Answer::receive(&mut self.stdout) => answer,
            given_up = talk => given_up,
            () = too_large => Err(ErrorKind::OutOfMemory.into()),
        };
        self.spent += began.elapsed();
        match answer {
            Ok(answer) => Ok(answer),
            Err(error) => {
                let cause = self.bury(&error).await;
                tracing::error!(%cause, "a worker process failed in the middle of a run");
                Err(Error::RunEnded(match error.kind() {
                    ErrorKind::OutOfMemory => Ended::Memory(self.memory),
                    ErrorKind::TimedOut => Ended::Time,
                    _ => Ended::Died,
                }))
            }
        }
    }

    /// Makes sure that it is dead, and tells why.
    async fn bury(&mut self, error: &io::Error) -> String {
        // One that has closed its end of a pipe is about to die. Killed before it does, it would not tell its own status.
        if matches!(error.kind(), ErrorKind::UnexpectedEof | ErrorKind::BrokenPipe) {
            let _ = timeout(LAST_BREATH, self.child.wait()).await;
        }
        // The dead can't be killed, and keep their own status.
        let _ = self.child.start_kill();
        let status = self.child.wait().await;
        let what = match error.kind() {
            ErrorKind::TimedOut => "it did not answer in time and was killed".to_owned(),
            ErrorKind::OutOfMemory => format!("it held more than {} bytes and was killed", self.memory),
            ErrorKind::InvalidData => "it answered what is no answer and was killed".to_owned(),
            _ => status.map_or_else(|e| e.to_string(), |status| format!("it ended ({status}{})", meaning(status))),
        };
        match self.last_words().await {
            words if words.is_empty() => what,
            words => format!("{what}; its last words: {words}"),
        }
    }

    /// What it wrote to standard error, on one line.
    async fn last_words(&mut self) -> String {
        let mut words = Vec::new();
        let _ = timeout(LAST_BREATH, (&mut self.stderr).take(LAST_WORDS).read_to_end(&mut words)).await;
        String::from_utf8_lossy(&words).trim_end().escape_debug().to_string()
    }
}

/// What a status means beyond its number.
fn meaning(status: ExitStatus) -> &'static str {
    #[cfg(unix)]
    {
        use nix::libc;
        use std::os::unix::process::ExitStatusExt;
        match status.signal() {
            Some(libc::SIGSYS) => ": it asked the system for what seccomp forbids; if nobody changed the binary, look for an attack",
            Some(libc::SIGXCPU) => ": its time on the processor was used up",
            Some(libc::SIGABRT) => ": a panic, or no memory",
            Some(libc::SIGKILL) => ": killed from outside, perhaps as memory ran out",
            _ => "",
        }
    }
    #[cfg(not(unix))]
    {
        let _ = status;
        ""
    }
}

/// Ready as soon as a process holds more than so many bytes.
async fn watch_memory(process: Option<u32>, most: usize) {
    let Some(process) = process else { return std::future::pending().await };
    loop {
        sleep(WATCH).await;
        if resident(process).is_some_and(|bytes| bytes > most) {
            return;
        }
    }
}

/// The bytes of memory that a process holds, as the system counts them. Only Linux is asked.
fn resident(process: u32) -> Option<usize> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: usize = line.trim().strip_suffix("kB")?.trim_end().parse().ok()?;
    Some(kibibytes * 1024)
}

async fn within_grace<T>(done: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    timeout(GRACE, done).await?
}

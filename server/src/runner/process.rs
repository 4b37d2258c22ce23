//! A worker process as the server sees it: started, given one program at a time, told to stop, killed.
//!
//! What happens inside of it is in [`worker`](super::worker).

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::{sleep, timeout};

use super::protocol::{Answer, Job, Message};
use crate::error::Error;

/// Killed when it is dropped.
#[derive(Debug)]
pub struct Worker {
    child: Child,
    stdin: ChildStdin,
    stdout: ChildStdout,
}

/// How long a worker may take to accept a message, and to answer once it has been told to stop; then it is killed. The longest that
/// a run needs to stop is for its last instruction, for taking apart 128 MiB of objects and for packing its trace.
pub const GRACE: Duration = Duration::from_secs(3);

/// How long a worker may take to end once it has closed a pipe.
const LAST_BREATH: Duration = Duration::from_millis(500);

impl Worker {
    pub fn start(program: &Path) -> Result<Self, Error> {
        let mut command = Command::new(program);
        command.arg("worker").stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        // In the group of the server, workers would be ended by a Ctrl+C before the server has stopped their programs.
        #[cfg(unix)]
        command.arg0("stillframe").process_group(0);
        let mut child = command
            .spawn()
            .map_err(|e| Error::internal(format!("a worker process could not be started from {}: {e}", program.display())))?;
        let (Some(stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            unreachable!("both are piped");
        };
        Ok(Worker { child, stdin, stdout })
    }

    pub fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Runs a program, until `stop` is ready at most. After an error the process is dead.
    pub async fn run(&mut self, job: Job, stop: impl Future<Output = ()>) -> Result<Answer, Error> {
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
        };
        match answer {
            Ok(answer) => Ok(answer),
            Err(error) => Err(self.bury(&error).await),
        }
    }

    /// Makes sure that it is dead, and tells why.
    async fn bury(&mut self, error: &io::Error) -> Error {
        // One that has closed its end of a pipe is about to die. Killed before it does, it would not tell its own status.
        if matches!(error.kind(), ErrorKind::UnexpectedEof | ErrorKind::BrokenPipe) {
            let _ = timeout(LAST_BREATH, self.child.wait()).await;
        }
        // The dead can't be killed, and keep their own status.
        let _ = self.child.start_kill();
        let status = self.child.wait().await.map_or_else(|e| e.to_string(), |status| status.to_string());
        Error::internal(match error.kind() {
            ErrorKind::TimedOut => format!("a worker process did not stop within {GRACE:?} and was killed"),
            ErrorKind::InvalidData => "a worker process answered what is no answer and was killed".to_owned(),
            _ => format!("a worker process ended in the middle of a run ({status})"),
        })
    }
}

async fn within_grace(sent: impl Future<Output = io::Result<()>>) -> io::Result<()> {
    timeout(GRACE, sent).await?
}

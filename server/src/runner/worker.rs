//! A worker process from within, the command `stillframe worker`: runs the programs that the server sends, one after the other.
//!
//! Before the first program it takes from itself all that a run does not need ([`isolation`](crate::isolation)), and tells the server how far
//! that went. It ends when its standard input does, in the middle of a run too, so that none outlives its server.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::process;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use stillframe_interpreter::{Host, OutcomeKind, Reading, StopSignal, Stream, Unread, run};

use super::protocol::{Answer, Greeting, Job, Message, Summary, TRACE_BYTES};
use crate::compression::Gzipped;
use crate::config;
use crate::deep_stack::on_a_deep_stack;
use crate::isolation::{self, Bounds};

/// What ends with it when standard input is not the server's.
const NO_SERVER: i32 = 2;

/// Works until the server has gone, and gives the exit status.
pub fn work(options: &config::Worker) -> i32 {
    leave_the_end_to_the_server();
    be_the_first_to_go();
    let bounds = Bounds { address_space: options.address_space, processor: Duration::from_secs(options.processor) };
    let greeting = Greeting { isolation: isolation::restrict(&bounds) };
    if greeting.send(&mut io::stdout().lock()).is_err() {
        return 0;
    }
    let (sender, runs) = mpsc::channel();
    // Nothing stops a program as surely as the end of its process.
    thread::spawn(move || process::exit(listen(&sender)));
    on_a_deep_stack(move || answer(&runs))
}

/// A program to run, and where to read whether it has to stop.
struct Run {
    job: Job,
    stop: Arc<AtomicBool>,
}

/// The host of a run for the server: its output is in the trace already.
struct Stoppable<'a> {
    stop: Arc<AtomicBool>,
    input: Unread<'a>,
}

/// Reads what the server says, so that it is heard while a program runs.
fn listen(runs: &Sender<Run>) -> i32 {
    let mut server = io::stdin().lock();
    let mut stop = Arc::default();
    loop {
        match Message::receive(&mut server) {
            Ok(Message::Run(job)) => {
                stop = Arc::default();
                if runs.send(Run { job, stop: Arc::clone(&stop) }).is_err() {
                    return 0;
                }
            }
            Ok(Message::Stop) => stop.store(true, Ordering::Relaxed),
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return 0,
            Err(error) => {
                let _ = writeln!(io::stderr(), "stillframe: a worker is started by the server alone; its standard input: {error}");
                return NO_SERVER;
            }
        }
    }
}

fn answer(runs: &Receiver<Run>) -> i32 {
    let mut server = io::stdout().lock();
    for Run { job, stop } in runs {
        if trace(&job, stop).send(&mut server).is_err() {
            break;
        }
    }
    0
}

fn trace(job: &Job, stop: Arc<AtomicBool>) -> Answer {
    let mut host = Stoppable { stop, input: job.program.unread() };
    let trace = run(&job.program.source, &job.limits, job.program.options(), &mut host);
    let outcome = trace.outcome();
    let (kind, steps, held) = (outcome.kind, outcome.steps, outcome.memory);
    let packed = Gzipped::new(trace.packed().as_bytes());
    drop(trace);
    let too_large = packed.size() > TRACE_BYTES;
    let summary = Summary { lasting: kind != OutcomeKind::Stopped, ending: kind.into(), steps, too_large, held };
    Answer { summary, trace: if too_large { Gzipped::new(b"") } else { packed } }
}

impl Host for Stoppable<'_> {
    fn write(&mut self, _: Stream, _: &str) {}

    fn read_line(&mut self) -> Reading {
        self.input.read_line()
    }

    fn stop_signal(&self) -> StopSignal {
        let stop = Arc::clone(&self.stop);
        Rc::new(move || stop.load(Ordering::Relaxed))
    }
}

/// A service manager sends SIGTERM to all processes of a service at once. The server then stops its programs, and ends its workers
/// when they have answered.
fn leave_the_end_to_the_server() {
    #[cfg(unix)]
    {
        use nix::sys::signal::{SigSet, Signal};
        // The threads to come inherit what is blocked.
        let mut blocked = SigSet::empty();
        blocked.add(Signal::SIGTERM);
        blocked.thread_block().expect("SIGTERM can be blocked");
    }
}

/// Where memory runs out, Linux ends the process with the highest score; let that be a worker, not the server.
fn be_the_first_to_go() {
    if cfg!(target_os = "linux") {
        // Not to be allowed to is no reason not to work.
        let _ = fs::write("/proc/self/oom_score_adj", "1000");
    }
}

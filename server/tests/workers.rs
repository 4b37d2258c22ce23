//! The processes that run programs for the playground: whatever happens to one of them is no matter to the server.
#![cfg(unix)]

mod common;

use std::io::{Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use common::ENDLESS;
use common::playground::{Playground, STILLFRAME, rest_of, send};
use serde_json::{Value, json};
use stillframe_server::error::Error;
use stillframe_server::runner::{Program, Runner, Settings};
use tempfile::TempDir;

/// Far longer than anything here takes; a test that needs it fails.
const LONG: Duration = Duration::from_secs(20);

/// A playground that runs one program at a time, and so has one worker at most.
fn playground(folder: &TempDir, change: impl FnOnce(&mut Command)) -> Playground {
    let mut command = Command::new(STILLFRAME);
    command.args(["--runs", "1", "--database"]).arg(folder.path().join("programs.db"));
    change(&mut command);
    Playground::start(&mut command)
}

/// The children of a process that are alive.
fn children(parent: u32) -> Vec<u32> {
    processes().into_iter().filter(|process| process.parent == parent).map(|process| process.id).collect()
}

fn is_alive(id: u32) -> bool {
    processes().iter().any(|process| process.id == id)
}

struct Process {
    id: u32,
    parent: u32,
}

fn processes() -> Vec<Process> {
    let listed = Command::new("ps").args(["-A", "-o", "pid=,ppid=,stat="]).output().unwrap();
    let text = String::from_utf8(listed.stdout).unwrap();
    let mut processes = Vec::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        // The dead whose end nobody has asked for yet are listed too.
        if let [id, parent, state] = fields[..]
            && !state.starts_with('Z')
        {
            processes.push(Process { id: id.parse().unwrap(), parent: parent.parse().unwrap() });
        }
    }
    processes
}

fn until<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    while began.elapsed() < LONG {
        if let Some(found) = found() {
            return found;
        }
        sleep(Duration::from_millis(10));
    }
    panic!("waited in vain until {what}");
}

/// The only worker, in the middle of a run.
fn busy_worker(playground: &Playground) -> u32 {
    let worker = until("there is a worker", || children(playground.child.id()).first().copied());
    // Until then it may still have to read its program.
    sleep(Duration::from_millis(200));
    worker
}

fn until_gone(process: u32) {
    until("a process has gone", || (!is_alive(process)).then_some(()));
}

fn outcome(answer: &str) -> Value {
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    body(answer)["outcome"]["outcome"].clone()
}

fn body(answer: &str) -> Value {
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    serde_json::from_str(body).unwrap()
}

fn assert_internal(answer: &str) {
    assert!(answer.starts_with("HTTP/1.1 500 "), "{answer}");
    assert_eq!(body(answer)["error"]["code"], "internal");
}

#[test]
fn a_worker_that_dies_takes_one_run_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let playground = playground(&folder, |_| {});
    for signal in ["-KILL", "-ABRT"] {
        let request = playground.begin_trace(ENDLESS);
        let worker = busy_worker(&playground);
        send(signal, worker);
        assert_internal(&rest_of(request));
        assert_eq!(outcome(&rest_of(playground.begin_trace(&format!("print('after {signal}')")))), "finished");
        assert_ne!(children(playground.child.id()), [worker], "{signal}");
    }
    playground.end("-TERM");
}

#[test]
fn a_worker_that_hangs_is_killed_after_its_deadline() {
    let folder = tempfile::tempdir().unwrap();
    let playground = playground(&folder, |command| {
        command.args(["--deadline", "1"]);
    });
    let began = Instant::now();
    let request = playground.begin_trace(ENDLESS);
    let worker = busy_worker(&playground);
    send("-STOP", worker);
    assert_internal(&rest_of(request));
    assert!(began.elapsed() > Duration::from_secs(2), "it was given no time to stop: {:?}", began.elapsed());
    assert!(!is_alive(worker));
    assert_eq!(outcome(&rest_of(playground.begin_trace("print('next')"))), "finished");
    playground.end("-TERM");
}

#[test]
fn a_worker_that_dies_at_rest_is_replaced_unseen() {
    let folder = tempfile::tempdir().unwrap();
    let playground = playground(&folder, |_| {});
    assert_eq!(outcome(&rest_of(playground.begin_trace("print(1)"))), "finished");
    let worker = busy_worker(&playground);
    send("-KILL", worker);
    until_gone(worker);
    assert_eq!(outcome(&rest_of(playground.begin_trace("print(2)"))), "finished");
    playground.end("-TERM");
}

#[test]
fn a_worker_is_used_again_unless_its_program_left_much_behind() {
    let folder = tempfile::tempdir().unwrap();
    let playground = playground(&folder, |_| {});
    assert_eq!(outcome(&rest_of(playground.begin_trace("print(1)"))), "finished");
    let first = children(playground.child.id());
    assert_eq!(first.len(), 1);
    // Its client leaves, so this one is stopped; it need not be killed.
    let request = playground.begin_trace(ENDLESS);
    busy_worker(&playground);
    drop(request);
    assert_eq!(outcome(&rest_of(playground.begin_trace("print(2)"))), "finished");
    assert_eq!(children(playground.child.id()), first);

    // One large object goes back to the system, what many small ones take does not.
    #[cfg(target_os = "linux")]
    {
        assert_eq!(outcome(&rest_of(playground.begin_trace("x = [0] * 4_000_000"))), "finished");
        assert_eq!(outcome(&rest_of(playground.begin_trace("print(3)"))), "finished");
        assert_eq!(children(playground.child.id()), first);
    }
    assert_eq!(outcome(&rest_of(playground.begin_trace("x = []\nwhile True: x = [x]"))), "limit");
    until_gone(first[0]);
    assert_eq!(outcome(&rest_of(playground.begin_trace("print(4)"))), "finished");
    assert_eq!(children(playground.child.id()).len(), 1);
    playground.end("-TERM");
}

#[test]
fn the_end_of_the_server_is_that_of_its_workers() {
    let folder = tempfile::tempdir().unwrap();
    for (signal, status) in [("-TERM", Some(0)), ("-INT", Some(0)), ("-KILL", None)] {
        // At rest, and in the middle of a run.
        for source in ["print(1)", ENDLESS] {
            let playground = playground(&folder, |_| {});
            let request = playground.begin_trace(source);
            let worker = busy_worker(&playground);
            assert_eq!(playground.end(signal).0, status, "{signal} {source}");
            until_gone(worker);
            drop(request);
        }
    }
}

/// Ctrl+C reaches every process of the server's group, a service manager's SIGTERM every process of the service.
#[test]
fn a_signal_to_all_stops_programs_in_good_order() {
    let folder = tempfile::tempdir().unwrap();
    for signal in ["-INT", "-TERM"] {
        let mut playground = playground(&folder, |command| {
            command.process_group(0).stderr(Stdio::piped());
        });
        let request = playground.begin_trace(ENDLESS);
        let (server, worker) = (playground.child.id(), busy_worker(&playground));
        if signal == "-TERM" {
            send(signal, worker);
        }
        let group = Command::new("kill").args([signal, "--", &format!("-{server}")]).status().unwrap();
        assert!(group.success());
        assert_eq!(outcome(&rest_of(request)), "stopped", "{signal}");
        let mut said = String::new();
        playground.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!((playground.child.wait().unwrap().code(), said.as_str()), (Some(0), ""), "{signal}");
        until_gone(worker);
    }
}

#[tokio::test]
async fn what_is_no_worker_fails_one_run_and_says_why() {
    for (program, cause) in [
        ("yes", "answered what is no answer"),
        ("true", "ended in the middle of a run (exit status: 0)"),
        ("/nowhere/stillframe", "could not be started from /nowhere/stillframe"),
    ] {
        let runner = Runner::new(Settings { stillframe: program.into(), ..Settings::default() });
        match runner.trace(Program { source: "print(1)".to_owned(), ..Program::default() }).await {
            Err(Error::Internal(told)) => assert!(told.contains(cause), "{program}: {told}"),
            other => panic!("{program}: {other:?}"),
        }
        assert_eq!(runner.running(), 0);
    }
}

#[test]
fn a_worker_ends_with_its_standard_input() {
    for run in [None, Some(ENDLESS)] {
        let mut worker = Command::new(STILLFRAME).arg("worker").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut stdin = worker.stdin.take().unwrap();
        if let Some(source) = run {
            let limits = json!({"source": 1000, "instructions": u64::MAX, "steps": 10, "trace": 1_000_000, "memory": 1_000_000, "output": 1000, "frames": 1000, "recursion": 1000});
            let message = json!({"Run": {"program": {"source": source}, "limits": limits}}).to_string();
            stdin.write_all(&[&u32::try_from(message.len()).unwrap().to_be_bytes(), message.as_bytes()].concat()).unwrap();
        }
        sleep(Duration::from_millis(200));
        assert!(worker.try_wait().unwrap().is_none(), "it did not wait for its server: {run:?}");
        drop(stdin);
        let status = until("the worker has ended", || worker.try_wait().unwrap());
        let mut answer = Vec::new();
        worker.stdout.take().unwrap().read_to_end(&mut answer).unwrap();
        assert_eq!((status.code(), answer.as_slice()), (Some(0), &b""[..]), "{run:?}");
    }
}

#[test]
fn a_worker_that_people_start_says_what_it_is() {
    let mut worker = Command::new(STILLFRAME).arg("worker").stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    worker.stdin.take().unwrap().write_all(b"print('hello')\n").unwrap();
    let done = worker.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8(done.stderr).unwrap().contains("started by the server alone"));
    let help = Command::new(STILLFRAME).arg("--help").output().unwrap();
    assert!(!String::from_utf8(help.stdout).unwrap().contains("worker"));
}

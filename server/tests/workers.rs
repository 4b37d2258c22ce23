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
use stillframe_interpreter::Limits;
use stillframe_server::access::Asker;
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

fn assert_ended(answer: &str, why: &str) {
    assert!(answer.starts_with("HTTP/1.1 500 "), "{answer}");
    let error = &body(answer)["error"];
    assert_eq!(error["code"], "run_ended");
    assert_eq!(error["message"], format!("The run was ended by the system: its process {why}."));
}

#[test]
fn a_worker_that_dies_takes_one_run_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let playground = playground(&folder, |_| {});
    for signal in ["-KILL", "-ABRT"] {
        let request = playground.begin_trace(ENDLESS);
        let worker = busy_worker(&playground);
        send(signal, worker);
        assert_ended(&rest_of(request), "died");
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
    assert_ended(&rest_of(request), "did not stop when its time was up");
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
        ("echo", "did not start: it answered what is no answer"),
        ("true", "did not start: it ended (exit status: 0)"),
        ("/nowhere/stillframe", "could not be started from /nowhere/stillframe"),
    ] {
        let runner = Runner::new(Settings { stillframe: program.into(), ..Settings::default() });
        match runner.trace(Program { source: "print(1)".to_owned(), ..Program::default() }, &Asker::default()).await {
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
            let limits = Limits { instructions: u64::MAX, steps: 10, memory: 1_000_000, ..Limits::default() };
            let message = json!({"Run": {"program": {"source": source}, "limits": limits}}).to_string();
            stdin.write_all(&[&u32::try_from(message.len()).unwrap().to_be_bytes(), message.as_bytes()].concat()).unwrap();
        }
        sleep(Duration::from_millis(200));
        assert!(worker.try_wait().unwrap().is_none(), "it did not wait for its server: {run:?}");
        drop(stdin);
        let status = until("the worker has ended", || worker.try_wait().unwrap());
        let mut answer = Vec::new();
        worker.stdout.take().unwrap().read_to_end(&mut answer).unwrap();
        let (greeting, answer) = answer.split_at(4 + usize::from(answer[3]) + 256 * usize::from(answer[2]));
        assert!(greeting.ends_with(b"}}"), "{greeting:?}");
        assert_eq!((status.code(), answer), (Some(0), &b""[..]), "{run:?}");
    }
}

#[test]
fn a_worker_that_people_start_says_what_it_is() {
    let mut worker =
        Command::new(STILLFRAME).arg("worker").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    worker.stdin.take().unwrap().write_all(b"print('hello')\n").unwrap();
    let done = worker.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8(done.stderr).unwrap().contains("started by the server alone"));
    let help = Command::new(STILLFRAME).arg("--help").output().unwrap();
    assert!(!String::from_utf8(help.stdout).unwrap().contains("\n  worker"));
}

/// What the system says of a worker in the middle of a run, and not what the worker says of itself.
#[cfg(target_os = "linux")]
#[test]
fn nothing_of_the_servers_reaches_a_worker() {
    use std::fs;

    let folder = tempfile::tempdir().unwrap();
    let playground = playground(&folder, |command| {
        command.env("STILLFRAME_SECRET", "a password").current_dir(&folder);
    });
    let request = playground.begin_trace(ENDLESS);
    let worker = format!("/proc/{}", busy_worker(&playground));
    let status = fs::read_to_string(format!("{worker}/status")).unwrap();
    let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim();
    assert_eq!((field("NoNewPrivs:"), field("Seccomp:")), ("1", "2"));
    for set in ["CapInh:", "CapPrm:", "CapEff:", "CapAmb:"] {
        assert!(field(set).bytes().all(|digit| digit == b'0'), "{set}");
    }
    assert_eq!(fs::read(format!("{worker}/environ")).unwrap(), b"");
    assert_eq!(fs::read_link(format!("{worker}/cwd")).unwrap().to_str(), Some("/"));
    for entry in fs::read_dir(format!("{worker}/fd")).unwrap() {
        let leads = fs::read_link(entry.unwrap().path()).unwrap();
        assert!(leads.to_str().unwrap().starts_with("pipe:"), "{}", leads.display());
    }
    let limits = fs::read_to_string(format!("{worker}/limits")).unwrap();
    for line in ["Max open files            0", "Max core file size        0", "Max file size             0"] {
        assert!(limits.contains(line), "{limits}");
    }
    assert!(!limits.lines().any(|line| line.starts_with("Max address space") && line.contains("unlimited")), "{limits}");
    drop(request);
    playground.end("-TERM");
}

/// Every kind of work that a run has to do, through all layers: a call to the system that the list forgot would end one of these.
#[test]
fn runs_need_nothing_that_is_forbidden() {
    let folder = tempfile::tempdir().unwrap();
    let playground = playground(&folder, |_| {});
    let deep = format!("x = {}1{}", "(".repeat(150), ")".repeat(150));
    for (source, expected) in [
        ("l = []\nfor i in range(10000):\n    l.append(str(i) * 50)\n    s = str(i) * 200\n", "finished"),
        ("import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n", "finished"),
        ("import random, re, json, decimal, datetime\nprint(random.random(), datetime.datetime.now())\n", "finished"),
        (deep.as_str(), "finished"),
        ("x = = 1", "syntax_error"),
        ("def f(): return f()\nf()", "raised"),
        ("x = []\nwhile True: x = [x]", "limit"),
        ("while True: print('x' * 1000)", "limit"),
        ("x = 'a' * (100 << 20)\nprint(len(x))", "finished"),
    ] {
        let trace = body(&rest_of(playground.begin_trace(source)));
        assert!(trace["error"].is_null(), "{source}: {trace}");
        let outcome = trace["outcome"]["outcome"].as_str().unwrap();
        assert_eq!(outcome, expected, "{source}");
    }
    playground.end("-TERM");
}

#[test]
fn a_run_that_holds_too_much_memory_is_ended_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(STILLFRAME);
    command.args(["--runs", "2", "--worker-memory", "64", "--database"]).arg(folder.path().join("programs.db"));
    let playground = Playground::start(&mut command);
    let other = playground.begin_trace("x = 0\nfor i in range(3_000_000): x += i\nprint(x)");
    let greedy = playground.begin_trace("x = 'a' * (100 << 20)\nwhile True: pass");
    assert_ended(&rest_of(greedy), "held more than 64 MiB of memory");
    assert_eq!(outcome(&rest_of(other)), "finished");
    playground.end("-TERM");
}

#[test]
fn each_run_may_have_a_worker_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let playground = playground(&folder, |command| {
        command.args(["--worker-lifetime", "0"]);
    });
    for run in 0..3 {
        let before = children(playground.child.id());
        assert_eq!(outcome(&rest_of(playground.begin_trace(&format!("print({run})")))), "finished");
        // The first is the one that the server started to see what surrounds it.
        before.into_iter().for_each(until_gone);
    }
    playground.end("-TERM");
}

#[test]
fn what_surrounds_programs_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let playground = playground(&folder, |_| {});
    let told = body(&playground.ask("GET /healthz", ""))["isolation"].clone();
    let layers: Vec<&str> = told.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(layers, ["descriptors", "environment", "landlock", "privileges", "rlimits", "seccomp"]);
    #[cfg(target_os = "linux")]
    for layer in ["descriptors", "environment", "privileges", "rlimits", "seccomp"] {
        assert_eq!(told[layer], "on", "{told}");
    }
    playground.end("-TERM");
}

/// On another address than this machine's own the server wants seccomp, or to be told that it is not wanted.
#[test]
fn without_seccomp_others_are_not_served() {
    use std::io::{BufRead, BufReader};

    let folder = tempfile::tempdir().unwrap();
    let start = |arguments: &[&str]| {
        let mut command = Command::new(STILLFRAME);
        command.args(["--database"]).arg(folder.path().join("programs.db")).args(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let address = |mut child: std::process::Child| {
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let _ = child.kill();
        let said = child.wait_with_output().unwrap().stderr;
        (line, String::from_utf8(said).unwrap())
    };
    let holds = body(&playground(&folder, |_| {}).ask("GET /healthz", ""))["isolation"]["seccomp"] == "on";
    let (line, said) = address(start(&["--listen", "0.0.0.0:0"]));
    assert_eq!(line.starts_with("Stillframe is at"), holds, "{said}");
    assert_eq!(said.contains("--isolation=partial"), !holds, "{said}");
    assert!(address(start(&["--listen", "0.0.0.0:0", "--isolation", "partial"])).0.starts_with("Stillframe is at"));
    assert!(address(start(&["--listen", "127.0.0.1:0"])).0.starts_with("Stillframe is at"));
}

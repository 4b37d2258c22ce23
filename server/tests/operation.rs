//! What an operator sees of a server: its log, its readiness, its end.
#![cfg(unix)]

mod common;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use common::ENDLESS;
use common::playground::{Playground, STILLFRAME, rest_of, send};
use serde_json::{Value, json};
use tempfile::TempDir;

fn playground(folder: &TempDir, arguments: &[&str]) -> Playground {
    let mut command = Command::new(STILLFRAME);
    command.arg("--database").arg(folder.path().join("programs.db")).args(arguments).stderr(Stdio::piped());
    Playground::start(&mut command)
}

fn raw(playground: &Playground, request: &str) -> String {
    let mut stream = TcpStream::connect(&playground.address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    rest_of(stream)
}

#[test]
fn the_log_is_json_that_nobody_can_forge_and_holds_no_program() {
    let folder = tempfile::tempdir().unwrap();
    let mut playground = playground(&folder, &["--log", "info", "--log-format", "json"]);
    playground.ask("POST /api/trace", &json!({"source": "secret_word = 1"}).to_string());
    let shared = playground.share("print('secret_word')");
    playground.ask(&format!("GET {shared}"), "");
    let head = "host: localhost\r\nconnection: close\r\n";
    raw(
        &playground,
        &format!("GET /secret_word%0a%7b%22status%22:999%7d?x=secret_word HTTP/1.1\r\n{head}x-request-id: secret_word\"}}\r\n\r\n"),
    );
    raw(&playground, &format!("GET /healthz HTTP/1.1\r\n{head}x-request-id: known-number-7\r\nuser-agent: secret_word\r\n\r\n"));
    send("-TERM", playground.child.id());
    let mut log = String::new();
    playground.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    assert!(!log.contains("secret_word") && !log.contains(&shared["/p/".len()..]), "{log}");
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let answered: Vec<&Value> = lines.iter().filter(|line| line["message"] == "answered").collect();
    let routes: Vec<&str> = answered.iter().map(|line| line["span"]["route"].as_str().unwrap()).collect();
    assert_eq!(routes, ["/api/trace", "/api/programs", "/p/{id}", "none", "/healthz"]);
    let statuses: Vec<u64> = answered.iter().map(|line| line["status"].as_u64().unwrap()).collect();
    assert_eq!(statuses, [200, 200, 200, 404, 200]);
    assert_eq!(answered[3]["refused"], "no_such_page");
    assert_eq!(answered[4]["span"]["id"], "known-number-7");
    assert_eq!(answered[4]["span"]["client"], "127.0.0.1");
}

#[test]
fn a_server_ends_within_ten_seconds_whatever_its_clients_do() {
    let folder = tempfile::tempdir().unwrap();
    let playground = playground(&folder, &["--runs", "2"]);
    let large = json!({"source": "for i in range(20000):\n    x = str(i) * 20\n"}).to_string();
    let mut stuck: Vec<TcpStream> = Vec::new();
    for begun in [
        "",
        "GET / HTTP/1.1\r\nhost: local",
        "POST /api/trace HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{",
    ] {
        let mut stream = TcpStream::connect(&playground.address).unwrap();
        stream.write_all(begun.as_bytes()).unwrap();
        stuck.push(stream);
    }
    // Some read nothing of their answers, one has its program running, one's worker hangs.
    stuck.extend((0..5).map(|_| playground.begin("POST /api/trace", &large)));
    stuck.push(playground.begin_trace(ENDLESS));
    sleep(Duration::from_millis(1500));
    let began = Instant::now();
    let ended = playground.end("-TERM");
    assert_eq!(ended.0, Some(0));
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
}

#[test]
fn a_server_whose_worker_hangs_ends_in_time_too() {
    let folder = tempfile::tempdir().unwrap();
    let playground = playground(&folder, &["--runs", "1"]);
    let request = playground.begin_trace(ENDLESS);
    sleep(Duration::from_millis(500));
    let listed = Command::new("ps").args(["-o", "pid=", "--ppid", &playground.child.id().to_string()]).output().unwrap();
    for worker in String::from_utf8(listed.stdout).unwrap().split_whitespace() {
        send("-STOP", worker.parse().unwrap());
    }
    let began = Instant::now();
    assert_eq!(playground.end("-TERM").0, Some(0));
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    drop(request);
}

#[test]
fn a_server_says_whether_it_is_ready() {
    let folder = tempfile::tempdir().unwrap();
    let playground = playground(&folder, &[]);
    let answer = playground.ask("GET /readyz", "");
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let told: Value = serde_json::from_str(body).unwrap();
    assert!(head.starts_with("HTTP/1.1 200 "), "{answer}");
    assert_eq!((&told["status"], &told["database"], &told["workers"]), (&"ready".into(), &"ok".into(), &"ok".into()));
    // By another name than its own nothing else is answered.
    let rebound = raw(&playground, "GET / HTTP/1.1\r\nhost: rebound.example\r\nconnection: close\r\n\r\n");
    assert!(rebound.starts_with("HTTP/1.1 421 "), "{rebound}");
    playground.end("-TERM");
}

#[test]
fn connections_leave_descriptors_for_runs() {
    let folder = tempfile::tempdir().unwrap();
    let line = "ulimit -n 256 && exec \"$0\" \"$@\"";
    let mut command = Command::new("sh");
    command.args(["-c", line, STILLFRAME, "--client-connections", "1000", "--database"]).arg(folder.path().join("programs.db"));
    let playground = Playground::start(command.stderr(Stdio::null()));
    let silent: Vec<TcpStream> = (0..300).map(|_| TcpStream::connect(&playground.address).unwrap()).collect();
    // Accepted after the silent ones have been sent away, and then it is answered, which takes a worker, a static file and the database.
    let answer = rest_of(playground.begin_trace("print('there was a descriptor')"));
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(playground.share("print(1)").starts_with("/p/"));
    drop(silent);
    playground.end("-TERM");
}

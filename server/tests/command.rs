//! The program `stillframe` as its users meet it.
#![cfg(unix)]

mod common;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use common::playground::{Playground, STILLFRAME};
use serde_json::Value;
use tempfile::TempDir;

/// Runs `stillframe` on a file that holds a program.
fn stillframe(arguments: &[&str], program: &[u8]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = write(&folder, program);
    Command::new(STILLFRAME).args(arguments).arg(file).output().unwrap()
}

fn write(folder: &TempDir, program: &[u8]) -> PathBuf {
    let file = folder.path().join("program.py");
    fs::write(&file, program).unwrap();
    file
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn a_program_writes_where_it_says_and_ends_well() {
    let done = stillframe(&["run"], b"import sys\nprint('out')\nprint('err', file=sys.stderr)\n");
    assert_eq!((text(&done.stdout), text(&done.stderr)), ("out\n", "err\n"));
    assert_eq!(done.status.code(), Some(0));
}

#[test]
fn both_streams_keep_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let program = "import sys\nfor i in range(3):\n    print('out', i)\n    print('err', i, file=sys.stderr)\n";
    let file = write(&folder, program.as_bytes());
    let line = format!("{STILLFRAME} run {} 2>&1", file.display());
    let done = Command::new("sh").args(["-c", &line]).output().unwrap();
    assert_eq!(text(&done.stdout), "out 0\nerr 0\nout 1\nerr 1\nout 2\nerr 2\n");
}

#[test]
fn the_status_is_what_python_would_give() {
    for (program, status, expected) in [
        ("raise ValueError('no')", 1, "ValueError: no\n"),
        ("import sys; sys.exit(7)", 7, ""),
        ("import sys; sys.exit('sorry')", 1, "sorry\n"),
        ("raise SystemExit", 0, ""),
        ("x = = 1", 1, "SyntaxError: invalid syntax\n"),
    ] {
        let done = stillframe(&["run"], program.as_bytes());
        assert_eq!(done.status.code(), Some(status), "{program}");
        assert!(text(&done.stderr).ends_with(expected), "{program}: {}", text(&done.stderr));
        assert_eq!(done.stderr.is_empty(), expected.is_empty(), "{program}: {}", text(&done.stderr));
    }
}

#[test]
fn a_program_comes_from_standard_input_too() {
    let mut child = Command::new(STILLFRAME).args(["run", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all("\u{feff}print('é')\n".as_bytes()).unwrap();
    assert_eq!(text(&child.wait_with_output().unwrap().stdout), "é\n");
}

#[test]
fn a_limit_is_told_and_so_is_the_way_out() {
    let done = stillframe(&["run"], b"while True:\n    print('x' * 1000)\n");
    assert_ne!(done.status.code(), Some(0));
    assert!(!done.stdout.is_empty(), "what was written before the limit is lost");
    let told = text(&done.stderr);
    assert!(told.starts_with("stillframe: stopped: ") && told.lines().count() == 1, "{told}");
    assert!(told.contains("the limit on output (262144 bytes)") && told.contains("--unlimited"), "{told}");
}

#[test]
fn unlimited_lifts_the_limit_on_output() {
    let done = stillframe(&["run", "--unlimited"], b"for i in range(1000):\n    print('x' * 999)\n");
    assert_eq!((done.stdout.len(), done.status.code()), (1_000_000, Some(0)));
}

#[test]
fn a_source_too_long_is_a_limit() {
    let done = stillframe(&["run"], "(".repeat(1_000_000).as_bytes());
    assert_ne!(done.status.code(), Some(0));
    assert!(text(&done.stderr).contains("the limit on source (65536 bytes)"), "{}", text(&done.stderr));
}

#[test]
fn a_pipe_that_closes_ends_the_program_quietly() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(&folder, b"while True:\n    print('x')\n");
    let mut child =
        Command::new(STILLFRAME).args(["run", "--unlimited"]).arg(file).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let done = child.wait_with_output().unwrap();
    assert_eq!((line.as_str(), text(&done.stderr)), ("x\n", ""));
    assert_eq!(done.status.code(), Some(141));
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let done = Command::new(STILLFRAME).args(["run", "no-such-file.py"]).output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(text(&done.stderr).starts_with("stillframe: can't open no-such-file.py: "));
    let latin = stillframe(&["run"], b"print('\xe9')\n");
    assert_eq!(latin.status.code(), Some(2));
    assert!(text(&latin.stderr).contains("UTF-8 (byte 8)"), "{}", text(&latin.stderr));
}

#[test]
fn a_trace_is_printed_in_both_forms() {
    let program = b"def count():\n    yield 1\nprint(list(count()))\n1 / 0\n";
    let packed = stillframe(&["trace"], program);
    assert_eq!((packed.status.code(), text(&packed.stderr)), (Some(0), ""));
    let packed: Value = serde_json::from_slice(&packed.stdout).unwrap();
    assert_eq!(packed["version"], 1);
    assert_eq!(packed["outcome"]["outcome"], "raised");

    let plain = stillframe(&["trace", "--steps"], program);
    let lines: Vec<Value> = text(&plain.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (outcome, steps) = lines.split_last().unwrap();
    assert_eq!(outcome["outcome"], "raised");
    assert_eq!(outcome["steps"], steps.len());
    assert_eq!(packed["outcome"]["steps"], steps.len());
    for (number, step) in steps.iter().enumerate() {
        assert_eq!(step["step"], number);
    }
}

#[test]
fn a_trace_begins_at_the_step_that_is_asked_for() {
    let program = b"for i in range(500): pass\n";
    let traced = stillframe(&["trace", "--steps", "--from", "400", "--count", "2"], program);
    let lines: Vec<Value> = text(&traced.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<_> = lines.iter().map(|line| (&line["step"], &line["event"])).collect();
    assert_eq!(told[..3], [(&399.into(), &"open".into()), (&400.into(), &"line".into()), (&401.into(), &"line".into())]);
    let refused = stillframe(&["trace", "--count", "0"], program);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("0 is not in 1..="), "{}", text(&refused.stderr));
}

#[test]
fn instructions_are_printed_plain_and_as_a_recorded_run_has_them() {
    let program = b"def f(n):\n    yield n + 1\n";
    let plain = stillframe(&["disassemble"], program);
    assert_eq!(plain.status.code(), Some(0));
    assert!(text(&plain.stdout).contains("Generator f (") && text(&plain.stdout).contains(" Yield "), "{}", text(&plain.stdout));
    assert!(!text(&plain.stdout).contains(" Line "), "nobody watches");
    let watched = stillframe(&["disassemble", "--watched"], program);
    assert!(text(&watched.stdout).contains(" Line "), "{}", text(&watched.stdout));
    let refused = stillframe(&["disassemble"], b"x = = 1");
    assert_eq!((refused.status.code(), text(&refused.stdout)), (Some(1), ""));
    assert!(text(&refused.stderr).ends_with("SyntaxError: invalid syntax\n"));
}

#[test]
fn the_library_is_traced_when_asked_for() {
    let program = b"import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n";
    let from_library = |arguments: &[&str]| {
        let done = stillframe(arguments, program);
        text(&done.stdout).lines().filter(|line| line.contains("\"library\":\"asyncio")).count()
    };
    assert_eq!(from_library(&["trace", "--steps"]), 0);
    assert!(from_library(&["trace", "--steps", "--library"]) > 0);
}

#[test]
fn a_program_may_await_at_top_level_where_that_is_asked_for() {
    let program = b"import asyncio\nprint(await asyncio.sleep(1, 'slept'))\n";
    let done = stillframe(&["run", "--top-level-await"], program);
    assert_eq!((done.status.code(), text(&done.stdout), text(&done.stderr)), (Some(0), "slept\n", ""));
    let refused = stillframe(&["run"], program);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).ends_with("SyntaxError: 'await' outside function\n"), "{}", text(&refused.stderr));

    let traced = stillframe(&["trace", "--steps", "--top-level-await"], program);
    let events: Vec<Value> = text(&traced.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of_module = |name: &str| events.iter().filter(|step| step["event"] == name && step["kind"] == "module").count();
    assert_eq!((of_module("create"), of_module("resume"), of_module("suspend"), of_module("return")), (1, 2, 1, 1));
}

#[test]
fn the_playground_says_where_it_is_and_stops_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    for signal in ["-INT", "-TERM"] {
        let playground = Playground::with_database(&folder.path().join("programs.db"));
        assert!(playground.ask("GET /healthz", "").contains("\"status\":\"ok\""));
        assert_eq!(playground.end(signal), (Some(0), String::new()), "{signal}");
    }
}

#[test]
fn the_playground_stops_while_a_program_runs() {
    let folder = tempfile::tempdir().unwrap();
    let playground = Playground::with_database(&folder.path().join("programs.db"));
    let request = playground.begin_trace("while True: pass");
    std::thread::sleep(std::time::Duration::from_millis(200));
    assert_eq!(playground.end("-TERM").0, Some(0));
    drop(request);
}

#[test]
fn shared_programs_outlive_the_server() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("programs.db");
    let playground = Playground::with_database(&database);
    let url = playground.share("print('still here')");
    playground.end("-TERM");
    let playground = Playground::with_database(&database);
    let page = playground.ask(&format!("GET {url}"), "");
    assert!(page.starts_with("HTTP/1.1 200 OK") && page.contains("still here"), "{page}");
    assert_eq!(playground.share("print('still here')"), url);
    playground.end("-TERM");
}

#[test]
fn the_database_stands_in_the_users_data_folder() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    let data = folder.path().join("data");
    for (xdg, expected) in [("", home.join(".local/share")), (data.to_str().unwrap(), data.clone())] {
        let mut command = Command::new(STILLFRAME);
        command.env_remove("STILLFRAME_DATABASE").env("HOME", &home).env("XDG_DATA_HOME", xdg);
        let playground = Playground::start(&mut command);
        playground.share("pass");
        assert!(expected.join("stillframe/stillframe.db").is_file());
        playground.end("-TERM");
    }
}

#[test]
fn what_stops_the_playground_from_starting_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("programs.db");
    let playground = Playground::with_database(&database);
    let taken = Command::new(STILLFRAME).args(["serve", "--listen", &playground.address, "--database"]).arg(&database).output().unwrap();
    assert_eq!(taken.status.code(), Some(1));
    let told = text(&taken.stderr);
    assert!(told.contains(&playground.address) && told.contains("--listen"), "{told}");
    playground.end("-TERM");

    let nowhere = Command::new(STILLFRAME).args(["--database", "/dev/null/x.db"]).output().unwrap();
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(text(&nowhere.stderr).contains("/dev/null/x.db"), "{}", text(&nowhere.stderr));
}

#[test]
fn several_steps_are_drawn_as_a_strip_or_a_moving_picture() {
    let program = b"def count():\n    yield 1\nprint(*count())\n";
    let film = stillframe(&["render", "--steps", "2..4", "--format", "gif", "--width", "320"], program);
    assert!(film.stdout.starts_with(b"GIF89a"), "{}", text(&film.stderr));
    let strip = stillframe(&["render", "--steps", "2..4"], program);
    assert!(text(&strip.stdout).contains(">Step 2 of ") && text(&strip.stdout).contains(">Step 4 of "), "{}", text(&strip.stdout));
    for (arguments, said) in [
        (&["--format", "gif"][..], "--steps"),
        (&["--steps", "4..2"], "such as 3..9"),
        (&["--steps", "0..40", "--format", "gif"], "at most 30 steps"),
        (&["--steps", "0..12"], "at most 12 steps"),
    ] {
        let refused = stillframe(&[&["render"], arguments].concat(), program);
        assert_eq!(refused.status.code(), Some(2));
        assert!(text(&refused.stderr).contains(said), "{}", text(&refused.stderr));
    }
}

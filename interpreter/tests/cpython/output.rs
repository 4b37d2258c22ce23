//! Every example and every program of the corpus says what it says under CPython 3.11, byte for byte: standard output, standard error
//! (the traceback of an uncaught exception) and exit status. Of a syntax error the type and the line are CPython's; its words may be better.

use libtest_mimic::Failed;
use serde_json::Value;
use stillframe_interpreter::Recording;

use crate::corpus::{Program, Run};

/// A run that is recorded takes other ways through the machine, and says the same.
pub fn says_the_same(program: &Program) -> Result<(), Failed> {
    let mut complaints = Vec::new();
    for recording in [Recording::Off, Recording::Program] {
        let run = program.run(recording);
        let output = without_addresses(&run.output);
        if output != program.output() {
            complaints.push(difference(&format!("{recording:?}: standard output"), &program.output(), &output));
        }
        if !program.is_session() {
            complaints.extend(how_it_ended(program, &run));
        }
    }
    if complaints.is_empty() { Ok(()) } else { Err(complaints.join("\n").into()) }
}

/// What differs in the outcome and in what was said of it on standard error.
fn how_it_ended(program: &Program, run: &Run) -> Vec<String> {
    let mut complaints = Vec::new();
    let outcome = outcome(run);
    match status(&outcome) {
        Some(status) if status == program.status() => {}
        Some(status) => complaints.push(format!("exit status {status}, CPython's is {}", program.status())),
        None => complaints.push(format!("ended by no end of Python's: {outcome}")),
    }
    let (cpython, ours) = if outcome["outcome"] == "syntax_error" {
        let error = |kind: &Value| kind.as_str().unwrap_or_default().to_owned();
        (type_and_line(&program.errors()), format!("{} in line {}", error(&outcome["type"]), outcome["line"]))
    } else {
        (program.errors(), without_addresses(&run.errors))
    };
    if cpython != ours {
        complaints.push(difference("standard error", &cpython, &ours));
    }
    complaints
}

/// `SyntaxError in line 3`, read off what CPython writes of it.
fn type_and_line(errors: &str) -> String {
    let line = errors.lines().find_map(|line| line.trim().strip_prefix("File \"main.py\", line "));
    let last = errors.lines().last().unwrap_or_default();
    let kind = last.split_once(':').map_or(last, |(kind, _)| kind);
    format!("{kind} in line {}", line.unwrap_or("?"))
}

/// The last line of the trace.
fn outcome(run: &Run) -> Value {
    let last = run.plain.last().map_or("", String::as_str);
    serde_json::from_str(last).unwrap_or_else(|error| panic!("no outcome ({error}): {last}"))
}

/// The exit status `python3` would give, where the outcome is one of Python's.
fn status(outcome: &Value) -> Option<i64> {
    match outcome["outcome"].as_str()? {
        "finished" => Some(0),
        "raised" | "syntax_error" => Some(1),
        "exit" => outcome["status"].as_i64(),
        _ => None,
    }
}

/// The first line that differs, with the one before it.
fn difference(what: &str, cpython: &str, ours: &str) -> String {
    let cpython: Vec<&str> = cpython.split('\n').collect();
    let ours: Vec<&str> = ours.split('\n').collect();
    let same = cpython.iter().zip(&ours).take_while(|(one, other)| one == other).count();
    let line = |text: &[&str]| text.get(same).map_or("(the end)".to_owned(), |line| format!("{line:?}"));
    let before = if same > 0 { format!("\n  after   {:?}", cpython[same - 1]) } else { String::new() };
    format!("{what}, line {}:{before}\n  CPython {}\n  here    {}", same + 1, line(&cpython), line(&ours))
}

/// Addresses of objects as the recorded files have them: `0x…`.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut cleaned = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte)).count();
        cleaned.push_str("0x");
        cleaned.push_str(if digits >= 6 { "…" } else { &part[..digits] });
        cleaned.push_str(&part[digits..]);
    }
    cleaned
}

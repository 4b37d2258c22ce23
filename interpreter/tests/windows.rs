//! Windows of a run: recording from a later step on. That each of their steps is that of the whole run is held by the page's walks
//! (`static/tests/walk/windows.test.js`); here are the numbers, the ends and the two forms.

#[path = "support/ear.rs"]
mod ear;
#[path = "support/unpacked.rs"]
mod unpacked;

use std::fs;

use ear::Ear;
use serde_json::{Value as Json, json};
use stillframe_interpreter::{Limits, Options, OutcomeKind, Recording, Trace, Window, run};

const PROGRAM: &str = "def turns(n):
    for i in range(n):
        yield i

total = 0
for turn in turns(2000):
    total += turn
    if turn % 500 == 0:
        print(turn)
";

fn window(source: &str, from: u32, steps: Option<u32>) -> Trace {
    let limits = Limits { steps: 1000, ..Limits::default() };
    run(source, &limits, Options { window: Window { from, steps }, ..Recording::Program.into() }, &mut Ear::default())
}

fn lines(trace: &Trace) -> Vec<Json> {
    let mut lines = Vec::new();
    trace.plain(&mut |line| lines.push(serde_json::from_str(line).expect("a line is an object")));
    let packed: Json = serde_json::from_str(&trace.packed()).expect("the packed form is JSON");
    assert_eq!(unpacked::lines(&packed), lines, "the two forms tell the same");
    lines
}

#[test]
fn a_window_begins_with_the_frames_that_live() {
    let lines = lines(&window(PROGRAM, 5_000, Some(3)));
    let opened: Vec<&Json> = lines.iter().filter(|line| line["event"] == "open").collect();
    assert_eq!(opened.len(), 2);
    assert_eq!((&opened[0]["name"], &opened[0]["step"]), (&json!("<module>"), &json!(4_999)));
    assert_eq!((&opened[1]["name"], &opened[1]["states"]), (&json!("turns"), &json!({"1": "running"})));
    assert_eq!(opened[1]["out"], "0\n500\n");
    let numbers: Vec<&Json> = lines.iter().filter(|line| line["event"] != "open").map(|line| &line["step"]).collect();
    assert_eq!(numbers[..3], [5_000, 5_001, 5_002]);
    let outcome = lines.last().expect("an outcome");
    assert_eq!((&outcome["from"], &outcome["steps"], &outcome["recorded"]), (&json!(5_000), &json!(3), &json!(false)));
}

#[test]
fn a_window_reaches_to_the_end_of_the_run_and_no_further() {
    let whole = lines(&window(PROGRAM, 0, Some(1)));
    let length = whole[whole.len() - 2]["overview"]["steps"].as_u64().expect("a number") as u32;
    let last = lines(&window(PROGRAM, length - 5, None));
    let outcome = last.last().expect("an outcome");
    assert_eq!((&outcome["steps"], &outcome["recorded"]), (&json!(5), &json!(true)));
    let beyond = lines(&window(PROGRAM, length, None));
    assert_eq!(beyond.len(), 2, "no step, but the overview and the outcome");
    assert_eq!(beyond[0]["overview"]["steps"], length);
}

#[test]
fn no_more_steps_are_recorded_than_the_limit_allows() {
    let outcome = lines(&window(PROGRAM, 100, Some(5_000))).pop().expect("an outcome");
    assert_eq!(outcome["steps"], 1000);
}

#[test]
fn an_overview_comes_only_with_steps_that_are_missing() {
    assert!(lines(&window("x = 1\n", 0, None)).iter().all(|line| line.get("overview").is_none()));
    let lines = lines(&window(PROGRAM, 0, None));
    let overview = &lines[lines.len() - 2]["overview"];
    let names: Vec<&Json> = overview["frames"].as_array().expect("frames").iter().map(|frame| &frame["name"]).collect();
    assert_eq!(names, ["<module>", "turns"]);
    let columns = |share: &str, at: usize| overview["frames"][at][share].as_array().map_or(0, Vec::len);
    let steps = overview["steps"].as_u64().expect("a number");
    let width = overview["width"].as_u64().expect("a number");
    assert_eq!(columns("running", 0) as u64, steps.div_ceil(width));
}

#[test]
fn what_is_recorded_changes_nothing_that_the_program_does() {
    let outcome = |from| {
        let outcome = window(PROGRAM, from, Some(7)).outcome().clone();
        (outcome.kind, outcome.instructions)
    };
    assert_eq!(outcome(0), outcome(3_333));
}

#[test]
fn a_loop_that_holds_more_than_a_trace_may_have_ends_the_recording() {
    let source = "import asyncio
async def worker():
    await asyncio.sleep(1)
async def main():
    name = 'n' * 10_000
    tasks = [asyncio.create_task(worker(), name=name) for _ in range(100)]
    await asyncio.wait(tasks)
    print('done')
asyncio.run(main())
";
    let limits = Limits { trace: 200_000, ..Limits::default() };
    let options = Options { window: Window { from: 400, steps: None }, ..Recording::Program.into() };
    let mut ear = Ear::default();
    let outcome = run(source, &limits, options, &mut ear).outcome().clone();
    assert_eq!((ear.output.as_str(), outcome.steps), ("done\n", 0));
    assert_eq!(outcome.recording_ended_by.map(|limit| limit.name()), Some("trace"));
}

#[test]
fn what_was_raised_before_a_window_leaves_nothing_in_its_trace() {
    let source = "def fails(n):
    raise ValueError(f'number {n}')
for n in range(1000):
    try:
        fails(n)
    except ValueError:
        pass
print('over')
";
    let packed = window(source, 4_000, Some(20)).packed();
    assert!(!packed.contains("number 1\"") && packed.contains("number "), "{packed}");
}

/// A run whose recording has ended takes shorter ways than one that is recorded, or will be. The programs are those of the corpus.
#[test]
fn a_run_and_its_overview_are_the_same_whatever_is_recorded_of_it() {
    let topics = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/programs")).expect("the corpus");
    let folders = topics.map(|topic| topic.expect("a topic").path());
    let files = folders.flat_map(|topic| fs::read_dir(topic).expect("programs")).map(|file| file.expect("a file").path());
    let (mut compared, mut differ) = (0, Vec::new());
    for file in files.filter(|file| file.extension().is_some_and(|extension| extension == "py")) {
        let source = fs::read_to_string(&file).expect("a program");
        let about = |from, steps| {
            let trace = window(&source, from, steps);
            let packed: Json = serde_json::from_str(&trace.packed()).expect("the packed form is JSON");
            ((trace.outcome().kind, trace.outcome().instructions), packed["overview"].clone())
        };
        let (ended, to_begin, (recorded, _)) = (about(0, Some(1)), about(u32::MAX, None), about(0, None));
        // The limit on instructions is looked at now and then, so such a run ends a little earlier or later.
        if matches!(recorded.0, OutcomeKind::Limit(_)) {
            continue;
        }
        compared += usize::from(!ended.1.is_null());
        if ended != to_begin || ended.0 != recorded {
            differ.push(format!("{}: {:?}, {:?}, {recorded:?}", file.display(), ended.0, to_begin.0));
        }
    }
    assert!(differ.is_empty(), "{} differ:\n{}", differ.len(), differ.join("\n"));
    assert!(compared > 600, "{compared} programs");
}

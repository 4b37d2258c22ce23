//! What a step tells besides its line: exceptions raised and caught, the loop's time, what the loop throws.

#[path = "support/ear.rs"]
mod ear;

use ear::Ear;
use serde_json::Value as Json;
use stillframe_interpreter::{Limits, Recording, run};

fn steps(source: &str) -> Vec<Json> {
    let mut lines = Vec::new();
    run(source, &Limits::default(), Recording::Program, &mut Ear::default()).plain(&mut |line| lines.push(line.to_owned()));
    lines.iter().map(|line| serde_json::from_str(line).expect("a line is an object")).collect()
}

/// Where exceptions are raised and caught: line, which of the two, type.
fn exceptions(source: &str) -> Vec<String> {
    let told = |step: &Json| {
        let line = step["line"].clone();
        let entries = step["exception"].as_array().cloned().unwrap_or_default();
        entries.into_iter().map(move |entry| format!("{line} {} {}", entry["event"].as_str().unwrap(), entry["type"].as_str().unwrap()))
    };
    steps(source).iter().flat_map(told).collect()
}

#[test]
fn an_except_that_matches_catches() {
    let source = "try:\n    1/0\nexcept KeyError:\n    pass\nexcept ArithmeticError:\n    pass\n";
    assert_eq!(exceptions(source), ["2 raised ZeroDivisionError", "5 caught ZeroDivisionError"]);
}

#[test]
fn a_finally_catches_nothing() {
    let source = "def f():\n    try:\n        1/0\n    finally:\n        print()\ntry:\n    f()\nexcept:\n    pass\n";
    assert_eq!(exceptions(source), ["3 raised ZeroDivisionError", "8 caught ZeroDivisionError"]);
}

#[test]
fn a_with_catches_what_it_suppresses() {
    let suppressed = "import contextlib\nwith contextlib.suppress(ValueError):\n    raise ValueError\n";
    assert_eq!(exceptions(suppressed), ["3 raised ValueError", "2 caught ValueError"]);
    let let_through = suppressed.replace("suppress(ValueError)", "suppress(KeyError)");
    assert_eq!(exceptions(&let_through), ["3 raised ValueError"]);
}

#[test]
fn an_except_star_catches_its_part() {
    let source =
        "try:\n    raise ExceptionGroup('', [ValueError(), TypeError()])\nexcept* ValueError:\n    pass\nexcept* TypeError:\n    pass\n";
    assert_eq!(exceptions(source), ["2 raised ExceptionGroup", "3 caught ExceptionGroup", "5 caught ExceptionGroup"]);
}

#[test]
fn a_sleep_that_blocks_the_loop_moves_its_time() {
    let source = "import asyncio, time\nasync def main():\n    time.sleep(2)\n    print()\nasyncio.run(main())\ntime.sleep(1)\n";
    let steps = steps(source);
    let tells = |step: &&Json, seconds: f64| {
        step["loop"].as_array().is_some_and(|entries| entries.iter().any(|entry| entry["op"] == "time" && entry["when"] == seconds))
    };
    let first = steps.iter().find(|step| tells(step, 2.0)).expect("the loop's time is told");
    assert_eq!(first["line"], 3);
    assert!(!steps.iter().any(|step| tells(&step, 3.0)), "no loop runs any more");
}

#[test]
fn what_the_loop_throws_is_told_as_thrown() {
    let source = "\
import asyncio
async def numbers():
    try:
        yield 1
    finally:
        print()
async def main():
    async for number in numbers():
        break
    await asyncio.sleep(0)
asyncio.run(main())
";
    let steps = steps(source);
    let closed = steps.iter().find(|step| step["value"] == "GeneratorExit()").expect("the loop closes the generator");
    assert_eq!((&closed["event"], &closed["how"], &closed["verb"]), (&"resume".into(), &"loop".into(), &"throw".into()));
}

#[test]
fn a_coroutine_that_was_closed_is_told_apart_from_one_that_was_forgotten() {
    let all = steps("async def wait():\n    pass\n\nwait().close()\nwait()\n");
    let drops: Vec<_> = all.iter().filter(|step| step["event"] == "drop").map(|step| step["by_close"] == true).collect();
    assert_eq!(drops, [true, false]);
}

#[test]
fn the_first_reading_of_a_clock_is_told_with_its_line() {
    let read = |source| steps(source).iter().filter(|step| step["clock_read"] == true).map(|step| step["line"].clone()).collect::<Vec<_>>();
    assert_eq!(read("import time\nx = 1\na = time.time()\nb = time.monotonic()\n"), [3]);
    assert_eq!(read("from datetime import datetime\ndatetime.now()\n"), [2]);
    assert!(read("import time, asyncio\ntime.sleep(1)\nasyncio.run(asyncio.sleep(1))\n").is_empty());
}

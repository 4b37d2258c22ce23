//! The virtual clock: it stands still, jumps where a program sleeps, and moves where one does nothing but read it.

#[path = "support/ear.rs"]
mod ear;

use ear::Ear;
use stillframe_interpreter::{Limits, Outcome, OutcomeKind, Recording, run};

fn outcome_and_output(source: &str) -> (Outcome, String) {
    let mut ear = Ear::default();
    let trace = run(source, &Limits::default(), Recording::Program, &mut ear);
    (trace.outcome().clone(), ear.output)
}

#[test]
fn a_program_that_waits_by_reading_the_clock_gets_on() {
    for clock in ["time.time", "time.monotonic", "time.perf_counter", "time.process_time", "time.time_ns"] {
        let second = if clock.ends_with("ns") { "10**9" } else { "1" };
        let source = format!("import time\nbegan = {clock}()\nwhile {clock}() - began < {second}: pass\nprint('over')");
        let (outcome, output) = outcome_and_output(&source);
        assert_eq!((outcome.kind, &*output), (OutcomeKind::Finished, "over\n"), "{clock}");
        assert!(outcome.clock_read_on, "{clock}");
    }
}

#[test]
fn a_task_that_waits_so_lets_the_others_run_when_their_time_has_come() {
    let source = "import asyncio\nasync def sleeper():\n    await asyncio.sleep(0.5)\n    print('slept')\nasync def main():\n    \
                  task = asyncio.create_task(sleeper())\n    loop = asyncio.get_running_loop()\n    end = loop.time() + 1\n    \
                  while loop.time() < end: await asyncio.sleep(0)\n    print('waited', task.done())\nasyncio.run(main())";
    let (outcome, output) = outcome_and_output(source);
    assert_eq!(output, "slept\nwaited True\n");
    assert!(outcome.clock_read_on);
}

#[test]
fn a_few_readings_of_each_task_move_nothing() {
    let source = "import asyncio\nasync def worker():\n    await asyncio.sleep(1)\n    \
                  return [asyncio.get_running_loop().time() for _ in range(50)]\nasync def main():\n    \
                  return await asyncio.gather(*[worker() for _ in range(400)])\n\
                  print({time for times in asyncio.run(main()) for time in times})";
    let (outcome, output) = outcome_and_output(source);
    assert_eq!(output, "{1.0}\n");
    assert!(!outcome.clock_read_on);
}

#[test]
fn sleep_begins_the_count_anew() {
    let source = "import time\nfor second in range(1, 10):\n    for _ in range(100): now = time.monotonic()\n    assert now == second - 1\n    \
                  time.sleep(1)";
    let (outcome, _) = outcome_and_output(source);
    assert_eq!(outcome.kind, OutcomeKind::Finished);
    assert!(!outcome.clock_read_on);
}

#[test]
fn a_very_long_sleep_ends_at_once_and_one_without_end_is_a_deadlock() {
    let sleeping = |seconds: &str| {
        format!("import asyncio\nasync def main():\n    await asyncio.sleep({seconds})\n    print('woke')\nasyncio.run(main())")
    };
    for seconds in ["1e8", "1e15", "1e300"] {
        let (outcome, output) = outcome_and_output(&sleeping(seconds));
        assert_eq!((outcome.kind, &*output), (OutcomeKind::Finished, "woke\n"), "{seconds}");
        assert!(outcome.instructions < 100_000, "{seconds}: {}", outcome.instructions);
    }
    let (outcome, _) = outcome_and_output(&sleeping("float('inf')"));
    assert_eq!(outcome.kind, OutcomeKind::Deadlock);
    assert_eq!(outcome.sleepers, ["Task-1 (main, line 3) waits for a time that never comes"]);
}

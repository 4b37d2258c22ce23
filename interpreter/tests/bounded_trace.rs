//! What a run hands to its host is bounded in bytes, whatever the program does: its trace, its output, what is said of its end.

#[path = "support/ear.rs"]
mod ear;

use ear::Ear;
use serde_json::Value;
use stillframe_interpreter::{Limit, Limits, OutcomeKind, Recording, RecordingLimit, Trace, run};

fn record(source: &str, limits: &Limits) -> (Trace, Ear) {
    let mut ear = Ear::default();
    let trace = run(source, limits, Recording::Program, &mut ear);
    (trace, ear)
}

/// Asserts that a program runs to its end, its recording ended by the limit on the trace, and that what was recorded keeps to it.
fn fills_its_trace(source: &str) {
    let limits = Limits { trace: 1024 * 1024, ..Limits::default() };
    let (trace, ear) = record(&format!("{source}\nprint('the end')\n"), &limits);
    assert_eq!(trace.outcome().kind, OutcomeKind::Finished, "{source}\n{}", ear.errors);
    assert_eq!(trace.outcome().recording_ended_by, Some(RecordingLimit::Trace), "{source}");
    assert_eq!(ear.output, "the end\n");
    let packed = trace.packed();
    assert!(packed.len() < limits.trace + limits.trace / 4, "{} bytes: {source}", packed.len());
    let document: Value = serde_json::from_str(&packed).unwrap();
    assert_eq!(document["outcome"]["recorded"], false);
    assert_eq!(document["outcome"]["recording_ended_by"], "trace");
    let mut last = String::new();
    trace.plain(&mut |line| line.clone_into(&mut last));
    assert!(last.contains(r#""recorded":false,"recording_ended_by":"trace""#), "{last}");
}

#[test]
fn many_variables_that_change_at_every_step() {
    let names: String = (0..2_000).map(|n| format!("v{n} = ")).collect();
    fills_its_trace(&format!("for i in range(1000):\n    {names}i"));
}

#[test]
fn many_different_texts() {
    fills_its_trace("for i in range(15_000):\n    s = str(i) * 20");
}

#[test]
fn many_frames_with_many_variables() {
    let names: String = (0..150).map(|n| format!("v{n} = ")).collect();
    fills_its_trace(&format!(
        "def f():\n    {names}0\n    yield\nall = []\nfor i in range(2000):\n    g = f()\n    next(g)\n    all.append(g)"
    ));
}

#[test]
fn many_names_made_by_the_program() {
    fills_its_trace("globals().update((f'name_{i}', i) for i in range(30_000))\nx = 1");
}

#[test]
fn a_class_of_an_exception_with_a_name_without_end() {
    fills_its_trace(
        "for i in range(50):\n    try:\n        raise type('E' * 100_000 + str(i), (Exception,), {})\n    except Exception:\n        pass",
    );
}

#[test]
fn names_of_tasks_without_end() {
    let source = "import asyncio\nasync def nothing(): pass\nasync def main():\n    for i in range(50):\n        await asyncio.create_task(nothing(), name='\\0' * 20_000 + str(i))\nasyncio.run(main())";
    fills_its_trace(source);
}

#[test]
fn looking_is_counted_where_nothing_is_told() {
    let names: String = (0..6_000).map(|n| format!("v{n}=")).collect();
    let (trace, _) =
        record(&format!("{names}0\nfor i in range(100_000): pass\n"), &Limits { trace: usize::MAX, steps: u32::MAX, ..Limits::default() });
    assert_eq!(trace.outcome().recording_ended_by, Some(RecordingLimit::Trace));
    assert_eq!(trace.outcome().kind, OutcomeKind::Finished);
}

#[test]
fn digits_of_big_integers_are_counted() {
    let source = "s = 10 ** 4299\nfor i in range(20_000):\n    s += 1\n";
    let (trace, _) = record(source, &Limits { trace: usize::MAX, ..Limits::default() });
    assert_eq!(trace.outcome().recording_ended_by, Some(RecordingLimit::Trace));
}

#[test]
fn the_limit_of_steps_is_told_by_its_name() {
    let (trace, _) = record("for i in range(100): pass\n", &Limits { steps: 10, ..Limits::default() });
    assert_eq!(trace.outcome().recording_ended_by, Some(RecordingLimit::Steps));
    assert!(trace.packed().contains(r#""recorded":false,"recording_ended_by":"steps""#));
}

#[test]
fn a_lesson_is_recorded_whole() {
    let source = "seen = []\nfor i in range(12_000):\n    square = i * i\n    root = square ** 0.5\n    seen = seen[-20:] + [square]\n";
    let (trace, _) = record(source, &Limits::default());
    assert_eq!(trace.outcome().recording_ended_by, None);
    assert!(trace.packed().len() < Limits::default().trace);
}

#[test]
fn output_is_cut_where_the_limit_is_at_a_character_s_end() {
    let limits = Limits { output: 1_000, ..Limits::default() };
    let (trace, ear) = record("print('é' * 10**6)\n", &limits);
    assert_eq!(trace.outcome().limit(), Some(Limit::Output));
    assert_eq!(ear.output, "é".repeat(500));
    let (trace, ear) = record("print('a' + 'é' * 10**6)\n", &limits);
    assert_eq!(trace.outcome().limit(), Some(Limit::Output));
    assert_eq!(ear.output, format!("a{}", "é".repeat(499)));
}

#[test]
fn output_up_to_the_limit_is_whole() {
    let (trace, ear) = record("print('x' * 999)\n", &Limits { output: 1_000, ..Limits::default() });
    assert_eq!(trace.outcome().kind, OutcomeKind::Finished);
    assert_eq!(ear.output.len(), 1_000);
}

#[test]
fn an_exception_is_told_though_its_traceback_was_cut() {
    let limits = Limits { output: 1_000, ..Limits::default() };
    let (trace, ear) = record("x = 1\nraise ValueError('m' * 10**6)\n", &limits);
    let outcome = trace.outcome();
    assert_eq!((outcome.kind, outcome.line), (OutcomeKind::Raised, Some(2)));
    assert_eq!(outcome.type_name.as_deref(), Some("ValueError"));
    let message = outcome.message.as_deref().unwrap();
    assert!(message.starts_with("mmm") && message.ends_with('…'), "{message}");
    assert_eq!(ear.errors.len(), limits.output);
    assert!(ear.errors.starts_with("Traceback (most recent call last):\n"));
}

#[test]
fn a_name_of_a_class_is_cut_in_the_outcome() {
    let limits = Limits { output: 1_000, ..Limits::default() };
    let (trace, ear) = record("raise type('E' * 10**6, (Exception,), {})\n", &limits);
    assert_eq!(trace.outcome().kind, OutcomeKind::Raised);
    assert_eq!(trace.outcome().type_name.as_deref().map(str::len), Some(1_000));
    assert_eq!(ear.errors.len(), 1_000);
}

#[test]
fn a_message_of_an_exit_is_cut() {
    let (trace, ear) = record("import sys\nsys.exit('x' * 10**6)\n", &Limits { output: 1_000, ..Limits::default() });
    assert_eq!((trace.outcome().kind, trace.outcome().status), (OutcomeKind::Exit, Some(1)));
    assert_eq!(ear.errors, "x".repeat(1_000));
}

#[test]
fn a_syntax_error_is_cut() {
    let source = format!("x = '{}' '\n", "é".repeat(2_000));
    let (trace, ear) = record(&source, &Limits { output: 1_000, ..Limits::default() });
    assert_eq!(trace.outcome().kind, OutcomeKind::SyntaxError);
    assert!((999..=1_000).contains(&ear.errors.len()), "{}", ear.errors.len());
}

#[test]
fn a_deadlock_s_names_are_cut() {
    let source =
        "import asyncio\nasync def main():\n    await asyncio.create_task(asyncio.Event().wait(), name='n' * 10**5)\nasyncio.run(main())\n";
    let (trace, _) = record(source, &Limits { output: 1_000, ..Limits::default() });
    assert_eq!(trace.outcome().kind, OutcomeKind::Deadlock);
    assert_eq!(trace.outcome().message.as_deref().map(str::len), Some(1_000));
}

//! Hostile programs: each ends with its limit named, the trace so far delivered, and the next program runs as if nothing had been.

#[path = "support/ear.rs"]
mod ear;

use ear::Ear;
use stillframe_interpreter::{Limit, Limits, Outcome, OutcomeKind, Recording, run};

struct Ended {
    outcome: Outcome,
    steps: usize,
    ear: Ear,
}

fn end_of(source: &str) -> Ended {
    let mut ear = Ear::default();
    let trace = run(source, &Limits::default(), Recording::Program, &mut ear);
    let mut lines = 0;
    trace.plain(&mut |_| lines += 1);
    Ended { outcome: trace.outcome().clone(), steps: lines - 1, ear }
}

/// Asserts that the program passes `limit`, with something recorded before; and that the interpreter is well after it.
fn passes(limit: Limit, source: &str) {
    let ended = end_of(source);
    assert_eq!(ended.outcome.limit(), Some(limit), "{source}\n{}", ended.ear.errors);
    assert!(ended.steps > 0, "nothing was recorded of {source}");
    let after = end_of("print('well')\n");
    assert_eq!(after.ear.output, "well\n");
}

#[test]
fn a_loop_without_end() {
    passes(Limit::Instructions, "while True: pass\n");
}

#[test]
fn a_limit_can_t_be_caught() {
    passes(
        Limit::Instructions,
        "while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass\n    finally:\n        x = 1\n",
    );
}

#[test]
fn a_huge_list() {
    passes(Limit::Memory, "numbers = [0] * 10**10\n");
}

#[test]
fn a_huge_string() {
    passes(Limit::Memory, "text = 'a' * 10**10\n");
}

#[test]
fn a_huge_number() {
    let ended = end_of("number = 10**10**8\n");
    assert!(matches!(ended.outcome.limit(), Some(Limit::Instructions | Limit::Memory)), "{:?}", ended.outcome.limit());
}

#[test]
fn a_million_parentheses() {
    let ended = end_of(&"(".repeat(1_000_000));
    assert_eq!(ended.outcome.limit(), Some(Limit::Source));
}

#[test]
fn three_hundred_parentheses() {
    let ended = end_of(&format!("{}1{}\n", "(".repeat(300), ")".repeat(300)));
    assert_eq!(ended.outcome.kind, OutcomeKind::SyntaxError);
    assert_eq!(ended.outcome.message.as_deref(), Some("too many nested parentheses"));
}

#[test]
fn lists_nested_deep_are_compared_and_dropped() {
    let nest = |name: &str| format!("{name} = []\nfor _ in range(300_000):\n    {name} = [{name}]\n");
    let source = format!(
        "{}{}try:\n    a == b\nexcept RecursionError as error:\n    print(error)\ndel a, b\nprint('dropped')\n",
        nest("a"),
        nest("b")
    );
    let ended = end_of(&source);
    assert_eq!(ended.ear.output, "maximum recursion depth exceeded in comparison\ndropped\n", "{:?}", ended.outcome.limit());
    let deep = "a = []\nfor _ in range(600_000):\n    a = [a]\ndel a\nprint('dropped')\n";
    assert_eq!(end_of(deep).ear.output, "dropped\n");
}

#[test]
fn a_million_delegating_generators() {
    let chain = "def link(inner):\n    yield from inner\n\nchain = iter([1])\nfor _ in range(1_000_000):\n    chain = link(chain)\n";
    passes(Limit::Frames, chain);
    let shorter = chain.replace("1_000_000", "90_000");
    let resumed =
        format!("{shorter}try:\n    next(chain)\nexcept RecursionError as error:\n    print(error)\ndel chain\nprint('dropped')\n");
    assert_eq!(end_of(&resumed).ear.output, "maximum recursion depth exceeded\ndropped\n");
}

#[test]
fn output_without_end() {
    passes(Limit::Output, "while True:\n    print('x' * 100)\n");
}

#[test]
fn tasks_without_end() {
    let source = "import asyncio\n\nasync def sleeper():\n    await asyncio.sleep(1000)\n\nasync def main():\n    tasks = []\n    while True:\n        tasks.append(asyncio.create_task(sleeper()))\n\nasyncio.run(main())\n";
    let ended = end_of(source);
    assert!(matches!(ended.outcome.kind, OutcomeKind::Limit(_)), "{:?}", ended.outcome.limit());
    assert!(ended.steps > 0);
}

#[test]
fn recursion_is_an_error_that_can_be_caught() {
    let source = "def down(n):\n    return down(n + 1)\n\ntry:\n    down(0)\nexcept RecursionError as error:\n    print(error)\nnested = []\nfor _ in range(5000):\n    nested = [nested]\ntry:\n    repr(nested)\nexcept RecursionError as error:\n    print(error)\n";
    let ended = end_of(source);
    let expected = "maximum recursion depth exceeded\nmaximum recursion depth exceeded while getting the repr of an object\n";
    assert_eq!(ended.ear.output, expected);
}

#[test]
fn the_same_program_gives_the_same_trace() {
    let source = "import asyncio, random\n\nasync def worker(n):\n    await asyncio.sleep(random.random())\n    print(n, object())\n\nasync def main():\n    await asyncio.gather(*map(worker, range(3)))\n\nasyncio.run(main())\n";
    let packed = || run(source, &Limits::default(), Recording::Program, &mut Ear::default()).packed();
    assert_eq!(packed(), packed());
}

#[test]
fn a_program_past_the_recorded_steps_runs_on() {
    let ended = end_of("total = 0\nfor i in range(100_000):\n    total += i\nprint(total)\n");
    assert_eq!(ended.outcome.kind, OutcomeKind::Finished);
    assert!(!ended.outcome.recorded());
    assert_eq!(ended.ear.output, "4999950000\n");
}

#[test]
fn an_exception_is_reported_whole_or_the_limit_is_named() {
    let source = "def f():\n    raise ExceptionGroup('several', [ValueError('why'), KeyError('how')])\n\nf()\n";
    let ended = |instructions| {
        let limits = Limits { instructions, ..Limits::default() };
        run(source, &limits, Recording::Program, &mut Ear::default()).outcome().clone()
    };
    let whole = ended(1_000_000);
    assert_eq!(whole.kind, OutcomeKind::Raised);
    let mut kinds = Vec::new();
    for instructions in (1..whole.instructions).step_by(7).chain([whole.instructions]) {
        let outcome = ended(instructions);
        kinds.push(outcome.kind);
        match outcome.kind {
            OutcomeKind::Limit(limit) => assert_eq!(limit, Limit::Instructions),
            _ => assert_eq!((outcome.message, outcome.traceback), (whole.message.clone(), whole.traceback.clone()), "{instructions}"),
        }
    }
    kinds.dedup();
    assert_eq!(kinds, [OutcomeKind::Limit(Limit::Instructions), OutcomeKind::Raised]);
}

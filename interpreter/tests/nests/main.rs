//! Nothing that a program nests overflows the host's stack: every kind of object that holds another is nested in itself, and by turns
//! in others. What is nested is put through everything that walks along it, and then dropped, on a small stack.
//!
//! Each thing done must end: by itself, with an exception or at a named limit. A trial is one kind (`nests itself/list`) or one by turns with some
//! others (`nests others/list`), in a process of its own.

#[path = "../support/child.rs"]
mod child;
#[path = "../support/ear.rs"]
mod ear;
mod kinds;
mod uses;

use std::process::ExitCode;
use std::thread;

use ear::Ear;
use kinds::{KINDS, Kind};
use libtest_mimic::{Arguments, Failed, Trial};
use stillframe_interpreter::{Limits, OutcomeKind, Recording, run};
use uses::USES;

/// The stack that programs run on that nest things. A recursion that takes 24 bytes a level passes it before [`DEEP`].
const STACK: usize = 1 << 18;

/// The stack of those that end deep: a regular expression may nest as deep as CPython's.
const STACK_TO_END_ON: usize = 1 << 19;

/// How deep a kind is nested in itself.
const DEEP: usize = 12_500;

/// How deep two kinds are nested in each other.
const DEEP_IN_PAIRS: usize = 3_000;

/// What every kind is nested in by turns: one of each way to hold another.
const COMPANIONS: &[&str] = &["list", "instance", "default"];

/// Programs that end while much is on the stack, or is being awaited.
const STACKS: &[(&str, &str)] = &[
    (
        "loop",
        "import sys\nsys.setrecursionlimit(10_000)\ndef down(n):\n    if n == 9_900:\n        while True: pass\n    down(n + 1)\ndown(0)\n",
    ),
    ("exit", "import sys\nsys.setrecursionlimit(10_000)\ndef down(n):\n    if n == 9_900: sys.exit(3)\n    down(n + 1)\ndown(0)\n"),
    ("error", "import sys\nsys.setrecursionlimit(10_000)\ndef down(n):\n    down(n + 1)\ndown(0)\n"),
    (
        "frames",
        "import sys\nsys.setrecursionlimit(10_000)\nframes = []\ndef down(n):\n    if n == 9_900: frames.append(sys._getframe())\n    else: down(n + 1)\ndown(0)\nframes.clear()\n",
    ),
    (
        "delegation",
        "import sys\nsys.setrecursionlimit(10_000)\ndef g(inner):\n    yield from inner\nchain = iter([1, 2])\nfor _ in range(9_900): chain = g(chain)\nnext(chain)\nwhile True: pass\n",
    ),
    (
        "sleepers",
        "def g(inner):\n    yield inner\n    yield\nchain = None\nfor _ in range(90_000):\n    chain = g(chain)\n    next(chain)\ndel chain\n",
    ),
    (
        "tasks",
        "import asyncio\nasync def wait(task):\n    await (task or asyncio.sleep(1))\nasync def main():\n    task = None\n    for _ in range(5_000): task = asyncio.create_task(wait(task))\n    await task\nasyncio.run(main())\n",
    ),
    ("call of itself", "class A: pass\nA.__call__ = A()\nA()()\n"),
    ("attribute of itself", "class A: pass\nA.__getattr__ = A()\nA().x\n"),
    (
        "callbacks",
        "import weakref\nclass A: pass\na = None\nfor _ in range(50_000):\n    b = A()\n    b.a, b.r = a, a and weakref.ref(a, print)\n    a = b\ndel a, b\n",
    ),
    (
        "finalisers",
        "class A:\n    def __del__(self): self.a\na = None\nfor _ in range(50_000):\n    b = A()\n    b.a = a\n    a = b\ndel a, b\n",
    ),
    ("bases", "class A: pass\nfor _ in range(1_000): A = type('A', (A,), {})\n"),
    ("regular expressions", "import re\nre.compile('(' * 99 + ')' * 99).sub(lambda m: 'x', 'text' * 100)\n"),
];

fn main() -> ExitCode {
    if let Some(trial) = child::asked_for() {
        let stack = if trial.starts_with("ends deep") { STACK_TO_END_ON } else { STACK };
        thread::Builder::new().stack_size(stack).spawn(move || run_trial(&trial)).unwrap().join().unwrap();
        return ExitCode::SUCCESS;
    }
    let itself = KINDS.iter().map(|kind| format!("nests itself/{}", kind.name));
    let others = KINDS.iter().map(|kind| format!("nests others/{}", kind.name));
    let stacks = STACKS.iter().map(|(name, _)| format!("ends deep/{name}"));
    let trials = itself.chain(others).chain(stacks).map(|name| Trial::test(name.clone(), move || passes(&name))).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn passes(trial: &str) -> Result<(), Failed> {
    let (status, output, errors) = child::run(trial);
    if status.success() { Ok(()) } else { Err(format!("{status}\n{output}{errors}").into()) }
}

fn run_trial(trial: &str) {
    let (how, name) = trial.split_once('/').expect("a trial is how and what");
    if how == "ends deep" {
        let (_, source) = STACKS.iter().find(|(known, _)| *known == name).expect("a program of the table");
        let limits = Limits { instructions: 8_000_000, frames: 1_000_000, ..Limits::default() };
        run(source, &limits, Recording::Program, &mut Ear::default());
        return;
    }
    let kind = KINDS.iter().find(|kind| kind.name == name).expect("a kind of the table");
    if how == "nests itself" {
        try_out(kind, kind, DEEP);
        return;
    }
    for other in KINDS.iter().filter(|other| COMPANIONS.contains(&other.name) && other.name != name) {
        try_out(kind, other, DEEP_IN_PAIRS);
    }
}

/// Nests two kinds in each other, and puts what comes of it to every use. A use that passes a limit ends the run: the next run begins
/// with the use after it.
fn try_out(outer: &Kind, inner: &Kind, depth: usize) {
    let (mut first, mut depth) = (0, depth);
    while first < USES.len() {
        println!("{} in {}, {depth} deep, from use {first} on", inner.name, outer.name);
        let next = use_from(first, outer, inner, depth);
        if next == first {
            // The limit was passed before anything was done.
            depth /= 2;
            assert!(depth > 100, "it can't even be made");
        }
        first = next;
    }
}

/// Runs the uses from one on; answers the first that did not come about.
fn use_from(first: usize, outer: &Kind, inner: &Kind, depth: usize) -> usize {
    let source = program(first, outer, inner, depth);
    let limits = Limits { memory: 1 << 30, instructions: 4_000_000, frames: 1_000_000, ..Limits::default() };
    let mut ear = Ear::default();
    let outcome = run(&source, &limits, Recording::Program, &mut ear).outcome().clone();
    let begun = ear.output.lines().filter(|line| line.starts_with("use ")).count();
    match outcome.kind {
        OutcomeKind::Finished => {
            assert_eq!(ear.output.lines().last(), Some("dropped"), "{} in {}\n{}", inner.name, outer.name, ear.output);
            USES.len()
        }
        OutcomeKind::Limit(_) => first + begun,
        kind => panic!("{} in {}: {kind:?}\n{}{}", inner.name, outer.name, ear.output, ear.errors),
    }
}

fn program(first: usize, outer: &Kind, inner: &Kind, depth: usize) -> String {
    let setup = if outer.name == inner.name { String::new() } else { inner.setup.to_owned() };
    let uses: String = USES[first..].iter().map(|(name, body)| format!("@use\ndef _():\n    '{name}'\n    {body}\n\n")).collect();
    format!(
        r"{}{setup}
def nest():
    x = print
    try:
        for _ in range({depth}):
            x = {}
            x = {}
    except RecursionError:
        # Where the construction itself walks along.
        pass
    return x

a = nest()
b = nest()

def use(f):
    print('use', f.__doc__)
    try:
        f()
    except Exception as error:
        print(type(error).__name__)

{uses}
del a, b
print('dropped')
",
        outer.setup, inner.expression, outer.expression
    )
}

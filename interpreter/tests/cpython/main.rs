//! Holds the interpreter to CPython 3.11: every example of the page and every program of the corpus in `tests/programs` is run, and
//! must say what CPython said (`output`) and live through what CPython's frames lived through (`agreement`);
//! where there is an event loop, what is told of it must make sense (`turns`).
//!
//! Two or three tests a program: `cargo test --test cpython agreement/generators/`. What CPython did was recorded by `record.py`; nobody needs a
//! `python3` to run the tests.

mod agreement;
mod corpus;
#[path = "../support/ear.rs"]
mod ear;
mod output;
mod turns;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

fn main() -> ExitCode {
    let mut trials = Vec::new();
    for program in corpus::programs() {
        if program.account().is_some() {
            let program = program.clone();
            trials.push(Trial::test(format!("agreement/{}", program.name), move || agreement::agrees(&program)));
        }
        if program.has_loop() {
            let program = program.clone();
            trials.push(Trial::test(format!("turns/{}", program.name), move || turns::make_sense(&program)));
        }
        trials.push(Trial::test(format!("output/{}", program.name), move || output::says_the_same(&program)));
    }
    assert!(!trials.is_empty(), "no program found");
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

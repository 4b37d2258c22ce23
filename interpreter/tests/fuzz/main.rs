//! Programs out of a fuzzer's bytes, held to the promises of `promises.rs`. Each target is a test: `cargo test` gives it a few seconds of random bytes;
//! `.ci/fuzz` lets libFuzzer steer it for as long as one likes.
//!
//! What a target has found is kept as a program in `regressions/`, since the same bytes make another program when a generator changes.

mod choices;
#[path = "../support/looks.rs"]
mod looks;
mod names;
mod programs;
mod promises;
mod seeds;
mod soup;
#[path = "../support/unpacked.rs"]
mod unpacked;

use std::path::Path;
use std::time::Duration;
use std::{fs, thread};

use bolero::check;
use choices::Choices;
use promises::{LIMITS, hold, hold_with_the_library};
use stillframe_interpreter::Limits;

/// How long `cargo test` gives each target.
const MOMENT: Duration = Duration::from_secs(4);

/// Longer inputs only take longer.
const LONGEST: usize = 4096;

/// As much as the commands give to the thread that programs run on.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// Any text, as a program.
#[test]
fn source() {
    seeds::plant(seeds::corpus);
    on_a_deep_stack(|| {
        check!().with_test_time(MOMENT).with_max_len(LONGEST).for_each(|bytes| {
            hold(&String::from_utf8_lossy(bytes), &LIMITS);
        });
    });
}

/// Expressions and statements of any kind, which mostly parse, and mostly do what nobody would write.
#[test]
fn soup() {
    seeds::plant(seeds::noise);
    on_a_deep_stack(|| {
        check!().with_test_time(MOMENT).with_max_len(LONGEST).for_each(|bytes| {
            report(&soup::program(&mut Choices::new(bytes)), |source| hold(source, &LIMITS));
        });
    });
}

/// Programs that make, drive and drop generators, coroutines, async generators and tasks.
#[test]
fn programs() {
    seeds::plant(seeds::noise);
    on_a_deep_stack(|| {
        check!().with_test_time(MOMENT).with_max_len(LONGEST).for_each(|bytes| {
            report(&programs::program(&mut Choices::new(bytes)), |source| hold(source, &LIMITS));
        });
    });
}

/// The same programs, ended by a limit somewhere, the library's frames recorded too.
#[test]
fn limits() {
    seeds::plant(seeds::noise);
    on_a_deep_stack(|| {
        check!().with_test_time(MOMENT).with_max_len(LONGEST).for_each(|bytes| {
            let mut choices = Choices::new(bytes);
            let limits = tight(&mut choices);
            report(&programs::program(&mut choices), |source| hold_with_the_library(source, &limits));
        });
    });
}

/// What was found once stays mended.
#[test]
fn regressions() {
    on_a_deep_stack(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/regressions");
        for file in fs::read_dir(folder).expect("the folder is there") {
            let path = file.expect("a file").path();
            let source = fs::read(&path).expect("a program");
            report(&String::from_utf8_lossy(&source), |source| {
                hold(source, &LIMITS);
                hold_with_the_library(source, &LIMITS);
            });
        }
    });
}

/// Limits that a program may well pass.
fn tight(choices: &mut Choices) -> Limits {
    let mut below = |most: usize| 1 + choices.below(most);
    Limits {
        source: LIMITS.source,
        instructions: below(30_000) as u64,
        steps: below(256) as u32,
        trace: 64 * below(256),
        memory: 1024 * below(256),
        output: below(1024),
        frames: below(64) as u32,
        recursion: 10 + below(64) as u32,
    }
}

/// Shows the program that breaks a promise.
fn report(source: &str, check: impl FnOnce(&str)) {
    struct Shown<'a>(&'a str);
    impl Drop for Shown<'_> {
        fn drop(&mut self) {
            if thread::panicking() {
                eprintln!("the program:\n{}", self.0);
            }
        }
    }
    let _shown = Shown(source);
    check(source);
}

fn on_a_deep_stack(work: impl FnOnce() + Send) {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work).expect("a thread can be started");
        if let Err(panic) = thread.join() {
            std::panic::resume_unwind(panic);
        }
    });
}

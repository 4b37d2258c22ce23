//! What the limit on memory counts is what the process holds: programs that make endlessly many of one kind of thing, and keep them in one way or
//! another, end at the limit while the process is not much larger.
//!
//! A trial is a kind and a way to keep it (`class/list`), in a process of its own, whose largest size the kernel tells (Linux only).

#[path = "../support/child.rs"]
mod child;
#[path = "../support/ear.rs"]
mod ear;
mod table;

use std::fs;
use std::process::ExitCode;

use ear::Ear;
use libtest_mimic::{Arguments, Failed, Trial};
use stillframe_interpreter::{Limits, Recording, run};
use table::{KEEPERS, MAKERS};

/// Half of what a run may hold by default: enough to see a proportion, in half the time.
const LIMIT: usize = 64 << 20;

/// How much the process may hold: once and a half the limit, and what an empty run takes.
const ALLOWED: usize = LIMIT / 2 * 3 + (20 << 20);

fn main() -> ExitCode {
    if let Some(trial) = child::asked_for() {
        hold(&trial);
        return ExitCode::SUCCESS;
    }
    let trials = if cfg!(target_os = "linux") { trials() } else { Vec::new() };
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn trials() -> Vec<Trial> {
    let names = MAKERS.iter().flat_map(|(maker, ..)| KEEPERS.iter().map(move |(keeper, ..)| format!("{maker}/{keeper}")));
    names.map(|name| Trial::test(name.clone(), move || stays_within(&name))).collect()
}

fn stays_within(trial: &str) -> Result<(), Failed> {
    let (status, output, errors) = child::run(trial);
    let figures: Vec<usize> = output.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [largest, counted] = figures[..] else { return Err(format!("{status}\n{output}{errors}").into()) };
    if largest > ALLOWED {
        return Err(format!("{} MiB held, {} MiB counted\n{errors}", largest >> 20, counted >> 20).into());
    }
    Ok(())
}

/// Runs the program of a trial, and says how large the process became and how many bytes were counted.
fn hold(trial: &str) {
    let mut ear = Ear::default();
    let limits = Limits { memory: LIMIT, instructions: 3_000_000, frames: 1_000_000, ..Limits::default() };
    let outcome = run(&program(trial), &limits, Recording::Off, &mut ear).outcome().clone();
    eprintln!("{:?} {}", outcome.kind, ear.errors);
    println!("{} {}", largest_size(), outcome.memory);
}

fn program(trial: &str) -> String {
    let (maker, keeper) = trial.split_once('/').expect("a trial is what and where");
    let (_, setup, made) = MAKERS.iter().find(|(name, ..)| *name == maker).expect("a maker of the table");
    let (_, before, keep) = KEEPERS.iter().find(|(name, ..)| *name == keeper).expect("a keeper of the table");
    format!(
        "{setup}{before}def main():\n    i = 0\n    last = None\n    while True:\n        i += 1\n        x = {made}\n        {keep}\nmain()\n"
    )
}

/// The most bytes of memory that the process has had at one time.
fn largest_size() -> usize {
    let status = fs::read_to_string("/proc/self/status").expect("the kernel tells");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("it tells the largest size");
    let kibibytes: usize = line.split_whitespace().nth(1).and_then(|word| word.parse().ok()).expect("a number");
    kibibytes << 10
}

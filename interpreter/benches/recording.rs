//! How many steps a second of processor time are recorded, with locals, the text of their values and the packing for the wire:
//! `cargo bench -p stillframe-interpreter --bench recording [-- NAME …]`.
//!
//! The programs are those that `compare.py` runs beside CPython. Each is stopped after so many instructions that every step is recorded.

use std::path::Path;

use stillframe_interpreter::{Host, Limits, Recording, Stream, run};

#[path = "support/clock.rs"]
mod clock;

use clock::seconds;

struct Deaf;

impl Host for Deaf {
    fn write(&mut self, _: Stream, _: &str) {}
}

/// How long each program runs.
const INSTRUCTIONS: u64 = 10_000_000;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/programs");
    let mut programs: Vec<_> = std::fs::read_dir(folder).expect("the programs").flatten().map(|entry| entry.path()).collect();
    programs.sort();
    let limits = Limits { instructions: INSTRUCTIONS, steps: u32::MAX, memory: usize::MAX / 2, ..Limits::default() };
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    println!("{:30} {:>9} {:>12} {:>12}", "program", "steps", "run, M/s", "packed, M/s");
    let mut rates = Vec::new();
    for program in programs {
        let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if !wanted.is_empty() && !wanted.contains(&name) {
            continue;
        }
        let source = std::fs::read_to_string(&program).expect("a program");
        let began = seconds();
        let trace = run(&source, &limits, Recording::Program, &mut Deaf);
        let ran = seconds() - began;
        let bytes = trace.packed().len();
        let packed = seconds() - began;
        let steps = f64::from(trace.outcome().steps);
        rates.push([steps / ran / 1e6, steps / packed / 1e6]);
        println!("{name:30} {steps:9} {:12.1} {:12.1}   {:.1} bytes a step", steps / ran / 1e6, steps / packed / 1e6, bytes as f64 / steps);
    }
    let mean = |at: usize| (rates.iter().map(|rate| rate[at].ln()).sum::<f64>() / rates.len() as f64).exp();
    println!("{:30} {:9} {:12.1} {:12.1}", "geometric mean", "", mean(0), mean(1));
}

//! How the cost of programs grows with their size: `cargo bench -p stillframe-interpreter --bench growth [-- NAME …]`.
//!
//! Each program of `growth/` says its size in a line `n = …`. It runs at that size, at ten times and at a hundred times the size, as it is and
//! recorded. The table has the milliseconds of each, and the exponent: 1 for a cost that grows as the size does, 2 for one that grows as its
//! square. What a run costs whatever its size falls out of the exponent. The least of three runs counts.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use stillframe_interpreter::{Host, Limits, OutcomeKind, Recording, Stream, run};

#[path = "support/clock.rs"]
mod clock;

use clock::seconds;

struct Deaf;

impl Host for Deaf {
    fn write(&mut self, _: Stream, _: &str) {}
}

/// Past this, a cost grows clearly faster than the size. Sorting and the like cost a logarithm more.
const TOO_FAST: f64 = 1.25;

/// How often each is measured.
const RUNS: usize = 3;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    println!("{:20} {:>6} {:>31} {:>38}", "", "", "milliseconds, as it is", "recorded");
    let heads = ["n", "10 n", "100 n", "grows"];
    println!("{:20} {:>6} {}   {}", "program", "n", cells(heads), cells(heads));
    for program in programs() {
        let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if wanted.is_empty() || wanted.contains(&name) {
            let source = std::fs::read_to_string(&program).expect("a program");
            println!("{}", row(&name, &source));
        }
    }
}

fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/growth");
    let mut programs: Vec<PathBuf> = std::fs::read_dir(folder).expect("the programs").flatten().map(|entry| entry.path()).collect();
    programs.sort();
    programs
}

fn row(name: &str, source: &str) -> String {
    let line = source.lines().find(|line| line.starts_with("n = ")).expect("a line that says the size");
    let size: u64 = line["n = ".len()..].replace('_', "").parse().expect("a size");
    let costs = |recording| [1, 10, 100].map(|times| cost(&source.replacen(line, &format!("n = {}", size * times), 1), recording));
    let measured = [Recording::Off, Recording::Program].map(costs);
    let [plain, recorded] = measured.map(|costs| {
        let [one, ten, hundred] = costs.map(|seconds| format!("{:.2}", seconds * 1e3));
        cells([one, ten, hundred, format!("{:.2}", exponent(costs))])
    });
    let mark = if measured.iter().any(|costs| exponent(*costs) > TOO_FAST) { "   !" } else { "" };
    format!("{name:20} {size:>6} {plain}   {recorded}{mark}")
}

fn cells<T: Display>([one, ten, hundred, exponent]: [T; 4]) -> String {
    format!("{one:>9} {ten:>9} {hundred:>9} {exponent:>6}")
}

/// The seconds that a program takes.
fn cost(source: &str, recording: Recording) -> f64 {
    let limits = Limits { steps: u32::MAX, trace: usize::MAX / 2, frames: u32::MAX, ..Limits::lifted() };
    let measure = || {
        let began = seconds();
        let trace = run(source, &limits, recording, &mut Deaf);
        let took = seconds() - began;
        assert_eq!(trace.outcome().kind, OutcomeKind::Finished, "{source}");
        took
    };
    (0..RUNS).map(|_| measure()).fold(f64::INFINITY, f64::min)
}

/// The exponent e of a cost of a + b·nᵉ.
fn exponent([one, ten, hundred]: [f64; 3]) -> f64 {
    ((hundred - ten) / (ten - one)).log10()
}

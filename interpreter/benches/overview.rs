//! What the overview of a long run costs: the processor time of a run whose steps are counted beside that of one that nobody watches.
//! `cargo bench -p stillframe-interpreter --bench overview [-- NAME …]`.
//!
//! The programs are those that `compare.py` runs beside CPython, and those in `overview/`, where as many frames change as can. One step is recorded,
//! so what is measured is numbering the steps and counting the frames' states. The least of some runs is taken, by turns.

use std::path::{Path, PathBuf};

use stillframe_interpreter::{Host, Limits, Options, Recording, Stream, Window, run};

#[path = "support/clock.rs"]
mod clock;

use clock::seconds;

struct Deaf;

impl Host for Deaf {
    fn write(&mut self, _: Stream, _: &str) {}
}

const RUNS: usize = 5;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    println!("{:30} {:>12} {:>12} {:>12} {:>6}", "program", "steps", "unwatched, s", "counted, s", "ratio");
    let mut ratios = Vec::new();
    for program in ["programs", "overview"].into_iter().flat_map(programs) {
        let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if !wanted.is_empty() && !wanted.contains(&name) {
            continue;
        }
        let source = std::fs::read_to_string(&program).expect("a program");
        let (mut unwatched, mut counted, mut steps) = (f64::MAX, f64::MAX, 0);
        for _ in 0..RUNS {
            unwatched = unwatched.min(taken(&source, Recording::Off).0);
            let (took, told) = taken(&source, Recording::Program);
            (counted, steps) = (counted.min(took), told);
        }
        ratios.push(counted / unwatched);
        println!("{name:30} {steps:12} {unwatched:12.3} {counted:12.3} {:6.2}", counted / unwatched);
    }
    let mean = (ratios.iter().map(|ratio: &f64| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp();
    println!("{:30} {:12} {:12} {:12} {mean:6.2}", "geometric mean", "", "", "");
}

fn programs(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches").join(folder);
    let mut programs: Vec<_> = std::fs::read_dir(folder).expect("the programs").flatten().map(|entry| entry.path()).collect();
    programs.sort();
    programs
}

/// The seconds that a run takes to the usual limit on instructions, and how many steps it has.
fn taken(source: &str, recording: Recording) -> (f64, u64) {
    let limits = Limits { memory: usize::MAX / 2, ..Limits::default() };
    let options = Options { window: Window { from: 0, steps: Some(1) }, ..recording.into() };
    let began = seconds();
    let trace = run(source, &limits, options, &mut Deaf);
    let took = seconds() - began;
    let packed: serde_json::Value = serde_json::from_str(&trace.packed()).expect("the packed form is JSON");
    (took, packed["overview"]["steps"].as_u64().unwrap_or(0))
}

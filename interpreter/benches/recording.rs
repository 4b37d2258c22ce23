//! How many steps a second are recorded, with locals, the text of their values and the packing for the wire: `cargo bench`.
//!
//! The programs are those that `compare.py` runs beside CPython. Each is recorded whole, without the limit on steps.

use std::path::Path;
use std::time::Instant;

use stillframe_interpreter::{Host, Limits, Recording, Stream, run};

struct Deaf;

impl Host for Deaf {
    fn write(&mut self, _: Stream, _: &str) {}

    fn should_stop(&mut self) -> bool {
        false
    }
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/programs");
    let mut programs: Vec<_> = std::fs::read_dir(folder).expect("the programs").flatten().map(|entry| entry.path()).collect();
    programs.sort();
    let limits = Limits { instructions: u64::MAX / 2, steps: 3_000_000, memory: usize::MAX / 2, ..Limits::default() };
    println!("{:30} {:>9} {:>12} {:>12}", "program", "steps", "run, M/s", "packed, M/s");
    for program in programs {
        let source = std::fs::read_to_string(&program).expect("a program");
        let began = Instant::now();
        let trace = run(&source, &limits, Recording::Program, &mut Deaf);
        let ran = began.elapsed().as_secs_f64();
        let bytes = trace.packed().len();
        let packed = began.elapsed().as_secs_f64();
        let steps = f64::from(trace.outcome().steps);
        let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        println!("{name:30} {steps:9} {:12.1} {:12.1}   {:.1} bytes a step", steps / ran / 1e6, steps / packed / 1e6, bytes as f64 / steps);
    }
}

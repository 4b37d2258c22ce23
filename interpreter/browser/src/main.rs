//! The interpreter as a WebAssembly module (`wasm32-wasip1`): reads one [`Job`] in JSON from standard input, runs it, and writes the packed trace to standard
//! output.
//!
//! A browser starts a new instance for each program (`static/js/net/interpreter.js`), so nothing outlives a run, and a fault ends one run alone. A program with standard
//! input and output needs no door of memory and pointers, and so no `unsafe`. Natively it does the same, for tests.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use stillframe_interpreter::{Host, Job, Reading, Stream, Unread, run};

fn main() -> ExitCode {
    match answer() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("stillframe: {error}");
            ExitCode::FAILURE
        }
    }
}

fn answer() -> io::Result<()> {
    let mut asked = Vec::new();
    io::stdin().lock().read_to_end(&mut asked)?;
    let Job { program, limits } = serde_json::from_slice(&asked)?;
    let mut host = Page { input: program.unread() };
    let trace = run(&program.source, &limits, program.options(), &mut host);
    let mut page = io::stdout().lock();
    page.write_all(trace.packed().as_bytes())?;
    page.flush()
}

/// What a program prints is in the trace. To stop it, the page ends the instance.
struct Page<'a> {
    input: Unread<'a>,
}

impl Host for Page<'_> {
    fn write(&mut self, _: Stream, _: &str) {}

    fn read_line(&mut self) -> Reading {
        self.input.read_line()
    }
}

//! What libFuzzer begins with: made when a target is fuzzed, so that none of it need be kept.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Larger programs are changed too slowly.
const LARGEST: u64 = 3000;

/// How many inputs of noise, and how large the largest is.
const NOISES: usize = 64;
const LONGEST_NOISE: usize = 1024;

/// Where libFuzzer keeps what it goes on from; none where `cargo test` runs a target.
pub fn corpus_folder() -> Option<PathBuf> {
    env::var_os("STILLFRAME_CORPUS").map(PathBuf::from)
}

/// Puts inputs into that folder, each under its name.
pub fn plant(inputs: fn() -> Vec<(String, Vec<u8>)>) {
    let Some(folder) = corpus_folder() else { return };
    for (name, input) in inputs() {
        fs::write(folder.join(name), input).expect("the folder takes a file");
    }
}

/// Small programs of CPython's corpus.
pub fn corpus() -> Vec<(String, Vec<u8>)> {
    let topics = entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs"));
    let programs =
        topics.iter().flat_map(|topic| entries(topic)).filter(|path| path.extension().is_some_and(|extension| extension == "py"));
    let small = programs.filter(|path| path.metadata().is_ok_and(|data| data.len() <= LARGEST));
    small.zip(1..).map(|(path, number)| (format!("program-{number}"), fs::read(path).expect("a program"))).collect()
}

/// Random bytes, for a generator to choose by.
pub fn noise() -> Vec<(String, Vec<u8>)> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut byte = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    (1..=NOISES).map(|number| (format!("noise-{number}"), (0..number * LONGEST_NOISE / NOISES).map(|_| byte()).collect())).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

//! Programs with random damage: whatever is left must parse or be refused, soon and without a panic.

use std::fs;
use std::path::Path;

use stillframe_front::syntax::{self, Error};

const MUTATIONS: usize = 4_000;

#[test]
fn damaged_programs_are_parsed_or_refused() {
    let programs = programs();
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut refused = 0;
    for _ in 0..MUTATIONS {
        let mut program: Vec<char> = programs[random.below(programs.len())].chars().collect();
        for _ in 0..=random.below(3) {
            damage(&mut program, &mut random);
        }
        let source: String = program.iter().collect();
        match syntax::parse(&source) {
            Ok(_) => {}
            Err(Error::Syntax(error)) => {
                refused += 1;
                let lines = source.split('\n').count() as u32 + 1;
                assert!(error.line >= 1 && error.line <= lines, "{error} at line {} of\n{source}", error.line);
                assert!(error.traceback("main.py").ends_with(&format!("{error}\n")));
            }
            Err(Error::NoMemory) => panic!("no memory for\n{source}"),
        }
    }
    assert!(refused > MUTATIONS / 4, "only {refused} of {MUTATIONS} were refused");
}

/// Pieces that mean something to a parser.
const PIECES: [&str; 30] = [
    "(", ")", "[", "]", "{", "}", "'", "\"", "'''", "f'{", "}'", "\\", "\n", "    ", "\t", ":", ",", "=", ":=", "*", "**", "@", " if ",
    " for ", " lambda ", "yield ", "await ", "0x", "é“", "\u{0}",
];

/// Takes a stretch out, doubles it, or puts a piece in.
fn damage(program: &mut Vec<char>, random: &mut Random) {
    let at = random.below(program.len() + 1);
    let end = (at + random.below(12)).min(program.len());
    match random.below(3) {
        0 => {
            program.drain(at..end);
        }
        1 => {
            let again = program[at..end].to_vec();
            program.splice(at..at, again);
        }
        _ => {
            program.splice(at..at, PIECES[random.below(PIECES.len())].chars());
        }
    }
}

fn programs() -> Vec<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut programs = Vec::new();
    for entry in fs::read_dir(tests.join("trees")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "py") {
            programs.push(fs::read_to_string(path).unwrap());
        }
    }
    let coroutines = fs::read_to_string(tests.join("syntax/coroutines.py")).unwrap();
    programs.extend(coroutines.split("##### ").map(str::to_owned));
    programs.sort();
    programs
}

/// xorshift64*: the same damage in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % bound
    }
}

//! Sources that CPython refuses, and what it says about them; `record_syntax.py` asked it.

use std::fs;
use std::path::Path;

use stillframe_front::syntax::{self, Error};

const HEAD: &str = "##### ";

/// Cases in which we differ from CPython on purpose, and why. The line and the message must still be its own.
const DIFFERENT: [(&str, &str); 4] = [
    ("literals: number and an accented letter", COUNTS_BYTES),
    ("literals: bytes that are not ASCII", COUNTS_BYTES),
    ("literals: too many digits", CUTS_LINES),
    ("literals: too many digits in a function", CUTS_LINES),
];
const COUNTS_BYTES: &str = "of a file's lines CPython 3.11 counts bytes where it means characters";
const CUTS_LINES: &str = "CPython 3.11 shows the end of a line of more than a thousand characters, and no carets";

#[test]
fn errors_are_told_as_cpython_tells_them() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    for (name, source, expected) in all_cases() {
        cases += 1;
        let told = traceback(&source);
        if told != expected && !is_known(&name, &told, &expected) {
            wrong.push(format!("{name}\n{source}--- CPython:\n{expected}--- ours:\n{told}"));
        }
    }
    assert!(cases > 300, "only {cases} cases were found");
    assert!(wrong.is_empty(), "{} of {cases} cases differ:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn known_differences_are_still_there() {
    let cases = all_cases();
    for (known, reason) in DIFFERENT {
        let (_, source, expected) = cases.iter().find(|(name, ..)| name == known).unwrap_or_else(|| panic!("no case is called {known}"));
        assert_ne!(&traceback(source), expected, "{known} no longer differs: {reason}");
    }
}

/// What running a source as main.py prints if it does not compile.
fn traceback(source: &str) -> String {
    match syntax::parse(source) {
        Ok(_) => String::new(),
        Err(Error::Syntax(error)) => error.traceback("main.py"),
        Err(Error::NoMemory) => "no memory\n".to_owned(),
    }
}

/// Of a known difference only the lines that carry the line number and the message must be right.
fn is_known(name: &str, told: &str, expected: &str) -> bool {
    let essence = |text: &str| (text.lines().next().map(str::to_owned), text.lines().last().map(str::to_owned));
    DIFFERENT.iter().any(|(known, _)| *known == name) && essence(told) == essence(expected)
}

/// The cases of every file: name, source, what CPython says.
fn all_cases() -> Vec<(String, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/syntax");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    paths.iter().flat_map(|path| cases(path)).collect()
}

fn cases(path: &Path) -> Vec<(String, String, String)> {
    let sources = fs::read_to_string(path).unwrap();
    let told = fs::read_to_string(path.with_extension("err")).expect("record_syntax.py has not been run");
    let (sources, told) = (parts(&sources), parts(&told));
    assert_eq!(sources.len(), told.len(), "record_syntax.py has not been run since {} changed", path.display());
    let case = |((name, source), (recorded, expected)): ((String, String), (String, String))| {
        assert_eq!(name, recorded, "record_syntax.py has not been run since {} changed", path.display());
        (name, source, expected)
    };
    sources.into_iter().zip(told).map(case).collect()
}

fn parts(text: &str) -> Vec<(String, String)> {
    let parts = text.split(HEAD).skip(1).map(|part| part.split_once('\n').unwrap());
    parts.map(|(name, rest)| (name.to_owned(), rest.to_owned())).collect()
}

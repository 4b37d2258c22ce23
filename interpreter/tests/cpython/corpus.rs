//! The programs that are run: the examples of the page, the programs of the course and the corpus in `tests/programs`, each with what CPython 3.11
//! made of it. `record.py` writes the recorded files and tells their forms.

use std::fs;
use std::path::{Path, PathBuf};

use stillframe_interpreter::{Await, Limits, Options, Recording, Trace, run};

use crate::ear::Ear;

/// The topic whose programs may await at top level.
const AWAITING: &str = "top_level_await";

/// A program and the places of its recorded files.
#[derive(Clone)]
pub struct Program {
    /// `generators/countdown`, or `examples/01-first-generator`.
    pub name: String,
    pub source: String,
    awaits: Await,
    output: PathBuf,
    account: PathBuf,
    of_corpus: bool,
}

/// All of them, by name.
pub fn programs() -> Vec<Program> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut found: Vec<Program> = Vec::new();
    for shown in ["examples", "lessons", "lessons/misconceptions", "pairs"] {
        let root = tests.join("../..").join(shown);
        found.extend(
            entries(&root).into_iter().filter(|folder| folder.join("program.py").exists()).map(|folder| shown_program(&tests, &folder)),
        );
    }
    for topic in entries(&tests.join("programs")) {
        for file in entries(&topic).into_iter().filter(|file| file.extension().is_some_and(|it| it == "py")) {
            found.push(Program {
                name: format!("{}/{}", stem(&topic), stem(&file)),
                source: read(&file),
                awaits: if stem(&topic) == AWAITING { Await::AtTopLevel } else { Await::InFunctions },
                output: file.with_extension("out"),
                account: file.with_extension("account"),
                of_corpus: true,
            });
        }
    }
    found
}

/// An example, or a program of the course.
fn shown_program(tests: &Path, folder: &Path) -> Program {
    let (kind, slug) = (stem(folder.parent().expect("a folder among its like")), stem(folder));
    Program {
        name: format!("{kind}/{slug}"),
        source: read(&folder.join("program.py")),
        awaits: Await::InFunctions,
        output: folder.join("output.txt"),
        account: tests.join(&kind).join(format!("{slug}.account")),
        of_corpus: false,
    }
}

impl Program {
    /// Standard output under CPython.
    pub fn output(&self) -> String {
        read(&self.output)
    }

    /// Standard error under CPython.
    pub fn errors(&self) -> String {
        self.read_beside("err").unwrap_or_default()
    }

    /// The exit status under CPython.
    pub fn status(&self) -> i64 {
        self.read_beside("status").map_or(0, |text| text.trim().parse().expect("a .status file holds a number"))
    }

    /// CPython's account, where the program has one: a session of the REPL does not, nor what does not compile.
    pub fn account(&self) -> Option<String> {
        fs::read_to_string(&self.account).ok()
    }

    /// A session of the REPL, which is compared by standard output alone.
    pub fn is_session(&self) -> bool {
        self.source.starts_with(">>>")
    }

    /// Whether the program has an event loop of asyncio.
    pub fn has_loop(&self) -> bool {
        self.source.contains("asyncio")
    }

    pub fn run(&self, recording: Recording) -> Run {
        let mut screen = Ear { input: Some(self.read_beside("in").unwrap_or_default()), ..Ear::default() };
        let options = Options { awaits: self.awaits, ..recording.into() };
        let trace = run(&self.source, &Limits::default(), options, &mut screen);
        let mut plain = Vec::new();
        trace_lines(&trace, &mut plain);
        Run { output: screen.output, errors: screen.errors, plain }
    }

    fn read_beside(&self, extension: &str) -> Option<String> {
        if self.of_corpus { fs::read_to_string(self.output.with_extension(extension)).ok() } else { None }
    }
}

/// What a run of ours left.
pub struct Run {
    pub output: String,
    pub errors: String,
    /// The trace in its plain form, a JSON object a line; the last is the outcome.
    pub plain: Vec<String>,
}

fn trace_lines(trace: &Trace, lines: &mut Vec<String>) {
    trace.plain(&mut |line| lines.push(line.trim_end().to_owned()));
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = listed.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}; tests/cpython/record.py writes what is recorded", file.display()))
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a named file").to_string_lossy().into_owned()
}

/// The lines of the steps. Behind them are the overview, of a run that has more of them, and the outcome.
pub fn steps_of(plain: &[String]) -> impl Iterator<Item = &String> {
    plain.iter().take_while(|line| line.starts_with("{\"step\""))
}

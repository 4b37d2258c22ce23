//! What holds of every run, whatever the program: it keeps to its limits, prints the same recorded or not, and has a trace whose two forms agree.

use std::fs;
use std::rc::Rc;

use serde_json::Value as Json;
use stillframe_interpreter::{Host, Limits, Outcome, Recording, StopSignal, Stream, Trace, run};

use crate::looks::{Watch, processor_time};
use crate::{seeds, unpacked};

/// Small, so that a program that needs all of something has it soon.
pub const LIMITS: Limits = Limits {
    source: 64 * 1024,
    instructions: 300_000,
    steps: 400,
    trace: 256 * 1024,
    memory: 16 * 1024 * 1024,
    output: 16 * 1024,
    frames: 1_000,
    recursion: 200,
};

/// The longest stretch between two looks at the stop signal, in nanoseconds of the processor: several times what `tests/toll` asserts, as a
/// fuzzer's build is slower.
const STRETCH: u64 = 400_000_000;

/// The longest that a run may take at these limits, in nanoseconds of the processor.
const WHOLE: u64 = 10_000_000_000;

/// How often a run that took too long is looked at again.
const TRIES: usize = 3;

/// What small objects may take until somebody looks what they come to.
const BETWEEN_LOOKS: usize = 64 * 1024;

/// What a process holds besides the program's objects: the tree of the source, the trace, modules that are kept compiled.
const BESIDES: usize = 96 * 1024 * 1024;

/// Runs a program in all ways, and panics where a promise is broken.
pub fn hold(source: &str, limits: &Limits) {
    let unrecorded = Observed::of(source, limits, Recording::Off);
    let recorded = Observed::of(source, limits, Recording::Program);
    recorded.says_what_another_says(&unrecorded);
    forms_agree(&recorded.trace);
}

/// As [`hold`] does, the library's frames recorded too.
pub fn hold_with_the_library(source: &str, limits: &Limits) {
    let unrecorded = Observed::of(source, limits, Recording::Off);
    let recorded = Observed::of(source, limits, Recording::Library);
    recorded.says_what_another_says(&unrecorded);
    forms_agree(&recorded.trace);
}

struct Observed {
    trace: Trace,
    output: String,
    errors: String,
}

/// A host that keeps what is written, and measures between the looks at its stop signal.
#[derive(Default)]
struct Listener {
    output: String,
    errors: String,
    watch: Rc<Watch>,
}

impl Host for Listener {
    fn write(&mut self, stream: Stream, text: &str) {
        match stream {
            Stream::Out => self.output.push_str(text),
            Stream::Err => self.errors.push_str(text),
        }
    }

    fn stop_signal(&self) -> StopSignal {
        self.watch.begin();
        self.watch.signal()
    }
}

impl Observed {
    fn of(source: &str, limits: &Limits, recording: Recording) -> Observed {
        let (mut observed, mut taken) = Observed::measured(source, limits, recording);
        // The kernel counts the time of a machine that was stopped as the program's: what takes long does so again.
        for _ in 1..TRIES {
            if seeds::corpus_folder().is_none() || taken.is_within_promises() {
                break;
            }
            (observed, taken) = Observed::measured(source, limits, recording);
        }
        if seeds::corpus_folder().is_some() {
            assert!(
                taken.is_within_promises(),
                "{} ms in all, {} ms between two looks",
                taken.whole / 1_000_000,
                taken.stretch / 1_000_000
            );
        }
        observed.keeps_to(limits);
        observed
    }

    fn measured(source: &str, limits: &Limits, recording: Recording) -> (Observed, Taken) {
        let mut listener = Listener::default();
        listener.watch.begin();
        let (began, held) = (processor_time(), size("VmRSS:"));
        let trace = run(source, limits, recording, &mut listener);
        listener.watch.look();
        let taken = Taken { whole: processor_time() - began, stretch: listener.watch.longest.get() };
        if seeds::corpus_folder().is_some() {
            let grew = size("VmRSS:").saturating_sub(held);
            assert!(grew < limits.memory / 2 * 3 + BESIDES, "{} MiB more than before", grew >> 20);
        }
        let Listener { output, errors, .. } = listener;
        (Observed { trace, output, errors }, taken)
    }

    fn outcome(&self) -> &Outcome {
        self.trace.outcome()
    }

    fn keeps_to(&self, limits: &Limits) {
        let outcome = self.outcome();
        assert!(outcome.steps <= limits.steps, "{} steps", outcome.steps);
        assert!(outcome.memory <= limits.memory / 2 * 3 + BETWEEN_LOOKS, "{} bytes held", outcome.memory);
        assert!(outcome.instructions <= 2 * limits.instructions + 1_000_000, "{} instructions", outcome.instructions);
        // The words of a limit or of an error at the end may be as long again.
        let written = self.output.len() + self.errors.len();
        assert!(written <= 2 * limits.output + 1024, "{written} bytes written");
    }

    /// A recorded run and one that is not print the same, as far as both go: a limit ends each at another place.
    fn says_what_another_says(&self, other: &Observed) {
        if self.outcome().limit().is_some() || other.outcome().limit().is_some() {
            begins_like(&self.output, &other.output);
            return;
        }
        assert_eq!(self.output, other.output);
        assert_eq!(self.errors, other.errors);
        assert_eq!(self.outcome().kind, other.outcome().kind);
        assert_eq!(self.outcome().message, other.outcome().message);
    }
}

fn begins_like(one: &str, other: &str) {
    let common = one.len().min(other.len());
    assert_eq!(one.as_bytes()[..common], other.as_bytes()[..common], "{one}\nand\n{other}");
}

/// Both forms are JSON, and tell the same.
fn forms_agree(trace: &Trace) {
    let packed: Json = serde_json::from_str(&trace.packed()).expect("the packed form is JSON");
    let mut plain = Vec::new();
    trace.plain(&mut |line| plain.push(serde_json::from_str::<Json>(line).expect("a line of the plain form is JSON")));
    assert_eq!(unpacked::lines(&packed), plain);
}

/// What a run took, in nanoseconds of the processor.
struct Taken {
    whole: u64,
    /// The longest stretch between two looks.
    stretch: u64,
}

impl Taken {
    fn is_within_promises(&self) -> bool {
        self.whole < WHOLE && self.stretch < STRETCH
    }
}

/// Bytes of memory that the process holds, as the kernel says; 0 on a system that has no such file.
fn size(what: &str) -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok()).map_or(0, |kibibytes| kibibytes << 10)
}

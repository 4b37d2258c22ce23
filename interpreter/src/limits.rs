//! Every limit of a run, named, in one place. See `docs/limits.md` for what a program that passes one gets.
//!
//! A program can't catch a limit (recursion apart, which is CPython's own and an ordinary `RecursionError`).

use std::fmt;

use serde::{Deserialize, Serialize};

/// The most decimal digits of an integer that are converted from or to text, unless the program wishes for more.
pub const INT_DIGITS: usize = 4300;

/// The most that `sys.set_int_max_str_digits` can make of them: the conversion takes quadratic time.
pub const MOST_INT_DIGITS: usize = 50_000;

/// The most that `sys.setrecursionlimit` can make of the limit on recursion.
pub const MAX_RECURSION: u32 = 10_000;

/// How many natives may wait for one another: each hands over to the next, as `__name__` of a method of a method does. They nest the host's stack.
pub const MAX_NESTED_NATIVES: u32 = 200;

/// How deep groups of a regular expression may nest.
pub const REGEX_DEPTH: usize = 100;

/// Steps of a regular expression with its repetitions written out.
pub const REGEX_STEPS: usize = 50_000;

/// Places that the search for a regular expression may have to remember: its steps times what each of them notes.
pub const REGEX_SLOTS: usize = 1_000_000;

/// What a recording may spend on looking at values: one for a variable looked at, and what `show` counts for a value shown, which is a
/// few nanoseconds each. Past it a recording ends as it does past `trace`.
pub const LOOKS: u64 = 250_000_000;

/// How far from a variable, or from a value that goes in or out, an object may be for a trace to tell what it holds.
pub const OBJECT_DEPTH: u32 = 24;

/// How many items of an object a trace tells: the first ones. Of those behind, it tells the ones that are replaced.
pub const OBJECT_ITEMS: usize = 400;

/// How many items and attributes of new objects a trace tells at one step. Objects that come after them are left out until they change, or
/// are come to again.
pub const OBJECT_ITEMS_A_STEP: usize = 4_000;

/// How many characters of a long text a trace tells.
pub const OBJECT_TEXT: usize = 2_000;

/// Past so many of [`OBJECT_BYTES`] long texts are left out.
pub const OBJECT_BYTES_WITH_TEXTS: usize = OBJECT_BYTES / 2;

/// Bytes of what a trace tells of objects, and of what the recorder keeps for it. Past it the recording goes on without objects.
pub const OBJECT_BYTES: usize = 12 * 1024 * 1024;

/// What a recording may spend on objects, as [`LOOKS`] counts it. Past it the recording goes on without objects.
pub const OBJECT_LOOKS: u64 = 100_000_000;

/// The same at one step, as a step can't be stopped in the middle. Past it the recording goes on without objects, too.
pub const OBJECT_LOOKS_A_STEP: u64 = 2_000_000;

/// What a run may use. `Default` is what the playground's server allows.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Limits {
    /// Bytes of source text.
    pub source: usize,
    /// Instructions of the virtual machine, the library's included.
    pub instructions: u64,
    /// Recorded steps; past them a program runs on, unrecorded. 0 records nothing.
    pub steps: u32,
    /// Bytes of the trace, about as the packed form has them; past them a program runs on, unrecorded.
    pub trace: usize,
    /// Bytes of memory held by the program's objects and frames at one time.
    pub memory: usize,
    /// Bytes written to standard output and standard error together.
    pub output: usize,
    /// Frames alive at one time, sleeping ones included.
    pub frames: u32,
    /// Frames on the stack at one time; past it a `RecursionError`, as `sys.getrecursionlimit()`.
    pub recursion: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            source: 64 * 1024,
            instructions: 100_000_000,
            steps: 50_000,
            trace: 16 * 1024 * 1024,
            memory: 128 * 1024 * 1024,
            output: 256 * 1024,
            frames: 100_000,
            recursion: 1_000,
        }
    }
}

impl Limits {
    /// As much of a text as output may have, to the end of a character. Whatever a program makes up goes through here on its way out.
    pub fn cut<'a>(&self, text: &'a str) -> &'a str {
        cut(text, self.output)
    }
}

/// A number of the program as a size. What no memory can hold becomes the largest size that there is: it is refused, and never wraps to a small one.
#[inline]
pub fn size(number: impl TryInto<usize>) -> usize {
    number.try_into().unwrap_or(isize::MAX as usize)
}

/// The same for what must not be negative: none where it is.
pub fn size_of_count(count: i64) -> Option<usize> {
    u64::try_from(count).ok().map(size)
}

/// The first `bytes` of a text, to the end of a character.
pub fn cut(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

/// The limit that ended a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    Source,
    Instructions,
    Memory,
    Output,
    Frames,
}

impl Limit {
    /// The name a trace gives it.
    pub fn name(self) -> &'static str {
        match self {
            Limit::Source => "source",
            Limit::Instructions => "instructions",
            Limit::Memory => "memory",
            Limit::Output => "output",
            Limit::Frames => "frames",
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The limit that ended a recording; the program ran on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordingLimit {
    Steps,
    Trace,
}

impl RecordingLimit {
    /// The name a trace gives it.
    pub fn name(self) -> &'static str {
        match self {
            RecordingLimit::Steps => "steps",
            RecordingLimit::Trace => "trace",
        }
    }
}

//! Regular expressions of Python's syntax, matched without backtracking.
//!
//! [`parse`] reads a pattern into a [`tree`], with CPython's errors; [`compile`] makes a [`program`] of it, a flat list of steps; [`matching`]
//! walks a text once and keeps all ways to match side by side, in the order in which CPython would try them, so that it finds what CPython
//! finds. The time of a search grows with the text times the program; what can't be matched so (backreferences, atomic groups) is refused
//! with its reason. The natives of `re` are in `native/re.rs`, its classes in `library/re.py`.

mod chars;
mod compile;
pub mod matching;
mod parse;
pub mod program;
mod tree;

use program::Program;

use super::native::Stop;

/// The bits of `re`'s flags.
pub mod flag {
    pub const IGNORECASE: u32 = 2;
    pub const LOCALE: u32 = 4;
    pub const MULTILINE: u32 = 8;
    pub const DOTALL: u32 = 16;
    pub const UNICODE: u32 = 32;
    pub const VERBOSE: u32 = 64;
    pub const ASCII: u32 = 256;
}

/// A compiled pattern.
pub struct Regex {
    pub program: Program,
    /// The flags given, and those of the pattern itself.
    pub flags: u32,
    /// How many groups it has, the whole match not counted.
    pub groups: usize,
    /// The named groups in their order.
    pub names: Vec<(String, usize)>,
    /// What CPython warns of.
    pub warnings: Vec<String>,
}

/// Why a pattern is no regular expression that can be matched here.
pub enum Refusal {
    /// `re.error`, mostly with the place of the mistake.
    Pattern { message: String, position: Option<usize> },
    /// ValueError: flags that exclude each other.
    Flags(&'static str),
    /// OverflowError.
    Repetition,
    /// The run ends: a limit was passed, or the host wishes it.
    Stop(Stop),
}

impl From<Stop> for Refusal {
    fn from(stop: Stop) -> Refusal {
        Refusal::Stop(stop)
    }
}

/// Compiles a pattern. That of bytes comes as Latin-1 (`is_text` is false).
pub fn compile(pattern: &[char], is_text: bool, flags: u32) -> Result<Regex, Refusal> {
    let parsed = parse::parse(pattern, is_text, flags)?;
    let program = compile::compile(&parsed.root, parsed.groups)?;
    Ok(Regex { program, flags: parsed.flags, groups: parsed.groups, names: parsed.names, warnings: parsed.warnings })
}

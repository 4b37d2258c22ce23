//! The packed trace of `docs/trace.md`, as far as pictures need it: columns with the differences undone, checked.

use serde::Deserialize;

use crate::trace::Unreadable;

/// The version of the packed form that is read here.
pub const VERSION: u32 = 1;

/// Nobody's frame: the event loop, or no caller at all.
pub const NOBODY: i32 = -1;

#[derive(Deserialize)]
pub struct Packed {
    pub version: u32,
    pub strings: Vec<String>,
    pub frames: Frames,
    pub steps: Steps,
    pub how: Hows,
    pub generator_exit: Steps1,
    pub peer: Peers,
    pub value: Values,
    pub states: States,
    pub locals: Locals,
    pub output: Outputs,
    #[serde(rename = "loop")]
    pub event_loop: Loop,
    pub outcome: Outcome,
}

#[derive(Deserialize)]
pub struct Frames {
    pub kind: String,
    pub name: Vec<i64>,
    pub line: Vec<i64>,
    pub library: Vec<(i64, i64)>,
    pub task: Vec<(i64, i64)>,
    pub creator: Vec<i32>,
}

#[derive(Deserialize)]
pub struct Steps {
    pub event: String,
    pub frame: Vec<i64>,
    pub line: Vec<i64>,
}

/// A column of steps alone.
#[derive(Deserialize)]
pub struct Steps1 {
    pub at: Vec<i64>,
}

#[derive(Deserialize)]
pub struct Hows {
    pub at: Vec<i64>,
    pub how: Vec<usize>,
    pub verb: Vec<usize>,
}

#[derive(Deserialize)]
pub struct Peers {
    pub at: Vec<i64>,
    pub frame: Vec<i32>,
}

#[derive(Deserialize)]
pub struct Values {
    pub at: Vec<i64>,
    pub text: Vec<i64>,
    pub object: Vec<i64>,
}

#[derive(Deserialize)]
pub struct States {
    pub at: Vec<i64>,
    pub frame: Vec<i32>,
    pub state: String,
}

#[derive(Deserialize)]
pub struct Locals {
    pub at: Vec<i64>,
    pub name: Vec<i64>,
    pub text: Vec<i64>,
}

#[derive(Deserialize)]
pub struct Outputs {
    pub at: Vec<i64>,
    pub error: Vec<u8>,
    pub text: Vec<i64>,
}

#[derive(Deserialize)]
pub struct Loop {
    pub at: Vec<i64>,
    pub op: Vec<usize>,
}

/// How the run ended.
#[derive(Clone, Debug, Deserialize)]
pub struct Outcome {
    pub outcome: String,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub message: Option<String>,
    pub line: Option<u32>,
    pub limit: Option<String>,
    pub traceback: Option<String>,
}

/// Undoes differences. Each sum has to be below a bound.
pub fn sums(differences: &[i64], bound: usize) -> Result<Vec<usize>, Unreadable> {
    let mut sum = 0_i64;
    let next = |difference: &i64| {
        sum = sum.checked_add(*difference)?;
        usize::try_from(sum).ok().filter(|sum| *sum < bound)
    };
    differences.iter().map(next).collect::<Option<_>>().ok_or(Unreadable)
}

/// All columns of a table are equally long.
pub fn same_length(lengths: &[usize]) -> Result<(), Unreadable> {
    if lengths.windows(2).all(|pair| pair[0] == pair[1]) { Ok(()) } else { Err(Unreadable) }
}

//! A compiled pattern: steps that [`matching`](super::matching) walks along.

use super::chars::Set;
use super::tree::Position;

/// A step. Those that take a character go on with the step behind them.
pub enum Step {
    Char(char),
    Any,
    AnyButNewline,
    /// One of the program's sets.
    Set(usize),
    At(Position),
    /// One of the program's lookarounds.
    Around(usize),
    Jump(usize),
    /// Two ways to go on, the preferred one first.
    Split(usize, usize),
    /// Notes the place in a slot.
    Save(usize),
    /// Notes the place in a group's second slot, and the group as the last one that closed.
    Close(usize),
    Match,
}

/// A lookahead or lookbehind.
pub struct Look {
    /// Its first step.
    pub entry: usize,
    pub negated: bool,
    /// How many characters a lookbehind goes back.
    pub width: usize,
    /// The slot that notes where it held, where it has groups: then they are found once the match is.
    pub slot: Option<usize>,
}

pub struct Program {
    pub steps: Vec<Step>,
    pub sets: Vec<Set>,
    pub looks: Vec<Look>,
    /// How many slots a match has: two for the whole and for each group, one for the last group closed, then those of lookarounds.
    pub slots: usize,
    /// The slot of the last group closed.
    pub last_group: usize,
    /// Which ASCII characters a match can begin with, where that is known.
    pub first: Option<Box<[bool; 128]>>,
}

impl Program {
    /// About how many bytes it takes.
    pub fn bytes(&self) -> usize {
        let items: usize = self.sets.iter().map(|set| set.bytes()).sum();
        self.steps.len() * size_of::<Step>() + self.looks.len() * size_of::<Look>() + items + 256
    }
}

//! A program as a host passes it on: to a process of its own, or to another machine. In JSON, say.

use std::fmt;

use serde::de::{self, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use stillframe_front::syntax::Await;

use crate::limits::Limits;
use crate::{Options, Reading, Recording, Window};

/// A program, and how it is to be run: with the limits, all that its trace depends on.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub struct Program {
    pub source: String,
    /// Whether the library's frames are recorded too.
    #[serde(default)]
    pub library: bool,
    /// Whether it may await outside of functions, as in `python -m asyncio`.
    #[serde(default)]
    pub top_level_await: bool,
    /// What it reads from standard input; none where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// Expressions that the recording watches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watch: Vec<String>,
    /// The first step that is recorded.
    #[serde(default, skip_serializing_if = "is_first", deserialize_with = "number")]
    pub from: u32,
    /// How many steps are recorded, if it is to be fewer than the limit allows.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some_number")]
    pub steps: Option<u32>,
}

/// A program to run.
#[derive(Debug, Deserialize, Serialize)]
pub struct Job {
    pub program: Program,
    pub limits: Limits,
}

/// What of a program's input it has not read yet; none where it was given none.
#[derive(Clone, Copy, Debug)]
pub struct Unread<'a>(Option<&'a str>);

impl Program {
    pub fn options(&self) -> Options<'_> {
        let recording = if self.library { Recording::Library } else { Recording::Program };
        let awaits = if self.top_level_await { Await::AtTopLevel } else { Await::InFunctions };
        Options { recording, awaits, watch: &self.watch, window: Window { from: self.from, steps: self.steps } }
    }

    pub fn unread(&self) -> Unread<'_> {
        Unread(self.input.as_deref())
    }
}

fn is_first(step: &u32) -> bool {
    *step == 0
}

fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    deserializer.deserialize_u64(Number)
}

fn some_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    number(deserializer).map(Some)
}

/// Reads the number of a step, or of steps, and says what it has to be of anything else.
struct Number;

impl Visitor<'_> for Number {
    type Value = u32;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "a whole number from 0 to {}", u32::MAX)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<u32, E> {
        u32::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }
}

impl Unread<'_> {
    /// What [`Host::read_line`](crate::Host::read_line) answers.
    pub fn read_line(&mut self) -> Reading {
        let Some(input) = &mut self.0 else { return Reading::Nowhere };
        let (line, rest) = input.split_at(input.find('\n').map_or(input.len(), |end| end + 1));
        *input = rest;
        if line.is_empty() { Reading::End } else { Reading::Line(line.to_owned()) }
    }
}

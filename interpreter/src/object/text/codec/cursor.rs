//! Where a decoder is in its bytes, and what it has made of them.

use super::Problem;

pub struct Cursor<'a> {
    pub data: &'a [u8],
    /// How many bytes are decoded already.
    pub at: usize,
    pub out: String,
}

impl<'a> Cursor<'a> {
    pub fn new(data: &'a [u8]) -> Cursor<'a> {
        Cursor { data, at: 0, out: String::with_capacity(data.len()) }
    }

    /// What is wrong with the bytes from here to `end`.
    pub fn problem(&self, encoding: &'static str, end: usize, reason: &'static str) -> Option<Problem> {
        Some(Problem { encoding, start: self.at, end, reason })
    }
}

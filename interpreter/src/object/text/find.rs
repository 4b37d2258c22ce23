//! Searching a long text, a block at a time: each is charged, and the run looks at its fuel and at the host's stop signal in between.

use crate::object::fuel;
use crate::object::native::Stop;

/// Bytes of a block.
const BLOCK: usize = 1 << 18;

/// Where a text begins in another.
pub fn first(text: &str, wanted: &str) -> Result<Option<usize>, Stop> {
    next(text, wanted, 0)
}

/// The same, looking from a place on.
pub fn next(text: &str, wanted: &str, from: usize) -> Result<Option<usize>, Stop> {
    let block = BLOCK.max(2 * wanted.len());
    let mut start = from;
    loop {
        let end = text.floor_char_boundary(start.saturating_add(block));
        let found = text[start..end].find(wanted);
        fuel::burn_read(found.unwrap_or(end - start))?;
        if let Some(at) = found {
            return Ok(Some(start + at));
        }
        if end == text.len() {
            return Ok(None);
        }
        // It may begin in this block and end in the next.
        start = text.floor_char_boundary(end + 1 - wanted.len());
    }
}

/// Where a text, which is not empty, is found in another, from the front and without overlaps.
pub struct Places<'a> {
    text: &'a str,
    wanted: &'a str,
    from: usize,
}

impl<'a> Places<'a> {
    pub fn of(wanted: &'a str, text: &'a str) -> Places<'a> {
        Places { text, wanted, from: 0 }
    }

    /// The next place, if there is one. A unit is burned for each.
    pub fn find_next(&mut self) -> Result<Option<usize>, Stop> {
        fuel::burn(1)?;
        let found = next(self.text, self.wanted, self.from)?;
        self.from = found.map_or(self.text.len(), |at| at + self.wanted.len());
        Ok(found)
    }

    /// How many there are, up to the most that are wanted.
    pub fn count(mut self, most: usize) -> Result<usize, Stop> {
        let mut count = 0;
        while count < most && self.find_next()?.is_some() {
            count += 1;
        }
        Ok(count)
    }
}

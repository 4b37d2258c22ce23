//! Searching long texts and bytes, a block at a time: each is charged, and the run looks at its fuel and at the host's stop signal in between.
//! A text is searched as its bytes: what is wanted is text too, so it can only be found where a character begins.

use memchr::memmem::{Finder, FinderRev};

use crate::object::fuel;
use crate::object::native::Stop;

/// Bytes of a block.
const BLOCK: usize = 1 << 18;

/// Bytes of what is searched for first, at most.
const HEAD: usize = 1 << 16;

/// Where bytes begin in others.
pub fn first(data: &[u8], wanted: &[u8]) -> Result<Option<usize>, Stop> {
    if wanted.len() > data.len() {
        return Ok(None);
    }
    Places::of(wanted, data).next_from(0)
}

/// The last place where bytes begin in others.
pub fn last(data: &[u8], wanted: &[u8]) -> Result<Option<usize>, Stop> {
    if wanted.len() > data.len() {
        return Ok(None);
    }
    PlacesFromEnd::of(wanted, data).last_before(data.len())
}

/// Where bytes, which are not empty, are found in others, from the front and without overlaps.
pub struct Places<'a> {
    data: &'a [u8],
    wanted: &'a [u8],
    head: Finder<'a>,
    from: usize,
}

impl<'a> Places<'a> {
    pub fn of(wanted: &'a [u8], data: &'a [u8]) -> Places<'a> {
        Places { data, wanted, head: Finder::new(head(wanted)), from: 0 }
    }

    /// The next place, if there is one. A unit is burned for each.
    pub fn find_next(&mut self) -> Result<Option<usize>, Stop> {
        fuel::burn(1)?;
        let found = self.next_from(self.from)?;
        self.from = found.map_or(self.data.len(), |at| at + self.wanted.len());
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

    fn next_from(&self, from: usize) -> Result<Option<usize>, Stop> {
        let mut from = from;
        while let Some(at) = self.head_from(from)? {
            if is_here(self.data, at, self.wanted)? {
                return Ok(Some(at));
            }
            from = at + 1;
        }
        Ok(None)
    }

    fn head_from(&self, from: usize) -> Result<Option<usize>, Stop> {
        let head = self.head.needle().len();
        let mut start = from;
        loop {
            let end = self.data.len().min(start + BLOCK);
            let found = self.head.find(&self.data[start..end]);
            fuel::burn_read(found.unwrap_or(end - start))?;
            if let Some(at) = found {
                return Ok(Some(start + at));
            }
            if end == self.data.len() {
                return Ok(None);
            }
            // It may begin in this block and end in the next.
            start = end + 1 - head;
        }
    }
}

/// The same from the end.
pub struct PlacesFromEnd<'a> {
    data: &'a [u8],
    wanted: &'a [u8],
    head: FinderRev<'a>,
    before: usize,
}

impl<'a> PlacesFromEnd<'a> {
    pub fn of(wanted: &'a [u8], data: &'a [u8]) -> PlacesFromEnd<'a> {
        PlacesFromEnd { data, wanted, head: FinderRev::new(head(wanted)), before: data.len() }
    }

    /// The place before, if there is one. A unit is burned for each.
    pub fn find_next(&mut self) -> Result<Option<usize>, Stop> {
        fuel::burn(1)?;
        let found = self.last_before(self.before)?;
        self.before = found.unwrap_or(0);
        Ok(found)
    }

    fn last_before(&self, before: usize) -> Result<Option<usize>, Stop> {
        // The head of what is found ends where the rest of it has room before `before`.
        let behind_head = self.wanted.len() - self.head.needle().len();
        let mut before = before.saturating_sub(behind_head);
        while let Some(at) = self.head_before(before)? {
            if is_here(self.data, at, self.wanted)? {
                return Ok(Some(at));
            }
            before = (at + self.head.needle().len()).saturating_sub(1);
        }
        Ok(None)
    }

    fn head_before(&self, before: usize) -> Result<Option<usize>, Stop> {
        let head = self.head.needle().len();
        let mut end = before;
        loop {
            let start = end.saturating_sub(BLOCK);
            let found = self.head.rfind(&self.data[start..end]);
            fuel::burn_read(found.map_or(end - start, |at| end - start - at))?;
            if let Some(at) = found {
                return Ok(Some(start + at));
            }
            if start == 0 {
                return Ok(None);
            }
            // It may begin in the block before and end in this one.
            end = start + head - 1;
        }
    }
}

/// What is searched for first: the head of what is wanted. All of it can take long to get ready for.
fn head(wanted: &[u8]) -> &[u8] {
    &wanted[..wanted.len().min(HEAD)]
}

/// Whether bytes, whose head is at a place, are there as a whole.
fn is_here(data: &[u8], at: usize, wanted: &[u8]) -> Result<bool, Stop> {
    if wanted.len() <= HEAD {
        return Ok(true);
    }
    fuel::burn_copy(wanted.len())?;
    Ok(data[at..].starts_with(wanted))
}

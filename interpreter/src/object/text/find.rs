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

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wanted is longer than its head, and what is searched longer than a block; heads are found where the whole is not.
    #[test]
    fn long_bytes_are_found_where_they_are() {
        let wanted = [vec![1], vec![2; HEAD], vec![3]].concat();
        let mut data = vec![0; 4 * BLOCK];
        for at in [10, BLOCK - 7, 2 * BLOCK + 1, data.len() - wanted.len()] {
            data[at..at + wanted.len()].copy_from_slice(&wanted);
        }
        for at in [BLOCK / 2, 3 * BLOCK] {
            data[at..at + HEAD].copy_from_slice(&wanted[..HEAD]);
        }
        let naive: Vec<usize> = (0..data.len()).filter(|at| data[*at..].starts_with(&wanted)).collect();
        let found = |place: Result<Option<usize>, Stop>| place.unwrap_or_else(|_| panic!("no limit is set"));
        assert_eq!(naive.len(), 4);
        assert_eq!(found(first(&data, &wanted)), naive.first().copied());
        assert_eq!(found(last(&data, &wanted)), naive.last().copied());
        let mut forwards = Places::of(&wanted, &data);
        assert_eq!(std::iter::from_fn(|| found(forwards.find_next())).collect::<Vec<_>>(), naive);
        let mut backwards = PlacesFromEnd::of(&wanted, &data);
        assert_eq!(std::iter::from_fn(|| found(backwards.find_next())).collect::<Vec<_>>(), naive.into_iter().rev().collect::<Vec<_>>());
        assert_eq!(found(first(b"\x01\x02", &wanted)), None);
    }
}

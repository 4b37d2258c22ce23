//! Looking at bytes one by one, a block at a time: each block is charged before it is read, and the run looks at its fuel and at the host's stop
//! signal in between. Next: [`super::fill`], which copies in the same way, and [`super::text::find`], which searches for more than one byte.

use super::fuel;
use super::native::Stop;

/// Bytes of a block: what takes well under a millisecond.
const BLOCK: usize = 1 << 18;

/// Where the first of the bytes that are wanted stands.
pub fn position(data: &[u8], is_wanted: impl Fn(&u8) -> bool) -> Result<Option<usize>, Stop> {
    let mut before = 0;
    for block in data.chunks(BLOCK) {
        let found = block.iter().position(&is_wanted);
        fuel::burn_read(found.unwrap_or(block.len()))?;
        if let Some(at) = found {
            return Ok(Some(before + at));
        }
        before += block.len();
    }
    Ok(None)
}

/// Where the last of the bytes that are wanted stands.
pub fn last_position(data: &[u8], is_wanted: impl Fn(&u8) -> bool) -> Result<Option<usize>, Stop> {
    let mut end = data.len();
    for block in data.rchunks(BLOCK) {
        let start = end - block.len();
        let found = block.iter().rposition(&is_wanted);
        fuel::burn_read(found.map_or(block.len(), |at| block.len() - at))?;
        if let Some(at) = found {
            return Ok(Some(start + at));
        }
        end = start;
    }
    Ok(None)
}

/// How many of the bytes are wanted.
pub fn count(data: &[u8], is_wanted: impl Fn(&u8) -> bool) -> Result<usize, Stop> {
    let mut count = 0;
    for block in data.chunks(BLOCK) {
        fuel::burn_read(block.len())?;
        count += block.iter().filter(|byte| is_wanted(byte)).count();
    }
    Ok(count)
}

/// What the bytes become, each of them one byte or none.
pub fn map(data: &[u8], mut become_byte: impl FnMut(u8) -> Option<u8>) -> Result<Vec<u8>, Stop> {
    let mut all = Vec::with_capacity(data.len());
    for block in data.chunks(BLOCK) {
        fuel::burn_read(block.len())?;
        all.extend(block.iter().filter_map(|byte| become_byte(*byte)));
    }
    Ok(all)
}

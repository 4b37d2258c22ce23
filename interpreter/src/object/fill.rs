//! Copies and fills of what a program makes long, a block at a time: each block is charged before it is written, and the run looks at its fuel
//! and at the host's stop signal in between. The room for the whole is asked for before, with [`super::runtime::Runtime::reserve`].

use super::fuel;
use super::native::Stop;

/// Bytes of a block: what takes about a millisecond where the memory is fresh.
pub const BLOCK: usize = 1 << 20;

/// Bytes that are moved for one unit.
const MOVED_BYTES: usize = 64;

/// Items of a block whose number nobody knows.
const FEW: usize = 64;

/// A copy of `items`.
pub fn copy<T: Clone>(items: &[T]) -> Result<Vec<T>, Stop> {
    let mut all = Vec::with_capacity(items.len());
    append(&mut all, items)?;
    Ok(all)
}

/// Appends copies of `items`.
pub fn append<T: Clone>(all: &mut Vec<T>, items: &[T]) -> Result<(), Stop> {
    for block in items.chunks(items_of_block::<T>()) {
        fuel::burn_copy(size_of_val(block))?;
        all.extend_from_slice(block);
    }
    Ok(())
}

/// All that an iterator gives, for what takes about as long as copying it.
pub fn collect<T>(items: impl Iterator<Item = T>) -> Result<Vec<T>, Stop> {
    let mut all = Vec::with_capacity(items.size_hint().0);
    extend(&mut all, items)?;
    Ok(all)
}

/// Appends all that an iterator gives: a few at a time where it does not know how many they are.
pub fn extend<T>(all: &mut Vec<T>, items: impl Iterator<Item = T>) -> Result<(), Stop> {
    let mut items = items;
    grow(all, items.size_hint().0)?;
    loop {
        let block = items.size_hint().1.unwrap_or(FEW).min(items_of_block::<T>());
        fuel::burn_copy(block * size_of::<T>())?;
        let before = all.len();
        all.extend(items.by_ref().take(block));
        if all.len() - before < block || block == 0 {
            return Ok(());
        }
    }
}

/// `items`, so many times over.
pub fn repeat<T: Clone>(items: &[T], times: usize) -> Result<Vec<T>, Stop> {
    let mut all = Vec::with_capacity(items.len() * times);
    if times > 0 {
        append(&mut all, items)?;
        repeat_in_place(&mut all, times)?;
    }
    Ok(all)
}

/// Makes `all` so many times as long, once at least.
pub fn repeat_in_place<T: Clone>(all: &mut Vec<T>, times: usize) -> Result<(), Stop> {
    let once = all.len();
    let total = once * times;
    grow(all, total - once)?;
    while all.len() < total {
        // What comes next is what comes after the same place of the first one; the more there is, the longer is the block.
        let from = all.len() % once;
        let count = (all.len() - from).min(total - all.len()).min(items_of_block::<T>());
        fuel::burn_copy(count * size_of::<T>())?;
        all.extend_from_within(from..from + count);
    }
    Ok(())
}

/// A copy of a text.
pub fn text(text: &str) -> Result<String, Stop> {
    let mut all = String::with_capacity(text.len());
    append_text(&mut all, text)?;
    Ok(all)
}

/// Texts put together: a message with what the program may have made long in it.
pub fn join(parts: &[&str]) -> Result<String, Stop> {
    let mut all = String::with_capacity(parts.iter().map(|part| part.len()).sum());
    parts.iter().try_for_each(|part| append_text(&mut all, part))?;
    Ok(all)
}

/// Appends a text.
pub fn append_text(all: &mut String, text: &str) -> Result<(), Stop> {
    for block in blocks_of(text) {
        fuel::burn_copy(block.len())?;
        all.push_str(block);
    }
    Ok(())
}

/// The blocks of a text.
pub fn blocks_of(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (block, behind) = rest.split_at(rest.floor_char_boundary(BLOCK));
        rest = behind;
        (!block.is_empty()).then_some(block)
    })
}

/// Appends a text so many times.
pub fn append_repeated(all: &mut String, text: &str, times: usize) -> Result<(), Stop> {
    let first = all.len();
    let total = first + text.len() * times;
    all.reserve(total - first);
    if total > first {
        append_text(all, text)?;
    }
    while all.len() < total {
        let from = first + (all.len() - first) % text.len();
        let count = (all.len() - from).min(total - all.len()).min(BLOCK);
        let to = all.floor_char_boundary(from + count);
        fuel::burn_copy(to - from)?;
        all.extend_from_within(from..to);
    }
    Ok(())
}

/// Appends all characters that an iterator gives.
pub fn append_chars(all: &mut String, chars: impl Iterator<Item = char>) -> Result<(), Stop> {
    let mut chars = chars;
    loop {
        let block = chars.size_hint().1.unwrap_or(FEW).min(items_of_block::<char>());
        fuel::burn_copy(block * size_of::<char>())?;
        let before = all.len();
        all.extend(chars.by_ref().take(block));
        if all.len() - before < block || block == 0 {
            return Ok(());
        }
    }
}

/// Makes room for so many more. What moves a long block takes as long as copying it, and can't be cut: the run looks after it.
fn grow<T>(all: &mut Vec<T>, more: usize) -> Result<(), Stop> {
    if all.capacity() - all.len() >= more {
        return Ok(());
    }
    all.reserve(more);
    fuel::go_on((size_of_val(&all[..]) / MOVED_BYTES) as u64)
}

fn items_of_block<T>() -> usize {
    (BLOCK / size_of::<T>().max(1)).max(1)
}

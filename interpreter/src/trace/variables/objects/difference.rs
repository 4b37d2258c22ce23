//! How one sequence becomes another, in few changes: what is at its places is compared by identity.

/// What stands at a place: the identity of a key, if it has one, and of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub key: (u8, u64),
    pub value: (u8, u64),
}

/// A change of a sequence, whose places are those after the changes before it. What comes in is what the new one has at that place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Insert(usize),
    Remove(usize),
    /// Another value; the key is the same.
    Set(usize),
    /// What is at this place and behind it goes.
    Truncate(usize),
}

/// How far ahead a place is looked for from which on the two are the same again.
const AHEAD: usize = 8;

/// The changes that make `old` of it `new`. They are few where little was inserted or removed, and correct always.
pub fn changes(old: &[Mark], new: &[Mark], keyed: bool) -> Vec<Change> {
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    while j < new.len() {
        if i == old.len() {
            found.push(Change::Insert(j));
            j += 1;
        } else if is_same(old[i], new[j], keyed) {
            if old[i] != new[j] {
                found.push(Change::Set(j));
            }
            i += 1;
            j += 1;
        } else if let Some((gone, come)) = meeting(&old[i..], &new[j..], keyed) {
            found.extend((0..gone).map(|_| Change::Remove(j)));
            found.extend((j..j + come).map(Change::Insert));
            i += gone;
            j += come;
        } else if keyed {
            found.extend([Change::Remove(j), Change::Insert(j)]);
            i += 1;
            j += 1;
        } else {
            found.push(Change::Set(j));
            i += 1;
            j += 1;
        }
    }
    if i < old.len() {
        found.push(Change::Truncate(j));
    }
    found
}

/// Whether two stand for the same item: the same value, or the same key.
fn is_same(old: Mark, new: Mark, keyed: bool) -> bool {
    old.key == new.key && (keyed || old.value == new.value)
}

/// How many go and how many come until the two are the same again for two items, or to their ends.
fn meeting(old: &[Mark], new: &[Mark], keyed: bool) -> Option<(usize, usize)> {
    let meets = |gone: usize, come: usize| {
        let mut pairs = old.iter().skip(gone).zip(new.iter().skip(come)).take(2).peekable();
        pairs.peek().is_some() && pairs.all(|(old, new)| is_same(*old, *new, keyed))
    };
    let by_length = old.len().checked_sub(new.len()).map(|gone| (gone, 0)).or_else(|| Some((0, new.len() - old.len())));
    let near = (1..=AHEAD).flat_map(|count| (0..=count).map(move |gone| (gone, count - gone)));
    by_length.into_iter().filter(|pair| *pair != (0, 0)).chain(near).find(|(gone, come)| meets(*gone, *come))
}

#[cfg(test)]
mod tests {
    use super::{Change, Mark, changes};

    fn items(text: &str) -> Vec<Mark> {
        text.bytes().map(|byte| Mark { key: (0, 0), value: (1, byte.into()) }).collect()
    }

    /// The changes from one text to another, which are applied and checked.
    fn between(old: &str, new: &str) -> Vec<Change> {
        let (from, to) = (items(old), items(new));
        let found = changes(&from, &to, false);
        let mut made = from;
        for change in &found {
            match *change {
                Change::Insert(at) => made.insert(at, to[at]),
                Change::Remove(at) => drop(made.remove(at)),
                Change::Set(at) => made[at] = to[at],
                Change::Truncate(at) => made.truncate(at),
            }
        }
        assert_eq!(made, to, "{old} to {new}: {found:?}");
        found
    }

    #[test]
    fn little_is_told_of_a_little_change() {
        assert_eq!(between("abcdef", "abcdef"), []);
        assert_eq!(between("abcdef", "bcdef"), [Change::Remove(0)]);
        assert_eq!(between("abcdef", "abXcdef"), [Change::Insert(2)]);
        assert_eq!(between("abcdef", "abXdef"), [Change::Remove(2), Change::Insert(2)]);
        assert_eq!(between("abcdef", "bcdefa"), [Change::Remove(0), Change::Insert(5)]);
        assert_eq!(between("abcdef", "abc"), [Change::Truncate(3)]);
        assert_eq!(between("abc", "abcde"), [Change::Insert(3), Change::Insert(4)]);
        assert_eq!(between("abc", ""), [Change::Truncate(0)]);
        assert_eq!(between("0123456789abcdefghij", "fghij").len(), 15);
    }

    #[test]
    fn the_changes_are_right_whatever_happened() {
        let mut seed = 7u32;
        let mut next = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) % below
        };
        for _ in 0..3_000 {
            let mut text = |length: u32| (0..next(length)).map(|_| char::from(b'a' + next(5) as u8)).collect::<String>();
            let (old, new) = (text(20), text(20));
            between(&old, &new);
        }
    }

    #[test]
    fn a_key_keeps_its_place() {
        let entry = |key: u64, value: u64| Mark { key: (1, key), value: (1, value) };
        let old = [entry(1, 10), entry(2, 20), entry(3, 30)];
        assert_eq!(changes(&old, &[entry(1, 10), entry(2, 21), entry(3, 30)], true), [Change::Set(1)]);
        assert_eq!(changes(&old, &[entry(2, 20), entry(3, 31)], true), [Change::Remove(0), Change::Set(1)]);
        assert_eq!(changes(&old, &[entry(9, 0), entry(8, 0)], true).len(), 5);
    }
}

//! Sets of characters, and which characters are the same but for their case.

use crate::object::fuel;
use crate::object::text::unicode;

/// Which characters count as letters, digits and so on: all of Unicode's, or ASCII's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    Unicode,
    Ascii,
}

/// `\d`, `\s`, `\w`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    Digit,
    Space,
    Word,
}

impl Category {
    pub fn contains(self, c: char, alphabet: Alphabet) -> bool {
        match (self, alphabet) {
            (Category::Digit, Alphabet::Ascii) => c.is_ascii_digit(),
            (Category::Digit, Alphabet::Unicode) => unicode::is_decimal(c),
            (Category::Space, Alphabet::Ascii) => matches!(c, ' ' | '\t'..='\r'),
            (Category::Space, Alphabet::Unicode) => unicode::is_space(c),
            (Category::Word, Alphabet::Ascii) => c.is_ascii_alphanumeric() || c == '_',
            (Category::Word, Alphabet::Unicode) => unicode::is_alphanumeric(c) || c == '_',
        }
    }
}

/// An item of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Range(char, char),
    Is(Category),
    IsNot(Category),
}

/// A set of characters, `[…]`.
#[derive(Clone, Debug)]
pub struct Set {
    /// In order, and apart from one another.
    ranges: Vec<(char, char)>,
    /// The items that are no ranges, each once.
    categories: Vec<Item>,
    pub negated: bool,
    pub alphabet: Alphabet,
    pub ignore_case: bool,
}

/// So many characters of a set's ranges are also listed without their case.
const FOLDED: usize = 2048;

impl Set {
    pub fn new(items: &[Item], negated: bool, alphabet: Alphabet, ignore_case: bool) -> Set {
        let mut set = Set { ranges: Vec::new(), categories: Vec::new(), negated, alphabet, ignore_case };
        let mut room = FOLDED;
        for item in items {
            match item {
                Item::Range(from, to) => {
                    set.ranges.push((*from, *to));
                    if ignore_case {
                        let folded = (*from..=*to).take(room).map(|c| canonical(c, alphabet)).map(|c| (c, c));
                        let before = set.ranges.len();
                        set.ranges.extend(folded);
                        let count = set.ranges.len() - before;
                        fuel::note(count as u64 / 4);
                        room -= count;
                    }
                }
                other if set.categories.contains(other) => {}
                other => set.categories.push(*other),
            }
        }
        set.ranges.sort_unstable();
        set.ranges.dedup_by(|next, known| {
            let overlaps = next.0 <= known.1;
            if overlaps {
                known.1 = known.1.max(next.1);
            }
            overlaps
        });
        set
    }

    /// Bytes that it holds.
    pub fn bytes(&self) -> usize {
        size_of::<Set>() + self.ranges.len() * size_of::<(char, char)>() + self.categories.len() * size_of::<Item>()
    }

    pub fn contains(&self, c: char) -> bool {
        let found = if self.ignore_case { cases(c, self.alphabet).iter().any(|c| self.lists(*c)) } else { self.lists(c) };
        found != self.negated
    }

    fn lists(&self, c: char) -> bool {
        let after = self.ranges.partition_point(|(from, _)| *from <= c);
        if after > 0 && c <= self.ranges[after - 1].1 {
            return true;
        }
        self.categories.iter().any(|item| match item {
            Item::Range(..) => false,
            Item::Is(category) => category.contains(c, self.alphabet),
            Item::IsNot(category) => !category.contains(c, self.alphabet),
        })
    }
}

/// Whether a character has a case that `IGNORECASE` must look at.
pub fn has_case(c: char, alphabet: Alphabet) -> bool {
    cases(c, alphabet).iter().any(|other| *other != c)
}

/// The one character that stands for all that differ from it by case alone.
pub fn canonical(c: char, alphabet: Alphabet) -> char {
    cases(c, alphabet)[2]
}

/// A character as it is, in upper case and, from there, in lower case.
fn cases(c: char, alphabet: Alphabet) -> [char; 3] {
    if alphabet == Alphabet::Ascii || c.is_ascii() {
        return [c, c.to_ascii_uppercase(), c.to_ascii_lowercase()];
    }
    // Pairs whose upper case is several characters, and the same.
    let c = match c {
        '\u{1fd3}' => '\u{390}',
        '\u{1fe3}' => '\u{3b0}',
        '\u{fb05}' => '\u{fb06}',
        other => other,
    };
    let upper = single(lower(c).to_uppercase()).unwrap_or(c);
    [c, upper, lower(upper)]
}

fn lower(c: char) -> char {
    // The only one whose lower case is two characters.
    if c == 'İ' { 'i' } else { single(c.to_lowercase()).unwrap_or(c) }
}

fn single(mut chars: impl Iterator<Item = char>) -> Option<char> {
    chars.next().filter(|_| chars.next().is_none())
}

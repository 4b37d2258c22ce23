//! What CPython 3.11 knows about characters. [`unicode_table`](super::unicode_table) is written by `unicode_table.py`.

use super::unicode_table::{self as table, RANGES};

fn flags(c: char) -> u16 {
    let after = RANGES.partition_point(|(start, _)| *start <= c as u32);
    RANGES[after - 1].1
}

fn has(c: char, flag: u16) -> bool {
    flags(c) & flag != 0
}

pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { has(c, table::ALPHA) }
}

pub fn is_decimal(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { has(c, table::DECIMAL) }
}

pub fn is_digit(c: char) -> bool {
    has(c, table::DIGIT)
}

pub fn is_numeric(c: char) -> bool {
    has(c, table::NUMERIC)
}

pub fn is_alphanumeric(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { has(c, table::ALPHA | table::DECIMAL | table::DIGIT | table::NUMERIC) }
}

pub fn is_lower(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_lowercase() } else { has(c, table::LOWER) }
}

pub fn is_upper(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { has(c, table::UPPER) }
}

/// Whether it is of title case itself, such as `ǅ`.
pub fn is_title(c: char) -> bool {
    has(c, table::TITLE)
}

/// Whether `repr` shows it as it is.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() { (' '..='~').contains(&c) } else { has(c, table::PRINTABLE) }
}

/// Whether a text is a name.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(starts_identifier) && chars.all(continues_identifier)
}

pub fn starts_identifier(c: char) -> bool {
    has(c, table::START)
}

pub fn continues_identifier(c: char) -> bool {
    has(c, table::CONTINUE)
}

/// What `split` and `strip` take for white space.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// Where `splitlines` splits.
pub fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\x0b' | '\x0c' | '\r' | '\x1c' | '\x1d' | '\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The digit that a decimal character of any script is.
pub fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let after = RANGES.partition_point(|(start, _)| *start <= c as u32);
    let (start, flags) = RANGES[after - 1];
    // Each script's digits stand together, from its zero on.
    (flags & table::DECIMAL != 0).then(|| (c as u32 - start) % 10)
}

/// Adds what Rust's newer Unicode maps a character to, if Unicode 14 has both.
fn push_known(out: &mut String, c: char, mapped: impl Iterator<Item = char> + Clone) {
    if flags(c) != 0 && mapped.clone().all(|c| flags(c) != 0) { out.extend(mapped) } else { out.push(c) }
}

/// Adds a character's upper case.
pub fn push_upper(out: &mut String, c: char) {
    push_known(out, c, c.to_uppercase());
}

/// Adds a character's title case.
pub fn push_title(out: &mut String, c: char) {
    match table::TITLES.binary_search_by_key(&(c as u32), |(code, _)| *code) {
        Ok(at) => out.push_str(table::TITLES[at].1),
        Err(_) => push_upper(out, c),
    }
}

/// Adds a character folded for comparison without case.
pub fn push_folded(out: &mut String, c: char) {
    match table::FOLDED.binary_search_by_key(&(c as u32), |(code, _)| *code) {
        Ok(at) => out.push_str(table::FOLDED[at].1),
        Err(_) => push_known(out, c, c.to_lowercase()),
    }
}

/// Adds the lower case of the character that begins `rest`, which `before` comes before: a capital sigma depends on both.
pub fn push_lower(out: &mut String, before: &str, rest: &str) {
    match rest.chars().next() {
        Some('Σ') => out.push(if is_final_sigma(before, &rest['Σ'.len_utf8()..]) { 'ς' } else { 'σ' }),
        Some(c) => push_known(out, c, c.to_lowercase()),
        None => {}
    }
}

fn is_final_sigma(before: &str, after: &str) -> bool {
    let with_case = |c: Option<char>| c.is_some_and(|c| has(c, table::CASED));
    let counts = |c: &char| !has(*c, table::IGNORABLE);
    with_case(before.chars().rev().find(counts)) && !with_case(after.chars().find(counts))
}

/// Whether it has case at all.
pub fn is_cased(c: char) -> bool {
    has(c, table::CASED)
}

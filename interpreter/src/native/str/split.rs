//! Taking strings apart: `split` and its kin, lines, `partition`, `strip`.

use std::rc::Rc;

use super::part;
use crate::native::receive::{c_int, index as integer, text, text_argument};
use crate::object::fuel;
use crate::object::native::{Answer, Trap, optional};
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::string::Str;
use crate::object::text::find::{self, Places, PlacesFromEnd};
use crate::object::text::unicode;
use crate::object::value::Value;

/// What a string of a list takes where pointers have 64 bits, its text aside. Elsewhere, too: a split burns the same fuel everywhere.
const PIECE_BYTES: usize = 72;

/// The separator, none for white space, and the most splits.
fn split_arguments<'a>(rt: &mut Runtime, args: &'a [Value], method: &str) -> Result<(Option<&'a str>, usize), Trap> {
    let most = integer(rt, args, 2, method)?.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
    let separator = match optional(args, 1).map(plain) {
        None | Some(Value::None) => None,
        Some(Value::Str(separator)) if separator.text.is_empty() => return Err(rt.value_error("empty separator")),
        Some(Value::Str(separator)) => Some(&*separator.text),
        Some(_) => return Err(rt.type_error(format!("must be str or None, not {}", rt.type_name(&args[1])))),
    };
    Ok((separator, most))
}

/// Asks for room for a list of so many parts of a text.
fn room(rt: &mut Runtime, text: &str, parts: usize) -> Result<(), Trap> {
    rt.reserve(parts.saturating_mul(PIECE_BYTES) + text.len())?;
    // Each part is an object of its own.
    Ok(fuel::burn(2 * parts as u64)?)
}

/// A piece of a text, as one of many.
fn piece(whole: &Rc<Str>, text: &str) -> Answer {
    fuel::burn(2)?;
    part(whole, text)
}

pub fn split(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "split")?;
    let (separator, most) = split_arguments(rt, args, "split")?;
    fuel::burn_read(4 * this.text.len() + 2 * separator.map_or(0, str::len))?;
    let Some(separator) = separator else { return words(rt, this, most) };
    let cuts = Places::of(separator.as_bytes(), this.text.as_bytes()).count(most)?;
    room(rt, &this.text, cuts + 1)?;
    let (mut pieces, mut done) = (Vec::with_capacity(cuts + 1), 0);
    let mut places = Places::of(separator.as_bytes(), this.text.as_bytes());
    for _ in 0..cuts {
        let at = places.find_next()?.unwrap_or(this.text.len());
        pieces.push(piece(this, &this.text[done..at])?);
        done = at + separator.len();
    }
    pieces.push(piece(this, &this.text[done..])?);
    Ok(Value::list(pieces))
}

pub fn rsplit(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "rsplit")?;
    let (separator, most) = split_arguments(rt, args, "rsplit")?;
    fuel::burn_read(4 * this.text.len() + 2 * separator.map_or(0, str::len))?;
    let Some(separator) = separator else { return words_from_end(rt, this, most) };
    // As many as from the front: what overlaps is cut in another place, not in another number of places.
    let cuts = Places::of(separator.as_bytes(), this.text.as_bytes()).count(most)?;
    room(rt, &this.text, cuts + 1)?;
    let (mut pieces, mut end) = (Vec::with_capacity(cuts + 1), this.text.len());
    let mut places = PlacesFromEnd::of(separator.as_bytes(), this.text.as_bytes());
    for _ in 0..cuts {
        let at = places.find_next()?.unwrap_or(0);
        pieces.push(piece(this, &this.text[at + separator.len()..end])?);
        end = at;
    }
    pieces.push(piece(this, &this.text[..end])?);
    pieces.reverse();
    Ok(Value::list(pieces))
}

/// The words between white space; past the most, all that is left is the last one.
fn words(rt: &mut Runtime, this: &Rc<Str>, most: usize) -> Answer {
    let text = &*this.text;
    room(rt, text, count_words(text, most.saturating_add(1))?)?;
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches(unicode::is_space);
    while !rest.is_empty() && words.len() < most {
        let end = rest.find(unicode::is_space).unwrap_or(rest.len());
        words.push(piece(this, &rest[..end])?);
        rest = rest[end..].trim_start_matches(unicode::is_space);
    }
    if !rest.is_empty() {
        words.push(piece(this, rest)?);
    }
    Ok(Value::list(words))
}

/// How many words there are, up to the most that are wanted.
fn count_words(text: &str, most: usize) -> Result<usize, Trap> {
    let mut count = 0;
    for _ in text.split(unicode::is_space).filter(|word| !word.is_empty()).take(most) {
        fuel::burn(1)?;
        count += 1;
    }
    Ok(count)
}

fn words_from_end(rt: &mut Runtime, this: &Rc<Str>, most: usize) -> Answer {
    let text = &*this.text;
    room(rt, text, count_words(text, most.saturating_add(1))?)?;
    let mut words = Vec::new();
    let mut rest = text.trim_end_matches(unicode::is_space);
    while !rest.is_empty() && words.len() < most {
        let space = rest.char_indices().rev().find(|(_, c)| unicode::is_space(*c));
        let start = space.map_or(0, |(at, c)| at + c.len_utf8());
        words.push(piece(this, &rest[start..])?);
        rest = rest[..start].trim_end_matches(unicode::is_space);
    }
    if !rest.is_empty() {
        words.push(piece(this, rest)?);
    }
    words.reverse();
    Ok(Value::list(words))
}

pub fn splitlines(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "splitlines")?;
    fuel::burn_read(4 * this.text.len())?;
    let keep = c_int(rt, args, 1, "splitlines")?.unwrap_or(0) != 0;
    let mut ends = 0;
    for _ in this.text.chars().filter(|c| unicode::ends_line(*c)) {
        fuel::burn(1)?;
        ends += 1;
    }
    room(rt, &this.text, ends + 1)?;
    let mut lines = Vec::new();
    let mut rest = &*this.text;
    while !rest.is_empty() {
        let (line, ended) = match rest.char_indices().find(|(_, c)| unicode::ends_line(*c)) {
            Some((at, '\r')) if rest[at + 1..].starts_with('\n') => (at, at + 2),
            Some((at, c)) => (at, at + c.len_utf8()),
            None => (rest.len(), rest.len()),
        };
        lines.push(piece(this, &rest[..if keep { ended } else { line }])?);
        rest = &rest[ended..];
    }
    Ok(Value::list(lines))
}

pub fn partition(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "partition")?;
    let separator = separator(rt, args)?;
    rt.reserve(this.text.len())?;
    fuel::burn_read(this.text.len() + separator.text.len())?;
    let empty = || Value::str("");
    Ok(Value::tuple(match find::first(this.text.as_bytes(), separator.text.as_bytes())? {
        Some(at) => {
            let (before, after) = (&this.text[..at], &this.text[at + separator.text.len()..]);
            vec![piece(this, before)?, args[1].clone(), piece(this, after)?]
        }
        None => vec![args[0].clone(), empty(), empty()],
    }))
}

pub fn rpartition(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "rpartition")?;
    let separator = separator(rt, args)?;
    rt.reserve(this.text.len())?;
    fuel::burn_read(this.text.len() + separator.text.len())?;
    let empty = || Value::str("");
    Ok(Value::tuple(match find::last(this.text.as_bytes(), separator.text.as_bytes())? {
        Some(at) => {
            let (before, after) = (&this.text[..at], &this.text[at + separator.text.len()..]);
            vec![piece(this, before)?, args[1].clone(), piece(this, after)?]
        }
        None => vec![empty(), empty(), args[0].clone()],
    }))
}

fn separator<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Str>, Trap> {
    let separator = text_argument(rt, args, 1, "")?;
    if separator.text.is_empty() { Err(rt.value_error("empty separator")) } else { Ok(separator) }
}

pub fn strip(rt: &mut Runtime, args: &[Value]) -> Answer {
    stripped(rt, args, "strip", true, true)
}

pub fn lstrip(rt: &mut Runtime, args: &[Value]) -> Answer {
    stripped(rt, args, "lstrip", true, false)
}

pub fn rstrip(rt: &mut Runtime, args: &[Value]) -> Answer {
    stripped(rt, args, "rstrip", false, true)
}

fn stripped(rt: &mut Runtime, args: &[Value], method: &str, left: bool, right: bool) -> Answer {
    let this = text(rt, args, method)?;
    let unwanted = match optional(args, 1).map(plain) {
        None | Some(Value::None) => None,
        Some(Value::Str(unwanted)) => Some(unwanted),
        Some(_) => return Err(rt.type_error(format!("{method} arg must be None or str"))),
    };
    let goes = |c: char| {
        fuel::burn(1)?;
        let Some(unwanted) = unwanted else { return Ok(unicode::is_space(c)) };
        fuel::burn_copy(unwanted.text.len())?;
        Ok::<bool, Trap>(unwanted.text.contains(c))
    };
    let mut kept = &*this.text;
    while let Some(c) = kept.chars().next()
        && left
        && goes(c)?
    {
        kept = &kept[c.len_utf8()..];
    }
    while let Some(c) = kept.chars().next_back()
        && right
        && goes(c)?
    {
        kept = &kept[..kept.len() - c.len_utf8()];
    }
    part(this, kept)
}

pub fn removeprefix(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "removeprefix")?;
    let prefix = text_argument(rt, args, 1, "removeprefix() argument")?;
    part(this, this.text.strip_prefix(&*prefix.text).unwrap_or(&this.text))
}

pub fn removesuffix(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "removesuffix")?;
    let suffix = text_argument(rt, args, 1, "removesuffix() argument")?;
    part(this, this.text.strip_suffix(&*suffix.text).unwrap_or(&this.text))
}

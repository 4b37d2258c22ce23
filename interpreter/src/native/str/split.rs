//! Taking strings apart: `split` and its kin, lines, `partition`, `strip`.

use std::rc::Rc;

use super::part;
use crate::native::receive::{index as integer, text, text_argument};
use crate::object::fuel;
use crate::object::native::{Answer, Trap, optional};
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::string::Str;
use crate::object::text::unicode;
use crate::object::value::Value;

/// What a string of a list takes, its text aside.
const PIECE_BYTES: usize = size_of::<Value>() + size_of::<Str>();

/// The separator, none for white space, and the most splits.
fn split_arguments<'a>(rt: &mut Runtime, args: &'a [Value], method: &str) -> Result<(Option<&'a str>, usize), Trap> {
    let most = integer(rt, args, 2, method)?.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
    let separator = match optional(args, 1).map(plain) {
        None | Some(Value::None) => None,
        Some(Value::Str(separator)) if separator.text.is_empty() => return Err(rt.value_error("empty separator")),
        Some(Value::Str(separator)) => Some(&*separator.text),
        Some(other) => return Err(rt.type_error(format!("must be str or None, not {}", rt.type_name(other)))),
    };
    Ok((separator, most))
}

/// Asks for room for a list of so many parts of a text.
fn room(rt: &mut Runtime, text: &str, parts: usize) -> Result<(), Trap> {
    rt.reserve(parts.saturating_mul(PIECE_BYTES) + text.len())?;
    // Each part is an object of its own.
    Ok(fuel::burn(2 * parts as u64)?)
}

pub fn split(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "split")?;
    let (separator, most) = split_arguments(rt, args, "split")?;
    fuel::burn_read(4 * this.text.len() + 2 * separator.map_or(0, str::len))?;
    let Some(separator) = separator else { return words(rt, &this.text, most) };
    room(rt, &this.text, this.text.matches(separator).take(most).count() + 1)?;
    Ok(Value::list(this.text.splitn(most.saturating_add(1), separator).map(|piece| part(this, piece)).collect()))
}

pub fn rsplit(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "rsplit")?;
    let (separator, most) = split_arguments(rt, args, "rsplit")?;
    fuel::burn_read(4 * this.text.len() + 2 * separator.map_or(0, str::len))?;
    let Some(separator) = separator else { return words_from_end(rt, &this.text, most) };
    room(rt, &this.text, this.text.rmatches(separator).take(most).count() + 1)?;
    let mut pieces: Vec<Value> = this.text.rsplitn(most.saturating_add(1), separator).map(|piece| part(this, piece)).collect();
    pieces.reverse();
    Ok(Value::list(pieces))
}

/// The words between white space; past the most, all that is left is the last one.
fn words(rt: &mut Runtime, text: &str, most: usize) -> Answer {
    room(rt, text, text.split(unicode::is_space).filter(|word| !word.is_empty()).take(most.saturating_add(1)).count())?;
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches(unicode::is_space);
    while !rest.is_empty() && words.len() < most {
        let end = rest.find(unicode::is_space).unwrap_or(rest.len());
        words.push(Value::str(&rest[..end]));
        rest = rest[end..].trim_start_matches(unicode::is_space);
    }
    if !rest.is_empty() {
        words.push(Value::str(rest));
    }
    Ok(Value::list(words))
}

fn words_from_end(rt: &mut Runtime, text: &str, most: usize) -> Answer {
    room(rt, text, text.split(unicode::is_space).filter(|word| !word.is_empty()).take(most.saturating_add(1)).count())?;
    let mut words = Vec::new();
    let mut rest = text.trim_end_matches(unicode::is_space);
    while !rest.is_empty() && words.len() < most {
        let space = rest.char_indices().rev().find(|(_, c)| unicode::is_space(*c));
        let start = space.map_or(0, |(at, c)| at + c.len_utf8());
        words.push(Value::str(&rest[start..]));
        rest = rest[..start].trim_end_matches(unicode::is_space);
    }
    if !rest.is_empty() {
        words.push(Value::str(rest));
    }
    words.reverse();
    Ok(Value::list(words))
}

pub fn splitlines(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "splitlines")?;
    fuel::burn_read(4 * this.text.len())?;
    let keep = integer(rt, args, 1, "splitlines")?.unwrap_or(0) != 0;
    room(rt, &this.text, this.text.chars().filter(|c| unicode::ends_line(*c)).count() + 1)?;
    let mut lines = Vec::new();
    let mut rest = &*this.text;
    while !rest.is_empty() {
        let (line, ended) = match rest.char_indices().find(|(_, c)| unicode::ends_line(*c)) {
            Some((at, '\r')) if rest[at + 1..].starts_with('\n') => (at, at + 2),
            Some((at, c)) => (at, at + c.len_utf8()),
            None => (rest.len(), rest.len()),
        };
        lines.push(part(this, &rest[..if keep { ended } else { line }]));
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
    Ok(Value::tuple(match this.text.split_once(&*separator.text) {
        Some((before, after)) => vec![Value::str(before), Value::Str(separator.clone()), Value::str(after)],
        None => vec![Value::Str(this.clone()), empty(), empty()],
    }))
}

pub fn rpartition(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "rpartition")?;
    let separator = separator(rt, args)?;
    rt.reserve(this.text.len())?;
    fuel::burn_read(this.text.len() + separator.text.len())?;
    let empty = || Value::str("");
    Ok(Value::tuple(match this.text.rsplit_once(&*separator.text) {
        Some((before, after)) => vec![Value::str(before), Value::Str(separator.clone()), Value::str(after)],
        None => vec![empty(), empty(), Value::Str(this.clone())],
    }))
}

fn separator<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Str>, Trap> {
    let separator = text_argument(rt, args, 1, "")?;
    if separator.text.is_empty() { Err(rt.value_error("empty separator")) } else { Ok(separator) }
}

pub fn strip(rt: &mut Runtime, args: &[Value]) -> Answer {
    stripped(rt, args, "strip", |text, unwanted| text.trim_matches(unwanted))
}

pub fn lstrip(rt: &mut Runtime, args: &[Value]) -> Answer {
    stripped(rt, args, "lstrip", |text, unwanted| text.trim_start_matches(unwanted))
}

pub fn rstrip(rt: &mut Runtime, args: &[Value]) -> Answer {
    stripped(rt, args, "rstrip", |text, unwanted| text.trim_end_matches(unwanted))
}

fn stripped(rt: &mut Runtime, args: &[Value], method: &str, strip: for<'a> fn(&'a str, &dyn Fn(char) -> bool) -> &'a str) -> Answer {
    let this = text(rt, args, method)?;
    let kept = match optional(args, 1).map(plain) {
        None | Some(Value::None) => strip(&this.text, &unicode::is_space),
        Some(Value::Str(unwanted)) => strip(&this.text, &|c| {
            fuel::note_copy(unwanted.text.len());
            unwanted.text.contains(c)
        }),
        Some(_) => return Err(rt.type_error(format!("{method} arg must be None or str"))),
    };
    fuel::burn_read(2 * (this.text.len() - kept.len()))?;
    Ok(part(this, kept))
}

pub fn removeprefix(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "removeprefix")?;
    let prefix = text_argument(rt, args, 1, "removeprefix() argument")?;
    Ok(part(this, this.text.strip_prefix(&*prefix.text).unwrap_or(&this.text)))
}

pub fn removesuffix(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "removesuffix")?;
    let suffix = text_argument(rt, args, 1, "removesuffix() argument")?;
    Ok(part(this, this.text.strip_suffix(&*suffix.text).unwrap_or(&this.text)))
}

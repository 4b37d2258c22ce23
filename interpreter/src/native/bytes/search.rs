//! Finding and replacing bytes.

use super::{data_argument, like, this};
use crate::native::receive::{bounds, index as integer, with_indices};
use crate::object::native::{Answer, Stop, Trap};
use crate::object::operate::bytes::copy_of;
use crate::object::operate::{plain, slice};
use crate::object::runtime::Runtime;
use crate::object::text::find::{self, Places};
use crate::object::value::Value;
use crate::object::{fill, fuel};

type Find = fn(&[u8], &[u8]) -> Result<Option<usize>, Stop>;

pub fn find(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(search(rt, args, "find", find::first)?.unwrap_or(Value::Int(-1)))
}

pub fn rfind(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(search(rt, args, "rfind", find::last)?.unwrap_or(Value::Int(-1)))
}

pub fn index(rt: &mut Runtime, args: &[Value]) -> Answer {
    search(rt, args, "index", find::first)?.ok_or_else(|| rt.value_error("subsection not found"))
}

pub fn rindex(rt: &mut Runtime, args: &[Value]) -> Answer {
    search(rt, args, "rindex", find::last)?.ok_or_else(|| rt.value_error("subsection not found"))
}

pub fn count(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "count")?;
    let (start, end) = bounds(rt, args, 2, data.len(), "count")?;
    let needle = needle(rt, args, "count")?;
    fuel::burn_read(needle.len())?;
    Ok(Value::Int(if start > end { 0 } else { occurrences(&data[start..end], &needle, usize::MAX)? as i64 }))
}

pub fn startswith(rt: &mut Runtime, args: &[Value]) -> Answer {
    affix(rt, args, "startswith", |data, prefix| data.starts_with(prefix))
}

pub fn endswith(rt: &mut Runtime, args: &[Value]) -> Answer {
    affix(rt, args, "endswith", |data, suffix| data.ends_with(suffix))
}

pub fn replace(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "replace")?;
    let old = data_argument(rt, &args[1])?;
    let new = data_argument(rt, &args[2])?;
    let most = integer(rt, args, 3, "replace")?.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
    fuel::burn_read(2 * old.len())?;
    let found = occurrences(&data, &old, most)?;
    rt.reserve(data.len().saturating_add(found.saturating_mul(new.len())))?;
    let mut places = Places::of(&old, &data);
    let (mut out, mut done) = (Vec::new(), 0);
    for number in 0..found {
        let at = if old.is_empty() { number } else { places.find_next()?.unwrap_or(data.len()) };
        fuel::burn(1)?;
        fill::append(&mut out, &data[done..at])?;
        fill::append(&mut out, &new)?;
        done = at + old.len();
    }
    fill::append(&mut out, &data[done..])?;
    Ok(like(&args[0], out))
}

/// Where the bytes are found in the part that the arguments tell.
fn search(rt: &mut Runtime, args: &[Value], method: &str, find: Find) -> Result<Option<Value>, Trap> {
    let data = this(rt, args, method)?;
    let (start, end) = bounds(rt, args, 2, data.len(), method)?;
    let needle = needle(rt, args, method)?;
    fuel::burn_read(needle.len())?;
    if start > end {
        return Ok(None);
    }
    Ok(find(&data[start..end], &needle)?.map(|at| Value::Int((start + at) as i64)))
}

/// What is searched for: bytes, or a single byte.
fn needle(rt: &mut Runtime, args: &[Value], method: &str) -> Result<Vec<u8>, Trap> {
    let value = &args[1];
    if let Some(data) = copy_of(value)? {
        return Ok(data);
    }
    match slice::index(value) {
        slice::Index::At(at) => match u8::try_from(at) {
            Ok(byte) => Ok(vec![byte]),
            Err(_) => Err(rt.value_error("byte must be in range(0, 256)")),
        },
        slice::Index::Huge(_) => Err(rt.value_error("byte must be in range(0, 256)")),
        slice::Index::AskProgram => Err(with_indices(rt, args, method)),
        _ => Err(rt.type_error(format!("argument should be integer or bytes-like object, not '{}'", rt.type_name(value)))),
    }
}

/// Occurrences that don't overlap, up to the most that are wanted; nothing is found before each byte and at the end.
fn occurrences(data: &[u8], needle: &[u8], most: usize) -> Result<usize, Stop> {
    if needle.is_empty() {
        return Ok(most.min(data.len() + 1));
    }
    Places::of(needle, data).count(most)
}

fn affix(rt: &mut Runtime, args: &[Value], method: &str, has: fn(&[u8], &[u8]) -> bool) -> Answer {
    let data = this(rt, args, method)?;
    let (start, end) = bounds(rt, args, 2, data.len(), method)?;
    let has = |affix: &[u8]| start <= end && has(&data[start..end], affix);
    if let Value::Tuple(affixes) = plain(&args[1]) {
        for affix in &affixes.items {
            if has(&data_argument(rt, affix)?) {
                return Ok(Value::True);
            }
        }
        return Ok(Value::False);
    }
    match copy_of(&args[1])? {
        Some(affix) => Ok(Value::bool(has(&affix))),
        None => Err(rt.type_error(format!("{method} first arg must be bytes or a tuple of bytes, not {}", rt.type_name(&args[1])))),
    }
}

//! Taking bytes apart: `split` and its kin, lines, `partition`, `strip`.

use super::{data_argument, is_space, like, this};
use crate::native::receive::{c_int, index as integer};
use crate::object::native::{Answer, Stop, Trap, optional};
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::text::find::{self, Places, PlacesFromEnd};
use crate::object::value::Value;
use crate::object::{fill, fuel, scan};

/// What bytes of a list take, their contents aside.
const PIECE_BYTES: usize = 80;

pub fn partition(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "partition")?;
    let separator = separator(rt, &args[1])?;
    rt.reserve(data.len())?;
    fuel::burn_read(separator.len())?;
    let part = |part: &[u8]| piece(&args[0], part);
    Ok(Value::tuple(match find::first(&data, &separator)? {
        Some(at) => vec![part(&data[..at])?, separator_part(args, &separator), part(&data[at + separator.len()..])?],
        None => vec![unparted(&args[0], &data)?, part(b"")?, part(b"")?],
    }))
}

pub fn rpartition(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "rpartition")?;
    let separator = separator(rt, &args[1])?;
    rt.reserve(data.len())?;
    fuel::burn_read(separator.len())?;
    let part = |part: &[u8]| piece(&args[0], part);
    Ok(Value::tuple(match find::last(&data, &separator)? {
        Some(at) => vec![part(&data[..at])?, separator_part(args, &separator), part(&data[at + separator.len()..])?],
        None => vec![part(b"")?, part(b"")?, unparted(&args[0], &data)?],
    }))
}

/// What holds no separator: bytes stay the object that they are, of a bytearray there is a copy.
fn unparted(receiver: &Value, data: &[u8]) -> Answer {
    if matches!(plain(receiver), Value::Bytes(_)) { Ok(receiver.clone()) } else { piece(receiver, data) }
}

pub fn removeprefix(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "removeprefix")?;
    let prefix = data_argument(rt, &args[1])?;
    piece(&args[0], data.strip_prefix(&*prefix).unwrap_or(&data))
}

pub fn removesuffix(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "removesuffix")?;
    let suffix = data_argument(rt, &args[1])?;
    piece(&args[0], data.strip_suffix(&*suffix).unwrap_or(&data))
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

pub fn split(rt: &mut Runtime, args: &[Value]) -> Answer {
    sections(rt, args, "split", false)
}

pub fn rsplit(rt: &mut Runtime, args: &[Value]) -> Answer {
    sections(rt, args, "rsplit", true)
}

pub fn splitlines(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "splitlines")?;
    let keep = c_int(rt, args, 1, "splitlines")?.unwrap_or(0) != 0;
    let ends = |byte: &u8| matches!(byte, b'\n' | b'\r');
    rt.reserve(scan::count(&data, ends)?.saturating_mul(PIECE_BYTES) + data.len())?;
    let (mut lines, mut rest) = (Vec::new(), &*data);
    while !rest.is_empty() {
        let line = scan::position(rest, ends)?.unwrap_or(rest.len());
        let ended = if rest[line..].starts_with(b"\r\n") { line + 2 } else { (line + 1).min(rest.len()) };
        fuel::burn(2)?;
        lines.push(piece(&args[0], &rest[..if keep { ended } else { line }])?);
        rest = &rest[ended..];
    }
    Ok(Value::list(lines))
}

fn separator(rt: &Runtime, value: &Value) -> Result<Vec<u8>, Trap> {
    let separator = data_argument(rt, value)?;
    if separator.is_empty() { Err(rt.value_error("empty separator")) } else { Ok(separator) }
}

/// The separator in a partition: of bytes the very object.
fn separator_part(args: &[Value], separator: &[u8]) -> Value {
    if matches!(plain(&args[0]), Value::Bytes(_)) { args[1].clone() } else { like(&args[0], separator.to_vec()) }
}

fn stripped(rt: &mut Runtime, args: &[Value], method: &str, left: bool, right: bool) -> Answer {
    let data = this(rt, args, method)?;
    let unwanted = match optional(args, 1).filter(|unwanted| !unwanted.is_none()) {
        None => None,
        Some(unwanted) => Some(data_argument(rt, unwanted)?),
    };
    fuel::burn_read(unwanted.as_ref().map_or(0, Vec::len))?;
    let mut doomed = [false; 256];
    unwanted.iter().flatten().for_each(|byte| doomed[usize::from(*byte)] = true);
    let stays = |byte: &u8| if unwanted.is_some() { !doomed[usize::from(*byte)] } else { !is_space(byte) };
    let start = if left { scan::position(&data, stays)?.unwrap_or(data.len()) } else { 0 };
    let end = if right { scan::last_position(&data, stays)?.map_or(0, |at| at + 1) } else { data.len() };
    piece(&args[0], &data[start..end.max(start)])
}

fn sections(rt: &mut Runtime, args: &[Value], method: &str, from_end: bool) -> Answer {
    let data = this(rt, args, method)?;
    let separator = match optional(args, 1).filter(|separator| !separator.is_none()) {
        None => None,
        Some(given) => Some(separator(rt, given)?),
    };
    let most = integer(rt, args, 2, method)?.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
    let Some(separator) = separator else {
        let upper = scan::count(&data, is_space)?.min(most);
        room(rt, &data, upper)?;
        return list(&args[0], if from_end { words_from_end(&data, most)? } else { words(&data, most)? });
    };
    fuel::burn_read(2 * separator.len())?;
    let cuts = Places::of(&separator, &data).count(most)?;
    room(rt, &data, cuts)?;
    list(&args[0], if from_end { split_from_end(&data, &separator, cuts)? } else { split_at(&data, &separator, cuts)? })
}

/// Asks for room for so many cuts' pieces.
fn room(rt: &mut Runtime, data: &[u8], cuts: usize) -> Result<(), Trap> {
    rt.reserve(cuts.saturating_mul(PIECE_BYTES) + data.len())?;
    Ok(fuel::burn(2 * cuts as u64)?)
}

/// Copies of the pieces, of the receiver's type.
fn list(receiver: &Value, pieces: Vec<&[u8]>) -> Answer {
    let mut list = Vec::with_capacity(pieces.len());
    for part in pieces {
        fuel::burn(2)?;
        list.push(piece(receiver, part)?);
    }
    Ok(Value::list(list))
}

/// A copy of some bytes, of the receiver's type.
fn piece(receiver: &Value, data: &[u8]) -> Answer {
    Ok(like(receiver, fill::copy(data)?))
}

fn split_at<'a>(data: &'a [u8], separator: &[u8], cuts: usize) -> Result<Vec<&'a [u8]>, Stop> {
    let (mut pieces, mut done) = (Vec::with_capacity(cuts + 1), 0);
    let mut places = Places::of(separator, data);
    for _ in 0..cuts {
        let at = places.find_next()?.unwrap_or(data.len());
        pieces.push(&data[done..at]);
        done = at + separator.len();
    }
    pieces.push(&data[done..]);
    Ok(pieces)
}

/// The same number of cuts from the end: what overlaps is cut in another place, not in another number of places.
fn split_from_end<'a>(data: &'a [u8], separator: &[u8], cuts: usize) -> Result<Vec<&'a [u8]>, Stop> {
    let (mut pieces, mut end) = (Vec::with_capacity(cuts + 1), data.len());
    let mut places = PlacesFromEnd::of(separator, data);
    for _ in 0..cuts {
        let at = places.find_next()?.unwrap_or(0);
        pieces.push(&data[at + separator.len()..end]);
        end = at;
    }
    pieces.push(&data[..end]);
    pieces.reverse();
    Ok(pieces)
}

/// The words between white space; past the most, all that is left is the last one.
fn words(data: &[u8], most: usize) -> Result<Vec<&[u8]>, Stop> {
    let mut words = Vec::new();
    let mut rest = without_space(data)?;
    while !rest.is_empty() && words.len() < most {
        let end = scan::position(rest, is_space)?.unwrap_or(rest.len());
        fuel::burn(1)?;
        words.push(&rest[..end]);
        rest = without_space(&rest[end..])?;
    }
    if !rest.is_empty() {
        words.push(rest);
    }
    Ok(words)
}

fn words_from_end(data: &[u8], most: usize) -> Result<Vec<&[u8]>, Stop> {
    let mut words = Vec::new();
    let mut rest = without_space_at_end(data)?;
    while !rest.is_empty() && words.len() < most {
        let start = scan::last_position(rest, is_space)?.map_or(0, |at| at + 1);
        fuel::burn(1)?;
        words.push(&rest[start..]);
        rest = without_space_at_end(&rest[..start])?;
    }
    if !rest.is_empty() {
        words.push(rest);
    }
    words.reverse();
    Ok(words)
}

fn without_space(data: &[u8]) -> Result<&[u8], Stop> {
    Ok(&data[scan::position(data, |byte| !is_space(byte))?.unwrap_or(data.len())..])
}

fn without_space_at_end(data: &[u8]) -> Result<&[u8], Stop> {
    Ok(&data[..scan::last_position(data, |byte| !is_space(byte))?.map_or(0, |at| at + 1)])
}

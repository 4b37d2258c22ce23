//! The methods that `bytes` and `bytearray` share; those that find are in [`search`], those that take apart in [`split`]. Letters are ASCII's
//! alone. The result is of the receiver's type.

use std::cell::Cell;

use super::{data_argument, is_space, like, modulo, reflected_modulo, search, split, this};
use crate::limits::size;
use crate::native::protocol::{self as p, method};
use crate::native::receive::{c_int, index as integer, text_argument};
use crate::native::str::{iterated, named_argument};
use crate::object::native::{Answer, Native, NativeKind, Trap, optional};
use crate::object::operate::bytes::{bytes, copy_of};
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::text::codec;
use crate::object::value::Value;
use crate::object::{fill, fuel, scan};

/// The methods of `bytes`.
pub static OF_BYTES: [Native; COUNT] = METHODS;

/// Those of `bytearray`: natives of their own, so that each knows its type.
pub static OF_ARRAYS: [Native; COUNT] = METHODS;

const COUNT: usize = 59;

const METHODS: [Native; COUNT] = [
    method("capitalize", "self, /", "Return a copy with only its first character capitalized (ASCII).", capitalize),
    method("center", "self, width, fillchar=b' ', /", "Return a centered string of length width.", center),
    method("count", "self, sub, start=None, end=None, /", "Return the number of non-overlapping occurrences.", search::count),
    method("decode", "self, /, encoding='utf-8', errors='strict'", "Decode the bytes using the codec registered for encoding.", decode),
    method("endswith", "self, suffix, start=None, end=None, /", "Return True if B ends with the specified suffix.", search::endswith),
    method("expandtabs", "self, /, tabsize=8", "Return a copy where all tab characters are expanded using spaces.", expandtabs),
    method("find", "self, sub, start=None, end=None, /", "Return the lowest index where sub is found, or -1.", search::find),
    Native::new(NativeKind::ClassMethod, "fromhex", "cls, string, /", "Create from a string of hexadecimal numbers.", fromhex),
    method("hex", "self, /, sep=None, bytes_per_sep=1", "Create a string of hexadecimal numbers.", hex),
    method("index", "self, sub, start=None, end=None, /", "Return the lowest index where sub is found.", search::index),
    method("isalnum", "self, /", "True if all characters are alphanumeric.", |rt, args| {
        all(rt, args, "isalnum", u8::is_ascii_alphanumeric)
    }),
    method("isalpha", "self, /", "True if all characters are alphabetic.", |rt, args| all(rt, args, "isalpha", u8::is_ascii_alphabetic)),
    method("isascii", "self, /", "True if all characters are ASCII.", |rt, args| {
        this(rt, args, "isascii").map(|data| Value::bool(data.is_ascii()))
    }),
    method("isdigit", "self, /", "True if all characters are digits.", |rt, args| all(rt, args, "isdigit", u8::is_ascii_digit)),
    method("islower", "self, /", "True if all cased characters are lowercase.", islower),
    method("isspace", "self, /", "True if all characters are whitespace.", |rt, args| all(rt, args, "isspace", is_space)),
    method("istitle", "self, /", "True if it is titlecased.", istitle),
    method("isupper", "self, /", "True if all cased characters are uppercase.", isupper),
    method("join", "self, iterable_of_bytes, /", "Concatenate any number of bytes objects.", join),
    method("ljust", "self, width, fillchar=b' ', /", "Return a left-justified string of length width.", ljust),
    method("lower", "self, /", "Return a copy with all characters converted to lowercase.", lower),
    method("lstrip", "self, bytes=None, /", "Strip leading bytes contained in the argument.", split::lstrip),
    Native::new(NativeKind::StaticMethod, "maketrans", "frm, to, /", "Return a translation table.", maketrans),
    method("partition", "self, sep, /", "Partition into three parts using the given separator.", split::partition),
    method("removeprefix", "self, prefix, /", "Return a copy with the given prefix removed if present.", split::removeprefix),
    method("removesuffix", "self, suffix, /", "Return a copy with the given suffix removed if present.", split::removesuffix),
    method("replace", "self, old, new, count=-1, /", "Return a copy with all occurrences of old replaced by new.", search::replace),
    method("rfind", "self, sub, start=None, end=None, /", "Return the highest index where sub is found, or -1.", search::rfind),
    method("rindex", "self, sub, start=None, end=None, /", "Return the highest index where sub is found.", search::rindex),
    method("rjust", "self, width, fillchar=b' ', /", "Return a right-justified string of length width.", rjust),
    method("rpartition", "self, sep, /", "Partition into three parts, searching from the end.", split::rpartition),
    method("rsplit", "self, /, sep=None, maxsplit=-1", "Return a list of the sections, splitting from the end.", split::rsplit),
    method("rstrip", "self, bytes=None, /", "Strip trailing bytes contained in the argument.", split::rstrip),
    method("split", "self, /, sep=None, maxsplit=-1", "Return a list of the sections, using sep as the delimiter.", split::split),
    method("splitlines", "self, /, keepends=False", "Return a list of the lines.", split::splitlines),
    method("startswith", "self, prefix, start=None, end=None, /", "Return True if B starts with the specified prefix.", search::startswith),
    method("strip", "self, bytes=None, /", "Strip leading and trailing bytes contained in the argument.", split::strip),
    method("swapcase", "self, /", "Return a copy with uppercase and lowercase swapped.", swapcase),
    method("title", "self, /", "Return a titlecased version (ASCII).", title),
    method("translate", "self, table, /, delete=b''", "Return a copy with each character mapped by the given table.", translate),
    method("upper", "self, /", "Return a copy with all characters converted to uppercase.", upper),
    method("zfill", "self, width, /", "Pad a numeric string with zeros on the left.", zfill),
    p::ADD,
    p::CONTAINS,
    p::EQ,
    p::GE,
    p::GETITEM,
    p::GT,
    p::ITER,
    p::LE,
    p::LEN,
    p::LT,
    method("__mod__", "self, value, /", "Return self%value.", modulo),
    p::MUL,
    p::NE,
    p::REPR,
    method("__rmod__", "self, value, /", "Return value%self.", reflected_modulo),
    method("__str__", "self, /", "Return str(self).", p::repr_method),
    p::RMUL,
];

fn all(rt: &mut Runtime, args: &[Value], method: &str, kind: fn(&u8) -> bool) -> Answer {
    let data = this(rt, args, method)?;
    Ok(Value::bool(!data.is_empty() && scan::position(&data, |byte| !kind(byte))?.is_none()))
}

fn islower(rt: &mut Runtime, args: &[Value]) -> Answer {
    has_one_case(rt, args, "islower", u8::is_ascii_lowercase, u8::is_ascii_uppercase)
}

fn isupper(rt: &mut Runtime, args: &[Value]) -> Answer {
    has_one_case(rt, args, "isupper", u8::is_ascii_uppercase, u8::is_ascii_lowercase)
}

type Kind = fn(&u8) -> bool;

fn has_one_case(rt: &mut Runtime, args: &[Value], method: &str, case: Kind, other: Kind) -> Answer {
    let data = this(rt, args, method)?;
    Ok(Value::bool(scan::position(&data, case)?.is_some() && scan::position(&data, other)?.is_none()))
}

fn istitle(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "istitle")?;
    let (after_letter, has_letter) = (Cell::new(false), Cell::new(false));
    let is_wrong = |byte: &u8| {
        let is_letter = byte.is_ascii_alphabetic();
        has_letter.set(has_letter.get() || is_letter);
        let after_letter = after_letter.replace(is_letter);
        byte.is_ascii_uppercase() && after_letter || byte.is_ascii_lowercase() && !after_letter
    };
    Ok(Value::bool(scan::position(&data, is_wrong)?.is_none() && has_letter.get()))
}

fn upper(rt: &mut Runtime, args: &[Value]) -> Answer {
    mapped(rt, args, "upper", |_, byte| byte.to_ascii_uppercase())
}

fn lower(rt: &mut Runtime, args: &[Value]) -> Answer {
    mapped(rt, args, "lower", |_, byte| byte.to_ascii_lowercase())
}

fn swapcase(rt: &mut Runtime, args: &[Value]) -> Answer {
    mapped(rt, args, "swapcase", |_, byte| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { byte })
}

fn capitalize(rt: &mut Runtime, args: &[Value]) -> Answer {
    mapped(rt, args, "capitalize", |before, byte| if before.is_none() { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() })
}

fn title(rt: &mut Runtime, args: &[Value]) -> Answer {
    mapped(rt, args, "title", |before, byte| {
        if before.is_some_and(|before| before.is_ascii_alphabetic()) { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() }
    })
}

/// Each byte mapped, by it and the one before it.
fn mapped(rt: &mut Runtime, args: &[Value], method: &str, map: fn(Option<u8>, u8) -> u8) -> Answer {
    let data = this(rt, args, method)?;
    rt.reserve(data.len())?;
    let mut before = None;
    let out = scan::map(&data, |byte| Some(map(before.replace(byte), byte)))?;
    Ok(like(&args[0], out))
}

fn decode(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "decode")?;
    let encoding = named_argument(rt, args, 1, "decode", "encoding", "utf-8")?;
    let errors = named_argument(rt, args, 2, "decode", "errors", "strict")?;
    if data.is_empty() {
        return Ok(Value::str(""));
    }
    fuel::burn_read(4 * data.len())?;
    codec::decode(rt, &data, encoding, errors).map(Value::str)
}

/// Filled up to a width; `left` tells how much of the margin goes before the bytes.
fn justified(rt: &mut Runtime, args: &[Value], method: &str, left: fn(usize, usize) -> usize) -> Answer {
    let data = this(rt, args, method)?;
    let width = size(integer(rt, args, 1, method)?.unwrap_or(0).max(0));
    let fill = match optional(args, 2) {
        None => b' ',
        Some(fill) => match copy_of(fill)?.as_deref() {
            Some([byte]) => *byte,
            _ => {
                let got = if fill.is_none() { "None".into() } else { rt.type_name(fill) };
                return Err(rt.type_error(format!("{method}() argument 2 must be a byte string of length 1, not {got}")));
            }
        },
    };
    let margin = width.saturating_sub(data.len());
    rt.reserve(margin.saturating_add(data.len()))?;
    let before = if margin == 0 { 0 } else { left(margin, width) };
    let mut out = fill::repeat(&[fill], before)?;
    fill::append(&mut out, &data)?;
    fill::append(&mut out, &fill::repeat(&[fill], margin - before)?)?;
    Ok(like(&args[0], out))
}

fn center(rt: &mut Runtime, args: &[Value]) -> Answer {
    justified(rt, args, "center", |margin, width| margin / 2 + (margin & width & 1))
}

fn ljust(rt: &mut Runtime, args: &[Value]) -> Answer {
    justified(rt, args, "ljust", |_, _| 0)
}

fn rjust(rt: &mut Runtime, args: &[Value]) -> Answer {
    justified(rt, args, "rjust", |margin, _| margin)
}

fn zfill(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "zfill")?;
    let width = size(integer(rt, args, 1, "zfill")?.unwrap_or(0).max(0));
    let missing = width.saturating_sub(data.len());
    rt.reserve(missing.saturating_add(data.len()))?;
    let sign = usize::from(matches!(data.first(), Some(b'+' | b'-')));
    let mut out = data[..sign].to_vec();
    fill::append(&mut out, &fill::repeat(b"0", missing)?)?;
    fill::append(&mut out, &data[sign..])?;
    Ok(like(&args[0], out))
}

fn expandtabs(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "expandtabs")?;
    let size = c_int(rt, args, 1, "expandtabs")?.unwrap_or(8).max(0) as usize;
    let tabs = scan::count(&data, |byte| *byte == b'\t')?;
    rt.reserve(tabs.saturating_mul(size).saturating_add(data.len()))?;
    let (mut out, mut column) = (Vec::with_capacity(data.len()), 0);
    for &byte in data.iter() {
        fuel::burn(1)?;
        match byte {
            b'\t' if size == 0 => {}
            b'\t' => {
                let missing = size - column % size;
                fill::extend(&mut out, std::iter::repeat_n(b' ', missing))?;
                column += missing;
            }
            _ => {
                out.push(byte);
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(like(&args[0], out))
}

fn fromhex(rt: &mut Runtime, args: &[Value]) -> Answer {
    let string = text_argument(rt, args, 1, "fromhex() argument")?;
    rt.reserve(string.text.len())?;
    fuel::burn_read(4 * string.text.len())?;
    let wrong = |at: usize| rt.value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"));
    let digit = |at: usize| string.text.as_bytes().get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let chars_before = |at: usize| string.text.char_indices().take_while(|(place, _)| *place < at).count();
    let (mut data, mut at) = (Vec::new(), 0);
    while at < string.text.len() {
        fuel::burn(1)?;
        if is_space(&string.text.as_bytes()[at]) {
            at += 1;
            continue;
        }
        let high = digit(at).ok_or_else(|| wrong(chars_before(at)))?;
        let low = digit(at + 1).ok_or_else(|| wrong(chars_before(at + 1)))?;
        data.push((high * 16 + low) as u8);
        at += 2;
    }
    match &args[0] {
        Value::Class(class) if std::rc::Rc::ptr_eq(class, &rt.classes.bytes) => Ok(bytes(data)),
        class => Err(rt.call(class.clone(), vec![bytes(data)])),
    }
}

fn hex(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "hex")?;
    let group = c_int(rt, args, 2, "hex")?.unwrap_or(1);
    let separator = optional(args, 1).map(|separator| hex_separator(rt, separator)).transpose()?;
    rt.reserve(data.len().saturating_mul(3))?;
    fuel::burn(data.len() as u64 / 2)?;
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    let mut out = String::with_capacity(data.len() * 2);
    for (at, byte) in data.iter().enumerate() {
        fuel::burn(1)?;
        // A positive size counts groups from the end, a negative one from the beginning.
        let counted = if group > 0 { data.len() - at } else { at };
        if let (Some(separator), true) = (separator, at > 0 && size > 0 && counted % size.max(1) == 0) {
            out.push(separator);
        }
        out.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        out.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
    }
    Ok(Value::str(out))
}

fn hex_separator(rt: &Runtime, separator: &Value) -> Result<char, Trap> {
    let (length, first) = match plain(separator) {
        Value::Str(string) => (string.chars, string.text.chars().next()),
        other => match copy_of(other)? {
            Some(data) => (data.len(), data.first().copied().map(char::from)),
            None => return Err(rt.type_error(format!("object of type '{}' has no len()", rt.type_name(separator)))),
        },
    };
    match first {
        Some(c) if length == 1 && c.is_ascii() => Ok(c),
        Some(_) if length == 1 => Err(rt.value_error("sep must be ASCII.")),
        _ => Err(rt.value_error("sep must be length 1.")),
    }
}

fn join(rt: &mut Runtime, args: &[Value]) -> Answer {
    let separator = this(rt, args, "join")?;
    let items = match iterated(rt, &args[1])? {
        Some(items) => items,
        None => return Err(rt.prelude("bytes_join", vec![plain(&args[0]).clone(), args[1].clone()])),
    };
    let mut out = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(data) = copy_of(item)? else {
            return Err(rt.type_error(format!("sequence item {at}: expected a bytes-like object, {} found", rt.type_name(item))));
        };
        rt.room((out.len() + data.len() + separator.len()) * 2)?;
        fuel::burn(1)?;
        if at > 0 {
            fill::append(&mut out, &separator)?;
        }
        fill::append(&mut out, &data)?;
    }
    Ok(like(&args[0], out))
}

fn maketrans(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (from, to) = (data_argument(rt, &args[0])?, data_argument(rt, &args[1])?);
    if from.len() != to.len() {
        return Err(rt.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(to) {
        table[usize::from(*from)] = to;
    }
    Ok(bytes(table))
}

fn translate(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "translate")?;
    let table = if args[1].is_none() { None } else { Some(data_argument(rt, &args[1])?) };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(rt.value_error("translation table must be 256 characters long"));
    }
    let deleted = optional(args, 2).map_or(Ok(Vec::new()), |deleted| data_argument(rt, deleted))?;
    rt.reserve(data.len())?;
    fuel::burn_read(deleted.len())?;
    let mut doomed = [false; 256];
    deleted.iter().for_each(|byte| doomed[usize::from(*byte)] = true);
    let become_byte = |byte: u8| table.as_ref().map_or(byte, |table| table[usize::from(byte)]);
    let out = scan::map(&data, |byte| (!doomed[usize::from(byte)]).then(|| become_byte(byte)))?;
    Ok(like(&args[0], out))
}

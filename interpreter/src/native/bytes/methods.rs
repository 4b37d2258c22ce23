//! The methods that `bytes` and `bytearray` share. Letters are ASCII's alone. The result is of the receiver's type.

use memchr::memmem;

use super::{data_argument, like, modulo, this};
use crate::native::protocol::{self as p, method};
use crate::native::receive::{bounds, index as integer, text_argument};
use crate::native::str::{iterated, named_argument};
use crate::object::native::{Answer, Native, NativeKind, Trap, optional};
use crate::object::operate::bytes::{bytes, copy_of, data_of};
use crate::object::operate::{plain, slice};
use crate::object::runtime::Runtime;
use crate::object::text::codec;
use crate::object::value::Value;
use crate::object::{fill, fuel};

pub static TABLE: &[Native] = &[
    method("capitalize", "self, /", "Return a copy with only its first character capitalized (ASCII).", capitalize),
    method("center", "self, width, fillchar=b' ', /", "Return a centered string of length width.", center),
    method("count", "self, sub, start=None, end=None, /", "Return the number of non-overlapping occurrences.", count),
    method("decode", "self, /, encoding='utf-8', errors='strict'", "Decode the bytes using the codec registered for encoding.", decode),
    method("endswith", "self, suffix, start=None, end=None, /", "Return True if B ends with the specified suffix.", endswith),
    method("expandtabs", "self, /, tabsize=8", "Return a copy where all tab characters are expanded using spaces.", expandtabs),
    method("find", "self, sub, start=None, end=None, /", "Return the lowest index where sub is found, or -1.", find),
    Native::new(NativeKind::ClassMethod, "fromhex", "cls, string, /", "Create from a string of hexadecimal numbers.", fromhex),
    method("hex", "self, /, sep=None, bytes_per_sep=1", "Create a string of hexadecimal numbers.", hex),
    method("index", "self, sub, start=None, end=None, /", "Return the lowest index where sub is found.", index),
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
    method("lstrip", "self, bytes=None, /", "Strip leading bytes contained in the argument.", lstrip),
    Native::new(NativeKind::StaticMethod, "maketrans", "frm, to, /", "Return a translation table.", maketrans),
    method("partition", "self, sep, /", "Partition into three parts using the given separator.", partition),
    method("removeprefix", "self, prefix, /", "Return a copy with the given prefix removed if present.", removeprefix),
    method("removesuffix", "self, suffix, /", "Return a copy with the given suffix removed if present.", removesuffix),
    method("replace", "self, old, new, count=-1, /", "Return a copy with all occurrences of old replaced by new.", replace),
    method("rfind", "self, sub, start=None, end=None, /", "Return the highest index where sub is found, or -1.", rfind),
    method("rindex", "self, sub, start=None, end=None, /", "Return the highest index where sub is found.", rindex),
    method("rjust", "self, width, fillchar=b' ', /", "Return a right-justified string of length width.", rjust),
    method("rpartition", "self, sep, /", "Partition into three parts, searching from the end.", rpartition),
    method("rsplit", "self, /, sep=None, maxsplit=-1", "Return a list of the sections, splitting from the end.", rsplit),
    method("rstrip", "self, bytes=None, /", "Strip trailing bytes contained in the argument.", rstrip),
    method("split", "self, /, sep=None, maxsplit=-1", "Return a list of the sections, using sep as the delimiter.", split),
    method("splitlines", "self, /, keepends=False", "Return a list of the lines.", splitlines),
    method("startswith", "self, prefix, start=None, end=None, /", "Return True if B starts with the specified prefix.", startswith),
    method("strip", "self, bytes=None, /", "Strip leading and trailing bytes contained in the argument.", strip),
    method("swapcase", "self, /", "Return a copy with uppercase and lowercase swapped.", swapcase),
    method("title", "self, /", "Return a titlecased version (ASCII).", title),
    method("translate", "self, table, /, delete=b''", "Return a copy with each character mapped by the given table.", translate),
    method("upper", "self, /", "Return a copy with all characters converted to uppercase.", upper),
    method("zfill", "self, width, /", "Pad a numeric string with zeros on the left.", zfill),
    method("__add__", "self, value, /", "Return self+value.", p::add),
    method("__contains__", "self, key, /", "Return key in self.", p::contains),
    method("__eq__", "self, value, /", "Return self==value.", p::eq),
    method("__ge__", "self, value, /", "Return self>=value.", p::ge),
    method("__getitem__", "self, key, /", "Return self[key].", p::getitem),
    method("__gt__", "self, value, /", "Return self>value.", p::gt),
    method("__iter__", "self, /", "Implement iter(self).", p::iter),
    method("__le__", "self, value, /", "Return self<=value.", p::le),
    method("__len__", "self, /", "Return len(self).", p::len),
    method("__lt__", "self, value, /", "Return self<value.", p::lt),
    method("__mod__", "self, value, /", "Return self%value.", modulo),
    method("__mul__", "self, value, /", "Return self*value.", p::mul),
    method("__ne__", "self, value, /", "Return self!=value.", p::ne),
    method("__repr__", "self, /", "Return repr(self).", p::repr_method),
    method("__rmul__", "self, value, /", "Return value*self.", p::mul),
];

fn is_space(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn all(rt: &mut Runtime, args: &[Value], method: &str, kind: fn(&u8) -> bool) -> Answer {
    let data = this(rt, args, method)?;
    fuel::burn_read(data.len())?;
    Ok(Value::bool(!data.is_empty() && data.iter().all(kind)))
}

fn islower(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "islower")?;
    fuel::burn_read(data.len())?;
    Ok(Value::bool(data.iter().any(u8::is_ascii_lowercase) && !data.iter().any(u8::is_ascii_uppercase)))
}

fn isupper(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "isupper")?;
    fuel::burn_read(data.len())?;
    Ok(Value::bool(data.iter().any(u8::is_ascii_uppercase) && !data.iter().any(u8::is_ascii_lowercase)))
}

fn istitle(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "istitle")?;
    fuel::burn_read(data.len())?;
    let mut after_letter = false;
    for byte in data.iter() {
        if byte.is_ascii_uppercase() && after_letter || byte.is_ascii_lowercase() && !after_letter {
            return Ok(Value::False);
        }
        after_letter = byte.is_ascii_alphabetic();
    }
    Ok(Value::bool(data.iter().any(u8::is_ascii_alphabetic)))
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
    fuel::burn_read(data.len())?;
    let before = std::iter::once(None).chain(data.iter().copied().map(Some));
    Ok(like(&args[0], before.zip(data.iter()).map(|(before, byte)| map(before, *byte)).collect()))
}

fn decode(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "decode")?;
    if data.is_empty() {
        return Ok(Value::str(""));
    }
    let encoding = named_argument(rt, args, 1, "decode", "encoding", "utf-8")?;
    let errors = named_argument(rt, args, 2, "decode", "errors", "strict")?;
    fuel::burn_read(4 * data.len())?;
    codec::decode(rt, &data, encoding, errors).map(Value::str)
}

/// What is searched for: bytes, or a single byte.
fn needle(rt: &Runtime, value: &Value) -> Result<Vec<u8>, Trap> {
    if let Some(data) = copy_of(value)? {
        return Ok(data);
    }
    match slice::index(value) {
        slice::Index::At(at) => match u8::try_from(at) {
            Ok(byte) => Ok(vec![byte]),
            Err(_) => Err(rt.value_error("byte must be in range(0, 256)")),
        },
        slice::Index::Huge(_) => Err(rt.value_error("byte must be in range(0, 256)")),
        _ => Err(rt.type_error(format!("argument should be integer or bytes-like object, not '{}'", rt.type_name(value)))),
    }
}

/// Where the bytes are found in the part that the arguments tell.
fn search(rt: &mut Runtime, args: &[Value], method: &str, find: fn(&[u8], &[u8]) -> Option<usize>) -> Result<Option<Value>, Trap> {
    let data = this(rt, args, method)?;
    let needle = needle(rt, &args[1])?;
    let (start, end) = bounds(rt, args, 2, data.len(), method)?;
    fuel::burn_read(end.saturating_sub(start) + needle.len())?;
    if start > end {
        return Ok(None);
    }
    Ok(find(&data[start..end], &needle).map(|at| Value::Int((start + at) as i64)))
}

fn find(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(search(rt, args, "find", memmem::find)?.unwrap_or(Value::Int(-1)))
}

fn rfind(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(search(rt, args, "rfind", memmem::rfind)?.unwrap_or(Value::Int(-1)))
}

fn index(rt: &mut Runtime, args: &[Value]) -> Answer {
    search(rt, args, "index", memmem::find)?.ok_or_else(|| rt.value_error("subsection not found"))
}

fn rindex(rt: &mut Runtime, args: &[Value]) -> Answer {
    search(rt, args, "rindex", memmem::rfind)?.ok_or_else(|| rt.value_error("subsection not found"))
}

fn count(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "count")?;
    let needle = needle(rt, &args[1])?;
    let (start, end) = bounds(rt, args, 2, data.len(), "count")?;
    fuel::burn_read(end.saturating_sub(start) + needle.len())?;
    Ok(Value::Int(if start > end { 0 } else { occurrences(&data[start..end], &needle) as i64 }))
}

/// Occurrences that don't overlap; nothing is found before each byte and at the end.
fn occurrences(data: &[u8], needle: &[u8]) -> usize {
    if needle.is_empty() { data.len() + 1 } else { memmem::find_iter(data, needle).count() }
}

fn startswith(rt: &mut Runtime, args: &[Value]) -> Answer {
    affix(rt, args, "startswith", |data, prefix| data.starts_with(prefix))
}

fn endswith(rt: &mut Runtime, args: &[Value]) -> Answer {
    affix(rt, args, "endswith", |data, suffix| data.ends_with(suffix))
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
    match data_of(&args[1]) {
        Some(affix) => Ok(Value::bool(has(&affix))),
        None => Err(rt.type_error(format!("{method} first arg must be bytes or a tuple of bytes, not {}", rt.type_name(&args[1])))),
    }
}

fn replace(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "replace")?;
    let old = data_argument(rt, &args[1])?;
    let new = data_argument(rt, &args[2])?;
    let most = integer(rt, args, 3, "replace")?.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
    fuel::burn_read(2 * (data.len() + old.len()))?;
    let found = occurrences(&data, &old).min(most);
    rt.reserve(data.len().saturating_add(found.saturating_mul(new.len())))?;
    fuel::burn(found as u64 / 4)?;
    let places = || -> Box<dyn Iterator<Item = usize>> {
        if old.is_empty() { Box::new(0..found) } else { Box::new(memmem::find_iter(&data, &old).take(found)) }
    };
    let (mut out, mut done) = (Vec::new(), 0);
    for at in places() {
        fuel::burn(1)?;
        fill::append(&mut out, &data[done..at])?;
        fill::append(&mut out, &new)?;
        done = at + old.len();
    }
    fill::append(&mut out, &data[done..])?;
    Ok(like(&args[0], out))
}

/// Filled up to a width; `left` tells how much of the margin goes before the bytes.
fn justified(rt: &mut Runtime, args: &[Value], method: &str, left: fn(usize, usize) -> usize) -> Answer {
    let data = this(rt, args, method)?;
    let width = integer(rt, args, 1, method)?.unwrap_or(0).max(0) as usize;
    let fill = match optional(args, 2) {
        None => b' ',
        Some(fill) => match data_of(fill).as_deref() {
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
    let width = integer(rt, args, 1, "zfill")?.unwrap_or(0).max(0) as usize;
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
    let size = integer(rt, args, 1, "expandtabs")?.unwrap_or(8).max(0) as usize;
    let tabs = data.iter().filter(|byte| **byte == b'\t').count();
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
    let separator = match optional(args, 1).filter(|separator| !separator.is_none()) {
        None => None,
        Some(separator) => Some(hex_separator(rt, separator)?),
    };
    let group = integer(rt, args, 2, "hex")?.unwrap_or(1);
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
        other => match data_of(other) {
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
    let items = match iterated(rt, plain(&args[1]))? {
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
    fuel::burn_read(data.len() + deleted.len())?;
    let mut doomed = [false; 256];
    deleted.iter().for_each(|byte| doomed[usize::from(*byte)] = true);
    let kept = data.iter().filter(|byte| !doomed[usize::from(**byte)]);
    let out = kept.map(|byte| table.as_ref().map_or(*byte, |table| table[usize::from(*byte)])).collect();
    Ok(like(&args[0], out))
}

fn separator(rt: &Runtime, value: &Value) -> Result<Vec<u8>, Trap> {
    let separator = data_argument(rt, value)?;
    if separator.is_empty() { Err(rt.value_error("empty separator")) } else { Ok(separator) }
}

/// The separator in a partition: of bytes the very object.
fn separator_part(args: &[Value], separator: &[u8]) -> Value {
    if matches!(plain(&args[0]), Value::Bytes(_)) { args[1].clone() } else { like(&args[0], separator.to_vec()) }
}

fn partition(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "partition")?;
    let separator = separator(rt, &args[1])?;
    rt.reserve(data.len())?;
    fuel::burn_read(data.len() + separator.len())?;
    let part = |part: &[u8]| piece(&args[0], part);
    Ok(Value::tuple(match memmem::find(&data, &separator) {
        Some(at) => vec![part(&data[..at])?, separator_part(args, &separator), part(&data[at + separator.len()..])?],
        None => vec![part(&data)?, part(b"")?, part(b"")?],
    }))
}

fn rpartition(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "rpartition")?;
    let separator = separator(rt, &args[1])?;
    rt.reserve(data.len())?;
    fuel::burn_read(data.len() + separator.len())?;
    let part = |part: &[u8]| piece(&args[0], part);
    Ok(Value::tuple(match memmem::rfind(&data, &separator) {
        Some(at) => vec![part(&data[..at])?, separator_part(args, &separator), part(&data[at + separator.len()..])?],
        None => vec![part(b"")?, part(b"")?, part(&data)?],
    }))
}

fn removeprefix(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "removeprefix")?;
    let prefix = data_argument(rt, &args[1])?;
    piece(&args[0], data.strip_prefix(&*prefix).unwrap_or(&data))
}

fn removesuffix(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "removesuffix")?;
    let suffix = data_argument(rt, &args[1])?;
    piece(&args[0], data.strip_suffix(&*suffix).unwrap_or(&data))
}

fn strip(rt: &mut Runtime, args: &[Value]) -> Answer {
    stripped(rt, args, "strip", true, true)
}

fn lstrip(rt: &mut Runtime, args: &[Value]) -> Answer {
    stripped(rt, args, "lstrip", true, false)
}

fn rstrip(rt: &mut Runtime, args: &[Value]) -> Answer {
    stripped(rt, args, "rstrip", false, true)
}

fn stripped(rt: &mut Runtime, args: &[Value], method: &str, left: bool, right: bool) -> Answer {
    let data = this(rt, args, method)?;
    let unwanted = match optional(args, 1).filter(|unwanted| !unwanted.is_none()) {
        None => None,
        Some(unwanted) => Some(data_argument(rt, unwanted)?),
    };
    let mut doomed = [false; 256];
    unwanted.iter().flatten().for_each(|byte| doomed[usize::from(*byte)] = true);
    let goes = |byte: &u8| if unwanted.is_some() { doomed[usize::from(*byte)] } else { is_space(byte) };
    fuel::burn_read(data.len() + unwanted.as_ref().map_or(0, Vec::len))?;
    let start = if left { data.iter().position(|byte| !goes(byte)).unwrap_or(data.len()) } else { 0 };
    let end = if right { data.iter().rposition(|byte| !goes(byte)).map_or(0, |at| at + 1) } else { data.len() };
    piece(&args[0], &data[start..end.max(start)])
}

fn split(rt: &mut Runtime, args: &[Value]) -> Answer {
    sections(rt, args, "split", false)
}

fn rsplit(rt: &mut Runtime, args: &[Value]) -> Answer {
    sections(rt, args, "rsplit", true)
}

fn sections(rt: &mut Runtime, args: &[Value], method: &str, from_end: bool) -> Answer {
    let data = this(rt, args, method)?;
    let separator = match optional(args, 1).filter(|separator| !separator.is_none()) {
        None => None,
        Some(given) => Some(separator(rt, given)?),
    };
    let most = integer(rt, args, 2, method)?.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
    // Each cut is the place where it begins and ends. White space that adjoins is one cut.
    fuel::burn_read(2 * (data.len() + separator.as_ref().map_or(0, Vec::len)))?;
    let upper = match &separator {
        Some(separator) => memmem::find_iter(&data, separator).count(),
        None => data.iter().filter(|byte| is_space(byte)).count(),
    };
    rt.reserve(upper.min(most).saturating_mul(80) + data.len())?;
    fuel::burn(2 * upper.min(most) as u64)?;
    let mut pieces = match (&separator, from_end) {
        (Some(separator), false) => split_at(&data, memmem::find_iter(&data, separator).take(most).map(|at| (at, at + separator.len()))),
        (Some(separator), true) => rsplit_at(&data, memmem::rfind_iter(&data, separator).take(most).map(|at| (at, at + separator.len()))),
        (None, false) => words(&data, most),
        (None, true) => words_from_end(&data, most),
    };
    if from_end {
        pieces.reverse();
    }
    let mut list = Vec::with_capacity(pieces.len());
    for part in pieces {
        fuel::burn(2)?;
        list.push(piece(&args[0], part)?);
    }
    Ok(Value::list(list))
}

/// A copy of some bytes, of the receiver's type.
fn piece(receiver: &Value, data: &[u8]) -> Answer {
    Ok(like(receiver, fill::copy(data)?))
}

fn split_at(data: &[u8], cuts: impl Iterator<Item = (usize, usize)>) -> Vec<&[u8]> {
    let (mut pieces, mut done) = (Vec::new(), 0);
    for (start, end) in cuts {
        pieces.push(&data[done..start]);
        done = end;
    }
    pieces.push(&data[done..]);
    pieces
}

/// The pieces from the last to the first.
fn rsplit_at(data: &[u8], cuts: impl Iterator<Item = (usize, usize)>) -> Vec<&[u8]> {
    let (mut pieces, mut done) = (Vec::new(), data.len());
    for (start, end) in cuts {
        pieces.push(&data[end..done]);
        done = start;
    }
    pieces.push(&data[..done]);
    pieces
}

fn words(data: &[u8], most: usize) -> Vec<&[u8]> {
    let mut words = Vec::new();
    let mut rest = data.trim_start_with(is_space);
    while !rest.is_empty() && words.len() < most {
        let end = rest.iter().position(is_space).unwrap_or(rest.len());
        words.push(&rest[..end]);
        rest = rest[end..].trim_start_with(is_space);
    }
    if !rest.is_empty() {
        words.push(rest);
    }
    words
}

/// The words from the last to the first.
fn words_from_end(data: &[u8], most: usize) -> Vec<&[u8]> {
    let mut words = Vec::new();
    let mut rest = data.trim_end_with(is_space);
    while !rest.is_empty() && words.len() < most {
        let start = rest.iter().rposition(is_space).map_or(0, |at| at + 1);
        words.push(&rest[start..]);
        rest = rest[..start].trim_end_with(is_space);
    }
    if !rest.is_empty() {
        words.push(rest);
    }
    words
}

/// Trimming bytes of a kind.
trait Trim {
    fn trim_start_with(&self, unwanted: fn(&u8) -> bool) -> &Self;
    fn trim_end_with(&self, unwanted: fn(&u8) -> bool) -> &Self;
}

impl Trim for [u8] {
    fn trim_start_with(&self, unwanted: fn(&u8) -> bool) -> &[u8] {
        &self[self.iter().position(|byte| !unwanted(byte)).unwrap_or(self.len())..]
    }

    fn trim_end_with(&self, unwanted: fn(&u8) -> bool) -> &[u8] {
        &self[..self.iter().rposition(|byte| !unwanted(byte)).map_or(0, |at| at + 1)]
    }
}

fn splitlines(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = this(rt, args, "splitlines")?;
    let keep = integer(rt, args, 1, "splitlines")?.unwrap_or(0) != 0;
    let ends = |byte: &u8| matches!(byte, b'\n' | b'\r');
    rt.reserve(data.iter().filter(|byte| ends(byte)).count().saturating_mul(80) + data.len())?;
    let (mut lines, mut rest) = (Vec::new(), &*data);
    while !rest.is_empty() {
        let line = rest.iter().position(ends).unwrap_or(rest.len());
        let ended = if rest[line..].starts_with(b"\r\n") { line + 2 } else { (line + 1).min(rest.len()) };
        fuel::burn(2)?;
        lines.push(piece(&args[0], &rest[..if keep { ended } else { line }])?);
        rest = &rest[ended..];
    }
    Ok(Value::list(lines))
}

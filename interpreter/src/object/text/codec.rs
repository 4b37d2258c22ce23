//! `str.encode` and `bytes.decode`: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32.

use std::fmt::Write;

use super::super::class::Class;
use super::super::exception::Exception;
use super::super::native::Trap;
use super::super::operate::bytes::bytes;
use super::super::runtime::Runtime;
use super::super::value::Value;
use crate::object::{fill, fuel};

/// An encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Codec {
    Utf8,
    Utf8WithMark,
    Ascii,
    Latin1,
    Utf16(Order),
    Utf32(Order),
}

/// The order of bytes in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Little,
    Big,
    /// Little, with a mark before it.
    Marked,
}

/// What becomes of characters that can't be encoded, or bytes that can't be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OnError {
    Strict,
    Ignore,
    Replace,
    Backslash,
    /// Only when encoding.
    CharacterReference,
}

fn codec(rt: &Runtime, name: &str) -> Result<Codec, Trap> {
    let normal = name.trim().to_lowercase().replace(['_', ' '], "-");
    Ok(match normal.as_str() {
        "utf-8" | "utf8" | "u8" | "cp65001" => Codec::Utf8,
        "utf-8-sig" => Codec::Utf8WithMark,
        "ascii" | "us-ascii" | "646" | "ansi-x3.4-1968" => Codec::Ascii,
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "8859" | "l1" | "cp819" | "latin" => Codec::Latin1,
        "utf-16" | "utf16" | "u16" => Codec::Utf16(Order::Marked),
        "utf-16-le" | "utf-16le" => Codec::Utf16(Order::Little),
        "utf-16-be" | "utf-16be" => Codec::Utf16(Order::Big),
        "utf-32" | "utf32" | "u32" => Codec::Utf32(Order::Marked),
        "utf-32-le" | "utf-32le" => Codec::Utf32(Order::Little),
        "utf-32-be" | "utf-32be" => Codec::Utf32(Order::Big),
        _ => return Err(rt.raise(&rt.classes.lookup_error, format!("unknown encoding: {name}"))),
    })
}

fn on_error(rt: &Runtime, name: &str, encoding: bool) -> Result<OnError, Trap> {
    Ok(match name {
        "strict" => OnError::Strict,
        "ignore" => OnError::Ignore,
        "replace" => OnError::Replace,
        "backslashreplace" => OnError::Backslash,
        "xmlcharrefreplace" if encoding => OnError::CharacterReference,
        _ => return Err(rt.raise(&rt.classes.lookup_error, format!("unknown error handler name '{name}'"))),
    })
}

/// Text as bytes.
pub fn encode(rt: &mut Runtime, text: &str, encoding: &str, errors: &str) -> Result<Vec<u8>, Trap> {
    rt.reserve(text.len().saturating_mul(4))?;
    fuel::burn_read(encoding.len().saturating_mul(4))?;
    match codec(rt, encoding)? {
        Codec::Utf8 => Ok(fill::copy(text.as_bytes())?),
        Codec::Utf8WithMark => {
            let mut data = b"\xef\xbb\xbf".to_vec();
            fill::append(&mut data, text.as_bytes())?;
            Ok(data)
        }
        Codec::Ascii if text.is_ascii() => Ok(fill::copy(text.as_bytes())?),
        Codec::Ascii => encode_narrow(rt, text, errors, "ascii", 128),
        Codec::Latin1 => encode_narrow(rt, text, errors, "latin-1", 256),
        Codec::Utf16(order) => {
            let mark = (order == Order::Marked).then_some(0xfeff);
            let units = mark.into_iter().chain(text.encode_utf16());
            Ok(fill::collect(units.flat_map(|unit| if order == Order::Big { unit.to_be_bytes() } else { unit.to_le_bytes() }))?)
        }
        Codec::Utf32(order) => {
            let mark = (order == Order::Marked).then_some('\u{feff}');
            let units = mark.into_iter().chain(text.chars()).map(u32::from);
            Ok(fill::collect(units.flat_map(|unit| if order == Order::Big { unit.to_be_bytes() } else { unit.to_le_bytes() }))?)
        }
    }
}

/// Encodes one byte a character, as far as the codes are below `end`.
fn encode_narrow(rt: &mut Runtime, text: &str, errors: &str, name: &str, end: u32) -> Result<Vec<u8>, Trap> {
    let mut data = Vec::with_capacity(text.len());
    let mut handler = None;
    for (at, c) in text.chars().enumerate() {
        fuel::burn(1)?;
        let code = u32::from(c);
        if code < end {
            data.push(code as u8);
            continue;
        }
        let handler = match handler {
            Some(known) => known,
            None => *handler.insert(on_error(rt, errors, true)?),
        };
        match handler {
            OnError::Strict => {
                let length = text.chars().skip(at).take_while(|c| u32::from(*c) >= end).count();
                let reason = format!("ordinal not in range({end})");
                let class = rt.classes.unicode_encode_error.clone();
                return Err(error(&class, name, Value::str(text), at, at + length, &reason));
            }
            OnError::Ignore => {}
            OnError::Replace => data.push(b'?'),
            OnError::CharacterReference => data.extend(format!("&#{code};").bytes()),
            OnError::Backslash => data.extend(super::quote::escape_non_ascii(c.encode_utf8(&mut [0; 4]))?.bytes()),
        }
    }
    Ok(data)
}

fn error(class: &std::rc::Rc<Class>, encoding: &str, object: Value, start: usize, end: usize, reason: &str) -> Trap {
    let args = vec![Value::str(encoding), object, Value::Int(start as i64), Value::Int(end as i64), Value::str(reason)];
    Trap::Raise(Exception::new(class.clone(), args))
}

/// Bytes as text.
pub fn decode(rt: &mut Runtime, data: &[u8], encoding: &str, errors: &str) -> Result<String, Trap> {
    rt.reserve(data.len().saturating_mul(2))?;
    let codec = codec(rt, encoding)?;
    let decoder = Decoder { rt, data, errors };
    match codec {
        Codec::Utf8 => decoder.utf8(data, 0),
        Codec::Utf8WithMark => match data.strip_prefix(b"\xef\xbb\xbf") {
            Some(rest) => decoder.utf8(rest, 3),
            None => decoder.utf8(data, 0),
        },
        Codec::Ascii => decoder.ascii(),
        Codec::Latin1 => {
            let mut text = String::with_capacity(data.len());
            fill::append_chars(&mut text, data.iter().copied().map(char::from))?;
            Ok(text)
        }
        Codec::Utf16(order) => {
            let (order, start) = decoder.order_of(order, 2);
            decoder.utf16(order, start)
        }
        Codec::Utf32(order) => {
            let (order, start) = decoder.order_of(order, 4);
            decoder.utf32(order, start)
        }
    }
}

struct Decoder<'a> {
    rt: &'a Runtime,
    data: &'a [u8],
    errors: &'a str,
}

impl Decoder<'_> {
    fn utf8(&self, data: &[u8], offset: usize) -> Result<String, Trap> {
        let mut out = String::with_capacity(data.len());
        let mut rest = data;
        loop {
            let problem = match std::str::from_utf8(rest) {
                Ok(text) => {
                    fill::append_text(&mut out, text)?;
                    return Ok(out);
                }
                Err(problem) => problem,
            };
            let (valid, after) = rest.split_at(problem.valid_up_to());
            out.push_str(&String::from_utf8_lossy(valid));
            let length = problem.error_len().unwrap_or(after.len());
            let reason = match (after[0], problem.error_len()) {
                (0x80..=0xc1 | 0xf5.., _) => "invalid start byte",
                (_, None) => "unexpected end of data",
                _ => "invalid continuation byte",
            };
            let start = offset + data.len() - after.len();
            self.handle(&mut out, "utf-8", start, start + length, reason)?;
            rest = &after[length..];
        }
    }

    fn ascii(&self) -> Result<String, Trap> {
        let mut out = String::with_capacity(self.data.len());
        for (at, byte) in self.data.iter().enumerate() {
            if byte.is_ascii() {
                out.push(char::from(*byte));
            } else {
                self.handle(&mut out, "ascii", at, at + 1, "ordinal not in range(128)")?;
            }
        }
        Ok(out)
    }

    /// The order that a mark tells, and where the text begins.
    fn order_of(&self, order: Order, unit: usize) -> (Order, usize) {
        let little: &[u8] = if unit == 2 { b"\xff\xfe" } else { b"\xff\xfe\0\0" };
        let big: &[u8] = if unit == 2 { b"\xfe\xff" } else { b"\0\0\xfe\xff" };
        match order {
            Order::Marked if self.data.starts_with(big) => (Order::Big, unit),
            Order::Marked if self.data.starts_with(little) => (Order::Little, unit),
            Order::Marked => (Order::Little, 0),
            told => (told, 0),
        }
    }

    fn utf16(&self, order: Order, start: usize) -> Result<String, Trap> {
        let name = if order == Order::Big { "utf-16-be" } else { "utf-16-le" };
        let unit = |pair: &[u8]| {
            let pair = [pair[0], pair[1]];
            if order == Order::Big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
        };
        let (mut out, mut at) = (String::new(), start);
        while at < self.data.len() {
            let Some(first) = self.data.get(at..at + 2).map(unit) else {
                self.handle(&mut out, name, at, self.data.len(), "truncated data")?;
                break;
            };
            let second = self.data.get(at + 2..at + 4).map(unit);
            let units = if (0xd800..0xdc00).contains(&first) { vec![Some(first), second] } else { vec![Some(first)] };
            let units: Vec<u16> = units.into_iter().flatten().collect();
            match char::decode_utf16(units.iter().copied()).next() {
                Some(Ok(c)) => {
                    out.push(c);
                    at += 2 * c.len_utf16();
                }
                _ if units.len() == 1 && (0xd800..0xdc00).contains(&first) => {
                    self.handle(&mut out, name, at, self.data.len(), "unexpected end of data")?;
                    at = self.data.len();
                }
                _ => {
                    let reason = if first < 0xdc00 { "illegal UTF-16 surrogate" } else { "illegal encoding" };
                    self.handle(&mut out, name, at, at + 2, reason)?;
                    at += 2;
                }
            }
        }
        Ok(out)
    }

    fn utf32(&self, order: Order, start: usize) -> Result<String, Trap> {
        let name = if order == Order::Big { "utf-32-be" } else { "utf-32-le" };
        let mut out = String::new();
        for at in (start..self.data.len()).step_by(4) {
            let Some(unit) = self.data.get(at..at + 4).and_then(|unit| <[u8; 4]>::try_from(unit).ok()) else {
                self.handle(&mut out, name, at, self.data.len(), "truncated data")?;
                break;
            };
            let code = if order == Order::Big { u32::from_be_bytes(unit) } else { u32::from_le_bytes(unit) };
            match char::from_u32(code) {
                Some(c) => out.push(c),
                None => {
                    let surrogate = (0xd800..0xe000).contains(&code);
                    let reason = if surrogate {
                        "code point in surrogate code point range(0xd800, 0xe000)"
                    } else {
                        "code point not in range(0x110000)"
                    };
                    self.handle(&mut out, name, at, at + 4, reason)?;
                }
            }
        }
        Ok(out)
    }

    fn handle(&self, out: &mut String, name: &str, start: usize, end: usize, reason: &str) -> Result<(), Trap> {
        fuel::burn(1 + (end - start) as u64 / 8)?;
        match on_error(self.rt, self.errors, false)? {
            OnError::Replace => out.push('\u{fffd}'),
            OnError::Backslash => {
                for byte in &self.data[start..end] {
                    // Writing to a string can't fail.
                    let _ = write!(out, "\\x{byte:02x}");
                }
            }
            OnError::Ignore => {}
            OnError::Strict | OnError::CharacterReference => {
                return Err(error(&self.rt.classes.unicode_decode_error, name, bytes(self.data.to_vec()), start, end, reason));
            }
        }
        Ok(())
    }
}

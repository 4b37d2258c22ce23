//! Bytes on their way to text.

use super::cursor::Cursor;
use super::names::{Codec, Order};
use super::{Problem, charmap, escape, utf7};
use crate::object::native::Stop;
use crate::object::{fill, fuel};

/// Decodes bytes, up to the next problem at a time.
pub struct Decoder<'a> {
    pub codec: Codec,
    pub cursor: Cursor<'a>,
    /// Of an encoding of one byte a character, once it is needed.
    upper: Option<[char; 128]>,
}

impl<'a> Decoder<'a> {
    pub fn new(codec: Codec, data: &'a [u8]) -> Decoder<'a> {
        Decoder { codec, cursor: Cursor::new(data), upper: None }
    }

    /// Decodes up to the end, or to the next bytes that can't be.
    pub fn run(&mut self) -> Result<Option<Problem>, Stop> {
        self.read_mark();
        match self.codec {
            Codec::Utf8 | Codec::Utf8WithMark => self.utf8(),
            Codec::Utf16(order) => self.utf16(order),
            Codec::Utf32(order) => self.utf32(order),
            Codec::Utf7 => utf7::decode(&mut self.cursor),
            Codec::UnicodeEscape => escape::decode(&mut self.cursor),
            Codec::RawUnicodeEscape => escape::decode_raw(&mut self.cursor),
            Codec::Ascii => self.narrow("ascii", "ordinal not in range(128)", |byte| byte.is_ascii().then(|| char::from(byte))),
            Codec::Latin1 => {
                fill::append_chars(&mut self.cursor.out, self.cursor.data[self.cursor.at..].iter().copied().map(char::from))?;
                self.cursor.at = self.cursor.data.len();
                Ok(None)
            }
            Codec::Charmap(map) => {
                let upper = match self.upper {
                    Some(known) => known,
                    None => *self.upper.insert(map.upper()?),
                };
                self.narrow("charmap", "character maps to <undefined>", |byte| charmap::char_of(byte, &upper))
            }
        }
    }

    /// Whether what can't be decoded is half of a surrogate pair, encoded like a character.
    pub fn is_at_a_surrogate(&self, problem: &Problem) -> bool {
        match self.codec {
            Codec::Utf8 | Codec::Utf8WithMark => matches!(self.cursor.data[problem.start..], [0xed, 0xa0..=0xbf, 0x80..=0xbf, ..]),
            Codec::Utf16(_) => problem.reason != TRUNCATED,
            Codec::Utf32(_) => problem.reason == SURROGATE_32,
            _ => false,
        }
    }

    /// Passes over a mark at the beginning, where there may be one, and takes the order that it tells.
    fn read_mark(&mut self) {
        if self.cursor.at > 0 {
            return;
        }
        let (little, big): (&[u8], &[u8]) = match self.codec {
            Codec::Utf8WithMark => (b"\xef\xbb\xbf", b"\xef\xbb\xbf"),
            Codec::Utf16(Order::Marked) => (b"\xff\xfe", b"\xfe\xff"),
            Codec::Utf32(Order::Marked) => (b"\xff\xfe\0\0", b"\0\0\xfe\xff"),
            _ => return,
        };
        let (is_little, is_big) = (self.cursor.data.starts_with(little), self.cursor.data.starts_with(big));
        if is_little || is_big {
            self.cursor.at = little.len();
        }
        let order = if is_big { Order::Big } else { Order::Little };
        self.codec = match self.codec {
            Codec::Utf16(_) => Codec::Utf16(order),
            Codec::Utf32(_) => Codec::Utf32(order),
            other => other,
        };
    }

    fn utf8(&mut self) -> Result<Option<Problem>, Stop> {
        let rest = &self.cursor.data[self.cursor.at..];
        let problem = match std::str::from_utf8(rest) {
            Ok(text) => {
                fill::append_text(&mut self.cursor.out, text)?;
                self.cursor.at = self.cursor.data.len();
                return Ok(None);
            }
            Err(problem) => problem,
        };
        let (valid, wrong) = rest.split_at(problem.valid_up_to());
        fill::append_text(&mut self.cursor.out, &String::from_utf8_lossy(valid))?;
        self.cursor.at += valid.len();
        let reason = match (wrong[0], problem.error_len()) {
            (0x80..=0xc1 | 0xf5.., _) => "invalid start byte",
            (_, None) => "unexpected end of data",
            _ => "invalid continuation byte",
        };
        let length = problem.error_len().unwrap_or(wrong.len());
        Ok(self.cursor.problem("utf-8", self.cursor.at + length, reason))
    }

    /// Decodes one byte a character.
    fn narrow(
        &mut self,
        encoding: &'static str,
        reason: &'static str,
        char_of: impl Fn(u8) -> Option<char>,
    ) -> Result<Option<Problem>, Stop> {
        for (at, byte) in self.cursor.data.iter().enumerate().skip(self.cursor.at) {
            fuel::burn(1)?;
            match char_of(*byte) {
                Some(c) => self.cursor.out.push(c),
                None => {
                    self.cursor.at = at;
                    return Ok(self.cursor.problem(encoding, at + 1, reason));
                }
            }
        }
        self.cursor.at = self.cursor.data.len();
        Ok(None)
    }

    fn utf16(&mut self, order: Order) -> Result<Option<Problem>, Stop> {
        let name = if order == Order::Big { "utf-16-be" } else { "utf-16-le" };
        let unit = |pair: &[u8]| {
            let pair = [pair[0], pair[1]];
            if order == Order::Big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
        };
        while self.cursor.at < self.cursor.data.len() {
            fuel::burn(1)?;
            let Some(first) = self.cursor.data.get(self.cursor.at..self.cursor.at + 2).map(unit) else {
                return Ok(self.cursor.problem(name, self.cursor.data.len(), TRUNCATED));
            };
            let second = self.cursor.data.get(self.cursor.at + 2..self.cursor.at + 4).map(unit);
            let is_pair = (0xd800..0xdc00).contains(&first);
            let units = [first, second.filter(|_| is_pair).unwrap_or(0)];
            match char::decode_utf16(units).next() {
                Some(Ok(c)) => {
                    self.cursor.out.push(c);
                    self.cursor.at += 2 * c.len_utf16();
                }
                _ if is_pair && second.is_none() => return Ok(self.cursor.problem(name, self.cursor.data.len(), "unexpected end of data")),
                _ if is_pair => return Ok(self.cursor.problem(name, self.cursor.at + 2, "illegal UTF-16 surrogate")),
                _ => return Ok(self.cursor.problem(name, self.cursor.at + 2, "illegal encoding")),
            }
        }
        Ok(None)
    }

    fn utf32(&mut self, order: Order) -> Result<Option<Problem>, Stop> {
        let name = if order == Order::Big { "utf-32-be" } else { "utf-32-le" };
        while self.cursor.at < self.cursor.data.len() {
            fuel::burn(1)?;
            let Some(unit) = self.cursor.data.get(self.cursor.at..self.cursor.at + 4).and_then(|unit| <[u8; 4]>::try_from(unit).ok())
            else {
                return Ok(self.cursor.problem(name, self.cursor.data.len(), TRUNCATED));
            };
            let code = if order == Order::Big { u32::from_be_bytes(unit) } else { u32::from_le_bytes(unit) };
            match char::from_u32(code) {
                Some(c) => self.cursor.out.push(c),
                None => {
                    let reason = if (0xd800..0xe000).contains(&code) { SURROGATE_32 } else { "code point not in range(0x110000)" };
                    return Ok(self.cursor.problem(name, self.cursor.at + 4, reason));
                }
            }
            self.cursor.at += 4;
        }
        Ok(None)
    }
}

const TRUNCATED: &str = "truncated data";
const SURROGATE_32: &str = "code point in surrogate code point range(0xd800, 0xe000)";

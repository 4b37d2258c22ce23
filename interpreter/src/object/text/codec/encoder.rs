//! Text on its way to bytes.

use super::Problem;
use super::charmap;
use super::names::{Codec, Order};
use super::{escape, utf7};
use crate::object::native::{Stop, Trap};
use crate::object::runtime::Runtime;
use crate::object::{fill, fuel};

/// Encodes a text, up to the next problem at a time.
pub struct Encoder<'a> {
    codec: Codec,
    rest: &'a str,
    /// How many characters are encoded already.
    at: usize,
    pub out: Vec<u8>,
    /// Of an encoding of one byte a character, once it is needed.
    upper: Option<[char; 128]>,
}

impl<'a> Encoder<'a> {
    pub fn new(codec: Codec, text: &'a str) -> Encoder<'a> {
        Encoder { codec, rest: text, at: 0, out: Vec::with_capacity(text.len()), upper: None }
    }

    /// One that begins at a character, as if what stands before were encoded.
    pub fn starting_at(codec: Codec, text: &'a str, at: usize) -> Result<Encoder<'a>, Stop> {
        fuel::burn_read(at)?;
        let start = text.char_indices().nth(at).map_or(text.len(), |(start, _)| start);
        Ok(Encoder { codec, rest: &text[start..], at, out: Vec::new(), upper: None })
    }

    /// Encodes up to the end, or to the next characters that can't be.
    pub fn run(&mut self) -> Result<Option<Problem>, Stop> {
        match self.codec {
            Codec::Utf8 => fill::append(&mut self.out, self.rest.as_bytes())?,
            Codec::Utf8WithMark => {
                self.out.extend(b"\xef\xbb\xbf");
                fill::append(&mut self.out, self.rest.as_bytes())?;
            }
            Codec::Utf16(order) => {
                let mark = (order == Order::Marked).then_some(0xfeff);
                let units = mark.into_iter().chain(self.rest.encode_utf16());
                let pairs = units.flat_map(|unit| if order == Order::Big { unit.to_be_bytes() } else { unit.to_le_bytes() });
                fill::extend(&mut self.out, pairs)?;
            }
            Codec::Utf32(order) => {
                let mark = (order == Order::Marked).then_some('\u{feff}');
                let units = mark.into_iter().chain(self.rest.chars()).map(u32::from);
                let bytes = units.flat_map(|unit| if order == Order::Big { unit.to_be_bytes() } else { unit.to_le_bytes() });
                fill::extend(&mut self.out, bytes)?;
            }
            Codec::Utf7 => utf7::encode(self.rest, &mut self.out)?,
            Codec::UnicodeEscape => escape::encode(self.rest, &mut self.out)?,
            Codec::RawUnicodeEscape => escape::encode_raw(self.rest, &mut self.out)?,
            Codec::Ascii if self.rest.is_ascii() => fill::append(&mut self.out, self.rest.as_bytes())?,
            Codec::Ascii => {
                return self.narrow("ascii", "ordinal not in range(128)", |c| u8::try_from(c).ok().filter(u8::is_ascii));
            }
            Codec::Latin1 => return self.narrow("latin-1", "ordinal not in range(256)", |c| u8::try_from(c).ok()),
            Codec::Charmap(map) => {
                let upper = match self.upper {
                    Some(known) => known,
                    None => *self.upper.insert(map.upper()?),
                };
                return self.narrow("charmap", "character maps to <undefined>", |c| charmap::byte_of(c, &upper));
            }
        }
        self.rest = "";
        Ok(None)
    }

    /// Encodes one byte a character.
    fn narrow(
        &mut self,
        encoding: &'static str,
        reason: &'static str,
        byte_of: impl Fn(char) -> Option<u8>,
    ) -> Result<Option<Problem>, Stop> {
        let mut chars = self.rest.char_indices();
        let mut start = self.at;
        while let Some((place, c)) = chars.next() {
            fuel::burn(4)?;
            if let Some(byte) = byte_of(c) {
                self.out.push(byte);
                start += 1;
                continue;
            }
            self.rest = &self.rest[place..];
            self.at = start;
            let mut end = start + 1;
            while chars.next().is_some_and(|(_, c)| byte_of(c).is_none()) {
                fuel::burn(4)?;
                end += 1;
            }
            return Ok(Some(Problem { encoding, start, end, reason }));
        }
        self.rest = "";
        Ok(None)
    }

    /// The characters of a problem, which it passes over.
    pub fn skip(&mut self, problem: &Problem) -> std::str::Chars<'a> {
        let count = problem.end - problem.start;
        let end = self.rest.char_indices().nth(count).map_or(self.rest.len(), |(end, _)| end);
        let (skipped, rest) = self.rest.split_at(end);
        self.rest = rest;
        self.at = problem.end;
        skipped.chars()
    }

    /// Makes room for so many more bytes.
    pub fn room_for(&mut self, rt: &Runtime, more: usize) -> Result<(), Trap> {
        if self.out.capacity() - self.out.len() < more {
            rt.reserve(2 * self.out.len() + more)?;
            self.out.reserve(more);
        }
        Ok(())
    }
}

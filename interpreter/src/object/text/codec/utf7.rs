//! UTF-7 (RFC 2152): what is not ASCII is written as UTF-16 in Base64, between `+` and `-`.

use super::Problem;
use super::cursor::Cursor;
use crate::object::fuel;
use crate::object::native::Stop;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bits that do not fill a unit yet.
#[derive(Default)]
struct Bits {
    value: u32,
    count: u32,
}

pub fn encode(text: &str, out: &mut Vec<u8>) -> Result<(), Stop> {
    let mut shifted: Option<Bits> = None;
    for c in text.chars() {
        fuel::burn(2)?;
        if is_direct(c) {
            if let Some(bits) = shifted.take() {
                bits.flush(out);
                if LETTERS.contains(&(c as u8)) || c == '-' {
                    out.push(b'-');
                }
            }
            out.push(c as u8);
        } else if c == '+' && shifted.is_none() {
            out.extend(b"+-");
        } else {
            let bits = shifted.get_or_insert_with(|| {
                out.push(b'+');
                Bits::default()
            });
            for unit in c.encode_utf16(&mut [0; 2]) {
                bits.push_unit(*unit, out);
            }
        }
    }
    if let Some(bits) = shifted {
        bits.flush(out);
        out.push(b'-');
    }
    Ok(())
}

impl Bits {
    fn push_unit(&mut self, unit: u16, out: &mut Vec<u8>) {
        self.value = self.value << 16 | u32::from(unit);
        self.count += 16;
        while self.count >= 6 {
            self.count -= 6;
            out.push(LETTERS[(self.value >> self.count & 63) as usize]);
        }
        self.value &= (1 << self.count) - 1;
    }

    fn flush(&self, out: &mut Vec<u8>) {
        if self.count > 0 {
            out.push(LETTERS[(self.value << (6 - self.count) & 63) as usize]);
        }
    }

    /// Takes in six bits; the unit that is full then.
    fn push_letter(&mut self, value: usize) -> Option<u16> {
        self.value = self.value << 6 | value as u32;
        self.count += 6;
        if self.count < 16 {
            return None;
        }
        self.count -= 16;
        let unit = (self.value >> self.count) as u16;
        self.value &= (1 << self.count) - 1;
        Some(unit)
    }
}

/// Characters that stand for themselves.
fn is_direct(c: char) -> bool {
    matches!(c, ' '..='~' | '\t' | '\n' | '\r') && !matches!(c, '+' | '\\' | '~')
}

pub fn decode(cursor: &mut Cursor) -> Result<Option<Problem>, Stop> {
    while let Some(&byte) = cursor.data.get(cursor.at) {
        fuel::burn(1)?;
        let problem = match (byte, cursor.data.get(cursor.at + 1)) {
            (b'+', Some(b'-')) => {
                cursor.out.push('+');
                cursor.at += 2;
                None
            }
            (b'+', Some(next)) if !LETTERS.contains(next) => cursor.problem("utf7", cursor.at + 2, "ill-formed sequence"),
            (b'+', _) => shifted(cursor)?,
            (byte, _) if byte.is_ascii() => {
                cursor.out.push(char::from(byte));
                cursor.at += 1;
                None
            }
            _ => cursor.problem("utf7", cursor.at + 1, "unexpected special character"),
        };
        if problem.is_some() {
            return Ok(problem);
        }
    }
    Ok(None)
}

/// What is in Base64, from the `+` on.
fn shifted(cursor: &mut Cursor) -> Result<Option<Problem>, Stop> {
    let mut bits = Bits::default();
    let mut at = cursor.at + 1;
    let mut first_half = None;
    while let Some(&byte) = cursor.data.get(at) {
        fuel::burn(2)?;
        let Some(value) = LETTERS.iter().position(|letter| *letter == byte) else {
            return Ok(ended(cursor, at, &bits, first_half));
        };
        at += 1;
        let Some(unit) = bits.push_letter(value) else { continue };
        let units = [first_half.take().unwrap_or(unit), unit];
        match char::decode_utf16(units).next() {
            Some(Ok(c)) => cursor.out.push(c),
            _ if (0xd800..0xdc00).contains(&unit) => first_half = Some(unit),
            _ => return Ok(cursor.problem("utf7", at, super::escape::SURROGATE)),
        }
    }
    let is_complete = first_half.is_none() && (bits.count == 0 || bits.count < 6 && bits.value == 0);
    if is_complete {
        cursor.at = at;
        return Ok(None);
    }
    Ok(cursor.problem("utf7", at, "unterminated shift sequence"))
}

/// The end of what is in Base64, at a byte that is none of its letters; a `-` belongs to it.
fn ended(cursor: &mut Cursor, at: usize, bits: &Bits, first_half: Option<u16>) -> Option<Problem> {
    if bits.count >= 6 {
        return cursor.problem("utf7", at + 1, "partial character in shift sequence");
    }
    if bits.value != 0 {
        return cursor.problem("utf7", at + 1, "non-zero padding bits in base64 sequence");
    }
    if first_half.is_some() {
        return cursor.problem("utf7", at, super::escape::SURROGATE);
    }
    cursor.at = if cursor.data[at] == b'-' { at + 1 } else { at };
    None
}

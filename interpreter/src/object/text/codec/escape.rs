//! The encodings `unicode_escape` and `raw_unicode_escape`.

use super::Problem;
use super::cursor::Cursor;
use crate::object::fuel;
use crate::object::native::Stop;

const ESCAPE: &str = "unicodeescape";
const RAW: &str = "rawunicodeescape";

/// Why an escape of a surrogate is refused, which CPython decodes.
pub const SURROGATE: &str = "half of a surrogate pair";

/// Escapes of one character that stand for one.
const SIMPLE: &[(u8, &str)] = &[
    (b'\n', ""),
    (b'\\', "\\"),
    (b'\'', "'"),
    (b'"', "\""),
    (b'b', "\x08"),
    (b'f', "\x0c"),
    (b't', "\t"),
    (b'n', "\n"),
    (b'r', "\r"),
    (b'v', "\x0b"),
    (b'a', "\x07"),
];

/// A character as an escape of its code.
pub fn code_of(c: char) -> String {
    match u32::from(c) {
        code @ 0..=0xff => format!("\\x{code:02x}"),
        code @ 0x100..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

pub fn encode(text: &str, out: &mut Vec<u8>) -> Result<(), Stop> {
    for c in text.chars() {
        fuel::burn(2)?;
        match c {
            '\\' => out.extend(b"\\\\"),
            '\t' => out.extend(b"\\t"),
            '\n' => out.extend(b"\\n"),
            '\r' => out.extend(b"\\r"),
            ' '..='~' => out.push(c as u8),
            _ => out.extend(code_of(c).bytes()),
        }
    }
    Ok(())
}

pub fn encode_raw(text: &str, out: &mut Vec<u8>) -> Result<(), Stop> {
    for c in text.chars() {
        fuel::burn(2)?;
        match u8::try_from(c) {
            Ok(byte) => out.push(byte),
            Err(_) => out.extend(code_of(c).bytes()),
        }
    }
    Ok(())
}

pub fn decode(cursor: &mut Cursor) -> Result<Option<Problem>, Stop> {
    while let Some(&byte) = cursor.data.get(cursor.at) {
        fuel::burn(1)?;
        if byte != b'\\' {
            cursor.out.push(char::from(byte));
            cursor.at += 1;
            continue;
        }
        let Some(&kind) = cursor.data.get(cursor.at + 1) else {
            return Ok(cursor.problem(ESCAPE, cursor.at + 1, "\\ at end of string"));
        };
        if let Some((_, meaning)) = SIMPLE.iter().find(|(known, _)| *known == kind) {
            cursor.out.push_str(meaning);
            cursor.at += 2;
            continue;
        }
        let problem = match kind {
            b'0'..=b'7' => octal(cursor),
            b'x' => by_code(cursor, ESCAPE, 2, "truncated \\xXX escape", "illegal Unicode character"),
            b'u' => by_code(cursor, ESCAPE, 4, "truncated \\uXXXX escape", "illegal Unicode character"),
            b'U' => by_code(cursor, ESCAPE, 8, "truncated \\UXXXXXXXX escape", "illegal Unicode character"),
            b'N' => by_name(cursor)?,
            _ => {
                cursor.out.push('\\');
                cursor.out.push(char::from(kind));
                cursor.at += 2;
                None
            }
        };
        if problem.is_some() {
            return Ok(problem);
        }
    }
    Ok(None)
}

pub fn decode_raw(cursor: &mut Cursor) -> Result<Option<Problem>, Stop> {
    // Only behind an odd number of backslashes is there an escape.
    let mut is_escaped = false;
    while let Some(&byte) = cursor.data.get(cursor.at) {
        fuel::burn(1)?;
        let kind = cursor.data.get(cursor.at + 1).copied();
        let problem = match kind {
            Some(b'u') if byte == b'\\' && !is_escaped => by_code(cursor, RAW, 4, "truncated \\uXXXX escape", ""),
            Some(b'U') if byte == b'\\' && !is_escaped => {
                by_code(cursor, RAW, 8, "truncated \\UXXXXXXXX escape", "\\Uxxxxxxxx out of range")
            }
            _ => {
                cursor.out.push(char::from(byte));
                cursor.at += 1;
                is_escaped = byte == b'\\' && !is_escaped;
                continue;
            }
        };
        is_escaped = false;
        if problem.is_some() {
            return Ok(problem);
        }
    }
    Ok(None)
}

/// Up to three octal digits.
fn octal(cursor: &mut Cursor) -> Option<Problem> {
    let digits = cursor.data[cursor.at + 1..].iter().take(3).take_while(|byte| (b'0'..=b'7').contains(byte));
    let (count, code) = digits.fold((0, 0), |(count, code), digit| (count + 1, code * 8 + u32::from(digit - b'0')));
    cursor.out.extend(char::from_u32(code));
    cursor.at += 1 + count;
    None
}

/// So many hexadecimal digits behind the letter.
fn by_code(cursor: &mut Cursor, encoding: &'static str, wanted: usize, truncated: &'static str, illegal: &'static str) -> Option<Problem> {
    let digits = cursor.data[cursor.at + 2..].iter().take(wanted).map_while(|byte| char::from(*byte).to_digit(16));
    let (count, code) = digits.fold((0, 0u32), |(count, code), digit| (count + 1, code << 4 | digit));
    let end = cursor.at + 2 + count;
    if count < wanted {
        return cursor.problem(encoding, end, truncated);
    }
    match char::from_u32(code) {
        Some(c) => {
            cursor.out.push(c);
            cursor.at = end;
            None
        }
        None if code < 0x11_0000 => cursor.problem(encoding, end, SURROGATE),
        None => cursor.problem(encoding, end, illegal),
    }
}

/// `\N{…}`.
fn by_name(cursor: &mut Cursor) -> Result<Option<Problem>, Stop> {
    const MALFORMED: &str = "malformed \\N character escape";
    let behind = &cursor.data[cursor.at + 2..];
    if behind.first() != Some(&b'{') {
        return Ok(cursor.problem(ESCAPE, cursor.at + 2, MALFORMED));
    }
    let Some(length) = behind.iter().position(|byte| *byte == b'}') else {
        fuel::burn_read(behind.len())?;
        return Ok(cursor.problem(ESCAPE, cursor.data.len(), MALFORMED));
    };
    fuel::burn_read(8 * length)?;
    let end = cursor.at + 2 + length + 1;
    if length == 1 {
        return Ok(cursor.problem(ESCAPE, end - 1, MALFORMED));
    }
    let name = std::str::from_utf8(&behind[1..length]).ok().filter(|name| name.len() <= super::LONGEST_NAME);
    let Some(c) = name.and_then(unicode_names2::character) else {
        return Ok(cursor.problem(ESCAPE, end, "unknown Unicode character name"));
    };
    cursor.out.push(c);
    cursor.at = end;
    Ok(None)
}

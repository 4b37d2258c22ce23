//! The module `_binascii`: Base64, and the checksums of `binascii` and `zlib`.

use num_traits::ToPrimitive;

use super::protocol::function;
use crate::object::native::{Answer, Native, Stop, Trap};
use crate::object::operate::bytes::{Data, bytes};
use crate::object::operate::number::integer::Int;
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::value::Value;
use crate::object::{fill, fuel};

pub static TABLE: &[Native] = &[
    function("data_of", "object, /", "The bytes of a bytes-like object, or None.", data_of),
    function("b2a_base64", "data, /", "Bytes in Base64, without a newline.", b2a_base64),
    function("a2b_base64", "data, strict, /", "What Base64 stands for; a str where it is none: why.", a2b_base64),
    function("crc32", "data, crc, /", "The CRC-32 of bytes, that of those before them given.", crc32),
    function("crc_hqx", "data, crc, /", "The CRC-CCITT of bytes, that of those before them given.", crc_hqx),
    function("adler32", "data, value, /", "The Adler-32 of bytes, that of those before them given.", adler32),
];

/// Bytes that are gone through between two looks at the fuel.
const BLOCK: usize = 3 << 14;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What each byte stands for in Base64; [`NO_LETTER`] for those that are no letters.
static VALUES: [u8; 256] = values();

const NO_LETTER: u8 = 64;

const fn values() -> [u8; 256] {
    let mut values = [NO_LETTER; 256];
    let mut at = 0;
    while at < 64 {
        values[LETTERS[at] as usize] = at as u8;
        at += 1;
    }
    values
}

/// The remainders of single bytes, for CRC-32 with its bits reversed.
static CRC_32: [u32; 256] = remainders_32();

const fn remainders_32() -> [u32; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        let mut crc = at as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            bit += 1;
        }
        table[at] = crc;
        at += 1;
    }
    table
}

fn data_of(rt: &mut Runtime, args: &[Value]) -> Answer {
    if let Value::Bytes(_) = &args[0] {
        return Ok(args[0].clone());
    }
    let Some(data) = Data::of(&args[0]) else { return Ok(Value::None) };
    rt.reserve(data.len())?;
    Ok(bytes(fill::copy(&data)?))
}

fn data<'a>(rt: &Runtime, value: &'a Value) -> Result<Data<'a>, Trap> {
    Data::of(value).ok_or_else(|| rt.type_error(format!("a bytes-like object is required, not '{}'", rt.type_name(value))))
}

fn b2a_base64(rt: &mut Runtime, args: &[Value]) -> Answer {
    let data = data(rt, &args[0])?;
    rt.reserve(data.len().saturating_mul(2))?;
    let mut text = Vec::with_capacity(data.len().div_ceil(3) * 4);
    for block in data.chunks(BLOCK) {
        fuel::burn_read(block.len() * 2)?;
        for three in block.chunks(3) {
            let bits = three.iter().chain(&[0; 2]).take(3).fold(0, |bits, byte| bits << 8 | usize::from(*byte));
            text.extend([18, 12, 6, 0].iter().take(three.len() + 1).map(|shift| LETTERS[bits >> shift & 63]));
            text.extend([b'='; 2].iter().take(3 - three.len()));
        }
    }
    Ok(bytes(text))
}

fn a2b_base64(rt: &mut Runtime, args: &[Value]) -> Answer {
    let text = data(rt, &args[0])?;
    rt.reserve(text.len())?;
    let strict = matches!(args[1], Value::True);
    Ok(match from_base64(&text, strict)? {
        Ok(data) => bytes(data),
        Err(why) => Value::str(why),
    })
}

/// The bytes, or why there are none.
fn from_base64(text: &[u8], strict: bool) -> Result<Result<Vec<u8>, String>, Stop> {
    if strict && text.first() == Some(&b'=') {
        return Ok(Err("Leading padding not allowed".to_owned()));
    }
    let mut data = Vec::with_capacity(text.len() / 4 * 3 + 3);
    // The bits that no byte was made of, how many letters of a group of four were read, and how many paddings in a row.
    let (mut bits, mut letters, mut paddings) = (0u32, 0, 0);
    let mut was_padded = false;
    for (at, byte) in text.iter().enumerate() {
        if at % BLOCK == 0 {
            fuel::burn_read((text.len() - at).min(BLOCK) * 2)?;
        }
        if *byte == b'=' {
            was_padded = true;
            if letters >= 2 {
                paddings += 1;
                if letters + paddings >= 4 {
                    let excess = strict && at + 1 < text.len();
                    return Ok(if excess { Err("Excess data after padding".to_owned()) } else { Ok(data) });
                }
            }
            continue;
        }
        let value = VALUES[usize::from(*byte)];
        if value == NO_LETTER {
            if strict {
                return Ok(Err("Only base64 data is allowed".to_owned()));
            }
            continue;
        }
        if strict && was_padded {
            return Ok(Err("Discontinuous padding not allowed".to_owned()));
        }
        paddings = 0;
        bits = bits << 6 | u32::from(value);
        if letters > 0 {
            data.push((bits >> (6 - 2 * letters)) as u8);
        }
        letters = (letters + 1) % 4;
    }
    Ok(match letters {
        0 => Ok(data),
        1 => Err(format!(
            "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4",
            data.len() / 3 * 4 + 1
        )),
        _ => Err("Incorrect padding".to_owned()),
    })
}

/// A checksum given, of which only the lowest 32 bits count.
fn start(rt: &Runtime, value: &Value) -> Result<u32, Trap> {
    let wrong = || rt.type_error(format!("'{}' object cannot be interpreted as an integer", rt.type_name(value)));
    let number = Int::of(plain(value)).ok_or_else(wrong)?.to_big().into_owned();
    Ok((number & num_bigint::BigInt::from(u32::MAX)).to_u32().unwrap_or(0))
}

/// Goes through bytes a block at a time.
fn summed(rt: &Runtime, args: &[Value], start: u32, add: fn(u32, &[u8]) -> u32) -> Answer {
    let data = data(rt, &args[0])?;
    let mut sum = start;
    for block in data.chunks(BLOCK) {
        fuel::burn_read(block.len())?;
        sum = add(sum, block);
    }
    Ok(Value::Int(i64::from(sum)))
}

fn crc32(rt: &mut Runtime, args: &[Value]) -> Answer {
    let start = start(rt, &args[1])?;
    summed(rt, args, start, |crc, block| !block.iter().fold(!crc, |crc, byte| crc >> 8 ^ CRC_32[usize::from(crc as u8 ^ byte)]))
}

fn crc_hqx(rt: &mut Runtime, args: &[Value]) -> Answer {
    let start = start(rt, &args[1])? & 0xffff;
    summed(rt, args, start, |crc, block| block.iter().fold(crc, |crc, byte| shifted(crc ^ u32::from(*byte) << 8)))
}

/// A remainder of sixteen bits, moved on by a byte.
fn shifted(crc: u32) -> u32 {
    (0..8).fold(crc, |crc, _| (if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 }) & 0xffff)
}

fn adler32(rt: &mut Runtime, args: &[Value]) -> Answer {
    const PRIME: u32 = 65521;
    let start = start(rt, &args[1])?;
    summed(rt, args, start, |sum, block| {
        let (mut low, mut high) = (sum & 0xffff, sum >> 16);
        // So many bytes that the sums do not overflow.
        for part in block.chunks(5552) {
            for byte in part {
                low += u32::from(*byte);
                high += low;
            }
            (low, high) = (low % PRIME, high % PRIME);
        }
        high << 16 | low
    })
}

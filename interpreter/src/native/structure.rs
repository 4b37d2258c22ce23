//! The modules `_struct` and `_array`: numbers as bytes and back, many at once, and objects that have bytes inside.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::protocol::{class_argument, function, wrap};
use crate::object::fuel;
use crate::object::native::{Answer, Native, Trap};
use crate::object::operate::bytes::{Data, bytes, copy_of};
use crate::object::operate::number::integer::{Int, nearest_float};
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    function("pack_ints", "items, size, signed, little, /", "Integers as bytes; where one does not fit, its place.", pack_ints),
    function("unpack_ints", "data, size, signed, little, /", "The integers that bytes are.", unpack_ints),
    function("pack_floats", "items, size, little, /", "Numbers as bytes; where one does not fit, its place.", pack_floats),
    function("unpack_floats", "data, size, little, /", "The floats that bytes are.", unpack_floats),
    function("write", "buffer, at, data, /", "Overwrites bytes of a buffer; False where it is none.", write),
    function("swapped", "data, size, /", "The bytes of each item in the other order.", swapped),
];

pub static ARRAY: &[Native] = &[
    function("new_around", "cls, data, /", "An object of a class of the library's that has a bytearray inside.", |rt, args| {
        let class = class_argument(rt, args, "array")?;
        wrap(rt, class, args[1].clone())
    }),
    function("bytes_inside", "object, /", "The bytearray inside of an object.", |_, args| Ok(plain(&args[0]).clone())),
];

fn size(rt: &Runtime, value: &Value, least: usize) -> Result<usize, Trap> {
    match value {
        Value::Int(size @ 1..=8) if *size as usize >= least && size.count_ones() == 1 => Ok(*size as usize),
        _ => Err(rt.value_error("no size of a number")),
    }
}

fn is_true(value: &Value) -> bool {
    matches!(value, Value::True)
}

fn data<'a>(rt: &Runtime, value: &'a Value) -> Result<Data<'a>, Trap> {
    Data::of(value).ok_or_else(|| rt.type_error("bytes are needed"))
}

/// Items of one size as bytes, which `pack` writes in the order of a little-endian machine. Where it can't the place of the item is the answer.
fn pack(rt: &Runtime, items: &Value, size: usize, little: bool, pack: impl Fn(&Value) -> Option<[u8; 8]>) -> Answer {
    let listed;
    let items = match items {
        Value::List(list) => {
            listed = list.items();
            &*listed
        }
        Value::Tuple(tuple) => &tuple.items,
        _ => return Err(rt.type_error("a list or a tuple is needed")),
    };
    rt.reserve(items.len().saturating_mul(size))?;
    let mut data = Vec::with_capacity(items.len() * size);
    for (at, item) in items.iter().enumerate() {
        fuel::burn(2)?;
        let Some(packed) = pack(plain(item)) else { return Ok(Value::Int(at as i64)) };
        data.extend_from_slice(&packed[..size]);
        if !little {
            let start = data.len() - size;
            data[start..].reverse();
        }
    }
    Ok(bytes(data))
}

/// The items of one size that bytes are, as `unpack` reads them in the order of a little-endian machine.
fn unpack(rt: &Runtime, data: &[u8], size: usize, little: bool, unpack: impl Fn([u8; 8]) -> Value) -> Answer {
    let count = data.len() / size;
    rt.reserve(count.saturating_mul(size_of::<Value>()))?;
    let mut items = Vec::with_capacity(count);
    for packed in data.chunks_exact(size) {
        fuel::burn(2)?;
        let mut own = [0; 8];
        own[..size].copy_from_slice(packed);
        if !little {
            own[..size].reverse();
        }
        items.push(unpack(own));
    }
    Ok(Value::list(items))
}

fn pack_ints(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (size, signed) = (size(rt, &args[1], 1)?, is_true(&args[2]));
    let bits = 8 * size as u32;
    let (lowest, highest) = if signed { (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1) } else { (0, (1i128 << bits) - 1) };
    pack(rt, &args[0], size, is_true(&args[3]), |item| {
        let number = match item {
            Value::Int(number) => i128::from(*number),
            other => Int::of(other)?.to_big().to_i128()?,
        };
        (lowest..=highest).contains(&number).then(|| (number as u64).to_le_bytes())
    })
}

fn unpack_ints(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (data, size, signed) = (data(rt, &args[0])?, size(rt, &args[1], 1)?, is_true(&args[2]));
    unpack(rt, &data, size, is_true(&args[3]), |packed| {
        let number = u64::from_le_bytes(packed);
        let unused = 64 - 8 * size as u32;
        match (signed, i64::try_from(number)) {
            (true, _) => Value::Int((number << unused) as i64 >> unused),
            (false, Ok(number)) => Value::Int(number),
            (false, Err(_)) => Value::big(BigInt::from(number)),
        }
    })
}

fn pack_floats(rt: &mut Runtime, args: &[Value]) -> Answer {
    let size = size(rt, &args[1], 2)?;
    pack(rt, &args[0], size, is_true(&args[2]), |item| {
        let number = match item {
            Value::Float(bits) => f64::from_bits(*bits),
            other => nearest_float(&Int::of(other)?.to_big())?,
        };
        let bits = match size {
            2 => half_of(number)?.into(),
            4 => single_of(number)?.to_bits().into(),
            _ => number.to_bits(),
        };
        Some(bits.to_le_bytes())
    })
}

fn unpack_floats(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (data, size) = (data(rt, &args[0])?, size(rt, &args[1], 2)?);
    unpack(rt, &data, size, is_true(&args[2]), |packed| {
        let bits = u64::from_le_bytes(packed);
        Value::float(match size {
            2 => of_half(bits as u16),
            4 => f32::from_bits(bits as u32).into(),
            _ => f64::from_bits(bits),
        })
    })
}

/// None where the number is too large.
fn single_of(number: f64) -> Option<f32> {
    let single = number as f32;
    (single.is_finite() || !number.is_finite()).then_some(single)
}

/// The bits of a number of half precision: a sign, five of the exponent, ten of the fraction. None where the number is too large.
fn half_of(number: f64) -> Option<u16> {
    const INFINITY: u16 = 0x7c00;
    let sign = if number.is_sign_negative() { 0x8000 } else { 0 };
    if number.is_nan() {
        return Some(sign | 0x7e00);
    }
    if number.is_infinite() {
        return Some(sign | INFINITY);
    }
    let exponent = (((number.to_bits() >> 52) & 0x7ff) as i32 - 1023).max(-14);
    if exponent > 15 {
        return None;
    }
    // A whole number of what the last bit stands for: dividing by a power of two is exact.
    let fraction = (number.abs() / 2f64.powi(exponent - 10)).round_ties_even() as u16;
    let bits = (((exponent + 14) as u16) << 10) + fraction;
    (bits < INFINITY).then_some(sign | bits)
}

fn of_half(bits: u16) -> f64 {
    let fraction = f64::from(bits & 0x3ff);
    let number = match bits >> 10 & 0x1f {
        0 => fraction * 2f64.powi(-24),
        0x1f if fraction == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        exponent => (1024.0 + fraction) * 2f64.powi(i32::from(exponent) - 25),
    };
    if bits & 0x8000 == 0 { number } else { -number }
}

fn swapped(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (data, size) = (data(rt, &args[0])?, size(rt, &args[1], 1)?);
    rt.reserve(data.len())?;
    let mut all = Vec::with_capacity(data.len());
    for item in data.chunks(size) {
        fuel::burn(1)?;
        all.extend(item.iter().rev());
    }
    Ok(bytes(all))
}

fn write(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Value::ByteArray(buffer) = plain(&args[0]) else { return Ok(Value::False) };
    let at = match args[1] {
        Value::Int(at) => usize::try_from(at).unwrap_or(usize::MAX),
        _ => usize::MAX,
    };
    let Some(data) = copy_of(&args[2])? else { return Err(rt.type_error("bytes are needed")) };
    if at.saturating_add(data.len()) > buffer.data().len() {
        return Err(rt.index_error("the bytes do not fit"));
    }
    buffer.edit(|own| own[at..at + data.len()].copy_from_slice(&data));
    Ok(Value::True)
}

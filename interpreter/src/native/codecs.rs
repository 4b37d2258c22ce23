//! The module `_codecs`: encodings up to the next problem, for handlers and decoders that are written in the language.

use unicode_normalization::UnicodeNormalization;

use super::protocol::function;
use crate::limits::size_of_count;
use crate::object::native::{Answer, Native, Trap};
use crate::object::operate::bytes::{Data, bytes};
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::text::codec::names::Codec;
use crate::object::text::codec::{Decoder, Encoder, Problem};
use crate::object::value::Value;
use crate::object::{fill, fuel};

pub static TABLE: &[Native] = &[
    function("name_of", "encoding, /", "What CPython's codecs call an encoding; None where it is not native.", name_of),
    function("nfkc", "text, /", "The text in the normal form NFKC.", nfkc),
    function(
        "encode_from",
        "text, encoding, at, /",
        "The bytes up to the next problem, and that: name, start, end, reason; or None.",
        encode_from,
    ),
    function(
        "decode_from",
        "data, encoding, at, /",
        "The text up to the next problem, that or None, and the encoding in use.",
        decode_from,
    ),
];

fn name_of(_: &mut Runtime, args: &[Value]) -> Answer {
    let name = args[0].as_str().unwrap_or_default();
    fuel::burn_read(name.len())?;
    Ok(Codec::named(name).map_or(Value::None, |codec| Value::str(codec.name())))
}

fn nfkc(rt: &mut Runtime, args: &[Value]) -> Answer {
    let text = args[0].as_str().unwrap_or_default();
    rt.reserve(text.len().saturating_mul(NFKC_GROWTH))?;
    let mut normal = String::with_capacity(text.len());
    fuel::burn(4 * text.len() as u64)?;
    fill::append_chars(&mut normal, text.nfkc())?;
    Ok(Value::str(normal))
}

/// How many times as long the longest normal form of a character is.
const NFKC_GROWTH: usize = 12;

fn codec(rt: &Runtime, value: &Value) -> Result<Codec, Trap> {
    let name = value.as_str().unwrap_or_default();
    fuel::burn_read(name.len())?;
    Codec::named(name).ok_or_else(|| rt.value_error("no native encoding"))
}

fn place(rt: &Runtime, value: &Value) -> Result<usize, Trap> {
    match value {
        Value::Int(at) => size_of_count(*at).ok_or_else(|| rt.value_error("no place")),
        _ => Err(rt.value_error("no place")),
    }
}

fn told(problem: Option<&Problem>) -> Value {
    let Some(problem) = problem else { return Value::None };
    let place = |at: usize| Value::Int(at as i64);
    Value::tuple(vec![Value::str(problem.encoding), place(problem.start), place(problem.end), Value::str(problem.reason)])
}

fn encode_from(rt: &mut Runtime, args: &[Value]) -> Answer {
    let codec = codec(rt, &args[1])?;
    let at = place(rt, &args[2])?;
    let Value::Str(text) = plain(&args[0]) else { return Err(rt.type_error("a text is needed")) };
    rt.reserve(text.text.len().saturating_mul(4))?;
    fuel::burn_read(4 * text.text.len())?;
    let mut encoder = Encoder::starting_at(codec, &text.text, at)?;
    let problem = encoder.run()?;
    Ok(Value::tuple(vec![bytes(encoder.out), told(problem.as_ref())]))
}

fn decode_from(rt: &mut Runtime, args: &[Value]) -> Answer {
    let codec = codec(rt, &args[1])?;
    let at = place(rt, &args[2])?;
    let Some(data) = Data::of(&args[0]) else { return Err(rt.type_error("bytes are needed")) };
    rt.reserve(data.len().saturating_mul(3))?;
    let mut decoder = Decoder::new(codec, &data);
    decoder.cursor.at = at.min(data.len());
    let problem = decoder.run()?;
    Ok(Value::tuple(vec![Value::str(decoder.cursor.out), told(problem.as_ref()), Value::str(decoder.codec.name())]))
}

//! `str.encode` and `bytes.decode`: the encodings that need no tables, those of one byte a character, and CPython's error handlers.
//!
//! [`names`] says which encoding a name is; [`encode`](encode()) and [`decode`](decode()) go on until there is a [`Problem`], ask the handler, and go on behind it.
//! What the program has registered, handlers and encodings, the prelude calls.

mod charmap;
mod cursor;
mod decoder;
mod encoder;
mod escape;
pub mod names;
mod utf7;

use std::fmt::Write;
use std::rc::Rc;

use crate::object::class::Class;
use crate::object::exception::Exception;
use crate::object::native::{Stop, Trap};
use crate::object::operate::bytes::bytes;
use crate::object::runtime::Runtime;
use crate::object::value::Value;
use crate::object::{fill, fuel};
pub use decoder::Decoder;
pub use encoder::Encoder;
use names::Codec;

/// Where characters can't be encoded, or bytes not decoded, and why.
pub struct Problem {
    /// The encoding's name, as the exception has it.
    pub encoding: &'static str,
    /// Characters or bytes.
    pub start: usize,
    pub end: usize,
    pub reason: &'static str,
}

/// What becomes of characters that can't be encoded, or bytes that can't be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Handler {
    Strict,
    Ignore,
    Replace,
    Backslash,
    CharacterReference,
    CharacterName,
    /// Bytes are kept as halves of surrogate pairs, which our strings don't hold.
    SurrogateEscape,
    /// Halves of surrogate pairs are encoded like characters.
    SurrogatePass,
    /// The program's, if there is one of this name.
    Other,
}

impl Handler {
    fn named(name: &str) -> Handler {
        match name {
            "strict" => Handler::Strict,
            "ignore" => Handler::Ignore,
            "replace" => Handler::Replace,
            "backslashreplace" => Handler::Backslash,
            "xmlcharrefreplace" => Handler::CharacterReference,
            "namereplace" => Handler::CharacterName,
            "surrogateescape" => Handler::SurrogateEscape,
            "surrogatepass" => Handler::SurrogatePass,
            _ => Handler::Other,
        }
    }
}

/// Text as bytes.
pub fn encode(rt: &mut Runtime, text: &str, encoding: &str, errors: &str) -> Result<Vec<u8>, Trap> {
    let given = |text: &str| Ok::<_, Stop>(vec![Value::str(fill::text(text)?), Value::str(encoding), Value::str(errors)]);
    fuel::burn_read(encoding.len())?;
    let Some(codec) = Codec::named(encoding) else {
        check_known(rt, encoding)?;
        return Err(rt.prelude("encode_by_codec", given(text)?));
    };
    rt.reserve(text.len().saturating_mul(4))?;
    let mut encoder = Encoder::new(codec, text);
    while let Some(problem) = encoder.run()? {
        let handler = Handler::named(errors);
        if handler == Handler::Other {
            check_handler(rt, codec, errors)?;
            return Err(rt.prelude("encode_by_handler", given(text)?));
        }
        if matches!(handler, Handler::Strict | Handler::SurrogateEscape | Handler::SurrogatePass) {
            let class = rt.classes.unicode_encode_error.clone();
            return Err(error(&class, Value::str(fill::text(text)?), &problem));
        }
        for c in encoder.skip(&problem) {
            fuel::burn(1)?;
            encoder.room_for(rt, LONGEST_NAME)?;
            encoder.out.extend(replacement(c, handler).bytes());
        }
    }
    Ok(encoder.out)
}

/// No character's name is longer, nor what it is replaced by.
const LONGEST_NAME: usize = 100;

/// What stands for a character that can't be encoded: ASCII.
fn replacement(c: char, handler: Handler) -> String {
    let name = || unicode_names2::name(c).map(|name| format!("\\N{{{name}}}"));
    match handler {
        Handler::Replace => "?".to_owned(),
        Handler::CharacterReference => format!("&#{};", u32::from(c)),
        Handler::CharacterName => name().unwrap_or_else(|| escape::code_of(c)),
        Handler::Backslash => escape::code_of(c),
        _ => String::new(),
    }
}

/// Bytes as text.
pub fn decode(rt: &mut Runtime, data: &[u8], encoding: &str, errors: &str) -> Result<String, Trap> {
    let given = |data: &[u8]| Ok::<_, Stop>(vec![bytes(fill::copy(data)?), Value::str(encoding), Value::str(errors)]);
    fuel::burn_read(encoding.len())?;
    let Some(codec) = Codec::named(encoding) else {
        check_known(rt, encoding)?;
        return Err(rt.prelude("decode_by_codec", given(data)?));
    };
    // Errors count from behind the mark.
    let (codec, data) = match (codec, data.strip_prefix(b"\xef\xbb\xbf")) {
        (Codec::Utf8WithMark, rest) => (Codec::Utf8, rest.unwrap_or(data)),
        _ => (codec, data),
    };
    rt.reserve(data.len().saturating_mul(3))?;
    let mut decoder = Decoder::new(codec, data);
    while let Some(problem) = decoder.run()? {
        fuel::burn(1 + (problem.end - problem.start) as u64 / 2)?;
        let wrong = &data[problem.start..problem.end];
        match Handler::named(errors) {
            Handler::Ignore => {}
            Handler::Replace => decoder.cursor.out.push(char::REPLACEMENT_CHARACTER),
            Handler::Backslash => {
                for byte in wrong {
                    // Writing to a string can't fail.
                    let _ = write!(decoder.cursor.out, "\\x{byte:02x}");
                }
            }
            Handler::SurrogateEscape if wrong.iter().all(|byte| !byte.is_ascii()) => return Err(no_surrogates(rt)),
            Handler::SurrogatePass if decoder.is_at_a_surrogate(&problem) => return Err(no_surrogates(rt)),
            Handler::Strict | Handler::SurrogateEscape | Handler::SurrogatePass if problem.reason == escape::SURROGATE => {
                return Err(no_surrogates(rt));
            }
            Handler::Strict | Handler::SurrogateEscape | Handler::SurrogatePass => {
                let class = rt.classes.unicode_decode_error.clone();
                return Err(error(&class, bytes(fill::copy(data)?), &problem));
            }
            handler => {
                if handler == Handler::Other {
                    check_handler(rt, codec, errors)?;
                }
                // The others know nothing of bytes, and say so.
                return Err(rt.prelude("decode_by_handler", given(data)?));
            }
        }
        decoder.cursor.at = problem.end;
    }
    Ok(decoder.cursor.out)
}

/// Whether the program may have registered encodings and handlers.
fn is_extended(rt: &Runtime) -> bool {
    rt.modules.contains_key("codecs")
}

/// Refuses an encoding that is neither native nor the library's, nor can be the program's.
fn check_known(rt: &Runtime, encoding: &str) -> Result<(), Trap> {
    if is_extended(rt) || names::is_in_library(encoding) {
        return Ok(());
    }
    Err(rt.raise(&rt.classes.lookup_error, format!("unknown encoding: {encoding}")))
}

/// Refuses a handler that can't be the program's; of most encodings the error names the encoding, too, which is the library's business.
fn check_handler(rt: &Runtime, codec: Codec, errors: &str) -> Result<(), Trap> {
    let names_codec = !matches!(codec, Codec::Utf8 | Codec::Utf16(_) | Codec::Utf32(_) | Codec::Ascii | Codec::Latin1);
    if is_extended(rt) || names_codec {
        return Ok(());
    }
    Err(rt.raise(&rt.classes.lookup_error, format!("unknown error handler name '{errors}'")))
}

/// The UnicodeEncodeError or UnicodeDecodeError of a problem.
fn error(class: &Rc<Class>, object: Value, problem: &Problem) -> Trap {
    let (start, end) = (Value::Int(problem.start as i64), Value::Int(problem.end as i64));
    let args = vec![Value::str(problem.encoding), object, start, end, Value::str(problem.reason)];
    Trap::Raise(Exception::new(class.clone(), args))
}

fn no_surrogates(rt: &Runtime) -> Trap {
    rt.value_error("the playground's strings hold no lone surrogates")
}

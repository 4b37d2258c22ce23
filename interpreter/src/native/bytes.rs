//! `bytes` and `bytearray`. [`methods`] are those that both have; what changes a bytearray is in [`array`].

mod array;
mod methods;
mod search;
mod split;

pub use array::TABLE as ARRAY;
pub use methods::{OF_ARRAYS, OF_BYTES};

use std::borrow::Cow;
use std::rc::Rc;

use super::protocol::{method, wrap};
use super::receive;
use super::str::named_argument;
use crate::limits::size_of_count;
use crate::object::class::Class;
use crate::object::native::{Answer, Native, NativeKind, Trap, optional};
use crate::object::operate::bytes::{byte_array, bytes, copy_of, length_of};
use crate::object::operate::iterate::can_iterate;
use crate::object::operate::{overrides, plain, slice, to_vec};
use crate::object::runtime::Runtime;
use crate::object::symbol::names;
use crate::object::text::{codec, percent_bytes};
use crate::object::value::Value;
use crate::object::{fill, fuel};

/// What `bytes` has alone.
pub static TABLE: &[Native] = &[
    Native::new(NativeKind::StaticMethod, "__new__", "cls, source=b'', encoding='utf-8', errors='strict'", "Create bytes.", new),
    method("__bytes__", "self, /", "Convert this value to exact type bytes.", itself),
    method("__getnewargs__", "self, /", "", |rt, args| itself(rt, args).map(|this| Value::tuple(vec![this]))),
    method("__hash__", "self, /", "Return hash(self).", super::protocol::hash),
];

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let base = rt.classes.bytes.clone();
    let class = receive::class(rt, args, &base)?;
    if let (Some(Value::Bytes(_)), None, true) = (optional(args, 1), optional(args, 2), class.builtin) {
        return Ok(args[1].clone());
    }
    match contents(rt, args, "bytes").map_err(|trap| for_class(rt, trap, args, &base))? {
        Some(data) => wrap(rt, class, bytes(data)),
        None => Err(rt.prelude("bytes_new", vec![args[0].clone(), args[1].clone()])),
    }
}

/// Where the prelude is to encode a text it makes an object of the class, too.
fn for_class(rt: &Runtime, trap: Trap, args: &[Value], base: &Rc<Class>) -> Trap {
    match (trap, optional(args, 1).map(plain)) {
        (Trap::Request(_), Some(Value::Str(_))) => {
            let errors = optional(args, 3).cloned().unwrap_or_else(|| Value::str("strict"));
            rt.prelude("new_of_text", vec![Value::Class(base.clone()), args[0].clone(), args[1].clone(), args[2].clone(), errors])
        }
        (other, _) => other,
    }
}

fn itself(rt: &mut Runtime, args: &[Value]) -> Answer {
    match plain(&args[0]) {
        exact @ Value::Bytes(_) => Ok(exact.clone()),
        _ => this(rt, args, "__bytes__").map(|data| bytes(data.into_owned())),
    }
}

/// The bytes that the arguments of a constructor tell (`source`, `encoding`, `errors` from the second on); none if the program must be asked.
fn contents(rt: &mut Runtime, args: &[Value], kind: &str) -> Result<Option<Vec<u8>>, Trap> {
    let (encoding, errors) = (optional(args, 2), optional(args, 3));
    let Some(source) = optional(args, 1) else {
        return match (encoding, errors) {
            (None, None) => Ok(Some(Vec::new())),
            (Some(_), _) => Err(rt.type_error("encoding without a string argument")),
            (None, Some(_)) => Err(rt.type_error("errors without a string argument")),
        };
    };
    named_argument(rt, args, 2, kind, "encoding", "utf-8")?;
    named_argument(rt, args, 3, kind, "errors", "strict")?;
    if kind == "bytes" && encoding.is_none() {
        if overrides(source, names::BYTES) {
            return Ok(None);
        }
        // Those that extend bytes have a `__bytes__`, which comes before a number.
        if let Value::Bytes(_) = plain(source) {
            return Ok(copy_of(source)?);
        }
    }
    if let Value::Str(string) = plain(source) {
        if encoding.is_none() {
            return Err(rt.type_error("string argument without an encoding"));
        }
        let encoding = named_argument(rt, args, 2, kind, "encoding", "utf-8")?;
        let errors = named_argument(rt, args, 3, kind, "errors", "strict")?;
        return codec::encode(rt, &string.text, encoding, errors).map(Some);
    }
    if encoding.is_some() {
        return Err(rt.type_error("encoding without a string argument"));
    }
    if errors.is_some() {
        return Err(rt.type_error("errors without a string argument"));
    }
    if let slice::Index::AskProgram = slice::index(source) {
        return Ok(None);
    }
    if let Some(length) = length_of(source) {
        rt.reserve(length)?;
        return Ok(copy_of(source)?);
    }
    match slice::index(source) {
        slice::Index::At(count) => {
            let count = size_of_count(count).ok_or_else(|| rt.value_error("negative count"))?;
            rt.reserve(count)?;
            Ok(Some(fill::repeat(&[0], count)?))
        }
        slice::Index::Huge(_) => Err(rt.overflow_error(format!("cannot fit '{}' into an index-sized integer", rt.type_name(source)))),
        slice::Index::AskProgram => Ok(None),
        slice::Index::Other => of_iterable(rt, source, kind),
    }
}

/// The bytes that an iterable of integers gives; none if the program must be asked.
fn of_iterable(rt: &mut Runtime, iterable: &Value, kind: &str) -> Result<Option<Vec<u8>>, Trap> {
    let items = match to_vec(rt, iterable) {
        Ok(Some(items)) => items,
        Ok(None) => return Ok(None),
        Err(Trap::Raise(_)) if !can_iterate(iterable) => {
            return Err(rt.type_error(format!("cannot convert '{}' object to {kind}", rt.type_name(iterable))));
        }
        Err(trap) => return Err(trap),
    };
    let mut data = Vec::with_capacity(items.len());
    for item in &items {
        fuel::burn(1)?;
        if let slice::Index::AskProgram = slice::index(item) {
            return Ok(None);
        }
        data.push(byte(rt, item, kind)?);
    }
    Ok(Some(data))
}

/// A value as a byte, for `bytes` or `bytearray`, which word the error differently.
pub fn byte(rt: &Runtime, value: &Value, kind: &str) -> Result<u8, Trap> {
    let out_of_range = || rt.value_error(if kind == "bytes" { "bytes must be in range(0, 256)" } else { "byte must be in range(0, 256)" });
    match slice::index(value) {
        slice::Index::At(at) => u8::try_from(at).map_err(|_| out_of_range()),
        slice::Index::Huge(_) => Err(out_of_range()),
        _ => Err(rt.type_error(format!("'{}' object cannot be interpreted as an integer", rt.type_name(value)))),
    }
}

/// The bytes that a method's receiver holds. Going through them is charged.
fn this<'a>(rt: &mut Runtime, args: &'a [Value], method: &str) -> Result<Cow<'a, [u8]>, Trap> {
    let data = match args.first().map(plain) {
        Some(Value::Bytes(bytes)) => Cow::Borrowed(&*bytes.data),
        Some(Value::ByteArray(array)) => {
            let length = array.data().len();
            rt.reserve(length)?;
            Cow::Owned(fill::copy(&array.data())?)
        }
        _ => return Err(receive::wrong_receiver(rt, args, method, "bytes")),
    };
    fuel::burn_copy(data.len())?;
    Ok(data)
}

/// Bytes of the receiver's type.
fn like(receiver: &Value, data: Vec<u8>) -> Value {
    if matches!(plain(receiver), Value::ByteArray(_)) { byte_array(data) } else { bytes(data) }
}

/// A bytes-like argument.
fn data_argument(rt: &Runtime, value: &Value) -> Result<Vec<u8>, Trap> {
    copy_of(value)?.ok_or_else(|| rt.type_error(format!("a bytes-like object is required, not '{}'", rt.type_name(value))))
}

fn modulo(rt: &mut Runtime, args: &[Value]) -> Answer {
    this(rt, args, "__mod__")?;
    percent_bytes(rt, plain(&args[0]), &args[1])
}

fn reflected_modulo(rt: &mut Runtime, args: &[Value]) -> Answer {
    this(rt, args, "__rmod__")?;
    match (plain(&args[0]), plain(&args[1])) {
        (Value::Bytes(_), template @ Value::Bytes(_)) | (Value::ByteArray(_), template @ Value::ByteArray(_)) => {
            percent_bytes(rt, template, &args[0])
        }
        _ => Ok(Value::NotImplemented),
    }
}

/// White space of ASCII.
fn is_space(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

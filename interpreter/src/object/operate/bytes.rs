//! The operators of `bytes` and `bytearray`.

use std::cell::Ref;
use std::ops::Deref;
use std::rc::Rc;

use super::super::native::{Answer, Stop, Trap};
use super::super::runtime::Runtime;
use super::super::string::{ByteArray, Bytes};
use super::super::symbol::names;
use super::super::value::Value;
use super::slice::{self, Index};
use super::{iterate, overrides, plain};
use crate::object::{fill, fuel};

/// A `bytes` object.
pub fn bytes(data: Vec<u8>) -> Value {
    Bytes::new(data).into()
}

/// A `bytearray`.
pub fn byte_array(data: Vec<u8>) -> Value {
    ByteArray::new(data).into()
}

/// The bytes that a bytes-like object holds, not copied. Those of a bytearray must not change meanwhile.
pub enum Data<'a> {
    Fixed(&'a [u8]),
    Array(Ref<'a, Vec<u8>>),
}

impl<'a> Data<'a> {
    /// None where the value is not bytes-like.
    pub fn of(value: &'a Value) -> Option<Data<'a>> {
        match plain(value) {
            Value::Bytes(bytes) => Some(Data::Fixed(&bytes.data)),
            Value::ByteArray(array) => Some(Data::Array(array.data())),
            _ => None,
        }
    }
}

impl Deref for Data<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Data::Fixed(data) => data,
            Data::Array(data) => data,
        }
    }
}

/// A copy of the bytes that a bytes-like object holds; none where it is none.
pub fn copy_of(value: &Value) -> Result<Option<Vec<u8>>, Stop> {
    match plain(value) {
        Value::Bytes(bytes) => fill::copy(&bytes.data).map(Some),
        Value::ByteArray(bytes) => fill::copy(&bytes.data()).map(Some),
        _ => Ok(None),
    }
}

/// `a + b` where `a` is bytes-like.
pub fn concatenate(rt: &mut Runtime, a: &Value, b: &Value, in_place: bool) -> Answer {
    let (Some(length), Some(more)) = (length_of(a), length_of(b)) else {
        return Err(rt.type_error(format!("can't concat {} to {}", rt.type_name(b), rt.type_name(a))));
    };
    // Each may be copied once on the way.
    rt.reserve(2 * (length + more))?;
    let more = copy_of(b)?.unwrap_or_default();
    match plain(a) {
        Value::ByteArray(array) if in_place => {
            if !more.is_empty() && matches!(plain(b), Value::ByteArray(other) if Rc::ptr_eq(array, other)) {
                return Err(rt.raise(&rt.classes.buffer_error, "Existing exports of data: object cannot be re-sized"));
            }
            array.edit(|own| fill::append(own, &more))?;
            Ok(a.clone())
        }
        kind => {
            let mut data = Vec::with_capacity(length + more.len());
            match kind {
                Value::ByteArray(array) => fill::append(&mut data, &array.data())?,
                Value::Bytes(bytes) => fill::append(&mut data, &bytes.data)?,
                _ => {}
            }
            fill::append(&mut data, &more)?;
            Ok(like(kind, data))
        }
    }
}

/// How many bytes a bytes-like object holds.
pub fn length_of(value: &Value) -> Option<usize> {
    match plain(value) {
        Value::Bytes(bytes) => Some(bytes.data.len()),
        Value::ByteArray(bytes) => Some(bytes.data().len()),
        _ => None,
    }
}

/// `sequence * times` where `sequence` is bytes-like; room for it was asked for.
pub fn repeat(sequence: &Value, times: usize, in_place: bool) -> Answer {
    let data = fill::repeat(&copy_of(sequence)?.unwrap_or_default(), times)?;
    Ok(match plain(sequence) {
        Value::ByteArray(array) if in_place => {
            array.edit(|own| *own = data);
            sequence.clone()
        }
        kind => like(kind, data),
    })
}

/// Bytes of the same type as `kind`.
fn like(kind: &Value, data: Vec<u8>) -> Value {
    if matches!(kind, Value::ByteArray(_)) { byte_array(data) } else { bytes(data) }
}

/// A value as a byte.
pub fn byte(rt: &Runtime, value: &Value) -> Result<u8, Trap> {
    match slice::index(value) {
        Index::At(at) => u8::try_from(at).map_err(|_| rt.value_error("byte must be in range(0, 256)")),
        Index::Huge(_) => Err(rt.value_error("byte must be in range(0, 256)")),
        _ => Err(rt.type_error(format!("'{}' object cannot be interpreted as an integer", rt.type_name(value)))),
    }
}

fn items_as_bytes(rt: &Runtime, items: &[Value]) -> Result<Vec<u8>, Trap> {
    let mut data = Vec::with_capacity(items.len());
    for item in items {
        fuel::burn(1)?;
        data.push(byte(rt, item)?);
    }
    Ok(data)
}

/// What an assignment to a bytearray comes to.
pub enum Assigned {
    Done,
    /// The program's `__index__` must be asked for the place.
    AskIndex,
    /// The program must be asked for the value.
    AskValue,
}

/// `array[index] = value`.
pub fn set_item(rt: &mut Runtime, array: &ByteArray, index: &Value, value: &Value) -> Result<Assigned, Trap> {
    if let Value::Slice(slice) = index {
        let counts_as_number = |value: &Value| [names::INDEX, names::INT, names::FLOAT].iter().any(|name| overrides(value, *name));
        if matches!(plain(value), Value::Str(_) | Value::Float(_) | Value::Complex(_))
            || plain(value).to_big().is_some()
            || counts_as_number(value) && !matches!(plain(value), Value::ByteArray(_))
        {
            return Err(rt.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
        }
        let data = match copy_of(value)? {
            Some(data) => data,
            None if !iterate::can_iterate(value) => {
                return Err(rt.type_error(format!("cannot convert '{}' object to bytearray", rt.type_name(value))));
            }
            None => match iterate::to_vec(rt, value)? {
                Some(items) => items_as_bytes(rt, &items)?,
                None => return Ok(Assigned::AskValue),
            },
        };
        let length = array.data().len();
        let Some(places) = slice::places(rt, slice, length as i64)? else { return Ok(Assigned::AskIndex) };
        if places.step == 1 {
            let start = places.start as usize;
            fuel::burn_copy(length + data.len())?;
            array.edit(|own| drop(own.splice(start..start + places.count, data)));
        } else if data.len() == places.count {
            array.edit(|own| {
                places.iter().zip(data).try_for_each(|(at, byte)| {
                    fuel::burn(1)?;
                    own[at] = byte;
                    Ok::<(), Stop>(())
                })
            })?;
        } else {
            let message = format!("attempt to assign bytes of size {} to extended slice of size {}", data.len(), places.count);
            return Err(rt.value_error(message));
        }
        return Ok(Assigned::Done);
    }
    // The value is looked at before the place is, as long as that is a number.
    if matches!(slice::index(index), Index::At(_)) {
        if let Index::AskProgram = slice::index(value) {
            return Ok(Assigned::AskValue);
        }
        byte(rt, value)?;
    }
    let Some(at) = place(rt, array, index)? else { return Ok(Assigned::AskIndex) };
    let byte = byte(rt, value)?;
    array.edit(|own| own[at] = byte);
    Ok(Assigned::Done)
}

/// `del array[index]`; false if the program's `__index__` must be asked.
pub fn delete_item(rt: &mut Runtime, array: &ByteArray, index: &Value) -> Result<bool, Trap> {
    if let Value::Slice(slice) = index {
        let length = array.data().len();
        let Some(places) = slice::places(rt, slice, length as i64)? else { return Ok(false) };
        let (mut kept, mut next) = (Vec::with_capacity(length - places.count), 0);
        for at in places.ascending().iter() {
            fuel::burn(1)?;
            fill::append(&mut kept, &array.data()[next..at])?;
            next = at + 1;
        }
        fill::append(&mut kept, &array.data()[next..])?;
        array.edit(|own| *own = kept);
        return Ok(true);
    }
    let Some(at) = place(rt, array, index)? else { return Ok(false) };
    fuel::note_copy(array.data().len() - at);
    array.edit(|own| own.remove(at));
    Ok(true)
}

fn place(rt: &Runtime, array: &ByteArray, index: &Value) -> Result<Option<usize>, Trap> {
    let length = array.data().len();
    match slice::index(index) {
        Index::At(at) => match slice::place(at, length) {
            Some(at) => Ok(Some(at)),
            None => Err(rt.index_error("bytearray index out of range")),
        },
        Index::Huge(_) => Err(rt.index_error(format!("cannot fit '{}' into an index-sized integer", rt.type_name(index)))),
        Index::AskProgram => Ok(None),
        Index::Other => Err(rt.type_error(format!("bytearray indices must be integers or slices, not {}", rt.type_name(index)))),
    }
}

//! Truth, length, and `in`.

use super::super::equality::Equal;
use super::super::iterator::{View, ViewKind};
use super::super::native::{Answer, Trap};
use super::super::runtime::Runtime;
use super::super::symbol::names;
use super::super::text::find;
use super::super::value::Value;
use super::compare;
use super::key::{self, Place};
use super::slice::{self, Index};
use super::{gives_items, overrides, plain};
use crate::object::{fill, fuel};
use num_traits::Zero;

/// Whether a value counts as true. The answer to its request is a bool.
pub fn truth(rt: &mut Runtime, value: &Value) -> Result<bool, Trap> {
    Ok(match value {
        Value::True => true,
        Value::False | Value::None => false,
        Value::NotImplemented => return Err(rt.prelude("not_implemented_is_true", Vec::new())),
        Value::Int(i) => *i != 0,
        Value::Float(bits) => f64::from_bits(*bits) != 0.0,
        Value::Str(string) => !string.text.is_empty(),
        Value::Complex(complex) => complex.real != 0.0 || complex.imaginary != 0.0,
        Value::Range(range) => !range.length.is_zero(),
        Value::Instance(_) | Value::Class(_) | Value::Exception(_) | Value::Module(_) => {
            let inner = plain(value);
            // A number's own truth comes before a length.
            let is_number = matches!(inner, Value::Int(_) | Value::Big(_) | Value::Float(_) | Value::Complex(_));
            if overrides(value, names::BOOL) || !is_number && overrides(value, names::LEN) {
                return Err(rt.prelude("truth_of", vec![value.clone()]));
            }
            if inner.is(value) { true } else { return truth(rt, inner) }
        }
        _ => count(value).is_none_or(|count| count > 0),
    })
}

/// `len(value)`.
pub fn length(rt: &mut Runtime, value: &Value) -> Answer {
    if let Some(count) = count(value) {
        return Ok(Value::Int(count as i64));
    }
    if overrides(value, names::LEN) {
        return Err(rt.prelude("length_of", vec![value.clone()]));
    }
    match plain(value) {
        Value::Range(range) => match Value::big(range.length.clone()) {
            Value::Int(length) => Ok(Value::Int(length)),
            _ => Err(rt.overflow_error("Python int too large to convert to C ssize_t")),
        },
        inner => match count(inner) {
            Some(count) => Ok(Value::Int(count as i64)),
            None => Err(rt.type_error(format!("object of type '{}' has no len()", rt.type_name(value)))),
        },
    }
}

/// How many items a built-in container has; none for what is no such container (and for ranges, which may be larger than memory).
pub fn count(value: &Value) -> Option<usize> {
    Some(match value {
        Value::Str(string) => string.chars,
        Value::List(list) => list.len(),
        Value::Tuple(tuple) => tuple.items.len(),
        Value::Dict(dict) => dict.len(),
        Value::Set(set) => set.len(),
        Value::Bytes(bytes) => bytes.data.len(),
        Value::ByteArray(bytes) => bytes.data().len(),
        Value::View(view) => view.dict.len(),
        _ => return None,
    })
}

/// `item in container`.
pub fn contains(rt: &mut Runtime, item: &Value, container: &Value) -> Answer {
    if matches!(container, Value::Instance(_) | Value::Class(_) | Value::Exception(_)) {
        if overrides(container, names::CONTAINS) {
            return Err(rt.prelude("contains_by_method", vec![container.clone(), item.clone()]));
        }
        let inner = plain(container);
        if count(inner).is_some() || matches!(inner, Value::Range(_)) {
            return contains(rt, item, inner);
        }
        if overrides(container, names::ITER) || gives_items(container) {
            return Err(rt.prelude("contains_by_iteration", vec![container.clone(), item.clone()]));
        }
        return Err(not_iterable(rt, container));
    }
    match container {
        Value::List(list) => {
            let items = list.items();
            contains_in(rt, item, &items, container)
        }
        Value::Tuple(tuple) => contains_in(rt, item, &tuple.items, container),
        Value::Dict(dict) => match key::in_dict(rt, dict, item)? {
            Place::At(_) => Ok(Value::True),
            Place::Missing(_) => Ok(Value::False),
            Place::AskProgram => Err(rt.prelude("dict_contains", vec![container.clone(), item.clone()])),
        },
        Value::Set(set) => match key::sought_in_set(rt, set, item)? {
            Place::At(_) => Ok(Value::True),
            Place::Missing(_) => Ok(Value::False),
            Place::AskProgram => Err(rt.prelude("set_contains", vec![container.clone(), item.clone()])),
        },
        Value::Str(string) => match plain(item) {
            Value::Str(part) => {
                fuel::burn_read(part.text.len())?;
                Ok(Value::bool(find::first(string.text.as_bytes(), part.text.as_bytes())?.is_some()))
            }
            _ => Err(rt.type_error(format!("'in <string>' requires string as left operand, not {}", rt.type_name(item)))),
        },
        Value::Bytes(bytes) => contains_byte(rt, item, &bytes.data, container),
        Value::ByteArray(bytes) => {
            let data = fill::copy(&bytes.data())?;
            contains_byte(rt, item, &data, container)
        }
        Value::Range(_) if overrides(item, names::EQ) => Err(rt.prelude("contains_by_iteration", vec![container.clone(), item.clone()])),
        Value::Range(range) => match plain(item).to_big() {
            Some(number) => Ok(Value::bool(super::range::position(range, &number)?.is_some())),
            None => match compare::equal_numbers_of_range(range, plain(item))? {
                Some(found) => Ok(Value::bool(found)),
                None => Err(rt.prelude("contains_by_iteration", vec![container.clone(), item.clone()])),
            },
        },
        Value::View(view) => contains_in_view(rt, item, view, container),
        Value::Iter(_) | Value::Generator(_) => Err(rt.prelude("contains_by_iteration", vec![container.clone(), item.clone()])),
        _ => Err(not_iterable(rt, container)),
    }
}

fn not_iterable(rt: &Runtime, value: &Value) -> Trap {
    rt.type_error(format!("argument of type '{}' is not iterable", rt.type_name(value)))
}

fn contains_in(rt: &mut Runtime, item: &Value, items: &[Value], container: &Value) -> Answer {
    for known in items {
        fuel::burn(1)?;
        match compare::same_or_equal(rt, known, item)? {
            Equal::Yes => return Ok(Value::True),
            Equal::No => {}
            Equal::AskProgram => return Err(rt.prelude("contains_by_iteration", vec![container.clone(), item.clone()])),
        }
    }
    Ok(Value::False)
}

fn contains_byte(rt: &mut Runtime, item: &Value, data: &[u8], container: &Value) -> Answer {
    if let Index::AskProgram = slice::index(item) {
        return Err(rt.prelude("contains_with_index", vec![container.clone(), item.clone()]));
    }
    fuel::burn_read(super::bytes::length_of(item).unwrap_or(0))?;
    let found = |part: &[u8]| Ok(find::first(data, part)?.is_some());
    match plain(item) {
        Value::Bytes(part) => found(&part.data).map(Value::bool),
        Value::ByteArray(part) => found(&part.data()).map(Value::bool),
        number => match number.to_big() {
            Some(number) => match u8::try_from(&number) {
                Ok(byte) => found(&[byte]).map(Value::bool),
                Err(_) => Err(rt.value_error("byte must be in range(0, 256)")),
            },
            None => Err(rt.type_error(format!("a bytes-like object is required, not '{}'", rt.type_name(item)))),
        },
    }
}

fn contains_in_view(rt: &mut Runtime, item: &Value, view: &View, container: &Value) -> Answer {
    match view.kind {
        ViewKind::Keys | ViewKind::Proxy => contains(rt, item, &Value::Dict(view.dict.clone())),
        ViewKind::Values => {
            let values: Vec<Value> = view.dict.entries().into_iter().map(|entry| entry.value).collect();
            contains_in(rt, item, &values, container)
        }
        ViewKind::Items => {
            let Value::Tuple(pair) = plain(item) else { return Ok(Value::False) };
            let [key, value] = &pair.items[..] else { return Ok(Value::False) };
            match key::in_dict(rt, &view.dict, key)? {
                Place::Missing(_) => Ok(Value::False),
                Place::At(at) => match compare::same_or_equal(rt, &view.dict.value_at(at), value)? {
                    Equal::AskProgram => Err(rt.prelude("contains_by_iteration", vec![container.clone(), item.clone()])),
                    equality => Ok(Value::bool(equality == Equal::Yes)),
                },
                Place::AskProgram => Err(rt.prelude("contains_by_iteration", vec![container.clone(), item.clone()])),
            }
        }
    }
}

//! `container[index]`: reading, assigning and deleting items and slices.

use std::rc::Rc;

use super::super::attribute;
use super::super::dict::Dict;
use super::super::iterator::ViewKind;
use super::super::list::List;
use super::super::native::{Answer, Stop, Trap};
use super::super::runtime::Runtime;
use super::super::string::Str;
use super::super::symbol::{Symbol, names};
use super::super::value::Value;
use super::key::{self, Place};
use super::slice::{self, Index, Places};
use super::{bytes, iterate, overrides, plain};
use crate::object::{fill, fuel, heap};

/// The dict that a value is for `update` and its kin, whatever else its class defines: not if it has an `__iter__` of its own.
pub fn as_dict(value: &Value) -> Option<&Rc<Dict>> {
    match plain(value) {
        Value::Dict(dict) if !overrides(value, names::ITER) && !overrides(value, names::GETATTRIBUTE) => Some(dict),
        _ => None,
    }
}

/// `container[index]`.
pub fn get_item(rt: &mut Runtime, container: &Value, index: &Value) -> Answer {
    match container {
        Value::List(list) => {
            if let Value::Int(at) = index {
                let items = list.items();
                return match slice::place(*at, items.len()) {
                    Some(at) => Ok(items[at].copy()),
                    None => Err(rt.index_error("list index out of range")),
                };
            }
            get_from_sequence(rt, container, index)
        }
        Value::Dict(dict) => match key::in_dict(rt, dict, index)? {
            Place::At(at) => Ok(dict.value_at(at)),
            Place::Missing(_) => Err(rt.key_error(index)),
            Place::AskProgram => Err(rt.prelude("dict_getitem", vec![container.clone(), index.clone()])),
        },
        Value::Instance(_) | Value::Exception(_) => get_of_object(rt, container, index),
        Value::Class(class) => get_of_class(rt, class, container, index),
        Value::View(view) if view.kind == ViewKind::Proxy => get_item(rt, &Value::Dict(view.dict.clone()), index),
        Value::Range(range) => match index {
            Value::Slice(slice) => match super::range::slice(rt, range, slice)? {
                Some(part) => Ok(part),
                None => Err(with_index(rt, container, index)),
            },
            _ => match (plain(index).to_big(), slice::index(index)) {
                (Some(at), _) => super::range::item(range, &at)?.ok_or_else(|| rt.index_error("range object index out of range")),
                (None, Index::AskProgram) => Err(with_index(rt, container, index)),
                _ => Err(rt.type_error(format!("range indices must be integers or slices, not {}", rt.type_name(index)))),
            },
        },
        Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_) => get_from_sequence(rt, container, index),
        _ => Err(not_subscriptable(rt, container)),
    }
}

fn not_subscriptable(rt: &Runtime, container: &Value) -> Trap {
    rt.type_error(format!("'{}' object is not subscriptable", rt.type_name(container)))
}

/// Whether a built-in value has items at all.
pub fn has_items(value: &Value) -> bool {
    match value {
        Value::View(view) => view.kind == ViewKind::Proxy,
        Value::Set(_) => false,
        _ => matches!(value, Value::Range(_)) || super::truth::count(value).is_some(),
    }
}

fn get_of_object(rt: &mut Runtime, container: &Value, index: &Value) -> Answer {
    if overrides(container, names::GETITEM)
        && let Some(method) = attribute::special(rt, container, names::GETITEM)
    {
        return Err(rt.call(method, vec![index.clone()]));
    }
    let inner = plain(container);
    if let Value::Dict(dict) = inner
        && overrides(container, names::MISSING)
    {
        return match key::in_dict(rt, dict, index)? {
            Place::At(at) => Ok(dict.value_at(at)),
            Place::Missing(_) => match attribute::special(rt, container, names::MISSING) {
                Some(method) => Err(rt.call(method, vec![index.clone()])),
                None => Err(rt.key_error(index)),
            },
            Place::AskProgram => Err(rt.prelude("dict_getitem_or_missing", vec![container.clone(), index.clone()])),
        };
    }
    if has_items(inner) { get_item(rt, inner, index) } else { Err(not_subscriptable(rt, container)) }
}

fn get_of_class(rt: &mut Runtime, class: &Rc<super::super::class::Class>, container: &Value, index: &Value) -> Answer {
    if overrides(container, names::GETITEM)
        && let Some(method) = attribute::special(rt, container, names::GETITEM)
    {
        return Err(rt.call(method, vec![index.clone()]));
    }
    let by_metaclass = overrides(container, names::GETATTR) || overrides(container, names::GETATTRIBUTE);
    let found = class.lookup(names::CLASS_GETITEM).is_some_and(|method| !method.is_none());
    if found || by_metaclass || Rc::ptr_eq(class, &rt.classes.type_) {
        return Err(rt.prelude("class_getitem", vec![container.clone(), index.clone()]));
    }
    Err(rt.type_error(format!("type '{}' is not subscriptable", class.told_name())))
}

/// Hands over to the prelude, which asks the index for a number and comes back.
fn with_index(rt: &Runtime, container: &Value, index: &Value) -> Trap {
    rt.prelude("getitem_with_index", vec![container.clone(), index.clone()])
}

/// How messages call a sequence and its indices.
struct Words {
    out_of_range: &'static str,
    indices: &'static str,
}

fn words(sequence: &Value) -> Words {
    match sequence {
        Value::List(_) => Words { out_of_range: "list index out of range", indices: "list indices must be integers or slices, not" },
        Value::Tuple(_) => Words { out_of_range: "tuple index out of range", indices: "tuple indices must be integers or slices, not" },
        Value::Str(_) => Words { out_of_range: "string index out of range", indices: "string indices must be integers, not" },
        Value::Bytes(_) => Words { out_of_range: "index out of range", indices: "byte indices must be integers or slices, not" },
        _ => Words { out_of_range: "bytearray index out of range", indices: "bytearray indices must be integers or slices, not" },
    }
}

fn get_from_sequence(rt: &mut Runtime, sequence: &Value, index: &Value) -> Answer {
    if let Value::Slice(slice) = index {
        return match slice::places(rt, slice, super::truth::count(sequence).unwrap_or(0) as i64)? {
            Some(places) => take_places(rt, sequence, places),
            None => Err(with_index(rt, sequence, index)),
        };
    }
    let at = match slice::index(index) {
        Index::At(at) => at,
        Index::Huge(_) => return Err(too_large(rt, index)),
        Index::AskProgram => return Err(with_index(rt, sequence, index)),
        Index::Other => {
            let name = rt.type_name(index);
            let quoted = if matches!(sequence, Value::Str(_)) { format!("'{name}'") } else { name.to_string() };
            return Err(rt.type_error(format!("{} {quoted}", words(sequence).indices)));
        }
    };
    let found = match sequence {
        Value::List(list) => slice::place(at, list.len()).map(|at| list.items()[at].copy()),
        Value::Tuple(tuple) => slice::place(at, tuple.items.len()).map(|at| tuple.items[at].copy()),
        Value::Str(string) => slice::place(at, string.chars).map(|at| char_at(rt, string, at)),
        Value::Bytes(bytes) => slice::place(at, bytes.data.len()).map(|at| Value::Int(i64::from(bytes.data[at]))),
        Value::ByteArray(bytes) => slice::place(at, bytes.data().len()).map(|at| Value::Int(i64::from(bytes.data()[at]))),
        _ => None,
    };
    found.ok_or_else(|| rt.index_error(words(sequence).out_of_range))
}

fn too_large(rt: &Runtime, index: &Value) -> Trap {
    rt.index_error(format!("cannot fit '{}' into an index-sized integer", rt.type_name(index)))
}

fn char_at(rt: &mut Runtime, string: &Str, at: usize) -> Value {
    if string.is_ascii() {
        return rt.char(char::from(string.text.as_bytes()[at]));
    }
    fuel::note(at as u64 / 8);
    rt.char(string.text.chars().nth(at).unwrap_or_default())
}

fn take_places(rt: &mut Runtime, sequence: &Value, places: Places) -> Answer {
    // What lies apart is taken one by one.
    fuel::burn(places.count as u64 / if places.step == 1 { 3 } else { 2 })?;
    Ok(match sequence {
        Value::List(list) => {
            rt.reserve(places.count * size_of::<Value>())?;
            let items = pick(&list.items(), places)?;
            Value::list(items)
        }
        Value::Tuple(tuple) => {
            if places.step == 1 && places.count == tuple.items.len() {
                return Ok(sequence.clone());
            }
            rt.reserve(places.count * size_of::<Value>())?;
            rt.tuple(pick(&tuple.items, places)?)
        }
        Value::Str(string) => slice_of_str(rt, string, sequence, places)?,
        Value::Bytes(bytes) => {
            rt.reserve(places.count)?;
            bytes::bytes(pick(&bytes.data, places)?)
        }
        Value::ByteArray(bytes) => {
            rt.reserve(places.count)?;
            let data = pick(&bytes.data(), places)?;
            bytes::byte_array(data)
        }
        _ => Value::None,
    })
}

fn pick<T: Clone>(items: &[T], places: Places) -> Result<Vec<T>, Stop> {
    if places.step == 1 {
        return fill::copy(&items[places.start as usize..places.start as usize + places.count]);
    }
    fill::collect(places.iter().map(|at| items[at].clone()))
}

fn slice_of_str(rt: &mut Runtime, string: &Rc<Str>, whole: &Value, places: Places) -> Answer {
    if places.count == 0 {
        return Ok(Value::str(""));
    }
    if places.step == 1 && places.count == string.chars {
        return Ok(whole.clone());
    }
    rt.reserve(places.count * 4)?;
    if string.is_ascii() {
        if places.step == 1 {
            let start = places.start as usize;
            return Ok(Str::with_chars(fill::text(&string.text[start..start + places.count])?, places.count).into());
        }
        let bytes = string.text.as_bytes();
        return text_of(places.iter().map(|at| char::from(bytes[at])));
    }
    fuel::burn(string.chars as u64 / 8)?;
    if places.step == 1 {
        let mut chars = string.text.chars();
        if let Some(before) = (places.start as usize).checked_sub(1) {
            chars.nth(before);
        }
        return text_of(chars.take(places.count));
    }
    rt.reserve(string.chars * 4)?;
    let chars: Vec<char> = fill::collect(string.text.chars())?;
    text_of(places.iter().map(|at| chars[at]))
}

fn text_of(chars: impl Iterator<Item = char>) -> Answer {
    let mut text = String::new();
    fill::append_chars(&mut text, chars)?;
    Ok(Value::str(text))
}

/// `container[index] = value`. A request's result is of no interest.
pub fn set_item(rt: &mut Runtime, container: &Value, index: &Value, value: &Value) -> Result<(), Trap> {
    match container {
        Value::List(list) => {
            if let Value::Int(at) = index {
                return set_place(rt, list, *at, value);
            }
            set_in_list(rt, list, container, index, value)
        }
        Value::Dict(dict) => {
            if key::dict_set(rt, dict, index, value)? {
                return Ok(());
            }
            Err(rt.prelude("dict_setitem", vec![container.clone(), index.clone(), value.clone()]))
        }
        Value::ByteArray(array) => match bytes::set_item(rt, array, index, value)? {
            bytes::Assigned::Done => Ok(()),
            bytes::Assigned::AskIndex => Err(rt.prelude("setitem_with_index", vec![container.clone(), index.clone(), value.clone()])),
            bytes::Assigned::AskValue => Err(rt.prelude("bytearray_setitem", vec![container.clone(), index.clone(), value.clone()])),
        },
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) => {
            if overrides(container, names::SETITEM)
                && let Some(method) = attribute::special(rt, container, names::SETITEM)
            {
                return Err(rt.call(method, vec![index.clone(), value.clone()]));
            }
            let inner = plain(container);
            if matches!(inner, Value::List(_) | Value::Dict(_) | Value::ByteArray(_)) {
                return set_item(rt, inner, index, value);
            }
            Err(lacks(rt, container, names::DELITEM, "__setitem__").unwrap_or_else(|| no_assignment(rt, container)))
        }
        _ => Err(no_assignment(rt, container)),
    }
}

/// The error of a class that has one of `__setitem__` and `__delitem__`, and not the other.
fn lacks(rt: &Runtime, container: &Value, has: Symbol, wanted: &'static str) -> Option<Trap> {
    overrides(container, has).then(|| rt.raise(&rt.classes.attribute_error, wanted))
}

fn no_assignment(rt: &Runtime, container: &Value) -> Trap {
    rt.type_error(format!("'{}' object does not support item assignment", rt.type_name(container)))
}

fn set_place(rt: &Runtime, list: &List, at: i64, value: &Value) -> Result<(), Trap> {
    let Some(at) = slice::place(at, list.len()) else { return Err(rt.index_error("list assignment index out of range")) };
    let old = list.replace(at, value.clone());
    drop(old);
    Ok(())
}

fn set_in_list(rt: &mut Runtime, list: &List, container: &Value, index: &Value, value: &Value) -> Result<(), Trap> {
    let ask = |rt: &Runtime| rt.prelude("setitem_with_index", vec![container.clone(), index.clone(), value.clone()]);
    if let Value::Slice(slice) = index {
        let is_whole = matches!(slice.step, Value::None | Value::Int(1) | Value::True);
        let complaint = if is_whole { "can only assign an iterable" } else { "must assign iterable to extended slice" };
        let Some(items) = iterate::as_sequence(rt, value, complaint)? else {
            return Err(rt.prelude("setslice_from_iterable", vec![container.clone(), index.clone(), value.clone()]));
        };
        let Some(places) = slice::places(rt, slice, list.len() as i64)? else { return Err(ask(rt)) };
        return set_places(rt, list, places, items);
    }
    match slice::index(index) {
        Index::At(at) => set_place(rt, list, at, value),
        Index::Huge(_) => Err(too_large(rt, index)),
        Index::AskProgram => Err(ask(rt)),
        Index::Other => Err(rt.type_error(format!("list indices must be integers or slices, not {}", rt.type_name(index)))),
    }
}

fn set_places(rt: &mut Runtime, list: &List, places: Places, items: Vec<Value>) -> Result<(), Trap> {
    fuel::burn(if places.step == 1 { (items.len() + list.len()) as u64 / 8 } else { items.len() as u64 })?;
    if places.step == 1 {
        let start = places.start as usize;
        let old = list.edit(|own| exchange(own, start..start + places.count, items))?;
        heap::bury(old);
        return Ok(());
    }
    if items.len() != places.count {
        let message = format!("attempt to assign sequence of size {} to extended slice of size {}", items.len(), places.count);
        return Err(rt.value_error(message));
    }
    let old = list.edit(|own| fill::collect(places.iter().zip(items).map(|(at, item)| std::mem::replace(&mut own[at], item))))?;
    heap::bury(old);
    Ok(())
}

/// Puts items in the place of others, which it gives back.
fn exchange(own: &mut Vec<Value>, places: std::ops::Range<usize>, items: Vec<Value>) -> Result<Vec<Value>, Stop> {
    let behind = fill::collect(own.drain(places.end..))?;
    let old = fill::collect(own.drain(places.start..))?;
    own.reserve(items.len() + behind.len());
    fill::extend(own, items.into_iter())?;
    fill::extend(own, behind.into_iter())?;
    Ok(old)
}

/// `del container[index]`. A request's result is of no interest.
pub fn del_item(rt: &mut Runtime, container: &Value, index: &Value) -> Result<(), Trap> {
    match container {
        Value::List(list) => del_from_list(rt, list, container, index),
        Value::Dict(dict) => match key::in_dict(rt, dict, index)? {
            Place::At(at) => {
                let old = dict.remove_at(at);
                drop(old);
                Ok(())
            }
            Place::Missing(_) => Err(rt.key_error(index)),
            Place::AskProgram => Err(rt.prelude("dict_delitem", vec![container.clone(), index.clone()])),
        },
        Value::ByteArray(array) => match bytes::delete_item(rt, array, index)? {
            true => Ok(()),
            false => Err(rt.prelude("delitem_with_index", vec![container.clone(), index.clone()])),
        },
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) => {
            if overrides(container, names::DELITEM)
                && let Some(method) = attribute::special(rt, container, names::DELITEM)
            {
                return Err(rt.call(method, vec![index.clone()]));
            }
            let inner = plain(container);
            if matches!(inner, Value::List(_) | Value::Dict(_) | Value::ByteArray(_)) {
                return del_item(rt, inner, index);
            }
            Err(lacks(rt, container, names::SETITEM, "__delitem__").unwrap_or_else(|| no_deletion(rt, container, index)))
        }
        _ => Err(no_deletion(rt, container, index)),
    }
}

fn no_deletion(rt: &Runtime, container: &Value, index: &Value) -> Trap {
    // CPython's sequences and other types word it differently.
    let inner = plain(container);
    let is_sequence = super::truth::count(inner).is_some()
        || matches!(container, Value::Range(_))
        || super::program_class(container).is_some_and(|class| !class.builtin);
    let verb = if is_sequence && !matches!(slice::index(index), Index::Other) { "doesn't" } else { "does not" };
    rt.type_error(format!("'{}' object {verb} support item deletion", rt.type_name(container)))
}

fn del_from_list(rt: &mut Runtime, list: &List, container: &Value, index: &Value) -> Result<(), Trap> {
    let ask = |rt: &Runtime| rt.prelude("delitem_with_index", vec![container.clone(), index.clone()]);
    if let Value::Slice(slice) = index {
        let Some(places) = slice::places(rt, slice, list.len() as i64)? else { return Err(ask(rt)) };
        fuel::burn(list.len() as u64 / 16)?;
        let old = list.edit(|items| remove_places(items, places))?;
        heap::bury(old);
        return Ok(());
    }
    match slice::index(index) {
        Index::At(at) => {
            let Some(at) = slice::place(at, list.len()) else { return Err(rt.index_error("list assignment index out of range")) };
            fuel::note_copy((list.len() - at) * size_of::<Value>());
            let old = list.edit(|items| items.remove(at));
            drop(old);
            Ok(())
        }
        Index::Huge(_) => Err(too_large(rt, index)),
        Index::AskProgram => Err(ask(rt)),
        Index::Other => Err(rt.type_error(format!("list indices must be integers or slices, not {}", rt.type_name(index)))),
    }
}

fn remove_places(items: &mut Vec<Value>, places: Places) -> Result<Vec<Value>, Stop> {
    if places.step == 1 {
        let start = places.start as usize;
        return exchange(items, start..start + places.count, Vec::new());
    }
    let mut removed = Vec::with_capacity(places.count);
    let mut next = places.ascending().iter().peekable();
    let kept = std::mem::take(items).into_iter().enumerate().filter_map(|(at, item)| {
        if next.next_if_eq(&at).is_some() {
            removed.push(item);
            return None;
        }
        Some(item)
    });
    *items = fill::collect(kept)?;
    Ok(removed)
}

//! What changes a `bytearray`.

use std::rc::Rc;

use super::{byte, contents, for_class, of_iterable};
use crate::native::protocol::{self as p, method, wrap};
use crate::native::receive::{self, index};
use crate::object::native::{Answer, Native, NativeKind, Trap};
use crate::object::operate::bytes::{byte_array, copy_of};
use crate::object::operate::iterate::can_iterate;
use crate::object::operate::{plain, slice};
use crate::object::runtime::Runtime;
use crate::object::string::ByteArray;
use crate::object::value::Value;
use crate::object::{fill, fuel};

pub static TABLE: &[Native] = &[
    Native::new(NativeKind::StaticMethod, "__new__", "cls, source=b'', encoding='utf-8', errors='strict'", "Create a bytearray.", new),
    method("__init__", "self, source=b'', encoding='utf-8', errors='strict'", "Initialize self.", init),
    method("append", "self, item, /", "Append a single item to the end of the bytearray.", append),
    method("clear", "self, /", "Remove all items from the bytearray.", clear),
    method("copy", "self, /", "Return a copy of B.", copy),
    method("extend", "self, iterable_of_ints, /", "Append all the items from the iterator or sequence to the end.", extend),
    method("insert", "self, index, item, /", "Insert a single item into the bytearray before the given index.", insert),
    method("pop", "self, index=-1, /", "Remove and return a single item from B.", pop),
    method("remove", "self, value, /", "Remove the first occurrence of a value in the bytearray.", remove),
    method("reverse", "self, /", "Reverse the order of the values in B in place.", reverse),
    method("__delitem__", "self, key, /", "Delete self[key].", p::delitem),
    method("__iadd__", "self, value, /", "Implement self+=value.", p::iadd),
    method("__imul__", "self, value, /", "Implement self*=value.", p::imul),
    method("__setitem__", "self, key, value, /", "Set self[key] to value.", p::setitem),
];

fn array<'a>(rt: &Runtime, args: &'a [Value], method: &str) -> Result<&'a Rc<ByteArray>, Trap> {
    match args.first().map(plain) {
        Some(Value::ByteArray(array)) => Ok(array),
        _ => Err(receive::wrong_receiver(rt, args, method, "bytearray")),
    }
}

/// `__new__` fills the array too: `__init__` is called only where it is the program's, and then this one gets no source.
fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let base = rt.classes.bytearray.clone();
    let class = receive::class(rt, args, &base)?;
    if p::is_filled_later(class) {
        return wrap(rt, class, byte_array(Vec::new()));
    }
    match contents(rt, args, "bytearray").map_err(|trap| for_class(rt, trap, args, &base))? {
        Some(data) => wrap(rt, class, byte_array(data)),
        None => Err(rt.prelude("bytearray_new", vec![args[0].clone(), args[1].clone()])),
    }
}

fn init(rt: &mut Runtime, args: &[Value]) -> Answer {
    let array = array(rt, args, "__init__")?;
    match contents(rt, args, "bytearray")? {
        Some(data) => array.edit(|own| *own = data),
        None => return Err(rt.prelude("bytearray_init", vec![args[0].clone(), args[1].clone()])),
    }
    Ok(Value::None)
}

/// An item; where its `__index__` is the program's the prelude calls the method again.
fn item(rt: &mut Runtime, args: &[Value], at: usize, method: &str) -> Result<u8, Trap> {
    if let slice::Index::AskProgram = slice::index(&args[at]) {
        return Err(receive::with_indices(rt, args, method));
    }
    byte(rt, &args[at], "bytearray")
}

fn append(rt: &mut Runtime, args: &[Value]) -> Answer {
    let array = array(rt, args, "append")?;
    let item = item(rt, args, 1, "append")?;
    array.edit(|own| own.push(item));
    Ok(Value::None)
}

fn clear(rt: &mut Runtime, args: &[Value]) -> Answer {
    array(rt, args, "clear")?.edit(|own| *own = Vec::new());
    Ok(Value::None)
}

fn copy(rt: &mut Runtime, args: &[Value]) -> Answer {
    let array = array(rt, args, "copy")?;
    let length = array.data().len();
    rt.reserve(length)?;
    let data = fill::copy(&array.data())?;
    Ok(byte_array(data))
}

fn extend(rt: &mut Runtime, args: &[Value]) -> Answer {
    let array = array(rt, args, "extend")?;
    let more = match copy_of(&args[1])? {
        Some(data) => data,
        None => match plain(&args[1]) {
            _ if !can_iterate(&args[1]) => {
                return Err(rt.type_error(format!("can't extend bytearray with {}", rt.type_name(&args[1]))));
            }
            _ => match of_iterable(rt, &args[1], "bytearray")? {
                Some(data) => data,
                None => return Err(rt.prelude("bytearray_extend", vec![args[0].clone(), args[1].clone()])),
            },
        },
    };
    rt.reserve(more.len())?;
    fuel::burn_read(more.len())?;
    array.edit(|own| fill::append(own, &more))?;
    Ok(Value::None)
}

fn insert(rt: &mut Runtime, args: &[Value]) -> Answer {
    let array = array(rt, args, "insert")?;
    let at = index(rt, args, 1, "insert")?.unwrap_or(0);
    let item = item(rt, args, 2, "insert")?;
    let length = array.data().len();
    fuel::burn_copy(length)?;
    let at = if at < 0 { at.saturating_add(length as i64).max(0) } else { at.min(length as i64) };
    array.edit(|own| own.insert(at as usize, item));
    Ok(Value::None)
}

fn pop(rt: &mut Runtime, args: &[Value]) -> Answer {
    let array = array(rt, args, "pop")?;
    let at = index(rt, args, 1, "pop")?.unwrap_or(-1);
    let length = array.data().len();
    if length == 0 {
        return Err(rt.index_error("pop from empty bytearray"));
    }
    let at = slice::place(at, length).ok_or_else(|| rt.index_error("pop index out of range"))?;
    fuel::burn_copy(length - at)?;
    Ok(Value::Int(i64::from(array.edit(|own| own.remove(at)))))
}

fn remove(rt: &mut Runtime, args: &[Value]) -> Answer {
    let array = array(rt, args, "remove")?;
    let wanted = item(rt, args, 1, "remove")?;
    let length = array.data().len();
    fuel::burn_copy(length)?;
    let at = array.data().iter().position(|item| *item == wanted);
    let at = at.ok_or_else(|| rt.value_error("value not found in bytearray"))?;
    array.edit(|own| own.remove(at));
    Ok(Value::None)
}

fn reverse(rt: &mut Runtime, args: &[Value]) -> Answer {
    let array = array(rt, args, "reverse")?;
    let length = array.data().len();
    fuel::burn_copy(length)?;
    array.edit(|own| own.reverse());
    Ok(Value::None)
}

//! `list`.

use std::rc::Rc;

use super::protocol::{self as p, constructor, method, wrap, wrong_receiver};
use super::receive;
use crate::limits::size;
use crate::object::list::List;
use crate::object::native::{Answer, Native, Trap, optional};
use crate::object::operate::{plain, slice, to_vec};
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::value::Value;
use crate::object::{fill, fuel, heap};

pub static TABLE: &[Native] = &[
    constructor("cls, iterable=(), /", new),
    method("__init__", "self, iterable=(), /", "Initialize self.", init),
    method("append", "self, object, /", "Append object to the end of the list.", append),
    method("extend", "self, iterable, /", "Extend list by appending elements from the iterable.", extend),
    method("insert", "self, index, object, /", "Insert object before index.", insert),
    method("pop", "self, index=-1, /", "Remove and return item at index (default last).", pop),
    method("remove", "self, value, /", "Remove first occurrence of value.", remove),
    method("clear", "self, /", "Remove all items from list.", clear),
    method("index", "self, value, start=0, stop=9223372036854775807, /", "Return first index of value.", index),
    method("count", "self, value, /", "Return number of occurrences of value.", count),
    method("reverse", "self, /", "Reverse *IN PLACE*.", reverse),
    method("copy", "self, /", "Return a shallow copy of the list.", copy),
    method("sort", "self, /, *, key=None, reverse=False", "Sort the list in ascending order and return None.", sort),
    p::LEN,
    p::ITER,
    method("__reversed__", "self, /", "Return a reverse iterator over the list.", p::reversed),
    p::CONTAINS,
    method("__getitem__", "self, index, /", "x.__getitem__(y) <==> x[y]", p::getitem),
    method("__setitem__", "self, index, value, /", "Set self[key] to value.", p::setitem),
    method("__delitem__", "self, index, /", "Delete self[key].", p::delitem),
    p::ADD,
    method("__iadd__", "self, value, /", "Implement self+=value.", p::iadd),
    p::MUL,
    p::RMUL,
    method("__imul__", "self, value, /", "Implement self*=value.", p::imul),
    p::EQ,
    p::NE,
    p::LT,
    p::LE,
    p::GT,
    p::GE,
    p::REPR,
    p::CLASS_GETITEM,
];

/// The list that a receiver is, or holds.
fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<List>, Trap> {
    match args.first().map(plain) {
        Some(Value::List(list)) => Ok(list),
        _ => Err(wrong_receiver(rt, "list", args.first())),
    }
}

/// `__new__` fills the list too: `__init__` is called only where it is the program's, and then this one gets no iterable.
fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = receive::class(rt, args, &rt.classes.list)?;
    let items = match optional(args, 1) {
        None => Vec::new(),
        Some(_) if p::is_filled_later(class) => Vec::new(),
        Some(iterable) => match to_vec(rt, iterable)? {
            Some(items) => items,
            None => return Err(rt.prelude("list_new", vec![args[0].clone(), iterable.clone()])),
        },
    };
    wrap(rt, class, Value::list(items))
}

fn init(rt: &mut Runtime, args: &[Value]) -> Answer {
    let list = this(rt, args)?;
    let items = match optional(args, 1) {
        None => Vec::new(),
        Some(iterable) => match to_vec(rt, iterable)? {
            Some(items) => items,
            None => return Err(rt.prelude("list_init", vec![args[0].clone(), iterable.clone()])),
        },
    };
    let old = list.edit(|own| std::mem::replace(own, items));
    heap::bury(old);
    Ok(Value::None)
}

fn append(rt: &mut Runtime, args: &[Value]) -> Answer {
    this(rt, args)?.push(args[1].clone());
    Ok(Value::None)
}

fn extend(rt: &mut Runtime, args: &[Value]) -> Answer {
    let list = this(rt, args)?;
    match to_vec(rt, &args[1])? {
        Some(items) => {
            rt.reserve(items.len() * size_of::<Value>())?;
            list.edit(|own| fill::extend(own, items.into_iter()))?;
            Ok(Value::None)
        }
        None => Err(rt.prelude("list_extend", vec![args[0].clone(), args[1].clone()])),
    }
}

fn insert(rt: &mut Runtime, args: &[Value]) -> Answer {
    let list = this(rt, args)?;
    let Some(at) = slice::integer(rt, &args[1])? else {
        return Err(rt.prelude("list_insert", vec![args[0].clone(), args[1].clone(), args[2].clone()]));
    };
    let length = list.len() as i64;
    let at = if at < 0 { (at + length).max(0) } else { at.min(length) };
    fuel::burn((length - at) as u64 / 16)?;
    list.edit(|items| items.insert(at as usize, args[2].clone()));
    Ok(Value::None)
}

fn pop(rt: &mut Runtime, args: &[Value]) -> Answer {
    let list = this(rt, args)?;
    let at = match optional(args, 1) {
        None => -1,
        Some(at) => match slice::integer(rt, at)? {
            Some(at) => at,
            None => return Err(rt.prelude("list_pop", vec![args[0].clone(), at.clone()])),
        },
    };
    if list.is_empty() {
        return Err(rt.index_error("pop from empty list"));
    }
    let Some(place) = slice::place(at, list.len()) else { return Err(rt.index_error("pop index out of range")) };
    fuel::burn((list.len() - place) as u64 / 16)?;
    Ok(list.edit(|items| items.remove(place)))
}

fn remove(rt: &mut Runtime, args: &[Value]) -> Answer {
    let list = this(rt, args)?;
    let found = p::position(rt, &list.items(), &args[1], 0, usize::MAX)?;
    match found {
        Some(Some(at)) => {
            let old = list.edit(|items| items.remove(at));
            drop(old);
            Ok(Value::None)
        }
        Some(None) => Err(rt.value_error("list.remove(x): x not in list")),
        None => Err(rt.prelude("list_remove", vec![Value::List(list.clone()), args[1].clone()])),
    }
}

fn clear(rt: &mut Runtime, args: &[Value]) -> Answer {
    this(rt, args)?.clear();
    Ok(Value::None)
}

fn index(rt: &mut Runtime, args: &[Value]) -> Answer {
    let list = this(rt, args)?;
    let (start, stop) = bounds(rt, args, list.len())?;
    let found = p::position(rt, &list.items(), &args[1], start, stop)?;
    match found {
        Some(Some(at)) => Ok(Value::Int(at as i64)),
        Some(None) => match crate::object::repr::try_repr(rt, &args[1])? {
            Some(text) => Err(rt.value_error(format!("{text} is not in list"))),
            None => Err(rt.prelude("not_in_list", vec![args[1].clone()])),
        },
        None => Err(rt.prelude(
            "sequence_index",
            vec![Value::List(list.clone()), args[1].clone(), Value::Int(start as i64), Value::Int(stop as i64)],
        )),
    }
}

/// Has the prelude call `index` again, with the `__index__` of `start` and `stop` asked.
fn ask_bounds(rt: &mut Runtime, args: &[Value]) -> Trap {
    let class = rt.class_of(plain(&args[0]));
    let method = class.lookup(symbol_of("index")).unwrap_or(Value::None);
    let given = args.iter().filter(|arg| !arg.is_unbound()).cloned().collect();
    rt.prelude("sequence_index_within", vec![method, Value::tuple(given)])
}

/// The optional `start` and `stop` of `index`, as places.
pub fn bounds(rt: &mut Runtime, args: &[Value], length: usize) -> Result<(usize, usize), Trap> {
    let mut bound = |at: usize, default: usize| match optional(args, at) {
        None => Ok(default),
        Some(value) => match slice::index(value) {
            slice::Index::At(place) if place < 0 => Ok(size((place + length as i64).max(0))),
            slice::Index::At(place) => Ok(size(place)),
            slice::Index::Huge(negative) => Ok(if negative { 0 } else { usize::MAX }),
            slice::Index::AskProgram => Err(ask_bounds(rt, args)),
            slice::Index::Other => Err(rt.type_error("slice indices must be integers or have an __index__ method")),
        },
    };
    Ok((bound(2, 0)?, bound(3, usize::MAX)?.min(length)))
}

fn count(rt: &mut Runtime, args: &[Value]) -> Answer {
    let list = this(rt, args)?;
    let found = p::occurrences(rt, &list.items(), &args[1])?;
    match found {
        Some(count) => Ok(Value::Int(count as i64)),
        None => Err(rt.prelude("sequence_count", vec![Value::List(list.clone()), args[1].clone()])),
    }
}

fn reverse(rt: &mut Runtime, args: &[Value]) -> Answer {
    let list = this(rt, args)?;
    fuel::burn(list.len() as u64 / 16)?;
    list.edit(|items| items.reverse());
    Ok(Value::None)
}

fn copy(rt: &mut Runtime, args: &[Value]) -> Answer {
    let list = this(rt, args)?;
    rt.reserve(list.len() * size_of::<Value>())?;
    fuel::burn(list.len() as u64 / 2)?;
    let items = fill::copy(&list.items())?;
    Ok(Value::list(items))
}

fn sort(rt: &mut Runtime, args: &[Value]) -> Answer {
    let list = this(rt, args)?;
    let key = optional(args, 1).cloned().unwrap_or(Value::None);
    let reverse = optional(args, 2).cloned().unwrap_or(Value::False);
    if key.is_none()
        && let Some(reverse) = slice::c_int(rt, &reverse)?
    {
        let reverse = reverse != 0;
        rt.reserve(list.len() * size_of::<Value>())?;
        let items = fill::copy(&list.items())?;
        if let Some(sorted) = super::sort::sorted(rt, items, reverse)? {
            let old = list.edit(|own| std::mem::replace(own, sorted));
            heap::bury(old);
            return Ok(Value::None);
        }
    }
    Err(rt.prelude("list_sort", vec![Value::List(list.clone()), key, reverse]))
}

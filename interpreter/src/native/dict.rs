//! `dict`, its views, and the read-only proxy of a mapping.

use std::rc::Rc;

use super::protocol::{self as p, class_argument, constructor, method, wrap, wrong_receiver};
use super::receive;
use crate::library::prelude_name;
use crate::object::attribute;
use crate::object::dict::Dict;
use crate::object::fuel;
use crate::object::heap::Header;
use crate::object::iterator::{View, ViewKind};
use crate::object::native::{Answer, Native, NativeKind, Trap, optional};
use crate::object::operate::item::as_dict;
use crate::object::operate::key::{self, Place};
use crate::object::operate::{binary, overrides, plain, to_vec};
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::op::Binary;

pub static DICT: &[Native] = &[
    constructor("cls, /, *args, **kwargs", new),
    method("__init__", "self, /, *args, **kwargs", "Initialize self.", |rt, args| update_by(rt, args, "dict")),
    method("get", "self, key, default=None, /", "Return the value for key if key is in the dictionary, else default.", get),
    method("setdefault", "self, key, default=None, /", "Insert key with a value of default if key is not in the dictionary.", setdefault),
    method("pop", "self, key, default=None, /", "Remove specified key and return the corresponding value.", pop),
    method("popitem", "self, /", "Remove and return a (key, value) pair as a 2-tuple.", popitem),
    method("update", "self, /, *args, **kwargs", "Update D from mapping/iterable E and F.", |rt, args| update_by(rt, args, "update")),
    method("keys", "self, /", "A set-like object providing a view on D's keys.", keys),
    method("values", "self, /", "An object providing a view on D's values.", values),
    method("items", "self, /", "A set-like object providing a view on D's items.", items),
    method("clear", "self, /", "Remove all items from D.", clear),
    method("copy", "self, /", "A shallow copy of D.", copy),
    Native::new(
        NativeKind::ClassMethod,
        "fromkeys",
        "cls, iterable, value=None, /",
        "Create a new dictionary with keys from iterable.",
        fromkeys,
    ),
    p::LEN,
    p::ITER,
    method("__reversed__", "self, /", "Return a reverse iterator over the dict keys.", p::reversed),
    method("__contains__", "self, key, /", "True if the dictionary has the specified key, else False.", p::contains),
    method("__getitem__", "self, key, /", "x.__getitem__(y) <==> x[y]", getitem),
    method("__setitem__", "self, key, value, /", "Set self[key] to value.", p::setitem),
    method("__delitem__", "self, key, /", "Delete self[key].", p::delitem),
    p::EQ,
    p::NE,
    p::OR,
    p::ROR,
    method("__ior__", "self, value, /", "Return self|=value.", p::ior),
    p::REPR,
    p::CLASS_GETITEM,
];

pub static KEYS: &[Native] = &[
    method("isdisjoint", "self, other, /", "Return True if the view and the given iterable have a null intersection.", isdisjoint),
    p::LEN,
    p::ITER,
    method("__reversed__", "self, /", "Return a reverse iterator over the dict keys.", p::reversed),
    p::CONTAINS,
    p::AND,
    p::RAND,
    p::OR,
    p::ROR,
    p::SUB,
    p::RSUB,
    p::XOR,
    p::RXOR,
    p::EQ,
    p::NE,
    p::LT,
    p::LE,
    p::GT,
    p::GE,
    p::REPR,
    Native::attribute("mapping", "dictionary that this view refers to", mapping),
];

pub static VALUES: &[Native] = &[
    p::LEN,
    p::ITER,
    method("__reversed__", "self, /", "Return a reverse iterator over the dict values.", p::reversed),
    p::REPR,
    Native::attribute("mapping", "dictionary that this view refers to", mapping),
];

pub static PROXY: &[Native] = &[
    constructor("cls, mapping, /", proxy_new),
    p::CLASS_GETITEM,
    method("get", "self, key, default=None, /", "Return the value for key if key is in the mapping, else default.", get),
    method("keys", "self, /", "a set-like object providing a view on D's keys", keys),
    method("values", "self, /", "an object providing a view on D's values", values),
    method("items", "self, /", "a set-like object providing a view on D's items", items),
    method("copy", "self, /", "a shallow copy of D", copy),
    p::LEN,
    p::ITER,
    method("__reversed__", "self, /", "D.__reversed__() -> reverse iterator", p::reversed),
    p::CONTAINS,
    p::GETITEM,
    method("__or__", "self, value, /", "Return self|value.", proxy_or),
    p::EQ,
    p::NE,
    p::REPR,
];

/// A view of a dict.
pub fn view(kind: ViewKind, dict: Rc<Dict>) -> Value {
    View { header: Header::new(crate::object::heap::object_bytes::<View>()), kind, dict }.into()
}

/// The dict that a receiver is, holds, or is a proxy of.
fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Dict>, Trap> {
    match args.first().map(plain) {
        Some(Value::Dict(dict)) => Ok(dict),
        Some(Value::View(view)) => Ok(&view.dict),
        _ => Err(wrong_receiver(rt, "dict", args.first())),
    }
}

/// `__new__` fills the dict too: `__init__` is called only where it is the program's, and then this one gets no arguments.
fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = receive::class(rt, args, &rt.classes.dict)?;
    let dict = Dict::new();
    if p::is_filled_later(class) {
        return wrap(rt, class, Value::Dict(dict));
    }
    if args.len() > 3 {
        return Err(rt.type_error(format!("dict expected at most 1 argument, got {}", args.len() - 2)));
    }
    if let Some(source) = args.get(2)
        && !merge(rt, &dict, source)?
    {
        return Err(rt.prelude("dict_new", vec![args[0].clone(), source.clone(), args[1].clone()]));
    }
    add_keywords(rt, &dict, args.get(1))?;
    wrap(rt, class, Value::Dict(dict))
}

fn add_keywords(rt: &Runtime, dict: &Dict, keywords: Option<&Value>) -> Result<(), Trap> {
    if let Some(Value::Dict(keywords)) = keywords {
        for entry in keywords.walk() {
            // After a look no search goes too far.
            fuel::burn(1)?;
            key::dict_set(rt, dict, &entry.key, &entry.value)?;
        }
    }
    Ok(())
}

/// `dict.update`, and `dict.__init__`, which does the same. The slice is: self, the dict of keywords, positional arguments.
fn update_by(rt: &mut Runtime, args: &[Value], name: &str) -> Answer {
    let dict = this(rt, args)?.clone();
    if args.len() > 3 {
        return Err(rt.type_error(format!("{name} expected at most 1 argument, got {}", args.len() - 2)));
    }
    if let Some(source) = args.get(2)
        && !merge(rt, &dict, source)?
    {
        return Err(rt.prelude("dict_update", vec![Value::Dict(dict), source.clone(), args[1].clone()]));
    }
    add_keywords(rt, &dict, args.get(1))?;
    Ok(Value::None)
}

/// Sets everything that a mapping or an iterable of pairs has; false if the program must be asked, and no iterator was used up.
pub fn merge(rt: &mut Runtime, dict: &Rc<Dict>, source: &Value) -> Result<bool, Trap> {
    let mapping = match source {
        Value::View(view) if view.kind == ViewKind::Proxy => Some(view.dict.clone()),
        // Whether it has `keys` is asked of what is no dict itself.
        _ => as_dict(source).filter(|_| !overrides(source, symbol_of("keys"))).cloned(),
    };
    if let Some(other) = mapping {
        if Rc::ptr_eq(dict, &other) {
            return Ok(true);
        }
        rt.reserve(other.len() * 64)?;
        key::burn_merge(dict, &other)?;
        for entry in other.walk() {
            fuel::go_on(4)?;
            if !key::dict_take(dict, &entry) {
                return Ok(false);
            }
        }
        return Ok(true);
    }
    // An iterator would be used up by a look: it goes to the prelude.
    match source {
        Value::Iter(_) | Value::Generator(_) | Value::Instance(_) | Value::Class(_) | Value::Exception(_) => Ok(false),
        _ => pairs(rt, dict, source),
    }
}

fn pairs(rt: &mut Runtime, dict: &Dict, source: &Value) -> Result<bool, Trap> {
    let Some(pairs) = to_vec(rt, source)? else { return Ok(false) };
    rt.reserve(pairs.len() * 64)?;
    for (at, pair) in pairs.iter().enumerate() {
        fuel::burn(4)?;
        let items = match pair {
            Value::Tuple(tuple) => tuple.items.clone(),
            Value::List(list) => list.items().clone(),
            Value::Iter(_) | Value::Generator(_) | Value::Instance(_) => return Ok(false),
            other => match to_vec(rt, other) {
                Ok(Some(items)) => items,
                Ok(None) => return Ok(false),
                Err(Trap::Raise(_)) => {
                    return Err(rt.type_error(format!("cannot convert dictionary update sequence element #{at} to a sequence")));
                }
                Err(other) => return Err(other),
            },
        };
        let [key, value] = &items[..] else {
            return Err(rt.value_error(format!("dictionary update sequence element #{at} has length {}; 2 is required", items.len())));
        };
        if !key::dict_set(rt, dict, key, value)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn get(rt: &mut Runtime, args: &[Value]) -> Answer {
    let dict = this(rt, args)?;
    match key::in_dict(rt, dict, &args[1])? {
        Place::At(at) => Ok(dict.value_at(at)),
        Place::Missing(_) => Ok(optional(args, 2).cloned().unwrap_or(Value::None)),
        Place::AskProgram => {
            let default = optional(args, 2).cloned().unwrap_or(Value::None);
            Err(rt.prelude("dict_get", vec![Value::Dict(dict.clone()), args[1].clone(), default]))
        }
    }
}

fn setdefault(rt: &mut Runtime, args: &[Value]) -> Answer {
    let dict = this(rt, args)?;
    let default = optional(args, 2).cloned().unwrap_or(Value::None);
    match key::in_dict(rt, dict, &args[1])? {
        Place::At(at) => Ok(dict.value_at(at)),
        Place::Missing(hash) => {
            dict.insert_new(hash, args[1].clone(), default.clone());
            Ok(default)
        }
        Place::AskProgram => Err(rt.prelude("dict_setdefault", vec![Value::Dict(dict.clone()), args[1].clone(), default])),
    }
}

fn pop(rt: &mut Runtime, args: &[Value]) -> Answer {
    let dict = this(rt, args)?;
    if dict.is_empty() {
        // The key is not even hashed.
        return optional(args, 2).cloned().ok_or_else(|| rt.key_error(&args[1]));
    }
    match key::in_dict(rt, dict, &args[1])? {
        Place::At(at) => Ok(dict.remove_at(at).map_or(Value::None, |entry| entry.value)),
        Place::Missing(_) => match optional(args, 2) {
            Some(default) => Ok(default.clone()),
            None => Err(rt.key_error(&args[1])),
        },
        Place::AskProgram => {
            let default = optional(args, 2).cloned();
            let mut all = vec![Value::Dict(dict.clone()), args[1].clone()];
            all.extend(default);
            Err(rt.prelude("dict_pop", all))
        }
    }
}

fn popitem(rt: &mut Runtime, args: &[Value]) -> Answer {
    let dict = this(rt, args)?;
    let Some((at, entry)) = dict.last_entry() else {
        return Err(rt.key_error(&Value::str("popitem(): dictionary is empty")));
    };
    drop(dict.remove_at(at));
    Ok(Value::tuple(vec![entry.key, entry.value]))
}

fn keys(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(view(ViewKind::Keys, this(rt, args)?.clone()))
}

fn values(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(view(ViewKind::Values, this(rt, args)?.clone()))
}

fn items(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(view(ViewKind::Items, this(rt, args)?.clone()))
}

fn clear(rt: &mut Runtime, args: &[Value]) -> Answer {
    this(rt, args)?.clear();
    Ok(Value::None)
}

fn copy(rt: &mut Runtime, args: &[Value]) -> Answer {
    let dict = this(rt, args)?;
    if overrides(&args[0], names::ITER) && !dict.is_empty() {
        return Err(rt.prelude("dict_copy", vec![args[0].clone()]));
    }
    rt.reserve(dict.len() * 64)?;
    Ok(Value::Dict(dict.copy()?))
}

fn fromkeys(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = class_argument(rt, args, "dict")?.clone();
    let value = optional(args, 2).cloned().unwrap_or(Value::None);
    let ask = |rt: &Runtime, keys: Value| rt.prelude("dict_fromkeys", vec![args[0].clone(), keys, value.clone()]);
    if !class.builtin {
        return Err(ask(rt, args[1].clone()));
    }
    let Some(keys) = to_vec(rt, &args[1])? else { return Err(ask(rt, args[1].clone())) };
    let dict = Dict::new();
    rt.reserve(keys.len() * 64)?;
    for key in &keys {
        fuel::burn(4)?;
        if !key::dict_set(rt, &dict, key, &value)? {
            return Err(ask(rt, Value::list(keys)));
        }
    }
    Ok(Value::Dict(dict))
}

/// `dict.__getitem__`, which asks a subclass's `__missing__`.
fn getitem(rt: &mut Runtime, args: &[Value]) -> Answer {
    let dict = this(rt, args)?;
    match key::in_dict(rt, dict, &args[1])? {
        Place::At(at) => Ok(dict.value_at(at)),
        Place::Missing(_) => {
            if overrides(&args[0], names::MISSING)
                && let Some(missing) = attribute::special(rt, &args[0], names::MISSING)
            {
                return Err(rt.call(missing, vec![args[1].clone()]));
            }
            Err(rt.key_error(&args[1]))
        }
        Place::AskProgram => {
            let function =
                if overrides(&args[0], names::MISSING) { prelude_name("dict_getitem_or_missing") } else { prelude_name("dict_getitem") };
            Err(rt.prelude(function, vec![args[0].clone(), args[1].clone()]))
        }
    }
}

fn mapping(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(view(ViewKind::Proxy, this(rt, args)?.clone()))
}

fn isdisjoint(rt: &mut Runtime, args: &[Value]) -> Answer {
    Err(rt.prelude("is_disjoint", vec![args[0].clone(), args[1].clone()]))
}

fn proxy_new(rt: &mut Runtime, args: &[Value]) -> Answer {
    match &args[1] {
        Value::Dict(dict) => Ok(view(ViewKind::Proxy, dict.clone())),
        Value::View(inner) if inner.kind == ViewKind::Proxy => Ok(view(ViewKind::Proxy, inner.dict.clone())),
        mapping if is_mapping(rt, mapping) => Err(rt.prelude("proxy_of", vec![mapping.clone()])),
        other => Err(rt.type_error(format!("mappingproxy() argument must be a mapping, not {}", rt.type_name(other)))),
    }
}

/// Whether it takes subscripts, and is none of those that take places alone.
fn is_mapping(rt: &Runtime, value: &Value) -> bool {
    let class = rt.class_of(value);
    let is_sequence = [&rt.classes.list, &rt.classes.tuple].iter().any(|sequence| class.is_subclass(sequence));
    !is_sequence && &*rt.type_name(value) != "collections.deque" && class.lookup(names::GETITEM).is_some()
}

fn proxy_or(rt: &mut Runtime, args: &[Value]) -> Answer {
    let dict = Value::Dict(this(rt, args)?.clone());
    let other = match &args[1] {
        Value::View(view) if view.kind == ViewKind::Proxy => Value::Dict(view.dict.clone()),
        other => other.clone(),
    };
    binary(rt, Binary::Or, &dict, &other, false)
}

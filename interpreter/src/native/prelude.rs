//! The natives that `library/prelude/` alone uses: what a leaf can still do where the program's methods do the rest.

use std::rc::Rc;

use super::builtins;
use super::protocol::{class_argument, function, wrap};
use super::sort;
use crate::Stream;
use crate::object::attribute;
use crate::object::class::Class;
use crate::object::class_builder::make_class;
use crate::object::dict::{self, Dict};
use crate::object::equality::{self, Hashed};
use crate::object::fuel;
use crate::object::iterator::ViewKind;
use crate::object::native::{Answer, Native, Trap};
use crate::object::operate::binary::{self, ALL};
use crate::object::operate::compare::{self, Verdict};
use crate::object::operate::item::as_dict;
use crate::object::operate::{number, overrides, plain};
use crate::object::repr;
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::set::{self, Set};
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    function("_special", "object, name, /", "A method looked up on the type, bound; None where there is none.", special),
    function("_own", "object, name, /", "The same, if a class of the program's or the library's defines it.", own),
    function(
        "_getter_of",
        "method, /",
        "The getter of a method that a descriptor is still to be asked for, and its arguments; or None.",
        |_, args| Ok(attribute::getter_of(&args[0]).cloned().unwrap_or(Value::None)),
    ),
    function("_own_on_class", "cls, name, /", "What a class of the program's in the MRO defines, unbound, or None.", own_on_class),
    function("_inner", "object, /", "The built-in value inside of an instance; the object itself where there is none.", |_, args| {
        Ok(plain(&args[0]).clone())
    }),
    function("_referent", "object, /", "What a weak reference refers to; None for anything else.", |_, args| {
        Ok(if let Value::WeakRef(reference) = plain(&args[0]) { reference.get() } else { Value::None })
    }),
    function("_keep_hash", "reference, hash, /", "Keeps the hash of what a weak reference refers to.", |_, args| {
        if let (Value::WeakRef(reference), Value::Int(hash)) = (plain(&args[0]), &args[1]) {
            reference.hash.set(Some(*hash as u64));
        }
        Ok(args[1].clone())
    }),
    function("_new_around", "cls, inner, /", "A new object of a class that extends a built-in type.", |rt, args| {
        let class = class_argument(rt, args, "type")?;
        wrap(rt, class, args[1].clone())
    }),
    function("_static_type", "cls, /", "The class, which passes for one written in C.", super::machine::static_type),
    function("_match_as", "cls, kind, /", "Has patterns take instances for a 'sequence' or a 'mapping'.", super::machine::match_as),
    function("_final", "cls, /", "The class, which the program can't extend.", super::machine::final_type),
    function("_fill_by", "cls, filler, /", "Notes that the class's `__new__` has objects filled by this function alone.", |_, args| {
        if let (Value::Class(class), Value::Function(filler)) = (&args[0], &args[1]) {
            class.fill_by(filler.clone());
        }
        Ok(Value::None)
    }),
    function("_is_a", "object, class_or_tuple, /", "`isinstance` as C asks for a type: nothing of the program's is asked.", |rt, args| {
        let class = rt.class_of(&args[0]);
        let is_below = |wanted: &Value| matches!(wanted, Value::Class(wanted) if class.is_subclass(wanted));
        Ok(Value::bool(match &args[1] {
            Value::Tuple(classes) => classes.items.iter().any(is_below),
            one => is_below(one),
        }))
    }),
    function("_is_real_subclass", "sub, cls, /", "Whether a class is a subclass of another one, by the MRO.", is_real_subclass),
    function(
        "_super_from",
        "cls, object, start, /",
        "`super(cls, object)` of an object that passes for one of the class `start`.",
        |rt, args| {
            let start = class_argument(rt, &args[2..], "type")?.clone();
            Ok(attribute::make_super_from(class_argument(rt, args, "type")?.clone(), args[1].clone(), start))
        },
    ),
    function("_make_group", "cls, message, errors, given, /", "A group of the exceptions of a tuple.", super::exception::make_group_of),
    function("_type_name", "object, /", "What messages call the type of an object.", |rt, args| Ok(Value::str(&*rt.type_name(&args[0])))),
    function("_full_name", "cls, /", "A class's name with its module.", |rt, args| {
        let class = class_argument(rt, args, "type")?;
        Ok(Value::str(repr::full_name(class)))
    }),
    function("_make_class", "meta, name, bases, namespace, /", "A class, its descriptors not yet told their names.", new_class),
    function("_set_mro", "cls, mro, /", "The method resolution order that a metaclass chose.", set_mro),
    function("_binary_numbers", "op, a, b, /", "What the number slots of built-in types make of it, or NotImplemented.", binary_numbers),
    function(
        "_binary_numbers_in_place",
        "op, a, b, /",
        "What the in-place slots of dicts and sets make of it, or NotImplemented.",
        |rt, args| {
            let op = numbered(rt, &ALL, &args[0])?;
            Ok(binary::by_numbers(rt, op, &args[1], &args[2], true)?.unwrap_or(Value::NotImplemented))
        },
    ),
    function("_binary_rest", "op, a, b, in_place, /", "What their sequence slots make of it, or the TypeError.", binary_rest),
    function("_unsupported", "sign, a, b, /", "The TypeError of operands that don't fit.", |rt, args| {
        raised(builtins::unsupported(rt, args[0].as_str().unwrap_or_default(), &args[1], &args[2]))
    }),
    function("_unsupported_comparison", "op, a, b, /", "The TypeError of types that have no order.", |rt, args| {
        raised(compare::not_supported(rt, numbered(rt, &compare::ALL, &args[0])?, &args[1], &args[2]))
    }),
    function(
        "_compare_builtin",
        "op, a, b, /",
        "What built-in types make of it: a bool, NotImplemented, or None: ask inside.",
        compare_builtin,
    ),
    function("_is_set_like", "object, /", "Whether it is a set, a frozenset, or a view like one.", is_set_like),
    function("_hash_int", "number, /", "What `hash()` makes of the integer that a `__hash__` answered.", hash_answered),
    function("_hash_tuple", "hashes, /", "The hash of a tuple whose items have these hashes.", hash_tuple),
    function("_hash_frozenset", "set, /", "The hash of the frozenset that a set equals.", hash_frozenset),
    function("_hash_known", "object, /", "The hash of what needs nothing of the program's; None where there is none.", |rt, args| {
        known_hash(rt, &args[0])
    }),
    function("_dict_of", "object, /", "The dict that it is, if iterating it is a dict's.", dict_of),
    function("_dict_find", "dict, hash, key, /", "The place of a key, -1, or None: ask the program.", dict_find),
    function("_candidates", "dict, hash, /", "The places and keys that have this hash.", |rt, args| {
        let found = this_dict(rt, args)?.candidates(hash_argument(&args[1]));
        Ok(pairs(found))
    }),
    function("_dict_value_at", "dict, place, /", "The value at a place.", |rt, args| {
        let value = this_dict(rt, args)?.value_at(small(&args[1]) as usize);
        Ok(if value.is_unbound() { Value::None } else { value })
    }),
    function("_dict_set_at", "dict, place, value, /", "Sets the value at a place.", |rt, args| {
        let old = this_dict(rt, args)?.set_at(small(&args[1]) as usize, args[2].clone());
        drop(old);
        Ok(Value::None)
    }),
    function("_dict_insert", "dict, hash, key, value, /", "Adds an entry that is not there.", |rt, args| {
        this_dict(rt, args)?.insert_new(hash_argument(&args[1]), args[2].clone(), args[3].clone());
        Ok(Value::None)
    }),
    function("_dict_remove_at", "dict, place, /", "Removes an entry, giving its value.", |rt, args| {
        Ok(this_dict(rt, args)?.remove_at(small(&args[1]) as usize).map_or(Value::None, |entry| entry.value))
    }),
    function("_set_find", "set, hash, element, /", "The place of an element, -1, or None: ask the program.", set_find),
    function("_set_candidates", "set, hash, /", "The places and elements that have this hash.", |rt, args| {
        let found = this_set(rt, args)?.candidates(hash_argument(&args[1]));
        Ok(pairs(found))
    }),
    function("_set_entries", "set, /", "The hashes and elements of a set.", |rt, args| {
        let set = this_set(rt, args)?;
        fuel::burn(4 * set.len() as u64)?;
        rt.reserve(set.len().saturating_mul(96))?;
        Ok(Value::list(set.entries().into_iter().map(|(hash, key)| Value::tuple(vec![Value::Int(hash as i64), key])).collect()))
    }),
    function("_set_insert", "set, hash, element, /", "Adds an element that is not there.", |rt, args| {
        this_set(rt, args)?.insert_new(hash_argument(&args[1]), args[2].clone())?;
        Ok(Value::None)
    }),
    function("_set_remove_at", "set, place, /", "Removes an element.", |rt, args| {
        let old = this_set(rt, args)?.remove_at(small(&args[1]) as usize);
        drop(old);
        Ok(Value::None)
    }),
    function("_set_make_room", "set, count, /", "Makes room for that many more elements.", |rt, args| {
        let count = usize::try_from(small(&args[1])).unwrap_or(0);
        rt.reserve(count.saturating_mul(64))?;
        this_set(rt, args)?.make_room(count)?;
        Ok(Value::None)
    }),
    function("_set_shrink", "set, /", "Gives up the places that elements were removed from, where these are many.", |rt, args| {
        this_set(rt, args)?.shrink()?;
        Ok(Value::None)
    }),
    function("_set_replace", "set, other, /", "Takes over the elements of another set.", |rt, args| {
        let set = this_set(rt, args)?;
        set.replace(this_set(rt, &args[1..])?);
        Ok(Value::None)
    }),
    function("_sort_order", "keys, reverse, /", "The places of keys in their order; None: ask the program.", sort_order),
    function("_escape_non_ascii", "text, /", "A repr as ascii() shows it.", |_, args| {
        Ok(Value::str(crate::object::text::quote::escape_non_ascii(args[0].as_str().unwrap_or_default())?))
    }),
    function(
        "_hook",
        "name, /",
        "What the program has put in the place of a hook of `sys`, in a tuple, which is empty if it was deleted; None where that is its own.",
        hook,
    ),
    function("_write", "text, stream, /", "Writes to standard output (0) or standard error (1).", write),
];

fn small(value: &Value) -> i64 {
    match plain(value) {
        Value::Int(i) => *i,
        Value::True => 1,
        _ => 0,
    }
}

/// The operator of a number. A program may reach these functions through the library's globals, with any number.
fn numbered<T: Copy>(rt: &Runtime, all: &[T], number: &Value) -> Result<T, Trap> {
    let found = usize::try_from(small(number)).ok().and_then(|at| all.get(at));
    found.copied().ok_or_else(|| rt.index_error("no operator has this number"))
}

/// A hash, as `hash()` gives it.
fn hash_argument(value: &Value) -> u64 {
    small(value) as u64
}

/// An exception that is to be raised, as a value.
fn raised(trap: Trap) -> Answer {
    match trap {
        Trap::Raise(exception) => Ok(Value::Exception(exception)),
        other => Err(other),
    }
}

fn pairs(found: Vec<(usize, Value)>) -> Value {
    Value::list(found.into_iter().map(|(at, key)| Value::tuple(vec![Value::Int(at as i64), key])).collect())
}

fn special(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = symbol_of(args[1].as_str().unwrap_or_default());
    Ok(bound_or_none(attribute::special(rt, &args[0], name)))
}

/// A method for the prelude: None where there is none. One that is None itself can be called, and says that it can't.
fn bound_or_none(method: Option<Value>) -> Value {
    static NOT_CALLABLE: Native =
        function("NoneType", "*args", "Not callable.", |rt, _| Err(rt.type_error("'NoneType' object is not callable")));
    match method {
        Some(Value::None) => Value::Native(&NOT_CALLABLE),
        Some(method) => method,
        None => Value::None,
    }
}

fn own(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = symbol_of(args[1].as_str().unwrap_or_default());
    if !overrides(&args[0], name) {
        return Ok(Value::None);
    }
    Ok(bound_or_none(attribute::special(rt, &args[0], name)))
}

fn own_on_class(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = symbol_of(args[1].as_str().unwrap_or_default());
    let class = class_argument(rt, args, "type")?;
    Ok(bound_or_none(class.lookup(name).filter(|_| class.overrides(name))))
}

fn is_real_subclass(_: &mut Runtime, args: &[Value]) -> Answer {
    Ok(match (&args[0], &args[1]) {
        (Value::Class(sub), Value::Class(class)) => Value::bool(sub.is_subclass(class)),
        _ => Value::False,
    })
}

fn new_class(rt: &mut Runtime, args: &[Value]) -> Answer {
    let meta = class_argument(rt, args, "type")?;
    let name = args[1].as_str().unwrap_or_default();
    let Value::Tuple(given) = &args[2] else { return Err(rt.type_error("bases must be a tuple")) };
    let Value::Dict(namespace) = &args[3] else { return Err(rt.type_error("a namespace must be a dict")) };
    let mut bases: Vec<Rc<Class>> = Vec::with_capacity(given.items.len());
    for base in &given.items {
        match base {
            Value::Class(base) => bases.push(base.clone()),
            _ => return Err(rt.type_error("bases must be types")),
        }
    }
    make_class(rt, meta, name, bases, namespace).map(Value::Class)
}

fn set_mro(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = class_argument(rt, args, "type")?;
    let Value::Tuple(given) = &args[1] else { return Err(rt.type_error("mro() must return an iterable")) };
    let mut mro = Vec::new();
    for item in &given.items {
        match item {
            Value::Class(found) if Rc::ptr_eq(found, class) => {}
            Value::Class(found) => mro.push(found.clone()),
            other => return Err(rt.type_error(format!("mro() returned a non-class ('{}')", rt.type_name(other)))),
        }
    }
    class.set_mro(mro);
    attribute::refresh_flags(rt, class);
    Ok(Value::None)
}

fn binary_numbers(rt: &mut Runtime, args: &[Value]) -> Answer {
    let op = small(&args[0]) as usize;
    let found = match ALL.get(op) {
        Some(op) => binary::by_numbers(rt, *op, &args[1], &args[2], false)?,
        None => number::divmod(rt, plain(&args[1]), plain(&args[2]))?,
    };
    Ok(found.unwrap_or(Value::NotImplemented))
}

fn binary_rest(rt: &mut Runtime, args: &[Value]) -> Answer {
    let op = numbered(rt, &ALL, &args[0])?;
    let in_place = matches!(args[3], Value::True);
    binary::by_sequences(rt, op, &args[1], &args[2], in_place)
}

fn compare_builtin(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(match compare::own_verdict(rt, numbered(rt, &compare::ALL, &args[0])?, &args[1], &args[2])? {
        Verdict::Known(result) => Value::bool(result),
        Verdict::NotImplemented => Value::NotImplemented,
        Verdict::AskProgram => Value::None,
    })
}

fn is_set_like(_: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::bool(match plain(&args[0]) {
        Value::Set(_) => true,
        Value::View(view) => matches!(view.kind, ViewKind::Keys | ViewKind::Items),
        _ => false,
    }))
}

/// An answer that fits stays as it is; only -1 is kept for errors.
fn hash_answered(rt: &mut Runtime, args: &[Value]) -> Answer {
    match plain(&args[0]) {
        Value::Int(-1) => Ok(Value::Int(-2)),
        Value::Int(hash) => Ok(Value::Int(*hash)),
        other => known_hash(rt, other),
    }
}

fn known_hash(_: &mut Runtime, value: &Value) -> Answer {
    Ok(match equality::hash(value) {
        Hashed::Hash(hash) => Value::Int(hash as i64),
        _ => Value::None,
    })
}

fn hash_tuple(_: &mut Runtime, args: &[Value]) -> Answer {
    let Value::List(hashes) = &args[0] else { return Ok(Value::None) };
    fuel::burn(hashes.items().len() as u64)?;
    let hash = equality::hash_of_hashes(hashes.items().iter().map(hash_argument));
    Ok(Value::Int(hash as i64))
}

fn hash_frozenset(_: &mut Runtime, args: &[Value]) -> Answer {
    match plain(&args[0]) {
        Value::Set(set) => match set.hash() {
            Hashed::Hash(hash) => Ok(Value::Int(hash as i64)),
            _ => Ok(Value::None),
        },
        _ => Ok(Value::None),
    }
}

fn dict_of(_: &mut Runtime, args: &[Value]) -> Answer {
    Ok(as_dict(&args[0]).map_or(Value::None, |dict| Value::Dict(dict.clone())))
}

fn this_dict<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Dict>, Trap> {
    match args.first().map(plain) {
        Some(Value::Dict(dict)) => Ok(dict),
        Some(Value::View(view)) => Ok(&view.dict),
        _ => Err(rt.type_error("a dict is wanted")),
    }
}

fn this_set<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Set>, Trap> {
    match args.first().map(plain) {
        Some(Value::Set(set)) => Ok(set),
        _ => Err(rt.type_error("a set is wanted")),
    }
}

fn dict_find(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(match this_dict(rt, args)?.find(hash_argument(&args[1]), &args[2]) {
        dict::Found::At(at) => Value::Int(at as i64),
        dict::Found::Missing => Value::Int(-1),
        dict::Found::AskProgram => Value::None,
    })
}

fn set_find(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(match this_set(rt, args)?.find(hash_argument(&args[1]), &args[2]) {
        set::Found::At(at) => Value::Int(at as i64),
        set::Found::Missing => Value::Int(-1),
        set::Found::AskProgram => Value::None,
    })
}

fn sort_order(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Value::List(keys) = &args[0] else { return Ok(Value::None) };
    let keys = keys.items().clone();
    Ok(match sort::order(rt, &keys, matches!(args[1], Value::True))? {
        Some(order) => Value::list(order.into_iter().map(|at| Value::Int(i64::from(at))).collect()),
        None => Value::None,
    })
}

fn write(rt: &mut Runtime, args: &[Value]) -> Answer {
    let stream = if small(&args[1]) == 1 { Stream::Err } else { Stream::Out };
    rt.write(stream, plain(&args[0]).as_str().unwrap_or_default())?;
    Ok(Value::None)
}

fn hook(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (Some(sys), Some(name)) = (rt.modules.get("sys"), args[0].as_str()) else { return Ok(Value::None) };
    let (set, own) = (sys.get(symbol_of(name)), sys.get(symbol_of(&format!("__{name}__"))));
    let is_own = set.as_ref().zip(own).is_some_and(|(set, own)| set.is(&own));
    Ok(if is_own { Value::None } else { Value::tuple(set.into_iter().collect()) })
}

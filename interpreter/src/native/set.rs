//! `set` and `frozenset`.

use std::rc::Rc;

use super::protocol::{self as p, constructor, method, wrap, wrong_receiver};
use super::receive;
use crate::library::prelude_name;
use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::equality::Equal;
use crate::object::fuel;
use crate::object::native::{Answer, Native, Stop, Trap, optional};
use crate::object::operate::compare::is_subset;
use crate::object::operate::key::{self, Place};
use crate::object::operate::unions::{self, Combined, Keys};
use crate::object::operate::{overrides, plain, to_vec};
use crate::object::runtime::Runtime;
use crate::object::set::{Found, Set};
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::op::Binary;

/// The lines of a type, and those of the methods that only read a set.
macro_rules! with_reading {
    ($($line:expr),+ $(,)?) => {
        &[
            $($line,)+
            method("copy", "self, /", "Return a shallow copy of a set.", copy),
            method("union", "self, /, *others", "Return the union of sets as a new set.", union),
            method("intersection", "self, /, *others", "Return the intersection of two sets as a new set.", intersection),
            method("difference", "self, /, *others", "Return the difference of two or more sets as a new set.", difference),
            method("symmetric_difference", "self, other, /", "Return the symmetric difference of two sets as a new set.", symmetric_difference),
            method("issubset", "self, other, /", "Report whether another set contains this set.", issubset),
            method("issuperset", "self, other, /", "Report whether this set contains another set.", issuperset),
            method("isdisjoint", "self, other, /", "Return True if two sets have a null intersection.", isdisjoint),
            p::LEN,
            p::ITER,
            method("__contains__", "self, key, /", "x.__contains__(y) <==> y in x.", p::contains),
            p::OR,
            p::ROR,
            p::AND,
            p::RAND,
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
            method("__repr__", "self, /", "Return repr(self).", p::named_repr),
            p::CLASS_GETITEM,
        ]
    };
}

pub static SET: &[Native] = with_reading![
    constructor("cls, /, *args", new),
    method("__init__", "self, /, *args", "Initialize self.", init),
    method("add", "self, element, /", "Add an element to a set.", add),
    method("discard", "self, element, /", "Remove an element from a set if it is a member.", discard),
    method("remove", "self, element, /", "Remove an element from a set; it must be a member.", remove),
    method("pop", "self, /", "Remove and return an arbitrary set element.", pop),
    method("clear", "self, /", "Remove all elements from this set.", clear),
    method("update", "self, /, *others", "Update a set with the union of itself and others.", update),
    method("intersection_update", "self, /, *others", "Update a set with the intersection of itself and another.", intersection_update),
    method("difference_update", "self, /, *others", "Remove all elements of another set from this set.", difference_update),
    method(
        "symmetric_difference_update",
        "self, other, /",
        "Update a set with the symmetric difference of itself and another.",
        symmetric_difference_update,
    ),
    method("__ior__", "self, value, /", "Return self|=value.", p::ior),
    method("__iand__", "self, value, /", "Return self&=value.", p::iand),
    method("__isub__", "self, value, /", "Return self-=value.", p::isub),
    method("__ixor__", "self, value, /", "Return self^=value.", p::ixor),
];

pub static FROZENSET: &[Native] = with_reading![constructor("cls, /, *args", frozen_new), p::HASH];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Set>, Trap> {
    match args.first().map(plain) {
        Some(Value::Set(set)) => Ok(set),
        _ => Err(wrong_receiver(rt, "set", args.first())),
    }
}

/// The TypeError of more than one argument names the class itself.
fn check_count(rt: &Runtime, class: &Class, given: usize) -> Result<(), Trap> {
    if given > 1 {
        return Err(rt.type_error(format!("{} expected at most 1 argument, got {given}", class.name())));
    }
    Ok(())
}

/// `__new__` fills the set too: `__init__` is called only where it is the program's, and then this one gets no iterable.
fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = receive::class(rt, args, &rt.classes.set)?;
    if !p::is_filled_later(class) {
        check_count(rt, class, args.len() - 1)?;
    }
    let set = Set::new(false);
    if let Some(iterable) = optional(args, 1).filter(|_| !p::is_filled_later(class)) {
        let source = source_of(rt, iterable)?;
        if let Err(rest) = add_source(&set, source)? {
            return Err(rt.prelude("set_new", vec![args[0].clone(), rest]));
        }
    }
    wrap(rt, class, Value::Set(set))
}

/// What a set method is given to combine with.
enum Source {
    Set(Rc<Set>),
    Keys(Keys),
    /// A dict, for whose keys room is made at once.
    Dict(Rc<Dict>),
    /// The program must be asked; this is what to go on with, as an iterator may have been used up.
    AskProgram(Value),
}

fn source_of(rt: &mut Runtime, iterable: &Value) -> Result<Source, Trap> {
    if let Value::Set(set) = plain(iterable) {
        fuel::burn(3 * set.len() as u64)?;
        rt.reserve(set.len() * 64)?;
        return Ok(Source::Set(set.clone()));
    }
    if let Value::Dict(dict) = iterable {
        fuel::burn(dict.walking_cost() + 4 * dict.len() as u64)?;
        rt.reserve(dict.len() * 64)?;
        return Ok(Source::Dict(dict.clone()));
    }
    let Some(items) = to_vec(rt, iterable)? else { return Ok(Source::AskProgram(iterable.clone())) };
    rt.reserve(items.len() * 64)?;
    let items_again = if matches!(iterable, Value::Iter(_)) { Some(items.clone()) } else { None };
    Ok(match unions::hash_all(rt, items)? {
        Some(keys) => Source::Keys(keys),
        None => Source::AskProgram(items_again.map_or_else(|| iterable.clone(), Value::list)),
    })
}

/// Adds everything; else what the prelude is to add.
fn add_source(set: &Set, source: Source) -> Result<Result<(), Value>, Stop> {
    Ok(match source {
        Source::Set(other) if set.merge(&other)? => Ok(()),
        Source::Set(other) => Err(Value::Set(other)),
        Source::Dict(dict) => {
            set.make_room(dict.len())?;
            add_source(set, Source::Keys(unions::keys_of_dict(&dict).collect()))?
        }
        Source::Keys(keys) if unions::add_all(set, keys.iter().cloned())? => Ok(()),
        Source::Keys(keys) => Err(listed(keys)),
        Source::AskProgram(iterable) => Err(iterable),
    })
}

fn listed(keys: Keys) -> Value {
    Value::list(keys.into_iter().map(|(_, key)| key).collect())
}

/// The source as a set; else what the prelude is to go on with.
fn as_set(source: Source) -> Result<Result<Rc<Set>, Value>, Stop> {
    if let Source::Set(set) = source {
        return Ok(Ok(set));
    }
    let set = Set::new(false);
    Ok(add_source(&set, source)?.map(|()| set))
}

fn init(rt: &mut Runtime, args: &[Value]) -> Answer {
    let set = this(rt, args)?.clone();
    check_count(rt, &rt.class_of(&args[0]), args.len() - 1)?;
    if !set.is_empty() {
        set.clear();
    }
    let Some(iterable) = optional(args, 1) else { return Ok(Value::None) };
    let source = source_of(rt, iterable)?;
    match add_source(&set, source)? {
        Ok(()) => Ok(Value::None),
        Err(rest) => Err(rt.prelude("set_update", vec![Value::Set(set), rest])),
    }
}

fn frozen_new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let class = receive::class(rt, args, &rt.classes.frozenset)?;
    check_count(rt, class, args.len() - 1)?;
    let set = Set::new(true);
    if let Some(iterable) = optional(args, 1) {
        if class.builtin && matches!(iterable, Value::Set(set) if set.frozen) {
            return Ok(iterable.clone());
        }
        let source = source_of(rt, iterable)?;
        if let Err(rest) = add_source(&set, source)? {
            return Err(rt.prelude("frozenset_new", vec![args[0].clone(), rest]));
        }
    }
    wrap(rt, class, Value::Set(set))
}

fn add(rt: &mut Runtime, args: &[Value]) -> Answer {
    let set = this(rt, args)?;
    match key::in_set(rt, set, &args[1])? {
        Place::At(_) => {}
        Place::Missing(hash) => set.insert_new(hash, args[1].clone())?,
        Place::AskProgram => return Err(rt.prelude("set_add", vec![Value::Set(set.clone()), args[1].clone()])),
    }
    Ok(Value::None)
}

fn discard(rt: &mut Runtime, args: &[Value]) -> Answer {
    let set = this(rt, args)?;
    match key::sought_in_set(rt, set, &args[1])? {
        Place::At(at) => drop(set.remove_at(at)),
        Place::Missing(_) => {}
        Place::AskProgram => return Err(rt.prelude("set_discard", vec![Value::Set(set.clone()), args[1].clone()])),
    }
    Ok(Value::None)
}

fn remove(rt: &mut Runtime, args: &[Value]) -> Answer {
    let set = this(rt, args)?;
    match key::sought_in_set(rt, set, &args[1])? {
        Place::At(at) => drop(set.remove_at(at)),
        Place::Missing(_) => return Err(rt.key_error(&args[1])),
        Place::AskProgram => return Err(rt.prelude("set_remove", vec![Value::Set(set.clone()), args[1].clone()])),
    }
    Ok(Value::None)
}

fn pop(rt: &mut Runtime, args: &[Value]) -> Answer {
    let set = this(rt, args)?;
    match set.pop_first() {
        Some(key) => Ok(key),
        None => Err(rt.key_error(&Value::str("pop from an empty set"))),
    }
}

fn clear(rt: &mut Runtime, args: &[Value]) -> Answer {
    this(rt, args)?.clear();
    Ok(Value::None)
}

/// Combines the receiver with each of `args[1..]`; else what the prelude is to combine it with.
fn fold(rt: &mut Runtime, op: Binary, args: &[Value]) -> Result<Result<Rc<Set>, Vec<Value>>, Trap> {
    let set = this(rt, args)?;
    let mut result = if op == Binary::Or || args.len() == 1 { set.copy(set.frozen)? } else { set.clone() };
    let mut rest = args[1..].to_vec();
    for at in 0..rest.len() {
        if op == Binary::And && matches!(rest[at], Value::Iter(_)) {
            // It is asked for no more than there may be in common.
            return Ok(Err(rest));
        }
        if matches!(rest[at], Value::Iter(_))
            && let Some(items) = to_vec(rt, &rest[at])?
        {
            rest[at] = Value::list(items);
        }
        let source = source_of(rt, &rest[at])?;
        match combined(op, &result, source, at == 0)? {
            Ok(combined) => result = combined,
            Err(again) => {
                rest[at] = again;
                return Ok(Err(rest));
            }
        }
    }
    Ok(Ok(result))
}

/// One step of it: a new set, or, of a union and from the second difference on, the set itself changed. Else what the prelude is to combine
/// with.
fn combined(op: Binary, set: &Rc<Set>, source: Source, first: bool) -> Result<Result<Rc<Set>, Value>, Stop> {
    let source = match source {
        Source::Dict(dict) if op == Binary::And || op == Binary::Sub && !first => Source::Keys(unions::keys_of_dict(&dict).collect()),
        source => source,
    };
    Ok(match (op, source) {
        (_, Source::AskProgram(again)) => Err(again),
        (Binary::Or, source) => add_source(set, source)?.map(|()| set.clone()),
        (Binary::And, Source::Keys(keys)) => unions::keep(keys.iter().cloned(), set, true, set.frozen)?.ok_or_else(|| listed(keys)),
        (Binary::Sub, Source::Keys(keys)) => {
            let rest = if first { set.copy(set.frozen)? } else { set.clone() };
            if unions::remove_all(&rest, keys.iter().cloned())?.is_empty() { Ok(rest) } else { Err(listed(keys)) }
        }
        (Binary::Sub, Source::Set(other)) if !first => {
            if unions::subtract(set, &other)?.is_empty() {
                Ok(set.clone())
            } else {
                Err(Value::Set(other))
            }
        }
        (Binary::Xor, source @ (Source::Keys(_) | Source::Dict(_))) => {
            let again = match &source {
                Source::Dict(dict) => Value::Dict(dict.clone()),
                Source::Keys(keys) => listed(keys.clone()),
                _ => Value::None,
            };
            let result = Set::new(set.frozen);
            let done = add_source(&result, source)?.is_ok() && unions::toggle_all(&result, set.entries())?.is_empty();
            if done { Ok(result) } else { Err(again) }
        }
        (_, source) => match as_set(source)? {
            Ok(other) => match unions::combine(op, set, &other, set.frozen)? {
                Combined::Set(combined) => Ok(combined),
                Combined::AskProgram => Err(Value::Set(other)),
            },
            Err(again) => Err(again),
        },
    })
}

fn folded(rt: &mut Runtime, op: Binary, args: &[Value]) -> Answer {
    let set = Value::Set(this(rt, args)?.clone());
    fuel::burn(3 * this(rt, args)?.len() as u64)?;
    match fold(rt, op, args)? {
        Ok(result) => Ok(Value::Set(result)),
        Err(rest) => Err(rt.prelude("set_fold", vec![Value::Int(op as i64), set, Value::list(rest)])),
    }
}

fn intersection_update(rt: &mut Runtime, args: &[Value]) -> Answer {
    let set = this(rt, args)?.clone();
    fuel::burn(3 * set.len() as u64)?;
    match fold(rt, Binary::And, args)? {
        Ok(result) => set.replace(&result),
        Err(rest) => return Err(rt.prelude("set_intersection_update", vec![Value::Set(set), Value::list(rest)])),
    }
    Ok(Value::None)
}

fn update(rt: &mut Runtime, args: &[Value]) -> Answer {
    let set = this(rt, args)?.clone();
    for (at, other) in args.iter().enumerate().skip(1) {
        let source = source_of(rt, other)?;
        if let Err(again) = add_source(&set, source)? {
            let mut rest = vec![again];
            rest.extend_from_slice(&args[at + 1..]);
            return Err(rt.prelude("set_update_all", vec![Value::Set(set), Value::list(rest)]));
        }
    }
    Ok(Value::None)
}

fn difference_update(rt: &mut Runtime, args: &[Value]) -> Answer {
    let set = this(rt, args)?.clone();
    for at in 1..args.len() {
        let left = match source_of(rt, &args[at])? {
            Source::Set(other) => Value::list(unions::subtract(&set, &other)?),
            Source::Keys(keys) => Value::list(unions::remove_all(&set, keys)?),
            Source::Dict(dict) => Value::list(unions::remove_all(&set, unions::keys_of_dict(&dict))?),
            Source::AskProgram(iterable) => iterable,
        };
        if !matches!(&left, Value::List(left) if left.items().is_empty()) {
            let rest = std::iter::once(left).chain(args[at + 1..].iter().cloned()).collect();
            return Err(rt.prelude("set_difference_update", vec![Value::Set(set), Value::list(rest)]));
        }
    }
    Ok(Value::None)
}

fn symmetric_difference_update(rt: &mut Runtime, args: &[Value]) -> Answer {
    let set = this(rt, args)?.clone();
    let source = source_of(rt, &args[1])?;
    match as_set(source)? {
        Ok(other) => {
            let left = unions::toggle(&set, &other)?;
            if left.is_empty() {
                return Ok(Value::None);
            }
            Err(rt.prelude("set_toggle", vec![Value::Set(set), Value::list(left)]))
        }
        Err(iterable) => Err(rt.prelude("set_symmetric_difference_update", vec![Value::Set(set), iterable])),
    }
}

fn copy(rt: &mut Runtime, args: &[Value]) -> Answer {
    let set = this(rt, args)?;
    rt.reserve(set.len() * 64)?;
    fuel::burn(3 * set.len() as u64)?;
    if set.frozen {
        return Ok(Value::Set(set.clone()));
    }
    Ok(Value::Set(set.copy(false)?))
}

fn union(rt: &mut Runtime, args: &[Value]) -> Answer {
    folded(rt, Binary::Or, args)
}

fn intersection(rt: &mut Runtime, args: &[Value]) -> Answer {
    folded(rt, Binary::And, args)
}

fn difference(rt: &mut Runtime, args: &[Value]) -> Answer {
    folded(rt, Binary::Sub, args)
}

fn symmetric_difference(rt: &mut Runtime, args: &[Value]) -> Answer {
    folded(rt, Binary::Xor, args)
}

fn compared(rt: &mut Runtime, args: &[Value], twin: &'static str, compare: fn(&Set, &Set) -> Equal) -> Answer {
    let set = this(rt, args)?.clone();
    fuel::burn(3 * set.len() as u64)?;
    let source = source_of(rt, &args[1])?;
    let rest = match as_set(source)? {
        Ok(other) => match compare(&set, &other) {
            Equal::Yes => return Ok(Value::True),
            Equal::No => return Ok(Value::False),
            Equal::AskProgram => Value::Set(other),
        },
        Err(rest) => rest,
    };
    Err(rt.prelude(twin, vec![Value::Set(set), rest]))
}

fn issubset(rt: &mut Runtime, args: &[Value]) -> Answer {
    compared(rt, args, prelude_name("set_is_subset"), is_subset)
}

fn issuperset(rt: &mut Runtime, args: &[Value]) -> Answer {
    if matches!(args[1], Value::Iter(_)) {
        let set = this(rt, args)?.clone();
        return Err(rt.prelude("set_is_superset", vec![Value::Set(set), args[1].clone()]));
    }
    compared(rt, args, prelude_name("set_is_superset"), |a, b| is_subset(b, a))
}

fn isdisjoint(rt: &mut Runtime, args: &[Value]) -> Answer {
    // Only of an exact set it does not ask `__iter__`; an iterator is asked no further than to the first in common.
    if overrides(&args[1], names::ITER) || matches!(args[1], Value::Iter(_)) {
        let set = this(rt, args)?.clone();
        return Err(rt.prelude("is_disjoint", vec![Value::Set(set), args[1].clone()]));
    }
    compared(rt, args, prelude_name("is_disjoint"), |a, b| {
        for (hash, key) in a.entries() {
            match b.find(hash, &key) {
                Found::At(_) => return Equal::No,
                Found::Missing => {}
                Found::AskProgram => return Equal::AskProgram,
            }
        }
        Equal::Yes
    })
}

//! What `match` asks of its subject (PEP 634).

use std::rc::Rc;

use num_traits::ToPrimitive;

use super::super::attribute;
use super::super::class::{Class, Collection};
use super::super::dict::Dict;
use super::super::iterator::ViewKind;
use super::super::native::{Answer, Trap};
use super::super::runtime::{Runtime, symbol_of};
use super::super::symbol::names;
use super::super::value::Value;
use super::{key, overrides, plain, truth};

/// How many items a pattern wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Exactly(usize),
    AtLeast(usize),
}

impl Wanted {
    fn fits(self, count: usize) -> bool {
        match self {
            Wanted::Exactly(wanted) => count == wanted,
            Wanted::AtLeast(least) => count >= least,
        }
    }
}

/// Whether the subject is a sequence with as many items as are wanted. The answer to its request is a bool.
pub fn is_sequence(rt: &mut Runtime, subject: &Value, wanted: Wanted) -> Result<bool, Trap> {
    let inner = plain(subject);
    let known = matches!(inner, Value::List(_) | Value::Tuple(_) | Value::Range(_));
    Ok(is_collection(subject, known, Collection::Sequence) && fits(rt, subject, wanted)?)
}

/// Whether the subject is a mapping with at least `least` items. The answer to its request is a bool.
pub fn is_mapping(rt: &mut Runtime, subject: &Value, least: usize) -> Result<bool, Trap> {
    let known = match plain(subject) {
        Value::Dict(_) => true,
        Value::View(view) => view.kind == ViewKind::Proxy,
        _ => false,
    };
    Ok(is_collection(subject, known, Collection::Mapping) && fits(rt, subject, Wanted::AtLeast(least))?)
}

fn is_collection(subject: &Value, known: bool, wanted: Collection) -> bool {
    known || matches!(subject, Value::Instance(instance) if instance.class().matches_as() == Some(wanted))
}

fn fits(rt: &mut Runtime, subject: &Value, wanted: Wanted) -> Result<bool, Trap> {
    if wanted == Wanted::AtLeast(0) {
        return Ok(true);
    }
    let known = if overrides(subject, names::LEN) { None } else { truth::count(plain(subject)) };
    match (known, plain(subject)) {
        (Some(count), _) => Ok(wanted.fits(count)),
        (None, Value::Range(range)) => Ok(wanted.fits(range.length.to_usize().unwrap_or(usize::MAX))),
        _ => {
            let (count, exactly) = match wanted {
                Wanted::Exactly(count) => (count, true),
                Wanted::AtLeast(count) => (count, false),
            };
            Err(rt.prelude("match_length", vec![subject.clone(), Value::Int(count as i64), Value::bool(exactly)]))
        }
    }
}

/// The dict that a mapping is, if its keys are looked up without the program's methods.
fn plain_mapping(subject: &Value) -> Option<&Rc<Dict>> {
    match plain(subject) {
        Value::Dict(dict) if ![symbol_of("get"), names::ITER, names::GETATTRIBUTE].iter().any(|name| overrides(subject, *name)) => {
            Some(dict)
        }
        Value::View(view) => Some(&view.dict),
        _ => None,
    }
}

/// The values of `keys` in the subject, or None where one is missing.
pub fn match_keys(rt: &mut Runtime, subject: &Value, keys: &Value) -> Answer {
    let (Some(dict), Value::Tuple(wanted)) = (plain_mapping(subject), keys) else {
        return Err(rt.prelude("match_keys_by_get", vec![subject.clone(), keys.clone()]));
    };
    let mut values = Vec::new();
    for wanted in &wanted.items {
        match key::in_dict(rt, dict, wanted)? {
            key::Place::At(at) => values.push(dict.value_at(at)),
            key::Place::Missing(_) => return Ok(Value::None),
            key::Place::AskProgram => return Err(rt.prelude("match_keys", vec![subject.clone(), keys.clone()])),
        }
    }
    Ok(rt.tuple(values))
}

/// A copy of the subject less `keys`.
pub fn match_rest(rt: &mut Runtime, subject: &Value, keys: &Value) -> Answer {
    let (Some(dict), Value::Tuple(taken)) = (plain_mapping(subject), keys) else {
        return Err(rt.prelude("match_rest_of_mapping", vec![subject.clone(), keys.clone()]));
    };
    let copy = dict.copy()?;
    for taken in &taken.items {
        match key::in_dict(rt, &copy, taken)? {
            key::Place::At(at) => drop(copy.remove_at(at)),
            key::Place::Missing(_) => {}
            key::Place::AskProgram => return Err(rt.prelude("match_rest", vec![subject.clone(), keys.clone()])),
        }
    }
    Ok(Value::Dict(copy))
}

/// The attributes that a class pattern names, as a tuple; None where the subject does not match.
pub fn match_class(rt: &mut Runtime, subject: &Value, class: &Value, keywords: &Value, positional: u8) -> Answer {
    let ask =
        |rt: &Runtime| rt.prelude("match_class", vec![subject.clone(), class.clone(), keywords.clone(), Value::Int(i64::from(positional))]);
    let Value::Class(wanted) = class else { return Err(rt.type_error("called match pattern must be a type")) };
    if wanted.meta.borrow().as_ref().is_some_and(|meta| meta.overrides(names::INSTANCECHECK)) {
        return Err(ask(rt));
    }
    let own = rt.class_of(subject);
    if !own.is_subclass(wanted) {
        // What the object says itself of its class may be the program's.
        let says_itself = !own.builtin && (own.overrides(names::GETATTRIBUTE) || own.overrides(names::CLASS));
        return if says_itself { Err(ask(rt)) } else { Ok(Value::None) };
    }
    let mut attributes = Vec::new();
    if positional > 0 {
        match wanted.lookup(names::MATCH_ARGS) {
            Some(Value::Tuple(declared)) if declared.items.len() >= usize::from(positional) => {
                attributes.extend(declared.items[..usize::from(positional)].iter().cloned());
            }
            None if positional == 1 && matches_itself(wanted) && keywords_of(keywords).is_empty() => {
                return Ok(rt.tuple(vec![subject.clone()]));
            }
            _ => return Err(ask(rt)),
        }
    }
    attributes.extend(keywords_of(keywords));
    let mut values = Vec::new();
    for name in &attributes {
        // The compiler has seen that no keyword comes twice.
        let Some(text) = name.as_str().filter(|text| positional == 0 || !is_twice(text, &attributes)) else { return Err(ask(rt)) };
        match attribute::get(rt, subject, symbol_of(text)) {
            Ok(value) => values.push(value),
            Err(Trap::Raise(error)) if error.is(&rt.classes.attribute_error) => return Ok(Value::None),
            Err(Trap::Request(_)) => return Err(ask(rt)),
            Err(trap) => return Err(trap),
        }
    }
    Ok(rt.tuple(values))
}

/// Whether the class's one positional pattern takes the subject itself: those which the reference of `match` lists.
fn matches_itself(class: &Class) -> bool {
    const TYPES: &[&str] = &["bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"];
    class.builtin && TYPES.contains(&&*class.name())
}

fn is_twice(name: &str, names: &[Value]) -> bool {
    names.iter().filter(|other| other.as_str() == Some(name)).nth(1).is_some()
}

fn keywords_of(keywords: &Value) -> Vec<Value> {
    if let Value::Tuple(tuple) = keywords { tuple.items.clone() } else { Vec::new() }
}

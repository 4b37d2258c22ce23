//! What `match` asks of its subject (PEP 634).

use super::super::attribute;
use super::super::native::{Answer, Trap};
use super::super::runtime::{Runtime, symbol_of};
use super::super::symbol::names;
use super::super::value::Value;
use super::{key, plain, truth};

/// Whether the subject is a sequence whose length is `fitting`.
pub fn is_sequence(subject: &Value, fitting: impl Fn(usize) -> bool) -> bool {
    match plain(subject) {
        Value::List(_) | Value::Tuple(_) | Value::Range(_) => truth::count(plain(subject)).is_some_and(fitting),
        _ => false,
    }
}

/// Whether the subject is a mapping with at least `least` items.
pub fn is_mapping(subject: &Value, least: usize) -> bool {
    match plain(subject) {
        Value::Dict(dict) => dict.len() >= least,
        _ => false,
    }
}

/// The values of `keys` in the subject, or None where one is missing.
pub fn match_keys(rt: &mut Runtime, subject: &Value, keys: &Value) -> Answer {
    let (Value::Dict(dict), Value::Tuple(wanted)) = (plain(subject), keys) else { return Ok(Value::None) };
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
    let (Value::Dict(dict), Value::Tuple(taken)) = (plain(subject), keys) else { return Ok(Value::None) };
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
    let Value::Class(wanted) = class else { return Err(rt.type_error("called match pattern must be a class")) };
    if wanted.meta.borrow().as_ref().is_some_and(|meta| meta.overrides(names::INSTANCECHECK)) {
        return Err(ask(rt));
    }
    if !rt.class_of(subject).is_subclass(wanted) {
        return Ok(Value::None);
    }
    let mut attributes = Vec::new();
    if positional > 0 {
        match wanted.lookup(names::MATCH_ARGS) {
            Some(Value::Tuple(declared)) if declared.items.len() >= usize::from(positional) => {
                attributes.extend(declared.items[..usize::from(positional)].iter().cloned());
            }
            None if positional == 1 && wanted.builtin && keywords_of(keywords).is_empty() => return Ok(rt.tuple(vec![subject.clone()])),
            _ => return Err(ask(rt)),
        }
    }
    attributes.extend(keywords_of(keywords));
    let mut values = Vec::new();
    for name in &attributes {
        let Some(text) = name.as_str() else { return Err(ask(rt)) };
        match attribute::get(rt, subject, symbol_of(text)) {
            Ok(value) => values.push(value),
            Err(Trap::Raise(error)) if error.is(&rt.classes.attribute_error) => return Ok(Value::None),
            Err(Trap::Request(_)) => return Err(ask(rt)),
            Err(trap) => return Err(trap),
        }
    }
    Ok(rt.tuple(values))
}

fn keywords_of(keywords: &Value) -> Vec<Value> {
    if let Value::Tuple(tuple) = keywords { tuple.items.clone() } else { Vec::new() }
}

//! `translate` and `maketrans`.

use std::rc::Rc;

use crate::native::receive::{text, text_argument};
use crate::object::dict::{Dict, Found};
use crate::object::equality::{Hashed, hash};
use crate::object::native::{Answer, Trap, optional};
use crate::object::operate::{key, plain};
use crate::object::runtime::Runtime;
use crate::object::value::Value;
use crate::object::{fill, fuel};

pub fn translate(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "translate")?;
    let Value::Dict(table) = &args[1] else {
        return Err(rt.prelude("str_translate", vec![Value::Str(this.clone()), args[1].clone()]));
    };
    let mut out = String::with_capacity(this.text.len());
    for c in this.text.chars() {
        fuel::burn(2)?;
        match entry(table, c) {
            None => out.push(c),
            Some(replacement) => push_replacement(rt, &mut out, &replacement)?,
        }
        rt.room(out.len())?;
    }
    Ok(Value::str(out))
}

fn entry(table: &Dict, c: char) -> Option<Value> {
    let code = Value::Int(i64::from(u32::from(c)));
    let Hashed::Hash(hash) = hash(&code) else { return None };
    match table.find(hash, &code) {
        Found::At(at) => Some(table.value_at(at)),
        _ => None,
    }
}

/// Adds what a table has for a character: a string, a code, or None for nothing.
fn push_replacement(rt: &Runtime, out: &mut String, replacement: &Value) -> Result<(), Trap> {
    let out_of_range = || rt.value_error("character mapping must be in range(0x110000)");
    match plain(replacement) {
        Value::None => {}
        Value::Str(text) => fill::append_text(out, &text.text)?,
        Value::Int(code) => out.push(u32::try_from(*code).ok().and_then(char::from_u32).ok_or_else(out_of_range)?),
        Value::Big(_) => return Err(out_of_range()),
        _ => return Err(rt.type_error("character mapping must return integer, None or str")),
    }
    Ok(())
}

pub fn maketrans(rt: &mut Runtime, args: &[Value]) -> Answer {
    match optional(args, 1) {
        None => table_of_dict(rt, &args[0]),
        Some(_) => table_of_strings(rt, args),
    }
}

fn code_of(c: char) -> Value {
    Value::Int(i64::from(u32::from(c)))
}

fn table_of_dict(rt: &mut Runtime, source: &Value) -> Answer {
    let Value::Dict(source) = source else {
        return Err(rt.type_error("if you give only one argument to maketrans it must be a dict"));
    };
    rt.reserve(source.header.bytes())?;
    fuel::burn(2 * source.len() as u64)?;
    let table = Dict::new();
    for entry in source.entries() {
        let code = match plain(&entry.key) {
            Value::Str(string) if string.chars == 1 => string.text.chars().next().map_or(Value::None, code_of),
            Value::Str(_) => return Err(rt.value_error("string keys in translate table must be of length 1")),
            Value::Int(_) | Value::Big(_) | Value::True | Value::False => entry.key.clone(),
            _ => return Err(rt.type_error("keys in translate table must be strings or integers")),
        };
        set(rt, &table, &code, &entry.value)?;
    }
    Ok(Value::Dict(table))
}

fn table_of_strings(rt: &mut Runtime, args: &[Value]) -> Answer {
    let to = text_argument(rt, args, 1, "maketrans() argument 2")?;
    let deleted = optional(args, 2).map(|_| text_argument(rt, args, 2, "maketrans() argument 3")).transpose()?;
    let Value::Str(from) = plain(&args[0]) else {
        return Err(rt.type_error("first maketrans argument must be a string if there is a second argument"));
    };
    if from.chars != to.chars {
        return Err(rt.value_error("the first two maketrans arguments must have equal length"));
    }
    let table = Dict::new();
    for (c, replacement) in from.text.chars().zip(to.text.chars()) {
        fuel::burn(4)?;
        set(rt, &table, &code_of(c), &code_of(replacement))?;
    }
    if let Some(deleted) = deleted {
        fuel::burn(4 * deleted.chars as u64)?;
        for c in deleted.text.chars() {
            set(rt, &table, &code_of(c), &Value::None)?;
        }
    }
    Ok(Value::Dict(table))
}

/// Sets an entry whose key is a number.
fn set(rt: &Runtime, table: &Rc<Dict>, code: &Value, value: &Value) -> Result<(), Trap> {
    key::dict_set(rt, table, code, value).map(|_| ())
}

//! What displays, calls with stars and f-strings are built with.

use std::rc::Rc;

use super::super::dict::Dict;
use super::super::fill;
use super::super::fuel;
use super::super::list::List;
use super::super::module::Module;
use super::super::native::{Answer, Native, Trap};
use super::super::repr;
use super::super::runtime::{Runtime, symbol_of};
use super::super::set::Set;
use super::super::symbol::names;
use super::super::text;
use super::super::value::Value;
use super::{gives_items, key, overrides, plain, to_vec};
use crate::Stream;
use stillframe_front::bytecode::op::Convert;

/// A set of these items.
pub fn build_set(rt: &mut Runtime, items: Vec<Value>) -> Answer {
    let set = Set::new(false);
    for item in &items {
        if !key::set_add(rt, &set, item)? {
            return Err(rt.prelude("set_of", vec![Value::list(items)]));
        }
    }
    Ok(Value::Set(set))
}

/// A dict of key, value, key, value …
pub fn build_dict(rt: &mut Runtime, items: Vec<Value>) -> Answer {
    let dict = Dict::new();
    for pair in items.chunks(2) {
        if !key::dict_set(rt, &dict, &pair[0], &pair[1])? {
            return Err(rt.prelude("dict_of_items", vec![Value::list(items)]));
        }
    }
    Ok(Value::Dict(dict))
}

/// Strings joined: the parts of an f-string.
pub fn concatenate(rt: &mut Runtime, parts: &[Value]) -> Answer {
    let length = parts.iter().filter_map(Value::as_str).map(str::len).sum();
    rt.reserve(length)?;
    let mut joined = String::with_capacity(length);
    parts.iter().filter_map(Value::as_str).try_for_each(|part| fill::append_text(&mut joined, part))?;
    Ok(Value::str(joined))
}

/// Adds to the set of a comprehension or display.
pub fn set_add(rt: &mut Runtime, set: &Value, item: Value) -> Result<(), Trap> {
    let Value::Set(target) = set else { return Ok(()) };
    if key::set_add(rt, target, &item)? { Ok(()) } else { Err(rt.prelude("set_add", vec![set.clone(), item])) }
}

/// `[*items]`; in `f(*items)` the callee too, for the words of the error.
pub fn list_extend(rt: &mut Runtime, list: &Value, items: &Value, callee: Option<&Value>) -> Result<(), Trap> {
    let Value::List(target) = list else { return Ok(()) };
    match to_vec(rt, items) {
        Ok(Some(items)) => extend(rt, target, items),
        Ok(None) => Err(rt.prelude("list_extend", vec![list.clone(), items.clone()])),
        Err(Trap::Raise(_)) if !is_iterable(items) => {
            let kind = rt.type_name(items);
            let what = match callee {
                Some(callee @ Value::Instance(_)) => return Err(rt.prelude("refuse_star", vec![callee.clone(), Value::str(&*kind)])),
                Some(callee) => format!("{} argument", callee_name(rt, callee)?),
                None => "Value".to_owned(),
            };
            Err(rt.type_error(format!("{what} after * must be an iterable, not {kind}")))
        }
        Err(trap) => Err(trap),
    }
}

fn is_iterable(value: &Value) -> bool {
    overrides(value, names::ITER) || gives_items(value)
}

fn extend(rt: &mut Runtime, list: &Rc<List>, items: Vec<Value>) -> Result<(), Trap> {
    rt.reserve(items.len() * size_of::<Value>())?;
    Ok(list.edit(|target| fill::extend(target, items.into_iter()))?)
}

/// `{*items}`.
pub fn set_update(rt: &mut Runtime, set: &Value, items: &Value) -> Result<(), Trap> {
    let Value::Set(target) = set else { return Ok(()) };
    match plain(items) {
        Value::Set(other) => {
            fuel::burn(other.len() as u64)?;
            rt.reserve(other.len() * 64)?;
            let is_done = target.merge(other)?;
            return if is_done { Ok(()) } else { Err(rt.prelude("set_update", vec![set.clone(), items.clone()])) };
        }
        Value::Dict(dict) => target.make_room(dict.len())?,
        _ => {}
    }
    let Some(items) = to_vec(rt, items)? else { return Err(rt.prelude("set_update", vec![set.clone(), items.clone()])) };
    fuel::burn(4 * items.len() as u64)?;
    for item in &items {
        if !key::set_add(rt, target, item)? {
            return Err(rt.prelude("set_update", vec![set.clone(), Value::list(items)]));
        }
    }
    Ok(())
}

/// `{**mapping}`.
pub fn dict_update(rt: &mut Runtime, dict: &Value, mapping: &Value) -> Result<(), Trap> {
    let (Value::Dict(target), Some(source)) = (dict, super::item::as_dict(mapping)) else {
        return Err(rt.prelude("dict_display_update", vec![dict.clone(), mapping.clone()]));
    };
    key::burn_merge(target, source)?;
    for entry in source.walk() {
        fuel::go_on(4)?;
        if !key::dict_take(target, &entry) {
            return Err(rt.prelude("dict_display_update", vec![dict.clone(), mapping.clone()]));
        }
    }
    Ok(())
}

/// `f(**mapping)`: its names join those given before.
pub fn dict_merge(rt: &mut Runtime, dict: &Value, mapping: &Value, callee: &Value) -> Result<(), Trap> {
    let Value::Dict(target) = dict else { return Ok(()) };
    let Some(source) = super::item::as_dict(mapping) else {
        return Err(rt.prelude("dict_merge", vec![dict.clone(), mapping.clone(), callee.clone()]));
    };
    key::burn_merge(target, source)?;
    for entry in source.walk() {
        let key = super::plain(&entry.key);
        let Value::Str(name) = key else { return Err(rt.type_error("keywords must be strings")) };
        if target.get_str(key).is_some() {
            let function = callee_name(rt, callee)?;
            return Err(rt.type_error(format!("{function} got multiple values for keyword argument '{}'", name.text)));
        }
        drop(target.set_str(key.clone(), entry.value));
    }
    Ok(())
}

/// A callee as messages about its arguments name it.
fn callee_name(rt: &mut Runtime, callee: &Value) -> Result<String, Trap> {
    Ok(match callee {
        Value::Function(function) => {
            let set = function.module_name.borrow().clone();
            let module = set.as_str().unwrap_or(&function.module.name).to_owned();
            format!("{module}.{}()", function.qualname.borrow().as_str().unwrap_or("?"))
        }
        Value::Class(class) => format!("{}()", repr::full_name(class)),
        Value::Native(native) if !native.kind.binds() => {
            let module = module_of(rt, native);
            module.map_or_else(|| format!("{}()", native.name), |module| format!("{module}.{}()", native.name))
        }
        Value::Method(method) => match &method.function {
            Value::Native(native) => format!("{}.{}()", rt.type_name(&method.receiver), native.name),
            Value::Function(_) => return callee_name(rt, &method.function.clone()),
            _ => repr::repr(rt, callee)?,
        },
        other => repr::repr(rt, other)?,
    })
}

/// The module of a function that is not built in, as programs know it: `math`, not `_math`.
fn module_of(rt: &Runtime, native: &'static Native) -> Option<String> {
    let has = |module: &Module| matches!(module.get(symbol_of(native.name)), Some(Value::Native(own)) if std::ptr::eq(own, native));
    if has(&rt.builtins) {
        return None;
    }
    let natives = rt.modules.iter().filter(|(name, module)| name.starts_with('_') && has(module));
    natives.map(|(name, _)| name.trim_start_matches('_').to_owned()).min()
}

/// A formatted value of an f-string.
pub fn format(rt: &mut Runtime, value: &Value, convert: Convert, spec: Option<&Value>) -> Answer {
    let spec_text = spec.map(super::plain).and_then(Value::as_str).unwrap_or("");
    let converted = match convert {
        Convert::None => match value {
            Value::Str(_) if spec_text.is_empty() => return Ok(value.clone()),
            _ => Some(value.clone()),
        },
        Convert::Str => repr::try_str(rt, value)?.map(Value::str),
        Convert::Repr => repr::try_repr(rt, value)?.map(Value::str),
        Convert::Ascii => match repr::try_repr(rt, value)? {
            Some(text) => Some(Value::str(text::quote::escape_non_ascii(&text)?)),
            None => None,
        },
    };
    let ask = |rt: &Runtime| {
        let spec = spec.cloned().unwrap_or_else(|| Value::str(""));
        rt.prelude("format_value", vec![value.clone(), Value::Int(convert as i64), spec])
    };
    match converted {
        None => Err(ask(rt)),
        Some(converted) if overrides(&converted, names::FORMAT) || (spec_text.is_empty() && overrides(&converted, names::STR)) => {
            Err(ask(rt))
        }
        Some(converted) => text::format(rt, &converted, spec_text),
    }
}

/// What the REPL does with the value of an expression statement: `sys.displayhook`.
pub fn echo(rt: &mut Runtime, value: &Value) -> Result<(), Trap> {
    if value.is_none() {
        return Ok(());
    }
    if replaced_stream(rt, "stdout").is_some() {
        return Err(rt.prelude("echo_elsewhere", vec![value.clone()]));
    }
    match repr::try_repr(rt, value)? {
        Some(text) => {
            rt.builtins.set(names::UNDERSCORE, value.clone());
            rt.write(Stream::Out, &text)?;
            rt.write(Stream::Out, "\n")
        }
        None => Err(rt.prelude("echo", vec![value.clone()])),
    }
}

/// What the program has made `sys.stdout`, say, if it is another object than at first.
pub fn replaced_stream(rt: &Runtime, stream: &str) -> Option<Value> {
    let sys = rt.modules.get("sys")?;
    let (now, first) = (sys.get(symbol_of(stream))?, sys.get(symbol_of(&format!("__{stream}__")))?);
    (!now.is(&first)).then_some(now)
}

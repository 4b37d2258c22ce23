//! `a + b` and the other operators: numbers, sequences, sets, dicts, classes; the program's methods by way of the prelude.

use std::rc::Rc;

use super::super::iterator::ViewKind;
use super::super::native::{Answer, Stop, Trap};
use super::super::runtime::{Runtime, symbol_of};
use super::super::set::Set;
use super::super::string::Str;
use super::super::symbol::{Symbol, names};
use super::super::text;
use super::super::value::Value;
use super::item::as_dict;
use super::unions::{self, Combined, Operand};
use super::{bytes, iterate, key, number, overrides, plain, program_class, slice};
use crate::library::prelude_name;
use crate::limits::size;
use crate::object::{fill, fuel};
use stillframe_front::bytecode::op::{Binary, Unary};

/// An operator's names: plain, reflected, in place, and as the source writes it.
pub struct Names {
    pub forward: Symbol,
    pub backward: Symbol,
    pub in_place: Symbol,
    pub sign: &'static str,
}

/// The names of an operator.
pub fn names_of(op: Binary) -> Names {
    let (forward, backward, in_place, sign) = match op {
        Binary::Add => (names::ADD, names::RADD, names::IADD, "+"),
        Binary::Sub => (names::SUB, names::RSUB, names::ISUB, "-"),
        Binary::Mul => (names::MUL, names::RMUL, names::IMUL, "*"),
        Binary::MatMul => (names::MATMUL, names::RMATMUL, names::IMATMUL, "@"),
        Binary::Div => (names::TRUEDIV, names::RTRUEDIV, names::ITRUEDIV, "/"),
        Binary::Mod => (names::MOD, names::RMOD, names::IMOD, "%"),
        Binary::Pow => (names::POW, names::RPOW, names::IPOW, "**"),
        Binary::LShift => (names::LSHIFT, names::RLSHIFT, names::ILSHIFT, "<<"),
        Binary::RShift => (names::RSHIFT, names::RRSHIFT, names::IRSHIFT, ">>"),
        Binary::Or => (names::OR, names::ROR, names::IOR, "|"),
        Binary::Xor => (names::XOR, names::RXOR, names::IXOR, "^"),
        Binary::And => (names::AND, names::RAND, names::IAND, "&"),
        Binary::FloorDiv => (names::FLOORDIV, names::RFLOORDIV, names::IFLOORDIV, "//"),
    };
    Names { forward, backward, in_place, sign }
}

/// All operators in the order of the enum, by which the prelude numbers them.
pub const ALL: [Binary; 13] = [
    Binary::Add,
    Binary::Sub,
    Binary::Mul,
    Binary::MatMul,
    Binary::Div,
    Binary::Mod,
    Binary::Pow,
    Binary::LShift,
    Binary::RShift,
    Binary::Or,
    Binary::Xor,
    Binary::And,
    Binary::FloorDiv,
];

/// `a op b`, or, in place, `a op= b`.
pub fn binary(rt: &mut Runtime, op: Binary, a: &Value, b: &Value, in_place: bool) -> Answer {
    if is_object(a) || is_object(b) {
        let names = names_of(op);
        let either = |value| overrides(value, names.forward) || overrides(value, names.backward);
        // A sequence with a method for one way of multiplying is no sequence for the other.
        let by_method =
            if op == Binary::Mul { either(a) || either(b) } else { overrides(a, names.forward) || overrides(b, names.backward) };
        if by_method || in_place && overrides(a, names.in_place) {
            let function = if in_place { prelude_name("inplace_op") } else { prelude_name("binary_op") };
            return Err(rt.prelude(function, vec![Value::Int(op as i64), a.clone(), b.clone()]));
        }
    }
    match by_numbers(rt, op, a, b, in_place)? {
        Some(value) => Ok(value),
        None => by_sequences(rt, op, a, b, in_place),
    }
}

/// The dict that a `mappingproxy` shows.
fn proxied(value: &Value) -> Option<Value> {
    match value {
        Value::View(view) if view.kind == ViewKind::Proxy => Some(Value::Dict(view.dict.clone())),
        _ => None,
    }
}

fn is_object(value: &Value) -> bool {
    matches!(value, Value::Instance(_) | Value::Exception(_) | Value::Class(_))
}

/// What CPython's number slots of built-in types make of `a op b`: numbers, sets, dicts, `%` of strings, `|` of classes. None: nothing.
pub fn by_numbers(rt: &mut Runtime, op: Binary, a: &Value, b: &Value, in_place: bool) -> Result<Option<Value>, Trap> {
    let (inner_a, inner_b) = (plain(a), plain(b));
    // A proxy stands for its dict.
    if op == Binary::Or {
        match (proxied(inner_a), proxied(inner_b)) {
            (Some(_), _) if in_place => return Err(rt.type_error("'|=' is not supported by mappingproxy; use '|' instead")),
            (None, None) => {}
            (x, y) => return binary(rt, op, x.as_ref().unwrap_or(a), y.as_ref().unwrap_or(b), in_place).map(Some),
        }
    }
    if let Some(value) = number::binary(rt, op, inner_a, inner_b)? {
        return Ok(Some(value));
    }
    match (inner_a, inner_b) {
        (Value::Str(_), _) if op == Binary::Mod => text::percent_str(rt, a, b).map(Some),
        (Value::Bytes(_) | Value::ByteArray(_), _) if op == Binary::Mod => text::percent_bytes(rt, inner_a, b).map(Some),
        (Value::Dict(_), Value::Dict(_))
            if op == Binary::Or && (as_dict(b).is_none() || overrides(b, symbol_of("keys")) || !in_place && overrides(a, names::ITER)) =>
        {
            Err(rt.prelude("dict_union", vec![a.clone(), b.clone(), Value::bool(in_place)]))
        }
        (Value::Dict(x), Value::Dict(y)) if op == Binary::Or => {
            let target = if in_place { x.clone() } else { x.copy()? };
            key::burn_merge(&target, y)?;
            for entry in y.entries() {
                fuel::go_on(4)?;
                if !key::dict_take(&target, &entry) {
                    // What was set already is set again: no harm.
                    return Err(rt.prelude("dict_union", vec![a.clone(), b.clone(), Value::bool(in_place)]));
                }
            }
            Ok(Some(if in_place { a.clone() } else { Value::Dict(target) }))
        }
        (Value::Dict(_), _) if op == Binary::Or && in_place => Err(rt.prelude("dict_update_in_place", vec![a.clone(), b.clone()])),
        (Value::Set(_) | Value::View(_), Value::Set(_) | Value::View(_)) | (Value::View(_), _) => sets(rt, op, a, b, in_place),
        (_, Value::View(view))
            if matches!(op, Binary::Or | Binary::And | Binary::Sub | Binary::Xor)
                && matches!(view.kind, ViewKind::Keys | ViewKind::Items) =>
        {
            let left = iterate::to_vec(rt, a)?.map_or_else(|| a.clone(), Value::list);
            Err(rt.prelude("set_op", vec![Value::Int(op as i64), left, b.clone(), Value::False]))
        }
        _ if op == Binary::Or && (is_type(inner_a) && (is_type(inner_b) || b.is_none()) || a.is_none() && is_type(inner_b)) => {
            Err(rt.prelude("union_of_types", vec![a.clone(), b.clone()]))
        }
        _ => Ok(None),
    }
}

fn is_type(value: &Value) -> bool {
    matches!(value, Value::Class(_))
}

fn sets(rt: &mut Runtime, op: Binary, a: &Value, b: &Value, in_place: bool) -> Result<Option<Value>, Trap> {
    if !matches!(op, Binary::Or | Binary::And | Binary::Sub | Binary::Xor) {
        return Ok(None);
    }
    let (inner_a, inner_b) = (plain(a), plain(b));
    let ask = |rt: &Runtime| rt.prelude("set_op", vec![Value::Int(op as i64), a.clone(), b.clone(), Value::bool(in_place)]);
    let set_a = match unions::operand(rt, inner_a)? {
        Operand::Set(set) => set,
        Operand::AskProgram => return Err(ask(rt)),
        Operand::Other => return Ok(None),
    };
    let mut listed = None;
    let set_b = match unions::operand(rt, inner_b)? {
        Operand::Set(set) => set,
        Operand::AskProgram => return Err(ask(rt)),
        // A view takes any iterable; a set takes none but sets.
        Operand::Other if matches!(inner_a, Value::View(_)) => {
            let Some(items) = iterate::to_vec(rt, b)? else { return Err(ask(rt)) };
            let keys = unions::hash_all(rt, items.clone())?;
            let found = keys.map(|keys| unions::set_of_keys(&keys).map(|set| set.map(|set| (keys, set)))).transpose()?.flatten();
            // An iterator is used up: the prelude goes on with what it gave.
            let again = |rt: &Runtime| {
                rt.prelude("set_op", vec![Value::Int(op as i64), a.clone(), Value::list(items.clone()), Value::bool(in_place)])
            };
            let Some((keys, set)) = found else { return Err(again(rt)) };
            listed = Some(keys);
            set
        }
        Operand::Other => return Ok(None),
    };
    fuel::burn(3 * (set_a.len() + set_b.len()) as u64)?;
    rt.reserve((set_a.len() + set_b.len()) * 64)?;
    let target = match inner_a {
        Value::Set(target) if in_place && !target.frozen => Some(target),
        _ => None,
    };
    if let Some(target) = target
        && matches!(inner_b, Value::Set(_))
    {
        return change_set(rt, op, target, &set_b, a).map(Some);
    }
    if !matches!((inner_a, inner_b), (Value::Set(_), Value::Set(_))) {
        let keys_b = match listed {
            Some(keys) => keys,
            None => unions::keys_of(rt, inner_b)?.unwrap_or_default(),
        };
        let keys_a = unions::keys_of(rt, inner_a)?.unwrap_or_default();
        let (a, b) = (Side { value: inner_a, set: &set_a, keys: keys_a }, Side { value: inner_b, set: &set_b, keys: keys_b });
        return with_view(op, a, b)?.map(|set| Some(Value::Set(set))).ok_or_else(|| ask(rt));
    }
    let frozen = matches!(inner_a, Value::Set(set) if set.frozen);
    match unions::combine(op, &set_a, &set_b, frozen)? {
        Combined::Set(result) => Ok(Some(Value::Set(result))),
        Combined::AskProgram => Err(ask(rt)),
    }
}

/// `target op= other`, which answers `whole`.
fn change_set(rt: &mut Runtime, op: Binary, target: &Rc<Set>, other: &Rc<Set>, whole: &Value) -> Answer {
    let ask = |rt: &Runtime, left: Vec<Value>| {
        let (number, target, left) = (Value::Int(op as i64), Value::Set(target.clone()), Value::list(left));
        Err(rt.prelude("set_change", vec![number, target, left, whole.clone()]))
    };
    let left = match op {
        Binary::Or if target.merge(other)? => Vec::new(),
        Binary::Or => return ask(rt, other.entries().into_iter().map(|(_, key)| key).collect()),
        Binary::Sub => unions::subtract(target, other)?,
        Binary::Xor => unions::toggle(target, other)?,
        _ => match unions::combine(Binary::And, target, other, false)? {
            Combined::Set(both) => {
                target.replace(&both);
                Vec::new()
            }
            Combined::AskProgram => return ask(rt, other.entries().into_iter().map(|(_, key)| key).collect()),
        },
    };
    if left.is_empty() { Ok(whole.clone()) } else { ask(rt, left) }
}

/// An operand beside a view of a dict.
struct Side<'a> {
    value: &'a Value,
    /// The set that it is.
    set: &'a Rc<Set>,
    /// Its keys in its own order.
    keys: unions::Keys,
}

/// The operation where one operand is a view of a dict: a set comes of it. None where the program must be asked.
fn with_view(op: Binary, a: Side, b: Side) -> Result<Option<Rc<Set>>, Stop> {
    let is_set = |side: &Side| matches!(side.value, Value::Set(_));
    let result = if op == Binary::And {
        // What is walked decides the order: the operand that is no view, or the smaller view.
        let (view, other) = if matches!(a.value, Value::View(_)) { (a, b) } else { (b, a) };
        let smaller = match other.value {
            Value::Set(set) => !set.frozen && view.set.len() <= set.len(),
            Value::View(_) => view.set.len() < other.set.len(),
            _ => false,
        };
        let (walked, searched) = if smaller { (view, other) } else { (other, view) };
        unions::keep(walked.keys, searched.set, true, false)?
    } else {
        let result = if is_set(&a) { a.set.copy(false)? } else { a.set.clone() };
        let done = match op {
            Binary::Or if is_set(&b) => result.merge(b.set)?,
            Binary::Or => unions::add_all(&result, b.keys)?,
            Binary::Sub => unions::subtract(&result, b.set)?.is_empty(),
            _ if is_set(&b) => unions::toggle(&result, b.set)?.is_empty(),
            _ => {
                let Some(other) = unions::set_of_keys(&b.keys)? else { return Ok(None) };
                unions::toggle(&result, &other)?.is_empty()
            }
        };
        done.then_some(result)
    };
    Ok(result)
}

/// What CPython's sequence slots make of `a op b`: concatenation and repetition. TypeError where there is no such operation at all.
pub fn by_sequences(rt: &mut Runtime, op: Binary, a: &Value, b: &Value, in_place: bool) -> Answer {
    match op {
        Binary::Add => match concatenate(rt, a, b, in_place)? {
            Some(value) => Ok(value),
            None => Err(unsupported(rt, op, a, b, in_place)),
        },
        Binary::Mul => {
            if let Some(result) = repeat(rt, a, b, a, in_place) {
                return result;
            }
            // What has slots for sequences, be they empty, is not looked at from the other side.
            if in_place
                && (program_class(a).is_some_and(|class| !class.builtin)
                    || matches!(a, Value::Dict(_) | Value::Set(_) | Value::View(_) | Value::Range(_)))
            {
                return Err(unsupported(rt, op, a, b, in_place));
            }
            match repeat(rt, b, a, b, false) {
                Some(result) => result,
                None => Err(unsupported(rt, op, a, b, in_place)),
            }
        }
        _ => Err(unsupported(rt, op, a, b, in_place)),
    }
}

/// The TypeError of operands that don't fit.
pub fn unsupported(rt: &Runtime, op: Binary, a: &Value, b: &Value, in_place: bool) -> Trap {
    let sign = names_of(op).sign;
    let sign = match (op, in_place) {
        (Binary::Pow, false) => "** or pow()".to_owned(),
        (_, false) => sign.to_owned(),
        (_, true) => format!("{sign}="),
    };
    let hint = match (op, a) {
        (Binary::RShift, Value::Native(native)) if native.name == "print" => ". Did you mean \"print(<message>, file=<output_stream>)\"?",
        _ => "",
    };
    rt.type_error(format!("unsupported operand type(s) for {sign}: '{}' and '{}'{hint}", rt.type_name(a), rt.type_name(b)))
}

fn concatenate(rt: &mut Runtime, a: &Value, b: &Value, in_place: bool) -> Result<Option<Value>, Trap> {
    let inner = plain(b);
    Ok(Some(match plain(a) {
        Value::Str(x) => {
            let Value::Str(y) = inner else { return Err(cannot_concatenate(rt, "str", b)) };
            if y.text.is_empty() {
                return Ok(Some(plain(a).clone()));
            }
            rt.reserve(x.text.len() + y.text.len())?;
            let mut text = String::with_capacity(x.text.len() + y.text.len());
            fill::append_text(&mut text, &x.text)?;
            fill::append_text(&mut text, &y.text)?;
            Str::with_chars(text, x.chars + y.chars).into()
        }
        Value::List(x) if in_place => {
            match iterate::to_vec(rt, b)? {
                Some(items) => {
                    rt.reserve(items.len() * size_of::<Value>())?;
                    x.edit(|own| fill::extend(own, items.into_iter()))?;
                }
                None => return Err(rt.prelude("list_extend_in_place", vec![a.clone(), b.clone()])),
            }
            a.clone()
        }
        Value::List(x) => {
            let Value::List(y) = inner else { return Err(cannot_concatenate(rt, "list", b)) };
            let items = join(rt, &x.items(), &y.items())?;
            Value::list(items)
        }
        Value::Tuple(x) => {
            let Value::Tuple(y) = inner else { return Err(cannot_concatenate(rt, "tuple", b)) };
            let items = join(rt, &x.items, &y.items)?;
            rt.tuple(items)
        }
        Value::Bytes(_) | Value::ByteArray(_) => bytes::concatenate(rt, a, b, in_place)?,
        _ => return Ok(None),
    }))
}

fn cannot_concatenate(rt: &Runtime, kind: &str, other: &Value) -> Trap {
    rt.type_error(format!("can only concatenate {kind} (not \"{}\") to {kind}", rt.type_name(other)))
}

fn join(rt: &mut Runtime, a: &[Value], b: &[Value]) -> Result<Vec<Value>, Trap> {
    rt.reserve((a.len() + b.len()) * size_of::<Value>())?;
    fuel::burn((a.len() + b.len()) as u64 / 2)?;
    let mut items = Vec::with_capacity(a.len() + b.len());
    fill::append(&mut items, a)?;
    fill::append(&mut items, b)?;
    Ok(items)
}

/// `sequence * times`; none if `sequence` is none. `whole` is the object that an in-place operation gives back.
fn repeat(rt: &mut Runtime, sequence: &Value, times: &Value, whole: &Value, in_place: bool) -> Option<Answer> {
    let sequence = plain(sequence);
    if !matches!(sequence, Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_) | Value::ByteArray(_)) {
        return None;
    }
    let times = match slice::index(times) {
        slice::Index::At(times) => size(times.max(0)),
        slice::Index::Huge(_) => {
            return Some(Err(rt.overflow_error(format!("cannot fit '{}' into an index-sized integer", rt.type_name(times)))));
        }
        slice::Index::AskProgram => {
            return Some(Err(rt.prelude("repeat_sequence", vec![whole.clone(), times.clone(), Value::bool(in_place)])));
        }
        slice::Index::Other => {
            return Some(Err(rt.type_error(format!("can't multiply sequence by non-int of type '{}'", rt.type_name(times)))));
        }
    };
    Some(repeat_times(rt, sequence, times, whole, in_place))
}

fn repeat_times(rt: &mut Runtime, sequence: &Value, times: usize, whole: &Value, in_place: bool) -> Answer {
    let room = |rt: &mut Runtime, length: usize, size: usize| {
        let total = length.saturating_mul(times);
        rt.reserve(total.saturating_mul(size))
    };
    Ok(match sequence {
        Value::Str(string) => {
            room(rt, string.text.len(), 1)?;
            let mut text = String::new();
            fill::append_repeated(&mut text, &string.text, times)?;
            Str::with_chars(text, string.chars * times).into()
        }
        Value::List(list) => {
            room(rt, list.len(), size_of::<Value>())?;
            if in_place {
                if times == 0 {
                    list.clear();
                } else {
                    list.edit(|items| fill::repeat_in_place(items, times))?;
                }
                return Ok(whole.clone());
            }
            let items = fill::repeat(&list.items(), times)?;
            Value::list(items)
        }
        Value::Tuple(tuple) => {
            room(rt, tuple.items.len(), size_of::<Value>())?;
            rt.tuple(fill::repeat(&tuple.items, times)?)
        }
        _ => {
            room(rt, bytes::length_of(sequence).unwrap_or(0), 1)?;
            bytes::repeat(whole, times, in_place)?
        }
    })
}

/// `-a`, `+a`, `~a`.
pub fn unary(rt: &mut Runtime, op: Unary, a: &Value) -> Answer {
    let (name, sign) = match op {
        Unary::Neg => (names::NEG, "-"),
        Unary::Pos => (names::POS, "+"),
        Unary::Invert => (names::INVERT, "~"),
    };
    if overrides(a, name) {
        let Some(method) = super::super::attribute::special(rt, a, name) else {
            return Err(rt.type_error(format!("bad operand type for unary {sign}: '{}'", rt.type_name(a))));
        };
        return Err(rt.call(method, Vec::new()));
    }
    match number::unary(rt, op, plain(a))? {
        Some(value) => Ok(value),
        None => Err(rt.type_error(format!("bad operand type for unary {sign}: '{}'", rt.type_name(a)))),
    }
}

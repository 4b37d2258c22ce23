//! The special methods that several built-in types share: each does what the operator does, on the built-in value alone. So
//! `super().__getitem__(…)` in a subclass comes to the built-in behaviour, and not back to itself.

use crate::object::class::Class;
use crate::object::equality::Equal;
use crate::object::fuel;
use crate::object::native::{Answer, Native, NativeKind, Trap};
use crate::object::operate::compare::{Verdict, own_verdict};
use crate::object::operate::iterate::iter_inside;
use crate::object::operate::{binary, compare, get_item, item, key, plain, set_item, slice, truth};
use crate::object::runtime::Runtime;
use crate::object::symbol::names;
use crate::object::value::Value;
use crate::object::{attribute, repr};
use std::rc::Rc;
use stillframe_front::bytecode::op::{Binary, Compare};

/// A method's line in a table.
pub const fn method(name: &'static str, params: &'static str, doc: &'static str, run: fn(&mut Runtime, &[Value]) -> Answer) -> Native {
    Native::new(NativeKind::Method, name, params, doc, run)
}

/// A function's line in a table.
pub const fn function(name: &'static str, params: &'static str, doc: &'static str, run: fn(&mut Runtime, &[Value]) -> Answer) -> Native {
    Native::new(NativeKind::Function, name, params, doc, run)
}

/// `__new__`'s line in a table.
pub const fn constructor(params: &'static str, run: fn(&mut Runtime, &[Value]) -> Answer) -> Native {
    Native::new(NativeKind::StaticMethod, "__new__", params, "Create and return a new object.", run)
}

// The lines that many types have, word for word.
pub const REPR: Native = method("__repr__", "self, /", "Return repr(self).", repr_method);
pub const HASH: Native = method("__hash__", "self, /", "Return hash(self).", hash);
pub const LEN: Native = method("__len__", "self, /", "Return len(self).", len);
pub const ITER: Native = method("__iter__", "self, /", "Implement iter(self).", iter);
pub const ITER_ITSELF: Native = method("__iter__", "self, /", "Implement iter(self).", itself);
pub const CONTAINS: Native = method("__contains__", "self, key, /", "Return key in self.", contains);
pub const GETITEM: Native = method("__getitem__", "self, key, /", "Return self[key].", getitem);
pub const EQ: Native = method("__eq__", "self, value, /", "Return self==value.", eq);
pub const NE: Native = method("__ne__", "self, value, /", "Return self!=value.", ne);
pub const LT: Native = method("__lt__", "self, value, /", "Return self<value.", lt);
pub const LE: Native = method("__le__", "self, value, /", "Return self<=value.", le);
pub const GT: Native = method("__gt__", "self, value, /", "Return self>value.", gt);
pub const GE: Native = method("__ge__", "self, value, /", "Return self>=value.", ge);
pub const ADD: Native = method("__add__", "self, value, /", "Return self+value.", add);
pub const MUL: Native = method("__mul__", "self, value, /", "Return self*value.", mul);
pub const RMUL: Native = method("__rmul__", "self, value, /", "Return value*self.", mul);
pub const SUB: Native = method("__sub__", "self, value, /", "Return self-value.", sub);
pub const RSUB: Native = method("__rsub__", "self, value, /", "Return value-self.", rsub);
pub const OR: Native = method("__or__", "self, value, /", "Return self|value.", or);
pub const ROR: Native = method("__ror__", "self, value, /", "Return value|self.", ror);
pub const AND: Native = method("__and__", "self, value, /", "Return self&value.", and);
pub const RAND: Native = method("__rand__", "self, value, /", "Return value&self.", rand);
pub const XOR: Native = method("__xor__", "self, value, /", "Return self^value.", xor);
pub const RXOR: Native = method("__rxor__", "self, value, /", "Return value^self.", rxor);
pub const CLASS_GETITEM: Native = Native::new(NativeKind::ClassMethod, "__class_getitem__", "cls, item, /", "See PEP 585.", class_getitem);

/// The TypeError of a method that got a receiver of another type.
pub fn wrong_receiver(rt: &Runtime, wanted: &str, got: Option<&Value>) -> Trap {
    match got {
        Some(got) => rt.type_error(format!("descriptor requires a '{wanted}' object but received a '{}'", rt.type_name(got))),
        None => rt.type_error("unbound method needs an argument"),
    }
}

/// The class that the `__new__` of another one got first.
pub fn class_argument<'a>(rt: &Runtime, args: &'a [Value], of: &str) -> Result<&'a Rc<Class>, Trap> {
    match args.first() {
        Some(Value::Class(class)) => Ok(class),
        Some(other) => Err(rt.type_error(format!("{of}.__new__(X): X is not a type object ({})", rt.type_name(other)))),
        None => Err(rt.type_error(format!("{of}.__new__(): not enough arguments"))),
    }
}

/// Whether a `__new__` that fills an object leaves that to `__init__`: it was called by the program's own, or the program's own follows.
pub fn is_filled_later(class: &Rc<Class>) -> bool {
    class.overrides(names::NEW) || class.overrides(names::INIT)
}

/// A built-in value as an object of `class`: itself, or inside of an instance where `class` is a subclass.
pub fn wrap(rt: &Runtime, class: &Rc<Class>, inner: Value) -> Answer {
    if class.builtin { Ok(inner) } else { attribute::new_object(rt, class, inner, &[]) }
}

/// What a comparison's special method answers.
fn compared(rt: &mut Runtime, op: Compare, args: &[Value]) -> Answer {
    match own_verdict(rt, op, &args[0], &args[1])? {
        Verdict::Known(result) => Ok(Value::bool(result)),
        Verdict::NotImplemented => Ok(Value::NotImplemented),
        Verdict::AskProgram => {
            Err(rt.prelude("compare_deep", vec![Value::Int(op as i64), plain(&args[0]).clone(), plain(&args[1]).clone()]))
        }
    }
}

fn eq(rt: &mut Runtime, args: &[Value]) -> Answer {
    compared(rt, Compare::Eq, args)
}

fn ne(rt: &mut Runtime, args: &[Value]) -> Answer {
    compared(rt, Compare::Ne, args)
}

fn lt(rt: &mut Runtime, args: &[Value]) -> Answer {
    compared(rt, Compare::Lt, args)
}

fn le(rt: &mut Runtime, args: &[Value]) -> Answer {
    compared(rt, Compare::Le, args)
}

fn gt(rt: &mut Runtime, args: &[Value]) -> Answer {
    compared(rt, Compare::Gt, args)
}

fn ge(rt: &mut Runtime, args: &[Value]) -> Answer {
    compared(rt, Compare::Ge, args)
}

pub fn hash(rt: &mut Runtime, args: &[Value]) -> Answer {
    hash_value(rt, plain(&args[0]))
}

/// `hash(value)` of a value without a method of the program's.
pub fn hash_value(rt: &mut Runtime, value: &Value) -> Answer {
    if let Value::Big(big) = value {
        fuel::burn(big.value.bits() / 128)?;
    }
    match key::hash_of(rt, value)? {
        Some(hash) => Ok(Value::Int(hash as i64)),
        None => Err(rt.prelude("hash_of", vec![value.clone()])),
    }
}

fn len(rt: &mut Runtime, args: &[Value]) -> Answer {
    truth::length(rt, plain(&args[0]))
}

fn iter(rt: &mut Runtime, args: &[Value]) -> Answer {
    iter_inside(rt, &args[0])
}

pub fn contains(rt: &mut Runtime, args: &[Value]) -> Answer {
    truth::contains(rt, &args[1], plain(&args[0]))
}

pub fn getitem(rt: &mut Runtime, args: &[Value]) -> Answer {
    get_item(rt, plain(&args[0]), &args[1])
}

pub fn setitem(rt: &mut Runtime, args: &[Value]) -> Answer {
    set_item(rt, plain(&args[0]), &args[1], &args[2])?;
    Ok(Value::None)
}

pub fn delitem(rt: &mut Runtime, args: &[Value]) -> Answer {
    item::del_item(rt, plain(&args[0]), &args[1])?;
    Ok(Value::None)
}

/// `__reversed__` of what has an order.
pub fn reversed(rt: &mut Runtime, args: &[Value]) -> Answer {
    match crate::object::operate::iterate::reversed(plain(&args[0]))? {
        Some(iter) => Ok(iter.into()),
        None => Err(rt.type_error(format!("'{}' object is not reversible", rt.type_name(&args[0])))),
    }
}

/// `__repr__` of the built-in value.
pub fn repr_method(rt: &mut Runtime, args: &[Value]) -> Answer {
    if matches!(plain(&args[0]), Value::ByteArray(_)) {
        return named_repr(rt, args);
    }
    let text = repr::repr(rt, plain(&args[0]))?;
    Ok(Value::str(text))
}

/// `__repr__` of sets and bytearrays, where a subclass's name shows.
pub fn named_repr(rt: &mut Runtime, args: &[Value]) -> Answer {
    match repr::try_named(rt, &args[0])? {
        Some(text) => Ok(Value::str(text)),
        None => Err(rt.prelude("named_repr", vec![args[0].clone()])),
    }
}

/// The in-place or plain operator's special method, on the built-in values alone.
fn operated(rt: &mut Runtime, op: Binary, a: &Value, b: &Value, in_place: bool) -> Answer {
    Ok(binary::by_numbers(rt, op, a, b, in_place)?.unwrap_or(Value::NotImplemented))
}

fn add(rt: &mut Runtime, args: &[Value]) -> Answer {
    binary::by_sequences(rt, Binary::Add, &args[0], &args[1], false)
}

pub fn iadd(rt: &mut Runtime, args: &[Value]) -> Answer {
    binary::by_sequences(rt, Binary::Add, &args[0], &args[1], true)
}

/// A sequence's own method takes nothing but a count.
fn check_count(rt: &Runtime, count: &Value) -> Result<(), Trap> {
    match slice::index(count) {
        slice::Index::Other => Err(rt.type_error(format!("'{}' object cannot be interpreted as an integer", rt.type_name(count)))),
        _ => Ok(()),
    }
}

fn mul(rt: &mut Runtime, args: &[Value]) -> Answer {
    check_count(rt, &args[1])?;
    binary::by_sequences(rt, Binary::Mul, plain(&args[0]), &args[1], false)
}

pub fn imul(rt: &mut Runtime, args: &[Value]) -> Answer {
    check_count(rt, &args[1])?;
    binary::by_sequences(rt, Binary::Mul, &args[0], &args[1], true)
}

fn or(rt: &mut Runtime, args: &[Value]) -> Answer {
    operated(rt, Binary::Or, &args[0], &args[1], false)
}

fn ror(rt: &mut Runtime, args: &[Value]) -> Answer {
    operated(rt, Binary::Or, &args[1], &args[0], false)
}

pub fn ior(rt: &mut Runtime, args: &[Value]) -> Answer {
    operated(rt, Binary::Or, &args[0], &args[1], true)
}

fn and(rt: &mut Runtime, args: &[Value]) -> Answer {
    operated(rt, Binary::And, &args[0], &args[1], false)
}

fn rand(rt: &mut Runtime, args: &[Value]) -> Answer {
    operated(rt, Binary::And, &args[1], &args[0], false)
}

pub fn iand(rt: &mut Runtime, args: &[Value]) -> Answer {
    operated(rt, Binary::And, &args[0], &args[1], true)
}

fn sub(rt: &mut Runtime, args: &[Value]) -> Answer {
    operated(rt, Binary::Sub, &args[0], &args[1], false)
}

fn rsub(rt: &mut Runtime, args: &[Value]) -> Answer {
    operated(rt, Binary::Sub, &args[1], &args[0], false)
}

pub fn isub(rt: &mut Runtime, args: &[Value]) -> Answer {
    operated(rt, Binary::Sub, &args[0], &args[1], true)
}

fn xor(rt: &mut Runtime, args: &[Value]) -> Answer {
    operated(rt, Binary::Xor, &args[0], &args[1], false)
}

fn rxor(rt: &mut Runtime, args: &[Value]) -> Answer {
    operated(rt, Binary::Xor, &args[1], &args[0], false)
}

pub fn ixor(rt: &mut Runtime, args: &[Value]) -> Answer {
    operated(rt, Binary::Xor, &args[0], &args[1], true)
}

/// `copy` and `__copy__`-like: answers the receiver itself.
pub fn itself(_: &mut Runtime, args: &[Value]) -> Answer {
    Ok(args[0].clone())
}

/// Where `item` is in `items`, from `start` up to `stop`: an outer none if the program must be asked.
pub fn position(rt: &mut Runtime, items: &[Value], item: &Value, start: usize, stop: usize) -> Result<Option<Option<usize>>, Trap> {
    let stop = stop.min(items.len());
    for (at, known) in items.iter().enumerate().take(stop).skip(start) {
        fuel::burn(1)?;
        match compare::same_or_equal(rt, known, item)? {
            Equal::Yes => return Ok(Some(Some(at))),
            Equal::No => {}
            Equal::AskProgram => return Ok(None),
        }
    }
    Ok(Some(None))
}

/// How often `item` is in `items`: none if the program must be asked.
pub fn occurrences(rt: &mut Runtime, items: &[Value], item: &Value) -> Result<Option<usize>, Trap> {
    let mut count = 0;
    for known in items {
        fuel::burn(1)?;
        match compare::same_or_equal(rt, known, item)? {
            Equal::Yes => count += 1,
            Equal::No => {}
            Equal::AskProgram => return Ok(None),
        }
    }
    Ok(Some(count))
}

/// `__class_getitem__` of generic built-in types: `list[int]`.
fn class_getitem(rt: &mut Runtime, args: &[Value]) -> Answer {
    Err(rt.prelude("generic_alias", vec![args[0].clone(), args[1].clone()]))
}

//! `==`, `<` and their kin. Containers are compared with a stack of their own, so that nesting never nests the host's stack.

use std::cmp::Ordering;
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};

use super::super::dict::{Dict, Found};
use super::super::equality::{Equal, equal_bytes};
use super::super::iterator::{Range, Slice, ViewKind, equal_ranges};
use super::super::list::Tuple;
use super::super::native::{Answer, Stop, Trap};
use super::super::number;
use super::super::runtime::Runtime;
use super::super::set::{self, Set};
use super::super::symbol::{Symbol, names};
use super::super::value::Value;
use super::{overrides, plain};
use crate::object::fuel;
use stillframe_front::bytecode::op::Compare;

/// `a op b`.
pub fn compare(rt: &mut Runtime, op: Compare, a: &Value, b: &Value) -> Answer {
    match verdict(rt, op, a, b)? {
        Verdict::Known(result) => Ok(Value::bool(result)),
        Verdict::AskProgram => Err(rt.prelude("compare_op", vec![Value::Int(op as i64), a.clone(), b.clone()])),
        Verdict::NotImplemented => match op {
            Compare::Eq => Ok(Value::bool(a.is(b))),
            Compare::Ne => Ok(Value::bool(!a.is(b))),
            _ => Err(not_supported(rt, op, a, b)),
        },
    }
}

/// What a comparison comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Known(bool),
    /// The types can't be compared so.
    NotImplemented,
    AskProgram,
}

impl Verdict {
    fn of(equal: Equal, wanted: bool) -> Verdict {
        match equal {
            Equal::Yes => Verdict::Known(wanted),
            Equal::No => Verdict::Known(!wanted),
            Equal::AskProgram => Verdict::AskProgram,
        }
    }
}

/// `a op b`, as far as no method of the program's is concerned.
pub fn verdict(rt: &mut Runtime, op: Compare, a: &Value, b: &Value) -> Result<Verdict, Trap> {
    if asks_program(op, a) || asks_program(reflected(op), b) {
        return Ok(Verdict::AskProgram);
    }
    // What extends the left type is asked first; errors of what is inside tell so.
    if matches!(b, Value::Instance(_)) && !plain(b).is(b) && rt.class_of(a).builtin && rt.class_of(b).is_subclass(&rt.class_of(a)) {
        return builtin_verdict(rt, reflected(op), b, a);
    }
    builtin_verdict(rt, op, a, b)
}

/// The same, though the program has methods: what the built-in types alone make of it.
pub fn builtin_verdict(rt: &mut Runtime, op: Compare, a: &Value, b: &Value) -> Result<Verdict, Trap> {
    let (a, b) = (plain(a), plain(b));
    match op {
        Compare::Eq | Compare::Ne if !comparable(a, b) => Ok(Verdict::NotImplemented),
        Compare::Eq => Ok(Verdict::of(equal_plain(rt, a, b)?, true)),
        Compare::Ne => Ok(Verdict::of(equal_plain(rt, a, b)?, false)),
        _ => order(rt, op, a, b),
    }
}

/// What the type of `a` alone makes of it: some types leave it to the other one, which knows them.
pub fn own_verdict(rt: &mut Runtime, op: Compare, a: &Value, b: &Value) -> Result<Verdict, Trap> {
    match (plain(a), plain(b)) {
        (Value::Set(_), Value::View(_)) | (Value::Bytes(_), Value::ByteArray(_)) => Ok(Verdict::NotImplemented),
        _ => builtin_verdict(rt, op, a, b),
    }
}

/// The method that carries out a comparison.
pub fn method(op: Compare) -> Symbol {
    match op {
        Compare::Lt => names::LT,
        Compare::Le => names::LE,
        Compare::Gt => names::GT,
        Compare::Ge => names::GE,
        Compare::Eq => names::EQ,
        Compare::Ne => names::NE,
    }
}

/// The comparison as the other side sees it.
pub fn reflected(op: Compare) -> Compare {
    match op {
        Compare::Lt => Compare::Gt,
        Compare::Le => Compare::Ge,
        Compare::Gt => Compare::Lt,
        Compare::Ge => Compare::Le,
        same => same,
    }
}

/// The comparisons in the order of the enum.
pub const ALL: [Compare; 6] = [Compare::Lt, Compare::Le, Compare::Gt, Compare::Ge, Compare::Eq, Compare::Ne];

/// As the source writes it.
pub fn sign(op: Compare) -> &'static str {
    match op {
        Compare::Lt => "<",
        Compare::Le => "<=",
        Compare::Gt => ">",
        Compare::Ge => ">=",
        Compare::Eq => "==",
        Compare::Ne => "!=",
    }
}

/// The TypeError of an ordering between types that have none.
pub fn not_supported(rt: &Runtime, op: Compare, a: &Value, b: &Value) -> Trap {
    rt.type_error(format!("'{}' not supported between instances of '{}' and '{}'", sign(op), rt.type_name(a), rt.type_name(b)))
}

/// `a is b or a == b`, as containers compare their items.
#[inline]
pub fn same_or_equal(rt: &mut Runtime, a: &Value, b: &Value) -> Result<Equal, Trap> {
    if a.is(b) { Ok(Equal::Yes) } else { equal(rt, a, b) }
}

/// `a == b`.
pub fn equal(rt: &mut Runtime, a: &Value, b: &Value) -> Result<Equal, Trap> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => return Ok(known(a == b)),
        (Value::Str(a), Value::Str(b)) => return Ok(known(equal_bytes(a.text.as_bytes(), b.text.as_bytes()))),
        _ => {}
    }
    if asks_program(Compare::Eq, a) || asks_program(Compare::Eq, b) {
        return Ok(Equal::AskProgram);
    }
    equal_plain(rt, plain(a), plain(b))
}

fn asks_program(op: Compare, value: &Value) -> bool {
    if !matches!(value, Value::Instance(_) | Value::Exception(_) | Value::Class(_)) {
        return false;
    }
    overrides(value, method(op)) || op == Compare::Ne && plain(value).is(value) && overrides(value, names::EQ)
}

fn known(equal: bool) -> Equal {
    if equal { Equal::Yes } else { Equal::No }
}

/// Whether the built-in `==` of the two types knows the other type at all.
fn comparable(a: &Value, b: &Value) -> bool {
    use Value::*;
    match (a, b) {
        (Bytes(_) | ByteArray(_), Bytes(_) | ByteArray(_)) => true,
        (View(_) | Set(_), View(_) | Set(_)) => true,
        (View(view), Dict(_)) | (Dict(_), View(view)) => view.kind == ViewKind::Proxy,
        (Str(_), Str(_)) | (List(_), List(_)) | (Tuple(_), Tuple(_)) | (Dict(_), Dict(_)) => true,
        (Range(_), Range(_)) | (Slice(_), Slice(_)) | (Method(_), Method(_)) | (WeakRef(_), WeakRef(_)) => true,
        _ => is_number(a) && is_number(b),
    }
}

fn is_number(value: &Value) -> bool {
    matches!(value, Value::Int(_) | Value::Float(_) | Value::True | Value::False | Value::Big(_) | Value::Complex(_))
}

/// Two containers that are being compared, and how far that has come.
enum Level {
    Lists(Rc<super::super::list::List>, Rc<super::super::list::List>, usize),
    Tuples(Rc<super::super::list::Tuple>, Rc<super::super::list::Tuple>, usize),
    Dicts(Rc<Dict>, Rc<Dict>, usize),
}

/// The next two values to compare.
enum Pair {
    Values(Value, Value),
    End,
    Unequal,
    AskProgram,
}

impl Level {
    fn next(&mut self) -> Pair {
        match self {
            Level::Lists(a, b, at) => {
                *at += 1;
                match (a.items().get(*at - 1), b.items().get(*at - 1)) {
                    (Some(x), Some(y)) => Pair::Values(x.copy(), y.copy()),
                    _ => Pair::End,
                }
            }
            Level::Tuples(a, b, at) => {
                *at += 1;
                match (a.items.get(*at - 1), b.items.get(*at - 1)) {
                    (Some(x), Some(y)) => Pair::Values(x.copy(), y.copy()),
                    _ => Pair::End,
                }
            }
            Level::Dicts(a, b, at) => {
                let Some((found, entry)) = a.entry_from(*at) else { return Pair::End };
                *at = found + 1;
                fuel::note(2);
                match b.find(entry.hash, &entry.key) {
                    Found::At(other) => Pair::Values(entry.value, b.value_at(other)),
                    Found::Missing => Pair::Unequal,
                    Found::AskProgram => Pair::AskProgram,
                }
            }
        }
    }
}

/// Equality of two values none of which is a program's object with a method of its own; their items may be.
fn equal_plain(rt: &mut Runtime, a: &Value, b: &Value) -> Result<Equal, Trap> {
    let mut stack = match begin(a, b) {
        Begun::Known(equal) => return Ok(equal),
        Begun::Inside(level) => vec![level],
    };
    while let Some(level) = stack.last_mut() {
        fuel::burn(1)?;
        let (a, b) = match level.next() {
            Pair::Values(a, b) => (a, b),
            Pair::End => {
                stack.pop();
                continue;
            }
            Pair::Unequal => return Ok(Equal::No),
            Pair::AskProgram => return Ok(Equal::AskProgram),
        };
        if a.is(&b) {
            continue;
        }
        if asks_program(Compare::Eq, &a) || asks_program(Compare::Eq, &b) {
            return Ok(Equal::AskProgram);
        }
        match begin(plain(&a), plain(&b)) {
            Begun::Known(Equal::Yes) => {}
            Begun::Known(other) => return Ok(other),
            Begun::Inside(level) => {
                if stack.len() >= rt.limits.recursion as usize {
                    return Err(rt.raise(&rt.classes.recursion_error, "maximum recursion depth exceeded in comparison"));
                }
                stack.push(level);
            }
        }
    }
    Ok(Equal::Yes)
}

enum Begun {
    Known(Equal),
    Inside(Level),
}

fn begin(a: &Value, b: &Value) -> Begun {
    Begun::Known(match (a, b) {
        (Value::Str(a), Value::Str(b)) => known(equal_bytes(a.text.as_bytes(), b.text.as_bytes())),
        (Value::List(a), Value::List(b)) => {
            if a.len() == b.len() {
                return Begun::Inside(Level::Lists(a.clone(), b.clone(), 0));
            }
            Equal::No
        }
        (Value::Tuple(a), Value::Tuple(b)) => {
            if a.items.len() == b.items.len() {
                return Begun::Inside(Level::Tuples(a.clone(), b.clone(), 0));
            }
            Equal::No
        }
        (Value::Dict(a), Value::Dict(b)) => return begin_dicts(a, b),
        (Value::Set(a), Value::Set(b)) => a.equals(b),
        (Value::Bytes(a), Value::Bytes(b)) => known(equal_bytes(&a.data, &b.data)),
        (Value::ByteArray(a), Value::ByteArray(b)) => known(equal_bytes(&a.data(), &b.data())),
        (Value::ByteArray(a), Value::Bytes(b)) | (Value::Bytes(b), Value::ByteArray(a)) => known(equal_bytes(&a.data(), &b.data)),
        (Value::Range(a), Value::Range(b)) => known(equal_ranges(a, b)),
        (Value::Slice(a), Value::Slice(b)) => {
            let parts = |slice: &Slice| Rc::new(Tuple::new(slice_parts(slice).to_vec()));
            return Begun::Inside(Level::Tuples(parts(a), parts(b), 0));
        }
        (Value::Method(a), Value::Method(b)) => known(a.function.is(&b.function) && a.receiver.is(&b.receiver)),
        (Value::WeakRef(a), Value::WeakRef(b)) => {
            let (x, y) = (a.get(), b.get());
            if !x.is_none() && !y.is_none() {
                // The program's method is asked even for one and the same object.
                if asks_program(Compare::Eq, &x) || asks_program(Compare::Eq, &y) {
                    return Begun::Known(Equal::AskProgram);
                }
                return Begun::Inside(Level::Tuples(Rc::new(Tuple::new(vec![x])), Rc::new(Tuple::new(vec![y])), 0));
            }
            known(Rc::ptr_eq(a, b))
        }
        (Value::View(a), Value::View(b)) if a.kind == b.kind && matches!(a.kind, ViewKind::Items | ViewKind::Proxy) => {
            return begin_dicts(&a.dict, &b.dict);
        }
        (Value::View(view), Value::Dict(dict)) | (Value::Dict(dict), Value::View(view)) if view.kind == ViewKind::Proxy => {
            return begin_dicts(&view.dict, dict);
        }
        (Value::View(a), Value::View(b)) if a.kind == ViewKind::Keys && b.kind == ViewKind::Keys => same_keys(&a.dict, &b.dict),
        (Value::View(view), Value::Set(set)) | (Value::Set(set), Value::View(view)) if view.kind == ViewKind::Keys => {
            keys_are(&view.dict, set)
        }
        (Value::View(a), Value::View(b)) if a.kind != ViewKind::Values && b.kind != ViewKind::Values => {
            if a.dict.len() == b.dict.len() {
                Equal::AskProgram
            } else {
                Equal::No
            }
        }
        (Value::View(view), Value::Set(_)) | (Value::Set(_), Value::View(view)) if view.kind == ViewKind::Items => Equal::AskProgram,
        _ => known(is_number(a) && is_number(b) && number::equal(a, b) || !is_number(a) && a.is(b)),
    })
}

/// What a slice is compared by.
fn slice_parts(slice: &Slice) -> [Value; 3] {
    [slice.start.clone(), slice.stop.clone(), slice.step.clone()]
}

fn begin_dicts(a: &Rc<Dict>, b: &Rc<Dict>) -> Begun {
    if a.len() == b.len() { Begun::Inside(Level::Dicts(a.clone(), b.clone(), 0)) } else { Begun::Known(Equal::No) }
}

fn same_keys(a: &Dict, b: &Dict) -> Equal {
    fuel::note(a.walking_cost() + 3 * a.len() as u64);
    if a.len() != b.len() {
        return Equal::No;
    }
    for entry in a.entries() {
        match b.find(entry.hash, &entry.key) {
            Found::At(_) => {}
            Found::Missing => return Equal::No,
            Found::AskProgram => return Equal::AskProgram,
        }
    }
    Equal::Yes
}

fn keys_are(dict: &Dict, set: &Set) -> Equal {
    fuel::note(dict.walking_cost() + 3 * set.len() as u64);
    if dict.len() != set.len() {
        return Equal::No;
    }
    for entry in dict.entries() {
        match set.find(entry.hash, &entry.key) {
            set::Found::At(_) => {}
            set::Found::Missing => return Equal::No,
            set::Found::AskProgram => return Equal::AskProgram,
        }
    }
    Equal::Yes
}

/// An ordering of two built-in values.
fn order(rt: &mut Runtime, op: Compare, a: &Value, b: &Value) -> Result<Verdict, Trap> {
    let (mut a, mut b) = (a.clone(), b.clone());
    // The same, as messages name them.
    let mut named = (a.clone(), b.clone());
    let mut depth = 0;
    loop {
        let difference = match (&a, &b) {
            (Value::List(x), Value::List(y)) => first_difference(rt, &x.items(), &y.items())?,
            (Value::Tuple(x), Value::Tuple(y)) => first_difference(rt, &x.items, &y.items)?,
            (Value::Slice(x), Value::Slice(y)) => first_difference(rt, &slice_parts(x), &slice_parts(y))?,
            _ => {
                let verdict = order_leaves(op, &a, &b);
                return if verdict == Verdict::NotImplemented && depth > 0 {
                    Err(not_supported(rt, op, &named.0, &named.1))
                } else {
                    Ok(verdict)
                };
            }
        };
        let (x, y) = match difference {
            Difference::Items(x, y) => (x, y),
            Difference::Lengths(ordering) => return Ok(Verdict::Known(holds(op, ordering))),
            Difference::AskProgram => return Ok(Verdict::AskProgram),
        };
        depth += 1;
        if depth > rt.limits.recursion {
            return Err(rt.raise(&rt.classes.recursion_error, "maximum recursion depth exceeded in comparison"));
        }
        if asks_program(op, &x) || asks_program(reflected(op), &y) {
            return Ok(Verdict::AskProgram);
        }
        (a, b) = (plain(&x).clone(), plain(&y).clone());
        named = (x, y);
    }
}

/// Where two sequences differ first.
enum Difference {
    Items(Value, Value),
    /// Nowhere in the shorter one.
    Lengths(Ordering),
    AskProgram,
}

fn first_difference(rt: &mut Runtime, a: &[Value], b: &[Value]) -> Result<Difference, Trap> {
    for (x, y) in a.iter().zip(b) {
        fuel::burn(1)?;
        match same_or_equal(rt, x, y)? {
            Equal::Yes => {}
            Equal::No => return Ok(Difference::Items(x.clone(), y.clone())),
            Equal::AskProgram => return Ok(Difference::AskProgram),
        }
    }
    Ok(Difference::Lengths(a.len().cmp(&b.len())))
}

fn holds(op: Compare, ordering: Ordering) -> bool {
    match op {
        Compare::Lt => ordering.is_lt(),
        Compare::Le => ordering.is_le(),
        Compare::Gt => ordering.is_gt(),
        Compare::Ge => ordering.is_ge(),
        Compare::Eq => ordering.is_eq(),
        Compare::Ne => ordering.is_ne(),
    }
}

fn order_leaves(op: Compare, a: &Value, b: &Value) -> Verdict {
    let ordering = match (a, b) {
        (Value::Str(a), Value::Str(b)) => order_bytes(a.text.as_bytes(), b.text.as_bytes()),
        (Value::Bytes(a), Value::Bytes(b)) => order_bytes(&a.data, &b.data),
        (Value::ByteArray(a), Value::ByteArray(b)) => order_bytes(&a.data(), &b.data()),
        (Value::ByteArray(a), Value::Bytes(b)) => order_bytes(&a.data(), &b.data),
        (Value::Bytes(a), Value::ByteArray(b)) => order_bytes(&a.data, &b.data()),
        (Value::Set(a), Value::Set(b)) => return order_sets(op, a, b),
        (Value::View(view), Value::View(_) | Value::Set(_)) | (Value::Set(_), Value::View(view))
            if matches!(view.kind, ViewKind::Keys | ViewKind::Items) =>
        {
            return Verdict::AskProgram;
        }
        _ => {
            let real = |value: &Value| is_number(value) && !matches!(value, Value::Complex(_));
            if !real(a) || !real(b) {
                return Verdict::NotImplemented;
            }
            return Verdict::Known(order_numbers(a, b).is_some_and(|ordering| holds(op, ordering)));
        }
    };
    Verdict::Known(holds(op, ordering))
}

fn order_bytes(a: &[u8], b: &[u8]) -> Ordering {
    fuel::note_copy(a.len().min(b.len()));
    a.cmp(b)
}

fn order_sets(op: Compare, a: &Set, b: &Set) -> Verdict {
    let (small, large, strict) = match op {
        Compare::Lt => (a, b, true),
        Compare::Le => (a, b, false),
        Compare::Gt => (b, a, true),
        _ => (b, a, false),
    };
    if small.len() > large.len() || strict && small.len() == large.len() {
        return Verdict::Known(false);
    }
    Verdict::of(is_subset(small, large), true)
}

/// Whether every key of `a` is in `b`.
pub fn is_subset(a: &Set, b: &Set) -> Equal {
    fuel::note(4 * a.len() as u64);
    for (hash, key) in a.entries() {
        match b.find(hash, &key) {
            set::Found::At(_) => {}
            set::Found::Missing => return Equal::No,
            set::Found::AskProgram => return Equal::AskProgram,
        }
    }
    Equal::Yes
}

/// The order of two real numbers; none where one is not a number (NaN).
pub fn order_numbers(a: &Value, b: &Value) -> Option<Ordering> {
    note_big(a);
    note_big(b);
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
        (Value::Float(a), Value::Float(b)) => f64::from_bits(*a).partial_cmp(&f64::from_bits(*b)),
        (Value::Float(a), b) => order_float(f64::from_bits(*a), &b.to_big()?),
        (a, Value::Float(b)) => order_float(f64::from_bits(*b), &a.to_big()?).map(Ordering::reverse),
        (a, b) => Some(a.to_big()?.cmp(&b.to_big()?)),
    }
}

fn note_big(number: &Value) {
    if let Value::Big(big) = number {
        fuel::note(big.value.bits() / 64 / 8);
    }
}

fn order_float(a: f64, b: &BigInt) -> Option<Ordering> {
    if a.is_nan() {
        return None;
    }
    if a.is_infinite() {
        return Some(if a > 0.0 { Ordering::Greater } else { Ordering::Less });
    }
    if let Some(small) = b.to_i64()
        && small.unsigned_abs() < 1 << 53
    {
        return a.partial_cmp(&(small as f64));
    }
    let whole = BigInt::from_f64(a.trunc())?;
    Some(whole.cmp(b).then(a.fract().partial_cmp(&0.0)?))
}

/// Whether a number that is no int is in a range; none where only iteration can tell.
pub fn equal_numbers_of_range(range: &Range, item: &Value) -> Result<Option<bool>, Stop> {
    Ok(match item {
        Value::Float(bits) => {
            let float = f64::from_bits(*bits);
            let whole = if float.fract() == 0.0 { BigInt::from_f64(float) } else { None };
            let position = whole.map(|whole| super::range::position(range, &whole)).transpose()?;
            Some(position.flatten().is_some())
        }
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) | Value::Complex(_) => None,
        _ => Some(false),
    })
}

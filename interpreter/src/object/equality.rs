//! Hashes and equality of keys, as far as no code of the program's is needed.
//!
//! Hashes of numbers and tuples are CPython's own, so that sets iterate in its order; those of strings vary there from run to run, and
//! are fixed here.

use super::fuel;
use super::iterator::ViewKind;
use super::symbol::names;
use super::value::Value;
use super::weak::WeakRef;

/// Whether two keys are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Equal {
    Yes,
    No,
    AskProgram,
}

/// A hash, or why there is none.
pub enum Hashed {
    Hash(u64),
    /// Its type can't be hashed.
    Unhashable,
    /// Only the program's `__hash__` can tell.
    AskProgram,
}

/// How deep tuples may nest in a key before the prelude takes over, with frames of its own.
const DEPTH: u32 = 64;

const MODULUS: u64 = (1 << 61) - 1;

/// The hash of a value.
pub fn hash(value: &Value) -> Hashed {
    hash_nested(value, 0)
}

fn hash_nested(value: &Value, depth: u32) -> Hashed {
    Hashed::Hash(match value {
        Value::Int(i) => hash_int(*i),
        Value::True => 1,
        Value::False => 0,
        Value::None => 0xfca8_6420,
        Value::Ellipsis => 0xfca8_6421,
        Value::NotImplemented => 0xfca8_6422,
        Value::Str(_) => hash_of_str(value),
        Value::Float(bits) => hash_float(f64::from_bits(*bits)),
        Value::Big(big) => {
            fuel::note(big.value.bits() / 64);
            super::number::hash_big(big)
        }
        Value::Complex(complex) => super::number::hash_complex(complex),
        Value::Bytes(bytes) => hash_bytes(&bytes.data),
        Value::Tuple(tuple) => return hash_tuple(&tuple.items, depth),
        Value::Set(set) if set.frozen => return set.hash(),
        Value::Range(range) => super::iterator::hash_range(range),
        Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::ByteArray(_) | Value::Slice(_) | Value::Cell(_) => {
            return Hashed::Unhashable;
        }
        Value::View(view) if view.kind != ViewKind::Values => return Hashed::Unhashable,
        Value::Instance(instance) => {
            let class = instance.class();
            match class.definer(names::HASH) {
                Some(definer) if !definer.builtin => {
                    return if matches!(class.lookup(names::HASH), Some(Value::None)) { Hashed::Unhashable } else { Hashed::AskProgram };
                }
                _ if !instance.inner.is_unbound() => return hash_nested(&instance.inner, depth),
                _ => identity_hash(value),
            }
        }
        Value::Exception(exception) => {
            if exception.class().overrides(names::HASH) {
                return Hashed::AskProgram;
            }
            identity_hash(value)
        }
        Value::Class(class) => {
            let meta = class.meta.borrow().clone();
            if meta.is_some_and(|meta| meta.overrides(names::HASH)) {
                return Hashed::AskProgram;
            }
            identity_hash(value)
        }
        Value::WeakRef(reference) => return hash_of_reference(reference, depth),
        Value::Method(method) => identity_hash(&method.receiver).wrapping_mul(31) ^ identity_hash(&method.function),
        _ => identity_hash(value),
    })
}

/// The hash of the object, kept for when it has died.
fn hash_of_reference(reference: &WeakRef, depth: u32) -> Hashed {
    if let Some(hash) = reference.hash.get() {
        return Hashed::Hash(hash);
    }
    let object = reference.get();
    let hashed = if object.is_none() { Hashed::Unhashable } else { hash_nested(&object, depth + 1) };
    if let Hashed::Hash(hash) = hashed {
        reference.hash.set(Some(hash));
    }
    hashed
}

/// The hash of what is equal to itself alone: by its number, so that it is the same in every run.
pub fn identity_hash(value: &Value) -> u64 {
    match value.header() {
        Some(header) => u64::from(header.id()) << 4 | 0x7f00_0000_0000,
        None => match value {
            Value::Native(native) => hash_bytes(native.name.as_bytes()),
            _ => 0,
        },
    }
}

/// CPython's hash of an integer: itself, modulo 2**61 - 1.
pub fn hash_int(i: i64) -> u64 {
    let magnitude = i.unsigned_abs() % MODULUS;
    let signed = if i < 0 { (magnitude as i64).wrapping_neg() } else { magnitude as i64 };
    if signed == -1 { -2i64 as u64 } else { signed as u64 }
}

/// CPython's hash of a float: that of the equal integer or fraction.
pub fn hash_float(f: f64) -> u64 {
    if f.is_infinite() {
        return if f > 0.0 { 314_159 } else { -314_159i64 as u64 };
    }
    if f.is_nan() {
        return f.to_bits() >> 3;
    }
    let (mut m, mut e) = frexp(f.abs());
    let mut x: u64 = 0;
    while m != 0.0 {
        x = ((x << 28) & MODULUS) | x >> (61 - 28);
        m *= 268_435_456.0;
        e -= 28;
        let y = m as u64;
        m -= y as f64;
        x += y;
        if x >= MODULUS {
            x -= MODULUS;
        }
    }
    let e = e.rem_euclid(61) as u32;
    x = ((x << e) & MODULUS) | x >> (61 - e);
    let signed = if f < 0.0 { (x as i64).wrapping_neg() } else { x as i64 };
    if signed == -1 { -2i64 as u64 } else { signed as u64 }
}

fn frexp(f: f64) -> (f64, i32) {
    if f == 0.0 {
        return (0.0, 0);
    }
    let bits = f.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i32;
    if exponent == 0 {
        let (m, e) = frexp(f * 18_014_398_509_481_984.0);
        return (m, e - 54);
    }
    (f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52), exponent - 1022)
}

/// The hash of a string, kept in it.
pub fn hash_of_str(value: &Value) -> u64 {
    let Value::Str(string) = value else { return 0 };
    if string.hash.get() == 0 {
        string.hash.set(hash_bytes(string.text.as_bytes()).max(1));
    }
    string.hash.get()
}

/// A hash of bytes, the same in every run.
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    fuel::note_copy(bytes.len() * 4);
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = (hash ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
    }
    (hash ^ bytes.len() as u64).wrapping_mul(0xff51_afd7_ed55_8ccd) >> 3
}

fn hash_tuple(items: &[Value], depth: u32) -> Hashed {
    if depth > DEPTH || fuel::nests_too_far(items.len()) && depth > 0 {
        return Hashed::AskProgram;
    }
    let mut rounds = TupleHash::new();
    for item in items {
        match hash_nested(item, depth + 1) {
            Hashed::Hash(lane) => rounds.add(lane),
            other => return other,
        }
    }
    Hashed::Hash(rounds.finish(items.len()))
}

/// The hash of a tuple whose items have these hashes.
pub fn hash_of_hashes(hashes: impl ExactSizeIterator<Item = u64>) -> u64 {
    let length = hashes.len();
    let mut rounds = TupleHash::new();
    hashes.for_each(|lane| rounds.add(lane));
    rounds.finish(length)
}

/// CPython's hash of a tuple (xxHash's rounds).
struct TupleHash(u64);

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

impl TupleHash {
    fn new() -> TupleHash {
        TupleHash(PRIME_5)
    }

    fn add(&mut self, lane: u64) {
        self.0 = self.0.wrapping_add(lane.wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1);
    }

    fn finish(self, length: usize) -> u64 {
        let hash = self.0.wrapping_add(length as u64 ^ (PRIME_5 ^ 3_527_539));
        if hash == u64::MAX { 1_546_275_796 } else { hash }
    }
}

/// Whether two keys with the same hash are equal.
pub fn equal_keys(a: &Value, b: &Value) -> Equal {
    equal_nested(a, b, 0)
}

/// The same inside of other keys, this deep.
pub(super) fn equal_nested(a: &Value, b: &Value, depth: u32) -> Equal {
    let known = |equal: bool| if equal { Equal::Yes } else { Equal::No };
    if a.is(b) {
        return Equal::Yes;
    }
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => known(equal_bytes(a.text.as_bytes(), b.text.as_bytes())),
        (Value::Bytes(a), Value::Bytes(b)) => known(equal_bytes(&a.data, &b.data)),
        (Value::Tuple(a), Value::Tuple(b)) => {
            if depth > DEPTH || fuel::nests_too_far(0) && depth > 0 {
                return Equal::AskProgram;
            }
            if a.items.len() != b.items.len() {
                return Equal::No;
            }
            a.items
                .iter()
                .zip(&b.items)
                .map(|(a, b)| equal_nested(a, b, depth + 1))
                .find(|equal| *equal != Equal::Yes)
                .unwrap_or(Equal::Yes)
        }
        (Value::Instance(_) | Value::Exception(_) | Value::Class(_), _)
        | (_, Value::Instance(_) | Value::Exception(_) | Value::Class(_)) => equal_objects(a, b, depth),
        (Value::Set(a), Value::Set(b)) => {
            if depth > DEPTH || fuel::nests_too_far(a.len()) && depth > 0 {
                return Equal::AskProgram;
            }
            a.equals_nested(b, depth + 1)
        }
        (Value::WeakRef(a), Value::WeakRef(b)) => {
            let (a, b) = (a.get(), b.get());
            if a.is_none() || b.is_none() {
                return Equal::No;
            }
            // The program's method is asked even for one and the same object.
            match equal_objects(&a, &b, depth + 1) {
                Equal::AskProgram => Equal::AskProgram,
                _ => equal_nested(&a, &b, depth + 1),
            }
        }
        (Value::Range(a), Value::Range(b)) => known(super::iterator::equal_ranges(a, b)),
        (Value::Method(a), Value::Method(b)) => known(a.function.is(&b.function) && a.receiver.is(&b.receiver)),
        _ => known(super::number::equal(a, b)),
    }
}

/// Whether two texts, or bytes, are the same; fuel is burned for comparing them.
pub fn equal_bytes(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    std::ptr::eq(a, b) || {
        fuel::note_copy(a.len());
        a == b
    }
}

/// Equality where a class of the program's is concerned.
fn equal_objects(a: &Value, b: &Value, depth: u32) -> Equal {
    for value in [a, b] {
        let class = match value {
            Value::Instance(instance) => instance.class(),
            Value::Exception(exception) => exception.class(),
            Value::Class(class) => match &*class.meta.borrow() {
                Some(meta) => meta.clone(),
                None => continue,
            },
            _ => continue,
        };
        if class.overrides(names::EQ) {
            return Equal::AskProgram;
        }
    }
    let inner = |value: &Value| match value {
        Value::Instance(instance) if !instance.inner.is_unbound() => instance.inner.clone(),
        other => other.clone(),
    };
    let (inner_a, inner_b) = (inner(a), inner(b));
    if inner_a.is(a) && inner_b.is(b) { Equal::No } else { equal_nested(&inner_a, &inner_b, depth) }
}

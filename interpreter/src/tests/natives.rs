//! Every native, called with large arguments: the processor time of a call is held to the fuel that it burns, and to the looks in it.

use std::rc::Rc;

use stillframe_interpreter::Limits;
use stillframe_interpreter::native::{self, MODULES, TYPES};
use stillframe_interpreter::object::class::Class;
use stillframe_interpreter::object::dict::Dict;
use stillframe_interpreter::object::digest::Digest;
use stillframe_interpreter::object::equality::{self, Hashed};
use stillframe_interpreter::object::heap::Header;
use stillframe_interpreter::object::iterator::{IterState, Range};
use stillframe_interpreter::object::native::{Native, NativeKind};
use stillframe_interpreter::object::operate;
use stillframe_interpreter::object::runtime::Runtime;
use stillframe_interpreter::object::set::Set;
use stillframe_interpreter::object::string::{ByteArray, Bytes};
use stillframe_interpreter::object::value::Value;
use stillframe_interpreter::object::{fuel, heap};

use super::bounds::{LONGEST, SLOWNESS};
use super::looks::{Watch, processor_time};

/// How many characters, bytes and items the arguments have.
/// Loops over bytes are slower in a build that is not optimised than the rest is.
const LETTERS: usize = if cfg!(optimised) { 40_000_000 } else { 10_000_000 };
const ITEMS: usize = 200_000;
const KEYS: usize = 30_000;

/// Fuel of one call.
const FUEL: u64 = 1_000_000;

/// The most that a call may take for a unit of fuel, in nanoseconds: a run at its limit of 100 million units then takes less than half a minute.
const NANOSECONDS_A_UNIT: u64 = 250 * SLOWNESS;

/// Calls that take less are not held to their fuel: what a call costs in itself would weigh too much.
const SHORT: u64 = 200_000 * SLOWNESS;

/// What only drops, or moves once in a while, what was paid for as it was made.
const PAID_BEFORE: &[&str] = &["list.append", "list.clear", "dict.clear", "set.clear", "list.__init__", "bytearray.clear"];

/// Natives are shared out among so many tests, which may run at the same time.
const PARTS: usize = 2;

#[test]
fn every_native_burns_fuel_for_its_work_and_looks_up_from_it() {
    hold(0);
}

#[test]
fn every_other_native_burns_fuel_for_its_work_and_looks_up_from_it() {
    hold(1);
}

#[test]
fn no_type_and_no_module_has_two_natives_of_one_name() {
    let tables = TYPES.iter().map(|table| table.natives).chain(MODULES.iter().map(|table| table.natives));
    for natives in tables {
        let mut names: Vec<&str> = natives.iter().map(|native| native.name).collect();
        names.sort_unstable();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}

fn hold(part: usize) {
    let limits = Limits::default();
    let mut rt = Runtime::new(&limits, "");
    native::install(&mut rt);
    let natives = all_natives(&rt);
    assert!(natives.len() > 500, "only {} natives", natives.len());
    let kinds = kinds();
    let mut dear = Vec::new();
    for (owner, native) in natives.iter().skip(part).step_by(PARTS) {
        for call in calls(&rt, owner, native, &kinds) {
            dear.extend(call.complaint(&mut rt));
        }
    }
    drop((kinds, rt));
    heap::break_cycles();
    assert!(dear.is_empty(), "{} calls take too long:\n{}", dear.len(), dear.join("\n"));
}

fn all_natives(rt: &Runtime) -> Vec<(String, &'static Native)> {
    let types = TYPES.iter().flat_map(|table| {
        let name = (table.class)(&rt.classes).name().to_string();
        table.natives.iter().map(move |native| (name.clone(), native))
    });
    let modules = MODULES.iter().flat_map(|table| table.natives.iter().map(|native| (table.name.to_owned(), native)));
    let is_leaf = |native: &Native| !matches!(native.kind, NativeKind::Intrinsic(_));
    let is_paid = |owner: &str, native: &Native| PAID_BEFORE.contains(&&*format!("{owner}.{}", native.name));
    types.chain(modules).filter(|(owner, native)| is_leaf(native) && !is_paid(owner, native)).collect()
}

/// A native with what it is called with.
struct Call {
    owner: String,
    native: &'static Native,
    given: Vec<Kind>,
}

/// What a call took.
struct Toll {
    nanoseconds: u64,
    units: u64,
    longest: u64,
}

impl Toll {
    /// Nanoseconds a unit of fuel, where the call was long enough to say.
    fn rate(&self) -> u64 {
        if self.nanoseconds > SHORT { self.nanoseconds / self.units } else { 0 }
    }

    fn is_within_bounds(&self) -> bool {
        self.rate() <= NANOSECONDS_A_UNIT && self.longest <= LONGEST
    }

    fn least(self, other: Toll) -> Toll {
        Toll {
            nanoseconds: self.nanoseconds.min(other.nanoseconds),
            units: self.units.max(other.units),
            longest: self.longest.min(other.longest),
        }
    }
}

impl Call {
    /// What is wrong with it, if it is so three times.
    fn complaint(&self, rt: &mut Runtime) -> Option<String> {
        let mut toll = self.make(rt)?;
        for _ in 1..3 {
            if toll.is_within_bounds() {
                return None;
            }
            toll = toll.least(self.make(rt)?);
        }
        let given: Vec<&str> = self.given.iter().map(|(name, _)| *name).collect();
        let (rate, longest) = (toll.rate(), toll.longest / 1_000_000);
        let line = format!("{rate:>6} ns a unit, {longest:>4} ms: {}.{}({})", self.owner, self.native.name, given.join(", "));
        (!toll.is_within_bounds()).then_some(line)
    }

    /// Makes the call, where it has what the native needs.
    fn make(&self, rt: &mut Runtime) -> Option<Toll> {
        let counts = &self.native.counts;
        let (named, required) = (usize::from(counts.named), usize::from(counts.required));
        if self.given.len() < required {
            return None;
        }
        heap::begin(rt.limits.memory, rt.limits.frames);
        let values: Vec<Value> = self.given.iter().map(|(_, value)| fresh(value)).collect();
        let mut args: Vec<Value> = values.iter().take(named).cloned().collect();
        args.resize(named, Value::Unbound);
        if counts.varkw {
            args.push(Value::Dict(Dict::new()));
        }
        if counts.varargs {
            args.extend(values.into_iter().skip(named));
        }
        let watch = Rc::new(Watch::default());
        fuel::fill(FUEL, Some(watch.signal()));
        watch.begin();
        let began = processor_time();
        let answer = (self.native.run)(rt, &args);
        watch.look();
        let toll = Toll { longest: watch.longest.get(), nanoseconds: processor_time() - began, units: fuel::collect() + 1 };
        fuel::fill(u64::MAX, None);
        rt.output.clear();
        rt.written = 0;
        heap::end();
        drop((answer, args));
        let mut left = Vec::new();
        heap::drain_dying(&mut left);
        Some(toll)
    }
}

/// Calls of a native on what it is a method of, with others of a few kinds.
fn calls(rt: &Runtime, owner: &str, native: &'static Native, kinds: &[Kind]) -> Vec<Call> {
    let most = usize::from(native.counts.named) + if native.counts.varargs { 2 } else { 0 };
    let class = TYPES.iter().map(|table| (table.class)(&rt.classes)).find(|class| &*class.name() == owner).cloned();
    let mut made = Vec::new();
    for first in receivers(rt, class.as_ref(), native, kinds) {
        let others: Vec<Kind> =
            if most > 1 { kinds.iter().filter(|other| goes_with(first.0, other.0)).cloned().collect() } else { Vec::new() };
        if others.is_empty() {
            made.push(vec![first.clone()]);
        }
        for second in others {
            let mut given = vec![first.clone(), second.clone()];
            if most > 2 {
                given.push(second);
            }
            given.truncate(most);
            made.push(given);
        }
    }
    made.into_iter().map(|given| Call { owner: owner.to_owned(), native, given }).collect()
}

/// Whether a second argument may make work with the first: the same, or what is searched for, counted, mapped.
fn goes_with(first: &str, other: &str) -> bool {
    let alike = |word: &str| first.contains(word) && other.contains(word);
    first == other
        || ["class", "none"].contains(&first)
        || first == "hash" && other.contains("bytes")
        || ["one letter", "a million", "none"].contains(&other)
        || alike("text")
        || alike("bytes")
        || alike("numbers")
}

/// What a native is called on: for a constructor the class, for a method what has it, else anything.
fn receivers(rt: &Runtime, class: Option<&Rc<Class>>, native: &Native, kinds: &[Kind]) -> Vec<Kind> {
    match class {
        Some(class) if native.name == "__new__" || native.kind == NativeKind::ClassMethod => vec![("class", Value::Class(class.clone()))],
        Some(class) if native.kind != NativeKind::StaticMethod => {
            kinds.iter().filter(|(_, value)| rt.class_of(value).is_subclass(class)).cloned().collect()
        }
        _ => kinds.to_vec(),
    }
}

type Kind = (&'static str, Value);

/// Large values of the types that natives take, and the small ones that go with them.
fn kinds() -> Vec<Kind> {
    vec![
        ("text", Value::str("a".repeat(LETTERS))),
        ("text of needles", Value::str(format!("{}b{}", "a".repeat(LETTERS / 8), "a".repeat(LETTERS / 16)))),
        ("text of wide words", Value::str("é→ \t\n".repeat(LETTERS / 8))),
        ("one letter", Value::str("a")),
        ("bytes", Bytes::new(vec![b'a'; LETTERS]).into()),
        ("array of bytes", ByteArray::new(vec![b'a'; LETTERS]).into()),
        ("hash", Digest::named("sha3_512").map_or(Value::None, Value::from)),
        ("list of numbers", Value::list((0..ITEMS as i64).map(|i| Value::Int(i ^ 0x5555)).collect())),
        ("list of texts", Value::list((0..ITEMS / 4).map(|i| Value::str(format!("text {i}"))).collect())),
        ("tuple of numbers", Value::tuple((0..ITEMS as i64).map(Value::Int).collect())),
        ("nest of shared tuples", (0..60).fold(Value::tuple(vec![]), |nest, _| Value::tuple(vec![nest.clone(), nest]))),
        ("dict", dict()),
        ("set of numbers", set(false)),
        ("frozen set of numbers", set(true)),
        ("endless range", range(1_000_000_000_000)),
        ("iterator of an endless range", iterator(range(1_000_000_000_000))),
        ("a million", Value::Int(1_000_000)),
        ("float", Value::float(1e-300)),
        ("none", Value::None),
    ]
}

/// The value itself, or what is like it, where a call may change it.
fn fresh(value: &Value) -> Value {
    match value {
        Value::List(list) => Value::list(list.items().to_vec()),
        Value::ByteArray(bytes) => ByteArray::new(bytes.data().clone()).into(),
        Value::Dict(_) => dict(),
        Value::Set(known) if !known.frozen => set(false),
        Value::Iter(iter) if matches!(*iter.state.borrow(), IterState::Range { .. }) => iterator(range(1_000_000_000_000)),
        other => other.clone(),
    }
}

fn dict() -> Value {
    let dict = Dict::new();
    for at in 0..KEYS {
        dict.set_str(Value::str(format!("k{at}")), Value::Int(1));
    }
    Value::Dict(dict)
}

fn set(frozen: bool) -> Value {
    let set = Set::new(frozen);
    for key in (0..KEYS as i64).map(Value::Int) {
        let Hashed::Hash(hash) = equality::hash(&key) else { panic!("a number has a hash") };
        assert!(set.insert_new(hash, key).is_ok(), "there is fuel for it");
    }
    Value::Set(set)
}

fn range(stop: i64) -> Value {
    Range { header: Header::new(0), start: Value::Int(0), stop: Value::Int(stop), step: Value::Int(1), length: stop.into() }.into()
}

fn iterator(value: Value) -> Value {
    let mut own = Runtime::new(&Limits::default(), "");
    operate::get_iter(&mut own, &value).unwrap_or_else(|_| panic!("an iterator"))
}

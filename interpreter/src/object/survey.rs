//! The order in which CPython's collector comes upon what is left at the end of a run.
//!
//! CPython collects twice as it ends: first while every module is still there, then without them. Each time it finalises what it has
//! found to be garbage, in the order of its list of objects (<https://devguide.python.org/internals/garbage-collector/>). That is the order
//! in which they were made, but for one thing: what the first collection comes to before it knows whether it can be reached goes to the end of
//! the list as soon as something is found that holds it. [`survey`] does as that first collection does; nothing is freed by it.

use std::collections::{BTreeMap, HashSet};

use super::fuel;
use super::heap::{self, Header, Tracked};
use super::iterator::IterState;
use super::native::Stop;
use super::value::Value;

/// What coming to an object costs in fuel.
const OBJECT: u64 = 8;

/// What could run code as it dies, each in the order in which the collector comes upon it.
#[derive(Default)]
pub struct Survey {
    /// What hangs together only in cycles.
    pub garbage: Vec<Tracked>,
    pub reachable: Vec<Tracked>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Not come to yet, and held by nothing that was.
    Unseen,
    /// Not come to yet, and can be reached.
    Held,
    /// Come to, and not known to be reachable.
    Doubtful,
    Reachable,
}

/// Looks at all tracked objects, those held by `roots` being reachable.
pub fn survey(roots: &[Value]) -> Result<Survey, Stop> {
    let mut collector = Collector::new()?;
    collector.hold(roots.to_vec(), Place::FIRST);
    let mut doubtful = Vec::new();
    let mut reachable = Vec::new();
    while let Some((place, object)) = collector.list.pop_first() {
        fuel::burn(OBJECT)?;
        if let Some(slot) = object.header().and_then(Header::slot) {
            if collector.marks[slot] == Mark::Unseen {
                collector.marks[slot] = Mark::Doubtful;
                doubtful.push((slot, object));
                continue;
            }
            collector.marks[slot] = Mark::Reachable;
        }
        let held = held_by(&object);
        fuel::burn(held.len() as u64)?;
        collector.hold(held, place);
        reachable.extend(heap::finalisable(&object));
    }
    let garbage = doubtful.iter().filter(|(slot, _)| collector.marks[*slot] == Mark::Doubtful);
    Ok(Survey { garbage: garbage.filter_map(|(_, object)| heap::finalisable(object)).collect(), reachable })
}

/// Where an object stands in the list: when it was made, and, among those made at once or moved to the end, in which order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place(u64, usize);

impl Place {
    const FIRST: Place = Place(0, 0);
}

struct Collector {
    /// What is still to be come to.
    list: BTreeMap<Place, Value>,
    /// Of the tracked objects, by their slot.
    marks: Vec<Mark>,
    /// When they were made.
    born: Vec<u64>,
    /// Addresses of the objects that are not tracked and were found.
    found: HashSet<*const Header>,
    count: usize,
}

impl Collector {
    fn new() -> Result<Collector, Stop> {
        let slots = heap::tracked_slots();
        let mut collector =
            Collector { list: BTreeMap::new(), marks: vec![Mark::Unseen; slots], born: vec![0; slots], found: HashSet::new(), count: 0 };
        for (born, object) in (0..slots).step_by(heap::SLOTS_AT_ONCE).flat_map(heap::living_from) {
            fuel::burn(OBJECT)?;
            if let Some(slot) = object.header().and_then(Header::slot) {
                collector.born[slot] = born;
            }
            collector.list.insert(Place(born, 0), object);
        }
        Ok(collector)
    }

    /// Marks what an object at that place holds.
    fn hold(&mut self, held: Vec<Value>, place: Place) {
        for value in held {
            let Some(header) = value.header() else { continue };
            match header.slot() {
                Some(slot) => match self.marks[slot] {
                    Mark::Unseen => self.marks[slot] = Mark::Held,
                    Mark::Doubtful => {
                        self.marks[slot] = Mark::Held;
                        self.insert(u64::MAX, value);
                    }
                    Mark::Held | Mark::Reachable => {}
                },
                None if self.found.insert(header) => {
                    // Nobody has noted when it was made: after what it holds.
                    let born = self.youngest_held(&value);
                    self.insert(if born < place.0 { u64::MAX } else { born }, value);
                }
                None => {}
            }
        }
    }

    fn insert(&mut self, born: u64, value: Value) {
        self.count += 1;
        self.list.insert(Place(born, self.count), value);
    }

    fn youngest_held(&self, value: &Value) -> u64 {
        held_by(value).iter().filter_map(|held| held.header()?.slot()).map(|slot| self.born[slot]).max().unwrap_or(0)
    }
}

/// What an object holds, in the order in which CPython's collector goes through it.
fn held_by(object: &Value) -> Vec<Value> {
    match object {
        Value::Tuple(tuple) => tuple.items.iter().rev().filter(|item| item.is_heap()).cloned().collect(),
        Value::List(list) => list.items().iter().rev().filter(|item| item.is_heap()).cloned().collect(),
        Value::Dict(dict) => dict.entries().into_iter().flat_map(|entry| [entry.key, entry.value]).collect(),
        Value::Set(set) => set.entries().into_iter().map(|(_, key)| key).collect(),
        Value::View(view) => vec![Value::Dict(view.dict.clone())],
        Value::Iter(iter) => held_by_iterator(&iter.state.borrow()),
        Value::Function(function) => {
            let mut held = vec![Value::Module(function.module.clone())];
            held.extend(function.defaults.borrow().iter().cloned());
            held.push(function.kwdefaults.borrow().clone());
            held.extend(function.attributes().map(Value::Dict));
            held.extend(function.closure.iter().cloned());
            held.push(function.annotations.borrow().clone());
            held
        }
        Value::Method(method) => vec![method.function.clone(), method.receiver.clone()],
        Value::Class(class) => {
            let attributes = class.attributes.borrow();
            let bases = class.bases.borrow();
            attributes.iter().map(|(_, value)| value.clone()).chain(bases.iter().cloned().map(Value::Class)).collect()
        }
        Value::Instance(instance) => {
            let mut held = instance.attributes.held();
            held.extend([instance.inner.clone(), Value::Class(instance.class())]);
            held
        }
        Value::Exception(exception) => {
            let mut held = exception.attributes.held();
            held.push(exception.args.borrow().clone());
            held.extend(exception.traceback.borrow().clone().map(Value::Traceback));
            held.extend([exception.cause.borrow().clone(), exception.context.borrow().clone()]);
            held
        }
        Value::Generator(generator) => generator.look(|frame| {
            let registers = frame.iter().flat_map(|frame| frame.registers.iter().cloned());
            registers.chain(frame.iter().map(|frame| frame.handled.clone())).collect()
        }),
        Value::AsyncStep(step) => vec![Value::Generator(step.generator().clone()), step.value.borrow().clone()],
        Value::CoroutineWrapper(wrapper) => vec![Value::Generator(wrapper.coroutine.clone())],
        Value::Cell(cell) => vec![cell.get()],
        Value::Module(module) => module.entries().into_iter().map(|(_, value)| value).collect(),
        Value::Property(property) => vec![property.get.clone(), property.set.clone(), property.delete.clone()],
        Value::Wrapper(wrapper) => vec![wrapper.function.clone()],
        Value::Super(proxy) => vec![proxy.object.clone()],
        Value::Frame(frame) => frame.variables.held(),
        Value::Traceback(entry) => {
            let mut held: Vec<Value> = entry.next.borrow().clone().map(Value::Traceback).into_iter().collect();
            held.extend(entry.variables.held());
            held
        }
        Value::WeakRef(reference) => vec![reference.callback.borrow().clone()],
        _ => Vec::new(),
    }
}

fn held_by_iterator(state: &IterState) -> Vec<Value> {
    match state {
        IterState::List { list, .. } | IterState::ListReversed { list, .. } => vec![Value::List(list.clone())],
        IterState::Tuple { tuple, .. } | IterState::TupleReversed { tuple, .. } => vec![Value::Tuple(tuple.clone())],
        IterState::Dict { dict, .. } | IterState::DictReversed { dict, .. } => vec![Value::Dict(dict.clone())],
        IterState::Set { set, .. } => vec![Value::Set(set.clone())],
        _ => Vec::new(),
    }
}

//! The order in which CPython's collector comes upon what is left at the end of a run.
//!
//! CPython collects twice as it ends: first while every module is still there, then without them. Each time it finalises what it has
//! found to be garbage, in the order of its list of objects (<https://devguide.python.org/internals/garbage-collector/>). That is the order
//! in which they were made, but for one thing: what the first collection comes to before it knows whether it can be reached goes to the end of
//! the list as soon as something is found that holds it. [`survey`] does as that first collection does; nothing is freed by it.

use std::collections::HashSet;

use super::frame::FrameView;
use super::heap::{self, Header, Tracked};
use super::iterator::IterState;
use super::value::Value;

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
pub fn survey(roots: &[Value]) -> Survey {
    let mut tracked = heap::living();
    let mut marks = Marks { by_slot: vec![Mark::Unseen; heap::tracked_slots()], seen: HashSet::new(), moved: Vec::new() };
    marks.hold(roots.to_vec());
    let mut doubtful = Vec::new();
    let mut reachable = Vec::new();
    let mut at = 0;
    while at < tracked.len() {
        let object = tracked[at].clone();
        at += 1;
        let Some(slot) = object.header().and_then(Header::slot) else { continue };
        if marks.by_slot[slot] == Mark::Unseen {
            marks.by_slot[slot] = Mark::Doubtful;
            doubtful.push((slot, object));
            continue;
        }
        marks.by_slot[slot] = Mark::Reachable;
        marks.hold(held_by(&object));
        reachable.extend(heap::finalisable(&object));
        tracked.append(&mut marks.moved);
    }
    let garbage = doubtful.iter().filter(|(slot, _)| marks.by_slot[*slot] == Mark::Doubtful);
    Survey { garbage: garbage.filter_map(|(_, object)| heap::finalisable(object)).collect(), reachable }
}

struct Marks {
    /// Of the tracked objects, by their slot.
    by_slot: Vec<Mark>,
    /// Addresses of those that are not tracked, and were gone through.
    seen: HashSet<*const Header>,
    /// Doubtful ones that can be reached after all: they come last.
    moved: Vec<Value>,
}

impl Marks {
    /// Marks what is held, through objects that are not tracked too.
    fn hold(&mut self, held: Vec<Value>) {
        let mut open = held;
        open.reverse();
        while let Some(value) = open.pop() {
            let Some(header) = value.header() else { continue };
            let Some(slot) = header.slot() else {
                if self.seen.insert(header) {
                    open.extend(held_by(&value).into_iter().rev());
                }
                continue;
            };
            match self.by_slot[slot] {
                Mark::Unseen => self.by_slot[slot] = Mark::Held,
                Mark::Doubtful => {
                    self.by_slot[slot] = Mark::Held;
                    self.moved.push(value);
                }
                Mark::Held | Mark::Reachable => {}
            }
        }
    }
}

/// What an object holds, in the order in which CPython's collector goes through it.
fn held_by(object: &Value) -> Vec<Value> {
    match object {
        Value::Tuple(tuple) => tuple.items.iter().rev().cloned().collect(),
        Value::List(list) => list.items().iter().rev().cloned().collect(),
        Value::Dict(dict) => dict.entries().into_iter().flat_map(|entry| [entry.key, entry.value]).collect(),
        Value::Set(set) => set.entries().into_iter().map(|(_, key)| key).collect(),
        Value::View(view) => vec![Value::Dict(view.dict.clone())],
        Value::Iter(iter) => held_by_iterator(&iter.state.borrow()),
        Value::Function(function) => {
            let mut held = vec![Value::Module(function.module.clone())];
            held.extend(function.defaults.borrow().iter().cloned());
            held.push(function.kwdefaults.borrow().clone());
            held.extend(function.attributes().cloned().map(Value::Dict));
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
            let mut held: Vec<Value> = instance.attributes.entries().into_iter().map(|(_, value)| value).collect();
            held.extend([instance.inner.clone(), Value::Class(instance.class())]);
            held
        }
        Value::Exception(exception) => {
            let mut held: Vec<Value> = exception.attributes.entries().into_iter().map(|(_, value)| value).collect();
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
        Value::Frame(frame) => match &frame.view {
            FrameView::Live(generator) => vec![Value::Generator(generator.clone())],
            FrameView::Taken { locals, back, .. } => vec![back.clone(), Value::Dict(locals.clone())],
        },
        Value::Traceback(entry) => {
            let mut held: Vec<Value> = entry.next.borrow().clone().map(Value::Traceback).into_iter().collect();
            held.extend(entry.variables.look().iter().cloned());
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
        IterState::Values(values) => values.as_slice().to_vec(),
        _ => Vec::new(),
    }
}

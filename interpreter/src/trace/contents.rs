//! Tells what changed of the objects that were told, and what those hold that were come to: the rows of [`Account::objects`](super::account::Account).
//!
//! [`objects`](super::objects) says when what is told, and remembers it.

use std::borrow::Cow;

use crate::limits::{OBJECT_BYTES, OBJECT_BYTES_WITH_TEXTS, OBJECT_ITEMS, OBJECT_ITEMS_A_STEP, OBJECT_TEXT};
use crate::object::heap;
use crate::object::show;
use crate::object::value::Value;
use crate::vm::watch::View;

use super::account::{Datum, EMPTY, Look, NOBODY, ObjectRow};
use super::event::ObjectOp;
use super::objects::difference::{self, Change, Mark};
use super::objects::holding::{self, Guise, Held, Holding, Shape};
use super::objects::{Contents, mark, number as number_of};
use super::teller::Teller;

/// What telling an object takes in looks, and each of its items.
const OBJECT_LOOKS_EACH: u64 = 32;
const ITEM: u64 = 4;

impl Teller<'_> {
    /// Tells the changes of objects since the last step, and those that were come to in this one.
    pub fn tell_objects(&mut self, view: &View) {
        if self.objects.is_idle() {
            return;
        }
        let first = self.account.objects.of.len();
        let texts = self.account.texts.bytes;
        let looks = self.objects.looks;
        self.objects.begin_step();
        self.tell_changed(view);
        self.tell_reached(view);
        self.account.texts.of_objects += self.account.texts.bytes - texts;
        let rows = self.account.objects.of.len() - first;
        self.account.object_bytes += rows * ROW_BYTES + self.account.texts.bytes - texts;
        self.account.looks += self.objects.looks - looks;
        if self.account.object_bytes + self.objects.held > OBJECT_BYTES || self.objects.has_looked_too_much() {
            // A step is told as a whole or not at all.
            self.account.objects.at.truncate(first);
            self.account.objects.of.truncate(first);
            self.account.objects_end = Some(self.at);
            self.objects.end();
        }
        self.objects.sweep();
    }

    fn tell_changed(&mut self, view: &View) {
        if !heap::has_changes() {
            return;
        }
        let mut changes = std::mem::take(&mut self.objects.changes);
        heap::take_changes(&mut changes);
        changes.sort_unstable();
        changes.dedup();
        for changes in changes.chunk_by(|a, b| a.number == b.number) {
            self.objects.looks += OBJECT_LOOKS_EACH + ITEM * changes.len() as u64;
            if self.objects.has_looked_too_much() {
                break;
            }
            if let Some(value) = changes[0].object() {
                self.tell_changes_of(view, &value, changes);
            }
        }
        changes.clear();
        self.objects.changes = changes;
    }

    fn tell_changes_of(&mut self, view: &View, value: &Value, changes: &[heap::Change]) {
        let number = changes[0].number;
        if let Some(owner) = self.objects.inner.get(&number).copied() {
            let slot = self.objects.told.get(&owner).and_then(|told| told.slot);
            if let Some(owner_object) = slot.and_then(|slot| heap::living(slot as u32, owner)) {
                self.tell_anew(view, &owner_object, owner, None);
            }
        }
        self.tell_anew(view, value, number, Some(changes));
    }

    /// Tells what changed of an object that was told; one that was left out is tried again.
    fn tell_anew(&mut self, view: &View, value: &Value, number: u32, changes: Option<&[heap::Change]>) {
        let Some(told) = self.objects.told.get_mut(&number) else { return };
        let depth = told.depth;
        let Some(mut contents) = told.contents.take() else { return self.objects.reach(value, depth) };
        let before = contents.bytes();
        let is_done = changes.is_some_and(|changes| self.tell_places(value, number, depth, changes, &mut contents));
        if !is_done {
            self.tell_difference(view, value, number, depth, &mut contents);
        }
        self.objects.held += contents.bytes().saturating_sub(before);
        if let Some(told) = self.objects.told.get_mut(&number) {
            told.contents = Some(contents);
        }
    }

    /// Tells the places of a list or dict that changed, where that is all that happened to it.
    fn tell_places(&mut self, value: &Value, number: u32, depth: u32, changes: &[heap::Change], contents: &mut Contents) -> bool {
        let Some(length) = holding::ordered_length(value) else { return false };
        if length < contents.length || changes.iter().any(|change| change.place().is_none()) {
            return false;
        }
        for place in changes.iter().filter_map(|change| change.place()).filter(|place| *place < contents.length) {
            let Some(held) = holding::slot_at(value, place) else { continue };
            match contents.slots.get_mut(place) {
                Some(known) if *known == mark(&held) => {}
                Some(known) if known.key == mark(&held).key => {
                    *known = mark(&held);
                    self.tell_slot(number, depth, ObjectOp::Set, place, &held.value);
                }
                Some(_) => return false,
                None => {
                    if !held.key.is_unbound() {
                        continue;
                    }
                    contents.beyond = true;
                    self.tell_slot(number, depth, ObjectOp::Set, place, &held.value);
                }
            }
        }
        while contents.slots.len() < length.min(OBJECT_ITEMS) {
            let place = contents.slots.len();
            let Some(held) = holding::slot_at(value, place) else { break };
            contents.slots.push(mark(&held));
            self.tell_insertion(number, depth, place, &held);
        }
        self.tell_length(number, length, contents);
        true
    }

    /// Tells what an object holds otherwise than it was told.
    fn tell_difference(&mut self, view: &View, value: &Value, number: u32, depth: u32, contents: &mut Contents) {
        let holding = self.read(view, value, number, contents.guise);
        self.tell_attributes(number, depth, &holding, contents);
        if std::mem::take(&mut contents.beyond) {
            self.push_row(number, ObjectOp::Forget, OBJECT_ITEMS, NOTHING);
        }
        let slots: Vec<Mark> = holding.slots.iter().map(mark).collect();
        for change in difference::changes(&contents.slots, &slots, holding.shape == Shape::Entries) {
            match change {
                Change::Insert(place) => self.tell_insertion(number, depth, place, &holding.slots[place]),
                Change::Set(place) => self.tell_slot(number, depth, ObjectOp::Set, place, &holding.slots[place].value),
                Change::Remove(place) => self.push_row(number, ObjectOp::Remove, place, NOTHING),
                Change::Truncate(place) => self.push_row(number, ObjectOp::Truncate, place, NOTHING),
            }
        }
        contents.slots = slots;
        self.tell_length(number, holding.length, contents);
    }

    fn tell_attributes(&mut self, number: u32, depth: u32, holding: &Holding, contents: &mut Contents) {
        let marks: Vec<_> = holding.attributes.iter().map(|(name, value)| (*name, number_of(value))).collect();
        for (at, (name, _)) in contents.attributes.iter().enumerate() {
            let is_there = marks.get(at).is_some_and(|(other, _)| other == name) || marks.iter().any(|(other, _)| other == name);
            if !is_there {
                self.push_row(number, ObjectOp::Delete, name.0 as usize, NOTHING);
            }
        }
        for (at, (told, (name, value))) in marks.iter().zip(&holding.attributes).enumerate() {
            let is_known = contents.attributes.get(at) == Some(told) || contents.attributes.contains(told);
            if !is_known {
                self.tell_slot(number, depth, ObjectOp::Attribute, name.0 as usize, value);
            }
        }
        contents.attributes = marks;
    }

    /// Tells the objects come to in this step, breadth first.
    fn tell_reached(&mut self, view: &View) {
        let mut room = OBJECT_ITEMS_A_STEP;
        while let Some((value, depth)) = self.objects.reached.pop_front() {
            if self.objects.has_looked_too_much() {
                return;
            }
            let number = value.header().map_or(0, |header| header.known_number());
            let Some(told) = self.objects.told.get_mut(&number) else { continue };
            if told.depth < depth {
                // It was come to again, nearer.
                continue;
            }
            told.waits = false;
            match told.contents.as_ref().map(|contents| contents.guise) {
                Some(guise) => {
                    let holding = self.read(view, &value, number, guise);
                    self.reach_all(&holding, depth + 1);
                }
                None if is_text(&value) && self.account.object_bytes > OBJECT_BYTES_WITH_TEXTS => {}
                None if room > 0 => {
                    room = room.saturating_sub(1 + self.tell_new(view, &value, number, depth));
                }
                None => {}
            }
        }
    }

    fn reach_all(&mut self, holding: &Holding, depth: u32) {
        holding.attributes.iter().for_each(|(_, value)| self.objects.reach(value, depth));
        for held in &holding.slots {
            self.objects.reach(&held.key, depth);
            self.objects.reach(&held.value, depth);
        }
    }

    /// Tells an object for the first time: how many items and attributes.
    fn tell_new(&mut self, view: &View, value: &Value, number: u32, depth: u32) -> usize {
        let guise = Guise::of(value);
        let holding = self.read(view, value, number, guise);
        let name = view.runtime.class_of(value).name();
        let frame = self.datum_of_object(value).frame;
        let type_name = Look::Text(self.account.texts.intern(&name));
        self.push_row(number, ObjectOp::New, holding.shape.index() as usize, Datum { look: type_name, object: 0, frame });
        if is_text(value) {
            self.objects.looks += show::show_into(self.buffer, value, OBJECT_TEXT);
            let text = Look::Text(self.account.texts.intern(self.buffer));
            self.push_row(number, ObjectOp::Text, 0, Datum::plain(text));
        }
        let mut contents = Contents { guise, attributes: Vec::new(), slots: Vec::new(), length: 0, beyond: false };
        self.tell_attributes(number, depth, &holding, &mut contents);
        for (place, held) in holding.slots.iter().enumerate() {
            self.tell_insertion(number, depth, place, held);
        }
        let can_change = value.header().is_some_and(|header| header.slot().is_some());
        contents.slots = if can_change { holding.slots.iter().map(mark).collect() } else { Vec::new() };
        self.tell_length(number, holding.length, &mut contents);
        self.objects.held += contents.bytes();
        if let Some(told) = self.objects.told.get_mut(&number) {
            told.contents = Some(contents);
        }
        holding.attributes.len() + holding.slots.len()
    }

    /// Reads what an object holds, and notes whose changes are its own.
    fn read(&mut self, view: &View, value: &Value, number: u32, guise: Guise) -> Holding {
        let holding = Holding::of(value, guise, view, &mut self.account.texts);
        self.objects.looks += OBJECT_LOOKS_EACH + ITEM * (holding.slots.len() + holding.attributes.len()) as u64;
        for inner in &holding.inner {
            let (_, inner) = number_of(inner);
            self.objects.inner.insert(inner as u32, number);
        }
        holding
    }

    fn tell_insertion(&mut self, number: u32, depth: u32, place: usize, held: &Held) {
        if held.key.is_unbound() {
            return self.tell_slot(number, depth, ObjectOp::Insert, place, &held.value);
        }
        self.tell_slot(number, depth, ObjectOp::Key, place, &held.key);
        self.tell_slot(number, depth, ObjectOp::Set, place, &held.value);
    }

    fn tell_slot(&mut self, number: u32, depth: u32, op: ObjectOp, place: usize, value: &Value) {
        self.objects.reach(value, depth + 1);
        let datum = self.lasting_datum(value);
        self.push_row(number, op, place, datum);
    }

    /// Tells how many items there are, where not all are told.
    fn tell_length(&mut self, number: u32, length: usize, contents: &mut Contents) {
        let before = std::mem::replace(&mut contents.length, length);
        let told = |length: usize| if length > OBJECT_ITEMS { length } else { 0 };
        if told(length) != told(before) {
            self.push_row(number, ObjectOp::Length, told(length), NOTHING);
        }
    }

    /// A value inside of an object: of one whose text changes with what it holds, the type alone, as what it holds is told of itself.
    fn lasting_datum(&mut self, value: &Value) -> Datum {
        match value {
            Value::Int(i) => return Datum::plain(Look::Int(*i)),
            Value::Float(bits) => return Datum::plain(Look::Float(*bits)),
            _ => {}
        }
        if show::may_change(value) && show::has_number(value) {
            self.buffer.clear();
            self.buffer.push_str(&type_name(value));
        } else {
            self.show(value);
        }
        let text = self.account.texts.intern(self.buffer);
        Datum { look: Look::Text(text), ..self.datum_of_object(value) }
    }

    fn push_row(&mut self, object: u32, op: ObjectOp, place: usize, value: Datum) {
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        self.account.objects.push(self.at, ObjectRow { object, op, place, value });
    }
}

/// The name of the type of what has a text that may change.
fn type_name(value: &Value) -> Cow<'static, str> {
    let name = match value {
        Value::Instance(instance) => return instance.class().name().to_string().into(),
        Value::Exception(exception) => return exception.class().name().to_string().into(),
        Value::List(_) => "list",
        Value::Dict(_) => "dict",
        Value::Tuple(_) => "tuple",
        Value::Set(set) if set.frozen => "frozenset",
        Value::Set(_) => "set",
        Value::ByteArray(_) => "bytearray",
        Value::View(_) => "view",
        Value::Method(_) => "method",
        Value::Wrapper(wrapper) if wrapper.is_class => "classmethod",
        Value::Wrapper(_) => "staticmethod",
        Value::Super(_) => "super",
        _ => "object",
    };
    name.into()
}

fn is_text(value: &Value) -> bool {
    matches!(value, Value::Str(_) | Value::Bytes(_))
}

/// Where a change tells no value.
const NOTHING: Datum = Datum { look: Look::Text(EMPTY), object: 0, frame: NOBODY };

/// What a change takes in the account.
const ROW_BYTES: usize = size_of::<ObjectRow>() + size_of::<u32>();

//! The plain form: a JSON object a step, each readable alone, and the outcome at last (`docs/trace.md`).

use std::borrow::Cow;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::account::{Account, Datum, EMPTY, Local, Look, LoopRow, NOBODY, ObjectRow, OutputRow, Overview, Text, WatchKind, WatchRow};
use super::event::{Construct, Event, LoopOp, ObjectOp, end_name, how_name, kind_name, state_name, through_name};
use super::objects::holding::Shape;
use crate::Stream;
use crate::object::text::float;
use crate::outcome::Outcome;
use stillframe_front::syntax::tree::Span;

/// Writes an account, a line at a time.
pub fn write(account: &Account, outcome: &Outcome, out: &mut dyn FnMut(&str)) {
    let mut reader = Reader::new(account);
    for (text, why) in account.watched.iter().filter(|(_, why)| *why != EMPTY) {
        out(&json(&Refusal { watch: account.texts.get(*text), refused: account.texts.get(*why) }));
    }
    for at in 0..account.steps.len() {
        out(&json(&reader.step(at)));
    }
    if let Some(overview) = &account.overview {
        out(&json(&Afar { overview }));
    }
    out(&json(outcome));
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| unreachable!("numbers and texts are always JSON: {error}"))
}

/// A step, its fields in the order in which they are written.
#[derive(Serialize)]
struct Step<'a> {
    step: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub: Option<u32>,
    event: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verb: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    construct: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    through: Vec<&'a str>,
    frame: u32,
    kind: &'static str,
    name: &'a str,
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expression: Option<Expression>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    awaitable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    library: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    task: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_id: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_frame: Option<i32>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    generator_exit: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    by_close: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    clock_read: bool,
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    states: Pairs<u32, &'static str>,
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    locals: Pairs<&'a str, Option<Cow<'a, str>>>,
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    ids: Pairs<&'a str, u32>,
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    frames: Pairs<&'a str, i32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    exception: Vec<ExceptionEvent<'a>>,
    #[serde(rename = "loop", skip_serializing_if = "Vec::is_empty")]
    loop_events: Vec<LoopEvent<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    objects: Vec<ObjectChange<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    watch: Vec<Watched<'a>>,
    #[serde(skip_serializing_if = "String::is_empty")]
    out: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    err: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    written: Vec<Written<'a>>,
}

/// A stretch of source; columns in characters, from 1.
#[derive(Serialize)]
struct Expression {
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

/// A piece of output, and who wrote it.
#[derive(Serialize)]
struct Written<'a> {
    stream: &'static str,
    text: &'a str,
    frame: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
}

#[derive(Serialize)]
struct ExceptionEvent<'a> {
    event: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    before: bool,
    #[serde(rename = "type")]
    type_name: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct LoopEvent<'a> {
    op: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    frame: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    task: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

/// What is told of an object at a step: all that it holds, or what changed of it.
#[derive(Default, Serialize)]
struct ObjectChange<'a> {
    id: u32,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    type_name: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    frame: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    attributes: Pairs<&'a str, Held<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Vec<Held<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<Vec<Vec<Held<'a>>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<ObjectStep<'a>>,
}

/// A change of what an object holds.
#[derive(Serialize)]
struct ObjectStep<'a> {
    op: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Held<'a>>,
}

/// A value inside of an object: a text, or an object with its number.
#[derive(Clone)]
struct Held<'a> {
    text: Cow<'a, str>,
    id: Option<u32>,
    frame: Option<i32>,
}

impl Serialize for Held<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(id) = self.id else { return serializer.serialize_str(&self.text) };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("id", &id)?;
        if let Some(frame) = self.frame {
            map.serialize_entry("frame", &frame)?;
        }
        map.end()
    }
}

/// What a watched expression is from a step on.
#[derive(Serialize)]
struct Watched<'a> {
    expression: &'a str,
    frame: u32,
    #[serde(skip_serializing_if = "is_value")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_id: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_frame: Option<i32>,
}

/// An expression that is not watched.
#[derive(Serialize)]
struct Refusal<'a> {
    watch: &'a str,
    refused: &'a str,
}

/// The overview of a run that had more steps.
#[derive(Serialize)]
struct Afar<'a> {
    overview: &'a Overview,
}

fn is_value(kind: &&'static str) -> bool {
    *kind == WatchKind::Value.name()
}

/// A JSON object whose keys keep their order.
struct Pairs<K, V>(Vec<(K, V)>);

impl<K, V> Default for Pairs<K, V> {
    fn default() -> Self {
        Pairs(Vec::new())
    }
}

impl<K, V> Pairs<K, V> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Pairs<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// Reads an account step by step.
struct Reader<'a> {
    account: &'a Account,
    /// The first entry of each column that was not read yet.
    next: Next,
    /// The number of the program's next step, and of the library since the last of those.
    own: u32,
    library: u32,
}

#[derive(Default)]
struct Next {
    how: usize,
    through: usize,
    expression: usize,
    generator_exit: usize,
    by_close: usize,
    clock_read: usize,
    peer: usize,
    value: usize,
    state: usize,
    local: usize,
    exception: usize,
    output: usize,
    loop_event: usize,
    object: usize,
    watch: usize,
}

impl<'a> Reader<'a> {
    fn new(account: &'a Account) -> Reader<'a> {
        Reader { account, next: Next::default(), own: account.from, library: 0 }
    }

    fn step(&mut self, index: usize) -> Step<'a> {
        let account = self.account;
        let row = &account.steps[index];
        let frame = &account.frames[row.frame as usize];
        let (step, sub) = self.number(row.event, frame.library != EMPTY);
        let at = index as u32;
        let next = &mut self.next;
        let how = account.hows.take_at(&mut next.how, at).first();
        let through = account.through.take_at(&mut next.through, at);
        let place = account.expressions.take_at(&mut next.expression, at).first();
        let generator_exit = !account.generator_exits.take_at(&mut next.generator_exit, at).is_empty();
        let by_close = !account.by_close.take_at(&mut next.by_close, at).is_empty();
        let clock_read = !account.clock_reads.take_at(&mut next.clock_read, at).is_empty();
        let peer = account.peers.take_at(&mut next.peer, at).first().copied();
        let value = account.values.take_at(&mut next.value, at).first();
        let states = account.states.take_at(&mut next.state, at);
        let locals = account.locals.take_at(&mut next.local, at);
        let exceptions = account.exceptions.take_at(&mut next.exception, at);
        let output = account.output.take_at(&mut next.output, at);
        let loop_events = account.loop_events.take_at(&mut next.loop_event, at);
        let objects = account.objects.take_at(&mut next.object, at);
        let watch = account.watch.take_at(&mut next.watch, at);
        let written = |stream| output.iter().filter(|row| row.stream == stream).map(|row| &*row.text).collect();
        Step {
            step,
            sub,
            event: row.event.name(),
            how: how.map(|row| how_name(row.how)),
            verb: how.and_then(|row| row.verb.map(through_name)),
            construct: how.map(|row| row.construct).filter(|construct| *construct != Construct::Expression).map(Construct::name),
            through: through.iter().map(|text| self.text(*text)).collect(),
            frame: row.frame,
            kind: kind_name(frame.kind),
            name: self.text(frame.name),
            line: row.line,
            by: peer.filter(|_| !row.event.leaves()),
            to: peer.filter(|_| row.event.leaves()),
            expression: place.map(|place| expression(account.places[*place as usize])),
            awaitable: frame.awaitable,
            library: self.text_unless_empty(frame.library),
            task: self.text_unless_empty(frame.task),
            value: value.and_then(|value| self.look(value.look)),
            value_id: value.and_then(object),
            value_frame: value.and_then(frame_of),
            generator_exit,
            by_close,
            clock_read,
            states: Pairs(states.iter().map(|(frame, state)| (*frame, state_name(*state))).collect()),
            locals: Pairs(locals.iter().map(|local| (self.text(local.name), self.look(local.value.look))).collect()),
            ids: self.of_locals(locals, object),
            frames: self.of_locals(locals, frame_of),
            exception: exceptions
                .iter()
                .map(|row| ExceptionEvent {
                    event: if row.caught { "caught" } else { "raised" },
                    before: row.before,
                    type_name: self.text(row.type_name),
                    message: self.text(row.message),
                })
                .collect(),
            loop_events: loop_events.iter().map(|row| self.loop_event(row)).collect(),
            objects: objects.chunk_by(|a, b| a.object == b.object).map(|rows| self.object(rows)).collect(),
            watch: watch.iter().map(|row| self.watched(row)).collect(),
            out: written(Stream::Out),
            err: written(Stream::Err),
            written: output.iter().map(told_output).collect(),
        }
    }

    /// The number of the next step, and the library's count beside it.
    fn number(&mut self, event: Event, library: bool) -> (u32, Option<u32>) {
        if event == Event::Open {
            return (self.own.saturating_sub(1), None);
        }
        if library {
            self.library += 1;
            return (self.own.saturating_sub(1), Some(self.library));
        }
        self.library = 0;
        self.own += 1;
        (self.own - 1, None)
    }

    fn loop_event(&self, row: &LoopRow) -> LoopEvent<'a> {
        let has_id = !matches!(row.op, LoopOp::Time | LoopOp::Begin | LoopOp::Stop);
        LoopEvent {
            op: row.op.name(),
            id: has_id.then_some(row.id),
            text: self.text_unless_empty(row.text),
            when: row.when,
            frame: (row.frame != NOBODY).then_some(row.frame),
            task: (row.task != 0).then_some(row.task),
            end: row.end.map(|(end, _)| end_name(end)),
            value: row.end.and_then(|(_, value)| self.text_unless_empty(value)),
        }
    }

    /// What is told of one object.
    fn object(&self, rows: &[ObjectRow]) -> ObjectChange<'a> {
        let mut told = ObjectChange { id: rows[0].object, ..ObjectChange::default() };
        if rows[0].op != ObjectOp::New {
            told.changes = rows.iter().map(|row| self.object_step(row)).collect();
            return told;
        }
        let shape = Shape::of_index(rows[0].place);
        for row in rows {
            let value = self.held(row);
            match row.op {
                ObjectOp::New => (told.type_name, told.frame) = (Some(value.text), value.frame),
                ObjectOp::Text => told.text = Some(value.text),
                ObjectOp::Attribute => told.attributes.0.push((self.text(Text(row.place)), value)),
                ObjectOp::Insert => told.items.get_or_insert_default().push(value),
                ObjectOp::Key => told.entries.get_or_insert_default().push(vec![value]),
                ObjectOp::Set => told.entries.get_or_insert_default().last_mut().into_iter().for_each(|entry| entry.push(value.clone())),
                ObjectOp::Length => told.length = Some(row.place),
                ObjectOp::Delete | ObjectOp::Remove | ObjectOp::Truncate | ObjectOp::Forget => {}
            }
        }
        match shape {
            Shape::Items => drop(told.items.get_or_insert_default()),
            Shape::Entries => drop(told.entries.get_or_insert_default()),
            Shape::Attributes => {}
        }
        told
    }

    fn object_step(&self, row: &ObjectRow) -> ObjectStep<'a> {
        let has_name = matches!(row.op, ObjectOp::Attribute | ObjectOp::Delete);
        let has_value = matches!(row.op, ObjectOp::Attribute | ObjectOp::Insert | ObjectOp::Key | ObjectOp::Set);
        ObjectStep {
            op: row.op.name(),
            name: has_name.then(|| self.text(Text(row.place))),
            place: (!has_name).then_some(row.place),
            value: has_value.then(|| self.held(row)),
        }
    }

    fn watched(&self, row: &WatchRow) -> Watched<'a> {
        Watched {
            expression: self.text(self.account.watched[row.expression as usize].0),
            frame: row.frame,
            kind: row.kind.name(),
            text: self.look(row.value.look),
            value_id: object(&row.value),
            value_frame: frame_of(&row.value),
        }
    }

    fn held(&self, row: &ObjectRow) -> Held<'a> {
        Held { text: self.look(row.value.look).unwrap_or_default(), id: object(&row.value), frame: frame_of(&row.value) }
    }

    fn of_locals<T>(&self, locals: &[Local], fact: fn(&Datum) -> Option<T>) -> Pairs<&'a str, T> {
        Pairs(locals.iter().filter_map(|local| Some((self.text(local.name), fact(&local.value)?))).collect())
    }

    fn look(&self, look: Look) -> Option<Cow<'a, str>> {
        match look {
            Look::Text(text) => Some(self.text(text).into()),
            Look::Int(i) => Some(i.to_string().into()),
            Look::Float(bits) => Some(float::repr(f64::from_bits(bits)).into()),
            Look::Gone => None,
        }
    }

    fn text(&self, text: Text) -> &'a str {
        self.account.texts.get(text)
    }

    fn text_unless_empty(&self, text: Text) -> Option<&'a str> {
        (text != EMPTY).then(|| self.text(text))
    }
}

fn expression(span: Span) -> Expression {
    Expression { line: span.line, column: span.column + 1, end_line: span.end_line, end_column: span.end_column + 1 }
}

fn told_output(row: &OutputRow) -> Written<'_> {
    let stream = if row.stream == Stream::Err { "err" } else { "out" };
    Written { stream, text: &row.text, frame: row.frame, line: (row.line > 0).then_some(row.line) }
}

fn object(datum: &Datum) -> Option<u32> {
    (datum.object != 0).then_some(datum.object)
}

fn frame_of(datum: &Datum) -> Option<i32> {
    (datum.frame != NOBODY).then_some(datum.frame)
}

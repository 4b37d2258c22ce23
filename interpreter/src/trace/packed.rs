//! The packed form: one JSON document in columns (`docs/trace.md`).

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::account::{Account, Column, EMPTY, Look, Text};
use super::event::{end_index, how_index, kind_letter, state_letter, through_index};
use super::json::Json;
use crate::Stream;
use crate::object::text::float;
use crate::outcome::Outcome;

/// The version of the form, raised whenever its meaning changes.
const VERSION: i64 = 1;

/// Stands for a variable that is gone, where its text would be.
const GONE: i64 = -1;

/// Room for what a step takes.
const BYTES_A_STEP: usize = 20;

/// Writes an account as one document.
pub fn encode(account: &Account, outcome: &Outcome) -> String {
    let mut strings = Strings::new(account);
    let mut columns = Json::with_capacity(account.steps.len() * BYTES_A_STEP);
    frames(&mut columns, account);
    steps(&mut columns, account);
    hows(&mut columns, account);
    through(&mut columns, account);
    expressions(&mut columns, account);
    marks(&mut columns, account);
    peers(&mut columns, account);
    values(&mut columns, account, &mut strings);
    states(&mut columns, account);
    locals(&mut columns, account, &mut strings);
    exceptions(&mut columns, account);
    output(&mut columns, account, &mut strings);
    loop_events(&mut columns, account);
    objects(&mut columns, account, &mut strings);
    watch(&mut columns, account, &mut strings);
    if let Some(overview) = &account.overview {
        columns.key("overview");
        columns.value(overview);
    }
    columns.key("outcome");
    columns.value(outcome);

    let mut document = Json::with_capacity(account.steps.len() * BYTES_A_STEP);
    document.begin_object();
    document.key("version");
    document.number(VERSION);
    document.key("strings");
    document.begin_list();
    document.append(&strings.list);
    document.end_list();
    document.append(&columns);
    document.end_object();
    document.finish()
}

fn frames(json: &mut Json, account: &Account) {
    let rows = || account.frames.iter();
    let with_ids = || account.frames.iter().zip(0u32..);
    json.key("frames");
    json.begin_object();
    json.letters("kind", rows().map(|row| kind_letter(row.kind)));
    json.numbers("name", rows().map(|row| row.name.0));
    json.numbers("line", rows().map(|row| row.line));
    json.numbers("awaitable", with_ids().filter(|(row, _)| row.awaitable).map(|(_, id)| id));
    json.pairs("library", with_ids().filter(|(row, _)| row.library != EMPTY).map(|(row, id)| (id, row.library.0.into())));
    json.pairs("task", with_ids().filter(|(row, _)| row.task != EMPTY).map(|(row, id)| (id, row.task.0.into())));
    json.numbers("creator", rows().map(|row| row.creator));
    if account.from > 0 {
        json.numbers("ordinal", rows().map(|row| row.ordinal));
    }
    json.pairs("peak", with_ids().filter(|(row, _)| row.peak > 0).map(|(row, id)| (id, row.peak as i64)));
    json.end_object();
}

fn steps(json: &mut Json, account: &Account) {
    let rows = || account.steps.iter();
    json.key("steps");
    json.begin_object();
    json.letters("event", rows().map(|step| step.event.letter()));
    json.differences("frame", rows().map(|step| step.frame));
    json.differences("line", rows().map(|step| step.line));
    json.end_object();
}

fn hows(json: &mut Json, account: &Account) {
    column(json, "how", &account.hows, |json, of| {
        json.numbers("how", of.iter().map(|row| how_index(row.how)));
        json.numbers("verb", of.iter().map(|row| through_index(row.verb)));
        json.numbers("construct", of.iter().map(|row| row.construct.index()));
    });
}

fn through(json: &mut Json, account: &Account) {
    column(json, "through", &account.through, |json, of| json.numbers("text", of.iter().map(|text| text.0)));
}

/// Where in the source steps come from; columns in characters, from 1.
fn expressions(json: &mut Json, account: &Account) {
    let places = || account.places.iter();
    json.key("places");
    json.begin_object();
    json.differences("line", places().map(|span| span.line));
    json.numbers("column", places().map(|span| span.column + 1));
    json.numbers("lines", places().map(|span| span.end_line.saturating_sub(span.line)));
    json.numbers("end_column", places().map(|span| span.end_column + 1));
    json.end_object();
    column(json, "expression", &account.expressions, |json, of| json.numbers("place", of.iter().copied()));
}

/// Steps of which one thing is true.
fn marks(json: &mut Json, account: &Account) {
    column(json, "generator_exit", &account.generator_exits, |_, _| {});
    column(json, "by_close", &account.by_close, |_, _| {});
    column(json, "clock_read", &account.clock_reads, |_, _| {});
}

fn peers(json: &mut Json, account: &Account) {
    column(json, "peer", &account.peers, |json, of| json.numbers("frame", of.iter().copied()));
}

fn values(json: &mut Json, account: &Account, strings: &mut Strings) {
    column(json, "value", &account.values, |json, of| {
        json.numbers("text", of.iter().map(|datum| strings.look(datum.look)));
        json.numbers("object", of.iter().map(|datum| datum.object));
        json.numbers("frame", of.iter().map(|datum| datum.frame));
    });
}

fn states(json: &mut Json, account: &Account) {
    column(json, "states", &account.states, |json, of| {
        json.numbers("frame", of.iter().map(|(frame, _)| *frame));
        json.letters("state", of.iter().map(|(_, state)| state_letter(*state)));
    });
}

fn locals(json: &mut Json, account: &Account, strings: &mut Strings) {
    column(json, "locals", &account.locals, |json, of| {
        json.numbers("name", of.iter().map(|local| local.name.0));
        json.numbers("text", of.iter().map(|local| strings.look(local.value.look)));
        json.numbers("object", of.iter().map(|local| local.value.object));
        json.numbers("frame", of.iter().map(|local| local.value.frame));
    });
}

fn exceptions(json: &mut Json, account: &Account) {
    column(json, "exceptions", &account.exceptions, |json, of| {
        json.numbers("caught", of.iter().map(|row| u8::from(row.caught)));
        json.numbers("before", of.iter().map(|row| u8::from(row.before)));
        json.numbers("type", of.iter().map(|row| row.type_name.0));
        json.numbers("message", of.iter().map(|row| row.message.0));
    });
}

fn output(json: &mut Json, account: &Account, strings: &mut Strings) {
    column(json, "output", &account.output, |json, of| {
        json.numbers("error", of.iter().map(|row| u8::from(row.stream == Stream::Err)));
        json.numbers("text", of.iter().map(|row| strings.add(&row.text)));
        json.numbers("frame", of.iter().map(|row| row.frame));
        json.numbers("line", of.iter().map(|row| row.line));
    });
}

fn loop_events(json: &mut Json, account: &Account) {
    column(json, "loop", &account.loop_events, |json, of| {
        json.numbers("op", of.iter().map(|row| row.op.code()));
        json.numbers("id", of.iter().map(|row| row.id));
        json.numbers("text", of.iter().map(|row| row.text.0));
        json.key("when");
        json.value(&of.iter().map(|row| row.when).collect::<Vec<_>>());
        json.numbers("frame", of.iter().map(|row| row.frame));
        json.numbers("task", of.iter().map(|row| row.task));
        json.numbers("end", of.iter().map(|row| end_index(row.end.map(|(end, _)| end))));
        json.numbers("value", of.iter().map(|row| row.end.map_or(EMPTY.0, |(_, value)| value.0)));
    });
}

fn objects(json: &mut Json, account: &Account, strings: &mut Strings) {
    column(json, "objects", &account.objects, |json, of| {
        json.differences("object", of.iter().map(|row| row.object));
        json.numbers("op", of.iter().map(|row| row.op.code()));
        json.numbers("place", of.iter().map(|row| row.place));
        json.numbers("text", of.iter().map(|row| strings.look(row.value.look)));
        json.numbers("value", of.iter().map(|row| row.value.object));
        json.numbers("frame", of.iter().map(|row| row.value.frame));
    });
}

/// Only of a run that watches something.
fn watch(json: &mut Json, account: &Account, strings: &mut Strings) {
    if account.watched.is_empty() {
        return;
    }
    json.key("watched");
    json.begin_object();
    json.numbers("expression", account.watched.iter().map(|(text, _)| text.0));
    json.numbers("refused", account.watched.iter().map(|(_, why)| why.0));
    json.end_object();
    column(json, "watch", &account.watch, |json, of| {
        json.numbers("expression", of.iter().map(|row| row.expression));
        json.numbers("frame", of.iter().map(|row| row.frame));
        json.numbers("kind", of.iter().map(|row| row.kind as u8));
        json.numbers("text", of.iter().map(|row| strings.look(row.value.look)));
        json.numbers("object", of.iter().map(|row| row.value.object));
        json.numbers("value_frame", of.iter().map(|row| row.value.frame));
    });
}

/// Entries that stand at steps: where, and what `fields` writes of them.
fn column<T>(json: &mut Json, key: &str, column: &Column<T>, fields: impl FnOnce(&mut Json, &[T])) {
    json.key(key);
    json.begin_object();
    json.differences("at", column.at.iter().copied());
    fields(json, &column.of);
    json.end_object();
}

/// The list of texts: those of the account, then those of numbers and output as they come up.
struct Strings {
    list: Json,
    count: i64,
    /// Numbers that are in the list already, with their places.
    numbers: HashTable<(Look, i64)>,
    /// Another for every document, so that no program can choose numbers that collide.
    seed: u64,
}

impl Strings {
    fn new(account: &Account) -> Strings {
        let mut strings = Strings {
            list: Json::default(),
            count: 0,
            numbers: HashTable::with_capacity(account.steps.len() / 2),
            seed: RandomState::new().hash_one(0),
        };
        for text in account.texts.all() {
            strings.add(text);
        }
        strings
    }

    /// Adds a text: its place.
    fn add(&mut self, text: &str) -> i64 {
        self.list.text(text);
        self.count += 1;
        self.count - 1
    }

    /// The place of a look's text.
    #[inline]
    fn look(&mut self, look: Look) -> i64 {
        match look {
            Look::Text(Text(place)) => i64::from(place),
            Look::Gone => GONE,
            Look::Int(_) | Look::Float(_) => self.number(look),
        }
    }

    fn number(&mut self, look: Look) -> i64 {
        let seed = self.seed;
        let entry = self.numbers.entry(hash(seed, look), |(known, _)| *known == look, |(known, _)| hash(seed, *known));
        let vacant = match entry {
            Entry::Occupied(known) => return known.get().1,
            Entry::Vacant(vacant) => vacant,
        };
        match look {
            Look::Int(i) => self.list.plain_text(itoa::Buffer::new().format(i)),
            Look::Float(bits) => self.list.plain_text(&float::repr(f64::from_bits(bits))),
            Look::Text(_) | Look::Gone => unreachable!("no number"),
        }
        vacant.insert((look, self.count));
        self.count += 1;
        self.count - 1
    }
}

/// A hash of a number: one multiplication, folded.
fn hash(seed: u64, look: Look) -> u64 {
    let bits = match look {
        Look::Int(i) => i as u64,
        Look::Float(bits) => bits,
        Look::Text(_) | Look::Gone => 0,
    };
    let product = u128::from(bits ^ seed) * 0x9e37_79b9_7f4a_7c15;
    (product as u64) ^ (product >> 64) as u64
}

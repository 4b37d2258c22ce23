//! Tells values: how they look, with the numbers of objects and frames. `variables` and `contents` tell with it what changed.

use super::account::{Account, Datum, FrameIds, Look, NOBODY};
use super::objects::Objects;
use crate::object::show::{self, VALUE_TEXT};
use crate::object::value::Value;

/// Where variables and objects are told, and what of.
pub struct Teller<'a> {
    pub account: &'a mut Account,
    pub ids: &'a FrameIds,
    pub objects: &'a mut Objects,
    /// The bytes that the account may have: past them nothing more is told.
    pub limit: usize,
    pub buffer: &'a mut String,
    /// The step they belong to.
    pub at: u32,
    /// The heap's count of changes now.
    pub changes: u64,
    /// The frame ends: what it returns was taken out of its variable, which is not told.
    pub ends: bool,
}

impl Teller<'_> {
    pub fn is_full(&self) -> bool {
        self.account.is_full(self.limit)
    }

    /// Writes a value into the buffer.
    pub fn show(&mut self, value: &Value) {
        self.account.looks += show::show_into(self.buffer, value, VALUE_TEXT);
    }

    /// A value as a trace tells it, which goes in or out or is a variable's: what it holds will be told.
    pub fn datum(&mut self, value: &Value) -> Datum {
        self.objects.reach(value, 0);
        match value {
            Value::Int(i) => Datum::plain(Look::Int(*i)),
            Value::Float(bits) => Datum::plain(Look::Float(*bits)),
            _ => {
                self.show(value);
                let text = self.account.texts.intern(self.buffer);
                Datum { look: Look::Text(text), ..self.datum_of_object(value) }
            }
        }
    }

    pub fn datum_of_object(&self, value: &Value) -> Datum {
        let object = if show::has_number(value) { value.header().map_or(0, |header| header.number()) } else { 0 };
        let frame = match value {
            Value::Generator(generator) => self.ids.get(generator.frame_id).map_or(NOBODY, |id| id as i32),
            _ => NOBODY,
        };
        Datum { look: Look::Gone, object, frame }
    }
}

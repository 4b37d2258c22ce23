//! Evaluates a [`Plan`] at a step. It looks at what is there, and does nothing that the program could notice: no call, no new object, no fuel.

use std::cmp::Ordering;

use stillframe_front::syntax::tree::{BoolOperator, Comparison};

use super::attribute::attribute;
use super::fault::Fault;
use super::numbers::{self, is_number};
use super::plan::Plan;
use crate::limits::WATCH_ITEMS;
use crate::object::dict::{self, Dict};
use crate::object::equality::{Hashed, hash};
use crate::object::set;
use crate::object::show::{self, VALUE_TEXT};
use crate::object::value::Value;
use crate::trace::objects::holding::deque_items;

type Result<T> = std::result::Result<T, Fault>;

/// An evaluation: the values of the names, and what it has looked at so far.
pub struct Evaluation<'a> {
    /// The value of each of the plan's names; unbound where there is none.
    pub names: &'a [Value],
    pub looks: u64,
}

impl Evaluation<'_> {
    pub fn see(&mut self, plan: &Plan) -> Result<Value> {
        self.looks += 1;
        Ok(match plan {
            Plan::Name(place) if self.names[*place].is_unbound() => return Err(Fault::Unbound),
            Plan::Name(place) => self.names[*place].clone(),
            Plan::Constant(value) => value.clone(),
            Plan::Attribute(of, name) => {
                let of = self.see(of)?;
                attribute(&of, name, &mut self.looks)?
            }
            Plan::Item(of, index) => {
                let (of, index) = (self.see(of)?, self.see(index)?);
                self.item(&of, &index)?
            }
            Plan::Length(of) => Value::Int(length(&self.see(of)?)? as i64),
            Plan::Calculation(left, op, right) => numbers::calculate(&self.see(left)?, *op, &self.see(right)?)?,
            Plan::Sign { negative, operand } => numbers::signed(*negative, &self.see(operand)?)?,
            Plan::Not(operand) => Value::bool(!self.is_true(operand)?),
            Plan::Either(op, values) => self.either(*op, values)?,
            Plan::Choice { test, body, orelse } => {
                if self.is_true(test)? {
                    self.see(body)?
                } else {
                    self.see(orelse)?
                }
            }
            Plan::Comparison(first, rest) => Value::bool(self.compare(first, rest)?),
        })
    }

    fn either(&mut self, op: BoolOperator, values: &[Plan]) -> Result<Value> {
        let mut seen = Value::None;
        for value in values {
            seen = self.see(value)?;
            if self.truth(&seen)? == (op == BoolOperator::Or) {
                break;
            }
        }
        Ok(seen)
    }

    fn is_true(&mut self, plan: &Plan) -> Result<bool> {
        let seen = self.see(plan)?;
        self.truth(&seen)
    }

    fn truth(&mut self, value: &Value) -> Result<bool> {
        match value {
            Value::None => Ok(false),
            number if is_number(number) => Ok(numbers::order(number, &Value::Int(0)) != Some(Ordering::Equal)),
            Value::Instance(_) | Value::Class(_) | Value::Exception(_) if deque_items(value).is_none() => {
                Err(Fault::refused("Whether an object is true, its class may decide by running code."))
            }
            _ => Ok(length(value).map_or(true, |length| length > 0)),
        }
    }

    fn item(&mut self, of: &Value, index: &Value) -> Result<Value> {
        Ok(match of {
            Value::Str(text) => {
                self.looks += text.text.len() as u64;
                let place = place(index, text.chars, "string")?;
                Value::uncounted_str(text.text.chars().skip(place).take(1).collect::<String>())
            }
            Value::List(list) => list.items()[place(index, list.len(), "list")?].clone(),
            Value::Tuple(tuple) => tuple.items[place(index, tuple.items.len(), "tuple")?].clone(),
            Value::Dict(dict) => entry(dict, index)?.ok_or_else(|| Fault::raises("KeyError", &show::show(index, VALUE_TEXT)))?,
            _ => {
                let (list, head) = deque_items(of).ok_or_else(no_items)?;
                list.items()[head + place(index, list.len() - head, "deque")?].clone()
            }
        })
    }

    fn compare(&mut self, first: &Plan, rest: &[(Comparison, Plan)]) -> Result<bool> {
        let mut left = self.see(first)?;
        for (op, right) in rest {
            let right = self.see(right)?;
            if !self.holds(&left, *op, &right)? {
                return Ok(false);
            }
            left = right;
        }
        Ok(true)
    }

    fn holds(&mut self, left: &Value, op: Comparison, right: &Value) -> Result<bool> {
        match op {
            Comparison::Eq => self.equal(left, right),
            Comparison::NotEq => self.equal(left, right).map(|equal| !equal),
            Comparison::Is => same(left, right),
            Comparison::IsNot => same(left, right).map(|same| !same),
            Comparison::In => self.contains(right, left),
            Comparison::NotIn => self.contains(right, left).map(|contains| !contains),
            Comparison::Lt => Ok(self.order(left, right)?.is_some_and(Ordering::is_lt)),
            Comparison::LtE => Ok(self.order(left, right)?.is_some_and(Ordering::is_le)),
            Comparison::Gt => Ok(self.order(left, right)?.is_some_and(Ordering::is_gt)),
            Comparison::GtE => Ok(self.order(left, right)?.is_some_and(Ordering::is_ge)),
        }
    }

    fn order(&mut self, left: &Value, right: &Value) -> Result<Option<Ordering>> {
        match (left.as_str(), right.as_str()) {
            (Some(left), Some(right)) => {
                self.looks += left.len().min(right.len()) as u64;
                Ok(Some(left.cmp(right)))
            }
            _ if is_number(left) && is_number(right) => Ok(numbers::order(left, right)),
            _ => Err(Fault::refused("Only numbers and texts are ordered.")),
        }
    }

    fn equal(&mut self, left: &Value, right: &Value) -> Result<bool> {
        match (left.as_str(), right.as_str()) {
            (Some(left), Some(right)) => {
                self.looks += left.len().min(right.len()) as u64;
                Ok(left == right)
            }
            _ if is_number(left) && is_number(right) => Ok(numbers::order(left, right) == Some(Ordering::Equal)),
            _ if is_simple(left) && is_simple(right) => Ok(left.is(right)),
            _ => Err(Fault::refused("Whether two objects are equal, their classes may decide by running code; `is` asks no class.")),
        }
    }

    fn contains(&mut self, container: &Value, item: &Value) -> Result<bool> {
        match container {
            Value::Str(text) => {
                let part = item.as_str().ok_or_else(|| Fault::refused("Only a text is searched in a text."))?;
                self.looks += (text.text.len() + part.len()) as u64;
                Ok(text.text.contains(part))
            }
            Value::Dict(dict) => Ok(entry(dict, item)?.is_some()),
            Value::Set(set) => {
                let (key, hash) = sought(item)?;
                match set.find(hash, &key) {
                    set::Found::At(_) => Ok(true),
                    set::Found::Missing => Ok(false),
                    set::Found::AskProgram => Err(no_key()),
                }
            }
            Value::List(list) => self.any_is(&list.items(), item),
            Value::Tuple(tuple) => self.any_is(&tuple.items, item),
            _ => {
                let (list, head) = deque_items(container).ok_or_else(no_items)?;
                self.any_is(&list.items()[head..], item)
            }
        }
    }

    fn any_is(&mut self, items: &[Value], item: &Value) -> Result<bool> {
        if items.len() > WATCH_ITEMS {
            return Err(Fault::refused(format!("More than {WATCH_ITEMS} items are not searched.")));
        }
        for own in items {
            self.looks += 1;
            if own.is(item) || self.equal(own, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn length(value: &Value) -> Result<usize> {
    match value {
        Value::Str(text) => Ok(text.chars),
        Value::List(list) => Ok(list.len()),
        Value::Tuple(tuple) => Ok(tuple.items.len()),
        Value::Dict(dict) => Ok(dict.len()),
        Value::Set(set) => Ok(set.len()),
        Value::Bytes(bytes) => Ok(bytes.data.len()),
        _ => deque_items(value)
            .map(|(list, head)| list.len() - head)
            .ok_or_else(|| Fault::refused("Only texts and built-in containers are measured.")),
    }
}

/// The value of a key.
fn entry(dict: &Dict, key: &Value) -> Result<Option<Value>> {
    let (key, hash) = sought(key)?;
    match dict.find(hash, &key) {
        dict::Found::At(at) => Ok(Some(dict.value_at(at))),
        dict::Found::Missing => Ok(None),
        dict::Found::AskProgram => Err(no_key()),
    }
}

/// A key that no code of the program's is asked about, with its hash. A text of the program's keeps its hash for later, so a copy is hashed.
fn sought(key: &Value) -> Result<(Value, u64)> {
    let key = match key {
        Value::Str(text) if text.hash.get() == 0 => Value::uncounted_str(&*text.text),
        key if is_simple(key) => key.clone(),
        _ => return Err(no_key()),
    };
    match hash(&key) {
        Hashed::Hash(hash) => Ok((key, hash)),
        _ => Err(no_key()),
    }
}

/// Whether no class decides what the value is equal to.
fn is_simple(value: &Value) -> bool {
    is_number(value) || matches!(value, Value::None | Value::Ellipsis | Value::Str(_))
}

fn same(left: &Value, right: &Value) -> Result<bool> {
    match (left, right) {
        (Value::Str(_), Value::Str(_)) => Err(Fault::refused("Which texts are one object is not looked at: compare them with ==.")),
        _ => Ok(left.is(right)),
    }
}

/// An index as a place.
fn place(index: &Value, length: usize, of: &str) -> Result<usize> {
    let Value::Int(index) = index else { return Err(Fault::refused("Only an integer is taken for an index.")) };
    let place = if *index < 0 { index.saturating_add(length as i64) } else { *index };
    let place = usize::try_from(place).ok().filter(|place| *place < length);
    place.ok_or_else(|| Fault::raises("IndexError", &format!("{of} index out of range")))
}

fn no_items() -> Fault {
    Fault::refused("Only texts, lists, tuples, dicts, sets and deques are looked into.")
}

fn no_key() -> Fault {
    Fault::refused("Only numbers, texts and None are looked up as keys.")
}

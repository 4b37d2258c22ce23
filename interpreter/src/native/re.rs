//! The module `_re`: patterns compiled and searched for (`object/regex`). A compiled pattern is known by its number. Where something matched
//! is told as a tuple of places, two for the whole and for each group (-1: it took no part), and the last group that closed (0: none).

use std::rc::Rc;

use super::protocol::function;
use crate::limits::{Limit, size};
use crate::object::native::{Answer, Native, Trap};
use crate::object::operate::bytes::{bytes, copy_of};
use crate::object::operate::plain;
use crate::object::regex::matching::{How, NOWHERE, Search, Subject};
use crate::object::regex::{self, Refusal, Regex};
use crate::object::runtime::Runtime;
use crate::object::string::Str;
use crate::object::value::Value;
use crate::object::{fill, fuel, heap};

pub static TABLE: &[Native] = &[
    function(
        "compile",
        "pattern, flags, /",
        "Number, flags, groups, names and warnings of a pattern; or what is wrong with it, and where.",
        compile,
    ),
    function("find", "code, string, pos, endpos, how, /", "Where it matches first: anywhere (0), right here (1), the whole (2).", find),
    function("find_all", "code, string, pos, endpos, most, /", "Where it matches, at most so often (0: always).", find_all),
    function("findall", "code, string, pos, endpos, /", "What it matches: texts, or their groups.", findall),
    function("replace", "code, string, template, count, /", "The string with each match replaced, and how many there were.", replace),
    function("split", "code, string, maxsplit, /", "The string split at each match.", split),
];

/// A place that a search notes. The same on every machine, so that a search costs the same fuel.
const PLACE_BYTES: usize = 8;

fn compile(rt: &mut Runtime, args: &[Value]) -> Answer {
    let flags = if let Value::Int(flags) = plain(&args[1]) { *flags as u32 } else { 0 };
    let (pattern, is_text): (Vec<char>, bool) = match plain(&args[0]) {
        Value::Str(string) => {
            rt.reserve(string.chars.saturating_mul(size_of::<char>()))?;
            (fill::collect(string.text.chars())?, true)
        }
        other => {
            let data = copy_of(other)?.unwrap_or_default();
            rt.reserve(data.len().saturating_mul(size_of::<char>()))?;
            (fill::collect(data.into_iter().map(char::from))?, false)
        }
    };
    fuel::burn(pattern.len() as u64)?;
    match regex::compile(&pattern, is_text, flags) {
        Ok(regex) => {
            fuel::burn(8 * regex.program.steps.len() as u64)?;
            Ok(described(rt, regex))
        }
        Err(Refusal::Pattern { message, position }) => {
            let position = position.map_or(Value::None, |position| Value::Int(position as i64));
            Ok(Value::tuple(vec![Value::str(message), position]))
        }
        Err(Refusal::Flags(message)) => Err(rt.value_error(message)),
        Err(Refusal::Stop(stop)) => Err(stop.into()),
        Err(Refusal::Repetition) => Err(rt.overflow_error("the repetition number is too large")),
    }
}

/// Keeps a pattern and says what it is.
fn described(rt: &mut Runtime, regex: Regex) -> Value {
    let names = regex.names.iter().map(|(name, group)| Value::tuple(vec![Value::str(&**name), Value::Int(*group as i64)])).collect();
    let warnings = regex.warnings.iter().map(|warning| Value::str(&**warning)).collect();
    let (flags, groups) = (Value::Int(i64::from(regex.flags)), Value::Int(regex.groups as i64));
    let number = rt.keep_regex(regex);
    Value::tuple(vec![Value::Int(number as i64), flags, groups, Value::tuple(names), Value::tuple(warnings)])
}

/// What is searched, and the part of it from `start` to `end`.
struct Target {
    text: Text,
    start: usize,
    end: usize,
}

enum Text {
    Ascii(Rc<Str>),
    Wide(Vec<char>),
    Bytes(Vec<u8>),
}

impl Target {
    fn of(rt: &mut Runtime, value: &Value, pos: &Value, endpos: &Value) -> Result<Target, Trap> {
        let text = match plain(value) {
            Value::Str(string) if string.is_ascii() => Text::Ascii(string.clone()),
            Value::Str(string) => {
                rt.reserve(string.text.len().saturating_mul(4))?;
                Text::Wide(string.text.chars().collect())
            }
            other => {
                let Some(data) = copy_of(other)? else {
                    return Err(rt.type_error(format!("expected string or bytes-like object, got '{}'", rt.type_name(value))));
                };
                fuel::burn_copy(data.len())?;
                Text::Bytes(data)
            }
        };
        let length = subject(&text).length();
        let place = |value: &Value| match plain(value) {
            Value::Int(place) => size((*place).clamp(0, length as i64)),
            _ => length,
        };
        let end = place(endpos);
        Ok(Target { text, start: place(pos), end })
    }

    /// The whole of it.
    fn whole(rt: &mut Runtime, value: &Value) -> Result<Target, Trap> {
        Target::of(rt, value, &Value::Int(0), &Value::Int(i64::MAX))
    }

    fn slice(&self, start: usize, end: usize) -> Value {
        match &self.text {
            Text::Ascii(string) => Value::str(&string.text[start..end]),
            Text::Wide(chars) => Value::str(chars[start..end].iter().collect::<String>()),
            Text::Bytes(data) => bytes(data[start..end].to_vec()),
        }
    }

    /// What a group matched; none if it took no part.
    fn group(&self, slots: &[usize], group: usize) -> Option<Value> {
        let (start, end) = (slots[2 * group], slots[2 * group + 1]);
        (start != NOWHERE && end != NOWHERE).then(|| self.slice(start, end))
    }
}

fn subject(text: &Text) -> Subject<'_> {
    match text {
        Text::Ascii(string) => Subject::Bytes(string.text.as_bytes()),
        Text::Wide(chars) => Subject::Chars(chars),
        Text::Bytes(data) => Subject::Bytes(data),
    }
}

fn regex_of(rt: &mut Runtime, code: &Value) -> Result<Rc<Regex>, Trap> {
    let regex = match code {
        Value::Int(number) => rt.regex(size(*number)),
        _ => None,
    };
    let regex = regex.ok_or_else(|| rt.value_error("no compiled pattern"))?;
    rt.reserve(2 * PLACE_BYTES * regex.program.steps.len() * (regex.program.slots + 1))?;
    Ok(regex)
}

fn number(value: &Value) -> usize {
    if let Value::Int(number) = plain(value) { size((*number).max(0)) } else { 0 }
}

fn searching<'a>(regex: &'a Regex, target: &'a Target) -> Search<'a> {
    Search::new(&regex.program, subject(&target.text), target.end)
}

/// A match's places.
fn places(regex: &Regex, slots: &[usize]) -> Value {
    let place = |place: &usize| Value::Int(if *place == NOWHERE { -1 } else { *place as i64 });
    let last = slots[regex.program.last_group];
    let last = Value::Int(if last == NOWHERE { 0 } else { last as i64 });
    Value::tuple(slots[..regex.program.last_group].iter().map(place).chain([last]).collect())
}

fn find(rt: &mut Runtime, args: &[Value]) -> Answer {
    let regex = regex_of(rt, &args[0])?;
    let target = Target::of(rt, &args[1], &args[2], &args[3])?;
    if target.start > target.end {
        return Ok(Value::None);
    }
    let how = number(&args[4]);
    let found = searching(&regex, &target).find(target.start, How { anchored: how > 0, whole: how == 2, not_empty: false })?;
    Ok(found.map_or(Value::None, |slots| places(&regex, &slots)))
}

/// Hands each match to `take`, at most `most` of them (0: all). Behind an empty match the next one may begin at the same place, if it is
/// not empty itself.
fn each(
    rt: &mut Runtime,
    regex: &Regex,
    target: &Target,
    most: usize,
    mut take: impl FnMut(&mut Runtime, &[usize]) -> Result<(), Trap>,
) -> Result<usize, Trap> {
    let mut search = searching(regex, target);
    let (mut at, mut not_empty, mut count) = (target.start, false, 0);
    while at <= target.end && (most == 0 || count < most) {
        let Some(slots) = search.find(at, How { not_empty, ..How::default() })? else { break };
        rt.reserve(size_of::<Value>() * slots.len())?;
        take(rt, &slots)?;
        (at, not_empty) = (slots[1], slots[0] == slots[1]);
        count += 1;
    }
    Ok(count)
}

fn find_all(rt: &mut Runtime, args: &[Value]) -> Answer {
    let regex = regex_of(rt, &args[0])?;
    let target = Target::of(rt, &args[1], &args[2], &args[3])?;
    let mut found = Vec::new();
    each(rt, &regex, &target, number(&args[4]), |_, slots| {
        found.push(places(&regex, slots));
        Ok(())
    })?;
    Ok(Value::list(found))
}

fn findall(rt: &mut Runtime, args: &[Value]) -> Answer {
    let regex = regex_of(rt, &args[0])?;
    let target = Target::of(rt, &args[1], &args[2], &args[3])?;
    let mut found = Vec::new();
    each(rt, &regex, &target, 0, |_, slots| {
        let group = |group: usize| target.group(slots, group).unwrap_or_else(|| target.slice(0, 0));
        found.push(match regex.groups {
            0 => group(0),
            1 => group(1),
            groups => Value::tuple((1..=groups).map(group).collect()),
        });
        Ok(())
    })?;
    Ok(Value::list(found))
}

/// The pieces of a text, joined at the end.
#[derive(Default)]
struct Joined {
    text: String,
    data: Vec<u8>,
    /// How many of its bytes fuel was burned for.
    burned: usize,
}

/// What one piece takes, however short.
const PIECE: u64 = 4;

impl Joined {
    fn push(&mut self, piece: &Value) -> Result<(), Trap> {
        match plain(piece) {
            Value::Str(string) => self.text.push_str(&string.text),
            other => self.data.extend(copy_of(other)?.unwrap_or_default()),
        }
        let bytes = self.text.len() + self.data.len();
        fuel::burn(PIECE + ((bytes - self.burned) / 8) as u64)?;
        self.burned = bytes;
        if heap::has_room(bytes) { Ok(()) } else { Err(Limit::Memory.into()) }
    }
}

/// Replaces matches by a template: literal pieces and numbers of groups.
fn replace(rt: &mut Runtime, args: &[Value]) -> Answer {
    let regex = regex_of(rt, &args[0])?;
    let target = Target::whole(rt, &args[1])?;
    let Value::Tuple(template) = &args[2] else { return Err(rt.type_error("a template is a tuple")) };
    let mut joined = Joined::default();
    let mut at = 0;
    let count = each(rt, &regex, &target, number(&args[3]), |_, slots| {
        joined.push(&target.slice(at, slots[0]))?;
        at = slots[1];
        for piece in &template.items {
            match piece {
                Value::Int(group) => {
                    let group = target.group(slots, size(*group));
                    group.map_or(Ok(()), |group| joined.push(&group))?;
                }
                literal => joined.push(literal)?,
            }
        }
        Ok(())
    })?;
    joined.push(&target.slice(at, target.end))?;
    let result = if matches!(target.text, Text::Bytes(_)) { bytes(joined.data) } else { Value::str(joined.text) };
    Ok(Value::tuple(vec![result, Value::Int(count as i64)]))
}

fn split(rt: &mut Runtime, args: &[Value]) -> Answer {
    let regex = regex_of(rt, &args[0])?;
    let target = Target::whole(rt, &args[1])?;
    let mut pieces = Vec::new();
    let mut at = 0;
    each(rt, &regex, &target, number(&args[2]), |_, slots| {
        pieces.push(target.slice(at, slots[0]));
        pieces.extend((1..=regex.groups).map(|group| target.group(slots, group).unwrap_or(Value::None)));
        at = slots[1];
        Ok(())
    })?;
    pieces.push(target.slice(at, target.end));
    Ok(Value::list(pieces))
}

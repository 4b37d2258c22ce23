//! `str.format` and `format_map`. Where a field needs the program (an attribute, a `__format__` of its own) the prelude does it all,
//! with `format_parse` and `format_field_split`.

use std::rc::Rc;

use crate::limits::size;
use crate::native::receive::{text, text_argument};
use crate::object::dict::Dict;
use crate::object::fuel;
use crate::object::native::{Answer, Trap};
use crate::object::operate::overrides;
use crate::object::repr;
use crate::object::runtime::Runtime;
use crate::object::symbol::names;
use crate::object::text::format::FIELD;
use crate::object::text::quote;
use crate::object::text::template::{self, Access, Field};
use crate::object::value::Value;

/// How deep fields may stand in other fields' specifications.
const DEPTH: u32 = 2;

/// What a step of a field's name takes, which is two characters long at least: a tuple, and the name in it.
const STEP_BYTES: usize = 160;

pub fn format(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "format")?;
    let keywords = match &args[1] {
        Value::Dict(keywords) => keywords.clone(),
        _ => Dict::new(),
    };
    let positional = &args[2..];
    fuel::burn_read(this.text.len())?;
    if has_no_fields(&this.text) {
        return Ok(args[0].clone());
    }
    let mut filler = Filler { rt, positional, keywords: &keywords, numbering: Numbering::Unknown, next: 0 };
    match filler.fill(&this.text, DEPTH)? {
        Some(text) => Ok(Value::str(text)),
        None => {
            let positional = Value::tuple(positional.to_vec());
            Err(rt.prelude("str_format", vec![Value::Str(this.clone()), positional, Value::Dict(keywords)]))
        }
    }
}

pub fn format_map(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "format_map")?;
    fuel::burn_read(this.text.len())?;
    if has_no_fields(&this.text) {
        return Ok(args[0].clone());
    }
    Err(rt.prelude("str_format", vec![Value::Str(this.clone()), Value::None, args[1].clone()]))
}

/// CPython gives the very object then.
fn has_no_fields(template: &str) -> bool {
    !template.is_empty() && !template.contains(['{', '}'])
}

/// Whether fields are numbered by hand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Unknown,
    Automatic,
    Manual,
}

struct Filler<'a> {
    rt: &'a mut Runtime,
    positional: &'a [Value],
    keywords: &'a Rc<Dict>,
    numbering: Numbering,
    next: usize,
}

impl Filler<'_> {
    /// The filled template; none if the program must be asked. Fields nest two deep, so this does not recurse further.
    fn fill(&mut self, template: &str, depth: u32) -> Result<Option<String>, Trap> {
        if depth == 0 {
            return Err(self.rt.value_error("Max string recursion exceeded"));
        }
        let (mut out, mut rest) = (String::new(), template);
        while !rest.is_empty() {
            fuel::burn(FIELD)?;
            let (piece, after) = template::next_piece(self.rt, rest)?;
            rest = after;
            out.push_str(&piece.literal);
            if let Some(field) = piece.field {
                match self.field(&field, depth)? {
                    Some(text) => out.push_str(&text),
                    None => return Ok(None),
                }
            }
            self.rt.room(out.len())?;
        }
        Ok(Some(out))
    }

    fn field(&mut self, field: &Field, depth: u32) -> Result<Option<String>, Trap> {
        let value = self.argument(template::first_name(&field.name))?;
        let (_, steps) = template::split_name(self.rt, &field.name)?;
        if !steps.is_empty() {
            return Ok(None);
        }
        let Some(value) = converted(self.rt, &value, field.conversion)? else { return Ok(None) };
        let spec = if field.spec.contains(['{', '}']) {
            match self.fill(&field.spec, depth - 1)? {
                Some(spec) => spec,
                None => return Ok(None),
            }
        } else {
            field.spec.clone()
        };
        if overrides(&value, names::FORMAT) {
            return Ok(None);
        }
        if spec.is_empty() {
            return repr::try_str(self.rt, &value);
        }
        let text = crate::object::text::format(self.rt, &value, &spec)?;
        Ok(text.as_str().map(str::to_owned))
    }

    fn argument(&mut self, name: &str) -> Result<Value, Trap> {
        let number = if name.is_empty() { None } else { template::index(self.rt, name)? };
        if !name.is_empty() && number.is_none() {
            let key = Value::str(name);
            return self.keywords.get_str(&key).ok_or_else(|| self.rt.key_error(&key));
        }
        let wanted = if number.is_some() { Numbering::Manual } else { Numbering::Automatic };
        if self.numbering != Numbering::Unknown && self.numbering != wanted {
            return Err(self.rt.value_error(if wanted == Numbering::Automatic {
                "cannot switch from manual field specification to automatic field numbering"
            } else {
                "cannot switch from automatic field numbering to manual field specification"
            }));
        }
        self.numbering = wanted;
        let at = number.map_or(self.next, size);
        self.next += usize::from(number.is_none());
        let out_of_range = || self.rt.index_error(format!("Replacement index {at} out of range for positional args tuple"));
        self.positional.get(at).cloned().ok_or_else(out_of_range)
    }
}

/// A value after `!r`, `!s` or `!a`; none if the program must be asked.
fn converted(rt: &mut Runtime, value: &Value, conversion: Option<char>) -> Result<Option<Value>, Trap> {
    Ok(match conversion {
        None => Some(value.clone()),
        Some('s') => repr::try_str(rt, value)?.map(Value::str),
        Some('r') => repr::try_repr(rt, value)?.map(Value::str),
        Some('a') => match repr::try_repr(rt, value)? {
            Some(repr) => Some(Value::str(quote::escape_non_ascii(&repr)?)),
            None => None,
        },
        Some(other) if (' '..='~').contains(&other) => return Err(rt.value_error(format!("Unknown conversion specifier {other}"))),
        Some(other) => return Err(rt.value_error(format!("Unknown conversion specifier \\x{:x}", u32::from(other)))),
    })
}

/// `_format_parse(template)`: a list of tuples (literal, name, specification, conversion); the last three are None where no field follows.
pub fn format_parse(rt: &mut Runtime, args: &[Value]) -> Answer {
    let template = text_argument(rt, args, 0, "template")?;
    rt.reserve(template.text.len().saturating_mul(8))?;
    let pieces = template::parse(rt, &template.text)?;
    let tuple = |piece: template::Piece| {
        let (name, spec, conversion) = match piece.field {
            Some(field) => {
                let conversion = field.conversion.map_or(Value::None, |c| rt.char(c));
                (Value::str(field.name), Value::str(field.spec), conversion)
            }
            None => (Value::None, Value::None, Value::None),
        };
        Value::tuple(vec![Value::str(piece.literal), name, spec, conversion])
    };
    Ok(Value::list(pieces.into_iter().map(tuple).collect()))
}

/// `_format_field_split(name)`: the argument (a number, or a string) and a list of pairs (whether it is an attribute, name or key).
pub fn format_field_split(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = text_argument(rt, args, 0, "name")?;
    rt.reserve(name.text.len().saturating_mul(STEP_BYTES) / 2)?;
    let (first, steps) = template::split_name(rt, &name.text)?;
    let first = match template::index(rt, &first)? {
        Some(number) => Value::Int(number),
        None => Value::str(first),
    };
    let pair = |step| {
        let (attribute, key) = match step {
            Access::Attribute(name) => (true, Value::str(name)),
            Access::Key(key) => (false, Value::str(key)),
            Access::Index(at) => (false, Value::Int(at)),
        };
        Value::tuple(vec![Value::bool(attribute), key])
    };
    Ok(Value::tuple(vec![first, Value::list(steps.into_iter().map(pair).collect())]))
}

//! Upper and lower case, and what kinds of characters a string is made of.

use crate::native::receive::text;
use crate::object::fuel;
use crate::object::native::{Answer, Trap};
use crate::object::runtime::Runtime;
use crate::object::text::unicode;
use crate::object::value::Value;

pub fn upper(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "upper")?;
    if this.is_ascii() {
        fuel::burn_copy(this.text.len())?;
        room(rt, &this.text)?;
        return Ok(Value::str(this.text.to_ascii_uppercase()));
    }
    mapped(rt, &this.text, |out, _, rest| rest.chars().take(1).for_each(|c| unicode::push_upper(out, c)))
}

pub fn lower(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "lower")?;
    if this.is_ascii() {
        fuel::burn_copy(this.text.len())?;
        room(rt, &this.text)?;
        return Ok(Value::str(this.text.to_ascii_lowercase()));
    }
    mapped(rt, &this.text, unicode::push_lower)
}

pub fn casefold(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "casefold")?;
    mapped(rt, &this.text, |out, _, rest| rest.chars().take(1).for_each(|c| unicode::push_folded(out, c)))
}

pub fn capitalize(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "capitalize")?;
    mapped(rt, &this.text, |out, before, rest| {
        if before.is_empty() {
            rest.chars().take(1).for_each(|c| unicode::push_title(out, c));
        } else {
            unicode::push_lower(out, before, rest);
        }
    })
}

pub fn title(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "title")?;
    mapped(rt, &this.text, |out, before, rest| {
        if before.chars().next_back().is_some_and(unicode::is_cased) {
            unicode::push_lower(out, before, rest);
        } else {
            rest.chars().take(1).for_each(|c| unicode::push_title(out, c));
        }
    })
}

pub fn swapcase(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "swapcase")?;
    mapped(rt, &this.text, |out, before, rest| match rest.chars().next() {
        Some(c) if unicode::is_upper(c) => unicode::push_lower(out, before, rest),
        Some(c) if unicode::is_lower(c) => unicode::push_upper(out, c),
        Some(c) => out.push(c),
        None => {}
    })
}

/// A string made from each character, what is before it, and the rest that it begins.
fn mapped(rt: &mut Runtime, text: &str, push: impl Fn(&mut String, &str, &str)) -> Answer {
    room(rt, text)?;
    let mut out = String::with_capacity(text.len());
    for (at, _) in text.char_indices() {
        fuel::burn(3)?;
        push(&mut out, &text[..at], &text[at..]);
    }
    Ok(Value::str(out))
}

/// No character becomes longer than three of its kind.
fn room(rt: &mut Runtime, text: &str) -> Result<(), Trap> {
    rt.reserve(text.len().saturating_mul(3))
}

/// Whether all characters are of a kind.
fn each(text: &str, kind: fn(char) -> bool) -> Result<bool, Trap> {
    for c in text.chars() {
        fuel::burn(1)?;
        if !kind(c) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether there are characters, and all are of a kind.
fn all(rt: &mut Runtime, args: &[Value], method: &str, kind: fn(char) -> bool) -> Answer {
    let this = text(rt, args, method)?;
    Ok(Value::bool(!this.text.is_empty() && each(&this.text, kind)?))
}

pub fn isalnum(rt: &mut Runtime, args: &[Value]) -> Answer {
    all(rt, args, "isalnum", unicode::is_alphanumeric)
}

pub fn isalpha(rt: &mut Runtime, args: &[Value]) -> Answer {
    all(rt, args, "isalpha", unicode::is_alpha)
}

pub fn isdecimal(rt: &mut Runtime, args: &[Value]) -> Answer {
    all(rt, args, "isdecimal", unicode::is_decimal)
}

pub fn isdigit(rt: &mut Runtime, args: &[Value]) -> Answer {
    all(rt, args, "isdigit", unicode::is_digit)
}

pub fn isnumeric(rt: &mut Runtime, args: &[Value]) -> Answer {
    all(rt, args, "isnumeric", unicode::is_numeric)
}

pub fn isspace(rt: &mut Runtime, args: &[Value]) -> Answer {
    all(rt, args, "isspace", unicode::is_space)
}

pub fn isascii(rt: &mut Runtime, args: &[Value]) -> Answer {
    text(rt, args, "isascii").map(|this| Value::bool(this.is_ascii()))
}

pub fn isprintable(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "isprintable")?;
    Ok(Value::bool(each(&this.text, unicode::is_printable)?))
}

pub fn isidentifier(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "isidentifier")?;
    fuel::burn(this.chars as u64)?;
    Ok(Value::bool(unicode::is_identifier(&this.text)))
}

pub fn islower(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "islower")?;
    fuel::burn(this.chars as u64)?;
    let other = this.text.chars().any(|c| unicode::is_upper(c) || unicode::is_title(c));
    Ok(Value::bool(!other && this.text.chars().any(unicode::is_lower)))
}

pub fn isupper(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "isupper")?;
    fuel::burn(this.chars as u64)?;
    let other = this.text.chars().any(|c| unicode::is_lower(c) || unicode::is_title(c));
    Ok(Value::bool(!other && this.text.chars().any(unicode::is_upper)))
}

/// Upper and title case only after what has no case, lower case only after what has.
pub fn istitle(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "istitle")?;
    fuel::burn(this.chars as u64)?;
    let (mut after_cased, mut any) = (false, false);
    for c in this.text.chars() {
        let capital = unicode::is_upper(c) || unicode::is_title(c);
        let small = unicode::is_lower(c);
        if capital && after_cased || small && !after_cased {
            return Ok(Value::False);
        }
        after_cased = capital || small;
        any |= after_cased;
    }
    Ok(Value::bool(any))
}

//! Finding and replacing. Places are counted in characters, found in bytes.

use crate::native::receive::{bounds, index as integer, text, text_argument};
use crate::object::native::{Answer, Stop, Trap};
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::string::Str;
use crate::object::text::find::{self, Places};
use crate::object::value::Value;
use crate::object::{fill, fuel};

/// The part of a string that a search looks at.
struct Window<'a> {
    text: &'a str,
    /// How many characters come before it.
    start: usize,
}

impl<'a> Window<'a> {
    /// The window that the arguments from the second on tell; none where it begins beyond its end.
    fn of(rt: &mut Runtime, this: &'a Str, args: &[Value], method: &str) -> Result<Option<Window<'a>>, Trap> {
        let (start, end) = bounds(rt, args, 2, this.chars, method)?;
        if start > end {
            return Ok(None);
        }
        if !this.is_ascii() {
            fuel::burn_read(start.min(this.chars) + end.min(this.chars))?;
        }
        let text = &this.text[byte_place(this, start)..byte_place(this, end)];
        Ok(Some(Window { text, start }))
    }

    /// A byte's place in it as a character's in the string.
    fn place(&self, byte: usize) -> Value {
        let before = &self.text[..byte];
        let chars = if before.is_ascii() { before.len() } else { before.chars().count() };
        Value::Int((self.start + chars) as i64)
    }
}

/// The byte where a character begins; the end for the character after the last.
fn byte_place(string: &Str, char_place: usize) -> usize {
    if string.is_ascii() {
        return char_place;
    }
    string.text.char_indices().nth(char_place).map_or(string.text.len(), |(at, _)| at)
}

fn search(rt: &mut Runtime, args: &[Value], method: &str, find: Find) -> Result<Option<Value>, Trap> {
    let this = text(rt, args, method)?;
    let window = Window::of(rt, this, args, method)?;
    let wanted = text_argument(rt, args, 1, "")?;
    let Some(window) = window else { return Ok(None) };
    fuel::burn_read(wanted.text.len())?;
    Ok(find(window.text.as_bytes(), wanted.text.as_bytes())?.map(|at| window.place(at)))
}

type Find = fn(&[u8], &[u8]) -> Result<Option<usize>, Stop>;

pub fn find(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(search(rt, args, "find", find::first)?.unwrap_or(Value::Int(-1)))
}

pub fn rfind(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(search(rt, args, "rfind", find::last)?.unwrap_or(Value::Int(-1)))
}

pub fn index(rt: &mut Runtime, args: &[Value]) -> Answer {
    search(rt, args, "index", find::first)?.ok_or_else(|| rt.value_error("substring not found"))
}

pub fn rindex(rt: &mut Runtime, args: &[Value]) -> Answer {
    search(rt, args, "rindex", find::last)?.ok_or_else(|| rt.value_error("substring not found"))
}

pub fn count(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "count")?;
    let window = Window::of(rt, this, args, "count")?;
    let wanted = text_argument(rt, args, 1, "")?;
    let Some(window) = window else { return Ok(Value::Int(0)) };
    fuel::burn_read(wanted.text.len())?;
    Ok(Value::Int(occurrences(window.text, &wanted.text, usize::MAX)? as i64))
}

/// How often a text is found in another, up to the most that are wanted: an empty one before each character and at the end.
fn occurrences(text: &str, wanted: &str, most: usize) -> Result<usize, Stop> {
    if wanted.is_empty() {
        fuel::burn_read(text.len())?;
        return Ok(most.min(text.chars().count() + 1));
    }
    Places::of(wanted.as_bytes(), text.as_bytes()).count(most)
}

pub fn startswith(rt: &mut Runtime, args: &[Value]) -> Answer {
    affix(rt, args, "startswith", |text, prefix| text.starts_with(prefix))
}

pub fn endswith(rt: &mut Runtime, args: &[Value]) -> Answer {
    affix(rt, args, "endswith", |text, suffix| text.ends_with(suffix))
}

fn affix(rt: &mut Runtime, args: &[Value], method: &str, has: fn(&str, &str) -> bool) -> Answer {
    let this = text(rt, args, method)?;
    let window = Window::of(rt, this, args, method)?;
    let has = |affix: &str| {
        fuel::note_copy(affix.len());
        window.as_ref().is_some_and(|window| has(window.text, affix))
    };
    match plain(&args[1]) {
        Value::Str(affix) => Ok(Value::bool(has(&affix.text))),
        Value::Tuple(affixes) => {
            fuel::burn(affixes.items.len() as u64 / 2)?;
            for affix in &affixes.items {
                let Value::Str(affix) = plain(affix) else {
                    let got = rt.type_name(affix);
                    return Err(rt.type_error(format!("tuple for {method} must only contain str, not {got}")));
                };
                if has(&affix.text) {
                    return Ok(Value::True);
                }
            }
            Ok(Value::False)
        }
        _ => {
            let got = rt.type_name(&args[1]);
            Err(rt.type_error(format!("{method} first arg must be str or a tuple of str, not {got}")))
        }
    }
}

pub fn replace(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "replace")?;
    let old = text_argument(rt, args, 1, "replace() argument 1")?;
    let new = text_argument(rt, args, 2, "replace() argument 2")?;
    let most = integer(rt, args, 3, "replace")?.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
    fuel::burn_read(2 * old.text.len())?;
    let found = occurrences(&this.text, &old.text, most)?;
    if found == 0 {
        return Ok(Value::Str(this.clone()));
    }
    let length = (this.text.len() - found * old.text.len()).saturating_add(found.saturating_mul(new.text.len()));
    rt.reserve(length)?;
    let mut out = String::with_capacity(length);
    let mut places = Places::of(old.text.as_bytes(), this.text.as_bytes());
    let mut chars = this.text.char_indices().map(|(at, _)| at).chain([this.text.len()]);
    let mut done = 0;
    for _ in 0..found {
        let at = if old.text.is_empty() { chars.next() } else { places.find_next()? };
        let at = at.unwrap_or(this.text.len());
        fill::append_text(&mut out, &this.text[done..at])?;
        fill::append_text(&mut out, &new.text)?;
        fuel::burn(1)?;
        done = at + old.text.len();
    }
    fill::append_text(&mut out, &this.text[done..])?;
    Ok(Value::str(out))
}

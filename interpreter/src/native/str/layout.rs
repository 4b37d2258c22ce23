//! Filling strings up to a width.

use crate::limits::size;
use crate::native::receive::{c_int, index as integer, text};
use crate::object::native::{Answer, Trap, optional};
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::string::Str;
use crate::object::value::Value;
use crate::object::{fill, fuel};

pub fn center(rt: &mut Runtime, args: &[Value]) -> Answer {
    // Where it can't be even, an odd width has the longer margin on the left.
    justified(rt, args, "center", |margin, width| margin / 2 + (margin & width & 1))
}

pub fn ljust(rt: &mut Runtime, args: &[Value]) -> Answer {
    justified(rt, args, "ljust", |_, _| 0)
}

pub fn rjust(rt: &mut Runtime, args: &[Value]) -> Answer {
    justified(rt, args, "rjust", |margin, _| margin)
}

/// Filled up to a width; `left` tells how much of the margin goes before the text.
fn justified(rt: &mut Runtime, args: &[Value], method: &str, left: fn(usize, usize) -> usize) -> Answer {
    let this = text(rt, args, method)?;
    let width = width(rt, args, method)?;
    let fill = match optional(args, 2).map(plain) {
        None => ' ',
        Some(Value::Str(fill)) if fill.chars == 1 => fill.text.chars().next().unwrap_or(' '),
        Some(Value::Str(_)) => return Err(rt.type_error("The fill character must be exactly one character long")),
        Some(_) => {
            return Err(rt.type_error(format!("The fill character must be a unicode character, not {}", rt.type_name(&args[2]))));
        }
    };
    let margin = width.saturating_sub(this.chars);
    if margin == 0 {
        return Ok(Value::Str(this.clone()));
    }
    rt.reserve(margin.saturating_mul(fill.len_utf8()).saturating_add(this.text.len()))?;
    let before = left(margin, width);
    let fill = fill.to_string();
    let mut out = String::new();
    fill::append_repeated(&mut out, &fill, before)?;
    fill::append_text(&mut out, &this.text)?;
    fill::append_repeated(&mut out, &fill, margin - before)?;
    Ok(Str::with_chars(out, this.chars + margin).into())
}

fn width(rt: &mut Runtime, args: &[Value], method: &str) -> Result<usize, Trap> {
    Ok(size(integer(rt, args, 1, method)?.unwrap_or(0).max(0)))
}

pub fn zfill(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "zfill")?;
    let missing = width(rt, args, "zfill")?.saturating_sub(this.chars);
    rt.reserve(missing.saturating_add(this.text.len()))?;
    let sign = usize::from(this.text.starts_with(['+', '-']));
    let (sign, digits) = this.text.split_at(sign);
    let mut out = sign.to_owned();
    fill::append_repeated(&mut out, "0", missing)?;
    fill::append_text(&mut out, digits)?;
    Ok(Str::with_chars(out, this.chars + missing).into())
}

pub fn expandtabs(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "expandtabs")?;
    let size = c_int(rt, args, 1, "expandtabs")?.unwrap_or(8).max(0) as usize;
    let tabs = this.text.bytes().filter(|byte| *byte == b'\t').count();
    rt.reserve(tabs.saturating_mul(size).saturating_add(this.text.len()))?;
    let mut out = String::with_capacity(this.text.len());
    let (mut column, mut chars) = (0, 0);
    for c in this.text.chars() {
        fuel::burn(1)?;
        match c {
            '\t' if size == 0 => {}
            '\t' => {
                let missing = size - column % size;
                fill::append_repeated(&mut out, " ", missing)?;
                column += missing;
                chars += missing;
            }
            _ => {
                out.push(c);
                chars += 1;
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(Str::with_chars(out, chars).into())
}

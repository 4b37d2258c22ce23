//! `cell`: what `__closure__` is made of.

use std::rc::Rc;

use super::protocol::{constructor, wrong_receiver};
use crate::object::function::Cell;
use crate::object::native::{Answer, Native, Trap, optional};
use crate::object::runtime::Runtime;
use crate::object::value::Value;

pub static TABLE: &[Native] = &[constructor("cls, contents=None, /", new), Native::settable("cell_contents", "", contents, set_contents)];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<Cell>, Trap> {
    match args.first() {
        Some(Value::Cell(cell)) => Ok(cell),
        other => Err(wrong_receiver(rt, "cell", other)),
    }
}

fn new(_: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::Cell(Cell::new(optional(args, 1).cloned().unwrap_or_default())))
}

fn contents(rt: &mut Runtime, args: &[Value]) -> Answer {
    match this(rt, args)?.get() {
        Value::Unbound => Err(rt.value_error("Cell is empty")),
        value => Ok(value),
    }
}

/// Deleting empties the cell.
fn set_contents(rt: &mut Runtime, object: &Value, value: Value) -> Result<(), Trap> {
    this(rt, std::slice::from_ref(object))?.set(value);
    Ok(())
}

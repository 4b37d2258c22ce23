//! `_compiled`: texts that are compiled while the program runs, for the examples of `doctest` and the statements of `timeit`.
//!
//! A text is prepared here. The library then imports [`PREPARED`](crate::object::runtime::PREPARED), and the machine runs its code in the module it was prepared for.

use std::sync::Arc;

use stillframe_front::bytecode::code::Program;
use stillframe_front::compile;
use stillframe_front::syntax::{self, Error, SyntaxError};

use super::protocol::function;
use crate::limits::Limit;
use crate::object::native::{Answer, Native};
use crate::object::runtime::Runtime;
use crate::object::value::Value;
use crate::object::{fuel, heap};

pub static TABLE: &[Native] = &[function(
    "prepare",
    "source, module, single, /",
    "Compiles a text that is to run in a module; None, or the parts of the syntax error that it has.",
    prepare,
)];

/// What a text costs: some for itself, and more for each of its bytes, as refused texts are read twice.
const FUEL: u64 = 5_000;
const FUEL_PER_BYTE: u64 = 100;

/// Memory that its code takes to the end of the run, counted generously.
const BYTES: usize = 8 * 1024;
const BYTES_PER_BYTE: usize = 128;

fn prepare(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (Some(source), Value::Module(module)) = (args[0].as_str(), &args[1]) else {
        return Err(rt.type_error("prepare() takes a text and a module"));
    };
    if source.len() > rt.limits.source {
        return Err(Limit::Source.into());
    }
    fuel::burn(FUEL + FUEL_PER_BYTE * source.len() as u64)?;
    let bytes = BYTES + BYTES_PER_BYTE * source.len();
    rt.room(bytes)?;
    let single = matches!(args[2], Value::True);
    match compiled(source, single) {
        Ok(program) => {
            heap::charge_for_good(bytes);
            rt.prepared = Some((Arc::new(program), module.clone()));
            Ok(Value::None)
        }
        Err(Error::NoMemory) => Err(Limit::Memory.into()),
        Err(Error::Syntax(error)) => Ok(parts(rt, &error)),
    }
}

fn compiled(source: &str, single: bool) -> Result<Program, Error> {
    let mut tree = syntax::parse(source)?;
    tree.single = single;
    let options = compile::Options { watched: false, module_registers: false };
    compile::compile(&tree, &options).map_err(|refusal| Error::Syntax(Box::new(refusal.with_line_of(source))))
}

/// The error's class, message, line, column, text, last line and last column.
fn parts(rt: &Runtime, error: &SyntaxError) -> Value {
    let text = error.text.as_deref().map_or(Value::None, Value::str);
    let number = |number: i64| Value::Int(number);
    rt.tuple(vec![
        Value::str(error.kind.name()),
        Value::str(&*error.message),
        number(error.line.into()),
        number(error.offset.into()),
        text,
        number(error.end_line.into()),
        number(error.end_offset.into()),
    ])
}

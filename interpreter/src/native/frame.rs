//! `frame`: `gi_frame` and its kin, `sys._getframe()`, `tb_frame`. What a frame that is on the stack does now only the virtual machine
//! knows (`vm/stack.rs`).

use std::rc::Rc;

use super::protocol::{method, wrong_receiver};
use super::source::{ends, line_number};
use crate::object::frame::{FrameObject, Whereabouts, variables};
use crate::object::generator::{Generator, GeneratorKind, State};
use crate::object::native::{Answer, Native, Request, Trap, Verb};
use crate::object::runtime::Runtime;
use crate::object::value::Value;
use stillframe_front::bytecode::code::Code;
use stillframe_front::syntax::tree::Span;

pub static TABLE: &[Native] = &[
    Native::attribute("f_code", "", |rt, args| Ok(Value::Code(this(rt, args)?.code.clone()))),
    Native::attribute("f_lineno", "", line),
    Native::attribute("f_locals", "", locals),
    Native::attribute("f_globals", "", |rt, args| {
        let frame = this(rt, args)?;
        Ok(globals(rt, frame))
    }),
    Native::attribute("f_builtins", "", |rt, _| Ok(Value::Dict(rt.builtins.dict()))),
    Native::attribute("f_back", "", back),
    Native::attribute("f_lasti", "", |_, _| Ok(Value::Int(0))),
    Native::settable("f_trace", "", |_, _| Ok(Value::None), |_, _, _| Ok(())),
    Native::member("f_trace_lines", "", |_, _| Ok(Value::True)),
    Native::member("f_trace_opcodes", "", |_, _| Ok(Value::False)),
    method("clear", "self, /", "F.clear(): clear most references held by the frame", clear),
];

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<FrameObject>, Trap> {
    match args.first() {
        Some(Value::Frame(frame)) => Ok(frame),
        other => Err(wrong_receiver(rt, "frame", other)),
    }
}

fn line(rt: &mut Runtime, args: &[Value]) -> Answer {
    let frame = this(rt, args)?;
    let code = frame.code.code();
    Ok(Value::Int(i64::from(match frame.whereabouts() {
        Whereabouts::Asleep(generator) => generator.look(|frame| frame.and_then(|frame| frame.line(code))).unwrap_or(code.first_line),
        Whereabouts::Ended => frame.last_line(),
        Whereabouts::OnStack => return Err(running(rt, args, "line")),
    })))
}

/// Where in the source a frame or the entry of a traceback is: first and last line, first and last column.
pub fn position(rt: &mut Runtime, args: &[Value]) -> Answer {
    if let Some(Value::Traceback(entry)) = args.first() {
        return Ok(place(rt, entry.place.span));
    }
    let frame = this(rt, args)?;
    let code = frame.code.code();
    let span = match frame.whereabouts() {
        Whereabouts::Asleep(generator) => generator.look(|frame| frame.filter(|frame| frame.started).and_then(|frame| frame.span(code))),
        Whereabouts::Ended => frame.last_span(),
        Whereabouts::OnStack => return Err(running(rt, args, "position")),
    };
    Ok(place(rt, span.unwrap_or(first_line(code))))
}

/// What a frame stands for that has not begun: no columns of its first line.
pub fn first_line(code: &Code) -> Span {
    Span { line: code.first_line, column: 0, end_line: code.first_line, end_column: 0 }
}

/// The same of a span: columns are None where they are not known.
pub fn place(rt: &Runtime, span: Span) -> Value {
    let [column, end_column] = ends(&span);
    rt.tuple(vec![line_number(span.line), line_number(span.end_line), column, end_column])
}

fn locals(rt: &mut Runtime, args: &[Value]) -> Answer {
    let frame = this(rt, args)?;
    let code = frame.code.code();
    if code.kind.is_module() {
        return Ok(globals(rt, frame));
    }
    match frame.whereabouts() {
        Whereabouts::Asleep(generator) => {
            Ok(Value::Dict(generator.look(|frame| variables(code, frame.map_or(&[], |frame| &frame.registers[..])))))
        }
        Whereabouts::Ended => Ok(frame.variables.locals(code)),
        Whereabouts::OnStack => Err(running(rt, args, "locals")),
    }
}

fn globals(rt: &Runtime, frame: &FrameObject) -> Value {
    Value::Dict(rt.codes[frame.code.index as usize].module.dict())
}

fn back(rt: &mut Runtime, args: &[Value]) -> Answer {
    let frame = this(rt, args)?;
    match frame.whereabouts() {
        Whereabouts::Asleep(_) => Ok(Value::None),
        Whereabouts::Ended => Ok(frame.variables.back()),
        Whereabouts::OnStack => Err(running(rt, args, "back")),
    }
}

/// A suspended generator is closed, as CPython does; one that has not begun never will, but for a coroutine, which is only warned of.
fn clear(rt: &mut Runtime, args: &[Value]) -> Answer {
    let frame = this(rt, args)?;
    match frame.whereabouts() {
        Whereabouts::Asleep(generator) if is_unborn_coroutine(&generator) => {
            generator.warn_never_awaited();
            Ok(Value::None)
        }
        Whereabouts::Asleep(generator) => Err(Trap::Request(Box::new(Request::Resume { generator, verb: Verb::Close }))),
        Whereabouts::Ended => {
            frame.variables.forget();
            Ok(Value::None)
        }
        Whereabouts::OnStack => Err(running(rt, args, "clear")),
    }
}

fn is_unborn_coroutine(generator: &Generator) -> bool {
    generator.kind == GeneratorKind::Coroutine && generator.state() == State::Created
}

/// Asks the virtual machine for a fact of a frame on its stack.
fn running(rt: &Runtime, args: &[Value], fact: &str) -> Trap {
    rt.prelude("running_frame", vec![args[0].clone(), Value::str(fact)])
}

//! `code`: what is known of a function's code object. `https://docs.python.org/3.11/library/inspect.html`, and `co_flags` as there.

use std::rc::Rc;
use std::sync::Arc;

use super::protocol::{method, wrong_receiver};
use crate::object::function::CodeObject;
use crate::object::native::{Answer, Native, Trap};
use crate::object::runtime::{Runtime, symbol_of, symbol_string};
use crate::object::value::Value;
use stillframe_front::bytecode::code::{Code, CodeKind, Const};
use stillframe_front::bytecode::op::Op;

pub static TABLE: &[Native] = &[
    Native::member("co_name", "", |rt, args| Ok(text(&this(rt, args)?.code().name))),
    Native::member("co_qualname", "", |rt, args| Ok(text(&this(rt, args)?.code().qualname))),
    Native::member("co_filename", "", filename),
    Native::member("co_firstlineno", "", |rt, args| number(this(rt, args)?.code().first_line)),
    Native::member("co_flags", "", |rt, args| number(flags(this(rt, args)?))),
    Native::member("co_argcount", "", |rt, args| number(this(rt, args)?.code().arg_count)),
    Native::member("co_posonlyargcount", "", |rt, args| number(this(rt, args)?.code().posonly_count)),
    Native::member("co_kwonlyargcount", "", |rt, args| number(this(rt, args)?.code().kwonly_count)),
    Native::member("co_nlocals", "", |rt, args| number(this(rt, args)?.code().var_names.len() as u32)),
    Native::member("co_stacksize", "", |rt, args| number(stack_size(this(rt, args)?.code()))),
    Native::attribute("co_varnames", "", |rt, args| Ok(tuple(rt, &this(rt, args)?.code().var_names))),
    Native::attribute("co_cellvars", "", cellvars),
    Native::attribute("co_freevars", "", |rt, args| Ok(tuple(rt, &this(rt, args)?.code().free_names))),
    Native::member("co_names", "", |rt, args| Ok(tuple(rt, &this(rt, args)?.code().names))),
    Native::member("co_consts", "", consts),
    method("co_lines", "self, /", "Return the lines of the code's instructions.", lines),
    method("co_positions", "self, /", "Return the places in the source of the code's instructions.", positions),
];

const OPTIMIZED: u32 = 1;
const NEWLOCALS: u32 = 2;
const VARARGS: u32 = 4;
const VARKEYWORDS: u32 = 8;
const NESTED: u32 = 16;
const GENERATOR: u32 = 32;
const COROUTINE: u32 = 128;
const ITERABLE_COROUTINE: u32 = 256;
const ASYNC_GENERATOR: u32 = 512;

fn this<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<CodeObject>, Trap> {
    match args.first() {
        Some(Value::Code(code)) => Ok(code),
        other => Err(wrong_receiver(rt, "code", other)),
    }
}

fn text(text: &str) -> Value {
    symbol_string(symbol_of(text))
}

fn number(number: u32) -> Answer {
    Ok(Value::Int(i64::from(number)))
}

/// The program's one file, or the library's, as a path in it.
fn filename(rt: &mut Runtime, args: &[Value]) -> Answer {
    let loaded = &rt.codes[this(rt, args)?.index as usize];
    Ok(if loaded.library { Value::str(format!("{}.py", loaded.module.name.replace('.', "/"))) } else { Value::str("main.py") })
}

fn tuple(rt: &Runtime, names: &[Arc<str>]) -> Value {
    rt.tuple(names.iter().map(|name| text(name)).collect())
}

fn flags(object: &CodeObject) -> u32 {
    let code = object.code();
    let mut flags = match code.kind {
        CodeKind::Module => return 0,
        CodeKind::AsyncModule => return COROUTINE,
        CodeKind::Class => return if is_nested(code) { NESTED } else { 0 },
        CodeKind::Function | CodeKind::Comprehension => 0,
        CodeKind::Generator => GENERATOR,
        CodeKind::Coroutine => COROUTINE,
        CodeKind::AsyncGenerator => ASYNC_GENERATOR,
    };
    flags |= OPTIMIZED | NEWLOCALS;
    for (holds, flag) in
        [(code.has_varargs, VARARGS), (code.has_varkw, VARKEYWORDS), (is_nested(code), NESTED), (object.awaitable, ITERABLE_COROUTINE)]
    {
        flags |= if holds { flag } else { 0 };
    }
    flags
}

/// Whether it was written inside of a function.
fn is_nested(code: &Code) -> bool {
    code.qualname.contains("<locals>")
}

/// The temporaries: the nearest thing to the depth of a stack.
fn stack_size(code: &Code) -> u32 {
    u32::from(code.register_count) - u32::from(code.temp_start).min(u32::from(code.register_count))
}

fn cellvars(rt: &mut Runtime, args: &[Value]) -> Answer {
    let names: Vec<Arc<str>> = this(rt, args)?.code().cells.iter().map(|(name, _)| name.clone()).collect();
    Ok(tuple(rt, &names))
}

fn consts(rt: &mut Runtime, args: &[Value]) -> Answer {
    let object = this(rt, args)?;
    let code = object.code();
    let mut found = Constants::default();
    match code.kind {
        CodeKind::Class => found.add(rt, Const::Str(code.qualname.clone())),
        CodeKind::Module | CodeKind::AsyncModule | CodeKind::Comprehension => {}
        _ if &*code.name == "<genexpr>" => {}
        _ => found.add(rt, code.doc.clone().map_or(Const::None, Const::Str)),
    }
    for op in &code.ops {
        match *op {
            Op::Const { k, .. } | Op::CallKw { names: k, .. } | Op::CallLoadedKw { names: k, .. } => {
                found.add(rt, code.consts[usize::from(k)].clone());
            }
            Op::Int { i, .. } => found.add(rt, Const::Int(i64::from(i))),
            Op::LoadNone { .. } | Op::ReturnNone {} => found.add(rt, Const::None),
            Op::MakeFunction { code, .. } => {
                let index = object.index - object.at as u32 + u32::from(code);
                found.values.push(Value::Code(rt.code_object(index, false)));
            }
            op => {
                if let Some(i) = op.immediate() {
                    found.add(rt, Const::Int(i));
                }
            }
        }
    }
    Ok(rt.tuple(found.values))
}

/// The constants of a code object, each once, in the order in which its instructions come to them.
#[derive(Default)]
struct Constants {
    known: Vec<Const>,
    values: Vec<Value>,
}

impl Constants {
    fn add(&mut self, rt: &Runtime, constant: Const) {
        if !self.known.contains(&constant) {
            self.values.push(rt.constant(&constant));
            self.known.push(constant);
        }
    }
}

/// `(start, end, line)` of each run of instructions on one line.
fn lines(rt: &mut Runtime, args: &[Value]) -> Answer {
    let code = this(rt, args)?.clone();
    let mut runs: Vec<(usize, usize, u32)> = Vec::new();
    for (at, span) in code.code().spans.iter().enumerate() {
        match runs.last_mut() {
            Some((_, end, line)) if *line == span.line => *end = at + 1,
            _ => runs.push((at, at + 1, span.line)),
        }
    }
    let offset = |at: usize| Value::Int(at as i64 * 2);
    let runs = runs.into_iter().map(|(start, end, line)| rt.tuple(vec![offset(start), offset(end), place(line)])).collect();
    iterator(rt, runs)
}

/// `(line, end_line, column, end_column)` of each instruction.
fn positions(rt: &mut Runtime, args: &[Value]) -> Answer {
    let code = this(rt, args)?.clone();
    let of = |span: &stillframe_front::syntax::tree::Span| {
        let column = |column: u32| if span.line == 0 { Value::None } else { Value::Int(i64::from(column)) };
        rt.tuple(vec![place(span.line), place(span.end_line), column(span.column), column(span.end_column)])
    };
    let all = code.code().spans.iter().map(of).collect();
    iterator(rt, all)
}

fn place(line: u32) -> Value {
    if line == 0 { Value::None } else { Value::Int(i64::from(line)) }
}

fn iterator(rt: &mut Runtime, items: Vec<Value>) -> Answer {
    crate::object::operate::get_iter(rt, &Value::list(items))
}

//! Operators, methods and functions that need no program, compared with what CPython 3.11 answered: `leaves/record.py` recorded it.

use std::fs;
use std::path::PathBuf;

use num_bigint::BigInt;
use serde_json::Value as Json;
use stillframe_front::bytecode::op::{Binary, Compare, Unary};
use stillframe_interpreter::Limits;
use stillframe_interpreter::native;
use stillframe_interpreter::object::dict::Dict;
use stillframe_interpreter::object::fuel;
use stillframe_interpreter::object::native::{Answer, Native, Request, Stop, Trap};
use stillframe_interpreter::object::operate::{self, bytes, key};
use stillframe_interpreter::object::runtime::{Runtime, symbol_of};
use stillframe_interpreter::object::value::Value;
use stillframe_interpreter::object::{equality, repr, text};

#[test]
fn numbers() {
    compare("numbers");
}

#[test]
fn literals() {
    compare("literals");
}

#[test]
fn formats() {
    compare("formats");
}

#[test]
fn strings() {
    compare("strings");
}

#[test]
fn byte_strings() {
    compare("bytes");
}

#[test]
fn percents() {
    compare("percents");
}

#[test]
fn math() {
    compare("math");
}

/// Makes every call of a topic, and shows those whose answer differs.
fn compare(topic: &str) {
    let folder =
        std::env::var("LEAVES").map_or_else(|_| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/leaves")), PathBuf::from);
    let path = folder.join(topic).with_extension("tsv");
    let recorded = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; record.py writes it", path.display()));
    let mut rt = Runtime::new(&Limits::default(), "");
    native::install(&mut rt);
    let (mut count, mut wrong) = (0, Vec::new());
    for line in recorded.lines() {
        let mut parts = line.splitn(3, '\t');
        let (Some(callee), Some(args), Some(expected)) = (parts.next(), parts.next(), parts.next()) else {
            panic!("{}: a line without three columns: {line}", path.display());
        };
        count += 1;
        fuel::fill(rt.limits.instructions, None);
        let answer = call(&mut rt, callee, args);
        let got = show(&mut rt, answer).replace('\n', "\\n");
        if got != expected {
            wrong.push(format!("{callee} {args}\n    CPython: {expected}\n    here:    {got}"));
        }
    }
    assert!(count > 1000, "{}: only {count} cases", path.display());
    let shown = wrong.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} of {count} answers differ:\n{shown}", wrong.len());
}

/// The answer as record.py writes it.
fn show(rt: &mut Runtime, answer: Answer) -> String {
    match answer {
        Ok(value) => match repr::repr(rt, &value) {
            Ok(text) => text,
            Err(trap) => show(rt, Err(trap)),
        },
        Err(Trap::Raise(exception)) => {
            let name = exception.class().name();
            let words = repr::try_str(rt, &Value::Exception(exception)).ok().flatten();
            format!("{name}: {}", words.unwrap_or_default())
        }
        Err(Trap::Stop(stop)) => match *stop {
            Stop::Limit(limit) => format!("limit {limit}"),
            Stop::Stopped | Stop::Deadlock(_) | Stop::Load(_) => "no answer of a leaf".to_owned(),
        },
        Err(Trap::Reraise(_)) => "no answer of a leaf".to_owned(),
        Err(Trap::Request(request)) => match *request {
            Request::Prelude { function, .. } => format!("prelude {function}"),
            _ => "a call".to_owned(),
        },
    }
}

fn call(rt: &mut Runtime, callee: &str, args: &str) -> Answer {
    let Ok(Json::Array(args)) = serde_json::from_str(args) else { panic!("{callee}: no JSON array: {args}") };
    let (keywords, args): (Vec<&Json>, Vec<&Json>) = args.iter().partition(|arg| arg.get("keywords").is_some());
    let args: Vec<Value> = args.into_iter().map(|arg| read(rt, arg)).collect();
    if let (Some(op), [a, b]) = (binary(callee), &args[..]) {
        return operate::binary(rt, op, a, b, false);
    }
    if let (Some(op), [a, b]) = (comparison(callee), &args[..]) {
        return operate::compare(rt, op, a, b);
    }
    match callee {
        "repr" => repr::repr(rt, &args[0]).map(Value::str),
        "ascii" => Ok(Value::str(text::quote::escape_non_ascii(&repr::repr(rt, &args[0])?)?)),
        "str" => repr::str_of(rt, &args[0]).map(Value::str),
        "hash" => match equality::hash(&args[0]) {
            equality::Hashed::Hash(hash) => Ok(Value::Int(hash as i64)),
            _ => panic!("only what can be hashed is recorded"),
        },
        "format" => text::format(rt, &args[0], args[1].as_str().unwrap_or_default()),
        "neg" => operate::unary(rt, Unary::Neg, &args[0]),
        "invert" => operate::unary(rt, Unary::Invert, &args[0]),
        _ => {
            let native = find(rt, callee);
            let args = arranged(rt, native, args, keywords.first().and_then(|keywords| keywords.get("keywords")));
            (native.run)(rt, &args)
        }
    }
}

fn binary(sign: &str) -> Option<Binary> {
    Some(match sign {
        "+" => Binary::Add,
        "-" => Binary::Sub,
        "*" => Binary::Mul,
        "/" => Binary::Div,
        "//" => Binary::FloorDiv,
        "%" => Binary::Mod,
        "**" => Binary::Pow,
        "<<" => Binary::LShift,
        ">>" => Binary::RShift,
        "&" => Binary::And,
        "|" => Binary::Or,
        "^" => Binary::Xor,
        _ => return None,
    })
}

fn comparison(sign: &str) -> Option<Compare> {
    Some(match sign {
        "<" => Compare::Lt,
        "<=" => Compare::Le,
        ">" => Compare::Gt,
        ">=" => Compare::Ge,
        "==" => Compare::Eq,
        "!=" => Compare::Ne,
        _ => return None,
    })
}

/// A method `type.name`, or a function of the module of natives behind `math`.
fn find(rt: &Runtime, callee: &str) -> &'static Native {
    let (owner, name) = callee.split_once('.').unwrap_or_else(|| panic!("no such callee: {callee}"));
    let symbol = symbol_of(name);
    let found = match owner {
        "math" => rt.modules.get("_math").and_then(|module| module.get(symbol)),
        class => class_named(rt, class).lookup(symbol),
    };
    match found {
        Some(Value::Native(native)) => native,
        _ => panic!("no native {callee}"),
    }
}

fn class_named(rt: &Runtime, name: &str) -> std::rc::Rc<stillframe_interpreter::object::class::Class> {
    let found = rt.classes.all().into_iter().find(|class| &*class.name() == name).cloned();
    found.unwrap_or_else(|| panic!("no class {name}"))
}

/// Arguments in the order in which a native gets them: named ones, a dict of other keywords, further ones.
fn arranged(rt: &Runtime, native: &Native, args: Vec<Value>, keywords: Option<&Json>) -> Vec<Value> {
    let args = match native.kind {
        stillframe_interpreter::object::native::NativeKind::ClassMethod => {
            let class =
                if native.name == "fromhex" && native.params.contains("string") { owner_of(rt, native) } else { rt.classes.int.clone() };
            [vec![Value::Class(class)], args].concat()
        }
        _ => args,
    };
    let positional = usize::from(native.counts.positional);
    let extra = if args.len() > positional { args[positional..].to_vec() } else { Vec::new() };
    let mut named: Vec<Value> = args.into_iter().take(positional).collect();
    named.resize(usize::from(native.counts.named), Value::Unbound);
    let others = Dict::new();
    for pair in keywords.and_then(Json::as_array).into_iter().flatten() {
        let name = pair[0].as_str().unwrap_or_default();
        match native.parameter_names().position(|known| known == name) {
            Some(at) => named[at] = read(rt, &pair[1]),
            None => drop(others.set_str(Value::str(name), read(rt, &pair[1]))),
        }
    }
    if native.counts.varkw {
        named.push(Value::Dict(others));
    }
    [named, extra].concat()
}

/// The class of a `fromhex`.
fn owner_of(rt: &Runtime, native: &Native) -> std::rc::Rc<stillframe_interpreter::object::class::Class> {
    let own = |class: &&std::rc::Rc<stillframe_interpreter::object::class::Class>| matches!(class.lookup(symbol_of(native.name)), Some(Value::Native(found)) if std::ptr::eq(found, native));
    rt.classes.all().into_iter().find(own).cloned().unwrap_or_else(|| panic!("no owner of {}", native.name))
}

/// An argument, from JSON.
fn read(rt: &Runtime, json: &Json) -> Value {
    match json {
        Json::Null => Value::None,
        Json::Bool(truth) => Value::bool(*truth),
        Json::Number(number) => Value::Int(number.as_i64().unwrap_or_else(|| panic!("no integer: {number}"))),
        Json::String(text) => Value::str(text.as_str()),
        Json::Array(items) => Value::list(items.iter().map(|item| read(rt, item)).collect()),
        Json::Object(tagged) => {
            let (tag, inside) = tagged.iter().next().unwrap_or_else(|| panic!("an empty object"));
            tagged_value(rt, tag, inside)
        }
    }
}

fn tagged_value(rt: &Runtime, tag: &str, inside: &Json) -> Value {
    let text = || inside.as_str().unwrap_or_default();
    let float = |text: &str| text.parse::<f64>().unwrap_or_else(|_| panic!("no float: {text}"));
    match tag {
        "float" => Value::float(float(text())),
        "int" => {
            let (sign, digits) = text().strip_prefix('-').map_or((1, text()), |digits| (-1, digits));
            Value::big(BigInt::parse_bytes(&digits.as_bytes()[2..], 16).unwrap_or_default() * sign)
        }
        "complex" => Value::complex(float(inside[0].as_str().unwrap_or_default()), float(inside[1].as_str().unwrap_or_default())),
        "bytes" => bytes::bytes(unhex(text())),
        "bytearray" => bytes::byte_array(unhex(text())),
        "tuple" => Value::tuple(inside.as_array().into_iter().flatten().map(|item| read(rt, item)).collect()),
        "dict" => {
            let dict = Dict::new();
            for pair in inside.as_array().into_iter().flatten() {
                assert!(key::dict_set(rt, &dict, &read(rt, &pair[0]), &read(rt, &pair[1])).is_ok_and(|done| done), "a plain key");
            }
            Value::Dict(dict)
        }
        "class" => Value::Class(class_named(rt, text())),
        _ => panic!("no such tag: {tag}"),
    }
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap_or_else(|_| panic!("no hex: {text}"))).collect()
}

//! The built-in functions. Those that call back, and `enumerate`, `zip`, `map`, `filter`, are in `library/prelude/`.

use std::rc::Rc;

use num_bigint::BigInt;

use super::class::{is_instance, is_subclass};
use super::method::is_callable;
use super::object::{name_argument, names_of, tells_of_itself};
use super::protocol::{function, hash_value};
use super::resume::intrinsic;
use super::sort;
use crate::Stream;
use crate::library::prelude_name;
use crate::limits::size;
use crate::object::attribute;
use crate::object::class::Class;
use crate::object::classes::Classes;
use crate::object::iterator::Iter;
use crate::object::native::{Answer, Intrinsic, Native, Request, Trap, optional};
use crate::object::operate::compare::{self, Verdict};
use crate::object::operate::number::big;
use crate::object::operate::{self, get_iter, iter_next, number, overrides, plain, to_vec, truth};
use crate::object::repr;
use crate::object::runtime::{Runtime, symbol_of, symbol_string};
use crate::object::string::Str;
use crate::object::symbol::names;
use crate::object::text;
use crate::object::value::Value;
use crate::object::{fill, fuel};
use stillframe_front::bytecode::op::{Binary, Compare};

pub static TABLE: &[Native] =
    &[
        function("abs", "x, /", "Return the absolute value of the argument.", abs),
        function("aiter", "async_iterable, /", "Return an asynchronous iterator.", aiter),
        function("all", "iterable, /", "Return True if bool(x) is True for all values x in the iterable.", all),
        function("anext", "iterator, default=None, /", "Return the next item from the async iterator.", anext),
        function("any", "iterable, /", "Return True if bool(x) is True for any x in the iterable.", any),
        function("ascii", "obj, /", "Return an ASCII-only representation of an object.", ascii),
        function("bin", "number, /", "Return the binary representation of an integer.", bin),
        function("callable", "obj, /", "Return whether the object is callable.", callable),
        function("chr", "i, /", "Return a Unicode string of one character.", chr),
        function("delattr", "obj, name, /", "Delete the named attribute.", delattr),
        function("dir", "*args", "The names in the current scope, or of an object's attributes.", dir),
        function("divmod", "x, y, /", "Return the tuple (x//y, x%y).", divmod),
        function("format", "value, format_spec='', /", "Return value.__format__(format_spec).", format),
        function("getattr", "object, name, default=None, /", "Get a named attribute from an object.", getattr),
        function("hasattr", "obj, name, /", "Return whether the object has an attribute with the given name.", hasattr),
        function("hash", "obj, /", "Return the hash value for the given object.", hash),
        function("hex", "number, /", "Return the hexadecimal representation of an integer.", hex),
        function("id", "obj, /", "Return the identity of an object.", |_, args| Ok(Value::Int(repr::address(&args[0]) as i64))),
        function("isinstance", "obj, class_or_tuple, /", "Return whether an object is an instance of a class.", isinstance),
        function("issubclass", "cls, class_or_tuple, /", "Return whether 'cls' is derived from another class.", issubclass),
        function("iter", "object, sentinel=None, /", "Get an iterator from an object.", iter),
        function("len", "obj, /", "Return the number of items in a container.", |rt, args| operate::length(rt, &args[0])),
        function("max", "*args, key=None, default=None", "Return the largest item.", max),
        function("min", "*args, key=None, default=None", "Return the smallest item.", min),
        intrinsic(Intrinsic::Next, "next", "iterator, default=None, /", "Return the next item from the iterator."),
        function("oct", "number, /", "Return the octal representation of an integer.", oct),
        function("ord", "c, /", "Return the Unicode code point for a one-character string.", ord),
        function("pow", "base, exp, mod=None", "Equivalent to base**exp, or base**exp % mod.", pow),
        function("print", "*args, sep=' ', end='\\n', file=None, flush=False", "Prints the values to sys.stdout.", print),
        function("repr", "obj, /", "Return the canonical string representation of the object.", |rt, args| {
            repr::repr(rt, &args[0]).map(Value::str)
        }),
        function("round", "number, ndigits=None", "Round a number to a given precision in decimal digits.", round),
        function("setattr", "obj, name, value, /", "Sets the named attribute on the given object.", setattr),
        function("sorted", "iterable, /, *, key=None, reverse=False", "Return a new list of all items in ascending order.", sorted),
        function("sum", "iterable, /, start=0", "Return the sum of a 'start' value and an iterable of numbers.", sum),
        function("vars", "*args", "The object's attributes, or the current scope's variables.", vars),
        function("open", "*args, **kwargs", "There are no files.", |rt, _| no_files(rt)),
        function("input", "prompt='', /", "Read a string from standard input.  The trailing newline is stripped.", input),
        function("exec", "*args, **kwargs", "Not here.", |rt, _| Err(rt.runtime_error("exec() is not available in the playground"))),
        function("eval", "*args, **kwargs", "Not here.", |rt, _| Err(rt.runtime_error("eval() is not available in the playground"))),
        function("compile", "*args, **kwargs", "Not here.", |rt, _| Err(rt.runtime_error("compile() is not available in the playground"))),
        function("help", "*args, **kwargs", "Not here.", |rt, _| Err(rt.runtime_error("help() is not available in the playground"))),
        function("memoryview", "*args, **kwargs", "Not here.", |rt, _| {
            Err(rt.runtime_error("memoryview() is not available in the playground"))
        }),
        function("breakpoint", "*args, **kwargs", "Not here.", |rt, _| {
            Err(rt.runtime_error("breakpoint() is not available: the playground itself shows every step"))
        }),
        function("__import__", "name, *args, **kwargs", "Not here.", |rt, _| {
            Err(rt.raise(&rt.classes.import_error, "__import__() is not available in the playground: write an import statement"))
        }),
    ];

/// The classes that have a built-in name besides the exceptions, which all have.
pub fn named_classes(classes: &Classes) -> Vec<Rc<Class>> {
    let c = classes;
    let mut all: Vec<Rc<Class>> = [
        &c.object,
        &c.type_,
        &c.int,
        &c.bool,
        &c.float,
        &c.complex,
        &c.str,
        &c.bytes,
        &c.bytearray,
        &c.tuple,
        &c.list,
        &c.dict,
        &c.set,
        &c.frozenset,
        &c.range,
        &c.slice,
        &c.property,
        &c.staticmethod,
        &c.classmethod,
        &c.super_,
        &c.reversed,
    ]
    .into_iter()
    .cloned()
    .collect();
    all.extend(c.all().into_iter().filter(|class| class.is_subclass(&c.base_exception)).cloned());
    all
}

fn abs(rt: &mut Runtime, args: &[Value]) -> Answer {
    if overrides(&args[0], names::ABS)
        && let Some(method) = attribute::special(rt, &args[0], names::ABS)
    {
        return Err(rt.call(method, Vec::new()));
    }
    match number::absolute(rt, plain(&args[0]))? {
        Some(value) => Ok(value),
        None => Err(rt.type_error(format!("bad operand type for abs(): '{}'", rt.type_name(&args[0])))),
    }
}

fn aiter(rt: &mut Runtime, args: &[Value]) -> Answer {
    match attribute::special(rt, &args[0], names::AITER) {
        Some(method) => Err(rt.prelude("aiter_of", vec![args[0].clone(), method])),
        None => Err(rt.type_error(format!("'{}' object is not an async iterable", rt.type_name(&args[0])))),
    }
}

fn anext(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Some(method) = attribute::special(rt, &args[0], names::ANEXT) else {
        return Err(rt.type_error(format!("'{}' object is not an async iterator", rt.type_name(&args[0]))));
    };
    match optional(args, 1) {
        None if attribute::getter_of(&method).is_some() => {
            Err(rt.prelude("async_method_of", vec![args[0].clone(), symbol_string(names::ANEXT)]))
        }
        None => Err(rt.call(method, Vec::new())),
        Some(default) => Err(rt.prelude("anext_or_default", vec![method, default.clone()])),
    }
}

/// The first value of an iterable whose truth is `wanted`; the twins go on where the program must be asked.
fn find_truth(rt: &mut Runtime, iterable: &Value, wanted: bool, twin: &'static str, twin_from: &'static str) -> Answer {
    let iterator = match get_iter(rt, iterable) {
        Ok(iterator @ Value::Iter(_)) => iterator,
        Ok(_) | Err(Trap::Request(_)) => return Err(rt.prelude(twin, vec![iterable.clone()])),
        Err(trap) => return Err(trap),
    };
    let Value::Iter(values) = &iterator else { return Ok(Value::None) };
    while let Some(value) = iter_next(rt, values)? {
        fuel::burn(1)?;
        match truth(rt, &value) {
            Ok(truth) if truth == wanted => return Ok(Value::bool(wanted)),
            Ok(_) => {}
            Err(Trap::Request(_)) => return Err(rt.prelude(twin_from, vec![value, iterator.clone()])),
            Err(trap) => return Err(trap),
        }
    }
    Ok(Value::bool(!wanted))
}

fn all(rt: &mut Runtime, args: &[Value]) -> Answer {
    find_truth(rt, &args[0], false, prelude_name("all_of"), prelude_name("all_from"))
}

fn any(rt: &mut Runtime, args: &[Value]) -> Answer {
    find_truth(rt, &args[0], true, prelude_name("any_of"), prelude_name("any_from"))
}

fn ascii(rt: &mut Runtime, args: &[Value]) -> Answer {
    match repr::try_repr(rt, &args[0])? {
        Some(text) => Ok(Value::str(text::quote::escape_non_ascii(&text)?)),
        None => Err(rt.prelude("ascii_of", vec![args[0].clone()])),
    }
}

/// The integer that an argument is; else the prelude asks `__index__` and calls the function again.
fn integer(rt: &mut Runtime, function: &'static str, value: &Value) -> Result<BigInt, Trap> {
    match plain(value).to_big() {
        Some(number) => Ok(number),
        None if overrides(value, names::INDEX) => Err(rt.prelude("call_with_index", vec![Value::str(function), value.clone()])),
        None => Err(rt.type_error(format!("'{}' object cannot be interpreted as an integer", rt.type_name(value)))),
    }
}

fn in_base(rt: &mut Runtime, number: &BigInt, base: u32, prefix: &str) -> Answer {
    let digits = number.bits() / u64::from(base.ilog2()) + 1;
    rt.reserve(size(digits))?;
    let sign = if number.sign() == num_bigint::Sign::Minus { "-" } else { "" };
    Ok(Value::str(format!("{sign}{prefix}{}", big::digits(number.magnitude(), base)?)))
}

fn bin(rt: &mut Runtime, args: &[Value]) -> Answer {
    let number = integer(rt, "bin", &args[0])?;
    in_base(rt, &number, 2, "0b")
}

fn oct(rt: &mut Runtime, args: &[Value]) -> Answer {
    let number = integer(rt, "oct", &args[0])?;
    in_base(rt, &number, 8, "0o")
}

fn hex(rt: &mut Runtime, args: &[Value]) -> Answer {
    let number = integer(rt, "hex", &args[0])?;
    in_base(rt, &number, 16, "0x")
}

fn callable(rt: &mut Runtime, args: &[Value]) -> Answer {
    Ok(Value::bool(is_callable(rt, &args[0])))
}

fn chr(rt: &mut Runtime, args: &[Value]) -> Answer {
    let number = integer(rt, "chr", &args[0])?;
    let code = match i64::try_from(&number) {
        Ok(code) => u32::try_from(code).ok().filter(|code| *code <= 0x10_ffff),
        Err(_) => return Err(rt.overflow_error("Python int too large to convert to C int")),
    };
    let Some(code) = code else { return Err(rt.value_error("chr() arg not in range(0x110000)")) };
    match char::from_u32(code) {
        Some(c) => Ok(rt.char(c)),
        None => Err(rt.value_error("the playground's strings hold no lone surrogates")),
    }
}

fn ord(rt: &mut Runtime, args: &[Value]) -> Answer {
    let length = match plain(&args[0]) {
        Value::Str(string) if string.chars == 1 => {
            return Ok(Value::Int(string.text.chars().next().map_or(0, |c| i64::from(u32::from(c)))));
        }
        Value::ByteArray(bytes) if bytes.data().len() == 1 => return Ok(Value::Int(i64::from(bytes.data()[0]))),
        Value::ByteArray(bytes) => bytes.data().len(),
        Value::Bytes(bytes) if bytes.data.len() == 1 => return Ok(Value::Int(i64::from(bytes.data[0]))),
        Value::Str(string) => string.chars,
        Value::Bytes(bytes) => bytes.data.len(),
        _ => return Err(rt.type_error(format!("ord() expected string of length 1, but {} found", rt.type_name(&args[0])))),
    };
    Err(rt.type_error(format!("ord() expected a character, but string of length {length} found")))
}

fn delattr(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = name_argument(rt, &args[1])?;
    match attribute::delete(rt, &args[0], name) {
        Ok(()) => Ok(Value::None),
        Err(Trap::Request(request)) => Err(discard(rt, *request)),
        Err(trap) => Err(trap),
    }
}

fn setattr(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = name_argument(rt, &args[1])?;
    match attribute::set(rt, &args[0], name, args[2].clone()) {
        Ok(()) => Ok(Value::None),
        Err(Trap::Request(request)) => Err(discard(rt, *request)),
        Err(trap) => Err(trap),
    }
}

/// A call whose result is of no interest: None stands for it.
fn discard(rt: &Runtime, request: Request) -> Trap {
    match request {
        Request::Call { callee, args, .. } => rt.prelude("call_for_none", vec![callee, Value::tuple(args)]),
        other => Trap::Request(Box::new(other)),
    }
}

fn getattr(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = name_argument(rt, &args[1])?;
    let answer = attribute::get(rt, &args[0], name);
    let Some(default) = optional(args, 2) else { return answer };
    match answer {
        Err(Trap::Raise(exception)) if exception.is(&rt.classes.attribute_error) => Ok(default.clone()),
        Err(Trap::Request(_)) => Err(rt.prelude("getattr_or_default", vec![args[0].clone(), args[1].clone(), default.clone()])),
        answer => answer,
    }
}

fn hasattr(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = name_argument(rt, &args[1])?;
    match attribute::get(rt, &args[0], name) {
        Ok(_) => Ok(Value::True),
        Err(Trap::Raise(exception)) if exception.is(&rt.classes.attribute_error) => Ok(Value::False),
        Err(Trap::Request(_)) => Err(rt.prelude("hasattr_of", vec![args[0].clone(), args[1].clone()])),
        Err(trap) => Err(trap),
    }
}

/// What it costs in fuel to put a name into an ordered list.
const NAME: u64 = 16;

fn dir(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Some(object) = args.first() else { return Err(rt.prelude("dir_of_scope", Vec::new())) };
    if args.len() > 1 {
        return Err(rt.type_error(format!("dir expected at most 1 argument, got {}", args.len())));
    }
    if overrides(object, symbol_of("__dir__")) || tells_of_itself(rt, object) {
        return Err(rt.prelude("dir_of", vec![object.clone()]));
    }
    let mut names = names_of(object);
    if !matches!(object, Value::Class(_) | Value::Module(_)) {
        let class = rt.class_of(object);
        names.extend(super::object::names_of_class(&class).into_iter().map(symbol_string));
    }
    fuel::burn(NAME * names.len() as u64)?;
    let mut names = sort::sorted(rt, names, false)?.unwrap_or_default();
    // Names are symbols' strings: what is the same text is the same object.
    names.dedup_by(|a, b| a.is(b));
    Ok(Value::list(names))
}

fn divmod(rt: &mut Runtime, args: &[Value]) -> Answer {
    let [x, y] = args else { return Ok(Value::None) };
    let names = [symbol_of("__divmod__"), symbol_of("__rdivmod__")];
    if overrides(x, names[0]) || overrides(y, names[1]) {
        return Err(rt.prelude("divmod_op", vec![x.clone(), y.clone()]));
    }
    match number::divmod(rt, plain(x), plain(y))? {
        Some(value) => Ok(value),
        None => Err(unsupported(rt, "divmod()", x, y)),
    }
}

/// The TypeError of operands that don't fit an operation written so.
pub fn unsupported(rt: &Runtime, sign: &str, a: &Value, b: &Value) -> Trap {
    let parts = ["unsupported operand type(s) for ", sign, ": '", &rt.type_name(a), "' and '", &rt.type_name(b), "'"];
    fill::join(&parts).map_or_else(Trap::from, |message| rt.type_error(message))
}

fn pow(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (base, exponent) = (&args[0], &args[1]);
    let Some(modulus) = optional(args, 2).filter(|modulus| !modulus.is_none()) else {
        return operate::binary(rt, Binary::Pow, base, exponent, false);
    };
    if overrides(base, names::POW) || overrides(base, symbol_of("__rpow__")) {
        return Err(rt.prelude("pow_modulo", vec![base.clone(), exponent.clone(), modulus.clone()]));
    }
    match number::power_modulo(rt, plain(base), plain(exponent), plain(modulus))? {
        Some(value) => Ok(value),
        None => {
            let message = format!(
                "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
                rt.type_name(base),
                rt.type_name(exponent),
                rt.type_name(modulus)
            );
            Err(rt.type_error(message))
        }
    }
}

fn format(rt: &mut Runtime, args: &[Value]) -> Answer {
    let spec = match optional(args, 1).map(plain) {
        None => Rc::new(Str::new("")),
        Some(Value::Str(spec)) => spec.clone(),
        Some(_) => {
            let kind = rt.type_name(&args[1]);
            return Err(rt.type_error(format!("format() argument 2 must be str, not {}", if args[1].is_none() { "None" } else { &kind })));
        }
    };
    if overrides(&args[0], names::FORMAT)
        && let Some(method) = attribute::special(rt, &args[0], names::FORMAT)
    {
        let spec = optional(args, 1).cloned().unwrap_or(Value::Str(spec));
        return Err(rt.prelude("format_of", vec![method, spec]));
    }
    text::format(rt, &args[0], &spec.text)
}

fn hash(rt: &mut Runtime, args: &[Value]) -> Answer {
    hash_value(rt, &args[0])
}

fn isinstance(rt: &mut Runtime, args: &[Value]) -> Answer {
    match is_instance(rt, &args[0], &args[1])? {
        Some(answer) => Ok(Value::bool(answer)),
        None => Err(rt.prelude("isinstance_of", vec![args[0].clone(), args[1].clone()])),
    }
}

fn issubclass(rt: &mut Runtime, args: &[Value]) -> Answer {
    match is_subclass(rt, &args[0], &args[1])? {
        Some(answer) => Ok(Value::bool(answer)),
        None => Err(rt.prelude("issubclass_of", vec![args[0].clone(), args[1].clone()])),
    }
}

fn iter(rt: &mut Runtime, args: &[Value]) -> Answer {
    match optional(args, 1) {
        None => get_iter(rt, &args[0]),
        Some(sentinel) => Err(rt.prelude("callable_iterator", vec![args[0].clone(), sentinel.clone()])),
    }
}

fn max(rt: &mut Runtime, args: &[Value]) -> Answer {
    extreme(rt, args, "max")
}

fn min(rt: &mut Runtime, args: &[Value]) -> Answer {
    extreme(rt, args, "min")
}

/// `min` or `max`. The slice is: key, default, positional arguments.
fn extreme(rt: &mut Runtime, args: &[Value], name: &'static str) -> Answer {
    let key = optional(args, 0).filter(|key| !key.is_none());
    let default = optional(args, 1);
    let iterable = match &args[2.min(args.len())..] {
        [] => return Err(rt.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => iterable.clone(),
        many => {
            if default.is_some() {
                return Err(rt.type_error(format!("Cannot specify a default for {name}() with multiple positional arguments")));
            }
            Value::tuple(many.to_vec())
        }
    };
    let ask = |rt: &Runtime, iterable: Value| {
        let default = Value::tuple(default.cloned().into_iter().collect());
        rt.prelude("extreme_of", vec![Value::str(name), iterable, key.cloned().unwrap_or(Value::None), default])
    };
    if key.is_some() {
        return Err(ask(rt, iterable));
    }
    let Some(items) = to_vec(rt, &iterable)? else { return Err(ask(rt, iterable)) };
    let mut best: Option<&Value> = None;
    let op = if name == "min" { Compare::Lt } else { Compare::Gt };
    for item in &items {
        fuel::burn(1)?;
        let Some(known) = best else {
            best = Some(item);
            continue;
        };
        match compare::verdict(rt, op, item, known)? {
            Verdict::Known(true) => best = Some(item),
            Verdict::Known(false) => {}
            Verdict::NotImplemented => return Err(compare::not_supported(rt, op, item, known)),
            Verdict::AskProgram => return Err(ask(rt, Value::list(items.clone()))),
        }
    }
    match (best, default) {
        (Some(best), _) => Ok(best.clone()),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(rt.value_error(format!("{name}() arg is an empty sequence"))),
    }
}

/// The slice is: sep, end, file, flush, values.
fn print(rt: &mut Runtime, args: &[Value]) -> Answer {
    let values = &args[4.min(args.len())..];
    let word = |at: usize, name: &str, default: &str| match optional(args, at) {
        None | Some(Value::None) => Ok(default.to_owned()),
        Some(value) => match plain(value) {
            Value::Str(text) => Ok(fill::text(&text.text)?),
            _ => Err(rt.type_error(format!("{name} must be None or a string, not {}", rt.type_name(value)))),
        },
    };
    let (separator, end) = (word(0, "sep", " ")?, word(1, "end", "\n")?);
    if let Some(flush) = optional(args, 3)
        && (overrides(flush, names::BOOL) || overrides(flush, names::LEN) || matches!(flush, Value::NotImplemented))
    {
        let file = optional(args, 2).cloned().unwrap_or(Value::None);
        return Err(
            rt.prelude("print_flushed", vec![flush.clone(), Value::tuple(values.to_vec()), Value::str(separator), Value::str(end), file])
        );
    }
    let file = optional(args, 2).filter(|file| !file.is_none()).cloned().or_else(|| operate::replaced_stream(rt, "stdout"));
    if let Some(Value::None) = file {
        // `sys.stdout = None`: to nowhere.
        return Ok(Value::None);
    }
    if let Some(file) = file {
        let flush = optional(args, 3).cloned().unwrap_or(Value::False);
        return Err(rt.prelude("print_to", vec![file, Value::tuple(values.to_vec()), Value::str(separator), Value::str(end), flush]));
    }
    // What extends `str` is written as its own `__str__` has it.
    let [own_separator, own_end] = [0, 1].map(|at| optional(args, at).filter(|value| overrides(value, names::STR)).cloned());
    if own_separator.is_some() || own_end.is_some() {
        let (separator, end) = (own_separator.unwrap_or(Value::str(separator)), own_end.unwrap_or(Value::str(end)));
        return Err(rt.prelude("print_values", vec![Value::tuple(values.to_vec()), separator, end]));
    }
    let mut text = String::new();
    for (at, value) in values.iter().enumerate() {
        if at > 0 {
            fill::append_text(&mut text, &separator)?;
        }
        match value {
            Value::Str(string) => fill::append_text(&mut text, &string.text)?,
            other => match repr::try_str(rt, other)? {
                Some(part) => fill::append_text(&mut text, &part)?,
                None => {
                    return Err(rt.prelude("print_values", vec![Value::tuple(values.to_vec()), Value::str(separator), Value::str(end)]));
                }
            },
        }
    }
    fill::append_text(&mut text, &end)?;
    rt.write(Stream::Out, &text)?;
    Ok(Value::None)
}

fn round(rt: &mut Runtime, args: &[Value]) -> Answer {
    let name = symbol_of("__round__");
    match attribute::special(rt, &args[0], name) {
        Some(method) => Err(rt.call(method, optional(args, 1).filter(|digits| !digits.is_none()).cloned().into_iter().collect())),
        None => Err(rt.type_error(format!("type {} doesn't define __round__ method", rt.type_name(&args[0])))),
    }
}

fn sorted(rt: &mut Runtime, args: &[Value]) -> Answer {
    let key = optional(args, 1).cloned().unwrap_or(Value::None);
    let reverse = optional(args, 2).cloned().unwrap_or(Value::False);
    if key.is_none()
        && let Some(items) = to_vec(rt, &args[0])?
        && let Some(reverse) = operate::slice::c_int(rt, &reverse)?
    {
        let reverse = reverse != 0;
        return match sort::sorted(rt, items.clone(), reverse)? {
            Some(sorted) => Ok(Value::list(sorted)),
            None => Err(rt.prelude("sorted_of", vec![Value::list(items), key, Value::bool(reverse)])),
        };
    }
    Err(rt.prelude("sorted_of", vec![args[0].clone(), key, reverse]))
}

fn sum(rt: &mut Runtime, args: &[Value]) -> Answer {
    let start = optional(args, 1).cloned().unwrap_or(Value::Int(0));
    let iterator = match get_iter(rt, &args[0]) {
        Ok(iterator @ Value::Iter(_)) => iterator,
        Ok(_) | Err(Trap::Request(_)) => return Err(rt.prelude("sum_of", vec![args[0].clone(), start])),
        Err(trap) => return Err(trap),
    };
    match plain(&start) {
        Value::Str(_) => return Err(rt.type_error("sum() can't sum strings [use ''.join(seq) instead]")),
        Value::Bytes(_) => return Err(rt.type_error("sum() can't sum bytes [use b''.join(seq) instead]")),
        Value::ByteArray(_) => return Err(rt.type_error("sum() can't sum bytearray [use b''.join(seq) instead]")),
        _ => {}
    }
    let Value::Iter(values) = &iterator else { return Ok(Value::None) };
    add_up(rt, values, start, &iterator)
}

fn add_up(rt: &mut Runtime, values: &Iter, start: Value, iterator: &Value) -> Answer {
    let mut total = start;
    while let Some(value) = iter_next(rt, values)? {
        fuel::burn(1)?;
        if let (Value::Int(a), Value::Int(b)) = (&total, &value)
            && let Some(sum) = a.checked_add(*b)
        {
            total = Value::Int(sum);
            continue;
        }
        match operate::binary(rt, Binary::Add, &total, &value, false) {
            Ok(sum) => total = sum,
            Err(Trap::Request(_)) => return Err(rt.prelude("sum_from", vec![total, value, iterator.clone()])),
            Err(trap) => return Err(trap),
        }
    }
    Ok(total)
}

fn vars(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Some(object) = args.first() else { return Err(rt.prelude("vars_of_scope", Vec::new())) };
    if args.len() > 1 {
        return Err(rt.type_error(format!("vars expected at most 1 argument, got {}", args.len())));
    }
    match attribute::get(rt, object, names::DICT) {
        Err(Trap::Raise(_)) => Err(rt.type_error("vars() argument must have __dict__ attribute")),
        Err(Trap::Request(_)) => Err(rt.prelude("vars_of", vec![object.clone()])),
        answer => answer,
    }
}

fn no_files(rt: &Runtime) -> Answer {
    Err(rt.runtime_error("the playground has no files: open() is not available"))
}

fn input(rt: &mut Runtime, args: &[Value]) -> Answer {
    let prompt = optional(args, 0).cloned().unwrap_or_else(|| Value::str(""));
    let file = operate::replaced_stream(rt, "stdin").unwrap_or(Value::None);
    Err(rt.prelude("input_line", vec![prompt, file]))
}

//! `str`. One file a family of methods: [`case`], [`fields`] (`format`), [`layout`], [`percent`], [`search`], [`split`], [`translate`].

mod case;
mod fields;
mod layout;
mod percent;
mod search;
mod split;
mod translate;

use std::rc::Rc;

use super::protocol::{self as p, function, method, wrap};
use super::receive::{self, text};
use crate::object::native::{Answer, Native, NativeKind, Trap, optional};
use crate::object::operate::bytes::{bytes, copy_of};
use crate::object::operate::iterate::as_sequence;
use crate::object::operate::plain;
use crate::object::repr;
use crate::object::runtime::Runtime;
use crate::object::string::Str;
use crate::object::text::{self, codec, percent_str};
use crate::object::value::Value;
use crate::object::{fill, fuel};

pub static TABLE: &[Native] = &[
    Native::new(NativeKind::StaticMethod, "__new__", "cls, object='', encoding='utf-8', errors='strict'", "Create a string.", new),
    method("capitalize", "self, /", "Return a capitalized version of the string.", case::capitalize),
    method("casefold", "self, /", "Return a version of the string suitable for caseless comparisons.", case::casefold),
    method("center", "self, width, fillchar=' ', /", "Return a centered string of length width.", layout::center),
    method("count", "self, sub, start=None, end=None, /", "Return the number of non-overlapping occurrences of sub.", search::count),
    method("encode", "self, /, encoding='utf-8', errors='strict'", "Encode the string using the codec registered for encoding.", encode),
    method("endswith", "self, suffix, start=None, end=None, /", "Return True if the string ends with the suffix.", search::endswith),
    method("expandtabs", "self, /, tabsize=8", "Return a copy where all tab characters are expanded using spaces.", layout::expandtabs),
    method("find", "self, sub, start=None, end=None, /", "Return the lowest index where sub is found, or -1.", search::find),
    method("format", "self, /, *args, **kwargs", "Return a formatted version of the string.", fields::format),
    method("format_map", "self, mapping, /", "Return a formatted version, using substitutions from mapping.", fields::format_map),
    method("index", "self, sub, start=None, end=None, /", "Return the lowest index where sub is found.", search::index),
    method("isalnum", "self, /", "Return True if the string is an alpha-numeric string.", case::isalnum),
    method("isalpha", "self, /", "Return True if the string is an alphabetic string.", case::isalpha),
    method("isascii", "self, /", "Return True if all characters in the string are ASCII.", case::isascii),
    method("isdecimal", "self, /", "Return True if the string is a decimal string.", case::isdecimal),
    method("isdigit", "self, /", "Return True if the string is a digit string.", case::isdigit),
    method("isidentifier", "self, /", "Return True if the string is a valid Python identifier.", case::isidentifier),
    method("islower", "self, /", "Return True if the string is a lowercase string.", case::islower),
    method("isnumeric", "self, /", "Return True if the string is a numeric string.", case::isnumeric),
    method("isprintable", "self, /", "Return True if the string is printable.", case::isprintable),
    method("isspace", "self, /", "Return True if the string is a whitespace string.", case::isspace),
    method("istitle", "self, /", "Return True if the string is a title-cased string.", case::istitle),
    method("isupper", "self, /", "Return True if the string is an uppercase string.", case::isupper),
    method("join", "self, iterable, /", "Concatenate any number of strings.", join),
    method("ljust", "self, width, fillchar=' ', /", "Return a left-justified string of length width.", layout::ljust),
    method("lower", "self, /", "Return a copy of the string converted to lowercase.", case::lower),
    method("lstrip", "self, chars=None, /", "Return a copy of the string with leading whitespace removed.", split::lstrip),
    Native::new(NativeKind::StaticMethod, "maketrans", "x, y=None, z=None, /", "Return a table for str.translate().", translate::maketrans),
    method("partition", "self, sep, /", "Partition the string into three parts using the given separator.", split::partition),
    method("removeprefix", "self, prefix, /", "Return a str with the given prefix string removed if present.", split::removeprefix),
    method("removesuffix", "self, suffix, /", "Return a str with the given suffix string removed if present.", split::removesuffix),
    method("replace", "self, old, new, count=-1, /", "Return a copy with all occurrences of old replaced by new.", search::replace),
    method("rfind", "self, sub, start=None, end=None, /", "Return the highest index where sub is found, or -1.", search::rfind),
    method("rindex", "self, sub, start=None, end=None, /", "Return the highest index where sub is found.", search::rindex),
    method("rjust", "self, width, fillchar=' ', /", "Return a right-justified string of length width.", layout::rjust),
    method("rpartition", "self, sep, /", "Partition the string into three parts, searching from the end.", split::rpartition),
    method("rsplit", "self, /, sep=None, maxsplit=-1", "Return a list of the words, splitting from the end.", split::rsplit),
    method("rstrip", "self, chars=None, /", "Return a copy of the string with trailing whitespace removed.", split::rstrip),
    method("split", "self, /, sep=None, maxsplit=-1", "Return a list of the substrings, using sep as the separator.", split::split),
    method("splitlines", "self, /, keepends=False", "Return a list of the lines in the string.", split::splitlines),
    method("startswith", "self, prefix, start=None, end=None, /", "Return True if the string starts with the prefix.", search::startswith),
    method("strip", "self, chars=None, /", "Return a copy with leading and trailing whitespace removed.", split::strip),
    method("swapcase", "self, /", "Convert uppercase characters to lowercase and lowercase to uppercase.", case::swapcase),
    method("title", "self, /", "Return a version of the string where each word is titlecased.", case::title),
    method("translate", "self, table, /", "Replace each character using the given translation table.", translate::translate),
    method("upper", "self, /", "Return a copy of the string converted to uppercase.", case::upper),
    method("zfill", "self, width, /", "Pad a numeric string with zeros on the left.", layout::zfill),
    p::ADD,
    p::CONTAINS,
    p::EQ,
    method("__format__", "self, format_spec, /", "Return a formatted version of the string.", format_method),
    p::GE,
    p::GETITEM,
    method("__getnewargs__", "self, /", "", getnewargs),
    p::GT,
    p::HASH,
    p::ITER,
    p::LE,
    p::LEN,
    p::LT,
    method("__mod__", "self, value, /", "Return self%value.", modulo),
    p::MUL,
    p::NE,
    p::REPR,
    method("__rmod__", "self, value, /", "Return value%self.", reflected_modulo),
    p::RMUL,
    method("__str__", "self, /", "Return str(self).", str_method),
];

/// What the prelude takes templates apart with.
pub static PRELUDE: &[Native] = &[
    function("_format_field_split", "name, /", "A field's argument, and the steps from there.", fields::format_field_split),
    function("_format_parse", "template, /", "The parts of a template of str.format.", fields::format_parse),
    function("_percent_parse", "template, /", "The parts of a template of %.", percent::parse),
];

fn new(rt: &mut Runtime, args: &[Value]) -> Answer {
    let base = rt.classes.str.clone();
    let class = receive::class(rt, args, &base)?;
    let Some(object) = optional(args, 1) else { return wrap(rt, class, Value::str("")) };
    if optional(args, 2).is_none() && optional(args, 3).is_none() {
        if let (Value::Str(_), true) = (object, class.builtin) {
            return Ok(object.clone());
        }
        return match repr::try_str(rt, object)? {
            Some(text) => wrap(rt, class, Value::str(text)),
            None => Err(rt.prelude("str_new", vec![Value::Class(class.clone()), object.clone()])),
        };
    }
    let encoding = named_argument(rt, args, 2, "str", "encoding", "utf-8")?;
    let errors = named_argument(rt, args, 3, "str", "errors", "strict")?;
    let Some(data) = copy_of(object)? else {
        return Err(match plain(object) {
            Value::Str(_) => rt.type_error("decoding str is not supported"),
            _ => rt.type_error(format!("decoding to str: need a bytes-like object, {} found", rt.type_name(object))),
        });
    };
    if data.is_empty() {
        return wrap(rt, class, Value::str(""));
    }
    match codec::decode(rt, &data, encoding, errors) {
        Err(Trap::Request(_)) => {
            let given = vec![args[0].clone(), bytes(data), Value::str(encoding), Value::str(errors)];
            Err(rt.prelude("new_of_data", given))
        }
        text => wrap(rt, class, Value::str(text?)),
    }
}

/// A string argument of `encode`, `decode` and the constructors.
pub fn named_argument<'a>(
    rt: &Runtime,
    args: &'a [Value],
    at: usize,
    function: &str,
    name: &str,
    default: &'static str,
) -> Result<&'a str, Trap> {
    match optional(args, at).map(plain) {
        None => Ok(default),
        Some(Value::Str(string)) => Ok(&string.text),
        Some(_) => {
            let got = if args[at].is_none() { "None".into() } else { rt.type_name(&args[at]) };
            Err(rt.type_error(format!("{function}() argument '{name}' must be str, not {got}")))
        }
    }
}

fn encode(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "encode")?;
    let encoding = named_argument(rt, args, 1, "encode", "encoding", "utf-8")?;
    let errors = named_argument(rt, args, 2, "encode", "errors", "strict")?;
    fuel::burn_read(4 * this.text.len())?;
    codec::encode(rt, &this.text, encoding, errors).map(bytes)
}

fn join(rt: &mut Runtime, args: &[Value]) -> Answer {
    let separator = text(rt, args, "join")?.clone();
    let items = match args.get(1) {
        Some(Value::List(list)) => fill::copy(&list.items())?,
        Some(Value::Tuple(tuple)) => return joined(rt, &separator, &tuple.items),
        Some(other) => match iterated(rt, other)? {
            Some(items) => items,
            None => return Err(rt.prelude("str_join", vec![Value::Str(separator), args[1].clone()])),
        },
        None => return Err(rt.type_error("str.join() takes exactly one argument (0 given)")),
    };
    joined(rt, &separator, &items)
}

/// The items of an iterable; none if the program must be asked. What can't be iterated over is told in the words of `join`.
pub fn iterated(rt: &mut Runtime, iterable: &Value) -> Result<Option<Vec<Value>>, Trap> {
    as_sequence(rt, iterable, "can only join an iterable")
}

fn joined(rt: &mut Runtime, separator: &Str, items: &[Value]) -> Answer {
    if let [only @ Value::Str(_)] = items {
        return Ok(only.clone());
    }
    let mut length = separator.text.len().saturating_mul(items.len().saturating_sub(1));
    for (at, item) in items.iter().enumerate() {
        let Value::Str(string) = plain(item) else {
            return Err(rt.type_error(format!("sequence item {at}: expected str instance, {} found", rt.type_name(item))));
        };
        length = length.saturating_add(string.text.len());
        fuel::burn(1)?;
    }
    rt.reserve(length)?;
    let mut out = String::with_capacity(length);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            fill::append_text(&mut out, &separator.text)?;
        }
        fuel::burn(1)?;
        fill::append_text(&mut out, plain(item).as_str().unwrap_or_default())?;
    }
    Ok(Value::str(out))
}

fn format_method(rt: &mut Runtime, args: &[Value]) -> Answer {
    text(rt, args, "__format__")?;
    let spec = receive::text_argument(rt, args, 1, "__format__() argument")?;
    if spec.text.is_empty() && !matches!(args[0], Value::Str(_)) {
        return match repr::try_str(rt, &args[0])? {
            Some(text) => Ok(Value::str(text)),
            None => Err(rt.prelude("str_of", vec![args[0].clone()])),
        };
    }
    text::format(rt, &args[0], &spec.text)
}

fn getnewargs(rt: &mut Runtime, args: &[Value]) -> Answer {
    let this = text(rt, args, "__getnewargs__")?;
    Ok(Value::tuple(vec![Value::Str(this.clone())]))
}

fn modulo(rt: &mut Runtime, args: &[Value]) -> Answer {
    text(rt, args, "__mod__")?;
    percent_str(rt, &args[0], &args[1])
}

fn reflected_modulo(rt: &mut Runtime, args: &[Value]) -> Answer {
    percent_str(rt, &args[1], &args[0])
}

fn str_method(rt: &mut Runtime, args: &[Value]) -> Answer {
    text(rt, args, "__str__").map(|this| Value::Str(this.clone()))
}

/// A part of a string: the string itself where it is all of it.
fn part(whole: &Rc<Str>, part: &str) -> Answer {
    Ok(if part.len() == whole.text.len() { Value::Str(whole.clone()) } else { Value::str(fill::text(part)?) })
}

//! How values look. What CPython can show was recorded from `repr` of CPython 3.11.

use std::rc::Rc;

use num_bigint::BigInt;

use super::scene::{Scene, code};
use crate::limits::Limits;
use crate::object::class::{Class, Layout};
use crate::object::dict::Dict;
use crate::object::equality::{Hashed, hash};
use crate::object::exception::Exception;
use crate::object::function::Method;
use crate::object::generator::GeneratorKind;
use crate::object::heap::Header;
use crate::object::instance::Instance;
use crate::object::iterator::{Iter, IterKind, IterState, Range, Slice, View, ViewKind};
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::set::Set;
use crate::object::show::{VALUE_TEXT, show};
use crate::object::string::{ByteArray, Bytes};
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::code::CodeKind;

fn text(value: &Value) -> String {
    show(value, VALUE_TEXT)
}

fn big(digits: &str) -> Value {
    Value::big(digits.parse().expect("digits"))
}

fn hash_of(value: &Value) -> u64 {
    match hash(value) {
        Hashed::Hash(hash) => hash,
        _ => panic!("a value that can't be hashed"),
    }
}

fn dict(entries: &[(Value, Value)]) -> Value {
    let dict = Dict::new();
    for (key, value) in entries {
        dict.insert_new(hash_of(key), key.clone(), value.clone());
    }
    Value::Dict(dict)
}

fn set(frozen: bool, items: &[i64]) -> Value {
    let set = Set::new(frozen);
    for item in items {
        assert!(set.insert_new(hash_of(&Value::Int(*item)), Value::Int(*item)).is_ok());
    }
    Value::Set(set)
}

fn view(kind: ViewKind) -> Value {
    let Value::Dict(dict) = dict(&[(Value::str("a"), Value::Int(1)), (Value::str("b"), Value::Int(2))]) else {
        unreachable!("a dict was just made")
    };
    View { header: Header::new(0), kind, dict }.into()
}

fn range(start: i64, stop: i64, step: i64) -> Value {
    let [start, stop, step] = [start, stop, step].map(Value::Int);
    Range { header: Header::new(0), start, stop, step, length: BigInt::from(0) }.into()
}

fn error(args: &[Value]) -> Value {
    let runtime = Runtime::new(&Limits::default(), "");
    Value::Exception(Exception::new(runtime.classes.value_error.clone(), args.to_vec()))
}

#[test]
fn built_in_values_look_as_repr_shows_them() {
    let cases: Vec<(Value, &str)> = vec![
        (Value::None, "None"),
        (Value::True, "True"),
        (Value::Ellipsis, "Ellipsis"),
        (Value::NotImplemented, "NotImplemented"),
        (Value::Int(-42), "-42"),
        (Value::Int(i64::MIN), "-9223372036854775808"),
        (big("100000000000000000000"), "100000000000000000000"),
        (Value::float(0.1), "0.1"),
        (Value::float(-0.0), "-0.0"),
        (Value::float(1e16), "1e+16"),
        (Value::float(123456789012345680.0), "1.2345678901234568e+17"),
        (Value::float(9999999999999998.0), "9999999999999998.0"),
        (Value::float(0.0001), "0.0001"),
        (Value::float(0.00001234), "1.234e-05"),
        (Value::float(5e-324), "5e-324"),
        (Value::float(f64::MAX), "1.7976931348623157e+308"),
        (Value::float(f64::INFINITY), "inf"),
        (Value::float(f64::NAN), "nan"),
        (Value::complex(0.0, 2.0), "2j"),
        (Value::complex(1.5, -2.0), "(1.5-2j)"),
        (Value::str("plain"), "'plain'"),
        (Value::str("it's"), "\"it's\""),
        (Value::str("it's \"x\""), "'it\\'s \"x\"'"),
        (Value::str("a\n\t\\\u{7f}\u{0}"), "'a\\n\\t\\\\\\x7f\\x00'"),
        (Value::str("hé 日本 \u{301} \u{a0}\u{200b}\u{1f600}"), "'hé 日本 ́ \\xa0\\u200b😀'"),
        (Bytes::new(*b"a'\x00\xff").into(), "b\"a'\\x00\\xff\""),
        (ByteArray::new(vec![104, 105]).into(), "bytearray(b'hi')"),
        (Value::tuple(vec![]), "()"),
        (Value::tuple(vec![Value::Int(1)]), "(1,)"),
        (
            Value::list(vec![Value::Int(1), Value::str("x"), Value::list(vec![]), Value::tuple(vec![Value::None, Value::True])]),
            "[1, 'x', [], (None, True)]",
        ),
        (dict(&[(Value::str("a"), Value::Int(1)), (Value::Int(2), Value::list(vec![Value::Int(3)]))]), "{'a': 1, 2: [3]}"),
        (dict(&[]), "{}"),
        (set(false, &[]), "set()"),
        (set(false, &[1, 2]), "{1, 2}"),
        (set(true, &[]), "frozenset()"),
        (set(true, &[7]), "frozenset({7})"),
        (view(ViewKind::Keys), "dict_keys(['a', 'b'])"),
        (view(ViewKind::Values), "dict_values([1, 2])"),
        (view(ViewKind::Items), "dict_items([('a', 1), ('b', 2)])"),
        (view(ViewKind::Proxy), "mappingproxy({'a': 1, 'b': 2})"),
        (range(0, 3, 1), "range(0, 3)"),
        (range(5, 0, -2), "range(5, 0, -2)"),
        (Slice::new(Value::Int(1), Value::None, Value::Int(2)).into(), "slice(1, None, 2)"),
        (error(&[]), "ValueError()"),
        (error(&[Value::str("x")]), "ValueError('x')"),
        (error(&[Value::Int(1), Value::str("x")]), "ValueError(1, 'x')"),
    ];
    for (value, expected) in cases {
        assert_eq!(text(&value), expected);
    }
}

#[test]
fn what_contains_itself_ends() {
    let list = List::new(vec![Value::Int(1)]);
    list.push(Value::tuple(vec![Value::List(list.clone())]));
    assert_eq!(text(&Value::List(list.clone())), "[1, ([...],)]");
    list.clear();
    let dict = Dict::new();
    dict.insert_new(hash_of(&Value::Int(1)), Value::Int(1), Value::Dict(dict.clone()));
    assert_eq!(text(&Value::Dict(dict.clone())), "{1: {...}}");
    dict.clear();
    let error = error(&[]);
    let Value::Exception(exception) = &error else { unreachable!("an exception was just made") };
    *exception.args.borrow_mut() = Value::tuple(vec![error.clone()]);
    assert_eq!(text(&error), "ValueError(ValueError(...))");
    exception.args.take();
}

#[test]
fn the_same_thing_twice_is_no_circle() {
    let inner = Value::list(vec![]);
    assert_eq!(text(&Value::list(vec![inner.clone(), inner])), "[[], []]");
}

#[test]
fn long_texts_are_cut() {
    let exact = "x".repeat(VALUE_TEXT - 2);
    assert_eq!(text(&Value::str(&*exact)), format!("'{exact}'"));
    let longer = text(&Value::str("é".repeat(VALUE_TEXT)));
    assert_eq!(longer, format!("'{}…", "é".repeat(VALUE_TEXT - 2)));
    let list = Value::list((0..1_000).map(Value::Int).collect());
    assert_eq!(text(&list), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, …");
    assert_eq!(show(&list, 5), "[0, …");
    let entries: Vec<(Value, Value)> = (0..100).map(|i| (Value::Int(i), Value::None)).collect();
    assert_eq!(show(&dict(&entries), 10), "{0: None,…");
}

#[test]
fn deep_values_need_no_stack() {
    let mut value = Value::list(vec![]);
    for _ in 0..100_000 {
        value = Value::list(vec![value]);
    }
    assert_eq!(text(&value), format!("{}…", "[".repeat(VALUE_TEXT - 1)));
}

#[test]
fn very_big_integers_show_their_head_or_their_size() {
    let power = BigInt::from(7).pow(1_000);
    let digits = power.to_string();
    assert_eq!(text(&Value::big(power.clone())), format!("{}…", &digits[..VALUE_TEXT - 1]));
    assert_eq!(text(&Value::big(-power)), format!("-{}…", &digits[..VALUE_TEXT - 2]));
    for digits in 75..90 {
        let number = "1".repeat(digits);
        let expected = if digits <= VALUE_TEXT { number.clone() } else { format!("{}…", &number[..VALUE_TEXT - 1]) };
        assert_eq!(text(&big(&number)), expected);
    }
    assert_eq!(text(&Value::big(BigInt::from(1) << 100_000)), "<int of 100001 bits>");
}

#[test]
fn what_has_an_address_in_cpython_has_none_here() {
    let mut scene = Scene::new(vec![
        code(CodeKind::Module, "<module>", 1, &[]),
        code(CodeKind::Function, "make.<locals>.inner", 1, &[]),
        code(CodeKind::AsyncGenerator, "ticker", 1, &[]),
    ]);
    let frame = scene.frame(2, None);
    let function = Value::Function(scene.function(1));
    let generator = scene.generator(&frame, GeneratorKind::AsyncGenerator, false);
    let module = Module::new("asyncio");
    let cases = [
        (Method::new(function.clone(), Value::Int(3)).into(), "<bound method make.<locals>.inner of 3>"),
        (function, "<function make.<locals>.inner>"),
        (Value::Generator(generator), "<async_generator ticker>"),
        (Value::Module(module), "<module 'asyncio'>"),
        (Value::Class(scene.runtime.classes.int.clone()), "<class 'int'>"),
        (Iter::new(IterState::Done(IterKind::List)).into(), "<list_iterator object>"),
    ];
    for (value, expected) in &cases {
        assert_eq!(text(value), *expected);
    }
}

#[test]
fn instances_never_run_their_repr() {
    let runtime = Runtime::new(&Limits::default(), "");
    let class =
        |name: &str, base: &Rc<Class>, layout: Layout| Class::new(name, vec![base.clone()], vec![base.clone()], None, layout, false);
    let point = class("Point", &runtime.classes.object, Layout::Object);
    assert_eq!(text(&Value::Instance(Instance::new(point, Value::Unbound))), "<Point object>");
    let stack = class("Stack", &runtime.classes.list, Layout::List);
    let inside = Value::list(vec![Value::Int(1)]);
    assert_eq!(text(&Value::Instance(Instance::new(stack.clone(), inside.clone()))), "[1]");
    stack.set(names::REPR, Value::None);
    assert_eq!(text(&Value::Instance(Instance::new(stack, inside))), "Stack([1])");
    let pair = class("Pair", &runtime.classes.tuple, Layout::Tuple);
    pair.set(names::REPR, Value::None);
    let inside = Value::tuple(vec![Value::Int(1), Value::Int(2)]);
    assert_eq!(text(&Value::Instance(Instance::new(pair, inside))), "Pair(1, 2)");
    let bag = class("Bag", &runtime.classes.set, Layout::Set);
    assert_eq!(text(&Value::Instance(Instance::new(bag.clone(), set(false, &[1])))), "Bag({1})");
    assert_eq!(text(&Value::Instance(Instance::new(bag, set(false, &[])))), "Bag()");
}

#[test]
fn arrays_of_numbers_show_these() {
    let runtime = Runtime::new(&Limits::default(), "");
    let class =
        Class::new("array", vec![runtime.classes.object.clone()], vec![runtime.classes.object.clone()], None, Layout::Object, false);
    let array = |typecode: &str, data: &[u8]| {
        let made = Instance::new(class.clone(), ByteArray::new(data.to_vec()).into());
        made.set(symbol_of("_typecode"), Value::str(typecode));
        text(&Value::Instance(made))
    };
    assert_eq!(array("h", &[1, 0, 254, 255]), "array('h', [1, -2])");
    assert_eq!(array("B", &[200]), "array('B', [200])");
    assert_eq!(array("Q", &[255; 8]), "array('Q', [18446744073709551615])");
    assert_eq!(array("f", &0.1f32.to_le_bytes()), "array('f', [0.10000000149011612])");
    assert_eq!(array("d", &1f64.to_le_bytes()), "array('d', [1.0])");
    assert_eq!(array("u", &[233, 0, 0, 0, 39, 0, 0, 0]), "array('u', \"é'\")");
    assert_eq!(array("i", &[]), "array('i')");
    assert!(array("b", &[1; 10_000]).ends_with('…'));
}

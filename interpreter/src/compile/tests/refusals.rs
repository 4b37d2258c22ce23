//! Programs that parse and are refused, in CPython's words: `python3 -c 'compile(…)'` says them.

use crate::compile::{Options, compile};
use crate::{Limits, syntax};

/// The line and the message of the error.
fn refusal(source: &str) -> (u32, String) {
    let module = match syntax::parse(source, &Limits::default()) {
        Ok(module) => module,
        Err(syntax::Error::Syntax(error)) => return (error.line, error.message),
        Err(error) => panic!("{error:?}"),
    };
    let refusal = compile(&module, &Options::default()).expect_err(source);
    (refusal.line, refusal.message)
}

#[test]
fn names_that_cannot_be_resolved() {
    let cases = [
        ("def f():\n nonlocal x", 2, "no binding for nonlocal 'x' found"),
        ("nonlocal x", 1, "nonlocal declaration not allowed at module level"),
        ("def f():\n x = 1\n global x", 3, "name 'x' is assigned to before global declaration"),
        ("def f():\n x\n global x", 3, "name 'x' is used prior to global declaration"),
        ("def f(x):\n global x", 2, "name 'x' is parameter and global"),
        ("def f(x):\n nonlocal x", 2, "name 'x' is parameter and nonlocal"),
        ("def g():\n x = 1\n def f():\n  global x\n  nonlocal x", 4, "name 'x' is nonlocal and global"),
        ("def f(x, x): pass", 1, "duplicate argument 'x' in function definition"),
        ("[(x := 1) for x in y]", 1, "assignment expression cannot rebind comprehension iteration variable 'x'"),
        ("[x for x in (y := z)]", 1, "assignment expression cannot be used in a comprehension iterable expression"),
        ("class A: [y := 1 for x in z]", 1, "assignment expression within a comprehension cannot be used in a class body"),
        ("def f():\n from m import *", 2, "import * only allowed at module level"),
    ];
    for (source, line, message) in cases {
        assert_eq!(refusal(source), (line, message.to_owned()), "{source}");
    }
}

#[test]
fn statements_out_of_place() {
    let cases = [
        ("return", 1, "'return' outside function"),
        ("break", 1, "'break' outside loop"),
        ("continue", 1, "'continue' not properly in loop"),
        ("for x in y:\n def f(): break", 2, "'break' outside loop"),
        ("yield", 1, "'yield' outside function"),
        ("def f(): await x", 1, "'await' outside async function"),
        ("async def f(): yield from x", 1, "'yield from' inside async function"),
        ("async def f():\n yield\n return 1", 3, "'return' with value in async generator"),
        ("def f(): [x async for x in y]", 1, "asynchronous comprehension outside of an asynchronous function"),
        ("def f():\n async with x: pass", 2, "'async with' outside async function"),
        ("try: x\nexcept: y\nexcept A: z", 2, "default 'except:' must be last"),
        ("while x:\n try: y\n except* A: break", 3, "'break', 'continue' and 'return' cannot appear in an except* block"),
        ("[(yield) for x in y]", 1, "'yield' inside list comprehension"),
    ];
    for (source, line, message) in cases {
        assert_eq!(refusal(source), (line, message.to_owned()), "{source}");
    }
}

#[test]
fn patterns_that_cannot_match() {
    let cases = [
        ("match x:\n case y: pass\n case 1: pass", 2, "name capture 'y' makes remaining patterns unreachable"),
        ("match x:\n case _: pass\n case 1: pass", 2, "wildcard makes remaining patterns unreachable"),
        ("match x:\n case [y, y]: pass", 2, "multiple assignments to name 'y' in pattern"),
        ("match x:\n case [y] | {'k': z}: pass", 2, "alternative patterns bind different names"),
        ("match x:\n case [*y, *z]: pass", 2, "multiple starred names in sequence pattern"),
        ("match x:\n case {'k': 1, 'k': 2}: pass", 2, "mapping pattern checks duplicate key ('k')"),
        ("match x:\n case A(b=1, b=2): pass", 2, "attribute name repeated in class pattern: b"),
    ];
    for (source, line, message) in cases {
        assert_eq!(refusal(source), (line, message.to_owned()), "{source}");
    }
}

#[test]
fn our_own_limits() {
    let many: String = (0..201).map(|i| format!(" v{i} = 0\n")).collect();
    assert_eq!(refusal(&format!("def f():\n{many}")).1, "a function may have at most 200 local variables");
    let nested = (0..21).map(|depth| format!("{}while x:\n", " ".repeat(depth))).collect::<String>() + &" ".repeat(21) + "y";
    assert_eq!(refusal(&nested).1, "too many statically nested blocks");
    let deep = (0..255).map(|_| "f(x, ").collect::<String>() + "y" + &")".repeat(255);
    assert!(matches!(refusal(&deep).1.as_str(), "expression too complex" | "too many nested parentheses"));
    let doubling = (0..19).fold("x".to_owned(), |inner, _| {
        let indented = inner.replace('\n', "\n ");
        format!("try: a\nfinally:\n {indented}")
    });
    assert_eq!(refusal(&doubling).1, "the program is too large");
}

#[test]
fn many_module_variables_are_no_limit() {
    let many: String = (0..400).map(|i| format!("v{i} = 0\n")).collect();
    let module = syntax::parse(&many, &Limits::default()).expect("it is good");
    let program = compile(&module, &Options { watched: false, module_registers: true }).expect("it compiles");
    assert_eq!(program.codes[0].var_names.len(), 150);
}

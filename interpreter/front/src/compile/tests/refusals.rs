//! Programs that parse and are refused, in CPython's words: `python3 -c 'compile(…)'` says them.

use crate::compile::{Options, compile};
use crate::syntax;

/// The line and the message of the error.
fn refusal(source: &str) -> (u32, String) {
    let module = match syntax::parse(source) {
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

/// A function of so many `try` inside one another, each with `finally` and the lines `last` in it.
fn nested_finally(depth: usize, last: &[&str]) -> String {
    let open = (1..=depth).map(|level| format!("{}try:\n", " ".repeat(level))).collect::<String>();
    let close = |level: usize| {
        let body: String = last.iter().map(|line| format!("{}{line}\n", " ".repeat(level + 1))).collect();
        format!("{}finally:\n{body}", " ".repeat(level))
    };
    let close: String = (1..=depth).rev().map(close).collect();
    format!("def f():\n{open}{}return 1\n{close}", " ".repeat(depth + 1))
}

#[test]
fn copies_are_counted_as_they_are_made() {
    let loops = ["for x in y:", " if x: return x", " else: continue"];
    compile(&syntax::parse(&nested_finally(8, &loops)).expect("it is good"), &Options::default()).expect("it is small");
    let (line, message) = refusal(&nested_finally(19, &loops));
    assert_eq!(message, "the program is too large");
    assert!(line > 20, "it is refused where it has become too large: line {line}");
    // Neither labels nor functions nor constants are free.
    let inner = |statement: &str| {
        let body = (0..2000).map(|_| format!("{}{statement}\n", " ".repeat(10))).collect();
        (0..10).rev().fold(body, |body: String, level| {
            let indent = " ".repeat(level);
            format!("{indent}try: x\n{indent}finally:\n{body}")
        })
    };
    for statement in ["if 0: x", "class A: x", "lambda: x", "f('a' * 4096)", "f((1,) * 256)"] {
        assert_eq!(refusal(&inner(statement)).1, "the program is too large", "{statement}");
    }
}

#[test]
fn names_that_the_compiler_composes_are_counted() {
    let long = "A".repeat(30_000);
    let private: String = (0..1000).map(|i| format!(" __v{i} = 0\n")).collect();
    assert_eq!(refusal(&format!("class {long}:\n{private}")).1, "the program is too large");
    let attributes: String = (0..2000).map(|i| format!(" x.__v{i}\n")).collect();
    assert_eq!(refusal(&format!("class {long}:\n{attributes}")).1, "the program is too large");
    let methods = " def f(): x\n".repeat(2000);
    assert_eq!(refusal(&format!("class {long}:\n{methods}")).1, "the program is too large");
}

#[test]
fn folding_is_bounded() {
    let compiles = |source: &str| {
        let module = syntax::parse(source).expect("it is good");
        compile(&module, &Options::default()).expect("it compiles").codes.swap_remove(0).consts
    };
    let items = |consts: &[crate::bytecode::code::Const]| consts.iter().map(super::super::fold::size).sum::<usize>();
    // A tuple may have 256 items, and 1,024 with those of inner tuples.
    let (most, beyond) = (items(&compiles("f(((1,) * 4,) * 204)")), items(&compiles("f(((1,) * 4,) * 205)")));
    assert_eq!(most, 204 * beyond, "the repeated tuple, and the one to repeat");
    // What would be too much for one program is left to the run.
    let doubled = format!("f({})", (0..7).fold("(1,)".to_owned(), |inner, _| format!("({inner} * 2,)")));
    assert!(items(&compiles(&doubled)) < 64 << 10);
    let long = format!("x = {}\n", ["'a' * 4096"; 900].join(" + "));
    assert!(items(&compiles(&long.repeat(5))) < 32 << 20);
}

#[test]
fn many_module_variables_are_no_limit() {
    let many: String = (0..400).map(|i| format!("v{i} = 0\n")).collect();
    let module = syntax::parse(&many).expect("it is good");
    let program = compile(&module, &Options { watched: false, module_registers: true }).expect("it compiles");
    assert_eq!(program.codes[0].var_names.len(), 150);
}

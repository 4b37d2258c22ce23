//! What the compiler makes of the things that matter.

use super::{function, program, program_with, text};
use crate::bytecode::code::{CodeKind, Const};
use crate::bytecode::op::{NONE, Op};
use crate::compile::Options;

fn ops_of(source: &str) -> Vec<String> {
    text(&function(source).ops)
}

#[test]
fn locals_are_read_and_written_in_place() {
    assert_eq!(ops_of("def f(a, b):\n c = a + b\n return c"), ["Add 2 0 1", "Return 2"]);
    assert_eq!(ops_of("def f(a):\n b = a\n return -b"), ["Move 1 0", "Unary Neg 2 1", "Return 2"]);
}

#[test]
fn a_walrus_that_rebinds_an_operand_gets_a_copy() {
    assert_eq!(ops_of("def f(a):\n return a + (a := 2)"), ["Move 1 0", "Int 2 2", "Move 3 2", "Take 0 3", "Add 1 1 2", "Return 1"]);
}

#[test]
fn locals_that_may_be_unbound_are_checked_where_others_run_first() {
    let source = "def f(a):\n if a: b = 1\n return b + a()";
    assert_eq!(ops_of(source), ["JumpIfFalse 0 2", "Int 1 1", "CheckBound 1", "Move 2 0", "Call 2 2 0", "Add 2 1 2", "Return 2"]);
}

#[test]
fn small_integers_are_part_of_the_instruction() {
    assert_eq!(ops_of("def f(a):\n return a + 1"), ["AddInt 1 0 1", "Return 1"]);
    assert_eq!(ops_of("def f(a):\n return a - 40000"), ["Int 1 40000", "Sub 1 0 1", "Return 1"]);
    assert_eq!(ops_of("def f(a):\n a.b += 1"), ["AddAttrInt 0 1 0", "ReturnNone"]);
    assert_eq!(ops_of("def f(a):\n a += 1"), ["AddInPlaceInt 0 0 1", "ReturnNone"]);
}

#[test]
fn conditions_compare_and_branch_at_once() {
    assert_eq!(ops_of("def f(a, b):\n if a < b: return a"), ["JumpUnlessLt 0 1 2", "Return 0", "ReturnNone"]);
    assert_eq!(
        ops_of("def f(a):\n while a >= 3: a -= 1"),
        ["JumpUnlessGeInt 0 3 4", "SubInPlaceInt 0 0 1", "JumpIfGeInt 0 3 1", "ReturnNone", "ReturnNone"]
    );
    assert_eq!(ops_of("def f(a):\n if a is not None: return a"), ["JumpIfNone 0 2", "Return 0", "ReturnNone"]);
}

#[test]
fn methods_are_called_in_one_instruction_where_nobody_can_tell() {
    assert_eq!(ops_of("def f(a, b):\n return a.m(b, 1)"), ["Move 2 0", "Move 3 1", "Int 4 1", "CallMethod 2 2 2 0", "Return 2"]);
    assert_eq!(ops_of("def f(a, b):\n return a.m(b())"), ["LoadMethod 2 0 0", "Move 4 1", "Call 4 4 0", "CallLoaded 2 2 1", "Return 2"]);
}

#[test]
fn the_method_of_a_call_has_its_own_place() {
    let code = function("def f(a):\n return a.method(1)");
    let (at, place) = code.lookups[0];
    assert!(matches!(code.ops[at as usize], Op::CallMethod { .. }));
    assert_eq!((place.column, place.end_column), (8, 16));
    assert_eq!(code.spans[at as usize].end_column, 19);
}

#[test]
fn constants_are_folded() {
    let folded = |expression: &str| function(&format!("def f():\n return {expression}")).consts;
    assert_eq!(folded("1.5 + 2"), [Const::Float(3.5)]);
    assert_eq!(folded("'a' + 'b' * 2"), [Const::Str("abb".into())]);
    assert_eq!(
        folded("(1, ('x', -2.0))"),
        [Const::Tuple(vec![Const::Int(1), Const::Tuple(vec![Const::Str("x".into()), Const::Float(-2.0)])])]
    );
    assert_eq!(folded("1 + 2j"), [Const::Complex(1.0, 2.0)]);
    assert_eq!(ops_of("def f():\n return 60 * 60 * 24 - 7 // 2 % 3"), ["Int 0 86400", "Return 0"]);
    assert_eq!(ops_of("def f():\n return 1 // 0"), ["Int 0 1", "FloorDivInt 0 0 0", "Return 0"]);
    assert_eq!(folded("2 ** 200"), []);
    assert_eq!(folded("0.0 is -0.0"), [Const::Float(0.0), Const::Float(-0.0)]);
}

#[test]
fn dead_code_is_removed() {
    assert_eq!(ops_of("def f():\n if 0: g()\n while False: g()\n return 2\n g()"), ["Int 0 2", "Return 0"]);
    assert_eq!(ops_of("def f():\n if __debug__: g()"), ["LoadGlobal 0 0", "Call 0 0 0", "Clear 0", "ReturnNone"]);
}

#[test]
fn temporaries_die_with_their_statement() {
    assert_eq!(ops_of("def f(a):\n a()"), ["Move 1 0", "Call 1 1 0", "Clear 1", "ReturnNone"]);
    let source = "def f(a):\n for b in a:\n  if b: break";
    assert_eq!(ops_of(source), ["GetIter 2 0", "ForIter 2 1 5", "JumpIfFalse 1 1", "Clear 2", "ReturnNone", "ReturnNone"]);
}

#[test]
fn finally_runs_on_every_way_out() {
    let code = function("def f(a):\n try:\n  return a()\n finally:\n  b()");
    assert_eq!(
        text(&code.ops),
        [
            "Move 1 0",
            "Call 1 1 0",
            "LoadGlobal 2 0",
            "Call 2 2 0",
            "Clear 2",
            "Return 1", // the value waits
            "PushHandled 1",
            "LoadGlobal 2 0",
            "Call 2 2 0",
            "Clear 2",
            "Reraise 1 255",
            "PopHandled 255",
            "Reraise 2 3",
        ]
    );
    let handler = code.handlers[0];
    assert_eq!((handler.start, handler.end, handler.target, handler.exception, handler.handling), (0, 2, 6, 1, NONE));
}

#[test]
fn an_except_body_handles_its_exception() {
    let code = function("def f(a):\n try: a()\n except E as e: b\n");
    let within = code.handlers.iter().find(|handler| handler.handling != NONE).expect("the body is guarded");
    assert_eq!(within.handling, code.handlers[0].exception);
    assert!(text(&code.ops).contains(&"PopHandled 255".to_owned()));
}

#[test]
fn variables_of_outer_functions_are_cells() {
    let program = program("def f(p, q):\n r = p\n def g(): return p + r\n return g");
    let [_, f, g] = &program.codes[..] else { panic!("three code objects") };
    let names = |cells: &[(std::sync::Arc<str>, u8)]| cells.iter().map(|(name, at)| format!("{name} {at}")).collect::<Vec<_>>();
    assert_eq!(names(&f.cells), ["p 0", "r 3"]);
    assert_eq!(f.var_names.iter().map(|name| &**name).collect::<Vec<_>>(), ["p", "q", "g"]);
    assert_eq!(g.free_names.iter().map(|name| &**name).collect::<Vec<_>>(), ["p", "r"]);
    assert_eq!((g.free_start, g.temp_start, &*g.qualname), (0, 2, "f.<locals>.g"));
}

#[test]
fn super_finds_its_class_and_instance() {
    let program = program("class A:\n def m(self): return super().m()");
    let [_, class, method] = &program.codes[..] else { panic!("three code objects") };
    assert_eq!(class.class_cell, Some(0));
    assert_eq!(text(&method.ops), ["Super 2 1 0", "CallMethod 2 2 0 0", "Return 2"]);
}

#[test]
fn private_names_are_mangled() {
    let program = program("class _A:\n def m(self): self.__x = __y");
    assert_eq!(program.codes[2].names.iter().map(|name| &**name).collect::<Vec<_>>(), ["_A__y", "_A__x"]);
}

#[test]
fn module_variables_live_in_registers_where_nothing_else_sees_them() {
    let names = |source: &str| -> Vec<String> {
        let program = program_with(source, &Options { watched: false, module_registers: true });
        program.codes[0].var_names.iter().map(|name| name.to_string()).collect()
    };
    assert_eq!(names("a = 1\nb = a\ndef f(): return a"), ["b", "f"]);
    assert_eq!(names("a = 1\nclass C: a = a"), ["C"]);
    assert_eq!(names("a = 1\nprint(globals())"), Vec::<String>::new());
    assert_eq!(names("from m import *\na = 1"), Vec::<String>::new());
    assert_eq!(names("len = 1\na = len"), ["a"]);
    assert_eq!(names("[a := b for b in c]"), Vec::<String>::new());
}

#[test]
fn kinds_of_code() {
    let kinds = |source: &str| program(source).codes.iter().skip(1).map(|code| code.kind).collect::<Vec<_>>();
    assert_eq!(kinds("def f(): yield"), [CodeKind::Generator]);
    assert_eq!(kinds("async def f(): yield"), [CodeKind::AsyncGenerator]);
    assert_eq!(kinds("async def f(): [x async for x in y]"), [CodeKind::Coroutine, CodeKind::Coroutine]);
    assert_eq!(kinds("async def f(): (await x for x in y)"), [CodeKind::Coroutine, CodeKind::AsyncGenerator]);
    assert_eq!(kinds("(x for x in y)\n[x for x in y]"), [CodeKind::Generator, CodeKind::Comprehension]);
    assert_eq!(kinds("lambda: (yield)"), [CodeKind::Generator]);
    assert_eq!(kinds("class A: pass"), [CodeKind::Class]);
}

#[test]
fn imports_that_nothing_guards_are_listed() {
    let program = program("import a.b, c\ntry: import d\nexcept ImportError: pass\nfrom e import f\ndef g():\n import h");
    let imports: Vec<_> = program.imports.iter().map(|import| (&*import.name, import.line)).collect();
    assert_eq!(imports, [("a.b", 1), ("c", 1), ("e", 4)]);
}

#[test]
fn watched_code_tells_its_lines() {
    let watched = Options { watched: true, module_registers: true };
    let module = |source: &str| text(&program_with(source, &watched).codes[0].ops);
    assert_eq!(
        module("for x in y:\n z(x)"),
        [
            "Line 1",
            "LoadGlobal 1 0",
            "GetIter 1 1", // from here to the next nothing is told
            "ForIter 1 0 11",
            "Line 2",
            "LoadGlobal 2 1",
            "Move 3 0",
            "Call 2 2 1",
            "Clear 2",
            "LineBack 1",
            "ForAgain 1 0 3",
            "ReturnNone",
        ]
    );
    // The body is on the line of the test: only the jump back tells it.
    assert_eq!(
        module("while a: b"),
        [
            "LineBack 1",
            "LoadGlobal 0 0",
            "JumpIfFalse 0 8",
            "LoadGlobal 0 1",
            "Clear 0",
            "LoadGlobal 0 0",
            "JumpIfTrue 0 9",
            "ReturnNone",
            "ReturnNone",
            "LineBack 1",
            "Jump 3",
        ]
    );
}

#[test]
fn a_session_echoes_and_reports() {
    let program = program(">>> x = 1; y = 2\n>>> x + y\n3\n");
    let code = &program.codes[0];
    assert!(text(&code.ops).contains(&"Echo 1".to_owned()), "{:?}", text(&code.ops));
    assert_eq!(code.handlers.len(), 2, "one for each input");
}

#[test]
fn instructions_that_jump_know_their_targets() {
    let mut jump = Op::JumpIfLtInt { a: 1, i: 2, t: 3 };
    *jump.target_mut().expect("it jumps") = 7;
    assert_eq!(jump, Op::JumpIfLtInt { a: 1, i: 2, t: 7 });
    assert_eq!(Op::Add { d: 4, a: 1, b: 2 }.written(), Some(4));
    assert_eq!(Op::Return { s: 4 }.written(), None);
}

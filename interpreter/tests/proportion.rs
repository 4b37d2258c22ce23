//! Work that grows with what a program has made burns fuel in proportion: twice as much of it burns at most a little more than twice the fuel
//! where it is linear, and what is not linear is burned for, so that the limit on instructions holds it.

#[path = "support/ear.rs"]
mod ear;

use ear::Ear;
use stillframe_interpreter::{Limit, Limits, OutcomeKind, Recording, run};

fn burned(source: &str) -> u64 {
    let mut ear = Ear::default();
    let trace = run(source, &Limits::default(), Recording::Off, &mut ear);
    assert_eq!(trace.outcome().kind, OutcomeKind::Finished, "{source}\n{}", ear.errors);
    trace.outcome().instructions
}

/// Asserts that the program with `SIZE` twice as large burns at most 2.5 times the fuel.
fn is_linear(source: &str, size: u64) {
    let of = |size: u64| burned(&source.replace("SIZE", &size.to_string()));
    let (once, twice) = (of(size), of(2 * size));
    assert!(twice * 2 <= once * 5, "{once} for {size}, {twice} for twice as much:\n{source}");
}

/// Asserts that one more of what the program does a thousand times burns at least `least` units: there is as much work in it.
fn takes(least: u64, before: &str, one: &str) {
    let often = burned(&format!("{before}\nfor _ in range(1010): {one}\n"));
    let seldom = burned(&format!("{before}\nfor _ in range(10): {one}\n"));
    let each = (often - seldom) / 1000;
    assert!(each >= least, "{each} units each:\n{before}\n{one}");
}

fn passes_instructions(source: &str) {
    let mut ear = Ear::default();
    let trace = run(source, &Limits::default(), Recording::Off, &mut ear);
    assert_eq!(trace.outcome().limit(), Some(Limit::Instructions), "{source}\n{}", ear.errors);
}

#[test]
fn an_attribute_of_a_class_with_many_subclasses() {
    is_linear("class A: pass\nkept = [type('B', (A,), {}) for _ in range(SIZE)]\nfor i in range(SIZE): A.x = i\n", 1000);
}

#[test]
fn a_class_that_is_changed_keeps_what_its_subclasses_need_to_know() {
    let source = "\
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
d = D()
d.x = 1
A.x = property(lambda self: 2)
assert d.x == 2
del A.x
assert d.x == 1
B.__setattr__ = lambda self, name, value: None
d.x = 3
assert d.x == 1
del B.__setattr__
d.x = 4
assert d.x == 4
class M(type):
    def __call__(cls): return 5
class E(metaclass=M): pass
assert E() == 5
M.__call__ = lambda cls: 6
assert E() == 6
";
    burned(source);
}

#[test]
fn diamonds_of_classes() {
    is_linear(
        "class A: pass\nlast = A\nfor _ in range(SIZE):\n    B = type('B', (last,), {})\n    C = type('C', (last,), {})\n    last = type('D', (B, C), {})\nA.__setattr__ = object.__setattr__\n",
        10,
    );
}

#[test]
fn bases_that_are_many() {
    passes_instructions("type('T', tuple(type('B', (), {}) for _ in range(20000)), {})\n");
}

#[test]
fn a_variable_set_by_its_name() {
    takes(4000, "for i in range(1000): globals()[f'v{i}'] = i", "globals()['v0'] = 1");
}

#[test]
fn subclasses_that_are_listed() {
    takes(1000, "class A: pass\nkept = [type('B', (A,), {}) for _ in range(1000)]", "A.__subclasses__()");
}

#[test]
fn tuples_of_classes_that_share_their_parts() {
    passes_instructions("t = (int,)\nfor _ in range(60): t = (t, t)\nisinstance('', t)\n");
    passes_instructions("t = (int,)\nfor _ in range(60): t = (t, t)\nissubclass(str, t)\n");
}

#[test]
fn a_throw_through_many_delegations() {
    let chain = "\
def leaf():
    while True:
        try: yield
        except ValueError: pass
def through(g): yield from g
g = leaf()
for _ in range(800): g = through(g)
next(g)";
    takes(3200, chain, "g.throw(ValueError)");
}

#[test]
fn a_context_that_is_long() {
    let chain = "\
last = None
for _ in range(1000):
    error = ValueError()
    error.__context__ = last
    last = error
def one():
    try:
        try: raise last
        except ValueError: raise KeyError
    except KeyError: pass";
    takes(1000, chain, "one()");
}

#[test]
fn a_frame_deep_in_the_stack() {
    let source = "\
import sys
def down(n):
    if n: return down(n - 1)
    for _ in range(COUNT): sys._getframe()
down(500)
";
    let of = |count: u64| burned(&source.replace("COUNT", &count.to_string()));
    assert!(of(110) - of(10) >= 100 * 500 * 16);
}

#[test]
fn weak_references_that_have_died_take_no_room() {
    let source = "\
import weakref
class C: pass
c = C()
for _ in range(SIZE): weakref.ref(c, print)
";
    is_linear(source, 1000);
    takes(1000, "import weakref\nclass C: pass\nc = C()\nkept = [weakref.ref(c, print) for _ in range(1000)]", "weakref.ref(c)");
}

#[test]
fn a_template_with_many_pieces() {
    is_linear("import re\nre.sub('(a)', r'\\1b' * 1000, 'a' * SIZE)\n", 500);
}

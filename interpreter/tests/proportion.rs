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
    is_linear("for i in range(SIZE): globals()[f'v{i}'] = i\n", 1000);
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
    takes(3200, chain, "next(g)");
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
    takes(3000, chain, "one()");
}

#[test]
fn a_frame_deep_in_the_stack() {
    let source = "\
import sys
def down(n):
    if n: return down(n - 1)
    for _ in range(COUNT): sys._getframe(DEPTH)
down(500)
";
    let of = |count: u64, depth: &str| burned(&source.replace("COUNT", &count.to_string()).replace("DEPTH", depth));
    assert!(of(110, "490") - of(10, "490") >= 100 * 490);
    // The frame itself is found at once, however deep the stack is.
    assert!(of(110, "0") - of(10, "0") < 100 * 100);
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

#[test]
fn templates_with_many_fields() {
    takes(2400, "template = '%s' * 100\nvalues = (1,) * 100", "template % values");
    takes(2400, "template = b'%d' * 100\nvalues = (1,) * 100", "template % values");
    takes(2400, "template = '{}' * 100\nvalues = (1,) * 100", "template.format(*values)");
}

#[test]
fn digits_of_a_float() {
    takes(15_000, "", "'%.1000f' % 0.1");
    takes(15_000, "", "format(0.1, '.1000e')");
    takes(40_000, "", "'%.100000f' % 1.0");
}

#[test]
fn letters_that_change_their_case() {
    takes(3000, "text = 'ß' * 1000", "text.upper()");
    takes(3000, "text = 'ab ' * 1000", "text.title()");
    takes(125, "data = bytes(1000)", "data.title()");
    takes(125, "data = bytes(1000)", "data.translate(bytes(256))");
    takes(125, "data = b'a' * 1000", "data.isalpha()");
}

#[test]
fn bytes_that_are_no_text() {
    takes(1000, "data = bytes([255]) * 1000", "data.decode('utf-8', 'replace')");
    takes(300, "data = bytes(1000)", "repr(data)");
    takes(300, "text = chr(0) * 1000", "repr(text)");
}

#[test]
fn keys_that_collide() {
    let many = "step = 2 ** 61 - 1\nkeys = [step * i for i in range(COUNT)]\n";
    for end in ["set(keys)", "frozenset(keys)", "dict.fromkeys(keys)", "dict([(key, 1) for key in keys])", "{*keys}"] {
        passes_instructions(&format!("{}{end}\n", many.replace("COUNT", "20000")));
    }
    let words = "\
group, table = set(keys), dict.fromkeys(keys, 1)
assert len(group) == len(table) == len(keys)
assert list(table) == keys and group == set(table) == frozenset(reversed(keys))
assert table == dict(table) == {**table} == table | table
assert group <= set(keys) and not group.isdisjoint(keys[-1:])
assert group - set(keys) == set() and group & group == group | group == group
table.update(table.copy())
assert table.keys() == group and list(table) == keys
";
    burned(&format!("{}{words}", many.replace("COUNT", "800")));
}

#[test]
fn dicts_as_a_whole() {
    let before = "table = dict.fromkeys(range(1000))\nother = dict(table)";
    takes(3000, before, "table == other");
    takes(4000, before, "table.copy()");
    takes(4000, before, "{**table}");
    takes(5000, before, "table | other");
    takes(5000, before, "other.update(table)");
    takes(4000, before, "table.keys() == other.keys()");
}

#[test]
fn dicts_whose_values_a_module_keeps() {
    let before = "names = {f'v{i}': i for i in range(1000)}\nglobals().update(names)";
    takes(18_000, before, "globals().update(names)");
    takes(18_000, before, "dict(globals())");
    takes(18_000, before, "globals().copy()");
    takes(100, before, "globals().pop('v999'); globals()['v999'] = 1");
}

#[test]
fn variables_as_a_dict() {
    let names: Vec<String> = (0..100).map(|at| format!("v{at}=0")).collect();
    takes(1200, &format!("def f({}): locals()", names.join(", ")), "f()");
}

#[test]
fn names_that_are_listed() {
    takes(16_000, "class C: pass\nc = C()\nfor i in range(1000): setattr(c, f'a{i}', i)", "dir(c)");
}

#[test]
fn tuples_of_what_is_caught() {
    let before = "\
kinds = (KeyError,) * 1000
def f():
    try:
        try: raise IndexError
        except kinds: pass
    except IndexError: pass";
    takes(1000, before, "f()");
}

#[test]
fn exceptions_on_their_way() {
    takes(25, "def f():\n    try: None.x\n    except AttributeError: pass", "f()");
    let down = "\
def f(n):
    if n: f(n - 1)
    raise IndexError
def g():
    try: f(100)
    except IndexError: pass";
    takes(100 * 10, down, "g()");
}

#[test]
fn an_attribute_of_a_class_with_many_bases() {
    let before = "\
class A:
    def f(self): pass
B = A
for _ in range(1000): B = type('B', (B,), {})
b = B()";
    takes(500, before, "super(B, b).f");
    takes(500, before, "hasattr(b, 'nothing' + str(_))");
}

#[test]
fn a_context_that_gets_many_variables() {
    is_linear("import contextvars\nfor i in range(SIZE): contextvars.ContextVar(f'v{i}').set(i)\n", 1000);
    let copies = "\
from contextvars import ContextVar, copy_context
v, w = ContextVar('v'), ContextVar('w')
v.set(1)
before = copy_context()
token = v.set(2)
kept = copy_context().keys()
w.set(3)
assert before[v] == 1 and w not in before and list(kept) == [v]
before.run(v.set, 4)
assert before[v] == 4 and v.get() == 2
again = before.copy()
before.run(w.set, 5)
assert w not in again and before[w] == 5
v.reset(token)
assert v.get() == 1
";
    burned(copies);
}

#[test]
fn items_that_lie_apart() {
    takes(500, "items = [0] * 1000", "items[::-1]");
    takes(700, "items = [0] * 1000", "items[::2] = items[::2]");
    takes(500, "affixes = ('x',) * 1000", "'a'.startswith(affixes)");
}

#[test]
fn numbers_made_of_parts() {
    takes(250, "digits = '9' * 4300", "int(digits)");
    takes(250, "import random", "random.randbytes(1000)");
}

#[test]
fn objects_that_are_made() {
    let each = |one: &str| burned(&format!("for i in range(1000): a = {one}\n"));
    assert!(each("[]") >= each("i") + 2000);
    assert!(each("abs(i)") >= each("i") + 2000);
    takes(16, "async def f(): pass", "f()");
}

#[test]
fn a_set_of_many_characters() {
    let source = "\
import re
letters = ''.join(chr(code) for code in range(1000, 9000, 2))
pattern = re.compile('[' + letters + 'c-ma-ek-z]')
assert all(pattern.match(c) for c in letters + 'abklmz')
assert not any(pattern.match(c) for c in '{`A' + chr(1001) + chr(8999))
assert re.match('[^' + letters + ']', 'a') and not re.match('[^' + letters + ']', letters[-1])
";
    burned(source);
}

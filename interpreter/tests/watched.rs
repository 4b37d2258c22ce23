//! Watched expressions: what they are at each step, what is refused, and that a program runs the same with them.

#[path = "support/ear.rs"]
mod ear;

use ear::Ear;
use serde_json::Value as Json;
use stillframe_interpreter::{Limits, Options, Recording, run};

/// The plain trace, a JSON object a line.
fn traced(source: &str, watch: &[&str]) -> Vec<Json> {
    let watch: Vec<String> = watch.iter().map(|text| (*text).to_owned()).collect();
    let options = Options { watch: &watch, ..Recording::Program.into() };
    let mut lines = Vec::new();
    run(source, &Limits::default(), options, &mut Ear::default()).plain(&mut |line| lines.push(line.to_owned()));
    lines.iter().map(|line| serde_json::from_str(line).expect("a line is an object")).collect()
}

/// What an expression is told to be, in order: the name of the frame, and the text with the kind before it where it is no value.
fn told(source: &str, expression: &str) -> Vec<String> {
    let lines = traced(source, &[expression]);
    let name_of = |frame: &Json| {
        let step = lines.iter().find(|line| line.get("event").is_some() && line["frame"] == *frame);
        step.map_or_else(String::new, |step| step["name"].as_str().unwrap().to_owned())
    };
    let rows = lines.iter().flat_map(|line| line["watch"].as_array().cloned().unwrap_or_default());
    rows.map(|row| {
        let text = row["text"].as_str().unwrap_or_default().to_owned();
        let what = row["kind"].as_str().map_or(text.clone(), |kind| format!("{kind} {text}").trim_end().to_owned());
        format!("{}: {what}", name_of(&row["frame"]))
    })
    .collect()
}

/// What an expression is at the last line of a program whose lines before are `before`.
fn at_end(before: &str, expression: &str) -> String {
    let told = told(&format!("{before}\npass\n"), expression);
    told.last().map(|last| last.trim_start_matches("<module>: ").to_owned()).unwrap_or_default()
}

/// Why an expression is not watched.
fn refused(expression: &str) -> String {
    let lines = traced("pass\n", &[expression]);
    lines[0]["refused"].as_str().unwrap_or_else(|| panic!("{expression} is watched: {lines:?}")).to_owned()
}

const AVERAGER: &str = "
def averager():
    total = 0
    count = 0
    while True:
        value = yield
        total += value
        count += 1

def other(total):
    return total

a = averager()
next(a)
a.send(4)
a.send(6)
other('x')
";

#[test]
fn an_expression_is_told_where_it_changes_of_each_frame_that_has_its_variables() {
    assert_eq!(
        told(AVERAGER, "total * 2 + count"),
        ["averager: unbound", "averager: 0", "averager: 8", "averager: 9", "averager: 21", "averager: 22"]
    );
    let both = told(AVERAGER, "total");
    assert_eq!(both, ["averager: unbound", "averager: 0", "averager: 4", "averager: 10", "other: 'x'"]);
    let lines = traced(AVERAGER, &["total"]);
    let steps: Vec<&Json> = lines.iter().filter(|line| line.get("watch").is_some()).collect();
    assert_eq!(steps[2]["line"], 8, "what a line does appears with the next step of its frame: {}", steps[1]);
}

#[test]
fn what_names_no_variable_of_a_function_is_the_modules() {
    let source = "queue = []\n\ndef put(item):\n    queue.append(item)\n    return item\n\nput(1)\nput(2)\nqueue.clear()\ndel queue\nput\n";
    assert_eq!(told(source, "len(queue)"), ["<module>: 0", "<module>: 1", "<module>: 2", "<module>: 0", "<module>: unbound"]);
}

#[test]
fn values_are_those_of_the_language() {
    let before = "
import collections, math
class Point:
    kind = 'point'
    def __init__(self):
        self.x, self.items = 3, [1, 2, 3]
class Slotted:
    __slots__ = ('y',)
p, s, d, q = Point(), Slotted(), {'a': 1, 2: None}, collections.deque([5, 6, 7])
s.y = 9
q.popleft()
n, f, t, big, text = 7, 2.5, (1, 'two'), 2 ** 70, 'Grüße'
g = (i for i in t)
";
    for (expression, text) in [
        ("p.x + s.y", "12"),
        ("p.kind", "'point'"),
        ("Point.kind", "'point'"),
        ("p.items[-1]", "3"),
        ("len(p.items) > 2 and p.items[0] == 1", "True"),
        ("d['a']", "1"),
        ("d[2.0]", "None"),
        ("'b' not in d", "True"),
        ("q[0] + len(q)", "8"),
        ("6 in q", "True"),
        ("-n // 2", "-4"),
        ("-n % 3", "2"),
        ("n % -3", "-2"),
        ("n / 2", "3.5"),
        ("n * f", "17.5"),
        ("1 < n <= 7 < f", "False"),
        ("t[1][0]", "'t'"),
        ("len(text)", "5"),
        ("text[2]", "'ü'"),
        ("'ß' in text", "True"),
        ("text < 'H'", "True"),
        ("big", "1180591620717411303424"),
        ("big > n", "True"),
        ("n if d else f", "7"),
        ("not d or n", "7"),
        ("p is p and p is not s", "True"),
        ("math.pi > 3", "True"),
        ("g", "<generator <genexpr>>"),
        ("True + True", "2"),
        ("n == '7'", "False"),
        ("None == 0", "False"),
    ] {
        assert_eq!(at_end(before, expression), text, "{expression}");
    }
}

#[test]
fn what_would_raise_is_told_and_does_not() {
    let before = "xs, d, zero = [1], {}, 0\nclass C: pass\nc = C()";
    assert_eq!(at_end(before, "xs[3]"), "raises IndexError: list index out of range");
    assert_eq!(at_end(before, "d['k']"), "raises KeyError: 'k'");
    assert_eq!(at_end(before, "1 // zero"), "raises ZeroDivisionError: integer division or modulo by zero");
    assert_eq!(at_end(before, "c.missing"), "raises AttributeError: missing");
    assert_eq!(at_end(before, "unknown"), "", "a name that is no variable is nothing");
}

#[test]
fn what_could_run_the_program_is_refused_with_a_sentence() {
    for (expression, why) in [
        ("next(g)", "It calls a function"),
        ("g.send(1)", "It calls a function"),
        ("(n := 3)", "It sets a variable."),
        ("await x", "It awaits"),
        ("[i for i in x]", "A comprehension iterates"),
        ("f'{x}'", "An f-string formats values"),
        ("x[1:2]", "A slice makes a new object"),
        ("x ** 2", "Of the operators"),
        ("lambda: 0", "It makes a new object"),
        ("x = 3", "SyntaxError: "),
        ("", "It makes a new object"),
        ("del x", "SyntaxError: "),
    ] {
        assert!(refused(expression).starts_with(why), "{expression}: {}", refused(expression));
    }
    assert!(refused(&"x".repeat(201)).contains("200 bytes"));
}

#[test]
fn what_a_class_decides_by_code_is_refused_where_it_is_met() {
    let before = "
class Loud:
    @property
    def value(self): print('property')
    def method(self): pass
    def __len__(self): print('len'); return 1
    def __eq__(self, other): print('eq')
    def __bool__(self): print('bool')
    def __hash__(self): print('hash'); return 1
class Made:
    def __getattr__(self, name): print('getattr')
class All:
    def __getattribute__(self, name): print('getattribute')
class Descriptor:
    def __get__(self, *args): print('get')
class Has:
    thing = Descriptor()
class Meta(type):
    def __getattribute__(cls, name): print('meta')
class WithMeta(metaclass=Meta): pass
class Sub(list):
    def __getitem__(self, i): print('item')
loud, made, all_, has, sub = Loud(), Made(), All(), Has(), Sub([1])
keyed, other = {1: 'one'}, [1]
";
    for expression in [
        "loud.value",
        "loud.method",
        "len(loud)",
        "loud == 1",
        "not loud",
        "keyed[loud]",
        "loud in keyed",
        "made.anything",
        "all_.x",
        "has.thing",
        "WithMeta.x",
        "sub[0]",
        "len(sub)",
        "sub == other",
        "keyed == keyed",
        "keyed.items",
    ] {
        let told = at_end(before, expression);
        assert!(told.starts_with("refused "), "{expression}: {told}");
        let printed = traced(&format!("{before}\npass\n"), &[expression]).iter().any(|line| line.get("out").is_some());
        assert!(!printed, "{expression} ran the program");
    }
}

#[test]
fn a_program_runs_the_same_with_and_without() {
    let source = "
import gc, sys
class Node:
    def __init__(self, n): self.n, self.name = n, f'node {n}'
    def __del__(self): print('gone', self.n)
def walk(n):
    node = Node(n)
    table = {node.name: node}
    while n:
        yield sys.getrefcount(node), id(node) > 0, len(table)
        n -= 1
for it in walk(40):
    print(it)
";
    let watch = ["node.n", "table['node 40'].name", "n * 2", "len(table)", "node.name[3]", "'node 40' in table", "never_a_name.at_all"];
    let without_watch = |mut lines: Vec<Json>| {
        for line in &mut lines {
            line.as_object_mut().unwrap().retain(|key, _| !["watch", "objects", "ids", "value_id"].contains(&&**key));
        }
        lines
    };
    let (with, without) = (traced(source, &watch), traced(source, &[]));
    assert!(with.iter().any(|line| line.get("watch").is_some()));
    assert_eq!(without_watch(with), without_watch(without), "output, steps, instructions and memory are the same");
}

#[test]
fn watching_is_bounded() {
    let many: Vec<String> = (0..20).map(|n| format!("n + {n}")).collect();
    let watch: Vec<&str> = many.iter().map(String::as_str).collect();
    let lines = traced("n = 1\npass\n", &watch);
    assert_eq!(lines.iter().filter(|line| line.get("refused").is_some()).count(), 12);
    let long = "items = list(range(2000))\nwhile items: items.pop(); n = len(items)\n";
    let told = told(long, "5 in items");
    assert_eq!(told[0], "<module>: refused More than 1000 items are not searched.");
    assert_eq!(told[1], "<module>: True");
    assert_eq!(told.last().unwrap(), "<module>: False");
    assert_eq!(told.len(), 3);
}

#[test]
fn a_len_of_the_programs_own_is_not_called() {
    let source = "xs = [1]\ndef f():\n    len = print\n    xs.append(len)\n    return len\nf()\nxs\nlen = f\nxs.clear()\nxs\n";
    let own = "refused Here len is the program's own, and calling it could change what the program does.";
    let expected = ["<module>: 1", &format!("f: {own}"), "<module>: 2", &format!("<module>: {own}")];
    assert_eq!(told(source, "len(xs)"), expected);
}

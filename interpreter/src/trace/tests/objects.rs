//! What objects hold: told once, then as it changes, whoever changes it. Programs are run, so that it is the program that makes the changes.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use super::forms::assert_forms_agree;
use super::scene::plain;
use crate::limits::{Limits, OBJECT_ITEMS, OBJECT_ITEMS_A_STEP, OBJECT_TEXT};
use crate::{Host, OutcomeKind, Recording, Stream, Trace, run};

#[derive(Default)]
struct Ear(String);

impl Host for Ear {
    fn write(&mut self, _: Stream, text: &str) {
        self.0.push_str(text);
    }
}

fn record(source: &str) -> Trace {
    let trace = run(source, &Limits { steps: 100_000, ..Limits::default() }, Recording::Program, &mut Ear::default());
    assert_eq!(trace.outcome().kind, OutcomeKind::Finished, "{source}");
    trace
}

fn steps_of(source: &str) -> Vec<Json> {
    let trace = record(source);
    assert_forms_agree(&trace);
    let mut steps = plain(&trace);
    steps.pop();
    steps
}

/// An object, put together from what was told of it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Object {
    type_name: String,
    attributes: Vec<(String, Json)>,
    items: Vec<Json>,
    entries: Vec<[Json; 2]>,
    length: Option<u64>,
    text: String,
}

/// The objects of a run at one step, by the rules of the document.
#[derive(Default)]
struct Objects(HashMap<u64, Object>);

impl Objects {
    /// Those after the last step that runs a line.
    fn at_line(steps: &[Json], line: u64) -> Objects {
        let last = steps.iter().rposition(|step| step["event"] == "line" && step["line"] == line).expect("a step at the line");
        let mut objects = Objects::default();
        steps[..=last].iter().for_each(|step| objects.read(step));
        objects
    }

    fn read(&mut self, step: &Json) {
        for told in step["objects"].as_array().into_iter().flatten() {
            let id = told["id"].as_u64().expect("an id");
            if let Some(type_name) = told["type"].as_str() {
                let list = |key: &str| told[key].as_array().cloned().unwrap_or_default();
                let entries = list("entries").into_iter().map(|entry| [entry[0].clone(), entry[1].clone()]).collect();
                let attributes = told["attributes"].as_object().into_iter().flatten();
                let object = Object {
                    type_name: type_name.to_owned(),
                    attributes: attributes.map(|(name, value)| (name.clone(), value.clone())).collect(),
                    items: list("items"),
                    entries,
                    length: told["length"].as_u64(),
                    text: told["text"].as_str().unwrap_or_default().to_owned(),
                };
                assert!(self.0.insert(id, object).is_none(), "object {id} is told twice");
            }
            let object = self.0.get_mut(&id).expect("an object that was told");
            told["changes"].as_array().into_iter().flatten().for_each(|change| object.change(change));
        }
    }

    /// The object that a variable held last.
    fn of(&self, steps: &[Json], name: &str) -> &Object {
        &self.0[&id_of(steps, name)]
    }

    fn at(&self, value: &Json) -> &Object {
        &self.0[&value["id"].as_u64().expect("an object")]
    }
}

impl Object {
    fn change(&mut self, change: &Json) {
        let place = change["place"].as_u64().unwrap_or_default() as usize;
        let value = change["value"].clone();
        match change["op"].as_str().expect("an op") {
            "attribute" => {
                let name = change["name"].as_str().expect("a name");
                match self.attributes.iter_mut().find(|(known, _)| known == name) {
                    Some((_, known)) => *known = value,
                    None => self.attributes.push((name.to_owned(), value)),
                }
            }
            "delete" => self.attributes.retain(|(known, _)| *known != change["name"]),
            "insert" => self.items.insert(place, value),
            "key" => self.entries.insert(place, [value, Json::Null]),
            "set" if self.entries.is_empty() => {
                self.items.resize(self.items.len().max(place + 1), Json::Null);
                self.items[place] = value;
            }
            "set" => self.entries[place][1] = value,
            "remove" if self.entries.is_empty() => drop(self.items.remove(place)),
            "remove" => drop(self.entries.remove(place)),
            "truncate" => {
                self.items.truncate(place);
                self.entries.truncate(place);
            }
            "length" => self.length = Some(place as u64),
            "forget" => self.items.truncate(place),
            other => panic!("no such change: {other}"),
        }
    }

    fn attribute(&self, name: &str) -> &Json {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map_or(&Json::Null, |(_, value)| value)
    }

    fn item_texts(&self) -> Vec<&str> {
        self.items.iter().map(|item| item["text"].as_str().or_else(|| item.as_str()).unwrap_or("?")).collect()
    }
}

fn id_of(steps: &[Json], name: &str) -> u64 {
    steps.iter().rev().find_map(|step| step["ids"][name].as_u64()).expect("a variable that holds an object")
}

/// All that was told of objects from the step before which a line ran the last time.
fn told_after(steps: &[Json], line: u64) -> Vec<Json> {
    let at = steps.iter().rposition(|step| step["line"] == line).expect("a step at the line");
    steps[at + 1]["objects"].as_array().cloned().unwrap_or_default()
}

#[test]
fn a_tree_is_told_with_its_nodes() {
    let source = "class Node:\n    def __init__(self, left, right):\n        self.left, self.right = left, right\n\
                  leaf = Node(None, None)\nroot = Node(leaf, Node(None, None))\npass\n";
    let steps = steps_of(source);
    let objects = Objects::at_line(&steps, 6);
    let root = objects.of(&steps, "root");
    assert_eq!(root.type_name, "Node");
    assert_eq!(root.attribute("left"), &json!({"text": "<Node object>", "id": id_of(&steps, "leaf")}));
    assert_eq!(objects.at(root.attribute("right")).attribute("left"), "None");
}

#[test]
fn a_change_is_told_and_nothing_else() {
    let source = "items = ['a', 'b', 'c']\npair = {'k': items}\nitems.append('d')\nitems[0] = 'z'\ndel items[1]\nitems.insert(0, 'y')\n\
                  pair['m'] = 1\npair['k'] = 2\ndel pair['k']\nitems.clear()\npass\n";
    let steps = steps_of(source);
    let items = id_of(&steps, "items");
    let pair = id_of(&steps, "pair");
    let change = |id: u64, changes: Json| vec![json!({"id": id, "changes": changes})];
    assert_eq!(told_after(&steps, 3), change(items, json!([{"op": "insert", "place": 3, "value": "'d'"}])));
    assert_eq!(told_after(&steps, 4), change(items, json!([{"op": "set", "place": 0, "value": "'z'"}])));
    assert_eq!(told_after(&steps, 5), change(items, json!([{"op": "remove", "place": 1}])));
    assert_eq!(told_after(&steps, 6), change(items, json!([{"op": "insert", "place": 0, "value": "'y'"}])));
    assert_eq!(
        told_after(&steps, 7),
        change(pair, json!([{"op": "key", "place": 1, "value": "'m'"}, {"op": "set", "place": 1, "value": "1"}]))
    );
    assert_eq!(told_after(&steps, 8), change(pair, json!([{"op": "set", "place": 0, "value": "2"}])));
    assert_eq!(told_after(&steps, 9), change(pair, json!([{"op": "remove", "place": 0}])));
    assert_eq!(told_after(&steps, 10), change(items, json!([{"op": "truncate", "place": 0}])));
    let objects = Objects::at_line(&steps, 11);
    assert_eq!(objects.of(&steps, "items").items, Vec::<Json>::new());
    assert_eq!(objects.of(&steps, "pair").entries, [[json!("'m'"), json!("1")]]);
}

#[test]
fn what_another_frame_changed_is_told_at_the_next_step_of_any() {
    let source = "from collections import deque\nqueue = deque([1])\nclass Box: pass\nbox = Box()\ndef change():\n    queue.append(2)\n    box.n = 1\n    return queue.popleft()\n\
                  change()\npass\n";
    let steps = steps_of(source);
    let queue = id_of(&steps, "queue");
    assert_eq!(told_after(&steps, 6), [json!({"id": queue, "changes": [{"op": "insert", "place": 1, "value": "2"}]})]);
    assert_eq!(told_after(&steps, 7), [json!({"id": id_of(&steps, "box"), "changes": [{"op": "attribute", "name": "n", "value": "1"}]})]);
    // The line of the return has run when the frame returns.
    let returned = steps.iter().find(|step| step["event"] == "return" && step["name"] == "change").expect("its return");
    assert_eq!(returned["objects"], json!([{"id": queue, "changes": [{"op": "remove", "place": 0}]}]));
    assert_eq!(Objects::at_line(&steps, 10).of(&steps, "queue").item_texts(), ["2"]);
}

#[test]
fn cycles_and_aliases_are_one_object() {
    let source = "a = [1]\na.append(a)\nb = (a, a)\nclass C: pass\nc = C()\nc.me = c\nc.list = a\npass\n";
    let steps = steps_of(source);
    let objects = Objects::at_line(&steps, 8);
    let a = json!({"text": "list", "id": id_of(&steps, "a")});
    assert_eq!(objects.of(&steps, "a").items, [json!("1"), a.clone()]);
    assert_eq!(objects.of(&steps, "b").items, [a.clone(), a.clone()]);
    let c = objects.of(&steps, "c");
    assert_eq!((c.attribute("list"), c.attribute("me")), (&a, &json!({"text": "<C object>", "id": id_of(&steps, "c")})));
}

#[test]
fn no_method_of_the_program_runs() {
    let loud = |name: &str, arguments: &str| format!("    def {name}(self{arguments}): print('{name} ran')\n");
    let methods: String = [
        ("__repr__", ""),
        ("__iter__", ""),
        ("__len__", ""),
        ("__getitem__", ", i"),
        ("__eq__", ", o"),
        ("__bool__", ""),
        ("__getattr__", ", n"),
        ("__getattribute__", ", n"),
        ("__del__", ""),
    ]
    .map(|(name, arguments)| loud(name, arguments))
    .concat();
    let source = format!(
        "class L(list):\n{methods}    __hash__ = None\nclass D(dict):\n{methods}class P:\n    __slots__ = ('s',)\n{methods}\
         l, d, p = L([1]), D(k=1), P()\np.s = l\nlist.append(l, d)\ndict.__setitem__(d, 'p', p)\npass\nimport os_that_is_not_there if False else None\n"
    )
    .replace("import os_that_is_not_there if False else None\n", "print('the end')\n");
    let mut ear = Ear::default();
    let trace = run(&source, &Limits::default(), Recording::Program, &mut ear);
    let mut unrecorded = Ear::default();
    run(&source, &Limits::default(), Recording::Off, &mut unrecorded);
    assert_eq!(ear.0, unrecorded.0, "a recorded run prints what an unrecorded one prints");
    assert!(ear.0.starts_with("the end\n"), "{}", ear.0);
    assert_forms_agree(&trace);
    let mut steps = plain(&trace);
    steps.pop();
    let last = Objects::at_line(&steps, source.lines().count() as u64);
    let l = last.of(&steps, "l");
    assert_eq!(l.type_name, "L");
    assert_eq!(last.at(&l.items[1]).entries[1][0], "'p'");
    assert_eq!(last.of(&steps, "p").attribute("s")["id"], id_of(&steps, "l"));
}

#[test]
fn nothing_is_kept_alive() {
    let source = "class Node:\n    def __del__(self): print('gone', self.n)\nhold = []\nfor n in range(3):\n    node = Node()\n    node.n = n\n    hold.append(node)\n\
                  del node\nhold.pop(0)\nhold.clear()\nprint('end')\n";
    let mut ear = Ear::default();
    run(source, &Limits::default(), Recording::Program, &mut ear);
    assert_eq!(ear.0, "gone 0\ngone 2\ngone 1\nend\n");
}

#[test]
fn memory_of_dead_objects_is_given_back() {
    let trace = record("kept = []\nfor n in range(30_000):\n    kept = [n, [n]]\n");
    assert_eq!(trace.outcome().recording_ended_by, None);
    assert_eq!(trace.outcome().objects_end, None, "what was kept of lists that have died counts no longer");
}

#[test]
fn numbers_are_never_used_again() {
    let steps = steps_of("for n in range(300):\n    made = [n]\n    del made\n");
    let mut ids: Vec<u64> = steps.iter().filter_map(|step| step["ids"]["made"].as_u64()).collect();
    assert_eq!(ids.len(), 300);
    ids.dedup();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 300);
}

#[test]
fn long_lists_are_cut_and_say_so() {
    let steps = steps_of("big = list(range(10_000))\nbig[5_000] = 'x'\nbig[3] = 'y'\npass\nbig.append(1)\npass\ndel big[0]\npass\n");
    let objects = Objects::at_line(&steps, 4);
    let big = objects.of(&steps, "big");
    assert_eq!(big.length, Some(10_000));
    assert_eq!((&big.items[3], &big.items[OBJECT_ITEMS - 1]), (&json!("'y'"), &json!((OBJECT_ITEMS - 1).to_string())));
    assert_eq!((&big.items[5_000], &big.items[4_999]), (&json!("'x'"), &Json::Null));
    assert_eq!(Objects::at_line(&steps, 6).of(&steps, "big").length, Some(10_001));
    let objects = Objects::at_line(&steps, 8);
    let big = objects.of(&steps, "big");
    assert_eq!((big.length, big.items.len()), (Some(10_000), OBJECT_ITEMS));
    assert_eq!((&big.items[2], &big.items[OBJECT_ITEMS - 1]), (&json!("'y'"), &json!(OBJECT_ITEMS.to_string())));
}

#[test]
fn what_is_too_much_for_a_step_is_told_when_a_variable_holds_it() {
    let steps = steps_of("rows = [[n] * 100 for n in range(300)]\nrow = rows[200]\npass\n");
    let rows = Objects::at_line(&steps, 2);
    let told = rows.of(&steps, "rows").items.iter().filter(|row| rows.0.contains_key(&row["id"].as_u64().expect("a list"))).count();
    assert!((30..=OBJECT_ITEMS_A_STEP / 100).contains(&told), "{told}");
    assert_eq!(Objects::at_line(&steps, 3).of(&steps, "row").items.len(), 100);
}

#[test]
fn a_long_chain_is_told_as_it_is_walked() {
    let source = "class Link: pass\nhead = Link()\nhead.n, head.next = 0, None\nfor n in range(1, 60):\n    link = Link()\n    link.n, link.next = n, head\n    head = link\n    del link\n\
                  for n in range(50):\n    head = head.next\npass\n";
    let steps = steps_of(source);
    let objects = Objects::at_line(&steps, 11);
    assert_eq!(objects.of(&steps, "head").attribute("n"), "9");
}

#[test]
fn functions_have_cells_and_cells_have_contents() {
    let source = "def counter():\n    total = 0\n    def add(n):\n        nonlocal total\n        total += n\n    def look():\n        return total\n    return add, look\n\
                  plus, peek = counter()\nplus(5)\npass\n";
    let steps = steps_of(source);
    let objects = Objects::at_line(&steps, 11);
    let cell = objects.of(&steps, "plus").attribute("total");
    assert_eq!(cell, objects.of(&steps, "peek").attribute("total"));
    assert_eq!(
        objects.at(cell),
        &Object { type_name: "cell".into(), attributes: vec![("cell_contents".into(), json!("5"))], ..Object::default() }
    );
}

#[test]
fn sets_exceptions_slots_and_subclasses_are_told() {
    let source = "class S:\n    __slots__ = ('a', 'b')\ns = S()\ns.a = 1\ns.b = 2\ndel s.a\n\
                  numbers = {3}\nnumbers.add(1)\n\
                  try:\n    raise ValueError('x', [1])\nexcept ValueError as e:\n    error = e\nerror.note = 'n'\n\
                  from collections import Counter, namedtuple, OrderedDict\ncount = Counter('ab')\ncount['a'] += 1\n\
                  spelled = OrderedDict(a=1)\nspelled['b'] = 2\nspelled.move_to_end('a')\nframes = frozenset([(1, 2)])\npass\n";
    let steps = steps_of(source);
    let last = source.lines().count() as u64;
    let objects = Objects::at_line(&steps, last);
    assert_eq!(objects.of(&steps, "s").attributes, [("b".to_owned(), json!("2"))]);
    assert_eq!(objects.of(&steps, "numbers").item_texts(), ["1", "3"]);
    let error = objects.of(&steps, "error");
    assert_eq!((error.type_name.as_str(), error.attribute("note")), ("ValueError", &json!("'n'")));
    assert_eq!(objects.at(error.attribute("args")).items[0], "'x'");
    assert_eq!(objects.of(&steps, "count").entries, [[json!("'a'"), json!("2")], [json!("'b'"), json!("1")]]);
    let spelled = objects.of(&steps, "spelled");
    assert_eq!(
        (spelled.type_name.as_str(), &spelled.entries),
        ("OrderedDict", &vec![[json!("'b'"), json!("2")], [json!("'a'"), json!("1")]])
    );
    assert_eq!(objects.of(&steps, "frames").items.len(), 1);
}

#[test]
fn a_dict_that_the_program_has_seen_is_still_its_instance_s() {
    let steps = steps_of("class C: pass\nc = C()\nc.x = 1\nown = c.__dict__\nown['y'] = 2\nc.z = 3\ndel c.x\npass\n");
    let objects = Objects::at_line(&steps, 8);
    assert_eq!(objects.of(&steps, "c").attributes, [("y".to_owned(), json!("2")), ("z".to_owned(), json!("3"))]);
    assert_eq!(objects.of(&steps, "own").entries, [[json!("'y'"), json!("2")], [json!("'z'"), json!("3")]]);
}

#[test]
fn tasks_say_what_they_wait_for() {
    let source = "import asyncio\nasync def wait(lock):\n    async with lock:\n        await asyncio.sleep(1)\nasync def main():\n    lock = asyncio.Lock()\n    queue = asyncio.Queue()\n    task = asyncio.create_task(wait(lock), name='waiter')\n    await asyncio.sleep(0.5)\n    queue.put_nowait('item')\n    pass\n    await task\n    pass\nasyncio.run(main())\n";
    let steps = steps_of(source);
    let objects = Objects::at_line(&steps, 11);
    let task = objects.of(&steps, "task");
    assert_eq!(
        (task.type_name.as_str(), task.attribute("name"), task.attribute("state")),
        ("Task", &json!("'waiter'"), &json!("'PENDING'"))
    );
    let coroutine = task.attribute("coroutine");
    assert_eq!(coroutine["text"], "<coroutine wait>");
    assert_eq!(steps.iter().find(|step| step["frame"] == coroutine["frame"]).expect("its frame")["name"], "wait");
    assert_eq!(objects.at(task.attribute("waits_for")).attribute("state"), "'PENDING'");
    assert_eq!(objects.of(&steps, "lock").attribute("_locked"), "True");
    assert_eq!(objects.at(objects.of(&steps, "queue").attribute("_queue")).item_texts(), ["'item'"]);
    let ended = Objects::at_line(&steps, 13);
    assert_eq!(ended.of(&steps, "task").attribute("state"), "'FINISHED'");
    assert_eq!(ended.of(&steps, "task").attribute("waits_for"), &Json::Null);
    assert_eq!(ended.of(&steps, "lock").attribute("_locked"), "False");
}

#[test]
fn long_texts_are_told_in_full_up_to_a_limit() {
    let steps = steps_of("short = 'a' * 78\nlong = 'b' * 79\nvast = 'c' * 100_000\npass\n");
    let objects = Objects::at_line(&steps, 4);
    assert!(steps.iter().all(|step| step["ids"]["short"].is_null()));
    assert_eq!(objects.of(&steps, "long").text, format!("'{}'", "b".repeat(79)));
    assert_eq!(objects.of(&steps, "vast").text.chars().count(), OBJECT_TEXT);
}

#[test]
fn a_loop_over_numbers_tells_nothing_of_objects() {
    let steps = steps_of("total = 0\nfor n in range(100):\n    total += n * n\n    if total % 2:\n        total -= 1\n");
    assert!(steps.iter().all(|step| step["objects"].is_null()));
}

#[test]
fn a_change_costs_the_same_in_a_long_list() {
    let size = |length: usize| {
        let source = format!("items = [0] * {length}\nfor n in range(2_000):\n    items[n * 7919 % {length}] = n\n");
        let trace = record(&source);
        assert_eq!(trace.outcome().objects_end, None);
        trace.account.objects.of.len()
    };
    let (short, long) = (size(100), size(10_000));
    assert!(long <= short + OBJECT_ITEMS, "{short} {long}");
}

#[test]
fn past_the_limit_the_recording_goes_on_without_objects() {
    let source = "from random import shuffle\nitems = list(range(400))\nfor n in range(1_000):\n    shuffle(items)\n";
    let trace = record(source);
    assert_forms_agree(&trace);
    assert_eq!(trace.outcome().recording_ended_by, None);
    let end = trace.outcome().objects_end.expect("the limit on objects was passed");
    assert!((300..trace.outcome().steps).contains(&end), "{end}");
    let lines = plain(&trace);
    assert_eq!(lines.last().expect("an outcome")["objects_end"], end);
    let told = |step: &Json| !step["objects"].is_null();
    assert!(lines[..end as usize].iter().filter(|step| told(step)).count() > 100);
    assert!(!lines[end as usize..].iter().any(told));
}

//! Reads the packed form of a trace by the rules of `docs/trace.md` alone: the lines that the plain form has.

use std::sync::LazyLock;

use serde_json::{Map, Value as Json, json};

static WORDS: LazyLock<Json> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../docs/trace-words.json")).expect("the words are JSON"));

/// The steps of a packed trace and then its outcome, as the plain form writes them.
pub fn lines(packed: &Json) -> Vec<Json> {
    Unpacker { packed }.lines()
}

/// Reads a packed trace as a page does.
struct Unpacker<'a> {
    packed: &'a Json,
}

impl Unpacker<'_> {
    fn lines(&self) -> Vec<Json> {
        let frames = sums(&self.packed["steps"]["frame"]);
        let lines = sums(&self.packed["steps"]["line"]);
        let mut steps = Vec::new();
        let (mut own, mut sub) = (self.packed["outcome"]["from"].as_i64().unwrap_or(0), 0);
        for (at, letter) in letters(&self.packed["steps"]["event"]).enumerate() {
            let mut step = self.step(frames[at] as usize, letter);
            step.insert("line".into(), json!(lines[at]));
            if letter == 'o' {
                step.insert("step".into(), json!(own - 1));
            } else if step.contains_key("library") {
                sub += 1;
                step.insert("sub".into(), json!(sub));
                step.insert("step".into(), json!(i64::max(own - 1, 0)));
            } else {
                sub = 0;
                own += 1;
                step.insert("step".into(), json!(own - 1));
            }
            steps.push(step);
        }
        self.add_columns(&mut steps);
        let mut lines: Vec<Json> = steps.into_iter().map(Json::Object).collect();
        if let Some(overview) = self.packed.get("overview") {
            lines.push(json!({ "overview": overview }));
        }
        lines.push(self.packed["outcome"].clone());
        lines
    }

    fn step(&self, frame: usize, letter: char) -> Map<String, Json> {
        let frames = &self.packed["frames"];
        let mut step = Map::new();
        let letter_of_kind = letters(&frames["kind"]).nth(frame).expect("a kind for each frame");
        step.insert("event".into(), word("events", &letter.to_string()));
        step.insert("frame".into(), json!(frame));
        step.insert("kind".into(), word("kinds", &letter_of_kind.to_string()));
        step.insert("name".into(), self.text(&frames["name"][frame]));
        if entries(&frames["awaitable"]).any(|id| *id == json!(frame)) {
            step.insert("awaitable".into(), json!(true));
        }
        for fact in ["library", "task"] {
            if let Some(pair) = entries(&frames[fact]).find(|pair| pair[0] == json!(frame)) {
                step.insert(fact.into(), self.text(&pair[1]));
            }
        }
        step
    }

    fn add_columns(&self, steps: &mut [Map<String, Json>]) {
        self.each("how", |at, entry| {
            steps[at].insert("how".into(), listed("hows", &entry("how")));
            if entry("verb") != json!(0) {
                steps[at].insert("verb".into(), listed("verbs", &entry("verb")));
            }
            if entry("construct") != json!(0) {
                steps[at].insert("construct".into(), listed("constructs", &entry("construct")));
            }
        });
        self.each("through", |at, entry| list(&mut steps[at], "through", self.text(&entry("text"))));
        let places = &self.packed["places"];
        let lines = sums(&places["line"]);
        self.each("expression", |at, entry| {
            let place = entry("place").as_u64().expect("a place is an index") as usize;
            let end_line = lines[place] + places["lines"][place].as_i64().expect("a number of lines");
            let (column, end_column) = (&places["column"][place], &places["end_column"][place]);
            let told = json!({"line": lines[place], "column": column, "end_line": end_line, "end_column": end_column});
            steps[at].insert("expression".into(), told);
        });
        for mark in ["generator_exit", "by_close", "clock_read"] {
            self.each(mark, |at, _| {
                steps[at].insert(mark.into(), json!(true));
            });
        }
        self.each("peer", |at, entry| {
            let leaves = ["suspend", "return", "raise"].contains(&steps[at]["event"].as_str().unwrap_or(""));
            steps[at].insert(if leaves { "to" } else { "by" }.into(), entry("frame"));
        });
        self.each("value", |at, entry| {
            steps[at].insert("value".into(), self.text(&entry("text")));
            add_numbers(&mut steps[at], "value_id", "value_frame", &entry);
        });
        self.each("states", |at, entry| {
            let state = word("states", entry("state").as_str().expect("a letter"));
            group(&mut steps[at], "states", &entry("frame").to_string(), state);
        });
        self.each("locals", |at, entry| {
            let name = self.text(&entry("name"));
            let name = name.as_str().unwrap_or_default();
            let text = if entry("text") == json!(-1) { Json::Null } else { self.text(&entry("text")) };
            group(&mut steps[at], "locals", name, text);
            if entry("object") != json!(0) {
                group(&mut steps[at], "ids", name, entry("object"));
            }
            if entry("frame") != json!(-1) {
                group(&mut steps[at], "frames", name, entry("frame"));
            }
        });
        self.each("exceptions", |at, entry| {
            let event = if entry("caught") == json!(1) { "caught" } else { "raised" };
            let mut told = json!({"event": event, "type": self.text(&entry("type")), "message": self.text(&entry("message"))});
            if entry("before") != json!(0) {
                told["before"] = json!(true);
            }
            list(&mut steps[at], "exception", told);
        });
        self.each("output", |at, entry| {
            let stream = if entry("error") == json!(1) { "err" } else { "out" };
            let text = self.text(&entry("text"));
            let written = steps[at].get(stream).and_then(Json::as_str).unwrap_or_default().to_owned();
            steps[at].insert(stream.into(), json!(written + text.as_str().unwrap_or_default()));
            let mut piece = json!({"stream": stream, "text": text, "frame": entry("frame")});
            if entry("line") != json!(0) {
                piece["line"] = entry("line");
            }
            list(&mut steps[at], "written", piece);
        });
        self.each("loop", |at, entry| list(&mut steps[at], "loop", self.loop_event(&entry)));
        let numbers = sums(&self.packed["objects"]["object"]);
        let mut row = 0;
        self.each("objects", |at, entry| {
            self.add_object(&mut steps[at], numbers[row], &entry);
            row += 1;
        });
    }

    /// What is told of an object joins what was told of it just before.
    fn add_object(&self, step: &mut Map<String, Json>, number: i64, entry: &dyn Fn(&str) -> Json) {
        let told = step.entry("objects").or_insert_with(|| json!([])).as_array_mut().expect("a list");
        if told.last().is_none_or(|last| last["id"] != json!(number)) {
            told.push(json!({"id": number}));
        }
        let told = told.last_mut().expect("one at least");
        let op = listed("object_ops", &entry("op"));
        let op = op.as_str().unwrap_or_default();
        let value = self.held(entry);
        let named = |place: &Json| self.text(place).as_str().unwrap_or_default().to_owned();
        let is_new = told["type"].is_string();
        match op {
            "new" => {
                told["type"] = self.text(&entry("text"));
                if entry("frame") != json!(-1) {
                    told["frame"] = entry("frame");
                }
                if let Some(shape) = ["items", "entries"].get(entry("place").as_u64().unwrap_or_default().wrapping_sub(1) as usize) {
                    told[*shape] = json!([]);
                }
            }
            "text" => told["text"] = value,
            "attribute" if is_new => told["attributes"][named(&entry("place"))] = value,
            "insert" if is_new => told["items"].as_array_mut().expect("a list").push(value),
            "key" if is_new => told["entries"].as_array_mut().expect("a list").push(json!([value])),
            "set" if is_new => {
                let entry = told["entries"].as_array_mut().and_then(|entries| entries.last_mut());
                entry.and_then(Json::as_array_mut).expect("an entry").push(value);
            }
            "length" if is_new => told["length"] = entry("place"),
            _ => {
                let mut change = json!({"op": op});
                match op {
                    "attribute" | "delete" => change["name"] = json!(named(&entry("place"))),
                    _ => change["place"] = entry("place"),
                }
                if ["attribute", "insert", "key", "set"].contains(&op) {
                    change["value"] = value;
                }
                if told["changes"].is_null() {
                    told["changes"] = json!([]);
                }
                told["changes"].as_array_mut().expect("a list").push(change);
            }
        }
    }

    /// A value inside of an object.
    fn held(&self, entry: &dyn Fn(&str) -> Json) -> Json {
        let text = self.text(&entry("text"));
        if entry("value") == json!(0) {
            return text;
        }
        let mut value = json!({"text": text, "id": entry("value")});
        if entry("frame") != json!(-1) {
            value["frame"] = entry("frame");
        }
        value
    }

    fn loop_event(&self, entry: &dyn Fn(&str) -> Json) -> Json {
        let op = listed("loop_ops", &entry("op"));
        let mut event = Map::new();
        if !["time", "begin", "stop"].contains(&op.as_str().unwrap_or_default()) {
            event.insert("id".into(), entry("id"));
        }
        event.insert("op".into(), op);
        if entry("text") != json!(0) {
            event.insert("text".into(), self.text(&entry("text")));
        }
        if !entry("when").is_null() {
            event.insert("when".into(), entry("when"));
        }
        if entry("frame") != json!(-1) {
            event.insert("frame".into(), entry("frame"));
        }
        if entry("task") != json!(0) {
            event.insert("task".into(), entry("task"));
        }
        if entry("end") != json!(0) {
            event.insert("end".into(), listed("task_ends", &entry("end")));
        }
        if entry("value") != json!(0) {
            event.insert("value".into(), self.text(&entry("value")));
        }
        Json::Object(event)
    }

    /// Every entry of a column: the step it stands at, and how to read its fields.
    fn each(&self, column: &str, mut see: impl FnMut(usize, &dyn Fn(&str) -> Json)) {
        let column = &self.packed[column];
        for (index, at) in sums(&column["at"]).into_iter().enumerate() {
            see(at as usize, &|field| match &column[field] {
                Json::String(letters) => json!(letters.chars().nth(index).map(String::from)),
                other => other[index].clone(),
            });
        }
    }

    fn text(&self, index: &Json) -> Json {
        self.packed["strings"][index.as_u64().expect("a text is an index") as usize].clone()
    }
}

/// The word of a letter, or of a number.
fn word(words: &str, letter: &str) -> Json {
    let word = &WORDS[words][letter];
    assert!(word.is_string(), "none of the {words} has the letter {letter}");
    word.clone()
}

fn listed(words: &str, index: &Json) -> Json {
    let word = &WORDS[words][index.as_u64().expect("an index") as usize];
    assert!(word.is_string(), "none of the {words} has the number {index}");
    word.clone()
}

fn add_numbers(step: &mut Map<String, Json>, object: &str, frame: &str, entry: &dyn Fn(&str) -> Json) {
    if entry("object") != json!(0) {
        step.insert(object.into(), entry("object"));
    }
    if entry("frame") != json!(-1) {
        step.insert(frame.into(), entry("frame"));
    }
}

fn group(step: &mut Map<String, Json>, key: &str, name: &str, value: Json) {
    step.entry(key).or_insert_with(|| json!({}))[name] = value;
}

fn list(step: &mut Map<String, Json>, key: &str, value: Json) {
    step.entry(key).or_insert_with(|| json!([])).as_array_mut().expect("a list").push(value);
}

fn sums(differences: &Json) -> Vec<i64> {
    let mut sum = 0;
    entries(differences)
        .map(|difference| {
            sum += difference.as_i64().expect("a difference is a number");
            sum
        })
        .collect()
}

fn entries(column: &Json) -> impl Iterator<Item = &Json> {
    column.as_array().expect("a column").iter()
}

fn letters(column: &Json) -> impl Iterator<Item = char> {
    column.as_str().expect("a column of letters").chars()
}

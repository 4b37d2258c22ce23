//! The traces of every example and every program of the corpus agree with CPython 3.11's own account of it: the same frames entered,
//! the same lines, the same ends, and at each line every generator, coroutine and async generator in the same state.
//! `account.py` tells what an account is.

use std::collections::BTreeMap;
use std::fmt;
use std::iter::Peekable;

use libtest_mimic::Failed;
use serde::Deserialize;
use stillframe_interpreter::Recording;

use crate::corpus::{Program, steps_of};

/// How many events before the first difference a report shows.
const CONTEXT: usize = 4;

pub fn agrees(program: &Program) -> Result<(), Failed> {
    let account = program.account().expect("asked for before");
    let whole = !account.ends_with("truncated\n");
    let cpython: Vec<Event> = read_account(account.trim_end_matches("truncated\n"))?;
    let run = program.run(Recording::Program);
    let ours = project(&read_steps(&run.plain)?);
    let same = cpython.iter().zip(&ours).take_while(|(one, other)| one.agrees_with(other)).count();
    if same == cpython.len() && (same == ours.len() || !whole) {
        return Ok(());
    }
    Err(report(program, &cpython, &ours, same, run.plain.last()).into())
}

/// One thing CPython's trace function tells.
struct Event {
    what: String,
    name: String,
    line: u32,
    /// At `line` events: those that are not closed, in order of creation, as an account writes them.
    states: Vec<String>,
    /// The step it comes from, in a trace of ours.
    step: Option<u64>,
}

impl Event {
    fn agrees_with(&self, other: &Event) -> bool {
        self.what == other.what && self.name == other.name && self.line == other.line && self.states == other.states
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.what, self.name, self.line)?;
        if !self.states.is_empty() {
            write!(f, " | {}", self.states.join(" "))?;
        }
        match self.step {
            Some(step) => write!(f, "   (step {step})"),
            None => Ok(()),
        }
    }
}

fn read_account(text: &str) -> Result<Vec<Event>, String> {
    let mut states = Vec::new();
    text.lines()
        .map(|line| {
            let (event, changed) = match line.split_once(" |") {
                Some((event, changed)) => (event, Some(changed)),
                None => (line, None),
            };
            if let Some(changed) = changed {
                states = changed.split_whitespace().map(str::to_owned).collect();
            }
            let mut words = event.split(' ');
            let (Some(what), Some(name), Some(Ok(number)), None) = (words.next(), words.next(), words.next().map(str::parse), words.next())
            else {
                return Err(format!("no line of an account: {line}"));
            };
            let states = if what == "line" { states.clone() } else { Vec::new() };
            Ok(Event { what: what.to_owned(), name: name.to_owned(), line: number, states, step: None })
        })
        .collect()
}

/// A step of the plain form, as far as an account can tell it.
#[derive(Deserialize)]
struct Step {
    step: u64,
    event: String,
    frame: u32,
    kind: String,
    name: String,
    line: u32,
    #[serde(default)]
    states: BTreeMap<u32, String>,
}

fn read_steps(plain: &[String]) -> Result<Vec<Step>, String> {
    steps_of(plain).map(|line| serde_json::from_str(line).map_err(|error| format!("{error}: {line}"))).collect()
}

/// The events of the steps, up to the end of the module.
fn project(steps: &[Step]) -> Vec<Event> {
    let mut sleepers = Sleepers::default();
    let mut events = Vec::new();
    let mut steps = steps.iter().peekable();
    while let Some(step) = steps.next() {
        let began = sleepers.has_begun(step.frame);
        sleepers.follow(step);
        if !began && is_thrown_into(step, &mut steps) {
            sleepers.follow(steps.next().expect("just looked at"));
            continue;
        }
        events.extend(event(step, began, &sleepers));
        // A module that is a coroutine has a loop around it, which goes on.
        if step.kind == "module" && !sleepers.knows(step.frame) && matches!(step.event.as_str(), "return" | "raise") {
            break;
        }
    }
    events
}

/// Whether the step only wakes a frame to raise in it at once, which both sides leave out where the frame never ran.
fn is_thrown_into<'a>(step: &Step, next: &mut Peekable<impl Iterator<Item = &'a Step>>) -> bool {
    step.event == "resume" && next.peek().is_some_and(|next| next.event == "raise" && next.frame == step.frame)
}

fn event(step: &Step, began: bool, sleepers: &Sleepers) -> Option<Event> {
    let what = match step.event.as_str() {
        "call" | "resume" => "enter",
        "suspend" => "yield",
        "create" | "drop" => return None,
        same => same,
    };
    // CPython enters a module at line 0, before its first.
    let begins = step.event == "call" || what == "enter" && !began;
    let line = if begins && step.kind == "module" { 0 } else { step.line };
    let states = if what == "line" { sleepers.told() } else { Vec::new() };
    Some(Event { what: what.to_owned(), name: step.name.clone(), line, states, step: Some(step.step) })
}

/// The generators, coroutines and async generators of the program.
#[derive(Default)]
struct Sleepers {
    /// By frame: the letter of its kind, its name, its state.
    frames: BTreeMap<u32, (&'static str, String, String)>,
}

impl Sleepers {
    fn knows(&self, frame: u32) -> bool {
        self.frames.contains_key(&frame)
    }

    fn has_begun(&self, frame: u32) -> bool {
        self.frames.get(&frame).is_none_or(|(_, _, state)| state != "created")
    }

    fn follow(&mut self, step: &Step) {
        if step.event == "create" {
            self.frames.insert(step.frame, (letter(&step.kind), step.name.clone(), String::new()));
        }
        for (frame, state) in &step.states {
            if let Some(sleeper) = self.frames.get_mut(frame) {
                sleeper.2.clone_from(state);
            }
        }
    }

    fn told(&self) -> Vec<String> {
        let open = self.frames.values().filter(|(_, _, state)| state != "closed");
        open.map(|(kind, name, state)| format!("{kind}{}:{name}", &state[..state.len().min(1)])).collect()
    }
}

fn letter(kind: &str) -> &'static str {
    match kind {
        "generator" => "g",
        "coroutine" | "module" => "r",
        "async_generator" => "a",
        _ => "?",
    }
}

fn report(program: &Program, cpython: &[Event], ours: &[Event], same: usize, outcome: Option<&String>) -> String {
    let shown = |events: &[Event]| events.get(same).map_or("(the end)".to_owned(), Event::to_string);
    let line = cpython.get(same).or(ours.get(same)).map_or(0, |event| event.line as usize);
    let source = program.source.lines().nth(line.wrapping_sub(1)).unwrap_or_default();
    let mut text = format!("event {same} of {} differs, at line {line}: {}\n", cpython.len(), source.trim());
    for event in &ours[same.saturating_sub(CONTEXT)..same] {
        text.push_str(&format!("  both     {event}\n"));
    }
    text.push_str(&format!("  CPython  {}\n  here     {}\n", shown(cpython), shown(ours)));
    if ours.len() <= same {
        text.push_str(&format!("  outcome  {}\n", outcome.map_or("none", String::as_str)));
    }
    text
}

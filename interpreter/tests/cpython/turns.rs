//! Every trace tells of a loop that is one: a first come first served ready queue from which each callback leaves once, timers that are set
//! before they go, a clock that never goes back, and no frame that a task drives is resumed by the loop but in a turn of that task.

use std::collections::{HashMap, HashSet, VecDeque};

use libtest_mimic::Failed;
use serde::Deserialize;
use stillframe_interpreter::Recording;

use crate::corpus::{Program, steps_of};

pub fn make_sense(program: &Program) -> Result<(), Failed> {
    let run = program.run(Recording::Program);
    let mut queue = Loop::default();
    for line in steps_of(&run.plain) {
        let step: Step = serde_json::from_str(line).map_err(|error| format!("{error}: {line}"))?;
        queue.follow(&step).map_err(|complaint| format!("{complaint}, in {line}"))?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Step {
    event: String,
    frame: u32,
    how: Option<String>,
    #[serde(default, rename = "loop")]
    events: Vec<Event>,
}

#[derive(Deserialize)]
struct Event {
    op: String,
    id: Option<u32>,
    when: Option<f64>,
    frame: Option<u32>,
}

#[derive(Default)]
struct Loop {
    time: f64,
    /// Callbacks in the queue, each with the frame of the task that it steps.
    ready: VecDeque<(u32, Option<u32>)>,
    timers: HashSet<u32>,
    /// By number: whether the task is done.
    tasks: HashMap<u32, bool>,
    /// The frames that tasks drive.
    driven: HashSet<u32>,
    /// The frame of the task whose turn it is.
    turn: Option<u32>,
}

impl Loop {
    fn follow(&mut self, step: &Step) -> Result<(), String> {
        let by_loop = step.event == "resume" && step.how.as_deref() == Some("loop");
        if by_loop && self.driven.contains(&step.frame) && self.turn != Some(step.frame) {
            return Err(format!("frame {} is resumed in the turn of {:?}", step.frame, self.turn));
        }
        step.events.iter().try_for_each(|event| self.happen(event))
    }

    fn happen(&mut self, event: &Event) -> Result<(), String> {
        let id = event.id.unwrap_or_default();
        match event.op.as_str() {
            "time" if event.when < Some(self.time) => return Err("the clock goes back".to_owned()),
            "time" => self.time = event.when.unwrap_or_default(),
            "ready" if self.ready.iter().any(|(other, _)| *other == id) => return Err(format!("callback {id} is in the queue twice")),
            "ready" => self.ready.push_back((id, event.frame)),
            "run" => match self.ready.pop_front() {
                Some((first, frame)) if first == id => self.turn = frame,
                other => return Err(format!("callback {id} runs, where {other:?} is the first")),
            },
            "passed" => {
                let before = self.ready.len();
                self.ready.retain(|(other, _)| *other != id);
                if self.ready.len() == before {
                    return Err(format!("callback {id} left the queue without having been there"));
                }
            }
            "timer" => {
                self.timers.insert(id);
            }
            "timer_gone" if !self.timers.remove(&id) => return Err(format!("timer {id} is gone without having been set")),
            "task" => {
                self.driven.extend(event.frame);
                if self.tasks.insert(id, false).is_some() {
                    return Err(format!("task {id} is made twice"));
                }
            }
            "task_done" if self.tasks.insert(id, true) != Some(false) => return Err(format!("task {id} is done twice, or was never made")),
            "task_waits" | "task_name" | "task_cancel" if !self.tasks.contains_key(&id) => return Err(format!("there is no task {id}")),
            _ => {}
        }
        Ok(())
    }
}

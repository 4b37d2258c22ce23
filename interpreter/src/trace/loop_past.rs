//! What is left of the event loop's past where a recording begins in the middle of a run: the fewest events that lead to what it is then.

use std::collections::{BTreeMap, VecDeque};

use crate::object::runtime::LoopEvent;

/// The loop as its events have left it.
#[derive(Default)]
pub struct LoopPast {
    runs: bool,
    time: Option<f64>,
    tasks: BTreeMap<u32, TaskPast>,
    timers: BTreeMap<u32, LoopEvent>,
    /// The callbacks that are ready, in their order.
    ready: VecDeque<(u32, LoopEvent)>,
    /// The callback that ran last.
    last: Option<(u32, LoopEvent)>,
}

/// A task that is not done.
struct TaskPast {
    made: LoopEvent,
    named: Option<LoopEvent>,
    waits: Option<LoopEvent>,
    cancelled: Option<LoopEvent>,
    frame: Option<u32>,
}

impl LoopPast {
    pub fn note(&mut self, event: LoopEvent) {
        match event {
            LoopEvent::Time(when) => self.time = Some(when),
            LoopEvent::Begin => self.runs = true,
            LoopEvent::Stop => {
                self.runs = false;
                self.last = None;
            }
            LoopEvent::Ready { id, .. } => self.ready.push_back((id, event)),
            LoopEvent::Run { id } => self.last = self.take_ready(id),
            LoopEvent::Passed { id } => drop(self.take_ready(id)),
            LoopEvent::Timer { id, .. } => drop(self.timers.insert(id, event)),
            LoopEvent::TimerGone { id } => drop(self.timers.remove(&id)),
            LoopEvent::Task { number, frame, .. } => {
                self.tasks.insert(number, TaskPast { made: event, named: None, waits: None, cancelled: None, frame });
            }
            LoopEvent::TaskDone { number, .. } => drop(self.tasks.remove(&number)),
            LoopEvent::TaskName { number, .. } => self.change(number, |task| task.named = Some(event)),
            LoopEvent::TaskWaits { number, .. } => self.change(number, |task| task.waits = Some(event)),
            LoopEvent::TaskCancel { number } => self.change(number, |task| task.cancelled = Some(event)),
        }
    }

    fn change(&mut self, number: u32, change: impl FnOnce(&mut TaskPast)) {
        if let Some(task) = self.tasks.get_mut(&number) {
            change(task);
        }
    }

    fn take_ready(&mut self, id: u32) -> Option<(u32, LoopEvent)> {
        let at = self.ready.iter().position(|(ready, _)| *ready == id)?;
        self.ready.remove(at)
    }

    /// The events that lead to the present. `runs` says whether a frame is running, by the virtual machine's number: a task whose frame runs
    /// waits for nothing, and one whose frame does not is not what the loop runs.
    pub fn events(self, runs: impl Fn(u32) -> bool) -> Vec<LoopEvent> {
        let frames: BTreeMap<u32, u32> = self.tasks.iter().filter_map(|(number, task)| Some((*number, task.frame?))).collect();
        let mut events = Vec::new();
        events.extend(self.runs.then_some(LoopEvent::Begin));
        events.extend(self.time.map(LoopEvent::Time));
        for task in self.tasks.into_values() {
            events.push(task.made);
            events.extend(task.named);
            events.extend(task.waits.filter(|_| !task.frame.is_some_and(&runs)));
            events.extend(task.cancelled);
        }
        events.extend(self.timers.into_values());
        if let Some((id, last)) = self.last {
            let is_running =
                matches!(&last, LoopEvent::Ready { task: Some(task), .. } if frames.get(task).is_some_and(|frame| runs(*frame)));
            if is_running {
                events.extend([last, LoopEvent::Run { id }]);
            }
        }
        events.extend(self.ready.into_iter().map(|(_, event)| event));
        events
    }
}

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
    /// Bytes of what was noted since they were last counted, and of what was held then.
    noted: usize,
    /// There was more than may be held: nothing is any more.
    is_too_large: bool,
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
    /// Notes an event. What lives, and the texts that the program made up for it, may take `most` bytes.
    pub fn note(&mut self, event: LoopEvent, most: usize) {
        self.noted += bytes_of(&event);
        if self.noted > most {
            self.noted = self.events_held().map(bytes_of).sum();
            // Counted again after as much more at the earliest.
            if self.noted > most / 2 {
                *self = LoopPast { is_too_large: true, ..LoopPast::default() };
            }
        }
        if !self.is_too_large {
            self.follow(event);
        }
    }

    pub fn is_too_large(&self) -> bool {
        self.is_too_large
    }

    fn events_held(&self) -> impl Iterator<Item = &LoopEvent> {
        let callbacks = self.ready.iter().chain(&self.last).map(|(_, event)| event);
        self.tasks.values().flat_map(TaskPast::events).chain(self.timers.values()).chain(callbacks)
    }

    fn follow(&mut self, event: LoopEvent) {
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

impl TaskPast {
    fn events(&self) -> impl Iterator<Item = &LoopEvent> {
        std::iter::once(&self.made).chain(&self.named).chain(&self.waits)
    }
}

fn bytes_of(event: &LoopEvent) -> usize {
    let texts = match event {
        LoopEvent::Ready { text, .. } | LoopEvent::Timer { text, .. } => text.len(),
        LoopEvent::Task { name, coroutine, .. } => name.len() + coroutine.len(),
        LoopEvent::TaskName { name, .. } => name.len(),
        LoopEvent::TaskWaits { what, .. } => what.len(),
        _ => 0,
    };
    size_of::<LoopEvent>() + texts
}

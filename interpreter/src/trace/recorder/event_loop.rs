//! What the event loop tells, as rows of the account.

use super::Recorder;
use crate::limits::cut;
use crate::object::runtime::LoopEvent;
use crate::trace::account::{EMPTY, LoopRow, NOBODY, Text};
use crate::trace::event::LoopOp;

/// About what a task takes in the table of tasks.
const TASK_BYTES: usize = 32;

impl Recorder {
    pub(super) fn loop_event(&mut self, event: LoopEvent) {
        let text = self.text_of(&event);
        let row = |op, id, text| LoopRow { id, text, ..LoopRow::new(op) };
        let tasks = &self.tasks;
        let name_of = |number| tasks.get(&number).map_or(EMPTY, |(name, _)| *name);
        let frame_of = |number| tasks.get(&number).map_or(NOBODY, |(_, frame)| *frame);
        let of_task = |op, number, text| LoopRow { frame: frame_of(number), ..row(op, number, text) };
        let row = match event {
            LoopEvent::Time(when) => LoopRow { when: Some(when), ..row(LoopOp::Time, 0, EMPTY) },
            LoopEvent::Ready { id, task, steps, .. } => {
                let frame = task.filter(|_| steps).map_or(NOBODY, frame_of);
                LoopRow { frame, task: task.unwrap_or_default(), ..row(LoopOp::Ready, id, text) }
            }
            LoopEvent::Run { id } => row(LoopOp::Run, id, EMPTY),
            LoopEvent::Passed { id } => row(LoopOp::Passed, id, EMPTY),
            LoopEvent::Timer { id, when, task, .. } => {
                LoopRow { when: Some(when), task: task.unwrap_or_default(), ..row(LoopOp::Timer, id, text) }
            }
            LoopEvent::TimerGone { id } => row(LoopOp::TimerGone, id, EMPTY),
            LoopEvent::Task { number, coroutine, frame, .. } => return self.task_made(number, text, &coroutine, frame),
            LoopEvent::TaskName { number, .. } => of_task(LoopOp::TaskName, number, text),
            LoopEvent::TaskWaits { number, .. } => of_task(LoopOp::TaskWaits, number, text),
            LoopEvent::TaskDone { number, end, ref value } => {
                let value = self.account.texts.intern(value);
                LoopRow { end: Some((end, value)), ..of_task(LoopOp::TaskDone, number, name_of(number)) }
            }
            LoopEvent::TaskCancel { number } => of_task(LoopOp::TaskCancel, number, name_of(number)),
            LoopEvent::Begin => row(LoopOp::Begin, 0, EMPTY),
            LoopEvent::Stop => row(LoopOp::Stop, 0, EMPTY),
        };
        self.add_loop_row(row);
    }

    /// The text that an event tells, or the task's name.
    fn text_of(&mut self, event: &LoopEvent) -> Text {
        match event {
            LoopEvent::Ready { text, .. } | LoopEvent::Timer { text, .. } => self.name(text),
            LoopEvent::Task { name, .. } | LoopEvent::TaskName { name, .. } => self.name(name),
            LoopEvent::TaskWaits { what, .. } => self.name(what),
            _ => EMPTY,
        }
    }

    /// A name that the program made up, as much of it as may be told.
    pub(super) fn name(&mut self, name: &str) -> Text {
        let name = cut(name, self.name_bytes);
        self.account.looks += name.len() as u64;
        self.account.texts.intern(name)
    }

    /// A task whose frame is not shown is told with the name of its coroutine.
    fn task_made(&mut self, number: u32, name: Text, coroutine: &str, frame: Option<u32>) {
        let frame = frame.and_then(|frame| self.ids.get(frame));
        if let Some(frame) = frame {
            self.account.frames[frame as usize].task = name;
        }
        let shown = frame.map_or(NOBODY, |id| id as i32);
        self.account.held += TASK_BYTES;
        self.tasks.insert(number, (name, shown));
        self.add_loop_row(LoopRow { id: number, text: name, frame: shown, ..LoopRow::new(LoopOp::Task) });
        if frame.is_none() {
            let coroutine = self.name(coroutine);
            self.add_loop_row(LoopRow { id: number, text: coroutine, ..LoopRow::new(LoopOp::TaskDrives) });
        }
    }

    fn add_loop_row(&mut self, row: LoopRow) {
        let at = (self.account.steps.len() as u32).saturating_sub(1);
        self.account.loop_events.push(at, row);
    }
}

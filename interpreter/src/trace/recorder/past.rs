//! What happened before the recorded steps, as far as a trace has to say it: the recording begins with it.

use std::rc::Rc;

use crate::Stream;
use crate::object::runtime::LoopEvent;
use crate::trace::account::{NOBODY, OutputRow};
use crate::trace::event::Event;
use crate::trace::loop_past::LoopPast;

/// The past of a run of which nothing is recorded yet. Frames have the virtual machine's numbers here.
#[derive(Default)]
pub struct Past {
    /// The last step: its frame, and what it was.
    last: Option<(u32, Event)>,
    /// Exceptions that belong to the next step of their frame.
    held: Vec<(u32, Held)>,
    event_loop: LoopPast,
    output: Vec<OutputRow>,
}

/// An exception that is told with the next step of its frame. Its texts join those of the trace when the recording begins: most never do.
pub struct Held {
    pub caught: bool,
    pub type_name: Rc<str>,
    pub message: String,
}

impl Past {
    #[inline]
    pub fn step(&mut self, frame: u32, event: Event) {
        self.last = Some((frame, event));
        if !self.held.is_empty() {
            self.held.retain(|(held, _)| *held != frame);
        }
    }

    /// Whether an exception inside of a frame is told with the frame's next step, as a recorder would tell it.
    pub fn holds(&self, frame: u32, caught: bool) -> bool {
        self.last.is_some_and(|(last, event)| last != frame && (caught || event != Event::Raise))
    }

    pub fn hold(&mut self, frame: u32, exception: Held) {
        self.held.push((frame, exception));
    }

    /// What the loop did. What it holds may take `most` bytes.
    pub fn loop_event(&mut self, event: LoopEvent, most: usize) {
        self.event_loop.note(event, most);
    }

    /// Whether the loop holds more than may be told.
    pub fn is_too_large(&self) -> bool {
        self.event_loop.is_too_large()
    }

    /// Text was written; by whom is not told.
    pub fn write(&mut self, stream: Stream, text: &str) {
        match self.output.last_mut() {
            Some(last) if last.stream == stream => last.text.push_str(text),
            _ => self.output.push(OutputRow { stream, text: text.to_owned(), frame: NOBODY, line: 0 }),
        }
    }

    /// All that is to be told: exceptions, what was written, and how the loop came to be what it is. `runs` says whether a frame is running.
    pub fn told(self, runs: impl Fn(u32) -> bool) -> (Vec<(u32, Held)>, Vec<OutputRow>, Vec<LoopEvent>) {
        (self.held, self.output, self.event_loop.events(runs))
    }
}

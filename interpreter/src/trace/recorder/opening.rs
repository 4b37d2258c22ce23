//! Begins a recording in the middle of a run: tells the frames that live then, with their states and variables, the loop and the output.

use std::collections::HashMap;
use std::mem::{replace, take};
use std::rc::Rc;

use super::past::Held;
use super::{FrameMemory, Phase, Recorder};
use crate::limits::RecordingLimit;
use crate::object::frame::Frame;
use crate::object::generator::{Generator, State};
use crate::object::heap;
use crate::object::value::Value;
use crate::trace::account::{EMPTY, ExceptionRow, FrameIds, FrameRow, NOBODY, StepRow, Text};
use crate::trace::event::Event;
use crate::trace::living::{Alive, Living};
use crate::vm::watch::View;

/// Where the frames of a run are: on the stack, or in their generators.
struct Whereabouts<'a> {
    stack: HashMap<u32, &'a Frame>,
    asleep: HashMap<u32, Rc<Generator>>,
}

/// A frame to begin with.
struct Opened {
    frame: u32,
    id: u32,
    line: u32,
    state: State,
}

impl Recorder {
    /// The first step to record is about to happen. `frame` and `other` are on the stack, with all that is below them.
    #[cold]
    pub(super) fn open(&mut self, view: &View, frame: Option<&Frame>, other: Option<&Frame>) {
        self.phase = Phase::Recording;
        if self.past.is_too_large() {
            return self.end_recording(RecordingLimit::Trace);
        }
        self.clock_was_read = view.runtime.clock.was_read();
        let whereabouts = Whereabouts::of(frame, other);
        let opened = self.open_frames(view, &whereabouts);
        for frame in &opened {
            if self.has_no_room() {
                break;
            }
            self.open_step(view, frame, &whereabouts);
        }
        self.limit += self.account.steps.len();
        let (held, output, loop_events) = take(&mut self.past).told(|frame| whereabouts.stack.contains_key(&frame));
        for (frame, Held { caught, type_name, message }) in held {
            if let Some(id) = self.ids.get(frame) {
                let (type_name, message) = (self.name(&type_name), self.account.texts.intern(&message));
                self.frames[id as usize].held.push(ExceptionRow { caught, before: true, type_name, message });
            }
        }
        let at = (self.account.steps.len() as u32).saturating_sub(1);
        for row in output {
            self.account.output.push(at, row);
        }
        for event in loop_events {
            self.loop_event(event);
        }
    }

    /// Numbers the frames that live, in the order in which they were made.
    fn open_frames(&mut self, view: &View, whereabouts: &Whereabouts) -> Vec<Opened> {
        let mut living = replace(&mut self.living, Living::new(false));
        let all = living.all();
        self.ids = FrameIds::after(all.last().map_or(0, |alive| alive.frame));
        let mut opened = Vec::new();
        for alive in all {
            let id = self.account.frames.len() as u32;
            let row = self.opened_row(view, alive);
            if row.kind.is_module() && row.library == EMPTY {
                self.module_frame = id;
            }
            let line = whereabouts.look(alive.frame, |frame| frame.map_or(0, |frame| frame.line));
            let line = if line > 0 { line } else { row.line };
            self.account.frames.push(row);
            self.frames.push(FrameMemory::new(line, Box::default()));
            self.ids.set(alive.frame, id);
            opened.push(Opened { frame: alive.frame, id, line, state: alive.life.state() });
        }
        living.told_states();
        self.living = living;
        // Who runs comes last, the innermost at the very end.
        opened.sort_by_key(|frame| frame.state == State::Running);
        opened
    }

    fn opened_row(&mut self, view: &View, alive: &Alive) -> FrameRow {
        let creator = alive.creator.and_then(|creator| self.ids.get(creator)).map_or(NOBODY, |id| id as i32);
        let facts = self.facts(view, alive.code);
        facts.is_told = true;
        FrameRow {
            kind: facts.kind,
            name: facts.name,
            line: facts.line,
            creator,
            awaitable: alive.awaitable,
            library: facts.library,
            task: Text::default(),
            ordinal: alive.named.ordinal,
            peak: 0,
        }
    }

    fn open_step(&mut self, view: &View, opened: &Opened, whereabouts: &Whereabouts) {
        let at = self.account.steps.len() as u32;
        self.account.steps.push(StepRow { event: Event::Open, frame: opened.id, line: opened.line });
        self.tell_state(at, opened.id, opened.state);
        whereabouts.look(opened.frame, |frame| {
            if let Some(frame) = frame {
                self.tell_locals(view, frame, opened.id, at, false);
            }
        });
        self.tell_objects(view, at);
    }
}

impl<'a> Whereabouts<'a> {
    fn of(frame: Option<&'a Frame>, other: Option<&'a Frame>) -> Whereabouts<'a> {
        let mut stack = HashMap::new();
        for top in [frame, other] {
            let mut next = top;
            while let Some(frame) = next {
                stack.insert(frame.id, frame);
                next = frame.back.as_deref();
            }
        }
        let mut asleep = HashMap::new();
        for slot in (0..heap::tracked_slots()).step_by(heap::SLOTS_AT_ONCE) {
            for (_, object) in heap::living_from(slot) {
                if let Value::Generator(generator) = object {
                    asleep.insert(generator.frame_id, generator);
                }
            }
        }
        Whereabouts { stack, asleep }
    }

    /// Looks at a frame where it is.
    fn look<R>(&self, frame: u32, look: impl FnOnce(Option<&Frame>) -> R) -> R {
        match (self.stack.get(&frame), self.asleep.get(&frame)) {
            (Some(frame), _) => look(Some(frame)),
            (None, Some(generator)) => generator.look(look),
            (None, None) => look(None),
        }
    }
}

//! The recorder: watches the virtual machine and keeps the account.
//!
//! Frames that are not shown (the library's, unless they are asked for) make no steps; arrows that pass through them are joined end to end.
//! [`facts`] is what is known of code objects; [`event_loop`] has what the loop tells.

mod event_loop;
mod facts;
mod opening;
mod past;

use std::collections::HashMap;
use std::mem::{replace, size_of, take};
use std::rc::Rc;

use crate::limits::{Limits, RecordingLimit};
use crate::object::exception::Exception;
use crate::object::frame::{Frame, Then};
use crate::object::fuel;
use crate::object::generator::State;
use crate::object::heap;
use crate::object::operate::plain;
use crate::object::runtime::LoopEvent;
use crate::object::value::Value;
use crate::vm::watch::{How, Input, Through, View, Watch};
use crate::{Options, Recording, Stream};
use stillframe_front::bytecode::code::CodeKind;

use facts::CodeFacts;
use past::{Held, Past};

use super::Trace;
use super::account::{Account, EMPTY, ExceptionRow, FrameIds, FrameRow, HowRow, NOBODY, OutputRow, StepRow, Text};
use super::event::{Construct, Event};
use super::living::{Alive, Living};
use super::objects::Objects;
use super::overview::{Life, Named};
use super::teller::Teller;
use super::variables::Memory;
use super::watched::{Scope, Watches};
use crate::object::show::{self, VALUE_TEXT};
use crate::outcome::Outcome;

/// A recorder of one run.
pub struct Recorder {
    recording: Recording,
    /// The first step of the program that is recorded.
    from: u32,
    /// How many steps may be recorded.
    limit: usize,
    /// How many bytes the account may have.
    bytes: usize,
    /// How long a text may be that the program made up as a name.
    name_bytes: usize,
    phase: Phase,
    /// The program's module has ended: nothing counts as a step any more.
    has_ended: bool,
    /// Steps of the program so far, recorded or not.
    count: u32,
    living: Living,
    /// How many frames of each name there were; a code object knows the place of its name.
    made: Vec<u32>,
    names: HashMap<(Text, Text), usize>,
    /// What came before the recorded steps, until they begin.
    past: Past,
    /// Whether a clock was read in that time.
    clock_was_read: bool,
    account: Account,
    /// What is known of the code objects met so far.
    codes: Vec<Option<CodeFacts>>,
    /// The part of it that every step asks for, close together.
    whose: Vec<Whose>,
    ids: FrameIds,
    /// What is remembered of each frame, by its number in the trace.
    frames: Vec<FrameMemory>,
    /// Memories of frames that ended, to use again.
    #[allow(clippy::vec_box)]
    spare: Vec<Box<Memory>>,
    /// Frames that took a state without a step of theirs, which is told with the next step.
    passed_by: Vec<u32>,
    objects: Objects,
    watches: Watches,
    /// The number of the frame of the program's module.
    module_frame: u32,
    /// What the account's looks were when the run was last told of them.
    looks_told: u64,
    /// The shown frame in control; [`NOBODY`] for the event loop.
    active: i32,
    /// Whether the last suspension was a shown frame's.
    showed_suspension: bool,
    /// Each task's name and frame, by its number.
    tasks: HashMap<u32, (Text, i32)>,
    /// Plain frames that run, the innermost last, with the memory they began with.
    open: Vec<OpenPeak>,
    buffer: String,
}

/// How far a recording is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// The first step to record is still to come.
    Before,
    Recording,
    /// A limit was passed.
    Full(RecordingLimit),
    /// The program's module has ended.
    Ended,
}

/// Whose the frames of a code object are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// Nothing of it has run yet.
    Unmet,
    /// They are not shown.
    Hidden,
    Library,
    Program,
}

struct FrameMemory {
    /// None before the first is told.
    state: Option<State>,
    /// Where the account has it.
    state_place: usize,
    /// The state to be told with the next step.
    passed_by: Option<State>,
    /// It is among those that are asked for one.
    is_listed: bool,
    /// Exceptions met where the last step is not the frame's own, to be told with its next step.
    held: Vec<ExceptionRow>,
    /// The line it was last told to stand on.
    line: u32,
    /// None once the frame has ended.
    variables: Option<Box<Memory>>,
}

/// A frame whose peak of memory is being measured.
struct OpenPeak {
    /// As the virtual machine numbers it.
    frame: u32,
    id: u32,
    used: usize,
    /// The peak of what is outside of it, up to its beginning.
    outer: usize,
}

/// Past the recorded steps, frames are still told as the creators of others as long as their numbers take no more bytes.
const LATE_FRAMES: usize = 4 << 20;

/// How the methods end that the library's iterators are asked by.
const NEXT_METHOD: &str = ".__next__";

/// About what a place in the source takes in the table of a code object's places.
const PLACE_BYTES: usize = 16;

/// So many looks take about as long as a unit of fuel.
const LOOKS_A_UNIT: u64 = 4;

/// What recording a step takes beyond its looks, in units of fuel.
const STEP: u64 = 8;

impl FrameMemory {
    fn new(line: u32, variables: Box<Memory>) -> FrameMemory {
        FrameMemory { state: None, state_place: 0, passed_by: None, is_listed: false, held: Vec::new(), line, variables: Some(variables) }
    }
}

/// Another frame of a step.
struct Peer {
    frame: i32,
    /// The event loop lies between.
    through_loop: bool,
    /// The instruction that it is at.
    at: Option<Instruction>,
}

impl Peer {
    fn nobody(through_loop: bool) -> Peer {
        Peer { frame: NOBODY, through_loop, at: None }
    }
}

/// An instruction that a frame is at.
#[derive(Clone, Copy)]
struct Instruction {
    code: u32,
    /// Its place in the code object.
    pc: u32,
}

impl Instruction {
    fn of(frame: &Frame) -> Option<Instruction> {
        Some(Instruction { code: frame.code, pc: frame.pc.checked_sub(1)? })
    }
}

impl Recorder {
    pub fn new(limits: &Limits, options: &Options) -> Recorder {
        let Options { recording, watch, window, .. } = *options;
        let mut account = Account { from: window.from, ..Account::default() };
        let watches = Watches::new(watch, &mut account);
        Recorder {
            recording,
            from: window.from,
            limit: window.steps.map_or(limits.steps, |steps| steps.min(limits.steps)) as usize,
            bytes: limits.trace,
            name_bytes: limits.output,
            phase: if window.from > 0 { Phase::Before } else { Phase::Recording },
            has_ended: false,
            count: 0,
            living: Living::new(window.from > 0),
            made: Vec::new(),
            names: HashMap::new(),
            past: Past::default(),
            clock_was_read: false,
            account,
            codes: Vec::new(),
            whose: Vec::new(),
            ids: FrameIds::default(),
            frames: Vec::new(),
            spare: Vec::new(),
            passed_by: Vec::new(),
            objects: Objects::default(),
            watches,
            module_frame: 0,
            looks_told: 0,
            active: NOBODY,
            showed_suspension: false,
            tasks: HashMap::new(),
            open: Vec::new(),
            buffer: String::new(),
        }
    }

    /// The run has ended: the trace, its outcome completed by what only the recorder knows.
    pub fn finish(mut self, mut outcome: Outcome) -> Trace {
        while let Some(open) = self.open.pop() {
            self.close_peak(&open);
        }
        let counts = |step: &&StepRow| step.event != Event::Open && self.account.frames[step.frame as usize].library == EMPTY;
        outcome.from = self.from;
        outcome.steps = self.account.steps.iter().filter(counts).count() as u32;
        let before = |end: u32| self.from + self.account.steps[..end as usize].iter().filter(counts).count() as u32;
        outcome.objects_end = self.account.objects_end.map(before);
        if let Phase::Full(limit) = self.phase {
            outcome.recording_ended_by = Some(limit);
        }
        outcome.memory = outcome.memory.max(heap::peak());
        if self.count > outcome.steps {
            let overview = self.living.finish(self.count).told(&self.account, self.count);
            self.account.overview = Some(overview);
        }
        Trace { outcome, account: self.account }
    }

    /// A step of a frame is about to be told. It counts, recorded or not, if the frame is shown. `stack` and `other` are frames on the stack.
    #[inline(always)]
    fn counts(&mut self, view: &View, (frame, code, event): (u32, u32, Event), stack: Option<&Frame>, other: Option<&Frame>) -> bool {
        let whose = match self.whose.get(code as usize) {
            None | Some(Whose::Unmet) => self.meet(view, code),
            Some(known) => *known,
        };
        if whose == Whose::Hidden || self.has_ended {
            return false;
        }
        if whose == Whose::Program {
            if self.phase == Phase::Before && self.count == self.from {
                self.open(view, stack, other);
            }
            self.count = self.count.saturating_add(1);
            if self.living.is_wide(self.count) {
                self.living.widen(self.now());
            }
        }
        if self.phase == Phase::Before {
            self.past.step(frame, event);
        }
        true
    }

    /// Something of this code object runs for the first time: whose it is.
    #[cold]
    #[inline(never)]
    fn meet(&mut self, view: &View, code: u32) -> Whose {
        let facts = self.facts(view, code);
        let whose = match (facts.shown, facts.library) {
            (false, _) => Whose::Hidden,
            (true, EMPTY) => Whose::Program,
            (true, _) => Whose::Library,
        };
        let at = code as usize;
        if self.whose.len() <= at {
            self.whose.resize(view.codes.len().max(at + 1), Whose::Unmet);
        }
        self.whose[at] = whose;
        whose
    }

    /// The number of the step that is told now.
    fn now(&self) -> u32 {
        self.count.saturating_sub(1)
    }

    /// A shown frame is made.
    fn note_made(&mut self, view: &View, by: Option<&Frame>, frame: &Frame, state: State, awaitable: bool) {
        let creator = if self.phase == Phase::Before { self.shown_below(view, by) } else { None };
        let now = self.now();
        let (is_own, named) = self.next_of_name(view, frame.code);
        let alive = Alive { frame: frame.id, code: frame.code, named, creator, awaitable, is_own, life: Life::new(now, state) };
        self.living.add(alive, frame);
    }

    /// Counts a frame among those of its name.
    fn next_of_name(&mut self, view: &View, code: u32) -> (bool, Named) {
        let facts = self.facts(view, code);
        let (kind, name, library, known) = (facts.kind, facts.name, facts.library, facts.of_name);
        let of_name = known.unwrap_or_else(|| {
            let next = self.made.len();
            *self.names.entry((library, name)).or_insert(next)
        });
        if known.is_none() {
            self.facts(view, code).of_name = Some(of_name);
            self.made.resize(self.names.len(), 0);
        }
        self.made[of_name] += 1;
        (library == EMPTY, Named { kind, name, ordinal: self.made[of_name] })
    }

    /// The nearest frame that is shown, by the virtual machine's number, as long as none has a number in the trace.
    fn shown_below(&mut self, view: &View, from: Option<&Frame>) -> Option<u32> {
        let mut next = from;
        while let Some(frame) = next {
            let facts = self.facts(view, frame.code);
            match (facts.shown, facts.is_event_loop) {
                (true, _) => return Some(frame.id),
                (false, true) => return None,
                (false, false) => next = frame.back.as_deref(),
            }
        }
        None
    }

    /// The number of a frame that is shown, while steps are recorded.
    #[inline]
    fn shown(&mut self, frame: &Frame) -> Option<u32> {
        if self.phase != Phase::Recording {
            return None;
        }
        self.ids.get(frame.id)
    }

    #[inline]
    fn facts(&mut self, view: &View, code: u32) -> &mut CodeFacts {
        let at = code as usize;
        if self.codes.len() <= at {
            self.codes.resize_with(view.codes.len().max(at + 1), || None);
        }
        let (account, recording) = (&mut self.account, self.recording);
        self.codes[at].get_or_insert_with(|| CodeFacts::new(&view.codes[at], recording, account))
    }

    /// Whether a new frame that is shown is to be told: there is room for its first step.
    fn is_told(&mut self, frame: &Frame) -> bool {
        if self.phase != Phase::Recording {
            return false;
        }
        self.account.held += self.ids.growth(frame.id);
        !self.is_full()
    }

    /// Adds a frame: its number.
    fn add_frame(&mut self, view: &View, frame: &Frame, creator: i32) -> u32 {
        let facts = self.facts(view, frame.code);
        facts.is_told = true;
        let row = FrameRow {
            kind: facts.kind,
            name: facts.name,
            line: facts.line,
            creator,
            awaitable: false,
            library: facts.library,
            task: EMPTY,
            ordinal: facts.of_name.map_or(0, |of_name| self.made[of_name]),
            peak: 0,
        };
        let line = row.line;
        let id = self.account.frames.len() as u32;
        if row.kind.is_module() && row.library == EMPTY {
            self.module_frame = id;
        }
        self.account.frames.push(row);
        let variables = self.spare.pop().unwrap_or_default();
        self.frames.push(FrameMemory::new(line, variables));
        if self.phase == Phase::Recording || self.ids.growth(frame.id) < LATE_FRAMES {
            self.ids.set(frame.id, id);
        }
        id
    }

    /// A function first runs past the limit of steps: it is told for its peak of memory alone.
    fn add_frame_without_steps(&mut self, view: &View, by: Option<&Frame>, frame: &Frame) {
        let facts = self.facts(view, frame.code);
        if !facts.is_told {
            let creator = self.peer(view, by).frame;
            let id = self.add_frame(view, frame, creator);
            self.open_peak(frame, id);
        }
    }

    /// Whether no step more may be recorded; then recording ends.
    fn is_full(&mut self) -> bool {
        if self.account.steps.len() >= self.limit {
            self.end_recording(RecordingLimit::Steps);
            return true;
        }
        self.has_no_room()
    }

    /// Whether nothing more may be recorded, not even of the last step; then recording ends.
    fn has_no_room(&mut self) -> bool {
        fuel::note_look((self.account.looks - self.looks_told) / LOOKS_A_UNIT + STEP);
        self.looks_told = self.account.looks;
        let has_no_room = self.account.is_full(self.bytes);
        if has_no_room {
            self.end_recording(RecordingLimit::Trace);
        }
        has_no_room
    }

    fn end_recording(&mut self, limit: RecordingLimit) {
        self.phase = Phase::Full(limit);
        self.objects.end();
    }

    /// Adds a step, with what waited for it: its place.
    #[inline]
    fn add_step(&mut self, event: Event, frame: u32, line: u32) -> Option<u32> {
        if self.is_full() { None } else { Some(self.push_step(event, frame, line)) }
    }

    /// Adds a step for which there is room.
    #[inline]
    fn push_step(&mut self, event: Event, frame: u32, line: u32) -> u32 {
        let at = self.account.steps.len() as u32;
        self.account.steps.push(StepRow { event, frame, line });
        if !self.passed_by.is_empty() {
            self.tell_passed_by(at);
        }
        if !self.frames[frame as usize].held.is_empty() {
            self.tell_held(at, frame);
        }
        at
    }

    #[cold]
    fn tell_passed_by(&mut self, at: u32) {
        for passed in take(&mut self.passed_by) {
            let memory = &mut self.frames[passed as usize];
            memory.is_listed = false;
            if let Some(state) = memory.passed_by.take() {
                self.tell_state(at, passed, state);
            }
        }
    }

    #[cold]
    fn tell_held(&mut self, at: u32, frame: u32) {
        for exception in take(&mut self.frames[frame as usize].held) {
            self.account.exceptions.push(at, exception);
        }
    }

    /// Tells a frame's state if it changed.
    fn tell_state(&mut self, at: u32, frame: u32, state: State) {
        let memory = &mut self.frames[frame as usize];
        if memory.state == Some(state) {
            return;
        }
        let states = &mut self.account.states;
        if memory.state.replace(state).is_some() && states.at[memory.state_place] == at {
            states.of[memory.state_place].1 = state;
        } else {
            memory.state_place = states.of.len();
            states.push(at, (frame, state));
        }
    }

    /// The line a frame stands on.
    fn line_of(&self, frame: &Frame, id: u32) -> u32 {
        if frame.line > 0 { frame.line } else { self.frames[id as usize].line }
    }

    /// The nearest frame that is shown, from this one outwards.
    fn peer(&mut self, view: &View, from: Option<&Frame>) -> Peer {
        let mut next = from;
        while let Some(frame) = next {
            let facts = self.facts(view, frame.code);
            if facts.is_event_loop && !facts.shown {
                return Peer::nobody(true);
            }
            if let Some(id) = self.ids.get(frame.id) {
                return Peer { frame: id as i32, through_loop: false, at: Instruction::of(frame) };
            }
            next = frame.back.as_deref();
        }
        Peer::nobody(false)
    }

    /// Tells the expression that a step comes from.
    fn tell_expression(&mut self, view: &View, step: u32, at: Option<Instruction>) {
        let Some(Instruction { code, pc }) = at else { return };
        let known = self.codes[code as usize].as_mut().map(|facts| &mut facts.places);
        let Some(known) = known else { return };
        let place = match known.get(&pc) {
            Some(place) => *place,
            None => {
                let Some(span) = view.codes[code as usize].code().spans.get(pc as usize).filter(|span| span.line > 0) else { return };
                let place = self.account.places.len() as u32;
                self.account.places.push(*span);
                self.account.held += PLACE_BYTES;
                known.insert(pc, place);
                place
            }
        };
        self.account.expressions.push(step, place);
    }

    /// Tells that a clock was read, the first time: before this step.
    fn tell_clock_read(&mut self, view: &View, at: u32) {
        if view.runtime.clock.was_read() && !self.clock_was_read && self.account.clock_reads.at.is_empty() {
            self.account.clock_reads.push(at.saturating_sub(1), ());
        }
    }

    /// The construct of the peer by which a frame is resumed.
    fn construct(view: &View, frame: &Frame, by: &Peer) -> Construct {
        if matches!(frame.then, Then::Finalise(_)) {
            return Construct::Drop;
        }
        by.at.map_or(Construct::Expression, |at| Construct::of(&view.codes[at.code as usize].code().ops, at.pc as usize))
    }

    /// Tells the built-in iterators between a frame and the one that asks it for its next value.
    fn tell_through(&mut self, view: &View, at: u32, by: Option<&Frame>) {
        let start = self.account.through.of.len();
        let mut next = by;
        while let Some(frame) = next.filter(|frame| self.ids.get(frame.id).is_none()) {
            let code = view.codes[frame.code as usize].code();
            if let Some(iterator) = code.qualname.strip_suffix(NEXT_METHOD) {
                let name = self.account.texts.intern(iterator);
                self.account.through.push(at, name);
            }
            self.account.looks += 1;
            next = frame.back.as_deref();
        }
        self.account.through.of[start..].reverse();
    }

    fn teller(&mut self, at: u32) -> Teller<'_> {
        Teller {
            account: &mut self.account,
            ids: &self.ids,
            objects: &mut self.objects,
            buffer: &mut self.buffer,
            at,
            changes: heap::changes(),
            ends: false,
            limit: self.bytes,
        }
    }

    /// Tells what has changed of the objects that were told, and of those that were come to in this step.
    #[inline]
    fn tell_objects(&mut self, view: &View, at: u32) {
        if !self.objects.is_idle() {
            self.teller(at).tell_objects(view);
        }
    }

    fn tell_value(&mut self, at: u32, value: &Value) {
        let datum = self.teller(at).datum(value);
        self.account.values.push(at, datum);
    }

    /// Tells an exception that goes into a step's frame, or leaves it.
    fn tell_exception(&mut self, view: &View, at: u32, exception: &Rc<Exception>) {
        self.tell_value(at, &Value::Exception(exception.clone()));
        if exception.is(&view.runtime.classes.generator_exit) {
            self.account.generator_exits.push(at, ());
        }
    }

    /// Tells the variables that changed; `ends`: the frame does.
    fn tell_locals(&mut self, view: &View, frame: &Frame, id: u32, at: u32, ends: bool) {
        let changes = heap::changes();
        let Some(facts) = self.codes[frame.code as usize].as_mut() else { return };
        let Some(memory) = self.frames[id as usize].variables.as_mut() else { return };
        let mut teller = Teller {
            account: &mut self.account,
            ids: &self.ids,
            objects: &mut self.objects,
            buffer: &mut self.buffer,
            at,
            changes,
            ends,
            limit: self.bytes,
        };
        let registers = facts.variables.len();
        memory.tell_registers(&mut teller, &facts.variables, &frame.registers, facts.kind.is_module());
        if facts.kind.is_module() {
            memory.tell_slots(&mut teller, registers, &view.codes[frame.code as usize].module, &mut facts.slots);
        } else if let Some(Value::Dict(namespace)) = frame.namespace.as_ref().map(plain) {
            memory.tell_namespace(&mut teller, registers, namespace);
        }
        memory.is_told(changes);
        if !self.watches.is_empty() && facts.library == EMPTY {
            let namespace = if let Some(Value::Dict(namespace)) = frame.namespace.as_ref().map(plain) { Some(&**namespace) } else { None };
            let scope = Scope {
                frame: id,
                module_frame: self.module_frame,
                variables: &facts.variables,
                registers: &frame.registers,
                namespace: namespace.filter(|_| !facts.kind.is_module()),
                module: &view.codes[frame.code as usize].module,
                is_module: facts.kind.is_module(),
            };
            self.watches.tell(&mut teller, &scope);
        }
    }

    /// A frame ended: what was remembered of its variables goes.
    fn forget(&mut self, id: u32) {
        self.watches.forget(id);
        if let Some(mut memory) = self.frames[id as usize].variables.take() {
            memory.clear();
            self.spare.push(memory);
        }
    }

    /// Begins to measure a frame's memory.
    fn open_peak(&mut self, frame: &Frame, id: u32) {
        if matches!(self.account.frames[id as usize].kind, CodeKind::Function | CodeKind::Module) {
            let used = heap::used();
            self.open.push(OpenPeak { frame: frame.id, id, used, outer: heap::set_peak(used) });
        }
    }

    /// A frame ends: if its memory is being measured, that ends too.
    fn end_peak(&mut self, frame: u32) {
        if let Some(open) = self.open.pop_if(|open| open.frame == frame) {
            self.close_peak(&open);
        }
    }

    fn close_peak(&mut self, open: &OpenPeak) {
        let peak = heap::peak();
        self.account.frames[open.id as usize].peak = peak.saturating_sub(open.used);
        heap::set_peak(peak.max(open.outer));
    }

    /// The first step of a frame: the frame's number.
    fn begin(&mut self, view: &View, event: Event, by: Option<&Frame>, frame: &Frame, state: State) -> (u32, u32) {
        let creator = self.peer(view, by);
        let id = self.add_frame(view, frame, creator.frame);
        let at = self.push_step(event, id, self.frames[id as usize].line);
        self.account.peers.push(at, creator.frame);
        self.tell_expression(view, at, creator.at);
        self.tell_state(at, id, state);
        (id, at)
    }

    /// A step that ends a frame.
    fn end_of(&mut self, view: &View, event: Event, frame: &Frame, to: Option<&Frame>) -> Option<u32> {
        self.end_peak(frame.id);
        if !self.counts(view, (frame.id, frame.code, event), Some(frame), to) {
            return None;
        }
        self.living.remove(frame.id, self.now());
        let id = self.shown(frame)?;
        let at = self.add_step(event, id, self.line_of(frame, id))?;
        self.tell_clock_read(view, at);
        let peer = self.peer(view, to);
        self.account.peers.push(at, peer.frame);
        self.active = peer.frame;
        self.tell_expression(view, at, Instruction::of(frame));
        self.tell_state(at, id, State::Closed);
        self.tell_locals(view, frame, id, at, true);
        self.forget(id);
        Some(at)
    }
}

impl Recorder {
    /// An exception inside of a frame whose steps are not recorded yet, but perhaps its next one.
    fn exception_before(&mut self, view: &View, frame: &Frame, exception: &Rc<Exception>, caught: bool) {
        if self.facts(view, frame.code).shown && self.past.holds(frame.id, caught) {
            let held = Held { caught, type_name: exception.class().name(), message: message_of(view, exception) };
            self.past.hold(frame.id, held);
        }
    }

    fn exception_row(&mut self, view: &View, exception: &Rc<Exception>, caught: bool, before: bool) -> ExceptionRow {
        let (type_name, message) = (exception.class().name(), message_of(view, exception));
        ExceptionRow { caught, before, type_name: self.name(&type_name), message: self.account.texts.intern(&message) }
    }
}

fn message_of(view: &View, exception: &Rc<Exception>) -> String {
    fuel::as_look(|| show::message(&view.runtime.classes, exception, VALUE_TEXT))
}

/// What a resumption by the event loop is called: of how it comes about only a throw is told.
fn through_loop(input: &Input) -> (How, Option<Through>) {
    (How::Loop, matches!(input, Input::Exception(_)).then_some(Through::Throw))
}

impl Watch for Recorder {
    const ON: bool = true;

    #[inline]
    fn just_counts(&self) -> bool {
        matches!(self.phase, Phase::Full(_) | Phase::Ended)
    }

    fn line(&mut self, view: &View, frame: &Frame, line: u32) {
        if !self.counts(view, (frame.id, frame.code, Event::Line), Some(frame), None) {
            return;
        }
        let Some(id) = self.shown(frame) else { return };
        let Some(at) = self.add_step(Event::Line, id, line) else { return };
        self.frames[id as usize].line = line;
        self.active = id as i32;
        self.tell_clock_read(view, at);
        self.tell_locals(view, frame, id, at, false);
        self.tell_objects(view, at);
    }

    fn create(&mut self, view: &View, by: &Frame, frame: &Frame, awaitable: bool) {
        if !self.counts(view, (frame.id, frame.code, Event::Create), Some(by), None) {
            return;
        }
        self.note_made(view, Some(by), frame, State::Created, awaitable);
        if self.is_told(frame) {
            let (id, at) = self.begin(view, Event::Create, Some(by), frame, State::Created);
            self.account.frames[id as usize].awaitable = awaitable;
            self.tell_locals(view, frame, id, at, false);
            self.tell_objects(view, at);
        }
    }

    fn call(&mut self, view: &View, by: Option<&Frame>, frame: &Frame) {
        if !self.counts(view, (frame.id, frame.code, Event::Call), by, None) {
            return;
        }
        self.note_made(view, by, frame, State::Running, false);
        if self.is_told(frame) {
            let (id, at) = self.begin(view, Event::Call, by, frame, State::Running);
            self.tell_objects(view, at);
            self.active = id as i32;
            self.open_peak(frame, id);
        } else if self.from == 0 && matches!(self.phase, Phase::Full(_)) {
            self.add_frame_without_steps(view, by, frame);
        }
    }

    fn resume(&mut self, view: &View, by: Option<&Frame>, frame: &Frame, how: How, through: Option<Through>, input: Input) {
        if !self.counts(view, (frame.id, frame.code, Event::Resume), Some(frame), by) {
            return;
        }
        self.living.change(frame, self.now(), State::Running);
        let Some(id) = self.shown(frame) else { return };
        let Some(at) = self.add_step(Event::Resume, id, self.line_of(frame, id)) else { return };
        let peer = self.peer(view, by);
        let construct = Self::construct(view, frame, &peer);
        // What Python closes itself, as its last reference goes, nobody resumes.
        let is_loops = peer.through_loop && construct != Construct::Drop;
        let (how, verb) = if is_loops { through_loop(&input) } else { (how, through) };
        self.active = id as i32;
        self.account.peers.push(at, peer.frame);
        self.account.hows.push(at, HowRow { how, verb, construct });
        self.tell_expression(view, at, peer.at);
        self.tell_through(view, at, by);
        self.tell_state(at, id, State::Running);
        match input {
            Input::Nothing => {}
            Input::Value(value) => self.tell_value(at, value),
            Input::Exception(exception) => self.tell_exception(view, at, exception),
        }
        self.tell_objects(view, at);
    }

    fn suspend(&mut self, view: &View, frame: &Frame, how: How, to: Option<&Frame>, value: &Value) {
        self.showed_suspension = self.counts(view, (frame.id, frame.code, Event::Suspend), Some(frame), to);
        if !self.showed_suspension {
            return;
        }
        self.living.change(frame, self.now(), State::Suspended);
        let Some(id) = self.shown(frame) else { return };
        let Some(at) = self.add_step(Event::Suspend, id, self.line_of(frame, id)) else { return };
        let peer = self.peer(view, to);
        self.active = peer.frame;
        self.account.peers.push(at, peer.frame);
        self.account.hows.push(at, HowRow { how, verb: None, construct: Construct::Expression });
        self.tell_expression(view, at, Instruction::of(frame));
        self.tell_state(at, id, State::Suspended);
        self.tell_value(at, value);
        self.tell_locals(view, frame, id, at, false);
        self.tell_objects(view, at);
    }

    fn finish(&mut self, view: &View, frame: &Frame, to: Option<&Frame>, value: &Value) {
        let Some(at) = self.end_of(view, Event::Return, frame, to) else { return };
        self.tell_value(at, value);
        self.tell_objects(view, at);
    }

    fn fail(&mut self, view: &View, frame: &Frame, to: Option<&Frame>, exception: &Rc<Exception>) {
        let Some(at) = self.end_of(view, Event::Raise, frame, to) else { return };
        self.tell_exception(view, at, exception);
        self.tell_objects(view, at);
    }

    fn drop_unstarted(&mut self, view: &View, stack: &Frame, frame: u32, by_close: bool) {
        let Some(code) = self.living.sleeper(frame).map(|alive| alive.code) else { return };
        if !self.counts(view, (frame, code, Event::Drop), Some(stack), None) {
            return;
        }
        self.living.remove(frame, self.now());
        if self.phase != Phase::Recording {
            return;
        }
        let Some(id) = self.ids.get(frame) else { return };
        let line = self.frames[id as usize].line;
        let Some(at) = self.add_step(Event::Drop, id, line) else { return };
        if by_close {
            self.account.by_close.push(at, ());
        }
        self.tell_state(at, id, State::Closed);
        self.tell_objects(view, at);
        self.forget(id);
    }

    fn exception(&mut self, view: &View, frame: &Frame, exception: &Rc<Exception>, caught: bool) {
        if self.phase == Phase::Before {
            return self.exception_before(view, frame, exception, caught);
        }
        let Some(id) = self.shown(frame) else { return };
        let Some(last) = self.account.steps.last() else { return };
        let (is_own, came_from_outside) = (last.frame == id, last.event == Event::Raise);
        if !caught && !is_own && came_from_outside {
            // The step told it already: the exception left that frame, and came here.
            return;
        }
        if self.has_no_room() {
            return;
        }
        let row = self.exception_row(view, exception, caught, !is_own);
        if is_own {
            self.account.exceptions.push(self.account.steps.len() as u32 - 1, row);
        } else {
            self.account.held += size_of::<ExceptionRow>();
            self.frames[id as usize].held.push(row);
        }
    }

    fn pass_by(&mut self, view: &View, frame: &Frame, state: State) {
        if state == State::Closed {
            self.living.remove(frame.id, self.count);
        } else {
            self.living.change(frame, self.count, state);
        }
        let Some(id) = self.shown(frame) else { return };
        if state != State::Running && self.active == id as i32 {
            self.active = self.peer(view, frame.back.as_deref()).frame;
        }
        let memory = &mut self.frames[id as usize];
        let passed_by_before = memory.passed_by.take().is_some();
        if memory.state == Some(state) {
            return;
        }
        // What a frame that is not shown did has no step: what follows from it stands at the next.
        let has_step = state != State::Running && self.showed_suspension && !passed_by_before;
        match self.account.steps.len() {
            last @ 1.. if has_step => self.tell_state(last as u32 - 1, id, state),
            _ => {
                memory.passed_by = Some(state);
                if !replace(&mut memory.is_listed, true) {
                    self.passed_by.push(id);
                }
            }
        }
    }

    fn output(&mut self, stream: Stream, text: &str) {
        if self.phase == Phase::Before {
            return self.past.write(stream, text);
        }
        let at = (self.account.steps.len() as u32).saturating_sub(1);
        let frame = self.active;
        let line = usize::try_from(frame).map_or(0, |id| self.frames[id].line);
        let output = &mut self.account.output;
        match (output.at.last(), output.of.last_mut()) {
            (Some(last), Some(row)) if *last == at && (row.stream, row.frame, row.line) == (stream, frame, line) => row.text.push_str(text),
            _ => output.push(at, OutputRow { stream, text: text.to_owned(), frame, line }),
        }
    }

    fn loop_events(&mut self, events: Vec<LoopEvent>) {
        for event in events {
            if self.phase == Phase::Before {
                self.past.loop_event(event, self.bytes);
            } else if self.phase == Phase::Recording && !self.has_no_room() {
                self.loop_event(event);
            }
        }
    }

    fn end(&mut self) {
        self.has_ended = true;
        if matches!(self.phase, Phase::Before | Phase::Recording) {
            self.phase = Phase::Ended;
            self.objects.end();
        }
    }
}

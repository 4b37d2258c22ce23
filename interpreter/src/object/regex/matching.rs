//! The search for a match: one walk along the text, with all ways to match side by side.
//!
//! A *thread* is a step of the program and the places it has noted. At each character the threads stand in the order in which CPython
//! would try them; a step has one thread at most, the first to arrive, so that a character costs no more than the program has steps. A
//! thread that reaches the end of the program wins over those behind it, and those before it go on.

use super::chars::{Alphabet, Category};
use super::compile::takes;
use super::program::{Program, Step};
use super::tree::Position;
use crate::object::fuel;
use crate::object::native::Stop;

/// Stands in a slot for "nowhere".
pub const NOWHERE: usize = usize::MAX;

/// The text that is searched.
#[derive(Clone, Copy)]
pub enum Subject<'a> {
    /// ASCII text, or bytes as Latin-1.
    Bytes(&'a [u8]),
    Chars(&'a [char]),
}

impl Subject<'_> {
    pub fn length(&self) -> usize {
        match self {
            Subject::Bytes(bytes) => bytes.len(),
            Subject::Chars(chars) => chars.len(),
        }
    }

    #[inline]
    fn at(&self, place: usize) -> char {
        match self {
            Subject::Bytes(bytes) => char::from(bytes[place]),
            Subject::Chars(chars) => chars[place],
        }
    }
}

/// Where a match may begin and end.
#[derive(Clone, Copy, Default)]
pub struct How {
    /// It begins right where the search does.
    pub anchored: bool,
    /// It ends with the text.
    pub whole: bool,
    /// It is not the empty one right where the search begins.
    pub not_empty: bool,
}

/// Characters that are skipped in one go.
const SKIPPED: usize = 4096;

/// Searches of one text by one program.
pub struct Search<'a> {
    program: &'a Program,
    subject: Subject<'a>,
    end: usize,
    /// What a walk needs, kept for the next one: one a level of lookarounds.
    spare: Vec<Walk>,
}

/// The threads at a character and at the next.
struct Walk {
    now: Threads,
    next: Threads,
    open: Vec<Open>,
}

/// What is still to be followed at one place of the text.
enum Open {
    Step(usize),
    /// Behind a step that noted something, the slot gets back what it held.
    Restore(usize, usize),
}

/// An ordered set of steps, with the slots of each.
struct Threads {
    order: Vec<usize>,
    /// Where in `order` a step stands, if it does.
    index: Vec<usize>,
    slots: Vec<usize>,
    width: usize,
}

impl Threads {
    fn new(steps: usize) -> Threads {
        Threads { order: Vec::with_capacity(steps), index: vec![0; steps], slots: Vec::new(), width: 0 }
    }

    fn clear(&mut self, width: usize) {
        self.order.clear();
        if self.width != width {
            self.width = width;
            self.slots = vec![NOWHERE; self.index.len() * width];
        }
    }

    /// Adds a step; false if it is there already.
    fn insert(&mut self, step: usize) -> bool {
        if self.order.get(self.index[step]) == Some(&step) {
            return false;
        }
        self.index[step] = self.order.len();
        self.order.push(step);
        true
    }

    fn slots_of(&mut self, step: usize) -> &mut [usize] {
        &mut self.slots[step * self.width..(step + 1) * self.width]
    }
}

impl<'a> Search<'a> {
    /// Searches in the text up to `end`.
    pub fn new(program: &'a Program, subject: Subject<'a>, end: usize) -> Search<'a> {
        Search { program, subject, end, spare: Vec::new() }
    }

    /// The slots of the first match from `from` on.
    pub fn find(&mut self, from: usize, how: How) -> Result<Option<Vec<usize>>, Stop> {
        let mut found = self.walk(0, from, how, self.program.slots)?;
        if let Some(slots) = &mut found {
            self.fill_lookarounds(slots)?;
        }
        Ok(found)
    }

    /// Finds the groups inside of lookarounds, now that it is known where these held. The inner ones come behind the outer ones.
    fn fill_lookarounds(&mut self, slots: &mut [usize]) -> Result<(), Stop> {
        for look in &self.program.looks {
            let Some(place) = look.slot.map(|slot| slots[slot]).filter(|place| *place != NOWHERE) else { continue };
            let found = self.walk(look.entry, place - look.width, How { anchored: true, ..How::default() }, self.program.slots)?;
            for (slot, inner) in slots.iter_mut().zip(found.unwrap_or_default()).skip(2) {
                if inner != NOWHERE {
                    *slot = inner;
                }
            }
        }
        Ok(())
    }

    /// Walks from the step `entry` and the place `from`; keeps so many slots.
    fn walk(&mut self, entry: usize, from: usize, how: How, width: usize) -> Result<Option<Vec<usize>>, Stop> {
        let steps = self.program.steps.len();
        let mut walk = self.spare.pop().unwrap_or_else(|| Walk { now: Threads::new(steps), next: Threads::new(steps), open: Vec::new() });
        walk.now.clear(width);
        walk.next.clear(width);
        let found = self.walk_with(&mut walk, entry, from, how, width);
        self.spare.push(walk);
        found
    }

    fn walk_with(&mut self, walk: &mut Walk, entry: usize, from: usize, how: How, width: usize) -> Result<Option<Vec<usize>>, Stop> {
        let mut found: Option<Vec<usize>> = None;
        let mut fresh = vec![NOWHERE; width];
        let mut at = from;
        while at <= self.end {
            let may_begin = found.is_none() && (!how.anchored || at == from);
            if walk.now.order.is_empty() {
                if !may_begin {
                    break;
                }
                at = self.skip(entry, at, how)?;
            }
            if may_begin {
                fresh.fill(NOWHERE);
                if let Some(start) = fresh.first_mut() {
                    *start = at;
                }
                self.follow(&mut walk.now, &mut walk.open, entry, at, &mut fresh)?;
            }
            self.advance(walk, at, from, how, &mut found)?;
            std::mem::swap(&mut walk.now, &mut walk.next);
            walk.next.clear(width);
            at += 1;
        }
        Ok(found)
    }

    /// The next place where a match can begin.
    fn skip(&mut self, entry: usize, at: usize, how: How) -> Result<usize, Stop> {
        let Some(first) = self.program.first.as_ref().filter(|_| entry == 0 && !how.anchored) else { return Ok(at) };
        let begins = |c: char| first.get(c as usize).copied().unwrap_or(true);
        for begin in (at..self.end).step_by(SKIPPED) {
            let end = self.end.min(begin + SKIPPED);
            if let Some(place) = (begin..end).find(|place| begins(self.subject.at(*place))) {
                fuel::burn_read(place - begin)?;
                return Ok(place);
            }
            fuel::burn_read(SKIPPED)?;
        }
        Ok(self.end)
    }

    /// Has each thread take the character at `at`, in their order.
    fn advance(&mut self, walk: &mut Walk, at: usize, from: usize, how: How, found: &mut Option<Vec<usize>>) -> Result<(), Stop> {
        let c = if at < self.end { Some(self.subject.at(at)) } else { None };
        fuel::burn(walk.now.order.len() as u64 + 1)?;
        for index in 0..walk.now.order.len() {
            let step = walk.now.order[index];
            match &self.program.steps[step] {
                Step::Match if how.whole && at != self.end || how.not_empty && at == from => {}
                Step::Match => {
                    let mut slots = walk.now.slots_of(step).to_vec();
                    if let Some(end) = slots.get_mut(1) {
                        *end = at;
                    }
                    *found = Some(slots);
                    break;
                }
                taking => {
                    if c.is_some_and(|c| takes(self.program, taking, c)) {
                        let slots = walk.now.slots_of(step);
                        self.follow(&mut walk.next, &mut walk.open, step + 1, at + 1, slots)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Adds the steps that can be reached from `step` without taking a character. `slots` is as before when it is done.
    fn follow(&mut self, threads: &mut Threads, open: &mut Vec<Open>, step: usize, at: usize, slots: &mut [usize]) -> Result<(), Stop> {
        open.push(Open::Step(step));
        while let Some(next) = open.pop() {
            match next {
                Open::Restore(slot, place) => slots[slot] = place,
                Open::Step(step) => self.follow_one(threads, open, step, at, slots)?,
            }
        }
        Ok(())
    }

    fn follow_one(
        &mut self,
        threads: &mut Threads,
        open: &mut Vec<Open>,
        mut step: usize,
        at: usize,
        slots: &mut [usize],
    ) -> Result<(), Stop> {
        let program = self.program;
        while threads.insert(step) {
            fuel::burn(1)?;
            match &program.steps[step] {
                Step::Jump(to) => step = *to,
                Step::Split(preferred, other) => {
                    open.push(Open::Step(*other));
                    step = *preferred;
                }
                Step::Save(slot) => {
                    note(open, slots, *slot, at);
                    step += 1;
                }
                Step::Close(group) => {
                    note(open, slots, 2 * group + 1, at);
                    note(open, slots, program.last_group, *group);
                    step += 1;
                }
                Step::At(position) => {
                    if !self.holds(*position, at) {
                        break;
                    }
                    step += 1;
                }
                Step::Around(index) => {
                    if !self.look(*index, at)? {
                        break;
                    }
                    if let Some(slot) = program.looks[*index].slot {
                        note(open, slots, slot, at);
                    }
                    step += 1;
                }
                _ => {
                    fuel::burn(slots.len() as u64 / 8)?;
                    threads.slots_of(step).copy_from_slice(slots);
                    break;
                }
            }
        }
        Ok(())
    }

    /// Whether a lookaround holds at a place.
    fn look(&mut self, index: usize, at: usize) -> Result<bool, Stop> {
        let look = &self.program.looks[index];
        let Some(from) = at.checked_sub(look.width) else { return Ok(look.negated) };
        let found = self.walk(look.entry, from, How { anchored: true, ..How::default() }, 0)?.is_some();
        Ok(found != look.negated)
    }

    fn holds(&self, position: Position, at: usize) -> bool {
        let newline_at = |place: usize| self.subject.at(place) == '\n';
        match position {
            Position::Start => at == 0,
            Position::LineStart => at == 0 || newline_at(at - 1),
            Position::End => at == self.end,
            Position::EndOrLastNewline => at == self.end || at + 1 == self.end && newline_at(at),
            Position::LineEnd => at == self.end || newline_at(at),
            Position::Boundary(alphabet) => self.at_boundary(at, alphabet),
            // CPython's own: an empty text has no place that is no boundary.
            Position::NoBoundary(alphabet) => self.end > 0 && !self.at_boundary(at, alphabet),
        }
    }

    fn at_boundary(&self, at: usize, alphabet: Alphabet) -> bool {
        let is_word = |place: usize| Category::Word.contains(self.subject.at(place), alphabet);
        (at > 0 && is_word(at - 1)) != (at < self.end && is_word(at))
    }
}

/// Notes a place in a slot, where slots are kept, for what follows up to its restoring.
fn note(open: &mut Vec<Open>, slots: &mut [usize], slot: usize, place: usize) {
    if slot < slots.len() {
        open.push(Open::Restore(slot, std::mem::replace(&mut slots[slot], place)));
    }
}

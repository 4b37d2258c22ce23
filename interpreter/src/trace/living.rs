//! The shown frames that live, whether steps are recorded or not: which they are, and in which state. Where a recording begins in the middle of
//! a run, this is what it begins with; and the overview is made of it.

use hashbrown::HashMap;

use super::overview::{Columns, Life, Named};
use crate::object::frame::Frame;
use crate::object::generator::State;

/// A frame that lives.
pub struct Alive {
    /// As the virtual machine numbers it.
    pub frame: u32,
    pub code: u32,
    pub named: Named,
    /// The frame that made it, as the virtual machine numbers it.
    pub creator: Option<u32>,
    pub awaitable: bool,
    /// Whether it is the program's own: only those have a row in the overview.
    pub is_own: bool,
    pub life: Life,
}

pub struct Living {
    /// Frames that can't sleep, the innermost last.
    plain: Vec<Alive>,
    /// The others.
    sleepers: Sleepers,
    overview: Columns,
    /// Whether it may still be asked for the states of all: the recording has not begun.
    tells_states: bool,
}

/// The mark of a frame whose changes nobody needs any more: it has no row in the overview, and gets none.
const LEFT_OUT: u16 = u16::MAX;

/// The mark of a frame whose slot has too great a number for a mark.
const FAR: u16 = u16::MAX - 1;

impl Living {
    /// `tells_states`: the states of all will be asked for, until [`Living::told_states`].
    pub fn new(tells_states: bool) -> Living {
        Living { plain: Vec::new(), sleepers: Sleepers::default(), overview: Columns::default(), tells_states }
    }

    /// The states were asked for, and will not be again.
    pub fn told_states(&mut self) {
        self.tells_states = false;
    }

    #[inline]
    pub fn add(&mut self, alive: Alive, frame: &Frame) {
        if alive.life.state() == State::Created {
            frame.mark.set(self.sleepers.insert(alive));
        } else {
            self.plain.push(alive);
        }
    }

    /// Whether there must be fewer columns before this step is counted.
    #[inline]
    pub fn is_wide(&self, now: u32) -> bool {
        now >= self.overview.end()
    }

    /// Makes the columns wider. Frames that nothing happened to for long get their rows, too.
    #[cold]
    pub fn widen(&mut self, now: u32) {
        self.overview.widen();
        let mut all: Vec<&mut Alive> = self.plain.iter_mut().chain(self.sleepers.iter_mut()).filter(|alive| alive.is_own).collect();
        all.sort_unstable_by_key(|alive| alive.frame);
        for alive in all {
            let state = alive.life.state();
            self.overview.change(&mut alive.life, alive.named, now, state);
        }
    }

    /// A frame that can sleep changes its state.
    #[inline(always)]
    pub fn change(&mut self, frame: &Frame, now: u32, state: State) {
        let mark = frame.mark.get();
        match self.sleepers.slots.get_mut(usize::from(mark)) {
            Some(Some(alive)) if alive.frame == frame.id && alive.life.stays_in_column(now) => alive.life.pass_to(now, state),
            _ if mark == LEFT_OUT => {}
            _ => self.change_column(frame, now, state),
        }
    }

    /// The same for a frame that has come to another column, or has to be searched for.
    #[inline(never)]
    fn change_column(&mut self, frame: &Frame, now: u32, state: State) {
        let Some(alive) = self.sleepers.marked(frame.mark.get(), frame.id) else { return };
        if alive.is_own {
            self.overview.change(&mut alive.life, alive.named, now, state);
        } else {
            alive.life.leave_out(state);
        }
        if alive.life.is_left_out() && !self.tells_states {
            frame.mark.set(LEFT_OUT);
        }
    }

    #[inline]
    pub fn remove(&mut self, frame: u32, now: u32) {
        let alive = match self.plain.pop_if(|alive| alive.frame == frame) {
            Some(alive) => alive,
            None => match self.sleepers.remove(frame) {
                Some(alive) => alive,
                None => return,
            },
        };
        if alive.is_own {
            self.overview.end_life(alive.life, alive.named, now);
        }
    }

    /// Whether a frame that can sleep lives, and is the program's own; none if it is not shown.
    pub fn sleeper(&self, frame: u32) -> Option<&Alive> {
        self.sleepers.get(frame)
    }

    /// All of them, in the order in which they were made.
    pub fn all(&self) -> Vec<&Alive> {
        let mut all: Vec<&Alive> = self.plain.iter().chain(self.sleepers.iter()).collect();
        all.sort_by_key(|alive| alive.frame);
        all
    }

    /// The run is over: the overview, with all that lives up to its end.
    pub fn finish(mut self, now: u32) -> Columns {
        let mut all: Vec<Alive> = self.plain.into_iter().chain(self.sleepers.into_iter()).filter(|alive| alive.is_own).collect();
        all.sort_unstable_by_key(|alive| alive.frame);
        for alive in all {
            self.overview.end_life(alive.life, alive.named, now);
        }
        self.overview
    }
}

/// Frames by their numbers, and by their marks, which say in most cases which slot it is.
#[derive(Default)]
struct Sleepers {
    slots: Vec<Option<Alive>>,
    free: Vec<u32>,
    by_frame: HashMap<u32, u32>,
}

impl Sleepers {
    /// Its mark.
    fn insert(&mut self, alive: Alive) -> u16 {
        let frame = alive.frame;
        let at = self.free.pop().unwrap_or(self.slots.len() as u32);
        if at as usize == self.slots.len() {
            self.slots.push(Some(alive));
        } else {
            self.slots[at as usize] = Some(alive);
        }
        self.by_frame.insert(frame, at);
        u16::try_from(at).map_or(FAR, |at| at.min(FAR))
    }

    /// By its mark, if that is its own: it may be from another frame's life.
    #[inline]
    fn marked(&mut self, mark: u16, frame: u32) -> Option<&mut Alive> {
        let slot = if mark == FAR { *self.by_frame.get(&frame)? } else { mark.into() };
        self.slots.get_mut(slot as usize)?.as_mut().filter(|alive| alive.frame == frame)
    }

    fn get(&self, frame: u32) -> Option<&Alive> {
        self.slots[*self.by_frame.get(&frame)? as usize].as_ref()
    }

    fn remove(&mut self, frame: u32) -> Option<Alive> {
        let at = self.by_frame.remove(&frame)?;
        self.free.push(at);
        self.slots[at as usize].take()
    }

    fn iter(&self) -> impl Iterator<Item = &Alive> {
        self.slots.iter().flatten()
    }

    fn iter_mut(&mut self) -> impl Iterator<Item = &mut Alive> {
        self.slots.iter_mut().flatten()
    }

    fn into_iter(self) -> impl Iterator<Item = Alive> {
        self.slots.into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::super::account::{Account, EMPTY};
    use super::{Alive, Life, Living, Named};
    use crate::limits::OVERVIEW_FRAMES;
    use crate::object::frame::Frame;
    use crate::object::generator::State;
    use stillframe_front::bytecode::code::CodeKind;

    const FRAMES: u32 = OVERVIEW_FRAMES as u32 + 8;

    fn made(living: &mut Living, id: u32) -> Frame {
        let mut frame = *Frame::new(0);
        frame.id = id;
        let named = Named { kind: CodeKind::Generator, name: EMPTY, ordinal: id };
        let life = Life::new(0, State::Created);
        living.add(Alive { frame: id, code: 0, named, creator: None, awaitable: false, is_own: true, life }, &frame);
        frame
    }

    /// More frames than have a row, resumed by turns: each runs for one step and sleeps for the others.
    fn by_turns(living: &mut Living, steps: u32) -> Vec<Frame> {
        let frames: Vec<Frame> = (1..=FRAMES).map(|id| made(living, id)).collect();
        for step in 1..steps {
            while living.is_wide(step) {
                living.widen(step);
            }
            living.change(&frames[((step - 1) % FRAMES) as usize], step, State::Suspended);
            living.change(&frames[(step % FRAMES) as usize], step, State::Running);
        }
        frames
    }

    #[test]
    fn states_of_all_are_known_until_they_were_asked_for() {
        let mut living = Living::new(true);
        let frames = by_turns(&mut living, 1000);
        let running = 999 % FRAMES;
        let states = |living: &Living| living.all().iter().map(|alive| alive.life.state()).collect::<Vec<_>>();
        let expected: Vec<State> = (0..FRAMES).map(|at| if at == running { State::Running } else { State::Suspended }).collect();
        assert_eq!(states(&living), expected);
        assert_eq!(living.sleeper(FRAMES).map(|alive| alive.life.state()), expected.last().copied());
        living.remove(frames[0].id, 1000);
        assert!(living.sleeper(1).is_none());
        living.change(&frames[0], 1001, State::Running);
        assert_eq!(living.all().len(), FRAMES as usize - 1);
    }

    #[test]
    fn more_frames_than_marks_are_known_by_their_numbers() {
        let mut living = Living::new(true);
        let frames: Vec<Frame> = (0..70_000).map(|id| made(&mut living, id)).collect();
        for at in [0, 65_533, 65_534, 65_535, 69_999] {
            living.change(&frames[at], 1, State::Running);
        }
        let running: Vec<u32> = living.all().iter().filter(|alive| alive.life.state() == State::Running).map(|alive| alive.frame).collect();
        assert_eq!(running, [0, 65_533, 65_534, 65_535, 69_999]);
    }

    #[test]
    fn the_overview_is_the_same_whether_states_are_asked_for_or_not() {
        let overview = |tells_states| {
            let mut living = Living::new(tells_states);
            by_turns(&mut living, 20_000);
            living.finish(20_000).told(&Account::default(), 20_000)
        };
        let (told, untold) = (overview(true), overview(false));
        assert_eq!(untold.left_out, FRAMES - OVERVIEW_FRAMES as u32);
        assert_eq!((untold.frames.len(), untold.width), (OVERVIEW_FRAMES, told.width));
        for (one, other) in told.frames.iter().zip(&untold.frames) {
            assert_eq!((one.ordinal, &one.running, &one.suspended), (other.ordinal, &other.running, &other.suspended));
            assert!(one.running.len() > 100 && one.running.iter().all(|share| (1..=4).contains(share)), "{:?}", one.running);
        }
    }
}

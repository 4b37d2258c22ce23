//! The shown frames that live, whether steps are recorded or not: which they are, and in which state. Where a recording begins in the middle of
//! a run, this is what it begins with; and the overview is made of it.

use hashbrown::HashMap;

use super::overview::{Columns, Life, Named};
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

#[derive(Default)]
pub struct Living {
    /// Frames that can't sleep, the innermost last.
    plain: Vec<Alive>,
    /// The others.
    sleepers: Sleepers,
    overview: Columns,
}

impl Living {
    #[inline]
    pub fn add(&mut self, alive: Alive) {
        if alive.life.state() == State::Created {
            self.sleepers.insert(alive);
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
    #[inline]
    pub fn change(&mut self, frame: u32, now: u32, state: State) {
        let Some(alive) = self.sleepers.get_mut(frame) else { return };
        if alive.is_own {
            self.overview.change(&mut alive.life, alive.named, now, state);
        } else {
            alive.life.set(state);
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

/// Frames by their numbers. Most are found without hashing: frames that live at the same time have numbers near each other.
#[derive(Default)]
struct Sleepers {
    slots: Vec<Option<Alive>>,
    free: Vec<usize>,
    by_frame: HashMap<u32, usize>,
    /// Where a frame may be that has this number but for its high bits: as many places as a power of two, and at least as many as slots.
    near: Vec<u32>,
}

impl Sleepers {
    fn insert(&mut self, alive: Alive) {
        let frame = alive.frame;
        let at = self.free.pop().unwrap_or(self.slots.len());
        if at == self.slots.len() {
            self.slots.push(Some(alive));
            if self.near.len() < self.slots.len() {
                self.near = vec![0; self.slots.len().next_power_of_two()];
            }
        } else {
            self.slots[at] = Some(alive);
        }
        self.by_frame.insert(frame, at);
    }

    #[inline]
    fn get_mut(&mut self, frame: u32) -> Option<&mut Alive> {
        let mask = self.near.len().checked_sub(1)?;
        let near = &mut self.near[frame as usize & mask];
        if !matches!(self.slots.get(*near as usize), Some(Some(alive)) if alive.frame == frame) {
            *near = *self.by_frame.get(&frame)? as u32;
        }
        self.slots[*near as usize].as_mut()
    }

    fn get(&self, frame: u32) -> Option<&Alive> {
        self.slots[*self.by_frame.get(&frame)?].as_ref()
    }

    fn remove(&mut self, frame: u32) -> Option<Alive> {
        let at = self.by_frame.remove(&frame)?;
        self.free.push(at);
        self.slots[at].take()
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

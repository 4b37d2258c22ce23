//! What a run of many steps looks like from afar: for a few hundred columns of steps, how long each frame was in which state.
//!
//! A column has twice as many steps whenever there would be too many columns, so an overview takes constant memory. A frame has a row once it
//! lives from one column into the next; the others are too short to be seen.

use super::account::{Account, FrameShares, Overview, Text};
use super::event::kind_name;
use crate::limits::{OVERVIEW_COLUMNS, OVERVIEW_FRAMES};
use crate::object::generator::State;
use stillframe_front::bytecode::code::CodeKind;

/// What a frame is called: `ordinal` says which of those of its name, from 1.
#[derive(Clone, Copy)]
pub struct Named {
    pub kind: CodeKind,
    pub name: Text,
    pub ordinal: u32,
}

/// The columns of a run under way.
pub struct Columns {
    /// A column has two to the power of this many steps.
    shift: u32,
    /// The step before which the columns must be made wider.
    end: u32,
    rows: Vec<Option<Row>>,
    left_out: u32,
}

/// What is remembered of a frame between two changes of its state.
pub struct Life {
    born: u32,
    state: State,
    /// The step from which on it has that state, or at which the column began in which it is looked at.
    since: u32,
    /// The first step of the column that `spent` is about.
    column: u32,
    /// The step from which on it is in another column, or may be: columns become wider.
    column_end: u32,
    spent: Spent,
    place: Place,
}

/// Where a frame's row is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It has lived in one column so far.
    Brief,
    Row(u32),
    /// There was no room.
    LeftOut,
}

/// How many steps of a column a frame was created, running, suspended, closed: by [`State`].
type Spent = [u32; 4];

struct Row {
    named: Named,
    born: u32,
    died: Option<u32>,
    columns: Vec<Spent>,
}

/// A column has so many steps at first.
const FIRST_SHIFT: u32 = 4;

/// Where the columns end, if each has two to the power of this many steps.
fn end_of(shift: u32) -> u32 {
    u32::try_from((OVERVIEW_COLUMNS as u64) << shift).unwrap_or(u32::MAX)
}

impl Default for Columns {
    fn default() -> Self {
        Columns { shift: FIRST_SHIFT, end: end_of(FIRST_SHIFT), rows: Vec::new(), left_out: 0 }
    }
}

impl Life {
    /// A frame that is made at this step, in this state.
    #[inline]
    pub fn new(now: u32, state: State) -> Life {
        Life { born: now, state, since: now, column: now, column_end: now, spent: [0; 4], place: Place::Brief }
    }

    pub fn state(&self) -> State {
        self.state
    }

    /// Whether there is no row for it, and will be none.
    pub fn is_left_out(&self) -> bool {
        self.place == Place::LeftOut
    }

    /// It has another state, and no row, now and later.
    pub fn leave_out(&mut self, state: State) {
        (self.place, self.column_end, self.state) = (Place::LeftOut, u32::MAX, state);
    }

    /// Whether it is for certain in the column it was in when it was last looked at.
    #[inline(always)]
    pub fn stays_in_column(&self, now: u32) -> bool {
        now < self.column_end
    }

    /// From this step on it has another state.
    #[inline(always)]
    pub fn pass_to(&mut self, now: u32, state: State) {
        self.spend(now);
        self.state = state;
    }

    #[inline(always)]
    fn spend(&mut self, until: u32) {
        self.spent[self.state as usize] += until - self.since;
        self.since = until;
    }
}

impl Columns {
    /// The step before which the columns must be made wider.
    #[inline]
    pub fn end(&self) -> u32 {
        self.end
    }

    /// Makes the columns twice as wide. Rows of dead frames that lived for less than one of them go.
    #[cold]
    pub fn widen(&mut self) {
        self.shift += 1;
        self.end = end_of(self.shift);
        for row in self.rows.iter_mut().flatten() {
            row.columns = row
                .columns
                .chunks(2)
                .map(|pair| pair.iter().fold([0; 4], |sum, one| std::array::from_fn(|at| sum[at] + one[at])))
                .collect();
        }
        self.drop_short_rows();
    }

    /// From this step on a frame is in another state.
    #[inline]
    pub fn change(&mut self, life: &mut Life, named: Named, now: u32, state: State) {
        if !life.stays_in_column(now) {
            self.leave_column(life, named, now);
        }
        life.pass_to(now, state);
    }

    /// A frame ends at this step.
    #[inline]
    pub fn end_life(&mut self, mut life: Life, named: Named, now: u32) {
        self.change(&mut life, named, now, State::Closed);
        if let Place::Row(at) = life.place {
            self.settle(&life, at);
            self.rows[at as usize].as_mut().into_iter().for_each(|row| row.died = Some(now));
        }
    }

    /// A frame may have come to another column: then what it did in those before is put into its row.
    #[cold]
    fn leave_column(&mut self, life: &mut Life, named: Named, now: u32) {
        let crosses = now >> self.shift != life.column >> self.shift;
        if crosses && life.place == Place::Brief {
            life.place = self.new_row(named, life.born, now);
        }
        if life.is_left_out() {
            return life.leave_out(life.state);
        }
        while now >> self.shift != life.column >> self.shift {
            let next = ((life.column >> self.shift) + 1) << self.shift;
            life.spend(next);
            if let Place::Row(at) = life.place {
                self.settle(life, at);
            }
            (life.column, life.spent) = (next, [0; 4]);
        }
        let end = ((u64::from(life.column) >> self.shift) + 1) << self.shift;
        life.column_end = u32::try_from(end).unwrap_or(u32::MAX);
    }

    fn settle(&mut self, life: &Life, at: u32) {
        let column = (life.column >> self.shift) as usize;
        let Some(row) = &mut self.rows[at as usize] else { return };
        if row.columns.len() <= column {
            row.columns.resize(column + 1, [0; 4]);
        }
        for (sum, spent) in row.columns[column].iter_mut().zip(life.spent) {
            *sum += spent;
        }
    }

    /// A row for a frame: a free one, or that of a dead frame that lived for less long.
    fn new_row(&mut self, named: Named, born: u32, now: u32) -> Place {
        let row = Some(Row { named, born, died: None, columns: Vec::new() });
        if let Some(at) = self.rows.iter().position(Option::is_none) {
            self.rows[at] = row;
            return Place::Row(at as u32);
        }
        if self.rows.len() < OVERVIEW_FRAMES {
            self.rows.push(row);
            return Place::Row(self.rows.len() as u32 - 1);
        }
        self.left_out += 1;
        let lives = self.rows.iter().enumerate().filter_map(|(at, row)| Some((row.as_ref()?.life()?, at)));
        match lives.min().filter(|(life, _)| *life < now - born) {
            Some((_, at)) => {
                self.rows[at] = row;
                Place::Row(at as u32)
            }
            None => Place::LeftOut,
        }
    }

    fn drop_short_rows(&mut self) {
        let width = 1 << self.shift;
        for row in &mut self.rows {
            if row.as_ref().is_some_and(|row| row.life().is_some_and(|life| life < width)) {
                *row = None;
            }
        }
    }

    /// The overview of a run of so many steps, whose frames have all ended or are brought up to its end.
    pub fn told(self, account: &Account, steps: u32) -> Overview {
        let width = 1 << self.shift;
        let mut rows: Vec<Row> = self.rows.into_iter().flatten().collect();
        rows.sort_by_key(|row| row.born);
        let frames = rows.iter().map(|row| row.told(account, steps, width)).collect();
        Overview { steps, width, left_out: self.left_out, frames }
    }
}

impl Row {
    /// For how many steps a dead frame lived.
    fn life(&self) -> Option<u32> {
        self.died.map(|died| died - self.born)
    }

    fn told(&self, account: &Account, steps: u32, width: u32) -> FrameShares {
        let first = (self.born / width) as usize;
        let share = |state: State| {
            let lived = self.columns.iter().zip(0u32..).skip(first);
            let of_column = |column: u32| (steps - (column * width).min(steps)).clamp(1, width);
            let mut shares: Vec<u32> = lived.map(|(spent, column)| percent(spent[state as usize], of_column(column))).collect();
            shares.truncate(shares.iter().rposition(|share| *share > 0).map_or(0, |last| last + 1));
            shares
        };
        FrameShares {
            name: account.texts.get(self.named.name).to_owned(),
            kind: kind_name(self.named.kind),
            ordinal: self.named.ordinal,
            first,
            created: share(State::Created),
            running: share(State::Running),
            suspended: share(State::Suspended),
        }
    }
}

/// A share in percent; what is there at all is at least 1.
fn percent(part: u32, whole: u32) -> u32 {
    if part == 0 { 0 } else { ((u64::from(part) * 100 + u64::from(whole) / 2) / u64::from(whole)).clamp(1, 100) as u32 }
}

#[cfg(test)]
mod tests {
    use super::Named;
    use super::{Columns, Life};
    use crate::limits::{OVERVIEW_COLUMNS, OVERVIEW_FRAMES};
    use crate::object::generator::State;
    use crate::trace::account::{Account, EMPTY};
    use stillframe_front::bytecode::code::CodeKind;

    fn named(ordinal: u32) -> Named {
        Named { kind: CodeKind::Generator, name: EMPTY, ordinal }
    }

    #[test]
    fn shares_are_exact_and_a_column_is_widened() {
        let mut overview = Columns::default();
        let mut life = Life::new(0, State::Created);
        let steps = 10 * OVERVIEW_COLUMNS as u32 * 16;
        for step in (1..steps).filter(|step| step % 4 == 1) {
            while step >= overview.end() {
                overview.widen();
            }
            overview.change(&mut life, named(1), step, if step % 8 == 1 { State::Running } else { State::Suspended });
        }
        overview.end_life(life, named(1), steps);
        let told = overview.told(&Account::default(), steps);
        assert_eq!(told.width, 256);
        let columns = (steps / told.width) as usize;
        let frame = &told.frames[0];
        assert_eq!((frame.first, frame.running.len(), frame.suspended.len()), (0, columns, columns));
        assert!(frame.running.iter().chain(&frame.suspended).all(|share| (49..=51).contains(share)), "{:?}", frame.running);
        assert_eq!(frame.created, [1]);
    }

    #[test]
    fn short_lives_have_no_row_and_give_way_to_long_ones() {
        let mut overview = Columns::default();
        let module = Life::new(0, State::Running);
        for ordinal in 0..10_000 {
            let now = 8 + 10 * ordinal;
            while now + 10 >= overview.end() {
                overview.widen();
            }
            overview.end_life(Life::new(now, State::Running), named(ordinal), now + 10);
        }
        overview.end_life(module, named(0), 100_008);
        let told = overview.told(&Account::default(), 100_008);
        assert_eq!(told.frames.iter().filter(|frame| frame.running.len() > 2).count(), 1);
        assert!(told.frames.len() <= OVERVIEW_FRAMES);
        assert!(told.frames[0].running.iter().all(|share| *share == 100));
    }
}

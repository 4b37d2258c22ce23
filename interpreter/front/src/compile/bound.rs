//! Which variables are bound for certain, so that nobody need check, and methods with such arguments are called at once.

use super::emit::{Instruction, Label, Step, Unit};
use crate::bytecode::op::{NONE, Op, Reg};

/// Takes out the checks of variables that are bound on every way that leads to them. Methods whose arguments may be unbound are looked up
/// before those are read.
pub fn settle(unit: &mut Unit, bound_at_first: impl Iterator<Item = Reg>) {
    let asks = |step: &Instruction| match step.step {
        Step::Op(Op::CallMethod { n, .. }) => n > 0,
        step => matches!(step, Step::Op(Op::CheckBound { .. })),
    };
    if !unit.order.iter().flat_map(|label| &unit.blocks[*label].steps).any(asks) {
        return;
    }
    let mut entry = Bound::default();
    bound_at_first.for_each(|register| entry.insert(register));
    let entries = entries(unit, entry);
    for label in unit.order.clone() {
        let mut bound = entries[label].unwrap_or_default();
        let mut unsure = Vec::new();
        for (at, step) in unit.blocks[label].steps.iter_mut().enumerate() {
            match step.step {
                Step::Op(Op::CheckBound { s }) if bound.contains(s) => step.step = Step::Touch,
                Step::Op(Op::Move { d, s }) if !bound.contains(s) => unsure.push((at, d)),
                Step::Op(Op::CallMethod { o, n, .. }) if unsure.iter().any(|(_, d)| (o + 1..=o + n).contains(d)) => {
                    unsure.retain(|(_, d)| *d <= o || *d > o + n);
                    unsure.push((at, NONE));
                }
                _ => {}
            }
            bound.after(step);
        }
        for (at, _) in unsure.into_iter().filter(|(_, d)| *d == NONE) {
            look_up_first(unit, label, at);
        }
    }
}

/// Makes a `CallMethod` whose arguments are plain loads a `LoadMethod` before them and a `CallLoaded` behind: the method's error comes first.
fn look_up_first(unit: &mut Unit, label: Label, call: usize) {
    let Step::Op(Op::CallMethod { d, o, n, name }) = unit.blocks[label].steps[call].step else { return };
    let place = unit.lookups.get(&unit.blocks[label].steps[call].span).copied();
    let steps = &mut unit.blocks[label].steps;
    let is_lookup = |step: &Instruction| step.step == Step::Touch && Some(step.span) == place;
    let Some(lookup) = steps[..call].iter().rposition(is_lookup) else { return };
    for step in &mut steps[lookup + 1..call] {
        if let Step::Op(Op::Move { d, .. } | Op::Const { d, .. } | Op::Int { d, .. } | Op::LoadNone { d }) = &mut step.step {
            *d += 1;
        }
    }
    steps[lookup].step = Step::Op(Op::LoadMethod { o, s: o, name });
    steps[call].step = Step::Op(Op::CallLoaded { d, o, n });
}

/// A set of registers.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Bound([u64; 4]);

impl Bound {
    fn contains(&self, register: Reg) -> bool {
        self.0[usize::from(register) / 64] >> (register % 64) & 1 == 1
    }

    fn insert(&mut self, register: Reg) {
        self.0[usize::from(register) / 64] |= 1 << (register % 64);
    }

    fn remove(&mut self, register: Reg) {
        self.0[usize::from(register) / 64] &= !(1 << (register % 64));
    }

    fn and(self, other: Bound) -> Bound {
        Bound(std::array::from_fn(|at| self.0[at] & other.0[at]))
    }

    fn after(&mut self, step: &Instruction) {
        let Step::Op(op) = step.step else { return };
        match op {
            Op::Clear { d } | Op::DeleteFast { d } => self.remove(d),
            // It writes where it does not jump; where it does, the register is as it was.
            Op::ForIter { .. } => {}
            Op::CheckBound { s } => self.insert(s),
            Op::Unpack { d, n, .. } => (0..n).for_each(|at| self.insert(d + at)),
            Op::Take { d, s } => {
                self.remove(s);
                self.insert(d);
            }
            op => op.written().into_iter().for_each(|d| self.insert(d)),
        }
    }
}

/// What is bound as each block is entered, if it is.
fn entries(unit: &Unit, first: Bound) -> Vec<Option<Bound>> {
    let mut places = vec![usize::MAX; unit.blocks.len()];
    for (at, label) in unit.order.iter().enumerate() {
        places[*label] = at;
    }
    let mut entries: Vec<Option<Bound>> = vec![None; unit.blocks.len()];
    entries[unit.order[0]] = Some(first);
    let mut open: Vec<Label> = vec![unit.order[0]];
    while let Some(label) = open.pop() {
        let mut bound = entries[label].unwrap_or_default();
        let mut reach = |target: Label, bound: Bound, open: &mut Vec<Label>| {
            let joined = entries[target].map_or(bound, |known| known.and(bound));
            if entries[target] != Some(joined) {
                entries[target] = Some(joined);
                open.push(target);
            }
        };
        let steps = &unit.blocks[label].steps;
        for step in steps {
            // An exception may come before or after what the instruction writes.
            if let Some(guard) = step.guard {
                reach(unit.guards[guard].target, bound, &mut open);
            }
            bound.after(step);
            if let Some(guard) = step.guard {
                reach(unit.guards[guard].target, bound, &mut open);
            }
        }
        let Some(last) = steps.last() else { continue };
        if let Some(target) = last.target.filter(|_| last.jumps()) {
            reach(target, bound, &mut open);
        }
        if let (false, Some(next)) = (last.ends_block(), unit.order.get(places[label] + 1)) {
            if let Step::Op(Op::ForIter { d, .. }) = last.step {
                bound.insert(d);
            }
            reach(*next, bound, &mut open);
        }
    }
    entries
}

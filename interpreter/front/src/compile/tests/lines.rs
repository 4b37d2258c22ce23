//! Holds the lines to CPython 3.11: `lines.txt` is what `record.py` says of `lines.py`.
//!
//! For each code object: the lines of its instructions in order, those in a row that are the same once; then each step from one line to
//! another that a tracer would be told (0: from no line).

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::program_with;
use crate::bytecode::op::Op;
use crate::compile::Options;
use crate::compile::emit::{Instruction, Step, Unit};

type Steps = BTreeSet<(u32, u32)>;

thread_local! {
    static NOTED: RefCell<Vec<(String, Vec<u32>, Steps)>> = const { RefCell::new(Vec::new()) };
    static WALKS: RefCell<Vec<Walk>> = const { RefCell::new(Vec::new()) };
}

/// Called with each code object after its blocks were cleaned up.
pub fn note(unit: &Unit) {
    let steps = unit.order.iter().flat_map(|label| &unit.blocks[*label].steps);
    let mut lines: Vec<u32> = steps.map(line_of).filter(|line| *line > 0).collect();
    lines.dedup();
    let name = format!("{}:{}", unit.qualname, unit.first_line);
    NOTED.with_borrow_mut(|noted| noted.push((name, lines, steps_told(unit))));
    WALKS.with_borrow_mut(|walks| walks.extend((0..20).map(|seed| Walk::through(unit, seed))));
}

/// Called with each code object after what tells its lines was put in.
pub fn note_told(unit: &Unit) {
    WALKS.with_borrow_mut(|walks| {
        for walk in walks.drain(..) {
            let (told, expected) = (walk.replay(unit), &walk.told);
            // A walk that found no end was cut off, sooner in one of them than in the other.
            let both = if told.len().max(expected.len()) < Walk::STEPS / 10 { usize::MAX } else { told.len().min(expected.len()) };
            let cut = |lines: &[u32]| lines[..both.min(lines.len())].to_vec();
            assert_eq!(cut(&told), cut(expected), "walk {} of {}", walk.seed, unit.qualname);
        }
    });
}

fn line_of(step: &Instruction) -> u32 {
    step.span.line
}

fn places(unit: &Unit) -> Vec<usize> {
    let mut places = vec![usize::MAX; unit.blocks.len()];
    for (at, label) in unit.order.iter().enumerate() {
        places[*label] = at;
    }
    places
}

/// The steps from instruction to instruction that CPython tells.
fn steps_told(unit: &Unit) -> Steps {
    let places = places(unit);
    let mut told = Steps::new();
    let mut step = |from: &Instruction, to: &Instruction, is_back: bool| {
        let from = if from.step == Step::Resume { 0 } else { line_of(from) };
        if line_of(to) > 0 && to.step != Step::Resume && (from != line_of(to) || is_back) {
            told.insert((from, line_of(to)));
        }
    };
    for (at, label) in unit.order.iter().enumerate() {
        let steps = &unit.blocks[*label].steps;
        steps.windows(2).for_each(|pair| step(&pair[0], &pair[1], false));
        let Some(last) = steps.last() else { continue };
        if let (false, Some(next)) = (last.ends_block(), unit.order.get(at + 1)) {
            step(last, &unit.blocks[*next].steps[0], false);
        }
        if let Some(target) = last.target {
            let is_back = (places[target], 0) < (at, steps.len() - 1);
            step(last, &unit.blocks[target].steps[0], is_back);
        }
    }
    told
}

/// A way through a code object, drawn by lot, with the lines that CPython would tell on it.
struct Walk {
    seed: u64,
    told: Vec<u32>,
}

impl Walk {
    const DECISIONS: usize = 100;
    const STEPS: usize = 5000;

    /// By CPython's rule, on the instructions with their lines.
    fn through(unit: &Unit, seed: u64) -> Walk {
        let mut told = Vec::new();
        let mut last = (0, (0, 0));
        walk(unit, seed, |step, place| {
            let line = line_of(step);
            let is_back = place < last.1;
            if step.step != Step::Resume && line > 0 && (line != last.0 || is_back) {
                told.push(line);
            }
            last = (if step.step == Step::Resume { 0 } else { line }, place);
        });
        Walk { seed, told }
    }

    /// By the instructions that tell, as the machine carries them out.
    fn replay(&self, unit: &Unit) -> Vec<u32> {
        let mut told = Vec::new();
        let mut on = 0;
        walk(unit, self.seed, |step, _| match step.step {
            Step::Op(Op::Line { n }) if n == on => {}
            // Of a module with nothing in it.
            Step::Op(Op::LineBack { n: 0 }) => {}
            Step::Op(Op::Line { n } | Op::LineBack { n }) => {
                told.push(n);
                on = n;
            }
            Step::Op(Op::LineNone {}) => on = 0,
            _ => {}
        });
        told
    }
}

/// Walks from instruction to instruction, deciding by lot where a jump may go or not.
fn walk<'u>(unit: &'u Unit, seed: u64, mut visit: impl FnMut(&'u Instruction, (usize, usize))) {
    let places = places(unit);
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut lot = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state & 4 == 0
    };
    let (mut at, mut index, mut decisions) = (0, 0, 0);
    for _ in 0..Walk::STEPS {
        while unit.order.get(at).is_some_and(|label| unit.blocks[*label].steps.len() == index) {
            (at, index) = (at + 1, 0);
        }
        let Some(label) = unit.order.get(at) else { return };
        let step = &unit.blocks[*label].steps[index];
        visit(step, (at, index));
        if step.leaves() || decisions == Walk::DECISIONS {
            return;
        }
        let is_decision = step.jumps() && !step.is_unconditional_jump();
        decisions += usize::from(is_decision);
        let jumps = step.is_unconditional_jump() || (is_decision && lot());
        match step.target {
            Some(target) if jumps => (at, index) = (places[target], 0),
            _ => index += 1,
        }
    }
}

fn compiled_lines(source: &str) -> Vec<(String, Vec<u32>, Steps)> {
    NOTED.take();
    program_with(source, &Options { watched: true, module_registers: true });
    NOTED.take()
}

#[test]
fn lines_are_cpythons() {
    let mut ours: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, lines, steps) in compiled_lines(include_str!("lines.py")) {
        let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
        let steps: Vec<String> = steps.iter().map(|(from, to)| format!("{from}>{to}")).collect();
        ours.entry(name).or_default().insert(format!("{} | {}", lines.join(" "), steps.join(" ")));
    }
    let mut theirs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in include_str!("lines.txt").lines() {
        let (name, lines) = line.split_once(" = ").expect("record.py writes it so");
        theirs.entry(name.to_owned()).or_default().insert(lines.to_owned());
    }
    assert!(theirs.len() > 40, "lines.txt has only {} code objects", theirs.len());
    for (name, theirs) in &theirs {
        assert_eq!(ours.get(name), Some(theirs), "{name}");
    }
    assert_eq!(ours.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>());
}

#[test]
fn the_instructions_tell_what_cpythons_rule_says() {
    // `note` and `note_told` compare, on walks through every code object.
    let noted = compiled_lines(include_str!("lines.py"));
    assert!(noted.iter().map(|(_, _, steps)| steps.len()).sum::<usize>() > 300);
}

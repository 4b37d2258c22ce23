//! Works out which lines must be told: where CPython would run an instruction on another line than the one before it, or jump back.
//!
//! Each block is entered on a line that is known, on none, or on one that only the run knows. An instruction on the line that is known
//! tells nothing; on another it gets a [`Op::Line`], which the machine ignores if the frame turns out to stand there already.

use super::emit::{Block, Instruction, Label, Step, Unit};
use crate::bytecode::op::Op;
use crate::syntax::tree::Span;

/// Inserts what tells the lines, and takes out what only stood for CPython's instructions.
pub fn tell(unit: &mut Unit) {
    let told_on_the_way = tell_jumps_back(unit);
    let entries = entries(unit, &told_on_the_way);
    for at in 0..unit.order.len() {
        let label = unit.order[at];
        let needs_none = ends_on_no_line(unit, at, &entries);
        tell_block(&mut unit.blocks[label], entries[label], needs_none);
    }
}

/// Takes out what only stood for CPython's instructions.
pub fn silence(unit: &mut Unit) {
    for block in &mut unit.blocks {
        block.steps.retain(|step| matches!(step.step, Step::Op(_)));
    }
}

/// Where a frame stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum On {
    /// Nobody comes here, as far as we know yet.
    Nowhere,
    /// Line 0: none.
    Line(u32),
    /// Now here, now there.
    Several,
}

impl On {
    fn or(self, other: On) -> On {
        match (self, other) {
            (On::Nowhere, on) | (on, On::Nowhere) => on,
            (a, b) if a == b => a,
            _ => On::Several,
        }
    }
}

fn line_of(instruction: &Instruction) -> u32 {
    instruction.span.line
}

fn first_line(block: &Block) -> u32 {
    block.steps.first().map_or(0, line_of)
}

/// The line a frame is on as it leaves a block; it begins on none, whatever line its first instruction has.
fn last_line(block: &Block) -> u32 {
    block.steps.last().filter(|step| step.step != Step::Resume).map_or(0, line_of)
}

/// A jump back tells its line even if the frame stands there. Answers the blocks whose last jump has told the target's line.
fn tell_jumps_back(unit: &mut Unit) -> Vec<bool> {
    let mut places = vec![usize::MAX; unit.blocks.len()];
    for (at, label) in unit.order.iter().enumerate() {
        places[*label] = at;
    }
    let mut told = vec![false; unit.blocks.len()];
    for label in unit.order.clone() {
        let block = &unit.blocks[label];
        let Some(last) = block.steps.last() else { continue };
        let Some(target) = last.target.filter(|_| last.jumps()) else { continue };
        let is_back = places[target] < places[label] || (target == label && block.steps.len() > 1);
        let line = first_line(&unit.blocks[target]);
        if !is_back || line == 0 {
            continue;
        }
        let line_back = |like: Instruction| Instruction { step: Step::Op(Op::LineBack { n: line }), target: None, ..like };
        let (jump, place) = (*last, block.steps.len() - 1);
        if jump.is_unconditional_jump() {
            unit.blocks[label].steps.insert(place, line_back(jump));
            told[label] = true;
        } else if line == line_of(&jump) || line_of(&jump) == 0 {
            // The other way must not tell, so the telling has a block of its own.
            let back = Instruction { step: Step::Op(Op::Jump { t: 0 }), ..jump };
            let detour = unit.blocks.len();
            unit.blocks.push(Block { steps: vec![line_back(jump), back] });
            unit.order.push(detour);
            told.push(true);
            unit.blocks[label].steps[place].target = Some(detour);
        }
    }
    told
}

/// Where a frame stands as it enters each block.
fn entries(unit: &Unit, told: &[bool]) -> Vec<On> {
    let mut entries = vec![On::Nowhere; unit.blocks.len()];
    for guard in &unit.guards {
        entries[guard.target] = On::Several;
    }
    for (at, label) in unit.order.iter().enumerate() {
        let block = &unit.blocks[*label];
        let leaving = On::Line(last_line(block));
        let Some(last) = block.steps.last() else { continue };
        if let Some(target) = last.target.filter(|_| last.jumps()) {
            let arriving = if told[*label] { On::Line(first_line(&unit.blocks[target])) } else { leaving };
            entries[target] = entries[target].or(arriving);
        }
        if !last.ends_block()
            && let Some(next) = unit.order.get(at + 1)
        {
            entries[*next] = entries[*next].or(leaving);
        }
    }
    entries
}

/// Whether a frame leaves the block on no line, for one whose own lines must be told then.
fn ends_on_no_line(unit: &Unit, at: usize, entries: &[On]) -> bool {
    let block = &unit.blocks[unit.order[at]];
    let Some(last) = block.steps.last() else { return false };
    let needs = |label: Label| entries[label] == On::Several;
    let next = unit.order.get(at + 1).filter(|_| !last.ends_block());
    line_of(last) == 0 && (next.is_some_and(|next| needs(*next)) || last.target.is_some_and(needs))
}

fn tell_block(block: &mut Block, entry: On, needs_none: bool) {
    let mut on = entry;
    let mut told = Vec::with_capacity(block.steps.len() + 2);
    for step in &block.steps {
        let tell = |op| Instruction { step: Step::Op(op), target: None, ..*step };
        let n = line_of(step);
        match step.step {
            // The frame has just begun and stands on no line, as it will find itself.
            Step::Resume => {
                on = On::Several;
                continue;
            }
            _ if n == 0 || on == On::Line(n) => {}
            _ if on == On::Line(0) => told.push(tell(Op::LineBack { n })),
            _ => told.push(tell(Op::Line { n })),
        }
        on = On::Line(n);
        if matches!(step.step, Step::Op(_)) {
            told.push(*step);
        }
    }
    if needs_none {
        let last_jump = told.last().filter(|last| last.target.is_some() || last.ends_block());
        let place = told.len() - usize::from(last_jump.is_some());
        told.insert(place, Instruction { step: Step::Op(Op::LineNone {}), span: Span::default(), target: None, guard: None });
    }
    block.steps = told;
}

//! Cleans up the blocks of a code object as CPython 3.11's optimizer does, so that what is left has its lines.
//!
//! Jumps to jumps, jumps to what follows, blocks that are never reached, and NOPs that tell no line go; exits without a line are copied
//! for each way that leads to them, and take the line of it.

use std::collections::HashMap;

use super::emit::{Block, Instruction, Label, Step, Unit};
use crate::bytecode::op::Op;
use crate::syntax::tree::Span;

/// Larger exits are not copied to the jumps that lead to them.
const MAX_COPY_SIZE: usize = 4;

pub fn clean_up(unit: &mut Unit) {
    skip_empty_targets(unit);
    inline_exits(unit);
    thread_jumps(unit);
    inline_exits(unit);
    remove_unreachable(unit);
    remove_empty(unit);
    remove_nops(unit);
    remove_redundant_jumps(unit);
    remove_empty(unit);
    copy_exits(unit);
    propagate_places(unit);
    guarantee_places_of_exits(unit);
    forget_guards(unit);
    remove_nops(unit);
    remove_empty(unit);
}

impl Block {
    fn has_line(&self) -> bool {
        self.steps.iter().any(|step| step.span.line > 0)
    }

    fn is_exit(&self) -> bool {
        self.steps.last().is_some_and(Instruction::leaves)
    }

    fn falls_through(&self) -> bool {
        !self.steps.last().is_some_and(Instruction::ends_block)
    }

    fn jump_target(&self) -> Option<Label> {
        let last = self.steps.last()?;
        if last.jumps() { last.target } else { None }
    }
}

impl Unit<'_> {
    fn block_at(&self, at: usize) -> &Block {
        &self.blocks[self.order[at]]
    }

    /// For each place in the order the block there, or the first one after it that isn't empty.
    fn not_empty(&self) -> Vec<Label> {
        let mut labels = self.order.clone();
        for at in (0..labels.len().saturating_sub(1)).rev() {
            if self.block_at(at).steps.is_empty() {
                labels[at] = labels[at + 1];
            }
        }
        labels
    }

    /// Where each block stands in the order.
    fn places(&self) -> Vec<usize> {
        let mut places = vec![usize::MAX; self.blocks.len()];
        for (at, label) in self.order.iter().enumerate() {
            places[*label] = at;
        }
        places
    }
}

/// Lets everything that goes to an empty block go to what follows it.
fn skip_empty_targets(unit: &mut Unit) {
    let mut targets: Vec<Label> = (0..unit.blocks.len()).collect();
    for (label, not_empty) in unit.order.iter().zip(unit.not_empty()) {
        targets[*label] = not_empty;
    }
    for block in &mut unit.blocks {
        for step in &mut block.steps {
            step.target = step.target.map(|target| targets[target]);
        }
    }
    for guard in &mut unit.guards {
        guard.target = targets[guard.target];
    }
}

/// A jump to a small exit without a line becomes a copy of it.
fn inline_exits(unit: &mut Unit) {
    for at in 0..unit.order.len() {
        let label = unit.order[at];
        let Some(last) = unit.blocks[label].steps.last() else { continue };
        let (true, Some(target)) = (last.is_unconditional_jump(), last.target) else { continue };
        let exit = &unit.blocks[target];
        if exit.is_exit() && exit.steps.len() <= MAX_COPY_SIZE && !exit.has_line() {
            let copy = exit.steps.clone();
            let steps = &mut unit.blocks[label].steps;
            let last = steps.last_mut().expect("it was looked at");
            (last.step, last.target) = (Step::Nop, None);
            steps.extend(copy);
        }
    }
}

/// Jumps to jumps on the same line go where those go. Block by block, NOPs go too: what they hid is seen from the blocks below.
fn thread_jumps(unit: &mut Unit) {
    let lines_after = lines_after(unit);
    let mut following = Following { places: unit.places(), skips: (0..unit.order.len()).collect() };
    for (at, line_after) in lines_after.into_iter().enumerate() {
        let label = unit.order[at];
        for index in 0..unit.blocks[label].steps.len() {
            while let Some((step, target)) = threaded(unit, &unit.blocks[label].steps[index], &mut following) {
                let jump = &mut unit.blocks[label].steps[index];
                (jump.step, jump.target) = (step, Some(target));
            }
        }
        remove_nops_of(&mut unit.blocks[label].steps, line_after);
    }
}

/// Finds what follows a block, while blocks become empty and none fills again.
struct Following {
    /// Where each block stands in the order.
    places: Vec<usize>,
    /// For each place, one not before it with only empty blocks between them.
    skips: Vec<usize>,
}

impl Following {
    /// The first block after this one that isn't empty, or the last one.
    fn next(&mut self, unit: &Unit, label: Label) -> Option<Label> {
        let start = self.places[label] + 1;
        let mut at = start;
        unit.order.get(at)?;
        while unit.block_at(at).steps.is_empty() && at + 1 < unit.order.len() {
            at = self.skips[at].max(at + 1);
        }
        self.skips[start] = at;
        Some(unit.order[at])
    }
}

/// What a jump becomes, and where it goes then.
fn threaded(unit: &Unit, jump: &Instruction, following: &mut Following) -> Option<(Step, Label)> {
    let Step::Op(op) = jump.step else { return None };
    let target = jump.target.filter(|_| jump.jumps())?;
    let landing = unit.blocks[target].steps.first()?;
    let Step::Op(landing_op) = landing.step else { return None };
    if landing.span.line != jump.span.line {
        return None;
    }
    let further = landing.target.filter(|further| *further != target);
    match (op, landing_op) {
        (Op::ForIter { .. }, _) => None,
        (_, Op::Jump { .. }) => Some((jump.step, further?)),
        (Op::JumpIfFalseKeep { s, .. }, Op::JumpIfFalseKeep { s: tested, .. })
        | (Op::JumpIfTrueKeep { s, .. }, Op::JumpIfTrueKeep { s: tested, .. })
            if s == tested =>
        {
            Some((jump.step, further?))
        }
        (Op::JumpIfFalseKeep { s, .. }, Op::JumpIfTrueKeep { s: tested, .. }) if s == tested => {
            Some((Step::Op(Op::JumpIfFalse { s, t: 0 }), following.next(unit, target)?))
        }
        (Op::JumpIfTrueKeep { s, .. }, Op::JumpIfFalseKeep { s: tested, .. }) if s == tested => {
            Some((Step::Op(Op::JumpIfTrue { s, t: 0 }), following.next(unit, target)?))
        }
        _ => None,
    }
}

/// Takes out the NOPs that tell no line of their own.
fn remove_nops(unit: &mut Unit) {
    for (at, line_after) in lines_after(unit).into_iter().enumerate() {
        remove_nops_of(&mut unit.blocks[unit.order[at]].steps, line_after);
    }
}

/// The line of the first instruction behind each block.
fn lines_after(unit: &Unit) -> Vec<Option<u32>> {
    let mut line = None;
    let mut lines: Vec<Option<u32>> = Vec::with_capacity(unit.order.len());
    for label in unit.order.iter().rev() {
        lines.push(line);
        line = unit.blocks[*label].steps.first().map(|step| step.span.line).or(line);
    }
    lines.reverse();
    lines
}

fn remove_nops_of(steps: &mut Vec<Instruction>, line_after: Option<u32>) {
    let mut kept: Vec<Instruction> = Vec::with_capacity(steps.len());
    for index in 0..steps.len() {
        let step = steps[index];
        let line = step.span.line;
        if step.step == Step::Nop {
            if line == 0 || kept.last().is_some_and(|last| last.span.line == line) {
                continue;
            }
            match steps.get_mut(index + 1) {
                Some(next) if next.span.line == line => continue,
                Some(next) if next.span.line == 0 => {
                    next.span = step.span;
                    continue;
                }
                None if line_after == Some(line) => continue,
                _ => {}
            }
        }
        kept.push(step);
    }
    *steps = kept;
}

/// How many ways lead to each block: by falling through, by jumps, by exceptions.
fn predecessors(unit: &Unit) -> Vec<usize> {
    let places = unit.places();
    let mut counts = vec![0; unit.blocks.len()];
    counts[unit.order[0]] = 1;
    let mut open = vec![unit.order[0]];
    let mut reach = |label: Label, open: &mut Vec<Label>| {
        counts[label] += 1;
        if counts[label] == 1 {
            open.push(label);
        }
    };
    while let Some(label) = open.pop() {
        let block = &unit.blocks[label];
        if block.falls_through()
            && let Some(next) = unit.order.get(places[label] + 1)
        {
            reach(*next, &mut open);
        }
        for target in block.steps.iter().filter_map(|step| step.target) {
            reach(target, &mut open);
        }
    }
    counts
}

fn remove_unreachable(unit: &mut Unit) {
    let counts = predecessors(unit);
    for (label, count) in counts.into_iter().enumerate() {
        if count == 0 {
            unit.blocks[label].steps.clear();
        }
    }
}

fn remove_empty(unit: &mut Unit) {
    skip_empty_targets(unit);
    let blocks = &unit.blocks;
    unit.order.retain(|label| !blocks[*label].steps.is_empty());
}

/// A jump to the block that follows is a NOP.
fn remove_redundant_jumps(unit: &mut Unit) {
    for at in 0..unit.order.len() - 1 {
        let next = unit.order[at + 1];
        if let Some(last) = unit.blocks[unit.order[at]].steps.last_mut()
            && last.is_unconditional_jump()
            && last.target == Some(next)
        {
            (last.step, last.target) = (Step::Nop, None);
        }
    }
}

/// Every way to an exit without a line gets an exit of its own, with the line of the way.
fn copy_exits(unit: &mut Unit) {
    let mut counts = predecessors(unit);
    // Each copy stands behind its original, the latest first.
    let mut copies: HashMap<Label, Vec<Label>> = HashMap::new();
    let is_exit_without_line = |block: &Block| block.is_exit() && !block.has_line();
    for label in (0..unit.blocks.len()).rev() {
        let Some(target) = unit.blocks[label].jump_target() else { continue };
        if !is_exit_without_line(&unit.blocks[target]) || counts[target] < 2 {
            continue;
        }
        let mut copy = unit.blocks[target].clone();
        let new = unit.blocks.len();
        let jump = unit.blocks[label].steps.last_mut().expect("it jumps");
        copy.steps[0].span = jump.span;
        jump.target = Some(new);
        copies.entry(target).or_default().push(new);
        unit.blocks.push(copy);
        counts[target] -= 1;
    }
    let behind = |label: Label| copies.get(&label).into_iter().flatten().rev().copied();
    unit.order = unit.order.iter().flat_map(|label| std::iter::once(*label).chain(behind(*label))).collect();
    for at in 1..unit.order.len() {
        let before = unit.block_at(at - 1);
        if before.falls_through() && is_exit_without_line(unit.block_at(at)) {
            let span = before.steps.last().map_or(Span::default(), |step| step.span);
            let label = unit.order[at];
            unit.blocks[label].steps[0].span = span;
        }
    }
}

/// What has no place takes that of what runs before it, where only one thing does.
fn propagate_places(unit: &mut Unit) {
    let counts = predecessors(unit);
    for at in 0..unit.order.len() {
        let label = unit.order[at];
        let mut place = Span::default();
        for step in &mut unit.blocks[label].steps {
            if step.span.line == 0 {
                step.span = place;
            } else {
                place = step.span;
            }
        }
        let next = unit.order.get(at + 1).copied().filter(|_| unit.blocks[label].falls_through());
        for successor in [next, unit.blocks[label].jump_target()].into_iter().flatten() {
            let first = unit.blocks[successor].steps.first_mut();
            if let (1, Some(first)) = (counts[successor], first)
                && first.span.line == 0
            {
                first.span = place;
            }
        }
    }
}

/// A `return` that still has no line takes that of the code before it.
fn guarantee_places_of_exits(unit: &mut Unit) {
    let mut line = unit.first_line;
    for label in unit.order.clone() {
        let steps = &mut unit.blocks[label].steps;
        let Some(last) = steps.last() else { continue };
        if last.span.line > 0 {
            line = last.span.line;
        } else if matches!(last.step, Step::Op(Op::Return { .. } | Op::ReturnNone { .. })) {
            for step in steps {
                step.span = Span { line, end_line: line, ..Span::default() };
            }
        }
    }
}

/// The entering and leaving of guarded ranges has done its work.
fn forget_guards(unit: &mut Unit) {
    for step in unit.blocks.iter_mut().flat_map(|block| &mut block.steps) {
        if matches!(step.step, Step::Setup | Step::PopBlock) {
            (step.step, step.target) = (Step::Nop, None);
        }
    }
}

//! Makes one instruction of two that stand beside each other, where the second only finishes what the first began.

use super::emit::{Instruction, Step, Unit};
use crate::bytecode::op::{NONE, Op};

/// Fuses what can be in every block.
pub fn fuse(unit: &mut Unit) {
    for block in &mut unit.blocks {
        let mut fused: Vec<Instruction> = Vec::with_capacity(block.steps.len());
        for step in &block.steps {
            match fused.last_mut() {
                Some(last)
                    if last.guard == step.guard
                        && let Some(op) = both(last.step, step.step) =>
                {
                    // An error of a call's method points at the call.
                    last.span = if matches!(op, Op::LoadMethod { .. }) { step.span } else { last.span };
                    last.step = Step::Op(op);
                }
                _ => fused.push(*step),
            }
        }
        block.steps = fused;
    }
}

/// One instruction that does what both do.
fn both(first: Step, second: Step) -> Option<Op> {
    let (Step::Op(first), Step::Op(second)) = (first, second) else { return None };
    match (first, second) {
        (Op::Yield { d, s, guarded, caught }, Op::Clear { d: cleared }) if d == cleared && d != s => {
            Some(Op::Yield { d: NONE, s, guarded, caught })
        }
        (Op::YieldAsync { d, s, caught }, Op::Clear { d: cleared }) if d == cleared && d != s => {
            Some(Op::YieldAsync { d: NONE, s, caught })
        }
        (Op::Move { d, s }, Op::LoadMethod { o, s: receiver, name }) if d == o && d == receiver => Some(Op::LoadMethod { o, s, name }),
        _ => None,
    }
}

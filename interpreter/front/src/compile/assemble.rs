//! The last step: blocks become one sequence of instructions, labels become places, guards become the exception table.

use super::emit::{GuardId, Step, Unit};
use crate::bytecode::code::{Code, Handler};
use crate::bytecode::op::{Op, Target};

/// Longer ways by jumps alone are not followed to their end: some have none (`while True: pass`).
const MAX_HOPS: usize = 100;

/// Makes the code object.
pub fn assemble(unit: &mut Unit) -> Code {
    let starts = starts(unit);
    let mut ops = Vec::new();
    let mut spans = Vec::new();
    let mut guards = Vec::new();
    let mut lookups = Vec::new();
    for label in &unit.order {
        for instruction in &unit.blocks[*label].steps {
            let Step::Op(mut op) = instruction.step else { continue };
            if let (Some(target), Some(label)) = (op.target_mut(), instruction.target) {
                *target = starts[label];
            }
            if let (Op::CallMethod { .. }, Some(place)) = (op, unit.lookups.get(&instruction.span)) {
                lookups.push((ops.len() as Target, *place));
            }
            if let Op::Yield { guarded, .. } = &mut op {
                *guarded = instruction.guard.is_some();
            }
            ops.push(op);
            spans.push(instruction.span);
            guards.push(instruction.guard);
        }
    }
    thread(&mut ops);
    close_loops(&mut ops);
    let mut places = drop_unreachable(unit, &mut ops, &starts, &guards);
    places.push(ops.len() as Target);
    keep(&mut spans, &places);
    keep(&mut guards, &places);
    lookups.iter_mut().for_each(|(place, _)| *place = places[*place as usize]);
    let starts: Vec<Target> = starts.into_iter().map(|start| places[start as usize]).collect();
    Code {
        kind: unit.kind,
        name: unit.name.clone(),
        qualname: unit.qualname.clone(),
        first_line: unit.first_line,
        arg_count: unit.arg_count,
        posonly_count: unit.posonly_count,
        kwonly_count: unit.kwonly_count,
        has_varargs: unit.has_varargs,
        has_varkw: unit.has_varkw,
        var_names: std::mem::take(&mut unit.var_names),
        cells: std::mem::take(&mut unit.cells),
        free_names: std::mem::take(&mut unit.free_names),
        free_start: unit.free_start,
        temp_start: unit.temp_start,
        register_count: unit.register_count(),
        handlers: handlers(unit, &guards, &starts),
        ops,
        spans,
        lookups,
        consts: std::mem::take(&mut unit.consts),
        names: std::mem::take(&mut unit.names),
        doc: unit.doc.take(),
        class_cell: unit.class_cell,
    }
}

/// The place of each block's first instruction; of one that is gone, that of what follows it.
fn starts(unit: &Unit) -> Vec<Target> {
    let mut starts = vec![0; unit.blocks.len()];
    let mut place = 0;
    for label in &unit.order {
        starts[*label] = place;
        place += unit.blocks[*label].steps.iter().filter(|step| matches!(step.step, Step::Op(_))).count() as Target;
    }
    starts
}

/// Lets jumps to jumps go where those go: nothing is told between them any more.
fn thread(ops: &mut [Op]) {
    for at in 0..ops.len() {
        let mut op = ops[at];
        let Some(target) = op.target_mut() else { continue };
        let mut hops = 0;
        while let Some(Op::Jump { t }) = ops.get(*target as usize)
            && hops < MAX_HOPS
        {
            *target = *t;
            hops += 1;
        }
        ops[at] = op;
    }
}

/// Lets a jump back to a `for` do what that does.
fn close_loops(ops: &mut [Op]) {
    for at in 0..ops.len() {
        if let Op::Jump { t } = ops[at]
            && let Some(Op::ForIter { it, d, .. }) = ops.get(t as usize)
            && (t as usize) < at
        {
            ops[at] = Op::ForAgain { it: *it, d: *d, t };
        }
    }
}

/// Takes out what the threading of jumps has left without a way to it. Answers the new place of each instruction: that of the next
/// one, if it is gone.
fn drop_unreachable(unit: &Unit, ops: &mut Vec<Op>, starts: &[Target], guards: &[Option<GuardId>]) -> Vec<Target> {
    let mut reached = vec![false; ops.len()];
    let mut open = vec![0];
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut reached[at], true) {
            continue;
        }
        let mut op = ops[at];
        if let Some(target) = op.target_mut() {
            open.push(*target as usize);
        }
        if let Some(id) = guards[at] {
            open.push(starts[unit.guards[id].target] as usize);
        }
        if !Step::Op(ops[at]).ends_block() {
            open.push(at + 1);
        }
    }
    let mut place = 0;
    let places: Vec<Target> = reached
        .iter()
        .map(|reached| {
            let here = place;
            place += Target::from(*reached);
            here
        })
        .collect();
    let mut reached = reached.into_iter();
    ops.retain(|_| reached.next().unwrap_or(false));
    for op in ops {
        if let Some(target) = op.target_mut() {
            *target = places[*target as usize];
        }
    }
    places
}

/// Keeps the items that still have a place of their own: those before which the next one's differs.
fn keep<T>(items: &mut Vec<T>, places: &[Target]) {
    let mut pairs = places.windows(2);
    items.retain(|_| pairs.next().is_some_and(|pair| pair[0] != pair[1]));
}

/// One entry for each run of instructions under the same guard. The guard of an instruction is the innermost, so no two entries overlap.
fn handlers(unit: &Unit, guards: &[Option<GuardId>], starts: &[Target]) -> Vec<Handler> {
    let mut handlers = Vec::new();
    let mut start = 0;
    for run in guards.chunk_by(|a, b| a == b) {
        let end = start + run.len();
        if let Some(id) = run[0] {
            let guard = unit.guards[id];
            handlers.push(Handler {
                start: start as Target,
                end: end as Target,
                target: starts[guard.target],
                exception: guard.exception,
                line: guard.line,
                handling: guard.handling.exception,
            });
        }
        start = end;
    }
    handlers
}

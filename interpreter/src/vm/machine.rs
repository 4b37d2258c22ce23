//! The loop: one opcode after another. Each arm is short; what is slow or rare is a method elsewhere.
//!
//! `regs` borrows the current frame's registers; an arm that must change frames stores the program counter, calls a method with the frame
//! itself and goes on with `'frames`, which borrows anew.

use std::mem::{forget, replace};

use super::bind::take_over;
use super::call::takes_directly;
use super::watch::Watch;
use super::{Culprit, End, Loaded, Ret, Vm};
use crate::limits::Limit;
use crate::object::attribute;
use crate::object::frame::{Frame, Then};
use crate::object::fuel;
use crate::object::function::Cell;
use crate::object::generator::GeneratorKind;
use crate::object::heap;
use crate::object::iterator::{Iter, IterState};
use crate::object::list::List;
use crate::object::native::{Trap, Verb};
use crate::object::operate::{self, Wanted};
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{Binary, Compare, NONE, Op, Unary};

#[inline(never)]
fn drop_slot(slot: &mut Value) {
    *slot = Value::Unbound;
}

/// Unbinds a register.
#[inline(always)]
pub fn clear(slot: &mut Value) {
    if slot.is_heap() {
        drop_slot(slot);
    } else {
        forget(replace(slot, Value::Unbound));
    }
}

/// Clears registers one after the other. Where something has to run as what one of them held dies, those behind it are dropped when it has
/// run, as in CPython.
#[inline]
pub fn clear_in_turn<'a>(slots: impl Iterator<Item = &'a mut Value>) {
    let mut slots = slots;
    let queued = heap::queued();
    while let Some(slot) = slots.next() {
        if !slot.is_heap() {
            forget(replace(slot, Value::Unbound));
            continue;
        }
        drop_slot(slot);
        if heap::queued() != queued {
            return heap::queue_left(slots.map(Value::take));
        }
    }
}

/// Writes a register. The old value is never looked at after the write: that would load what was just stored in halves.
#[inline(always)]
pub fn put(slot: &mut Value, value: Value) {
    if slot.is_heap() {
        drop_slot(slot);
    }
    forget(replace(slot, value));
}

impl Vm<'_> {
    /// Runs from `first` until it ends, or the run does.
    pub fn run<W: Watch>(&mut self, codes: &[Loaded], first: Box<Frame>, watch: &mut W) -> End {
        let mut f = first;
        let mut fuel = self.fuel;
        let end = 'frames: loop {
            if fuel < 0 || heap::needs_attention() {
                match self.look_around(codes, &mut f, fuel, watch) {
                    Ok(left) => fuel = left,
                    Err(end) => break 'frames end,
                }
            }
            let code = &codes[f.code as usize];
            let (trap, ret) = {
                let ops = &code.ops[..];
                let mut pc = f.pc as usize;
                // Where the instructions begin that are not yet charged: those between here and `pc` have run, or were jumped over.
                let mut charged = pc;
                let Frame { registers, pc: saved_pc, line: frame_line, generator: generator_of, handled, .. } = &mut *f;
                let regs = &mut registers[..];

                macro_rules! r {
                    ($i:expr) => {
                        regs[$i as usize]
                    };
                }
                macro_rules! set {
                    ($d:expr, $v:expr) => {{
                        let value = $v;
                        put(&mut r!($d), value)
                    }};
                }
                // On to the frame that runs now, which the loop borrows anew; where `pc` is saved.
                macro_rules! borrow_anew {
                    () => {{
                        fuel -= (pc - charged) as i64;
                        continue 'frames;
                    }};
                }
                // On to what must be done between two instructions.
                macro_rules! pause {
                    () => {{
                        *saved_pc = pc as u32;
                        borrow_anew!()
                    }};
                }
                // A method that may change frames: on success the loop borrows anew.
                macro_rules! outside {
                    ($call:expr) => {{
                        *saved_pc = pc as u32;
                        if let Err(trap) = $call {
                            if let Err(end) = self.handle(codes, &mut f, trap, watch) {
                                break 'frames end;
                            }
                        }
                        borrow_anew!()
                    }};
                }

                let trap = 'run: loop {
                    'op: {
                        // A jump back charges what has run since the last one.
                        macro_rules! jump {
                            ($t:expr) => {{
                                let target = $t as usize;
                                if target < pc {
                                    fuel -= (pc - charged) as i64;
                                    charged = target;
                                    pc = target;
                                    if fuel < 0 {
                                        pause!();
                                    }
                                } else {
                                    pc = target;
                                }
                            }};
                        }
                        // Stores a value and goes on at once: nothing can be dying, unless the register held an object.
                        macro_rules! quick {
                            ($d:expr, $v:expr) => {{
                                let value = $v;
                                let slot = &mut r!($d);
                                if slot.is_heap() {
                                    drop_slot(slot);
                                    forget(replace(slot, value));
                                    break 'op;
                                }
                                forget(replace(slot, value));
                                continue 'run;
                            }};
                        }
                        // The next item of what stands in `$it` into `$d`; or on to `$exit`.
                        macro_rules! for_iter {
                            ($it:expr, $d:expr, $exit:expr) => {
                                match &r!($it) {
                                    Value::Generator(generator) => {
                                        if let Some(mut new) = generator.begin() {
                                            if new.started
                                                && !new.delegating
                                                && self.depth < self.runtime.limits.recursion
                                                && new.handled.is_unbound()
                                            {
                                                forget(new.generator.replace(generator.clone()));
                                                if new.sent != NONE {
                                                    let sent = usize::from(new.sent);
                                                    put(&mut new.registers[sent], Value::None);
                                                }
                                                new.then = Then::For;
                                                new.result = $d;
                                                new.exit = $exit;
                                                *saved_pc = pc as u32;
                                                self.depth += 1;
                                                let caller = replace(&mut f, new);
                                                f.back = Some(caller);
                                                if W::ON {
                                                    self.watch_next(codes, &f, watch);
                                                }
                                                borrow_anew!()
                                            }
                                            generator.suspend(new);
                                        }
                                        let generator = generator.clone();
                                        outside!(self.resume(codes, &mut f, generator, Verb::Next, Ret::to(Then::For, $d, $exit), watch))
                                    }
                                    Value::Iter(iter) => {
                                        if let Some(value) = next_at_once(iter) {
                                            quick!($d, value)
                                        }
                                        match operate::iter_next(&mut self.runtime, iter) {
                                            Ok(Some(value)) => set!($d, value),
                                            Ok(None) => {
                                                if $it >= code.temp_start {
                                                    clear(&mut r!($it));
                                                    if heap::needs_attention() {
                                                        *saved_pc = pc as u32;
                                                        self.leave_for(codes, &mut f, $exit);
                                                        borrow_anew!()
                                                    }
                                                }
                                                jump!($exit);
                                            }
                                            Err(trap) => break 'run (trap, Ret::to(Then::ForNext, $d, $exit)),
                                        }
                                    }
                                    Value::Instance(instance) => {
                                        let next = instance.class.borrow().lookup(names::NEXT);
                                        if let Some(Value::Function(next)) = &next
                                            && let Some(mut new) = self.frame_at_once(codes, next)
                                        {
                                            forget(replace(&mut new.registers[0], r!($it).clone()));
                                            new.then = Then::ForNext;
                                            new.result = $d;
                                            new.exit = $exit;
                                            *saved_pc = pc as u32;
                                            self.depth += 1;
                                            let caller = replace(&mut f, new);
                                            forget(f.back.replace(caller));
                                            if W::ON {
                                                self.watch(codes, watch, |w, view| w.call(view, f.back.as_deref(), &f));
                                            }
                                            borrow_anew!()
                                        }
                                        outside!(self.for_next(codes, &mut f, $it, $d, $exit, watch))
                                    }
                                    _ => outside!(self.for_next(codes, &mut f, $it, $d, $exit, watch)),
                                }
                            };
                        }
                        // Temporaries that an instruction has read die.
                        macro_rules! release {
                        ($($register:expr),+) => {
                            $(if $register >= code.temp_start {
                                clear(&mut r!($register));
                            })+
                        };
                    }
                        // Stores an answer, or leaves to have it made.
                        macro_rules! answer {
                            ($d:expr, $answer:expr) => {
                                match $answer {
                                    Ok(value) => set!($d, value),
                                    Err(trap) => break 'run (trap, Ret::store($d)),
                                }
                            };
                        }
                        // Takes an operand that is a temporary, copies one that is a variable.
                        macro_rules! operand {
                            ($s:expr) => {{
                                let register = $s;
                                if r!(register).is_unbound() {
                                    break 'run (self.unbound(code, register), Ret::discard());
                                }
                                if register >= code.temp_start { r!(register).take() } else { r!(register).copy() }
                            }};
                        }
                        macro_rules! done {
                            ($answer:expr) => {
                                match $answer {
                                    Ok(_) => {}
                                    Err(trap) => break 'run (trap, Ret::discard()),
                                }
                            };
                        }
                        macro_rules! integers {
                        ($d:expr, $a:expr, $b:expr, $checked:ident, $float:tt, $op:expr, $in_place:expr) => {{
                            if let (Value::Int(x), Value::Int(y)) = (&r!($a), &r!($b)) {
                                if let Some(z) = x.$checked(*y) {
                                    quick!($d, Value::Int(z))
                                }
                            } else if let (Value::Float(x), Value::Float(y)) = (&r!($a), &r!($b)) {
                                let z = f64::from_bits(*x) $float f64::from_bits(*y);
                                quick!($d, Value::float(z))
                            }
                            let answer = self.binary(code, pc, $op, &r!($a), &r!($b), $in_place);
                            release!($a, $b);
                            answer!($d, answer)
                        }};
                    }
                        macro_rules! integer_with {
                            ($d:expr, $a:expr, $i:expr, $checked:ident, $op:expr, $in_place:expr) => {{
                                if let Value::Int(x) = &r!($a) {
                                    if let Some(z) = x.$checked(i64::from($i)) {
                                        quick!($d, Value::Int(z))
                                    }
                                }
                                let answer = self.binary_int(code, pc, $op, &r!($a), $i, $in_place);
                                release!($a);
                                answer!($d, answer)
                            }};
                        }
                        macro_rules! jump_on {
                            ($answer:expr, $t:expr, $want:expr) => {{
                                match $answer {
                                    Ok(truth) => {
                                        if truth == $want {
                                            jump!($t);
                                        }
                                    }
                                    Err(trap) => {
                                        let then = if $want { Then::JumpIfTrue } else { Then::JumpIfFalse };
                                        break 'run (trap, Ret::to(then, NONE, $t));
                                    }
                                }
                            }};
                        }
                        macro_rules! jump_compare {
                        ($a:expr, $b:expr, $t:expr, $cmp:tt, $op:expr, $want:expr) => {{
                            if let (Value::Int(x), Value::Int(y)) = (&r!($a), &r!($b)) {
                                if (x $cmp y) == $want {
                                    jump!($t);
                                }
                                continue 'run;
                            }
                            let answer = self.compare_truth(code, pc, $op, &r!($a), &r!($b));
                            release!($a, $b);
                            jump_on!(answer, $t, $want)
                        }};
                    }
                        macro_rules! jump_compare_int {
                        ($a:expr, $i:expr, $t:expr, $cmp:tt, $op:expr, $want:expr) => {{
                            if let Value::Int(x) = &r!($a) {
                                if (*x $cmp i64::from($i)) == $want {
                                    jump!($t);
                                }
                                continue 'run;
                            }
                            let answer = self.compare_truth(code, pc, $op, &r!($a), &Value::Int(i64::from($i)));
                            release!($a);
                            jump_on!(answer, $t, $want)
                        }};
                    }
                        macro_rules! jump_truth {
                            ($s:expr, $t:expr, $want:expr) => {{
                                let truth = match &r!($s) {
                                    Value::True => true,
                                    Value::False | Value::None => false,
                                    Value::Int(i) => *i != 0,
                                    other => {
                                        let answer = self.truth(code, pc, other);
                                        release!($s);
                                        jump_on!(answer, $t, $want);
                                        break 'op;
                                    }
                                };
                                if truth == $want {
                                    jump!($t);
                                }
                                continue 'run;
                            }};
                        }
                        // As `jump_truth`, but what is jumped with stays.
                        macro_rules! jump_keep {
                            ($s:expr, $t:expr, $want:expr) => {{
                                match self.truth(code, pc, &r!($s)) {
                                    Ok(truth) if truth == $want => pc = $t as usize,
                                    Ok(_) => release!($s),
                                    Err(trap) => {
                                        let then = if $want { Then::JumpIfTrueKeep } else { Then::JumpIfFalseKeep };
                                        break 'run (trap, Ret::to(then, $s, $t));
                                    }
                                }
                            }};
                        }

                        let op = &ops[pc];
                        pc += 1;
                        match *op {
                            Op::Line { n } => {
                                if W::ON && *frame_line != n {
                                    *frame_line = n;
                                    *saved_pc = pc as u32;
                                    self.watch_line(codes, &f, n, watch);
                                    borrow_anew!()
                                }
                            }
                            Op::LineBack { n } => {
                                if W::ON {
                                    *frame_line = n;
                                    *saved_pc = pc as u32;
                                    self.watch_line(codes, &f, n, watch);
                                    borrow_anew!()
                                }
                            }
                            Op::LineNone {} => *frame_line = 0,
                            Op::Nop {} => {}

                            Op::Move { d, s } => {
                                let value = r!(s).copy();
                                if value.is_unbound() {
                                    break 'run (self.unbound(code, s), Ret::discard());
                                }
                                set!(d, value)
                            }
                            Op::Take { d, s } => {
                                let value = r!(s).take();
                                set!(d, value)
                            }
                            Op::Clear { d } => clear(&mut r!(d)),
                            Op::CheckBound { s } => {
                                if r!(s).is_unbound() {
                                    break 'run (self.unbound(code, s), Ret::discard());
                                }
                            }
                            Op::DeleteFast { d } => {
                                if r!(d).is_unbound() {
                                    break 'run (self.unbound(code, d), Ret::discard());
                                }
                                clear(&mut r!(d))
                            }
                            Op::Const { d, k } => set!(d, code.consts[k as usize].clone()),
                            Op::Int { d, i } => quick!(d, Value::Int(i64::from(i))),
                            Op::LoadNone { d } => quick!(d, Value::None),
                            Op::MakeCell { d } => {
                                let value = r!(d).take();
                                set!(d, Value::Cell(Cell::new(value)))
                            }
                            Op::LoadCell { d, c } => {
                                let value = if let Value::Cell(cell) = &r!(c) { cell.get() } else { Value::Unbound };
                                if value.is_unbound() {
                                    break 'run (self.unbound_cell(code, c), Ret::discard());
                                }
                                set!(d, value)
                            }
                            Op::StoreCell { c, s } => {
                                let value = operand!(s);
                                if let Value::Cell(cell) = &r!(c) {
                                    cell.set(value)
                                }
                            }
                            Op::DeleteCell { c } => {
                                let value = if let Value::Cell(cell) = &r!(c) { cell.take() } else { Value::Unbound };
                                if value.is_unbound() {
                                    break 'run (self.unbound_cell(code, c), Ret::discard());
                                }
                            }
                            Op::LoadGlobal { d, name } => {
                                let value = code.module.load(code.slots[name as usize]);
                                if !value.is_unbound() {
                                    set!(d, value);
                                    break 'op;
                                }
                                let builtin = code.builtins[name as usize].clone();
                                if builtin.is_unbound() {
                                    answer!(d, self.late_builtin(code, name));
                                    break 'op;
                                }
                                set!(d, builtin)
                            }
                            Op::StoreGlobal { s, name } => {
                                let value = operand!(s);
                                code.module.store(code.slots[name as usize], value)
                            }
                            Op::DeleteGlobal { name } => {
                                if !code.module.remove(code.names[name as usize]) {
                                    break 'run (self.undefined(code, name), Ret::discard());
                                }
                            }
                            Op::LoadName { d, name } => outside!(self.load_name(codes, &mut f, d, name, watch)),
                            Op::StoreName { s, name } => outside!(self.store_name(codes, &mut f, s, name, watch)),
                            Op::DeleteName { name } => outside!(self.delete_name(codes, &mut f, name, watch)),
                            Op::LoadClassCell { d, c, name } => outside!(self.load_class_cell(codes, &mut f, d, c, name, watch)),
                            Op::SetupAnnotations {} => outside!(self.setup_annotations(codes, &mut f, watch)),

                            Op::Binary { op, d, a, b } => {
                                let answer = self.binary(code, pc, op, &r!(a), &r!(b), false);
                                release!(a, b);
                                answer!(d, answer)
                            }
                            Op::InPlace { op, d, a, b } => {
                                let answer = self.binary(code, pc, op, &r!(a), &r!(b), true);
                                release!(a, b);
                                answer!(d, answer)
                            }
                            Op::Unary { op, d, a } => {
                                if let (Unary::Neg, Value::Int(x)) = (op, &r!(a))
                                    && let Some(z) = x.checked_neg()
                                {
                                    quick!(d, Value::Int(z))
                                }
                                let answer = self.unary(code, pc, op, &r!(a));
                                release!(a);
                                answer!(d, answer)
                            }
                            Op::Not { d, a } => {
                                let truth = match &r!(a) {
                                    Value::True => true,
                                    Value::False | Value::None => false,
                                    other => {
                                        let answer = self.truth(code, pc, other);
                                        release!(a);
                                        match answer {
                                            Ok(truth) => truth,
                                            Err(trap) => break 'run (trap, Ret::to(Then::NotTruth, d, 0)),
                                        }
                                    }
                                };
                                set!(d, Value::bool(!truth))
                            }
                            Op::Add { d, a, b } => integers!(d, a, b, checked_add, +, Binary::Add, false),
                            Op::Sub { d, a, b } => integers!(d, a, b, checked_sub, -, Binary::Sub, false),
                            Op::Mul { d, a, b } => integers!(d, a, b, checked_mul, *, Binary::Mul, false),
                            Op::AddInPlace { d, a, b } => integers!(d, a, b, checked_add, +, Binary::Add, true),
                            Op::AddInt { d, a, i } => integer_with!(d, a, i, checked_add, Binary::Add, false),
                            Op::SubInt { d, a, i } => integer_with!(d, a, i, checked_sub, Binary::Sub, false),
                            Op::MulInt { d, a, i } => integer_with!(d, a, i, checked_mul, Binary::Mul, false),
                            Op::AddInPlaceInt { d, a, i } => integer_with!(d, a, i, checked_add, Binary::Add, true),
                            Op::SubInPlaceInt { d, a, i } => integer_with!(d, a, i, checked_sub, Binary::Sub, true),
                            Op::FloorDivInt { d, a, i } => {
                                if let Value::Int(x) = &r!(a)
                                    && i > 0
                                {
                                    let quotient = x.div_euclid(i64::from(i));
                                    quick!(d, Value::Int(quotient))
                                }
                                let answer = self.binary_int(code, pc, Binary::FloorDiv, &r!(a), i, false);
                                release!(a);
                                answer!(d, answer)
                            }
                            Op::ModInt { d, a, i } => {
                                if let Value::Int(x) = &r!(a)
                                    && i > 0
                                {
                                    let remainder = x.rem_euclid(i64::from(i));
                                    quick!(d, Value::Int(remainder))
                                }
                                let answer = self.binary_int(code, pc, Binary::Mod, &r!(a), i, false);
                                release!(a);
                                answer!(d, answer)
                            }
                            Op::Compare { op, d, a, b } => {
                                if let (Value::Int(x), Value::Int(y)) = (&r!(a), &r!(b)) {
                                    let truth = match op {
                                        Compare::Lt => x < y,
                                        Compare::Le => x <= y,
                                        Compare::Gt => x > y,
                                        Compare::Ge => x >= y,
                                        Compare::Eq => x == y,
                                        Compare::Ne => x != y,
                                    };
                                    quick!(d, Value::bool(truth))
                                }
                                let answer = self.compare(code, pc, op, &r!(a), &r!(b));
                                release!(a, b);
                                answer!(d, answer)
                            }
                            Op::Is { d, a, b, not } => {
                                if r!(a).is_unbound() || r!(b).is_unbound() {
                                    let register = if r!(a).is_unbound() { a } else { b };
                                    break 'run (self.unbound(code, register), Ret::discard());
                                }
                                let same = r!(a).is(&r!(b));
                                release!(a, b);
                                set!(d, Value::bool(same != not))
                            }
                            Op::Contains { d, a, b, not } => {
                                let then = if not { Then::NotTruth } else { Then::Truth };
                                let answer = self.contains(code, pc, &r!(a), &r!(b));
                                release!(a, b);
                                match answer {
                                    Ok(Value::True) => set!(d, Value::bool(!not)),
                                    Ok(Value::False) => set!(d, Value::bool(not)),
                                    Ok(other) => match operate::truth(&mut self.runtime, &other) {
                                        Ok(truth) => set!(d, Value::bool(truth != not)),
                                        Err(trap) => break 'run (trap, Ret::to(then, d, 0)),
                                    },
                                    Err(trap) => break 'run (trap, Ret::to(then, d, 0)),
                                }
                            }

                            Op::Jump { t } => {
                                jump!(t);
                                continue 'run;
                            }
                            Op::JumpIfFalse { s, t } => jump_truth!(s, t, false),
                            Op::JumpIfTrue { s, t } => jump_truth!(s, t, true),
                            Op::JumpIfFalseKeep { s, t } => jump_keep!(s, t, false),
                            Op::JumpIfTrueKeep { s, t } => jump_keep!(s, t, true),
                            Op::JumpIfNone { s, t } => {
                                let is_none = r!(s).is_none();
                                release!(s);
                                if is_none {
                                    jump!(t)
                                }
                            }
                            Op::JumpIfNotNone { s, t } => {
                                let is_none = r!(s).is_none();
                                release!(s);
                                if !is_none {
                                    jump!(t)
                                }
                            }
                            Op::JumpUnlessLt { a, b, t } => jump_compare!(a, b, t, <, Compare::Lt, false),
                            Op::JumpUnlessLe { a, b, t } => jump_compare!(a, b, t, <=, Compare::Le, false),
                            Op::JumpUnlessGt { a, b, t } => jump_compare!(a, b, t, >, Compare::Gt, false),
                            Op::JumpUnlessGe { a, b, t } => jump_compare!(a, b, t, >=, Compare::Ge, false),
                            Op::JumpUnlessEq { a, b, t } => jump_compare!(a, b, t, ==, Compare::Eq, false),
                            Op::JumpUnlessNe { a, b, t } => jump_compare!(a, b, t, !=, Compare::Ne, false),
                            Op::JumpIfLt { a, b, t } => jump_compare!(a, b, t, <, Compare::Lt, true),
                            Op::JumpIfLe { a, b, t } => jump_compare!(a, b, t, <=, Compare::Le, true),
                            Op::JumpIfGt { a, b, t } => jump_compare!(a, b, t, >, Compare::Gt, true),
                            Op::JumpIfGe { a, b, t } => jump_compare!(a, b, t, >=, Compare::Ge, true),
                            Op::JumpIfEq { a, b, t } => jump_compare!(a, b, t, ==, Compare::Eq, true),
                            Op::JumpIfNe { a, b, t } => jump_compare!(a, b, t, !=, Compare::Ne, true),
                            Op::JumpUnlessLtInt { a, i, t } => jump_compare_int!(a, i, t, <, Compare::Lt, false),
                            Op::JumpUnlessLeInt { a, i, t } => jump_compare_int!(a, i, t, <=, Compare::Le, false),
                            Op::JumpUnlessGtInt { a, i, t } => jump_compare_int!(a, i, t, >, Compare::Gt, false),
                            Op::JumpUnlessGeInt { a, i, t } => jump_compare_int!(a, i, t, >=, Compare::Ge, false),
                            Op::JumpUnlessEqInt { a, i, t } => jump_compare_int!(a, i, t, ==, Compare::Eq, false),
                            Op::JumpUnlessNeInt { a, i, t } => jump_compare_int!(a, i, t, !=, Compare::Ne, false),
                            Op::JumpIfLtInt { a, i, t } => jump_compare_int!(a, i, t, <, Compare::Lt, true),
                            Op::JumpIfLeInt { a, i, t } => jump_compare_int!(a, i, t, <=, Compare::Le, true),
                            Op::JumpIfGtInt { a, i, t } => jump_compare_int!(a, i, t, >, Compare::Gt, true),
                            Op::JumpIfGeInt { a, i, t } => jump_compare_int!(a, i, t, >=, Compare::Ge, true),
                            Op::JumpIfEqInt { a, i, t } => jump_compare_int!(a, i, t, ==, Compare::Eq, true),
                            Op::JumpIfNeInt { a, i, t } => jump_compare_int!(a, i, t, !=, Compare::Ne, true),

                            Op::GetAttr { d, o, name } => {
                                let symbol = code.names[name as usize];
                                let place = &code.places[name as usize];
                                let found = match &r!(o) {
                                    Value::Instance(instance) if !instance.class.borrow().special_lookup.get() => {
                                        instance.get_near(symbol, place).or_else(|| instance.class.borrow().shown(symbol))
                                    }
                                    Value::Module(module) if module.is_plain() => module.get_near(symbol, place),
                                    _ => None,
                                };
                                if let Some(value) = found {
                                    release!(o);
                                    set!(d, value);
                                    break 'op;
                                }
                                let answer = self.get_attr(code, o, &r!(o), symbol);
                                release!(o);
                                answer!(d, answer)
                            }
                            Op::SetAttr { o, s, name } => {
                                let symbol = code.names[name as usize];
                                if r!(s).is_unbound() {
                                    break 'run (self.unbound(code, s), Ret::discard());
                                }
                                let value = if s >= code.temp_start { r!(s).take() } else { r!(s).copy() };
                                if let Value::Instance(instance) = &r!(o) {
                                    let class = instance.class.borrow();
                                    if !class.special_lookup.get() && !class.wishes.get().setattr && !class.builtin && !is_computed(symbol)
                                    {
                                        drop(class);
                                        instance.set(symbol, value);
                                        release!(o);
                                        break 'op;
                                    }
                                }
                                let answer = self.set_attr(code, o, &r!(o), symbol, value);
                                release!(o);
                                done!(answer)
                            }
                            Op::AddAttrInt { o, i, name } => {
                                let symbol = code.names[name as usize];
                                if let Value::Instance(instance) = &r!(o)
                                    && !instance.class.borrow().special_lookup.get()
                                    && !instance.class.borrow().wishes.get().setattr
                                    && instance.with_mut(symbol, |value| add_small(value, i64::from(i))) == Some(true)
                                {
                                    heap::note_change();
                                    release!(o);
                                    break 'op;
                                }
                                outside!(self.add_attr_int(codes, &mut f, o, i, symbol, watch))
                            }
                            Op::DelAttr { o, name } => {
                                let symbol = code.names[name as usize];
                                if r!(o).is_unbound() {
                                    break 'run (self.unbound(code, o), Ret::discard());
                                }
                                let answer = attribute::delete(&mut self.runtime, &r!(o), symbol);
                                release!(o);
                                done!(answer)
                            }
                            Op::GetItem { d, o, i } => {
                                if let (Value::List(list), Value::Int(at)) = (&r!(o), &r!(i)) {
                                    let items = list.items();
                                    let index = if *at < 0 { *at + items.len() as i64 } else { *at };
                                    if let Some(value) = items.get(index as usize) {
                                        let value = value.copy();
                                        drop(items);
                                        release!(o);
                                        set!(d, value);
                                        break 'op;
                                    }
                                }
                                let answer = self.get_item(code, o, i, &r!(o), &r!(i));
                                release!(o, i);
                                answer!(d, answer)
                            }
                            Op::SetItem { o, i, s } => {
                                let queued = heap::queued();
                                let answer = self.set_item(code, [o, i, s], [&r!(o), &r!(i), &r!(s)]);
                                if heap::queued() != queued {
                                    // What was there before dies before the statement lets go of what is there now.
                                    let temporaries = [s, o, i].into_iter().filter(|register| *register >= code.temp_start);
                                    heap::queue_left(temporaries.map(|register| r!(register).take()));
                                }
                                release!(o, i, s);
                                done!(answer)
                            }
                            Op::DelItem { o, i } => {
                                let unbound = [o, i].into_iter().find(|register| r!(*register).is_unbound());
                                if let Some(register) = unbound {
                                    break 'run (self.unbound(code, register), Ret::discard());
                                }
                                let answer = operate::del_item(&mut self.runtime, &r!(o), &r!(i));
                                release!(o, i);
                                done!(answer)
                            }
                            Op::BuildSlice { d, s } => {
                                let s = s as usize;
                                let [start, stop, step] = [regs[s].take(), regs[s + 1].take(), regs[s + 2].take()];
                                set!(d, crate::object::iterator::Slice::new(start, stop, step).into())
                            }

                            Op::BuildTuple { d, s, n } => {
                                let items = take_all(regs, s, n);
                                set!(d, self.runtime.tuple(items))
                            }
                            Op::BuildList { d, s, n } => {
                                let items = take_all(regs, s, n);
                                set!(d, Value::List(List::new(items)))
                            }
                            Op::BuildSet { d, s, n } => {
                                let items = take_all(regs, s, n);
                                answer!(d, operate::build_set(&mut self.runtime, items))
                            }
                            Op::BuildDict { d, s, n } => {
                                let items = take_all(regs, s, n * 2);
                                answer!(d, operate::build_dict(&mut self.runtime, items))
                            }
                            Op::BuildString { d, s, n } => {
                                let items = take_all(regs, s, n);
                                answer!(d, operate::concatenate(&mut self.runtime, &items))
                            }
                            Op::ListAppend { l, s } => {
                                let value = operand!(s);
                                if let Value::List(list) = &r!(l) {
                                    list.push(value)
                                }
                            }
                            Op::SetAdd { l, s } => {
                                let value = operand!(s);
                                done!(operate::set_add(&mut self.runtime, &r!(l), value))
                            }
                            Op::DictSet { l, k, v } => {
                                let (key, value) = (operand!(k), operand!(v));
                                done!(operate::set_item(&mut self.runtime, &r!(l), &key, &value))
                            }
                            Op::ListExtend { l, s, call } => {
                                let callee = if call { Some(&r!(l - 1)) } else { None };
                                let answer = operate::list_extend(&mut self.runtime, &r!(l), &r!(s), callee);
                                release!(s);
                                done!(answer)
                            }
                            Op::SetUpdate { l, s } => {
                                let answer = operate::set_update(&mut self.runtime, &r!(l), &r!(s));
                                release!(s);
                                done!(answer)
                            }
                            Op::DictUpdate { l, s } => {
                                let answer = operate::dict_update(&mut self.runtime, &r!(l), &r!(s));
                                release!(s);
                                done!(answer)
                            }
                            Op::DictMerge { l, s, f: callee } => {
                                let answer = operate::dict_merge(&mut self.runtime, &r!(l), &r!(s), &r!(callee));
                                release!(s);
                                done!(answer)
                            }
                            Op::ListToTuple { d, s } => {
                                let list = r!(s).take();
                                let items = if let Value::List(list) = &list { list.edit(std::mem::take) } else { Vec::new() };
                                set!(d, self.runtime.tuple(items))
                            }
                            Op::Unpack { d, s, n } => {
                                if let Value::Tuple(tuple) = &r!(s)
                                    && tuple.items.len() == usize::from(n)
                                {
                                    let tuple = tuple.clone();
                                    release!(s);
                                    for (at, item) in tuple.items.iter().enumerate() {
                                        put(&mut regs[usize::from(d) + at], item.copy());
                                    }
                                    break 'op;
                                }
                                outside!(self.unpack(codes, &mut f, d, s, n, None, watch))
                            }
                            Op::UnpackStar { d, s, before, after } => {
                                outside!(self.unpack(codes, &mut f, d, s, before, Some(after), watch))
                            }
                            Op::Format { d, s, spec, convert } => {
                                if r!(s).is_unbound() {
                                    break 'run (self.unbound(code, s), Ret::discard());
                                }
                                let spec = if spec == NONE { None } else { Some(operand!(spec)) };
                                let answer = operate::format(&mut self.runtime, &r!(s), convert, spec.as_ref());
                                release!(s);
                                answer!(d, answer)
                            }

                            Op::Call { d, f: callee, n } => {
                                if let Value::Function(function) = &r!(callee) {
                                    let index = function.code.get();
                                    let target = &codes[index as usize];
                                    let begins_later = target.kind.is_generator_like();
                                    if target.plain
                                        && n == target.arg_count
                                        && !(begins_later && (W::ON || self.runtime.origin_depth > 0))
                                        && self.depth < self.runtime.limits.recursion
                                    {
                                        let Value::Function(function) = r!(callee).take() else { break 'op };
                                        let mut new = self.frame(index, target);
                                        for (at, cell) in function.closure.iter().enumerate() {
                                            put(&mut new.registers[usize::from(target.free_start) + at], cell.clone());
                                        }
                                        let first = usize::from(callee) + 1;
                                        take_over(&mut new.registers, &mut regs[first..first + usize::from(n)]);
                                        if begins_later {
                                            let generator = self.new_generator(&function, target, new);
                                            drop(function);
                                            set!(d, generator);
                                            break 'op;
                                        }
                                        drop(function);
                                        new.then = Then::Store;
                                        new.result = d;
                                        *saved_pc = pc as u32;
                                        self.depth += 1;
                                        let caller = replace(&mut f, new);
                                        forget(f.back.replace(caller));
                                        if W::ON {
                                            self.watch(codes, watch, |w, view| w.call(view, f.back.as_deref(), &f));
                                        }
                                        borrow_anew!()
                                    }
                                }
                                let (first, count) = (usize::from(callee) + 1, usize::from(n));
                                if let Value::Native(native) = &r!(callee)
                                    && !native.kind.binds()
                                    && takes_directly(native, count)
                                {
                                    let answer = (native.run)(&mut self.runtime, &regs[first..first + count]);
                                    clear_in_turn(regs[first - 1..first + count].iter_mut());
                                    answer!(d, answer);
                                    break 'op;
                                }
                                outside!(self.call_registers(codes, &mut f, callee, n, d, watch))
                            }
                            Op::CallKw { d, f: callee, n, names } => {
                                outside!(self.call_keywords(codes, &mut f, callee, n, &code.call_names[names as usize], d, watch))
                            }
                            Op::CallEx { d, f: callee } => outside!(self.call_unpacked(codes, &mut f, callee, d, watch)),
                            Op::CallMethod { d, o, n, name } => {
                                let symbol = code.names[name as usize];
                                match &r!(o) {
                                    Value::List(_) if symbol == names::APPEND && n == 1 => {
                                        let value = regs[usize::from(o) + 1].take();
                                        if let Value::List(list) = &r!(o) {
                                            list.push(value);
                                        }
                                        clear(&mut r!(o));
                                        set!(d, Value::None);
                                        break 'op;
                                    }
                                    Value::Generator(generator)
                                        if symbol == names::SEND
                                            && n == 1
                                            && generator.kind != crate::object::generator::GeneratorKind::AsyncGenerator =>
                                    {
                                        let Value::Generator(generator) = r!(o).take() else { break 'op };
                                        let value = regs[usize::from(o) + 1].take();
                                        let kept = keep_sent(&value, &mut regs[usize::from(o) + 1], o + 1);
                                        let ret = Ret::to(Then::Method, d, kept);
                                        outside!(self.resume(codes, &mut f, generator, Verb::Send(value), ret, watch))
                                    }
                                    _ => outside!(self.call_method(codes, code, &mut f, o, n, symbol, d, watch)),
                                }
                            }
                            Op::LoadMethod { o, s, name } => {
                                let symbol = code.names[name as usize];
                                if let Value::Module(module) = &r!(s)
                                    && module.is_plain()
                                    && let Some(function) = module.get_near(symbol, &code.places[name as usize])
                                {
                                    release!(s);
                                    set!(o, function);
                                    clear(&mut regs[usize::from(o) + 1]);
                                    break 'op;
                                }
                                match self.unbound_method(&r!(s), symbol) {
                                    Some(method) => {
                                        let receiver = if s >= code.temp_start { r!(s).take() } else { r!(s).clone() };
                                        set!(o, method);
                                        put(&mut regs[usize::from(o) + 1], receiver)
                                    }
                                    None => outside!(self.load_method(codes, &mut f, o, s, symbol, watch)),
                                }
                            }
                            Op::CallLoaded { d, o, n } => {
                                let bare = usize::from(regs[usize::from(o) + 1].is_unbound());
                                let (first, count) = (usize::from(o) + 1 + bare, usize::from(n) + 1 - bare);
                                if let (Value::Native(native), Value::List(list)) = (&r!(o), &regs[first])
                                    && count == 2
                                    && self.list_append.is_some_and(|append| std::ptr::eq(append, *native))
                                {
                                    let list = list.clone();
                                    list.push(regs[first + 1].take());
                                    clear(&mut regs[first]);
                                    set!(d, Value::None);
                                    break 'op;
                                }
                                if let Value::Native(native) = &r!(o)
                                    && (bare == 0 || !native.kind.binds())
                                    && takes_directly(native, count)
                                {
                                    let answer = (native.run)(&mut self.runtime, &regs[first..first + count]);
                                    clear(&mut r!(o));
                                    clear_in_turn(regs[first..first + count].iter_mut());
                                    answer!(d, answer);
                                    break 'op;
                                }
                                outside!(self.call_loaded(codes, &mut f, o, n, d, watch))
                            }
                            Op::CallLoadedKw { d, o, n, names } => {
                                outside!(self.call_loaded_keywords(codes, &mut f, o, n, &code.call_names[names as usize], d, watch))
                            }
                            Op::Super { d, c, s } => answer!(d, self.make_super(&r!(c), &r!(s))),
                            Op::Return { .. } | Op::ReturnNone {} => {
                                let value = if let Op::Return { s } = *op { r!(s).take() } else { Value::None };
                                if value.is_unbound() {
                                    let Op::Return { s } = *op else { break 'op };
                                    break 'run (self.unbound(code, s), Ret::discard());
                                }
                                *saved_pc = pc as u32;
                                if matches!(f.then, Then::Store | Then::ForNext)
                                    && f.back.is_some()
                                    && f.generator.is_none()
                                    && !f.handled.is_heap()
                                {
                                    if W::ON {
                                        self.watch(codes, watch, |w, view| w.finish(view, &f, f.back.as_deref(), &value));
                                    }
                                    if let Some(caller) = f.back.take() {
                                        self.depth -= 1;
                                        let ended = replace(&mut f, caller);
                                        let result = ended.result;
                                        self.recycle(codes, &mut f, ended, code.registers, Some(&value));
                                        if result == NONE {
                                            drop(value);
                                        } else {
                                            put(&mut f.registers[result as usize], value);
                                        }
                                    }
                                    borrow_anew!()
                                }
                                if !W::ON && f.generator.is_some() && f.then == Then::Delegate && f.carried.is_unbound() {
                                    self.return_to_delegator(codes, &mut f, value, code.registers);
                                    borrow_anew!()
                                }
                                match self.end_frame(codes, &mut f, value, watch) {
                                    Ok(None) => {}
                                    Ok(Some(_)) => break 'frames End::Finished,
                                    Err(trap) => {
                                        if let Err(end) = self.handle(codes, &mut f, trap, watch) {
                                            break 'frames end;
                                        }
                                    }
                                }
                                borrow_anew!()
                            }

                            Op::MakeFunction { d, s, code: at } => {
                                let function = self.make_function(codes, code, regs, s, at);
                                set!(d, function)
                            }
                            Op::BuildClass { d, s } => outside!(self.build_class(codes, &mut f, d, s, watch)),

                            Op::GetIter { d, s } => {
                                let iterable = operand!(s);
                                match &iterable {
                                    Value::Generator(generator) if generator.kind == GeneratorKind::Generator => {
                                        set!(d, iterable)
                                    }
                                    _ => answer!(d, operate::get_iter(&mut self.runtime, &iterable)),
                                }
                            }
                            Op::ForIter { it, d, t } => for_iter!(it, d, t),
                            Op::ForAgain { it, d, t } => {
                                fuel -= (pc - charged) as i64;
                                charged = t as usize;
                                pc = charged + 1;
                                let Op::ForIter { t: exit, .. } = ops[charged] else { continue 'run };
                                if fuel < 0 {
                                    pc = charged;
                                    pause!();
                                }
                                for_iter!(it, d, exit)
                            }

                            Op::Yield { d, s, guarded, .. } => {
                                let value = operand!(s);
                                *saved_pc = pc as u32;
                                f.sent = d;
                                f.guarded = guarded || W::ON;
                                if let Err(trap) = self.suspend(codes, &mut f, value, watch)
                                    && let Err(end) = self.handle(codes, &mut f, trap, watch)
                                {
                                    break 'frames end;
                                }
                                borrow_anew!()
                            }
                            Op::YieldAsync { d, s, .. } => {
                                let value = operand!(s);
                                *saved_pc = pc as u32;
                                f.sent = d;
                                f.guarded = true;
                                if let Err(trap) = self.suspend_async(codes, &mut f, value, watch)
                                    && let Err(end) = self.handle(codes, &mut f, trap, watch)
                                {
                                    break 'frames end;
                                }
                                borrow_anew!()
                            }
                            Op::GetYieldFrom { d, s } => {
                                let object = operand!(s);
                                let awaitable = generator_of.as_ref().is_some_and(|generator| generator.awaitable);
                                answer!(d, self.get_yield_from(code, awaitable, &object))
                            }
                            Op::YieldFrom { it, v, .. } | Op::Await { it, v, .. } => outside!(self.delegate(codes, &mut f, it, v, watch)),
                            Op::GetAwaitable { d, s, what } => {
                                let object = operand!(s);
                                if let Value::Generator(generator) = &object
                                    && generator.kind == GeneratorKind::Coroutine
                                    && !generator.is_delegating()
                                {
                                    set!(d, object);
                                    break 'op;
                                }
                                match self.get_awaitable(&object, what) {
                                    Ok(iterator) => set!(d, iterator),
                                    Err(trap) => break 'run (trap, Ret::to(Then::Awaitable, d, 0)),
                                }
                            }
                            Op::GetAIter { d, s } => {
                                let object = operand!(s);
                                answer!(d, self.get_aiter(&object))
                            }
                            Op::GetANext { d, s } => outside!(self.get_anext(codes, &mut f, d, s, watch)),
                            Op::EndAsyncFor { s } => {
                                if let Value::Exception(exception) = &r!(s)
                                    && exception.is(&self.runtime.classes.stop_async_iteration)
                                {
                                    clear(&mut r!(s));
                                    break 'op;
                                }
                                let Value::Exception(exception) = r!(s).take() else { break 'op };
                                break 'run (Trap::Reraise(exception), Ret::discard());
                            }

                            Op::Raise { s, cause } => outside!(self.raise(codes, &mut f, s, cause, watch)),
                            Op::RaiseBare {} => outside!(self.raise_bare(&f)),
                            Op::Reraise { s, line } => {
                                let Value::Exception(exception) = operand!(s) else { break 'op };
                                if line != NONE
                                    && let Value::Int(kept) = r!(line)
                                {
                                    *frame_line = kept as u32;
                                }
                                break 'run (Trap::Reraise(exception), Ret::discard());
                            }
                            Op::Caught { s } => outside!(self.tell_caught(codes, &f, s, watch)),
                            Op::PushHandled { s } => {
                                let exception = r!(s).clone();
                                self.set_handled(handled, exception)
                            }
                            Op::PopHandled { s } => {
                                let exception = if s == NONE { Value::Unbound } else { r!(s).clone() };
                                self.set_handled(handled, exception)
                            }
                            Op::JumpUnlessMatch { s, c, t } => {
                                let answer = self.exception_matches(&r!(s), &r!(c));
                                release!(c);
                                jump_on!(answer, t, false)
                            }
                            Op::SplitGroup { d, s, c } => {
                                let (exception, class) = (operand!(s), operand!(c));
                                outside!(self.split_group(codes, &mut f, d, exception, class, watch))
                            }
                            Op::JoinGroup { d, s } => {
                                let (original, raised) = (r!(s).take(), r!(s + 1).take());
                                break 'run (self.runtime.prelude("join_group", vec![original, raised]), Ret::store(d));
                            }
                            Op::RaiseAssertion { s } => {
                                let message = if s == NONE { None } else { Some(operand!(s)) };
                                break 'run (self.assertion(message), Ret::discard());
                            }

                            Op::LoadWith { d, s } => outside!(self.load_with(codes, &mut f, d, s, false, watch)),
                            Op::LoadAsyncWith { d, s } => outside!(self.load_with(codes, &mut f, d, s, true, watch)),
                            Op::CallExit { d, exit, s } => outside!(self.call_exit(codes, &mut f, d, exit, s, watch)),

                            Op::Import { d, leaf, name } => outside!(self.import(codes, code, &mut f, d, leaf, name, watch)),
                            Op::ImportFrom { d, s, name } => {
                                outside!(self.import_from(codes, &mut f, d, s, code.names[name as usize], watch))
                            }
                            Op::ImportStar { s } => outside!(self.import_star(codes, code, &mut f, s, watch)),

                            Op::MatchSequence { s, n, t } => {
                                jump_on!(operate::is_sequence(&mut self.runtime, &r!(s), Wanted::Exactly(n.into())), t, false)
                            }
                            Op::MatchSequenceStar { s, n, t } => {
                                jump_on!(operate::is_sequence(&mut self.runtime, &r!(s), Wanted::AtLeast(n.into())), t, false)
                            }
                            Op::MatchMapping { s, n, t } => {
                                jump_on!(operate::is_mapping(&mut self.runtime, &r!(s), n.into()), t, false)
                            }
                            Op::MatchKeys { d, s, a } => answer!(d, operate::match_keys(&mut self.runtime, &r!(s), &r!(a))),
                            Op::MatchRest { d, s, a } => {
                                let (subject, keys) = (operand!(s), operand!(a));
                                answer!(d, operate::match_rest(&mut self.runtime, &subject, &keys))
                            }
                            Op::MatchClass { d, s, a, n } => {
                                let (subject, class, names) = (operand!(s), operand!(a), operand!(a + 1));
                                answer!(d, operate::match_class(&mut self.runtime, &subject, &class, &names, n))
                            }
                            Op::Echo { s } => {
                                let value = operand!(s);
                                done!(operate::echo(&mut self.runtime, &value))
                            }
                        }
                    }
                    if heap::needs_attention() {
                        pause!();
                    }
                };
                fuel -= (pc - charged) as i64;
                *saved_pc = pc as u32;
                trap
            };
            if let Err(trap) = self.perform_trap(codes, &mut f, trap, ret, watch)
                && let Err(end) = self.handle(codes, &mut f, trap, watch)
            {
                break 'frames end;
            }
        };
        self.fuel = fuel;
        if matches!(end, End::Load(_) | End::Relink) {
            self.paused = Some(f);
        } else if f.back.is_none() && matches!(end, End::Finished | End::Raised(_)) {
            self.last = Some(f);
        } else {
            drop_stack(f);
        }
        end
    }

    #[inline(never)]
    fn watch_line<W: Watch>(&mut self, codes: &[Loaded], f: &Frame, line: u32, watch: &mut W) {
        self.watch(codes, watch, |w, view| w.line(view, f, line));
    }

    #[inline(never)]
    fn watch_next<W: Watch>(&mut self, codes: &[Loaded], f: &Frame, watch: &mut W) {
        use super::watch::{How, Input};
        self.watch(codes, watch, |w, view| w.resume(view, f.back.as_deref(), f, How::Next, None, Input::Nothing));
    }

    /// Between two instructions: runs what is dying, and sees to it that there are instructions left. How many is the answer.
    #[cold]
    #[inline(never)]
    fn look_around<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, fuel: i64, watch: &mut W) -> Result<i64, End> {
        self.fuel = fuel;
        if fuel < 0 || fuel::is_due() {
            self.next_slice(watch)?;
        }
        while heap::needs_attention() {
            self.attend(codes, f, watch)?;
        }
        Ok(self.fuel)
    }

    /// The next slice of instructions: looks at the host and at what natives used.
    fn next_slice<W: Watch>(&mut self, watch: &mut W) -> Result<(), End> {
        self.tell_outside(watch);
        if fuel::is_stopped() {
            return Err(End::Stopped);
        }
        self.settle_fuel();
        if self.slice == 0 { Err(End::Limit(Limit::Instructions)) } else { Ok(()) }
    }

    fn truth(&mut self, code: &Loaded, pc: usize, value: &Value) -> Result<bool, Trap> {
        if value.is_unbound() {
            return Err(self.unbound_operand(code, pc, true));
        }
        operate::truth(&mut self.runtime, value)
    }

    #[inline(never)]
    fn binary(&mut self, code: &Loaded, pc: usize, op: Binary, a: &Value, b: &Value, in_place: bool) -> Result<Value, Trap> {
        if a.is_unbound() || b.is_unbound() {
            return Err(self.unbound_operand(code, pc, a.is_unbound()));
        }
        operate::binary(&mut self.runtime, op, a, b, in_place)
    }

    #[inline(never)]
    fn binary_int(&mut self, code: &Loaded, pc: usize, op: Binary, a: &Value, i: i16, in_place: bool) -> Result<Value, Trap> {
        if a.is_unbound() {
            return Err(self.unbound_operand(code, pc, true));
        }
        operate::binary(&mut self.runtime, op, a, &Value::Int(i64::from(i)), in_place)
    }

    #[inline(never)]
    fn unary(&mut self, code: &Loaded, pc: usize, op: Unary, a: &Value) -> Result<Value, Trap> {
        if a.is_unbound() {
            return Err(self.unbound_operand(code, pc, true));
        }
        operate::unary(&mut self.runtime, op, a)
    }

    #[inline(never)]
    fn compare(&mut self, code: &Loaded, pc: usize, op: Compare, a: &Value, b: &Value) -> Result<Value, Trap> {
        if a.is_unbound() || b.is_unbound() {
            return Err(self.unbound_operand(code, pc, a.is_unbound()));
        }
        operate::compare(&mut self.runtime, op, a, b)
    }

    #[inline(never)]
    fn compare_truth(&mut self, code: &Loaded, pc: usize, op: Compare, a: &Value, b: &Value) -> Result<bool, Trap> {
        let value = self.compare(code, pc, op, a, b)?;
        operate::truth(&mut self.runtime, &value)
    }

    #[inline(never)]
    fn contains(&mut self, code: &Loaded, pc: usize, item: &Value, container: &Value) -> Result<Value, Trap> {
        if item.is_unbound() || container.is_unbound() {
            return Err(self.unbound_operand(code, pc, item.is_unbound()));
        }
        operate::contains(&mut self.runtime, item, container)
    }

    #[inline(never)]
    fn get_attr(&mut self, code: &Loaded, register: u8, object: &Value, name: crate::object::symbol::Symbol) -> Result<Value, Trap> {
        if object.is_unbound() {
            return Err(self.unbound(code, register));
        }
        attribute::get(&mut self.runtime, object, name)
    }

    #[inline(never)]
    fn set_attr(
        &mut self,
        code: &Loaded,
        register: u8,
        object: &Value,
        name: crate::object::symbol::Symbol,
        value: Value,
    ) -> Result<(), Trap> {
        if object.is_unbound() {
            return Err(self.unbound(code, register));
        }
        attribute::set(&mut self.runtime, object, name, value)
    }

    #[inline(never)]
    fn get_item(&mut self, code: &Loaded, o: u8, i: u8, object: &Value, index: &Value) -> Result<Value, Trap> {
        if object.is_unbound() || index.is_unbound() {
            return Err(self.unbound(code, if object.is_unbound() { o } else { i }));
        }
        operate::get_item(&mut self.runtime, object, index)
    }

    #[inline(never)]
    fn set_item(&mut self, code: &Loaded, registers: [u8; 3], values: [&Value; 3]) -> Result<(), Trap> {
        // CPython evaluates the value before the object and the index.
        for at in [2, 0, 1] {
            if values[at].is_unbound() {
                return Err(self.unbound(code, registers[at]));
            }
        }
        operate::set_item(&mut self.runtime, values[0], values[1], values[2])
    }

    /// The UnboundLocalError of an operand of the instruction before `pc`.
    #[cold]
    fn unbound_operand(&mut self, code: &Loaded, pc: usize, first: bool) -> Trap {
        let operands = code.ops[pc - 1].operands();
        let wanted: &[&str] = if first { &["a", "s"] } else { &["b"] };
        let register = operands.iter().find(|(name, _)| wanted.contains(name)).and_then(|(_, value)| value.parse().ok());
        self.unbound(code, register.unwrap_or(NONE))
    }

    /// The error of reading an unbound local: UnboundLocalError in a function, NameError in a module.
    #[cold]
    pub(super) fn unbound(&mut self, code: &Loaded, register: u8) -> Trap {
        let object = code.code();
        let name = object.var_names.get(usize::from(register)).map_or("?", |name| name);
        self.culprit = Some(Culprit::Name(name.into()));
        if code.kind.is_module() {
            return self.name_error(name);
        }
        let message = format!("cannot access local variable '{name}' where it is not associated with a value");
        self.runtime.raise(&self.runtime.classes.unbound_local_error, message)
    }

    #[cold]
    pub(super) fn unbound_cell(&mut self, code: &Loaded, register: u8) -> Trap {
        let object = code.code();
        if let Some((name, _)) = object.cells.iter().find(|(_, cell)| *cell == register) {
            let message = format!("cannot access local variable '{name}' where it is not associated with a value");
            return self.runtime.raise(&self.runtime.classes.unbound_local_error, message);
        }
        let at = usize::from(register).saturating_sub(usize::from(object.free_start));
        let name = object.free_names.get(at).map_or("?", |name| name);
        let message = format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
        self.runtime.raise(&self.runtime.classes.name_error, message)
    }

    /// A builtin that came after the code was loaded: `_` of a session.
    #[cold]
    pub(super) fn late_builtin(&mut self, code: &Loaded, name: u16) -> Result<Value, Trap> {
        let found = self.runtime.builtins.get(code.names[usize::from(name)]);
        found.ok_or_else(|| self.undefined(code, name))
    }

    #[cold]
    pub(super) fn undefined(&mut self, code: &Loaded, name: u16) -> Trap {
        let name = crate::object::runtime::symbol_text(code.names[usize::from(name)]);
        self.name_error(&name)
    }

    #[cold]
    pub(super) fn name_error(&mut self, name: &str) -> Trap {
        let exception = self.runtime.exception(&self.runtime.classes.name_error, format!("name '{name}' is not defined"));
        exception.attributes.set_slot(names::ATTRIBUTE_NAME, Value::str(name));
        Trap::Raise(exception)
    }
}

/// The next item of a range of small numbers, or of a list; None at its end, and for other iterators.
#[inline(always)]
fn next_at_once(iter: &Iter) -> Option<Value> {
    match &mut *iter.state.borrow_mut() {
        IterState::Range { next, step, left } if *left > 0 => {
            let value = *next;
            *left -= 1;
            *next = next.wrapping_add(*step);
            Some(Value::Int(value))
        }
        IterState::List { list, at } => {
            let value = list.items().get(*at)?.copy();
            *at += 1;
            Some(value)
        }
        _ => None,
    }
}

/// Adds to a small integer in place; false where it is something else, or would not fit.
#[inline(always)]
fn add_small(value: &mut Value, i: i64) -> bool {
    if let Value::Int(x) = value
        && let Some(z) = x.checked_add(i)
    {
        *x = z;
        return true;
    }
    false
}

/// Takes `n` registers from `s`.
#[inline(always)]
fn take_all(regs: &mut [Value], s: u8, n: u8) -> Vec<Value> {
    regs[usize::from(s)..usize::from(s) + usize::from(n)].iter_mut().map(Value::take).collect()
}

/// Unlinks the frames of a run that has stopped one by one: as a chain of boxes they would nest the host's stack.
fn drop_stack(frame: Box<Frame>) {
    let mut next = Some(frame);
    while let Some(mut frame) = next {
        next = frame.back.take();
        if let Some(generator) = frame.generator.take() {
            generator.end();
        }
    }
}

/// Whether every object computes the attribute: assigning it is more than storing it.
#[inline(always)]
fn is_computed(name: crate::object::symbol::Symbol) -> bool {
    use crate::object::symbol::names;
    name == names::CLASS || name == names::DICT
}

/// What is sent lives at least until `send` answers, as an argument of CPython's method: the caller keeps it in a register. Which one; 0 for
/// what nobody could miss.
#[inline(always)]
pub(super) fn keep_sent(value: &Value, register: &mut Value, number: u8) -> u32 {
    if value.is_heap() {
        *register = value.clone();
        return u32::from(number);
    }
    0
}

//! The loop: a line an opcode. What an instruction does is in its family's file, [`instructions`](super::instructions), and is inlined here;
//! what may change frames is a method of the context.
//!
//! The loop borrows the registers of the frame that runs. Where frames change it saves the program counter and goes on with `'frames`, which
//! borrows anew.

use super::instructions::{
    Call, Detour, Jump, Pace, Site, Way, attributes, calls, collections, exceptions, iteration, jumps, matching, numbers, variables,
};
use super::watch::Watch;
use super::{Context, End};
use crate::limits::Limit;
use crate::object::frame::{Frame, Then};
use crate::object::fuel;
use crate::object::heap;
use crate::object::native::Trap;
use crate::object::operate::Wanted;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{Binary, Compare, Op};

impl<W: Watch> Context<'_, '_, W> {
    /// Runs until the first frame ends, or the run does. The stack comes back where that frame ended by itself, and where it waits for a
    /// module to be loaded.
    pub fn run(mut self) -> (End, Option<Box<Frame>>) {
        let mut fuel = self.vm.fuel;
        let end = 'frames: loop {
            if fuel < 0 || heap::needs_attention() {
                match self.look_around(fuel) {
                    Ok(left) => fuel = left,
                    Err(end) => break 'frames end,
                }
            }
            let code = &self.codes[self.frame.code as usize];
            let detour = {
                let ops = &code.ops[..];
                let mut pc = self.frame.pc as usize;
                // Where the instructions begin that are not yet charged: those between here and `pc` have run, or were jumped over.
                let mut charged = pc;
                let Frame { registers, pc: saved_pc, line, stood, generator, handled, variables, .. } = &mut *self.frame;
                let site = &mut Site { vm: &mut *self.vm, code, registers };

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
                // A method of the context, which may change frames.
                macro_rules! outside {
                    ($call:expr) => {{
                        *saved_pc = pc as u32;
                        if let Err(trap) = $call
                            && let Err(end) = self.handle(trap)
                        {
                            break 'frames end;
                        }
                        borrow_anew!()
                    }};
                }
                // The end of a frame: of the run, if it was the last one.
                macro_rules! end {
                    ($value:expr) => {{
                        let value = $value;
                        *saved_pc = pc as u32;
                        match self.return_value(value, code.registers) {
                            Ok(true) => break 'frames End::Finished,
                            Ok(false) => {}
                            Err(trap) => {
                                if let Err(end) = self.handle(trap) {
                                    break 'frames end;
                                }
                            }
                        }
                        borrow_anew!()
                    }};
                }

                let detour = 'run: loop {
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
                    // What an instruction's function answers is asked here.
                    macro_rules! next {
                        ($next:expr) => {
                            if let Err(detour) = $next {
                                break 'run detour;
                            }
                        };
                    }
                    macro_rules! quick {
                        ($quick:expr) => {
                            match $quick {
                                Ok(Pace::AtOnce) => continue 'run,
                                Ok(Pace::Look) => {}
                                Err(detour) => break 'run detour,
                            }
                        };
                    }
                    macro_rules! jump_if {
                        ($jumped:expr, $t:expr) => {
                            match $jumped {
                                Ok(Jump { is_taken, pace }) => {
                                    if is_taken {
                                        if matches!(pace, Pace::Look) && heap::needs_attention() {
                                            outside!({
                                                self.jump($t);
                                                Ok(())
                                            });
                                        }
                                        jump!($t);
                                    }
                                    if let Pace::AtOnce = pace {
                                        continue 'run;
                                    }
                                }
                                Err(detour) => break 'run detour,
                            }
                        };
                    }
                    macro_rules! way {
                        ($way:expr, $call:expr) => {
                            match $way {
                                Ok(Way::Done) => {}
                                Ok(Way::Outside) => outside!($call),
                                Err(detour) => break 'run detour,
                            }
                        };
                    }
                    // The frame of a plain function begins.
                    macro_rules! enter {
                        ($frame:expr, $then:expr) => {{
                            *saved_pc = pc as u32;
                            self.enter($frame, $then);
                            if W::ON {
                                self.tell(|w, view, frame| w.call(view, frame.back.as_deref(), frame));
                            }
                            borrow_anew!()
                        }};
                    }
                    // The next round of a `for`: the commonest iterators first.
                    macro_rules! round {
                        ($it:expr, $d:expr, $exit:expr) => {{
                            if let Some(item) = iteration::item_at_once(site, $it) {
                                quick!(site.put_small($d, item))
                            } else if let Some(frame) = iteration::sleeper(site, $it) {
                                *saved_pc = pc as u32;
                                self.enter(frame, Then::For { into: $d, exit: $exit });
                                if W::ON {
                                    self.watch_next();
                                }
                                borrow_anew!()
                            } else if let Some(frame) = iteration::next_frame(site, self.codes, $it) {
                                enter!(frame, Then::ForNext { into: $d, exit: $exit })
                            } else {
                                match iteration::next_item(site, $it) {
                                    Some(Ok(Value::Unbound)) => outside!(self.end_of_iterator($exit)),
                                    Some(Ok(item)) => next!(site.put($d, item)),
                                    Some(Err(trap)) => break 'run Detour { trap, then: Then::ForNext { into: $d, exit: $exit } },
                                    None => outside!(self.for_next($it, $d, $exit)),
                                }
                            }
                        }};
                    }
                    macro_rules! operand {
                        ($s:expr) => {
                            match site.operand($s) {
                                Ok(value) => value,
                                Err(trap) => break 'run trap.into(),
                            }
                        };
                    }

                    let op = &ops[pc];
                    pc += 1;
                    match *op {
                        Op::Line { n } => {
                            if W::ON && *line != n {
                                *line = n;
                                *saved_pc = pc as u32;
                                self.watch_line(n);
                                borrow_anew!()
                            }
                        }
                        Op::LineBack { n } => {
                            if W::ON {
                                *line = n;
                                *saved_pc = pc as u32;
                                self.watch_line(n);
                                borrow_anew!()
                            }
                        }
                        Op::LineNone {} => *line = 0,
                        Op::Nop {} => {}

                        Op::Move { d, s } => next!(variables::copy(site, d, s)),
                        Op::Take { d, s } => next!(variables::take(site, d, s)),
                        Op::Clear { d } => next!(variables::unbind(site, d)),
                        Op::CheckBound { s } => next!(variables::check(site, s)),
                        Op::DeleteFast { d } => next!(variables::delete_fast(site, d)),
                        Op::Const { d, k } => next!(variables::constant(site, d, k)),
                        Op::Int { d, i } => quick!(variables::small(site, d, Value::Int(i64::from(i)))),
                        Op::LoadNone { d } => quick!(variables::small(site, d, Value::None)),
                        Op::MakeCell { d } => next!(variables::make_cell(site, d)),
                        Op::LoadCell { d, c } => next!(variables::load_cell(site, d, c)),
                        Op::StoreCell { c, s } => next!(variables::store_cell(site, c, s)),
                        Op::DeleteCell { c } => next!(variables::delete_cell(site, c)),
                        Op::LoadGlobal { d, name } => next!(variables::load_global(site, d, name)),
                        Op::StoreGlobal { s, name } => next!(variables::store_global(site, s, name)),
                        Op::DeleteGlobal { name } => next!(variables::delete_global(site, name)),
                        Op::LoadName { d, name } => outside!(self.load_name(d, name)),
                        Op::StoreName { s, name } => outside!(self.store_name(s, name)),
                        Op::DeleteName { name } => outside!(self.delete_name(name)),
                        Op::LoadClassCell { d, c, name } => outside!(self.load_class_cell(d, c, name)),
                        Op::SetupAnnotations {} => outside!(self.setup_annotations()),

                        Op::Binary { op, d, a, b } => next!(numbers::binary(site, d, [a, b], op, false)),
                        Op::InPlace { op, d, a, b } => next!(numbers::binary(site, d, [a, b], op, true)),
                        Op::Unary { op, d, a } => quick!(numbers::unary(site, d, a, op)),
                        Op::Not { d, a } => next!(numbers::not(site, d, a)),
                        Op::Add { d, a, b } => quick!(numbers::add(site, d, [a, b], false, pc)),
                        Op::Sub { d, a, b } => quick!(numbers::arithmetic(site, d, [a, b], Binary::Sub)),
                        Op::Mul { d, a, b } => quick!(numbers::arithmetic(site, d, [a, b], Binary::Mul)),
                        Op::AddInPlace { d, a, b } => quick!(numbers::add(site, d, [a, b], true, pc)),
                        Op::AddInt { d, a, i } => quick!(numbers::arithmetic_int(site, d, a, i, Binary::Add, false)),
                        Op::SubInt { d, a, i } => quick!(numbers::arithmetic_int(site, d, a, i, Binary::Sub, false)),
                        Op::MulInt { d, a, i } => quick!(numbers::arithmetic_int(site, d, a, i, Binary::Mul, false)),
                        Op::AddInPlaceInt { d, a, i } => quick!(numbers::arithmetic_int(site, d, a, i, Binary::Add, true)),
                        Op::SubInPlaceInt { d, a, i } => quick!(numbers::arithmetic_int(site, d, a, i, Binary::Sub, true)),
                        Op::FloorDivInt { d, a, i } => quick!(numbers::arithmetic_int(site, d, a, i, Binary::FloorDiv, false)),
                        Op::ModInt { d, a, i } => quick!(numbers::arithmetic_int(site, d, a, i, Binary::Mod, false)),
                        Op::Compare { op, d, a, b } => quick!(numbers::compare(site, d, [a, b], op)),
                        Op::Is { d, a, b, not } => next!(numbers::is(site, d, [a, b], not)),
                        Op::Contains { d, a, b, not } => next!(numbers::contains(site, d, [a, b], not)),

                        Op::Jump { t } => {
                            jump!(t);
                            continue 'run;
                        }
                        Op::JumpIfFalse { s, t } => jump_if!(jumps::jump_truth(site, s, false, t), t),
                        Op::JumpIfTrue { s, t } => jump_if!(jumps::jump_truth(site, s, true, t), t),
                        Op::JumpIfFalseKeep { s, t } => jump_if!(jumps::jump_keep(site, s, false, t), t),
                        Op::JumpIfTrueKeep { s, t } => jump_if!(jumps::jump_keep(site, s, true, t), t),
                        Op::JumpIfNone { s, t } => jump_if!(jumps::jump_none(site, s, true), t),
                        Op::JumpIfNotNone { s, t } => jump_if!(jumps::jump_none(site, s, false), t),
                        Op::JumpUnlessLt { a, b, t } => jump_if!(jumps::jump_compare(site, [a, b], Compare::Lt, false, t), t),
                        Op::JumpUnlessLe { a, b, t } => jump_if!(jumps::jump_compare(site, [a, b], Compare::Le, false, t), t),
                        Op::JumpUnlessGt { a, b, t } => jump_if!(jumps::jump_compare(site, [a, b], Compare::Gt, false, t), t),
                        Op::JumpUnlessGe { a, b, t } => jump_if!(jumps::jump_compare(site, [a, b], Compare::Ge, false, t), t),
                        Op::JumpUnlessEq { a, b, t } => jump_if!(jumps::jump_compare(site, [a, b], Compare::Eq, false, t), t),
                        Op::JumpUnlessNe { a, b, t } => jump_if!(jumps::jump_compare(site, [a, b], Compare::Ne, false, t), t),
                        Op::JumpIfLt { a, b, t } => jump_if!(jumps::jump_compare(site, [a, b], Compare::Lt, true, t), t),
                        Op::JumpIfLe { a, b, t } => jump_if!(jumps::jump_compare(site, [a, b], Compare::Le, true, t), t),
                        Op::JumpIfGt { a, b, t } => jump_if!(jumps::jump_compare(site, [a, b], Compare::Gt, true, t), t),
                        Op::JumpIfGe { a, b, t } => jump_if!(jumps::jump_compare(site, [a, b], Compare::Ge, true, t), t),
                        Op::JumpIfEq { a, b, t } => jump_if!(jumps::jump_compare(site, [a, b], Compare::Eq, true, t), t),
                        Op::JumpIfNe { a, b, t } => jump_if!(jumps::jump_compare(site, [a, b], Compare::Ne, true, t), t),
                        Op::JumpUnlessLtInt { a, i, t } => jump_if!(jumps::jump_compare_int(site, a, i, Compare::Lt, false, t), t),
                        Op::JumpUnlessLeInt { a, i, t } => jump_if!(jumps::jump_compare_int(site, a, i, Compare::Le, false, t), t),
                        Op::JumpUnlessGtInt { a, i, t } => jump_if!(jumps::jump_compare_int(site, a, i, Compare::Gt, false, t), t),
                        Op::JumpUnlessGeInt { a, i, t } => jump_if!(jumps::jump_compare_int(site, a, i, Compare::Ge, false, t), t),
                        Op::JumpUnlessEqInt { a, i, t } => jump_if!(jumps::jump_compare_int(site, a, i, Compare::Eq, false, t), t),
                        Op::JumpUnlessNeInt { a, i, t } => jump_if!(jumps::jump_compare_int(site, a, i, Compare::Ne, false, t), t),
                        Op::JumpIfLtInt { a, i, t } => jump_if!(jumps::jump_compare_int(site, a, i, Compare::Lt, true, t), t),
                        Op::JumpIfLeInt { a, i, t } => jump_if!(jumps::jump_compare_int(site, a, i, Compare::Le, true, t), t),
                        Op::JumpIfGtInt { a, i, t } => jump_if!(jumps::jump_compare_int(site, a, i, Compare::Gt, true, t), t),
                        Op::JumpIfGeInt { a, i, t } => jump_if!(jumps::jump_compare_int(site, a, i, Compare::Ge, true, t), t),
                        Op::JumpIfEqInt { a, i, t } => jump_if!(jumps::jump_compare_int(site, a, i, Compare::Eq, true, t), t),
                        Op::JumpIfNeInt { a, i, t } => jump_if!(jumps::jump_compare_int(site, a, i, Compare::Ne, true, t), t),

                        Op::GetAttr { d, o, name } => next!(attributes::get_attr(site, d, o, name)),
                        Op::SetAttr { o, s, name } => next!(attributes::set_attr(site, o, s, name)),
                        Op::AddAttrInt { o, i, name } => {
                            way!(attributes::add_attr_int(site, o, i, name), self.add_attr_int(o, i, code.names[usize::from(name)]))
                        }
                        Op::DelAttr { o, name } => next!(attributes::del_attr(site, o, name)),
                        Op::GetItem { d, o, i } => next!(attributes::get_item(site, d, o, i)),
                        Op::SetItem { o, i, s } => next!(attributes::set_item(site, o, i, s)),
                        Op::DelItem { o, i } => next!(attributes::del_item(site, o, i)),
                        Op::BuildSlice { d, s } => next!(attributes::build_slice(site, d, s)),

                        Op::BuildTuple { d, s, n } => next!(collections::build_tuple(site, d, s, n)),
                        Op::BuildList { d, s, n } => next!(collections::build_list(site, d, s, n)),
                        Op::BuildSet { d, s, n } => next!(collections::build_set(site, d, s, n)),
                        Op::BuildDict { d, s, n } => next!(collections::build_dict(site, d, s, n)),
                        Op::BuildString { d, s, n } => next!(collections::build_string(site, d, s, n)),
                        Op::ListAppend { l, s } => next!(collections::list_append(site, l, s)),
                        Op::SetAdd { l, s } => next!(collections::set_add(site, l, s)),
                        Op::DictSet { l, k, v } => next!(collections::dict_set(site, l, k, v)),
                        Op::ListExtend { l, s, call } => next!(collections::list_extend(site, l, s, call)),
                        Op::SetUpdate { l, s } => next!(collections::set_update(site, l, s)),
                        Op::DictUpdate { l, s } => next!(collections::dict_update(site, l, s)),
                        Op::DictMerge { l, s, f } => next!(collections::dict_merge(site, l, s, f)),
                        Op::ListToTuple { d, s } => next!(collections::list_to_tuple(site, d, s)),
                        Op::Unpack { d, s, n } => way!(collections::unpack_tuple(site, d, s, n), self.unpack(d, s, n, None)),
                        Op::UnpackStar { d, s, before, after } => outside!(self.unpack(d, s, before, Some(after))),
                        Op::Format { d, s, spec, convert } => next!(collections::format(site, d, s, spec, convert)),

                        Op::Call { d, f, n } => match calls::call(site, self.codes, d, f, n, W::ON) {
                            Ok(Call::Done) => {}
                            Ok(Call::Enter(frame)) => enter!(frame, Then::Store { into: d }),
                            Ok(Call::Outside) => outside!(self.call_registers(f, n, d)),
                            Err(detour) => break 'run detour,
                        },
                        Op::CallKw { d, f, n, names } => outside!(self.call_keywords(f, n, &code.call_names[usize::from(names)], d)),
                        Op::CallEx { d, f } => outside!(self.call_unpacked(f, d)),
                        Op::CallMethod { d, o, n, name } => {
                            way!(calls::call_method(site, d, o, n, name), self.call_method(code, o, n, code.names[usize::from(name)], d))
                        }
                        Op::LoadMethod { o, s, name } => {
                            way!(calls::load_method(site, o, s, name), self.load_method(o, s, code.names[usize::from(name)]))
                        }
                        Op::CallLoaded { d, o, n } => way!(calls::call_loaded(site, d, o, n), self.call_loaded(o, n, d)),
                        Op::CallLoadedKw { d, o, n, names } => {
                            outside!(self.call_loaded_keywords(o, n, &code.call_names[usize::from(names)], d))
                        }
                        Op::Super { d, c, s } => next!(calls::make_super(site, d, c, s)),
                        Op::Return { s } => end!(match site.take_returned(s, variables.is_some()) {
                            Ok(value) => value,
                            Err(trap) => break 'run trap.into(),
                        }),
                        Op::ReturnNone {} => end!(Value::None),
                        Op::MakeFunction { d, s, code: at } => next!(calls::make_function(site, self.codes, d, s, at)),
                        Op::BuildClass { d, s } => outside!(self.build_class(d, s)),

                        Op::GetIter { d, s } => next!(iteration::get_iter(site, d, s)),
                        Op::ForIter { it, d, t } => round!(it, d, t),
                        // The jump back to a `ForIter`, and that instruction.
                        Op::ForAgain { it, d, t } => {
                            fuel -= (pc - charged) as i64;
                            charged = t as usize;
                            pc = charged + 1;
                            let Op::ForIter { t: exit, .. } = ops[charged] else { continue 'run };
                            if fuel < 0 {
                                pc = charged;
                                pause!();
                            }
                            round!(it, d, exit)
                        }
                        Op::Yield { d, s, guarded, .. } => {
                            let value = operand!(s);
                            outside!(self.yield_value(value, d, guarded))
                        }
                        Op::YieldAsync { d, s, .. } => {
                            let value = operand!(s);
                            outside!(self.yield_async(value, d))
                        }
                        Op::GetYieldFrom { d, s } => {
                            let is_awaitable = generator.as_ref().is_some_and(|generator| generator.awaitable);
                            next!(iteration::get_yield_from(site, d, s, is_awaitable))
                        }
                        Op::YieldFrom { it, v, .. } | Op::Await { it, v, .. } => outside!(self.delegate(it, v)),
                        Op::GetAwaitable { d, s, what } => next!(iteration::get_awaitable(site, d, s, what)),
                        Op::GetAIter { d, s } => next!(iteration::get_aiter(site, d, s)),
                        Op::GetANext { d, s } => outside!(self.get_anext(d, s)),
                        Op::EndAsyncFor { s } => next!(exceptions::end_async_for(site, s)),

                        Op::Raise { s, cause } => outside!(self.raise(s, cause)),
                        Op::RaiseBare {} => outside!(self.raise_bare()),
                        Op::Reraise { s, line: kept } => next!(exceptions::reraise(site, s, kept, (line, stood))),
                        Op::Caught { s } => outside!(self.tell_caught(s)),
                        Op::PushHandled { s } => next!(exceptions::push_handled(site, s, handled)),
                        Op::PopHandled { s } => next!(exceptions::pop_handled(site, s, handled)),
                        Op::JumpUnlessMatch { s, c, t } => jump_if!(exceptions::jump_unless_match(site, s, c, t), t),
                        Op::SplitGroup { s, c, .. } => {
                            let (exception, class) = (operand!(s), operand!(c));
                            outside!(self.split_group(exception, class))
                        }
                        Op::JoinGroup { d, s } => next!(exceptions::join_group(site, d, s)),
                        Op::RaiseAssertion { s } => next!(exceptions::raise_assertion(site, s)),
                        Op::LoadWith { d, s } => outside!(self.load_with(d, s, false)),
                        Op::LoadAsyncWith { d, s } => outside!(self.load_with(d, s, true)),
                        Op::CallExit { d, exit, s } => outside!(self.call_exit(d, exit, s)),

                        Op::Import { d, leaf, name } => outside!(self.import(code, d, leaf, name)),
                        Op::ImportFrom { d, s, name } => outside!(self.import_from(d, s, code.names[usize::from(name)])),
                        Op::ImportStar { s } => outside!(self.import_star(code, s)),

                        Op::MatchSequence { s, n, t } => jump_if!(matching::match_sequence(site, s, Wanted::Exactly(n.into()), t), t),
                        Op::MatchSequenceStar { s, n, t } => jump_if!(matching::match_sequence(site, s, Wanted::AtLeast(n.into()), t), t),
                        Op::MatchMapping { s, n, t } => jump_if!(matching::match_mapping(site, s, n, t), t),
                        Op::MatchKeys { d, s, a } => next!(matching::match_keys(site, d, s, a)),
                        Op::MatchRest { d, s, a } => next!(matching::match_rest(site, d, s, a)),
                        Op::MatchClass { d, s, a, n } => next!(matching::match_class(site, d, s, a, n)),
                        Op::Echo { s } => next!(collections::echo(site, s)),
                    }
                    if heap::needs_attention() {
                        pause!();
                    }
                };
                fuel -= (pc - charged) as i64;
                *saved_pc = pc as u32;
                detour
            };
            if let Err(trap) = self.perform_trap(detour.trap, detour.then)
                && let Err(end) = self.handle(trap)
            {
                break 'frames end;
            }
        };
        self.vm.fuel = fuel;
        let ended = self.frame.back.is_none() && matches!(end, End::Finished | End::Raised(_));
        if ended || matches!(end, End::Load(_) | End::Relink) {
            return (end, Some(self.frame));
        }
        drop_stack(self.frame);
        (end, None)
    }

    /// The built-in iterator of a `for` has ended.
    fn end_of_iterator(&mut self, exit: u32) -> Result<(), Trap> {
        self.leave_for(exit);
        Ok(())
    }

    #[inline(never)]
    fn watch_line(&mut self, line: u32) {
        self.tell(|w, view, frame| w.line(view, frame, line));
    }

    #[inline(never)]
    fn watch_next(&mut self) {
        use super::watch::{How, Input};
        self.tell(|w, view, frame| w.resume(view, frame.back.as_deref(), frame, How::Next, None, Input::Nothing));
    }

    /// Between two instructions: runs what is dying, and sees to it that there are instructions left. How many is the answer.
    #[cold]
    #[inline(never)]
    fn look_around(&mut self, fuel: i64) -> Result<i64, End> {
        self.vm.fuel = fuel;
        if fuel < 0 || fuel::is_due() {
            self.next_slice()?;
        }
        while heap::needs_attention() {
            self.attend()?;
        }
        Ok(self.vm.fuel)
    }

    /// The next slice of instructions: looks at the host and at what natives used.
    fn next_slice(&mut self) -> Result<(), End> {
        self.vm.tell_outside(self.watch);
        if fuel::is_stopped() {
            return Err(End::Stopped);
        }
        self.vm.settle_fuel();
        if self.vm.slice == 0 { Err(End::Limit(Limit::Instructions)) } else { Ok(()) }
    }
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

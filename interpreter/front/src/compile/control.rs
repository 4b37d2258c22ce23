//! Loops, and the ways out: `return`, `break`, `continue`, through whatever is to be undone on the way.

use super::emit::{Frame, FrameBlock};
use super::{Compiler, Result, refuse};
use crate::bytecode::code::CodeKind;
use crate::bytecode::op::{AwaitFor, NONE, Op, Reg};
use crate::syntax::tree::*;

impl<'a> Compiler<'a> {
    pub fn for_loop(&mut self, target: &'a Expr, iter: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Result {
        let (start, cleanup, end) = (self.unit.label(), self.unit.label(), self.unit.label());
        let iterator = self.unit.temp()?;
        let (guard, handling) = (self.unit.guard, self.unit.handling);
        self.unit.push_loop(Frame::For { iterator }, start, end, guard, handling)?;
        self.iterable(iter, iterator)?;
        self.unit.begin(start);
        self.next_into(iterator, target, cleanup)?;
        self.body(body)?;
        self.unit.place = Span::default();
        self.unit.jump(start);
        self.unit.begin(cleanup);
        self.unit.pop_frame();
        self.body(orelse)?;
        self.unit.begin(end);
        Ok(())
    }

    /// The iterator of what a loop goes through; a literal list is not needed as a list.
    pub fn iterable(&mut self, iter: &'a Expr, iterator: Reg) -> Result {
        let s = self.iterated(iter, iterator)?;
        self.unit.op(Op::GetIter { d: iterator, s });
        Ok(())
    }

    /// What is iterated over, in `into` or where it is already. A display of constants is one constant.
    pub fn iterated(&mut self, iter: &'a Expr, into: Reg) -> Result<Reg> {
        let Some(constant) = self.folder.searched(iter) else { return self.operand(iter, into, &[]) };
        let place = std::mem::replace(&mut self.unit.place, iter.span);
        self.load_constant(constant, into)?;
        self.unit.place = place;
        Ok(into)
    }

    /// Takes the next value, or goes to `exit`, and assigns it to the target.
    pub fn next_into(&mut self, it: Reg, target: &'a Expr, exit: usize) -> Result {
        if let ExprKind::Name(name) = &target.kind
            && let Some(d) = self.local(name)
            && target.span.line == self.unit.place.line
        {
            self.unit.branch(Op::ForIter { it, d, t: 0 }, exit);
            self.unit.touch_at(target.span);
            return Ok(());
        }
        let mark = self.unit.mark();
        let d = self.unit.temp()?;
        self.unit.branch(Op::ForIter { it, d, t: 0 }, exit);
        self.store(target, d)?;
        self.unit.release(mark);
        Ok(())
    }

    pub fn async_for(&mut self, target: &'a Expr, iter: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Result {
        if !self.in_async_function() {
            return refuse(self.unit.place, "'async for' outside async function");
        }
        let (start, except, end) = (self.unit.label(), self.unit.label(), self.unit.label());
        let iterator = self.unit.temp()?;
        let s = self.operand(iter, iterator, &[])?;
        self.unit.op(Op::GetAIter { d: iterator, s });
        self.unit.begin(start);
        let (guard, handling) = (self.unit.guard, self.unit.handling);
        self.unit.push_loop(Frame::For { iterator }, start, end, guard, handling)?;
        let exception = self.async_next(iterator, target, except)?;
        self.body(body)?;
        self.unit.place = Span::default();
        self.unit.jump(start);
        self.unit.pop_frame();
        self.unit.begin(except);
        self.unit.place = iter.span;
        self.end_async_for(iterator, exception);
        self.body(orelse)?;
        self.unit.begin(end);
        Ok(())
    }

    /// Awaits the next value and assigns it; its StopAsyncIteration goes to `except`, in the register that is answered.
    pub fn async_next(&mut self, iterator: Reg, target: &'a Expr, except: usize) -> Result<Reg> {
        let mark = self.unit.mark();
        let guard = self.unit.guard;
        let value = self.unit.temp()?;
        self.unit.setup(except, value);
        let it = self.unit.temp()?;
        self.unit.op(Op::GetANext { d: it, s: iterator });
        self.unit.op(Op::LoadNone { d: value });
        self.unit.op(Op::Await { it, v: value, caught: self.unit.handling.caught() });
        self.unit.pop_block(guard);
        self.store(target, value)?;
        self.unit.release(mark);
        Ok(value)
    }

    pub fn end_async_for(&mut self, iterator: Reg, exception: Reg) {
        self.unit.op(Op::EndAsyncFor { s: exception });
        if iterator >= self.unit.temp_start {
            self.unit.op(Op::Clear { d: iterator });
        }
    }

    pub fn in_async_function(&self) -> bool {
        self.unit.kind.awaits() && self.scope().comprehension.is_none()
    }

    /// The test stands at the bottom of the loop too, as in CPython.
    pub fn while_loop(&mut self, test: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Result {
        let statement = self.unit.place;
        let (start, body_label) = (self.unit.label(), self.unit.label());
        let (anchor, end) = (self.unit.label(), self.unit.label());
        self.unit.begin(start);
        let (guard, handling) = (self.unit.guard, self.unit.handling);
        self.unit.push_loop(Frame::While, start, end, guard, handling)?;
        self.jump_if(test, anchor, false)?;
        self.unit.begin(body_label);
        self.body(body)?;
        self.unit.place = statement;
        self.jump_if(test, body_label, true)?;
        self.unit.pop_frame();
        self.unit.begin(anchor);
        self.body(orelse)?;
        self.unit.begin(end);
        Ok(())
    }

    // Ways out.

    pub fn return_statement(&mut self, value: Option<&'a Expr>, statement: Span) -> Result {
        if !self.in_function() {
            return refuse(statement, "'return' outside function");
        }
        if value.is_some() && self.unit.kind == CodeKind::AsyncGenerator {
            return refuse(statement, "'return' with value in async generator");
        }
        let constant = value.and_then(|value| self.folder.constant(value));
        let result = match value {
            Some(value) if constant.is_none() => Some(self.returned(value)?),
            Some(value) => {
                self.unit.place = value.span;
                self.unit.nop();
                None
            }
            None => None,
        };
        if value.is_none_or(|value| value.span.line != statement.line) {
            self.unit.place = statement;
            self.unit.nop();
        }
        let (guard, handling) = (self.unit.guard, self.unit.handling);
        self.unwind_all(result)?;
        match (result, constant) {
            (Some(s), _) => self.unit.op(Op::Return { s }),
            (None, Some(constant)) if constant != crate::bytecode::code::Const::None => {
                let s = self.unit.temp()?;
                self.load_constant(constant, s)?;
                self.unit.op(Op::Return { s });
            }
            _ => self.unit.op(Op::ReturnNone {}),
        }
        (self.unit.guard, self.unit.handling) = (guard, handling);
        Ok(())
    }

    /// The value of a `return`: a copy, if what runs on the way out could rebind the variable.
    fn returned(&mut self, value: &'a Expr) -> Result<Reg> {
        let runs_code =
            |frame: &FrameBlock| matches!(frame.frame, Frame::FinallyTry { .. } | Frame::With { .. } | Frame::HandlerCleanup { .. });
        if self.unit.frames.iter().any(runs_code) { self.load_fresh(value) } else { self.value(value) }
    }

    pub fn break_statement(&mut self) -> Result {
        let statement = self.unit.place;
        self.unit.nop();
        let (guard, handling) = (self.unit.guard, self.unit.handling);
        let Some(target) = self.unwind_to_loop()? else { return refuse(statement, "'break' outside loop") };
        self.unwind(&target, None)?;
        self.unit.jump(target.end);
        (self.unit.guard, self.unit.handling) = (guard, handling);
        Ok(())
    }

    pub fn continue_statement(&mut self) -> Result {
        let statement = self.unit.place;
        self.unit.nop();
        let (guard, handling) = (self.unit.guard, self.unit.handling);
        let Some(target) = self.unwind_to_loop()? else { return refuse(statement, "'continue' not properly in loop") };
        self.unit.jump(target.start);
        (self.unit.guard, self.unit.handling) = (guard, handling);
        Ok(())
    }

    /// Undoes all that we are in. `value` is kept meanwhile.
    fn unwind_all(&mut self, value: Option<Reg>) -> Result {
        let Some(top) = self.enter_unwinding()? else { return Ok(()) };
        self.unwind(&top, value)?;
        self.unwind_all(value)?;
        self.unit.frames.push(top);
        Ok(())
    }

    /// Undoes what we are in up to the innermost loop.
    fn unwind_to_loop(&mut self) -> Result<Option<FrameBlock<'a>>> {
        if let Some(top) = self.unit.frames.last()
            && matches!(top.frame, Frame::While | Frame::For { .. })
        {
            return Ok(Some(*top));
        }
        let Some(top) = self.enter_unwinding()? else { return Ok(None) };
        self.unwind(&top, None)?;
        let target = self.unwind_to_loop()?;
        self.unit.frames.push(top);
        Ok(target)
    }

    /// Takes the innermost frame block off, for the time of undoing it.
    fn enter_unwinding(&mut self) -> Result<Option<FrameBlock<'a>>> {
        let Some(top) = self.unit.frames.pop() else { return Ok(None) };
        if matches!(top.frame, Frame::GroupHandler) {
            return refuse(self.unit.place, "'break', 'continue' and 'return' cannot appear in an except* block");
        }
        Ok(Some(top))
    }

    fn unwind(&mut self, block: &FrameBlock<'a>, value: Option<Reg>) -> Result {
        match block.frame {
            Frame::While | Frame::Handler | Frame::GroupHandler => {}
            Frame::For { iterator } => self.unit.op(Op::Clear { d: iterator }),
            Frame::Try => self.unit.pop_block(block.outer_guard),
            Frame::FinallyTry { body } => {
                self.unit.pop_block(block.outer_guard);
                if let Some(register) = value {
                    let (guard, handling) = (self.unit.guard, self.unit.handling);
                    self.unit.push_frame(Frame::Value { register }, guard, handling)?;
                }
                self.body(body)?;
                if value.is_some() {
                    self.unit.pop_frame();
                }
                self.unit.place = Span::default();
            }
            Frame::FinallyEnd { exception } => {
                self.unit.touch();
                self.leave_handler(block, exception);
            }
            Frame::With { exit, span, is_async } => {
                self.unit.place = span;
                self.unit.pop_block(block.outer_guard);
                self.call_exit(exit, NONE, is_async)?;
                self.unit.place = Span::default();
            }
            Frame::HandlerCleanup { exception, name } => {
                self.leave_handler(block, exception);
                if let Some(name) = name {
                    self.forget_name(name)?;
                }
            }
            Frame::Value { register } => self.unit.op(Op::Clear { d: register }),
        }
        Ok(())
    }

    /// Leaves the handler of an exception: what was handled outside is handled again.
    pub fn leave_handler(&mut self, block: &FrameBlock<'a>, exception: Reg) {
        self.unit.pop_block(block.outer_guard);
        self.unit.handling = block.outer_handling;
        self.unit.op(Op::PopHandled { s: block.outer_handling.exception });
        self.unit.op(Op::Clear { d: exception });
    }

    /// Calls the exit function of a `with`, awaits what it answers if that is asynchronous, and drops the answer.
    pub fn call_exit(&mut self, exit: Reg, exception: Reg, is_async: bool) -> Result {
        let mark = self.unit.mark();
        let answer = self.answer_of_exit(exit, exception, is_async)?;
        self.unit.op(Op::Clear { d: answer });
        self.unit.release(mark);
        Ok(())
    }

    pub fn answer_of_exit(&mut self, exit: Reg, exception: Reg, is_async: bool) -> Result<Reg> {
        let answer = self.unit.temp()?;
        self.unit.op(Op::CallExit { d: answer, exit, s: exception });
        if is_async {
            let it = self.unit.temp()?;
            self.await_value(it, answer, answer, AwaitFor::Exit);
        }
        Ok(answer)
    }
}

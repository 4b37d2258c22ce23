//! `with` and `async with`.

use super::emit::{Frame, Handling};
use super::{Compiler, Result, refuse};
use crate::bytecode::op::{AwaitFor, NONE, Op, Reg};
use crate::syntax::tree::*;

impl<'a> Compiler<'a> {
    pub fn with(&mut self, items: &'a [WithItem], body: &'a [Stmt], is_async: bool, statement: Span) -> Result {
        if is_async && !self.in_async_function() {
            return refuse(statement, "'async with' outside async function");
        }
        let Some((item, others)) = items.split_first() else { return self.body(body) };
        let mark = self.unit.mark();
        let (last, exit_label) = (self.unit.label(), self.unit.label());
        let exit = self.unit.temp()?;
        let value = self.unit.temp()?;
        self.enter_context(&item.context, exit, value, is_async)?;

        let (guard, handling) = (self.unit.guard, self.unit.handling);
        self.unit.setup_cleanup(last, value);
        self.begin_label();
        self.unit.push_frame(Frame::With { exit, span: statement, is_async }, guard, handling)?;
        match &item.target {
            Some(target) => self.store(target, value)?,
            None => self.unit.op(Op::Clear { d: value }),
        }
        self.with(others, body, is_async, statement)?;
        if !is_async {
            self.unit.place = Span::default();
        }
        self.unit.pop_block(guard);
        self.unit.pop_frame();
        self.unit.place = statement;
        self.call_exit(exit, NONE, is_async)?;
        self.unit.jump(exit_label);

        self.unit.begin(last);
        self.exit_after_exception(exit, value, is_async)?;
        (self.unit.guard, self.unit.handling) = (guard, handling);
        self.unit.begin(exit_label);
        self.unit.release(mark);
        Ok(())
    }

    /// Evaluates the context manager and enters it: its exit function comes to `exit`, what it answers to `value`.
    fn enter_context(&mut self, context: &'a Expr, exit: Reg, value: Reg, is_async: bool) -> Result {
        let s = self.operand(context, exit, &[])?;
        self.unit.op(if is_async { Op::LoadAsyncWith { d: exit, s } } else { Op::LoadWith { d: exit, s } });
        self.unit.op(Op::Call { d: value, f: value, n: 0 });
        if is_async {
            let mark = self.unit.mark();
            let it = self.unit.temp()?;
            self.await_value(it, value, value, AwaitFor::Enter);
            self.unit.release(mark);
        }
        Ok(())
    }

    /// Where the body raised what is in `exception`: the exit function may swallow it.
    fn exit_after_exception(&mut self, exit: Reg, exception: Reg, is_async: bool) -> Result {
        let outer = self.unit.handling;
        let mark = self.unit.mark();
        let line = self.unit.temp()?;
        self.unit.op(Op::PushHandled { s: exception });
        self.unit.handling = Handling::on_stack(exception);
        let swallowed = self.unit.label();
        let answer = self.answer_of_exit(exit, exception, is_async)?;
        self.unit.place = Span::default();
        self.jump_on(answer, swallowed, true);
        self.unit.op(Op::Reraise { s: exception, line });
        self.unit.begin(swallowed);
        self.tell_caught(exception);
        self.unit.op(Op::PopHandled { s: outer.exception });
        self.unit.op(Op::Clear { d: exception });
        self.unit.op(Op::Clear { d: exit });
        self.unit.release(mark);
        Ok(())
    }
}

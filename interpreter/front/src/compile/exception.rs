//! `try`: `except`, `except*`, `else`, `finally`.

use super::emit::{Frame, FrameBlock, GuardId, Handling, Label};
use super::{Compiler, Result, refuse};
use crate::bytecode::op::{NONE, Op, Reg};
use crate::syntax::tree::*;

/// The registers of an `except*`: the whole exception, the list of what its clauses raised, what the current one has caught, what none has
/// caught so far, and what is handled: the whole, from the first match on the last match.
struct Group {
    exception: Reg,
    raised: Reg,
    matched: Reg,
    rest: Reg,
    handled: Reg,
}

impl<'a> Compiler<'a> {
    pub fn try_statement(
        &mut self,
        body: &'a [Stmt],
        handlers: &'a [ExceptHandler],
        orelse: &'a [Stmt],
        finalbody: &'a [Stmt],
        star: bool,
    ) -> Result {
        if finalbody.is_empty() {
            return self.try_except(body, handlers, orelse, star);
        }
        let (end, exit) = (self.unit.label(), self.unit.label());
        let outside = self.outside();
        let exception = self.unit.mark() as Reg;
        self.unit.setup(end, exception);
        self.begin_label();
        self.unit.push_frame(Frame::FinallyTry { body: finalbody }, outside.0, outside.1)?;
        if handlers.is_empty() {
            self.body(body)?;
        } else {
            self.try_except(body, handlers, orelse, star)?;
        }
        self.pop_block_artificial(outside.0);
        self.unit.pop_frame();
        self.body(finalbody)?;
        self.unit.jump_artificial(exit);
        self.unit.begin(end);
        self.finally_after_exception(finalbody, outside)?;
        self.unit.begin(exit);
        Ok(())
    }

    /// The `finally` body where an exception is on its way.
    fn finally_after_exception(&mut self, finalbody: &'a [Stmt], outside: (Option<GuardId>, Handling)) -> Result {
        let mark = self.unit.mark();
        let exception = self.enter_handler()?;
        let cleanup = self.unit.label();
        let raised = self.unit.mark() as Reg;
        self.unit.setup_cleanup(cleanup, raised);
        self.begin_label();
        self.unit.push_frame(Frame::FinallyEnd { exception }, outside.0, outside.1)?;
        self.body(finalbody)?;
        self.unit.pop_frame();
        self.unit.op(Op::Reraise { s: exception, line: NONE });

        // What the body raises leaves it by way of its last line.
        self.unit.begin(cleanup);
        let line = self.unit.temps(2)? + 1;
        self.unit.guard = outside.0;
        self.unit.op(Op::PopHandled { s: outside.1.exception });
        self.unit.op(Op::Reraise { s: raised, line });
        self.leave_handling(outside, mark);
        Ok(())
    }

    fn try_except(&mut self, body: &'a [Stmt], handlers: &'a [ExceptHandler], orelse: &'a [Stmt], star: bool) -> Result {
        if star {
            return self.try_except_star(body, handlers, orelse);
        }
        let (except, end) = (self.unit.label(), self.unit.label());
        let outside = self.outside();
        self.guarded_body(body, except, outside)?;
        self.body(orelse)?;
        self.unit.jump_artificial(end);
        self.unit.begin(except);

        let mark = self.unit.mark();
        let exception = self.enter_handler()?;
        self.unit.push_frame(Frame::Handler, outside.0, outside.1)?;
        for (at, handler) in handlers.iter().enumerate() {
            self.unit.place = handler.span;
            if handler.kind.is_none() && at + 1 < handlers.len() {
                return refuse(handler.span, "default 'except:' must be last");
            }
            let next = self.unit.label();
            if let Some(kind) = &handler.kind {
                let mark = self.unit.mark();
                let c = self.value(kind)?;
                self.unit.branch(Op::JumpUnlessMatch { s: exception, c, t: 0 }, next);
                self.unit.release(mark);
            }
            self.except_clause(handler, exception, outside, end)?;
            self.unit.begin(next);
        }
        self.unit.place = Span::default();
        self.unit.pop_frame();
        self.unit.op(Op::Reraise { s: exception, line: NONE });
        self.leave_handling(outside, mark);
        self.unit.begin(end);
        Ok(())
    }

    /// The body of a `try`, exceptions going to `except`.
    fn guarded_body(&mut self, body: &'a [Stmt], except: usize, outside: (Option<GuardId>, Handling)) -> Result {
        self.unit.setup(except, self.unit.mark() as Reg);
        self.begin_label();
        self.unit.push_frame(Frame::Try, outside.0, outside.1)?;
        self.body(body)?;
        self.unit.pop_frame();
        self.pop_block_artificial(outside.0);
        Ok(())
    }

    /// The body of an `except`, and the leaving of it for `end`.
    fn except_clause(&mut self, handler: &'a ExceptHandler, exception: Reg, outside: (Option<GuardId>, Handling), end: Label) -> Result {
        let name = handler.name.as_ref();
        self.tell_caught(exception);
        self.bind_exception(name, exception)?;
        self.unit.handling = Handling { exception, by_except: true };
        let cleanup = name.map(|_| self.unit.label());
        if let Some(cleanup) = cleanup {
            self.unit.setup_cleanup(cleanup, self.unit.mark() as Reg);
        }
        self.begin_label();
        let frame = Frame::HandlerCleanup { exception, name };
        self.unit.push_frame(frame, outside.0, outside.1)?;
        self.body(&handler.body)?;
        self.unit.pop_frame();
        self.unit.place = Span::default();
        let block = FrameBlock { frame, start: 0, end: 0, outer_guard: outside.0, outer_handling: outside.1 };
        self.leave_handler(&block, exception);
        if let Some(name) = name {
            self.forget_name(name)?;
        }
        self.unit.jump(end);
        (self.unit.guard, self.unit.handling) = (outside.0, Handling::on_stack(exception));
        if let (Some(name), Some(cleanup)) = (name, cleanup) {
            self.unit.begin(cleanup);
            let mark = self.unit.mark();
            let raised = self.unit.temps(2)?;
            self.forget_name(name)?;
            self.unit.op(Op::Reraise { s: raised, line: raised + 1 });
            self.unit.release(mark);
        }
        Ok(())
    }

    fn bind_exception(&mut self, name: Option<&Name>, exception: Reg) -> Result {
        let Some(name) = name else {
            self.unit.touch();
            return Ok(());
        };
        let mark = self.unit.mark();
        let copy = self.unit.temp()?;
        self.unit.op(Op::Move { d: copy, s: exception });
        self.store_name(name, copy)?;
        self.unit.release(mark);
        Ok(())
    }

    // `except*`.

    fn try_except_star(&mut self, body: &'a [Stmt], handlers: &'a [ExceptHandler], orelse: &'a [Stmt]) -> Result {
        let (except, orelse_label, end) = (self.unit.label(), self.unit.label(), self.unit.label());
        let outside = self.outside();
        self.guarded_body(body, except, outside)?;
        self.unit.jump_artificial(orelse_label);
        self.unit.begin(except);

        let mark = self.unit.mark();
        let group = self.enter_group(handlers)?;
        self.unit.push_frame(Frame::GroupHandler, outside.0, outside.1)?;
        for handler in handlers {
            let next = self.unit.label();
            self.unit.place = handler.span;
            self.except_star_clause(handler, &group, outside, next)?;
            self.unit.begin(next);
        }
        self.unit.pop_frame();
        self.unit.op(Op::ListAppend { l: group.raised, s: group.rest });
        self.raise_what_is_left(&group, outside, end)?;
        self.leave_handling(outside, mark);
        self.unit.begin(orelse_label);
        self.body(orelse)?;
        self.unit.begin(end);
        Ok(())
    }

    fn enter_group(&mut self, handlers: &'a [ExceptHandler]) -> Result<Group> {
        let exception = self.enter_handler()?;
        let (raised, matched, rest, handled) = (self.unit.temp()?, self.unit.temp()?, self.unit.temp()?, self.unit.temp()?);
        if let Some(first) = handlers.first() {
            self.unit.place = first.span;
        }
        self.unit.op(Op::Move { d: rest, s: exception });
        self.unit.op(Op::Move { d: handled, s: exception });
        self.unit.handling = Handling::on_stack(handled);
        self.unit.op(Op::BuildList { d: raised, s: raised, n: 0 });
        Ok(Group { exception, raised, matched, rest, handled })
    }

    fn except_star_clause(
        &mut self,
        handler: &'a ExceptHandler,
        group: &Group,
        outside: (Option<GuardId>, Handling),
        next: Label,
    ) -> Result {
        let mark = self.unit.mark();
        if let Some(kind) = &handler.kind {
            let c = self.value(kind)?;
            self.unit.op(Op::SplitGroup { d: group.matched, s: group.rest, c });
        }
        let (no_match, left) = (self.unit.label(), self.unit.label());
        let copy = self.unit.temp()?;
        self.unit.op(Op::Move { d: copy, s: group.matched });
        self.unit.branch(Op::JumpIfNone { s: copy, t: 0 }, no_match);
        self.unit.release(mark);

        let name = handler.name.as_ref();
        self.tell_caught(group.matched);
        self.bind_exception(name, group.matched)?;
        self.unit.op(Op::Move { d: group.handled, s: group.matched });
        self.unit.op(Op::PushHandled { s: group.handled });
        let cleanup = self.unit.label();
        self.unit.setup(cleanup, self.unit.mark() as Reg);
        self.begin_label();
        self.unit.push_frame(Frame::HandlerCleanup { exception: group.matched, name }, outside.0, outside.1)?;
        self.body(&handler.body)?;
        self.unit.pop_frame();
        self.unit.place = Span::default();
        self.unit.pop_block(outside.0);
        self.end_star_clause(name, group)?;
        self.unit.jump(left);

        self.unit.begin(cleanup);
        let raised = self.unit.temp()?;
        self.end_star_clause(name, group)?;
        self.unit.op(Op::ListAppend { l: group.raised, s: raised });
        self.unit.jump(next);
        self.unit.release(mark);

        self.unit.begin(left);
        self.unit.nop();
        self.unit.jump(next);
        self.unit.begin(no_match);
        self.unit.place = handler.span;
        self.unit.touch();
        self.unit.place = Span::default();
        Ok(())
    }

    fn end_star_clause(&mut self, name: Option<&'a Name>, group: &Group) -> Result {
        self.unit.op(Op::Clear { d: group.matched });
        name.map_or(Ok(()), |name| self.forget_name(name))
    }

    fn raise_what_is_left(&mut self, group: &Group, outside: (Option<GuardId>, Handling), end: Label) -> Result {
        let reraise = self.unit.label();
        let left = group.matched;
        self.unit.op(Op::JoinGroup { d: left, s: group.exception });
        let copy = self.unit.temp()?;
        self.unit.op(Op::Move { d: copy, s: left });
        self.unit.branch(Op::JumpIfNotNone { s: copy, t: 0 }, reraise);
        self.unit.op(Op::Clear { d: left });
        self.leave_group(group, outside);
        self.unit.jump(end);
        self.unit.begin(reraise);
        self.leave_group(group, outside);
        // Raised on no line of its own.
        self.unit.op(Op::Reraise { s: left, line: left });
        Ok(())
    }

    fn leave_group(&mut self, group: &Group, outside: (Option<GuardId>, Handling)) {
        self.unit.op(Op::PopHandled { s: outside.1.exception });
        self.unit.op(Op::Clear { d: group.handled });
    }

    /// The guard and the handled exception that hold here.
    fn outside(&self) -> (Option<GuardId>, Handling) {
        (self.unit.guard, self.unit.handling)
    }

    fn pop_block_artificial(&mut self, outer: Option<GuardId>) {
        let place = std::mem::take(&mut self.unit.place);
        self.unit.pop_block(outer);
        self.unit.place = place;
    }

    pub fn tell_caught(&mut self, exception: Reg) {
        if self.options.watched {
            self.unit.op(Op::Caught { s: exception });
        }
    }

    /// The head of a handler: the exception is in the next temporary, and is handled from here on.
    fn enter_handler(&mut self) -> Result<Reg> {
        let exception = self.unit.temp()?;
        self.unit.place = Span::default();
        self.unit.op(Op::PushHandled { s: exception });
        self.unit.handling = Handling::on_stack(exception);
        Ok(exception)
    }

    fn leave_handling(&mut self, outside: (Option<GuardId>, Handling), mark: usize) {
        (self.unit.guard, self.unit.handling) = outside;
        self.unit.release(mark);
    }
}

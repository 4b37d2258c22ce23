//! A pasted session: each input is on its own, so that one that raises is reported and the next one runs.

use super::{Compiler, Result, name};
use crate::bytecode::op::{NONE, Op};
use crate::syntax::tree::{Span, Stmt};

impl<'a> Compiler<'a> {
    pub fn session(&mut self, body: &'a [Stmt]) -> Result {
        // What stands on one line was typed as one input.
        for input in body.chunk_by(|a, b| a.span.end_line == b.span.line) {
            self.input(input)?;
        }
        Ok(())
    }

    fn input(&mut self, input: &'a [Stmt]) -> Result {
        let (raised, end) = (self.unit.label(), self.unit.label());
        let mark = self.unit.mark();
        let exception = self.unit.temp()?;
        self.unit.place = Span::default();
        self.unit.setup(raised, exception);
        self.body(input)?;
        self.unit.place = Span::default();
        self.unit.pop_block(None);
        self.unit.jump(end);
        self.unit.begin(raised);
        self.report(exception)?;
        self.unit.begin(end);
        self.unit.release(mark);
        Ok(())
    }

    /// Shows an exception as a session does: `traceback.print_exception(…)`. A SystemExit ends the session.
    fn report(&mut self, exception: u8) -> Result {
        let report = self.unit.label();
        let c = self.unit.temp()?;
        self.load_name(&name("SystemExit"), c)?;
        self.unit.branch(Op::JumpUnlessMatch { s: exception, c, t: 0 }, report);
        self.unit.op(Op::Reraise { s: exception, line: NONE });
        self.unit.begin(report);
        let module = name("traceback");
        let traceback = self.unit.name_index(&module)?;
        self.unit.op(Op::Import { d: c, leaf: true, name: traceback });
        let print = self.unit.name_index(&name("print_exception"))?;
        self.unit.op(Op::LoadMethod { o: c, s: c, name: print });
        let argument = self.unit.temps(2)? + 1;
        self.unit.op(Op::Take { d: argument, s: exception });
        self.unit.op(Op::CallLoaded { d: c, o: c, n: 1 });
        self.unit.op(Op::Clear { d: c });
        Ok(())
    }
}

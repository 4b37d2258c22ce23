//! Comprehensions and generator expressions: functions of their own, called at once with the first iterator.

use super::display::Collection;
use super::{Compiler, Result, refuse};
use crate::bytecode::code::CodeKind;
use crate::bytecode::op::{AwaitFor, NONE, Op, Reg};
use crate::syntax::tree::*;

/// What a comprehension makes of its elements.
#[derive(Clone, Copy)]
enum Element<'a> {
    List(&'a Expr),
    Set(&'a Expr),
    Dict(&'a Expr, &'a Expr),
    Generator(&'a Expr),
}

/// The first parameter of the function: the outermost iterator.
const ITERATOR: Reg = 0;

impl<'a> Compiler<'a> {
    pub fn comprehension(&mut self, e: &'a Expr, d: Reg) -> Result {
        let (element, generators, name) = match &e.kind {
            ExprKind::ListComp { element, generators } => (Element::List(element), generators, "<listcomp>"),
            ExprKind::SetComp { element, generators } => (Element::Set(element), generators, "<setcomp>"),
            ExprKind::DictComp { key, value, generators } => (Element::Dict(key, value), generators, "<dictcomp>"),
            ExprKind::GeneratorExp { element, generators } => (Element::Generator(element), generators, "<genexpr>"),
            _ => return refuse(e.span, "a comprehension was expected"),
        };
        let (first, _) = generators.split_first().expect("a comprehension has a `for`");
        let is_generator = matches!(element, Element::Generator(_));
        let id = self.scopes.opened_by(e);
        let awaits = self.scopes.get(id).is_coroutine;
        let kind = match (is_generator, awaits) {
            (true, true) => CodeKind::AsyncGenerator,
            (true, false) => CodeKind::Generator,
            (false, true) => CodeKind::Coroutine,
            (false, false) => CodeKind::Comprehension,
        };
        if kind == CodeKind::Coroutine && !self.in_async_function() && self.scope().comprehension.is_none() {
            return refuse(e.span, "asynchronous comprehension outside of an asynchronous function");
        }
        let mark = self.unit.mark();
        let f = self.unit.temps(2)?;
        let code = self.comprehension_code(e, kind, name, element, generators)?;
        self.make_function(f, code.0, &code.1, None)?;
        let s = self.iterated(&first.iter, f + 1)?;
        self.unit.op(if first.is_async { Op::GetAIter { d: f + 1, s } } else { Op::GetIter { d: f + 1, s } });
        if kind == CodeKind::Coroutine {
            let v = self.scratch(d)?;
            self.unit.op(Op::Call { d: f, f, n: 1 });
            self.await_value(f, f, v, AwaitFor::Await);
            self.settle(v, d);
        } else {
            self.unit.op(Op::Call { d, f, n: 1 });
        }
        self.unit.release(mark);
        Ok(())
    }

    fn comprehension_code(
        &mut self,
        e: &'a Expr,
        kind: CodeKind,
        name: &str,
        element: Element<'a>,
        generators: &'a [Comprehension],
    ) -> Result<(u16, Vec<Name>)> {
        let index = self.enter(kind, self.scopes.opened_by(e), name.into(), e.span.line)?;
        self.set_qualname(false);
        self.declare_variables()?;
        self.unit.arg_count = 1;
        self.begin_code();
        self.unit.place = e.span;
        let result = match element {
            Element::Generator(_) => NONE,
            _ => self.unit.temp()?,
        };
        match element {
            Element::List(_) => self.unit.op(Collection::List.build(result, result, 0)),
            Element::Set(_) => self.unit.op(Collection::Set.build(result, result, 0)),
            Element::Dict(..) => self.unit.op(Op::BuildDict { d: result, s: result, n: 0 }),
            Element::Generator(_) => {}
        }
        self.generator(generators, true, element, result)?;
        if result != NONE {
            self.unit.op(Op::Return { s: result });
        }
        let free = self.leave(index)?;
        Ok((index, free))
    }

    /// The loop of the first generator, with those of the others inside.
    fn generator(&mut self, generators: &'a [Comprehension], outermost: bool, element: Element<'a>, result: Reg) -> Result {
        let Some((generator, others)) = generators.split_first() else { return self.element(element, result) };
        let mark = self.unit.mark();
        if generator.is_async {
            self.async_generator(generator, others, outermost, element, result)?;
        } else {
            self.sync_generator(generator, others, outermost, element, result)?;
        }
        self.unit.release(mark);
        Ok(())
    }

    fn sync_generator(
        &mut self,
        generator: &'a Comprehension,
        others: &'a [Comprehension],
        outermost: bool,
        element: Element<'a>,
        result: Reg,
    ) -> Result {
        let (start, condition_failed, anchor) = (self.unit.label(), self.unit.label(), self.unit.label());
        if let (false, Some(only)) = (outermost, only_element(&generator.iter)) {
            // `for y in [f(x)]` is an assignment.
            self.assign_one(&generator.target, only)?;
            self.inside_generator(generator, others, condition_failed, element, result)?;
            self.unit.begin(condition_failed);
            return Ok(());
        }
        let iterator = if outermost {
            self.unit.touch();
            ITERATOR
        } else {
            let iterator = self.unit.temp()?;
            self.iterable(&generator.iter, iterator)?;
            iterator
        };
        self.unit.begin(start);
        self.next_into(iterator, &generator.target, anchor)?;
        self.inside_generator(generator, others, condition_failed, element, result)?;
        self.unit.begin(condition_failed);
        self.unit.jump(start);
        self.unit.begin(anchor);
        Ok(())
    }

    fn async_generator(
        &mut self,
        generator: &'a Comprehension,
        others: &'a [Comprehension],
        outermost: bool,
        element: Element<'a>,
        result: Reg,
    ) -> Result {
        let (start, condition_failed, except) = (self.unit.label(), self.unit.label(), self.unit.label());
        let iterator = if outermost {
            self.unit.touch();
            ITERATOR
        } else {
            let iterator = self.unit.temp()?;
            let s = self.iterated(&generator.iter, iterator)?;
            self.unit.op(Op::GetAIter { d: iterator, s });
            iterator
        };
        self.unit.begin(start);
        let exception = self.async_next(iterator, &generator.target, except)?;
        self.inside_generator(generator, others, condition_failed, element, result)?;
        self.unit.begin(condition_failed);
        self.unit.jump(start);
        self.unit.begin(except);
        self.end_async_for(iterator, exception);
        Ok(())
    }

    fn inside_generator(
        &mut self,
        generator: &'a Comprehension,
        others: &'a [Comprehension],
        condition_failed: usize,
        element: Element<'a>,
        result: Reg,
    ) -> Result {
        for condition in &generator.ifs {
            self.jump_if(condition, condition_failed, false)?;
        }
        self.generator(others, false, element, result)
    }

    fn element(&mut self, element: Element<'a>, l: Reg) -> Result {
        let mark = self.unit.mark();
        match element {
            Element::List(value) => {
                let s = self.value(value)?;
                self.unit.op(Op::ListAppend { l, s });
            }
            Element::Set(value) => {
                let s = self.value(value)?;
                self.unit.op(Op::SetAdd { l, s });
            }
            Element::Dict(key, value) => {
                let k = self.operand(key, NONE, &[value])?;
                let v = self.value(value)?;
                self.unit.op(Op::DictSet { l, k, v });
            }
            Element::Generator(value) => {
                let d = self.unit.temp()?;
                let s = self.operand(value, d, &[])?;
                self.emit_yield(d, s);
                self.unit.op(Op::Clear { d });
            }
        }
        self.unit.release(mark);
        Ok(())
    }
}

/// The element, if the iterable is a display of only one.
fn only_element(iter: &Expr) -> Option<&Expr> {
    let (ExprKind::List(elements) | ExprKind::Tuple(elements)) = &iter.kind else { return None };
    match &elements[..] {
        [only] if !matches!(only.kind, ExprKind::Starred(_)) => Some(only),
        _ => None,
    }
}

//! Class definitions.

use super::call::is_starred;
use super::display::STACK_USE_GUIDELINE;
use super::{Compiler, Result, docstring, has_annotations};
use crate::bytecode::code::{CodeKind, Const};
use crate::bytecode::op::{Op, Reg};
use crate::syntax::tree::*;

impl<'a> Compiler<'a> {
    pub fn class(&mut self, class: &'a ClassDef, span: Span) -> Result {
        let decorators = self.decorators(&class.decorators)?;
        let first_line = class.decorators.first().map_or(span.line, |decorator| decorator.span.line);
        let s = self.unit.temps(4)?;
        let (code, free) = self.class_code(class, first_line)?;
        self.make_function(s, code, &free, None)?;
        self.load_constant(Const::Str(class.name.clone()), s + 1)?;
        self.bases(&class.bases, s + 2)?;
        let has_star = class.bases.iter().any(is_starred) || class.keywords.iter().any(|keyword| keyword.name.is_none());
        if class.keywords.is_empty() {
            self.unit.op(Op::Clear { d: s + 3 });
        } else if !has_star && class.bases.len() + 2 * class.keywords.len() <= STACK_USE_GUIDELINE {
            self.dict_of_values(&class.keywords, s + 3)?;
        } else {
            self.dict_of_keywords(s, &class.keywords, s + 3)?;
        }
        self.unit.op(Op::BuildClass { d: s, s });
        self.apply_decorators(&class.decorators, decorators, s);
        self.store_name(&class.name, decorators.unwrap_or(s))
    }

    /// The tuple of the bases. CPython makes none unless there are stars, so its making is on the line of the last base.
    fn bases(&mut self, bases: &'a [Expr], d: Reg) -> Result {
        if bases.iter().any(is_starred) || bases.len() > STACK_USE_GUIDELINE {
            return self.tuple_of_arguments(bases, d);
        }
        let mark = self.unit.mark();
        let s = self.unit.temps(bases.len())?;
        for (at, base) in bases.iter().enumerate() {
            self.load(base, s + at as Reg)?;
        }
        let place = self.unit.place;
        self.unit.place = bases.last().map_or(place, |base| base.span);
        self.unit.op(Op::BuildTuple { d, s, n: bases.len() as u8 });
        self.unit.place = place;
        self.unit.release(mark);
        Ok(())
    }

    fn class_code(&mut self, class: &'a ClassDef, first_line: u32) -> Result<(u16, Vec<Name>)> {
        let index = self.enter(CodeKind::Class, self.scopes.opened_by(class), class.name.clone(), first_line)?;
        self.set_qualname(true);
        self.unit.class = Some(&class.name);
        self.declare_class_variables()?;
        self.begin_code();
        let value = self.unit.temp()?;
        self.load_name(&super::name("__name__"), value)?;
        self.store_name(&super::name("__module__"), value)?;
        self.load_constant(Const::Str(self.unit.qualname.clone()), value)?;
        self.store_name(&super::name("__qualname__"), value)?;
        self.unit.release(usize::from(value));
        if has_annotations(&class.body) {
            self.unit.op(Op::SetupAnnotations {});
        }
        let mut body = &class.body[..];
        if let Some((first, rest)) = body.split_first()
            && let Some(doc) = docstring(first)
        {
            self.store_doc(first, doc)?;
            body = rest;
        }
        self.body(body)?;
        self.unit.place = Span::default();
        self.unit.op(Op::ReturnNone {});
        let free = self.leave(index)?;
        Ok((index, free))
    }
}

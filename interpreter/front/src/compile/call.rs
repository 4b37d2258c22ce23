//! Calls: of functions, of methods, with stars, and `super()`.

use super::display::STACK_USE_GUIDELINE;
use super::{Compiler, Result, refuse};
use crate::bytecode::code::Const;
use crate::bytecode::op::{Op, Reg};
use crate::compile::emit::Variable;
use crate::syntax::tree::*;

/// What is written between the parentheses of a call.
#[derive(Clone, Copy)]
struct Arguments<'a> {
    args: &'a [Expr],
    keywords: &'a [Keyword],
}

impl<'a> Compiler<'a> {
    pub fn call(&mut self, e: &'a Expr, func: &'a Expr, args: &'a [Expr], keywords: &'a [Keyword], d: Reg) -> Result {
        refuse_repeated(keywords)?;
        if let ExprKind::Attribute { value, name, .. } = &func.kind
            && self.is_method_call(value, args, keywords)
        {
            return self.method_call(e, func, value, name, Arguments { args, keywords }, d);
        }
        if args.is_empty()
            && keywords.is_empty()
            && let Some((c, s)) = self.super_registers(func)
        {
            self.unit.touch_at(func.span);
            self.unit.op(Op::Super { d, c, s });
            return Ok(());
        }
        let mark = self.unit.mark();
        self.unit.touch_at(func.span);
        let f = self.callee_register(d)?;
        self.load(func, f)?;
        self.call_loaded(f, args, keywords, d)?;
        self.unit.release(mark);
        Ok(())
    }

    /// Where a callee goes: into `d` if that is the highest temporary in use, so that the arguments can follow.
    fn callee_register(&mut self, d: Reg) -> Result<Reg> {
        if self.unit.is_temp(d) && usize::from(d) + 1 == self.unit.mark() { Ok(d) } else { self.unit.temp() }
    }

    /// Calls what is in `f`, the highest temporary in use.
    fn call_loaded(&mut self, f: Reg, args: &'a [Expr], keywords: &'a [Keyword], d: Reg) -> Result {
        let has_star = args.iter().any(is_starred) || keywords.iter().any(|keyword| keyword.name.is_none());
        if has_star || args.len() + 2 * keywords.len() > STACK_USE_GUIDELINE {
            return self.call_with_stars(f, args, keywords, d);
        }
        let n = self.arguments(args, keywords)?;
        if keywords.is_empty() {
            self.unit.op(Op::Call { d, f, n });
        } else {
            let names = self.keyword_names(keywords)?;
            self.unit.op(Op::CallKw { d, f, n, names });
        }
        Ok(())
    }

    /// Arguments into the next temporaries.
    fn arguments(&mut self, args: &'a [Expr], keywords: &'a [Keyword]) -> Result<u8> {
        for arg in args {
            self.load_fresh(arg)?;
        }
        for keyword in keywords {
            self.load_fresh(&keyword.value)?;
        }
        Ok((args.len() + keywords.len()) as u8)
    }

    fn keyword_names(&mut self, keywords: &[Keyword]) -> Result<u16> {
        let names = keywords.iter().filter_map(|keyword| keyword.name.clone()).map(Const::Str).collect();
        self.unit.constant(Const::Tuple(names))
    }

    fn call_with_stars(&mut self, f: Reg, args: &'a [Expr], keywords: &'a [Keyword], d: Reg) -> Result {
        let positional = self.unit.temp()?;
        let named = self.unit.temp()?;
        self.tuple_of_arguments(args, positional)?;
        if keywords.is_empty() {
            self.unit.op(Op::LoadNone { d: named });
        } else {
            self.dict_of_keywords(f, keywords, named)?;
        }
        self.unit.op(Op::CallEx { d, f });
        Ok(())
    }

    /// The named arguments as a dict, in pieces between the stars. `f` is the callee.
    pub fn dict_of_keywords(&mut self, f: Reg, keywords: &'a [Keyword], d: Reg) -> Result {
        let mark = self.unit.mark();
        let mut is_built = false;
        for piece in keywords.chunk_by(|a, b| a.name.is_some() && b.name.is_some()) {
            if let [Keyword { name: None, value, .. }] = piece {
                if !is_built {
                    self.unit.op(Op::BuildDict { d, s: d, n: 0 });
                }
                let s = self.value(value)?;
                self.unit.op(Op::DictMerge { l: d, s, f });
            } else if is_built {
                let s = self.unit.temp()?;
                self.dict_of_names(piece, s)?;
                self.unit.op(Op::DictMerge { l: d, s, f });
            } else {
                self.dict_of_names(piece, d)?;
            }
            is_built = true;
            self.unit.release(mark);
        }
        Ok(())
    }

    /// A dict of named arguments: one name and value after the other, unless there are some, but not many.
    fn dict_of_names(&mut self, keywords: &'a [Keyword], d: Reg) -> Result {
        let mark = self.unit.mark();
        let name_of = |keyword: &Keyword| Const::Str(keyword.name.clone().expect("stars are apart"));
        if keywords.len() * 2 > STACK_USE_GUIDELINE {
            self.unit.op(Op::BuildDict { d, s: d, n: 0 });
            for keyword in keywords {
                let k = self.unit.temp()?;
                self.load_constant(name_of(keyword), k)?;
                let v = self.value(&keyword.value)?;
                self.unit.op(Op::DictSet { l: d, k, v });
                self.unit.release(mark);
            }
            return Ok(());
        }
        if let [only] = keywords {
            let s = self.unit.temps(2)?;
            self.load_constant(name_of(only), s)?;
            self.load(&only.value, s + 1)?;
            self.unit.op(Op::BuildDict { d, s, n: 1 });
            self.unit.release(mark);
            return Ok(());
        }
        self.dict_of_values(keywords, d)
    }

    /// Values first, then names.
    pub fn dict_of_values(&mut self, keywords: &'a [Keyword], d: Reg) -> Result {
        let mark = self.unit.mark();
        let s = self.unit.temps(keywords.len() * 2)?;
        for (at, keyword) in keywords.iter().enumerate() {
            self.load(&keyword.value, s + 2 * at as Reg + 1)?;
        }
        for (at, keyword) in keywords.iter().enumerate() {
            let name = keyword.name.clone().expect("stars are apart");
            self.load_constant(Const::Str(name), s + 2 * at as Reg)?;
        }
        self.unit.op(Op::BuildDict { d, s, n: keywords.len() as u8 });
        self.unit.release(mark);
        Ok(())
    }

    // Methods.

    /// Whether CPython calls it as a method: without stars, and not on a module that the program imports.
    fn is_method_call(&self, receiver: &Expr, args: &[Expr], keywords: &[Keyword]) -> bool {
        let is_import = matches!(&receiver.kind, ExprKind::Name(name) if self.scopes.module().imports(name));
        let count = args.len() + keywords.len() + usize::from(!keywords.is_empty());
        let has_star = args.iter().any(is_starred) || keywords.iter().any(|keyword| keyword.name.is_none());
        !is_import && count < STACK_USE_GUIDELINE && !has_star
    }

    fn method_call(&mut self, e: &'a Expr, func: &'a Expr, receiver: &'a Expr, name: &'a Name, arguments: Arguments<'a>, d: Reg) -> Result {
        let Arguments { args, keywords } = arguments;
        let mark = self.unit.mark();
        let o = self.callee_register(d)?;
        self.load(receiver, o)?;
        let name = self.attribute_name(name)?;
        let lookup = super::expression::attribute_place(func.span, func);
        let call = call_place(e, func);
        // Between lookup and call nothing may be noticed, the lines told included.
        if keywords.is_empty() && args.iter().all(|arg| self.is_plain_load(arg)) {
            self.unit.touch_at(lookup);
            let n = self.arguments(args, keywords)?;
            // Room for `bound::settle`, which puts the receiver behind the function where an argument may be unbound.
            self.unit.temp()?;
            self.unit.place = call;
            self.unit.lookups.insert(call, lookup);
            self.unit.op(Op::CallMethod { d, o, n, name });
        } else {
            self.unit.place = lookup;
            self.unit.op(Op::LoadMethod { o, s: o, name });
            self.unit.place = e.span;
            // The receiver, or nothing, stands behind the function.
            self.unit.temp()?;
            let n = self.arguments(args, keywords)?;
            self.unit.place = call;
            if keywords.is_empty() {
                self.unit.op(Op::CallLoaded { d, o, n });
            } else {
                let names = self.keyword_names(keywords)?;
                self.unit.op(Op::CallLoadedKw { d, o, n, names });
            }
        }
        self.unit.place = e.span;
        self.unit.release(mark);
        Ok(())
    }

    /// Whether it is a constant or a variable in a register.
    fn is_plain_load(&mut self, e: &Expr) -> bool {
        match &e.kind {
            ExprKind::Name(name) => self.local(name).is_some(),
            ExprKind::Constant(_) => true,
            _ => self.folder.constant(e).is_some(),
        }
    }

    /// The registers of `__class__` and of the instance, where `super()` finds both.
    fn super_registers(&mut self, func: &Expr) -> Option<(Reg, Reg)> {
        let is_function = self.in_function();
        if !matches!(&func.kind, ExprKind::Name(name) if &**name == "super") || !is_function || self.unit.arg_count == 0 {
            return None;
        }
        let is_builtin = self.variable(&super::name("super")).1 == Variable::Global && !self.scopes.module().binds("super");
        match self.unit.variables.get("__class__") {
            Some(Variable::Cell(c)) if is_builtin => Some((*c, 0)),
            _ => None,
        }
    }
}

pub fn is_starred(e: &Expr) -> bool {
    matches!(e.kind, ExprKind::Starred(_))
}

fn refuse_repeated(keywords: &[Keyword]) -> Result {
    for (at, keyword) in keywords.iter().enumerate() {
        let Some(name) = &keyword.name else { continue };
        if &**name == "__debug__" {
            return refuse(keyword.span, "cannot assign to __debug__");
        }
        if let Some(other) = keywords[at + 1..].iter().find(|other| other.name.as_ref() == Some(name)) {
            return refuse(other.span, format!("keyword argument repeated: {name}"));
        }
    }
    Ok(())
}

/// Where a method is called: on the line of its name, if the call begins on another.
fn call_place(e: &Expr, func: &Expr) -> Span {
    let place = super::expression::attribute_place(e.span, func);
    if place == e.span { place } else { Span { end_line: e.span.end_line, end_column: e.span.end_column, ..place } }
}

//! From the tree of a program to code objects, after CPython 3.11's compiler.
//!
//! [`compile`] is the only door. `scope` decides where each name lives; `statement`, `expression` and their kin emit instructions into
//! the blocks of a code object in the making (`emit`); `flow` cleans up the blocks as CPython does, `lines` works out which lines are
//! told, and `assemble` makes the finished [`Code`](crate::bytecode::code::Code).

mod assemble;
mod bound;
mod call;
mod class;
mod comprehension;
mod condition;
mod control;
mod display;
mod emit;
mod exception;
mod expression;
mod flow;
mod fold;
mod format;
mod function;
mod fuse;
mod import;
mod lines;
mod pattern;
mod scope;
mod session;
mod statement;
mod target;
#[cfg(test)]
mod tests;
mod unparse;
mod variable;
mod warnings;
mod with;

use std::sync::Arc;

use crate::bytecode::code::{Code, CodeKind, Program};
use crate::bytecode::op::{Op, Reg};
use crate::limits::INSTRUCTIONS;
use crate::syntax::error::{Kind, SyntaxError};
use crate::syntax::tree::{Expr, ExprKind, Module, Name, Span, Stmt, StmtKind};
use emit::{Step, Unit};
use fold::Folder;
use scope::{ScopeId, Scopes};
pub use variable::BUILTINS;

/// What a function counts for, besides its instructions.
const FUNCTION: usize = 16;

/// How to compile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// With instructions that tell each line.
    pub watched: bool,
    /// Module variables that only the module's own code uses may live in registers.
    pub module_registers: bool,
}

const TOO_LARGE: &str = "the program is too large";

type Result<T = ()> = std::result::Result<T, Box<SyntaxError>>;

/// Compiles a program; the tree may nest as deep as `syntax` lets it, and so does the host's stack here.
pub fn compile(module: &Module, options: &Options) -> Result<Program> {
    let folder = Folder::new();
    let mut scopes = Scopes::of(module, &folder)?;
    let warnings = std::mem::take(&mut scopes.warnings);
    let kind = if scopes.module().is_coroutine { CodeKind::AsyncModule } else { CodeKind::Module };
    let mut compiler = Compiler {
        options: *options,
        scopes: &scopes,
        folder: &folder,
        unit: Unit::new(kind, 0, "<module>".into(), 1),
        outer: Vec::new(),
        codes: vec![None],
        future_annotations: future_annotations(module),
        echoes: module.interactive || module.single,
    };
    compiler.module(module)?;
    let codes = compiler.codes.into_iter().map(|code| code.expect("every code object was finished")).collect();
    Ok(Program { codes, imports: import::certain(module), warnings })
}

/// What is compiled, and the code objects so far.
struct Compiler<'a> {
    options: Options,
    scopes: &'a Scopes,
    folder: &'a Folder,
    /// The code object in the making.
    unit: Unit<'a>,
    /// Those around it, outermost first.
    outer: Vec<Unit<'a>>,
    codes: Vec<Option<Code>>,
    future_annotations: bool,
    /// Whether expression statements of the module itself show their values.
    echoes: bool,
}

impl<'a> Compiler<'a> {
    fn module(&mut self, module: &'a Module) -> Result {
        self.declare_module_variables();
        // CPython gives a module's first instruction line 0.
        self.unit.place = Span::default();
        self.begin_code();
        let mut body = &module.body[..];
        if let Some(first) = body.first() {
            self.unit.place = first.span;
        }
        if has_annotations(body) {
            self.unit.op(Op::SetupAnnotations {});
        }
        if let (false, Some((first, rest))) = (self.echoes, body.split_first())
            && let Some(doc) = docstring(first)
        {
            self.store_doc(first, doc)?;
            body = rest;
        }
        if module.interactive {
            self.session(body)?;
        } else {
            self.body(body)?;
        }
        if self.unit.is_empty() && self.options.watched {
            // CPython tells line 0 of a module with nothing in it.
            self.unit.op(Op::LineBack { n: 0 });
        }
        let code = self.finish()?;
        self.codes[0] = Some(code);
        Ok(())
    }

    /// Assigns `__doc__` in a module or class.
    fn store_doc(&mut self, statement: &Stmt, doc: Arc<str>) -> Result {
        self.unit.place = statement.span;
        let mark = self.unit.mark();
        let value = self.unit.temp()?;
        self.load_constant(crate::bytecode::code::Const::Str(doc), value)?;
        self.unit.place = Span::default();
        self.store_name(&"__doc__".into(), value)?;
        self.unit.release(mark);
        Ok(())
    }

    /// The first steps of a code object: its cells, and where tracing begins.
    fn begin_code(&mut self) {
        let cells: Vec<Reg> = self.unit.cells.iter().map(|(_, register)| *register).collect();
        for d in cells {
            self.unit.artificial(Op::MakeCell { d });
        }
        self.unit.resume();
    }

    /// Starts a code object inside of the current one; answers its index.
    fn enter(&mut self, kind: CodeKind, scope: ScopeId, name: Arc<str>, first_line: u32) -> Result<u16> {
        let Ok(index) = u16::try_from(self.codes.len()) else {
            return refuse(self.unit.place, "too many functions in one program");
        };
        self.codes.push(None);
        let mut unit = Unit::new(kind, scope, name, first_line);
        unit.class = self.unit.class;
        unit.emitted = self.unit.emitted + FUNCTION;
        let outer = std::mem::replace(&mut self.unit, unit);
        self.outer.push(outer);
        Ok(index)
    }

    /// Ends the code object that `enter` started as number `index`, and goes on with the one around it; answers its free variables.
    fn leave(&mut self, index: u16) -> Result<Vec<Arc<str>>> {
        let code = self.finish()?;
        let free = code.free_names.clone();
        self.codes[usize::from(index)] = Some(code);
        let emitted = self.unit.emitted;
        self.unit = self.outer.pop().expect("every code object but the module's is inside of one");
        self.unit.emitted = emitted;
        Ok(free)
    }

    /// Ends the current code object.
    fn finish(&mut self) -> Result<Code> {
        if !self.unit.has_returned() {
            self.unit.artificial(Op::ReturnNone {});
        }
        let beginning = Span { line: self.unit.first_line, end_line: self.unit.first_line, ..Span::default() };
        self.check_size(beginning)?;
        flow::clean_up(&mut self.unit);
        let params = if self.in_function() { self.scope().params.len() } else { 0 };
        bound::settle(&mut self.unit, 0..params as Reg);
        if self.options.watched {
            #[cfg(test)]
            tests::lines::note(&self.unit);
            lines::tell(&mut self.unit);
            #[cfg(test)]
            tests::lines::note_told(&self.unit);
        } else {
            lines::silence(&mut self.unit);
        }
        fuse::fuse(&mut self.unit);
        Ok(assemble::assemble(&mut self.unit))
    }

    /// Refuses the program if it has become too large. This is asked before every statement, and no statement emits much by itself.
    fn check_size(&self, place: Span) -> Result {
        if self.unit.emitted > INSTRUCTIONS { refuse(place, TOO_LARGE) } else { Ok(()) }
    }

    fn scope(&self) -> &'a scope::Scope {
        self.scopes.get(self.unit.scope)
    }
}

impl Unit<'_> {
    /// Whether there is nothing yet but the beginning.
    fn is_empty(&self) -> bool {
        self.blocks.len() == 1 && self.blocks[0].steps.len() == 1
    }

    fn resume(&mut self) {
        let place = self.place;
        self.blocks[0].steps.push(emit::Instruction { step: Step::Resume, span: place, target: None, guard: None });
    }
}

/// Whether the program begins with `from __future__ import annotations`.
fn future_annotations(module: &Module) -> bool {
    module.body.iter().any(|statement| match &statement.kind {
        StmtKind::ImportFrom { module: Some(name), names, level: 0 } => {
            &**name == "__future__" && names.iter().any(|alias| &*alias.name == "annotations")
        }
        _ => false,
    })
}

/// The text, if the statement is a string.
fn docstring(statement: &Stmt) -> Option<Arc<str>> {
    let StmtKind::Expr(Expr { kind: ExprKind::Constant(crate::syntax::tree::Constant::Str(text)), .. }) = &statement.kind else {
        return None;
    };
    Some(text.clone())
}

/// Whether there is an annotated assignment among the statements, however deep in compound ones.
fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|statement| match &statement.kind {
        StmtKind::AnnAssign { .. } => true,
        StmtKind::For { body, orelse, .. } | StmtKind::While { body, orelse, .. } | StmtKind::If { body, orelse, .. } => {
            has_annotations(body) || has_annotations(orelse)
        }
        StmtKind::With { body, .. } => has_annotations(body),
        StmtKind::Match { cases, .. } => cases.iter().any(|case| has_annotations(&case.body)),
        StmtKind::Try { body, handlers, orelse, finalbody, .. } => {
            [body, orelse, finalbody].into_iter().any(|body| has_annotations(body))
                || handlers.iter().any(|handler| has_annotations(&handler.body))
        }
        _ => false,
    })
}

/// A SyntaxError.
fn refuse<T>(span: Span, message: impl Into<String>) -> Result<T> {
    Err(Box::new(SyntaxError::new(Kind::SyntaxError, message, span)))
}

/// `name` as the tree has them, from text.
fn name(text: &str) -> Name {
    text.into()
}

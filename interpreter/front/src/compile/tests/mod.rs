//! Tests of the compiler: the lines it keeps are CPython's, and what it makes of the things that matter.

mod bytecode;
pub mod lines;
mod refusals;
mod unparsed;

use super::{Options, compile};
use crate::bytecode::code::{Code, Program};
use crate::bytecode::op::Op;
use crate::syntax;

fn program_with(source: &str, options: &Options) -> Program {
    let module = syntax::parse(source).expect("the source is good");
    compile(&module, options).unwrap_or_else(|refusal| panic!("{}", refusal.with_line_of(source)))
}

fn program(source: &str) -> Program {
    program_with(source, &Options::default())
}

/// The code object of the first function of a program.
fn function(source: &str) -> Code {
    program(source).codes.swap_remove(1)
}

/// The instructions as the disassembler writes them, one a line.
fn text(ops: &[Op]) -> Vec<String> {
    let write = |op: &Op| {
        let operands: Vec<String> = op.operands().into_iter().map(|(_, value)| value).collect();
        format!("{} {}", op.name(), operands.join(" ")).trim_end().to_owned()
    };
    ops.iter().map(write).collect()
}

//! Prints code objects as text, for eyes and tests.

use std::fmt::Write;

use super::code::{Code, Program};

/// Every code object of a program, one after another.
pub fn disassemble(program: &Program) -> String {
    program.codes.iter().map(disassemble_code).collect::<Vec<_>>().join("\n")
}

/// A heading, an instruction a line with its source line where that changes, then the exception table.
pub fn disassemble_code(code: &Code) -> String {
    let mut text = format!("{:?} {} ({} registers)\n", code.kind, code.qualname, code.register_count);
    let mut last_line = 0;
    for (at, (op, span)) in code.ops.iter().zip(&code.spans).enumerate() {
        let line = if span.line == last_line { String::new() } else { span.line.to_string() };
        last_line = span.line;
        let operands: Vec<String> = op.operands().into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        let _ = writeln!(text, "{line:>5} {at:>5} {:<18} {}", op.name(), operands.join(" "));
    }
    for handler in &code.handlers {
        let _ = writeln!(text, "      {handler:?}");
    }
    text
}

//! The bytecode: what the compiler makes and the virtual machine runs.
//!
//! [`op`] is the one table of instructions, [`code`] the immutable code objects that hold them, [`disassemble`] prints both.

pub mod code;
pub mod disassemble;
pub mod op;

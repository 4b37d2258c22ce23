//! The front end of Stillframe's interpreter: source text in, bytecode out.
//!
//! Four floors, lowest first, a module importing only from those below: [`limits`]; [`syntax`] makes a tree of a source, or the error CPython would
//! give; [`bytecode`] is the instructions and the code objects that hold them; [`compile`] makes these of the tree. Nothing here runs a
//! program: the interpreter does, and its build script compiles the library with this crate.

pub mod bytecode;
pub mod compile;
pub mod limits;
pub mod syntax;

//! The rules a program can break though it parses: CPython's `future.c`, `symtable.c` and `compile.c`, in that order.
//!
//! `future` looks at the first statements, `names` at what each scope binds and uses, `blocks` at what may stand where. Each stops at
//! the first error it meets, in the order in which CPython walks the tree, so that of several errors we report the same one.

mod blocks;
mod future;
mod names;
mod patterns;

pub use future::why_no_feature;

use std::collections::HashMap;

use super::Await;
use super::error::{Kind, SyntaxError};
use super::tree::{Span, Stmt};

type Checked<T = ()> = Result<T, Box<SyntaxError>>;

/// Checks the statements of a module.
pub fn check(body: &[Stmt], awaits: Await) -> Checked {
    let future = future::check(body)?;
    let scopes = names::check(body, future.annotations)?;
    blocks::check(body, &scopes, future, awaits)
}

/// What the names pass learns of a function or comprehension that the blocks pass asks for.
#[derive(Clone, Copy, Debug, Default)]
struct Traits {
    /// It has a `yield` of its own.
    generator: bool,
    /// It is `async`, or has an `await` or `async for` of its own.
    coroutine: bool,
}

/// The traits of scopes by the address of the node that opens them.
type Scopes = HashMap<usize, Traits>;

/// A node's identity while its tree is borrowed.
fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node).addr()
}

fn refuse<T>(span: Span, message: impl Into<String>) -> Checked<T> {
    Err(Box::new(SyntaxError::new(Kind::SyntaxError, message, span)))
}

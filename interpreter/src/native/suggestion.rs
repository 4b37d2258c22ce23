//! "Did you mean": which known name is closest to one that is not known.
//!
//! The distance is Levenshtein's, of UTF-8 bytes, with costs of its own: a changed, added or lost byte costs `MOVE`, a letter of the other
//! case `CASE`. A name is close when at most a third of the bytes had to move.

use crate::object::fuel;
use crate::object::native::Stop;
use crate::object::runtime::symbol_of;
use crate::object::symbol::Symbol;

const MOVE: usize = 2;
const CASE: usize = 1;

/// Words that differ in longer stretches are not compared.
const LONGEST: usize = 40;

/// Bytes that are compared at once.
const BLOCK: usize = 256;

/// What a comparison costs in fuel, beside the bytes that are the same.
const COMPARISON: u64 = 32;

/// With as many candidates, there is no suggestion.
pub const TOO_MANY: usize = 750;

/// The names of the built-ins in the order in which CPython has them: of those that are as close, the first is meant.
#[rustfmt::skip]
const BUILTINS: &[&str] = &[
    "__name__", "__doc__", "__package__", "__loader__", "__spec__", "__build_class__", "__import__", "abs", "all", "any", "ascii", "bin",
    "breakpoint", "callable", "chr", "compile", "delattr", "dir", "divmod", "eval", "exec", "format", "getattr", "globals", "hasattr", "hash",
    "hex", "id", "input", "isinstance", "issubclass", "iter", "aiter", "len", "locals", "max", "min", "next", "anext", "oct", "ord", "pow",
    "print", "repr", "round", "setattr", "sorted", "sum", "vars", "None", "Ellipsis", "NotImplemented", "False", "True", "bool", "memoryview",
    "bytearray", "bytes", "classmethod", "complex", "dict", "enumerate", "filter", "float", "frozenset", "property", "int", "list", "map",
    "object", "range", "reversed", "set", "slice", "staticmethod", "str", "super", "tuple", "type", "zip", "__debug__", "BaseException",
    "BaseExceptionGroup", "Exception", "GeneratorExit", "KeyboardInterrupt", "SystemExit", "ArithmeticError", "AssertionError", "AttributeError",
    "BufferError", "EOFError", "ImportError", "LookupError", "MemoryError", "NameError", "OSError", "ReferenceError", "RuntimeError",
    "StopAsyncIteration", "StopIteration", "SyntaxError", "SystemError", "TypeError", "ValueError", "Warning", "FloatingPointError",
    "OverflowError", "ZeroDivisionError", "BytesWarning", "DeprecationWarning", "EncodingWarning", "FutureWarning", "ImportWarning",
    "PendingDeprecationWarning", "ResourceWarning", "RuntimeWarning", "SyntaxWarning", "UnicodeWarning", "UserWarning", "BlockingIOError",
    "ChildProcessError", "ConnectionError", "FileExistsError", "FileNotFoundError", "InterruptedError", "IsADirectoryError", "NotADirectoryError",
    "PermissionError", "ProcessLookupError", "TimeoutError", "IndentationError", "IndexError", "KeyError", "ModuleNotFoundError",
    "NotImplementedError", "RecursionError", "UnboundLocalError", "UnicodeError", "BrokenPipeError", "ConnectionAbortedError",
    "ConnectionRefusedError", "ConnectionResetError", "TabError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError",
    "ExceptionGroup", "EnvironmentError", "IOError", "open", "quit", "exit", "copyright", "credits", "license", "help",
];

/// Built-ins that may be meant: CPython's, and those `known` beside them, which a program has put there.
pub fn builtins(known: Vec<Symbol>) -> Vec<Symbol> {
    let mut names: Vec<Symbol> = BUILTINS.iter().map(|name| symbol_of(name)).collect();
    let own: Vec<Symbol> = known.into_iter().filter(|name| !names.contains(name)).collect();
    names.extend(own);
    names
}

/// The first of the closest candidates.
pub fn closest<'a>(name: &str, candidates: &[&'a str]) -> Result<Option<&'a str>, Stop> {
    if candidates.len() >= TOO_MANY {
        return Ok(None);
    }
    let mut best: Option<(&str, usize)> = None;
    for candidate in candidates.iter().copied() {
        fuel::burn(COMPARISON)?;
        fuel::burn_copy(name.len().min(candidate.len()))?;
        if candidate == name {
            continue;
        }
        let third = (name.len() + candidate.len() + 3) * MOVE / 6;
        let most = best.map_or(third, |(_, distance)| third.min(distance.saturating_sub(1)));
        let distance = distance(name.as_bytes(), candidate.as_bytes(), most);
        if distance <= most && best.is_none_or(|(_, known)| distance < known) {
            best = Some((candidate, distance));
        }
    }
    Ok(best.map(|(candidate, _)| candidate))
}

/// The distance of two words; anything above `most` where it is more than that.
fn distance(a: &[u8], b: &[u8], most: usize) -> usize {
    let same_start = same_blocks(a.chunks(BLOCK), b.chunks(BLOCK));
    let (a, b) = (&a[same_start..], &b[same_start..]);
    let same_start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same_start..], &b[same_start..]);
    let same_end = same_blocks(a.rchunks(BLOCK), b.rchunks(BLOCK));
    let (a, b) = (&a[..a.len() - same_end], &b[..b.len() - same_end]);
    let same_end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - same_end], &b[..b.len() - same_end]);
    if a.is_empty() || b.is_empty() {
        return (a.len() + b.len()) * MOVE;
    }
    if a.len() > LONGEST || b.len() > LONGEST {
        return most + 1;
    }
    let (a, b) = if b.len() < a.len() { (b, a) } else { (a, b) };
    if (b.len() - a.len()) * MOVE > most {
        return most + 1;
    }
    // One row of the matrix: the distances of what of `b` was read so far from each beginning of `a`.
    let mut row: Vec<usize> = (1..=a.len()).map(|length| length * MOVE).collect();
    let mut result = 0;
    for (at, byte) in b.iter().enumerate() {
        let mut diagonal = at * MOVE;
        result = diagonal;
        let mut smallest = usize::MAX;
        for (other, above) in a.iter().zip(&mut row) {
            let changed = diagonal + cost(*byte, *other);
            diagonal = *above;
            result = changed.min(result.min(diagonal) + MOVE);
            *above = result;
            smallest = smallest.min(result);
        }
        if smallest > most {
            return most + 1;
        }
    }
    result
}

/// How many bytes the blocks have that are the same at the beginning. Blocks are compared at once, which is quicker than byte by byte.
fn same_blocks<'a>(a: impl Iterator<Item = &'a [u8]>, b: impl Iterator<Item = &'a [u8]>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a.len()).sum()
}

fn cost(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE
    } else {
        MOVE
    }
}

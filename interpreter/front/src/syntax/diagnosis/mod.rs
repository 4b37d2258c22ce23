//! What is wrong with a source, in CPython's words.
//!
//! A refused source is read once more, as CPython 3.11 reads it: `tokens` cuts it up, `reader` goes through it by the rules of
//! `grammar` (whose notation `notation` reads), and `complaint`, `strings`, `escapes` and `fields` say what those can't. None of this runs for a
//! source without errors.

mod complaint;
mod escapes;
mod fields;
mod grammar;
mod notation;
mod reader;
mod strings;
mod tokens;

use super::error::SyntaxError;
use super::place::Places;
use reader::{Failure, Reader};
use tokens::{Stop, Tokens};

/// The error CPython finds in `text`, which ends with a newline. None: it finds none, or the source is too tangled to say.
pub fn diagnose(text: &str, places: &Places) -> Option<SyntaxError> {
    let tokens = Tokens::of(text, places);
    match *Reader::new(&tokens, 0, complaint::complain).mistake("program").err()? {
        Failure::Raised(error) | Failure::Final(error) => Some(error),
        Failure::GivenUp => None,
    }
}

/// Do tabs and spaces, or levels of indentation, not go together?
pub fn is_indented_wrongly(text: &str, places: &Places) -> bool {
    matches!(Tokens::of(text, places).stop, Stop::Met(_))
}

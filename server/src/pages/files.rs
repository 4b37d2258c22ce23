//! What a page that is a file has with it, besides: nobody can be asked later.

use serde::Serialize;

use super::page::PageLimits;
use crate::assets::Interpreter;
use crate::examples::Example;
use crate::pairs::Pair;
use crate::state::AppState;
use crate::words::Words;

/// What a player or a comparison may be asked to show, and what runs it.
#[derive(Serialize)]
pub struct Files<'a> {
    examples: &'a [Example],
    pairs: &'a [Pair],
    interpreter: Option<Interpreter>,
    limits: PageLimits<'a>,
}

impl<'a> Files<'a> {
    /// None where a server is there.
    pub fn of(state: &'a AppState, words: &Words) -> Option<Self> {
        state.is_of_files().then(|| Files {
            examples: state.examples.in_language(words.code),
            pairs: state.pairs.in_language(words.code),
            interpreter: state.interpreter(),
            limits: PageLimits::from(state.runner.limits()),
        })
    }
}

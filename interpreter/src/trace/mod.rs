//! The account of a run: which frames lived, and step by step what happened to them. `docs/trace.md` says what it tells.
//!
//! [`recorder`] watches the virtual machine and fills the columns of [`account`]; [`variables`] tells which locals changed, [`contents`]
//! what objects hold, [`living`] which frames there are where nothing is recorded, [`overview`] what a long run looks like, [`watched`] what the expressions are that somebody wrote.
//! How a value looks is `object::show`'s. [`packed`] writes the form for the wire, [`plain`] the one for tools and eyes.

mod account;
mod contents;
mod event;
mod json;
mod living;
mod loop_past;
mod objects;
mod overview;
mod packed;
mod plain;
mod recorder;
mod teller;
#[cfg(test)]
mod tests;
mod variables;
mod watched;

pub use recorder::Recorder;

use crate::outcome::Outcome;
use account::Account;

/// The trace of a run that has ended.
pub struct Trace {
    outcome: Outcome,
    account: Account,
}

impl Trace {
    /// Of a run that nobody watched, or that never began.
    pub fn unrecorded(outcome: Outcome) -> Trace {
        Trace { outcome, account: Account::default() }
    }

    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// The packed form: one JSON document.
    pub fn packed(&self) -> String {
        packed::encode(&self.account, &self.outcome)
    }

    /// The plain form: a JSON object a step, without line ends, and the outcome at last.
    pub fn plain(&self, out: &mut dyn FnMut(&str)) {
        plain::write(&self.account, &self.outcome, out);
    }
}

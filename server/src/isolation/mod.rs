//! What surrounds a program: a worker process takes from itself all that a run does not need, before its first program.
//!
//! The interpreter offers no file, no network and no process, so none of this is needed as long as it has no fault. A layer is for the day when
//! it has one. Each layer is a file, with its reasons; [`restrict`] applies them, in an order that matters. A layer that can't be had
//! is reported, and the others are applied all the same: what to do about it is for the server to decide.
//!
//! `tests/isolation.rs` tries to get past each of them.

mod descriptors;
mod environment;
mod landlock;
mod privileges;
mod rlimits;
mod seccomp;

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

pub use environment::WORKING_DIRECTORY;
use serde::{Deserialize, Serialize};

use crate::config::Isolation;

/// What one file of this folder takes away.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// The server's environment and working directory.
    Environment,
    /// Open files and connections, except for the pipes to the server.
    Descriptors,
    /// Capabilities of root, and whatever a program could gain by being executed.
    Privileges,
    /// The file system and the network.
    Landlock,
    /// More memory, processor time and files than a run needs.
    Rlimits,
    /// All calls to the system but a few.
    Seccomp,
}

/// In the order in which they are applied: each needs something that a later one takes away.
pub const LAYERS: [Layer; 6] = [Layer::Environment, Layer::Descriptors, Layer::Privileges, Layer::Landlock, Layer::Rlimits, Layer::Seccomp];

/// How large a worker may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Bytes of address space. Far more than is ever used: allocators and stacks reserve what they never touch.
    pub address_space: u64,
    /// Time on the processor, over all runs of the worker.
    pub processor: Duration,
}

/// Which layers hold.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub struct Report(BTreeMap<Layer, Held>);

#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// All of it.
    Whole,
    /// Only some of it; what is missing, and why.
    Partly(String),
    /// Nothing of it, and why.
    Missing(String),
}

/// Applies all layers to this process and all its threads to come. To be called while there is one thread.
pub fn restrict(bounds: &Bounds) -> Report {
    restrict_by(&LAYERS, bounds)
}

/// Applies some layers only, so that each can be tested without the others.
pub fn restrict_by(layers: &[Layer], bounds: &Bounds) -> Report {
    Report(layers.iter().map(|layer| (*layer, layer.apply(bounds))).collect())
}

impl Layer {
    fn apply(self, bounds: &Bounds) -> Held {
        let applied = match self {
            Layer::Environment => environment::check(),
            Layer::Descriptors => descriptors::close_others(),
            Layer::Privileges => privileges::drop_all(),
            Layer::Landlock => return landlock::forbid_files_and_network(),
            Layer::Rlimits => rlimits::set(bounds),
            Layer::Seccomp => seccomp::allow_few_calls(),
        };
        applied.map_or_else(Held::Missing, |()| Held::Whole)
    }
}

impl Report {
    /// Whether a server may listen on an address. An error says what to do.
    ///
    /// Seccomp is the one layer that stands between a fault of the interpreter and everything else.
    pub fn is_enough_for(&self, address: SocketAddr, isolation: Isolation) -> Result<(), String> {
        let why = match self.0.get(&Layer::Seccomp) {
            Some(Held::Whole) => return Ok(()),
            _ if isolation == Isolation::Partial || address.ip().is_loopback() => return Ok(()),
            Some(held) => held.to_string(),
            None => "not tried".to_owned(),
        };
        Err(format!(
            "{address} is open to others, and seccomp around programs is {why}; listen on 127.0.0.1, or say --isolation=partial to serve all the same"
        ))
    }

    /// Each layer that is not there, or not all of it, with the reason.
    pub fn gaps(&self) -> impl Iterator<Item = (Layer, &Held)> {
        self.0.iter().filter(|(_, held)| **held != Held::Whole).map(|(layer, held)| (*layer, held))
    }

    /// Each layer, and how far it holds in words.
    pub fn in_words(&self) -> BTreeMap<String, String> {
        self.0.iter().map(|(layer, held)| (layer.to_string(), held.to_string())).collect()
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Layer::Environment => "environment",
            Layer::Descriptors => "descriptors",
            Layer::Privileges => "privileges",
            Layer::Landlock => "landlock",
            Layer::Rlimits => "rlimits",
            Layer::Seccomp => "seccomp",
        })
    }
}

impl fmt::Display for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Held::Whole => f.write_str("on"),
            Held::Partly(why) => write!(f, "in part: {why}"),
            Held::Missing(why) => write!(f, "off: {why}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_survives_the_way_to_the_server() {
        let report = Report(BTreeMap::from([
            (Layer::Environment, Held::Whole),
            (Layer::Landlock, Held::Partly("no network".to_owned())),
            (Layer::Seccomp, Held::Missing("not Linux".to_owned())),
        ]));
        let json = serde_json::to_string(&report).unwrap();
        assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
        assert_eq!(report.gaps().map(|(layer, _)| layer).collect::<Vec<_>>(), [Layer::Landlock, Layer::Seccomp]);
        assert_eq!(report.in_words()["seccomp"], "off: not Linux");
        assert_eq!(report.in_words()["landlock"], "in part: no network");
    }

    #[test]
    fn others_are_served_with_seccomp_alone_unless_the_operator_says_so() {
        let local: SocketAddr = "127.0.0.1:3000".parse().unwrap();
        let open: SocketAddr = "[::]:80".parse().unwrap();
        let with = Report(BTreeMap::from([(Layer::Seccomp, Held::Whole)]));
        let without = Report(BTreeMap::from([(Layer::Seccomp, Held::Missing("not Linux".to_owned()))]));
        assert_eq!(with.is_enough_for(open, Isolation::Full), Ok(()));
        for report in [&without, &Report::default()] {
            assert_eq!(report.is_enough_for(local, Isolation::Full), Ok(()));
            assert_eq!(report.is_enough_for(open, Isolation::Partial), Ok(()));
            let refused = report.is_enough_for(open, Isolation::Full).unwrap_err();
            assert!(refused.contains("[::]:80") && refused.contains("--isolation=partial"), "{refused}");
        }
        assert!(without.is_enough_for(open, Isolation::Full).unwrap_err().contains("off: not Linux"));
    }
}

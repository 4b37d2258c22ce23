//! What programs talk to: JSON in, JSON out.

mod body;
mod health;
mod library;
mod mcp;
mod metrics;
mod programs;
mod queue;
mod trace;
pub mod v1;

pub use health::{health, ready};
pub use library::{EDITION as LIBRARY_EDITION, library};
pub use mcp::mcp;
pub use metrics::metrics;
pub use programs::keep;
pub use queue::queue;
pub use trace::trace;

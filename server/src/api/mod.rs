//! What programs talk to: JSON in, JSON out.

mod body;
mod health;
mod programs;
mod trace;

pub use health::health;
pub use programs::keep;
pub use trace::trace;

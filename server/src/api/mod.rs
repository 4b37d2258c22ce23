//! What programs talk to: JSON in, JSON out.

mod body;
mod health;
mod library;
mod programs;
mod trace;

pub use health::health;
pub use library::{EDITION as LIBRARY_EDITION, library};
pub use programs::keep;
pub use trace::trace;

//! How long a run may go on between two looks at the fuel and at the stop signal.

/// The longest stretch between two looks, in nanoseconds.
pub const LONGEST: u64 = 20_000_000 * SLOWNESS;

/// How many times as long everything may take where the interpreter is optimised little, and what it uses not at all.
pub const SLOWNESS: u64 = if cfg!(optimised) { 1 } else { 8 };

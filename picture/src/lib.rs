//! Pictures of a run, made of its packed trace alone: the page's timeline as SVG, PNG and GIF, and the facts of each step as a table.
//!
//! The page lays the timeline out in `static/js`, and this crate lays it out again in Rust. Both make the same primitives of the same
//! trace: `tests/primitives.rs` compares them with those that the page wrote down. The floors, a module importing only from those
//! below: `packed`, the form of `docs/trace.md`; `trace`, a run, indexed; `segments`, `lanes`, what is drawn of a frame; `labels`; `sentence`, a step in words;
//! `layout`, the primitives; `theme`, the page's colours; `svg`, what draws them; `picture` and `card`, what people see; `raster`; `several`, strips and moving pictures.
//!
//! A trace may come from a process that a program has taken over. So it is checked as it is read, and nothing nests the stack.

mod card;
mod labels;
pub mod lanes;
pub mod layout;
mod packed;
mod picture;
mod raster;
mod segments;
mod sentence;
mod several;
mod svg;
mod theme;
pub mod trace;

pub use card::{Card, Side, card, pair_card};
pub use picture::{Asked, WIDTH, WIDTHS, picture};
pub use raster::png;
pub use sentence::sentence;
pub use several::{MOVING_STEPS, STRIP_STEPS, Steps, moving, strip};
pub use theme::Theme;
pub use trace::{Trace, Unreadable};

//! Values as text: how numbers, strings and bytes are written, and the languages that format them.
//!
//! [`float`] writes floats, shortest or to any precision; [`quote`] writes strings and bytes as literals; [`spec`] and [`format`] are
//! the format specifications of `format()` and f-strings; [`percent`] is `%`; [`template`] takes `str.format`'s templates apart;
//! [`codec`] encodes and decodes; [`unicode`] knows characters.

pub mod codec;
pub mod cookie;
pub mod find;
pub mod float;
pub mod format;
pub mod percent;
pub mod quote;
pub mod spec;
pub mod template;
pub mod unicode;
mod unicode_table;

pub use format::format;
pub use percent::{percent_bytes, percent_str};
pub use quote::{push_repr_bytes, push_repr_str, repr_bytes, repr_str};

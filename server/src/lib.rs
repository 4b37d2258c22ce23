//! Stillframe's server: everything around the interpreter, and the only crate that knows HTTP, files, databases and time.
//!
//! [`app`] makes the whole site from an [`AppState`], so that tests need no socket; [`serve`] puts it on one. The floors, a
//! module importing only from those below: `config`, `error`, `notes`, `compression`, `deep_stack`, `isolation`, `metrics`, `access`; `assets`, `translated`, `course`, `examples`, `pairs`, `store`, `runner`; `reach`, `pictures`, `facts`, `long_link`; `state`; `origin`;
//! `pages`, `api`; `observed`, `routes`; `serve`. The commands `run` and `trace` stand beside them in [`command`], `check` in [`check`], `site` in [`site`], those of `stillframe programs` in [`programs`]; the processes that the server
//! starts for its programs are [`runner::worker`].

pub mod access;
pub mod api;
pub mod assets;
pub mod check;
pub mod command;
pub mod compression;
pub mod config;
pub mod course;
mod deep_stack;
pub mod error;
pub mod examples;
mod facts;
pub mod isolation;
mod long_link;
pub mod metrics;
pub mod notes;
mod observed;
mod origin;
pub mod pages;
pub mod pairs;
pub mod pictures;
pub mod programs;
mod reach;
mod routes;
pub mod runner;
pub mod serve;
pub mod site;
pub mod state;
pub mod store;
mod tags;
pub mod translated;
mod words;

pub use routes::app;
pub use state::{AppState, Delivery};

/// The version that the page, `/healthz` and `--version` say.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

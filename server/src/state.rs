//! What every request may reach.

use std::sync::Arc;

use crate::assets::Assets;
use crate::examples::Example;
use crate::runner::Runner;
use crate::store::Store;

#[derive(Clone)]
pub struct AppState {
    pub store: Store,
    pub runner: Runner,
    pub examples: Arc<[Example]>,
    pub assets: Assets,
}

impl AppState {
    pub fn new(store: Store, runner: Runner, examples: Vec<Example>) -> Self {
        AppState { store, runner, examples: examples.into(), assets: Assets::default() }
    }
}

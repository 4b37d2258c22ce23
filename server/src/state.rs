//! What every request may reach.

use std::sync::Arc;

use moka::future::Cache;

use crate::assets::Assets;
use crate::compression::Gzipped;
use crate::course::Course;
use crate::examples::Example;
use crate::pairs::Pair;
use crate::runner::Runner;
use crate::store::Store;

#[derive(Clone)]
pub struct AppState {
    pub store: Store,
    pub runner: Runner,
    pub examples: Arc<[Example]>,
    pub course: Arc<Course>,
    pub pairs: Arc<[Pair]>,
    pub assets: Assets,
    /// Pages that were sent lately, by the hash of what they hold.
    pages: Cache<blake3::Hash, Gzipped>,
}

/// Room for pages, in bytes, compressed.
const PAGE_BYTES: u64 = 16 * 1024 * 1024;

impl AppState {
    pub fn new(store: Store, runner: Runner, examples: Vec<Example>, course: Course, pairs: Vec<Pair>) -> Self {
        let pages = Cache::builder().max_capacity(PAGE_BYTES).weigher(|_, page: &Gzipped| page.size() as u32).build();
        AppState { store, runner, examples: examples.into(), course: course.into(), pairs: pairs.into(), assets: Assets::default(), pages }
    }

    /// A page, compressed once for all who are sent it.
    pub async fn compressed(&self, page: &[u8]) -> Gzipped {
        self.pages.get_with(blake3::hash(page), async { Gzipped::new(page) }).await
    }
}

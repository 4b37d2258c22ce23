//! What every request may reach.

use std::sync::Arc;

use moka::future::Cache;

use crate::assets::{Assets, Interpreter, interpreter};
use crate::compression::Gzipped;
use crate::course::Course;
use crate::examples::Example;
use crate::pairs::Pair;
use crate::pictures::Pictures;
use crate::runner::Runner;
use crate::store::Store;
use crate::translated::Translated;

/// How the pages come to people, and so where programs run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// By this server. It runs programs, and so does the browser, where it may and the interpreter was built for it.
    Server { in_browser: bool },
    /// As files (`stillframe site`): nobody is there to store or run a program. They know the address of the site where somebody told it.
    Files { address: Option<String> },
}

impl Default for Delivery {
    fn default() -> Self {
        Delivery::Server { in_browser: true }
    }
}

#[derive(Clone)]
pub struct AppState {
    pub store: Store,
    pub runner: Runner,
    pub examples: Arc<Translated<Vec<Example>>>,
    pub course: Arc<Translated<Course>>,
    pub pairs: Arc<Translated<Vec<Pair>>>,
    pub assets: Assets,
    pub pictures: Pictures,
    pub delivery: Delivery,
    /// Where the source is, if the operator says it.
    pub source_link: Option<Arc<str>>,
    /// Pages that were sent lately, by the hash of what they hold.
    pages: Cache<blake3::Hash, Gzipped>,
}

/// Room for pages, in bytes, compressed.
const PAGE_BYTES: u64 = 16 * 1024 * 1024;

impl AppState {
    pub fn new(
        store: Store,
        runner: Runner,
        examples: Translated<Vec<Example>>,
        course: Translated<Course>,
        pairs: Translated<Vec<Pair>>,
    ) -> Self {
        let pages = Cache::builder().max_capacity(PAGE_BYTES).weigher(|_, page: &Gzipped| page.size() as u32).build();
        let pictures = Pictures::new(runner.clone());
        let (course, pairs) = (course.into(), pairs.into());
        let examples = examples.into();
        AppState {
            store,
            runner,
            examples,
            course,
            pairs,
            assets: Assets::default(),
            pictures,
            delivery: Delivery::default(),
            source_link: None,
            pages,
        }
    }

    pub fn delivered(self, delivery: Delivery) -> Self {
        AppState { delivery, ..self }
    }

    pub fn with_source_link(self, link: Option<String>) -> Self {
        AppState { source_link: link.map(Arc::from), ..self }
    }

    pub fn is_of_files(&self) -> bool {
        matches!(self.delivery, Delivery::Files { .. })
    }

    /// Whether anybody can know the addresses of pages: where files will be, is told perhaps.
    pub fn has_address(&self) -> bool {
        self.delivery != (Delivery::Files { address: None })
    }

    /// What the page gets to run programs itself.
    pub fn interpreter(&self) -> Option<Interpreter> {
        interpreter().filter(|_| self.delivery != Delivery::Server { in_browser: false })
    }

    /// A page, compressed once for all who are sent it.
    pub async fn compressed(&self, page: &[u8]) -> Gzipped {
        self.pages.get_with(blake3::hash(page), async { Gzipped::new(page) }).await
    }
}

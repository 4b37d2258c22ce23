//! `GET /api/library/MODULE`: the source of a module of the language's own library, as text.

use std::sync::LazyLock;

use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use stillframe_interpreter::library;

use crate::compression::Gzipped;
use crate::error::Error;

/// Changes whenever a source does: the page asks for sources of this edition, which may then be kept for good.
pub static EDITION: LazyLock<String> = LazyLock::new(|| {
    let mut hasher = blake3::Hasher::new();
    for name in library::names() {
        hasher.update(name.as_bytes()).update(library::source(name).unwrap_or_default().as_bytes());
    }
    hasher.finalize().to_hex()[..16].to_owned()
});

#[derive(Deserialize)]
pub struct Wanted {
    edition: Option<String>,
}

pub async fn library(
    module: Result<Path<String>, PathRejection>,
    wanted: Result<Query<Wanted>, QueryRejection>,
    request: HeaderMap,
) -> Result<Response, Error> {
    let source = module.ok().and_then(|Path(name)| library::source(&name)).ok_or(Error::NoSuchModule)?;
    let lasting = wanted.is_ok_and(|Query(wanted)| wanted.edition.as_ref() == Some(&*EDITION));
    let caching = if lasting { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(([(CACHE_CONTROL, caching)], Gzipped::new(source.as_bytes()).answer(&request, "text/plain; charset=utf-8")).into_response())
}

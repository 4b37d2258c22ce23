//! What people see: the page itself, the pages of the course, static files.

mod learn;
mod page;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

pub use learn::{learn, misconceptions, plain_lesson, plain_misconception};
pub use page::{index, lesson, misconception, program};

use crate::error::Error;
use crate::state::AppState;

pub async fn asset(
    State(state): State<AppState>,
    path: Result<Path<String>, PathRejection>,
    request: HeaderMap,
) -> Result<Response, Error> {
    let Path(path) = path.map_err(|_| Error::NoSuchPage)?;
    state.assets.answer(&path, &request).await.ok_or(Error::NoSuchPage)
}

/// Browsers ask for it at the root, whatever the page says.
pub async fn favicon(state: State<AppState>, request: HeaderMap) -> Result<Response, Error> {
    asset(state, Ok(Path("icon.svg".to_owned())), request).await
}

pub async fn not_found() -> Error {
    Error::NoSuchPage
}

pub async fn method_not_allowed() -> Error {
    Error::MethodNotAllowed
}

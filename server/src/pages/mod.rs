//! What people see: the page itself, two programs side by side, the pages of the course, static files.

mod compare;
mod embed;
mod files;
mod language;
mod learn;
mod oembed;
mod page;
mod picture;
mod program;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

pub use compare::compare;
pub use embed::{other as other_player, shared as player};
pub use language::language;
pub use learn::{learn, lesson, misconceptions};
pub use oembed::oembed;
pub use page::{index, program};
pub use picture::{example_preview, of_example, pair_preview, preview};

use crate::assets;
use crate::error::Error;
use crate::reach::Reach;
use crate::state::AppState;

/// The worker that runs programs may compile the interpreter's module, and fetches nothing else. No page may.
const WORKER_POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");

pub async fn asset(
    State(state): State<AppState>,
    path: Result<Path<String>, PathRejection>,
    request: HeaderMap,
) -> Result<Response, Error> {
    let Path(path) = path.map_err(|_| Error::NoSuchPage)?;
    let mut answer = state.assets.answer(&path, &request).await.ok_or(Error::NoSuchPage)?;
    if assets::compiles(&path) {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, WORKER_POLICY);
    }
    Ok(answer)
}

/// The one script that pages elsewhere load.
pub async fn player_script(State(state): State<AppState>, request: HeaderMap) -> Result<Response, Error> {
    let script = state.assets.answer("js/stillframe-player.js", &request).await.ok_or(Error::NoSuchPage)?;
    Ok(Reach::Shown.of(script))
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

//! What programs elsewhere may rely on, below `/api/v1` (docs/api.md, docs/openapi.json). Scripts of any site may read programs and have them traced; storing
//! is for the site's own page and for what runs outside of browsers.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_MAX_AGE, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::body::Submission;
use crate::access::Asker;
use crate::error::Error;
use crate::notes::Note;
use crate::reach::Reach;
use crate::state::AppState;
use crate::store::{Found, Kept};

const OPENAPI: &str = include_str!("../../../docs/openapi.json");

#[derive(Serialize)]
struct Stored<'a> {
    id: &'a str,
    /// From the root of the site on.
    address: String,
    source: String,
    input: Option<String>,
    title: Option<String>,
    description: Option<String>,
    notes: Vec<Note>,
}

/// `GET /api/v1/programs/ID`.
pub async fn program(State(state): State<AppState>, id: Result<Path<String>, PathRejection>) -> Response {
    Reach::Read.of(stored(&state, id).await.into_response())
}

/// `POST /api/v1/trace`.
pub async fn trace(state: State<AppState>, asker: Asker, request: HeaderMap, submission: Result<Submission, Error>) -> Response {
    let answer = match submission {
        Ok(submission) => super::trace(state, asker, request, submission).await,
        Err(error) => Err(error),
    };
    Reach::Read.of(answer.into_response())
}

/// A browser asks before it sends a script's JSON to another site.
pub async fn preflight() -> Response {
    let headers =
        [(ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"), (ACCESS_CONTROL_ALLOW_HEADERS, "content-type"), (ACCESS_CONTROL_MAX_AGE, "86400")];
    Reach::Read.of((StatusCode::NO_CONTENT, headers).into_response())
}

/// `GET /api/v1/openapi.json`.
pub async fn openapi() -> Response {
    Reach::Read.of(([(CONTENT_TYPE, "application/json")], OPENAPI).into_response())
}

async fn stored(state: &AppState, id: Result<Path<String>, PathRejection>) -> Result<Response, Error> {
    let Path(id) = id.map_err(|_| Error::NoSuchProgram)?;
    match state.store.get(&id).await? {
        Found::Nothing => Err(Error::NoSuchProgram),
        Found::TakenDown(reason) => Err(Error::TakenDown(reason)),
        Found::Program(Kept { source, input, title, description, notes }) => {
            let program = Stored { id: &id, address: format!("/p/{id}"), source, input, title, description, notes };
            Ok(([(CACHE_CONTROL, "public, max-age=3600")], Json(program)).into_response())
        }
    }
}

//! `POST /api/trace`: runs a program and answers with its packed trace; with `"library": true` the library's frames are in it too,
//! with `"top_level_await": true` the program may await outside of functions, `"input"` is the text that it reads, and `"watch"` are expressions that the
//! trace tells at each step. `"from"` and `"steps"` say which steps are recorded.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::body::Submission;
use crate::access::Asker;
use crate::error::Error;
use crate::state::AppState;

pub async fn trace(State(state): State<AppState>, asker: Asker, request: HeaderMap, submission: Submission) -> Result<Response, Error> {
    let trace = state.runner.trace(submission.0, &asker).await?;
    Ok(trace.answer(&request, "application/json"))
}

//! `POST /api/trace`: runs a program and answers with its packed trace.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::body::Submission;
use crate::error::Error;
use crate::state::AppState;

pub async fn trace(State(state): State<AppState>, request: HeaderMap, submission: Submission) -> Result<Response, Error> {
    let trace = state.runner.trace(&submission.source, submission.awaits()).await?;
    Ok(trace.answer(&request, "application/json"))
}

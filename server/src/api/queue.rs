//! `GET /api/queue/ID`: how many programs run before one that waits. The ID is the `X-Request-Id` that the client sent with it.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::error::Error;
use crate::state::AppState;

/// A request that does not wait (it runs, is answered already, or shares another's run) has place 0.
pub async fn queue(State(state): State<AppState>, id: Result<Path<String>, PathRejection>) -> Result<Response, Error> {
    let Path(id) = id.map_err(|_| Error::NoSuchPage)?;
    let place =
        state.runner.place(&id).map_or_else(|| json!({"place": 0}), |place| json!({"place": place.place, "waiting": place.waiting}));
    Ok(([(CACHE_CONTROL, HeaderValue::from_static("no-store"))], Json(place)).into_response())
}

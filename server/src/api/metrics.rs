//! `GET /metrics`: what was counted, for Prometheus. For this machine, and for those whom `--metrics-from` names.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use crate::access::Asker;
use crate::error::Error;
use crate::state::AppState;

pub async fn metrics(State(state): State<AppState>, asker: Asker) -> Result<Response, Error> {
    if !state.runner.access().may_read_metrics(asker.client) {
        return Err(Error::Forbidden);
    }
    let text = state.runner.metrics().text(&state.runner.gauges());
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response())
}

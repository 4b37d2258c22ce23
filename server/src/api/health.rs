//! `GET /healthz`: whether the server can do its work, and what it was built with.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use crate::VERSION;
use crate::assets::EDITOR;
use crate::error::Error;
use crate::isolation::Report;
use crate::state::AppState;

#[derive(Serialize)]
pub struct Health {
    status: &'static str,
    version: &'static str,
    editor: String,
    /// The layers around programs, and how far each holds; none before the first worker has started.
    isolation: BTreeMap<String, String>,
}

pub async fn health(State(state): State<AppState>) -> Result<Json<Health>, Error> {
    state.store.check().await?;
    let isolation = state.runner.isolation().map(Report::in_words).unwrap_or_default();
    Ok(Json(Health { status: "ok", version: VERSION, editor: EDITOR.to_string(), isolation }))
}

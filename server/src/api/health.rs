//! `GET /healthz`: whether the server can do its work, and what it was built with.

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use crate::VERSION;
use crate::assets::EDITOR;
use crate::error::Error;
use crate::state::AppState;

#[derive(Serialize)]
pub struct Health {
    status: &'static str,
    version: &'static str,
    editor: String,
}

pub async fn health(State(state): State<AppState>) -> Result<Json<Health>, Error> {
    state.store.check().await?;
    Ok(Json(Health { status: "ok", version: VERSION, editor: EDITOR.to_string() }))
}

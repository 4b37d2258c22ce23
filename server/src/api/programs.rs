//! `POST /api/programs`: keeps a program, with its `"input"`, `"title"`, `"description"` and `"notes"` if it has them, and answers with its id and address.

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use super::body::Share;
use crate::access::Asker;
use crate::error::Error;
use crate::state::AppState;

#[derive(Serialize)]
pub struct Kept {
    id: String,
    /// From the root of the site on, since only the client knows by what name it reached us.
    address: String,
}

pub async fn keep(State(state): State<AppState>, asker: Asker, share: Share) -> Result<Json<Kept>, Error> {
    state.runner.access().may_share(asker.client)?;
    let id = state.store.keep(&share.0).await?;
    Ok(Json(Kept { address: format!("/p/{id}"), id }))
}

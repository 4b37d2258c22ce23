//! `POST /api/programs`: keeps a program, with its `"input"` if it has one, and answers with its id and address.

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use super::body::Submission;
use crate::access::Asker;
use crate::error::Error;
use crate::runner::Program;
use crate::state::AppState;
use crate::store;

#[derive(Serialize)]
pub struct Kept {
    id: String,
    /// From the root of the site on, since only the client knows by what name it reached us.
    address: String,
}

pub async fn keep(State(state): State<AppState>, asker: Asker, submission: Submission) -> Result<Json<Kept>, Error> {
    state.runner.access().may_share(asker.client)?;
    let Program { source, input, .. } = submission.0;
    let id = state.store.keep(&store::Kept { source, input }).await?;
    Ok(Json(Kept { address: format!("/p/{id}"), id }))
}

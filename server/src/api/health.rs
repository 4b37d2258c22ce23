//! `GET /healthz`: the server is alive, and what it was built with. `GET /readyz`: it can do all of its work.
//!
//! The first asks nobody, so it is quick under any load: whoever restarts a server by it does so only when it hangs. The second looks at the
//! database and the workers: a load balancer sends requests elsewhere meanwhile.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::json;

use crate::VERSION;
use crate::assets::EDITOR;
use crate::isolation::Report;
use crate::state::AppState;

#[derive(Serialize)]
pub struct Health {
    status: &'static str,
    version: &'static str,
    editor: String,
    /// Whether the page gets the interpreter, to run programs itself; not where it was not built, or is switched off.
    interpreter_in_browser: bool,
    /// The layers around programs, and how far each holds; none before the first worker has started.
    isolation: BTreeMap<String, String>,
}

/// The database has so long to answer.
const DATABASE_TIME: Duration = Duration::from_secs(1);

pub async fn health(State(state): State<AppState>) -> Json<Health> {
    let isolation = state.runner.isolation().map(Report::in_words).unwrap_or_default();
    Json(Health {
        status: "ok",
        version: VERSION,
        editor: EDITOR.to_string(),
        interpreter_in_browser: state.interpreter().is_some(),
        isolation,
    })
}

pub async fn ready(State(state): State<AppState>) -> Response {
    let database = state.store.check(DATABASE_TIME).await;
    let workers = state.runner.isolation().is_some();
    let ready = database.is_ok() && workers && !state.runner.is_closing();
    let told = json!({
        "status": if ready { "ready" } else { "not ready" },
        "database": database.map_or_else(|trouble| trouble.to_string(), |()| "ok".to_owned()),
        "workers": if workers { "ok" } else { "none has started" },
        "closing": state.runner.is_closing(),
        "isolation": state.runner.isolation().map(Report::in_words).unwrap_or_default(),
    });
    (if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, Json(told)).into_response()
}

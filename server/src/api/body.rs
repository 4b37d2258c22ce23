//! A program in the body of a request, checked before anything is done with it.

use std::time::Duration;

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use serde::Deserialize;
use stillframe_interpreter::Await;
use tokio::time::timeout;

use crate::error::Error;
use crate::state::AppState;

#[derive(Deserialize)]
pub struct Submission {
    pub source: String,
    #[serde(default)]
    top_level_await: bool,
}

impl Submission {
    /// Where the program may await.
    pub fn awaits(&self) -> Await {
        if self.top_level_await { Await::AtTopLevel } else { Await::InFunctions }
    }
}

/// What a client gets to send a whole body.
const BODY_TIME: Duration = Duration::from_secs(15);

impl FromRequest<AppState> for Submission {
    type Rejection = Error;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Error> {
        let limit = state.runner.limits().source;
        let parsed = timeout(BODY_TIME, Json::<Submission>::from_request(request, state)).await.map_err(|_| Error::BodyTooSlow)?;
        let Json(submission) = parsed.map_err(|rejection| refuse(&rejection, limit))?;
        if submission.source.len() > limit {
            return Err(Error::SourceTooLarge(limit));
        }
        Ok(submission)
    }
}

fn refuse(rejection: &JsonRejection, limit: usize) -> Error {
    match rejection {
        JsonRejection::MissingJsonContentType(_) => Error::NotJson,
        _ if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => Error::SourceTooLarge(limit),
        _ => Error::Malformed(rejection.body_text()),
    }
}

//! A program in the body of a request, checked before anything is done with it.

use std::time::Duration;

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use tokio::time::timeout;

use crate::error::Error;
use crate::runner::Program;
use crate::state::AppState;

pub struct Submission(pub Program);

/// What a client gets to send a whole body.
const BODY_TIME: Duration = Duration::from_secs(15);

impl FromRequest<AppState> for Submission {
    type Rejection = Error;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Error> {
        let limit = state.runner.limits().source;
        let parsed = timeout(BODY_TIME, Json::<Program>::from_request(request, state)).await.map_err(|_| Error::BodyTooSlow)?;
        let Json(program) = parsed.map_err(|rejection| refuse(&rejection, limit))?;
        if program.source.len() > limit {
            return Err(Error::SourceTooLarge(limit));
        }
        if program.input.as_ref().is_some_and(|input| input.len() > limit) {
            return Err(Error::InputTooLarge(limit));
        }
        Ok(Submission(program))
    }
}

fn refuse(rejection: &JsonRejection, limit: usize) -> Error {
    match rejection {
        JsonRejection::MissingJsonContentType(_) => Error::NotJson,
        _ if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => Error::SourceTooLarge(limit),
        _ => Error::Malformed(rejection.body_text()),
    }
}

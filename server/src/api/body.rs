//! A program in the body of a request, checked before anything is done with it: one to run, or one to keep.

use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use stillframe_interpreter::limits::WATCHES;
use tokio::time::timeout;

use crate::error::Error;
use crate::notes::{self, Note};
use crate::runner::Program;
use crate::state::AppState;
use crate::store::Kept;

/// To be run.
pub struct Submission(pub Program);

/// To be kept.
pub struct Share(pub Kept);

#[derive(Deserialize)]
struct ShareForm {
    source: String,
    input: Option<String>,
    title: Option<String>,
    description: Option<String>,
    #[serde(default)]
    notes: Vec<Note>,
}

/// Letters of a title and of a description.
const TITLE: usize = 100;
const DESCRIPTION: usize = 300;

/// What a client gets to send a whole body.
const BODY_TIME: Duration = Duration::from_secs(15);

impl FromRequest<AppState> for Submission {
    type Rejection = Error;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Error> {
        let program: Program = parsed(request, state).await?;
        check(&program.source, program.input.as_deref(), state)?;
        if program.watch.len() > WATCHES {
            return Err(Error::Malformed(format!("a run watches no more than {WATCHES} expressions")));
        }
        if program.steps == Some(0) {
            return Err(Error::Malformed("`steps` is 0: ask for at least one step, or leave it out".into()));
        }
        Ok(Submission(program))
    }
}

impl FromRequest<AppState> for Share {
    type Rejection = Error;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Error> {
        let ShareForm { source, input, title, description, notes } = parsed(request, state).await?;
        check(&source, input.as_deref(), state)?;
        let (title, description) = (words(title, "title", TITLE)?, words(description, "description", DESCRIPTION)?);
        Ok(Share(Kept { source, input, title, description, notes: notes::checked(notes)? }))
    }
}

/// A request whose body has arrived, within the limits on it.
pub async fn whole(request: Request, state: &AppState) -> Result<(Parts, Bytes), Error> {
    let (head, body) = request.into_parts();
    let request = Request::from_parts(head.clone(), body);
    let read = timeout(BODY_TIME, Bytes::from_request(request, state)).await.map_err(|_| Error::BodyTooSlow)?;
    let body = read.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::SourceTooLarge(state.runner.limits().source),
        _ => Error::Malformed(rejection.body_text()),
    })?;
    Ok((head, body))
}

async fn parsed<T: DeserializeOwned>(request: Request, state: &AppState) -> Result<T, Error> {
    let limit = state.runner.limits().source;
    let parsed = timeout(BODY_TIME, Json::<T>::from_request(request, state)).await.map_err(|_| Error::BodyTooSlow)?;
    parsed.map(|Json(form)| form).map_err(|rejection| refuse(&rejection, limit))
}

pub fn check(source: &str, input: Option<&str>, state: &AppState) -> Result<(), Error> {
    let limit = state.runner.limits().source;
    if source.len() > limit {
        return Err(Error::SourceTooLarge(limit));
    }
    if input.is_some_and(|input| input.len() > limit) {
        return Err(Error::InputTooLarge(limit));
    }
    Ok(())
}

/// A line of words; none where there is no word in it.
fn words(text: Option<String>, name: &str, most: usize) -> Result<Option<String>, Error> {
    let line = text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    match line.chars().count() {
        0 => Ok(None),
        count if count > most => Err(Error::Malformed(format!("the {name} has more than {most} letters"))),
        _ => Ok(Some(line)),
    }
}

fn refuse(rejection: &JsonRejection, limit: usize) -> Error {
    match rejection {
        JsonRejection::MissingJsonContentType(_) => Error::NotJson,
        _ if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => Error::SourceTooLarge(limit),
        _ => Error::Malformed(rejection.body_text()),
    }
}

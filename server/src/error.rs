//! Everything that can go wrong with a request: one type with two faces, HTML for people and JSON for everybody else.
//!
//! A handler returns the error as it is; the layer [`with_face`] knows who asked. Causes are logged there and shown to nobody.

use std::fmt;

use askama::Template;
use askama_web::WebTemplate;
use axum::Json;
use axum::extract::Request;
use axum::http::header::{ACCEPT, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

#[derive(Clone, Debug)]
pub enum Error {
    NoSuchPage,
    NoSuchProgram,
    NoSuchExample,
    NoSuchModule,
    MethodNotAllowed,
    NotJson,
    Malformed(String),
    /// Holds the size that would have been taken.
    SourceTooLarge(usize),
    /// The same, of what the program reads.
    InputTooLarge(usize),
    BodyTooSlow,
    /// As many programs wait as may.
    Busy,
    /// The run's process was ended before it could answer.
    RunEnded(Ended),
    Internal(String),
}

/// Why a run has no trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It held more than so many bytes.
    Memory(usize),
    /// It did not stop when its time was up.
    Time,
    /// Its process died.
    Died,
}

/// Seconds after which a client that found no place may try again.
const TRY_AGAIN_AFTER: u16 = 2;

impl Error {
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Error::Internal(cause.to_string())
    }

    /// What is logged of an error whose cause is shown to nobody, and otherwise its sentence.
    pub fn cause(&self) -> String {
        match self {
            Error::Internal(cause) => cause.clone(),
            other => other.message(),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Error::NoSuchPage | Error::NoSuchProgram | Error::NoSuchExample | Error::NoSuchModule => StatusCode::NOT_FOUND,
            Error::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Error::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Error::Malformed(_) => StatusCode::BAD_REQUEST,
            Error::SourceTooLarge(_) | Error::InputTooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Error::BodyTooSlow => StatusCode::REQUEST_TIMEOUT,
            Error::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Error::RunEnded(_) | Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Error::NoSuchPage => "no_such_page",
            Error::NoSuchProgram => "no_such_program",
            Error::NoSuchExample => "no_such_example",
            Error::NoSuchModule => "no_such_module",
            Error::MethodNotAllowed => "method_not_allowed",
            Error::NotJson => "not_json",
            Error::Malformed(_) => "malformed",
            Error::SourceTooLarge(_) => "source_too_large",
            Error::InputTooLarge(_) => "input_too_large",
            Error::BodyTooSlow => "body_too_slow",
            Error::Busy => "busy",
            Error::RunEnded(_) => "run_ended",
            Error::Internal(_) => "internal",
        }
    }

    /// What happened, in a sentence.
    fn message(&self) -> String {
        match self {
            Error::NoSuchPage => "There is nothing at this address.".to_owned(),
            Error::NoSuchProgram => "No program is kept under this id.".to_owned(),
            Error::NoSuchExample => "There is no example of this name.".to_owned(),
            Error::NoSuchModule => "The library has no module of this name.".to_owned(),
            Error::MethodNotAllowed => "This address does not take that method.".to_owned(),
            Error::NotJson => "The request's body is not marked as JSON.".to_owned(),
            Error::Malformed(what) => format!("The request's body could not be read: {what}."),
            Error::SourceTooLarge(limit) => {
                format!("The program is longer than {limit} bytes (the limit on source).")
            }
            Error::InputTooLarge(limit) => format!("The program's input is longer than {limit} bytes."),
            Error::BodyTooSlow => "The request's body took too long to arrive.".to_owned(),
            Error::Busy => "Every place to run a program is taken, and many wait already.".to_owned(),
            Error::RunEnded(why) => format!("The run was ended by the system: {why}."),
            Error::Internal(_) => "The server made a mistake; it has been logged.".to_owned(),
        }
    }

    /// What to do about it, in a sentence.
    fn hint(&self) -> &'static str {
        match self {
            Error::NoSuchPage => "Check the address. The playground is at /, what programs talk to at /api/trace and /api/programs.",
            Error::NoSuchProgram => "Check that the whole id was copied, or keep the program again by POST /api/programs.",
            Error::NoSuchModule => "Ask for it by its dotted name, as in /api/library/asyncio.tasks.",
            Error::NoSuchExample => "Choose one from the list of examples in the playground.",
            Error::MethodNotAllowed => "See the Allow header for the methods it takes.",
            Error::NotJson => "Send the header `Content-Type: application/json`.",
            Error::Malformed(_) => "Send a JSON object such as {\"source\": \"print('hello')\"}.",
            Error::SourceTooLarge(_) => "Shorten the program.",
            Error::InputTooLarge(_) => "Shorten the input.",
            Error::BodyTooSlow => "Send the request again, all of it at once.",
            Error::Busy => "Try again in a few seconds.",
            Error::RunEnded(Ended::Memory(_)) => "Let the program hold less at one time.",
            Error::RunEnded(_) => "Try again; if it happens again, please report it with the program. Other programs run on.",
            Error::Internal(_) => "Try again; if it stays so, report it with the program that caused it.",
        }
    }

    fn json(&self) -> Response {
        let error = json!({"code": self.code(), "message": self.message(), "hint": self.hint()});
        Json(json!({ "error": error })).into_response()
    }

    fn html(&self) -> Response {
        let page = ErrorPage { status: self.status().as_u16(), message: self.message(), hint: self.hint() };
        page.into_response()
    }
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ended::Memory(most) => write!(f, "its process held more than {} MiB of memory", most / (1024 * 1024)),
            Ended::Time => f.write_str("its process did not stop when its time was up"),
            Ended::Died => f.write_str("its process died"),
        }
    }
}

#[derive(Template, WebTemplate)]
#[template(path = "error.html")]
struct ErrorPage {
    status: u16,
    message: String,
    hint: &'static str,
}

/// No face yet: the error travels with the response up to [`with_face`].
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The layer that gives errors their face.
pub async fn with_face(request: Request, next: Next) -> Response {
    let for_people = accepts_html(request.headers()) && !request.uri().path().starts_with("/api/");
    let mut response = next.run(request).await;
    let Some(error) = response.extensions_mut().remove::<Error>() else {
        return response;
    };
    if let Error::Internal(cause) = &error {
        tracing::error!(cause, "a request failed");
    }
    let (face, body) = if for_people { error.html() } else { error.json() }.into_parts();
    *response.body_mut() = body;
    response.headers_mut().extend(face.headers);
    if matches!(error, Error::Busy) {
        let seconds = HeaderValue::from(TRY_AGAIN_AFTER);
        response.headers_mut().insert(RETRY_AFTER, seconds);
    }
    response
}

/// True for browsers: others rarely ask for pages by name.
pub fn accepts_html(request: &HeaderMap) -> bool {
    let mut accepted = request.get_all(ACCEPT).iter();
    accepted.any(|value| value.to_str().is_ok_and(|types| types.contains("text/html")))
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Error::internal(error)
    }
}

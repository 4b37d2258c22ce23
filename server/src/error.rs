//! Everything that can go wrong with a request: one type with three faces: HTML for people, problem documents for users of the API, JSON for the page.
//!
//! A handler returns the error as it is; the layer [`with_face`] knows who asked. Causes are logged there and shown to nobody.

use std::fmt;

use askama::Template;
use askama_web::WebTemplate;
use axum::Json;
use axum::extract::Request;
use axum::http::header::{ACCEPT, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::words::{Language, Text, Words};

#[derive(Clone, Debug)]
pub enum Error {
    NoSuchPage,
    NoSuchProgram,
    NoSuchExample,
    NoSuchLesson,
    NoSuchModule,
    NoSuchPicture,
    MethodNotAllowed,
    NotJson,
    Malformed(String),
    /// Holds the size that would have been taken.
    SourceTooLarge(usize),
    /// The same, of what the program reads.
    InputTooLarge(usize),
    BodyTooSlow,
    /// The site is not called as it was asked for.
    WrongHost,
    /// As many programs wait as may, or this one waited for too long.
    Busy {
        ahead: usize,
        seconds: u64,
    },
    /// The client asked more often than it may.
    TooOften {
        seconds: u64,
    },
    /// The trace is larger than so many bytes, compressed.
    TraceTooLarge(usize),
    /// A picture has more steps than so many, or too many pixels.
    PictureTooLarge(usize),
    /// Programs can't be kept at the moment, though all else works.
    StoreDown(Trouble),
    /// An operator took the program down, and says why.
    TakenDown(String),
    /// Only some may read this.
    Forbidden,
    /// A page of another site asks for what only programs and the site's own pages may.
    OtherSite,
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

/// What keeps the database from working.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Full,
    ReadOnly,
    Locked,
    Lost,
}

/// Left with an answer for the layers outside: the code of the error that it tells.
#[derive(Clone, Copy, Debug)]
pub struct Refused(pub &'static str);

/// Seconds after which a client may look whether programs can be kept again.
const STORE_REST: u64 = 30;

const MIB: usize = 1024 * 1024;

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

    pub fn status(&self) -> StatusCode {
        match self {
            Error::NoSuchPage
            | Error::NoSuchProgram
            | Error::NoSuchExample
            | Error::NoSuchLesson
            | Error::NoSuchModule
            | Error::NoSuchPicture => StatusCode::NOT_FOUND,
            Error::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Error::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Error::Malformed(_) => StatusCode::BAD_REQUEST,
            Error::SourceTooLarge(_) | Error::InputTooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Error::BodyTooSlow => StatusCode::REQUEST_TIMEOUT,
            Error::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Error::Forbidden | Error::OtherSite => StatusCode::FORBIDDEN,
            Error::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Error::TraceTooLarge(_) | Error::PictureTooLarge(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Error::TakenDown(_) => StatusCode::GONE,
            Error::Busy { .. } | Error::StoreDown(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::RunEnded(_) | Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Its name in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Error::NoSuchPage => "no_such_page",
            Error::NoSuchProgram => "no_such_program",
            Error::NoSuchExample => "no_such_example",
            Error::NoSuchLesson => "no_such_lesson",
            Error::NoSuchModule => "no_such_module",
            Error::NoSuchPicture => "no_such_picture",
            Error::MethodNotAllowed => "method_not_allowed",
            Error::NotJson => "not_json",
            Error::Malformed(_) => "malformed",
            Error::SourceTooLarge(_) => "source_too_large",
            Error::InputTooLarge(_) => "input_too_large",
            Error::BodyTooSlow => "body_too_slow",
            Error::WrongHost => "wrong_host",
            Error::Busy { .. } => "busy",
            Error::TooOften { .. } => "too_often",
            Error::TraceTooLarge(_) => "trace_too_large",
            Error::PictureTooLarge(_) => "picture_too_large",
            Error::StoreDown(_) => "store_down",
            Error::TakenDown(_) => "taken_down",
            Error::Forbidden => "forbidden",
            Error::OtherSite => "other_site",
            Error::RunEnded(_) => "run_ended",
            Error::Internal(_) => "internal",
        }
    }

    /// What happened, in a sentence, as the log and users of the API read it.
    pub fn message(&self) -> String {
        self.message_in(Words::first())
    }

    /// What happened, in a sentence.
    pub fn message_in(&self, words: &Words) -> String {
        let said = &words.errors;
        match self {
            Error::NoSuchPage => said.no_such_page.plain(),
            Error::NoSuchProgram => said.no_such_program.plain(),
            Error::NoSuchExample => said.no_such_example.plain(),
            Error::NoSuchLesson => said.no_such_lesson.plain(),
            Error::NoSuchModule => said.no_such_module.plain(),
            Error::NoSuchPicture => said.no_such_picture.plain(),
            Error::MethodNotAllowed => said.method_not_allowed.plain(),
            Error::NotJson => said.not_json.plain(),
            Error::Malformed(what) => said.malformed(what).plain(),
            Error::SourceTooLarge(limit) => said.source_too_large(limit).plain(),
            Error::InputTooLarge(limit) => said.input_too_large(limit).plain(),
            Error::BodyTooSlow => said.body_too_slow.plain(),
            Error::WrongHost => said.wrong_host.plain(),
            Error::Busy { ahead, .. } => said.busy(ahead).plain(),
            Error::TooOften { .. } => said.too_often.plain(),
            Error::TraceTooLarge(most) => said.trace_too_large(most / MIB).plain(),
            Error::PictureTooLarge(most) => said.picture_too_large(most).plain(),
            Error::StoreDown(trouble) => said.store_down(trouble.words(words)).plain(),
            Error::TakenDown(reason) => said.taken_down(reason).plain(),
            Error::Forbidden => said.forbidden.plain(),
            Error::OtherSite => said.other_site.plain(),
            Error::RunEnded(why) => said.run_ended(why.words(words)).plain(),
            Error::Internal(_) => said.internal.plain(),
        }
    }

    /// What to do about it, in a sentence.
    pub fn hint(&self, words: &Words) -> String {
        let said = &words.hints;
        match self {
            Error::Busy { seconds, .. } => said.busy(counted(*seconds, words)).plain(),
            Error::TooOften { seconds } => said.too_often(counted(*seconds, words)).plain(),
            Error::NoSuchPage => said.no_such_page.plain(),
            Error::NoSuchProgram => said.no_such_program.plain(),
            Error::NoSuchModule => said.no_such_module.plain(),
            Error::NoSuchPicture => said.no_such_picture.plain(),
            Error::NoSuchExample => said.no_such_example.plain(),
            Error::NoSuchLesson => said.no_such_lesson.plain(),
            Error::MethodNotAllowed => said.method_not_allowed.plain(),
            Error::NotJson => said.not_json.plain(),
            Error::Malformed(_) => said.malformed("{\"source\": \"print('hello')\"}").plain(),
            Error::SourceTooLarge(_) => said.source_too_large.plain(),
            Error::InputTooLarge(_) => said.input_too_large.plain(),
            Error::BodyTooSlow => said.body_too_slow.plain(),
            Error::WrongHost => said.wrong_host.plain(),
            Error::TraceTooLarge(_) => said.trace_too_large.plain(),
            Error::PictureTooLarge(_) => said.picture_too_large.plain(),
            Error::StoreDown(_) => said.store_down.plain(),
            Error::TakenDown(_) => said.taken_down.plain(),
            Error::Forbidden => said.forbidden.plain(),
            Error::OtherSite => said.other_site.plain(),
            Error::RunEnded(Ended::Memory(_)) => said.run_ended_memory.plain(),
            Error::RunEnded(_) => said.run_ended.plain(),
            Error::Internal(_) => said.internal.plain(),
        }
    }

    /// Seconds after which a client may try again.
    fn retry_after(&self) -> Option<u64> {
        match self {
            Error::Busy { seconds, .. } | Error::TooOften { seconds } => Some(*seconds),
            Error::StoreDown(_) => Some(STORE_REST),
            _ => None,
        }
    }

    fn json(&self, words: &'static Words) -> Response {
        let mut error = json!({"code": self.code(), "message": self.message_in(words), "hint": self.hint(words)});
        if let Error::Busy { ahead, .. } = self {
            error["ahead"] = json!(ahead);
        }
        Json(json!({ "error": error })).into_response()
    }

    /// As RFC 9457 has it. Users of the API read it in one language.
    fn problem(&self, _: &'static Words) -> Response {
        let status = self.status();
        let mut problem = json!({
            "type": "about:blank",
            "title": status.canonical_reason().unwrap_or_default(),
            "status": status.as_u16(),
            "detail": self.message(),
            "code": self.code(),
            "hint": self.hint(Words::first()),
        });
        if let Error::Busy { ahead, .. } = self {
            problem["ahead"] = json!(ahead);
        }
        ([(CONTENT_TYPE, "application/problem+json")], problem.to_string()).into_response()
    }

    fn html(&self, words: &'static Words) -> Response {
        let page = ErrorPage { status: self.status().as_u16(), message: self.message_in(words), hint: self.hint(words), words };
        words.added_to(page)
    }
}

impl Trouble {
    fn words(self, words: &Words) -> Text {
        match self {
            Trouble::Full => words.errors.full,
            Trouble::ReadOnly => words.errors.read_only,
            Trouble::Locked => words.errors.locked,
            Trouble::Lost => words.errors.lost,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words(Words::first()).fmt(f)
    }
}

impl Ended {
    fn words(self, words: &Words) -> String {
        match self {
            Ended::Memory(most) => words.errors.ended_memory(most / MIB).plain(),
            Ended::Time => words.errors.ended_time.plain(),
            Ended::Died => words.errors.ended_died.plain(),
        }
    }
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Words::first()))
    }
}

#[derive(Template, WebTemplate)]
#[template(path = "error.html")]
struct ErrorPage {
    status: u16,
    message: String,
    hint: String,
    words: &'static Words,
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
    let path = request.uri().path();
    let face = match path {
        _ if path.starts_with("/api/v1/") => Error::problem,
        _ if path.starts_with("/api/") || !accepts_html(request.headers()) => Error::json,
        _ => Error::html,
    };
    let Language(words) = Language::of(request.uri().query(), request.headers());
    let mut response = next.run(request).await;
    let Some(error) = response.extensions_mut().remove::<Error>() else {
        return response;
    };
    match &error {
        Error::Internal(cause) => tracing::error!(cause, "a request failed"),
        Error::StoreDown(trouble) => tracing::warn!(%trouble, "the database of shared programs does not work"),
        _ => {}
    }
    let (face, body) = face(&error, words).into_parts();
    *response.body_mut() = body;
    response.headers_mut().extend(face.headers);
    if let Some(seconds) = error.retry_after() {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response.extensions_mut().insert(Refused(error.code()));
    response
}

fn counted(seconds: u64, words: &Words) -> String {
    if seconds == 1 { words.hints.second.plain() } else { words.hints.seconds(seconds).plain() }
}

/// True for browsers: others rarely ask for pages by name.
pub fn accepts_html(request: &HeaderMap) -> bool {
    let mut accepted = request.get_all(ACCEPT).iter();
    accepted.any(|value| value.to_str().is_ok_and(|types| types.contains("text/html")))
}

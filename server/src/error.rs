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

    /// What happened, in a sentence.
    pub fn message(&self) -> String {
        match self {
            Error::NoSuchPage => "There is nothing at this address.".to_owned(),
            Error::NoSuchProgram => "No program is kept under this id.".to_owned(),
            Error::NoSuchExample => "There is no example of this name.".to_owned(),
            Error::NoSuchLesson => "There is no lesson of this name.".to_owned(),
            Error::NoSuchModule => "The library has no module of this name.".to_owned(),
            Error::NoSuchPicture => "There is no such picture.".to_owned(),
            Error::MethodNotAllowed => "This address does not take that method.".to_owned(),
            Error::NotJson => "The request's body is not marked as JSON.".to_owned(),
            Error::Malformed(what) => format!("The request's body could not be read: {what}."),
            Error::SourceTooLarge(limit) => {
                format!("The program is longer than {limit} bytes (the limit on source).")
            }
            Error::InputTooLarge(limit) => format!("The program's input is longer than {limit} bytes."),
            Error::BodyTooSlow => "The request's body took too long to arrive.".to_owned(),
            Error::WrongHost => "This site has another name.".to_owned(),
            Error::Busy { ahead, .. } => {
                format!("The server is busy: {ahead} programs wait for their turn already.")
            }
            Error::TooOften { .. } => "Your network sent too many requests in a short time.".to_owned(),
            Error::TraceTooLarge(most) => format!("The trace of this run is larger than {} MiB.", most / (1024 * 1024)),
            Error::PictureTooLarge(most) => format!("The picture is too large, or has more than {most} steps."),
            Error::StoreDown(trouble) => format!("Shared programs can't be reached at the moment: the database {trouble}."),
            Error::TakenDown(reason) => format!("This program was taken down: {reason}."),
            Error::Forbidden => "This address may not be read from there.".to_owned(),
            Error::OtherSite => "Pages of other sites may not use this address.".to_owned(),
            Error::RunEnded(why) => format!("The run was ended by the system: {why}."),
            Error::Internal(_) => "The server made a mistake; it has been logged.".to_owned(),
        }
    }

    /// What to do about it, in a sentence.
    pub fn hint(&self) -> String {
        let hint = match self {
            Error::Busy { seconds, .. } => return format!("Try again in {}.", counted(*seconds)),
            Error::TooOften { seconds } => return format!("Wait {}, then try again.", counted(*seconds)),
            Error::NoSuchPage => "Check the address. The playground is at /; programs send requests to /api/trace and /api/programs.",
            Error::NoSuchProgram => "Check that you copied the whole id, or share the program again.",
            Error::NoSuchModule => "Ask for it by its dotted name, as in /api/library/asyncio.tasks.",
            Error::NoSuchPicture => {
                "A picture ends in .svg, .png or .gif. Its step is a number, its theme light or dark, its width 320 to 2400; .gif needs from and to."
            }
            Error::NoSuchExample => "Choose one from the list of examples in the playground.",
            Error::NoSuchLesson => "Choose one from the list of lessons at /learn.",
            Error::MethodNotAllowed => "See the Allow header for the methods it takes.",
            Error::NotJson => "Send the header `Content-Type: application/json`.",
            Error::Malformed(_) => "Send a JSON object such as {\"source\": \"print('hello')\"}.",
            Error::SourceTooLarge(_) => "Shorten the program.",
            Error::InputTooLarge(_) => "Shorten the input.",
            Error::BodyTooSlow => "Send the request again, all of it at once.",
            Error::WrongHost => "Open the site by its own name. An operator adds names with --host NAME.",
            Error::TraceTooLarge(_) => "Make the program do less: fewer rounds of its loops, shorter texts and lists.",
            Error::PictureTooLarge(_) => "Ask for fewer steps, or for a smaller width.",
            Error::StoreDown(_) => {
                "Try again in a while. You can still run programs and open examples, and your text stays in this browser."
            }
            Error::TakenDown(_) => "Start from one of the examples instead.",
            Error::Forbidden => "An operator allows it with --metrics-from NETWORK.",
            Error::OtherSite => "Ask from a program, or use /api/v1/trace, which scripts of any site may.",
            Error::RunEnded(Ended::Memory(_)) => "Make the program hold less at one time.",
            Error::RunEnded(_) => "Try again. If it happens again, please report it with the program. Other programs are not affected.",
            Error::Internal(_) => "Try again. If it happens again, please report it with the program.",
        };
        hint.to_owned()
    }

    /// Seconds after which a client may try again.
    fn retry_after(&self) -> Option<u64> {
        match self {
            Error::Busy { seconds, .. } | Error::TooOften { seconds } => Some(*seconds),
            Error::StoreDown(_) => Some(STORE_REST),
            _ => None,
        }
    }

    fn json(&self) -> Response {
        let mut error = json!({"code": self.code(), "message": self.message(), "hint": self.hint()});
        if let Error::Busy { ahead, .. } = self {
            error["ahead"] = json!(ahead);
        }
        Json(json!({ "error": error })).into_response()
    }

    /// As RFC 9457 has it.
    fn problem(&self) -> Response {
        let status = self.status();
        let mut problem = json!({
            "type": "about:blank",
            "title": status.canonical_reason().unwrap_or_default(),
            "status": status.as_u16(),
            "detail": self.message(),
            "code": self.code(),
            "hint": self.hint(),
        });
        if let Error::Busy { ahead, .. } = self {
            problem["ahead"] = json!(ahead);
        }
        ([(CONTENT_TYPE, "application/problem+json")], problem.to_string()).into_response()
    }

    fn html(&self) -> Response {
        let page = ErrorPage { status: self.status().as_u16(), message: self.message(), hint: self.hint() };
        page.into_response()
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Trouble::Full => "is full",
            Trouble::ReadOnly => "can't be written to",
            Trouble::Locked => "is locked by another program",
            Trouble::Lost => "can't be reached",
        })
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
    hint: String,
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
    let mut response = next.run(request).await;
    let Some(error) = response.extensions_mut().remove::<Error>() else {
        return response;
    };
    match &error {
        Error::Internal(cause) => tracing::error!(cause, "a request failed"),
        Error::StoreDown(trouble) => tracing::warn!(%trouble, "the database of shared programs does not work"),
        _ => {}
    }
    let (face, body) = face(&error).into_parts();
    *response.body_mut() = body;
    response.headers_mut().extend(face.headers);
    if let Some(seconds) = error.retry_after() {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response.extensions_mut().insert(Refused(error.code()));
    response
}

fn counted(seconds: u64) -> String {
    if seconds == 1 { "a second".to_owned() } else { format!("{seconds} seconds") }
}

/// True for browsers: others rarely ask for pages by name.
pub fn accepts_html(request: &HeaderMap) -> bool {
    let mut accepted = request.get_all(ACCEPT).iter();
    accepted.any(|value| value.to_str().is_ok_and(|types| types.contains("text/html")))
}

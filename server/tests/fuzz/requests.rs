//! Requests of any shape, and what holds of every answer.

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Method, Request, StatusCode, Uri};
use bolero::TypeGenerator;
use serde_json::{Value as Json, json};

use crate::common::Answer;

/// What a request is made of.
#[derive(Clone, Debug, TypeGenerator)]
pub struct Shape {
    route: u8,
    method: u8,
    /// What stands after the route, in its place of a parameter or as a query.
    rest: Vec<u8>,
    headers: Vec<(u8, Vec<u8>)>,
    content: Content,
    texts: (Vec<u8>, Vec<u8>),
    /// Where the body is damaged, and by what.
    damage: Option<(u16, u8)>,
}

#[derive(Clone, Copy, Debug, TypeGenerator)]
enum Content {
    Bytes,
    Source,
    SourceAndInput,
    All,
    Other,
}

const ROUTES: [&str; 13] = [
    "/api/trace",
    "/api/programs",
    "/",
    "/p/",
    "/static/",
    "/api/library/",
    "/api/queue/",
    "/healthz",
    "/readyz",
    "/metrics",
    "/favicon.ico",
    "/api/",
    "",
];

const METHODS: [Method; 6] = [Method::POST, Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::OPTIONS];

const HEADERS: [&str; 12] = [
    "content-type",
    "accept",
    "accept-encoding",
    "host",
    "x-request-id",
    "x-forwarded-for",
    "if-none-match",
    "content-length",
    "content-encoding",
    "range",
    "cookie",
    "expect",
];

/// What every answer is given.
const PROMISED: [&str; 5] = ["content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy", "x-request-id"];

impl Shape {
    /// The request, if an HTTP library takes it for one.
    pub fn request(&self) -> Option<Request<Body>> {
        let uri = Uri::try_from([self.route().as_bytes(), &self.rest].concat()).ok()?;
        let mut request = Request::builder().uri(uri).method(&METHODS[usize::from(self.method) % METHODS.len()]);
        if !matches!(self.content, Content::Bytes) {
            request = request.header("content-type", "application/json");
        }
        for (name, value) in &self.headers {
            let name = HeaderName::from_static(HEADERS[usize::from(*name) % HEADERS.len()]);
            request = request.header(name, HeaderValue::from_bytes(value).ok()?);
        }
        request.body(Body::from(self.body())).ok()
    }

    fn route(&self) -> &'static str {
        ROUTES[usize::from(self.route) % ROUTES.len()]
    }

    fn body(&self) -> Vec<u8> {
        let (first, second) = (String::from_utf8_lossy(&self.texts.0), String::from_utf8_lossy(&self.texts.1));
        let mut body = match self.content {
            Content::Bytes => self.texts.0.clone(),
            Content::Source => json!({"source": first}).to_string().into_bytes(),
            Content::SourceAndInput => json!({"source": first, "input": second}).to_string().into_bytes(),
            Content::All => json!({"source": first, "input": second, "library": true, "top_level_await": true}).to_string().into_bytes(),
            Content::Other => json!({"source": first, *second: [first, {"source": second}]}).to_string().into_bytes(),
        };
        if let Some((at, byte)) = self.damage
            && let Some(damaged) = body.get_mut(usize::from(at))
        {
            *damaged = byte;
        }
        body
    }
}

/// Panics where an answer is not one that the site may give.
pub fn is_as_promised(answer: &Answer, shape: &Shape) {
    for name in PROMISED {
        assert!(answer.headers.contains_key(name), "no {name}: {answer:?}");
    }
    // Nothing runs here, so a program that would be run is the one thing that goes wrong.
    if answer.status == StatusCode::INTERNAL_SERVER_ERROR {
        assert_eq!(shape.route(), "/api/trace", "{answer:?}");
    }
    let is_error = answer.status.is_client_error() || answer.status == StatusCode::INTERNAL_SERVER_ERROR;
    if is_error && answer.header("content-type") == "application/json" && !answer.body.is_empty() {
        let error = &serde_json::from_slice::<Json>(&answer.body).expect("JSON")["error"];
        for part in ["code", "message", "hint"] {
            assert!(error[part].is_string(), "no {part}: {answer:?}");
        }
    }
}

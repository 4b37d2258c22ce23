//! What is noted of each request: a number to find it by, a line in the log, counts and times.
//!
//! A line has the route, never the address as it was asked for, and nothing of a body: no text of a client's gets into the log but its request's
//! number, and that is checked.

use std::sync::Arc;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use crate::access::{Asker, RequestId};
use crate::error::Refused;
use crate::metrics::{Count, Time};
use crate::state::AppState;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Long enough to be nobody else's, short enough for a log.
const ID_LENGTHS: std::ops::RangeInclusive<usize> = 8..=64;

/// The outermost layer.
pub async fn observe(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let id = given(request.headers()).unwrap_or_else(new_id);
    let client = state.runner.access().client(&request);
    let method = request.method().clone();
    request.extensions_mut().insert(Asker { client, request: RequestId(Arc::from(id.as_str())) });
    let route = request.extensions().get::<MatchedPath>().map_or("none".to_owned(), |path| path.as_str().to_owned());
    let span = tracing::info_span!("request", %id, %method, route, %client);
    let mut response = next.run(request).instrument(span.clone()).await;

    let (took, status) = (began.elapsed(), response.status());
    let refused = response.extensions_mut().remove::<Refused>();
    let metrics = state.runner.metrics();
    metrics.count(Count::Requests, status.as_str());
    metrics.time(Time::Request, took);
    if let Some(Refused(code)) = refused {
        metrics.count(Count::Refused, code);
    }
    let refused = refused.map(|Refused(code)| code);
    span.in_scope(|| tracing::info!(status = status.as_u16(), refused, milliseconds = took.as_millis() as u64, "answered"));
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// The number that a client or a proxy gave to its request, if it is one that can't forge a line of the log.
fn given(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(REQUEST_ID)?.to_str().ok()?;
    is_id(id).then(|| id.to_owned())
}

pub fn is_id(text: &str) -> bool {
    ID_LENGTHS.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Unlike any other of this server and, most likely, of others: it need not be hard to guess.
fn new_id() -> String {
    static BEGAN: LazyLock<u64> = LazyLock::new(|| SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos() as u64));
    static NUMBER: AtomicU64 = AtomicU64::new(1);
    format!("{:016x}-{:x}", *BEGAN, NUMBER.fetch_add(1, Ordering::Relaxed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_could_forge_a_line_is_not_taken() {
        assert!(is_id("0123456789abcdef-1f") && is_id(&new_id()));
        assert_ne!(new_id(), new_id());
        for wrong in ["", "short", "two lines\nstatus=200", "quote\"quote", "equal=equal", &"x".repeat(65), "caf\u{e9}caf\u{e9}"] {
            assert!(!is_id(wrong), "{wrong:?}");
        }
    }
}

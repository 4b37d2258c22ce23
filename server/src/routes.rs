//! Every route in one table, and the headers of every answer in one layer.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS};
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{get, post};

use crate::observed::observe;
use crate::reach::Reach;
use crate::state::AppState;
use crate::{access, api, error, pages};

/// The page has no inline script or style, loads nothing from elsewhere, and stands in nobody's frame. Only what says so with a `Reach` may.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                      font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 6] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// A body of this size is read: eight times the limit on source, since JSON may write a character in six.
const BODY_BYTES: usize = 512 * 1024;

/// The whole site.
pub fn app(state: AppState) -> Router {
    Router::new()
        .route("/", get(pages::index))
        .route("/p/{id}", get(pages::program))
        .route("/p/{id}/preview.png", get(pages::preview))
        .route("/examples/{file}", get(pages::of_example))
        .route("/examples/{name}/preview.png", get(pages::example_preview))
        .route("/embed", get(pages::other_player))
        .route("/embed/", get(pages::other_player))
        .route("/embed/{id}", get(pages::player))
        .route("/oembed", get(pages::oembed))
        .route("/stillframe-player.js", get(pages::player_script))
        .route("/api/v1/trace", post(api::v1::trace).options(api::v1::preflight))
        .route("/api/v1/programs", post(api::keep))
        .route("/api/v1/programs/{id}", get(api::v1::program).options(api::v1::preflight))
        .route("/api/v1/openapi.json", get(api::v1::openapi))
        .route("/compare", get(pages::compare))
        .route("/compare/{pair}/preview.png", get(pages::pair_preview))
        .route("/language", get(pages::language))
        .route("/learn", get(pages::learn))
        .route("/learn/misconceptions", get(pages::misconceptions))
        .route("/learn/{*lesson}", get(pages::lesson))
        .route("/static/{*path}", get(pages::asset))
        .route("/favicon.ico", get(pages::favicon))
        .route("/healthz", get(api::health))
        .route("/readyz", get(api::ready))
        .route("/metrics", get(api::metrics))
        .route("/mcp", post(api::mcp))
        .route("/api/queue/{id}", get(api::queue))
        .route("/api/trace", post(api::trace))
        .route("/api/programs", post(api::keep))
        .route("/api/library/{module}", get(api::library))
        .fallback(pages::not_found)
        .method_not_allowed_fallback(pages::method_not_allowed)
        .with_state(state.clone())
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(from_fn_with_state(state.runner.access().clone(), access::check_host))
        .layer(from_fn(error::with_face))
        .layer(map_response(with_headers))
        .layer(from_fn_with_state(state, observe))
}

/// A handler may have set one of its own.
async fn with_headers(mut response: Response) -> Response {
    let reach = response.extensions_mut().remove::<Reach>();
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if let Some(reach) = reach {
        reach.loosen(headers);
    }
    response
}

//! The address by which a site was asked for, as far as a request says it: links that leave the site need it.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::HOST;
use axum::http::request::Parts;

use crate::access::Peer;
use crate::state::{AppState, Delivery};

/// Such as `https://play.example.org`, without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(pub String);

impl FromRequestParts<AppState> for Origin {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        if let Delivery::Files { address: Some(address) } = &state.delivery {
            return Ok(Origin(address.clone()));
        }
        let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let host = parts.uri.authority().map(|authority| authority.as_str()).or_else(|| header(HOST.as_str()));
        let peer = parts.extensions.get::<Peer>().copied();
        let is_proxied = peer.is_some_and(|peer| state.runner.access().trusts(peer));
        let secure = is_proxied && header("x-forwarded-proto").is_some_and(|scheme| scheme.trim().eq_ignore_ascii_case("https"));
        let scheme = if secure { "https" } else { "http" };
        Ok(Origin(format!("{scheme}://{}", host.filter(|host| is_host(host)).unwrap_or("localhost"))))
    }
}

/// Nothing that could mean more in HTML or in an address.
fn is_host(host: &str) -> bool {
    !host.is_empty() && host.len() <= 255 && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]_".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_and_perhaps_a_port() {
        for host in ["localhost", "play.example.org:3000", "[::1]:80"] {
            assert!(is_host(host), "{host}");
        }
        for host in ["", "a\"b", "a/b", "a b", "<script>"] {
            assert!(!is_host(host), "{host}");
        }
    }
}

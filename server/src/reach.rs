//! Who may use an answer, where that is more than the site itself. A handler says so, and the layer of `routes` sets the headers.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::Response;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Pages elsewhere may show it: a picture, a script.
    Shown,
    /// Scripts elsewhere may read it, too.
    Read,
    /// Pages elsewhere may have it in a frame.
    Framed,
}

impl Reach {
    pub fn of(self, mut response: Response) -> Response {
        response.extensions_mut().insert(self);
        response
    }

    /// Loosens the headers of the site as far as it has to be.
    pub fn loosen(self, headers: &mut HeaderMap) {
        headers.insert(CROSS_ORIGIN, HeaderValue::from_static("cross-origin"));
        match self {
            Reach::Shown => {}
            Reach::Read => {
                headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
            }
            Reach::Framed => {
                headers.remove(header::X_FRAME_OPTIONS);
                // Without a word about ancestors any page may have the frame, also one that was opened from a disk, which `*` does not mean.
                let policy = headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok()).unwrap_or_default();
                let kept: Vec<&str> = policy.split(';').map(str::trim).filter(|rule| !rule.starts_with("frame-ancestors")).collect();
                if let Ok(policy) = HeaderValue::from_str(&kept.join("; ")) {
                    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
                }
            }
        }
    }
}

const CROSS_ORIGIN: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

//! Entity tags: a browser that holds a copy of an answer names the copy's tag, and where that is still right nothing is sent again.

use axum::http::header::IF_NONE_MATCH;
use axum::http::{HeaderMap, HeaderValue};

pub struct Tag(String);

impl Tag {
    /// A weak one: the same content may be sent compressed or plain.
    pub fn new(hash: &blake3::Hash) -> Self {
        Tag(format!("W/\"{}\"", &hash.to_hex()[..16]))
    }

    /// Whether the client has what the tag names.
    pub fn is_known(&self, request: &HeaderMap) -> bool {
        let tag = self.0.as_bytes();
        request.get(IF_NONE_MATCH).is_some_and(|tags| tags.as_bytes().windows(tag.len()).any(|window| window == tag))
    }

    pub fn header(&self) -> HeaderValue {
        HeaderValue::from_str(&self.0).expect("hexadecimal digits in quotes")
    }
}

//! Compressing answers, with gzip alone: every browser takes it, and on traces it packs tighter than zstd at its usual level.

use std::io::{Read, Write};

use axum::body::Bytes;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

/// Bytes that are compressed once and kept so.
#[derive(Clone, Debug)]
pub struct Gzipped(Bytes);

impl Gzipped {
    pub fn new(plain: &[u8]) -> Self {
        let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 4), Compression::new(5));
        encoder.write_all(plain).expect("a vector takes all");
        Gzipped(encoder.finish().expect("a vector takes all").into())
    }

    /// What another process of this program has compressed.
    pub fn from_gzip(bytes: Vec<u8>) -> Self {
        Gzipped(bytes.into())
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn size(&self) -> usize {
        self.0.len()
    }

    /// The bytes as the client takes them: compressed, or plain where it did not say that it knows gzip.
    pub fn answer(&self, request: &HeaderMap, content_type: &'static str) -> Response {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        if accepts_gzip(request) {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            (headers, self.0.clone()).into_response()
        } else {
            (headers, self.plain()).into_response()
        }
    }

    pub fn plain(&self) -> Vec<u8> {
        let mut plain = Vec::new();
        GzDecoder::new(&self.0[..]).read_to_end(&mut plain).expect("we compressed it ourselves");
        plain
    }
}

fn accepts_gzip(request: &HeaderMap) -> bool {
    let offers = request.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    let mut any_other = false;
    for offer in offers {
        let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0));
        match name.trim() {
            "gzip" | "x-gzip" => return !refused,
            "*" => any_other = !refused,
            _ => {}
        }
    }
    any_other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_used_where_it_is_offered() {
        for (offer, expected) in [
            ("gzip", true),
            ("gzip, deflate, br, zstd", true),
            ("br;q=1.0, gzip;q=0.8", true),
            ("*", true),
            ("gzip;q=0", false),
            ("*, gzip;q=0.0", false),
            ("br", false),
            ("", false),
        ] {
            let headers = HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(offer))]);
            assert_eq!(accepts_gzip(&headers), expected, "{offer:?}");
        }
        assert!(!accepts_gzip(&HeaderMap::new()));
    }

    #[test]
    fn what_goes_in_comes_out() {
        let text = "a trace ".repeat(1000);
        let packed = Gzipped::new(text.as_bytes());
        assert!(packed.size() < 200);
        assert_eq!(packed.plain(), text.as_bytes());
    }
}

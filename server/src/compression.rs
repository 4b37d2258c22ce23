//! Compressing answers, with gzip alone: every browser takes it, and on traces it packs tighter than zstd at its usual level.

use std::io::{self, Cursor, Read, Write};
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use hyper::body::{Frame, SizeHint};

/// What clients call it.
const GZIP: &[&str] = &["gzip", "x-gzip"];

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
        if accepts(request, GZIP) {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            (headers, self.0.clone()).into_response()
        } else {
            (headers, Body::new(Inflated { left: self.plain_size(), decoder: GzDecoder::new(Cursor::new(self.0.clone())) })).into_response()
        }
    }

    /// The bytes as they were, if they are no more than so many. A worker may have made these, so nothing is taken for granted.
    pub fn plain(&self, most: usize) -> Option<Vec<u8>> {
        let mut plain = Vec::new();
        GzDecoder::new(&self.0[..]).take(most as u64 + 1).read_to_end(&mut plain).ok()?;
        (plain.len() <= most).then_some(plain)
    }

    /// What gzip itself says of the size of what it holds: the last four bytes.
    fn plain_size(&self) -> u64 {
        self.0.last_chunk::<4>().map_or(0, |size| u32::from_le_bytes(*size).into())
    }
}

/// A body that is decompressed as it is sent, so that those who take no gzip cost no more memory than others.
struct Inflated {
    /// Bytes still to come, as the answer's head has promised.
    left: u64,
    decoder: GzDecoder<Cursor<Bytes>>,
}

/// What is decompressed at once.
const PIECE_BYTES: usize = 32 * 1024;

impl HttpBody for Inflated {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let mut piece = Vec::with_capacity(PIECE_BYTES);
        let read = self.decoder.by_ref().take(PIECE_BYTES as u64).read_to_end(&mut piece);
        Poll::Ready(match read {
            Ok(0) => None,
            Ok(read) => {
                self.left = self.left.saturating_sub(read as u64);
                Some(Ok(Frame::data(piece.into())))
            }
            Err(error) => Some(Err(error)),
        })
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }
}

/// Whether a client takes an encoding, which has these names.
pub fn accepts(request: &HeaderMap, names: &[&str]) -> bool {
    let offers = request.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    let mut any_other = false;
    for offer in offers {
        let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0));
        match name.trim() {
            name if names.contains(&name) => return !refused,
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
            assert_eq!(accepts(&headers, GZIP), expected, "{offer:?}");
        }
        assert!(!accepts(&HeaderMap::new(), GZIP));
    }

    #[test]
    fn what_goes_in_comes_out() {
        let text = "a trace ".repeat(1000);
        let packed = Gzipped::new(text.as_bytes());
        assert!(packed.size() < 200);
        assert_eq!(packed.plain(text.len()).as_deref(), Some(text.as_bytes()));
        assert_eq!(packed.plain(text.len() - 1), None);
        assert_eq!(packed.plain_size(), text.len() as u64);
        // What is no gzip at all is nobody's end.
        assert_eq!(Gzipped::from_gzip(b"no gzip".to_vec()).plain(100), None);
    }
}

//! The long link has a whole program after its `#`, so that no server stores it: `static/js/model/long-link.js` in Rust, one way. `docs/embedding.md` describes it.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde::Serialize;

const VERSION: u8 = 1;

#[derive(Serialize)]
pub struct Carried<'a> {
    pub source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input: Option<&'a str>,
}

/// From the root of the site on.
pub fn address(carried: &Carried<'_>, step: usize) -> String {
    let json = serde_json::to_vec(carried).expect("texts are written as JSON");
    let mut encoder = DeflateEncoder::new(vec![VERSION], Compression::best());
    encoder.write_all(&json).expect("a vector takes all");
    let bytes = encoder.finish().expect("a vector takes all");
    format!("/#packed={}&step={step}", URL_SAFE_NO_PAD.encode(bytes))
}

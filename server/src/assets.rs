//! The files below `/static`: those of `static/`, embedded (in a debug build read from disk, so that an edit shows at once), and
//! the editor's bundle that build.rs made.

use std::borrow::Cow;
use std::fmt;

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use moka::future::Cache;
use rust_embed::RustEmbed;

use crate::compression::Gzipped;

/// The editor that the page was built with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editor {
    CodeMirror,
    Textarea,
}

pub const EDITOR: Editor = if EDITOR_BUNDLE.is_empty() { Editor::Textarea } else { Editor::CodeMirror };

const EDITOR_BUNDLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/editor.js"));

/// Files import each other by plain names, so a browser asks each time whether its copy still holds.
const ASK_EACH_TIME: HeaderValue = HeaderValue::from_static("no-cache");

#[derive(RustEmbed)]
#[folder = "../static/"]
#[include = "css/*"]
#[include = "js/*"]
#[include = "icon.svg"]
#[exclude = "*.test.js"]
struct Folder;

/// The files, and their compressed forms by the hash of what they hold.
#[derive(Clone)]
pub struct Assets {
    compressed: Cache<blake3::Hash, Gzipped>,
}

impl Default for Assets {
    fn default() -> Self {
        Assets { compressed: Cache::new(1_000) }
    }
}

impl Assets {
    /// The answer to a request for a file; none where there is no such file.
    pub async fn answer(&self, path: &str, request: &HeaderMap) -> Option<Response> {
        let content = if path == "editor.js" { bundle() } else { Folder::get(path).map(|file| file.data) }?;
        let hash = blake3::hash(&content);
        let tag = format!("W/\"{}\"", &hash.to_hex()[..16]);
        let known = request.get(IF_NONE_MATCH).is_some_and(|tags| tags.as_bytes().windows(tag.len()).any(|w| w == tag.as_bytes()));
        let mut response = match media_type(path) {
            _ if known => StatusCode::NOT_MODIFIED.into_response(),
            (media_type, true) => {
                let compressed = self.compressed.get_with(hash, async { Gzipped::new(&content) }).await;
                compressed.answer(request, media_type)
            }
            (media_type, false) => ([(CONTENT_TYPE, media_type)], content.into_owned()).into_response(),
        };
        response.headers_mut().insert(CACHE_CONTROL, ASK_EACH_TIME);
        response.headers_mut().insert(ETAG, HeaderValue::from_str(&tag).ok()?);
        Some(response)
    }
}

fn bundle() -> Option<Cow<'static, [u8]>> {
    (EDITOR == Editor::CodeMirror).then_some(Cow::Borrowed(EDITOR_BUNDLE))
}

/// The media type of a file, and whether compressing it pays.
fn media_type(path: &str) -> (&'static str, bool) {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "js" => ("text/javascript; charset=utf-8", true),
        "css" => ("text/css; charset=utf-8", true),
        "svg" => ("image/svg+xml", true),
        "json" | "map" => ("application/json", true),
        "png" => ("image/png", false),
        "ico" => ("image/x-icon", false),
        "woff2" => ("font/woff2", false),
        _ => ("application/octet-stream", false),
    }
}

impl fmt::Display for Editor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Editor::CodeMirror => "codemirror",
            Editor::Textarea => "textarea",
        })
    }
}

//! The files below `/static`: those of `static/`, embedded (in a debug build read from disk, so that an edit shows at once), and the bundles that
//! the build script made of them, among them the interpreter for the browser.
//!
//! A bundle's name has the hash of what it holds, so browsers keep it for good. For the rest a browser asks each time whether its copy still holds.

use std::fmt;
use std::sync::LazyLock;

use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use moka::future::Cache;
use rust_embed::RustEmbed;
use serde::Serialize;

use crate::compression::{Gzipped, accepts};
use crate::tags::Tag;

/// The editor that the page was built with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editor {
    CodeMirror,
    Textarea,
}

pub const EDITOR: Editor = if EDITOR_BUNDLE.is_empty() { Editor::Textarea } else { Editor::CodeMirror };

const EDITOR_BUNDLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/editor.js"));
const FIRST_PAINT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/first-paint.js"));
const STYLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/page.css"));
const QR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/qr.js"));
const WORKER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/interpreter-worker.js"));
const INTERPRETER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/interpreter.wasm"));
const INTERPRETER_BY_BROTLI: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/interpreter.wasm.br"));
const EMBED_STYLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/embed.css"));

static BUNDLES: LazyLock<[Bundle; 7]> = LazyLock::new(|| {
    [
        Bundle::new("editor", "js", EDITOR_BUNDLE),
        Bundle::new("first-paint", "js", FIRST_PAINT),
        Bundle::new("page", "css", STYLE),
        Bundle::new("embed", "css", EMBED_STYLE),
        Bundle::new("qr", "js", QR),
        Bundle::new("interpreter-worker", "js", WORKER),
        Bundle { by_brotli: INTERPRETER_BY_BROTLI, ..Bundle::new("interpreter", "wasm", INTERPRETER) },
    ]
});

// The scripts that say words, each with its language: those of the page, of the player and of the lists of lessons.
include!(concat!(env!("OUT_DIR"), "/spoken.rs"));

static SCRIPTS: LazyLock<Vec<(&str, [Bundle; 3])>> = LazyLock::new(|| {
    let bundles = |[page, embed, course]: [&'static [u8]; 3]| {
        [Bundle::new("page", "js", page), Bundle::new("embed", "js", embed), Bundle::new("course", "js", course)]
    };
    SPOKEN.iter().map(|(language, scripts)| (*language, bundles(*scripts))).collect()
});

const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_EACH_TIME: HeaderValue = HeaderValue::from_static("no-cache");

#[derive(RustEmbed)]
#[folder = "../static/"]
#[include = "css/*"]
#[include = "js/*"]
#[include = "icon.svg"]
#[exclude = "*.test.js"]
struct Folder;

struct Bundle {
    /// Below `/static/`.
    name: String,
    content: &'static [u8],
    /// The same, compressed further than gzip can; empty where that was not done.
    by_brotli: &'static [u8],
}

/// The files, and their compressed forms by the hash of what they hold.
#[derive(Clone)]
pub struct Assets {
    compressed: Cache<blake3::Hash, Gzipped>,
}

/// The names of the page's bundles, below `/static/`.
#[derive(Clone, Copy, Debug)]
pub struct PageBundles {
    pub first_paint: &'static str,
    pub script: &'static str,
    pub style: &'static str,
    pub embed_script: &'static str,
    pub course_script: &'static str,
    pub embed_style: &'static str,
}

/// The addresses of the interpreter for the browser.
#[derive(Debug, Serialize)]
pub struct Interpreter {
    /// The script of a worker that runs programs.
    worker: String,
    /// The WebAssembly module.
    module: String,
}

/// Every file that there is below `/static/`.
pub fn names() -> impl Iterator<Item = String> {
    let bundles = bundles().filter(|bundle| !bundle.content.is_empty()).map(|bundle| bundle.name.clone());
    bundles.chain(Folder::iter().map(String::from))
}

fn bundles() -> impl Iterator<Item = &'static Bundle> {
    BUNDLES.iter().chain(SCRIPTS.iter().flat_map(|(_, scripts)| scripts))
}

/// Those of a page in a language. None where the page was not bundled, or where its files are others by now than those that were.
pub fn page_bundles(language: &str) -> Option<PageBundles> {
    let [_, first_paint, style, embed_style, ..] = &*BUNDLES;
    let (_, [script, embed_script, course_script]) = SCRIPTS.iter().find(|(spoken, _)| *spoken == language)?;
    let usable = !script.content.is_empty() && !edited::since_the_build();
    usable.then_some(PageBundles {
        first_paint: &first_paint.name,
        script: &script.name,
        style: &style.name,
        embed_script: &embed_script.name,
        course_script: &course_script.name,
        embed_style: &embed_style.name,
    })
}

/// Where the interpreter for the browser is; none where it was not built.
pub fn interpreter() -> Option<Interpreter> {
    let [.., worker, module] = &*BUNDLES;
    let bundled = !WORKER.is_empty() && !edited::since_the_build();
    (!module.content.is_empty()).then(|| Interpreter {
        worker: if bundled { format!("/static/{}", worker.name) } else { format!("/static/{WORKER_MODULE}") },
        module: format!("/static/{}", module.name),
    })
}

/// Whether a file below `/static/` is the script of the worker that compiles the module.
pub fn compiles(path: &str) -> bool {
    path == WORKER_MODULE || bundles().any(|bundle| bundle.name == path && bundle.content == WORKER)
}

/// The worker where the page is not bundled.
const WORKER_MODULE: &str = "js/net/interpreter-worker.js";

/// The name of the editor's bundle, below `/static/`.
pub fn editor_bundle() -> Option<&'static str> {
    (EDITOR == Editor::CodeMirror).then_some(&BUNDLES[0].name)
}

/// The name of the bundle that makes QR codes, below `/static/`.
pub fn qr_bundle() -> Option<&'static str> {
    BUNDLES.iter().find(|bundle| bundle.content == QR && !QR.is_empty()).map(|bundle| &*bundle.name)
}

impl Bundle {
    fn new(stem: &str, extension: &str, content: &'static [u8]) -> Self {
        let hash = blake3::hash(content).to_hex();
        Bundle { name: format!("{stem}-{}.{extension}", &hash[..16]), content, by_brotli: &[] }
    }
}

impl Default for Assets {
    fn default() -> Self {
        Assets { compressed: Cache::new(1_000) }
    }
}

impl Assets {
    /// The answer to a request for a file; none where there is no such file.
    pub async fn answer(&self, path: &str, request: &HeaderMap) -> Option<Response> {
        let bundle = bundles().find(|bundle| bundle.name == path && !bundle.content.is_empty());
        let (content, caching) = match bundle {
            Some(bundle) => (bundle.content.into(), FOR_GOOD),
            None => (Folder::get(path)?.data, ASK_EACH_TIME),
        };
        let hash = blake3::hash(&content);
        let tag = Tag::new(&hash);
        let by_brotli = bundle.map_or(&[][..], |bundle| bundle.by_brotli);
        let mut response = match media_type(path) {
            _ if tag.is_known(request) => StatusCode::NOT_MODIFIED.into_response(),
            (media_type, true) if !by_brotli.is_empty() && accepts(request, &["br"]) => answer_by_brotli(by_brotli, media_type),
            (media_type, true) => {
                let compressed = self.compressed.get_with(hash, async { Gzipped::new(&content) }).await;
                compressed.answer(request, media_type)
            }
            (media_type, false) => ([(CONTENT_TYPE, media_type)], content.into_owned()).into_response(),
        };
        response.headers_mut().insert(CACHE_CONTROL, caching);
        response.headers_mut().insert(ETAG, tag.header());
        Some(response)
    }
}

fn answer_by_brotli(content: &'static [u8], media_type: &'static str) -> Response {
    let headers = [(CONTENT_TYPE, media_type), (CONTENT_ENCODING, "br"), (VARY, "accept-encoding")];
    (headers, content).into_response()
}

/// In a debug build the files are read from disk. Somebody who edits them sees them as they are, not as they were bundled.
#[cfg(debug_assertions)]
mod edited {
    use std::path::Path;
    use std::time::SystemTime;
    use std::{env, fs};

    pub fn since_the_build() -> bool {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../static");
        let built = modified(Path::new(concat!(env!("OUT_DIR"), "/page.css")));
        ["js", "css"].iter().any(|folder| newest(&root.join(folder)) > built)
    }

    /// When the newest file below a folder was written.
    fn newest(folder: &Path) -> Option<SystemTime> {
        let entries = fs::read_dir(folder).ok()?;
        entries.flatten().map(|entry| entry.path()).filter_map(|path| if path.is_dir() { newest(&path) } else { modified(&path) }).max()
    }

    fn modified(path: &Path) -> Option<SystemTime> {
        fs::metadata(path).and_then(|file| file.modified()).ok()
    }
}

#[cfg(not(debug_assertions))]
mod edited {
    pub fn since_the_build() -> bool {
        false
    }
}

/// The media type of a file, and whether compressing it pays.
fn media_type(path: &str) -> (&'static str, bool) {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "js" => ("text/javascript; charset=utf-8", true),
        "css" => ("text/css; charset=utf-8", true),
        "svg" => ("image/svg+xml", true),
        "wasm" => ("application/wasm", true),
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

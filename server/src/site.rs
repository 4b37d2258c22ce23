//! The command `site`: writes the playground as files, which any web server can serve from any path. Its pages are those of the server: each is asked
//! of the router, in this process, and its links are made relative. Programs run in the browser alone.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{ACCEPT, CONTENT_SECURITY_POLICY, REFERRER_POLICY};
use axum::http::{HeaderMap, HeaderName, Request, StatusCode};
use stillframe_interpreter::library;
use tower::ServiceExt;

use crate::config::{Database, Site};
use crate::runner::{Runner, Settings};
use crate::state::{AppState, Delivery};
use crate::store::Store;
use crate::{app, assets, course, examples, pairs};

/// What was written, in a sentence.
pub struct Written {
    files: usize,
    bytes: usize,
    folder: PathBuf,
}

/// Writes the site into a folder that is empty or not there yet.
pub async fn write(options: &Site) -> Result<Written, String> {
    if assets::interpreter().is_none() {
        return Err("this build has no interpreter for the browser, which a site of files needs: `rustup target add wasm32-wasip1`, then build a release".to_owned());
    }
    let folder = &options.folder;
    make_empty(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let address = options.address.as_deref().map(|address| address.trim_end_matches('/').to_owned());
    let state = state(Delivery::Files { address }).await?;
    let mut written = Written { files: 0, bytes: 0, folder: folder.clone() };
    let site = app(state.clone());
    for Page { address, path } in pages(&state) {
        let (head, body) = asked(&site, &address).await?;
        let root = "../".repeat(path.matches('/').count());
        written.put(&path, as_file(&body, &head, if root.is_empty() { "./" } else { &root })?.as_bytes())?;
    }
    for path in files(&state) {
        let (_, content) = asked(&site, &format!("/{path}")).await?;
        written.put(&path, &content)?;
    }
    // GitHub Pages serves the files as they are, then.
    written.put(".nojekyll", b"")?;
    Ok(written)
}

/// An address that a browser goes to, and the file that is found there.
struct Page {
    address: String,
    path: String,
}

async fn state(delivery: Delivery) -> Result<AppState, String> {
    let store = Store::open(&Database::url("sqlite::memory:")).await?;
    let runner = Runner::new(Settings::default());
    Ok(AppState::new(store, runner, examples::all()?, course::course()?, pairs::all()?).delivered(delivery))
}

fn pages(state: &AppState) -> Vec<Page> {
    let course = state.course.english();
    let lessons = course.lessons.iter().chain(&course.misconceptions).map(|lesson| lesson.address.as_str());
    let lessons = lessons.flat_map(|address| [address.to_owned(), format!("{address}/plain")]);
    let others = ["/", "/compare", "/embed", "/language", "/learn", "/learn/misconceptions"].map(str::to_owned);
    let path = |address: &str| format!("{address}/index.html").trim_start_matches('/').to_owned();
    others.into_iter().chain(lessons).map(|address| Page { path: path(&address), address }).collect()
}

/// Paths of what is not a page.
fn files(state: &AppState) -> Vec<String> {
    // Only who knows the site's address is led to previews.
    let previews = |path: String| state.has_address().then(|| format!("{path}/preview.png"));
    let examples = state.examples.english().iter().map(|example| format!("examples/{}", example.slug));
    let examples = examples.flat_map(|path| [Some(format!("{path}.svg")), Some(format!("{path}.png")), previews(path)]);
    let course = state.course.english();
    let lessons = course.lessons.iter().chain(&course.misconceptions).map(|lesson| lesson.address.trim_start_matches('/'));
    let lessons = lessons.flat_map(|path| [Some(format!("{path}.svg")), previews(path.to_owned())]);
    let pairs = state.pairs.english().iter().map(|pair| previews(format!("compare/{}", pair.named.slug)));
    let pictures = examples.chain(lessons).chain(pairs).flatten();
    let sources = library::names().map(|module| format!("api/library/{module}"));
    let assets = assets::names().map(|name| format!("static/{name}"));
    let others = ["stillframe-player.js", "favicon.ico"].map(str::to_owned);
    pictures.chain(sources).chain(assets).chain(others).collect()
}

async fn asked(site: &Router, address: &str) -> Result<(HeaderMap, Vec<u8>), String> {
    let request = Request::get(address).header(ACCEPT, "text/html, */*").body(Body::empty()).map_err(|error| error.to_string())?;
    let answer = site.clone().oneshot(request).await.map_err(|error| error.to_string())?;
    if answer.status() != StatusCode::OK {
        return Err(format!("{address}: the status is {}", answer.status()));
    }
    let (head, body) = answer.into_parts();
    let body = to_bytes(body, usize::MAX).await.map_err(|error| format!("{address}: {error}"))?;
    Ok((head.headers, body.to_vec()))
}

fn make_empty(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    match fs::read_dir(folder)?.next() {
        None => Ok(()),
        Some(_) => Err(io::Error::other("it is not empty; name a new folder, or delete what is in it")),
    }
}

/// A page whose links are relative, with what its headers said, as far as a page can say that itself.
fn as_file(html: &[u8], head: &HeaderMap, root: &str) -> Result<String, String> {
    let html = std::str::from_utf8(html).map_err(|error| error.to_string())?;
    let said = |name: HeaderName| head.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    // A page has no word in who may frame it.
    let rules: Vec<&str> =
        said(CONTENT_SECURITY_POLICY).split(';').map(str::trim).filter(|rule| !rule.starts_with("frame-ancestors")).collect();
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", rules.join("; "));
    let referrer = format!("<meta name=\"referrer\" content=\"{}\">", said(REFERRER_POLICY));
    let html = html.replacen("<html ", &format!("<html data-root=\"{root}\" "), 1);
    let charset = "<meta charset=\"utf-8\">";
    let html = html.replacen(charset, &format!("{charset}\n  {policy}\n  {referrer}"), 1);
    Ok([" href=\"/", " src=\"/", " content=\"0; url=/"].iter().fold(html, |html, before| relative(&html, before, root)))
}

/// The addresses of the site that stand behind such words, from the site's first page on. In texts and in JSON a quotation mark is written otherwise.
fn relative(html: &str, before: &str, root: &str) -> String {
    let mut pieces = html.split(before);
    let mut made = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(['"', '?', '#']).unwrap_or(piece.len());
        let (path, rest) = piece.split_at(end);
        // A page is a folder.
        let slash = if is_page(path) { "/" } else { "" };
        made.extend([before.trim_end_matches('/'), root, path, slash, rest]);
    }
    made
}

/// As `hrefOf` of the page's script has it.
fn is_page(path: &str) -> bool {
    !path.contains('.') && ["learn", "compare", "embed", "language"].contains(&path.split('/').next().unwrap_or_default())
}

impl Written {
    fn put(&mut self, path: &str, content: &[u8]) -> Result<(), String> {
        let file = self.folder.join(path);
        let told = |error: io::Error| format!("{}: {error}", file.display());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(told)?;
        }
        fs::write(&file, content).map_err(told)?;
        self.files += 1;
        self.bytes += content.len();
        Ok(())
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Written { files, bytes, folder } = self;
        let (folder, mebibytes) = (folder.display(), *bytes as f64 / (1024.0 * 1024.0));
        write!(f, "{files} files, {mebibytes:.1} MiB, are in {folder}. To look at them: python3 -m http.server --directory {folder}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_the_site_are_relative_and_no_others_are() {
        let html = "<a href=\"/\"><a href=\"/learn/await#step=3\"><img src=\"/examples/throw.svg?step=1\"><a href=\"https://x.org/\"><a href=\"#a\"> src=\\\"/a";
        let made = as_file(html.as_bytes(), &HeaderMap::new(), "../").unwrap();
        assert_eq!(
            made,
            "<a href=\"../\"><a href=\"../learn/await/#step=3\"><img src=\"../examples/throw.svg?step=1\"><a href=\"https://x.org/\"><a href=\"#a\"> src=\\\"/a"
        );
    }
}

//! A site of its own for each test, asked without a socket.

#![allow(dead_code, reason = "each test program uses its own part of this")]

#[cfg(unix)]
pub mod playground;
#[cfg(unix)]
pub mod postgres;

use std::io::Read;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::Response;
use http_body_util::BodyExt;
use serde_json::{Value, json};
use stillframe_interpreter::Limits;
use stillframe_server::config::Database;
use stillframe_server::runner::{Runner, Settings};
use stillframe_server::store::Store;
use stillframe_server::{AppState, Delivery, app, course, examples, pairs};
use tempfile::TempDir;
use tower::ServiceExt;

pub const ENDLESS: &str = "while True:\n    pass\n";

pub struct Site {
    pub app: Router,
    pub runner: Runner,
    pub store: Store,
    _folder: Option<TempDir>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Site {
    pub async fn new() -> Self {
        Site::with(Settings::default()).await
    }

    pub async fn with(settings: Settings) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::file(&folder.path().join("programs.db")).unwrap();
        Site { _folder: Some(folder), ..Site::with_database(database, settings).await }
    }

    pub async fn with_database(database: Database, settings: Settings) -> Self {
        Site::of(database, Settings { stillframe: env!("CARGO_BIN_EXE_stillframe").into(), ..settings }).await
    }

    /// A site on which no program can be run.
    pub async fn without_workers(settings: Settings) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::file(&folder.path().join("programs.db")).unwrap();
        let stillframe = folder.path().join("nothing");
        Site { _folder: Some(folder), ..Site::of(database, Settings { stillframe, ..settings }).await }
    }

    /// The same site, delivered in another way.
    pub fn delivered(self, delivery: Delivery) -> Self {
        Site { app: app(state(&self.store, &self.runner).delivered(delivery)), ..self }
    }

    async fn of(database: Database, settings: Settings) -> Self {
        let store = Store::open(&database).await.unwrap();
        let runner = Runner::new(settings);
        Site { app: app(state(&store, &runner)), runner, store, _folder: None }
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let (head, body) = self.send(request).await.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: head.status, headers: head.headers, body }
    }

    /// A request that can be given to a task of its own.
    pub fn send(&self, request: Request<Body>) -> impl Future<Output = Response> + use<> {
        let app = self.app.clone();
        async move { app.oneshot(request).await.unwrap() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// As a browser asks for a page.
    pub async fn open(&self, path: &str) -> Answer {
        let request = Request::get(path).header("accept", "text/html,*/*;q=0.8");
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, source: &str) -> Answer {
        self.ask(submission(path, source)).await
    }

    /// The outcome of a program that is run over HTTP.
    pub async fn outcome(&self, source: &str) -> Value {
        let answer = self.post("/api/trace", source).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.json()["outcome"].clone()
    }
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// What the page's script begins with.
    pub fn initial(&self) -> Value {
        let html = self.text();
        let (_, rest) = html.split_once("type=\"application/json\"").expect("the page holds its JSON");
        let (_, rest) = rest.split_once('>').unwrap();
        let (json, _) = rest.split_once("</script>").unwrap();
        serde_json::from_str(json).unwrap()
    }

    pub fn unzipped(&self) -> Vec<u8> {
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&self.body[..]).read_to_end(&mut plain).unwrap();
        plain
    }
}

fn state(store: &Store, runner: &Runner) -> AppState {
    AppState::new(store.clone(), runner.clone(), examples::all().unwrap(), course::course().unwrap(), pairs::all().unwrap())
}

pub fn submission(path: &str, source: &str) -> Request<Body> {
    Request::post(path).header("content-type", "application/json").body(Body::from(json!({"source": source}).to_string())).unwrap()
}

/// One program at a time, nobody waiting, and no end to it but the deadline.
pub fn one_endless_place() -> Settings {
    let limits = Limits { instructions: u64::MAX, ..Limits::default() };
    Settings { limits, at_once: 1, waiting: 0, deadline: Duration::from_secs(60), ..Settings::default() }
}

/// Waits until as many programs run, for a generous while.
pub async fn until_running(runner: &Runner, count: usize) {
    for _ in 0..1000 {
        if runner.running() == count {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{} programs run, not {count}", runner.running());
}

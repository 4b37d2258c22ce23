//! Who is let in, who waits for whom, and what is noted of it.

mod common;

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use common::{ENDLESS, Site, one_endless_place, submission, until_running};
use stillframe_interpreter::Limits;
use stillframe_server::access::{self, Access, NAMES_OF_THIS_MACHINE, Peer, Rate};
use stillframe_server::runner::Settings;
use tokio::time::sleep;

/// A request as it comes from an address.
fn from(address: [u8; 4], mut request: Request<Body>) -> Request<Body> {
    request.extensions_mut().insert(Peer((address, 1234).into()));
    request
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

fn named(id: &str, mut request: Request<Body>) -> Request<Body> {
    request.headers_mut().insert("x-request-id", id.parse().unwrap());
    request
}

async fn with_access(settings: access::Settings) -> Site {
    Site::with(Settings { access: Access::new(settings), ..Settings::default() }).await
}

#[tokio::test]
async fn a_site_answers_to_its_own_name_alone() {
    let hosts = NAMES_OF_THIS_MACHINE.map(str::to_owned).to_vec();
    let site = with_access(access::Settings { hosts, ..access::Settings::default() }).await;
    let ask = |path: &str, host: &str| Request::get(path).header("host", host).body(Body::empty()).unwrap();
    for host in ["localhost:3000", "127.0.0.1:3000", "[::1]:3000"] {
        assert_eq!(site.ask(ask("/", host)).await.status, StatusCode::OK, "{host}");
    }
    for path in ["/", "/static/js/main.js", "/api/library/asyncio", "/metrics"] {
        let refused = site.ask(ask(path, "rebound.example:3000")).await;
        assert_eq!((refused.status.as_u16(), refused.json()["error"]["code"].as_str()), (421, Some("wrong_host")), "{path}");
    }
    // An address in the first line is what counts.
    assert_eq!(site.ask(ask("http://rebound.example/", "localhost")).await.status.as_u16(), 421);
    for path in ["/healthz", "/readyz"] {
        assert_ne!(site.ask(ask(path, "10.0.0.7")).await.status.as_u16(), 421);
    }
}

#[tokio::test]
async fn a_client_that_asks_too_often_is_told_when_to_come_again() {
    let rate = Rate { at_once: 3, a_minute: 60 };
    let site = with_access(access::Settings { runs: rate, shares: rate, ..access::Settings::default() }).await;
    for path in ["/api/trace", "/api/programs"] {
        for number in 0..3 {
            let request = from([192, 0, 2, 1], submission(path, &format!("print({number})")));
            assert_eq!(site.ask(request).await.status, StatusCode::OK, "{path}");
        }
        let refused = site.ask(from([192, 0, 2, 1], submission(path, "print('one more')"))).await;
        assert_eq!((refused.status.as_u16(), refused.json()["error"]["code"].as_str()), (429, Some("too_often")));
        assert_eq!(refused.header("retry-after"), "1");
        let other = site.ask(from([192, 0, 2, 2], submission(path, "print('another')"))).await;
        assert_eq!(other.status, StatusCode::OK);
    }
    // What is kept costs nothing and so is not counted.
    for _ in 0..10 {
        assert_eq!(site.ask(from([192, 0, 2, 1], submission("/api/trace", "print(1)"))).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_class_behind_one_address_is_let_in() {
    let site = Site::with(Settings { at_once: 2, ..Settings::default() }).await;
    let mut all = tokio::task::JoinSet::new();
    for pupil in 0..400 {
        all.spawn(site.send(from([192, 0, 2, 1], submission("/api/trace", &format!("print({pupil})")))));
    }
    for answer in all.join_all().await {
        assert_eq!(answer.status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn endless_programs_of_one_client_cost_others_nothing() {
    let limits = Limits { instructions: u64::MAX, ..Limits::default() };
    let site = Site::with(Settings { limits, at_once: 1, waiting: 20, deadline: Duration::from_secs(60), ..Settings::default() }).await;
    let mut greedy = tokio::task::JoinSet::new();
    for number in 0..30 {
        greedy.spawn(site.send(from([192, 0, 2, 1], submission("/api/trace", &format!("while True: {number}")))));
    }
    until_running(&site.runner, 1).await;
    for other in 2..12 {
        let request = from([192, 0, 2, other], submission("/api/trace", &format!("print('quick', {other})")));
        let answer = tokio::time::timeout(Duration::from_secs(20), site.ask(request)).await.expect("nobody waits for endless programs");
        assert_eq!(answer.status, StatusCode::OK);
    }
    // The same client's own wait, and those too many were told so.
    let refused = greedy.join_next().await.unwrap().unwrap();
    assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(refused.headers().contains_key("retry-after"));
}

#[tokio::test]
async fn who_waits_can_ask_for_its_place() {
    let site = Site::with(Settings { waiting: 3, ..one_endless_place() }).await;
    let running = tokio::spawn(site.send(submission("/api/trace", ENDLESS)));
    until_running(&site.runner, 1).await;
    let mut waiting = Vec::new();
    for id in ["request-1", "request-2", "request-3"] {
        waiting.push(tokio::spawn(site.send(named(id, submission("/api/trace", &format!("print('{id}')"))))));
        sleep(Duration::from_millis(50)).await;
    }
    for (id, place) in [("request-1", 1), ("request-2", 2), ("request-3", 3), ("request-4", 0)] {
        let told = site.get(&format!("/api/queue/{id}")).await;
        assert_eq!((told.status, told.json()["place"].as_u64()), (StatusCode::OK, Some(place)), "{id}");
    }
    let refused = site.post("/api/trace", "print('one too many')").await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(refused.json()["error"]["ahead"], 3);
    assert!(refused.json()["error"]["message"].as_str().unwrap().contains("3 programs wait for their turn"));
    running.abort();
    for request in waiting {
        assert_eq!(request.await.unwrap().status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn a_program_that_ran_for_long_waits_behind_others() {
    let settings = Settings { waiting: 10, deadline: Duration::from_millis(700), ..one_endless_place() };
    let site = Site::with(settings).await;
    // Now it is known.
    assert_eq!(site.outcome("while True: 'long'").await["outcome"], "stopped");
    let blocker = tokio::spawn(site.send(submission("/api/trace", "while True: 'blocker'")));
    until_running(&site.runner, 1).await;
    let long = tokio::spawn(site.send(submission("/api/trace", "while True: 'long'")));
    sleep(Duration::from_millis(50)).await;
    let quick = tokio::spawn(site.send(submission("/api/trace", "print('quick')")));
    assert_eq!(quick.await.unwrap().status(), StatusCode::OK);
    assert!(!long.is_finished(), "the program that ran for long was first");
    assert_eq!(blocker.await.unwrap().status(), StatusCode::OK);
    assert_eq!(long.await.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn a_request_has_a_number_that_cannot_be_made_up_of_anything() {
    let site = Site::new().await;
    let own = site.ask(named("my-request-17", get("/healthz"))).await;
    assert_eq!(own.header("x-request-id"), "my-request-17");
    let first = site.get("/healthz").await.header("x-request-id").to_owned();
    assert_ne!(first, site.get("/healthz").await.header("x-request-id"));
    for forged in ["a\" status=200 x=\"", "short", "semi;colon;semi"] {
        assert_ne!(site.ask(named(forged, get("/healthz"))).await.header("x-request-id"), forged);
    }
}

#[tokio::test]
async fn what_happens_is_counted() {
    let site = Site::new().await;
    site.outcome("print(1)").await;
    site.outcome("print(1)").await;
    site.outcome("while True: print('x' * 1000)").await;
    site.get("/nowhere").await;
    let text = site.get("/metrics").await.text();
    for line in [
        "stillframe_runs_total{outcome=\"finished\"} 1",
        "stillframe_runs_total{outcome=\"limit_output\"} 1",
        "stillframe_traces_total{from=\"cache\"} 1",
        "stillframe_traces_total{from=\"run\"} 2",
        "stillframe_requests_total{status=\"404\"} 1",
        "stillframe_refused_total{code=\"no_such_page\"} 1",
        "stillframe_running 0",
        "stillframe_waiting 0",
        "stillframe_run_seconds_count 2",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
    }
    let stranger = site.ask(from([192, 0, 2, 1], get("/metrics"))).await;
    assert_eq!((stranger.status.as_u16(), stranger.json()["error"]["code"].as_str()), (403, Some("forbidden")));
}

#[tokio::test]
async fn a_trace_that_is_too_large_is_refused_with_what_to_do() {
    let limits = Limits { instructions: u64::MAX, trace: 1 << 30, output: 1 << 30, memory: 1 << 30, ..Limits::default() };
    let site = Site::with(Settings { limits, deadline: Duration::from_secs(120), ..Settings::default() }).await;
    let source = "import random\nfor i in range(18):\n    print('%x' % random.getrandbits(8_000_000))\n";
    let refused = site.post("/api/trace", source).await;
    assert_eq!((refused.status.as_u16(), refused.json()["error"]["code"].as_str()), (422, Some("trace_too_large")));
    assert!(refused.json()["error"]["hint"].as_str().unwrap().contains("do less"));
    assert_eq!(site.outcome("print(1)").await["outcome"], "finished");
}

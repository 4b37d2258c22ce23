//! The site on a real socket: clients that say nothing, clients that leave, and the end.

mod common;

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use common::{ENDLESS, Site, one_endless_place, until_running};
use serde_json::json;
use stillframe_server::metrics::Metrics;
use stillframe_server::serve::{Pace, Patience, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

/// A server on a port of its own.
struct Server {
    address: SocketAddr,
    end: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

/// Far longer than anything here takes; a test that needs it fails.
const LONG: Duration = Duration::from_secs(20);

fn impatient() -> Patience {
    let pace = Pace { bytes: 16 * 1024, every: Duration::from_millis(500) };
    Patience { head: Duration::from_millis(300), pace, end: Duration::from_millis(500), connections: 8, ..Patience::default() }
}

impl Server {
    async fn start(app: Router, patience: Patience) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (end, ended) = oneshot::channel::<()>();
        let task = tokio::spawn(serve(listener, app, patience, Metrics::default(), async {
            let _ = ended.await;
        }));
        Server { address, end, task }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }
}

async fn rest_of(mut stream: TcpStream) -> String {
    let mut answer = String::new();
    // A connection that is reset has ended as well as one that is closed.
    let _ = timeout(LONG, stream.read_to_string(&mut answer)).await.expect("the server closes the connection");
    answer
}

fn endless_request() -> String {
    let body = json!({"source": ENDLESS}).to_string();
    format!(
        "POST /api/trace HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

#[tokio::test]
async fn clients_that_say_nothing_or_half_are_sent_away() {
    let site = Site::new().await;
    let server = Server::start(site.app.clone(), impatient()).await;
    for beginning in ["", "G", "GET / HTTP/1.1\r\nhost: x\r\n"] {
        let mut stream = server.connect().await;
        stream.write_all(beginning.as_bytes()).await.unwrap();
        let answer = rest_of(stream).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{beginning:?} got {answer:?}");
    }
}

#[tokio::test]
async fn an_idle_connection_is_closed_after_its_answer() {
    let site = Site::new().await;
    let server = Server::start(site.app.clone(), impatient()).await;
    let mut stream = server.connect().await;
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let answer = rest_of(stream).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
}

#[tokio::test]
async fn a_connection_that_goes_away_stops_its_program() {
    let site = Site::with(one_endless_place()).await;
    let server = Server::start(site.app.clone(), Patience::default()).await;
    let mut stream = server.connect().await;
    stream.write_all(endless_request().as_bytes()).await.unwrap();
    until_running(&site.runner, 1).await;
    drop(stream);
    until_running(&site.runner, 0).await;
}

#[tokio::test]
async fn connections_past_the_limit_wait_for_a_place() {
    let patience = Patience { connections: 1, ..impatient() };
    let site = Site::new().await;
    let server = Server::start(site.app.clone(), patience).await;
    let silent = server.connect().await;
    let mut waiting = server.connect().await;
    waiting.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
    let began = Instant::now();
    let answer = rest_of(waiting).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(began.elapsed() >= Duration::from_millis(200), "it was served while the only place was taken");
    drop(silent);
}

#[tokio::test]
async fn at_the_end_requests_under_way_are_finished_and_no_more_are_taken() {
    let site = Site::with(one_endless_place()).await;
    let server = Server::start(site.app.clone(), Patience { end: LONG, ..Patience::default() }).await;
    let mut stream = server.connect().await;
    stream.write_all(endless_request().as_bytes()).await.unwrap();
    until_running(&site.runner, 1).await;
    server.end.send(()).unwrap();
    sleep(Duration::from_millis(100)).await;
    assert!(TcpStream::connect(server.address).await.is_err(), "a connection was taken after the end");
    site.runner.close();
    let answer = rest_of(stream).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("\"stopped\""), "{answer}");
    timeout(LONG, server.task).await.expect("the server ends").unwrap();
}

#[tokio::test]
async fn a_request_that_never_ends_does_not_keep_the_server() {
    let app = Router::new().route("/", get(std::future::pending::<()>));
    let server = Server::start(app, impatient()).await;
    let mut stream = server.connect().await;
    stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    sleep(Duration::from_millis(100)).await;
    server.end.send(()).unwrap();
    timeout(LONG, server.task).await.expect("the server ends").unwrap();
}

/// A page of some megabytes, which is more than the system keeps for a connection.
fn large() -> Router {
    Router::new().route("/", get(|| async { "x".repeat(32 << 20) }))
}

#[tokio::test]
async fn who_does_not_read_is_sent_away() {
    let server = Server::start(large(), impatient()).await;
    let mut stream = server.connect().await;
    stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    sleep(Duration::from_secs(2)).await;
    // What the system held already comes, and then the end.
    let mut taken = 0;
    let mut buffer = vec![0; 1 << 20];
    let end = timeout(LONG, async {
        loop {
            match stream.read(&mut buffer).await {
                Ok(0) | Err(_) => break,
                Ok(read) => taken += read,
            }
        }
    });
    end.await.expect("the connection ends");
    assert!(taken < 32 << 20, "it was waited for");
}

#[tokio::test]
async fn who_reads_slowly_gets_everything() {
    let server = Server::start(large(), impatient()).await;
    let mut stream = server.connect().await;
    stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
    let (mut taken, mut buffer) = (0, vec![0; 4 << 20]);
    loop {
        sleep(Duration::from_millis(100)).await;
        match timeout(LONG, stream.read(&mut buffer)).await.expect("it goes on").unwrap() {
            0 => break,
            read => taken += read,
        }
    }
    assert!(taken > 32 << 20, "{taken}");
}

#[tokio::test]
async fn a_client_with_too_many_connections_leaves_room_for_others() {
    let site = Site::new().await;
    let patience = Patience { of_a_client: 2, head: LONG, ..impatient() };
    let server = Server::start(site.app.clone(), patience.clone()).await;
    let ask = b"GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let held = [server.connect().await, server.connect().await];
    let mut third = server.connect().await;
    let _ = third.write_all(ask).await;
    assert_eq!(rest_of(third).await, "");
    drop(held);
    sleep(Duration::from_millis(100)).await;
    let mut again = server.connect().await;
    again.write_all(ask).await.unwrap();
    assert!(rest_of(again).await.starts_with("HTTP/1.1 200 OK"));

    // A proxy brings many clients.
    let server = Server::start(site.app.clone(), Patience { trusted: vec!["127.0.0.0/8".parse().unwrap()], ..patience }).await;
    let _held = [server.connect().await, server.connect().await, server.connect().await];
    let mut fourth = server.connect().await;
    fourth.write_all(ask).await.unwrap();
    assert!(rest_of(fourth).await.starts_with("HTTP/1.1 200 OK"));
}

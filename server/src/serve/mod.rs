//! The site on a socket: connections bounded in number and in patience, and an end in good order.
//!
//! `axum::serve` has no timer for a request's head, so connections that say nothing would stay open for ever.
//!
//! Next: `patient`, clients that do not read; `descriptors`, how many connections there may be.

mod descriptors;
mod patient;

use std::collections::HashMap;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

pub use descriptors::connections;
pub use patient::Pace;

use crate::access::{Client, Network, Peer};
use crate::metrics::{Count, Metrics};
use patient::Patient;

#[derive(Clone, Debug)]
pub struct Patience {
    /// For the first byte of a connection, and for the head of each request.
    pub head: Duration,
    /// What a client must take of its answers.
    pub pace: Pace,
    /// For the requests that are under way when the server ends.
    pub end: Duration,
    /// Connections open at one time; more wait to be accepted.
    pub connections: usize,
    /// Connections of one client; more are closed at once.
    pub of_a_client: usize,
    /// Proxies, which may have all of them.
    pub trusted: Vec<Network>,
}

/// The most that is held of a request's head, and of a body not yet read.
const BUFFER_BYTES: usize = 64 * 1024;

impl Default for Patience {
    fn default() -> Self {
        Patience {
            head: Duration::from_secs(5),
            pace: Pace { bytes: 16 * 1024, every: Duration::from_secs(10) },
            end: Duration::from_secs(5),
            connections: 4096,
            of_a_client: 3072,
            trusted: Vec::new(),
        }
    }
}

/// Serves until `end` is ready, then lets the requests under way finish.
pub async fn serve(listener: TcpListener, app: Router, patience: Patience, metrics: Metrics, end: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(patience.connections));
    let clients = Clients::default();
    let connections = GracefulShutdown::new();
    let mut end = pin!(end);
    loop {
        let accepted = async {
            let place = Arc::clone(&places).acquire_owned().await.expect("the semaphore is never closed");
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            accepted = accepted => accepted,
            () = &mut end => break,
        };
        match accepted {
            Ok((stream, address)) => {
                let client = Client::of(address.ip());
                let most = if client.is_in(&patience.trusted) { usize::MAX } else { patience.of_a_client };
                let Some(connected) = clients.connect(client, most) else {
                    metrics.count(Count::Closed, "client_connections");
                    continue;
                };
                let connection = talk(stream, Peer(address), app.clone(), patience.clone(), metrics.clone(), connections.watcher());
                tokio::spawn(async move {
                    connection.await;
                    drop((place, connected));
                });
            }
            Err(error) => {
                // Most often there are too many open files; accepting again at once would spin.
                tracing::warn!(%error, "a connection was not accepted");
                sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    if timeout(patience.end, connections.shutdown()).await.is_err() {
        tracing::warn!("some requests took too long to finish and were cut off");
    }
}

async fn talk(stream: TcpStream, peer: Peer, app: Router, patience: Patience, metrics: Metrics, watcher: Watcher) {
    // hyper's timer begins with the first byte of a head, so a silent client is ours to send away.
    if !matches!(timeout(patience.head, stream.peek(&mut [0])).await, Ok(Ok(1))) {
        metrics.count(Count::Closed, "silent");
        return;
    }
    let _ = stream.set_nodelay(true);
    let service = hyper::service::service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        app.clone().oneshot(request.map(Body::new))
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.head)
        .max_buf_size(BUFFER_BYTES)
        .serve_connection(TokioIo::new(Patient::new(stream, patience.pace)), service);
    if let Err(error) = watcher.watch(connection).await {
        metrics.count(Count::Closed, if error.is_timeout() { "slow_head" } else { "failed" });
        tracing::debug!(%error, "a connection ended badly");
    }
}

/// How many connections each client has.
#[derive(Clone, Default)]
struct Clients(Arc<Mutex<HashMap<Client, usize>>>);

/// A connection that is counted until this is dropped.
struct Connected {
    clients: Clients,
    client: Client,
}

impl Clients {
    /// None where the client has as many as it may.
    fn connect(&self, client: Client, most: usize) -> Option<Connected> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(client).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Connected { clients: self.clone(), client })
    }
}

impl Drop for Connected {
    fn drop(&mut self) {
        let mut counts = self.clients.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.client) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.client);
            }
        }
    }
}

//! The site on a socket: connections bounded in number and in patience, and an end in good order.
//!
//! `axum::serve` has no timer for a request's head, so connections that say nothing would stay open for ever.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

#[derive(Clone, Debug)]
pub struct Patience {
    /// For the first byte of a connection, and for the head of each request.
    pub head: Duration,
    /// For the requests that are under way when the server ends.
    pub end: Duration,
    /// Connections open at one time; more wait to be accepted.
    pub connections: usize,
}

/// The most that is held of a request's head, and of a body not yet read.
const BUFFER_BYTES: usize = 64 * 1024;

impl Default for Patience {
    fn default() -> Self {
        Patience { head: Duration::from_secs(5), end: Duration::from_secs(5), connections: 1024 }
    }
}

/// Serves until `end` is ready, then lets the requests under way finish.
pub async fn serve(listener: TcpListener, app: Router, patience: Patience, end: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(patience.connections));
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
            Ok((stream, _)) => {
                let connection = talk(stream, app.clone(), patience.head, connections.watcher());
                tokio::spawn(async move {
                    connection.await;
                    drop(place);
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

async fn talk(stream: TcpStream, app: Router, patience: Duration, watcher: Watcher) {
    // hyper's timer begins with the first byte of a head, so a silent client is ours to send away.
    if !matches!(timeout(patience, stream.peek(&mut [0])).await, Ok(Ok(1))) {
        return;
    }
    let _ = stream.set_nodelay(true);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience)
        .max_buf_size(BUFFER_BYTES)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(app));
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "a connection ended badly");
    }
}

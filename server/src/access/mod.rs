//! Who is let in: the name by which the site was asked for, who asks, and how often.
//!
//! Next: `client`, who asks; `rate`, how often.

mod client;
mod rate;

use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::HOST;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

pub use client::{Client, Network, Peer};
pub use rate::Rate;
use rate::Rates;

use crate::error::Error;

/// Cheap to clone.
#[derive(Clone, Debug)]
pub struct Access(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    settings: Settings,
    runs: Rates,
    shares: Rates,
}

#[derive(Clone, Debug)]
pub struct Settings {
    /// The names by which the site may be asked for; none for any.
    pub hosts: Vec<String>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted: Vec<Network>,
    /// Who else than this machine may read `/metrics`.
    pub metrics_from: Vec<Network>,
    pub runs: Rate,
    pub shares: Rate,
}

/// Who asks, and under which number the request is logged.
#[derive(Clone, Debug, Default)]
pub struct Asker {
    pub client: Client,
    pub request: RequestId,
}

/// The name of a request: in the log, in its answer's `X-Request-Id`, and at `/api/queue`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RequestId(pub Arc<str>);

/// What a server of this machine alone is called. A page elsewhere whose name suddenly leads to this machine (DNS rebinding) is called
/// differently, and gets nothing.
pub const NAMES_OF_THIS_MACHINE: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// Asked by load balancers and their like, by whatever name; it tells nothing that matters.
const ASKED_BY_ANY_NAME: [&str; 2] = ["/healthz", "/readyz"];

impl Default for Settings {
    /// Sized for a class of 400 behind one address: all may press Run at once, and then every eight seconds.
    fn default() -> Self {
        Settings {
            hosts: Vec::new(),
            trusted: Vec::new(),
            metrics_from: Vec::new(),
            runs: Rate { at_once: 750, a_minute: 3000 },
            shares: Rate { at_once: 420, a_minute: 60 },
        }
    }
}

impl Default for Access {
    fn default() -> Self {
        Access::new(Settings::default())
    }
}

impl Access {
    pub fn new(settings: Settings) -> Self {
        let (runs, shares) = (Rates::new(settings.runs), Rates::new(settings.shares));
        Access(Arc::new(Inner { settings, runs, shares }))
    }

    /// Counts a request for a run that has to be made, rather than answered from what is kept.
    pub fn may_run(&self, client: Client) -> Result<(), Error> {
        self.0.runs.take(client, 1, Instant::now()).map_err(|wait| Error::TooOften { seconds: seconds(wait) })
    }

    /// Counts a picture of so many steps: each is as much work as a short run.
    pub fn may_draw(&self, client: Client, steps: usize) -> Result<(), Error> {
        let count = u32::try_from(steps).unwrap_or(u32::MAX);
        self.0.runs.take(client, count, Instant::now()).map_err(|wait| Error::TooOften { seconds: seconds(wait) })
    }

    /// Counts a program to be kept.
    pub fn may_share(&self, client: Client) -> Result<(), Error> {
        self.0.shares.take(client, 1, Instant::now()).map_err(|wait| Error::TooOften { seconds: seconds(wait) })
    }

    pub fn may_read_metrics(&self, client: Client) -> bool {
        client == Client::Unknown || client.is_of_this_machine() || client.is_in(&self.0.settings.metrics_from)
    }

    /// Whether a connection comes from a proxy whose headers are believed.
    pub fn trusts(&self, Peer(address): Peer) -> bool {
        self.0.settings.trusted.iter().any(|network| network.contains(address.ip().to_canonical()))
    }

    pub fn client(&self, request: &Request) -> Client {
        let peer = request.extensions().get::<Peer>();
        peer.map_or(Client::Unknown, |peer| Client::behind(*peer, request.headers(), &self.0.settings.trusted))
    }

    fn knows(&self, host: &str) -> bool {
        let hosts = &self.0.settings.hosts;
        hosts.is_empty() || hosts.iter().any(|known| known.eq_ignore_ascii_case(without_port(host)))
    }
}

/// The layer that refuses requests for a site of another name.
pub async fn check_host(State(access): State<Access>, request: Request, next: Next) -> Response {
    // An absolute address in the first line counts more than the header, as HTTP has it.
    let host = request.uri().authority().map(|authority| authority.as_str());
    let host = host.or_else(|| request.headers().get(HOST).and_then(|host| host.to_str().ok())).unwrap_or_default();
    if access.knows(host) || ASKED_BY_ANY_NAME.contains(&request.uri().path()) {
        next.run(request).await
    } else {
        Error::WrongHost.into_response()
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        // A colon inside of brackets belongs to an IPv6 address.
        Some((name, port)) if !port.contains(']') => name,
        _ => host,
    }
}

fn seconds(wait: Duration) -> u64 {
    wait.as_secs_f64().ceil() as u64
}

impl<S: Sync> FromRequestParts<S> for Asker {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Asker>().cloned().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_known_by_its_names_alone() {
        let hosts = NAMES_OF_THIS_MACHINE.map(str::to_owned).to_vec();
        let local = Access::new(Settings { hosts, ..Settings::default() });
        for host in ["localhost", "LOCALHOST:3000", "127.0.0.1:3000", "[::1]:3000", "[::1]"] {
            assert!(local.knows(host), "{host}");
        }
        for host in ["", "evil.example", "localhost.evil.example:3000", "127.0.0.1.evil.example", "[::2]", "evil.example:localhost"] {
            assert!(!local.knows(host), "{host}");
        }
        assert!(Access::new(Settings::default()).knows("anything"));
    }

    #[test]
    fn metrics_are_for_this_machine_and_those_who_are_named() {
        let access = Access::new(Settings { metrics_from: vec!["10.0.0.0/8".parse().unwrap()], ..Settings::default() });
        for (address, may) in [("127.0.0.1", true), ("::1", true), ("10.1.2.3", true), ("192.0.2.1", false)] {
            assert_eq!(access.may_read_metrics(Client::of(address.parse().unwrap())), may, "{address}");
        }
    }
}

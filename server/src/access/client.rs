//! Who asks: the unit in which turns, rates and connections are shared out.
//!
//! A client is an address. Of IPv6 it is the network of 64 bits, as every household has one, and can choose among its addresses. A classroom
//! behind one address is one client; the shares are large enough for it (see `docs/limits.md`).

use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

use axum::http::HeaderMap;

/// The other end of a connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Client {
    Address(IpAddr),
    /// Asked without a socket, as tests do.
    #[default]
    Unknown,
}

/// Addresses that begin with the same bits: `10.0.0.0/8`, `fd00::/8`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

/// So many bits of an IPv6 address name a client.
const CLIENT_BITS: u32 = 64;

/// A client says by how many proxies it came; nobody has more.
const MOST_PROXIES: usize = 16;

impl Client {
    pub fn of(address: IpAddr) -> Self {
        Client::Address(match address.to_canonical() {
            IpAddr::V6(address) if !address.is_loopback() => {
                IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> (128 - CLIENT_BITS) << (128 - CLIENT_BITS)))
            }
            address => address,
        })
    }

    /// The client behind a connection. What a header says is believed only as far as proxies that are trusted have written it:
    /// from the right, up to the first address that is none of theirs.
    pub fn behind(peer: Peer, headers: &HeaderMap, trusted: &[Network]) -> Self {
        let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(*address));
        let mut nearest = peer.0.ip().to_canonical();
        let said = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
        let mut hops: Vec<&str> = said.flat_map(|value| value.split(',')).map(str::trim).collect();
        for _ in 0..MOST_PROXIES {
            if !is_trusted(&nearest) {
                break;
            }
            // A proxy that writes what is no address is the last that is known.
            let Some(before) = hops.pop().and_then(address_of) else { break };
            nearest = before.to_canonical();
        }
        Client::of(nearest)
    }

    pub fn is_of_this_machine(self) -> bool {
        matches!(self, Client::Address(address) if address.is_loopback())
    }

    pub fn is_in(self, networks: &[Network]) -> bool {
        matches!(self, Client::Address(address) if networks.iter().any(|network| network.contains(address)))
    }
}

impl Network {
    pub fn contains(&self, address: IpAddr) -> bool {
        let bits = u32::from(self.bits);
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(ours), IpAddr::V4(other)) => (ours.to_bits() ^ other.to_bits()).leading_zeros() >= bits,
            (IpAddr::V6(ours), IpAddr::V6(other)) => (ours.to_bits() ^ other.to_bits()).leading_zeros() >= bits,
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.parse().map_err(|_| format!("{address} is no address"))?;
        let all = if address.is_ipv4() { 32 } else { 128 };
        let bits = match bits.map(str::parse) {
            None => all,
            Some(Ok(bits)) if bits <= all => bits,
            _ => return Err(format!("an address is followed by / and at most {all}")),
        };
        Ok(Network { address, bits })
    }
}

/// Some proxies write the port, too.
fn address_of(hop: &str) -> Option<IpAddr> {
    let bare = hop.trim_start_matches('[').trim_end_matches(']');
    bare.parse().ok().or_else(|| hop.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

impl fmt::Display for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Client::Address(address) => address.fmt(f),
            Client::Unknown => f.write_str("unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behind(peer: &str, forwarded: &[&str], trusted: &[&str]) -> String {
        let headers = forwarded.iter().map(|value| ("x-forwarded-for".parse().unwrap(), value.parse().unwrap())).collect();
        let trusted: Vec<Network> = trusted.iter().map(|network| network.parse().unwrap()).collect();
        Client::behind(Peer(SocketAddr::new(peer.parse().unwrap(), 1)), &headers, &trusted).to_string()
    }

    #[test]
    fn a_header_is_believed_from_trusted_proxies_alone() {
        assert_eq!(behind("203.0.113.5", &["10.9.9.9"], &[]), "203.0.113.5");
        assert_eq!(behind("203.0.113.5", &["10.9.9.9"], &["127.0.0.1"]), "203.0.113.5");
        assert_eq!(behind("127.0.0.1", &["198.51.100.7"], &["127.0.0.1"]), "198.51.100.7");
        // What the client itself wrote stands to the left of what the proxy added.
        assert_eq!(behind("127.0.0.1", &["1.1.1.1, 198.51.100.7"], &["127.0.0.1"]), "198.51.100.7");
        assert_eq!(behind("127.0.0.1", &["1.1.1.1", "198.51.100.7"], &["127.0.0.1"]), "198.51.100.7");
        assert_eq!(behind("127.0.0.1", &["198.51.100.7, 10.0.0.3"], &["127.0.0.1", "10.0.0.0/8"]), "198.51.100.7");
        assert_eq!(behind("::ffff:127.0.0.1", &["198.51.100.7:4711"], &["127.0.0.0/8"]), "198.51.100.7");
        assert_eq!(behind("127.0.0.1", &["<script>"], &["127.0.0.1"]), "127.0.0.1");
        assert_eq!(behind("127.0.0.1", &[], &["127.0.0.1"]), "127.0.0.1");
    }

    #[test]
    fn a_household_of_ipv6_is_one_client() {
        assert_eq!(behind("2001:db8:1:2:3:4:5:6", &[], &[]), "2001:db8:1:2::");
        assert_eq!(behind("::ffff:192.0.2.1", &[], &[]), "192.0.2.1");
        assert_eq!(behind("::1", &[], &[]), "::1");
    }

    #[test]
    fn networks_are_read_and_compared() {
        let network: Network = "10.1.0.0/16".parse().unwrap();
        assert!(network.contains("10.1.255.1".parse().unwrap()) && !network.contains("10.2.0.1".parse().unwrap()));
        assert!("::/0".parse::<Network>().unwrap().contains("2001:db8::1".parse().unwrap()));
        assert!(!"::/0".parse::<Network>().unwrap().contains("192.0.2.1".parse().unwrap()));
        for wrong in ["", "x", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "10.0.0.0/"] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
    }
}

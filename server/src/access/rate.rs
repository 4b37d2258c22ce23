//! How much one client may ask for in a while: a bucket for each, that fills slowly and from which each request takes.
//!
//! `tower_governor` was looked at and left out: it answers before the site's own errors have a face, keeps every client it has ever seen until it
//! is told to forget, and brings two dozen crates for what is written here in a page.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use moka::sync::Cache;

use super::client::Client;

/// A right to so many requests at once, and to so many a minute from then on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    pub at_once: u32,
    pub a_minute: u32,
}

#[derive(Clone, Debug)]
pub struct Rates {
    rate: Rate,
    buckets: Cache<Client, Arc<Mutex<Bucket>>>,
}

#[derive(Debug)]
struct Bucket {
    left: f64,
    filled: Instant,
}

/// Clients that are remembered at one time. One that is forgotten begins anew.
const MOST_CLIENTS: u64 = 100_000;

impl Rates {
    pub fn new(rate: Rate) -> Self {
        let full_again = Duration::from_secs_f64(60.0 * f64::from(rate.at_once) / f64::from(rate.a_minute.max(1)) + 1.0);
        Rates { rate, buckets: Cache::builder().max_capacity(MOST_CLIENTS).time_to_idle(full_again).build() }
    }

    /// Takes so many of a client's requests, but no more than there can be, or tells after how long it may ask again.
    pub fn take(&self, client: Client, count: u32, now: Instant) -> Result<(), Duration> {
        let full = f64::from(self.rate.at_once);
        let taken = f64::from(count).min(full).max(1.0);
        let a_second = f64::from(self.rate.a_minute.max(1)) / 60.0;
        let bucket = self.buckets.get_with(client, || Arc::new(Mutex::new(Bucket { left: full, filled: now })));
        let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
        let passed = now.saturating_duration_since(bucket.filled).as_secs_f64();
        bucket.left = (bucket.left + passed * a_second).min(full);
        bucket.filled = now;
        if bucket.left < taken {
            return Err(Duration::from_secs_f64((taken - bucket.left) / a_second));
        }
        bucket.left -= taken;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_has_its_own_bucket_that_fills_again() {
        let rates = Rates::new(Rate { at_once: 3, a_minute: 60 });
        let [one, other] = ["192.0.2.1", "192.0.2.2"].map(|address| Client::of(address.parse().unwrap()));
        let began = Instant::now();
        for _ in 0..3 {
            assert_eq!(rates.take(one, 1, began), Ok(()));
        }
        let wait = rates.take(one, 1, began).unwrap_err();
        assert!(wait > Duration::from_millis(900) && wait <= Duration::from_secs(1), "{wait:?}");
        assert_eq!(rates.take(other, 1, began), Ok(()));
        assert_eq!(rates.take(one, 1, began + Duration::from_secs(1)), Ok(()));
        assert!(rates.take(one, 1, began + Duration::from_secs(1)).is_err());
        // A long rest fills it, but not over its brim.
        let later = began + Duration::from_secs(1000);
        assert_eq!((0..10).filter(|_| rates.take(one, 1, later).is_ok()).count(), 3);
        // Work of several requests waits until it has them all, or a full bucket.
        let again = later + Duration::from_secs(2);
        assert_eq!((rates.take(one, 2, again), rates.take(one, 1, again).is_ok()), (Ok(()), false));
        assert!(rates.take(one, 30, again + Duration::from_secs(2)).is_err());
        assert_eq!(rates.take(one, 30, again + Duration::from_secs(3)), Ok(()));
    }
}

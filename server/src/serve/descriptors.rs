//! How many connections there may be: a descriptor each, and some are kept for runs and the database.
//!
//! A server whose descriptors are all used up by connections can't start a worker, and answers every request with an error.

/// The database's connections and files, the listener, the log and the runtime's own.
const FOR_ITSELF: usize = 64;

/// A worker's pipes, and those of one that is being started.
const FOR_A_RUN: usize = 8;

/// The most that is ever useful, and what a server takes without being told.
const MOST: usize = 4096;

/// Raises the limit on descriptors as far as the system lets it, and divides them: the connections that there may be, `asked` if there is room.
pub fn connections(asked: Option<usize>, runs: usize) -> usize {
    // Beside those who have turns as many may run that are extra.
    let reserved = FOR_ITSELF + 2 * runs * FOR_A_RUN;
    let room = descriptors().map_or(usize::MAX, |all| all.saturating_sub(reserved).max(1));
    if let Some(asked) = asked.filter(|asked| *asked > room) {
        tracing::warn!("there is room for {room} connections, not for {asked}: raise the limit on open files (`ulimit -n`)");
    }
    asked.unwrap_or(MOST).min(room)
}

/// How many descriptors this process may have; none where nobody says.
fn descriptors() -> Option<usize> {
    #[cfg(unix)]
    {
        use nix::sys::resource::{Resource, getrlimit, setrlimit};
        let (soft, hard) = getrlimit(Resource::RLIMIT_NOFILE).ok()?;
        let raised = setrlimit(Resource::RLIMIT_NOFILE, hard, hard).is_ok();
        usize::try_from(if raised { hard } else { soft }).ok()
    }
    #[cfg(not(unix))]
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_descriptors_are_kept() {
        let Some(all) = descriptors() else { return };
        let (runs, few) = (4, 7);
        assert!(connections(Some(usize::MAX), runs) <= all - FOR_ITSELF - 2 * runs * FOR_A_RUN);
        assert_eq!(connections(Some(few), runs), few);
        assert!(connections(None, runs) <= MOST);
    }
}

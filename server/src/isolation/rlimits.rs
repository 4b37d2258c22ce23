//! The system's own limits on a process.
//!
//! The interpreter counts memory and instructions, and the server watches both from outside. These limits hold where both fail: when the
//! counting is wrong and the server is stuck or gone.
//!
//! The number of processes is not among them. Linux counts all threads of a user there, and root's not at all; a limit low enough to
//! mean something would refuse the parser its thread. Seccomp refuses processes.

#[cfg(unix)]
pub fn set(bounds: &super::Bounds) -> Result<(), String> {
    use nix::sys::resource::{Resource, setrlimit};

    let processor = bounds.processor.as_secs();
    let limits = [
        // Descriptors that are open stay so; no other can be opened.
        (Resource::RLIMIT_NOFILE, 0, 0),
        // Nothing is written to a file. Pipes don't count.
        (Resource::RLIMIT_FSIZE, 0, 0),
        // A core file would hold programs of others.
        (Resource::RLIMIT_CORE, 0, 0),
        // A signal with a name of its own first, then the end.
        (Resource::RLIMIT_CPU, processor, processor + 1),
        #[cfg(target_os = "linux")]
        (Resource::RLIMIT_AS, bounds.address_space, bounds.address_space),
        #[cfg(target_os = "linux")]
        (Resource::RLIMIT_MEMLOCK, 0, 0),
        #[cfg(target_os = "linux")]
        (Resource::RLIMIT_MSGQUEUE, 0, 0),
    ];
    for (resource, soft, hard) in limits {
        setrlimit(resource, soft, hard).map_err(|e| format!("{resource:?} can't be set to {soft}: {e}"))?;
    }
    Ok(())
}

#[cfg(not(unix))]
pub fn set(_: &super::Bounds) -> Result<(), String> {
    Err("there is nothing like it on this system".to_owned())
}

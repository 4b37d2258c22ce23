//! Open files and connections.
//!
//! A descriptor works whatever the later layers forbid: they judge opening, not reading. The server marks all of its own so that no child inherits
//! them, but it may itself have inherited some from whoever started it (a service manager's sockets, a shell's pipes), and these would go on
//! to its workers. Only the first three stay: the two pipes to the server, and a third for what the process says as it dies.

#[cfg(unix)]
pub fn close_others() -> Result<(), String> {
    // A list is read to its end before anything is closed: reading it takes a descriptor too, which is closed by then.
    for descriptor in open_descriptors()?.into_iter().filter(|descriptor| *descriptor > LAST_KEPT) {
        let _ = nix::unistd::close(descriptor);
    }
    match open_descriptors()?.into_iter().filter(|descriptor| *descriptor > LAST_KEPT).count() {
        // The list's own.
        0 | 1 => Ok(()),
        more => Err(format!("{} descriptors could not be closed", more - 1)),
    }
}

#[cfg(unix)]
const LAST_KEPT: i32 = 2;

#[cfg(unix)]
fn open_descriptors() -> Result<Vec<i32>, String> {
    // What Linux has there is a link to /proc/self/fd; other systems have the folder itself.
    let entries = std::fs::read_dir("/dev/fd").or_else(|_| std::fs::read_dir("/proc/self/fd"));
    let entries = entries.map_err(|e| format!("open descriptors can't be listed: {e}"))?;
    Ok(entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect())
}

#[cfg(not(unix))]
pub fn close_others() -> Result<(), String> {
    // Windows passes on only what is meant to be.
    Ok(())
}

//! The capabilities of root, and whatever a process gains by executing a program.
//!
//! A server that runs as root has workers that do. Without capabilities, root is a user like others who happens to own the system's files.
//! `no_new_privs` then makes sure that nothing a worker could execute (sudo, say) gives them back; seccomp and landlock need it
//! as well. The user and the group stay: changing them would keep an unprivileged container, which has root's name but not all of root's
//! capabilities, from ending its workers.

#[cfg(target_os = "linux")]
pub fn drop_all() -> Result<(), String> {
    use caps::CapSet;

    nix::sys::prctl::set_no_new_privs().map_err(|e| format!("no_new_privs can't be set: {e}"))?;
    for set in [CapSet::Ambient, CapSet::Inheritable, CapSet::Effective, CapSet::Permitted] {
        caps::clear(None, set).map_err(|e| format!("capabilities can't be dropped: {e}"))?;
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
pub fn drop_all() -> Result<(), String> {
    Err("there is nothing like it on this system".to_owned())
}

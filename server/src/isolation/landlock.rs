//! The file system and the network, by landlock: Linux checks a process's own rules at each opening of a file and each connection.
//!
//! The rules here allow nothing at all. Landlock works for every user, and applies to threads and processes that a worker might start.
//! It knows more with each version of Linux (files since 5.13, TCP since 6.7), so a report may say "in part".

#[cfg(target_os = "linux")]
pub fn forbid_files_and_network() -> super::Held {
    use ::landlock::{
        ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, LandlockStatus, Ruleset, RulesetAttr, RulesetError, Scope,
    };

    use super::Held;

    // Newer versions add rules that concern what is forbidden here already.
    let known = ABI::V6;
    let restricted = || -> Result<_, RulesetError> {
        Ruleset::default()
            .set_compatibility(CompatLevel::BestEffort)
            .handle_access(AccessFs::from_all(known))?
            .handle_access(AccessNet::from_all(known))?
            .scope(Scope::from_all(known))?
            .create()?
            .restrict_self()
    };
    let status = match restricted() {
        Ok(status) => status.landlock,
        Err(error) => return Held::Missing(error.to_string()),
    };
    match status {
        LandlockStatus::NotImplemented => Held::Missing("this kernel has no landlock".to_owned()),
        LandlockStatus::NotEnabled => Held::Missing("landlock is not enabled in this kernel".to_owned()),
        // That it was set is one thing, that it works another: some sandboxes of containers accept every call.
        LandlockStatus::Available { .. } if std::fs::File::open("/").is_ok() => Held::Missing("it was set, and files open".to_owned()),
        LandlockStatus::Available { effective_abi, .. } if effective_abi < ABI::V4 => {
            Held::Partly("files only; TCP needs Linux 6.7".to_owned())
        }
        LandlockStatus::Available { effective_abi, .. } if effective_abi < known => {
            Held::Partly("files and TCP; signals and abstract sockets need Linux 6.12".to_owned())
        }
        LandlockStatus::Available { .. } => Held::Whole,
    }
}

#[cfg(not(target_os = "linux"))]
pub fn forbid_files_and_network() -> super::Held {
    super::Held::Missing("landlock is Linux's".to_owned())
}

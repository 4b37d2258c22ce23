//! What has to come of each attack, layer by layer and then with all of them.

use std::env;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Output, Stdio};

use nix::libc::{SIGABRT, SIGSYS, SIGXCPU, SIGXFSZ};

use crate::attack::{DONE, INHERITED, NO_LAYER, REFUSED};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Expected {
    /// Nothing comes of it, and the process lives.
    Refused,
    /// The process is ended by this signal.
    Ended(i32),
    /// A run needs it.
    Allowed,
}
use Expected::{Allowed, Ended, Refused};

#[rustfmt::skip]
const EXPECTATIONS: &[(&str, &str, Expected)] = &[
    ("descriptors", "inherited", Refused),
    ("privileges", "keep a capability", Refused),
    ("privileges", "gain by executing", Refused),
    ("privileges", "rename the host", Refused),
    ("privileges", "change the root", Refused),
    ("privileges", "mount", Refused),
    ("landlock", "open", Refused),
    ("landlock", "open /proc", Refused),
    ("landlock", "list", Refused),
    ("landlock", "create", Refused),
    ("landlock", "mkdir", Refused),
    ("landlock", "remove", Refused),
    ("landlock", "listen", Refused),
    ("landlock", "connect", Refused),
    ("landlock", "fork", Refused),
    ("landlock", "exec", Refused),
    ("landlock", "ptrace", Refused),
    ("landlock", "kill", Refused),
    ("landlock", "a thread", Allowed),
    ("rlimits", "open", Refused),
    ("rlimits", "udp", Refused),
    ("rlimits", "memory", Refused),
    ("rlimits", "memory that a run needs", Allowed),
    ("rlimits", "spin", Ended(SIGXCPU)),
    ("rlimits", "write a file", Ended(SIGXFSZ)),
    ("rlimits", "a thread", Allowed),
    ("seccomp", "open", Refused),
    ("seccomp", "list", Refused),
    ("seccomp", "create", Refused),
    ("seccomp", "mkdir", Ended(SIGSYS)),
    ("seccomp", "remove", Ended(SIGSYS)),
    ("seccomp", "chmod", Ended(SIGSYS)),
    ("seccomp", "listen", Ended(SIGSYS)),
    ("seccomp", "connect", Ended(SIGSYS)),
    ("seccomp", "udp", Ended(SIGSYS)),
    ("seccomp", "unix", Ended(SIGSYS)),
    ("seccomp", "fork", Ended(SIGSYS)),
    ("seccomp", "exec", Ended(SIGSYS)),
    ("seccomp", "ptrace", Ended(SIGSYS)),
    ("seccomp", "kill", Ended(SIGSYS)),
    ("seccomp", "kill itself", Ended(SIGSYS)),
    ("seccomp", "sleep", Ended(SIGSYS)),
    ("seccomp", "pause", Ended(SIGSYS)),
    ("seccomp", "raise a limit", Ended(SIGSYS)),
    ("seccomp", "executable memory", Ended(SIGSYS)),
    ("seccomp", "a thread", Allowed),
    ("seccomp", "random", Allowed),
    ("seccomp", "abort", Ended(SIGABRT)),
    ("all", "do nothing", Allowed),
    ("all", "a thread", Allowed),
    ("all", "random", Allowed),
    ("all", "memory that a run needs", Allowed),
    ("all", "abort", Ended(SIGABRT)),
    ("all", "spin", Ended(SIGXCPU)),
    ("all", "memory", Refused),
    ("all", "open", Refused),
    ("all", "connect", Ended(SIGSYS)),
    ("all", "fork", Ended(SIGSYS)),
    ("all", "exec", Ended(SIGSYS)),
    ("all", "ptrace", Ended(SIGSYS)),
    ("all", "kill", Ended(SIGSYS)),
];

/// Without any layer these are possible: what the others are held to is no accident.
const POSSIBLE_OTHERWISE: [&str; 14] = [
    "open",
    "open /proc",
    "list",
    "listen",
    "connect",
    "udp",
    "unix",
    "fork",
    "exec",
    "kill",
    "sleep",
    "pause",
    "executable memory",
    "inherited",
];

pub fn check_all() {
    let mut wrong = Vec::new();
    let mut not_tried = 0;
    for what in POSSIBLE_OTHERWISE {
        // This layer is the one that a process started in good order has anyway.
        let came = attack("environment", what, &[]);
        // What executes something else ends as that does.
        if !(came == Ok(Allowed) || what == "exec" && came == Err("exit status: 0".to_owned())) {
            wrong.push(format!("without a layer, {what}: {came:?}"));
        }
    }
    for (layer, what, expected) in EXPECTATIONS {
        match attack(layer, what, &[]) {
            Ok(came) if came == *expected => println!("{layer}: {what}: {came:?}"),
            // The layer said that it does not hold, so nothing is claimed. Which layers this kernel must have, the next test says.
            Err(gap) if gap.contains(" is ") => {
                println!("{layer}: {what}: not tried, as {gap}");
                not_tried += 1;
            }
            came => wrong.push(format!("{layer}: {what}: {came:?}, not {expected:?}")),
        }
    }
    // What a process was started with stays in /proc, so this layer only says that it was too much.
    match attack("environment", "do nothing", &["SECRET=1"]) {
        Err(gap) if gap.contains("SECRET") => println!("{gap}"),
        came => wrong.push(format!("an environment with a secret: {came:?}")),
    }
    wrong.extend(layers_that_have_to_hold());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("{} attacks came to what they should, {not_tried} were not tried", EXPECTATIONS.len() - not_tried);
}

/// Every Linux that the server supports has these. Landlock alone may lack, and then the kernel's own list must not name it.
fn layers_that_have_to_hold() -> Vec<String> {
    let mut wrong = Vec::new();
    for layer in ["environment", "descriptors", "privileges", "landlock", "rlimits", "seccomp"] {
        if let Err(gap) = attack(layer, "do nothing", &[]) {
            let known = std::fs::read_to_string("/sys/kernel/security/lsm").unwrap_or_default();
            if layer != "landlock" || known.contains("landlock") {
                wrong.push(gap);
            }
        }
    }
    wrong
}

/// What came of an attack; an error where the layer is not there, or the process ended in another way.
fn attack(layer: &str, what: &str, environment: &[&str]) -> Result<Expected, String> {
    // The shell gives the attacker a descriptor that it did not ask for, and standard error as a file.
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("there"), "").unwrap();
    let line = format!("exec {INHERITED}</etc/passwd; exec env -i \"$@\" 2>\"$STILLFRAME_FOLDER/errors\"");
    let mut command = Command::new("/bin/sh");
    command.args(["-c", &line, "sh"]).args(environment).arg(env::current_exe().unwrap());
    command.args(["--attack", layer, what]).arg(folder.path()).env("STILLFRAME_FOLDER", folder.path());
    command.current_dir("/").stdin(Stdio::null());
    let Output { status, stdout, .. } = command.output().unwrap();
    let said = String::from_utf8(stdout).unwrap();
    match (status.code(), status.signal()) {
        (Some(DONE), _) => Ok(Allowed),
        (Some(REFUSED), _) => Ok(Refused),
        (Some(NO_LAYER), _) => Err(said.trim().to_owned()),
        (_, Some(signal)) => Ok(Ended(signal)),
        _ => Err(status.to_string()),
    }
}

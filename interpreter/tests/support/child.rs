//! A trial in a process of its own: this very binary, started once more. So a crash fails the trial, not the whole test.

use std::process::{Command, ExitStatus};

const VARIABLE: &str = "STILLFRAME_TRIAL";

/// The name of the trial that this process is started for.
pub fn asked_for() -> Option<String> {
    std::env::var(VARIABLE).ok()
}

/// Runs a trial in a child process: how it ended, and what it wrote to standard output and standard error.
pub fn run(trial: &str) -> (ExitStatus, String, String) {
    let binary = std::env::current_exe().expect("this binary has a path");
    let output = Command::new(binary).env(VARIABLE, trial).output().expect("this binary starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status, text(&output.stdout), text(&output.stderr))
}

//! The environment and the working directory.
//!
//! The server's environment may hold secrets: a database's password, a cloud's credentials. The server starts a worker with an empty one, in
//! the root directory; what a process was started with can't be taken back, as `/proc/self/environ` shows it for good. So this layer only checks.

use std::env;
use std::path::Path;

pub fn check() -> Result<(), String> {
    if let Some((name, _)) = env::vars_os().next() {
        return Err(format!("the worker was started with an environment ({} and perhaps others)", name.display()));
    }
    match env::current_dir() {
        Ok(folder) if folder == Path::new(WORKING_DIRECTORY) => Ok(()),
        Ok(folder) => Err(format!("the worker was started in {}", folder.display())),
        Err(error) => Err(format!("the working directory is unknown: {error}")),
    }
}

/// Where a worker works: a folder that every system has, and that says nothing of the server.
pub const WORKING_DIRECTORY: &str = "/";

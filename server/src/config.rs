//! Flags and environment variables, and the places they default to.

use std::fmt::{self, Write};
use std::path::{Path, PathBuf};
use std::{env, thread};

use clap::{Args, Parser, Subcommand, ValueEnum};
use stillframe_interpreter::Await;

/// See how Python's suspended frames live: generators, coroutines, async generators.
#[derive(Debug, Parser)]
#[command(name = "stillframe", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub serve: Serve,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the playground (what happens without a command, too)
    Serve(Serve),
    /// Run a program as `python3 FILE` would
    Run(Run),
    /// Run a program and print its trace (see docs/trace.md)
    Trace(Trace),
    /// Run programs for the server, which starts this itself
    #[command(hide = true)]
    Worker(Worker),
}

#[derive(Args, Clone, Debug)]
pub struct Serve {
    /// Address to listen on
    #[arg(long, env = "STILLFRAME_LISTEN", default_value = "127.0.0.1:3000", value_name = "ADDRESS:PORT")]
    pub listen: String,
    /// File (or URL) of the database of shared programs [default: stillframe/stillframe.db in the user's data folder]
    #[arg(long, env = "STILLFRAME_DATABASE", value_name = "FILE")]
    pub database: Option<String>,
    /// Programs that run at the same time [default: one for each processor]
    #[arg(long, env = "STILLFRAME_RUNS", value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..))]
    pub runs: Option<u16>,
    /// Seconds a program may run
    #[arg(long, env = "STILLFRAME_DEADLINE", value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..))]
    pub deadline: u16,
    /// Mebibytes of memory that the process of a run may hold [default: twice what a program may have, and 128]
    #[arg(long, env = "STILLFRAME_WORKER_MEMORY", value_name = "MIB", value_parser = clap::value_parser!(u32).range(32..))]
    pub worker_memory: Option<u32>,
    /// What has to surround programs before anybody but this machine is served: `full`, seccomp at least, or `partial`, whatever the system has
    #[arg(long, env = "STILLFRAME_ISOLATION", value_name = "HOW", default_value = "full")]
    pub isolation: Isolation,
    /// What is logged to standard error: error, warn, info, debug or trace, or a list such as `warn,tower_http=debug`
    #[arg(long, env = "STILLFRAME_LOG", default_value = "warn", value_name = "LEVEL")]
    pub log: tracing_subscriber::filter::Targets,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Isolation {
    Full,
    Partial,
}

#[derive(Args, Clone, Debug)]
pub struct Run {
    /// The program; `-` reads it from standard input
    pub file: PathBuf,
    /// Lift the limits on instructions, memory and output
    #[arg(long)]
    pub unlimited: bool,
    #[command(flatten)]
    pub awaiting: Awaiting,
}

#[derive(Args, Clone, Debug)]
pub struct Trace {
    /// The program; `-` reads it from standard input
    pub file: PathBuf,
    /// Print the plain form, a JSON object a step, instead of the packed one
    #[arg(long)]
    pub steps: bool,
    /// Record the frames of the library too
    #[arg(long)]
    pub library: bool,
    #[command(flatten)]
    pub awaiting: Awaiting,
}

/// What the server says to a worker as it starts it.
#[derive(Args, Clone, Debug)]
pub struct Worker {
    /// Bytes of address space that the process may have
    #[arg(long, default_value_t = 1 << 30)]
    pub address_space: u64,
    /// Seconds that it may spend on the processor, over all of its runs
    #[arg(long, default_value_t = 600)]
    pub processor: u64,
}

#[derive(Args, Clone, Copy, Debug)]
pub struct Awaiting {
    /// Let the program await outside of functions, as in `python -m asyncio`
    #[arg(long)]
    top_level_await: bool,
}

impl Awaiting {
    pub fn allowed(self) -> Await {
        if self.top_level_await { Await::AtTopLevel } else { Await::InFunctions }
    }
}

/// Where shared programs are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Database {
    /// As sqlx reads it.
    pub url: String,
    /// The folder to make if it is not there.
    pub folder: Option<PathBuf>,
    /// As people know it.
    name: String,
}

impl Serve {
    pub fn database(&self) -> Result<Database, String> {
        match &self.database {
            Some(url) if url.contains("://") => Ok(Database::url(url)),
            Some(file) => Database::file(Path::new(file)),
            None => Database::file(&data_folder()?.join("stillframe").join("stillframe.db")),
        }
    }

    pub fn runs_at_once(&self) -> usize {
        self.runs.map_or_else(|| thread::available_parallelism().map_or(1, |n| n.get()), usize::from)
    }
}

impl Database {
    pub fn file(file: &Path) -> Result<Self, String> {
        let file = std::path::absolute(file).map_err(|e| format!("the database {}: {e}", file.display()))?;
        let mut url = String::from("sqlite://");
        for byte in file.as_os_str().as_encoded_bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => url.push(char::from(*byte)),
                _ => write!(url, "%{byte:02X}").expect("a string takes all"),
            }
        }
        url.push_str("?mode=rwc");
        Ok(Database { url, folder: file.parent().map(Path::to_owned), name: file.display().to_string() })
    }

    pub fn url(url: &str) -> Self {
        // A name is shown, and so holds no password.
        let name = url.split_once('@').map_or(url, |(_, place)| place);
        Database { url: url.to_owned(), folder: None, name: name.to_owned() }
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// Where a user's programs keep their data, by the XDG Base Directory rules.
fn data_folder() -> Result<PathBuf, String> {
    let absolute = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_DATA_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".local/share")))
        .ok_or_else(|| "no folder for the database: HOME is not set; say --database FILE".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_are_consistent() {
        <Cli as clap::CommandFactory>::command().debug_assert();
        let _: Cli = Cli::parse_from(["stillframe"]);
    }

    #[test]
    fn serving_needs_no_command() {
        let bare = Cli::parse_from(["stillframe", "--listen", "[::1]:80"]);
        assert!(bare.command.is_none());
        assert_eq!(bare.serve.listen, "[::1]:80");
        assert!(matches!(Cli::parse_from(["stillframe", "run", "-"]).command, Some(Command::Run(_))));
    }

    #[test]
    fn a_file_becomes_an_absolute_url() {
        let database = Database::file(Path::new("/a b/c?.db")).unwrap();
        assert_eq!(database.url, "sqlite:///a%20b/c%3F.db?mode=rwc");
        assert_eq!(database.to_string(), "/a b/c?.db");
        assert!(Database::file(Path::new("x.db")).unwrap().url.starts_with("sqlite:///"));
    }

    #[test]
    fn a_url_stays_as_it_is() {
        let cli = Cli::parse_from(["stillframe", "--database", "postgres://localhost/app"]);
        assert_eq!(cli.serve.database().unwrap(), Database::url("postgres://localhost/app"));
    }
}

//! The flags of the server. Each has an environment variable, too.

use std::net::SocketAddr;
use std::thread;
use std::time::Duration;

use clap::{Args, ValueEnum};

use super::Database;
use crate::access::{self, NAMES_OF_THIS_MACHINE, Network, Rate};

#[derive(Args, Clone, Debug)]
pub struct Serve {
    /// Address to listen on
    #[arg(long, env = "STILLFRAME_LISTEN", default_value = "127.0.0.1:3000", value_name = "ADDRESS:PORT")]
    pub listen: String,
    /// Name of the site, as browsers ask for it; may be given several times [default: any, and on 127.0.0.1 only this machine's own]
    #[arg(long, env = "STILLFRAME_HOST", value_name = "NAME", value_delimiter = ',')]
    pub host: Vec<String>,
    /// Where people find the source of this site, for the panel About, such as https://example.org/stillframe
    #[arg(long, env = "STILLFRAME_SOURCE_LINK", value_name = "URL", value_parser = web_address)]
    pub source_link: Option<String>,
    /// File (or URL) of the database of shared programs [default: stillframe/stillframe.db in the user's data folder]
    #[arg(long, env = "STILLFRAME_DATABASE", value_name = "FILE")]
    pub database: Option<String>,
    /// Mebibytes that the database may have; past that nothing is shared any more
    #[arg(long, env = "STILLFRAME_DATABASE_SIZE", value_name = "MIB", default_value_t = 8192, value_parser = clap::value_parser!(u32).range(1..))]
    pub database_size: u32,
    /// Programs that run at the same time [default: one for each processor]
    #[arg(long, env = "STILLFRAME_RUNS", value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..))]
    pub runs: Option<u16>,
    /// Programs that wait for their turn
    #[arg(long, env = "STILLFRAME_WAITING", value_name = "COUNT", default_value_t = 512)]
    pub waiting: u16,
    /// Seconds that a program waits for its turn before it is sent away
    #[arg(long, env = "STILLFRAME_PATIENCE", value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..))]
    pub patience: u16,
    /// Seconds a program may run
    #[arg(long, env = "STILLFRAME_DEADLINE", value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..))]
    pub deadline: u16,
    /// Mebibytes of traces that are kept, compressed
    #[arg(long, env = "STILLFRAME_CACHE", value_name = "MIB", default_value_t = 64)]
    pub cache: u32,
    /// Runs that a client may ask for in a minute, and a quarter of that at once; what is kept already does not count
    #[arg(long, env = "STILLFRAME_CLIENT_RUNS", value_name = "COUNT", default_value_t = 3000, value_parser = clap::value_parser!(u32).range(4..))]
    pub client_runs: u32,
    /// Programs that a client may share in a minute, and seven times as many at once
    #[arg(long, env = "STILLFRAME_CLIENT_SHARES", value_name = "COUNT", default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..))]
    pub client_shares: u32,
    /// Connections open at one time [default: 4096, or as many as descriptors allow]
    #[arg(long, env = "STILLFRAME_CONNECTIONS", value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    pub connections: Option<u32>,
    /// Connections of one client [default: three quarters of all]
    #[arg(long, env = "STILLFRAME_CLIENT_CONNECTIONS", value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    pub client_connections: Option<u32>,
    /// Proxy, or network of proxies, whose X-Forwarded-For says who asks
    #[arg(long, env = "STILLFRAME_TRUSTED_PROXY", value_name = "NETWORK", value_delimiter = ',')]
    pub trusted_proxy: Vec<Network>,
    /// Who else than this machine may read /metrics
    #[arg(long, env = "STILLFRAME_METRICS_FROM", value_name = "NETWORK", value_delimiter = ',')]
    pub metrics_from: Vec<Network>,
    /// Mebibytes of memory that the process of a run may hold [default: twice what a program may have, and 128]
    #[arg(long, env = "STILLFRAME_WORKER_MEMORY", value_name = "MIB", value_parser = clap::value_parser!(u32).range(32..))]
    pub worker_memory: Option<u32>,
    /// Seconds that the runs of a process may take, all together, before it is replaced; 0 for a process for each run
    #[arg(long, env = "STILLFRAME_WORKER_LIFETIME", value_name = "SECONDS", default_value_t = 300)]
    pub worker_lifetime: u32,
    /// Whether the page gets the interpreter and runs programs itself, where this build has it for the browser
    #[arg(long, env = "STILLFRAME_INTERPRETER_IN_BROWSER", value_name = "ON|OFF", default_value = "on")]
    pub interpreter_in_browser: Switch,
    /// What has to surround programs before anybody but this machine is served: `full`, seccomp at least, or `partial`, whatever the system has
    #[arg(long, env = "STILLFRAME_ISOLATION", value_name = "HOW", default_value = "full")]
    pub isolation: Isolation,
    /// What is logged to standard error: error, warn, info, debug or trace, or a list such as `warn,stillframe_server::observed=info`
    #[arg(long, env = "STILLFRAME_LOG", default_value = "warn", value_name = "LEVEL")]
    pub log: tracing_subscriber::filter::Targets,
    /// How it is logged
    #[arg(long, env = "STILLFRAME_LOG_FORMAT", default_value = "text", value_name = "FORMAT")]
    pub log_format: LogFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Isolation {
    Full,
    Partial,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    On,
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people
    Text,
    /// A JSON object a line
    Json,
}

const MEBIBYTE: u64 = 1024 * 1024;

impl Serve {
    pub fn database(&self) -> Result<Database, String> {
        Ok(Database::of(self.database.as_deref())?.of_at_most(u64::from(self.database_size) * MEBIBYTE))
    }

    pub fn runs_at_once(&self) -> usize {
        self.runs.map_or_else(|| thread::available_parallelism().map_or(1, |n| n.get()), usize::from)
    }

    pub fn patience(&self) -> Duration {
        Duration::from_secs(self.patience.into())
    }

    /// Who is let in by a server at an address.
    pub fn access(&self, address: SocketAddr) -> access::Settings {
        let hosts = match address.ip().is_loopback() && self.host.is_empty() {
            true => NAMES_OF_THIS_MACHINE.map(str::to_owned).to_vec(),
            false => self.host.clone(),
        };
        access::Settings {
            hosts,
            trusted: self.trusted_proxy.clone(),
            metrics_from: self.metrics_from.clone(),
            runs: Rate { at_once: self.client_runs / 4, a_minute: self.client_runs },
            shares: Rate { at_once: self.client_shares.saturating_mul(7), a_minute: self.client_shares },
        }
    }
}

/// An address that a browser opens as a page.
fn web_address(text: &str) -> Result<String, String> {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    is_web.then(|| text.to_owned()).ok_or_else(|| "it begins with https:// or http://".to_owned())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use clap::Command;
    use stillframe_interpreter::Unit;
    use stillframe_interpreter::limits::told;

    use super::*;

    /// The default of a flag, as the document writes numbers of its kind.
    fn written(kind: &str, default: u64) -> String {
        match kind {
            "MIB" if default.is_multiple_of(1024) => format!("{} GiB", default / 1024),
            "MIB" => format!("{default} MiB"),
            "SECONDS" if default.is_multiple_of(60) => format!("{} minutes", default / 60),
            "SECONDS" => format!("{default} s"),
            _ => told(default, Unit::Things),
        }
    }

    #[test]
    fn the_document_has_each_flag_that_limits_with_its_default() {
        let document = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/limits.md")).unwrap();
        let command = Serve::augment_args(Command::new("serve"));
        let mut limits = 0;
        for flag in command.get_arguments() {
            let kind = flag.get_value_names().unwrap_or_default().first().map(|name| name.to_string()).unwrap_or_default();
            let Some(name) = flag.get_long().filter(|_| matches!(&*kind, "COUNT" | "MIB" | "SECONDS")) else { continue };
            let shown = format!("`--{name} {kind}`");
            let row = document.lines().find(|line| line.starts_with('|') && line.contains(&shown));
            let row = row.unwrap_or_else(|| panic!("docs/limits.md does not have {shown}"));
            if let Some(default) = flag.get_default_values().first().and_then(|value| value.to_str()?.parse().ok()) {
                let default = written(&kind, default);
                assert!(row.contains(&default), "{default} is the default of {shown}, but: {row}");
            }
            limits += 1;
        }
        assert!(limits > 8, "the flags were not found");
    }
}

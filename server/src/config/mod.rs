//! Flags and environment variables. `serve` has those of the server, `database` the places that programs are kept in.

mod database;
mod serve;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use stillframe_interpreter::Await;
use stillframe_picture::{WIDTH, WIDTHS};

pub use database::Database;
pub use serve::{Isolation, LogFormat, Serve, Switch};

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
    /// Run a program and print a picture of its timeline
    Render(Render),
    /// Check that the programs in Markdown files print what the text beside them says (see docs/embedding.md)
    Check(Check),
    /// Write the playground as files, which any web server can serve: programs then run in the browser alone (see docs/site.md)
    Site(Site),
    /// Print the instructions that a program is compiled to
    Disassemble(Disassemble),
    /// Look after the shared programs
    #[command(subcommand)]
    Programs(Programs),
    /// Run programs for the server, which starts this itself
    #[command(hide = true)]
    Worker(Worker),
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
    /// Record what an expression is at each step; may be given several times
    #[arg(long, value_name = "EXPRESSION")]
    pub watch: Vec<String>,
    /// Record from this step on; what happens before is run, and not recorded
    #[arg(long, value_name = "STEP", default_value_t = 0)]
    pub from: u32,
    /// Record no more than this many steps [default: the limit on steps]
    #[arg(long, value_name = "STEPS", value_parser = clap::value_parser!(u32).range(1..))]
    pub count: Option<u32>,
    #[command(flatten)]
    pub awaiting: Awaiting,
}

#[derive(Args, Clone, Debug)]
pub struct Render {
    /// The program; `-` reads it from standard input
    pub file: PathBuf,
    /// The step to show [default: the one that the page opens at]
    #[arg(long)]
    pub step: Option<usize>,
    /// Several steps, such as 3..9 with both ends: as a strip in svg and png, one after the other in gif
    #[arg(long, value_name = "FIRST..LAST", value_parser = several, conflicts_with = "step", required_if_eq("format", "gif"))]
    pub steps: Option<(usize, usize)>,
    #[arg(long, default_value = "svg")]
    pub format: PictureFormat,
    #[arg(long, default_value = "light")]
    pub theme: PictureTheme,
    /// Width in pixels
    #[arg(long, value_name = "PIXELS", default_value_t = WIDTH, value_parser = clap::value_parser!(u32).range(i64::from(*WIDTHS.start())..=i64::from(*WIDTHS.end())))]
    pub width: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PictureFormat {
    Svg,
    /// With two pixels for each of the SVG's
    Png,
    /// A moving picture of several steps
    Gif,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PictureTheme {
    Light,
    Dark,
}

#[derive(Args, Clone, Debug)]
pub struct Check {
    /// Markdown files, whose fenced blocks marked `stillframe` are programs
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

#[derive(Args, Clone, Debug)]
pub struct Site {
    /// The folder to write into; it is made, or empty
    pub folder: PathBuf,
    /// Where the site will be, for previews of links in chats and networks, such as https://name.github.io/stillframe
    #[arg(long, value_name = "URL")]
    pub address: Option<String>,
}

#[derive(Args, Clone, Debug)]
pub struct Disassemble {
    /// The program; `-` reads it from standard input
    pub file: PathBuf,
    /// With the instructions that tell each line, as a recorded run has them
    #[arg(long)]
    pub watched: bool,
    #[command(flatten)]
    pub awaiting: Awaiting,
}

#[derive(Clone, Debug, Subcommand)]
pub enum Programs {
    /// Write all of them to standard output, a JSON object a line
    Export {
        #[command(flatten)]
        of: Shared,
    },
    /// Read what an export wrote; what is there already stays as it is
    Import {
        /// The file; `-` reads standard input
        file: PathBuf,
        #[command(flatten)]
        of: Shared,
    },
    /// Take a program down: its address says so from then on, and it can't be shared again
    Remove {
        /// The last part of its address
        id: String,
        /// Why, as people are told who open it
        #[arg(long)]
        reason: String,
        #[command(flatten)]
        of: Shared,
    },
    /// Delete programs that nobody has opened or shared for a while; nothing does so by itself
    Expire {
        /// For so many days
        #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..))]
        unused: u32,
        #[command(flatten)]
        of: Shared,
    },
    /// Print how many there are, as JSON
    Stats {
        #[command(flatten)]
        of: Shared,
    },
}

#[derive(Args, Clone, Debug)]
pub struct Shared {
    /// File (or URL) of the database, as for `serve`
    #[arg(long, env = "STILLFRAME_DATABASE", value_name = "FILE")]
    pub database: Option<String>,
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

/// `3..9`, which has both of its ends.
fn several(text: &str) -> Result<(usize, usize), String> {
    let ends = text.split_once("..").and_then(|(first, last)| Some((first.parse().ok()?, last.parse().ok()?)));
    ends.filter(|(first, last)| first <= last).ok_or_else(|| "write the first and the last step, such as 3..9".to_owned())
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
}

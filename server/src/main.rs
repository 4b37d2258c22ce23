//! The program `stillframe`: serves the playground, or runs or traces one program. The server starts it again for its workers.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use stillframe_server::access::Access;
use stillframe_server::config::{Cli, Command, LogFormat, Programs, Serve, Site, Switch};
use stillframe_server::runner::{Runner, Settings, worker};
use stillframe_server::serve::{Patience, connections, serve};
use stillframe_server::store::Store;
use stillframe_server::{AppState, Delivery, app, check, command, course, examples, pairs, programs, site};
use tokio::net::TcpListener;
use tokio::signal;
use tokio::time::timeout;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.command.unwrap_or(Command::Serve(cli.serve)) {
        Command::Serve(options) => match playground(options) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("stillframe: {error}");
                ExitCode::FAILURE
            }
        },
        Command::Programs(command) => exit_with(programs(command)),
        Command::Run(options) => exit_with(command::run_program(options)),
        Command::Trace(options) => exit_with(command::trace_program(options)),
        Command::Render(options) => exit_with(command::render_program(options)),
        Command::Site(options) => exit_with(site_of_files(options)),
        Command::Check(options) => exit_with(check::check_files(&options)),
        Command::Disassemble(options) => exit_with(command::disassemble_program(options)),
        Command::Worker(options) => exit_with(worker::work(&options)),
    }
}

#[tokio::main]
async fn playground(options: Serve) -> Result<(), String> {
    log(&options);
    let store = Store::open(&options.database()?).await?;
    let examples = examples::all()?;
    let course = course::course()?;
    let pairs = pairs::all()?;
    let address = &options.listen;
    let listener =
        TcpListener::bind(address).await.map_err(|e| format!("cannot listen on {address}: {e}; choose another address with --listen"))?;
    let address = listener.local_addr().map_err(|e| e.to_string())?;

    let at_once = options.runs_at_once();
    let access = options.access(address);
    let connections = connections(options.connections.map(|count| count as usize), at_once);
    let patience = Patience {
        connections,
        of_a_client: options.client_connections.map_or(connections - connections / 4, |count| count as usize),
        trusted: access.trusted.clone(),
        ..Patience::default()
    };
    let runner = Runner::new(Settings {
        at_once,
        waiting: options.waiting.into(),
        patience: options.patience(),
        deadline: Duration::from_secs(options.deadline.into()),
        kept: u64::from(options.cache) * 1024 * 1024,
        worker_lifetime: Duration::from_secs(options.worker_lifetime.into()),
        worker_memory: options.worker_memory.map(|mebibytes| mebibytes as usize * 1024 * 1024),
        access: Access::new(access),
        ..Settings::default()
    });
    let around = runner.prepare().await.map_err(|error| error.cause())?;
    for (layer, held) in around.gaps() {
        tracing::warn!("isolation of programs: {layer} is {held}");
    }
    tracing::info!(isolation = ?around.in_words(), "what surrounds programs");
    around.is_enough_for(address, options.isolation)?;
    let delivery = Delivery::Server { in_browser: options.interpreter_in_browser == Switch::On };
    let site = app(AppState::new(store.clone(), runner.clone(), examples, course, pairs)
        .delivered(delivery)
        .with_source_link(options.source_link));

    // Before anybody can know the address: who does may ask us to stop at once.
    let stop = asked_to_stop();
    // Whoever started us may have stopped listening; that is no reason to stop.
    let _ = writeln!(std::io::stdout(), "Stillframe is at http://{address} (Ctrl+C stops it)");

    let end = async {
        stop.await;
        runner.close();
    };
    serve(listener, site, patience, runner.metrics().clone(), end).await;
    // Whatever the database waits for, it loses nothing: each commit is on the disk already.
    if timeout(LAST_WRITES, store.close()).await.is_err() {
        tracing::warn!("the database was not closed in time");
    }
    Ok(())
}

/// How long the database may take to close.
const LAST_WRITES: Duration = Duration::from_secs(2);

/// Logs to standard error from now on.
fn log(options: &Serve) {
    let to_stderr = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let registry = tracing_subscriber::registry().with(options.log.clone());
    match options.log_format {
        LogFormat::Text => registry.with(to_stderr.with_ansi(std::io::stderr().is_terminal())).init(),
        LogFormat::Json => registry.with(to_stderr.json().flatten_event(true)).init(),
    }
}

/// Looks after the shared programs, and gives the exit status.
#[tokio::main(flavor = "current_thread")]
async fn programs(command: Programs) -> i32 {
    match programs::carry_out(command).await {
        Ok(()) => 0,
        Err(error) => {
            eprintln!("stillframe: {error}");
            1
        }
    }
}

/// Writes the playground as files, and gives the exit status.
#[tokio::main]
async fn site_of_files(options: Site) -> i32 {
    match site::write(&options).await {
        Ok(written) => {
            println!("{written}");
            0
        }
        Err(error) => {
            eprintln!("stillframe: {error}");
            1
        }
    }
}

/// Listens for Ctrl+C and SIGTERM from now on; ready at the first.
#[cfg(unix)]
fn asked_to_stop() -> impl Future<Output = ()> {
    use signal::unix::{SignalKind, signal};
    let listen = |kind| signal(kind).expect("signals can be listened for");
    let (mut interrupt, mut terminate) = (listen(SignalKind::interrupt()), listen(SignalKind::terminate()));
    async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }
}

/// Ready at the first Ctrl+C.
#[cfg(not(unix))]
async fn asked_to_stop() {
    let _ = signal::ctrl_c().await;
}

/// Statuses are taken modulo 256, as by the system.
fn exit_with(status: i32) -> ExitCode {
    ExitCode::from(status as u8)
}

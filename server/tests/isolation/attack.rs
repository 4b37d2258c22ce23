//! The attacker: hostile code in a process that has restricted itself.

use std::collections::HashMap;
use std::fs::{self, File};
use std::hint::{black_box, spin_loop};
use std::net::{SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::os::unix::net::UnixStream;
use std::os::unix::process::{CommandExt, parent_id};
use std::path::Path;
use std::process::{Command, exit};
use std::thread;
use std::time::Duration;

use memmap2::MmapMut;
use nix::sys::resource::{Resource, setrlimit};
use nix::sys::signal::{Signal, kill};
use nix::sys::{ptrace, stat};
use nix::unistd::Pid;
use stillframe_server::isolation::{Bounds, LAYERS, Layer, restrict_by};

/// What came of it, as the exit status of a process that lives to tell.
pub const DONE: i32 = 10;
pub const REFUSED: i32 = 11;
/// The layer itself says that it is not there.
pub const NO_LAYER: i32 = 12;

/// A descriptor that an attacked process inherits, unless the layer closes it.
pub const INHERITED: i32 = 9;

pub const BOUNDS: Bounds = Bounds { address_space: 1 << 30, processor: Duration::from_secs(1) };

/// Restricts this process by one layer, or all, and tries one thing. In the folder is a file called `there`.
pub fn attack(layer: &str, what: &str, folder: &Path) {
    let layers: Vec<Layer> = LAYERS.into_iter().filter(|known| layer == "all" || layer == known.to_string()).collect();
    assert!(!layers.is_empty(), "{layer}");
    let parent = Pid::from_raw(parent_id() as i32);
    // A listener that is there before the process is restricted: nothing but the layer can refuse to connect.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let report = restrict_by(&layers, &BOUNDS);
    // The others have to hold where a kernel lacks landlock.
    let gap = report.gaps().find(|(gap, _)| layers.len() == 1 || *gap != Layer::Landlock);
    if let Some((layer, why)) = gap {
        println!("{layer} is {why}");
        exit(NO_LAYER);
    }
    let done = try_to(what, parent, address, folder);
    println!("{what}: {done:?}");
    exit(if done.is_ok() { DONE } else { REFUSED });
}

type Done = Result<(), String>;

fn try_to(what: &str, parent: Pid, address: SocketAddr, folder: &Path) -> Done {
    match what {
        "do nothing" => Ok(()),
        "open" => said(File::open("/etc/passwd")),
        "open /proc" => said(File::open("/proc/self/environ")),
        "list" => said(fs::read_dir("/")),
        "create" => said(File::create(folder.join("made"))),
        "mkdir" => said(fs::create_dir(folder.join("made"))),
        "remove" => said(fs::remove_file(folder.join("there"))),
        "chmod" => said(stat::fchmodat(nix::fcntl::AT_FDCWD, folder, stat::Mode::S_IRWXU, stat::FchmodatFlags::FollowSymlink)),
        "listen" => said(TcpListener::bind("127.0.0.1:0")),
        "connect" => said(TcpStream::connect(address)),
        "udp" => said(UdpSocket::bind("127.0.0.1:0")),
        "unix" => said(UnixStream::pair()),
        "fork" => said(Command::new("/bin/true").spawn()),
        "exec" => Err(Command::new("/bin/true").exec().to_string()),
        "ptrace" => said(ptrace::attach(parent)),
        // Signal 0 asks only whether it could be sent.
        "kill" => said(kill(parent, None)),
        "kill itself" => said(kill(Pid::this(), Signal::SIGUSR1)),
        "sleep" => {
            thread::sleep(Duration::from_millis(1));
            Ok(())
        }
        "pause" => said(nix::poll::poll(&mut [], 1u8)),
        "raise a limit" => said(setrlimit(Resource::RLIMIT_NOFILE, 100, 100)),
        "executable memory" => said(MmapMut::map_anon(4096).and_then(MmapMut::make_exec)),
        "rename the host" => said(nix::unistd::sethostname("stillframe")),
        "change the root" => said(nix::unistd::chroot("/tmp")),
        "mount" => said(nix::mount::mount(None::<&str>, "/mnt", Some("tmpfs"), nix::mount::MsFlags::empty(), None::<&str>)),
        "keep a capability" => {
            said(status_field("CapEff:").and_then(|set| if set.bytes().all(|digit| digit == b'0') { Err(set) } else { Ok(()) }))
        }
        "gain by executing" => said(status_field("NoNewPrivs:").and_then(|new| if new == "1" { Err(new) } else { Ok(()) })),
        "memory" => said(MmapMut::map_anon(2 << 30)),
        "spin" => loop {
            spin_loop();
        },
        "write a file" => said(nix::unistd::write(std::io::stderr(), b"x")),
        "inherited" => said(fs::read_link(format!("/proc/self/fd/{INHERITED}"))),
        // Allowed: what a worker needs.
        "a thread" => said(thread::Builder::new().name("named".to_owned()).spawn(|| ()).map(|thread| thread.join().unwrap())),
        // The limit is on addresses: what is not filled takes none of the processor's time, which has a limit of its own.
        "memory that a run needs" => said(Ok::<_, String>(black_box(vec![0_u8; 300 << 20]))),
        "random" => said(Ok::<_, String>(black_box(HashMap::<u8, u8>::new()))),
        "abort" => std::process::abort(),
        other => panic!("no attack is called {other}"),
    }
}

fn said<T, E: ToString>(done: Result<T, E>) -> Done {
    done.map(drop).map_err(|e| e.to_string())
}

fn status_field(name: &str) -> Result<String, String> {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    Ok(status.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim().to_owned())
}

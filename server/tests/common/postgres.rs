//! A PostgreSQL server of a test's own: in a temporary folder, on a free port of this machine, encrypted connections only.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use nix::unistd::geteuid;
use stillframe_server::config::Database;
use tempfile::TempDir;

/// Who runs it where the tests run as root: PostgreSQL refuses to. On Debian this is `nobody`.
const NOBODY: u32 = 65534;

pub struct Postgres {
    folder: TempDir,
    port: u16,
}

impl Postgres {
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let postgres = Postgres { folder, port };
        give_away(postgres.folder.path());
        postgres.run("initdb", &["--auth=trust", "--username=stillframe", "--no-sync", "--locale=C", "--encoding=UTF8"]);
        postgres.encrypt();
        postgres.start_again();
        postgres
    }

    /// How a server reaches it: encrypted, the certificate checked.
    pub fn database(&self) -> Database {
        self.database_with(&format!("sslmode=verify-full&sslrootcert={}", self.certificate().display()))
    }

    pub fn database_with(&self, parameters: &str) -> Database {
        Database::of(Some(&format!("postgres://stillframe@127.0.0.1:{}/postgres?{parameters}", self.port))).unwrap()
    }

    /// Ends it at once, as a crash would.
    pub fn crash(&self) {
        self.run("pg_ctl", &["--wait", "--mode=immediate", "stop"]);
    }

    pub fn start_again(&self) {
        let folder = self.folder.path().display();
        let log = format!("--log={folder}/log");
        let options = format!("--options=-h 127.0.0.1 -p {} -k {folder} -c fsync=off", self.port);
        self.run("pg_ctl", &["--wait", &log, &options, "start"]);
    }

    /// A certificate that vouches for itself, and no connection without it.
    fn encrypt(&self) {
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        let key = self.data().join("server.key");
        fs::write(self.certificate(), made.cert.pem()).unwrap();
        fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
        give_away(&key);
        fs::write(self.data().join("pg_hba.conf"), "hostssl all all 127.0.0.1/32 trust\n").unwrap();
        let settings = self.data().join("postgresql.conf");
        fs::write(&settings, format!("{}\nssl = on\n", fs::read_to_string(&settings).unwrap())).unwrap();
    }

    fn certificate(&self) -> PathBuf {
        self.data().join("server.crt")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn run(&self, name: &str, arguments: &[&str]) {
        let mut command = Command::new(installed(name));
        command.arg("--pgdata").arg(self.data()).args(arguments).current_dir(self.folder.path()).stdout(Stdio::null());
        if geteuid().is_root() {
            command.uid(NOBODY).gid(NOBODY);
        }
        assert!(command.status().unwrap().success(), "{name} failed: {}", self.log());
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }
}

/// A test that fails leaves nothing behind.
impl Drop for Postgres {
    fn drop(&mut self) {
        let running = self.data().join("postmaster.pid");
        if running.exists() {
            self.crash();
        }
    }
}

/// Debian keeps these commands out of the path.
fn installed(name: &str) -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let found = versions.map(|version| version.path().join("bin").join(name)).filter(|path| path.exists()).max();
    found.unwrap_or_else(|| {
        let on_path = Command::new(name).arg("--version").output().is_ok();
        assert!(on_path, "these tests start a PostgreSQL server: install it (on Debian the package postgresql)");
        name.into()
    })
}

fn give_away(path: &Path) {
    if geteuid().is_root() {
        chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    }
}

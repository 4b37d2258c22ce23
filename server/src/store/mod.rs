//! Shared programs, each with the input that it reads, kept in a database. One SQL serves SQLite and PostgreSQL; what differs is in [`prepare`] and in the
//! migrations.
//!
//! Next: `migrations`, its tables; `trouble`, what keeps it from working; `operator`, the commands `stillframe programs`.

mod migrations;
mod operator;
mod trouble;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use sqlx::any::{AnyConnectOptions, AnyPoolOptions, AnyRow};
use sqlx::{AnyConnection, AnyPool, Connection, Row};
use tokio::time::{sleep, timeout};

pub use operator::{Imported, Stats};

use crate::config::Database;
use crate::error::{Error, Trouble};
use crate::notes::Note;
use operator::DAY;

/// Short, and long enough that two programs rarely want the same: 50 bits.
const ID_LENGTH: usize = 10;

/// All the characters that a hash of 256 bits gives.
const LONGEST_ID: usize = 51;

/// Digits and small letters without 0, 1, l and o: five bits a character.
const ALPHABET: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

/// Write-ahead logging with every commit synced: nobody's link is lost, and readers never wait for a writer.
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

/// SQLite's pages, of which a database may have so many at most.
const PAGE_BYTES: u64 = 4096;

/// So long a database counts as full after it was.
const REMEMBERED: Duration = Duration::from_secs(30);

/// Cheap to clone.
#[derive(Clone)]
pub struct Store {
    database: Database,
    open: Arc<RwLock<Open>>,
    /// Why the last program was not kept, if so, and when.
    failed: Arc<Mutex<Option<(Trouble, Instant)>>>,
}

#[derive(Clone)]
struct Open {
    pools: Pools,
    file: Option<FileId>,
}

#[derive(Clone)]
struct Pools {
    readers: AnyPool,
    /// Of SQLite one connection: it has one writer at a time, and waiting here is fair where waiting there is not.
    writer: AnyPool,
}

/// Tells a file from another of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FileId(u64, u64);

/// A program as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub source: String,
    /// What it reads from standard input; none where there is none.
    pub input: Option<String>,
    /// What it is called, and what its author says about it.
    pub title: Option<String>,
    pub description: Option<String>,
    /// Those of its author, in the order of their steps.
    pub notes: Vec<Note>,
}

/// What is under an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Program(Kept),
    /// It was taken down, for this reason.
    TakenDown(String),
    Nothing,
}

impl Store {
    /// Opens the database, and makes it where there is none. An error says what to do.
    pub async fn open(database: &Database) -> Result<Self, String> {
        sqlx::any::install_default_drivers();
        let open = Open::new(database).await;
        let open = open.map_err(|e| format!("cannot open the database {database}: {e}; choose another with --database"))?;
        Ok(Store { database: database.clone(), open: Arc::new(RwLock::new(open)), failed: Arc::default() })
    }

    /// Keeps a program and gives its id: the same for the same program, always.
    pub async fn keep(&self, program: &Kept) -> Result<String, Error> {
        let kept = self.keep_as(program, &program.hash()).await;
        let failed = match &kept {
            Err(Error::StoreDown(trouble)) => Some((*trouble, Instant::now())),
            _ => None,
        };
        *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = failed;
        kept
    }

    /// What is under an id.
    pub async fn get(&self, id: &str) -> Result<Found, Error> {
        if !is_id(id) {
            return Ok(Found::Nothing);
        }
        let pools = self.pools();
        if let Some((kept, used_at)) = program_of(id, &pools.readers).await? {
            self.note_use(id, used_at);
            return Ok(Found::Program(kept));
        }
        Ok(takedown(id, &pools.readers).await?.map_or(Found::Nothing, |(_, reason)| Found::TakenDown(reason)))
    }

    /// What keeps the database from taking programs, if anything does. One that does not answer in time is locked if it is a file, and
    /// out of reach if it is elsewhere.
    pub async fn check(&self, patience: Duration) -> Result<(), Trouble> {
        let silent = if self.database.is_sqlite() { Trouble::Locked } else { Trouble::Lost };
        timeout(patience, self.try_to_write()).await.unwrap_or(Err(silent))
    }

    /// Ends the connections in good order, so that SQLite can fold its log into the file.
    pub async fn close(&self) {
        let pools = self.pools();
        pools.readers.close().await;
        pools.writer.close().await;
    }

    /// The database is asked to write, though nothing is changed. That it is full shows only when something is kept, so the last time that
    /// failed counts for a while.
    async fn try_to_write(&self) -> Result<(), Trouble> {
        self.still_there().await?;
        match *self.failed.lock().unwrap_or_else(PoisonError::into_inner) {
            Some((Trouble::Full, when)) if when.elapsed() < REMEMBERED => return Err(Trouble::Full),
            _ => {}
        }
        let write = sqlx::query("UPDATE programs SET used_at = used_at WHERE id = ''");
        write.execute(&self.pools().writer).await.map(drop).map_err(|error| trouble::trouble(&error))
    }

    fn pools(&self) -> Pools {
        self.open.read().unwrap_or_else(PoisonError::into_inner).pools.clone()
    }

    /// Takes the shortest head of the hash that is free or already this program's.
    async fn keep_as(&self, program: &Kept, hash: &blake3::Hash) -> Result<String, Error> {
        if !self.database.is_sqlite() && program.has_null() {
            return Err(Error::Malformed("the program has a null character, which the database of this server can't keep".to_owned()));
        }
        self.still_there().await.map_err(Error::StoreDown)?;
        let pools = self.pools();
        for length in ID_LENGTH..=LONGEST_ID {
            let id = head(hash, length);
            match takedown(&id, &pools.readers).await? {
                Some((down, reason)) if down == hash.to_hex().as_str() => return Err(Error::TakenDown(reason)),
                Some(_) => continue,
                None => {}
            }
            let taken = match program_of(&id, &pools.readers).await? {
                Some(kept) => Some(kept),
                None if insert(&id, program, &pools.writer).await? => None,
                None => program_of(&id, &pools.writer).await?,
            };
            match taken {
                None => return Ok(id),
                Some((kept, used_at)) if kept == *program => {
                    self.note_use(&id, used_at);
                    return Ok(id);
                }
                Some(_) => {}
            }
        }
        Err(Error::internal("every head of a program's hash is taken by another"))
    }

    /// A program that was not used for a day is noted as used, by and by: nobody waits for it, and if it fails nothing is lost.
    fn note_use(&self, id: &str, used_at: i64) {
        if used_at > now() - DAY {
            return;
        }
        let (writer, id) = (self.pools().writer, id.to_owned());
        tokio::spawn(async move {
            let noted = sqlx::query("UPDATE programs SET used_at = $1 WHERE id = $2").bind(now()).bind(id).execute(&writer).await;
            if let Err(error) = noted {
                tracing::debug!(%error, "the use of a program was not noted");
            }
        });
    }

    /// SQLite goes on with a file that was deleted, and what it writes there is lost. A file that was put in its place is opened.
    async fn still_there(&self) -> Result<(), Trouble> {
        let Some(file) = &self.database.file else { return Ok(()) };
        let there = FileId::of(file);
        if there.is_some() && there == self.open.read().unwrap_or_else(PoisonError::into_inner).file {
            return Ok(());
        }
        if !file.exists() {
            return Err(Trouble::Lost);
        }
        let open = Open::new(&self.database).await.map_err(|error| {
            tracing::error!(%error, "the database was replaced, and its new file can't be opened");
            Trouble::Lost
        })?;
        tracing::warn!("the database was replaced, and its new file is used from now on");
        let before = std::mem::replace(&mut *self.open.write().unwrap_or_else(PoisonError::into_inner), open);
        // Requests under way may still hold connections to the old file.
        tokio::spawn(async move {
            before.pools.readers.close().await;
            before.pools.writer.close().await;
        });
        Ok(())
    }
}

impl Kept {
    /// Without input, title, description and notes, that of the source alone. With a title it is another program: nobody renames that of others.
    fn hash(&self) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.source.as_bytes());
        if let Some(input) = &self.input {
            hasher.update(b"\0").update(input.as_bytes());
        }
        for (mark, text) in [(b"\0title\0", &self.title), (b"\0about\0", &self.description)] {
            if let Some(text) = text {
                hasher.update(mark).update(text.as_bytes());
            }
        }
        if let Some(notes) = self.notes_as_json() {
            hasher.update(b"\0notes\0").update(notes.as_bytes());
        }
        hasher.finalize()
    }

    /// None where there are no notes. It has no null character, which JSON escapes.
    fn notes_as_json(&self) -> Option<String> {
        (!self.notes.is_empty()).then(|| serde_json::to_string(&self.notes).expect("notes are numbers and texts"))
    }

    fn has_null(&self) -> bool {
        [Some(&self.source), self.input.as_ref(), self.title.as_ref(), self.description.as_ref()]
            .into_iter()
            .flatten()
            .any(|text| text.contains('\0'))
    }
}

impl Open {
    async fn new(database: &Database) -> Result<Self, String> {
        if let Some(folder) = database.folder() {
            std::fs::create_dir_all(folder).map_err(|e| e.to_string())?;
        }
        let options: AnyConnectOptions = database.url.parse().map_err(|e: sqlx::Error| e.to_string())?;
        let pages = database.most_bytes.map(|bytes| bytes / PAGE_BYTES);
        make_ready(&options, pages).await.map_err(|e| e.to_string())?;
        let is_sqlite = database.is_sqlite();
        // Of a database elsewhere nobody waits for longer than for a page.
        let patience = Duration::from_secs(if is_sqlite { 10 } else { 3 });
        let pool = |connections| {
            AnyPoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(patience)
                .after_connect(move |connection, _| Box::pin(prepare(connection, pages)))
                .connect_lazy_with(options.clone())
        };
        let writers = if is_sqlite { 1 } else { 4 };
        Ok(Open { pools: Pools { readers: pool(4), writer: pool(writers) }, file: database.file.as_deref().and_then(FileId::of) })
    }
}

impl FileId {
    #[cfg(unix)]
    fn of(file: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        std::fs::metadata(file).ok().map(|file| FileId(file.dev(), file.ino()))
    }

    /// Elsewhere a file that is open can't be deleted.
    #[cfg(not(unix))]
    fn of(file: &Path) -> Option<Self> {
        file.exists().then_some(FileId(0, 0))
    }
}

/// Makes the tables, and fails at once where a pool would try again for a while.
///
/// Servers that start together meet here. SQLite lets one of two write, and tells the other so at once when both want to turn the write-ahead
/// log on, whatever patience it was told to have.
async fn make_ready(options: &AnyConnectOptions, pages: Option<u64>) -> sqlx::Result<()> {
    let began = Instant::now();
    loop {
        match try_to_make_ready(options, pages).await {
            Err(error) if trouble::trouble(&error) == Trouble::Locked && began.elapsed() < START_TIME => sleep(START_REST).await,
            done => return done,
        }
    }
}

/// How long a server waits for others as it starts, and how long between two tries.
const START_TIME: Duration = Duration::from_secs(10);
const START_REST: Duration = Duration::from_millis(20);

async fn try_to_make_ready(options: &AnyConnectOptions, pages: Option<u64>) -> sqlx::Result<()> {
    let mut connection = AnyConnection::connect_with(options).await?;
    prepare(&mut connection, pages).await?;
    migrations::migrate(&mut connection).await?;
    connection.close().await
}

async fn prepare(connection: &mut AnyConnection, pages: Option<u64>) -> sqlx::Result<()> {
    if !is_sqlite(connection) {
        return Ok(());
    }
    sqlx::raw_sql(SQLITE_SETTINGS).execute(&mut *connection).await?;
    if let Some(pages) = pages {
        let most = sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
        sqlx::raw_sql(most).execute(connection).await?;
    }
    Ok(())
}

fn is_sqlite(connection: &AnyConnection) -> bool {
    connection.backend_name() == "SQLite"
}

/// A program, and when it was used.
async fn program_of(id: &str, pool: &AnyPool) -> sqlx::Result<Option<(Kept, i64)>> {
    let query = "SELECT source, input, title, description, notes, used_at FROM programs WHERE id = $1";
    let row = sqlx::query(query).bind(id).fetch_optional(pool).await?;
    row.map(|row| Ok((kept_of(&row, 0)?, row.try_get(5)?))).transpose()
}

/// From columns that begin at one: source, input, title, description, notes.
fn kept_of(row: &AnyRow, first: usize) -> sqlx::Result<Kept> {
    let maybe = |column: usize| row.try_get::<Option<String>, _>(first + column);
    let notes = maybe(4)?.map_or(Ok(Vec::new()), |json| serde_json::from_str(&json)).map_err(|error| sqlx::Error::Decode(error.into()))?;
    Ok(Kept { source: row.try_get(first)?, input: maybe(1)?, title: maybe(2)?, description: maybe(3)?, notes })
}

/// The hash of what was taken down, and why.
async fn takedown(id: &str, pool: &AnyPool) -> sqlx::Result<Option<(String, String)>> {
    let row = sqlx::query("SELECT hash, reason FROM takedowns WHERE id = $1").bind(id).fetch_optional(pool).await?;
    row.map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).transpose()
}

/// False where the id is taken.
async fn insert(id: &str, program: &Kept, writer: &AnyPool) -> sqlx::Result<bool> {
    let Kept { source, input, title, description, .. } = program;
    let query =
        "INSERT INTO programs (id, source, created_at, used_at, input, title, description, notes) VALUES ($1, $2, $3, $3, $4, $5, $6, $7)
                 ON CONFLICT (id) DO NOTHING";
    let query = sqlx::query(query).bind(id).bind(source).bind(now()).bind(input).bind(title).bind(description);
    let query = query.bind(program.notes_as_json());
    let done = query.execute(writer).await?;
    Ok(done.rows_affected() == 1)
}

/// Seconds since 1970.
fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs() as i64)
}

fn is_id(text: &str) -> bool {
    (ID_LENGTH..=LONGEST_ID).contains(&text.len()) && text.bytes().all(|byte| ALPHABET.contains(&byte))
}

/// The first characters of a hash, five bits each.
fn head(hash: &blake3::Hash, length: usize) -> String {
    let bytes = hash.as_bytes();
    let bit = |at: usize| usize::from(bytes[at / 8] >> (7 - at % 8) & 1);
    (0..length).map(|i| char::from(ALPHABET[(i * 5..i * 5 + 5).fold(0, |index, at| index << 1 | bit(at))])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(source: &str) -> Kept {
        Kept { source: source.to_owned(), ..Kept::default() }
    }

    async fn store_in(folder: &tempfile::TempDir) -> Store {
        Store::open(&Database::file(&folder.path().join("deep/er/a b?.db")).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn the_same_program_has_the_same_id() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(&folder).await;
        let id = store.keep(&text("print('é')\n")).await.unwrap();
        assert_eq!(id.len(), ID_LENGTH);
        assert_eq!(store.keep(&text("print('é')\n")).await.unwrap(), id);
        assert_ne!(store.keep(&text("print('e')\n")).await.unwrap(), id);
        assert_eq!(store.get(&id).await.unwrap(), Found::Program(text("print('é')\n")));
        assert_eq!(store.get(&head(&blake3::hash(b"another"), ID_LENGTH)).await.unwrap(), Found::Nothing);
        assert_eq!(store.get("' OR 1=1 --").await.unwrap(), Found::Nothing);
    }

    #[tokio::test]
    async fn programs_outlive_the_store() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(&folder).await;
        let id = store.keep(&text("pass")).await.unwrap();
        store.close().await;
        let again = store_in(&folder).await;
        assert_eq!(again.get(&id).await.unwrap(), Found::Program(text("pass")));
        assert_eq!(again.keep(&text("pass")).await.unwrap(), id);
    }

    #[tokio::test]
    async fn a_program_is_kept_with_its_input() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(&folder).await;
        let reads = |input: &str| Kept { input: Some(input.to_owned()), ..text("print(input())") };
        let programs = [text("print(input())"), reads(""), reads("Ada\n")];
        let mut ids = Vec::new();
        for program in &programs {
            ids.push(store.keep(program).await.unwrap());
        }
        assert_eq!(store.keep(&reads("Ada\n")).await.unwrap(), ids[2]);
        for (id, program) in ids.iter().zip(programs) {
            assert_eq!(store.get(id).await.unwrap(), Found::Program(program));
        }
        let mut lines = Vec::new();
        store.export(&mut lines).await.unwrap();
        let other = tempfile::tempdir().unwrap();
        let other = store_in(&other).await;
        assert_eq!(other.import(&lines[..]).await.unwrap(), Imported { new: 3, known: 0 });
        assert_eq!(other.get(&ids[2]).await.unwrap(), Found::Program(reads("Ada\n")));
    }

    #[tokio::test]
    async fn a_program_is_kept_with_its_title_and_notes() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(&folder).await;
        let note = |text: &str| Note { step: 3, until: Some(5), text: text.to_owned(), arrow: Some((0, 1)), lines: None };
        let noted = |notes: &[Note]| Kept { notes: notes.to_vec(), ..text("pass") };
        let titled = |title: &str| Kept { title: Some(title.to_owned()), description: Some("é".to_owned()), ..text("pass") };
        let programs = [
            text("pass"),
            titled("One"),
            titled("Two"),
            Kept { input: Some("title".to_owned()), ..text("pass") },
            noted(&[note("é\0")]),
            noted(&[note("é\0"), note("two")]),
        ];
        let mut ids = Vec::new();
        for program in &programs {
            ids.push(store.keep(program).await.unwrap());
        }
        let mut lines = Vec::new();
        store.export(&mut lines).await.unwrap();
        let other = tempfile::tempdir().unwrap();
        let other = store_in(&other).await;
        assert_eq!(other.import(&lines[..]).await.unwrap(), Imported { new: 6, known: 0 });
        for (id, program) in ids.iter().zip(programs) {
            assert_eq!(store.get(id).await.unwrap(), Found::Program(program.clone()));
            assert_eq!(other.get(id).await.unwrap(), Found::Program(program));
        }
    }

    #[tokio::test]
    async fn a_taken_head_is_lengthened() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(&folder).await;
        let hash = blake3::hash(b"the same for all");
        let ids = [
            store.keep_as(&text("one"), &hash).await.unwrap(),
            store.keep_as(&text("two"), &hash).await.unwrap(),
            store.keep_as(&text("three"), &hash).await.unwrap(),
        ];
        assert_eq!(ids.each_ref().map(String::len), [ID_LENGTH, ID_LENGTH + 1, ID_LENGTH + 2]);
        assert!(ids[2].starts_with(&ids[0]));
        assert_eq!(store.keep_as(&text("two"), &hash).await.unwrap(), ids[1]);
        assert_eq!(store.get(&ids[2]).await.unwrap(), Found::Program(text("three")));
    }

    #[tokio::test]
    async fn many_at_once_agree_on_an_id() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(&folder).await;
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..32 {
            let store = store.clone();
            tasks.spawn(async move { store.keep(&text("the same")).await.unwrap() });
        }
        let ids = tasks.join_all().await;
        assert!(ids.iter().all(|id| *id == ids[0]));
    }

    #[tokio::test]
    async fn sqlite_is_set_to_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let pools = store_in(&folder).await.pools();
        for (setting, expected) in [("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)] {
            for pool in [&pools.readers, &pools.writer] {
                let sql = sqlx::AssertSqlSafe(format!("PRAGMA {setting}"));
                let value: i64 = sqlx::query(sql).fetch_one(pool).await.unwrap().get(0);
                assert_eq!(value, expected, "{setting}");
            }
        }
        let mode: String = sqlx::query("PRAGMA journal_mode").fetch_one(&pools.writer).await.unwrap().get(0);
        assert_eq!(mode, "wal");
    }

    #[tokio::test]
    async fn a_database_that_cannot_be_opened_says_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("not-a-database");
        std::fs::write(&file, "a text, not a database").unwrap();
        let error = Store::open(&Database::file(&file).unwrap()).await.err().unwrap();
        assert!(error.contains("not-a-database") && error.contains("--database"), "{error}");
        let postgres = Database::url("postgres://me:secret@127.0.0.1:1/app");
        let error = Store::open(&postgres).await.err().unwrap();
        assert!(error.contains("127.0.0.1:1/app") && !error.contains("secret"), "{error}");
    }

    #[test]
    fn every_head_is_an_id() {
        let hash = blake3::hash(b"x");
        for length in ID_LENGTH..=LONGEST_ID {
            assert!(is_id(&head(&hash, length)));
        }
        for text in ["", "abc", "ABCDEFGHIJ", "abcdefghi0", "../../../etc"] {
            assert!(!is_id(text), "{text}");
        }
    }
}

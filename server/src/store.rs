//! Shared programs, each with the input that it reads, kept in a database. One SQL serves SQLite and, where its driver is built in, PostgreSQL.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, Connection, Row};

use crate::config::Database;

/// Short, and long enough that two programs rarely want the same: 50 bits.
const ID_LENGTH: usize = 10;

/// All the characters that a hash of 256 bits gives.
const LONGEST_ID: usize = 51;

/// Digits and small letters without 0, 1, l and o: five bits a character.
const ALPHABET: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

const SCHEMA: &str = "CREATE TABLE IF NOT EXISTS programs (
    id TEXT PRIMARY KEY NOT NULL,
    source TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    input TEXT
)";

/// For a table that was made before programs had input.
const ADD_INPUT: &str = "ALTER TABLE programs ADD COLUMN input TEXT";

/// Write-ahead logging with every commit synced: nobody's link is lost, and readers never wait for a writer.
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

/// A program as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub source: String,
    /// What it reads from standard input; none where there is none.
    pub input: Option<String>,
}

#[derive(Clone)]
pub struct Store {
    readers: AnyPool,
    /// One connection: SQLite has one writer at a time, and waiting here is fair where waiting there is not.
    writer: AnyPool,
}

impl Store {
    /// Opens the database, and makes it where there is none. An error says what to do.
    pub async fn open(database: &Database) -> Result<Self, String> {
        sqlx::any::install_default_drivers();
        let failed = |e: &dyn std::fmt::Display| format!("cannot open the database {database}: {e}; choose another with --database");
        if let Some(folder) = &database.folder {
            std::fs::create_dir_all(folder).map_err(|e| failed(&e))?;
        }
        let options: AnyConnectOptions = database.url.parse().map_err(|e: sqlx::Error| failed(&e))?;
        make_ready(&options).await.map_err(|e| failed(&e))?;
        let pool = |connections| {
            AnyPoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(Duration::from_secs(10))
                .after_connect(|connection, _| Box::pin(prepare(connection)))
                .connect_lazy_with(options.clone())
        };
        Ok(Store { readers: pool(4), writer: pool(1) })
    }

    /// Keeps a program and gives its id: the same for the same program, always.
    pub async fn keep(&self, program: &Kept) -> sqlx::Result<String> {
        self.keep_as(program, &program.hash()).await
    }

    /// The program of an id.
    pub async fn get(&self, id: &str) -> sqlx::Result<Option<Kept>> {
        if !is_id(id) {
            return Ok(None);
        }
        kept_as(id, &self.readers).await
    }

    /// Fails where the database does not answer.
    pub async fn check(&self) -> sqlx::Result<()> {
        sqlx::query("SELECT 1").execute(&self.readers).await.map(drop)
    }

    /// Ends the connections in good order, so that SQLite can fold its log into the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Takes the shortest head of the hash that is free or already this program's.
    async fn keep_as(&self, program: &Kept, hash: &blake3::Hash) -> sqlx::Result<String> {
        for length in ID_LENGTH..=LONGEST_ID {
            let id = head(hash, length);
            let taken = match kept_as(&id, &self.readers).await? {
                Some(kept) => Some(kept),
                None if self.insert(&id, program).await? => None,
                None => kept_as(&id, &self.writer).await?,
            };
            if taken.is_none_or(|kept| kept == *program) {
                return Ok(id);
            }
        }
        Err(sqlx::Error::Protocol("every head of a program's hash is taken by another".to_owned()))
    }

    /// False where the id is taken.
    async fn insert(&self, id: &str, program: &Kept) -> sqlx::Result<bool> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs() as i64);
        let done = sqlx::query("INSERT INTO programs (id, source, created_at, input) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING")
            .bind(id)
            .bind(&program.source)
            .bind(now)
            .bind(&program.input)
            .execute(&self.writer)
            .await?;
        Ok(done.rows_affected() == 1)
    }
}

impl Kept {
    /// Without input, that of the source alone.
    fn hash(&self) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.source.as_bytes());
        if let Some(input) = &self.input {
            hasher.update(b"\0").update(input.as_bytes());
        }
        hasher.finalize()
    }
}

/// Makes the table, and fails at once where a pool would try again for a while.
async fn make_ready(options: &AnyConnectOptions) -> sqlx::Result<()> {
    let mut connection = AnyConnection::connect_with(options).await?;
    prepare(&mut connection).await?;
    sqlx::query(SCHEMA).execute(&mut connection).await?;
    if !has_input(&mut connection).await {
        let added = sqlx::query(ADD_INPUT).execute(&mut connection).await;
        // Another server that starts at the same time may have been quicker.
        if !has_input(&mut connection).await {
            added?;
        }
    }
    connection.close().await
}

async fn has_input(connection: &mut AnyConnection) -> bool {
    sqlx::query("SELECT input FROM programs LIMIT 1").fetch_optional(connection).await.is_ok()
}

async fn prepare(connection: &mut AnyConnection) -> sqlx::Result<()> {
    if connection.backend_name() == "SQLite" {
        sqlx::raw_sql(SQLITE_SETTINGS).execute(connection).await?;
    }
    Ok(())
}

async fn kept_as(id: &str, pool: &AnyPool) -> sqlx::Result<Option<Kept>> {
    let row = sqlx::query("SELECT source, input FROM programs WHERE id = $1").bind(id).fetch_optional(pool).await?;
    row.map(|row| Ok(Kept { source: row.try_get(0)?, input: row.try_get(1)? })).transpose()
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

    fn program(source: &str) -> Kept {
        Kept { source: source.to_owned(), input: None }
    }

    async fn store_in(folder: &tempfile::TempDir) -> Store {
        Store::open(&Database::file(&folder.path().join("deep/er/a b?.db")).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn the_same_program_has_the_same_id() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(&folder).await;
        let id = store.keep(&program("print('é')\n")).await.unwrap();
        assert_eq!(id.len(), ID_LENGTH);
        assert_eq!(store.keep(&program("print('é')\n")).await.unwrap(), id);
        assert_ne!(store.keep(&program("print('e')\n")).await.unwrap(), id);
        assert_eq!(store.get(&id).await.unwrap(), Some(program("print('é')\n")));
        assert_eq!(store.get(&head(&blake3::hash(b"another"), ID_LENGTH)).await.unwrap(), None);
        assert_eq!(store.get("' OR 1=1 --").await.unwrap(), None);
    }

    #[tokio::test]
    async fn programs_outlive_the_store() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(&folder).await;
        let id = store.keep(&program("pass")).await.unwrap();
        store.close().await;
        let again = store_in(&folder).await;
        assert_eq!(again.get(&id).await.unwrap(), Some(program("pass")));
        assert_eq!(again.keep(&program("pass")).await.unwrap(), id);
    }

    #[tokio::test]
    async fn a_program_is_kept_with_its_input() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(&folder).await;
        let reads = |input: &str| Kept { input: Some(input.to_owned()), ..program("print(input())") };
        let ids = [
            store.keep(&program("print(input())")).await.unwrap(),
            store.keep(&reads("")).await.unwrap(),
            store.keep(&reads("Ada\n")).await.unwrap(),
        ];
        assert_eq!(store.keep(&reads("Ada\n")).await.unwrap(), ids[2]);
        assert_eq!(store.get(&ids[0]).await.unwrap(), Some(program("print(input())")));
        assert_eq!(store.get(&ids[1]).await.unwrap(), Some(reads("")));
        assert_eq!(store.get(&ids[2]).await.unwrap(), Some(reads("Ada\n")));
    }

    #[tokio::test]
    async fn a_table_from_before_there_was_input_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::file(&folder.path().join("old.db")).unwrap();
        sqlx::any::install_default_drivers();
        let mut old = AnyConnection::connect(&database.url).await.unwrap();
        sqlx::query("CREATE TABLE programs (id TEXT PRIMARY KEY NOT NULL, source TEXT NOT NULL, created_at BIGINT NOT NULL)")
            .execute(&mut old)
            .await
            .unwrap();
        let id = head(&blake3::hash(b"pass"), ID_LENGTH);
        sqlx::query("INSERT INTO programs VALUES ($1, 'pass', 0)").bind(&id).execute(&mut old).await.unwrap();
        old.close().await.unwrap();
        for _ in 0..2 {
            let store = Store::open(&database).await.unwrap();
            assert_eq!(store.get(&id).await.unwrap(), Some(program("pass")));
            assert_eq!(store.keep(&program("pass")).await.unwrap(), id);
            store.close().await;
        }
    }

    #[tokio::test]
    async fn a_taken_head_is_lengthened() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(&folder).await;
        let hash = blake3::hash(b"the same for all");
        let ids = [
            store.keep_as(&program("one"), &hash).await.unwrap(),
            store.keep_as(&program("two"), &hash).await.unwrap(),
            store.keep_as(&program("three"), &hash).await.unwrap(),
        ];
        assert_eq!(ids.each_ref().map(String::len), [ID_LENGTH, ID_LENGTH + 1, ID_LENGTH + 2]);
        assert!(ids[2].starts_with(&ids[0]));
        assert_eq!(store.keep_as(&program("two"), &hash).await.unwrap(), ids[1]);
        assert_eq!(store.get(&ids[2]).await.unwrap(), Some(program("three")));
    }

    #[tokio::test]
    async fn many_at_once_agree_on_an_id() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(&folder).await;
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..32 {
            let store = store.clone();
            tasks.spawn(async move { store.keep(&program("the same")).await.unwrap() });
        }
        let ids = tasks.join_all().await;
        assert!(ids.iter().all(|id| *id == ids[0]));
    }

    #[tokio::test]
    async fn sqlite_is_set_to_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = store_in(&folder).await;
        for (setting, expected) in [("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)] {
            for pool in [&store.readers, &store.writer] {
                let sql = sqlx::AssertSqlSafe(format!("PRAGMA {setting}"));
                let value: i64 = sqlx::query(sql).fetch_one(pool).await.unwrap().get(0);
                assert_eq!(value, expected, "{setting}");
            }
        }
        let mode: String = sqlx::query("PRAGMA journal_mode").fetch_one(&store.writer).await.unwrap().get(0);
        assert_eq!(mode, "wal");
    }

    #[tokio::test]
    async fn a_database_that_cannot_be_opened_says_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("not-a-database");
        std::fs::write(&file, "a text, not a database").unwrap();
        let error = Store::open(&Database::file(&file).unwrap()).await.err().unwrap();
        assert!(error.contains("not-a-database") && error.contains("--database"), "{error}");
        let postgres = Database::url("postgres://localhost/app");
        assert!(Store::open(&postgres).await.err().unwrap().contains("postgres"));
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

//! The tables, and how they came to be: steps that are taken once each, in order, however many servers start together.
//!
//! A step that was released is never changed. One more is added to the end instead.

use sqlx::{AnyConnection, Row};

use super::{is_sqlite, now};

const STEPS: [&str; 5] = [
    // Databases of the first version have this table already, and nothing that says so.
    "CREATE TABLE IF NOT EXISTS programs (
        id TEXT PRIMARY KEY NOT NULL,
        source TEXT NOT NULL,
        created_at BIGINT NOT NULL
    )",
    // What an operator took down, by the hash of its whole text, so that it is not simply shared again.
    "CREATE TABLE takedowns (
        id TEXT PRIMARY KEY NOT NULL,
        hash TEXT NOT NULL,
        reason TEXT NOT NULL,
        taken_at BIGINT NOT NULL
    );
    ALTER TABLE programs ADD COLUMN used_at BIGINT NOT NULL DEFAULT 0;
    UPDATE programs SET used_at = created_at",
    // What a program reads from standard input.
    "ALTER TABLE programs ADD COLUMN input TEXT",
    // What a program is called, and what its author says about it.
    "ALTER TABLE programs ADD COLUMN title TEXT;
    ALTER TABLE programs ADD COLUMN description TEXT",
    // The notes on its steps, as JSON.
    "ALTER TABLE programs ADD COLUMN notes TEXT",
];

const TABLE: &str = "CREATE TABLE IF NOT EXISTS migrations (step BIGINT PRIMARY KEY NOT NULL, taken_at BIGINT NOT NULL)";

/// The lock's number means nothing but this, and is given back with the transaction.
const BEGIN_POSTGRES: &str = "BEGIN; SELECT pg_advisory_xact_lock(6023041977)";

/// Takes the steps that are missing.
pub async fn migrate(connection: &mut AnyConnection) -> sqlx::Result<()> {
    // Where nothing is missing nothing is written, so that a server starts on a database that can't be written to, too.
    if taken(connection).await.is_ok_and(|taken| taken >= STEPS.len() as i64) {
        return Ok(());
    }
    // The lock is taken before anything is looked at: whoever comes second finds all steps taken.
    let begin = if is_sqlite(connection) { "BEGIN IMMEDIATE" } else { BEGIN_POSTGRES };
    sqlx::raw_sql(begin).execute(&mut *connection).await?;
    let done = take_steps(connection).await;
    let end = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
    let ended = sqlx::raw_sql(end).execute(&mut *connection).await;
    done.and(ended.map(drop))
}

async fn take_steps(connection: &mut AnyConnection) -> sqlx::Result<()> {
    sqlx::raw_sql(TABLE).execute(&mut *connection).await?;
    let taken = taken(connection).await? as usize;
    for (number, step) in STEPS.iter().enumerate().skip(taken) {
        sqlx::raw_sql(*step).execute(&mut *connection).await?;
        sqlx::query("INSERT INTO migrations (step, taken_at) VALUES ($1, $2)")
            .bind(number as i64 + 1)
            .bind(now())
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// How many steps were taken.
async fn taken(connection: &mut AnyConnection) -> sqlx::Result<i64> {
    sqlx::query("SELECT COALESCE(MAX(step), 0) FROM migrations").fetch_one(connection).await?.try_get(0)
}

//! What an operator does with the programs: `stillframe programs export`, `import`, `remove`, `expire`, `stats`.
//!
//! All of it works beside a server that runs.

use std::io::{BufRead, Write};

use serde::{Deserialize, Serialize};
use sqlx::Row;

use crate::notes::Note;

use super::{Kept, Store, head, is_id, kept_of, now};

/// A line of an export.
#[derive(Debug, Deserialize, Serialize)]
#[serde(untagged, deny_unknown_fields)]
enum Line {
    Program {
        id: String,
        source: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        input: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        description: Option<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        notes: Vec<Note>,
        created_at: i64,
        used_at: i64,
    },
    Takedown {
        id: String,
        hash: String,
        reason: String,
        taken_at: i64,
    },
}

/// What an import did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub new: u64,
    /// They were there already, or were taken down here.
    pub known: u64,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Stats {
    pub programs: i64,
    pub source_bytes: i64,
    pub taken_down: i64,
    /// Seconds since 1970.
    pub oldest: Option<i64>,
    pub newest: Option<i64>,
    /// Shared, and opened or shared again, in the last 30 days.
    pub shared_lately: i64,
    pub used_lately: i64,
}

/// Lines that are read at once.
const BATCH: i64 = 500;

const LATELY: i64 = 30 * DAY;
pub const DAY: i64 = 24 * 60 * 60;

impl Store {
    /// Writes everything, a JSON object a line, in the order of the ids.
    pub async fn export(&self, out: &mut impl Write) -> Result<(), String> {
        let mut last = String::new();
        loop {
            let rows = sqlx::query(
                "SELECT id, created_at, used_at, source, input, title, description, notes FROM programs WHERE id > $1 ORDER BY id LIMIT $2",
            )
            .bind(last.clone())
            .bind(BATCH)
            .fetch_all(&self.pools().readers)
            .await
            .map_err(told)?;
            for row in &rows {
                let get = |column| row.try_get::<i64, _>(column).map_err(told);
                last = row.try_get(0).map_err(told)?;
                let Kept { source, input, title, description, notes } = kept_of(row, 3).map_err(told)?;
                let (created_at, used_at) = (get(1)?, get(2)?);
                write(out, &Line::Program { id: last.clone(), source, input, title, description, notes, created_at, used_at })?;
            }
            if rows.len() < BATCH as usize {
                break;
            }
        }
        let rows = sqlx::query("SELECT id, hash, reason, taken_at FROM takedowns ORDER BY id").fetch_all(&self.pools().readers).await;
        for row in rows.map_err(told)? {
            let get = |column| row.try_get::<String, _>(column).map_err(told);
            write(out, &Line::Takedown { id: get(0)?, hash: get(1)?, reason: get(2)?, taken_at: row.try_get(3).map_err(told)? })?;
        }
        out.flush().map_err(|e| e.to_string())
    }

    /// Reads what an export wrote. Nothing that is there is changed; a line that is wrong ends it, and says which.
    pub async fn import(&self, lines: impl BufRead) -> Result<Imported, String> {
        let mut imported = Imported::default();
        for (number, line) in lines.lines().enumerate() {
            let at = |e: &dyn std::fmt::Display| format!("line {}: {e}", number + 1);
            let line = line.map_err(|e| at(&e))?;
            if line.trim().is_empty() {
                continue;
            }
            let line: Line = serde_json::from_str(&line).map_err(|e| at(&e))?;
            if self.import_line(line).await.map_err(|e| at(&e))? {
                imported.new += 1;
            } else {
                imported.known += 1;
            }
        }
        Ok(imported)
    }

    /// Takes a program down: its address says so from then on, and why. False where there is none.
    pub async fn remove(&self, id: &str, reason: &str) -> Result<bool, String> {
        if !is_id(id) {
            return Ok(false);
        }
        let pools = self.pools();
        let mut transaction = pools.writer.begin().await.map_err(told)?;
        let row = sqlx::query("SELECT source, input, title, description, notes FROM programs WHERE id = $1")
            .bind(id)
            .fetch_optional(&mut *transaction)
            .await
            .map_err(told)?;
        let Some(row) = row else { return Ok(false) };
        let kept = kept_of(&row, 0).map_err(told)?;
        sqlx::query("INSERT INTO takedowns (id, hash, reason, taken_at) VALUES ($1, $2, $3, $4)")
            .bind(id)
            .bind(kept.hash().to_hex().to_string())
            .bind(reason)
            .bind(now())
            .execute(&mut *transaction)
            .await
            .map_err(told)?;
        sqlx::query("DELETE FROM programs WHERE id = $1").bind(id).execute(&mut *transaction).await.map_err(told)?;
        transaction.commit().await.map_err(told)?;
        Ok(true)
    }

    /// Deletes programs that nobody has opened or shared for so many days. They may be shared again.
    pub async fn expire(&self, days: u32) -> Result<u64, String> {
        let done = sqlx::query("DELETE FROM programs WHERE used_at < $1").bind(now() - i64::from(days) * DAY);
        done.execute(&self.pools().writer).await.map(|done| done.rows_affected()).map_err(told)
    }

    pub async fn stats(&self) -> Result<Stats, String> {
        let row = sqlx::query(
            "SELECT COUNT(*), COALESCE(SUM(OCTET_LENGTH(source)), 0), MIN(created_at), MAX(created_at),
                    COALESCE(SUM(CASE WHEN created_at >= $1 THEN 1 ELSE 0 END), 0),
                    COALESCE(SUM(CASE WHEN used_at >= $1 THEN 1 ELSE 0 END), 0),
                    (SELECT COUNT(*) FROM takedowns)
             FROM programs",
        );
        let row = row.bind(now() - LATELY).fetch_one(&self.pools().readers).await.map_err(told)?;
        let get = |column| row.try_get::<i64, _>(column).map_err(told);
        let maybe = |column| row.try_get::<Option<i64>, _>(column).map_err(told);
        Ok(Stats {
            programs: get(0)?,
            source_bytes: get(1)?,
            oldest: maybe(2)?,
            newest: maybe(3)?,
            shared_lately: get(4)?,
            used_lately: get(5)?,
            taken_down: get(6)?,
        })
    }

    /// Whether it was new.
    async fn import_line(&self, line: Line) -> Result<bool, String> {
        let pools = self.pools();
        let query = match &line {
            Line::Program { id, source, input, title, description, notes, created_at, used_at } => {
                let [input, title, description] = [input, title, description].map(Clone::clone);
                let kept = Kept { source: source.clone(), input, title, description, notes: notes.clone() };
                if !is_id(id) || *id != head(&kept.hash(), id.len()) {
                    return Err(format!("{id:?} is not the id of its program"));
                }
                let query =
                    "INSERT INTO programs (id, source, created_at, used_at, input, title, description, notes) SELECT $1, $2, $3, $4, $5, $6, $7, $8
                             WHERE NOT EXISTS (SELECT 1 FROM takedowns WHERE id = $1) ON CONFLICT (id) DO NOTHING";
                let notes = kept.notes_as_json();
                let query = sqlx::query(query).bind(id).bind(kept.source).bind(*created_at).bind(*used_at).bind(kept.input);
                query.bind(kept.title).bind(kept.description).bind(notes)
            }
            Line::Takedown { id, hash, reason, taken_at } => {
                if !is_id(id) {
                    return Err(format!("{id:?} is no id"));
                }
                sqlx::query("DELETE FROM programs WHERE id = $1").bind(id).execute(&pools.writer).await.map_err(told)?;
                let query = "INSERT INTO takedowns (id, hash, reason, taken_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING";
                sqlx::query(query).bind(id).bind(hash).bind(reason).bind(*taken_at)
            }
        };
        query.execute(&pools.writer).await.map(|done| done.rows_affected() == 1).map_err(told)
    }
}

fn write(out: &mut impl Write, line: &Line) -> Result<(), String> {
    serde_json::to_writer(&mut *out, line).map_err(|e| e.to_string())?;
    out.write_all(b"\n").map_err(|e| e.to_string())
}

fn told(error: sqlx::Error) -> String {
    error.to_string()
}

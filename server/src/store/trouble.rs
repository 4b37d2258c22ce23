//! What keeps the database from working, read from its errors.

use crate::error::{Error, Trouble};

/// Some of SQLite's result codes, the lower byte of each.
mod code {
    pub const BUSY: u32 = 5;
    pub const LOCKED: u32 = 6;
    pub const READONLY: u32 = 8;
    pub const FULL: u32 = 13;
}

/// Every failure is told by a sentence; what is not known by name means that the database can't be reached.
pub fn trouble(error: &sqlx::Error) -> Trouble {
    let code = error.as_database_error().and_then(|error| error.code()).unwrap_or_default();
    if code.len() == SQLSTATE_LENGTH {
        return trouble_of_postgres(&code);
    }
    match code.parse::<u32>().map_or(0, |code| code & 0xff) {
        code::BUSY | code::LOCKED => Trouble::Locked,
        code::READONLY => Trouble::ReadOnly,
        code::FULL => Trouble::Full,
        _ => Trouble::Lost,
    }
}

/// PostgreSQL's codes have five characters. SQLite's are numbers of at most four digits.
const SQLSTATE_LENGTH: usize = 5;

fn trouble_of_postgres(code: &str) -> Trouble {
    match code {
        "53100" => Trouble::Full,
        "25006" => Trouble::ReadOnly,
        "55P03" | "40P01" => Trouble::Locked,
        _ => Trouble::Lost,
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let trouble = trouble(&error);
        tracing::error!(%error, %trouble, "the database failed");
        Error::StoreDown(trouble)
    }
}

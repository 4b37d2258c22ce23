//! What keeps the database from working, read from its errors.

use std::borrow::Cow;

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
    let code = error.as_database_error().and_then(|error| error.code()).map(|code: Cow<str>| code.parse::<u32>());
    match code {
        Some(Ok(code)) => match code & 0xff {
            code::BUSY | code::LOCKED => Trouble::Locked,
            code::READONLY => Trouble::ReadOnly,
            code::FULL => Trouble::Full,
            _ => Trouble::Lost,
        },
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

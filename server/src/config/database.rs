//! Where shared programs are kept.

use std::env;
use std::fmt::{self, Write};
use std::path::{Path, PathBuf};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Database {
    /// As sqlx reads it.
    pub url: String,
    /// The file that holds it, where it is one.
    pub file: Option<PathBuf>,
    /// The most bytes that it may have.
    pub most_bytes: Option<u64>,
    /// As people know it.
    name: String,
}

impl Database {
    /// By what a flag says: a file or a URL; the user's own where it says nothing.
    pub fn of(flag: Option<&str>) -> Result<Self, String> {
        match flag {
            Some(url) if url.contains("://") || url.starts_with("sqlite:") => Ok(Database::url(url)),
            Some(file) => Database::file(Path::new(file)),
            None => Database::file(&data_folder()?.join("stillframe").join("stillframe.db")),
        }
    }

    pub fn file(file: &Path) -> Result<Self, String> {
        let file = std::path::absolute(file).map_err(|e| format!("the database {}: {e}", file.display()))?;
        let mut url = String::from("sqlite://");
        for byte in file.as_os_str().as_encoded_bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => url.push(char::from(*byte)),
                _ => write!(url, "%{byte:02X}").expect("a string takes all"),
            }
        }
        url.push_str("?mode=rwc");
        let name = file.display().to_string();
        Ok(Database { url, file: Some(file), most_bytes: None, name })
    }

    pub fn url(url: &str) -> Self {
        // A name is shown, and so holds no password: neither a user's nor a parameter's.
        let place = url.split_once('@').map_or(url, |(_, place)| place);
        let name = place.split_once('?').map_or(place, |(name, _)| name).to_owned();
        let Some(rest) = url.strip_prefix("sqlite:") else {
            return Database { url: url.to_owned(), file: None, most_bytes: None, name };
        };
        let (path, options) = rest.split_once('?').unwrap_or((rest, ""));
        let file = decoded(path.strip_prefix("//").unwrap_or(path));
        let file = file.filter(|file| !file.is_empty() && file != ":memory:").map(PathBuf::from);
        // A file that is not there yet is made, as for a file's name, unless the URL says otherwise.
        let is_told = file.is_none() || options.split('&').any(|option| option.starts_with("mode=") || option.starts_with("immutable="));
        let url = match options {
            _ if is_told => url.to_owned(),
            "" => format!("sqlite:{path}?mode=rwc"),
            options => format!("sqlite:{path}?{options}&mode=rwc"),
        };
        Database { url, file, most_bytes: None, name }
    }

    pub fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite:")
    }

    /// The same, of so many bytes at most.
    pub fn of_at_most(self, bytes: u64) -> Self {
        Database { most_bytes: Some(bytes), ..self }
    }

    /// The folder that has to be there before the file can be made.
    pub fn folder(&self) -> Option<&Path> {
        let folder = self.file.as_deref()?.parent()?;
        (self.url.contains("mode=rwc") && folder != Path::new("")).then_some(folder)
    }
}

/// A path of a URL; none where it is no text.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        let code = others.first_chunk::<2>().and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        let (byte, taken) = match (first, code) {
            (b'%', Some(byte)) => (byte, 3),
            _ => (*first, 1),
        };
        bytes.push(byte);
        rest = &rest[taken..];
    }
    String::from_utf8(bytes).ok()
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// Where a user's programs keep their data, by the XDG Base Directory rules.
fn data_folder() -> Result<PathBuf, String> {
    let absolute = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_DATA_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".local/share")))
        .ok_or_else(|| "no folder for the database: HOME is not set; say --database FILE".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_becomes_an_absolute_url() {
        let database = Database::file(Path::new("/a b/c?.db")).unwrap();
        assert_eq!(database.url, "sqlite:///a%20b/c%3F.db?mode=rwc");
        assert_eq!(database.to_string(), "/a b/c?.db");
        assert_eq!(database.folder(), Some(Path::new("/a b")));
        assert!(Database::file(Path::new("x.db")).unwrap().url.starts_with("sqlite:///"));
    }

    #[test]
    fn a_url_of_a_file_makes_the_file_unless_it_says_otherwise() {
        for (url, becomes, file) in [
            ("sqlite:///new.db", "sqlite:///new.db?mode=rwc", Some("/new.db")),
            ("sqlite://new.db", "sqlite://new.db?mode=rwc", Some("new.db")),
            ("sqlite:a%20b/new.db", "sqlite:a%20b/new.db?mode=rwc", Some("a b/new.db")),
            ("sqlite:///x.db?cache=shared", "sqlite:///x.db?cache=shared&mode=rwc", Some("/x.db")),
            ("sqlite:///x.db?mode=ro", "sqlite:///x.db?mode=ro", Some("/x.db")),
            ("sqlite::memory:", "sqlite::memory:", None),
        ] {
            let database = Database::url(url);
            assert_eq!((database.url.as_str(), database.file.as_deref()), (becomes, file.map(Path::new)), "{url}");
        }
        assert_eq!(Database::url("sqlite:///a/x.db?mode=ro").folder(), None);
        assert_eq!(Database::url("sqlite:///a/x.db").folder(), Some(Path::new("/a")));
    }

    #[test]
    fn another_url_stays_as_it_is_and_shows_no_password() {
        let database = Database::of(Some("postgres://me:secret@localhost/app")).unwrap();
        assert_eq!(database.url, "postgres://me:secret@localhost/app");
        assert_eq!(database.to_string(), "localhost/app");
        assert_eq!(Database::url("postgres://localhost/app?password=secret").to_string(), "postgres://localhost/app");
    }
}

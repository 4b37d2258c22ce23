//! The modules of CPython's library that are not there, and the packages that programs import most, and why: a program that imports one is told.

/// Why the playground does not have a module, or a package, of CPython's library; none for names that CPython does not know either.
pub fn reason(name: &str) -> Option<&'static str> {
    ABSENT.iter().find(|(_, modules)| modules.split(' ').any(|module| module == name)).map(|(reason, _)| *reason)
}

const FILES: &str = "the playground has no files";
const NETWORK: &str = "the playground has no network";
const THREADS: &str = "the playground has no threads";
const PROCESSES: &str = "the playground has no processes";
const SCREEN: &str = "the playground has no screen or keyboard of its own";
const SOURCE: &str = "the playground does not run or read other code";
const MEMORY: &str = "the playground counts memory itself: the page shows it";
const MISSING: &str = "it is not in the playground's library";

static ABSENT: &[(&str, &str)] = &[
    (
        FILES,
        "bz2 dbm filecmp fileinput genericpath glob gzip lzma mailbox mmap nt ntpath os pathlib posix posixpath shelve \
         shutil sqlite3 stat tarfile tempfile zipapp zipfile",
    ),
    (
        NETWORK,
        "asynchat asyncio.protocols asyncio.selector_events asyncio.sslproto asyncio.streams asyncio.transports asyncore cgi cgitb ftplib http imaplib nntplib poplib select selectors smtpd smtplib socket \
         socketserver ssl telnetlib urllib webbrowser wsgiref xmlrpc",
    ),
    (THREADS, "_thread concurrent threading"),
    (
        PROCESSES,
        "asyncio.subprocess asyncio.unix_events asyncio.windows_events atexit errno fcntl grp msvcrt multiprocessing platform pty pwd resource spwd subprocess syslog termios \
         tty winreg",
    ),
    (SCREEN, "curses getpass idlelib readline rlcompleter tkinter turtle turtledemo winsound"),
    (
        SOURCE,
        "_ast ast bdb cProfile code codeop compileall ctypes dis distutils ensurepip faulthandler imp importlib \
         lib2to3 marshal modulefinder opcode pdb pickle pickletools pkgutil profile pstats py_compile pyclbr pydoc \
         runpy site symtable sysconfig tabnanny token tokenize trace venv zipimport",
    ),
    (MEMORY, "tracemalloc"),
    (
        MISSING,
        "aifc antigravity audioop chunk cmath cmd colorsys configparser copyreg crypt email encodings fnmatch getopt gettext \
         graphlib imghdr ipaddress keyword locale logging.config logging.handlers mailcap mimetypes netrc nis nturl2path optparse \
         ossaudiodev pipes plistlib pyexpat quopri sched sndhdr sre_compile sre_constants sre_parse stringprep sunau this tomllib \
         unicodedata uu wave xdrlib xml zoneinfo",
    ),
    // Packages, and what is here instead.
    (
        "the playground has no packages; lists, math, statistics and decimal are here",
        "matplotlib numpy pandas scipy seaborn sklearn sympy tensorflow torch",
    ),
    (
        "the playground has no packages, and no network",
        "aiohttp asyncpg boto3 bs4 django fastapi flask httpx psycopg psycopg2 pymongo redis requests scrapy selenium sqlalchemy starlette urllib3 uvicorn websockets",
    ),
    (
        "the playground has no packages; asyncio is here",
        "aiostream anyio async_timeout curio eventlet gevent greenlet nest_asyncio tornado trio twisted uvloop",
    ),
    ("the playground has no packages; dataclasses are here", "attr attrs pydantic"),
    ("the playground has no packages; json is here", "orjson simplejson toml ujson yaml"),
    ("the playground has no packages; datetime is here", "arrow dateutil pendulum pytz"),
    ("the playground has no packages; typing is here", "mypy_extensions typing_extensions"),
    ("the playground has no packages; re is here", "regex"),
    ("the playground has no packages; itertools is here", "cytoolz more_itertools toolz"),
    ("the playground has no packages; print and str.format are here", "click colorama loguru rich tabulate termcolor tqdm"),
    ("the playground has no packages; assert is here", "hypothesis mock nose pytest"),
    ("the playground has no packages, and no files", "aiofiles"),
    ("the playground has no packages", "PIL cv2 pygame pyglet setuptools six"),
];

#[cfg(test)]
mod tests {
    use super::{ABSENT, reason};

    #[test]
    fn each_module_has_one_reason() {
        let mut seen = std::collections::HashSet::new();
        for (_, modules) in ABSENT {
            assert!(modules.split(' ').is_sorted());
            assert!(modules.split(' ').all(|module| !module.is_empty() && seen.insert(module)));
        }
    }

    #[test]
    fn names_that_nobody_knows_have_none() {
        assert_eq!(reason("os"), Some("the playground has no files"));
        assert_eq!(reason("numpi"), None);
    }
}

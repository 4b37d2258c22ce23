//! Shared programs when something is wrong with their database, and in an operator's hands.
#![cfg(unix)]

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use axum::http::StatusCode;
use common::Site;
use common::playground::{Playground, STILLFRAME};
use serde_json::Value;
use stillframe_server::config::Database;
use stillframe_server::runner::Settings;

/// A site whose database is a file in a folder.
async fn site_in(folder: &Path) -> Site {
    Site::with_database(Database::file(&folder.join("programs.db")).unwrap(), Settings::default()).await
}

/// Sharing is refused with a sentence, everything else goes on, and a load balancer can see why.
async fn assert_down(site: &Site, sentence: &str, known: &str) {
    // A worker, so that nothing but the database is missing.
    site.runner.prepare().await.unwrap();
    let refused = site.post("/api/programs", &format!("print({sentence:?})")).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.text());
    let error = &refused.json()["error"];
    assert_eq!(error["code"], "store_down");
    assert!(error["message"].as_str().unwrap().contains(sentence), "{error}");
    let ready = site.get("/readyz").await;
    assert_eq!((ready.status, ready.json()["database"].as_str()), (StatusCode::SERVICE_UNAVAILABLE, Some(sentence)));
    assert_eq!(site.get(known).await.status, StatusCode::OK, "a program that was shared can't be opened");
    assert_eq!(site.get("/healthz").await.status, StatusCode::OK);
    assert_eq!(site.outcome("print(1)").await["outcome"], "finished");
}

async fn assert_well(site: &Site) {
    let shared = site.post("/api/programs", "print('well again')").await;
    assert_eq!(shared.status, StatusCode::OK, "{}", shared.text());
    assert_eq!(site.get(shared.json()["address"].as_str().unwrap()).await.status, StatusCode::OK);
}

async fn share(site: &Site, source: &str) -> String {
    site.post("/api/programs", source).await.json()["address"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_full_database_takes_no_programs_until_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let file = Database::file(&folder.path().join("programs.db")).unwrap();
    let site = Site::with_database(file.clone().of_at_most(400 * 1024), Settings::default()).await;
    let known = share(&site, "print('known')").await;
    let mut status = StatusCode::OK;
    for number in 0..50 {
        status = site.post("/api/programs", &format!("'{number:060000}'")).await.status;
        if status != StatusCode::OK {
            break;
        }
    }
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "it was never full");
    // Too large for what room there may be left.
    let refused = site.post("/api/programs", &format!("'{}'", "x".repeat(60_000))).await;
    assert!(refused.json()["error"]["message"].as_str().unwrap().contains("is full"), "{}", refused.text());
    let ready = site.get("/readyz").await;
    assert_eq!((ready.status.as_u16(), ready.json()["database"].as_str()), (503, Some("is full")));
    assert_eq!(site.get(&known).await.status, StatusCode::OK);
    assert_eq!(site.outcome("print(1)").await["outcome"], "finished");
    // An operator takes something away.
    let rows = sqlx_delete_all(&folder.path().join("programs.db")).await;
    assert!(rows > 1);
    assert_well(&site).await;
}

/// Another program that uses the same database: here, to make room.
async fn sqlx_delete_all(file: &Path) -> u64 {
    let other = stillframe_server::store::Store::open(&Database::file(file).unwrap()).await.unwrap();
    let mut deleted = 0;
    let mut exported = Vec::new();
    other.export(&mut exported).await.unwrap();
    for line in String::from_utf8(exported).unwrap().lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        deleted += u64::from(other.remove(line["id"].as_str().unwrap(), "to make room").await.unwrap());
    }
    other.close().await;
    deleted
}

#[tokio::test]
async fn a_database_that_was_deleted_takes_no_programs_until_it_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let site = site_in(folder.path()).await;
    let known = share(&site, "print('known')").await;
    let aside = tempfile::tempdir().unwrap();
    for file in ["programs.db", "programs.db-wal", "programs.db-shm"] {
        let _ = fs::copy(folder.path().join(file), aside.path().join(file));
        let _ = fs::remove_file(folder.path().join(file));
    }
    assert_down(&site, "can't be reached", &known).await;
    for file in ["programs.db-wal", "programs.db-shm", "programs.db"] {
        let _ = fs::copy(aside.path().join(file), folder.path().join(file));
    }
    assert_well(&site).await;
    assert_eq!(site.get(&known).await.status, StatusCode::OK);
    assert_eq!(site.get("/readyz").await.json()["database"], "ok");
}

#[tokio::test]
async fn a_database_that_another_program_locks_takes_programs_when_it_is_let_go() {
    use sqlx::Connection;

    let folder = tempfile::tempdir().unwrap();
    let site = site_in(folder.path()).await;
    let known = share(&site, "print('known')").await;
    let url = format!("sqlite://{}", folder.path().join("programs.db").display());
    let mut other = sqlx::AnyConnection::connect(&url).await.unwrap();
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    assert_down(&site, "is locked by another program", &known).await;
    sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
    assert_well(&site).await;
}

#[tokio::test]
async fn a_database_that_cannot_be_written_to_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let writable = site_in(folder.path()).await;
    let known = share(&writable, "print('known')").await;
    let url = format!("sqlite://{}?mode=ro", folder.path().join("programs.db").display());
    let site = Site::with_database(Database::url(&url), Settings::default()).await;
    assert_down(&site, "can't be written to", &known).await;
}

#[tokio::test]
async fn servers_that_start_together_make_the_tables_once() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::file(&folder.path().join("programs.db")).unwrap();
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let database = database.clone();
            all.spawn(async move { stillframe_server::store::Store::open(&database).await });
        }
        for opened in all.join_all().await {
            opened.unwrap();
        }
    }
}

#[tokio::test]
async fn a_database_of_the_first_version_is_brought_up_to_date() {
    use sqlx::Connection;

    sqlx::any::install_default_drivers();
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("programs.db").display());
    let mut old = sqlx::AnyConnection::connect(&url).await.unwrap();
    let id = &share(&Site::new().await, "print('old')").await[3..];
    for sql in [
        "CREATE TABLE programs (id TEXT PRIMARY KEY NOT NULL, source TEXT NOT NULL, created_at BIGINT NOT NULL)".to_owned(),
        format!("INSERT INTO programs VALUES ('{id}', 'print(''old'')', 1700000000)"),
    ] {
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut old).await.unwrap();
    }
    old.close().await.unwrap();
    let site = site_in(folder.path()).await;
    assert_eq!(site.get(&format!("/p/{id}")).await.initial()["program"]["source"], "print('old')");
    assert_eq!(share(&site, "print('old')").await, format!("/p/{id}"));
}

fn programs(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(STILLFRAME);
    command.arg("programs").args(arguments).arg("--database").arg(folder.join("programs.db"));
    command.stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn an_operator_exports_imports_and_takes_down() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let playground = Playground::with_database(&here.path().join("programs.db"));
    let (good, bad) = (playground.share("print('good \u{1f40d}')\r\n"), playground.share("print('bad')"));
    let bad_id = &bad["/p/".len()..];

    // Beside a server that runs.
    let done = programs(here.path(), &["remove", bad_id, "--reason", "it breaks the law."]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let gone = playground.ask(&format!("GET {bad}"), "");
    assert!(gone.starts_with("HTTP/1.1 410 ") && gone.contains("This program was taken down: it breaks the law."), "{gone}");
    let again = playground.ask("POST /api/programs", "{\"source\": \"print('bad')\"}");
    assert!(again.starts_with("HTTP/1.1 410 "), "{again}");
    assert_eq!(programs(here.path(), &["remove", "abcdefghij", "--reason", "x"]).status.code(), Some(1));

    let exported = programs(here.path(), &["export"]);
    let lines: Vec<Value> = text(&exported.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2, "{}", text(&exported.stdout));
    assert_eq!((&lines[0]["source"], &lines[1]["reason"]), (&"print('good \u{1f40d}')\r\n".into(), &"it breaks the law".into()));
    playground.end("-TERM");

    let file = there.path().join("export.jsonl");
    fs::write(&file, &exported.stdout).unwrap();
    for expected in ["2 lines were new, 0 were known", "0 lines were new, 2 were known"] {
        let done = programs(there.path(), &["import", file.to_str().unwrap()]);
        assert!(text(&done.stderr).contains(expected), "{}", text(&done.stderr));
    }
    let playground = Playground::with_database(&there.path().join("programs.db"));
    assert!(playground.ask(&format!("GET {good}"), "").starts_with("HTTP/1.1 200 "));
    assert!(playground.ask(&format!("GET {bad}"), "").starts_with("HTTP/1.1 410 "));
    playground.end("-TERM");
    let stats: Value = serde_json::from_slice(&programs(there.path(), &["stats"]).stdout).unwrap();
    assert_eq!((&stats["programs"], &stats["taken_down"], &stats["used_lately"]), (&1.into(), &1.into(), &1.into()));
    assert_eq!(programs(there.path(), &["export"]).stdout, exported.stdout);

    fs::write(&file, "{\"id\": \"abcdefghij\", \"source\": \"x\", \"created_at\": 1, \"used_at\": 1}\n").unwrap();
    let wrong = programs(there.path(), &["import", file.to_str().unwrap()]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(text(&wrong.stderr).contains("line 1: \"abcdefghij\" is not the id of its program"), "{}", text(&wrong.stderr));
}

#[test]
fn what_nobody_uses_goes_when_an_operator_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let playground = Playground::with_database(&folder.path().join("programs.db"));
    let kept = playground.share("print('used')");
    let old = playground.share("print('old')");
    let exported = text(&programs(folder.path(), &["export"]).stdout).to_owned();
    playground.end("-TERM");

    let mut lines: Vec<Value> = exported.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for line in &mut lines {
        line["created_at"] = 1.into();
        if line["source"] == "print('old')" {
            line["used_at"] = 1.into();
        }
    }
    let file = folder.path().join("aged.jsonl");
    fs::write(&file, lines.iter().map(|line| format!("{line}\n")).collect::<String>()).unwrap();
    let aged = tempfile::tempdir().unwrap();
    programs(aged.path(), &["import", file.to_str().unwrap()]);
    let done = programs(aged.path(), &["expire", "--unused", "365"]);
    assert!(text(&done.stderr).contains("1 programs were deleted"), "{}", text(&done.stderr));
    let playground = Playground::with_database(&aged.path().join("programs.db"));
    assert!(playground.ask(&format!("GET {kept}"), "").starts_with("HTTP/1.1 200 "));
    assert!(playground.ask(&format!("GET {old}"), "").starts_with("HTTP/1.1 404 "));
    assert_eq!(playground.share("print('old')"), old);
    playground.end("-TERM");
}

#[test]
fn a_url_makes_a_database_or_says_why_not() {
    let folder = tempfile::tempdir().unwrap();
    let new = format!("sqlite://{}", folder.path().join("deep/er/new.db").display());
    let playground = Playground::start(Command::new(STILLFRAME).args(["--database", &new]));
    playground.share("print(1)");
    playground.end("-TERM");
    assert!(folder.path().join("deep/er/new.db").is_file());

    let missing = format!("sqlite://{}?mode=ro", folder.path().join("missing.db").display());
    let refused = Command::new(STILLFRAME).args(["--database", &missing]).output().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("missing.db") && text(&refused.stderr).contains("--database"), "{}", text(&refused.stderr));
}

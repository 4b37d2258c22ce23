//! Shared programs in PostgreSQL: what holds for SQLite holds there, over an encrypted connection.
#![cfg(unix)]

mod common;

use std::process::{Command, Output};

use axum::http::StatusCode;
use common::Site;
use common::playground::STILLFRAME;
use common::postgres::Postgres;
use serde_json::Value;
use stillframe_server::config::Database;
use stillframe_server::notes::Note;
use stillframe_server::runner::Settings;
use stillframe_server::store::{Found, Imported, Kept, Store};

#[tokio::test]
async fn servers_that_start_together_make_the_tables_once_and_share_what_is_kept() {
    let postgres = Postgres::start();
    let mut starting = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let database = postgres.database();
        starting.spawn(async move { Store::open(&database).await.unwrap() });
    }
    let stores = starting.join_all().await;
    let program = Kept {
        source: "print(input(), 'é')\n".to_owned(),
        input: Some("Ada\n".to_owned()),
        title: Some("Hello".to_owned()),
        description: None,
        notes: vec![Note { step: 3, until: None, text: "a \0".to_owned(), arrow: Some((0, 1)), lines: None }],
    };
    let mut keeping = tokio::task::JoinSet::new();
    for store in stores.clone() {
        let program = program.clone();
        keeping.spawn(async move { store.keep(&program).await.unwrap() });
    }
    let ids = keeping.join_all().await;
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    for store in &stores {
        assert_eq!(store.get(&ids[0]).await.unwrap(), Found::Program(program.clone()));
    }
    let null = Kept { source: "'\0'".to_owned(), input: None, title: None, description: None, notes: Vec::new() };
    assert!(format!("{:?}", stores[0].keep(&null).await).contains("null character"));

    // The same program has the same id in SQLite, and moves there and back unchanged.
    let folder = tempfile::tempdir().unwrap();
    let sqlite = Store::open(&Database::file(&folder.path().join("programs.db")).unwrap()).await.unwrap();
    let (mut there, mut back) = (Vec::new(), Vec::new());
    stores[0].export(&mut there).await.unwrap();
    assert_eq!(sqlite.import(&there[..]).await.unwrap(), Imported { new: 1, known: 0 });
    sqlite.export(&mut back).await.unwrap();
    assert_eq!(back, there);
    assert_eq!(sqlite.keep(&program).await.unwrap(), ids[0]);
    assert_eq!(stores[0].import(&back[..]).await.unwrap(), Imported { new: 0, known: 1 });

    operator_takes_down(&postgres.database(), &ids[0]);
    assert_eq!(stores[1].get(&ids[0]).await.unwrap(), Found::TakenDown("A test".to_owned()));
    assert!(format!("{:?}", stores[2].keep(&program).await).contains("TakenDown"));
}

/// The commands of an operator, beside servers that run.
fn operator_takes_down(database: &Database, id: &str) {
    let stats: Value = serde_json::from_slice(&programs(database, &["stats"]).stdout).unwrap();
    assert_eq!(stats["programs"], 1, "{stats}");
    let expired = programs(database, &["expire", "--unused", "1"]);
    assert!(expired.status.success(), "{expired:?}");
    let removed = programs(database, &["remove", id, "--reason", "A test"]);
    assert!(removed.status.success(), "{removed:?}");
}

fn programs(database: &Database, arguments: &[&str]) -> Output {
    Command::new(STILLFRAME).arg("programs").args(arguments).env("STILLFRAME_DATABASE", &database.url).output().unwrap()
}

#[tokio::test]
async fn while_it_is_down_shares_are_refused_and_all_else_goes_on() {
    let postgres = Postgres::start();
    let site = Site::with_database(postgres.database(), Settings::default()).await;
    site.runner.prepare().await.unwrap();
    let shared = site.post("/api/programs", "print('before')").await.json()["address"].as_str().unwrap().to_owned();
    postgres.crash();
    let refused = site.post("/api/programs", "print('down')").await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.text());
    assert!(refused.text().contains("can't be reached"), "{}", refused.text());
    let ready = site.get("/readyz").await;
    assert_eq!((ready.status.as_u16(), ready.json()["database"].as_str()), (503, Some("can't be reached")));
    assert_eq!(site.get("/healthz").await.status, StatusCode::OK);
    assert_eq!(site.outcome("print(1)").await["outcome"], "finished");
    postgres.start_again();
    assert_eq!(site.get(&shared).await.status, StatusCode::OK);
    assert_eq!(site.post("/api/programs", "print('again')").await.status, StatusCode::OK);
    assert_eq!(site.get("/readyz").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_connection_is_encrypted_and_the_certificate_is_checked() {
    let postgres = Postgres::start();
    Store::open(&postgres.database()).await.unwrap();
    Store::open(&postgres.database_with("sslmode=require")).await.unwrap();
    let unknown = Store::open(&postgres.database_with("sslmode=verify-full")).await.err().unwrap();
    assert!(unknown.to_lowercase().contains("certificate"), "{unknown}");
    let plain = Store::open(&postgres.database_with("sslmode=disable")).await.err().unwrap();
    assert!(plain.contains("no encryption"), "{plain}");
}

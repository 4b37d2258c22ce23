//! The language of pages and of errors, without a socket.

mod common;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use common::{Answer, Site};

async fn open(site: &Site, path: &str, languages: &str) -> Answer {
    let request = Request::get(path).header("accept", "text/html").header("accept-language", languages);
    site.ask(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn every_page_is_in_the_language_that_the_address_or_the_browser_names() {
    let site = Site::new().await;
    for path in
        ["/", "/compare", "/embed?example=throw", "/learn", "/learn/misconceptions", "/learn/tasks", "/learn/tasks/plain", "/nowhere"]
    {
        let named = format!("{path}{}lang=de", if path.contains('?') { "&" } else { "?" });
        let german = [open(&site, path, "de-AT,de;q=0.9,en;q=0.5").await, open(&site, &named, "en").await];
        let english = [open(&site, path, "en-GB,de;q=0.5").await, site.open(path).await, open(&site, path, "tlh").await];
        for (answers, language) in [(&german[..], "de"), (&english[..], "en")] {
            for answer in answers {
                assert!(answer.text().contains(&format!("<html lang=\"{language}\"")), "{path}");
                assert_eq!(answer.header("content-language"), language, "{path}");
                assert!(answer.headers.get_all("vary").iter().any(|value| value == "accept-language"), "{path}");
            }
        }
        if german[0].status == StatusCode::OK && !path.starts_with("/embed") {
            assert_ne!(german[0].header("etag"), english[0].header("etag"), "{path}");
        }
    }
}

#[tokio::test]
async fn the_pages_own_requests_are_answered_in_its_language_and_the_api_has_one() {
    let site = Site::new().await;
    let message = async |path: &str| {
        let request = Request::get(path).header("accept-language", "de").body(Body::empty()).unwrap();
        let answer = site.ask(request).await.json();
        answer["error"]["message"].as_str().or(answer["detail"].as_str()).unwrap().to_owned()
    };
    assert_eq!(message("/api/library/none").await, "Die Bibliothek hat kein Modul mit diesem Namen.");
    assert_eq!(message("/api/v1/programs/none").await, "No program is kept under this id.");
}

#[tokio::test]
async fn lessons_and_misconceptions_are_told_in_the_language_of_the_page() {
    let site = Site::new().await;
    let translated = open(&site, "/learn/what-a-for-loop-asks", "de").await.text();
    assert!(translated.contains("<h2>Was eine for-Schleife fragt</h2>"));
    assert!(!translated.contains("<div class=\"lesson-text\" lang="));
    let list = open(&site, "/learn", "de").await.text();
    assert!(list.contains("Was steckt hinter asyncio?"));
    for path in ["/learn/misconceptions/exhausted", "/learn/misconceptions/exhausted/plain"] {
        let page = open(&site, path, "de").await.text();
        assert!(page.contains(">Warum gibt meine zweite Schleife nichts aus?</h"), "{path}");
        assert!(!page.contains(" lang=\"en\">"), "{path}");
    }
}

#[tokio::test]
async fn a_choice_of_languages_is_a_link() {
    let site = Site::new().await;
    let link = "<a href=\"?lang=de\" lang=\"de\" hreflang=\"de\" data-language=\"de\">Deutsch</a>";
    for path in ["/", "/compare", "/learn", "/learn/tasks/plain"] {
        assert!(site.open(path).await.text().contains(link), "{path}");
    }
}

#[tokio::test]
async fn examples_and_pairs_are_told_in_the_language_of_the_page() {
    let site = Site::new().await;
    for (path, told) in [("/?example=throw", "/program"), ("/compare?pair=list-and-generator", ""), ("/embed?example=throw", "/program")] {
        let english = open(&site, path, "en").await.initial();
        let german = open(&site, path, "de").await.initial();
        for name in ["title", "description", "about"] {
            let place = format!("{told}/{name}");
            assert!(english.pointer(&place).is_none() || english.pointer(&place) != german.pointer(&place), "{path}: {place}");
        }
        assert!(english.pointer(&format!("{told}/title")).is_some(), "{path}");
        for list in ["examples", "pairs", "programs"] {
            let (Some(english), Some(german)) = (english[list].as_array(), german[list].as_array()) else { continue };
            assert_eq!(english.len(), german.len(), "{path}: {list}");
            // Some names are the same in both, such as `asyncio.run`.
            assert_ne!(english, german, "{path}: {list}");
        }
    }
}

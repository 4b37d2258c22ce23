//! What leaves the site: the page for readers without JavaScript, pictures.

mod common;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use common::{Answer, Site};
use serde_json::json;
use stillframe_server::runner::Settings;

const COUNTDOWN: &str = "def countdown(n):\n    while n:\n        yield n\n        n -= 1\nfor n in countdown(30):\n    print('<b>', n)\n";

async fn shared(site: &Site, source: &str) -> String {
    site.post("/api/programs", source).await.json()["address"].as_str().unwrap().to_owned()
}

/// What a reader without JavaScript is shown.
fn plain(page: &Answer) -> String {
    let html = page.text();
    let (_, body) = html.split_once("<body").unwrap();
    let (_, plain) = body.split_once("<noscript>").unwrap();
    plain.split_once("</noscript>").unwrap().0.to_owned()
}

/// Width and height, from the head of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[tokio::test]
async fn without_javascript_the_page_shows_program_output_and_steps() {
    let site = Site::new().await;
    let address = shared(&site, COUNTDOWN).await;
    let page = site.open(&format!("{address}?from=0&step=7")).await;
    let text = plain(&page);
    assert!(!page.text().contains("being run"), "nothing waits for a script");
    for part in [
        "<code>    while n:</code>",
        "&#60;b&#62; 30\n&#60;b&#62; 29",
        "The program ran to its end.",
        "<td>suspend at yield</td><td>countdown()</td>",
        "<code>n = 30</code>",
        &format!("src=\"{address}.svg?step=7\""),
        "<tr id=\"step-7\" aria-current=\"step\">",
        &format!("href=\"{address}?from=0&amp;step=8\""),
        &format!("href=\"{address}?from=50&amp;step=7#all-steps\""),
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(text.contains("id=\"step-49\"") && !text.contains("id=\"step-50\""), "a table has 50 steps");
    let next = plain(&site.open(&format!("{address}?from=50")).await);
    assert!(next.contains("id=\"step-50\"") && next.contains("?from=0&amp;") && next.contains("?from=100&amp;"));
}

#[tokio::test]
async fn without_javascript_examples_are_read_too() {
    let site = Site::new().await;
    let text = plain(&site.open("/?example=throw&from=0").await);
    assert!(text.contains("src=\"/examples/throw.svg?step=") && text.contains("href=\"/?example=throw&amp;from=0&amp;step=1\""), "{text}");
}

#[tokio::test]
async fn a_page_without_a_trace_leads_to_one_that_waits_for_it() {
    let site = Site::without_workers(Settings::default()).await;
    let text = plain(&site.open("/?example=throw").await);
    assert!(text.contains("href=\"/?example=throw&amp;from=0\">Run the program"), "{text}");
}

#[tokio::test]
async fn a_picture_is_an_svg_that_other_sites_may_show() {
    let site = Site::new().await;
    let address = shared(&site, COUNTDOWN).await;
    let picture = site.get(&format!("{address}.svg?step=18&theme=dark&width=640")).await;
    assert_eq!(picture.status, StatusCode::OK, "{}", picture.text());
    assert_eq!(picture.header("content-type"), "image/svg+xml");
    assert_eq!(picture.header("cross-origin-resource-policy"), "cross-origin");
    assert_eq!(picture.header("cache-control"), "public, max-age=3600");
    let svg = picture.text();
    assert!(svg.starts_with("<svg ") && svg.contains("width=\"640\"") && svg.contains(">countdown()</text>"), "{svg}");
    assert!(svg.contains("Step 18 of "), "{svg}");
    assert!(!svg.contains("style=") && !svg.contains("<script"), "the content policy of whoever shows it allows neither");
    let light = site.get(&format!("{address}.svg?step=18&width=640")).await.text();
    assert!(light.contains("fill=\"#ffffff\"") && svg.contains("fill=\"#0f1419\""));
    let example = site.get("/examples/throw.svg").await;
    assert!(example.text().contains("<title>Throwing into a generator"), "{}", example.text());
}

#[tokio::test]
async fn pictures_come_as_png_too() {
    let site = Site::new().await;
    let address = shared(&site, COUNTDOWN).await;
    let picture = site.get(&format!("{address}.png?step=18&width=400")).await;
    assert_eq!(picture.header("content-type"), "image/png");
    assert_eq!(size(&picture.body).0, 800);
    for address in [format!("{address}/preview.png?step=18"), "/examples/throw/preview.png".to_owned()] {
        let preview = site.get(&address).await;
        assert_eq!(preview.status, StatusCode::OK);
        assert_eq!(size(&preview.body), (1200, 630));
        assert!(preview.body.len() < 100_000, "{} bytes", preview.body.len());
    }
}

#[tokio::test]
async fn what_is_no_picture_is_refused() {
    let site = Site::new().await;
    let address = shared(&site, COUNTDOWN).await;
    for (path, code) in [
        (format!("{address}.svg?theme=pink"), "no_such_picture"),
        (format!("{address}.svg?width=100000"), "no_such_picture"),
        (format!("{address}.svg?step=x"), "no_such_picture"),
        ("/p/abcdefghij.svg".to_owned(), "no_such_program"),
        ("/examples/throw.gif".to_owned(), "no_such_picture"),
        ("/examples/none.svg".to_owned(), "no_such_example"),
    ] {
        let answer = site.get(&path).await;
        assert_eq!((answer.status, answer.json()["error"]["code"].clone()), (StatusCode::NOT_FOUND, json!(code)), "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
    }
    let id = address.strip_prefix("/p/").unwrap();
    site.store.remove(id, "a test").await.unwrap();
    assert_eq!(site.get(&format!("{address}.svg")).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn a_program_is_shared_with_a_title() {
    let site = Site::new().await;
    let share = async |words: serde_json::Value| {
        let mut body = json!({"source": "pass"});
        body.as_object_mut().unwrap().extend(words.as_object().unwrap().clone());
        let request = Request::post("/api/programs").header("content-type", "application/json").body(Body::from(body.to_string()));
        site.ask(request.unwrap()).await
    };
    let plainly = share(json!({})).await.json()["id"].clone();
    assert_eq!(share(json!({"title": " \n", "description": ""})).await.json()["id"], plainly, "no words are no title");
    let titled = share(json!({"title": "A  <title>\n", "description": "What & why"})).await.json();
    assert_ne!(titled["id"], plainly);
    let page = site.open(titled["address"].as_str().unwrap()).await;
    assert_eq!(page.initial()["program"]["title"], "A <title>");
    assert!(page.text().contains("<title>A &#60;title&#62; – Stillframe</title>"), "{}", page.text());
    assert!(plain(&page).contains("<h1>A &#60;title&#62;</h1>\n    <p>What &#38; why</p>"));
    let long = share(json!({"title": "x".repeat(101)})).await;
    assert_eq!((long.status, long.json()["error"]["code"].clone()), (StatusCode::BAD_REQUEST, json!("malformed")));
}

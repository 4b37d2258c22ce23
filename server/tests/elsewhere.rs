//! What leaves the site: the page for readers without JavaScript, pictures, previews, players, the API.

mod common;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use common::{Answer, Site};
use serde_json::{Value, json};
use stillframe_server::access::{self, Access, Rate};
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
        "<span id=\"line-2\">    while n:\n</span>",
        "&#60;b&#62; 30\n&#60;b&#62; 29",
        "The program ran to its end.",
        "<td>suspend at yield</td><td>countdown()</td>",
        "<code>n = 30</code>",
        &format!("src=\"{address}.svg?step=7\""),
        "<tr id=\"step-7\" aria-current=\"step\">",
        &format!("href=\"{address}?from=0&amp;step=8#timeline\""),
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
    assert!(
        text.contains("src=\"/examples/throw.svg?step=") && text.contains("href=\"/?example=throw&#38;from=0&amp;step=1#timeline\""),
        "{text}"
    );
}

#[tokio::test]
async fn a_page_without_a_trace_leads_to_one_that_waits_for_it() {
    let site = Site::without_workers(Settings::default()).await;
    let text = plain(&site.open("/?example=throw").await);
    assert!(text.contains("href=\"/?example=throw&#38;from=0\">Run the program"), "{text}");
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
    let page = site.get("/examples/throw").await;
    assert_eq!((page.status, page.header("location")), (StatusCode::SEE_OTHER, "/?example=throw"));
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
async fn several_steps_are_a_strip_or_a_moving_picture() {
    let site = Site::new().await;
    let address = shared(&site, COUNTDOWN).await;
    let film = site.get(&format!("{address}.gif?from=3&to=5&width=320")).await;
    assert_eq!((film.status, film.header("content-type")), (StatusCode::OK, "image/gif"));
    assert_eq!(film.header("cross-origin-resource-policy"), "cross-origin");
    assert!(film.body.starts_with(b"GIF89a"));
    let strip = site.get(&format!("{address}.svg?from=3&to=5&theme=dark")).await.text();
    assert!(strip.contains(">Step 3 of ") && strip.contains(">Step 5 of ") && !strip.contains(">Step 6 of "), "{strip}");
    let example = site.get("/examples/throw.png?from=0&to=1&width=320").await;
    assert_eq!(size(&example.body).0, 640);
    for (path, code) in [
        ("gif", "no_such_picture"),
        ("gif?step=3", "no_such_picture"),
        ("gif?from=3", "no_such_picture"),
        ("svg?from=3&to=2", "no_such_picture"),
        ("gif?from=0&to=30", "picture_too_large"),
        ("svg?from=0&to=12", "picture_too_large"),
    ] {
        assert_eq!(site.get(&format!("{address}.{path}")).await.json()["error"]["code"], code, "{path}");
    }
}

#[tokio::test]
async fn each_step_of_a_picture_counts_as_a_run() {
    let runs = Rate { at_once: 8, a_minute: 1 };
    let access = Access::new(access::Settings { runs, ..access::Settings::default() });
    let site = Site::with(Settings { access, ..Settings::default() }).await;
    let address = shared(&site, COUNTDOWN).await;
    let film = async |query: &str| site.get(&format!("{address}.gif?{query}&width=320")).await.status;
    assert_eq!(film("from=0&to=4").await, StatusCode::OK, "a run and five steps");
    assert_eq!(film("from=0&to=5").await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(film("from=0&to=4").await, StatusCode::OK, "what is cached costs nothing");
}

#[tokio::test]
async fn the_page_says_what_it_is_and_where_python_differs() {
    let site = Site::new().await;
    assert!(!site.open("/").await.text().contains("The source</a>"), "nobody said where it is");
    let text = site.open("/language").await.text();
    assert!(text.contains("<h1>The language</h1>") && text.contains("<td>") && !text.contains("limits.md\""), "{text}");
    for page in ["/", "/compare"] {
        assert!(site.open(page).await.text().contains("<a href=\"/language\">"), "{page}");
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
        ("/examples/throw.bmp".to_owned(), "no_such_picture"),
        ("/examples/none.svg".to_owned(), "no_such_example"),
        ("/examples/none".to_owned(), "no_such_example"),
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
    let share = async |words: Value| {
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

#[tokio::test]
async fn notes_travel_with_a_program() {
    let site = Site::new().await;
    let share = async |notes: Value| {
        let body = json!({"source": COUNTDOWN, "notes": notes}).to_string();
        site.ask(Request::post("/api/v1/programs").header("content-type", "application/json").body(Body::from(body)).unwrap()).await
    };
    let plainly = shared(&site, COUNTDOWN).await;
    assert_eq!(share(json!([])).await.json()["address"], plainly, "no notes are none");
    let early = json!({"step": 7, "text": "<script>alert(1)</script>\nnext", "lines": [2, 3]});
    let late = json!({"step": 9, "until": 12, "text": "Asleep.", "arrow": [0, 1]});
    let kept = share(json!([late, early])).await.json();
    let address = kept["address"].as_str().unwrap();
    assert_ne!(address, plainly);
    assert_eq!(share(json!([early, late])).await.json()["address"], address, "the order in which they are sent does not count");
    let known = site.get(&format!("/api/v1{}", address.replace("/p/", "/programs/"))).await.json();
    assert_eq!(known["notes"], json!([early, late]));
    assert_eq!(site.get(&format!("/api/v1{}", plainly.replace("/p/", "/programs/"))).await.json()["notes"], json!([]));

    let page = site.open(address).await;
    assert_eq!((&page.initial()["program"]["notes"], &page.initial()["program"]["step"]), (&json!([early, late]), &json!(7)));
    assert!(!page.text().contains("<script>alert"));
    let text = plain(&page);
    for part in [
        &format!("<a href=\"{address}?from=0&amp;step=7\">Step 7</a>, lines <a href=\"#line-2\">2</a> to 3"),
        "&#60;script&#62;alert(1)&#60;/script&#62;\nnext",
        "Step 9</a> to 12",
        "alt=\"The timeline at step 7 of",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let player = site.open(&address.replace("/p/", "/embed/")).await;
    assert_eq!(player.initial()["program"]["notes"], json!([early, late]));
    for wrong in [
        json!([{"step": 1}]),
        json!([{"step": 1, "text": "a", "html": "b"}]),
        json!([{"step": -1, "text": "a"}]),
        json!([{"step": 2, "text": ""}]),
    ] {
        let refused = share(wrong.clone()).await;
        assert_eq!((refused.status, refused.json()["code"].clone()), (StatusCode::BAD_REQUEST, json!("malformed")), "{wrong}");
    }
}

/// The content of a tag that a crawler looks for.
fn meta(page: &Answer, name: &str) -> String {
    let html = page.text();
    let (_, rest) = html.split_once(&format!("\"{name}\" content=\"")).unwrap_or_else(|| panic!("no {name}"));
    rest.split_once('"').unwrap().0.replace("&#38;", "&").replace("&#60;", "<")
}

async fn asked_as(site: &Site, host: &str, path: &str) -> Answer {
    site.ask(Request::get(path).header("host", host).header("accept", "text/html").body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_crawler_finds_title_picture_and_player() {
    let site = Site::new().await;
    let address = shared(&site, COUNTDOWN).await;
    let page = asked_as(&site, "play.example.org", &format!("{address}?step=18")).await;
    assert_eq!(meta(&page, "og:title"), "A Python program, step by step");
    assert_eq!(meta(&page, "og:url"), format!("http://play.example.org{address}?step=18"));
    assert_eq!(meta(&page, "twitter:card"), "summary_large_image");
    let image = meta(&page, "og:image");
    assert_eq!(image, format!("http://play.example.org{address}/preview.png?step=18"));
    let picture = site.get(image.strip_prefix("http://play.example.org").unwrap()).await;
    assert_eq!(size(&picture.body), (1200, 630));
    assert!(page.text().find("og:image").unwrap() < 4096, "in the first kilobytes");

    let (_, rest) = page
        .text()
        .split_once("application/json+oembed\" href=\"http://play.example.org")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .unwrap();
    let oembed = asked_as(&site, "play.example.org", rest.split_once('"').unwrap().0).await;
    assert_eq!(oembed.header("access-control-allow-origin"), "*");
    let answer = oembed.json();
    assert_eq!((&answer["type"], &answer["version"], &answer["width"]), (&json!("rich"), &json!("1.0"), &json!(960)));
    let id = address.strip_prefix("/p/").unwrap();
    let player = format!("src=\"http://play.example.org/embed/{id}?step=18\"");
    assert!(answer["html"].as_str().unwrap().contains(&player), "{answer}");
    assert_eq!(answer["thumbnail_url"], image);

    let example = asked_as(&site, "play.example.org", "/?example=throw").await;
    assert_eq!(meta(&example, "og:title"), "Throwing into a generator");
    assert_eq!(meta(&example, "og:image"), "http://play.example.org/examples/throw/preview.png");
    let lesson = asked_as(&site, "play.example.org", "/learn/tasks").await;
    assert_eq!(meta(&lesson, "og:image"), "http://play.example.org/learn/tasks/preview.png");
    assert_eq!(meta(&lesson, "og:url"), "http://play.example.org/learn/tasks");
    assert!(!lesson.text().contains("json+oembed"), "a lesson has no player");
    let belief = asked_as(&site, "play.example.org", "/learn/misconceptions/exhausted?step=3").await;
    assert!(meta(&belief, "og:description").starts_with("Many believe: "));
    assert_eq!(meta(&belief, "og:image"), "http://play.example.org/learn/misconceptions/exhausted/preview.png?step=3");
    assert!(asked_as(&site, "\"><script>", "/").await.text().contains("http://localhost/"), "no host writes into the page");
}

#[tokio::test]
async fn oembed_answers_for_programs_of_this_site_alone() {
    let site = Site::new().await;
    let address = shared(&site, COUNTDOWN).await;
    let ask = async |query: String| asked_as(&site, "here.example", &format!("/oembed?url={query}")).await;
    let narrow = ask(format!("https://here.example{address}&maxwidth=400&maxheight=300")).await.json();
    assert_eq!((&narrow["width"], &narrow["height"]), (&json!(400), &json!(300)));
    assert_eq!(ask("http://here.example/?example=throw".to_owned()).await.json()["title"], "Throwing into a generator");
    for elsewhere in [format!("http://there.example{address}"), "http://here.example/p/abcdefghij".to_owned(), "x".to_owned()] {
        assert_eq!(ask(elsewhere.clone()).await.status, StatusCode::NOT_FOUND, "{elsewhere}");
    }
    assert_eq!(ask(format!("http://here.example{address}&format=xml")).await.status, StatusCode::NOT_IMPLEMENTED);
}

#[tokio::test]
async fn only_players_may_be_framed() {
    let site = Site::new().await;
    let address = shared(&site, COUNTDOWN).await;
    let id = address.strip_prefix("/p/").unwrap();
    for path in [format!("/embed/{id}?theme=dark"), "/embed?example=throw".to_owned(), "/embed".to_owned(), "/embed/abcdefghij".to_owned()]
    {
        let player = site.open(&path).await;
        assert_eq!(player.header("x-frame-options"), "", "{path}");
        let policy = player.header("content-security-policy");
        assert!(policy.contains("script-src 'self'") && !policy.contains("frame-ancestors"), "{policy}");
    }
    for path in [address.as_str(), "/", "/p/abcdefghij", "/static/icon.svg", "/stillframe-player.js", "/nothing"] {
        let page = site.open(path).await;
        assert_eq!(page.header("x-frame-options"), "DENY", "{path}");
        assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
    }
    assert!(site.open(&format!("/embed/{id}?theme=dark")).await.text().contains("<html lang=\"en\" data-theme=\"dark\">"));
    assert!(site.open(&format!("/embed/{id}?theme=%22x")).await.text().contains("<html lang=\"en\">"));
    let script = site.get("/stillframe-player.js").await;
    assert_eq!(script.header("cross-origin-resource-policy"), "cross-origin");
    assert_eq!(site.open("/embed/abcdefghij").await.status, StatusCode::NOT_FOUND);
    site.store.remove(id, "a test").await.unwrap();
    let gone = site.open(&format!("/embed/{id}")).await;
    assert!(gone.status == StatusCode::GONE && gone.text().contains("taken down: a test"));
}

#[tokio::test]
async fn the_api_is_what_its_description_says() {
    let site = Site::new().await;
    let description = site.get("/api/v1/openapi.json").await.json();
    let address = shared(&site, COUNTDOWN).await;
    let schema = |reference: &Value| {
        let name = reference["$ref"].as_str().and_then(|path| path.rsplit('/').next()).unwrap();
        description["components"]["schemas"][name].clone()
    };
    let mut asked = 0;
    for (path, methods) in description["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            asked += 1;
            let path = path.replace("{id}", address.strip_prefix("/p/").unwrap());
            let body = &operation["requestBody"]["content"]["application/json"]["schema"];
            let request = Request::builder().method(method.to_uppercase().as_str()).uri(&path).header("content-type", "application/json");
            let sent = if body.is_null() { Body::empty() } else { Body::from(schema(body)["example"].to_string()) };
            let answer = site.ask(request.body(sent).unwrap()).await;
            assert_eq!(answer.status, StatusCode::OK, "{method} {path}: {}", answer.text());
            let form = &operation["responses"]["200"]["content"]["application/json"]["schema"];
            let form = if form["$ref"].is_null() { form.clone() } else { schema(form) };
            for name in form["required"].as_array().unwrap() {
                assert!(answer.json().get(name.as_str().unwrap()).is_some(), "{method} {path}: no {name}");
            }
            let may_scripts = answer.header("access-control-allow-origin");
            let stores = operation["operationId"] == "share";
            assert_eq!(may_scripts, if stores { "" } else { "*" }, "{method} {path}");
        }
    }
    assert_eq!(asked, 4);
    let problem = site.open("/api/v1/programs/abcdefghij").await;
    assert_eq!((problem.status, problem.header("content-type")), (StatusCode::NOT_FOUND, "application/problem+json"));
    assert_eq!(problem.header("access-control-allow-origin"), "*", "scripts read what went wrong, too");
    for name in description["components"]["schemas"]["Problem"]["required"].as_array().unwrap() {
        assert!(problem.json().get(name.as_str().unwrap()).is_some(), "no {name}");
    }
    assert_eq!(problem.json()["code"], "no_such_program");
}

#[tokio::test]
async fn a_browser_may_ask_before_it_traces_and_not_before_it_stores() {
    let site = Site::new().await;
    let ask = async |path: &str| site.ask(Request::options(path).body(Body::empty()).unwrap()).await;
    let trace = ask("/api/v1/trace").await;
    assert_eq!((trace.status, trace.header("access-control-allow-headers")), (StatusCode::NO_CONTENT, "content-type"));
    let store = ask("/api/v1/programs").await;
    assert_eq!((store.status, store.header("access-control-allow-origin")), (StatusCode::METHOD_NOT_ALLOWED, ""));
    let malformed = site.ask(Request::post("/api/v1/trace").body(Body::from("{}")).unwrap()).await;
    assert_eq!((malformed.json()["code"].clone(), malformed.header("access-control-allow-origin")), (json!("not_json"), "*"));
}

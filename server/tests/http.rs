//! Every route and every error of the site, without a socket.

mod common;

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{Method, Request, StatusCode};
use common::{ENDLESS, Site, one_endless_place, submission, until_running};
use hyper::body::Frame;
use serde_json::{Value, json};
use stillframe_interpreter::{Limits, library};
use stillframe_server::assets::{EDITOR, Editor};
use stillframe_server::runner::Settings;
use stillframe_server::{Delivery, VERSION, examples};

#[tokio::test]
async fn the_page_begins_with_the_first_example() {
    let page = Site::new().await.get("/").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    let (initial, examples) = (page.initial(), examples::all().unwrap().english().clone());
    assert_eq!(initial["program"]["example"], examples[0].slug);
    assert_eq!(initial["program"]["source"], examples[0].source);
    assert_eq!(initial["program"]["id"], Value::Null);
    assert_eq!(initial["examples"].as_array().unwrap().len(), examples.len());
    assert_eq!(initial["version"], VERSION);
    assert_eq!(initial["editor"], EDITOR.to_string());
    assert_eq!(initial["limits"]["source"], Limits::default().source);
}

#[tokio::test]
async fn an_example_is_chosen_by_name() {
    let site = Site::new().await;
    for example in examples::all().unwrap().english() {
        let page = site.get(&format!("/?example={}", example.slug)).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.initial()["program"]["source"], example.source);
        assert_eq!(page.initial()["program"]["step"], serde_json::json!(example.step));
    }
}

#[tokio::test]
async fn a_shared_program_opens_as_it_was() {
    let site = Site::new().await;
    let source = "print('</script><!-- <script> & é \u{2028} \\u003c')\r\n";
    let kept = site.post("/api/programs", source).await;
    assert_eq!(kept.status, StatusCode::OK);
    let (id, address) = (kept.json()["id"].clone(), kept.json()["address"].clone());
    assert_eq!(address, format!("/p/{}", id.as_str().unwrap()));
    let page = site.get(address.as_str().unwrap()).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.initial()["program"]["source"], source);
    assert_eq!(page.initial()["program"]["id"], id);
    assert_eq!(page.initial()["program"]["example"], Value::Null);
}

#[tokio::test]
async fn a_shared_program_comes_with_its_input() {
    let site = Site::new().await;
    let share = async |input: Value| {
        let body = json!({"source": "print(input())", "input": input}).to_string();
        let request = Request::post("/api/programs").header("content-type", "application/json").body(Body::from(body)).unwrap();
        site.ask(request).await.json()["address"].as_str().unwrap().to_owned()
    };
    let addresses = [share(Value::Null).await, share("Ada".into()).await, share("Bob".into()).await];
    for (address, input, outcome) in
        addresses.iter().zip([Value::Null, "Ada".into(), "Bob".into()]).zip(["raised", "finished", "finished"]).map(|((a, b), c)| (a, b, c))
    {
        let page = site.get(address).await;
        assert_eq!(page.initial()["program"]["input"], input);
        assert!(page.text().contains(&format!("{{\"outcome\":\"{outcome}\"")), "the trace in the page is that of a run with this input");
    }
}

#[tokio::test]
async fn a_trace_tells_what_was_asked_to_be_watched_and_only_so_much() {
    let site = Site::new().await;
    let trace = async |watch: &[&str]| {
        let body = json!({"source": "n = 1\npass\n", "watch": watch}).to_string();
        let request = Request::post("/api/trace").header("content-type", "application/json").body(Body::from(body)).unwrap();
        site.ask(request).await
    };
    let watched = trace(&["n + 1", "f()"]).await.json();
    assert_eq!(watched["watched"]["expression"].as_array().map(Vec::len), Some(2));
    assert_eq!(watched["watch"]["at"].as_array().map(Vec::len), Some(1));
    assert_eq!(trace(&[]).await.json()["watch"], Value::Null);
    assert_eq!(trace(&["n"]).await.json()["watch"]["at"].as_array().map(Vec::len), Some(1), "it is not taken for the run without it");
    let many = trace(&["n"; 9]).await;
    assert_eq!((many.status, many.json()["error"]["code"].clone()), (StatusCode::BAD_REQUEST, json!("malformed")));
}

#[tokio::test]
async fn any_steps_of_a_run_can_be_recorded() {
    let site = Site::new().await;
    let trace = async |from: Value, steps: Value| {
        let body = json!({"source": "for i in range(500): pass\n", "from": from, "steps": steps}).to_string();
        let request = Request::post("/api/v1/trace").header("content-type", "application/json").body(Body::from(body)).unwrap();
        site.ask(request).await
    };
    let window = trace(json!(400), json!(10)).await.json();
    assert_eq!((&window["outcome"]["from"], &window["outcome"]["steps"]), (&json!(400), &json!(10)));
    assert_eq!(window["steps"]["event"], "ollllllllll");
    assert_eq!(trace(json!(300), json!(10)).await.json()["outcome"]["from"], 300, "it is not taken for the other window");
    let beyond = trace(json!(5_000_000), json!(10)).await.json();
    assert_eq!((&beyond["steps"]["event"], &beyond["overview"]["steps"]), (&json!(""), &window["overview"]["steps"]));
    for (from, steps, said) in [
        (json!(-1), json!(1), "from: invalid type: integer `-1`, expected a whole number from 0 to 4294967295"),
        (json!("3"), json!(1), "from: invalid type: string \"3\", expected a whole number"),
        (json!(3), json!(5_000_000_000_u64), "steps: invalid value: integer `5000000000`, expected a whole number"),
        (json!(3), json!(0), "`steps` is 0: ask for at least one step, or leave it out"),
    ] {
        let refused = trace(from, steps).await;
        assert!(refused.status.is_client_error());
        let detail = refused.json()["detail"].as_str().unwrap_or_default().to_owned();
        assert!(detail.contains(said), "{detail}");
    }
}

#[tokio::test]
async fn a_link_that_leads_nowhere_opens_the_page_and_says_so() {
    let site = Site::new().await;
    for id in ["abcdefghij", "x", "%3Cscript%3E", "%ff"] {
        let page = site.open(&format!("/p/{id}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{id}");
        let program = &page.initial()["program"];
        assert_eq!(program["missing"], true, "{id}");
        assert_eq!(page.header("cache-control"), "no-cache", "{id}");
        assert_eq!(program["source"], examples::all().unwrap().english()[0].source, "{id}");
    }
    assert_eq!(site.get("/").await.initial()["program"]["missing"], false);
}

#[tokio::test]
async fn the_same_program_has_the_same_link() {
    let site = Site::new().await;
    let ids = [
        site.post("/api/programs", "print(1)").await.json(),
        site.post("/api/programs", "print(1)").await.json(),
        site.post("/api/programs", "print(2)").await.json(),
    ];
    assert_eq!(ids[0], ids[1]);
    assert_ne!(ids[0], ids[2]);
    let elsewhere = Site::new().await.post("/api/programs", "print(1)").await.json();
    assert_eq!(ids[0], elsewhere);
}

#[tokio::test]
async fn a_trace_is_packed_json() {
    let answer = Site::new().await.post("/api/trace", "print('hello')").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "application/json");
    let trace = answer.json();
    assert_eq!(trace["version"], 1);
    assert_eq!(trace["outcome"]["outcome"], "finished");
    assert!(trace["strings"].as_array().unwrap().contains(&Value::from("hello\n")));
}

#[tokio::test]
async fn a_program_may_await_at_top_level_where_that_is_asked_for() {
    let site = Site::new().await;
    let source = "import asyncio\nawait asyncio.sleep(1)\n";
    assert_eq!(site.outcome(source).await["message"], "'await' outside function");
    for (asked, outcome) in [(true, "finished"), (false, "syntax_error")] {
        let body = serde_json::json!({"source": source, "top_level_await": asked}).to_string();
        let request = Request::post("/api/trace").header("content-type", "application/json");
        let answer = site.ask(request.body(Body::from(body)).unwrap()).await;
        assert_eq!(answer.json()["outcome"]["outcome"], outcome);
    }
}

#[tokio::test]
async fn a_program_reads_the_input_that_it_is_given() {
    let site = Site::new().await;
    let ask = |input: Value| {
        let body = json!({"source": "print(input('? ').upper())\nprint(input())", "input": input}).to_string();
        Request::post("/api/trace").header("content-type", "application/json").body(Body::from(body)).unwrap()
    };
    // In this order: the one must not be answered with the trace that was kept of the other.
    for (input, message) in [
        (json!("one"), "EOF when reading a line"),
        (Value::Null, "the playground has no keyboard, and the program was given no input"),
        (json!(""), "EOF when reading a line"),
    ] {
        assert_eq!(site.ask(ask(input)).await.json()["outcome"]["message"], message);
    }
    let trace = site.ask(ask("Ada\nsecond\nthird".into())).await.json();
    assert_eq!(trace["outcome"]["outcome"], "finished");
    let strings = trace["strings"].as_array().unwrap();
    let written: String =
        trace["output"]["text"].as_array().unwrap().iter().map(|at| strings[at.as_u64().unwrap() as usize].as_str().unwrap()).collect();
    assert_eq!(written, "? ADA\nsecond\n");
    let long = site.ask(ask("x".repeat(70_000).into())).await;
    assert_eq!((long.status.as_u16(), &long.json()["error"]["code"]), (413, &Value::from("input_too_large")));
}

#[tokio::test]
async fn a_trace_is_compressed_for_those_who_take_it() {
    let site = Site::new().await;
    let plain = site.post("/api/trace", "print('hello')").await;
    assert_eq!(plain.header("content-encoding"), "");
    let mut request = submission("/api/trace", "print('hello')");
    request.headers_mut().insert("accept-encoding", "gzip, deflate, br, zstd".parse().unwrap());
    let packed = site.ask(request).await;
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert_eq!(packed.header("vary"), "accept-encoding");
    assert_eq!(packed.unzipped(), plain.body);
}

#[tokio::test]
async fn the_librarys_frames_are_in_a_trace_that_asks_for_them() {
    let site = Site::new().await;
    let source = "import contextlib\nwith contextlib.suppress(KeyError):\n    {}['x']\n";
    let ask = |library: Value| {
        Request::post("/api/trace")
            .header("content-type", "application/json")
            .body(Body::from(json!({"source": source, "library": library}).to_string()))
            .unwrap()
    };
    // In this order: the one must not be answered with the trace that was kept of the other.
    for library in [false, true, false, true] {
        let trace = site.ask(ask(library.into())).await.json();
        assert_eq!(trace["outcome"]["outcome"], "finished");
        assert_eq!(!trace["frames"]["library"].as_array().unwrap().is_empty(), library);
    }
    let wrong = site.ask(ask("yes".into())).await;
    assert_eq!((wrong.status.as_u16(), &wrong.json()["error"]["code"]), (400, &Value::from("malformed")));
}

#[tokio::test]
async fn the_source_of_a_library_module_is_text_kept_by_its_edition() {
    let site = Site::new().await;
    let edition = site.get("/").await.initial()["library"].as_str().unwrap().to_owned();
    let plain = site.get("/api/library/asyncio.tasks").await;
    assert_eq!(plain.status, StatusCode::OK);
    assert_eq!(plain.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(plain.header("cache-control"), "no-cache");
    assert_eq!(plain.text(), library::source("asyncio.tasks").unwrap());
    let named = site.get(&format!("/api/library/asyncio.tasks?edition={edition}")).await;
    assert!(named.header("cache-control").contains("immutable"));
    assert_eq!(named.body, plain.body);
    assert_eq!(site.get("/api/library/asyncio.tasks?edition=old").await.header("cache-control"), "no-cache");
    for missing in ["numpy", "asyncio.sslproto", "%ff", "..%2Ftasks"] {
        let answer = site.open(&format!("/api/library/{missing}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{missing}");
        assert_eq!(answer.json()["error"]["code"], "no_such_module", "{missing}");
    }
}

#[tokio::test]
async fn errors_of_the_api_are_json_and_say_what_to_do() {
    let site = Site::new().await;
    let too_long = format!("{{\"source\": \"{}\"}}", "(".repeat(100_000));
    let longer = format!("{{\"source\": \"{}\"}}", "(".repeat(600_000));
    let json = "application/json";
    let cases = [
        (Method::POST, "/api/trace", json, "", 400, "malformed"),
        (Method::POST, "/api/trace", json, "{", 400, "malformed"),
        (Method::POST, "/api/trace", json, "{}", 400, "malformed"),
        (Method::POST, "/api/trace", json, "{\"source\": 1}", 400, "malformed"),
        (Method::POST, "/api/trace", json, "{\"source\": \"\", \"top_level_await\": 1}", 400, "malformed"),
        (Method::POST, "/api/programs", json, "[]", 400, "malformed"),
        (Method::POST, "/api/trace", "text/plain", "{\"source\": \"\"}", 415, "not_json"),
        (Method::POST, "/api/programs", "", "{\"source\": \"\"}", 415, "not_json"),
        (Method::POST, "/api/trace", json, &too_long, 413, "source_too_large"),
        (Method::POST, "/api/trace", json, &longer, 413, "source_too_large"),
        (Method::POST, "/api/programs", json, &too_long, 413, "source_too_large"),
        (Method::GET, "/api/trace", json, "", 405, "method_not_allowed"),
        (Method::DELETE, "/api/programs", json, "", 405, "method_not_allowed"),
        (Method::GET, "/api/programs/xyz", json, "", 404, "no_such_page"),
        (Method::POST, "/api/", json, "", 404, "no_such_page"),
    ];
    for (method, path, kind, body, status, code) in cases {
        let request = Request::builder().method(&method).uri(path).header("content-type", kind).body(Body::from(body.to_owned())).unwrap();
        let answer = site.ask(request).await;
        let case = format!("{method} {path} {kind} {}", &body[..body.len().min(40)]);
        assert_eq!(answer.status.as_u16(), status, "{case}");
        assert_eq!(answer.header("content-type"), "application/json", "{case}");
        let error = &answer.json()["error"];
        assert_eq!(error["code"], code, "{case}");
        for part in ["message", "hint"] {
            assert!(error[part].as_str().is_some_and(|text| text.ends_with('.')), "{case}: {error}");
        }
        if status == 405 {
            assert_eq!(answer.header("allow"), "POST", "{case}");
        }
    }
}

#[tokio::test]
async fn bodies_of_noise_are_refused_with_a_sentence() {
    let site = Site::new().await;
    let body = b"{\"source\": \"x = '\\u00e9'\", \"library\": false, \"input\": null, \"top_level_await\": true}";
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below as u64) as usize
    };
    for _ in 0..3_000 {
        let mut noise = body.to_vec();
        for _ in 0..random(3) + 1 {
            let at = random(noise.len());
            match random(3) {
                0 => noise.truncate(at + 1),
                1 => noise.insert(at, b"{}[]\",:\\u\xff\0"[random(11)]),
                _ => noise[at] = random(256) as u8,
            }
        }
        // Where programs are kept, since what is still well-formed need not run here.
        let request = Request::post("/api/programs").header("content-type", "application/json").body(Body::from(noise.clone())).unwrap();
        let answer = site.ask(request).await;
        let noise = String::from_utf8_lossy(&noise);
        match answer.status.as_u16() {
            200 => assert!(answer.json()["address"].is_string(), "{noise}"),
            // Hundreds of them are well-formed by chance, which is more than a client may keep at once.
            429 => {}
            status => {
                assert_eq!((status, &answer.json()["error"]["code"]), (400, &Value::from("malformed")), "{noise}");
                assert!(answer.json()["error"]["message"].as_str().is_some_and(|text| text.ends_with('.')), "{noise}");
            }
        }
    }
}

/// A body that never arrives.
struct Silence;

impl HttpBody for Silence {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

#[tokio::test]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let site = Site::new().await;
    tokio::time::pause();
    let request = Request::post("/api/trace").header("content-type", "application/json");
    let answer = site.ask(request.body(Body::new(Silence)).unwrap()).await;
    assert_eq!(answer.status, StatusCode::REQUEST_TIMEOUT);
    assert_eq!(answer.json()["error"]["code"], "body_too_slow");
}

#[tokio::test]
async fn without_a_database_all_else_goes_on() {
    let site = Site::new().await;
    site.store.close().await;
    let shared = site.post("/api/programs", "pass").await;
    assert_eq!(shared.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(shared.json()["error"]["code"], "store_down");
    assert!(shared.header("retry-after").parse::<u32>().unwrap() > 0);
    assert!(!shared.text().contains("pool"), "{}", shared.text());
    assert!(site.open("/p/abcdefghij").await.text().contains("Shared programs can&#39;t be reached at the moment"));
    assert_eq!(site.get("/healthz").await.status, StatusCode::OK);
    assert_eq!(site.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(site.get("/").await.status, StatusCode::OK);
    assert_eq!(site.outcome("print(1)").await["outcome"], "finished");
}

#[tokio::test]
async fn the_cause_of_a_failure_is_shown_to_nobody() {
    let site = Site::with(Settings { worker_memory: Some(1), ..Settings::default() }).await;
    let failed = site.post("/api/trace", "while True: pass").await;
    assert_eq!(failed.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(failed.json()["error"]["code"], "run_ended");
    assert!(!failed.text().contains("signal"), "{}", failed.text());
}

#[tokio::test]
async fn errors_elsewhere_are_pages_and_say_what_to_do() {
    let site = Site::new().await;
    for (method, path, status, expected) in [
        (Method::GET, "/nowhere", 404, "nothing at this address"),
        (Method::GET, "/?example=nothing", 404, "no example"),
        (Method::GET, "/?example=a&example=b", 404, "no example"),
        (Method::GET, "/static/nothing.js", 404, "nothing at this address"),
        (Method::GET, "/static/%ff", 404, "nothing at this address"),
        (Method::GET, "/static/../Cargo.toml", 404, "nothing at this address"),
        (Method::GET, "/static/editor/package.json", 404, "nothing at this address"),
        (Method::POST, "/", 405, "does not take that method"),
    ] {
        let path = path.replace('<', "%3C").replace('>', "%3E");
        let request = Request::builder().method(method).uri(&path).header("accept", "text/html,*/*");
        let answer = site.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert!(answer.text().contains(expected), "{path}: {}", answer.text());
        assert!(answer.text().contains("href=\"/\""), "{path} leads nowhere");
    }
}

#[tokio::test]
async fn who_wants_no_page_gets_errors_in_json() {
    let site = Site::new().await;
    for (path, code) in [("/p/abcdefghij", "no_such_program"), ("/nowhere", "no_such_page"), ("/?example=nothing", "no_such_example")] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert_eq!(answer.json()["error"]["code"], code);
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_of_safety() {
    let site = Site::new().await;
    let answers = [
        site.get("/").await,
        site.get("/healthz").await,
        site.get("/static/js/main.js").await,
        site.get("/nowhere").await,
        site.get("/api/trace").await,
        site.post("/api/trace", "print(1)").await,
    ];
    for answer in answers {
        let policy = answer.header("content-security-policy");
        for rule in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"] {
            assert!(policy.split("; ").any(|part| part == rule), "{policy} lacks {rule}");
        }
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
    }
}

#[tokio::test]
async fn a_static_file_is_sent_once() {
    let site = Site::new().await;
    let first = site.get("/static/js/main.js").await;
    assert_eq!(first.status, StatusCode::OK);
    assert_eq!(first.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(first.header("cache-control"), "no-cache");
    let tag = first.header("etag");
    let ask = |tag: &str| Request::get("/static/js/main.js").header("if-none-match", tag).body(Body::empty()).unwrap();
    let again = site.ask(ask(tag)).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_eq!(again.header("etag"), tag);
    assert!(again.body.is_empty());
    assert_eq!(site.ask(ask("W/\"0123456789abcdef\"")).await.body, first.body);
}

#[tokio::test]
async fn the_page_is_one_script_and_one_style_sheet_that_browsers_keep_for_good() {
    let site = Site::new().await;
    let answer = site.get("/").await;
    // One more style sheet is for browsers without scripts.
    let page = answer.text().replace("<noscript><link rel=\"stylesheet\" href=\"/static/css/plain.css\">", "");
    let named = |start: &str| page.split('"').filter(|part| part.starts_with(start)).map(str::to_owned).collect::<Vec<_>>();
    if EDITOR == Editor::Textarea || !named("/static/js/main.js").is_empty() {
        return; // not bundled, or edited since the build: the modules as they are
    }
    assert_eq!(answer.header("cache-control"), "private, max-age=300");
    let (scripts, styles) = (named("/static/page-"), named("/static/css/"));
    assert_eq!((scripts.len(), styles.len()), (2, 0), "{scripts:?} {styles:?}");
    for address in scripts {
        let bundle = site.get(&address).await;
        assert_eq!(bundle.status, StatusCode::OK);
        assert_eq!(bundle.header("cache-control"), "public, max-age=31536000, immutable");
    }
    assert_eq!(site.get("/static/page-0123456789abcdef.js").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_page_brings_the_trace_of_its_program_and_is_not_sent_twice() {
    let site = Site::new().await;
    let page = site.get("/").await;
    let html = page.text();
    let trace = html.split(r#"id="first-trace">"#).nth(1).and_then(|rest| rest.split("</script>").next()).expect("a trace in the page");
    let trace: Value = serde_json::from_str(trace).unwrap();
    let source = page.initial()["program"]["source"].as_str().unwrap().to_owned();
    let asked = json!({"source": source, "top_level_await": true}).to_string();
    let asked = Request::post("/api/trace").header("content-type", "application/json").body(Body::from(asked)).unwrap();
    assert_eq!(trace, site.ask(asked).await.json());

    let again = Request::get("/").header("if-none-match", page.header("etag")).body(Body::empty()).unwrap();
    assert_eq!(site.ask(again).await.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn a_page_does_not_wait_for_a_long_run() {
    let site = Site::with(one_endless_place()).await;
    let kept = site.post("/api/programs", ENDLESS).await.json();
    let page = site.get(kept["address"].as_str().unwrap()).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text().contains("first-trace"));
}

#[tokio::test]
async fn health_tells_the_editor_that_is_really_there() {
    let site = Site::new().await;
    let health = site.get("/healthz").await;
    assert_eq!(health.status, StatusCode::OK);
    let initial = site.get("/").await.initial();
    let (bundle, interpreter) = (initial["editor_bundle"].clone(), &initial["interpreter"]["module"]);
    let name = match EDITOR {
        Editor::CodeMirror => "codemirror",
        Editor::Textarea => "textarea",
    };
    let in_browser = interpreter.is_string();
    let expected = json!({"status": "ok", "version": VERSION, "editor": name, "interpreter_in_browser": in_browser, "isolation": {}});
    assert_eq!(health.json(), expected);
    if let Some(module) = interpreter.as_str() {
        assert_eq!(site.get(module).await.headers["content-type"], "application/wasm");
    }
    match bundle.as_str() {
        Some(bundle) => assert_eq!(site.get(&format!("/static/{bundle}")).await.status, StatusCode::OK),
        None => assert_eq!(EDITOR, Editor::Textarea),
    }
    assert!(site.get("/").await.text().contains(name));
}

#[tokio::test]
async fn a_limit_ends_a_program_and_is_named() {
    let limits = Limits { instructions: 100_000, output: 1_000, memory: 4 * 1024 * 1024, frames: 100, ..Limits::default() };
    let site = Site::with(Settings { limits, ..Settings::default() }).await;
    for (source, limit) in [
        (ENDLESS, "instructions"),
        ("while True:\n    try:\n        while True: pass\n    except BaseException: pass\n", "instructions"),
        ("while True:\n    print('x' * 100)\n", "output"),
        ("x = [0] * 10**10\n", "memory"),
        ("x = 'a' * 10**10\n", "memory"),
        ("def g(): yield\nkept = []\nwhile True:\n    kept.append(g())\n    next(kept[-1])\n", "frames"),
    ] {
        let outcome = site.outcome(source).await;
        assert_eq!(outcome["outcome"], "limit", "{source}");
        assert_eq!(outcome["limit"], limit, "{source}");
    }
    assert_eq!(site.outcome("print(1)").await["outcome"], "finished");
}

#[tokio::test]
async fn a_program_past_its_deadline_is_stopped_and_not_kept() {
    let site = Site::with(Settings { deadline: Duration::from_millis(300), ..one_endless_place() }).await;
    assert_eq!(site.outcome(ENDLESS).await["outcome"], "stopped");
    // Were it kept, it would be answered although the only place is taken.
    let blocker = tokio::spawn(site.send(submission("/api/trace", "while True: pass")));
    until_running(&site.runner, 1).await;
    assert_eq!(site.post("/api/trace", ENDLESS).await.status, StatusCode::SERVICE_UNAVAILABLE);
    blocker.await.unwrap();
}

#[tokio::test]
async fn a_trace_is_kept_and_a_crowd_is_sent_away() {
    let site = Site::with(one_endless_place()).await;
    let first = site.post("/api/trace", "print('kept')").await;
    let blocker = tokio::spawn(site.send(submission("/api/trace", ENDLESS)));
    until_running(&site.runner, 1).await;

    assert_eq!(site.post("/api/trace", "print('kept')").await.body, first.body);
    let refused = site.post("/api/trace", "print('new')").await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(refused.json()["error"]["code"], "busy");
    assert!(refused.header("retry-after").parse::<u32>().unwrap() > 0);

    blocker.abort();
    until_running(&site.runner, 0).await;
    assert_eq!(site.outcome("print('new')").await["outcome"], "finished");
}

#[tokio::test]
async fn a_client_that_leaves_stops_its_program() {
    let site = Site::with(one_endless_place()).await;
    let request = tokio::spawn(site.send(submission("/api/trace", ENDLESS)));
    until_running(&site.runner, 1).await;
    request.abort();
    until_running(&site.runner, 0).await;
}

#[tokio::test]
async fn two_who_run_the_same_share_one_run() {
    let site = Site::with(Settings { deadline: Duration::from_millis(500), ..one_endless_place() }).await;
    let both = tokio::join!(site.outcome(ENDLESS), site.outcome(ENDLESS));
    assert_eq!(both.0["outcome"], "stopped");
    assert_eq!(both.0, both.1);
}

#[tokio::test]
async fn who_leaves_takes_nothing_from_those_who_wait_for_the_same() {
    let site = Site::with(Settings { deadline: Duration::from_secs(1), ..one_endless_place() }).await;
    let first = tokio::spawn(site.send(submission("/api/trace", ENDLESS)));
    until_running(&site.runner, 1).await;
    let second = tokio::spawn(site.send(submission("/api/trace", ENDLESS)));
    tokio::time::sleep(Duration::from_millis(100)).await;
    first.abort();
    assert_eq!(second.await.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn closing_stops_what_runs() {
    let site = Site::with(one_endless_place()).await;
    let request = tokio::spawn(site.send(submission("/api/trace", ENDLESS)));
    until_running(&site.runner, 1).await;
    site.runner.close();
    assert_eq!(request.await.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn the_interpreter_in_the_browser_can_be_switched_off() {
    let site = Site::new().await.delivered(Delivery::Server { in_browser: false });
    assert_eq!(site.get("/").await.initial()["interpreter"], Value::Null);
    assert_eq!(site.get("/healthz").await.json()["interpreter_in_browser"], json!(false));
}

#[tokio::test]
async fn a_page_that_is_a_file_asks_no_server() {
    let site = Site::new().await.delivered(Delivery::Files { address: Some("https://me.example.org/stillframe".to_owned()) });
    let text = site.open("/").await.text();
    for part in [
        "There is none: no server stores programs here.",
        "<th scope=\"row\">0</th>",
        "content=\"https://me.example.org/stillframe/?example=",
        "programs run <span id=\"runs-where\">in this browser",
    ] {
        assert!(text.contains(part), "{part}");
    }
    for part in ["oembed", "One step forward</a>", "href=\"/?example=first-generator&amp;from"] {
        assert!(!text.contains(part), "{part}");
    }
    let (embed, compare) = (site.get("/embed/").await.initial(), site.get("/compare").await.initial());
    assert_eq!(embed["files"]["examples"].as_array().unwrap().len(), examples::all().unwrap().english().len());
    assert!(compare["files"]["pairs"][0]["left"].is_string());

    let nameless = Site::new().await.delivered(Delivery::Files { address: None });
    assert!(!nameless.open("/").await.text().contains("og:image"), "nobody knows where the picture is");
}

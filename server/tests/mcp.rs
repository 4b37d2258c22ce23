//! `POST /mcp`, as clients of the Model Context Protocol use it.

mod common;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use common::{Answer, ENDLESS, Site, one_endless_place, submission, until_running};
use serde_json::{Value, json};
use stillframe_server::runner::Settings;

const COUNTDOWN: &str = "def countdown(n):\n    while n:\n        yield n\n        n -= 1\n\nfor n in countdown(2):\n    print(n)\n";

fn message(body: &Value) -> Request<Body> {
    let request = Request::post("/mcp").header("host", "play.example.org").header("content-type", "application/json");
    request.header("accept", "application/json, text/event-stream").body(Body::from(body.to_string())).unwrap()
}

async fn ask(site: &Site, method: &str, params: Value) -> Answer {
    site.ask(message(&json!({"jsonrpc": "2.0", "id": 7, "method": method, "params": params}))).await
}

/// The result of a call of the tool.
async fn call(site: &Site, arguments: Value) -> Value {
    let answer = ask(site, "tools/call", json!({"name": "trace_program", "arguments": arguments})).await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/json"), "{}", answer.text());
    assert_eq!(answer.json()["id"], 7);
    answer.json()
}

#[tokio::test]
async fn a_client_shakes_hands_and_finds_the_tool() {
    let site = Site::new().await;
    let hello = json!({"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "a test", "version": "1"}});
    let welcome = ask(&site, "initialize", hello).await;
    assert_eq!((welcome.status, welcome.header("mcp-session-id")), (StatusCode::OK, ""), "{}", welcome.text());
    let welcome = &welcome.json()["result"];
    assert_eq!((&welcome["protocolVersion"], &welcome["serverInfo"]["name"]), (&json!("2025-06-18"), &json!("stillframe")));
    assert!(welcome["capabilities"]["tools"].is_object());
    let done = site.ask(message(&json!({"jsonrpc": "2.0", "method": "notifications/initialized"}))).await;
    assert_eq!((done.status, done.text().as_str()), (StatusCode::ACCEPTED, ""));
    assert_eq!(ask(&site, "ping", json!({})).await.json()["result"], json!({}));

    let tools = ask(&site, "tools/list", json!({})).await.json();
    let [tool] = &tools["result"]["tools"].as_array().unwrap()[..] else { panic!("{tools}") };
    assert_eq!((&tool["name"], &tool["annotations"]["readOnlyHint"]), (&json!("trace_program"), &json!(true)));
    let form = &tool["inputSchema"];
    assert_eq!((&form["type"], &form["required"]), (&json!("object"), &json!(["source"])), "{form}");
    assert_eq!(form["properties"]["input"]["description"], "What it reads from standard input.");
    assert_eq!(tool["outputSchema"]["properties"]["steps"]["items"]["type"], "object", "nothing is referred to elsewhere: {tool}");
}

#[tokio::test]
async fn a_newer_client_needs_no_handshake() {
    let site = Site::new().await;
    let meta = json!({
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": {},
        "io.modelcontextprotocol/clientInfo": {"name": "a test", "version": "1"},
    });
    let mut request = message(&json!({"jsonrpc": "2.0", "id": 1, "method": "server/discover", "params": {"_meta": meta}}));
    request.headers_mut().insert("mcp-protocol-version", "2026-07-28".parse().unwrap());
    request.headers_mut().insert("mcp-method", "server/discover".parse().unwrap());
    let found = site.ask(request).await;
    assert_eq!(found.status, StatusCode::OK, "{}", found.text());
    assert!(found.json()["result"]["supportedVersions"].as_array().unwrap().contains(&json!("2026-07-28")), "{}", found.text());
}

#[tokio::test]
async fn a_program_is_traced_and_told_in_sentences() {
    let site = Site::new().await;
    let result = call(&site, json!({"source": COUNTDOWN})).await["result"].clone();
    assert_eq!(result["isError"], false);
    let told = &result["structuredContent"];
    assert_eq!((&told["outcome"], &told["output"], &told["next"]), (&json!("finished"), &json!("2\n1\n"), &Value::Null));
    let sentences: Vec<&str> = told["steps"].as_array().unwrap().iter().map(|step| step["sentence"].as_str().unwrap()).collect();
    assert_eq!(
        sentences,
        [
            "The program begins: its module is running.",
            "module makes countdown() with n = 2, a generator, which is created; none of its body has run.",
            "module asks countdown() for its next value: it runs for the first time.",
            "countdown() yields 2 in line 3 and is suspended; control goes to module.",
            "module asks countdown() for its next value: it goes on in line 3.",
            "countdown() yields 1 in line 3 and is suspended; control goes to module.",
            "module asks countdown() for its next value: it goes on in line 3.",
            "countdown() returns None and is closed; control goes to module.",
            "module returns None and is closed.",
            "The program has ended.",
        ]
    );
    let text = result["content"][0]["text"].as_str().unwrap();
    assert!(text.starts_with("The program ran to its end. It has the steps 0 to ") && text.contains("\nOutput:\n2\n1\n"), "{text}");
    assert!(text.contains(sentences[3]) && text.contains(told["link"].as_str().unwrap()), "{text}");
}

#[tokio::test]
async fn steps_are_chosen_by_number_and_by_event() {
    let site = Site::new().await;
    let steps = async |arguments: Value| {
        let mut asked = json!({"source": COUNTDOWN});
        asked.as_object_mut().unwrap().extend(arguments.as_object().unwrap().clone());
        let told = call(&site, asked).await["result"]["structuredContent"].clone();
        let numbers: Vec<u64> = told["steps"].as_array().unwrap().iter().map(|step| step["step"].as_u64().unwrap()).collect();
        (numbers, told)
    };
    let (suspended, _) = steps(json!({"events": ["suspend"]})).await;
    assert_eq!(suspended.len(), 2);
    assert_eq!(steps(json!({"events": ["suspend"], "from": suspended[1]})).await.0, [suspended[1]]);
    let (chosen, told) = steps(json!({"steps": [6, 2, 1_000_000]})).await;
    assert_eq!((chosen, told["steps"][0]["line"].clone()), (vec![2, 6], json!(6)));
    let (_, told) = steps(json!({"steps": [8, 9]})).await;
    assert_eq!(told["steps"][0]["sentence"], "In module: n = 2. Next in module: line 7.");
    assert_eq!(told["steps"][1]["sentence"], "The program wrote \"2\". Next in module: line 6.");
    let (_, read) = steps(json!({"source": "print(input())", "input": "Ada\n"})).await;
    assert_eq!(read["output"], "Ada\n");
    let (_, refused) = steps(json!({"source": "1 +"})).await;
    assert_eq!((&refused["outcome"], &refused["steps"]), (&json!("syntax_error"), &json!([])));
    let (_, raised) = steps(json!({"source": "1 / 0"})).await;
    assert_eq!(raised["ending"], "Nobody caught ZeroDivisionError: division by zero.");
}

#[tokio::test]
async fn an_answer_has_an_end_and_says_where_to_go_on() {
    let site = Site::new().await;
    let source = COUNTDOWN.replace("countdown(2)", "countdown(60)");
    let mut from = json!(0);
    let mut seen = 0;
    for _ in 0..3 {
        let told = call(&site, json!({"source": source, "events": ["suspend"], "from": from})).await["result"]["structuredContent"].clone();
        seen += told["steps"].as_array().unwrap().len();
        from = told["next"].clone();
        if from.is_null() {
            break;
        }
    }
    assert_eq!((seen, from), (60, Value::Null));
    let long = format!("pass  # {}", (0..9_000).map(|n| format!("{n:x}")).collect::<String>());
    assert_eq!(call(&site, json!({"source": long})).await["result"]["structuredContent"]["link"], Value::Null);
}

#[tokio::test]
async fn the_link_holds_the_program_and_the_step() {
    let site = Site::new().await;
    let told = call(&site, json!({"source": "print('ä')\n", "input": "x", "steps": [1]})).await;
    let link = told["result"]["structuredContent"]["link"].as_str().unwrap().to_owned();
    let packed = link.strip_prefix("http://play.example.org/#packed=").and_then(|rest| rest.strip_suffix("&step=1")).expect(&link);
    let unpack = "import base64, sys, zlib\n\
                  bytes = base64.urlsafe_b64decode(sys.argv[1] + '=' * (-len(sys.argv[1]) % 4))\n\
                  assert bytes[0] == 1\n\
                  sys.stdout.buffer.write(zlib.decompress(bytes[1:], -15))";
    let unpacked = std::process::Command::new("python3").args(["-c", unpack, packed]).output().unwrap();
    let carried: Value = serde_json::from_slice(&unpacked.stdout).unwrap();
    assert_eq!(carried, json!({"source": "print('ä')\n", "input": "x"}));
}

#[tokio::test]
async fn what_is_wrong_is_said() {
    let site = Site::new().await;
    let unknown = ask(&site, "tools/make", json!({})).await;
    assert_eq!(unknown.json()["error"]["code"], -32601, "{}", unknown.text());
    for (name, arguments, part) in [
        ("trace", json!({"source": ""}), "there is trace_program"),
        ("trace_program", json!({}), "missing field `source`"),
        ("trace_program", json!({"source": 1}), "invalid type"),
        ("trace_program", json!({"source": "", "sauce": 1}), "unknown field `sauce`"),
        ("trace_program", json!({"source": "", "events": ["jump"]}), "there is no event jump; there are line, create"),
    ] {
        let error = ask(&site, "tools/call", json!({"name": name, "arguments": arguments})).await.json()["error"].clone();
        assert_eq!(error["code"], -32602, "{error}");
        assert!(error["message"].as_str().unwrap().contains(part), "{error}");
    }
    let get = site.get("/mcp").await;
    assert_eq!((get.status, get.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "POST"));
    let delete = site.ask(Request::builder().method(Method::DELETE).uri("/mcp").body(Body::empty()).unwrap()).await;
    assert_eq!(delete.status, StatusCode::METHOD_NOT_ALLOWED);
    let other = site.ask(submission("/mcp", "pass")).await;
    assert_eq!(other.status, StatusCode::BAD_REQUEST, "this is no message of the protocol");
    let huge = site.ask(message(&json!({"source": "x".repeat(600 * 1024)}))).await;
    assert_eq!((huge.status, huge.json()["error"]["code"].clone()), (StatusCode::PAYLOAD_TOO_LARGE, json!("source_too_large")));
}

#[tokio::test]
async fn other_sites_may_not_ask_in_their_visitors_names() {
    let site = Site::new().await;
    let ping = async |origin: &str| {
        let mut request = message(&json!({"jsonrpc": "2.0", "id": 1, "method": "ping"}));
        request.headers_mut().insert("origin", origin.parse().unwrap());
        site.ask(request).await
    };
    assert_eq!(ping("https://play.example.org").await.status, StatusCode::OK);
    for other in ["https://evil.example", "null", "http://play.example.org:81"] {
        let refused = ping(other).await;
        assert_eq!((refused.status, refused.json()["error"]["code"].clone()), (StatusCode::FORBIDDEN, json!("other_site")), "{other}");
        assert_eq!(refused.header("access-control-allow-origin"), "");
    }
}

#[tokio::test]
async fn a_run_takes_its_turn_and_has_its_limits() {
    let site = Site::with(Settings { ..one_endless_place() }).await;
    let blocker = tokio::spawn(site.send(submission("/api/trace", ENDLESS)));
    until_running(&site.runner, 1).await;
    let refused = call(&site, json!({"source": "print('new')"})).await["result"].clone();
    let text = refused["content"][0]["text"].as_str().unwrap();
    assert!(refused["isError"] == true && text.starts_with("The server is busy:"), "{refused}");
    assert_eq!(call(&site, json!({"source": "x".repeat(70_000)})).await["result"]["isError"], true);
    blocker.abort();
    until_running(&site.runner, 0).await;
    // Who leaves ends the run.
    let asked =
        json!({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "trace_program", "arguments": {"source": ENDLESS}}});
    let call = tokio::spawn(site.send(message(&asked)));
    until_running(&site.runner, 1).await;
    call.abort();
    until_running(&site.runner, 0).await;
}

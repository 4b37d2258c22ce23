//! The page with two programs side by side, without a socket.

mod common;

use axum::http::StatusCode;
use common::Site;
use stillframe_server::{examples, pairs};

#[tokio::test]
async fn each_pair_has_an_address_and_the_first_one_needs_none() {
    let site = Site::new().await;
    let pairs = pairs::all().unwrap().english().clone();
    for pair in &pairs {
        let page = site.get(&format!("/compare?pair={}", pair.named.slug)).await;
        assert_eq!(page.status, StatusCode::OK, "{}", pair.named.slug);
        let initial = page.initial();
        assert_eq!((&initial["left"]["source"], &initial["right"]["source"]), (&pair.left.clone().into(), &pair.right.clone().into()));
        assert_eq!(initial["pairs"].as_array().unwrap().len(), pairs.len());
    }
    let first = site.get("/compare").await;
    assert_eq!(first.initial()["pair"], pairs[0].named.slug);
    assert!(first.text().contains("/static/js/compare.js") && !first.text().contains("id=\"panel-code\""));
    assert!(!site.get("/").await.text().contains("/static/js/compare.js"));
}

#[tokio::test]
async fn a_link_to_a_pair_has_a_preview() {
    let site = Site::new().await;
    let page = site.get("/compare?pair=list-and-generator").await.text();
    let image = "/compare/list-and-generator/preview.png";
    assert!(page.contains(&format!("\"og:image\" content=\"http://localhost{image}\"")), "{page}");
    assert!(!page.contains("json+oembed"));
    let preview = site.get(image).await;
    assert_eq!((preview.status, preview.header("content-type")), (StatusCode::OK, "image/png"));
    assert_eq!(&preview.body[16..24], [1200_u32.to_be_bytes(), 630_u32.to_be_bytes()].concat());
    assert_eq!(site.get("/compare/nothing/preview.png").await.status, StatusCode::NOT_FOUND);
    assert!(!site.get("/compare?left=throw&right=close").await.text().contains("og:image"));
}

#[tokio::test]
async fn any_two_programs_can_be_named() {
    let site = Site::new().await;
    let example = &examples::all().unwrap().english()[0].clone();
    let shared = site.post("/api/programs", "print('shared')").await.json();
    let address = shared["address"].as_str().unwrap().trim_start_matches('/').to_owned();

    let initial = site.get(&format!("/compare?left={}&right={}", example.slug, address.replace('/', "%2F"))).await.initial();
    assert_eq!(initial["left"]["source"], example.source);
    assert_eq!(initial["right"]["source"], "print('shared')");
    assert_eq!(initial["pair"], serde_json::Value::Null);

    let own = site.get("/compare?left=own%2Fabc&right=generator").await.initial();
    assert!(own["left"]["source"].is_null(), "only the browser has it");
    assert_eq!(own["left"]["value"], "own/abc");

    let alone = site.get(&format!("/compare?left={}", example.slug)).await.initial();
    assert_eq!(alone["left"]["source"], alone["right"]["source"]);
}

#[tokio::test]
async fn what_is_not_there_is_said() {
    let site = Site::new().await;
    for address in ["/compare?pair=nothing", "/compare?left=nothing", "/compare?left=p%2Fnothing&right=generator"] {
        assert_eq!(site.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

//! `GET /language`: what of Python works here, and what differs from CPython. It is `docs/language.md`, so it is written once.

use std::sync::LazyLock;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use super::page::{FOR_A_WHILE, answer};
use crate::VERSION;
use crate::error::Error;
use crate::state::AppState;
use crate::words::{Language, Words};

const DOCUMENT: &str = include_str!("../../../docs/language.md");

static TEXT: LazyLock<String> = LazyLock::new(|| {
    // Links lead to other documents, which the site does not have.
    let is_link = |event: &Event<'_>| matches!(event, Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link));
    let mut text = String::new();
    html::push_html(&mut text, Parser::new_ext(DOCUMENT, Options::ENABLE_TABLES).filter(|event| !is_link(event)));
    text
});

#[derive(Template)]
#[template(path = "language.html")]
struct LanguagePage {
    version: &'static str,
    is_file: bool,
    words: &'static Words,
    text: &'static str,
}

pub async fn language(State(state): State<AppState>, Language(words): Language, request: HeaderMap) -> Result<Response, Error> {
    let page = LanguagePage { version: VERSION, is_file: state.is_of_files(), words, text: &TEXT };
    answer(&state, page, words, FOR_A_WHILE, &request).await
}

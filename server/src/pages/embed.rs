//! `GET /embed/ID`, `/embed?example=NAME`, `/embed#packed=…`: a small player for pages elsewhere. `docs/embedding.md` has what they may ask for.

use askama::Template;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::files::Files;
use super::page::PageLimits;
use super::program::{Program, first_trace, in_a_script};
use crate::VERSION;
use crate::access::Asker;
use crate::assets::{Interpreter, PageBundles, page_bundles};
use crate::error::Error;
use crate::facts::Place;
use crate::reach::Reach;
use crate::state::AppState;
use crate::store::Found;
use crate::words::{Language, Words};

const FOR_A_WHILE: HeaderValue = HeaderValue::from_static("public, max-age=300");

#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wish {
    example: Option<String>,
    step: Option<usize>,
    theme: Option<String>,
    lang: Option<String>,
}

impl Wish {
    fn words(&self, request: &HeaderMap) -> &'static Words {
        Language::chosen(self.lang.as_deref(), request).0
    }
}

type Wished = Result<Query<Wish>, QueryRejection>;

#[derive(Template)]
#[template(path = "embed.html")]
struct Player<'a> {
    title: &'a str,
    theme: Option<&'a str>,
    /// Where the whole playground shows the program.
    address: String,
    /// The address of a picture of it; none where the page itself has the program.
    picture: Option<String>,
    /// Why there is nothing to play.
    said: Option<&'a str>,
    initial_json: String,
    first_trace: Option<String>,
    version: &'a str,
    bundles: Option<PageBundles>,
    words: &'static Words,
}

#[derive(Serialize)]
struct Initial<'a> {
    program: &'a Program<'a>,
    files: Option<Files<'a>>,
    /// For readers who may edit the program.
    interpreter: Option<Interpreter>,
    limits: PageLimits<'a>,
}

/// A shared program. What is wrong with it is said in the frame: an error's own page may not be framed.
pub async fn shared(
    State(state): State<AppState>,
    id: Result<Path<String>, PathRejection>,
    wish: Wished,
    asker: Asker,
    request: HeaderMap,
) -> Result<Response, Error> {
    let id = id.map_or_else(|_| String::new(), |Path(id)| id);
    let wish = wish.map_or_else(|_| Wish::default(), |Query(wish)| wish);
    match state.store.get(&id).await? {
        Found::Program(kept) => player(&state, Program::shared(&id, &kept), &wish, None, &asker, &request).await,
        Found::TakenDown(reason) => nothing(&state, &wish, &Error::TakenDown(reason), &asker, &request).await,
        Found::Nothing => nothing(&state, &wish, &Error::NoSuchProgram, &asker, &request).await,
    }
}

/// An example, or the program after the `#`, which the server does not get to see.
pub async fn other(State(state): State<AppState>, wish: Wished, asker: Asker, request: HeaderMap) -> Result<Response, Error> {
    let wish = wish.map_or_else(|_| Wish::default(), |Query(wish)| wish);
    match &wish.example {
        None => {
            player(
                &state,
                Program { missing: true, ..Program::default() },
                &wish,
                Some(wish.words(&request).embed.no_program.0),
                &asker,
                &request,
            )
            .await
        }
        Some(slug) => match Program::example(&state, slug, wish.words(&request)) {
            Ok(program) => player(&state, program, &wish, None, &asker, &request).await,
            Err(error) => nothing(&state, &wish, &error, &asker, &request).await,
        },
    }
}

async fn nothing(state: &AppState, wish: &Wish, error: &Error, asker: &Asker, request: &HeaderMap) -> Result<Response, Error> {
    let program = Program { missing: true, ..Program::default() };
    let page = player(state, program, wish, Some(&error.message_in(wish.words(request))), asker, request).await?;
    let mut response = page;
    *response.status_mut() = error.status();
    Ok(response)
}

async fn player(
    state: &AppState,
    program: Program<'_>,
    wish: &Wish,
    said: Option<&str>,
    asker: &Asker,
    request: &HeaderMap,
) -> Result<Response, Error> {
    let words = wish.words(request);
    let theme = wish.theme.as_deref().filter(|theme| matches!(*theme, "light" | "dark"));
    let trace = if program.missing { None } else { program.trace(state, Place::default(), asker).await? };
    let picture = |query: &str| format!("{}{query}", program.picture(".svg", None));
    let step = wish.step.map_or_else(String::new, |step| format!("&step={step}"));
    let initial = Initial {
        program: &program,
        files: Files::of(state, words),
        interpreter: state.interpreter(),
        limits: PageLimits::from(state.runner.limits()),
    };
    let page = Player {
        title: if program.missing { words.site.python_program.0 } else { program.name(words) },
        theme,
        address: program.address(wish.step),
        picture: (!program.missing).then(|| picture(&format!("?theme={}{step}", theme.unwrap_or("light")))),
        said,
        initial_json: serde_json::to_string(&initial).map(|json| in_a_script(&json)).map_err(Error::internal)?,
        first_trace: trace.as_ref().and_then(first_trace),
        version: VERSION,
        bundles: page_bundles(words.code),
        words,
    };
    let html = page.render().map_err(Error::internal)?;
    let response = words.added_to(state.compressed(html.as_bytes()).await.answer(request, "text/html; charset=utf-8"));
    Ok(Reach::Framed.of((StatusCode::OK, [(CACHE_CONTROL, FOR_A_WHILE)], response).into_response()))
}

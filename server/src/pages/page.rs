//! The page, with a program in it: an example, or one that was shared.

use askama::Template;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use stillframe_interpreter::Limits;

use crate::VERSION;
use crate::api::LIBRARY_EDITION;
use crate::assets::{EDITOR, Editor};
use crate::compression::Gzipped;
use crate::error::{Error, accepts_html};
use crate::examples::Example;
use crate::state::AppState;

const SITE: &str = "Stillframe";

const DESCRIPTION: &str =
    "See how Python's suspended frames live: generators, coroutines and async generators, step by step on a timeline.";

#[derive(Deserialize)]
pub struct Choice {
    example: Option<String>,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    title: &'a str,
    description: &'a str,
    /// Fit to stand inside of a script element.
    initial_json: String,
    version: &'a str,
    editor_bundle: bool,
}

/// What the page's script begins with.
#[derive(Serialize)]
struct Initial<'a> {
    program: Program<'a>,
    examples: &'a [Example],
    version: &'a str,
    editor: String,
    /// The edition of the library whose sources the page may ask for.
    library: &'a str,
    limits: PageLimits,
}

#[derive(Default, Serialize)]
struct Program<'a> {
    source: &'a str,
    id: Option<&'a str>,
    example: Option<&'a str>,
    step: Option<u32>,
    /// It stands in for one that was asked for and is not there.
    missing: bool,
}

#[derive(Serialize)]
struct PageLimits {
    source: usize,
    instructions: u64,
    steps: u32,
    trace: usize,
    memory: usize,
    output: usize,
    frames: u32,
    recursion: u32,
}

/// `GET /`: the page with the first example, or the one that `?example=` names.
pub async fn index(
    State(state): State<AppState>,
    choice: Result<Query<Choice>, QueryRejection>,
    request: HeaderMap,
) -> Result<Response, Error> {
    let Query(choice) = choice.map_err(|_| Error::NoSuchExample)?;
    let Some(slug) = choice.example else {
        return render(&state, SITE, Program::first(&state), &request);
    };
    let example = state.examples.iter().find(|example| example.slug == slug);
    let example = example.ok_or(Error::NoSuchExample)?;
    let title = format!("{} – {SITE}", example.title);
    render(&state, &title, Program::of(example), &request)
}

/// `GET /p/ID`: the page with a program that was shared. Where there is none it opens
/// all the same and says so; whoever wants no page gets the error.
pub async fn program(
    State(state): State<AppState>,
    id: Result<Path<String>, PathRejection>,
    request: HeaderMap,
) -> Result<Response, Error> {
    let id = id.map_or_else(|_| String::new(), |Path(id)| id);
    match state.store.get(&id).await? {
        Some(source) => {
            let program = Program { source: &source, id: Some(&id), ..Program::default() };
            render(&state, &format!("A shared program – {SITE}"), program, &request)
        }
        None if !accepts_html(&request) => Err(Error::NoSuchProgram),
        None => {
            let program = Program { missing: true, ..Program::first(&state) };
            let page = render(&state, &format!("No such program – {SITE}"), program, &request)?;
            Ok((StatusCode::NOT_FOUND, page).into_response())
        }
    }
}

impl<'a> Program<'a> {
    fn first(state: &'a AppState) -> Self {
        state.examples.first().map_or_else(Program::default, Program::of)
    }

    fn of(example: &'a Example) -> Self {
        Program { source: &example.source, example: Some(&example.slug), step: example.step, ..Program::default() }
    }
}

fn render(state: &AppState, title: &str, program: Program<'_>, request: &HeaderMap) -> Result<Response, Error> {
    let initial = Initial {
        program,
        examples: &state.examples,
        version: VERSION,
        editor: EDITOR.to_string(),
        library: &LIBRARY_EDITION,
        limits: PageLimits::from(state.runner.limits()),
    };
    let page = Page {
        title,
        description: DESCRIPTION,
        initial_json: json_in_a_script(&initial)?,
        version: VERSION,
        editor_bundle: EDITOR == Editor::CodeMirror,
    };
    let html = page.render().map_err(Error::internal)?;
    let response = Gzipped::new(html.as_bytes()).answer(request, "text/html; charset=utf-8");
    Ok(([(CACHE_CONTROL, "no-cache")], response).into_response())
}

/// No text of a program can end the script element, or open a comment in it.
fn json_in_a_script(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map(|json| json.replace('<', "\\u003c")).map_err(Error::internal)
}

impl From<&Limits> for PageLimits {
    fn from(limits: &Limits) -> Self {
        let Limits { source, instructions, steps, trace, memory, output, frames, recursion } = limits.clone();
        PageLimits { source, instructions, steps, trace, memory, output, frames, recursion }
    }
}

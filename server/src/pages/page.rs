//! The page, with a program in it: an example, or one that was shared.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, ETAG};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use stillframe_interpreter::{Limit, Limits};

use crate::VERSION;
use crate::access::Asker;
use crate::api::LIBRARY_EDITION;
use crate::assets::{EDITOR, Editor, Interpreter, PageBundles, editor_bundle, interpreter, page_bundles};
use crate::course::{Change, Lesson, Part, Prediction};
use crate::error::{Error, accepts_html};
use crate::examples::Example;
use crate::runner;
use crate::state::AppState;
use crate::store::Found;
use crate::tags::Tag;

pub(super) const SITE: &str = "Stillframe";

const DESCRIPTION: &str =
    "See how Python's suspended frames live: generators, coroutines and async generators, step by step on a timeline.";

/// A browser that comes again soon shows its copy without asking. The copy never shows another program than its address names: examples change with
/// the server's version alone, and the address of a shared program is a hash of its text.
pub(super) const FOR_A_WHILE: HeaderValue = HeaderValue::from_static("private, max-age=300");
/// Where the address may name a program later, or somebody edits the page's files.
pub(super) const ASK_EACH_TIME: HeaderValue = HeaderValue::from_static("no-cache");

/// A page carries no larger trace than this, in JSON: it is made anew for each who asks.
const FIRST_TRACE_BYTES: usize = 2 * 1024 * 1024;

#[derive(Deserialize)]
pub struct Choice {
    example: Option<String>,
}

#[derive(Template)]
#[template(path = "page.html")]
pub(super) struct Page<'a> {
    pub title: &'a str,
    pub description: &'a str,
    /// Fit to stand inside of a script element.
    pub initial_json: String,
    /// The trace of the program, where it was at hand; fit to stand inside of a script element.
    pub first_trace: Option<String>,
    pub version: &'a str,
    pub bundles: Option<PageBundles>,
    pub has_codemirror: bool,
    pub panel: Option<Panel<'a>>,
    /// Whether two programs stand side by side, in place of one.
    pub compares: bool,
}

/// A lesson beside its program.
pub(super) struct Panel<'a> {
    lesson: &'a Lesson,
    number: usize,
    count: usize,
    before: Option<&'a Lesson>,
    next: Option<&'a Lesson>,
}

/// What the page's script begins with.
#[derive(Serialize)]
struct Initial<'a> {
    program: Program<'a>,
    examples: &'a [Example],
    version: &'a str,
    editor: String,
    /// Where CodeMirror is, below `/static/`.
    editor_bundle: Option<&'a str>,
    /// The edition of the library whose sources the page may ask for.
    library: &'a str,
    limits: PageLimits<'a>,
    /// Where the interpreter for the browser is; none where it was not built, or is switched off.
    interpreter: Option<Interpreter>,
    lesson: Option<InitialLesson<'a>>,
}

/// What the page's script has to know of a lesson.
#[derive(Serialize)]
struct InitialLesson<'a> {
    address: &'a str,
    title: &'a str,
    predictions: &'a [Prediction],
    change: Option<&'a Change>,
}

#[derive(Default, Serialize)]
struct Program<'a> {
    source: &'a str,
    /// What it reads from standard input; none where there is none.
    input: Option<&'a str>,
    id: Option<&'a str>,
    example: Option<&'a str>,
    step: Option<u32>,
    /// It stands in for one that was asked for and is not there.
    missing: bool,
    #[serde(skip)]
    lesson: Option<&'a Lesson>,
}

/// The limits of a run, and what the page says of a program that passed one.
#[derive(Serialize)]
struct PageLimits<'a> {
    #[serde(flatten)]
    limits: &'a Limits,
    sentences: BTreeMap<&'static str, String>,
}

/// `GET /`: the page with the first example, or the one that `?example=` names.
pub async fn index(
    State(state): State<AppState>,
    choice: Result<Query<Choice>, QueryRejection>,
    asker: Asker,
    request: HeaderMap,
) -> Result<Response, Error> {
    let Query(choice) = choice.map_err(|_| Error::NoSuchExample)?;
    let Some(slug) = choice.example else {
        return render(&state, SITE, Program::first(&state), &asker, &request).await;
    };
    let example = state.examples.iter().find(|example| example.slug == slug);
    let example = example.ok_or(Error::NoSuchExample)?;
    let title = format!("{} – {SITE}", example.title);
    render(&state, &title, Program::of(example), &asker, &request).await
}

/// `GET /p/ID`: the page with a program that was shared. Where there is none it opens
/// all the same and says so; whoever wants no page gets the error.
pub async fn program(
    State(state): State<AppState>,
    id: Result<Path<String>, PathRejection>,
    asker: Asker,
    request: HeaderMap,
) -> Result<Response, Error> {
    let id = id.map_or_else(|_| String::new(), |Path(id)| id);
    match state.store.get(&id).await? {
        Found::TakenDown(reason) => Err(Error::TakenDown(reason)),
        Found::Program(kept) => {
            let program = Program { source: &kept.source, input: kept.input.as_deref(), id: Some(&id), ..Program::default() };
            render(&state, &format!("A shared program – {SITE}"), program, &asker, &request).await
        }
        Found::Nothing if !accepts_html(&request) => Err(Error::NoSuchProgram),
        Found::Nothing => {
            let program = Program { missing: true, ..Program::first(&state) };
            let page = render(&state, &format!("No such program – {SITE}"), program, &asker, &request).await?;
            Ok((StatusCode::NOT_FOUND, page).into_response())
        }
    }
}

/// `GET /learn/SLUG`: the page with a lesson beside its program.
pub async fn lesson(
    State(state): State<AppState>,
    slug: Result<Path<String>, PathRejection>,
    asker: Asker,
    request: HeaderMap,
) -> Result<Response, Error> {
    let found = slug.ok().and_then(|Path(slug)| state.course.lesson(&slug));
    of_lesson(&state, found, &asker, &request).await
}

/// `GET /learn/misconceptions/SLUG`: the same with a misconception.
pub async fn misconception(
    State(state): State<AppState>,
    slug: Result<Path<String>, PathRejection>,
    asker: Asker,
    request: HeaderMap,
) -> Result<Response, Error> {
    let found = slug.ok().and_then(|Path(slug)| state.course.misconception(&slug));
    of_lesson(&state, found, &asker, &request).await
}

async fn of_lesson(state: &AppState, found: Option<&Lesson>, asker: &Asker, request: &HeaderMap) -> Result<Response, Error> {
    let lesson = found.ok_or(Error::NoSuchLesson)?;
    let program = Program { source: &lesson.source, step: Some(lesson.facts.step), lesson: Some(lesson), ..Program::default() };
    render(state, &format!("{} – {SITE}", lesson.facts.title), program, asker, request).await
}

impl<'a> Program<'a> {
    fn first(state: &'a AppState) -> Self {
        state.examples.first().map_or_else(Program::default, Program::of)
    }

    fn of(example: &'a Example) -> Self {
        Program { source: &example.source, example: Some(&example.slug), step: example.step, ..Program::default() }
    }
}

async fn render(state: &AppState, title: &str, program: Program<'_>, asker: &Asker, request: &HeaderMap) -> Result<Response, Error> {
    let first_trace = first_trace(state, &program, asker).await;
    let missing = program.missing;
    let panel = program.lesson.map(|lesson| Panel::of(lesson, state));
    let bundles = page_bundles();
    let bundled = bundles.is_some();
    let initial = Initial {
        program,
        examples: &state.examples,
        version: VERSION,
        editor: EDITOR.to_string(),
        editor_bundle: editor_bundle(),
        library: &LIBRARY_EDITION,
        limits: PageLimits::from(state.runner.limits()),
        interpreter: interpreter(),
        lesson: panel.as_ref().map(|panel| InitialLesson::from(panel.lesson)),
    };
    let page = Page {
        title,
        description: DESCRIPTION,
        initial_json: serde_json::to_string(&initial).map(|json| in_a_script(&json)).map_err(Error::internal)?,
        first_trace,
        version: VERSION,
        bundles,
        has_codemirror: EDITOR == Editor::CodeMirror,
        panel,
        compares: false,
    };
    let caching = if bundled && !missing { FOR_A_WHILE } else { ASK_EACH_TIME };
    answer(state, page, caching, request).await
}

/// A page as it is sent: compressed, or nothing where the browser's copy is still right.
pub(super) async fn answer(state: &AppState, page: impl Template, caching: HeaderValue, request: &HeaderMap) -> Result<Response, Error> {
    let html = page.render().map_err(Error::internal)?;
    let tag = Tag::new(&blake3::hash(html.as_bytes()));
    let response = if tag.is_known(request) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        state.compressed(html.as_bytes()).await.answer(request, "text/html; charset=utf-8")
    };
    Ok(([(CACHE_CONTROL, caching), (ETAG, tag.header())], response).into_response())
}

impl<'a> Panel<'a> {
    fn of(lesson: &'a Lesson, state: &'a AppState) -> Self {
        let (before, next) = state.course.neighbours(lesson);
        Panel { lesson, number: state.course.number(lesson), count: state.course.likes(lesson).len(), before, next }
    }
}

impl<'a> From<&'a Lesson> for InitialLesson<'a> {
    fn from(lesson: &'a Lesson) -> Self {
        let Lesson { address, facts, .. } = lesson;
        InitialLesson { address, title: &facts.title, predictions: &facts.predictions, change: facts.change.as_ref() }
    }
}

/// The trace that the page would ask for next, so that it need not.
async fn first_trace(state: &AppState, program: &Program<'_>, asker: &Asker) -> Option<String> {
    // As the page's script asks for it.
    let program = runner::Program {
        source: program.source.to_owned(),
        input: program.input.map(str::to_owned),
        top_level_await: true,
        ..Default::default()
    };
    let trace = state.runner.quick_trace(program, asker).await?;
    String::from_utf8(trace.plain(FIRST_TRACE_BYTES)?).ok().map(|json| in_a_script(&json))
}

/// No text of a program can end the script element, or open a comment in it.
pub(super) fn in_a_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

impl<'a> From<&'a Limits> for PageLimits<'a> {
    fn from(limits: &'a Limits) -> Self {
        PageLimits { limits, sentences: Limit::ALL.iter().map(|limit| (limit.name(), limit.sentence(limits))).collect() }
    }
}

//! The page, with a program in it: an example, or one that was shared.

use askama::Template;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, ETAG};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use stillframe_interpreter::Limits;

use super::picture;
use super::plain::{Facts, Place, facts};
use crate::VERSION;
use crate::access::Asker;
use crate::api::LIBRARY_EDITION;
use crate::assets::{EDITOR, Editor, PageBundles, editor_bundle, page_bundles};
use crate::compression::Gzipped;
use crate::error::{Error, accepts_html};
use crate::examples::Example;
use crate::pictures::TRACE_BYTES;
use crate::runner;
use crate::state::AppState;
use crate::store::{self, Found};
use crate::tags::Tag;

const SITE: &str = "Stillframe";

const DESCRIPTION: &str =
    "See how Python's suspended frames live: generators, coroutines and async generators, step by step on a timeline.";

/// A browser that comes again soon shows its copy without asking. The copy never shows another program than its address names: examples change with
/// the server's version alone, and the address of a shared program is a hash of its text.
const FOR_A_WHILE: HeaderValue = HeaderValue::from_static("private, max-age=300");
/// Where the address may name a program later, or somebody edits the page's files.
const ASK_EACH_TIME: HeaderValue = HeaderValue::from_static("no-cache");

/// A page carries no larger trace than this, in JSON: it is made anew for each who asks.
const FIRST_TRACE_BYTES: usize = 2 * 1024 * 1024;

#[derive(Deserialize)]
pub struct Choice {
    example: Option<String>,
    step: Option<usize>,
    from: Option<usize>,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    title: &'a str,
    description: &'a str,
    /// Fit to stand inside of a script element.
    initial_json: String,
    /// The trace of the program, where it was at hand; fit to stand inside of a script element.
    first_trace: Option<String>,
    version: &'a str,
    bundles: Option<PageBundles>,
    has_codemirror: bool,
    plain: Plain<'a>,
}

/// What is shown without JavaScript.
struct Plain<'a> {
    title: &'a str,
    about: Option<&'a str>,
    lines: Vec<&'a str>,
    input: Option<&'a str>,
    /// The address of its pictures.
    picture: String,
    /// The beginning of its own address, up to where a query goes on.
    base: String,
    /// None where the run takes more than a moment.
    facts: Option<Facts>,
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
    limits: PageLimits,
}

#[derive(Default, Serialize)]
struct Program<'a> {
    source: &'a str,
    /// What it reads from standard input; none where there is none.
    input: Option<&'a str>,
    id: Option<&'a str>,
    example: Option<&'a str>,
    title: Option<&'a str>,
    description: Option<&'a str>,
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
    asker: Asker,
    request: HeaderMap,
) -> Result<Response, Error> {
    let Query(choice) = choice.map_err(|_| Error::NoSuchExample)?;
    let visit = Visit { state: &state, asker: &asker, request: &request, place: choice.place() };
    let Some(slug) = choice.example else {
        return visit.render(SITE, Program::first(&state)).await;
    };
    let example = state.examples.iter().find(|example| example.slug == slug);
    let example = example.ok_or(Error::NoSuchExample)?;
    let title = format!("{} – {SITE}", example.title);
    visit.render(&title, Program::of(example)).await
}

/// `GET /p/ID`: the page with a program that was shared. Where there is none it opens
/// all the same and says so; whoever wants no page gets the error.
pub async fn program(
    State(state): State<AppState>,
    id: Result<Path<String>, PathRejection>,
    choice: Result<Query<Place>, QueryRejection>,
    wanted: picture::Query_,
    asker: Asker,
    request: HeaderMap,
) -> Result<Response, Error> {
    let id = id.map_or_else(|_| String::new(), |Path(id)| id);
    if let Some((id, form)) = picture::named(&id) {
        return picture::of_program(&state, id, form, wanted, &asker, &request).await;
    }
    let place = choice.map_or_else(|_| Place::default(), |Query(place)| place);
    let visit = Visit { state: &state, asker: &asker, request: &request, place };
    match state.store.get(&id).await? {
        Found::TakenDown(reason) => Err(Error::TakenDown(reason)),
        Found::Program(kept) => {
            let store::Kept { source, input, title, description } = &kept;
            let program = Program {
                source,
                input: input.as_deref(),
                id: Some(&id),
                title: title.as_deref(),
                description: description.as_deref(),
                ..Program::default()
            };
            visit.render(&format!("{} – {SITE}", program.name()), program).await
        }
        Found::Nothing if !accepts_html(&request) => Err(Error::NoSuchProgram),
        Found::Nothing => {
            let program = Program { missing: true, ..Program::first(&state) };
            let page = visit.render(&format!("No such program – {SITE}"), program).await?;
            Ok((StatusCode::NOT_FOUND, page).into_response())
        }
    }
}

impl<'a> Program<'a> {
    fn first(state: &'a AppState) -> Self {
        state.examples.first().map_or_else(Program::default, Program::of)
    }

    fn of(example: &'a Example) -> Self {
        Program {
            source: &example.source,
            example: Some(&example.slug),
            title: Some(&example.title),
            description: Some(&example.summary),
            step: example.step,
            ..Program::default()
        }
    }

    fn name(&self) -> &'a str {
        self.title.unwrap_or("A shared program")
    }

    /// The beginning of its address, up to where a query goes on.
    fn base(&self) -> String {
        match (self.id, self.example) {
            (Some(id), _) => format!("/p/{id}?"),
            (None, Some(example)) => format!("/?example={example}&"),
            (None, None) => "/?".to_owned(),
        }
    }

    /// Its pictures, without the ending of the form.
    fn pictures(&self) -> String {
        match self.id {
            Some(id) => format!("/p/{id}"),
            None => format!("/examples/{}", self.example.unwrap_or_default()),
        }
    }
}

impl Choice {
    fn place(&self) -> Place {
        Place { step: self.step, from: self.from }
    }
}

/// One request for the page.
struct Visit<'a> {
    state: &'a AppState,
    asker: &'a Asker,
    request: &'a HeaderMap,
    place: Place,
}

impl Visit<'_> {
    async fn render(self, title: &str, program: Program<'_>) -> Result<Response, Error> {
        let Visit { state, request, place, .. } = self;
        let author_step = program.step.map(|step| step as usize);
        let trace = self.trace(&program).await?;
        let first_trace = trace.as_ref().and_then(|trace| trace.plain(FIRST_TRACE_BYTES)).and_then(|json| String::from_utf8(json).ok());
        let facts = match trace {
            Some(trace) => facts(trace, TRACE_BYTES, place, author_step).await.ok(),
            None => None,
        };
        let plain = Plain {
            title: if program.missing { "No such program. Here is an example instead" } else { program.name() },
            about: program.description,
            lines: program.source.lines().collect(),
            input: program.input,
            picture: format!("{}.svg", program.pictures()),
            base: program.base(),
            facts,
        };
        let missing = program.missing;
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
        };
        let page = Page {
            title,
            description: DESCRIPTION,
            initial_json: serde_json::to_string(&initial).map(|json| in_a_script(&json)).map_err(Error::internal)?,
            first_trace: first_trace.map(|json| in_a_script(&json)),
            version: VERSION,
            bundles,
            has_codemirror: EDITOR == Editor::CodeMirror,
            plain,
        };
        let html = page.render().map_err(Error::internal)?;
        let tag = Tag::new(&blake3::hash(html.as_bytes()));
        let response = if tag.is_known(request) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            state.compressed(html.as_bytes()).await.answer(request, "text/html; charset=utf-8")
        };
        let caching = if bundled && !missing { FOR_A_WHILE } else { ASK_EACH_TIME };
        Ok(([(CACHE_CONTROL, caching), (ETAG, tag.header())], response).into_response())
    }

    /// The trace that the page would ask for next, so that it need not. Only who asks for a part of the steps waits for a longer run.
    async fn trace(&self, program: &Program<'_>) -> Result<Option<Gzipped>, Error> {
        let program = runner::Program::of_page(program.source, program.input);
        let runner = &self.state.runner;
        match self.place.from {
            Some(_) => runner.trace(program, self.asker).await.map(Some),
            None => Ok(runner.quick_trace(program, self.asker).await),
        }
    }
}

impl Plain<'_> {
    /// The line of the step; 0 for none.
    fn line(&self) -> usize {
        self.facts.as_ref().map_or(0, |facts| facts.line)
    }
}

/// No text of a program can end the script element, or open a comment in it.
fn in_a_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

impl From<&Limits> for PageLimits {
    fn from(limits: &Limits) -> Self {
        let Limits { source, instructions, steps, trace, memory, output, frames, recursion } = limits.clone();
        PageLimits { source, instructions, steps, trace, memory, output, frames, recursion }
    }
}

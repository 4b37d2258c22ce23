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

use super::picture;
use super::program::{Program, first_trace, in_a_script};
use crate::VERSION;
use crate::access::Asker;
use crate::api::LIBRARY_EDITION;
use crate::assets::{EDITOR, Editor, Interpreter, PageBundles, editor_bundle, page_bundles, qr_bundle};
use crate::compression::Gzipped;
use crate::course::{Change, Course, Lesson, Part, Prediction};
use crate::error::{Error, accepts_html};
use crate::examples::Example;
use crate::facts::{Facts, Place, facts};
use crate::notes::Note;
use crate::origin::Origin;
use crate::pairs::Named;
use crate::pictures::TRACE_BYTES;
use crate::state::AppState;
use crate::store::Found;
use crate::tags::Tag;
use crate::words::{Language, Words};

pub(super) const SITE: &str = "Stillframe";

/// A browser that comes again soon shows its copy without asking. The copy never shows another program than its address names: examples change with
/// the server's version alone, and the address of a shared program is a hash of its text.
pub(super) const FOR_A_WHILE: HeaderValue = HeaderValue::from_static("private, max-age=300");
/// Where the address may name a program later, or somebody edits the page's files.
pub(super) const ASK_EACH_TIME: HeaderValue = HeaderValue::from_static("no-cache");

#[derive(Deserialize)]
pub struct Choice {
    example: Option<String>,
    step: Option<usize>,
    from: Option<usize>,
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
    pub plain: Option<Plain<'a>>,
    pub preview: Option<Preview<'a>>,
    /// Whether two programs stand side by side, in place of one.
    pub compares: bool,
    /// Whether the page is a file: no server stores or runs programs.
    pub is_file: bool,
    pub words: &'static Words,
    /// Where the operator says that the source is.
    pub source_link: Option<&'a str>,
}

/// What chats and networks show of a link.
pub(super) struct Preview<'a> {
    title: &'a str,
    url: String,
    image: String,
    /// What is on the image.
    alt: &'static str,
    /// None of a lesson and of a pair, which have no player, and where no server answers.
    oembed: Option<String>,
}

/// What is shown without JavaScript.
pub(super) struct Plain<'a> {
    title: &'a str,
    about: Option<String>,
    lines: Vec<&'a str>,
    input: Option<&'a str>,
    notes: &'a [Note],
    /// The address of its pictures.
    picture: String,
    /// The beginning of its own address, up to where a query goes on.
    base: String,
    /// None where the run takes more than a moment.
    facts: Option<Facts>,
    /// Whether a server makes the page of any step.
    has_steps: bool,
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
    /// Where the library of QR codes is, below `/static/`.
    qr_bundle: Option<&'a str>,
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

/// The limits of a run, and what the page says of a program that passed one.
#[derive(Serialize)]
pub(super) struct PageLimits<'a> {
    #[serde(flatten)]
    limits: &'a Limits,
    sentences: BTreeMap<&'static str, String>,
}

/// `GET /`: the page with the first example, or the one that `?example=` names.
pub async fn index(
    State(state): State<AppState>,
    choice: Result<Query<Choice>, QueryRejection>,
    origin: Origin,
    asker: Asker,
    language: Language,
    request: HeaderMap,
) -> Result<Response, Error> {
    let Query(choice) = choice.map_err(|_| Error::NoSuchExample)?;
    let visit = Visit { state: &state, origin: &origin, asker: &asker, request: &request, place: choice.place(), language };
    let Some(slug) = choice.example else {
        return visit.render(SITE, Program::first(&state, language.0)).await;
    };
    let program = Program::example(&state, &slug, language.0)?;
    visit.render(&format!("{} – {SITE}", program.name(language.0)), program).await
}

/// `GET /p/ID`: the page with a program that was shared. Where there is none it opens
/// all the same and says so; whoever wants no page gets the error.
pub async fn program(
    State(state): State<AppState>,
    id: Result<Path<String>, PathRejection>,
    choice: Result<Query<Place>, QueryRejection>,
    wanted: picture::WantedQuery,
    (origin, asker, language): (Origin, Asker, Language),
    request: HeaderMap,
) -> Result<Response, Error> {
    let id = id.map_or_else(|_| String::new(), |Path(id)| id);
    if let Some((id, form)) = picture::named(&id) {
        return picture::of_program(&state, id, form, wanted, &asker, &request).await;
    }
    let place = choice.map_or_else(|_| Place::default(), |Query(place)| place);
    let visit = Visit { state: &state, origin: &origin, asker: &asker, request: &request, place, language };
    match state.store.get(&id).await? {
        Found::TakenDown(reason) => Err(Error::TakenDown(reason)),
        Found::Program(kept) => {
            let program = Program::shared(&id, &kept);
            visit.render(&format!("{} – {SITE}", program.name(language.0)), program).await
        }
        Found::Nothing if !accepts_html(&request) => Err(Error::NoSuchProgram),
        Found::Nothing => {
            let program = Program { missing: true, ..Program::first(&state, language.0) };
            let page = visit.render(&format!("{} – {SITE}", language.0.site.no_such_program), program).await?;
            Ok((StatusCode::NOT_FOUND, page).into_response())
        }
    }
}

impl Choice {
    fn place(&self) -> Place {
        Place { step: self.step, from: self.from }
    }
}

/// One request for the page.
pub(super) struct Visit<'a> {
    pub state: &'a AppState,
    pub origin: &'a Origin,
    pub asker: &'a Asker,
    pub request: &'a HeaderMap,
    pub place: Place,
    pub language: Language,
}

impl Visit<'_> {
    /// The page with a lesson beside its program.
    pub async fn render_lesson(self, lesson: &Lesson) -> Result<Response, Error> {
        let title = format!("{} – {SITE}", lesson.facts.title);
        self.render(&title, Program::of_lesson(lesson)).await
    }

    async fn render(self, title: &str, program: Program<'_>) -> Result<Response, Error> {
        let Visit { state, origin, asker, request, place, language: Language(words) } = self;
        let trace = program.trace(state, place, asker).await?;
        let first_trace = trace.as_ref().and_then(first_trace);
        let panel = program.lesson.map(|lesson| Panel::of(lesson, state.course.in_language(words.code)));
        // A lesson has a plain page of its own.
        let plain = if panel.is_some() { None } else { Some(Plain::of(&program, trace, place, state, words).await) };
        let preview = Preview::of(&program, place.step, origin, state, words);
        let (missing, about) = (program.missing, program.about(words));
        let bundles = page_bundles(words.code);
        let bundled = bundles.is_some();
        let initial = Initial {
            program,
            examples: state.examples.in_language(words.code),
            version: VERSION,
            editor: EDITOR.to_string(),
            editor_bundle: editor_bundle(),
            qr_bundle: qr_bundle(),
            library: &LIBRARY_EDITION,
            limits: PageLimits::from(state.runner.limits()),
            interpreter: state.interpreter(),
            lesson: panel.as_ref().map(|panel| InitialLesson::from(panel.lesson)),
        };
        let page = Page {
            title,
            description: about.as_deref().unwrap_or(words.site.description.0),
            initial_json: serde_json::to_string(&initial).map(|json| in_a_script(&json)).map_err(Error::internal)?,
            first_trace,
            version: VERSION,
            bundles,
            has_codemirror: EDITOR == Editor::CodeMirror,
            panel,
            plain,
            preview,
            compares: false,
            is_file: state.is_of_files(),
            words,
            source_link: state.source_link.as_deref(),
        };
        let caching = if bundled && !missing { FOR_A_WHILE } else { ASK_EACH_TIME };
        answer(state, page, words, caching, request).await
    }
}

impl<'a> Preview<'a> {
    /// None where nobody knows the address.
    fn of(program: &Program<'a>, step: Option<usize>, Origin(site): &Origin, state: &AppState, words: &'static Words) -> Option<Self> {
        let url = format!("{site}{}", program.address(step));
        state.has_address().then(|| Preview {
            title: if program.missing { SITE } else { program.title.unwrap_or(words.site.a_program.0) },
            image: format!("{site}{}", program.picture("/preview.png", step)),
            alt: words.site.preview_alt.0,
            oembed: (program.lesson.is_none() && !state.is_of_files()).then(|| format!("{site}/oembed?url={}", encoded(&url))),
            url,
        })
    }

    /// Of two programs that are compared.
    pub fn of_pair(pair: &'a Named, Origin(site): &Origin, state: &AppState, words: &'static Words) -> Option<Self> {
        let Named { slug, title, .. } = pair;
        state.has_address().then(|| Preview {
            title,
            url: format!("{site}/compare?pair={slug}"),
            image: format!("{site}/compare/{slug}/preview.png"),
            alt: words.site.pair_alt.0,
            oembed: None,
        })
    }
}

/// Fit to stand in a query.
fn encoded(url: &str) -> String {
    let letter = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    url.bytes().map(letter).collect()
}

impl<'a> Plain<'a> {
    async fn of(program: &Program<'a>, trace: Option<Gzipped>, place: Place, state: &AppState, words: &'static Words) -> Self {
        let facts = match trace {
            Some(trace) => facts(trace, TRACE_BYTES, place, program.author_step(), words).await.ok(),
            None => None,
        };
        Plain {
            title: if program.missing { words.site.instead.0 } else { program.name(words) },
            about: program.about(words),
            lines: program.source.lines().collect(),
            input: program.input,
            notes: program.notes,
            picture: program.picture(".svg", None),
            base: program.base(),
            facts,
            has_steps: !state.is_of_files(),
        }
    }

    /// The line of the step; 0 for none.
    fn line(&self) -> usize {
        self.facts.as_ref().map_or(0, |facts| facts.line)
    }
}

/// A page as it is sent: compressed, or nothing where the browser's copy is still right.
pub(super) async fn answer(
    state: &AppState,
    page: impl Template,
    words: &Words,
    caching: HeaderValue,
    request: &HeaderMap,
) -> Result<Response, Error> {
    let html = page.render().map_err(Error::internal)?;
    let tag = Tag::new(&blake3::hash(html.as_bytes()));
    let response = if tag.is_known(request) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        state.compressed(html.as_bytes()).await.answer(request, "text/html; charset=utf-8")
    };
    Ok(([(CACHE_CONTROL, caching), (ETAG, tag.header())], words.added_to(response)).into_response())
}

impl<'a> Panel<'a> {
    fn of(lesson: &'a Lesson, course: &'a Course) -> Self {
        let (before, next) = course.neighbours(lesson);
        Panel { lesson, number: course.number(lesson), count: course.likes(lesson).len(), before, next }
    }
}

impl<'a> From<&'a Lesson> for InitialLesson<'a> {
    fn from(lesson: &'a Lesson) -> Self {
        let Lesson { address, facts, .. } = lesson;
        InitialLesson { address, title: &facts.title, predictions: &facts.predictions, change: facts.change.as_ref() }
    }
}

impl<'a> From<&'a Limits> for PageLimits<'a> {
    fn from(limits: &'a Limits) -> Self {
        PageLimits { limits, sentences: Limit::ALL.iter().map(|limit| (limit.name(), limit.sentence(limits))).collect() }
    }
}

//! The pages of the course: the list of lessons, the list of misconceptions, and each lesson in the playground, as a plain page without a script, and as a
//! picture. A misconception is a lesson of its own kind.

use askama::Template;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::page::{FOR_A_WHILE, Visit, answer};
use super::picture;
use super::program::Program;
use crate::VERSION;
use crate::access::Asker;
use crate::assets::{PageBundles, page_bundles};
use crate::course::{Course, Lesson, Part};
use crate::error::Error;
use crate::facts::{Facts, Place, facts};
use crate::origin::Origin;
use crate::pictures::{Form, TRACE_BYTES};
use crate::runner::of_page;
use crate::state::AppState;
use crate::words::{Language, Words};

#[derive(Template)]
#[template(path = "learn.html")]
struct LearnPage<'a> {
    version: &'a str,
    course: &'a Course,
    bundles: Option<PageBundles>,
    is_file: bool,
    words: &'static Words,
}

#[derive(Template)]
#[template(path = "misconceptions.html")]
struct MisconceptionsPage<'a> {
    version: &'a str,
    course: &'a Course,
    bundles: Option<PageBundles>,
    is_file: bool,
    words: &'static Words,
}

#[derive(Template)]
#[template(path = "lesson.html")]
struct PlainPage<'a> {
    version: &'a str,
    lesson: &'a Lesson,
    number: usize,
    before: Option<&'a Lesson>,
    next: Option<&'a Lesson>,
    /// The beginning of its own address, up to where a query goes on.
    base: String,
    /// The address of its pictures.
    picture: String,
    /// None where its program could not be run now.
    facts: Option<Facts>,
    /// Whether a server makes the page of any step.
    has_steps: bool,
    is_file: bool,
    words: &'static Words,
}

/// What is shown of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    Playground,
    Plain,
    Picture(Form),
}

/// `GET /learn`.
pub async fn learn(State(state): State<AppState>, Language(words): Language, request: HeaderMap) -> Result<Response, Error> {
    answer(
        &state,
        LearnPage {
            version: VERSION,
            course: state.course.in_language(words.code),
            bundles: page_bundles(words.code),
            is_file: state.is_of_files(),
            words,
        },
        words,
        FOR_A_WHILE,
        &request,
    )
    .await
}

/// `GET /learn/misconceptions`.
pub async fn misconceptions(State(state): State<AppState>, Language(words): Language, request: HeaderMap) -> Result<Response, Error> {
    answer(
        &state,
        MisconceptionsPage {
            version: VERSION,
            course: state.course.in_language(words.code),
            bundles: page_bundles(words.code),
            is_file: state.is_of_files(),
            words,
        },
        words,
        FOR_A_WHILE,
        &request,
    )
    .await
}

/// `GET /learn/NAME`, `/learn/misconceptions/NAME`, and what stands below each of them: `/plain`, `.svg`, `.png`, `/preview.png`.
pub async fn lesson(
    State(state): State<AppState>,
    path: Result<Path<String>, PathRejection>,
    place: Result<Query<Place>, QueryRejection>,
    wanted: picture::WantedQuery,
    (origin, asker, language): (Origin, Asker, Language),
    request: HeaderMap,
) -> Result<Response, Error> {
    let Path(path) = path.map_err(|_| Error::NoSuchLesson)?;
    let (name, face) = Face::of(&path);
    let course = state.course.in_language(language.0.code);
    let lesson = course.at(&format!("/learn/{name}")).ok_or(Error::NoSuchLesson)?;
    let place = place.map_or_else(|_| Place::default(), |Query(place)| place);
    match face {
        Face::Picture(form) => picture::of_lesson(&state, lesson, form, wanted, &asker, &request).await,
        Face::Plain => plain(&state, lesson, place, &asker, language, &request).await,
        Face::Playground => {
            let visit = Visit { state: &state, origin: &origin, asker: &asker, request: &request, place, language };
            visit.render_lesson(lesson).await
        }
    }
}

impl Face {
    /// The name that a path begins with, and what is asked for below it.
    fn of(path: &str) -> (&str, Self) {
        if let Some(name) = path.strip_suffix("/plain") {
            return (name, Face::Plain);
        }
        if let Some(name) = path.strip_suffix("/preview.png") {
            return (name, Face::Picture(Form::Preview));
        }
        picture::named(path).map_or((path, Face::Playground), |(name, form)| (name, Face::Picture(form)))
    }
}

async fn plain(
    state: &AppState,
    lesson: &Lesson,
    place: Place,
    asker: &Asker,
    Language(words): Language,
    request: &HeaderMap,
) -> Result<Response, Error> {
    let course = state.course.in_language(words.code);
    let (before, next) = course.neighbours(lesson);
    let program = Program::of_lesson(lesson);
    // Its program is short, so it is waited for. Where it can't be run now, the lesson can be read all the same.
    let facts = match state.runner.trace(of_page(program.source, None), asker).await {
        Ok(trace) => facts(trace, TRACE_BYTES, place, program.author_step(), words).await.ok(),
        Err(_) => None,
    };
    let page = PlainPage {
        version: VERSION,
        lesson,
        number: course.number(lesson),
        before,
        next,
        base: format!("{}/plain?", lesson.address),
        picture: program.picture(".svg", None),
        facts,
        has_steps: !state.is_of_files(),
        is_file: state.is_of_files(),
        words,
    };
    answer(state, page, words, FOR_A_WHILE, request).await
}

impl PlainPage<'_> {
    /// Links to a step lead to the playground.
    fn linked(&self, html: &str) -> String {
        html.replace("href=\"#step=", &format!("href=\"{}#step=", self.lesson.address))
    }

    /// The line of the step; 0 for none.
    fn line(&self) -> usize {
        self.facts.as_ref().map_or(0, |facts| facts.line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_path_says_what_is_asked_for() {
        for (path, expected) in [
            ("tasks", ("tasks", Face::Playground)),
            ("tasks/plain", ("tasks", Face::Plain)),
            ("misconceptions/exhausted/plain", ("misconceptions/exhausted", Face::Plain)),
            ("tasks.svg", ("tasks", Face::Picture(Form::Svg))),
            ("misconceptions/exhausted.png", ("misconceptions/exhausted", Face::Picture(Form::Png))),
            ("tasks/preview.png", ("tasks", Face::Picture(Form::Preview))),
        ] {
            assert_eq!(Face::of(path), expected);
        }
    }
}

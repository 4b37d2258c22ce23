//! The pages of the course that need no script: the list of lessons, the list of misconceptions, and each of both to read.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::page::{FOR_A_WHILE, answer};
use crate::VERSION;
use crate::course::{Course, Lesson, Part};
use crate::error::Error;
use crate::state::AppState;

#[derive(Template)]
#[template(path = "learn.html")]
struct LearnPage<'a> {
    version: &'a str,
    course: &'a Course,
}

#[derive(Template)]
#[template(path = "misconceptions.html")]
struct MisconceptionsPage<'a> {
    version: &'a str,
    course: &'a Course,
}

#[derive(Template)]
#[template(path = "lesson.html")]
struct PlainPage<'a> {
    version: &'a str,
    lesson: &'a Lesson,
    number: usize,
    before: Option<&'a Lesson>,
    next: Option<&'a Lesson>,
}

/// `GET /learn`.
pub async fn learn(State(state): State<AppState>, request: HeaderMap) -> Result<Response, Error> {
    answer(&state, LearnPage { version: VERSION, course: &state.course }, FOR_A_WHILE, &request).await
}

/// `GET /learn/misconceptions`.
pub async fn misconceptions(State(state): State<AppState>, request: HeaderMap) -> Result<Response, Error> {
    answer(&state, MisconceptionsPage { version: VERSION, course: &state.course }, FOR_A_WHILE, &request).await
}

/// `GET /learn/SLUG/plain`.
pub async fn plain_lesson(
    State(state): State<AppState>,
    slug: Result<Path<String>, PathRejection>,
    request: HeaderMap,
) -> Result<Response, Error> {
    let found = slug.ok().and_then(|Path(slug)| state.course.lesson(&slug));
    plain(&state, found, &request).await
}

/// `GET /learn/misconceptions/SLUG/plain`.
pub async fn plain_misconception(
    State(state): State<AppState>,
    slug: Result<Path<String>, PathRejection>,
    request: HeaderMap,
) -> Result<Response, Error> {
    let found = slug.ok().and_then(|Path(slug)| state.course.misconception(&slug));
    plain(&state, found, &request).await
}

async fn plain(state: &AppState, found: Option<&Lesson>, request: &HeaderMap) -> Result<Response, Error> {
    let lesson = found.ok_or(Error::NoSuchLesson)?;
    let (before, next) = state.course.neighbours(lesson);
    let page = PlainPage { version: VERSION, lesson, number: state.course.number(lesson), before, next };
    answer(state, page, FOR_A_WHILE, request).await
}

impl PlainPage<'_> {
    /// Links to a step lead to the playground.
    fn linked(&self, html: &str) -> String {
        html.replace("href=\"#step=", &format!("href=\"{}#step=", self.lesson.address))
    }
}

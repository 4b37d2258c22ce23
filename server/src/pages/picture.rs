//! `GET /p/ID.svg`, `/p/ID.png`, `/p/ID.gif`, `/p/ID/preview.png` and the same below `/examples/NAME`: pictures of a program, for README files, slides, chats and print.
//!
//! `?step=18&theme=dark&width=960` says which, `?from=3&to=9` several steps.

use axum::body::Bytes;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use stillframe_picture::{Asked, Theme, WIDTH, WIDTHS};

use crate::access::Asker;
use crate::course::Lesson;
use crate::error::Error;
use crate::pairs::Pair;
use crate::pictures::{Form, Subject};
use crate::reach::Reach;
use crate::state::AppState;
use crate::store::Found;
use crate::tags::Tag;

/// A program that was taken down is gone from the caches of others within the hour.
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    step: Option<usize>,
    theme: Option<String>,
    width: Option<u32>,
    from: Option<usize>,
    to: Option<usize>,
}

impl Wanted {
    /// The first and the last of several steps; none where one is asked for.
    fn steps(&self, form: Form) -> Result<Option<(usize, usize)>, Error> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from <= to => Ok(Some((from, to))),
            (None, None) if form != Form::Gif => Ok(None),
            _ => Err(Error::NoSuchPicture),
        }
    }

    /// What is asked for, of a program whose author chose a step perhaps.
    fn asked(&self, author_step: Option<usize>) -> Result<Asked, Error> {
        let theme = match self.theme.as_deref() {
            None | Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            Some(_) => return Err(Error::NoSuchPicture),
        };
        let width = self.width.unwrap_or(WIDTH);
        if WIDTHS.contains(&width) { Ok(Asked { step: self.step.or(author_step), theme, width }) } else { Err(Error::NoSuchPicture) }
    }
}

pub type WantedQuery = Result<Query<Wanted>, QueryRejection>;

/// The id or name in the last part of an address such as `m36wgfp9vb.svg`, and the form.
pub fn named(file: &str) -> Option<(&str, Form)> {
    let (name, extension) = file.rsplit_once('.')?;
    match extension {
        "svg" => Some((name, Form::Svg)),
        "png" => Some((name, Form::Png)),
        "gif" => Some((name, Form::Gif)),
        _ => None,
    }
}

/// `GET /p/ID.svg` and `/p/ID.png`, which the page's own route leads to.
pub async fn of_program(
    state: &AppState,
    id: &str,
    form: Form,
    wanted: WantedQuery,
    asker: &Asker,
    request: &HeaderMap,
) -> Result<Response, Error> {
    match state.store.get(id).await? {
        Found::TakenDown(reason) => Err(Error::TakenDown(reason)),
        Found::Nothing => Err(Error::NoSuchProgram),
        Found::Program(kept) => {
            let title = kept.title.unwrap_or_else(|| "A Python program".to_owned());
            let step = kept.notes.first().map(|note| note.step as usize);
            let subject = Subject { title, source: kept.source, input: kept.input, step };
            answer(state, subject, form, wanted, asker, request).await
        }
    }
}

pub async fn preview(
    State(state): State<AppState>,
    id: Result<Path<String>, PathRejection>,
    wanted: WantedQuery,
    asker: Asker,
    request: HeaderMap,
) -> Result<Response, Error> {
    let Path(id) = id.map_err(|_| Error::NoSuchProgram)?;
    of_program(&state, &id, Form::Preview, wanted, &asker, &request).await
}

/// `GET /examples/NAME.svg` and `/examples/NAME.png`; `/examples/NAME` leads to the example itself.
pub async fn of_example(
    State(state): State<AppState>,
    file: Result<Path<String>, PathRejection>,
    wanted: WantedQuery,
    asker: Asker,
    request: HeaderMap,
) -> Result<Response, Error> {
    let Path(file) = file.map_err(|_| Error::NoSuchPicture)?;
    let Some((name, form)) = named(&file) else {
        if file.contains('.') {
            return Err(Error::NoSuchPicture);
        }
        example(&state, &file)?;
        return Ok(Redirect::to(&format!("/?example={file}")).into_response());
    };
    answer(&state, example(&state, name)?, form, wanted, &asker, &request).await
}

pub async fn example_preview(
    State(state): State<AppState>,
    name: Result<Path<String>, PathRejection>,
    wanted: WantedQuery,
    asker: Asker,
    request: HeaderMap,
) -> Result<Response, Error> {
    let Path(name) = name.map_err(|_| Error::NoSuchPicture)?;
    answer(&state, example(&state, &name)?, Form::Preview, wanted, &asker, &request).await
}

/// `GET /learn/NAME.svg` and the like, at the lesson's own step where none is asked for.
pub async fn of_lesson(
    state: &AppState,
    lesson: &Lesson,
    form: Form,
    wanted: WantedQuery,
    asker: &Asker,
    request: &HeaderMap,
) -> Result<Response, Error> {
    let Lesson { facts, source, .. } = lesson;
    let subject = Subject { title: facts.title.clone(), source: source.clone(), input: None, step: Some(facts.step as usize) };
    answer(state, subject, form, wanted, asker, request).await
}

fn example(state: &AppState, slug: &str) -> Result<Subject, Error> {
    let found = state.examples.english().iter().find(|example| example.slug == slug).ok_or(Error::NoSuchExample)?;
    Ok(Subject { title: found.title.clone(), source: found.source.clone(), input: None, step: found.step.map(|step| step as usize) })
}

async fn answer(
    state: &AppState,
    subject: Subject,
    form: Form,
    wanted: WantedQuery,
    asker: &Asker,
    request: &HeaderMap,
) -> Result<Response, Error> {
    let Query(wanted) = wanted.map_err(|_| Error::NoSuchPicture)?;
    let asked = wanted.asked(subject.step)?;
    let picture = match wanted.steps(form)? {
        Some(steps) => state.pictures.several(subject, form, steps, asked, asker).await?,
        None => state.pictures.get(subject, form, asked, asker).await?,
    };
    Ok(sent(state, picture, form, request).await)
}

/// `GET /compare/NAME/preview.png`: of a pair.
pub async fn pair_preview(
    State(state): State<AppState>,
    name: Result<Path<String>, PathRejection>,
    asker: Asker,
    request: HeaderMap,
) -> Result<Response, Error> {
    let Path(name) = name.map_err(|_| Error::NoSuchPicture)?;
    let Pair { named, left, right } = state.pairs.english().iter().find(|pair| pair.named.slug == name).ok_or(Error::NoSuchExample)?;
    let subject = |title: &str, source: &str| Subject { title: title.to_owned(), source: source.to_owned(), input: None, step: None };
    let sides = [subject(&named.left.name, left), subject(&named.right.name, right)];
    let picture = state.pictures.pair(&named.title, sides, &asker).await?;
    Ok(sent(&state, picture, Form::Preview, &request).await)
}

async fn sent(state: &AppState, picture: Bytes, form: Form, request: &HeaderMap) -> Response {
    let tag = Tag::new(&blake3::hash(&picture));
    let response = match form {
        _ if tag.is_known(request) => StatusCode::NOT_MODIFIED.into_response(),
        Form::Svg => state.compressed(&picture).await.answer(request, form.media_type()),
        Form::Png | Form::Gif | Form::Preview => ([(CONTENT_TYPE, form.media_type())], picture).into_response(),
    };
    Reach::Shown.of(([(CACHE_CONTROL, FOR_AN_HOUR), (ETAG, tag.header())], response).into_response())
}

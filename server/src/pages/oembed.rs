//! `GET /oembed?url=…`: how sites that know oEmbed turn a link into a player (<https://oembed.com>), in JSON.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::program::Program;
use crate::error::Error;
use crate::origin::Origin;
use crate::reach::Reach;
use crate::state::AppState;
use crate::store::Found;
use crate::words::Words;

#[derive(Deserialize)]
pub struct Asked {
    url: String,
    maxwidth: Option<u32>,
    maxheight: Option<u32>,
    format: Option<String>,
}

const WIDTH: u32 = 960;
const HEIGHT: u32 = 480;

pub async fn oembed(State(state): State<AppState>, origin: Origin, asked: Result<Query<Asked>, QueryRejection>) -> Result<Response, Error> {
    let Query(asked) = asked.map_err(|_| Error::NoSuchProgram)?;
    if asked.format.as_deref().is_some_and(|format| format != "json") {
        return Ok(StatusCode::NOT_IMPLEMENTED.into_response());
    }
    let link = Link::of(&asked.url, &origin).ok_or(Error::NoSuchProgram)?;
    let kept;
    let program = match link.program {
        Named::Example(slug) => Program::example(&state, slug, Words::first())?,
        Named::Shared(id) => match state.store.get(id).await? {
            Found::Program(found) => {
                kept = found;
                Program::shared(id, &kept)
            }
            Found::TakenDown(reason) => return Err(Error::TakenDown(reason)),
            Found::Nothing => return Err(Error::NoSuchProgram),
        },
    };
    let Origin(site) = &origin;
    let (width, height) = (WIDTH.min(asked.maxwidth.unwrap_or(WIDTH)), HEIGHT.min(asked.maxheight.unwrap_or(HEIGHT)));
    let step = link.step.map_or_else(String::new, |step| format!("step={step}"));
    let player = match link.program {
        Named::Shared(id) => format!("{site}/embed/{id}?{step}"),
        Named::Example(slug) => format!("{site}/embed?example={slug}&{step}"),
    };
    let player = player.trim_end_matches(['?', '&']).replace('&', "&amp;");
    let title = program.name(Words::first()).replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let html = format!(
        "<iframe src=\"{player}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\"></iframe>"
    );
    let answer = Json(json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Stillframe",
        "provider_url": site,
        "title": program.name(Words::first()),
        "html": html,
        "width": width,
        "height": height,
        "thumbnail_url": format!("{site}{}", program.picture("/preview.png", link.step)),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }));
    Ok(Reach::Read.of(answer.into_response()))
}

/// A link to a program of this site.
struct Link<'a> {
    program: Named<'a>,
    step: Option<usize>,
}

#[derive(Clone, Copy)]
enum Named<'a> {
    Shared(&'a str),
    Example(&'a str),
}

impl<'a> Link<'a> {
    fn of(url: &'a str, Origin(site): &Origin) -> Option<Self> {
        let without_scheme = |text: &'a str| text.split_once("://").map(|(_, rest)| rest);
        let host = site.split_once("://")?.1;
        let path = without_scheme(url)?.strip_prefix(host)?;
        let path = path.split('#').next()?;
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let said =
            |name: &str| query.split('&').filter_map(|pair| pair.split_once('=')).find(|(said, _)| *said == name).map(|(_, value)| value);
        let step = said("step").and_then(|step| step.parse().ok());
        let program = match path.strip_prefix("/p/").or_else(|| path.strip_prefix("/embed/")) {
            Some(id) => Named::Shared(id),
            None => Named::Example(said("example").filter(|_| matches!(path, "/" | "" | "/embed"))?),
        };
        Some(Link { program, step })
    }
}

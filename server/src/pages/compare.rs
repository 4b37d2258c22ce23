//! Two programs side by side: a ready pair, or any two that the address names.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::files::Files;
use super::page::{ASK_EACH_TIME, FOR_A_WHILE, Page, Preview, SITE, answer};
use super::program::in_a_script;
use crate::VERSION;
use crate::assets::{EDITOR, Editor, editor_bundle, page_bundles};
use crate::error::Error;
use crate::origin::Origin;
use crate::pairs::{Link, Pair};
use crate::state::AppState;
use crate::store::Found;
use crate::words::{Language, Words};

/// Before the id of a shared program.
const SHARED: &str = "p/";
/// Before the id of a program that the browser has, and the server has not.
const OWN: &str = "own/";

/// A pair, or two programs: an example or a program of a pair by its name, `p/ID`, `own/ID`.
#[derive(Deserialize)]
pub struct Choice {
    pair: Option<String>,
    left: Option<String>,
    right: Option<String>,
}

/// What the page's script begins with.
#[derive(Serialize)]
struct Initial<'a> {
    pair: Option<&'a str>,
    title: String,
    about: &'a str,
    link: Link,
    left: Program,
    right: Program,
    /// What can be chosen.
    pairs: Vec<Entry<'a>>,
    programs: Vec<Entry<'a>>,
    examples: Vec<Entry<'a>>,
    /// Where CodeMirror is, below `/static/`.
    editor_bundle: Option<&'a str>,
    files: Option<Files<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    value: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Program {
    value: String,
    name: String,
    /// None where only the browser has it.
    source: Option<String>,
    input: Option<String>,
}

/// `GET /compare`: the first pair, the one that `?pair=` names, or the programs that `?left=` and `?right=` name.
pub async fn compare(
    State(state): State<AppState>,
    choice: Result<Query<Choice>, QueryRejection>,
    origin: Origin,
    Language(words): Language,
    request: HeaderMap,
) -> Result<Response, Error> {
    let Query(choice) = choice.map_err(|_| Error::NoSuchExample)?;
    let pairs = state.pairs.in_language(words.code);
    let initial = match (choice.pair, choice.left, choice.right) {
        (None, None, None) => of_pair(&state, pairs.first().ok_or(Error::NoSuchExample)?, words),
        (Some(slug), _, _) => of_pair(&state, pairs.iter().find(|pair| pair.named.slug == slug).ok_or(Error::NoSuchExample)?, words),
        (None, left, right) => {
            let (left, right) = (left.as_deref().or(right.as_deref()), right.as_deref().or(left.as_deref()));
            let (left, right) =
                (find(&state, left.unwrap_or_default(), words).await?, find(&state, right.unwrap_or_default(), words).await?);
            of_two(&state, left, right, words)
        }
    };
    let pair = pairs.iter().find(|pair| initial.pair == Some(pair.named.slug.as_str()));
    let bundles = page_bundles(words.code);
    let caching = if bundles.is_some() { FOR_A_WHILE } else { ASK_EACH_TIME };
    let page = Page {
        title: &format!("{} – {SITE}", initial.title),
        description: words.compare.description.0,
        initial_json: serde_json::to_string(&initial).map(|json| in_a_script(&json)).map_err(Error::internal)?,
        first_trace: None,
        version: VERSION,
        bundles,
        has_codemirror: EDITOR == Editor::CodeMirror,
        panel: None,
        plain: None,
        preview: pair.and_then(|pair| Preview::of_pair(&pair.named, &origin, &state, words)),
        compares: true,
        is_file: state.is_of_files(),
        words,
        source_link: state.source_link.as_deref(),
    };
    answer(&state, page, words, caching, &request).await
}

fn of_pair<'a>(state: &'a AppState, pair: &'a Pair, words: &Words) -> Initial<'a> {
    let Pair { named, left, right } = pair;
    let program = |value: &str, name: &str, source: &str| Program {
        value: value.to_owned(),
        name: name.to_owned(),
        source: Some(source.to_owned()),
        input: None,
    };
    Initial {
        pair: Some(&named.slug),
        title: named.title.clone(),
        about: &named.about,
        link: named.link,
        ..of_two(
            state,
            program(&named.left.program, &named.left.name, left),
            program(&named.right.program, &named.right.name, right),
            words,
        )
    }
}

fn of_two<'a>(state: &'a AppState, left: Program, right: Program, words: &Words) -> Initial<'a> {
    let named = || state.pairs.in_language(words.code).iter().map(|pair| &pair.named);
    Initial {
        pair: None,
        title: words.compare.two_programs.plain(),
        about: "",
        link: Link::Steps,
        left,
        right,
        pairs: named().map(|pair| Entry { value: &pair.slug, name: &pair.title }).collect(),
        programs: named().flat_map(|pair| [&pair.left, &pair.right]).map(|side| Entry { value: &side.program, name: &side.name }).collect(),
        examples: state
            .examples
            .in_language(words.code)
            .iter()
            .map(|example| Entry { value: &example.slug, name: &example.title })
            .collect(),
        editor_bundle: editor_bundle(),
        files: Files::of(state, words),
    }
}

async fn find(state: &AppState, value: &str, words: &Words) -> Result<Program, Error> {
    let program = |name: &str, source: Option<&str>, input: Option<String>| Program {
        value: value.to_owned(),
        name: name.to_owned(),
        source: source.map(str::to_owned),
        input,
    };
    if let Some(id) = value.strip_prefix(SHARED) {
        return match state.store.get(id).await? {
            Found::Program(kept) => Ok(program(&words.compare.shared_program(id).plain(), Some(&kept.source), kept.input)),
            Found::TakenDown(reason) => Err(Error::TakenDown(reason)),
            Found::Nothing => Err(Error::NoSuchProgram),
        };
    }
    if value.starts_with(OWN) {
        return Ok(program(words.compare.own_program.0, None, None));
    }
    let of_pairs =
        state.pairs.in_language(words.code).iter().flat_map(|pair| [(&pair.named.left, &pair.left), (&pair.named.right, &pair.right)]);
    if let Some((side, source)) = of_pairs.into_iter().find(|(side, _)| side.program == value) {
        return Ok(program(&side.name, Some(source), None));
    }
    let example = state.examples.in_language(words.code).iter().find(|example| example.slug == value).ok_or(Error::NoSuchExample)?;
    Ok(program(&example.title, Some(&example.source), None))
}

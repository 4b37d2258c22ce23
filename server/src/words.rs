//! The words of the templates in each language: `words/LANGUAGE.json`, of which the build script (`build/words.rs`) makes [`Words`]. What the page's script
//! says is in `static/js/words/`.
//!
//! A text is HTML, written by us. What fills its places is escaped.

use std::convert::Infallible;
use std::fmt::{self, Display};

use askama::filters::{Html, HtmlSafe, escape};
use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, VARY};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A text as it is in the file.
#[derive(Clone, Copy, Debug)]
pub struct Text(pub &'static str);

/// A text whose places are filled: as HTML where it is shown, and as it is in [`Filled::plain`].
#[derive(Clone, Debug)]
pub struct Filled {
    text: &'static str,
    values: Vec<(&'static str, String)>,
}

/// The language of an answer: the one that the address names (`?lang=de`), else the first of those that the browser accepts.
#[derive(Clone, Copy)]
pub struct Language(pub &'static Words);

impl Text {
    fn filled(self, values: &[(&'static str, &dyn Display)]) -> Filled {
        Filled { text: self.0, values: values.iter().map(|(name, value)| (*name, value.to_string())).collect() }
    }

    /// For where no HTML is meant.
    pub fn plain(self) -> String {
        self.0.to_owned()
    }
}

impl Filled {
    /// For where no HTML is meant.
    pub fn plain(&self) -> String {
        self.with(str::to_owned)
    }

    fn with(&self, write: impl Fn(&str) -> String) -> String {
        let mut pieces = self.text.split('{');
        let mut made = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
            if let Some((_, value)) = self.values.iter().find(|(known, _)| *known == name) {
                made += &write(value);
            }
            made += rest;
        }
        made
    }
}

impl Words {
    /// Those of the language in which the API and the log speak.
    pub fn first() -> &'static Words {
        FIRST
    }

    /// Those of a language, such as `de` or `de-AT`.
    fn of(language: &str) -> Option<&'static Words> {
        let base = language.trim().split('-').next().unwrap_or_default();
        ALL.iter().copied().find(|words| words.code.eq_ignore_ascii_case(base))
    }

    /// An answer to a prediction: states have names in each language, all else is the program's.
    pub fn answer<'a>(&self, answer: &'a str) -> &'a str {
        match answer {
            "created" => self.states.created.0,
            "running" => self.states.running.0,
            "suspended" => self.states.suspended.0,
            "closed" => self.states.closed.0,
            other => other,
        }
    }

    /// The other languages.
    pub fn others(&self) -> impl Iterator<Item = &'static Words> {
        let code = self.code;
        ALL.iter().copied().filter(move |words| words.code != code)
    }

    /// An answer in this language, which says so, and on what that depends.
    pub fn added_to(&self, answer: impl IntoResponse) -> Response {
        let mut answer = answer.into_response();
        answer.headers_mut().insert(CONTENT_LANGUAGE, HeaderValue::from_static(self.code));
        answer.headers_mut().append(VARY, HeaderValue::from_static("accept-language"));
        answer
    }
}

impl Language {
    /// That of an address and a head.
    pub fn of(query: Option<&str>, request: &HeaderMap) -> Self {
        Language::chosen(query.unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("lang=")), request)
    }

    /// The one that is named, else the browser's.
    pub fn chosen(named: Option<&str>, request: &HeaderMap) -> Self {
        Language(named.and_then(Words::of).or_else(|| accepted(request)).unwrap_or(FIRST))
    }
}

/// The language that the browser likes best among those that there are. A list has the best first, as browsers write it; weights are not looked at, apart
/// from those of 0.
fn accepted(request: &HeaderMap) -> Option<&'static Words> {
    let lists = request.get_all(ACCEPT_LANGUAGE).iter().filter_map(|value| value.to_str().ok());
    lists.flat_map(|list| list.split(',')).find_map(|offer| {
        let (language, weight) = offer.split_once(';').unwrap_or((offer, ""));
        let is_refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0));
        if is_refused { None } else { Words::of(language) }
    })
}

impl<S: Send + Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Language::of(parts.uri.query(), &parts.headers))
    }
}

impl Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Display for Filled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.with(|value| escape(value, Html).map_or_else(|_| String::new(), |safe| safe.to_string())))
    }
}

impl HtmlSafe for Text {}
impl HtmlSafe for Filled {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_the_language_and_else_the_browser_does() {
        let asks = |query: Option<&str>, accepted: &str| {
            let mut head = HeaderMap::new();
            head.insert(ACCEPT_LANGUAGE, accepted.parse().unwrap());
            Language::of(query, &head).0.code
        };
        for (query, accepted, expected) in [
            (None, "", "en"),
            (None, "de", "de"),
            (None, "de-AT,de;q=0.9,en;q=0.5", "de"),
            (None, "fr, EN-us;q=0.9, de;q=0.8", "en"),
            (None, "de;q=0, en", "en"),
            (None, "tlh, *", "en"),
            (Some("example=throw&lang=de"), "en", "de"),
            (Some("lang=en"), "de", "en"),
            (Some("lang=xx"), "de", "de"),
            (Some("lang=%22%3E&lang="), "en", "en"),
        ] {
            assert_eq!(asks(query, accepted), expected, "{query:?} {accepted}");
        }
    }

    #[test]
    fn what_fills_a_place_is_escaped_in_html_alone() {
        let filled = FIRST.plain.raised("<b>{error}");
        assert_eq!(filled.to_string(), "Nobody caught &#60;b&#62;{error}.");
        assert_eq!(filled.plain(), "Nobody caught <b>{error}.");
    }

    #[test]
    fn every_language_knows_its_name() {
        for words in ALL {
            assert!(!words.site.language.0.is_empty());
            assert_eq!(words.others().count(), ALL.len() - 1);
        }
    }
}

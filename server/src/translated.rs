//! What is told in English and, as far as somebody has translated it, in other languages: the course, the examples and the pairs. The words of the
//! templates are in `words.rs`.

use std::collections::{BTreeMap, BTreeSet};

/// Something in English, and in other languages, by their names.
#[derive(Clone, Debug)]
pub struct Translated<T> {
    english: T,
    others: BTreeMap<String, T>,
}

impl<T> Translated<T> {
    pub fn new(english: T, others: BTreeMap<String, T>) -> Self {
        Translated { english, others }
    }

    pub fn english(&self) -> &T {
        &self.english
    }

    /// As somebody reads it who speaks a language, such as `de`: in English where it is not translated.
    pub fn in_language(&self, language: &str) -> &T {
        self.others.get(language).unwrap_or(&self.english)
    }
}

/// What the file `name` is called in a language: `about.de.md`, where it is `about.md`.
pub fn file_in(language: &str, name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{language}.{ending}")
}

/// The languages of files: of `about.de.md` it is `de`, where `name` is `about.md`.
pub fn languages(paths: impl Iterator<Item = String>, name: &str) -> BTreeSet<String> {
    let Some((stem, ending)) = name.rsplit_once('.') else { return BTreeSet::new() };
    let language = |path: String| {
        let file = path.rsplit('/').next()?;
        let language = file.strip_prefix(stem)?.strip_prefix('.')?.strip_suffix(ending)?.strip_suffix('.')?;
        (!language.is_empty()).then(|| language.to_owned())
    };
    paths.filter_map(language).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_name_their_language() {
        let paths = ["01-a/about.md", "01-a/about.de.md", "02-b/about.fr.md", "02-b/program.py", "about..md"].map(str::to_owned);
        assert_eq!(file_in("de", "about.md"), "about.de.md");
        assert_eq!(languages(paths.into_iter(), "about.md").into_iter().collect::<Vec<_>>(), ["de", "fr"]);
    }

    #[test]
    fn what_is_not_translated_is_english() {
        let told = Translated::new("one", BTreeMap::from([("de".to_owned(), "eins")]));
        assert_eq!([told.in_language("de"), told.in_language("fr"), told.english()], [&"eins", &"one", &"one"]);
    }
}

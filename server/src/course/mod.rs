//! The course: its questions, its lessons and the misconceptions, read from `lessons/`.
//!
//! A lesson is a folder `lessons/NN-slug/`, a misconception `lessons/misconceptions/NN-slug/`. Both have `program.py`, its recorded `output.txt`,
//! `text.md` and `lesson.json`; docs/lessons.md says what stands in them. The server passes on what a lesson asks and checks. It understands neither:
//! that is the page's business, which has the trace.

mod text;
mod translation;

use std::collections::BTreeMap;

use rust_embed::RustEmbed;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::translated::{Translated, languages};

pub use text::Part;

use text::{inline, parts};

/// In which a lesson is written first.
const LANGUAGE: &str = "en";
const QUESTIONS: &str = "questions.json";
const MISCONCEPTIONS: &str = "misconceptions/";

#[derive(Clone, Debug)]
pub struct Course {
    pub questions: Vec<Question>,
    pub lessons: Vec<Lesson>,
    pub misconceptions: Vec<Lesson>,
}

/// What people ask, a short answer, and the lessons that lead to it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub question: String,
    pub answer: String,
    /// By their slugs.
    pub lessons: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Lesson {
    pub slug: String,
    /// Its page.
    pub address: String,
    /// In which it is written.
    pub language: String,
    pub facts: Facts,
    pub parts: Vec<Part>,
    pub source: String,
    /// What the program prints.
    pub output: String,
}

/// `lesson.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    pub title: String,
    /// What somebody knows after it; of a misconception, what is believed.
    pub aim: String,
    /// The step at which the page opens.
    pub step: u32,
    pub predictions: Vec<Prediction>,
    pub change: Option<Change>,
}

/// A question about the program's run. `ask`, `frame` and `until` say what of the trace is asked for: see `static/js/model/answers.js`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Prediction {
    pub step: u32,
    pub ask: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frame: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<u32>,
    pub text: String,
    /// What the trace answers, for pages without a script. A test holds it to the trace.
    pub answer: String,
    /// Why that is so.
    pub because: String,
    pub wrong: Vec<Wrong>,
    /// The misconception that it is about: see `static/js/model/misconceptions.js`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Wrong {
    pub answer: String,
    pub why: String,
}

/// A change to make to the program, and what holds of the changed one's trace.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub task: String,
    /// One way to do it.
    pub solution: Vec<Line>,
    /// Conditions: see `static/js/model/conditions.js`.
    pub holds: Vec<Value>,
}

/// A line of the program as it is after the change; a text of several lines puts more in its place.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub line: u32,
    pub text: String,
}

#[derive(RustEmbed)]
#[folder = "../lessons/"]
#[include = "*.json"]
#[include = "*.py"]
#[include = "*.md"]
#[include = "*.txt"]
struct Folder;

/// An error names the file and what is wrong with it.
pub fn course() -> Result<Translated<Course>, String> {
    let mut folders = BTreeMap::<String, Files>::new();
    for path in Folder::iter() {
        let Some((folder, file)) = path.rsplit_once('/') else { continue };
        folders.entry(folder.to_owned()).or_default().insert(file.to_owned(), file_text(&path)?);
    }
    let mut course = Course { questions: questions(QUESTIONS)?, lessons: Vec::new(), misconceptions: Vec::new() };
    for (folder, files) in &folders {
        course.put(folder, read(folder, files.clone()).map_err(|error| format!("lessons/{folder}: {error}"))?);
    }
    course.check()?;
    let others = languages(Folder::iter().map(String::from), QUESTIONS).into_iter().map(|language| {
        let translated = translation::of(&course, &language, &folders)?;
        Ok((language, translated))
    });
    let others = others.collect::<Result<_, String>>()?;
    Ok(Translated::new(course, others))
}

/// The texts of a lesson's files, by their names.
type Files = BTreeMap<String, String>;

impl Course {
    fn put(&mut self, folder: &str, lesson: Lesson) {
        if folder.starts_with(MISCONCEPTIONS) {
            self.misconceptions.push(lesson);
        } else {
            self.lessons.push(lesson);
        }
    }

    pub fn lesson(&self, slug: &str) -> Option<&Lesson> {
        self.lessons.iter().find(|lesson| lesson.slug == slug)
    }

    /// The lesson or the misconception of an address.
    pub fn at(&self, address: &str) -> Option<&Lesson> {
        self.lessons.iter().chain(&self.misconceptions).find(|lesson| lesson.address == address)
    }

    /// Those before and after a lesson, among its like.
    pub fn neighbours(&self, lesson: &Lesson) -> (Option<&Lesson>, Option<&Lesson>) {
        let likes = self.likes(lesson);
        let place = likes.iter().position(|other| other.slug == lesson.slug);
        let before = place.and_then(|place| place.checked_sub(1)).and_then(|place| likes.get(place));
        (before, place.and_then(|place| likes.get(place + 1)))
    }

    /// Its number among its like, from 1.
    pub fn number(&self, lesson: &Lesson) -> usize {
        self.likes(lesson).iter().position(|other| other.slug == lesson.slug).map_or(0, |place| place + 1)
    }

    /// All lessons, or all misconceptions.
    pub fn likes(&self, lesson: &Lesson) -> &[Lesson] {
        if lesson.is_misconception() { &self.misconceptions } else { &self.lessons }
    }

    fn check(&self) -> Result<(), String> {
        for question in &self.questions {
            for slug in &question.lessons {
                self.lesson(slug).ok_or_else(|| format!("lessons/{QUESTIONS}: there is no lesson {slug}"))?;
            }
        }
        Ok(())
    }
}

impl Lesson {
    pub fn is_misconception(&self) -> bool {
        self.address.contains(MISCONCEPTIONS)
    }

    /// By its place in the list.
    pub fn prediction(&self, place: &usize) -> &Prediction {
        &self.facts.predictions[*place]
    }

    /// Says so to browsers, of an element of a page in another language.
    pub fn lang(&self, language: &str) -> String {
        if self.language == language { String::new() } else { format!(" lang=\"{}\"", self.language) }
    }

    /// What there is to do in it: predictions, and a change.
    pub fn tasks(&self) -> usize {
        self.facts.predictions.len() + usize::from(self.facts.change.is_some())
    }
}

/// Questions whose answers are HTML.
fn questions(file: &str) -> Result<Vec<Question>, String> {
    let mut questions: Vec<Question> = serde_json::from_str(&file_text(file)?).map_err(|error| format!("lessons/{file}: {error}"))?;
    for question in &mut questions {
        question.answer = inline(&question.answer).map_err(|error| format!("lessons/{file}: {error}"))?;
    }
    Ok(questions)
}

fn read(folder: &str, mut files: Files) -> Result<Lesson, String> {
    let (place, name) = folder.rsplit_once('/').map_or(("", folder), |(place, name)| (place, name));
    let slug = match name.split_once('-') {
        Some((number, slug)) if number.len() == 2 && number.bytes().all(|b| b.is_ascii_digit()) && !slug.is_empty() => slug,
        _ => return Err("the folder's name is not of the form 01-some-name".to_owned()),
    };
    let mut take = |file: &str| files.remove(file).ok_or_else(|| format!("{file} is missing"));
    let (source, output, text, json) = (take("program.py")?, take("output.txt")?, take("text.md")?, take("lesson.json")?);
    let mut facts: Facts = serde_json::from_str(&json).map_err(|error| format!("lesson.json: {error}"))?;
    let parts = parts(&text, facts.predictions.len(), facts.change.is_some()).map_err(|error| format!("text.md: {error}"))?;
    facts.write_as_html().map_err(|error| format!("lesson.json: {error}"))?;
    let address = if place.is_empty() { format!("/learn/{slug}") } else { format!("/learn/{place}/{slug}") };
    Ok(Lesson { slug: slug.to_owned(), address, language: LANGUAGE.to_owned(), facts, parts, source, output })
}

impl Facts {
    pub fn aim_html(&self) -> String {
        inline(&self.aim).unwrap_or_default()
    }

    /// The task of a change becomes HTML. What is shown as plain text too stays as it is, and is only checked.
    fn write_as_html(&mut self) -> Result<(), String> {
        inline(&self.aim)?;
        for prediction in &self.predictions {
            inline(&prediction.text)?;
            inline(&prediction.because)?;
        }
        if let Some(change) = &mut self.change {
            change.task = inline(&change.task)?;
        }
        Ok(())
    }
}

impl Prediction {
    /// The right answer among the wrong ones.
    pub fn choices(&self) -> Vec<&str> {
        let mut choices: Vec<&str> = self.wrong.iter().map(|wrong| wrong.answer.as_str()).collect();
        choices.push(&self.answer);
        choices.sort_unstable();
        choices
    }

    pub fn text_html(&self) -> String {
        inline(&self.text).unwrap_or_default()
    }

    pub fn because_html(&self) -> String {
        inline(&self.because).unwrap_or_default()
    }
}

fn file_text(path: &str) -> Result<String, String> {
    let file = Folder::get(path).ok_or_else(|| format!("lessons/{path}: not there"))?;
    String::from_utf8(file.data.into_owned()).map_err(|error| format!("lessons/{path}: {error}"))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_course_is_well_formed() {
        let told = course().unwrap();
        let course = told.english();
        assert_eq!((course.questions.len(), course.lessons.len(), course.misconceptions.len()), (5, 12, 25));
        let all = || course.lessons.iter().chain(&course.misconceptions);
        let addresses: HashSet<&str> = all().map(|lesson| lesson.address.as_str()).collect();
        assert_eq!(addresses.len(), 37);
        for lesson in all() {
            let paragraphs = lesson.parts.iter().map(|part| if let Part::Text(html) = part { html.matches("<p>").count() } else { 0 });
            let paragraphs: usize = paragraphs.sum();
            let most = if lesson.is_misconception() { 1..=4 } else { 3..=8 };
            assert!(most.contains(&paragraphs), "{} has {paragraphs} paragraphs", lesson.address);
            assert!(!lesson.facts.predictions.is_empty(), "{} asks nothing", lesson.address);
        }
        for lesson in &course.lessons {
            assert!(lesson.facts.change.is_some(), "{} has nothing to change", lesson.address);
        }
    }

    #[test]
    fn a_course_in_another_language_differs_in_its_words_alone() {
        let told = course().unwrap();
        let (course, german) = (told.english(), told.in_language("de"));
        assert_eq!(german.lessons[0].language, "de");
        assert!(german.lessons[0].facts.title != course.lessons[0].facts.title);
        for (one, other) in course.lessons.iter().chain(&course.misconceptions).zip(german.lessons.iter().chain(&german.misconceptions)) {
            assert_eq!((&one.address, &one.source, one.tasks()), (&other.address, &other.source, other.tasks()));
            let asked = |lesson: &Lesson| -> Vec<_> {
                let choices = |one: &Prediction| one.choices().into_iter().map(str::to_owned).collect::<Vec<_>>();
                lesson.facts.predictions.iter().map(|one| (one.step, one.answer.clone(), choices(one))).collect()
            };
            assert_eq!(asked(one), asked(other));
        }
    }

    #[test]
    fn a_lesson_that_is_not_translated_tells_its_language() {
        let told = course().unwrap();
        let lang = |language| told.in_language(language).lessons[0].lang(language);
        assert_eq!([lang("en"), lang("de"), lang("xx")], ["", "", " lang=\"en\""]);
    }

    #[test]
    fn lessons_know_their_neighbours() {
        let told = course().unwrap();
        let course = told.english();
        let [first, second] = [&course.lessons[0], &course.lessons[1]];
        assert!(course.neighbours(first).0.is_none());
        assert_eq!(course.neighbours(first).1.map(|lesson| &lesson.slug), Some(&second.slug));
        assert_eq!(course.neighbours(second).0.map(|lesson| &lesson.slug), Some(&first.slug));
        let last = course.misconceptions.last().unwrap();
        assert!(course.neighbours(last).1.is_none());
        assert_eq!(course.number(last), 25);
    }

    #[test]
    fn what_is_malformed_is_named() {
        let facts = r#"{"title": "T", "aim": "A.", "step": 0, "predictions": []}"#;
        let with = |folder: &str, file: &str, text: Option<&str>| {
            let mut files: BTreeMap<String, String> =
                [("program.py", "pass\n"), ("output.txt", ""), ("text.md", "A text.\n"), ("lesson.json", facts)]
                    .map(|(name, text)| (name.to_owned(), text.to_owned()))
                    .into();
            match text {
                Some(text) => files.insert(file.to_owned(), text.to_owned()),
                None => files.remove(file),
            };
            read(folder, files).unwrap_err()
        };
        for (folder, file, text, expected) in [
            ("first", "text.md", Some("T"), "the folder's name"),
            ("misconceptions/1-first", "text.md", Some("T"), "the folder's name"),
            ("01-a", "program.py", None, "program.py is missing"),
            ("01-a", "lesson.json", Some("{}"), "lesson.json: missing field `title`"),
            ("01-a", "lesson.json", Some(r#"{"title": "T", "aim": "A", "steps": 0}"#), "unknown field `steps`"),
            ("01-a", "text.md", Some("{predict 1}"), "there is no prediction 1"),
            ("01-a", "text.md", Some("{change}"), "there is no change"),
            ("01-a", "text.md", Some("[A](http://example.com)"), "leads out of the site"),
        ] {
            let error = with(folder, file, text);
            assert!(error.contains(expected), "{error} does not tell {expected}");
        }
    }
}

//! The course in another language: beside `text.md` and `lesson.json` a lesson may have `text.LANGUAGE.md` and `lesson.LANGUAGE.json`, and beside
//! `questions.json` there is `questions.LANGUAGE.json`. A translation has words alone: steps, answers and conditions are those of the lesson.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::text::{inline, parts};
use super::{Change, Course, Facts, Files, Lesson, Prediction, QUESTIONS, Wrong, questions};
use crate::translated::file_in;

/// `lesson.LANGUAGE.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Translation {
    title: String,
    aim: String,
    predictions: Vec<Translated>,
    /// The task of the change.
    change: Option<String>,
}

/// The words of a prediction.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Translated {
    text: String,
    because: String,
    /// Why each of the wrong answers is wrong, in their order.
    wrong: Vec<String>,
}

pub fn of(course: &Course, language: &str, folders: &BTreeMap<String, Files>) -> Result<Course, String> {
    let file = file_in(language, QUESTIONS);
    let mut translated = Course { questions: questions(&file)?, lessons: Vec::new(), misconceptions: Vec::new() };
    let asked = |course: &Course| course.questions.iter().map(|question| question.lessons.clone()).collect::<Vec<_>>();
    if asked(course) != asked(&translated) {
        return Err(format!("lessons/{file}: its questions are not those of {QUESTIONS}"));
    }
    // Both are in the order of the folders' names.
    let (mut lessons, mut misconceptions) = (course.lessons.iter(), course.misconceptions.iter());
    for (folder, files) in folders {
        let next = if folder.starts_with(super::MISCONCEPTIONS) { misconceptions.next() } else { lessons.next() };
        let Some(lesson) = next else { continue };
        translated.put(folder, lesson.in_language(language, files).map_err(|error| format!("lessons/{folder}: {error}"))?);
    }
    Ok(translated)
}

impl Lesson {
    /// As it is, where it has no such files.
    fn in_language(&self, language: &str, files: &Files) -> Result<Lesson, String> {
        let (text_file, facts_file) = (file_in(language, "text.md"), file_in(language, "lesson.json"));
        let (text, json) = match (files.get(&text_file), files.get(&facts_file)) {
            (Some(text), Some(json)) => (text, json),
            (None, None) => return Ok(self.clone()),
            _ => return Err(format!("{text_file} and {facts_file} belong together")),
        };
        let words: Translation = serde_json::from_str(json).map_err(|error| format!("{facts_file}: {error}"))?;
        let facts = self.facts.in_words(words).map_err(|error| format!("{facts_file}: {error}"))?;
        let parts = parts(text, facts.predictions.len(), facts.change.is_some()).map_err(|error| format!("{text_file}: {error}"))?;
        Ok(Lesson { language: language.to_owned(), facts, parts, ..self.clone() })
    }
}

impl Facts {
    fn in_words(&self, words: Translation) -> Result<Facts, String> {
        if self.predictions.len() != words.predictions.len() || self.change.is_some() != words.change.is_some() {
            return Err("it has other predictions, or another change, than lesson.json".to_owned());
        }
        inline(&words.aim)?;
        let task = words.change.map(|task| inline(&task)).transpose()?;
        Ok(Facts {
            title: words.title,
            aim: words.aim,
            step: self.step,
            predictions: self
                .predictions
                .iter()
                .zip(words.predictions)
                .map(|(one, words)| one.in_words(words))
                .collect::<Result<_, _>>()?,
            change: self.change.clone().zip(task).map(|(change, task)| Change { task, ..change }),
        })
    }
}

impl Prediction {
    fn in_words(&self, Translated { text, because, wrong: reasons }: Translated) -> Result<Prediction, String> {
        if self.wrong.len() != reasons.len() {
            return Err(format!("the prediction at step {} has other wrong answers than lesson.json", self.step));
        }
        inline(&text)?;
        inline(&because)?;
        let wrong = self.wrong.iter().zip(reasons).map(|(one, why)| Wrong { answer: one.answer.clone(), why }).collect();
        Ok(Prediction { text, because, wrong, ..self.clone() })
    }
}

//! The pages of the course, without a socket.

mod common;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use common::Site;
use stillframe_server::course::{Course, course};

#[tokio::test]
async fn the_list_has_the_questions_and_the_lessons_in_their_order() {
    let page = Site::new().await.get("/learn").await;
    assert_eq!(page.status, StatusCode::OK);
    let (text, course) = (page.text(), course().unwrap().english().clone());
    let places: Vec<usize> =
        course.lessons.iter().map(|lesson| text.rfind(&format!("href=\"{}\"", lesson.address)).expect("a link to each lesson")).collect();
    assert!(places.is_sorted());
    for question in &course.questions {
        assert!(text.contains(&question.answer));
        assert!(!question.lessons.is_empty());
    }
}

#[tokio::test]
async fn the_list_of_misconceptions_has_them_all() {
    let text = Site::new().await.get("/learn/misconceptions").await.text();
    for lesson in course().unwrap().english().clone().misconceptions {
        assert!(text.contains(&format!("href=\"{}\"", lesson.address)), "{}", lesson.address);
    }
}

#[tokio::test]
async fn a_lesson_stands_beside_its_program() {
    let site = Site::new().await;
    for lesson in all(&course().unwrap().english().clone()) {
        let page = site.get(&lesson.address).await;
        assert_eq!(page.status, StatusCode::OK, "{}", lesson.address);
        let initial = page.initial();
        assert_eq!(initial["program"]["source"], lesson.source);
        assert_eq!(initial["program"]["step"], lesson.facts.step);
        assert_eq!(initial["lesson"]["address"], lesson.address);
        assert_eq!(initial["lesson"]["predictions"].as_array().unwrap().len(), lesson.facts.predictions.len());
        assert!(page.text().contains("id=\"panel-lesson\""));
    }
    let home = site.get("/").await;
    assert!(home.initial()["lesson"].is_null());
    assert!(!home.text().contains("panel-lesson") && home.text().contains("href=\"/learn\""));
}

#[tokio::test]
async fn a_lesson_can_be_read_without_a_script() {
    let site = Site::new().await;
    for lesson in all(&course().unwrap().english().clone()) {
        let page = site.get(&format!("{}/plain", lesson.address)).await;
        assert_eq!(page.status, StatusCode::OK, "{}", lesson.address);
        let text = page.text();
        for line in lesson.source.lines().chain(lesson.output.lines()) {
            let line = line.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;").replace('"', "&#34;").replace('\'', "&#39;");
            assert!(text.contains(&line), "{}: {line}", lesson.address);
        }
        assert!(!text.contains("href=\"#step="), "a link to a step leads to the playground");
        assert!(!text.contains("<script type=\"module\""));
        for prediction in &lesson.facts.predictions {
            assert!(text.contains(&prediction.because_html()));
        }
        let step = lesson.facts.step;
        assert!(text.contains(&format!("src=\"{}.svg?step={step}\"", lesson.address)), "{}", lesson.address);
        assert!(text.contains(&format!("<tr id=\"step-{step}\" aria-current=\"step\">")), "{}", lesson.address);
        assert!(text.contains(&format!("href=\"{}/plain?from=0&amp;step={}#timeline\"", lesson.address, step + 1)), "{}", lesson.address);
    }
}

#[tokio::test]
async fn a_lesson_has_pictures() {
    let site = Site::new().await;
    let picture = site.get("/learn/tasks.svg").await;
    assert!(picture.text().contains(&format!("Step {} of", course().unwrap().english().clone().lesson("tasks").unwrap().facts.step)));
    assert_eq!(picture.header("cross-origin-resource-policy"), "cross-origin");
    for path in ["/learn/misconceptions/exhausted.png?step=3", "/learn/misconceptions/exhausted/preview.png"] {
        assert_eq!(site.get(path).await.header("content-type"), "image/png", "{path}");
    }
}

#[tokio::test]
async fn what_is_no_lesson_is_not_found() {
    let site = Site::new().await;
    for path in [
        "/learn/nothing",
        "/learn/nothing/plain",
        "/learn/misconceptions/nothing",
        "/learn/misconceptions/nothing/plain",
        "/learn/nothing.svg",
        "/learn/tasks/nothing",
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert_eq!(answer.json()["error"]["code"], "no_such_lesson");
        assert!(site.open(path).await.text().contains("There is no lesson of this name."));
    }
}

#[tokio::test]
async fn every_link_of_the_course_leads_somewhere() {
    let site = Site::new().await;
    let course = course().unwrap().english().clone();
    let mut pages = vec!["/learn".to_owned(), "/learn/misconceptions".to_owned()];
    pages.extend(all(&course).flat_map(|lesson| [lesson.address.clone(), format!("{}/plain", lesson.address)]));
    let mut links = BTreeSet::new();
    for page in pages {
        let text = site.get(&page).await.text();
        links.extend(text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    }
    let places: BTreeSet<&str> = links.iter().filter(|link| link.starts_with('/')).filter_map(|link| link.split('#').next()).collect();
    assert!(places.len() > 80);
    for place in places {
        assert_eq!(site.get(place).await.status, StatusCode::OK, "{place}");
    }
}

fn all(course: &Course) -> impl Iterator<Item = &stillframe_server::course::Lesson> {
    course.lessons.iter().chain(&course.misconceptions)
}

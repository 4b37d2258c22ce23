//! The text of a lesson: Markdown, and lines of their own that say where something is to do: `{predict 1}`, `{change}`.

use pulldown_cmark::{Event, Parser, Tag, TagEnd, html};

/// What the text of a lesson consists of, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// HTML.
    Text(String),
    /// A prediction, by its place in the list.
    Predict(usize),
    Change,
}

/// An error says what is wrong: a task that is not there, or one that the text leaves out.
pub fn parts(text: &str, predictions: usize, has_change: bool) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let mut paragraphs = String::new();
    for line in text.lines() {
        match task(line, predictions, has_change)? {
            Some(task) if parts.contains(&task) => return Err(format!("{line} stands twice")),
            Some(task) => {
                put(&mut parts, &mut paragraphs)?;
                parts.push(task);
            }
            None => {
                paragraphs.push_str(line);
                paragraphs.push('\n');
            }
        }
    }
    put(&mut parts, &mut paragraphs)?;
    let tasks = parts.iter().filter(|part| !matches!(part, Part::Text(_))).count();
    if tasks < predictions + usize::from(has_change) {
        return Err("it leaves out a prediction or the change".to_owned());
    }
    Ok(parts)
}

/// A sentence or two of Markdown, as HTML without a paragraph around it.
pub fn inline(text: &str) -> Result<String, String> {
    let html = rendered(text)?;
    let html = html.trim();
    Ok(html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")).unwrap_or(html).to_owned())
}

fn task(line: &str, predictions: usize, has_change: bool) -> Result<Option<Part>, String> {
    let Some(words) = line.trim().strip_prefix('{').and_then(|line| line.strip_suffix('}')) else { return Ok(None) };
    match words.split_once(' ') {
        None if words == "change" && has_change => Ok(Some(Part::Change)),
        None if words == "change" => Err("there is no change in lesson.json".to_owned()),
        Some(("predict", number)) => match number.parse() {
            Ok(number) if (1..=predictions).contains(&number) => Ok(Some(Part::Predict(number - 1))),
            _ => Err(format!("there is no prediction {number} in lesson.json")),
        },
        _ => Err(format!("unknown: {line}")),
    }
}

fn put(parts: &mut Vec<Part>, paragraphs: &mut String) -> Result<(), String> {
    if !paragraphs.trim().is_empty() {
        parts.push(Part::Text(rendered(paragraphs)?));
    }
    paragraphs.clear();
    Ok(())
}

/// HTML in the text is shown as it is written. Links lead to a step, or to a page of the site.
fn rendered(markdown: &str) -> Result<String, String> {
    let mut events = Vec::new();
    for event in Parser::new(markdown) {
        events.push(match event {
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => continue,
            Event::Start(Tag::Image { .. }) => return Err("a text has no pictures".to_owned()),
            Event::Start(Tag::Link { ref dest_url, .. }) if !dest_url.starts_with(['#', '/']) || dest_url.starts_with("//") => {
                return Err(format!("the link {dest_url} leads out of the site"));
            }
            other => other,
        });
    }
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tasks_stand_between_the_paragraphs() {
        let text = "It [sleeps](#step=10) in `a`.\n\n{predict 1}\n\nOne.\n\nTwo.\n\n{change}\n";
        assert_eq!(
            parts(text, 1, true).unwrap(),
            [
                Part::Text("<p>It <a href=\"#step=10\">sleeps</a> in <code>a</code>.</p>\n".to_owned()),
                Part::Predict(0),
                Part::Text("<p>One.</p>\n<p>Two.</p>\n".to_owned()),
                Part::Change,
            ]
        );
    }

    #[test]
    fn every_task_stands_once() {
        assert!(parts("{predict 1}\n{predict 1}", 1, false).unwrap_err().contains("twice"));
        assert!(parts("{predict 1}", 2, false).unwrap_err().contains("leaves out"));
        assert!(parts("{foresee 1}", 1, false).unwrap_err().contains("unknown"));
    }

    #[test]
    fn html_is_escaped_and_no_link_leads_out() {
        assert_eq!(inline("a < b <script>alert(1)</script> & c").unwrap(), "a &lt; b &lt;script&gt;alert(1)&lt;/script&gt; &amp; c");
        assert!(rendered("<div onclick=\"x\">\n\nA\n").unwrap().contains("&lt;div onclick"));
        for link in ["[a](https://example.com)", "[a](//example.com)", "[a](javascript:alert(1))", "![a](/b.png)"] {
            assert!(inline(link).is_err(), "{link}");
        }
    }
}

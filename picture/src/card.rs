//! What a link to a program is previewed with: its title, two lines of its code and the timeline at a step, in the size that chats and
//! networks ask for.

use crate::labels::cut;
use crate::lanes::Lanes;
use crate::layout::{Align, Area, Point};
use crate::picture::{Asked, View};
use crate::svg::{LETTER, MONO, Svg, Type, escaped, n};
use crate::trace::Trace;

pub struct Card<'a> {
    pub title: &'a str,
    pub source: &'a str,
}

pub const WIDTH: f64 = 1200.0;
pub const HEIGHT: f64 = 630.0;

const MARGIN: f64 = 48.0;
const TITLE: f64 = 40.0;
const CODE: f64 = 26.0;
const TOP: f64 = 232.0;
const FOOT: f64 = 56.0;
/// So much larger than on the page: a preview is looked at small.
const ZOOM: f64 = 1.6;

/// An SVG document of 1200 by 630 pixels.
pub fn card(trace: &Trace, of: &Card<'_>, asked: Asked) -> String {
    let lanes = Lanes::new(trace);
    let step = asked.step_of(trace);
    let mut svg = Svg::new(asked.theme);
    svg.raw(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         font-family=\"{MONO}\"><title>{}</title>",
        escaped(of.title)
    ));
    svg.hatch();
    svg.rectangle(Area { x: 0.0, y: 0.0, w: WIDTH, h: HEIGHT }, "surface");
    svg.rectangle(Area { x: 0.0, y: 0.0, w: WIDTH, h: 8.0 }, "accent");
    let title = cut(of.title, room(TITLE));
    svg.text(Point { x: MARGIN, y: 62.0 }, &title, Type { size: TITLE, paint: "text", align: Align::Left, bold: true });
    code(&mut svg, of.source, trace.step_line.get(step).copied().unwrap_or(1));
    timeline(&mut svg, trace, &lanes, step);
    let foot = HEIGHT - FOOT / 2.0;
    svg.rectangle(Area { x: 0.0, y: HEIGHT - FOOT, w: WIDTH, h: FOOT }, "raised");
    svg.text(Point { x: MARGIN, y: foot }, "Stillframe", Type { size: 22.0, paint: "text", align: Align::Left, bold: true });
    let place = format!("Step {step} of {}", trace.last());
    svg.text(Point { x: WIDTH - MARGIN, y: foot }, &place, Type { size: 22.0, paint: "soft", align: Align::Right, bold: false });
    svg.raw("</svg>\n");
    svg.text
}

/// The line that runs, and the one before it.
fn code(svg: &mut Svg, source: &str, line: usize) {
    let lines: Vec<&str> = source.lines().collect();
    let first = line.saturating_sub(2).min(lines.len().saturating_sub(2));
    for (row, text) in lines.iter().skip(first).take(2).enumerate() {
        let y = 128.0 + 46.0 * row as f64;
        let runs = first + row + 1 == line;
        if runs {
            svg.rectangle(Area { x: MARGIN - 14.0, y: y - 22.0, w: WIDTH - 2.0 * MARGIN + 28.0, h: 44.0 }, "column");
        }
        let number = Type { size: CODE, paint: "faint", align: Align::Right, bold: false };
        svg.text(Point { x: MARGIN + 50.0, y }, &(first + row + 1).to_string(), number);
        let text = cut(text.trim_end(), room(CODE) - 5);
        svg.text(Point { x: MARGIN + 76.0, y }, &text, Type { paint: if runs { "text" } else { "soft" }, align: Align::Left, ..number });
    }
}

fn timeline(svg: &mut Svg, trace: &Trace, lanes: &Lanes, step: usize) {
    let (width, height) = (WIDTH / ZOOM, (HEIGHT - FOOT - TOP) / ZOOM);
    let rows = lanes.len().max(1) as f64;
    // All rows where they can be told apart.
    let pitch = ((height - 34.0) / rows).clamp(30.0, 54.0);
    let view = View::new(lanes, width, pitch, ((height - 30.0) / pitch).max(1.0) as usize);
    svg.rectangle(Area { x: 0.0, y: TOP - 8.0, w: WIDTH, h: 1.0 }, "edge");
    svg.raw(format_args!("<g transform=\"translate(0 {}) scale({})\">", n(TOP), n(ZOOM)));
    view.draw(svg, trace, lanes, step);
    svg.raw("</g>");
}

/// As many letters of a size stand side by side.
fn room(size: f64) -> usize {
    ((WIDTH - 2.0 * MARGIN) / (size * LETTER)) as usize
}

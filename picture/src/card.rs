//! What a link to a program is previewed with: its title, two lines of its code and the timeline at a step, in the size that chats and
//! networks ask for. A link to a comparison: both timelines.

use crate::labels::cut;
use crate::lanes::Lanes;
use crate::layout::{Align, Area, Point};
use crate::picture::{Asked, View};
use crate::svg::{LETTER, MONO, Svg, Type, escaped, n};
use crate::theme::Theme;
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
const ZOOM: f64 = 1.6;

const PAIR_TOP: f64 = 104.0;
const PAIR_NAME: f64 = 24.0;

/// What a timeline needs besides its rows, and for each of them, in its own pixels.
const RULER_ROOM: f64 = 34.0;
const LOWEST_ROW: f64 = 30.0;

/// One of two programs that are compared.
pub struct Side<'a> {
    pub name: &'a str,
    pub trace: &'a Trace,
}

/// Where a timeline is drawn, and so much larger than on the page: a preview is looked at small.
struct Room {
    top: f64,
    height: f64,
    zoom: f64,
}

/// An SVG document of 1200 by 630 pixels.
pub fn card(trace: &Trace, of: &Card<'_>, asked: Asked) -> String {
    let step = asked.step_of(trace);
    let mut svg = begin(of.title, asked.theme);
    code(&mut svg, of.source, trace.step_line.get(step).copied().unwrap_or(1));
    timeline(&mut svg, trace, &Lanes::new(trace), step, &Room { top: TOP, height: HEIGHT - FOOT - TOP, zoom: ZOOM });
    end(svg, &format!("Step {step} of {}", trace.last()))
}

/// The same of two programs, one above the other, each at its most interesting step.
pub fn pair_card(title: &str, sides: &[Side<'_>; 2], theme: Theme) -> String {
    let mut svg = begin(title, theme);
    let height = (HEIGHT - FOOT - PAIR_TOP) / 2.0;
    for (place, Side { name, trace }) in sides.iter().enumerate() {
        let top = PAIR_TOP + height * place as f64;
        let words = cut(name, room(PAIR_NAME));
        svg.text(
            Point { x: MARGIN, y: top + PAIR_NAME / 2.0 },
            &words,
            Type { size: PAIR_NAME, paint: "soft", align: Align::Left, bold: true },
        );
        let lanes = Lanes::new(trace);
        let (top, height) = (top + PAIR_NAME * 2.0, height - PAIR_NAME * 2.0);
        // Smaller, where all rows are seen then.
        let zoom = (height / (RULER_ROOM + LOWEST_ROW * lanes.len() as f64)).clamp(1.0, ZOOM);
        timeline(&mut svg, trace, &lanes, Asked::default().step_of(trace), &Room { top, height, zoom });
    }
    end(svg, "Two programs, side by side")
}

/// The ground and the title.
fn begin(title: &str, theme: Theme) -> Svg {
    let mut svg = Svg::new(theme);
    svg.raw(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         font-family=\"{MONO}\"><title>{}</title>",
        escaped(title)
    ));
    svg.hatch();
    svg.rectangle(Area { x: 0.0, y: 0.0, w: WIDTH, h: HEIGHT }, "surface");
    svg.rectangle(Area { x: 0.0, y: 0.0, w: WIDTH, h: 8.0 }, "accent");
    svg.text(Point { x: MARGIN, y: 62.0 }, &cut(title, room(TITLE)), Type { size: TITLE, paint: "text", align: Align::Left, bold: true });
    svg
}

/// The foot, with a few words. Rows that have no room pass under it.
fn end(mut svg: Svg, words: &str) -> String {
    let foot = HEIGHT - FOOT / 2.0;
    svg.rectangle(Area { x: 0.0, y: HEIGHT - FOOT, w: WIDTH, h: FOOT }, "raised");
    svg.text(Point { x: MARGIN, y: foot }, "Stillframe", Type { size: 22.0, paint: "text", align: Align::Left, bold: true });
    svg.text(Point { x: WIDTH - MARGIN, y: foot }, words, Type { size: 22.0, paint: "soft", align: Align::Right, bold: false });
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

fn timeline(svg: &mut Svg, trace: &Trace, lanes: &Lanes, step: usize, at: &Room) {
    let (width, height) = (WIDTH / at.zoom, at.height / at.zoom);
    let rows = lanes.len().max(1) as f64;
    // All rows where they can be told apart.
    let pitch = ((height - RULER_ROOM) / rows).clamp(LOWEST_ROW, 54.0);
    let view = View::new(lanes, width, pitch, ((height - 30.0) / pitch).max(1.0) as usize);
    svg.rectangle(Area { x: 0.0, y: at.top - 8.0, w: WIDTH, h: 1.0 }, "edge");
    svg.raw(format_args!("<g transform=\"translate(0 {}) scale({})\">", n(at.top), n(at.zoom)));
    view.draw(svg, trace, lanes, step);
    svg.raw("</g>");
}

/// As many letters of a size stand side by side.
fn room(size: f64) -> usize {
    ((WIDTH - 2.0 * MARGIN) / (size * LETTER)) as usize
}

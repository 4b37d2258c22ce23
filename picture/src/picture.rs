//! A picture of the timeline at a step: the names of the rows, and the rows, with the playhead.

use std::ops::RangeInclusive;

use crate::labels::cut;
use crate::lanes::Lanes;
use crate::layout::{Align, Area, Point, RULER, Scene, Stretch, layout};
use crate::sentence::sentence;
use crate::svg::{LETTER, MONO, Svg, Type, escaped, n};
use crate::theme::Theme;
use crate::trace::Trace;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    /// The most interesting one where none is named.
    pub step: Option<usize>,
    pub theme: Theme,
    /// Of the whole picture, in pixels.
    pub width: u32,
}

/// The widths that there are.
pub const WIDTHS: std::ops::RangeInclusive<u32> = 320..=2400;
pub const WIDTH: u32 = 960;

/// Of more rows than this those about the step's are shown.
const ROWS: usize = 24;
const FOOT: f64 = 30.0;
/// The size of its letters, and of those of a sentence.
const CAPTION: f64 = 12.0;
const TOLD: f64 = 14.0;

impl Default for Asked {
    fn default() -> Self {
        Asked { step: None, theme: Theme::Light, width: WIDTH }
    }
}

impl Asked {
    /// The step that is shown of a trace.
    pub fn step_of(&self, trace: &Trace) -> usize {
        self.step.map_or_else(|| trace.interesting_step(), |step| step.min(trace.last()))
    }
}

/// An SVG document, with the title that readers of it are told.
pub fn picture(trace: &Trace, title: &str, asked: Asked) -> String {
    let lanes = Lanes::new(trace);
    let step = asked.step_of(trace);
    let page = Page::new(trace, &lanes, asked.width, step..=step);
    let mut svg = begin(asked.theme, page.width, page.height, &format!("{title}: the timeline at step {step} of {}", trace.last()));
    page.draw(&mut svg, step);
    end(svg)
}

/// A document with its ground.
pub fn begin(theme: Theme, width: f64, height: f64, title: &str) -> Svg {
    let mut svg = Svg::new(theme);
    svg.raw(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" font-family=\"{MONO}\" role=\"img\">\
         <title>{}</title>",
        escaped(title),
        w = n(width),
        h = n(height),
    ));
    svg.hatch();
    svg.rectangle(Area { x: 0.0, y: 0.0, w: width, h: height }, "surface");
    svg
}

pub fn end(mut svg: Svg) -> String {
    svg.raw("</svg>\n");
    svg.text
}

/// The timeline with a caption. Over the steps of a range the time that is seen stays the same, where there is room for all of them.
pub struct Page<'a> {
    pub width: f64,
    pub height: f64,
    trace: &'a Trace,
    lanes: &'a Lanes,
    view: View,
    steps: RangeInclusive<usize>,
}

impl<'a> Page<'a> {
    pub fn new(trace: &'a Trace, lanes: &'a Lanes, width: u32, steps: RangeInclusive<usize>) -> Self {
        let width = f64::from(width.clamp(*WIDTHS.start(), *WIDTHS.end()));
        let view = View::new(lanes, width, pitch(lanes.len()), ROWS);
        Page { width, height: view.height + FOOT, trace, lanes, view, steps }
    }

    pub fn draw(&self, svg: &mut Svg, step: usize) {
        let Page { trace, lanes, view, .. } = self;
        view.draw_from(svg, trace, lanes, step, self.stretch(step));
        let foot = Point { x: 12.0, y: self.height - FOOT / 2.0 };
        let left_out = lanes.len().saturating_sub(view.rows);
        let more = if left_out > 0 { format!(" · {left_out} more rows") } else { String::new() };
        let place = format!("Step {step} of {}{more}", trace.last());
        let is_several = self.steps.start() < self.steps.end();
        let (words, size, paint) =
            if is_several { (format!("{place} · {}", sentence(trace, step)), TOLD, "soft") } else { (place, CAPTION, "faint") };
        let caption = cut(&words, ((self.width - 24.0) / (size * LETTER)) as usize);
        svg.text(foot, &caption, Type { size, paint, align: Align::Left, bold: false });
    }

    fn stretch(&self, step: usize) -> Stretch {
        let free = self.view.stretch(self.trace);
        let (first, last) = (*self.steps.start(), *self.steps.end());
        let held = free.following(first + (last - first) / 2);
        if held.shows(first) && held.shows(last) { held } else { free.following(step) }
    }
}

/// The timeline in a room of its own.
pub struct View {
    pub height: f64,
    /// As many are shown.
    rows: usize,
    width: f64,
    names: f64,
    pitch: f64,
}

impl View {
    pub fn new(lanes: &Lanes, width: f64, pitch: f64, most: usize) -> Self {
        let rows = lanes.len().clamp(1, most);
        let names = (width * 0.25).clamp(96.0, 176.0);
        View { height: RULER + rows as f64 * pitch + 8.0, rows, width, names, pitch }
    }

    pub fn draw(&self, svg: &mut Svg, trace: &Trace, lanes: &Lanes, step: usize) {
        self.draw_from(svg, trace, lanes, step, self.stretch(trace).following(step));
    }

    /// All of the time, or its beginning.
    fn stretch(&self, trace: &Trace) -> Stretch {
        Stretch::comfortable(self.width - self.names, trace.len() as f64)
    }

    fn draw_from(&self, svg: &mut Svg, trace: &Trace, lanes: &Lanes, step: usize, stretch: Stretch) {
        let View { height, width, names, pitch, .. } = *self;
        let time = width - names;
        let first = self.first_row(trace, lanes, step);
        let near = stretch.to_pixel(step);
        let wide = stretch.scale.max(2.0);
        svg.raw(format_args!(
            "<svg x=\"{}\" y=\"0\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {1} {2}\" overflow=\"hidden\">",
            n(names),
            n(time),
            n(height)
        ));
        svg.rectangle(Area { x: near, y: RULER, w: wide, h: height - RULER }, "column");
        let scene = Scene { trace, lanes, stretch, pitch, scroll: first as f64 * pitch, width: time, height, step };
        svg.primitives(&layout(&scene));
        if !trace.is_empty() {
            let middle = near + wide / 2.0;
            svg.rectangle(Area { x: middle - 1.0, y: RULER - 4.0, w: 2.0, h: height - RULER + 4.0 }, "accent");
            svg.raw(format_args!("<path d=\"M{} {}h12l-6 7z\" fill=\"{}\"/>", n(middle - 6.0), n(RULER - 8.0), svg.theme.colour("accent")));
        }
        svg.raw("</svg>");
        for (shown, lane) in lanes.rows().skip(first).take(self.rows).enumerate() {
            let y = RULER + shown as f64 * pitch;
            svg.rectangle(Area { x: 0.0, y, w: names, h: 1.0 }, "grid");
            let x = 12.0 + 10.0 * lane.depth.min(6) as f64;
            let label = cut(&lane.label, ((names - x - 6.0) / 7.3).max(3.0) as usize);
            let is_now = lanes.row_of(trace.active.get(step).copied().unwrap_or_default()) == Some(first + shown);
            svg.text(Point { x, y: y + pitch / 2.0 }, &label, Type { size: 12.0, paint: "text", align: Align::Left, bold: is_now });
        }
        svg.rectangle(Area { x: names - 1.0, y: 0.0, w: 1.0, h: height }, "edge");
    }

    /// The first row that is shown: where not all are, the step's own stands in the middle.
    fn first_row(&self, trace: &Trace, lanes: &Lanes, step: usize) -> usize {
        let own = trace.step_frame.get(step).and_then(|frame| lanes.row_of(*frame as i32)).unwrap_or(0);
        own.saturating_sub(self.rows / 2).min(lanes.len().saturating_sub(self.rows))
    }
}

/// Pixels a row, in a picture that is as high as it needs to be.
fn pitch(rows: usize) -> f64 {
    if rows <= 8 { 44.0 } else { 36.0 }
}

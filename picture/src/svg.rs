//! Draws primitives as SVG, as `static/js/view/timeline/paint.js` draws them on a canvas. Only attributes, no style sheet: a picture
//! looks the same wherever it is put.

use std::fmt::{Display, Write};

use unicode_width::UnicodeWidthChar;

use crate::layout::{Align, Area, Point, Primitive};
use crate::segments::Look;
use crate::theme::Theme;

/// The fonts of a reader's own machine; where pictures become PNG, the last name is that of ours.
pub const MONO: &str = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/// What is drawn in.
#[cfg(test)]
pub const COLOURS: [&str; 21] = [
    "created-fill",
    "created-edge",
    "running-fill",
    "running-edge",
    "waiting-fill",
    "waiting-edge",
    "suspended-fill",
    "suspended-edge",
    "suspended-text",
    "closed-edge",
    "failed-edge",
    "grid",
    "text",
    "soft",
    "faint",
    "surface",
    "raised",
    "edge",
    "accent",
    "accent-text",
    "column",
];

/// How wide a letter is, for its size: nearly the same in all fonts of one width.
pub const LETTER: f64 = 0.602;

/// Text that is written letter by letter; all of it is escaped by whom it comes from.
pub struct Svg {
    pub theme: Theme,
    pub text: String,
}

/// How a text looks.
#[derive(Clone, Copy)]
pub struct Type<'a> {
    pub size: f64,
    pub paint: &'a str,
    pub align: Align,
    pub bold: bool,
}

impl Svg {
    pub fn new(theme: Theme) -> Self {
        Svg { theme, text: String::new() }
    }

    pub fn raw(&mut self, markup: impl Display) {
        let _ = write!(self.text, "{markup}");
    }

    /// The pattern that a suspended frame is filled with, too.
    pub fn hatch(&mut self) {
        let edge = self.colour("suspended-edge");
        self.raw(format_args!(
            "<defs><pattern id=\"hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
             <path d=\"M-9 9L1-1M-1 9L9-1M7 9L17-1\" stroke=\"{edge}\" stroke-width=\"1.4\"/></pattern></defs>"
        ));
    }

    pub fn primitives(&mut self, primitives: &[Primitive]) {
        let is_label = |primitive: &&Primitive| matches!(primitive, Primitive::Text { boxed: true, .. });
        // Labels lie over everything else.
        for primitive in primitives.iter().filter(|primitive| !is_label(primitive)) {
            self.primitive(primitive);
        }
        for primitive in primitives.iter().filter(is_label) {
            self.primitive(primitive);
        }
    }

    pub fn rectangle(&mut self, Area { x, y, w, h }: Area, paint: &str) {
        let fill = self.colour(paint);
        self.raw(format_args!("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\"/>", n(x), n(y), n(w), n(h)));
    }

    pub fn text(&mut self, at: Point, text: &str, look: Type<'_>) {
        let anchor = match look.align {
            Align::Left => "start",
            Align::Centre => "middle",
            Align::Right => "end",
        };
        let (fill, weight) = (self.colour(look.paint), if look.bold { " font-weight=\"700\"" } else { "" });
        // The middle of small letters stands at the place, in every program that draws this.
        let y = at.y + look.size * 0.34;
        self.raw(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{anchor}\" fill=\"{fill}\"{weight} xml:space=\"preserve\">{}</text>",
            n(at.x),
            n(y),
            n(look.size),
            escaped(text)
        ));
    }

    fn colour(&self, name: &str) -> &'static str {
        self.theme.colour(name)
    }

    fn primitive(&mut self, primitive: &Primitive) {
        match primitive {
            Primitive::Band { area, paint } => self.rectangle(*area, paint),
            Primitive::Line { from, to, paint, width } => {
                let paint = if matches!(*paint, "closed" | "failed") { format!("{paint}-edge") } else { (*paint).to_owned() };
                self.line(*from, *to, &paint, *width, "");
            }
            Primitive::Cross { at } => self.cross(*at),
            Primitive::Bar { area, look, label } => self.bar(*area, *look, label),
            Primitive::Shares { area, parts } => self.shares(*area, parts),
            Primitive::Arrow { from, to, inward, forced, strong } => self.arrow(*from, *to, *inward, *forced, *strong),
            Primitive::Text { at, text, paint, align, boxed: true } => self.boxed(*at, text, paint, *align),
            Primitive::Text { at, text, paint, align, .. } => {
                self.text(*at, text, Type { size: 12.0, paint, align: *align, bold: false });
            }
        }
    }

    fn line(&mut self, from: Point, to: Point, paint: &str, width: f64, dashes: &str) {
        let stroke = self.colour(paint);
        self.raw(format_args!(
            "<path d=\"M{} {}L{} {}\" stroke=\"{stroke}\" stroke-width=\"{}\"{dashes}/>",
            n(from.x),
            n(from.y),
            n(to.x),
            n(to.y),
            n(width)
        ));
    }

    fn bar(&mut self, area: Area, look: Look, label: &str) {
        let Area { x, y, w, h } = area;
        let (fill, edge) = (format!("{}-fill", look.word()), format!("{}-edge", look.word()));
        if w < 4.0 || h < 4.0 {
            return self.rectangle(area, if matches!(look, Look::Waiting | Look::Created) { &edge } else { &fill });
        }
        let dashes = if look == Look::Created { " stroke-dasharray=\"4 3\"" } else { "" };
        let shape = format!("x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\"", n(x + 1.0), n(y + 0.5), n(w - 2.0), n(h - 1.0));
        let (fill_colour, edge) = (self.colour(&fill), self.colour(&edge));
        self.raw(format_args!("<rect {shape} fill=\"{fill_colour}\" stroke=\"{edge}\" stroke-width=\"1.25\"{dashes}/>"));
        if look == Look::Suspended {
            self.raw(format_args!("<rect {shape} fill=\"url(#hatch)\"/>"));
            self.asleep(area, label, &fill);
        }
    }

    /// A pause sign and the line, on clear ground.
    fn asleep(&mut self, Area { x, y, w, h }: Area, label: &str, fill: &str) {
        let room = 16.0 + 7.3 * label.len() as f64;
        let left = x.max(0.0);
        let seen = w - (left - x);
        if seen < 14.0 || h < 16.0 {
            return;
        }
        let wide = seen >= room + 6.0;
        self.rectangle(Area { x: left + 2.0, y: y + 2.0, w: if wide { room + 2.0 } else { 10.0 }, h: h - 4.0 }, fill);
        for shift in [5.0, 9.0] {
            self.rectangle(Area { x: left + shift, y: y + h / 2.0 - 4.5, w: 2.0, h: 9.0 }, "suspended-text");
        }
        if wide {
            let at = Point { x: left + 15.0, y: y + h / 2.0 };
            self.text(at, label, Type { size: 12.0, paint: "suspended-text", align: Align::Left, bold: false });
        }
    }

    /// Each look has its part of the thickness; an edge lies between it and the next.
    fn shares(&mut self, Area { x, y, w, h }: Area, parts: &[(Look, f64)]) {
        let mut foot = y + h;
        for (look, share) in parts {
            let thick = share * h;
            let area = Area { x, y: foot - thick, w, h: thick };
            self.rectangle(area, &format!("{}-fill", look.word()));
            if *look == Look::Suspended {
                self.raw(format_args!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"url(#hatch)\"/>",
                    n(area.x),
                    n(area.y),
                    n(area.w),
                    n(area.h)
                ));
            }
            self.rectangle(Area { h: 1.0, ..area }, &format!("{}-edge", look.word()));
            foot = area.y;
        }
    }

    /// An arrow stands upright: both ends have the same x.
    fn arrow(&mut self, from: Point, to: Point, inward: bool, forced: bool, strong: bool) {
        let down = if to.y >= from.y { 1.0 } else { -1.0 };
        let (paint, head, width) = if strong { ("text", 9.0, 2.25) } else { ("soft", 7.0, 1.25) };
        let colour = self.colour(paint);
        let (across, along) = (n(head * 0.5_f64.sin()), head * 0.5_f64.cos() * down);
        let foot = n(to.y - along);
        let end = if inward { Point { y: to.y - head * 0.7 * down, ..to } } else { to };
        self.line(from, end, paint, width, if inward { "" } else { " stroke-dasharray=\"4 3\"" });
        let shape = format!("M{} {foot}l{across} {}l{across} {}", n(to.x - head * 0.5_f64.sin()), n(along), n(-along));
        if inward {
            self.raw(format_args!("<path d=\"{shape}z\" fill=\"{colour}\"/>"));
        } else {
            self.raw(format_args!("<path d=\"{shape}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"/>", n(width)));
        }
        if forced {
            self.cross(from);
        }
    }

    fn cross(&mut self, Point { x, y }: Point) {
        let colour = self.colour("failed-edge");
        let path = format!("M{} {}l10 10M{} {}l10-10", n(x - 5.0), n(y - 5.0), n(x - 5.0), n(y + 5.0));
        self.raw(format_args!("<path d=\"{path}\" stroke=\"{colour}\" stroke-width=\"2.5\"/>"));
    }

    fn boxed(&mut self, at: Point, text: &str, paint: &str, align: Align) {
        let width = (letters(text) * 12.0 * LETTER + 10.0).round();
        let left = match align {
            Align::Left => at.x,
            Align::Centre => at.x - width / 2.0,
            Align::Right => at.x - width,
        };
        let (left, surface, edge) = (left.round(), self.colour("surface"), self.colour("edge"));
        self.raw(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"18\" rx=\"4\" fill=\"{surface}\" stroke=\"{edge}\"/>",
            n(left + 0.5),
            n((at.y - 9.0).round() + 0.5),
            n(width)
        ));
        // In the middle, so that a font that is a little narrower or wider stands in its box all the same.
        let middle = Point { x: left + 0.5 + width / 2.0, y: at.y };
        self.text(middle, text, Type { size: 12.0, paint, align: Align::Centre, bold: false });
    }
}

/// How many letters wide a text is: some scripts have wide ones.
pub fn letters(text: &str) -> f64 {
    text.chars().map(|letter| letter.width().unwrap_or(1)).sum::<usize>() as f64
}

/// Text between tags. What XML can't hold is a sign that says so.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("    "),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

/// A number with two decimals at most.
pub fn n(number: f64) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

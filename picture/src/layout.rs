//! The timeline as primitives, without colours: `static/js/view/timeline/layout.js` once more, for time that runs to the right and is laid out by
//! steps. A step is a unit wide.

use crate::labels::{arrow_label, utf16_length};
use crate::lanes::{Lane, LaneKind, Lanes};
use crate::segments::{LOOKS, Look, Segment, segment_at};
use crate::trace::{Event, How, NOBODY, Trace};

#[derive(Clone, Debug, PartialEq)]
pub enum Primitive {
    Bar {
        area: Area,
        look: Look,
        label: String,
    },
    Band {
        area: Area,
        paint: &'static str,
    },
    /// Many steps: how much of them was what.
    Shares {
        area: Area,
        parts: Vec<(Look, f64)>,
    },
    Line {
        from: Point,
        to: Point,
        paint: &'static str,
        width: f64,
    },
    Cross {
        at: Point,
    },
    Arrow {
        from: Point,
        to: Point,
        inward: bool,
        forced: bool,
        strong: bool,
    },
    Text {
        at: Point,
        text: String,
        paint: &'static str,
        align: Align,
        boxed: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
    Right,
}

/// The stretch of time that is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Pixels a step.
    pub scale: f64,
    /// The step at the left edge.
    pub start: f64,
    /// Pixels there are.
    pub size: f64,
    /// Steps there are.
    pub length: f64,
}

pub struct Scene<'a> {
    pub trace: &'a Trace,
    pub lanes: &'a Lanes,
    pub stretch: Stretch,
    /// Pixels a row.
    pub pitch: f64,
    /// How far the rows are scrolled, in pixels.
    pub scroll: f64,
    pub width: f64,
    pub height: f64,
    pub step: usize,
}

/// Room for the numbers of the steps, over the rows.
pub const RULER: f64 = 26.0;

const COMFORTABLE: f64 = 26.0;
const LEAST_COMFORTABLE: f64 = 12.0;
const MARGIN: f64 = 0.5;
/// In fewer pixels than this arrows are a thicket, and only those at the playhead are drawn.
const ARROW_SCALE: f64 = 5.0;
const TINY: f64 = 2.0;
const MARKS_APART: f64 = 56.0;
/// The looks that a column shows the shares of, from its foot upwards.
const SHARED: [Look; 4] = [Look::Running, Look::Waiting, Look::Suspended, Look::Created];

impl Stretch {
    /// The whole run in view.
    pub fn fit(size: f64, length: f64) -> Self {
        Stretch { scale: COMFORTABLE.min(size / (length + MARGIN).max(1.0)), start: 0.0, size, length }.settled()
    }

    /// The whole run where that is comfortable to read, else as much of it as is.
    pub fn comfortable(size: f64, length: f64) -> Self {
        let whole = Stretch::fit(size, length);
        if whole.scale >= LEAST_COMFORTABLE { whole } else { Stretch::at_scale(size, length, COMFORTABLE) }
    }

    pub fn at_scale(size: f64, length: f64, scale: f64) -> Self {
        Stretch { scale, start: 0.0, size, length }.settled()
    }

    /// With a step in sight: one that was not comes to the middle.
    pub fn following(self, step: usize) -> Self {
        let in_sight = self.shows(step);
        let (step, shown) = (step as f64, self.size / self.scale);
        let room = (self.size / 4.0).min(120.0) / self.scale;
        let start = if in_sight { clamp(self.start, step + 1.0 + room - shown, step - room) } else { step + 0.5 - shown / 2.0 };
        Stretch { start, ..self }.settled()
    }

    pub fn shows(self, step: usize) -> bool {
        let step = step as f64;
        step >= self.start && step + 1.0 <= self.start + self.size / self.scale
    }

    pub fn to_pixel(self, step: usize) -> f64 {
        (step as f64 - self.start) * self.scale
    }

    fn unit_at(self, pixel: f64) -> f64 {
        self.start + pixel / self.scale
    }

    fn settled(self) -> Self {
        let shown = self.size / self.scale;
        Stretch { start: clamp(self.start, 0.0, (self.length + MARGIN - shown).max(0.0)), ..self }
    }
}

pub fn layout(scene: &Scene<'_>) -> Vec<Primitive> {
    let mut plan = Plan::new(scene);
    plan.grid();
    plan.rows();
    plan.arrows();
    plan.ruler();
    plan.primitives
}

/// A round number of steps that keeps the marks so far apart.
pub fn tick_every(apart: f64) -> f64 {
    let (mut every, mut i) = (1.0, 0);
    while every < apart {
        every *= if i % 3 == 1 { 2.5 } else { 2.0 };
        i += 1;
    }
    every
}

struct Plan<'a> {
    scene: &'a Scene<'a>,
    first: usize,
    beyond: usize,
    end: f64,
    shrink: f64,
    primitives: Vec<Primitive>,
}

impl<'a> Plan<'a> {
    fn new(scene: &'a Scene<'a>) -> Self {
        let Scene { stretch, trace, width, pitch, .. } = *scene;
        let step_at = |pixel| step_at(trace, stretch.unit_at(pixel));
        Plan {
            scene,
            first: step_at(0.0),
            beyond: trace.len().min(step_at(width) + 2),
            end: stretch.to_pixel(trace.len()),
            shrink: (pitch / 36.0).min(1.0),
            primitives: Vec::new(),
        }
    }

    fn grid(&mut self) {
        for (x, _) in self.marks() {
            self.line(x, RULER - 4.0, x, self.scene.height, "grid", 1.0);
        }
    }

    /// Last, for scrolled rows pass under it.
    fn ruler(&mut self) {
        self.band(0.0, 0.0, self.scene.width, RULER, "surface");
        for (x, text) in self.marks() {
            // What stands at the edge is not cut.
            let at = Point { x: x.max(4.0 * text.len() as f64), y: RULER / 2.0 };
            self.primitives.push(Primitive::Text { at, text, paint: "faint", align: Align::Centre, boxed: false });
        }
    }

    fn marks(&self) -> Vec<(f64, String)> {
        let Scene { stretch, trace, width, .. } = *self.scene;
        let every = tick_every(MARKS_APART / stretch.scale);
        let last = step_at(trace, stretch.unit_at(width)) as f64;
        let mut n = (step_at(trace, stretch.start) as f64 / every).ceil() * every;
        let mut marks = Vec::new();
        while n <= last && !trace.is_empty() {
            // A mark stands over the middle of its step.
            marks.push(((n + 0.5 - stretch.start) * stretch.scale, n.to_string()));
            n += every;
        }
        marks
    }

    fn rows(&mut self) {
        let Scene { lanes, pitch, scroll, height, .. } = *self.scene;
        let first = (scroll / pitch).floor().max(0.0) as usize;
        let last = ((scroll + height) / pitch).floor() as usize;
        for row in first..lanes.len().min(last + 1) {
            self.row(row);
        }
    }

    fn arrows(&mut self) {
        let Scene { trace, step, stretch, .. } = *self.scene;
        let now = if trace.is_empty() { Vec::new() } else { chain_at(trace, step) };
        if stretch.scale >= ARROW_SCALE {
            for at in self.first..self.beyond {
                if !now.contains(&at) {
                    self.arrow(at, false);
                }
            }
        }
        for at in now {
            self.arrow(at, true);
        }
    }

    fn row(&mut self, row: usize) {
        let Scene { lanes, trace, stretch, .. } = *self.scene;
        let middle = self.middle_of(row);
        let (lane, segments) = (lanes.row(row), lanes.segments(row));
        let sleeper = lane.kind == LaneKind::Loop || trace.frames[lane.frame as usize].sleeps;
        let mut i = segment_at(segments, self.first).unwrap_or(0);
        if segments.is_empty() || segments[i].from > self.beyond {
            return;
        }
        while i < segments.len() && segments[i].from < self.beyond {
            let from = stretch.to_pixel(segments[i].from);
            let to = stretch.to_pixel(segments[i].to).min(self.end);
            if to - from >= TINY {
                self.segment(&segments[i], middle, from, to, lane, sleeper);
                i += 1;
            } else {
                i = self.crowd(segments, i, middle, from, sleeper);
            }
        }
    }

    fn segment(&mut self, segment: &Segment, middle: f64, from: f64, to: f64, lane: &Lane, sleeper: bool) {
        let Segment { look, line, .. } = *segment;
        if let Look::Closed | Look::Failed = look {
            if look == Look::Closed {
                let tick = 7.0 * self.shrink;
                self.line(from + 1.0, middle - tick, from + 1.0, middle + tick, "closed", 3.0);
            }
            // A plain frame is gone when it has returned; what could sleep stays to be looked at.
            if sleeper {
                self.line(from, middle, to, middle, look.word(), 3.0);
            }
            if look == Look::Failed {
                self.primitives.push(Primitive::Cross { at: Point { x: from + 4.0, y: middle } });
            }
            return;
        }
        let says_line = look == Look::Suspended && lane.kind == LaneKind::Frame && line > 0;
        let label = if says_line { format!("L{line}") } else { String::new() };
        let start = from.max(-20.0);
        let length = to.min(self.scene.width + 20.0) - start;
        if length > 0.0 {
            let thick = thickness(look) * self.shrink;
            let area = Area { x: start, y: middle - thick / 2.0, w: length, h: thick };
            self.primitives.push(Primitive::Bar { area, look, label });
        }
    }

    /// Segments too short to be seen apart are a column that shows how much of them had which look. Answers the next segment.
    fn crowd(&mut self, segments: &[Segment], i: usize, middle: f64, from: f64, sleeper: bool) -> usize {
        let stretch = self.scene.stretch;
        let edge = stretch.unit_at(from + TINY);
        let beyond = i + 1 + segments[i + 1..].partition_point(|segment| (segment.to as f64) < edge);
        let to = (from + TINY).max(stretch.to_pixel(segments[beyond - 1].to));
        let shares = shares(&segments[i..beyond]);
        let share_of = |look: Look| shares[look as usize];
        let parts: Vec<(Look, f64)> = SHARED.iter().map(|look| (*look, share_of(*look))).filter(|(_, share)| *share > 0.0).collect();
        if !parts.is_empty() {
            self.column(from, to, middle, parts);
        } else if sleeper {
            let paint = if share_of(Look::Failed) > 0.0 { "failed" } else { "closed" };
            self.line(from, middle, to, middle, paint, 3.0);
        }
        beyond.min(segments.len())
    }

    fn column(&mut self, from: f64, to: f64, middle: f64, parts: Vec<(Look, f64)>) {
        if let Some(Primitive::Shares { area, parts: before }) = self.primitives.last_mut() {
            let joins = (area.x + area.w - from).abs() <= TINY && (area.y + area.h / 2.0 - middle).abs() < 1.0;
            if joins && are_same(before, &parts) {
                area.w = to - area.x;
                return;
            }
        }
        let thick = thickness(Look::Running) * self.shrink;
        let area = Area { x: from, y: middle - thick / 2.0, w: to - from, h: thick };
        self.primitives.push(Primitive::Shares { area, parts });
    }

    fn arrow(&mut self, at: usize, strong: bool) {
        let Scene { trace, lanes, stretch, .. } = *self.scene;
        let Some(ends) = ends_of(trace, at) else { return };
        let (Some(from), Some(to)) = (lanes.row_of(ends.from), lanes.row_of(ends.to)) else { return };
        if from == to {
            return;
        }
        let x = stretch.to_pixel(at);
        let (a, b) = (self.middle_of(from), self.middle_of(to));
        let gap = if b > a { 13.0 } else { -13.0 } * self.shrink;
        let (from, to) = (Point { x, y: a + gap * 0.4 }, Point { x, y: b - gap });
        self.primitives.push(Primitive::Arrow { from, to, inward: ends.inward, forced: ends.forced, strong });
        if strong {
            self.label(at, x, a, b);
        }
    }

    fn label(&mut self, at: usize, x: f64, a: f64, b: f64) {
        let Scene { trace, step, width, pitch, .. } = *self.scene;
        let text = arrow_label(trace, at, 28);
        let letters = utf16_length(&text) as f64;
        let left = (at < step || x > width - 12.0 * letters) && x > 8.0 * letters + 16.0;
        let y = if b > a { b - pitch / 2.0 } else { b + pitch / 2.0 };
        let (x, align) = if left { (x - 9.0, Align::Right) } else { (x + 9.0, Align::Left) };
        self.primitives.push(Primitive::Text { at: Point { x, y }, text, paint: "text", align, boxed: true });
    }

    fn middle_of(&self, row: usize) -> f64 {
        let Scene { pitch, scroll, .. } = *self.scene;
        RULER + row as f64 * pitch + pitch / 2.0 - scroll
    }

    fn line(&mut self, x1: f64, y1: f64, x2: f64, y2: f64, paint: &'static str, width: f64) {
        let to = Point { x: x2.min(self.scene.width + 20.0), y: y2 };
        self.primitives.push(Primitive::Line { from: Point { x: x1, y: y1 }, to, paint, width });
    }

    fn band(&mut self, x: f64, y: f64, w: f64, h: f64, paint: &'static str) {
        self.primitives.push(Primitive::Band { area: Area { x, y, w, h }, paint });
    }
}

struct Ends {
    from: i32,
    to: i32,
    inward: bool,
    forced: bool,
}

/// From where to where a step's arrow goes: inward where somebody is resumed or called, outward where something comes back.
fn ends_of(trace: &Trace, at: usize) -> Option<Ends> {
    let step = trace.step(at);
    let (peer, frame) = (step.peer?, step.frame as i32);
    if peer == NOBODY && (!trace.frames[step.frame].sleeps || !trace.loop_runs_at(at)) {
        return None;
    }
    let is_forced = matches!(step.how, Some(How::Throw | How::Close | How::Athrow | How::Aclose)) || step.throws;
    match step.event {
        Event::Call | Event::Resume => Some(Ends { from: peer, to: frame, inward: true, forced: is_forced }),
        Event::Suspend | Event::Return | Event::Raise => Some(Ends { from: frame, to: peer, inward: false, forced: false }),
        _ => None,
    }
}

/// The steps told together with a step: what it hands on, through all frames that delegate.
fn chain_at(trace: &Trace, step: usize) -> Vec<usize> {
    let mut chain = vec![step];
    let event = trace.step(step).event;
    for at in (0..step).rev() {
        let (before, after) = (trace.step(at), trace.step(at + 1));
        let delegates = matches!(after.how, Some(How::Await | How::YieldFrom));
        let hands_on = match event {
            Event::Suspend => before.event == Event::Suspend && before.peer == Some(after.frame as i32),
            Event::Resume => before.event == Event::Resume && after.peer == Some(before.frame as i32) && delegates,
            _ => false,
        };
        if !hands_on {
            break;
        }
        chain.push(at);
    }
    chain.reverse();
    chain
}

/// The share of each look in segments, in the order of [`LOOKS`].
fn shares(segments: &[Segment]) -> [f64; LOOKS.len()] {
    let mut steps = [0.0; LOOKS.len()];
    for segment in segments {
        steps[segment.look as usize] += segment.to as f64 - segment.from as f64;
    }
    let all: f64 = steps.iter().sum();
    steps.map(|some| if all > 0.0 { some / all } else { 0.0 })
}

/// Whether columns would look the same.
fn are_same(some: &[(Look, f64)], others: &[(Look, f64)]) -> bool {
    some.len() == others.len() && some.iter().zip(others).all(|((look, share), other)| other.0 == *look && (other.1 - share).abs() < 0.02)
}

fn step_at(trace: &Trace, unit: f64) -> usize {
    (unit.floor().max(0.0) as usize).min(trace.last())
}

fn thickness(look: Look) -> f64 {
    match look {
        Look::Running => 24.0,
        Look::Suspended => 22.0,
        Look::Waiting => 10.0,
        Look::Created => 16.0,
        Look::Failed | Look::Closed => 3.0,
    }
}

/// Bounds that contradict each other panic nobody, as in the page.
fn clamp(value: f64, low: f64, high: f64) -> f64 {
    high.min(low.max(value))
}

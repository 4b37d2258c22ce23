//! Several steps of a run in one file, for slides and README files: a strip, which has them one below the other, and a moving picture, which shows them one
//! after the other.
//!
//! A moving picture is a GIF: of all moving pictures it alone runs in every slide program, chat and README file. A frame of it writes only the pixels that
//! changed, so a step costs a few kilobytes.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::iter::{repeat, repeat_n};
use std::ops::RangeInclusive;

use gif::{DisposalMethod, Encoder, EncodingError, Frame, Repeat};
use resvg::tiny_skia::Pixmap;

use crate::lanes::Lanes;
use crate::layout::Area;
use crate::picture::{Asked, Page, begin, end};
use crate::raster::{TOO_LARGE, pixels};
use crate::svg::n;
use crate::trace::Trace;

/// More steps have no room in a strip, and in a moving picture.
pub const STRIP_STEPS: usize = 12;
pub const MOVING_STEPS: usize = 30;

/// Pixels of a moving picture, over all of its steps: about 30 steps of the usual width.
const MOVING_PIXELS: f64 = 48e6;

/// Red, green, blue, and how much of it is seen.
type Colour = [u8; PIXEL];

const PIXEL: usize = 4;
const CLEAR: Colour = [0; PIXEL];

/// Colours that a frame can have.
const PALETTE: usize = 256;

/// How long a step is seen, and the last one, in hundredths of a second.
const STEP_TIME: u16 = 120;
const LAST_TIME: u16 = 300;

/// Steps that follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Steps {
    first: usize,
    last: usize,
}

impl Steps {
    /// None for no steps, or for more than so many.
    pub fn new(first: usize, last: usize, most: usize) -> Option<Self> {
        (first <= last && last - first < most).then_some(Steps { first, last })
    }

    pub fn count(self) -> usize {
        self.last - self.first + 1
    }

    /// Those that a trace has; its last one where it has none of them.
    fn of(self, trace: &Trace) -> RangeInclusive<usize> {
        self.first.min(trace.last())..=self.last.min(trace.last())
    }
}

/// An SVG document with a timeline for each step.
pub fn strip(trace: &Trace, title: &str, steps: Steps, asked: Asked) -> String {
    let steps = steps.of(trace);
    let lanes = Lanes::new(trace);
    let page = Page::new(trace, &lanes, asked.width, steps.clone());
    let (width, height) = (page.width, page.height * steps.clone().count() as f64);
    let about = format!("{title}: the timeline at the steps {} to {} of {}", steps.start(), steps.end(), trace.last());
    let mut svg = begin(asked.theme, width, height, &about);
    for (place, step) in steps.enumerate() {
        let top = place as f64 * page.height;
        svg.raw(format_args!("<g transform=\"translate(0 {})\">", n(top)));
        if place > 0 {
            svg.rectangle(Area { x: 0.0, y: 0.0, w: width, h: 1.0 }, "edge");
        }
        page.draw(&mut svg, step);
        svg.raw("</g>");
    }
    end(svg)
}

/// A GIF, with so many pixels for each of the SVG's. An error is a sentence.
pub fn moving(trace: &Trace, title: &str, steps: Steps, asked: Asked, scale: f32) -> Result<Vec<u8>, String> {
    let steps = steps.of(trace);
    let lanes = Lanes::new(trace);
    let page = Page::new(trace, &lanes, asked.width, steps.clone());
    let mut film = Film::new();
    if steps.clone().count() as f64 * page.width * page.height * f64::from(scale * scale) > MOVING_PIXELS {
        return Err(TOO_LARGE.to_owned());
    }
    for step in steps.clone() {
        let mut svg = begin(asked.theme, page.width, page.height, title);
        page.draw(&mut svg, step);
        film.add(&pixels(&end(svg), scale)?, if step == *steps.end() { LAST_TIME } else { STEP_TIME })?;
    }
    film.finish()
}

/// Puts one picture after the other into a GIF. All have the size of the first.
struct Film {
    encoder: Option<Encoder<Vec<u8>>>,
    before: Vec<u8>,
}

impl Film {
    fn new() -> Self {
        Film { encoder: None, before: Vec::new() }
    }

    fn add(&mut self, picture: &Pixmap, time: u16) -> Result<(), String> {
        let size = |side: u32| u16::try_from(side).map_err(|_| TOO_LARGE);
        let (width, height) = (size(picture.width())?, size(picture.height())?);
        let changed = changes(&self.before, picture.data());
        self.before = picture.data().to_vec();
        let frame = Frame { delay: time, dispose: DisposalMethod::Keep, ..frame(width, height, &changed) };
        let encoder = match &mut self.encoder {
            Some(encoder) => encoder,
            None => self.encoder.insert(begun(width, height).map_err(|error| error.to_string())?),
        };
        encoder.write_frame(&frame).map_err(|error| error.to_string())
    }

    fn finish(self) -> Result<Vec<u8>, String> {
        let encoder = self.encoder.ok_or("there is no step")?;
        encoder.into_inner().map_err(|error| error.to_string())
    }
}

/// The pixels that differ from those before. The others are clear, which lets the frame before be seen.
fn changes(before: &[u8], now: &[u8]) -> Vec<Colour> {
    let before = before.chunks_exact(PIXEL).map(Some).chain(repeat(None));
    let changed = |(now, before): (&[u8], Option<&[u8]>)| if before == Some(now) { CLEAR } else { [now[0], now[1], now[2], 255] };
    now.chunks_exact(PIXEL).zip(before).map(changed).collect()
}

/// The most frequent colours are kept exactly, which are the grounds and the bars. At the edges of letters others may be replaced by the nearest.
fn frame(width: u16, height: u16, pixels: &[Colour]) -> Frame<'static> {
    let mut counts = HashMap::<Colour, usize>::new();
    // Pixels side by side are mostly alike.
    let runs = || pixels.chunk_by(|one, next| one == next);
    for run in runs() {
        *counts.entry(run[0]).or_default() += run.len();
    }
    let mut colours: Vec<Colour> = counts.keys().copied().collect();
    colours.sort_unstable_by_key(|colour| (*colour != CLEAR, Reverse(counts[colour]), *colour));
    let kept = &colours[..colours.len().min(PALETTE)];
    let place = |(place, colour): (usize, &Colour)| (*colour, if place < PALETTE { place } else { nearest(kept, *colour) } as u8);
    let places: HashMap<Colour, u8> = colours.iter().enumerate().map(place).collect();
    let indices: Vec<u8> = runs().flat_map(|run| repeat_n(places[&run[0]], run.len())).collect();
    let palette: Vec<u8> = kept.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect();
    Frame::from_palette_pixels(width, height, indices, palette, places.get(&CLEAR).copied())
}

fn nearest(kept: &[Colour], to: Colour) -> usize {
    let distance = |colour: &Colour| -> u32 { colour.iter().zip(to).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum() };
    let opaque = kept.iter().enumerate().filter(|(_, colour)| **colour != CLEAR);
    opaque.min_by_key(|(_, colour)| distance(colour)).map_or(0, |(place, _)| place)
}

/// It begins again after its end.
fn begun(width: u16, height: u16) -> Result<Encoder<Vec<u8>>, EncodingError> {
    let mut encoder = Encoder::new(Vec::new(), width, height, &[])?;
    encoder.set_repeat(Repeat::Infinite)?;
    Ok(encoder)
}

//! Pictures of several steps, decoded.

use std::fs;
use std::path::Path;

use gif::{ColorOutput, DecodeOptions};
use stillframe_picture::{Asked, MOVING_STEPS, STRIP_STEPS, Steps, Theme, Trace, moving, png, strip};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../static/tests/fixtures");

const NARROW: Asked = Asked { step: None, theme: Theme::Dark, width: 320 };

/// Wide enough for the whole run.
const WHOLE: Asked = Asked { width: 960, ..NARROW };

fn of(name: &str) -> Trace {
    Trace::read(&fs::read(Path::new(FIXTURES).join(format!("{name}.json"))).unwrap()).unwrap()
}

/// The frames of a GIF, each with all that is seen then, and how long that is.
fn frames(bytes: &[u8]) -> Vec<(Vec<u8>, u16)> {
    let mut options = DecodeOptions::new();
    options.set_color_output(ColorOutput::RGBA);
    let mut decoder = options.read_info(bytes).unwrap();
    let mut seen = vec![0; usize::from(decoder.width()) * usize::from(decoder.height()) * 4];
    let mut frames = Vec::new();
    while let Some(frame) = decoder.read_next_frame().unwrap() {
        for (pixel, new) in seen.chunks_exact_mut(4).zip(frame.buffer.chunks_exact(4)).filter(|(_, new)| new[3] > 0) {
            pixel.copy_from_slice(new);
        }
        frames.push((seen.clone(), frame.delay));
    }
    frames
}

/// The width and height, from the head of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn a_moving_picture_has_a_frame_for_each_step() {
    let trace = of("averager");
    let steps = Steps::new(17, 21, MOVING_STEPS).unwrap();
    let film = moving(&trace, "a test", steps, WHOLE, 1.0).unwrap();
    let all = frames(&film);
    assert_eq!(all.iter().map(|(_, delay)| *delay).collect::<Vec<_>>(), [120, 120, 120, 120, 300]);
    for (step, (seen, _)) in (17..).zip(&all) {
        let alone = frames(&moving(&trace, "a test", Steps::new(step, step + 1, MOVING_STEPS).unwrap(), WHOLE, 1.0).unwrap());
        let differ = seen.iter().zip(&alone[0].0).filter(|(one, other)| one.abs_diff(**other) > 16).count();
        assert!(differ < seen.len() / 1000, "step {step} looks as it does where the film begins with it, apart from edges: {differ}");
    }
    assert!(all[0].0 != all[1].0 && all[3].0 != all[4].0);
    assert!(film.len() < 60_000, "{} bytes", film.len());
}

#[test]
fn a_strip_has_the_steps_below_one_another() {
    let trace = of("averager");
    let svg = strip(&trace, "a <test>", Steps::new(17, 19, STRIP_STEPS).unwrap(), NARROW);
    for part in ["a &lt;test&gt;: the timeline at the steps 17 to 19 of 50", ">Step 17 of 50 · ", ">Step 18 of 50 · ", ">Step 19 of 50 · "]
    {
        assert!(svg.contains(part), "{part}\n{svg}");
    }
    assert!(!svg.contains("Step 20 of"));
    let one = size(&png(&strip(&trace, "", Steps::new(17, 17, STRIP_STEPS).unwrap(), NARROW), 1.0).unwrap());
    assert_eq!(size(&png(&svg, 1.0).unwrap()), (320, 3 * one.1));
    // A strip that is long gets fewer pixels rather than none.
    let long = strip(&trace, "", Steps::new(0, 11, STRIP_STEPS).unwrap(), NARROW);
    assert_eq!(size(&png(&long, 2.0).unwrap()).1, 5_000);
}

#[test]
fn steps_that_are_not_there_are_left_out() {
    let trace = of("averager");
    let film = moving(&trace, "", Steps::new(49, 60, MOVING_STEPS).unwrap(), NARROW, 1.0).unwrap();
    assert_eq!(frames(&film).len(), 2);
    assert_eq!(frames(&moving(&trace, "", Steps::new(900, 910, MOVING_STEPS).unwrap(), NARROW, 1.0).unwrap()).len(), 1);
}

#[test]
fn there_is_an_end_to_steps_and_pixels() {
    assert_eq!(Steps::new(0, MOVING_STEPS, MOVING_STEPS), None);
    assert_eq!(Steps::new(5, 4, MOVING_STEPS), None);
    assert!(Steps::new(0, MOVING_STEPS - 1, MOVING_STEPS).is_some());
    let wide = Asked { width: 2_400, ..NARROW };
    let refused = moving(&of("averager"), "", Steps::new(0, 29, MOVING_STEPS).unwrap(), wide, 2.0);
    assert_eq!(refused.unwrap_err(), "the picture is too large");
}

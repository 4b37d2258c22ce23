//! This crate lays the timeline out as the page does: `static/tests/primitives.js` wrote down what the page makes of its fixtures.

use std::fs;
use std::path::Path;

use stillframe_picture::Trace;
use stillframe_picture::lanes::Lanes;
use stillframe_picture::layout::{Align, Area, Point, Primitive, RULER, Scene, Stretch, layout};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../static/tests/fixtures");

#[test]
fn the_primitives_are_those_of_the_page() {
    let written = fs::read_to_string(Path::new(FIXTURES).join("primitives.txt")).unwrap();
    let scenes: Vec<&str> = written.split("scene ").skip(1).collect();
    assert!(scenes.len() >= 30, "{} scenes", scenes.len());
    for scene in scenes {
        let mut lines = scene.lines();
        let head = lines.next().unwrap();
        let ours: Vec<String> = primitives(head).iter().map(line).collect();
        let theirs: Vec<&str> = lines.collect();
        for (ours, theirs) in ours.iter().zip(&theirs) {
            assert!(is_same(ours, theirs), "{head}:\n  here     {ours}\n  the page {theirs}");
        }
        assert_eq!(ours.len(), theirs.len(), "{head}");
    }
}

/// Of a scene such as `channel whole 12`.
fn primitives(head: &str) -> Vec<Primitive> {
    let [name, view, step] = head.split(' ').collect::<Vec<_>>()[..] else { panic!("{head}") };
    let step = step.parse().unwrap();
    let trace = Trace::read(&fs::read(Path::new(FIXTURES).join(format!("{name}.json"))).unwrap()).unwrap();
    assert_eq!(step, if view == "whole" { trace.last() } else { trace.interesting_step() }, "{head}");
    let lanes = Lanes::new(&trace);
    let length = trace.len() as f64;
    let (stretch, pitch, scroll) = match view {
        "whole" => (Stretch::fit(900.0, length), 44.0, 0.0),
        "readable" => (Stretch::comfortable(480.0, length).following(step), 54.0, 0.0),
        _ => (Stretch::at_scale(60.0, length, 1.5).following(step), 30.0, 45.0),
    };
    let height = RULER + lanes.len() as f64 * pitch;
    layout(&Scene { trace: &trace, lanes: &lanes, stretch, pitch, scroll, width: stretch.size, height, step })
}

fn line(primitive: &Primitive) -> String {
    let area = |Area { x, y, w, h }: &Area| format!("{x} {y} {w} {h}");
    let point = |Point { x, y }: &Point| format!("{x} {y}");
    let given = |word: &str, is: bool| if is { format!(" {word}") } else { String::new() };
    match primitive {
        Primitive::Bar { area: of, look, label } => format!("bar {} {} {label}", area(of), look.word()).trim_end().to_owned(),
        Primitive::Band { area: of, paint } => format!("band {} {paint}", area(of)),
        Primitive::Shares { area: of, parts } => {
            let shares: String = parts.iter().map(|(_, share)| format!(" {share}")).collect();
            let looks: String = parts.iter().map(|(look, _)| format!(" {}", look.word())).collect();
            format!("shares {}{shares}{looks}", area(of))
        }
        Primitive::Line { from, to, paint, width } => format!("line {} {} {width} {paint}", point(from), point(to)),
        Primitive::Cross { at } => format!("cross {}", point(at)),
        Primitive::Arrow { from, to, inward, forced, strong } => {
            let how = given("inward", *inward) + &given("forced", *forced) + &given("strong", *strong);
            format!("arrow {} {}{how}", point(from), point(to))
        }
        Primitive::Text { at, text, paint, align, boxed } => {
            let align = match align {
                Align::Left => "left",
                Align::Centre => "center",
                Align::Right => "right",
            };
            format!("text {} {align} {paint}{} {text}", point(at), given("boxed", *boxed))
        }
    }
}

/// Numbers may differ in the last of three decimals.
fn is_same(ours: &str, theirs: &str) -> bool {
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (ours.split(' ').collect(), theirs.split(' ').collect());
    let close = |(a, b): (&&str, &&str)| match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(a), Ok(b)) => (a - b).abs() < 0.0011,
        _ => a == b,
    };
    ours.len() == theirs.len() && ours.iter().zip(&theirs).all(close)
}

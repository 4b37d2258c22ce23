//! The rows of the timeline, as `static/js/model/lanes.js` orders and folds them, without those of the library.
//!
//! Lanes are numbers into one list, since frames may nest deeper than a stack.

use std::collections::HashMap;

use crate::segments::{Segment, loop_segments, merge, segments_of};
use crate::trace::{Event, Kind, NOBODY, Trace};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneKind {
    Frame,
    Loop,
    /// Like siblings, folded into one.
    Group,
    /// Finished calls of several functions.
    Calls,
}

#[derive(Clone, Debug)]
pub struct Lane {
    pub kind: LaneKind,
    pub label: String,
    /// The frame, of a group its first; [`NOBODY`] for the event loop.
    pub frame: i32,
    pub depth: usize,
    members: Vec<usize>,
    children: Vec<usize>,
    folded: bool,
}

pub struct Lanes {
    lanes: Vec<Lane>,
    /// The rows to be seen, from top to bottom.
    rows: Vec<usize>,
    row_of: HashMap<i32, usize>,
    segments: Vec<Vec<Segment>>,
}

/// More like siblings than this fold into one row.
const MANY: usize = 8;
/// More finished calls than this under one frame are hidden.
const FEW_CALLS: usize = 3;
/// Of more open rows than this, those below the second level begin folded.
const OPEN_ROWS: usize = 60;

impl Lanes {
    pub fn new(trace: &Trace) -> Self {
        let (lanes, roots) = Builder::new(trace).build();
        let mut all = Lanes { lanes, rows: Vec::new(), row_of: HashMap::new(), segments: Vec::new() };
        all.rows = all.open_rows(&roots);
        if all.fold_many() {
            all.rows = all.open_rows(&roots);
        }
        all.row_of = all.find_rows();
        let of_frames = segments_of(trace);
        all.segments = all.rows().map(|lane| segments(lane, trace, &of_frames)).collect();
        all
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn rows(&self) -> impl Iterator<Item = &Lane> {
        self.rows.iter().map(|lane| &self.lanes[*lane])
    }

    pub fn row(&self, row: usize) -> &Lane {
        &self.lanes[self.rows[row]]
    }

    pub fn segments(&self, row: usize) -> &[Segment] {
        &self.segments[row]
    }

    /// The row in which a frame is to be seen: its own, or that of the folded row it is in.
    pub fn row_of(&self, frame: i32) -> Option<usize> {
        self.row_of.get(&frame).copied()
    }

    fn open_rows(&self, roots: &[usize]) -> Vec<usize> {
        let mut rows = Vec::new();
        let mut pending: Vec<usize> = roots.iter().rev().copied().collect();
        while let Some(lane) = pending.pop() {
            rows.push(lane);
            if !self.lanes[lane].folded {
                pending.extend(self.lanes[lane].children.iter().rev());
            }
        }
        rows
    }

    fn find_rows(&self) -> HashMap<i32, usize> {
        let mut found = HashMap::new();
        for (row, lane) in self.rows.iter().enumerate() {
            let Lane { folded, kind, frame, .. } = &self.lanes[*lane];
            if !folded {
                if matches!(kind, LaneKind::Loop | LaneKind::Frame) {
                    found.insert(*frame, row);
                }
                continue;
            }
            let mut pending = vec![*lane];
            while let Some(lane) = pending.pop() {
                let Lane { kind, members, children, .. } = &self.lanes[lane];
                if *kind == LaneKind::Loop {
                    found.insert(NOBODY, row);
                }
                found.extend(members.iter().map(|frame| (*frame as i32, row)));
                pending.extend(children);
            }
        }
        found
    }

    /// Whether it folded anything.
    fn fold_many(&mut self) -> bool {
        if self.rows.len() <= OPEN_ROWS {
            return false;
        }
        let mut open_at = Vec::<usize>::new();
        for lane in self.rows() {
            if open_at.len() <= lane.depth {
                open_at.resize(lane.depth + 1, 0);
            }
            open_at[lane.depth] += 1;
        }
        let mut open = 0;
        let too_deep = open_at.iter().position(|count| {
            open += count;
            open > OPEN_ROWS
        });
        let deepest = too_deep.unwrap_or(0).max(2);
        for lane in &self.rows {
            let lane = &mut self.lanes[*lane];
            lane.folded |= lane.depth == deepest - 1 && !lane.children.is_empty();
        }
        true
    }
}

fn segments(lane: &Lane, trace: &Trace, of_frames: &[Vec<Segment>]) -> Vec<Segment> {
    match lane.kind {
        LaneKind::Loop => loop_segments(trace),
        _ => merge(&lane.members.iter().map(|frame| of_frames[*frame].as_slice()).collect::<Vec<_>>()),
    }
}

struct Builder<'a> {
    trace: &'a Trace,
    /// Those of all frames, by their ids; then those that stand for others.
    lanes: Vec<Lane>,
    /// Frames of finished calls, with none under them that can sleep.
    quiet: Vec<bool>,
}

impl<'a> Builder<'a> {
    fn new(trace: &'a Trace) -> Self {
        let of_frame = |id: usize| Lane {
            kind: LaneKind::Frame,
            label: trace.label(id as i32),
            frame: id as i32,
            depth: 0,
            members: vec![id],
            children: Vec::new(),
            folded: false,
        };
        Builder { trace, lanes: (0..trace.frames.len()).map(of_frame).collect(), quiet: vec![false; trace.frames.len()] }
    }

    fn build(mut self) -> (Vec<Lane>, Vec<usize>) {
        let roots = self.tree();
        self.find_quiet();
        let roots = self.group(roots);
        let mut pending: Vec<(usize, usize)> = roots.iter().map(|lane| (*lane, 0)).collect();
        while let Some((lane, depth)) = pending.pop() {
            let kind = self.lanes[lane].kind;
            let children = std::mem::take(&mut self.lanes[lane].children);
            let children = match kind {
                LaneKind::Calls => self.group_likes(children),
                LaneKind::Group => children,
                _ => self.group(children),
            };
            pending.extend(children.iter().map(|child| (*child, depth + 1)));
            self.lanes[lane].depth = depth;
            self.lanes[lane].children = children;
        }
        (self.lanes, roots)
    }

    fn tree(&mut self) -> Vec<usize> {
        let trace = self.trace;
        let first_turn = trace.loop_runs.iter().find(|(_, begins)| *begins).map(|(at, _)| *at);
        let event_loop = first_turn.map(|_| self.add(LaneKind::Loop, "event loop".to_owned(), NOBODY, Vec::new()));
        let mut roots = Vec::new();
        for frame in 0..trace.frames.len() {
            match (usize::try_from(self.first_resumer(frame)), event_loop) {
                (Ok(by), _) => self.lanes[by].children.push(frame),
                (Err(_), Some(event_loop)) if trace.frames[frame].sleeps => self.lanes[event_loop].children.push(frame),
                _ => roots.push(frame),
            }
        }
        if let (Some(event_loop), Some(turn)) = (event_loop, first_turn) {
            let before = trace.active.iter().take(turn + 1).rev().filter_map(|frame| usize::try_from(*frame).ok());
            match before.clone().find(|frame| !trace.frames[*frame].sleeps) {
                Some(starter) => self.lanes[starter].children.push(event_loop),
                None => roots.push(event_loop),
            }
        }
        roots
    }

    fn add(&mut self, kind: LaneKind, label: String, frame: i32, children: Vec<usize>) -> usize {
        let members = children.iter().filter_map(|child| usize::try_from(self.lanes[*child].frame).ok()).collect();
        let folded = kind != LaneKind::Loop;
        self.lanes.push(Lane { kind, label, frame, depth: 0, members, children, folded });
        self.lanes.len() - 1
    }

    /// A frame that resumed another comes before it in the tree only if it was made before: no cycle can be.
    fn first_resumer(&self, frame: usize) -> i32 {
        for step in self.trace.steps_of(frame) {
            let step = self.trace.step(*step);
            if matches!(step.event, Event::Resume | Event::Call) {
                return step.peer.unwrap_or(NOBODY);
            }
        }
        self.trace.frames[frame].creator
    }

    fn find_quiet(&mut self) {
        for frame in (0..self.trace.frames.len()).rev() {
            let of = &self.trace.frames[frame];
            let is_call = matches!(of.kind, Kind::Function | Kind::Comprehension | Kind::Class) && !of.sleeps;
            let has_returned = self.trace.steps_of(frame).last().is_some_and(|end| self.trace.events[*end] == Event::Return);
            let children = &self.lanes[frame].children;
            self.quiet[frame] = is_call && has_returned && children.iter().all(|child| self.quiet.get(*child) == Some(&true));
        }
    }

    fn is_quiet(&self, lane: usize) -> bool {
        self.quiet.get(lane) == Some(&true)
    }

    fn group(&mut self, siblings: Vec<usize>) -> Vec<usize> {
        let siblings = self.hide_calls(siblings);
        self.group_likes(siblings)
    }

    /// Puts finished calls into one row where they are several.
    fn hide_calls(&mut self, siblings: Vec<usize>) -> Vec<usize> {
        let calls: Vec<usize> = siblings.iter().copied().filter(|lane| self.is_quiet(*lane)).collect();
        if calls.len() <= FEW_CALLS {
            return siblings;
        }
        let first = calls[0];
        let row = self.add(LaneKind::Calls, format!("{} calls", calls.len()), first as i32, calls);
        let shown = siblings.into_iter().filter(|lane| *lane == first || !self.is_quiet(*lane));
        shown.map(|lane| if lane == first { row } else { lane }).collect()
    }

    /// Puts like siblings into a group where they are many.
    fn group_likes(&mut self, siblings: Vec<usize>) -> Vec<usize> {
        let mut likes = HashMap::<String, Vec<usize>>::new();
        let name = |this: &Self, lane: usize| match this.lanes[lane].kind {
            LaneKind::Frame => this.trace.name(lane),
            // Under one frame there is at most one of these.
            _ => String::new(),
        };
        for lane in &siblings {
            likes.entry(name(self, *lane)).or_default().push(*lane);
        }
        let mut out = Vec::new();
        for lane in siblings {
            let name = name(self, lane);
            let alike = &likes[&name];
            if alike.len() <= MANY || name.is_empty() {
                out.push(lane);
            } else if alike[0] == lane {
                let label = format!("{} ×{}", name.strip_suffix("()").unwrap_or(&name), alike.len());
                let alike = alike.clone();
                out.push(self.add(LaneKind::Group, label, lane as i32, alike));
            }
        }
        out
    }
}

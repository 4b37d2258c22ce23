//! The life of each frame as a row of segments, as `static/js/model/segments.js` has it.
//!
//! `Waiting` is the state `running` of a frame that has called or resumed another one.

use crate::trace::{Event, NOBODY, State, Trace};

/// In order of importance: what is seen of many frames in one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Running,
    Suspended,
    Waiting,
    Created,
    Failed,
    Closed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    pub from: usize,
    /// The first step that is not in it any more.
    pub to: usize,
    pub look: Look,
    /// Where a suspended one sleeps; else 0.
    pub line: usize,
}

pub const LOOKS: [Look; 6] = [Look::Running, Look::Suspended, Look::Waiting, Look::Created, Look::Failed, Look::Closed];

/// The segments of each frame, in order, without overlap.
pub fn segments_of(trace: &Trace) -> Vec<Vec<Segment>> {
    let frames = trace.frames.len();
    let mut rows = vec![Row::default(); frames];
    let mut looks = vec![Look::Closed; frames];
    let mut seen = vec![false; frames];
    let mut states = trace.states.iter().peekable();
    let mut before = NOBODY;
    for step in 0..trace.len() {
        let active = trace.active[step];
        while let Some(&(_, frame, state)) = states.next_if(|(at, ..)| *at <= step) {
            seen[frame] = true;
            let fails = || trace.events[step] == Event::Raise && trace.step_frame[step] == frame && !trace.is_orderly_close(step);
            looks[frame] = match state {
                State::Created => Look::Created,
                State::Running => Look::Waiting,
                State::Suspended => Look::Suspended,
                State::Closed if fails() => Look::Failed,
                State::Closed => Look::Closed,
            };
            if frame as i32 != active {
                let line = if looks[frame] == Look::Suspended { trace.line_at(frame, step) } else { 0 };
                rows[frame].turn(step, looks[frame], line);
            }
        }
        if let (true, Ok(left)) = (active != before, usize::try_from(before))
            && looks[left] == Look::Waiting
        {
            rows[left].turn(step, Look::Waiting, 0);
        }
        if let Ok(now) = usize::try_from(active)
            && seen[now]
        {
            let look = if looks[now] == Look::Waiting { Look::Running } else { looks[now] };
            rows[now].turn(step, look, 0);
        }
        before = active;
    }
    rows.into_iter().map(|row| row.finish(trace.len())).collect()
}

/// Many rows as one: at each step the most important look of all of them.
pub fn merge(rows: &[&[Segment]]) -> Vec<Segment> {
    if let [only] = rows {
        return only.to_vec();
    }
    let mut turns: Vec<(usize, Look, i64)> = Vec::new();
    for segment in rows.iter().copied().flatten() {
        turns.extend([(segment.from, segment.look, 1), (segment.to, segment.look, -1)]);
    }
    turns.sort_by_key(|(at, ..)| *at);
    let mut counts = [0_i64; LOOKS.len()];
    let mut merged = Row::default();
    for same in turns.chunk_by(|a, b| a.0 == b.0) {
        for (_, look, by) in same {
            counts[*look as usize] += by;
        }
        if let Some(look) = counts.iter().position(|count| *count > 0) {
            merged.turn(same[0].0, LOOKS[look], 0);
        }
    }
    merged.finish(turns.last().map_or(0, |(at, ..)| *at))
}

/// The event loop's own: where it has control it runs, else it waits for the task that it resumed.
pub fn loop_segments(trace: &Trace) -> Vec<Segment> {
    let mut row = Vec::<(usize, Look)>::new();
    let ends = trace.loop_runs.iter().skip(1).map(|(at, _)| *at).chain([usize::MAX]);
    for ((from, runs), to) in trace.loop_runs.iter().zip(ends) {
        if !runs {
            continue;
        }
        for step in *from..to.min(trace.len()) {
            let look = if trace.active[step] == NOBODY { Look::Running } else { Look::Waiting };
            if row.last().is_none_or(|(_, last)| *last != look) {
                row.push((step, look));
            }
        }
        if to < trace.len() {
            row.push((to, Look::Closed));
        }
    }
    let ends = row.iter().skip(1).map(|(at, _)| *at).chain([trace.len()]);
    row.iter().zip(ends).map(|((from, look), to)| Segment { from: *from, to, look: *look, line: 0 }).collect()
}

/// The segment that holds a step.
pub fn segment_at(row: &[Segment], step: usize) -> Option<usize> {
    let count = row.partition_point(|segment| segment.from <= step);
    count.checked_sub(1).filter(|at| row[*at].to > step)
}

/// Where a row turns to another look.
#[derive(Clone, Default)]
struct Row(Vec<(usize, Look, usize)>);

impl Row {
    fn turn(&mut self, at: usize, look: Look, line: usize) {
        match self.0.last_mut() {
            Some((_, last, its_line)) if (*last, *its_line) == (look, line) => {}
            Some(last) if last.0 == at => *last = (at, look, line),
            _ => self.0.push((at, look, line)),
        }
    }

    fn finish(self, end: usize) -> Vec<Segment> {
        let ends = self.0.iter().skip(1).map(|(at, ..)| *at).chain([end]);
        self.0.iter().zip(ends).map(|((from, look, line), to)| Segment { from: *from, to, look: *look, line: *line }).collect()
    }
}

impl Look {
    /// The beginning of the names of its colours.
    pub fn word(self) -> &'static str {
        match self {
            Look::Running => "running",
            Look::Suspended => "suspended",
            Look::Waiting => "waiting",
            Look::Created => "created",
            Look::Failed => "failed",
            Look::Closed => "closed",
        }
    }
}

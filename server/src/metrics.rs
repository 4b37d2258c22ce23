//! What is counted of the server's work, for `GET /metrics` in the text form that Prometheus reads.
//!
//! No label holds anything that a client chooses, so there are never more lines than the server has words.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Metrics(Arc<Mutex<Counted>>);

#[derive(Debug, Default)]
struct Counted {
    /// By metric and by the value of its label.
    counts: BTreeMap<(Count, String), u64>,
    times: BTreeMap<Time, Histogram>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Count {
    /// Requests answered, by status.
    Requests,
    /// Requests refused, by the error's code.
    Refused,
    /// Runs, by outcome; those that passed a limit by its name.
    Runs,
    /// Steps recorded.
    Steps,
    /// Traces asked for, by where they came from.
    Traces,
    /// Connections closed by the server, by reason.
    Closed,
}

/// What is timed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    /// From a request to its answer's head.
    Request,
    /// A program's wait for its turn.
    Wait,
    /// A run, from its turn to its answer.
    Run,
}

/// What is so at the moment.
#[derive(Clone, Copy, Debug)]
pub struct Gauge {
    pub name: &'static str,
    pub help: &'static str,
    pub value: u64,
}

#[derive(Debug, Default)]
struct Histogram {
    /// Times up to each of [`BOUNDS`], and those past all of them.
    buckets: [u64; BOUNDS.len() + 1],
    sum: Duration,
}

/// In milliseconds.
const BOUNDS: [u64; 12] = [1, 2, 5, 10, 25, 50, 100, 250, 1000, 2500, 5000, 10_000];

impl Metrics {
    pub fn count(&self, what: Count, label: &str) {
        self.add(what, label, 1);
    }

    pub fn add(&self, what: Count, label: &str, number: u64) {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *counted.counts.entry((what, label.to_owned())).or_default() += number;
    }

    pub fn time(&self, what: Time, took: Duration) {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let histogram = counted.times.entry(what).or_default();
        let bucket = BOUNDS.iter().position(|bound| took <= Duration::from_millis(*bound)).unwrap_or(BOUNDS.len());
        histogram.buckets[bucket] += 1;
        histogram.sum += took;
    }

    /// All of it as text, with what is so at the moment.
    pub fn text(&self, gauges: &[Gauge]) -> String {
        let counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut text = String::new();
        for Gauge { name, help, value } in gauges {
            let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");
        }
        let mut before = None;
        for ((what, label), number) in &counted.counts {
            let (name, key, help) = what.words();
            if before.replace(what) != Some(what) {
                let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} counter\n");
            }
            let _ = if key.is_empty() { writeln!(text, "{name} {number}") } else { writeln!(text, "{name}{{{key}=\"{label}\"}} {number}") };
        }
        for (what, histogram) in &counted.times {
            histogram.write(*what, &mut text);
        }
        text
    }
}

impl Histogram {
    fn write(&self, what: Time, text: &mut String) {
        let (name, help) = what.words();
        let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} histogram\n");
        let mut so_far = 0;
        for (number, bound) in self.buckets.iter().zip(BOUNDS) {
            so_far += number;
            let _ = writeln!(text, "{name}_bucket{{le=\"{}\"}} {so_far}", Duration::from_millis(bound).as_secs_f64());
        }
        let all: u64 = self.buckets.iter().sum();
        let _ = write!(text, "{name}_bucket{{le=\"+Inf\"}} {all}\n{name}_sum {}\n{name}_count {all}\n", self.sum.as_secs_f64());
    }
}

impl Count {
    /// Name, label and help.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Count::Requests => ("stillframe_requests_total", "status", "Requests answered."),
            Count::Refused => ("stillframe_refused_total", "code", "Requests answered by an error."),
            Count::Runs => ("stillframe_runs_total", "outcome", "Programs run, by how they ended; limit_NAME is a limit that was passed."),
            Count::Steps => ("stillframe_steps_total", "", "Steps recorded."),
            Count::Traces => ("stillframe_traces_total", "from", "Traces asked for: answered from the cache, or by a run."),
            Count::Closed => ("stillframe_closed_total", "reason", "Connections that the server closed, by reason."),
        }
    }
}

impl Time {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Time::Request => ("stillframe_request_seconds", "From a request to the head of its answer."),
            Time::Wait => ("stillframe_wait_seconds", "A program's wait for its turn."),
            Time::Run => ("stillframe_run_seconds", "A run, from its turn to its answer."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_told_as_prometheus_reads_it() {
        let metrics = Metrics::default();
        metrics.count(Count::Runs, "finished");
        metrics.count(Count::Runs, "finished");
        metrics.count(Count::Runs, "limit_memory");
        metrics.add(Count::Steps, "", 7);
        for milliseconds in [1, 3, 20_000] {
            metrics.time(Time::Run, Duration::from_millis(milliseconds));
        }
        let text = metrics.text(&[Gauge { name: "stillframe_running", help: "Now.", value: 2 }]);
        for line in [
            "# TYPE stillframe_running gauge",
            "stillframe_running 2",
            "stillframe_runs_total{outcome=\"finished\"} 2",
            "stillframe_runs_total{outcome=\"limit_memory\"} 1",
            "stillframe_steps_total 7",
            "stillframe_run_seconds_bucket{le=\"0.001\"} 1",
            "stillframe_run_seconds_bucket{le=\"0.005\"} 2",
            "stillframe_run_seconds_bucket{le=\"10\"} 2",
            "stillframe_run_seconds_bucket{le=\"+Inf\"} 3",
            "stillframe_run_seconds_sum 20.004",
            "stillframe_run_seconds_count 3",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
        }
        assert_eq!(text.matches("# TYPE stillframe_runs_total counter").count(), 1);
    }
}

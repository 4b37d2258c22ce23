//! Whatever a client or a worker sends is answered or refused, never a panic. Each target is a test: `cargo test` gives it a few seconds of random input;
//! `.ci/fuzz` lets libFuzzer steer it for as long as one likes.

#[path = "../common/mod.rs"]
mod common;
mod protocol;
mod requests;

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use bolero::check;
use common::Site;
use requests::Shape;
use stillframe_server::access::{Access, Rate, Settings as AccessSettings};
use stillframe_server::runner::Settings;
use tokio::runtime;

/// How long `cargo test` gives each target.
const MOMENT: Duration = Duration::from_secs(3);

/// Requests to every route, with anything for a path, headers and a body.
#[test]
fn http() {
    let runtime = runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
    // A request that panics is the last one.
    let site = AssertUnwindSafe(runtime.block_on(site()));
    check!().with_test_time(MOMENT).with_type::<Shape>().for_each(|shape| {
        let Some(request) = shape.request() else { return };
        let answer = runtime.block_on(site.ask(request));
        requests::is_as_promised(&answer, shape);
    });
}

/// Bytes that the other side of a pipe may write, in both directions.
#[test]
fn frames() {
    let runtime = runtime::Builder::new_current_thread().build().expect("a runtime can be made");
    check!().with_test_time(MOMENT).with_type::<protocol::Noise>().for_each(|noise| runtime.block_on(protocol::is_read_or_refused(noise)));
}

/// What one side sends, the other gets.
#[test]
fn messages() {
    let runtime = runtime::Builder::new_current_thread().build().expect("a runtime can be made");
    check!().with_test_time(MOMENT).with_type::<protocol::Sent>().for_each(|sent| runtime.block_on(protocol::arrives_as_it_was_sent(sent)));
}

/// One without workers, on which nobody asks too often.
async fn site() -> Site {
    let endless = Rate { at_once: u32::MAX, a_minute: u32::MAX };
    let access = Access::new(AccessSettings { runs: endless, shares: endless, ..AccessSettings::default() });
    Site::without_workers(Settings { access, ..Settings::default() }).await
}

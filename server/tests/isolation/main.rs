//! Each layer around a worker, attacked: this program starts itself anew, restricts itself as a worker does, and tries to get out.
//!
//! The usual harness starts threads before a test begins, and a worker restricts itself before it has any. So `main` is the harness.
//! A layer that the kernel lacks is reported by name, and the test then holds the report to that: it must not claim the layer.

#[cfg(target_os = "linux")]
mod attack;
#[cfg(target_os = "linux")]
mod expectations;

fn main() {
    #[cfg(target_os = "linux")]
    {
        let arguments: Vec<String> = std::env::args().collect();
        match arguments.get(1).map(String::as_str) {
            Some("--attack") => attack::attack(&arguments[2], &arguments[3], arguments[4].as_ref()),
            _ => expectations::check_all(),
        }
    }
}

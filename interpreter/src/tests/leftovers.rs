//! Nothing of a run outlives it.

use stillframe_interpreter::object::heap;
use stillframe_interpreter::{Host, Limits, Recording, Stream, run};

struct Deaf;

impl Host for Deaf {
    fn write(&mut self, _: Stream, _: &str) {}
}

#[test]
fn nothing_is_left_of_a_run() {
    let source = "a = []\na.append(a)\n\nclass Node:\n    pass\n\nn = Node()\nn.self = n\n\ndef g():\n    me = yield\n    yield me\n\nx = g()\nnext(x)\nx.send(x)\n";
    run(source, &Limits::default(), Recording::Program, &mut Deaf);
    assert_eq!(heap::tracked_count(), 0);
}

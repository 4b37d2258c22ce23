//! The library's modules: each listed once, with its source. The build script reads this file too, and compiles them.

use stillframe_front::bytecode::code::Program;
use stillframe_front::{compile, syntax};

/// A module of the library.
pub struct Module {
    pub name: &'static str,
    pub source: &'static str,
}

macro_rules! modules {
    ($($name:literal: $($file:literal)+,)+) => {
        /// Every module, by its dotted name.
        pub static MODULES: &[Module] = &[$(Module { name: $name, source: concat!($(include_str!($file)),+) }),+];
    };
}

modules! {
    "prelude":
        "prelude/machine.py" "prelude/objects.py" "prelude/operators.py" "prelude/comparisons.py" "prelude/iteration.py"
        "prelude/iterables.py" "prelude/sequences.py" "prelude/dicts.py" "prelude/sets.py" "prelude/showing.py"
        "prelude/classes.py" "prelude/text.py" "prelude/codecs.py" "prelude/traceback.py",
    "__future__": "__future__.py",
    "_annotation": "_annotation.py",
    "_calendar": "_calendar.py",
    "_collections": "_collections.py",
    "_compiled": "_compiled.py",
    "_contextviews": "_contextviews.py",
    "_csv": "_csv.py",
    "_decimal": "_decimal.py",
    "_idna": "_idna.py",
    "_misfit": "_misfit.py",
    "_positions": "_positions.py",
    "_structseq": "_structseq.py",
    "_weakrefset": "_weakrefset.py",
    "abc": "abc.py",
    "argparse": "argparse/__init__.py",
    "argparse._actions": "argparse/_actions.py",
    "argparse._help": "argparse/_help.py",
    "argparse._matching": "argparse/_matching.py",
    "array": "array.py",
    "asyncio": "asyncio/__init__.py",
    "asyncio.base_events": "asyncio/base_events.py",
    "asyncio.coroutines": "asyncio/coroutines.py",
    "asyncio.events": "asyncio/events.py",
    "asyncio.exceptions": "asyncio/exceptions.py",
    "asyncio.futures": "asyncio/futures.py",
    "asyncio.locks": "asyncio/locks.py",
    "asyncio.queues": "asyncio/queues.py",
    "asyncio.runners": "asyncio/runners.py",
    "asyncio.taskgroups": "asyncio/taskgroups.py",
    "asyncio.tasks": "asyncio/tasks.py",
    "asyncio.threads": "asyncio/threads.py",
    "asyncio.timeouts": "asyncio/timeouts.py",
    "asyncio.waiting": "asyncio/waiting.py",
    "base64": "base64.py",
    "binascii": "binascii.py",
    "bisect": "bisect.py",
    "calendar": "calendar.py",
    "codecs": "codecs.py",
    "collections": "collections/__init__.py",
    "collections._user": "collections/_user.py",
    "collections.abc": "collections/abc.py",
    "contextlib": "contextlib.py",
    "contextvars": "contextvars.py",
    "copy": "copy.py",
    "csv": "csv.py",
    "dataclasses": "dataclasses.py",
    "datetime": "datetime/spans.py" "datetime/zones.py" "datetime/dates.py" "datetime/times.py" "datetime/iso.py" "datetime/moments.py",
    "decimal": "decimal/signals.py" "decimal/contexts.py" "decimal/making.py" "decimal/texts.py" "decimal/powers.py" "decimal/number.py",
    "difflib": "difflib.py",
    "doctest": "doctest/__init__.py",
    "doctest._examples": "doctest/_examples.py",
    "doctest._finder": "doctest/_finder.py",
    "enum": "enum/body.py" "enum/metaclass.py" "enum/classes.py" "enum/checks.py",
    "fractions": "fractions.py",
    "functools": "functools.py",
    "gc": "gc.py",
    "hashlib": "hashlib.py",
    "heapq": "heapq.py",
    "hmac": "hmac.py",
    "html": "html/__init__.py",
    "html.entities": "html/entities.py",
    "inspect": "inspect/kinds.py" "inspect/sources.py" "inspect/signatures.py" "inspect/details.py",
    "io": "io.py",
    "itertools": "itertools.py",
    "json": "json.py",
    "json.decoder": "_json_decoder.py",
    "json.encoder": "_json_encoder.py",
    "linecache": "linecache.py",
    "logging": "logging.py",
    "math": "math.py",
    "numbers": "numbers.py",
    "operator": "operator.py",
    "pprint": "pprint.py",
    "queue": "queue.py",
    "random": "random.py",
    "re": "re.py",
    "reprlib": "reprlib.py",
    "secrets": "secrets.py",
    "shlex": "shlex.py",
    "signal": "signal.py",
    "statistics": "statistics.py",
    "string": "string.py",
    "struct": "struct.py",
    "sys": "sys.py",
    "textwrap": "textwrap.py",
    "time": "time.py",
    "timeit": "timeit.py",
    "traceback": "traceback.py",
    "types": "types.py",
    "typing": "typing/forms.py" "typing/variables.py" "typing/classes.py" "typing/functions.py",
    "unittest": "unittest/__init__.py",
    "unittest._autospec": "unittest/_autospec.py",
    "unittest._calls": "unittest/_calls.py",
    "unittest._magic": "unittest/_magic.py",
    "unittest._patch": "unittest/_patch.py",
    "unittest.assertions": "unittest/assertions.py",
    "unittest.async_case": "unittest/async_case.py",
    "unittest.case": "unittest/case.py",
    "unittest.expectations": "unittest/expectations.py",
    "unittest.loader": "unittest/loader.py",
    "unittest.main": "unittest/main.py",
    "unittest.mock": "unittest/mock.py",
    "unittest.result": "unittest/result.py",
    "unittest.runner": "unittest/runner.py",
    "unittest.suite": "unittest/suite.py",
    "unittest.util": "unittest/util.py",
    "uuid": "uuid.py",
    "warnings": "warnings.py",
    "weakref": "weakref.py",
    "zlib": "zlib.py",
}

/// Compiles a module, to be watched or not. Its source is ours: an error in it is a defect that the tests find.
pub fn compile(module: &Module, watched: bool) -> Program {
    let fail = |error: &dyn std::fmt::Debug| -> ! { panic!("the library's module {} does not compile: {error:?}", module.name) };
    let tree = syntax::parse(module.source).unwrap_or_else(|error| fail(&error));
    let options = compile::Options { watched, module_registers: false };
    compile::compile(&tree, &options).unwrap_or_else(|error| fail(&error))
}

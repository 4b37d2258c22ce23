//! What the playground leaves out (`docs/language.md`): a program that uses it is told so, in a sentence that names it.

#[path = "support/ear.rs"]
mod ear;

use ear::Ear;
use stillframe_interpreter::{Limits, Recording, run};

/// Runs a program, recorded and not, which must say the same; what it wrote.
fn said(source: &str) -> Ear {
    let mut heard = [Recording::Off, Recording::Program].map(|recording| {
        let mut ear = Ear::default();
        run(source, &Limits::default(), recording, &mut ear);
        ear
    });
    assert_eq!((&heard[0].output, &heard[0].errors), (&heard[1].output, &heard[1].errors), "{source}");
    std::mem::take(&mut heard[1])
}

/// The last line on standard error.
fn last_error(source: &str) -> String {
    said(source).errors.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn a_hopeless_import_is_told_before_the_program_runs() {
    let ear = said("print('first')\nimport math, os.path\nprint('then')\n");
    assert_eq!(ear.output, "");
    let traceback = "Traceback (most recent call last):\n  File \"main.py\", line 2, in <module>\n    import math, os.path\n\
                     ModuleNotFoundError: No module named 'os': the playground has no files\n";
    assert_eq!(ear.errors, traceback);
    assert_eq!(
        last_error("from threading import Thread"),
        "ModuleNotFoundError: No module named 'threading': the playground has no threads"
    );
    assert_eq!(last_error("import socket"), "ModuleNotFoundError: No module named 'socket': the playground has no network");
    assert_eq!(
        last_error("import numpy as np"),
        "ModuleNotFoundError: No module named 'numpy': the playground has no packages; lists, math, statistics and decimal are here"
    );
    assert_eq!(
        last_error("import aiohttp"),
        "ModuleNotFoundError: No module named 'aiohttp': the playground has no packages, and no network"
    );
    assert_eq!(last_error("import my_own_module"), "ModuleNotFoundError: No module named 'my_own_module'");
    assert_eq!(
        last_error("import asyncio.subprocess"),
        "ModuleNotFoundError: No module named 'asyncio.subprocess': the playground has no processes"
    );
    assert_eq!(
        last_error("from asyncio import open_connection"),
        "ImportError: cannot import name 'open_connection' from 'asyncio': the playground has no network"
    );
    assert!(
        last_error("from asyncio import no_such")
            .starts_with("ImportError: cannot import name 'no_such' from 'asyncio' (unknown location)")
    );
}

#[test]
fn an_import_that_may_not_happen_waits_for_its_turn() {
    let guarded = said("print('first')\ntry:\n    import os\nexcept ImportError as error:\n    print(error)\nif False:\n    import os\n");
    assert_eq!(guarded.output, "first\nNo module named 'os': the playground has no files\n");
    assert_eq!(guarded.errors, "");
    assert_eq!(said("print('first')\nimport no_such_module").output, "first\n", "CPython does not have it either");
    assert_eq!(said(">>> print('first')\nfirst\n>>> import os\n>>> print('then')\n").output, "first\nthen\n");
}

#[test]
fn builtins_that_make_no_sense_here_say_why() {
    for (call, message) in [
        ("open('x')", "RuntimeError: the playground has no files: open() is not available"),
        ("input()", "EOFError: the playground has no keyboard, and the program was given no input"),
        ("exec('1')", "RuntimeError: exec() is not available in the playground"),
        ("eval('1')", "RuntimeError: eval() is not available in the playground"),
        ("compile('1', '', 'exec')", "RuntimeError: compile() is not available in the playground"),
        ("help(int)", "RuntimeError: help() is not available in the playground"),
        ("memoryview(b'')", "RuntimeError: memoryview() is not available in the playground"),
        ("breakpoint()", "RuntimeError: breakpoint() is not available: the playground itself shows every step"),
        ("__import__('os')", "ImportError: __import__() is not available in the playground: write an import statement"),
    ] {
        assert_eq!(last_error(call), message);
    }
}

#[test]
fn warnings_come_before_all_else() {
    let ear = said("print('runs')\nx = 1 is 1\n");
    assert_eq!(ear.output, "runs\n");
    assert_eq!(ear.errors, "main.py:2: SyntaxWarning: \"is\" with a literal. Did you mean \"==\"?\n  x = 1 is 1\n");
}

#[test]
fn an_encoding_that_is_not_known_ends_a_program_before_it_begins() {
    let ear = said("# coding: no-such\nprint('never')\n");
    assert_eq!((&*ear.output, &*ear.errors), ("", "SyntaxError: encoding problem: no-such\n"));
}

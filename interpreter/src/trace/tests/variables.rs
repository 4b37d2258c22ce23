//! Which variables are told, and when.

use serde_json::{Value as Json, json};

use super::scene::{Scene, all, code};
use crate::object::dict::Dict;
use crate::object::function::Cell;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::runtime::symbol_of;
use crate::object::value::Value;
use stillframe_front::bytecode::code::{Code, CodeKind};

fn function(variables: &[&str]) -> Vec<Code> {
    vec![code(CodeKind::Module, "<module>", 1, &[]), code(CodeKind::Function, "f", 2, variables)]
}

/// A function's frame that runs.
fn called(scene: &mut Scene) -> Box<crate::object::frame::Frame> {
    let module = scene.frame(0, None);
    scene.call(&module);
    let frame = scene.frame(1, Some(module));
    scene.call(&frame);
    frame
}

#[test]
fn only_what_changed_is_told() {
    let mut scene = Scene::new(function(&["a", "b", ".0"]));
    let mut frame = called(&mut scene);
    frame.registers[0] = Value::Int(1);
    frame.registers[2] = Value::Int(9);
    scene.line(&mut frame, 3);
    scene.line(&mut frame, 4);
    frame.registers[0] = Value::float(1.0);
    frame.registers[1] = Value::None;
    scene.line(&mut frame, 5);
    frame.registers[1] = Value::Unbound;
    scene.line(&mut frame, 6);
    scene.line(&mut frame, 7);
    frame.registers[0] = Value::True;
    scene.finish(&frame, Value::Int(1));
    let steps = scene.steps();
    assert_eq!(
        all(&steps, "locals")[2..],
        [json!({"a": "1"}), Json::Null, json!({"a": "1.0", "b": "None"}), json!({"b": null}), Json::Null, json!({"a": "True"})]
    );
}

#[test]
fn what_a_return_takes_out_of_its_variable_is_not_gone() {
    let mut scene = Scene::new(function(&["a"]));
    let mut frame = called(&mut scene);
    frame.registers[0] = Value::Int(1);
    scene.line(&mut frame, 3);
    let value = frame.registers[0].take();
    scene.finish(&frame, value);
    let steps = scene.steps();
    assert_eq!(steps[3]["locals"], Json::Null);
    assert_eq!(steps[3]["value"], "1");
}

#[test]
fn containers_are_told_again_when_they_changed_inside() {
    let mut scene = Scene::new(function(&["items", "other", "pair"]));
    let mut frame = called(&mut scene);
    let items = List::new(vec![Value::Int(1)]);
    frame.registers[0] = Value::List(items.clone());
    frame.registers[1] = Value::List(List::new(Vec::new()));
    frame.registers[2] = Value::tuple(vec![Value::Int(0), Value::List(items.clone())]);
    scene.line(&mut frame, 3);
    items.push(Value::Int(2));
    scene.line(&mut frame, 4);
    scene.line(&mut frame, 5);
    let steps = scene.steps();
    assert_eq!(steps[2]["locals"], json!({"items": "[1]", "other": "[]", "pair": "(0, [1])"}));
    assert_eq!(steps[2]["ids"], json!({"items": 1, "other": 2, "pair": 3}));
    assert_eq!(steps[3]["locals"], json!({"items": "[1, 2]", "pair": "(0, [1, 2])"}));
    assert_eq!(steps[3]["ids"], json!({"items": 1, "pair": 3}));
    assert_eq!(steps[4]["locals"], Json::Null);
}

#[test]
fn a_new_object_at_an_old_one_s_place_is_another() {
    let mut scene = Scene::new(function(&["text"]));
    let mut frame = called(&mut scene);
    for text in ["one", "two", "two"] {
        drop(frame.registers[0].take());
        frame.registers[0] = Value::str(text);
        scene.line(&mut frame, 3);
    }
    let steps = scene.steps();
    assert_eq!(all(&steps[2..], "locals"), [json!({"text": "'one'"}), json!({"text": "'two'"}), json!({"text": "'two'"})]);
}

#[test]
fn nothing_is_kept_alive() {
    let mut scene = Scene::new(function(&["items"]));
    let mut frame = called(&mut scene);
    let items = List::new(vec![Value::str("x")]);
    frame.registers[0] = Value::List(items.clone());
    scene.line(&mut frame, 3);
    scene.finish(&frame, Value::List(items.clone()));
    drop(frame);
    assert_eq!(std::rc::Rc::strong_count(&items), 1);
    assert_eq!(scene.steps().len(), 4);
}

#[test]
fn variables_in_cells_are_told_by_what_is_in_them() {
    let mut inner = code(CodeKind::Function, "f", 2, &["captured", "plain"]);
    inner.cells = vec![("captured".into(), 0), ("made".into(), 2)];
    inner.free_names = vec!["outer".into(), "__class__".into()];
    inner.free_start = 3;
    let mut scene = Scene::new(vec![code(CodeKind::Module, "<module>", 1, &[]), inner]);
    let mut frame = called(&mut scene);
    let cell = Cell::new(Value::Int(1));
    frame.registers[0] = Value::Int(1);
    frame.registers[1] = Value::Cell(Cell::new(Value::Int(5)));
    frame.registers[2] = Value::Cell(Cell::new(Value::Unbound));
    frame.registers[3] = Value::Cell(Cell::new(Value::str("o")));
    frame.registers[4] = Value::Cell(Cell::new(Value::Int(9)));
    scene.line(&mut frame, 3);
    frame.registers[0] = Value::Cell(cell.clone());
    scene.line(&mut frame, 4);
    cell.set(Value::Int(2));
    scene.line(&mut frame, 5);
    let steps = scene.steps();
    assert_eq!(
        all(&steps[2..], "locals"),
        [json!({"captured": "1", "plain": "<cell>", "outer": "'o'"}), Json::Null, json!({"captured": "2"}),]
    );
}

#[test]
fn a_module_s_definitions_are_not_told() {
    let mut scene = Scene::new(vec![code(CodeKind::Module, "<module>", 1, &["register", "f"]), code(CodeKind::Function, "f", 2, &[])]);
    let mut module = scene.frame(0, None);
    scene.call(&module);
    let globals = scene.runtime.codes[0].module.clone();
    globals.set(symbol_of("__name__"), Value::str("__main__"));
    globals.set(symbol_of("ValueError"), Value::Class(scene.runtime.classes.value_error.clone()));
    globals.set(symbol_of("aio"), Value::Module(Module::new("asyncio")));
    globals.set(symbol_of("alias"), Value::Function(scene.function(1)));
    globals.set(symbol_of("n"), Value::Int(1));
    module.registers[0] = Value::Int(5);
    module.registers[1] = Value::Function(scene.function(1));
    scene.line(&mut module, 3);
    globals.set(symbol_of("late"), Value::Int(2));
    globals.set(symbol_of("n"), Value::Module(Module::new("asyncio")));
    module.registers[1] = Value::Int(7);
    scene.line(&mut module, 4);
    globals.remove(symbol_of("late"));
    module.registers[1] = Value::Unbound;
    scene.line(&mut module, 5);
    let steps = scene.steps();
    assert_eq!(
        all(&steps[1..], "locals"),
        [
            json!({"register": "5", "alias": "<function f>", "n": "1"}),
            json!({"f": "7", "late": "2", "n": null}),
            json!({"f": null, "late": null}),
        ]
    );
}

#[test]
fn a_class_body_tells_its_namespace() {
    let mut scene = Scene::new(function(&[]));
    let module = scene.frame(0, None);
    scene.call(&module);
    let body = scene.load("__main__", vec![code(CodeKind::Class, "Point", 2, &[])], false);
    let mut frame = scene.frame(body, Some(module));
    let namespace = Dict::new();
    frame.namespace = Some(Value::Dict(namespace.clone()));
    scene.call(&frame);
    namespace.set_symbol(symbol_of("__module__"), Value::str("__main__"));
    namespace.set_symbol(symbol_of("x"), Value::Int(1));
    namespace.set_symbol(symbol_of("y"), Value::Int(2));
    scene.line(&mut frame, 3);
    namespace.remove_symbol(symbol_of("x"));
    namespace.set_symbol(symbol_of("y"), Value::Int(3));
    scene.line(&mut frame, 4);
    let steps = scene.steps();
    assert_eq!(all(&steps[2..], "locals"), [json!({"x": "1", "y": "2"}), json!({"x": null, "y": "3"})]);
}

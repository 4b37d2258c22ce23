//! What the `@…` of the grammar do: raise an error, or find on a closer look that there is none.

use super::reader::{Failure, Node, NodeId, Read, Reader};
use super::strings;
use crate::syntax::error::{Kind, SyntaxError};

/// Carries out the complaint `name` about the labelled nodes. None: there is nothing to complain about, and nothing matched.
pub fn complain(reader: &mut Reader, name: &str, nodes: &[NodeId], message: &str) -> Read {
    let first = nodes.first().copied().unwrap_or_default();
    let last = nodes.last().copied().unwrap_or_default();
    let told = |reader: &Reader| say(reader, message, first);
    let error = match name {
        "strings" => {
            let formatted = strings::check(reader, first)?;
            return Ok(Some(reader.renamed(first, if formatted { "FString" } else { "Literal" })));
        }
        "real" | "imaginary" => return number(reader, name, first),
        "last" => Some(reader.at_last(Kind::SyntaxError, told(reader))),
        "indent" => Some(reader.at_last(Kind::IndentationError, told(reader))),
        "at" | "range" => Some(reader.between(first, last, told(reader))),
        "from" => Some(reader.from(first, told(reader))),
        "assignment_target" => invalid_target(reader, first, Targets::Assigned, "cannot assign to"),
        "iteration_target" => invalid_target(reader, first, Targets::Iterated, "cannot assign to"),
        "deletion_target" => invalid_target(reader, first, Targets::Deleted, "cannot delete"),
        "legacy_call" => legacy_call(reader, first, last),
        "forgotten_comma" => forgotten_comma(reader, first, last),
        "generator_argument" => generator_argument(reader, first, last),
        "argument_order" => Some(argument_order(reader, first)),
        "dictionary_key" => Some(dictionary_key(reader, first)),
        _ => None,
    };
    match error {
        Some(error) => Err(Box::new(Failure::Raised(error))),
        None => Ok(None),
    }
}

/// Fills what a message says about a node.
fn say(reader: &Reader, message: &str, node: NodeId) -> String {
    if !message.contains(['{', '\\']) {
        return message.to_owned();
    }
    message
        .replace("\\\"", "\"")
        .replace("{a}", expression_name(reader.nodes[node].kind))
        .replace("{a.text}", reader.text(node))
        .replace("{a.line}", &reader.line(node).to_string())
}

/// What CPython calls a kind of expression.
fn expression_name(kind: &'static str) -> &'static str {
    match kind {
        "Attribute" => "attribute",
        "Subscript" => "subscript",
        "Starred" => "starred",
        "Name" => "name",
        "List" => "list",
        "Tuple" => "tuple",
        "Lambda" => "lambda",
        "Call" => "function call",
        "Operation" => "expression",
        "Generator" => "generator expression",
        "Yield" => "yield expression",
        "Await" => "await expression",
        "ListComprehension" => "list comprehension",
        "SetComprehension" => "set comprehension",
        "DictComprehension" => "dict comprehension",
        "Dict" => "dict literal",
        "Set" => "set display",
        "FString" => "f-string expression",
        "Ellipsis" => "ellipsis",
        "Literal" => "literal",
        "Comparison" | "Membership" => "comparison",
        "Conditional" => "conditional expression",
        "Named" => "named expression",
        // `True`, `False`, `None`.
        _ => kind,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Targets {
    Assigned,
    Deleted,
    /// The left of an `in`: `for a in b` reads as a comparison.
    Iterated,
}

fn invalid_target(reader: &Reader, node: NodeId, targets: Targets, what: &str) -> Option<SyntaxError> {
    let wrong = find_invalid_target(reader, node, targets)?;
    let message = format!("{what} {}", expression_name(reader.nodes[wrong].kind));
    Some(reader.between(wrong, wrong, message))
}

fn find_invalid_target(reader: &Reader, node: NodeId, targets: Targets) -> Option<NodeId> {
    let Node { kind, children, .. } = &reader.nodes[node];
    let inside = || children.iter().find_map(|&child| find_invalid_target(reader, child, targets));
    match *kind {
        "List" | "Tuple" => inside(),
        "Starred" if targets != Targets::Deleted => inside(),
        "Membership" if targets == Targets::Iterated => find_invalid_target(reader, children[0], targets),
        "Comparison" if targets == Targets::Iterated => None,
        "Name" | "Subscript" | "Attribute" => None,
        _ => Some(node),
    }
}

fn is_legacy_statement(reader: &Reader, node: NodeId) -> bool {
    reader.nodes[node].kind == "Name" && matches!(reader.text(node), "print" | "exec")
}

fn legacy_call(reader: &Reader, name: NodeId, arguments: NodeId) -> Option<SyntaxError> {
    let text = reader.text(name);
    let message = format!("Missing parentheses in call to '{text}'. Did you mean {text}(...)?");
    is_legacy_statement(reader, name).then(|| reader.between(name, arguments, message))
}

fn forgotten_comma(reader: &Reader, left: NodeId, right: NodeId) -> Option<SyntaxError> {
    if is_legacy_statement(reader, left) || reader.level_before_mark() == 0 {
        return None;
    }
    Some(reader.between(left, right, "invalid syntax. Perhaps you forgot a comma?"))
}

/// `f(x, y for y in z)`; a generator alone needs no parentheses of its own.
fn generator_argument(reader: &Reader, arguments: NodeId, clauses: NodeId) -> Option<SyntaxError> {
    let is_positional = |&&argument: &&NodeId| !reader.nodes[argument].kind.starts_with("Keyword");
    let positional: Vec<&NodeId> = reader.nodes[arguments].children.iter().filter(is_positional).collect();
    match positional.as_slice() {
        [] | [_] => None,
        [.., last] => Some(reader.between(**last, clauses, "Generator expression must be parenthesized")),
    }
}

fn argument_order(reader: &Reader, arguments: NodeId) -> SyntaxError {
    let unpacks = |&argument: &NodeId| reader.nodes[argument].kind == "KeywordUnpacking";
    let message = if reader.nodes[arguments].children.iter().any(unpacks) {
        "positional argument follows keyword argument unpacking"
    } else {
        "positional argument follows keyword argument"
    };
    reader.at_last(Kind::SyntaxError, message)
}

/// Points to the last character of the key.
fn dictionary_key(reader: &Reader, key: NodeId) -> SyntaxError {
    let mut error = reader.between(key, key, "':' expected after dictionary key");
    error.offset = error.end_offset - 1;
    error.end_offset = 0;
    error
}

/// The parts of a complex number in a pattern.
fn number(reader: &Reader, wanted: &str, node: NodeId) -> Read {
    let is_imaginary = reader.text(node).ends_with(['j', 'J']);
    if is_imaginary == (wanted == "imaginary") {
        return Ok(Some(node));
    }
    let error = reader.between(node, node, format!("{wanted} number required in complex literal"));
    Err(Box::new(Failure::Raised(error)))
}

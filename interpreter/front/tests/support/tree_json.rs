//! A tree as JSON, shaped as CPython's `ast`: `{"": class, "at": [line, column, end line, end column], field: …}`.
//!
//! `record_syntax.py` writes CPython's trees in the same shape.

use serde_json::{Map, Value, json};
use stillframe_front::syntax::tree::*;

pub fn module(module: &Module) -> Value {
    statements(&module.body)
}

fn statements(body: &[Stmt]) -> Value {
    body.iter().map(statement).collect()
}

fn node(class: &str, span: Option<Span>, fields: Value) -> Value {
    let mut object = Map::new();
    object.insert(String::new(), class.into());
    if let Some(Span { line, column, end_line, end_column }) = span {
        object.insert("at".to_owned(), json!([line, column, end_line, end_column]));
    }
    if let Value::Object(fields) = fields {
        object.extend(fields);
    }
    Value::Object(object)
}

fn statement(stmt: &Stmt) -> Value {
    let (class, fields) = match &stmt.kind {
        StmtKind::FunctionDef(def) => (
            if def.is_async { "AsyncFunctionDef" } else { "FunctionDef" },
            json!({
                "name": &*def.name, "args": arguments(&def.params), "body": statements(&def.body),
                "decorator_list": expressions(&def.decorators), "returns": optional(&def.returns),
            }),
        ),
        StmtKind::ClassDef(def) => (
            "ClassDef",
            json!({
                "name": &*def.name, "bases": expressions(&def.bases), "keywords": keywords(&def.keywords),
                "body": statements(&def.body), "decorator_list": expressions(&def.decorators),
            }),
        ),
        StmtKind::Return(value) => ("Return", json!({"value": optional(value)})),
        StmtKind::Delete(targets) => ("Delete", json!({"targets": expressions(targets)})),
        StmtKind::Assign { targets, value } => ("Assign", json!({"targets": expressions(targets), "value": expression(value)})),
        StmtKind::AugAssign { target, op, value } => {
            ("AugAssign", json!({"target": expression(target), "op": name_of(op), "value": expression(value)}))
        }
        StmtKind::AnnAssign { target, annotation, value, simple } => (
            "AnnAssign",
            json!({
                "target": expression(target), "annotation": expression(annotation), "value": optional(value),
                "simple": u8::from(*simple).to_string(),
            }),
        ),
        StmtKind::For { is_async, target, iter, body, orelse } => (
            if *is_async { "AsyncFor" } else { "For" },
            json!({
                "target": expression(target), "iter": expression(iter), "body": statements(body),
                "orelse": statements(orelse),
            }),
        ),
        StmtKind::While { test, body, orelse } => {
            ("While", json!({"test": expression(test), "body": statements(body), "orelse": statements(orelse)}))
        }
        StmtKind::If { test, body, orelse } => {
            ("If", json!({"test": expression(test), "body": statements(body), "orelse": statements(orelse)}))
        }
        StmtKind::With { is_async, items, body } => (
            if *is_async { "AsyncWith" } else { "With" },
            json!({"items": items.iter().map(with_item).collect::<Value>(), "body": statements(body)}),
        ),
        StmtKind::Match { subject, cases } => {
            ("Match", json!({"subject": expression(subject), "cases": cases.iter().map(case).collect::<Value>()}))
        }
        StmtKind::Raise { exc, cause } => ("Raise", json!({"exc": optional(exc), "cause": optional(cause)})),
        StmtKind::Try { body, handlers, orelse, finalbody, star } => (
            if *star { "TryStar" } else { "Try" },
            json!({
                "body": statements(body), "handlers": handlers.iter().map(handler).collect::<Value>(),
                "orelse": statements(orelse), "finalbody": statements(finalbody),
            }),
        ),
        StmtKind::Assert { test, msg } => ("Assert", json!({"test": expression(test), "msg": optional(msg)})),
        StmtKind::Import(names) => ("Import", json!({"names": aliases(names)})),
        StmtKind::ImportFrom { module, names, level } => {
            ("ImportFrom", json!({"module": module.as_deref(), "names": aliases(names), "level": level.to_string()}))
        }
        StmtKind::Global(names) => ("Global", json!({"names": plain(names)})),
        StmtKind::Nonlocal(names) => ("Nonlocal", json!({"names": plain(names)})),
        StmtKind::Expr(value) => ("Expr", json!({"value": expression(value)})),
        StmtKind::Pass => ("Pass", json!({})),
        StmtKind::Break => ("Break", json!({})),
        StmtKind::Continue => ("Continue", json!({})),
    };
    node(class, Some(stmt.span), fields)
}

fn plain(names: &[Name]) -> Value {
    names.iter().map(|name| &**name).collect()
}

fn name_of(operator: &impl std::fmt::Debug) -> Value {
    format!("{operator:?}").into()
}

fn arguments(params: &Parameters) -> Value {
    let parameters = |params: &[Parameter]| params.iter().map(parameter).collect::<Value>();
    let positional = params.posonly.iter().chain(&params.args);
    let defaults: Value = positional.filter_map(|param| param.default.as_ref()).map(expression).collect();
    let kw_defaults: Value = params.kwonly.iter().map(|param| optional(&param.default)).collect();
    let fields = json!({
        "posonlyargs": parameters(&params.posonly), "args": parameters(&params.args),
        "vararg": params.vararg.as_deref().map(parameter), "kwonlyargs": parameters(&params.kwonly),
        "kw_defaults": kw_defaults, "kwarg": params.kwarg.as_deref().map(parameter), "defaults": defaults,
    });
    node("arguments", None, fields)
}

fn parameter(param: &Parameter) -> Value {
    node("arg", Some(param.span), json!({"arg": &*param.name, "annotation": optional(&param.annotation)}))
}

fn keywords(keywords: &[Keyword]) -> Value {
    let keyword = |it: &Keyword| node("keyword", Some(it.span), json!({"arg": it.name.as_deref(), "value": expression(&it.value)}));
    keywords.iter().map(keyword).collect()
}

fn aliases(aliases: &[Alias]) -> Value {
    let alias = |it: &Alias| node("alias", Some(it.span), json!({"name": &*it.name, "asname": it.asname.as_deref()}));
    aliases.iter().map(alias).collect()
}

fn with_item(item: &WithItem) -> Value {
    let fields = json!({"context_expr": expression(&item.context), "optional_vars": optional(&item.target)});
    node("withitem", None, fields)
}

fn handler(handler: &ExceptHandler) -> Value {
    let fields = json!({
        "type": optional(&handler.kind), "name": handler.name.as_deref(), "body": statements(&handler.body),
    });
    node("ExceptHandler", Some(handler.span), fields)
}

fn case(case: &MatchCase) -> Value {
    let fields = json!({
        "pattern": pattern(&case.pattern), "guard": optional(&case.guard), "body": statements(&case.body),
    });
    node("match_case", None, fields)
}

fn patterns(patterns: &[Pattern]) -> Value {
    patterns.iter().map(pattern).collect()
}

fn pattern(it: &Pattern) -> Value {
    let (class, fields) = match &it.kind {
        PatternKind::Value(value) => ("MatchValue", json!({"value": expression(value)})),
        PatternKind::Singleton(value) => ("MatchSingleton", json!({"value": constant(value)})),
        PatternKind::Sequence(inner) => ("MatchSequence", json!({"patterns": patterns(inner)})),
        PatternKind::Mapping { keys, patterns: inner, rest } => {
            ("MatchMapping", json!({"keys": expressions(keys), "patterns": patterns(inner), "rest": rest.as_deref()}))
        }
        PatternKind::Class { class, patterns: inner, keywords } => (
            "MatchClass",
            json!({
                "cls": expression(class), "patterns": patterns(inner),
                "kwd_attrs": keywords.iter().map(|(name, _)| &**name).collect::<Value>(),
                "kwd_patterns": keywords.iter().map(|(_, inner)| pattern(inner)).collect::<Value>(),
            }),
        ),
        PatternKind::Star(name) => ("MatchStar", json!({"name": name.as_deref()})),
        PatternKind::As { pattern: inner, name } => ("MatchAs", json!({"pattern": inner.as_deref().map(pattern), "name": name.as_deref()})),
        PatternKind::Or(inner) => ("MatchOr", json!({"patterns": patterns(inner)})),
    };
    node(class, Some(it.span), fields)
}

fn expressions(expressions: &[Expr]) -> Value {
    expressions.iter().map(expression).collect()
}

fn optional(expr: &Option<Expr>) -> Value {
    expr.as_ref().map(expression).into()
}

fn optional_boxed(expr: &Option<Box<Expr>>) -> Value {
    expr.as_deref().map(expression).into()
}

fn expression(expr: &Expr) -> Value {
    let (class, fields) = match &expr.kind {
        ExprKind::BoolOp { op, values } => ("BoolOp", json!({"op": name_of(op), "values": expressions(values)})),
        ExprKind::NamedExpr { target, target_span, value } => {
            let target = node("Name", Some(*target_span), json!({"id": &**target}));
            ("NamedExpr", json!({"target": target, "value": expression(value)}))
        }
        ExprKind::BinOp { left, op, right } => ("BinOp", json!({"left": expression(left), "op": name_of(op), "right": expression(right)})),
        ExprKind::UnaryOp { op, operand } => ("UnaryOp", json!({"op": name_of(op), "operand": expression(operand)})),
        ExprKind::Lambda { params, body } => ("Lambda", json!({"args": arguments(params), "body": expression(body)})),
        ExprKind::IfExp { test, body, orelse } => {
            ("IfExp", json!({"test": expression(test), "body": expression(body), "orelse": expression(orelse)}))
        }
        ExprKind::Dict { keys, values } => {
            ("Dict", json!({"keys": keys.iter().map(optional).collect::<Value>(), "values": expressions(values)}))
        }
        ExprKind::Set(elements) => ("Set", json!({"elts": expressions(elements)})),
        ExprKind::ListComp { element, generators } => {
            ("ListComp", json!({"elt": expression(element), "generators": comprehensions(generators)}))
        }
        ExprKind::SetComp { element, generators } => {
            ("SetComp", json!({"elt": expression(element), "generators": comprehensions(generators)}))
        }
        ExprKind::GeneratorExp { element, generators } => {
            ("GeneratorExp", json!({"elt": expression(element), "generators": comprehensions(generators)}))
        }
        ExprKind::DictComp { key, value, generators } => (
            "DictComp",
            json!({
                "key": expression(key), "value": expression(value), "generators": comprehensions(generators),
            }),
        ),
        ExprKind::Await(value) => ("Await", json!({"value": expression(value)})),
        ExprKind::Yield(value) => ("Yield", json!({"value": optional_boxed(value)})),
        ExprKind::YieldFrom(value) => ("YieldFrom", json!({"value": expression(value)})),
        ExprKind::Compare { left, ops, comparators } => (
            "Compare",
            json!({
                "left": expression(left), "ops": ops.iter().map(name_of).collect::<Value>(),
                "comparators": expressions(comparators),
            }),
        ),
        ExprKind::Call { func, args, keywords: named } => {
            ("Call", json!({"func": expression(func), "args": expressions(args), "keywords": keywords(named)}))
        }
        ExprKind::JoinedStr(parts) => ("JoinedStr", json!({"values": joined(parts)})),
        ExprKind::Constant(value) => ("Constant", json!({"value": constant(value)})),
        ExprKind::Attribute { value, name, .. } => ("Attribute", json!({"value": expression(value), "attr": &**name})),
        ExprKind::Subscript { value, index } => ("Subscript", json!({"value": expression(value), "slice": expression(index)})),
        ExprKind::Starred(value) => ("Starred", json!({"value": expression(value)})),
        ExprKind::Name(name) => ("Name", json!({"id": &**name})),
        ExprKind::List(elements) => ("List", json!({"elts": expressions(elements)})),
        ExprKind::Tuple(elements) => ("Tuple", json!({"elts": expressions(elements)})),
        ExprKind::Slice { lower, upper, step } => (
            "Slice",
            json!({
                "lower": optional_boxed(lower), "upper": optional_boxed(upper), "step": optional_boxed(step),
            }),
        ),
    };
    node(class, Some(expr.span), fields)
}

fn comprehensions(generators: &[Comprehension]) -> Value {
    let comprehension = |it: &Comprehension| {
        let fields = json!({
            "target": expression(&it.target), "iter": expression(&it.iter), "ifs": expressions(&it.ifs),
            "is_async": u8::from(it.is_async).to_string(),
        });
        node("comprehension", None, fields)
    };
    generators.iter().map(comprehension).collect()
}

/// Parts of an f-string have no span in our tree; the recorder drops CPython's.
fn joined(parts: &[FStringPart]) -> Value {
    let part = |part: &FStringPart| match part {
        FStringPart::Literal(text) => json!(text),
        FStringPart::Value { value, conversion, spec } => {
            let conversion = match conversion {
                Conversion::None => "-1",
                Conversion::Str => "115",
                Conversion::Repr => "114",
                Conversion::Ascii => "97",
            };
            let spec = spec.as_ref().map(|spec| joined(spec));
            let fields = json!({"value": expression(value), "conversion": conversion, "format_spec": spec});
            node("FormattedValue", None, fields)
        }
    };
    parts.iter().map(part).collect()
}

/// Python's `[type name, repr]`, floats by their bits, bytes by their values.
fn constant(value: &Constant) -> Value {
    match value {
        Constant::None => json!(["NoneType"]),
        Constant::True => json!(["bool", "True"]),
        Constant::False => json!(["bool", "False"]),
        Constant::Ellipsis => json!(["ellipsis"]),
        Constant::Int(int) => json!(["int", format!("{int:x}")]),
        Constant::BigInt(int) => json!(["int", format!("{:x}", **int)]),
        Constant::Float(float) => json!(["float", format!("{:x}", float.to_bits())]),
        Constant::Complex(float) => json!(["complex", format!("{:x}", float.to_bits())]),
        Constant::Str(text) => json!(["str", &**text]),
        Constant::Bytes(bytes) => json!(["bytes", &**bytes]),
    }
}

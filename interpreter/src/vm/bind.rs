//! Arguments bound: to the parameters of a function, to the slice that a native gets, and the TypeErrors of those that don't fit.

use std::rc::Rc;

use super::registers::{put, take_over};
use super::{Loaded, Vm};
use crate::library;
use crate::native::protocol::is_filled_later;
use crate::object::class::Layout;
use crate::object::dict::Dict;
use crate::object::function::Function;
use crate::object::native::{Native, NativeKind, Trap};
use crate::object::runtime::{symbol_of, symbol_text};
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;
use crate::object::{fill, fuel};

/// What calling a native costs in fuel besides the instruction and its own work.
const CALL: u64 = 2;

/// What a dict for keyword arguments costs in fuel.
const KEYWORDS: u64 = 8;

impl Vm<'_> {
    /// Puts arguments into the registers of a function's parameters. Those that are bound are taken.
    pub(super) fn bind(
        &mut self,
        target: &Loaded,
        function: &Rc<Function>,
        args: &mut [Value],
        names: &[Symbol],
        registers: &mut [Value],
    ) -> Result<(), Trap> {
        let code = target.code();
        if let Some(guise) = function.guise() {
            self.check_guise(target, function, guise, args, names)?;
        }
        let count = usize::from(target.arg_count);
        let total = target.parameters.len();
        let (args, keywords) = args.split_at_mut(args.len() - names.len());
        let given = args.len();
        let (args, extra) = args.split_at_mut(given.min(count));
        take_over(registers, args);
        let varkw = code.has_varkw.then(Dict::new);
        for (name, value) in names.iter().zip(keywords) {
            if !self.bind_keyword(target, function, *name, value.take(), registers, varkw.as_ref())? {
                return Err(self.unwanted_keyword(target, function, *name, names));
            }
        }
        if !extra.is_empty() && !code.has_varargs {
            return Err(self.too_many_arguments(target, function, given, registers));
        }
        if code.has_varargs {
            let rest = fill::collect(extra.iter_mut().map(Value::take))?;
            put(&mut registers[total], self.runtime.tuple(rest));
        }
        if let Some(dict) = varkw {
            put(&mut registers[total + usize::from(code.has_varargs)], Value::Dict(dict));
        }
        self.fill_defaults(target, function, registers)
    }

    /// Answers whether a parameter takes it by name.
    fn bind_keyword(
        &mut self,
        target: &Loaded,
        function: &Rc<Function>,
        name: Symbol,
        value: Value,
        registers: &mut [Value],
        varkw: Option<&Rc<Dict>>,
    ) -> Result<bool, Trap> {
        let at = target.parameters.iter().position(|known| *known == name);
        match at {
            Some(at) if at >= target.code().posonly_count as usize => {
                if !registers[at].is_unbound() {
                    let (function, text) = (self.function_name(function), symbol_text(name));
                    return Err(self.runtime.type_error(format!("{function}() got multiple values for argument '{text}'")));
                }
                put(&mut registers[at], value);
                Ok(true)
            }
            _ => {
                if let Some(dict) = varkw {
                    drop(dict.set_symbol(name, value));
                }
                Ok(varkw.is_some())
            }
        }
    }

    fn unwanted_keyword(&self, target: &Loaded, function: &Function, name: Symbol, names: &[Symbol]) -> Trap {
        let positional_only = target.parameters[..target.code().posonly_count as usize].iter();
        let wrong: Vec<String> =
            positional_only.filter(|known| names.contains(known)).map(|known| symbol_text(*known).to_string()).collect();
        let (function, text) = (self.function_name(function), symbol_text(name));
        self.runtime.type_error(if wrong.is_empty() {
            format!("{function}() got an unexpected keyword argument '{text}'")
        } else {
            format!("{function}() got some positional-only arguments passed as keyword arguments: '{}'", wrong.join(", "))
        })
    }

    fn fill_defaults(&mut self, target: &Loaded, function: &Rc<Function>, registers: &mut [Value]) -> Result<(), Trap> {
        let count = usize::from(target.arg_count);
        let defaults = function.defaults.borrow();
        let first_default = count - defaults.len().min(count);
        let mut missing = Vec::new();
        for (at, register) in registers[..count].iter_mut().enumerate() {
            if register.is_unbound() {
                match at.checked_sub(first_default) {
                    Some(default) => put(register, defaults[default + defaults.len() - (count - first_default)].clone()),
                    None => missing.push(target.parameters[at]),
                }
            }
        }
        drop(defaults);
        if !missing.is_empty() {
            return Err(self.missing_arguments(function, &missing, "positional"));
        }
        for (name, register) in target.parameters.iter().zip(registers.iter_mut()).skip(count) {
            if register.is_unbound() {
                let default = match &*function.kwdefaults.borrow() {
                    Value::Dict(dict) => dict.get_symbol(*name),
                    _ => None,
                };
                match default {
                    Some(value) => put(register, value),
                    None => missing.push(*name),
                }
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(self.missing_arguments(function, &missing, "keyword-only")) }
    }

    fn function_name(&self, function: &Function) -> String {
        function.qualname.borrow().as_str().unwrap_or("?").to_owned()
    }

    fn missing_arguments(&self, function: &Function, missing: &[Symbol], kind: &str) -> Trap {
        let quoted: Vec<String> = missing.iter().map(|name| format!("'{}'", symbol_text(*name))).collect();
        let list = match &quoted[..] {
            [one] => one.clone(),
            [first, second] => format!("{first} and {second}"),
            [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
            [] => String::new(),
        };
        let plural = if missing.len() == 1 { "" } else { "s" };
        let name = self.function_name(function);
        self.runtime.type_error(format!("{name}() missing {} required {kind} argument{plural}: {list}", missing.len()))
    }

    fn too_many_arguments(&self, target: &Loaded, function: &Function, given: usize, registers: &[Value]) -> Trap {
        let code = target.code();
        let most = code.arg_count as usize;
        let least = most - function.defaults.borrow().len().min(most);
        let takes = if least == most { format!("{most}") } else { format!("from {least} to {most}") };
        let plural = if most == 1 && least == most { "" } else { "s" };
        let kwonly = registers[most..most + code.kwonly_count as usize].iter().filter(|value| !value.is_unbound()).count();
        let (given, was) = if kwonly > 0 {
            let plural_given = if given == 1 { "" } else { "s" };
            let plural_kwonly = if kwonly == 1 { "" } else { "s" };
            let text = format!("{given} positional argument{plural_given} (and {kwonly} keyword-only argument{plural_kwonly})");
            (text, "were")
        } else {
            (given.to_string(), if given == 1 { "was" } else { "were" })
        };
        let name = self.function_name(function);
        self.runtime.type_error(format!("{name}() takes {takes} positional argument{plural} but {given} {was} given"))
    }

    /// The slice a native gets, as `native::Counts` describes it.
    pub(super) fn bind_native(&mut self, native: &'static Native, mut args: Vec<Value>, names: &[Symbol]) -> Result<Vec<Value>, Trap> {
        fuel::note(CALL + names.len() as u64);
        let counts = native.counts;
        let keywords = args.split_off(args.len() - names.len());
        let given = args.len();
        let extra = if given > usize::from(counts.positional) { args.split_off(usize::from(counts.positional)) } else { Vec::new() };
        if !extra.is_empty() && !counts.varargs && leaves_to_init(native, &args) != Leaves::All {
            return Err(self.too_many_for_native(native, given, names));
        }
        let mut bound = args;
        if !names.is_empty() || counts.varkw || counts.varargs || bound.len() < usize::from(counts.required) {
            bound.resize(usize::from(counts.named), Value::Unbound);
        }
        let mut rest = Vec::new();
        for (name, value) in names.iter().zip(keywords) {
            let text = symbol_text(*name);
            let at = native.parameter_names().position(|known| known == &*text).filter(|at| *at >= usize::from(counts.first_keyword));
            match at {
                Some(at) if bound[at].is_unbound() => bound[at] = value,
                Some(at) => {
                    let message = format!(
                        "argument for {}() given by name ('{text}') and position ({})",
                        native.name,
                        at + 1 - usize::from(native.kind.binds())
                    );
                    return Err(self.runtime.type_error(message));
                }
                None if counts.varkw => rest.push((*name, value)),
                None if leaves_to_init(native, &bound) != Leaves::Nothing || leaves_keywords_to_new(native, &bound) => {}
                None => return Err(self.unknown_keyword(native, &text, given, names)),
            }
        }
        if let Some(missing) = bound.iter().take(usize::from(counts.required)).position(Value::is_unbound) {
            return Err(self.missing_for_native(native, given, missing));
        }
        if counts.varkw {
            fuel::note(KEYWORDS);
            let dict = Dict::new();
            for (name, value) in rest {
                drop(dict.set_symbol(name, value));
            }
            bound.push(Value::Dict(dict));
        }
        bound.extend(extra);
        Ok(bound)
    }

    /// The TypeError of a keyword that names no parameter.
    fn unknown_keyword(&self, native: &'static Native, keyword: &str, given: usize, names: &[Symbol]) -> Trap {
        if native.counts.first_keyword == native.counts.named {
            return self.takes_no_keywords(native);
        }
        if native.name == "sorted" {
            // It hands them on as they are.
            return self.runtime.type_error(match names.len() {
                count @ 3.. => format!("sort() takes at most 2 keyword arguments ({count} given)"),
                _ => format!("'{keyword}' is an invalid keyword argument for sort()"),
            });
        }
        let name = if is_making(native) { self.told_name(native) } else { native.name.to_owned() };
        let misfit = self.misfit_of_native(native, name.clone(), given, names);
        misfit.unwrap_or_else(|| self.runtime.type_error(format!("'{keyword}' is an invalid keyword argument for {name}()")))
    }

    fn takes_no_keywords(&self, native: &'static Native) -> Trap {
        self.runtime.type_error(format!("{}() takes no keyword arguments", self.told_name(native)))
    }

    /// The TypeError of a required argument that is missing, by CPython's several ways to read arguments.
    fn missing_for_native(&self, native: &'static Native, given: usize, missing: usize) -> Trap {
        let counts = native.counts;
        let receiver = usize::from(native.kind.binds() || native.kind == NativeKind::ClassMethod);
        let (first_keyword, name) = (usize::from(counts.first_keyword), native.name);
        if native.name == "__new__" || given < receiver || first_keyword >= usize::from(counts.named) {
            return self.by_format(native, given).unwrap_or_else(|| self.native_count_error(native, given));
        }
        if missing >= first_keyword {
            let parameter = native.parameter_names().nth(missing).unwrap_or_default();
            let message = format!("{name}() missing required argument '{parameter}' (pos {})", missing + 1 - receiver);
            return self.runtime.type_error(message);
        }
        let least = usize::from(counts.required).min(first_keyword) - receiver;
        let (plural, given) = (if least == 1 { "" } else { "s" }, given - receiver);
        if name == "sorted" {
            return self.runtime.type_error(format!("sorted expected 1 argument, got {given}"));
        }
        let how = if usize::from(counts.positional) - receiver == least { "exactly" } else { "at least" };
        self.runtime.type_error(format!("{name}() takes {how} {least} positional argument{plural} ({given} given)"))
    }

    /// The TypeError of too many positional arguments.
    fn too_many_for_native(&self, native: &'static Native, given: usize, names: &[Symbol]) -> Trap {
        let counts = native.counts;
        if !names.is_empty() && counts.first_keyword == counts.named {
            return self.takes_no_keywords(native);
        }
        if native.name == "sorted" {
            return self.runtime.type_error(format!("sorted expected 1 argument, got {given}"));
        }
        let name = if is_making(native) { self.told_name(native) } else { native.name.to_owned() };
        if let Some(trap) = self.misfit_of_native(native, name, given, names) {
            return trap;
        }
        let receiver = usize::from(native.kind.binds() || native.kind == NativeKind::ClassMethod);
        let most = usize::from(counts.positional).saturating_sub(receiver);
        if most == 0 && usize::from(counts.named) > receiver && given > receiver {
            return self.runtime.type_error(format!("{}() takes no positional arguments", native.name));
        }
        self.by_format(native, given).unwrap_or_else(|| self.native_count_error(native, given))
    }

    /// The same for searches in strings and bytes, whose arguments CPython reads by a format of their own.
    fn by_format(&self, native: &'static Native, given: usize) -> Option<Trap> {
        let searches = ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"].contains(&native.name);
        if !searches || given == 0 || native.counts.positional != 4 {
            return None;
        }
        let owner = self.native_name(native);
        if !["str.", "bytes.", "bytearray."].iter().any(|kind| owner.starts_with(kind)) {
            return None;
        }
        let (how, wanted) = if given == 1 { ("at least", "1 argument") } else { ("at most", "3 arguments") };
        Some(self.runtime.type_error(format!("{}() takes {how} {wanted} ({} given)", native.name, given - 1)))
    }

    /// The same, of the methods that make an object the name of the class.
    fn told_name(&self, native: &Native) -> String {
        let name = self.native_name(native);
        if is_making(native) { name.split('.').next().unwrap_or_default().to_owned() } else { name }
    }

    fn native_name(&self, native: &Native) -> String {
        let owner = self.runtime.classes.all().into_iter().find(|class| {
            let attributes = class.attributes.borrow();
            attributes.iter().any(|(_, value)| matches!(value, Value::Native(known) if std::ptr::eq(*known, native)))
        });
        match owner {
            Some(class) if native.name != "__new__" => format!("{}.{}", class.name(), native.name),
            Some(class) => class.name().to_string(),
            None => match self.module_of_native(native) {
                Some(module) => format!("{module}.{}", native.name),
                None => native.name.to_owned(),
            },
        }
    }

    /// The module that CPython has in C, as this one, whose function it is.
    fn module_of_native(&self, native: &Native) -> Option<&str> {
        let is_it = |value: Value| matches!(value, Value::Native(known) if std::ptr::eq(known, native));
        let mut modules = self.runtime.modules.iter().filter(|(name, _)| library::is_in_c(name) && !name.starts_with('_'));
        modules.find(|(_, module)| module.get(symbol_of(native.name)).is_some_and(is_it)).map(|(name, _)| &**name)
    }

    /// The TypeError of a wrong number of positional arguments, in CPython's words for the usual cases.
    fn native_count_error(&self, native: &'static Native, given: usize) -> Trap {
        let counts = native.counts;
        let receiver = usize::from(native.kind.binds() || native.name == "__new__" || native.kind == NativeKind::ClassMethod);
        let native_got_nothing = given == 0;
        let given = given.saturating_sub(receiver);
        let least = usize::from(counts.required) - receiver.min(usize::from(counts.required));
        let most = usize::from(counts.positional) - receiver.min(usize::from(counts.positional));
        let name = self.native_name(native);
        let class = self.told_name(native);
        let plain = if is_making(native) { &*class } else { native.name };
        if native.kind.binds() && native_got_nothing && native.is_slot() && !is_plain_method(&name) {
            let owner = name.split('.').next().unwrap_or_default();
            return self.runtime.type_error(format!("descriptor '{}' of '{owner}' object needs an argument", native.name));
        }
        if native.name == "__new__" && native_got_nothing {
            return self.runtime.type_error(format!("{name}.__new__(): not enough arguments"));
        }
        if native.kind.binds() && native_got_nothing {
            return self.runtime.type_error(format!("unbound method {name}() needs an argument"));
        }
        if native.kind.binds() && native.is_slot() && native.name != "__init__" && !is_plain_method(&name) {
            let (how, wanted) = match (least, most) {
                (least, most) if least == most => ("", least),
                (least, _) if given < least => ("at least ", least),
                (_, most) => ("at most ", most),
            };
            let plural = if wanted == 1 { "" } else { "s" };
            // Where there may be several, CPython puts the name of the function first, which is empty.
            let before = if most > 1 { " " } else { "" };
            return self.runtime.type_error(format!("{before}expected {how}{wanted} argument{plural}, got {given}"));
        }
        let message = match (least, most) {
            (0, 0) => format!("{name}() takes no arguments ({given} given)"),
            _ if name == "math.log" => "math.log requires 1 to 2 arguments".to_owned(),
            (1, 1) if native.name != "__new__" => format!("{name}() takes exactly one argument ({given} given)"),
            (least, most) if least == most => {
                let plural = if least == 1 { "" } else { "s" };
                format!("{plain} expected {least} argument{plural}, got {given}")
            }
            (least, _) if given < least => {
                let plural = if least == 1 { "" } else { "s" };
                format!("{plain} expected at least {least} argument{plural}, got {given}")
            }
            // Those whose arguments CPython reads by format.
            (_, most) if is_making(native) && ["int", "str", "bytes", "bytearray", "complex", "property"].contains(&plain) => {
                format!("{plain}() takes at most {most} arguments ({given} given)")
            }
            (_, most) if is_making(native) && plain == "super" => format!("super() expected at most {most} arguments, got {given}"),
            (_, most) => {
                let plural = if most == 1 { "" } else { "s" };
                format!("{plain} expected at most {most} argument{plural}, got {given}")
            }
        };
        self.runtime.type_error(message)
    }
}

/// Which arguments a `__new__` pays no heed to, because they are for the `__init__` of its subclass.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leaves {
    Nothing,
    Keywords,
    All,
}

fn leaves_to_init(native: &Native, args: &[Value]) -> Leaves {
    let Some(Value::Class(class)) = args.first().filter(|_| native.name == "__new__") else { return Leaves::Nothing };
    match class.layout {
        Layout::List | Layout::Set | Layout::ByteArray if is_filled_later(class) => Leaves::All,
        Layout::Property | Layout::StaticMethod | Layout::ClassMethod if class.overrides(names::INIT) => Leaves::All,
        Layout::Float | Layout::Tuple | Layout::FrozenSet if class.overrides(names::INIT) => Leaves::Keywords,
        _ => Leaves::Nothing,
    }
}

/// The same of the `__init__` of lists, where the subclass has a `__new__`.
fn leaves_keywords_to_new(native: &Native, args: &[Value]) -> bool {
    let Some(Value::Instance(instance)) = args.first().filter(|_| native.name == "__init__") else { return false };
    let class = instance.class();
    class.layout == Layout::List && class.overrides(names::NEW)
}

fn is_making(native: &Native) -> bool {
    matches!(native.name, "__new__" | "__init__")
}

/// Whether CPython has the special method of this name as an ordinary method of that type.
fn is_plain_method(name: &str) -> bool {
    ["list.__getitem__", "dict.__getitem__", "dict.__contains__", "set.__contains__", "frozenset.__contains__"].contains(&name)
}

/// Whether a native takes that many arguments as they stand.
#[inline(always)]
pub fn takes_directly(native: &Native, count: usize) -> bool {
    let counts = native.counts;
    !matches!(native.kind, NativeKind::Intrinsic(_))
        && !counts.varargs
        && !counts.varkw
        && count >= usize::from(counts.required)
        && count <= usize::from(counts.positional)
}

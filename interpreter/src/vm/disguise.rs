//! Wrong arguments for functions of the library that CPython has in C: refused in the words of those, before `bind` would use its own.

use std::ptr;
use std::rc::Rc;

use super::{Loaded, Vm};
use crate::object::class::Class;
use crate::object::function::{Descriptor, Function, Guise};
use crate::object::native::{Native, NativeKind, Trap};
use crate::object::runtime::{symbol_of, symbol_text};
use crate::object::symbol::Symbol;
use crate::object::value::Value;

/// What a function takes and what it is given, the receiver aside.
struct Call<'a> {
    /// As messages call it, with its module or class where there is one.
    full_name: String,
    name: String,
    is_slot: bool,
    parameters: &'a [Symbol],
    required: usize,
    positional: usize,
    positional_only: usize,
    required_keywords: Vec<Symbol>,
    given: usize,
    keywords: &'a [Symbol],
}

impl Vm<'_> {
    /// Whether the arguments fit a function that passes for one written in C.
    pub(super) fn check_guise(
        &self,
        target: &Loaded,
        function: &Function,
        guise: &Guise,
        args: &[Value],
        names: &[Symbol],
    ) -> Result<(), Trap> {
        let code = target.code();
        let receiver = usize::from(matches!(guise, Guise::Method { .. }));
        if target.wants_receiver.get()
            && let Some(owner) = function.owner()
        {
            self.check_receiver(function, &owner, args.first().filter(|_| args.len() > names.len()))?;
        }
        let given = args.len() - names.len();
        // Without a receiver it is none of those; what takes any number has words for keywords alone.
        if given < receiver || code.has_varkw || usize::from(target.arg_count) < receiver {
            return Ok(());
        }
        if names.is_empty() && self.fits_by_position(target, function, given) {
            return Ok(());
        }
        let (full_name, mut name) = names_of(function, guise);
        // What reads the arguments of its functions has not been told their names.
        if &*function.module.name == "decimal" {
            name = UNNAMED.to_owned();
        }
        if code.has_varargs {
            let takes_none = target.parameters.len() <= (code.posonly_count as usize).max(receiver);
            return match names.iter().find(|name| !target.parameters[receiver..].contains(name)) {
                Some(_) if takes_none => Err(self.runtime.type_error(format!("{full_name}() takes no keyword arguments"))),
                Some(unknown) => {
                    let unknown = symbol_text(*unknown);
                    Err(self.runtime.type_error(format!("'{unknown}' is an invalid keyword argument for {name}()")))
                }
                None => Ok(()),
            };
        }
        let positional = usize::from(target.arg_count) - receiver;
        let required = positional - function.defaults.borrow().len().min(positional);
        let has_default = |name: &Symbol| matches!(&*function.kwdefaults.borrow(), Value::Dict(dict) if dict.get_symbol(*name).is_some());
        let parameters = &target.parameters[receiver..];
        let call = Call {
            full_name,
            name,
            is_slot: is_slot(function, guise),
            parameters,
            required,
            positional,
            positional_only: (code.posonly_count as usize).saturating_sub(receiver),
            required_keywords: parameters[positional..].iter().filter(|name| !has_default(name)).copied().collect(),
            given: given - receiver,
            keywords: names,
        };
        match call.misfit() {
            None => Ok(()),
            Some(message) => Err(self.runtime.type_error(message)),
        }
    }

    /// Whether so many positional arguments alone are what a function takes.
    fn fits_by_position(&self, target: &Loaded, function: &Function, given: usize) -> bool {
        let most = usize::from(target.arg_count);
        let has_names = target.parameters.len() > most;
        !has_names && !target.code().has_varargs && given <= most && given + function.defaults.borrow().len() >= most
    }

    /// Whether a method of a class is called with an instance of that.
    fn check_receiver(&self, function: &Function, owner: &Rc<Class>, receiver: Option<&Value>) -> Result<(), Trap> {
        let class = receiver.map(|receiver| self.runtime.class_of(receiver));
        if class.as_ref().is_some_and(|class| class.is_subclass(owner)) {
            return Ok(());
        }
        let name = function.name.borrow();
        let name = name.as_str().unwrap_or_default();
        let descriptor = function.descriptor().unwrap_or(Descriptor::Method);
        let Some(class) = class else {
            return Err(self.runtime.type_error(match descriptor {
                Descriptor::Slot => format!("descriptor '{name}' of '{}' object needs an argument", owner.told_name()),
                Descriptor::Method => format!("unbound method {}.{name}() needs an argument", owner.name()),
            }));
        };
        // Classes may share a function, which knows one of them.
        match class.lookup(symbol_of(name)) {
            Some(Value::Function(own)) if ptr::eq(&*own, function) => Ok(()),
            _ => Err(self.runtime.wrong_receiver(descriptor, name, &owner.told_name(), &class.name())),
        }
    }

    /// What is wrong with the arguments of a native whose parameters have names, in CPython's words. `name` is what it tells of itself.
    pub(super) fn misfit_of_native(&self, native: &Native, name: String, given: usize, keywords: &[Symbol]) -> Option<Trap> {
        let counts = native.counts;
        let has_receiver = native.kind.binds() || native.name == "__new__" || native.kind == NativeKind::ClassMethod;
        let receiver = usize::from(has_receiver);
        if counts.varargs || counts.varkw || counts.first_keyword >= counts.named || given < receiver {
            return None;
        }
        let without_receiver = |count: u8| usize::from(count).saturating_sub(receiver);
        let parameters: Vec<Symbol> = native.parameter_names().skip(receiver).map(symbol_of).collect();
        let call = Call {
            full_name: name.clone(),
            name,
            is_slot: false,
            parameters: &parameters,
            required: without_receiver(counts.required),
            positional: without_receiver(counts.positional),
            positional_only: without_receiver(counts.first_keyword),
            required_keywords: Vec::new(),
            given: given - receiver,
            keywords,
        };
        call.misfit_of_names().map(|message| self.runtime.type_error(message))
    }
}

/// The name with what it belongs to, and alone; a constructor's is its class's.
fn names_of(function: &Function, guise: &Guise) -> (String, String) {
    let qualname = function.qualname.borrow().as_str().unwrap_or("?").to_owned();
    let method_of = |name| qualname.strip_suffix(name);
    if let Some(class) = method_of(".__new__").or_else(|| method_of(".__init__")).or_else(|| method_of(".__call__")) {
        return (class.to_owned(), class.to_owned());
    }
    let name = qualname.rsplit('.').next().unwrap_or_default().to_owned();
    match guise {
        Guise::Function(module) => (format!("{module}.{qualname}"), name),
        Guise::Method { .. } => (qualname, name),
    }
}

/// Whether the function stands for a slot that takes its arguments by position alone.
fn is_slot(function: &Function, guise: &Guise) -> bool {
    let is_slot = matches!(guise, Guise::Method { descriptor: Descriptor::Slot, .. });
    is_slot && !matches!(function.name.borrow().as_str(), Some("__new__" | "__init__" | "__call__"))
}

impl Call<'_> {
    /// What is wrong with the arguments, in the words of the way in which CPython would read them.
    fn misfit(&self) -> Option<String> {
        match (self.parameters.len(), self.positional_only) {
            _ if self.is_slot => self.misfit_of_slot(),
            (0, _) => self.misfit_of_nothing(),
            (all, positional_only) if all == positional_only => self.misfit_of_positions(),
            _ => self.misfit_of_names(),
        }
    }

    fn misfit_of_slot(&self) -> Option<String> {
        if !self.keywords.is_empty() {
            return Some(format!("wrapper {}() takes no keyword arguments", self.name));
        }
        let (bound, count) = self.wrong_count()?;
        // Where there may be several, CPython puts the name of the function first, which is empty.
        let before = if self.positional > 1 { " " } else { "" };
        Some(format!("{before}expected {bound}{count} argument{}, got {}", plural(count), self.given))
    }

    /// How many arguments are wanted where it is not so many.
    fn wrong_count(&self) -> Option<(&'static str, usize)> {
        let Call { given, required, positional, .. } = *self;
        match given {
            _ if (required..=positional).contains(&given) => None,
            _ if required == positional => Some(("", required)),
            _ if given < required => Some(("at least ", required)),
            _ => Some(("at most ", positional)),
        }
    }

    fn misfit_of_nothing(&self) -> Option<String> {
        let Call { full_name, given, .. } = self;
        match (given, self.keywords) {
            (0, []) => None,
            (_, []) => Some(format!("{full_name}() takes no arguments ({given} given)")),
            _ => Some(format!("{full_name}() takes no keyword arguments")),
        }
    }

    /// Parameters that have no names.
    fn misfit_of_positions(&self) -> Option<String> {
        let Call { full_name, name, given, required, positional, .. } = self;
        if !self.keywords.is_empty() {
            return Some(format!("{full_name}() takes no keyword arguments"));
        }
        let (bound, count) = self.wrong_count()?;
        if (*required, *positional) == (1, 1) && full_name != name {
            return Some(format!("{full_name}() takes exactly one argument ({given} given)"));
        }
        if name == UNNAMED {
            let bound = if bound.is_empty() { "exactly " } else { bound };
            return Some(format!("{name} takes {bound}{count} argument{} ({given} given)", plural(count)));
        }
        Some(format!("{name} expected {bound}{count} argument{}, got {given}", plural(count)))
    }

    /// Parameters of which some have names.
    fn misfit_of_names(&self) -> Option<String> {
        let all = self.given + self.keywords.len();
        let most = self.parameters.len();
        let name = self.told_name();
        if all > most {
            let kind = if self.given == 0 { "keyword " } else { "" };
            return Some(format!("{name} takes at most {most} {kind}argument{} ({all} given)", plural(most)));
        }
        if self.given > self.positional {
            let most = self.positional;
            return Some(match most {
                0 => format!("{name} takes no positional arguments"),
                _ => {
                    let bound = if self.required == most { "exactly" } else { "at most" };
                    format!("{name} takes {bound} {most} positional argument{} ({} given)", plural(most), self.given)
                }
            });
        }
        self.missing().or_else(|| self.unwanted())
    }

    fn missing(&self) -> Option<String> {
        let is_required = |at: usize, name: &Symbol| at < self.required || self.required_keywords.contains(name);
        let is_named = |at: usize, name: &Symbol| at >= self.positional_only && self.keywords.contains(name);
        let missing = |(at, name): &(usize, &Symbol)| *at >= self.given && is_required(*at, name) && !is_named(*at, name);
        let (at, parameter) = self.parameters.iter().enumerate().find(missing)?;
        let name = self.told_name();
        if at < self.positional_only {
            let least = self.required.min(self.positional_only);
            let bound = if least < self.positional { "at least" } else { "exactly" };
            return Some(format!("{name} takes {bound} {least} positional argument{} ({} given)", plural(least), self.given));
        }
        Some(format!("{name} missing required argument '{}' (pos {})", symbol_text(*parameter), at + 1))
    }

    /// An argument that comes twice, or under a name that no parameter has.
    fn unwanted(&self) -> Option<String> {
        self.keywords.iter().find_map(|keyword| {
            let text = symbol_text(*keyword);
            match self.parameters.iter().position(|known| known == keyword).filter(|at| *at >= self.positional_only) {
                Some(at) if at < self.given => {
                    Some(format!("argument for {} given by name ('{text}') and position ({})", self.told_name(), at + 1))
                }
                Some(_) => None,
                None if self.name == UNNAMED => Some(format!("'{text}' is an invalid keyword argument for this function")),
                None => Some(format!("'{text}' is an invalid keyword argument for {}()", self.name)),
            }
        })
    }

    fn told_name(&self) -> String {
        if self.name == UNNAMED { UNNAMED.to_owned() } else { format!("{}()", self.name) }
    }
}

/// What CPython calls constructors that have not told it their name.
const UNNAMED: &str = "function";

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

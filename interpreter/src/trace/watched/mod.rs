//! Watched expressions: those that somebody wrote, evaluated at the steps of the frames that have their variables.
//!
//! [`plan`] makes of a text what only looks, or says why not; [`evaluate`] looks, [`attribute`] and [`numbers`] with it. Like all that a recorder
//! does, it costs looks, and changes nothing that the program could notice.

mod attribute;
mod evaluate;
mod fault;
mod numbers;
pub mod plan;

use std::collections::HashMap;
use std::mem::size_of;

use evaluate::Evaluation;
use fault::Fault;
use plan::{LENGTH, Planned, plan};

use super::account::{Account, Datum, EMPTY, Look, NOBODY, WatchKind, WatchRow};
use super::teller::Teller;
use super::variables::Variable;
use crate::limits::WATCHES;
use crate::object::dict::Dict;
use crate::object::fuel;
use crate::object::module::Module;
use crate::object::runtime::known_symbol;
use crate::object::value::Value;

/// The variables that a frame has at a step.
pub struct Scope<'a> {
    /// The frame's number, and that of the program's module.
    pub frame: u32,
    pub module_frame: u32,
    pub variables: &'a [Variable],
    pub registers: &'a [Value],
    /// Of a class body.
    pub namespace: Option<&'a Dict>,
    pub module: &'a Module,
    pub is_module: bool,
}

/// The expressions of a run, and what was last told of them.
#[derive(Default)]
pub struct Watches {
    plans: Vec<Option<Planned>>,
    /// By expression and frame.
    told: HashMap<(u32, u32), (WatchKind, Datum)>,
    /// The values of the names of the expression that is looked at.
    values: Vec<Value>,
}

const OWN_LENGTH: &str = "Here len is the program's own, and calling it could change what the program does.";

const UNBOUND: (WatchKind, Datum) = (WatchKind::Unbound, Datum { look: Look::Gone, object: 0, frame: NOBODY });

/// What telling an expression at a step costs in looks, besides its parts.
const EXPRESSION_LOOKS: u64 = 8;

impl Watches {
    /// Plans the expressions, and adds them to the account.
    pub fn new(texts: &[String], account: &mut Account) -> Watches {
        let mut plans = Vec::new();
        for (place, text) in texts.iter().enumerate() {
            let planned = if place < WATCHES { plan(text) } else { Err(format!("A run watches no more than {WATCHES} expressions.")) };
            let refused = planned.as_ref().err().map_or(EMPTY, |why| account.texts.intern(why));
            let text = account.texts.intern(text);
            account.watched.push((text, refused));
            plans.push(planned.ok());
        }
        Watches { plans, ..Watches::default() }
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty()
    }

    /// Tells what the expressions are at a step, where that changed.
    pub fn tell(&mut self, teller: &mut Teller, scope: &Scope) {
        for (place, planned) in (0..).zip(&self.plans) {
            let Some(planned) = planned else { continue };
            teller.account.looks += EXPRESSION_LOOKS;
            let found = find_values(planned, scope, teller.account, &mut self.values);
            // A variable that the module had may be gone.
            let Some(frame) = found.or_else(|| scope.is_module.then_some(scope.frame)) else { continue };
            let (kind, datum) = match found {
                Some(_) if planned.measures && has(LENGTH, scope, teller.account) => told(teller, Err(Fault::refused(OWN_LENGTH))),
                Some(_) => see(teller, planned, &self.values),
                None => UNBOUND,
            };
            let known = self.told.get(&(place, frame));
            // What a frame returns was taken out of its variable as it ends. A function's variable hides the module's also while it is unbound.
            let is_nothing = kind == WatchKind::Unbound && (teller.ends || known.is_none() && frame == scope.module_frame);
            if is_nothing || known == Some(&(kind, datum)) || teller.is_full() {
                continue;
            }
            if known.is_none() {
                teller.account.held += size_of::<((u32, u32), (WatchKind, Datum))>();
            }
            self.told.insert((place, frame), (kind, datum));
            teller.account.watch.push(teller.at, WatchRow { expression: place, frame, kind, value: datum });
        }
        self.values.clear();
    }

    /// A frame ended.
    pub fn forget(&mut self, frame: u32) {
        for place in 0..self.plans.len() as u32 {
            self.told.remove(&(place, frame));
        }
    }
}

/// Finds the values of an expression's names. Whose it is then: the frame's if it names a variable of it, else the module's; none where a name is
/// no variable.
fn find_values(planned: &Planned, scope: &Scope, account: &mut Account, values: &mut Vec<Value>) -> Option<u32> {
    values.clear();
    let mut owner = scope.module_frame;
    account.looks += (planned.names.len() * scope.variables.len()) as u64;
    for name in &planned.names {
        let own = own_value(name, scope, account);
        if own.is_some() {
            owner = scope.frame;
        }
        values.push(own.or_else(|| known_symbol(name).and_then(|symbol| scope.module.get(symbol)))?);
    }
    // A frame that has a `len` of its own has an answer of its own.
    if planned.measures && own_value(LENGTH, scope, account).is_some() {
        owner = scope.frame;
    }
    Some(if scope.is_module { scope.frame } else { owner })
}

fn own_value(name: &str, scope: &Scope, account: &Account) -> Option<Value> {
    let is_it = |variable: &&Variable| account.texts.get(variable.name) == name;
    if let Some(variable) = scope.variables.iter().find(is_it) {
        return Some(match &scope.registers[usize::from(variable.register)] {
            Value::Cell(cell) if variable.in_cell => cell.get(),
            value => value.clone(),
        });
    }
    let namespace = scope.namespace?;
    namespace.get_symbol(known_symbol(name)?)
}

/// Whether a name is a variable of the frame or of the module.
fn has(name: &str, scope: &Scope, account: &Account) -> bool {
    let in_module = || known_symbol(name).is_some_and(|symbol| scope.module.get(symbol).is_some());
    own_value(name, scope, account).is_some() || in_module()
}

/// What an expression is.
fn see(teller: &mut Teller, planned: &Planned, names: &[Value]) -> (WatchKind, Datum) {
    let mut evaluation = Evaluation { names, looks: 0 };
    let seen = fuel::as_look(|| evaluation.see(&planned.plan));
    teller.account.looks += evaluation.looks;
    told(teller, seen)
}

fn told(teller: &mut Teller, seen: Result<Value, Fault>) -> (WatchKind, Datum) {
    let text = |teller: &mut Teller, text: String| Datum::plain(Look::Text(teller.account.texts.intern(&text)));
    match seen {
        Ok(value) => (WatchKind::Value, teller.datum(&value)),
        Err(Fault::Unbound) => UNBOUND,
        Err(Fault::Raises(what)) => (WatchKind::Raises, text(teller, what)),
        Err(Fault::Refused(why)) => (WatchKind::Refused, text(teller, why)),
    }
}

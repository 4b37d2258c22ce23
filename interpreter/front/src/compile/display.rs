//! Displays: tuples, lists, sets, dicts and f-strings, built at once or, where they are long or have stars, piece by piece.

use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::op::{Convert, NONE, Op, Reg};
use crate::syntax::tree::*;

/// How many values CPython lets pile up before it builds a collection bit by bit.
pub const STACK_USE_GUIDELINE: usize = 30;

impl<'a> Compiler<'a> {
    pub fn collection(&mut self, elements: &'a [Expr], what: Collection, d: Reg) -> Result {
        let mark = self.unit.mark();
        if elements.len() > 2 && self.constant_collection(elements, what, d)? {
            return Ok(());
        }
        let has_star = elements.iter().any(|element| matches!(element.kind, ExprKind::Starred(_)));
        if !has_star && elements.len() <= STACK_USE_GUIDELINE {
            let s = self.unit.temps(elements.len())?;
            for (at, element) in elements.iter().enumerate() {
                self.load(element, s + at as Reg)?;
            }
            self.unit.op(what.build(d, s, elements.len() as u8));
        } else {
            let l = self.scratch(d)?;
            self.pile_up(elements, what, l)?;
            if what == Collection::Tuple {
                self.unit.op(Op::ListToTuple { d, s: l });
            } else {
                self.settle(l, d);
            }
        }
        self.unit.release(mark);
        Ok(())
    }

    /// A collection of constants is made of one constant, or is one.
    fn constant_collection(&mut self, elements: &'a [Expr], what: Collection, d: Reg) -> Result<bool> {
        let Some(items) = self.folder.constants(elements) else { return Ok(false) };
        if what == Collection::Tuple {
            self.load_constant(Const::Tuple(items), d)?;
            return Ok(true);
        }
        let mark = self.unit.mark();
        let l = self.scratch(d)?;
        self.unit.op(what.build(l, l, 0));
        let s = self.unit.temp()?;
        if what == Collection::Set {
            self.load_constant(Const::FrozenSet(items), s)?;
            self.unit.op(Op::SetUpdate { l, s });
        } else {
            self.load_constant(Const::Tuple(items), s)?;
            self.unit.op(Op::ListExtend { l, s, call: false });
        }
        self.settle(l, d);
        self.unit.release(mark);
        Ok(true)
    }

    /// Builds a list or set in `l` element by element, from the first star on, or from the start if there are many.
    fn pile_up(&mut self, elements: &'a [Expr], what: Collection, l: Reg) -> Result {
        let is_star = |element: &Expr| matches!(element.kind, ExprKind::Starred(_));
        let at_once = match elements.iter().position(is_star) {
            Some(first) if elements.len() <= STACK_USE_GUIDELINE => first,
            _ => 0,
        };
        let kind = if what == Collection::Set { Collection::Set } else { Collection::List };
        let mark = self.unit.mark();
        let s = self.unit.temps(at_once)?;
        for (at, element) in elements[..at_once].iter().enumerate() {
            self.load(element, s + at as Reg)?;
        }
        self.unit.op(kind.build(l, s, at_once as u8));
        self.unit.release(mark);
        for element in &elements[at_once..] {
            if let ExprKind::Starred(value) = &element.kind {
                let s = self.value(value)?;
                self.unit.op(if kind == Collection::Set { Op::SetUpdate { l, s } } else { Op::ListExtend { l, s, call: false } });
            } else {
                let s = self.value(element)?;
                self.unit.op(if kind == Collection::Set { Op::SetAdd { l, s } } else { Op::ListAppend { l, s } });
            }
            self.unit.release(mark);
        }
        Ok(())
    }

    /// The positional arguments of a call, as a tuple; a star says its own words where it isn't iterable.
    pub fn tuple_of_arguments(&mut self, args: &'a [Expr], d: Reg) -> Result {
        if let [Expr { kind: ExprKind::Starred(value), .. }] = args {
            // CPython makes the tuple as it calls, and tells no line for it.
            let place = std::mem::replace(&mut self.unit.place, value.span);
            self.unit.op(Op::BuildList { d, s: d, n: 0 });
            let mark = self.unit.mark();
            let s = self.value(value)?;
            self.unit.op(Op::ListExtend { l: d, s, call: true });
            self.unit.op(Op::ListToTuple { d, s: d });
            self.unit.release(mark);
            self.unit.place = place;
            return Ok(());
        }
        self.collection(args, Collection::Tuple, d)
    }

    /// In pieces, as CPython has it: between stars, and not too many values at once.
    pub fn dict(&mut self, keys: &'a [Option<Expr>], values: &'a [Expr], d: Reg) -> Result {
        let mark = self.unit.mark();
        let pieces = dict_pieces(keys);
        if let [DictPiece::Pairs(start, end)] = pieces[..] {
            self.pairs(&keys[start..end], &values[start..end], d)?;
            self.unit.release(mark);
            return Ok(());
        }
        let l = self.scratch(d)?;
        let inner = self.unit.mark();
        for (at, piece) in pieces.iter().enumerate() {
            match *piece {
                DictPiece::Pairs(start, end) if at == 0 => self.pairs(&keys[start..end], &values[start..end], l)?,
                DictPiece::Pairs(start, end) => {
                    let s = self.unit.temp()?;
                    self.pairs(&keys[start..end], &values[start..end], s)?;
                    self.unit.op(Op::DictUpdate { l, s });
                }
                DictPiece::Star(star) => {
                    if at == 0 {
                        self.unit.op(Op::BuildDict { d: l, s: l, n: 0 });
                    }
                    let s = self.value(&values[star])?;
                    self.unit.op(Op::DictUpdate { l, s });
                }
            }
            self.unit.release(inner);
        }
        if pieces.is_empty() {
            self.unit.op(Op::BuildDict { d: l, s: l, n: 0 });
        }
        self.settle(l, d);
        self.unit.release(mark);
        Ok(())
    }

    /// A dict of pairs only. Keys that are all constants CPython loads after the values.
    fn pairs(&mut self, keys: &'a [Option<Expr>], values: &'a [Expr], d: Reg) -> Result {
        let mark = self.unit.mark();
        if keys.len() * 2 > STACK_USE_GUIDELINE {
            self.many_pairs(keys, values, d)?;
            self.unit.release(mark);
            return Ok(());
        }
        let s = self.unit.temps(keys.len() * 2)?;
        let place_of = |at: usize| s + 2 * at as Reg;
        let constants: Option<Vec<Const>> = keys.iter().flatten().map(|key| self.folder.constant(key)).collect();
        match constants.filter(|constants| constants.len() > 1) {
            Some(constants) => {
                for (at, value) in values.iter().enumerate() {
                    self.load(value, place_of(at) + 1)?;
                }
                for (at, constant) in constants.into_iter().enumerate() {
                    self.load_constant(constant, place_of(at))?;
                }
            }
            None => {
                for (at, (key, value)) in keys.iter().flatten().zip(values).enumerate() {
                    self.load(key, place_of(at))?;
                    self.load(value, place_of(at) + 1)?;
                }
            }
        }
        self.unit.op(Op::BuildDict { d, s, n: keys.len() as u8 });
        self.unit.release(mark);
        Ok(())
    }

    fn many_pairs(&mut self, keys: &'a [Option<Expr>], values: &'a [Expr], d: Reg) -> Result {
        let l = self.scratch(d)?;
        self.unit.op(Op::BuildDict { d: l, s: l, n: 0 });
        let mark = self.unit.mark();
        for (key, value) in keys.iter().flatten().zip(values) {
            let k = self.operand(key, NONE, &[value])?;
            let v = self.value(value)?;
            self.unit.op(Op::DictSet { l, k, v });
            self.unit.release(mark);
        }
        self.settle(l, d);
        Ok(())
    }

    pub fn joined(&mut self, parts: &'a [FStringPart], d: Reg) -> Result {
        match parts {
            [] => return self.load_constant(Const::Str("".into()), d),
            [part] => return self.part(part, d),
            _ => {}
        }
        let mark = self.unit.mark();
        let s = self.unit.temps(parts.len().min(STACK_USE_GUIDELINE))?;
        let mut n = 0;
        for part in parts {
            if n == STACK_USE_GUIDELINE {
                self.unit.op(Op::BuildString { d: s, s, n: n as u8 });
                n = 1;
            }
            self.part(part, s + n as Reg)?;
            n += 1;
        }
        self.unit.op(Op::BuildString { d, s, n: n as u8 });
        self.unit.release(mark);
        Ok(())
    }

    fn part(&mut self, part: &'a FStringPart, d: Reg) -> Result {
        match part {
            FStringPart::Literal(text) => self.load_constant(Const::Str(text.as_str().into()), d),
            FStringPart::Value { value, conversion, spec } => {
                let mark = self.unit.mark();
                let s = self.operand(value, d, &[])?;
                let spec = match spec {
                    Some(parts) => {
                        let spec = self.unit.temp()?;
                        self.joined(parts, spec)?;
                        spec
                    }
                    None => NONE,
                };
                let convert = match conversion {
                    Conversion::None => Convert::None,
                    Conversion::Str => Convert::Str,
                    Conversion::Repr => Convert::Repr,
                    Conversion::Ascii => Convert::Ascii,
                };
                self.unit.op(Op::Format { d, s, spec, convert });
                self.unit.release(mark);
                Ok(())
            }
        }
    }
}

/// The displays that differ only in what is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collection {
    Tuple,
    List,
    Set,
}

impl Collection {
    pub fn build(self, d: Reg, s: Reg, n: u8) -> Op {
        match self {
            Collection::Tuple => Op::BuildTuple { d, s, n },
            Collection::List => Op::BuildList { d, s, n },
            Collection::Set => Op::BuildSet { d, s, n },
        }
    }
}

/// A part of a dict display.
#[derive(Clone, Copy)]
enum DictPiece {
    /// From the first of these to before the second.
    Pairs(usize, usize),
    Star(usize),
}

fn dict_pieces(keys: &[Option<Expr>]) -> Vec<DictPiece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, key) in keys.iter().enumerate() {
        if key.is_none() {
            if start < at {
                pieces.push(DictPiece::Pairs(start, at));
            }
            pieces.push(DictPiece::Star(at));
            start = at + 1;
        } else if (at - start) * 2 > STACK_USE_GUIDELINE {
            pieces.push(DictPiece::Pairs(start, at + 1));
            start = at + 1;
        }
    }
    if start < keys.len() {
        pieces.push(DictPiece::Pairs(start, keys.len()));
    }
    pieces
}

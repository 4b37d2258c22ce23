//! A pattern's tree made into a program. Repetitions with a count are written out.

use super::Refusal;
use super::program::{Look, Program, Step};
use super::tree::{Around, Node, Repeat};
use crate::limits::{REGEX_SLOTS, REGEX_STEPS};

/// Compiles a tree that has so many groups.
pub fn compile(root: &Node, groups: usize) -> Result<Program, Refusal> {
    let last_group = 2 * (groups + 1);
    let program = Program { steps: Vec::new(), sets: Vec::new(), looks: Vec::new(), slots: last_group + 1, last_group, first: None };
    let mut compiler = Compiler { program, work: 0 };
    compiler.node(root)?;
    compiler.emit(Step::Match)?;
    let mut program = compiler.program;
    if program.steps.len() * program.slots > REGEX_SLOTS {
        return Err(too_large());
    }
    program.first = first(&program);
    Ok(program)
}

struct Compiler {
    program: Program,
    /// Nodes visited: what is repeated is visited each time, even if it makes no step.
    work: usize,
}

fn too_large() -> Refusal {
    let message = "the playground's regular expressions run in linear time: with its repetitions written out this one is too large";
    Refusal::Pattern { message: message.to_owned(), position: None }
}

impl Compiler {
    fn here(&self) -> usize {
        self.program.steps.len()
    }

    fn emit(&mut self, step: Step) -> Result<usize, Refusal> {
        self.program.steps.push(step);
        if self.here() > REGEX_STEPS { Err(too_large()) } else { Ok(self.here() - 1) }
    }

    fn node(&mut self, node: &Node) -> Result<(), Refusal> {
        self.work += 1;
        if self.work > REGEX_STEPS {
            return Err(too_large());
        }
        match node {
            Node::Empty => return Ok(()),
            Node::Char(c) => self.emit(Step::Char(*c))?,
            Node::Any => self.emit(Step::Any)?,
            Node::AnyButNewline => self.emit(Step::AnyButNewline)?,
            Node::Set(set) => {
                self.program.sets.push(set.clone());
                self.emit(Step::Set(self.program.sets.len() - 1))?
            }
            Node::At(position) => self.emit(Step::At(*position))?,
            Node::Scoped(node) => return self.node(node),
            Node::Group(group, node) => {
                self.emit(Step::Save(2 * group))?;
                self.node(node)?;
                self.emit(Step::Close(*group))?
            }
            Node::Sequence(nodes) => return nodes.iter().try_for_each(|node| self.node(node)),
            Node::Branch(nodes) => return self.branch(nodes),
            Node::Repeat(repeat) => return self.repeat(repeat),
            Node::Around(around) => return self.around(around),
        };
        Ok(())
    }

    fn branch(&mut self, nodes: &[Node]) -> Result<(), Refusal> {
        let mut jumps = Vec::new();
        let Some((last, others)) = nodes.split_last() else { return Ok(()) };
        for node in others {
            let split = self.emit(Step::Split(0, 0))?;
            self.node(node)?;
            jumps.push(self.emit(Step::Jump(0))?);
            self.program.steps[split] = Step::Split(split + 1, self.here());
        }
        self.node(last)?;
        let end = self.here();
        jumps.into_iter().for_each(|jump| self.program.steps[jump] = Step::Jump(end));
        Ok(())
    }

    fn repeat(&mut self, repeat: &Repeat) -> Result<(), Refusal> {
        let Some(most) = repeat.most else { return self.without_end(repeat) };
        for _ in 0..repeat.least {
            self.node(&repeat.node)?;
        }
        let mut splits = Vec::new();
        for _ in repeat.least..most {
            splits.push(self.emit(Step::Split(0, 0))?);
            self.node(&repeat.node)?;
        }
        let end = self.here();
        splits.into_iter().for_each(|split| self.split(split, split + 1, end, repeat.greedy));
        Ok(())
    }

    fn without_end(&mut self, repeat: &Repeat) -> Result<(), Refusal> {
        for _ in 1..repeat.least {
            self.node(&repeat.node)?;
        }
        // Once or more, and that or nothing: so a round that matches nothing is seen, and isn't gone round again.
        let entry = if repeat.least == 0 { Some(self.emit(Step::Split(0, 0))?) } else { None };
        let body = self.here();
        self.node(&repeat.node)?;
        let again = self.emit(Step::Split(0, 0))?;
        let end = self.here();
        self.split(again, body, end, repeat.greedy);
        if let Some(entry) = entry {
            self.split(entry, body, end, repeat.greedy);
        }
        Ok(())
    }

    fn split(&mut self, at: usize, inside: usize, out: usize, greedy: bool) {
        self.program.steps[at] = if greedy { Step::Split(inside, out) } else { Step::Split(out, inside) };
    }

    /// A lookaround's steps stand behind a jump over them.
    fn around(&mut self, around: &Around) -> Result<(), Refusal> {
        let width = if around.ahead { 0 } else { fixed_width(&around.node)? };
        let slot = (!around.negated && around.node.captures()).then_some(self.program.slots);
        self.program.slots += usize::from(slot.is_some());
        let jump = self.emit(Step::Jump(0))?;
        let look = Look { entry: self.here(), negated: around.negated, width, slot };
        self.program.looks.push(look);
        let index = self.program.looks.len() - 1;
        self.node(&around.node)?;
        self.emit(Step::Match)?;
        self.program.steps[jump] = Step::Jump(self.here());
        self.emit(Step::Around(index))?;
        Ok(())
    }
}

fn fixed_width(node: &Node) -> Result<usize, Refusal> {
    match node.width() {
        (least, most) if least == most && least != usize::MAX => Ok(least),
        _ => Err(Refusal::Pattern { message: "look-behind requires fixed-width pattern".to_owned(), position: None }),
    }
}

/// Which ASCII characters a match begins with; none if it may match nothing. Characters beyond ASCII are never ruled out.
fn first(program: &Program) -> Option<Box<[bool; 128]>> {
    let mut first = Box::new([false; 128]);
    let mut seen = vec![false; program.steps.len()];
    let mut open = vec![0];
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut seen[at], true) {
            continue;
        }
        match &program.steps[at] {
            Step::Match => return None,
            Step::Jump(to) => open.push(*to),
            Step::Split(a, b) => open.extend([*a, *b]),
            Step::Save(_) | Step::Close(_) | Step::At(_) | Step::Around(_) => open.push(at + 1),
            taking => (0..128u8).for_each(|c| first[usize::from(c)] |= takes(program, taking, char::from(c))),
        }
    }
    Some(first)
}

/// Whether a step takes a character.
pub fn takes(program: &Program, step: &Step, c: char) -> bool {
    match step {
        Step::Char(own) => *own == c,
        Step::Any => true,
        Step::AnyButNewline => c != '\n',
        Step::Set(set) => program.sets[*set].contains(c),
        _ => false,
    }
}

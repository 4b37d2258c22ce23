//! `match`: what patterns ask.

use super::{Jumped, Next, Site};
use crate::object::operate::{self, Wanted};
use stillframe_front::bytecode::op::Reg;

#[inline(always)]
pub fn match_sequence(site: &mut Site, s: Reg, wanted: Wanted, t: u32) -> Jumped {
    let answer = operate::is_sequence(&mut site.vm.runtime, &site.registers[usize::from(s)], wanted);
    site.jump_on(answer, t, false)
}

#[inline(always)]
pub fn match_mapping(site: &mut Site, s: Reg, n: u8, t: u32) -> Jumped {
    let answer = operate::is_mapping(&mut site.vm.runtime, &site.registers[usize::from(s)], n.into());
    site.jump_on(answer, t, false)
}

#[inline(always)]
pub fn match_keys(site: &mut Site, d: Reg, s: Reg, a: Reg) -> Next {
    let answer = operate::match_keys(&mut site.vm.runtime, &site.registers[usize::from(s)], &site.registers[usize::from(a)]);
    site.answer(d, answer)
}

#[inline(always)]
pub fn match_rest(site: &mut Site, d: Reg, s: Reg, a: Reg) -> Next {
    let (subject, keys) = (site.operand(s)?, site.operand(a)?);
    let answer = operate::match_rest(&mut site.vm.runtime, &subject, &keys);
    site.answer(d, answer)
}

#[inline(always)]
pub fn match_class(site: &mut Site, d: Reg, s: Reg, a: Reg, n: u8) -> Next {
    let (subject, class, names) = (site.operand(s)?, site.operand(a)?, site.operand(a + 1)?);
    let answer = operate::match_class(&mut site.vm.runtime, &subject, &class, &names, n);
    site.answer(d, answer)
}

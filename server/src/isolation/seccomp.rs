//! The calls to the system, by seccomp: Linux looks at the number and the arguments of each call before it is carried out.
//!
//! The list has what a run was seen to call and what the C library may call instead. Any other call ends the process at once (SIGSYS), which the
//! server logs: no fault of a program leads there, only one of ours that somebody makes use of. Two calls that the C library makes of its
//! own accord, and can do without, get an error instead.

#[cfg(target_os = "linux")]
pub fn allow_few_calls() -> Result<(), String> {
    filters::apply().map_err(|e| e.to_string())
}

#[cfg(target_os = "linux")]
mod filters {
    use std::collections::BTreeMap;
    use std::process;

    use nix::libc;
    use seccompiler::SeccompCmpArgLen::Dword;
    use seccompiler::SeccompCmpOp::{Eq, MaskedEq};
    use seccompiler::{BpfProgram, Error, SeccompAction, SeccompCondition, SeccompFilter, SeccompRule, TargetArch, apply_filter};

    /// Calls that are allowed whatever their arguments. None of them names a file, an address or another process.
    const ALWAYS: [libc::c_long; 23] = [
        // The pipes to the server, the only descriptors there are.
        libc::SYS_read,
        libc::SYS_write,
        libc::SYS_writev,
        // Memory.
        libc::SYS_brk,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        // Threads: those of the worker, which wait for one another, and the parser's.
        libc::SYS_futex,
        libc::SYS_set_robust_list,
        libc::SYS_rseq,
        libc::SYS_sched_getaffinity,
        libc::SYS_sched_yield,
        libc::SYS_gettid,
        libc::SYS_getpid,
        // Signals of its own: the handler that tells a stack overflow from other faults.
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_restart_syscall,
        // Seeds of the host's hash tables.
        libc::SYS_getrandom,
        libc::SYS_exit,
        libc::SYS_exit_group,
        libc::SYS_close,
    ];

    /// Calls that get an error.
    const REFUSED: [(libc::c_long, libc::c_int); 2] = [
        // A filter can't look into what clone3 points to. The C library then tries clone, whose flags can be seen.
        (libc::SYS_clone3, libc::ENOSYS),
        // The allocator asks /proc how generous the system is with memory before it gives some back. Not to know is fine.
        (libc::SYS_openat, libc::EACCES),
    ];

    pub fn apply() -> Result<(), Error> {
        let arch = TargetArch::try_from(std::env::consts::ARCH)?;
        let mut filters: Vec<BpfProgram> = Vec::new();
        for (call, error) in REFUSED {
            let calls = BTreeMap::from([(call, Vec::new())]);
            filters.push(SeccompFilter::new(calls, SeccompAction::Allow, SeccompAction::Errno(error as u32), arch)?.try_into()?);
        }
        // The last one, as applying a filter takes calls that it does not allow.
        filters.push(SeccompFilter::new(rules()?, SeccompAction::KillProcess, SeccompAction::Allow, arch)?.try_into()?);
        filters.iter().try_for_each(|filter| apply_filter(filter))
    }

    fn rules() -> Result<BTreeMap<i64, Vec<SeccompRule>>, Error> {
        // Of several filters the strictest decides. So what gets an error is allowed here.
        let refused = REFUSED.iter().map(|(call, _)| call);
        let mut rules: BTreeMap<i64, Vec<SeccompRule>> = ALWAYS.iter().chain(refused).map(|call| (*call, Vec::new())).collect();
        let itself = u64::from(process::id());
        for (call, conditions) in [
            // A thread, never a process: these three flags make it one.
            (libc::SYS_clone, vec![has(0, THREAD, THREAD)?]),
            // Memory that can be written or read, never executed.
            (libc::SYS_mmap, vec![has(2, libc::PROT_EXEC as u64, 0)?]),
            (libc::SYS_mprotect, vec![has(2, libc::PROT_EXEC as u64, 0)?]),
            // The name of a thread.
            (libc::SYS_prctl, vec![is(0, libc::PR_SET_NAME as u64)?]),
            // An abort of this very process, so that the server hears of an abort.
            (libc::SYS_tgkill, vec![is(0, itself)?, is(2, libc::SIGABRT as u64)?]),
        ] {
            rules.insert(call, vec![SeccompRule::new(conditions)?]);
        }
        Ok(rules)
    }

    const THREAD: u64 = (libc::CLONE_VM | libc::CLONE_SIGHAND | libc::CLONE_THREAD) as u64;

    /// The argument's bits under a mask.
    fn has(argument: u8, mask: u64, bits: u64) -> Result<SeccompCondition, Error> {
        Ok(SeccompCondition::new(argument, Dword, MaskedEq(mask), bits)?)
    }

    fn is(argument: u8, value: u64) -> Result<SeccompCondition, Error> {
        Ok(SeccompCondition::new(argument, Dword, Eq, value)?)
    }
}

#[cfg(not(target_os = "linux"))]
pub fn allow_few_calls() -> Result<(), String> {
    Err("seccomp is Linux's".to_owned())
}

import CSeccomp
import Glibc

/// The system calls that a sandboxed process may make: what parsing takes, and no more.
///
/// Any other call fails with EPERM, as C libraries expect where a system has no such thing; what no parser ever calls
/// and an intruder would begin with ends the process. Calls are known by name: a name that this machine's architecture
/// has no call for is passed over.
struct SystemCalls {
    /// What a program needs until its own code runs, and where it is started inside the sandbox.
    static let starting = ["execve", "arch_prctl", "set_tid_address"]

    /// Reading streams and files, memory, time, and what the C library asks of itself.
    private static let allowed = [
        "read", "readv", "pread64", "write", "writev", "lseek", "_llseek", "close", "close_range",
        "fstat", "fstat64", "stat", "lstat", "newfstatat", "fstatat64", "statx", "statfs", "fstatfs",
        "fstatfs64",
        "access", "faccessat", "faccessat2", "readlink", "readlinkat", "getdents", "getdents64", "getcwd",
        "fcntl", "fcntl64", "dup", "dup2", "dup3", "pipe", "pipe2", "poll", "ppoll", "fadvise64",
        "mmap", "mmap2", "munmap", "mprotect", "mremap", "madvise", "brk",
        "futex", "set_robust_list", "rseq", "membarrier", "sched_yield", "sched_getaffinity",
        "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigreturn", "sigaltstack", "restart_syscall",
        "getpid", "gettid", "getppid", "getuid", "geteuid", "getgid", "getegid", "uname", "sysinfo",
        "getrusage", "times", "clock_gettime", "clock_gettime64", "clock_getres", "gettimeofday", "time",
        "nanosleep", "clock_nanosleep", "getrandom", "exit", "exit_group",
    ]

    /// Ends the process, so that the document goes to quarantine with the signal's name.
    private static let deadly = [
        "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "kcmp", "pidfd_getfd",
        "bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register",
        "keyctl", "add_key", "request_key", "unshare", "setns", "chroot", "pivot_root",
        "mount", "umount2", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount", "fspick",
        "open_by_handle_at", "init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load",
        "reboot", "swapon", "swapoff", "quotactl", "acct", "settimeofday", "clock_settime", "adjtimex",
        "iopl", "ioperm", "modify_ldt", "vmsplice", "personality", "setuid", "setgid", "setresuid",
        "setresgid",
    ]

    /// From now on this process, with all its threads, makes no other calls. Nothing takes this back.
    ///
    /// - Parameter startsProgram: the process is about to start a program, which keeps the filter.
    /// - Throws: `SandboxFailure`.
    static func restrict(startsProgram: Bool) throws(SandboxFailure) {
        guard let filter = seccomp_init(failing(with: EPERM)) else { throw SandboxFailure(.calls, ENOMEM) }
        defer { seccomp_release(filter) }
        var failure = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1)
        // A tree of comparisons instead of a list: half the cost of each call.
        if failure == 0 { failure = seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2) }
        func add(_ action: UInt32, _ name: String, _ conditions: [scmp_arg_cmp] = []) {
            let call = seccomp_syscall_resolve_name(name)
            guard failure == 0, call >= 0 else { return }
            failure = seccomp_rule_add_array(filter, action, call, UInt32(conditions.count), conditions)
        }
        for name in allowed + (startsProgram ? starting : []) { add(allowing, name) }
        for name in deadly { add(ending, name) }
        addConditional(add)
        if failure == 0 { failure = seccomp_load(filter) }
        guard failure == 0 else { throw SandboxFailure(.calls, -failure) }
    }

    /// Calls that are harmless with some arguments only.
    private static func addConditional(_ add: (UInt32, String, [scmp_arg_cmp]) -> Void) {
        let writing = UInt64(O_ACCMODE | O_CREAT | O_TRUNC)
        add(allowing, "open", [masked(1, writing, equals: UInt64(O_RDONLY))])
        add(allowing, "openat", [masked(2, writing, equals: UInt64(O_RDONLY))])
        // Its own limits and signals, nobody else's.
        add(allowing, "prlimit64", [equal(0, 0)])
        add(allowing, "tgkill", [equal(0, UInt64(getpid()))])
        // The C library falls back on older calls where these are unknown.
        add(failing(with: ENOSYS), "clone3", [])
        add(failing(with: ENOSYS), "openat2", [])
    }

    private static let allowing: UInt32 = 0x7FFF_0000
    private static let ending: UInt32 = 0x8000_0000
    private static func failing(with code: Int32) -> UInt32 { 0x0005_0000 | UInt32(code) }

    private static func equal(_ argument: UInt32, _ value: UInt64) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_EQ, datum_a: value, datum_b: 0)
    }

    private static func masked(_ argument: UInt32, _ mask: UInt64, equals value: UInt64) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: mask, datum_b: value)
    }
}

import Foundation

extension Process {
    /// Waits for a child's end and says how it ended: its exit code, or 256 and the signal that ended it.
    ///
    /// In place of `waitUntilExit`, which on a busy machine was seen to wait for ever beside a child that had ended long
    /// before (swift-corelibs-foundation 6.3): the kernel is asked, and the child left for Foundation to reap.
    @discardableResult
    public func waitForEnd() -> Int32 {
        var end = siginfo_t()
        while waitid(P_PID, id_t(processIdentifier), &end, WEXITED | WNOWAIT) != 0 {
            if errno == EINTR { continue }
            // Foundation has reaped it, and notes its status in a moment.
            while isRunning { usleep(1_000) }
            return terminationReason == .exit ? terminationStatus : 256 + terminationStatus
        }
        let status = end._sifields._sigchld.si_status
        return end.si_code == CLD_EXITED ? status : 256 + status
    }
}

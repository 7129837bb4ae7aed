import Foundation
import Glibc
import Nightly
import Synchronization

/// Progress on standard error: one line, redrawn, on a terminal; a line every ten seconds elsewhere.
final class ProgressDisplay: Sendable {
    private struct State {
        var step: NightProgress.Step?
        var stepBegan = 0.0
        var lastShown = 0.0
        var isLineOpen = false
    }

    private let isTerminal: Bool
    private let state = Mutex(State())

    init(isTerminal: Bool) { self.isTerminal = isTerminal }

    func show(_ progress: NightProgress) {
        let now = Self.seconds()
        state.withLock { state in
            if state.step != progress.step {
                if isTerminal && state.isLineOpen { printError("") }
                state = State(step: progress.step, stepBegan: now, lastShown: now)
                if !isTerminal { return }
            }
            let isLast = progress.done == progress.total
            let pause = isTerminal ? 0.1 : 10
            guard now - state.lastShown >= pause || isLast && (isTerminal || now - state.stepBegan >= 10)
            else { return }
            state.lastShown = now
            let line = Self.line(progress, seconds: now - state.stepBegan)
            if isTerminal {
                printError("\r\u{1B}[K" + line, terminator: "")
                state.isLineOpen = true
            } else {
                printError(line)
            }
        }
    }

    /// Leaves the cursor on a fresh line.
    func finish() {
        state.withLock { state in
            if isTerminal && state.isLineOpen { printError("\r\u{1B}[K", terminator: "") }
            state.isLineOpen = false
        }
    }

    /// `letters   142/238  60 %  31 letters/s  3 s left  2 quarantined`.
    static func line(_ progress: NightProgress, seconds: Double) -> String {
        let name = progress.step.rawValue
        var line = name + String(repeating: " ", count: max(1, 10 - name.count))
        guard progress.total > 0 else { return line + "…" }
        line += "\(progress.done)/\(progress.total)  \(100 * progress.done / progress.total) %"
        if seconds > 0.5, progress.done > 0 {
            let rate = Double(progress.done) / seconds
            line += rate >= 1 ? "  \(Int(rate))/s" : "  \(Int(rate * 60))/min"
            line += "  \(Int(Double(progress.total - progress.done) / rate)) s left"
        }
        if progress.failures > 0 { line += "  \(progress.failures) quarantined" }
        return line
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

import Collecting
import Synchronization

/// Progress of collecting on standard error: one line, redrawn, on a terminal; nothing elsewhere.
final class CollectDisplay: Sendable {
    private let isTerminal: Bool
    /// By source.
    private let progress = Mutex<[String: CollectProgress]>([:])

    init(isTerminal: Bool) { self.isTerminal = isTerminal }

    func show(_ now: CollectProgress) {
        guard isTerminal else { return }
        progress.withLock { sources in
            sources[now.source] = now
            let all = sources.values
            let (done, total) = (all.map(\.done).reduce(0, +), all.map(\.total).reduce(0, +))
            let lists = all.map(\.lists).reduce(0, +)
            let line =
                "collect   \(now.source): \(lists) lists, \(done)/\(total) letters, \(all.map(\.new).reduce(0, +)) new"
            printError("\r\u{1B}[K" + line, terminator: "")
        }
    }

    /// Leaves the cursor on a fresh line.
    func finish() {
        if isTerminal { printError("\r\u{1B}[K", terminator: "") }
    }
}

import Foundation
import Glibc

/// Absolute path of this program: it starts itself as its own worker.
func programPath() throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
}

/// Times as reports carry them.
enum Timestamp {
    /// Now, ISO 8601 in UTC, to the second: `2026-11-21T02:00:00Z`.
    static func now() -> String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let year = Int(parts.tm_year) + 1_900
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
            + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }
}

import Foundation
import Glibc

/// Starts a program of the desktop with our terminal and our environment, and waits until it has ended.
///
/// Not by Foundation's `Process`, which was seen to wait for ever beside a program that had ended long before.
///
/// - Returns: its exit code; nil where it cannot be started or was ended by a signal.
func launch(_ program: String, _ arguments: String...) -> Int32? {
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let environment = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + environment).forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawn(&process, program, nil, nil, words, environment) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
        guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
}

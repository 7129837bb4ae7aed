import Foundation
import Glibc

/// What the command line knows of where it prints.
struct Terminal: Sendable {
    /// Standard output is a terminal: colour and footers make sense.
    var isOutputTerminal: Bool
    /// Standard error is a terminal: a progress line can be redrawn.
    var isErrorTerminal: Bool
    /// Columns; 80 where nobody says.
    var width: Int
    /// As no-color.org and TERM=dumb have it.
    var wantsColour: Bool

    static func current() -> Terminal {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let plain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        return Terminal(
            isOutputTerminal: isTerminal, isErrorTerminal: isatty(STDERR_FILENO) == 1,
            width: columns() ?? environment["COLUMNS"].flatMap(Int.init) ?? 80,
            wantsColour: isTerminal && !plain)
    }

    private static func columns() -> Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

/// Writes to standard error, where it does not mix with results.
func printError(_ text: String, terminator: String = "\n") {
    FileHandle.standardError.write(Data((text + terminator).utf8))
}

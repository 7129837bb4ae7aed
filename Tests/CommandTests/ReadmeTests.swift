import Foundation
import Testing

/// The README's examples are run, and must print what it says.
///
/// In a `console` block a line that begins with `$ ` is a command, and the lines below it are its output; a line `…`
/// stands for any number of lines. What changes from run to run (times, days, durations) is made equal first.
@Suite("The README", .serialized, .timeLimit(.minutes(10)))
struct ReadmeTests {
    struct Example {
        var command: String
        var expected: [String]
    }

    /// A copy of the checkout's definitions and samples, so that paths read as in the README.
    private func copyOfCheckout() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for name in ["Pipeline", "Corpus"] {
            try FileManager.default.copyItem(
                at: checkout.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
        }
        return folder
    }

    static func examples(in readme: String) -> [Example] {
        var examples: [Example] = []
        var isInside = false
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                examples.append(Example(command: String(line.dropFirst(2)), expected: []))
            } else if isInside, !examples.isEmpty {
                examples[examples.count - 1].expected.append(line)
            }
        }
        return examples
    }

    /// Times, days and durations made equal, trailing blanks dropped.
    static func settled(_ line: String) -> String {
        var line = line
        for (pattern, replacement) in [
            (#"\(\d+(\.\d)? s\)"#, "(… s)"), (#"\d+ ms"#, "… ms"),
            (#"Night of \d{4}-\d\d-\d\d"#, "Night of …"),
            (#"\d{4}-\d\d-\d\dT\d{6}Z"#, "…"),
        ] {
            line = line.replacingOccurrences(of: pattern, with: replacement, options: .regularExpression)
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// Whether lines are as expected, `…` standing for any number of them.
    static func agree(_ printed: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
        guard let first = expected.first else { return printed.isEmpty }
        if first == "…" {
            return (printed.startIndex...printed.endIndex).contains {
                agree(printed[$0...], expected.dropFirst())
            }
        }
        guard let line = printed.first, line == first else { return false }
        return agree(printed.dropFirst(), expected.dropFirst())
    }

    @Test("Every example prints what the README says")
    func examples() throws {
        let file = checkout.appendingPathComponent("README.md")
        var readme = try String(contentsOf: file, encoding: .utf8)
        let examples = Self.examples(in: readme)
        #expect(examples.count >= 4)
        let folder = try copyOfCheckout()
        for example in examples {
            let outcome = try Program.shell(example.command, in: folder.url)
            let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(
                String.init)
            let printed = Self.withoutBlankEnd(lines.map(Self.settled))
            let expected = Self.withoutBlankEnd(example.expected.map(Self.settled))
            #expect(outcome.status == 0, "$ \(example.command): \(outcome.errors)")
            if ProcessInfo.processInfo.environment["RECORD"] == "1" {
                readme = Self.recorded(Self.withoutBlankEnd(lines), for: example, in: readme)
            } else {
                #expect(
                    Self.agree(printed[...], expected[...]),
                    "$ \(example.command)\n\(printed.joined(separator: "\n"))\n\(outcome.errors)")
            }
        }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(readme.utf8).write(to: file)
        }
    }

    /// The README with an example's true output; where the README cut it with `…`, it is cut in the same place.
    static func recorded(_ printed: [String], for example: Example, in readme: String) -> String {
        let command = "$ \(example.command)\n"
        let old = command + example.expected.map { $0 + "\n" }.joined()
        var lines = printed
        if let cut = example.expected.firstIndex(of: "…"), example.expected.count > 1, cut < printed.count {
            lines = printed.prefix(cut) + ["…"] + printed.suffix(example.expected.count - cut - 1)
        }
        return readme.replacing(old, with: command + lines.map { $0 + "\n" }.joined())
    }

    private static func withoutBlankEnd(_ lines: [String]) -> [String] {
        var lines = lines
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    @Test("The reader of examples tells commands from output, and ellipses from lines")
    func reader() {
        let found = Self.examples(in: "text\n```console\n$ a b\none\n…\n$ c\n```\n```sh\n$ not run\n```\n")
        #expect(found.map(\.command) == ["a b", "c"])
        #expect(found[0].expected == ["one", "…"])
        #expect(Self.agree(["one", "x", "y"], ["one", "…"]))
        #expect(Self.agree(["one", "x", "y"], ["…", "y"]))
        #expect(!Self.agree(["one", "x"], ["one"]))
        #expect(Self.settled("Night of 2026-11-21: 1 new   (12 s)") == "Night of …: 1 new   (… s)")
    }
}

import Correspondence
import Dice
import Foundation
import Testing

@testable import Definitions

/// Definition files that have gone wrong in every way are read or refused: with file and line, at once, on one line
/// that any terminal may have.
@Suite("Definitions that have gone wrong")
struct DefinitionMutationTests {
    /// More than are tried every time: `DEFINITION_CASES=10000 swift test --filter DefinitionMutationTests`.
    private static let cases = 10 * DefinitionPropertyTests.cases

    @Test("whatever happens to a file, it is read or refused with its name and line")
    func mutations() throws {
        let scratch = try Scratch()
        var dice = Dice(seed: 21)
        let seeds = try Self.seeds(&dice)
        for number in 0..<Self.cases {
            let (kind, seed) = dice.pick(seeds)
            var file = seed
            for _ in 0...dice.roll(3) { file = dice.pick(YAMLMutation.allCases).apply(to: file, &dice) }
            check(kind, file, scratch, "case \(number)")
        }
    }

    @Test("every way to go wrong, alone, on every kind of file", arguments: YAMLMutation.allCases)
    func alone(mutation: YAMLMutation) throws {
        let scratch = try Scratch()
        var dice = Dice(seed: 22)
        for (kind, seed) in try Self.seeds(&dice) {
            for number in 0..<2 { check(kind, mutation.apply(to: seed, &dice), scratch, "case \(number)") }
        }
    }

    @Test("aliases that unfold for ever, lie too deep or are too many are refused at once, at one of them")
    func bombs() throws {
        let scratch = try Scratch()
        let doubling = (1...60).map { "  - &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        let chain = (1...100_000).map { "  - &a\($0) [*a\($0 - 1)]\n" }.joined()
        let many =
            "  - &b [" + String(repeating: "x, ", count: 9_000) + "]\n"
            + String(repeating: "  - *b\n", count: 9_000)
        let key = "  - ? *a60\n    : x\n"
        for yaml in [doubling, doubling + key, chain, many] {
            let file = try scratch.file(Array("label: x\nterms:\n  - &a0 [x]\n\(yaml)".utf8))
            let message = Self.message(.topic, file)
            #expect(message.contains("its aliases (* and a name) stand for too much"), "\(message)")
            #expect(message.hasPrefix("x.yaml:"))
        }
    }

    @Test("aliases that stand for little are read")
    func aliases() throws {
        let yaml = """
            label: x
            companions:
              - {name: a, within: sentence, groups: [&one [road, rail], &two [lane]]}
              - {name: b, within: sentence, groups: [*two , *one]}
            """
        let topic = try Topic.parse(yaml, id: "x", named: "x.yaml")
        #expect(topic.companions[1].groups == [["lane"], ["road", "rail"]])
    }

    @Test("stars and ampersands in texts are no aliases")
    func stars() throws {
        let yaml = """
            ignore: ["*a", '&a *a', "x *gold*.jsonl"]   # &a *a
            contact: &a smith*jones@example.org
            corpus: Smith *a & Sons &a
            """
        let configuration = try Configuration(DefinitionFile.parse(yaml, named: "x.yaml"))
        #expect(configuration.ignore == ["*a", "&a *a", "x *gold*.jsonl"])
        #expect(configuration.corpus == "Smith *a & Sons &a")
        #expect(configuration.contact == "smith*jones@example.org")
    }

    @Test("bytes that are no text are told with their line")
    func noText() throws {
        let scratch = try Scratch()
        let file = try scratch.file(Array("label: x\nterms:\n  - a\u{1B}b\n".utf8))
        #expect(Self.message(.topic, file).hasPrefix("x.yaml:3: is no YAML: control characters"))
        let broken = try scratch.file(Array("label: x\nterms:\n  - ".utf8) + [0xC3, 0x28])
        #expect(Self.message(.topic, broken).hasPrefix("x.yaml:3: cannot be read as UTF-8 text"))
    }

    @Test("a file of nothing but comments sets nothing and corrects nothing")
    func comments() throws {
        let scratch = try Scratch()
        let file = try scratch.file(Array("# jobs: 4\n".utf8))
        #expect(try Configuration.load(file) == Configuration())
        let correction = try CorrectionDefinitions.parse("# none\n", id: "0123456789abcdef", named: "x.yaml")
        #expect(correction == Correction(id: "0123456789abcdef"))
    }

    @Test(
        "a file of corrections may be called anything",
        arguments: ["", "-", "--", "-a", "0123456789abcde\u{301}"])
    func names(id: String) {
        let error = #expect(throws: DefinitionError.self) {
            try CorrectionDefinitions.parse("values: []", id: id, named: "x.yaml")
        }
        #expect(error?.description.contains("no letter's id") == true)
    }

    private func check(_ kind: FileKind, _ bytes: [UInt8], _ scratch: Scratch, _ what: String) {
        let start = Self.processorSeconds()
        do {
            try kind.read(scratch.file(bytes), "x.yaml")
        } catch let error as DefinitionError {
            let message = error.description
            #expect(message.hasPrefix("x.yaml") && message.utf8.count < 3_000, "\(what): \(message)")
            let isShown = message.unicodeScalars.allSatisfy {
                ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
                    $0.properties.generalCategory)
            }
            #expect(isShown, "\(what): \(message.debugDescription)")
            let lines = Self.lines(of: bytes)
            let isPlaced = error.line.map { (1...lines).contains($0) }
            #expect(isPlaced ?? Self.meansAll(message), "\(what): \(message) of \(lines) lines")
        } catch {
            Issue.record("\(what): \(error)")
        }
        #expect(Self.processorSeconds() - start < 5, "\(what) of \(bytes.count) bytes took too long")
    }

    /// YAML ends lines at three more characters than editors do.
    private static func lines(of bytes: [UInt8]) -> Int {
        let text = String(decoding: bytes, as: UTF8.self)
        let ended = text.count(where: \.isNewline)
        return max(1, text.last?.isNewline == true ? ended : ended + 1)
    }

    /// Problems of no line in particular.
    private static func meansAll(_ message: String) -> Bool {
        ["is empty", "has nothing that could give"].contains { message.hasPrefix("x.yaml: \($0)") }
    }

    private static func message(_ kind: FileKind, _ file: URL) -> String {
        do { try kind.read(file, "x.yaml") } catch { return "\(error)" }
        return "no error"
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The project's own files, and a written one of every kind.
    private static func seeds(_ dice: inout Dice) throws -> [(FileKind, [UInt8])] {
        var seeds: [(FileKind, [UInt8])] = []
        for kind in FileKind.allCases { seeds += try kind.ownFiles().map { (kind, $0) } }
        seeds += FileKind.allCases.map { kind in (kind, Array(kind.written(&dice).file(&dice).utf8)) }
        return seeds
    }
}

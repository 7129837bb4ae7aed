import Testing

@testable import Reporting

/// The figures are those of Python's difflib.SequenceMatcher(None, first, second).ratio().
@Suite struct TextLikenessTests {
    @Test func `Matching blocks are counted as difflib counts them`() {
        #expect(abs(likeness("abcd", "bcde") - 0.75) < 1e-9)
        let asked = "Request for Information Regarding Maternal and Infant Health Care in Rural Communities"
        let short = "RFI: maternal and infant health care in rural areas"
        #expect(abs(likeness(asked, short) - 0.5985401459854015) < 1e-9)
        #expect(likeness("", "") == 1)
        #expect(likeness("a", "") == 0)
    }

    @Test func `In long texts frequent characters begin no match`() {
        let first = String(repeating: "the quick brown fox jumps over the lazy dog; ", count: 6)
        let second = String(repeating: "the lazy fox jumps over a quick brown dog, ; ", count: 6)
        #expect(abs(likeness(first, second) - 0.014814814814814815) < 1e-9)
    }

    @Test func `In long texts rare characters begin matches that frequent ones lengthen`() {
        let words = [
            "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet",
            "kilo",
            "lima", "mike", "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango", "uniform",
            "victor",
            "whiskey", "xray", "yankee", "zulu",
        ]
        let numbered = words.enumerated().map { "\($1)\($0)" }
        let first = numbered.joined(separator: " ")
        let changed = numbered.map { word in
            word == "kilo10" ? "KILO" : word == "papa15" ? "father15" : word
        }
        let second = "Zulu, " + changed.joined(separator: " ")
        #expect(abs(likeness(first, second) - 0.8894230769230769) < 1e-9)
    }

    @Test(arguments: [
        ("Centers for Medicare & Medicaid Services", "CMMS"),
        ("League of Academic Medical Centers", "The League of Academic Medical Centers"),
        ("League of Academic Medical Centers", "LAMC"),
        (
            "Office of the Dean, Halverson University School of Medicine",
            "Halverson University School of Medicine"
        ),
    ])
    func `Names that mean the same are the same`(first: String, second: String) {
        #expect(meanTheSame(first, second))
    }

    @Test(arguments: [
        ("Halverson University School of Medicine", "Prairie State Medical College"),
        ("Office", "Office of Minority Health"),
        ("", "Office of Minority Health"),
    ])
    func `Names that differ are not`(first: String, second: String) {
        #expect(!meanTheSame(first, second))
    }
}

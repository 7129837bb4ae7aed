import Correspondence
import Foundation

/// Passages that a document holds, in reading order: one line of a gold file for text.
public struct GoldPassages: Sendable, Hashable, Decodable {
    /// Relative to the folder of the gold file.
    public var file: String
    public var passages: [String]

    /// Reads JSON Lines; empty lines mean nothing.
    public static func read(_ lines: String) throws(GoldLabelError) -> [GoldPassages] {
        var found: [GoldPassages] = []
        for (place, line) in lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            do {
                found.append(try JSONDecoder().decode(GoldPassages.self, from: Data(line.utf8)))
            } catch {
                throw GoldLabelError(line: place + 1, reason: "\(error)")
            }
        }
        return found
    }
}

extension Evaluation {
    /// Text measured by passages. Field `passages`: those whose words stand in the text without a gap. Field
    /// `reading order`: those found that stand after the one found before. Passages of fewer than four words are
    /// passed over: they may stand anywhere.
    ///
    /// - Parameter texts: the pages' texts by the passages' `file`.
    public init(_ labels: [GoldPassages], texts: [String: [String]]) {
        self.init([], letters: [:])
        for label in labels {
            guard let pages = texts[label.file] else {
                note(missing: label.file)
                continue
            }
            score(label, WordText(pages.joined(separator: "\n")))
        }
    }

    private mutating func score(_ label: GoldPassages, _ text: WordText) {
        var last = -1
        for passage in label.passages {
            let words = LabelText.words(passage)
            guard words.count >= 4 else { continue }
            let place = text.place(of: words, after: last) ?? text.place(of: words, after: -1)
            count("passages", place != nil, Self.miss("passages", label.file, passage))
            guard let place else { continue }
            count("reading order", place > last, Self.miss("reading order", label.file, passage))
            last = place
        }
    }

    private static func miss(_ field: String, _ file: String, _ passage: String) -> Miss {
        Miss(field: field, file: file, found: "none", wanted: String(passage.prefix(80)))
    }
}

/// A text as its words, searched for runs of words.
private struct WordText {
    private let words: [String]
    private let places: [String: [Int]]

    init(_ text: String) {
        words = LabelText.words(text)
        places = Dictionary(grouping: words.indices) { [words] in words[$0] }
    }

    /// The first place after another one where these words follow each other.
    func place(of run: [String], after start: Int) -> Int? {
        guard let first = run.first else { return nil }
        return places[first]?.first { place in
            place > start && place + run.count <= words.count
                && words[place..<place + run.count].elementsEqual(run)
        }
    }
}

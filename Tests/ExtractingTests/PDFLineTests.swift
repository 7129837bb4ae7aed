import Correspondence
import Testing

@testable import Extracting

@Suite struct PDFLineTests {
    /// Glyphs of ten points' height and five points' width, set one after the other.
    private func glyphs(_ text: String, gapAfter gaps: [Int: Float] = [:]) -> [Glyph] {
        var left: Float = 100
        return text.unicodeScalars.enumerated().map { index, scalar in
            defer { left += 5 + (gaps[index] ?? 0) }
            return Glyph(scalar: scalar, left: left, top: 50, right: left + 5, bottom: 60)
        }
    }

    private func texts(_ glyphs: [Glyph]) -> [String] {
        LineReader(glyphs: glyphs, runs: []).lines().map(\.text)
    }

    @Test func aGapBetweenBoxesIsASpaceAndAWideOneParts() {
        #expect(texts(glyphs("1Scope", gapAfter: [0: 2])) == ["1 Scope"])
        #expect(texts(glyphs("1Scope", gapAfter: [0: 1])) == ["1Scope"])
        #expect(texts(glyphs("1Scope", gapAfter: [0: 40])) == ["1", "Scope"])
    }

    @Test func aLineThatGoesOnAtTheTopOfTheNextColumnIsTwo() {
        var run = glyphs("doses of the vaccine. Looking at the data")
        for index in 21..<run.count {
            run[index].left -= 20
            run[index].right -= 20
            run[index].top -= 40
            run[index].bottom -= 40
        }
        #expect(texts(run) == ["doses of the vaccine.", "Looking at the data"])
    }

    @Test func ligaturesAreSpeltOutAndTheInvisibleIsRemoved() {
        #expect(texts(glyphs("\u{FEFF}o\u{FB03}\u{200B}ce\u{7}")) == ["office"])
        #expect(texts(glyphs("e\u{301}t\u{A0}\u{2009}a")) == ["ét a"])
    }

    @Test func aPrintedSoftHyphenIsAHyphen() {
        #expect(texts(glyphs("well\u{AD}being")) == ["well-being"])
    }

    @Test func bulletsOfSymbolFontsAreBullets() {
        #expect(texts(glyphs("\u{F0B7} item")) == ["• item"])
    }

    @Test func hyphensFollowTheWordsOfTheDocument() {
        let lines = [
            "a multi-", "state effort", "our multistate plan", "an over-", "sight board", "over-sight",
        ]
        .map { PrintedLine(text: $0, box: Box(left: 0, top: 0, right: 1, bottom: 1), size: 10) }
        let rule = HyphenRule(lines: lines)
        #expect(rule.verdict(on: "multi", "state") == .join)
        #expect(rule.verdict(on: "over", "sight") == .keepHyphen)
        #expect(rule.verdict(on: "recom", "mend") == .join)
        #expect(rule.verdict(on: "COVID", "19") == .keepHyphen)
        #expect(rule.verdict(on: "pre", "and") == .leave)
        #expect(rule.verdict(on: "pre", "natal") == .join)
        #expect(rule.verdict(on: "in", "cluding") == .join)
        #expect(rule.verdict(on: "accu", "rate") == .join)
        #expect(rule.verdict(on: "self", "made") == .keepHyphen)
    }

    @Test func itemsBeginWithMarksAndNamesWithInitialsDoNot() {
        for item in ["• one", "1. one", "(a) one", "iv) one", "- one"] { #expect(ListMark.begins(item)) }
        for text in ["J. Smith", "2020 was", "May 4", "-one", "a letter"] { #expect(!ListMark.begins(text)) }
    }

    @Test func pageNumbersAreKnownInTheirForms() {
        for text in ["3", "- 3 -", "Page 3", "Page 3 of 7", "3 | P a g e", "Page 3 of7", "iii"] {
            let line = PrintedLine(text: text, box: Box(left: 0, top: 0, right: 1, bottom: 1), size: 10)
            #expect(EdgeLine(line, page: 3).pageNumber == 3)
        }
        let line = PrintedLine(text: "3 Id. at 12", box: Box(left: 0, top: 0, right: 1, bottom: 1), size: 10)
        #expect(EdgeLine(line, page: 3).pageNumber == nil)
    }

    @Test func readableTextIsToldFromNonsense() {
        let good = "We urge the agency to finalize the proposed rule, NPRM and all; Dr. Schmidt agrees."
        #expect(TextVerdict(good).quality > 0.95)
        #expect(TextVerdict("Wx sxppqrt thx prqpqsxd rxlx zzkrtw bvgrtp").quality < TextVerdict.poorBelow)
        #expect(TextVerdict("\u{FFFD}\u{FFFD}\u{FFFD} ab \u{E123}\u{E124}").quality < TextVerdict.poorBelow)
        #expect(TextVerdict("Мы поддерживаем предложение").quality > 0.95)
    }
}

@Suite struct PDFLetterSpacingTests {
    @Test func lettersSetApartAreWordsAgain() {
        var left: Float = 100
        let glyphs = "HARBOR|CLINICS".unicodeScalars.flatMap { scalar -> [Glyph] in
            guard scalar != "|" else {
                left += 6
                return []
            }
            defer { left += 8 }
            let letter = Glyph(scalar: scalar, left: left, top: 50, right: left + 5, bottom: 60)
            return [letter, Glyph(scalar: " ", left: left + 5, top: 50, right: left + 8, bottom: 60)]
        }
        #expect(LineReader(glyphs: glyphs, runs: []).lines().map(\.text) == ["HARBOR CLINICS"])
    }
}

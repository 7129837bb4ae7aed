import Correspondence
import Scanning

/// Finds who signs: the people of the signature block, in printed order; of testimony, the witness.
struct SignatoryFinder {
    let shape: LetterShape
    let isSpoken: Bool

    func find() -> [Signatory] {
        if isSpoken {
            let witnesses = Witness(shape: shape).find()
            if !witnesses.isEmpty { return witnesses }
        }
        return signed()
    }

    // MARK: Signature block

    private func signed() -> [Signatory] {
        // Bodies that sign are no people, though `New Moms` could be a name.
        if UndersignedBodies(shape: shape).find().count >= Self.fewestOfList { return [] }
        var blocks: [PartyBlock] = []
        let lines = SignatureColumns.unrolled(shape.text[shape.signature])
        for (offset, line) in lines.enumerated() {
            let text = offset == 0 ? withoutClosing(line) : line.string
            guard !text.isEmpty, !line.has(Self.mark) || PersonName.read(text) != nil else { continue }
            if line.has(LineClues.contact) || line.has(LineClues.place) || line.has(LineClues.street) {
                continue
            }
            if let person = PersonName.read(text), !isTitleOnly(text), !isPlace(person),
                !isBodyUnderTitle(line, blocks.last)
            {
                var block = PartyBlock(lines: [line], isSignature: true)
                block.take(person)
                block.name = block.name.map(Self.withoutScribble)
                blocks.append(block)
            } else if let last = blocks.indices.last {
                if blocks[last].lines.count < 7 { blocks[last].take(line) }
            } else if OrganizationName.isBody(text) {
                var block = PartyBlock(lines: [], isSignature: true)
                block.take(line)
                blocks.append(block)
            }
        }
        return blocks.compactMap(signatory)
    }

    private static let fewestOfList = 4

    private func withoutClosing(_ line: LetterLine) -> String {
        guard let match = LineClues.runInClosing.firstMatch(in: line.text) else { return line.string }
        return line.part(match.range.upperBound..<line.text.bytes.count).string
    }

    /// `PATRICK LEE Xs`: what OCR makes of a pen's stroke behind a name in capitals.
    private static func withoutScribble(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard words.count > 2, let last = words.last, last.count <= 2, last.contains(where: \.isLowercase),
            words.dropLast().allSatisfy({ !$0.contains(where: \.isLowercase) }),
            !NameWords.suffixes.contains(NameText.bare(last))
        else { return name }
        return words.dropLast().joined(separator: " ")
    }

    /// `Attorney` / `Clean Creek Defenders`: who the signer signs for.
    private func isBodyUnderTitle(_ line: LetterLine, _ block: PartyBlock?) -> Bool {
        guard let block, block.title != nil, block.organization == nil, block.lines.last?.block == line.block
        else { return false }
        return line.string.split(separator: " ").count > 2 && line.string.hasSuffix("s")
            && !line.string.contains(".") && !line.string.contains(",")
    }

    private func isTitleOnly(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return words.prefix(2).contains { NameWords.titles.contains(NameText.bare($0)) }
            && PersonName.read(text)?.honorific == nil
    }

    /// `San Francisco, California`: where someone lives, not who signs.
    private func isPlace(_ person: PersonName) -> Bool {
        guard person.honorific == nil, let rest = person.rest else { return false }
        let state = PartyText.trimmed(rest.filter { $0 != "." })
        return StateNames.codes[state.lowercased()] != nil
            || StateNames.codes.values.contains(state.lowercased())
                && state.utf8.count == 2 && state == state.uppercased()
    }

    private static let mark = Pattern(
        literal: #"\A\W*(?:/s/|\[?signed\]?|\[?signature\]?|[_\s]+|by:?|enclosures?)\W*\z|\A\W+\z"#,
        options: [.caseInsensitive])

    private func signatory(_ block: PartyBlock) -> Signatory? {
        guard let name = block.name, let line = block.lines.first else { return nil }
        return Signatory(
            name: name, title: block.title, organization: block.organization ?? block.bodies.first,
            evidence: shape.lines.evidence(line, of: name, rule: "signatory.signature", .high))
    }
}

import Correspondence
import Scanning

/// Reads who a memorandum goes to and comes from: the lines `TO:` and `FROM:` of its caption.
struct MemoCaption {
    let shape: LetterShape
    let bodies: BodyFinder

    /// Who the memo goes to, one line or one part of a line each.
    func addressees() -> [Addressee] {
        parts(of: "TO", "FOR", "CC").filter { $0.label != "CC" }.compactMap { part in
            guard let block = block(part, isSignature: false) else { return nil }
            let words = block.name ?? block.organization ?? block.title ?? part.text
            return Addressee(
                name: block.name ?? (block.organization == nil ? words : nil), honorific: block.honorific,
                title: block.name == nil ? nil : block.title, organization: block.organization,
                agency: bodies.agency(of: block),
                evidence: shape.lines.evidence(part.line, of: words, rule: "addressee.caption", .high))
        }
    }

    /// Who the memo comes from.
    func signatories() -> [Signatory] {
        parts(of: "FROM").compactMap { part in
            guard let block = block(part, isSignature: true), let name = block.name else { return nil }
            return Signatory(
                name: name, title: block.title, organization: block.organization,
                evidence: shape.lines.evidence(part.line, of: name, rule: "signatory.caption", .high))
        }
    }

    private struct Part {
        var label: String
        var text: String
        var line: LetterLine
    }

    /// The parts of captions with these labels; a caption runs on to the next label or block.
    private func parts(of labels: String...) -> [Part] {
        var found: [Part] = []
        var label: String?
        var block: Int?
        for line in shape.text.prefix(40) {
            var text = line.string
            if let match = LineClues.memoCaption.firstMatch(in: line.text), let range = match[1] {
                label = line.text[range].uppercased()
                block = line.block
                text = line.part(match.range.upperBound..<line.text.bytes.count).string
            } else if Prose.isProse(line) || (line.block != block && found.last?.label == label) {
                label = nil
            }
            guard let label, labels.contains(label) else { continue }
            block = line.block
            for piece in text.split(separator: ";").map({ PartyText.trimmed(String($0)) })
            where !piece.isEmpty {
                found.append(Part(label: label, text: piece, line: line))
            }
        }
        return found
    }

    private func block(_ part: Part, isSignature: Bool) -> PartyBlock? {
        var block = PartyBlock(lines: [part.line], isSignature: isSignature)
        if let person = PersonName.read(part.text) {
            block.take(person)
        } else if !isSignature {
            if OrganizationName.isBody(part.text) { block.takeRole(part.text) }
        } else {
            return nil
        }
        return block
    }
}

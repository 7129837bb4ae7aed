import Correspondence
import Scanning

extension SenderFinder {
    /// A letterhead at the page's foot: a name with its address behind it.
    func foot() -> Found? {
        guard isWritten, text.mediaType == .pdf else { return nil }
        let after = max(shape.signature.lowerBound, shape.body)
        let last = shape.text.indices.filter { index in
            index >= after && !(shape.copied?.contains(index) ?? false)
                && (index + 4 > shape.text.count || shape.text[index].page == shape.text.first?.page)
        }
        let lines = shape.lines.margin.filter { $0.role == .footer || $0.role == .header || $0.role == nil }
        let reader = LetterheadReader(lines: lines + last.map { shape.text[$0] }, opening: shape.opening.text)
        for (index, line) in reader.lines.enumerated() where line.count < 200 {
            let next = reader.lines.indices.contains(index + 1) ? reader.lines[index + 1] : line
            let isAddress = [line, next].contains {
                $0.has(LineClues.place) || $0.has(LineClues.street) || $0.has(LineClues.contact)
            }
            guard isAddress, !line.has(Self.noLetterhead), !line.has(LineClues.note),
                let name =
                    (reader.names(at: index) + Self.parts(of: line.string).filter(OrganizationName.endsAsBody))
                    .first(where: { isHeadName($0) }),
                !isAddressed(name)
            else { continue }
            return (name, shape.lines.evidence(line, of: name, rule: "sender.foot", .medium))
        }
        return nil
    }
}

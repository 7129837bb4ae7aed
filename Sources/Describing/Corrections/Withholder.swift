import Correspondence

/// Takes words out of a record wherever they stand: in the field that holds them, in pages, quotes and titles. There
/// stands a █ for each of their characters instead, so that all offsets stay right.
struct Withholder {
    private let withheld: [Withholding]
    private let id: String
    private let words: WithheldText

    init(_ withheld: [Withholding], letter id: String) {
        self.withheld = withheld
        self.id = id
        words = WithheldText(withheld, letter: id)
    }

    func withhold(from letter: Letter) -> Letter {
        var letter = letter
        do {
            var tree = try JSONValue(letter)
            for (key, value) in tree.entries where !["original", "provenance", "id"].contains(key) {
                _ = tree.set(blanked(value), at: [key])
            }
            for field in withheld.compactMap(\.field) { remove(field, from: &tree) }
            letter = try tree.read(as: Letter.self)
            tree = try JSONValue(letter)
            letter = try quotedAgain(tree, pages: letter.pages).read(as: Letter.self)
        } catch {
            // No record with the words in it may be written: better none of its text.
            letter.pages = letter.pages.map { Page(number: $0.number, text: "", source: $0.source) }
            letter.findings.append(
                Finding(
                    .error, stage: "describe", code: "correction-not-applied",
                    message:
                        "Pipeline/corrections/\(id).yaml: what is withheld cannot be taken out (\(error)); "
                        + "the text is left out instead"))
        }
        letter.withheld = Set(withheld.map(\.path)).sorted()
        return letter
    }

    private func blanked(_ tree: JSONValue) -> JSONValue {
        switch tree {
        case .text(let text): .text(words.blanked(text))
        case .list(let values): .list(values.map(blanked))
        case .object(let values): .object(values.mapValues(blanked))
        default: tree
        }
    }

    /// The field itself: at its position, or where the words now stand in its list.
    private func remove(_ field: FieldPath, from tree: inout JSONValue) {
        let record = tree
        let isBlanked = { (path: FieldPath) in
            record[path.parts[...]]?.shown?.unicodeScalars.contains(WithheldWords.block) ?? false
        }
        var place = field
        if field.position != nil, !isBlanked(field), case .list(let entries)? = tree[field.parts.prefix(1)],
            let moved = entries.indices.map({ field.at($0) }).first(where: isBlanked)
        {
            place = moved
        }
        guard isBlanked(place) || !field.isEssential else { return }
        _ = tree.set(nil, at: place.isEssential ? place.parts.dropLast() : place.parts[...])
    }

    /// Every quote is the slice of its page again.
    private func quotedAgain(_ tree: JSONValue, pages: [Page]) -> JSONValue {
        switch tree {
        case .list(let values): return .list(values.map { quotedAgain($0, pages: pages) })
        case .object(var values):
            if case .integer(let page)? = values["page"], case .integer(let start)? = values["start"],
                case .integer(let end)? = values["end"], values["quote"] != nil,
                let page = pages.first(where: { $0.number == page })
            {
                let text = values["in"] == .text("margin") ? page.margin ?? "" : page.text
                let scalars = Array(text.unicodeScalars)
                guard start <= end, end <= scalars.count else { return tree }
                values["quote"] = .text(String(String.UnicodeScalarView(scalars[start..<end])))
                return .object(values)
            }
            return .object(values.mapValues { quotedAgain($0, pages: pages) })
        default: return tree
        }
    }
}

extension JSONValue {
    /// Of an object, sorted by key.
    fileprivate var entries: [(key: String, value: JSONValue)] {
        guard case .object(let values) = self else { return [] }
        return values.sorted { $0.key < $1.key }
    }
}

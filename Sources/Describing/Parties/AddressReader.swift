import Correspondence
import Scanning

/// Cuts the lines of an inside address into its addressees: one to six, each with name, title, body, address.
struct AddressReader {
    private var blocks: [PartyBlock] = []

    /// The parties named in these lines, in printed order.
    static func read(_ lines: [LetterLine]) -> [PartyBlock] {
        var reader = AddressReader()
        var previous: LetterLine?
        for line in lines {
            reader.take(
                line, isNewBlock: previous.map { $0.block != line.block || $0.page != line.page } ?? true)
            previous = line
        }
        return reader.blocks
    }

    private mutating func take(_ line: LetterLine, isNewBlock: Bool) {
        let isLocation =
            line.has(LineClues.place) || line.has(LineClues.street) || line.has(LineClues.contact)
        if line.has(LineClues.honorificOnly) {
            var block = PartyBlock(lines: [line])
            block.honorific = line.string
            blocks.append(block)
        } else if line.has(LineClues.redacted), blocks.last?.name == nil {
            if blocks.last.map({ $0.isClosed || $0.organization != nil }) ?? true {
                blocks.append(PartyBlock(lines: []))
            }
            blocks[blocks.count - 1].lines.append(line)
            blocks[blocks.count - 1].name = line.string
        } else if !isLocation, !line.has(LineClues.attention),
            let person = PersonName.read(line.string, needsTwo: !line.string.hasPrefix("The Hon")),
            fits(person)
        {
            begin(with: person, line, isNewBlock)
        } else if let last = blocks.indices.last, !(blocks[last].isClosed && startsBody(line, isLocation)) {
            blocks[last].take(line)
        } else if !isLocation, startsBody(line, isLocation) || line.has(LineClues.attention) || blocks.isEmpty
        {
            var block = PartyBlock(lines: [])
            block.take(line)
            blocks.append(block)
        } else {
            blocks.append(PartyBlock(lines: []))
            blocks[blocks.count - 1].take(line)
        }
    }

    /// A name with a building or a street behind it is a place.
    private func fits(_ person: PersonName) -> Bool {
        guard let rest = person.rest else { return true }
        return !["courthouse", "building", "office building", "center", "plaza"].contains {
            rest.lowercased().hasSuffix($0)
        }
    }

    private func startsBody(_ line: LetterLine, _ isLocation: Bool) -> Bool {
        !isLocation && OrganizationName.isBody(line.string)
    }

    /// A name begins a new party, or names the person of a body that has none and is not yet closed.
    private mutating func begin(with person: PersonName, _ line: LetterLine, _ isNewBlock: Bool) {
        if let last = blocks.indices.last, blocks[last].name == nil, !blocks[last].isClosed,
            !isNewBlock || blocks[last].honorific != nil, person.honorific == nil
        {
            let honorific = blocks[last].honorific
            blocks[last].lines.insert(line, at: 0)
            blocks[last].take(person)
            blocks[last].honorific = honorific
            return
        }
        var block = PartyBlock(lines: [line])
        block.take(person)
        blocks.append(block)
    }
}

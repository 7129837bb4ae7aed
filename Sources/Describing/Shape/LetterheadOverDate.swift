import Scanning

/// Tells a letterhead from an inside address where only one block stands over the date and none below it.
///
/// A body's name and its place may be either. They are the writer's where the greeting names a person whom the block
/// does not, and no public body, person or title stands in it.
struct LetterheadOverDate {
    let shape: LetterShape
    let directory: Directory

    /// The shape with the block as what it is.
    func told() -> LetterShape { isLetterhead ? shape.withoutAddress() : shape }

    private var isLetterhead: Bool {
        guard let last = shape.address.last, let salutation = shape.salutation,
            shape.text[last..<salutation.line].contains(where: AddressLines.isDate)
        else { return false }
        let block = shape.address.map { shape.text[$0] }
        let greeted = SalutationReader.people(in: salutation.part.string).map { Surname.of($0.name) }
        return !greeted.isEmpty
            && block.contains { $0.has(LineClues.place) }
            && block.allSatisfy { line in
                let words = line.string.lowercased()
                return !greeted.contains { words.contains($0) }
                    && PersonName.read(line.string) == nil && !TitleLine.isTitle(line.string)
                    && directory.names.agencies(in: line.string).isEmpty && Chamber.of(line.string) == nil
                    && !line.has(Self.public)
            }
    }

    /// Public bodies that no registry lists, and words that lead to an addressee.
    private static let `public` = Pattern(
        literal:
            #"\b(?:attn|attention|to:|department|division|bureau|commission|committee|court|senate|house|legislature|assembly|city|county|state)\b"#,
        options: [.caseInsensitive])
}

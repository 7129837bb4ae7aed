import Correspondence
import Scanning

/// Reads addresses that stand side by side, where one line holds parts of two: the people whom it calls honorable.
struct AbreastAddresses {
    let shape: LetterShape
    let bodies: BodyFinder

    /// - Returns: nil where every address has its lines to itself.
    func find() -> [Addressee]? {
        let lines = shape.address.map { shape.text[$0] }
        var found: [Addressee] = []
        var isAbreast = false
        for (index, line) in lines.enumerated() {
            for match in Self.person.matches(in: line.text) {
                guard let range = match[1] else { continue }
                let part = line.part(range)
                guard let person = PersonName.read(part.string) else { continue }
                if match.range.lowerBound > 0 { isAbreast = true }
                found.append(
                    Addressee(
                        name: person.name, honorific: "The Honorable",
                        agency: agency(behind: index, in: lines),
                        evidence: shape.lines.evidence(
                            line, line.range(of: person.name), rule: "addressee.abreast", .medium)))
            }
        }
        return isAbreast && found.count > 1 ? found : nil
    }

    private static let person = Pattern(
        literal: #"\b(?:The\s+)?Hon(?:orable|\.)\s+(\p{Lu}(?:(?!\s{2}|\s+The\s+Hon)[^,;(]){3,40})"#)

    /// The first body named in the lines behind a name.
    private func agency(behind index: Int, in lines: [LetterLine]) -> String? {
        for line in lines.dropFirst(index + 1).prefix(12) {
            if let id = bodies.agency(in: line.string) { return id }
        }
        return nil
    }
}

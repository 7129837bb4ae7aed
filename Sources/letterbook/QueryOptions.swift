import ArgumentParser
import Correspondence
import Foundation
import Indexing

/// Which letters: the flags of every command that takes a question. Each is a field of the query language.
struct QueryOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Words, \"phrases\", prefix*, AND, OR, NOT, (…), NEAR(…), and fields such as agency:cms.",
            valueName: "words"))
    var words: [String] = []

    @Option(help: ArgumentHelp("Letters that name this agency or one below it.", valueName: "id"))
    var agency: [String] = []

    @Option(help: ArgumentHelp("Letters on this topic.", valueName: "id"))
    var topic: [String] = []

    @Option(
        help: ArgumentHelp("Letters from this sender: words of the name, or initials.", valueName: "name"))
    var sender: [String] = []

    @Option(
        help: ArgumentHelp(
            "letter, comment, testimony, statement, notice, memo, page or other.", valueName: "kind"))
    var kind: [String] = []

    @Option(
        help: ArgumentHelp(
            "Letters that name this docket, rule, bill or citation, however it is spaced.",
            valueName: "identifier"))
    var identifier: [String] = []

    @Option(help: ArgumentHelp("Dated on or after this day, month or year.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Dated on or before this day, month or year.", valueName: "date"))
    var to: String?

    func validate() throws {
        for (flag, value) in [("--from", from), ("--to", to)] {
            guard let value else { continue }
            guard let date = EDTFDate(value), date.end == nil, date.earliestDay != nil else {
                throw ValidationError(
                    "\(flag) takes a day, month or year (2020-05-31, 2020-05, 2020), found '\(value)'")
            }
        }
        for (flag, values) in [
            ("--agency", agency), ("--topic", topic), ("--sender", sender), ("--identifier", identifier),
        ]
        where values.contains(where: { !$0.contains { $0.isLetter || $0.isNumber } }) {
            throw ValidationError("\(flag) is empty; leave it out to ask for all")
        }
    }

    /// Of several values of one flag any may be met; what is asked by different flags must all be.
    func condition() throws -> QueryCondition? {
        let typed = try readQuery(words.joined(separator: " "))
        return .all(of: [
            typed, any(agency, QueryCondition.agency),
            any(topic, QueryCondition.topic),
            any(sender, QueryCondition.sender), try kinds(),
            any(identifier) { .identifier($0, nil) }, dates(),
        ])
    }

    private func any(_ values: [String], _ make: (String) -> QueryCondition) -> QueryCondition? {
        let conditions = values.map(make)
        return conditions.count > 1 ? .any(conditions) : conditions.first
    }

    private func kinds() throws -> QueryCondition? {
        let kinds = try kind.map { name in
            guard let kind = LetterKind(rawValue: name.lowercased()) else {
                let known = LetterKind.allCases.map(\.rawValue)
                throw QueryError.unknown(
                    sort: "kind", name: name, suggestions: nearestNames(to: name, among: known))
            }
            return QueryCondition.kind(kind)
        }
        return kinds.count > 1 ? .any(kinds) : kinds.first
    }

    private func dates() -> QueryCondition? {
        guard from != nil || to != nil else { return nil }
        return .date(from: from.flatMap { EDTFDate($0) }, to: to.flatMap { EDTFDate($0) })
    }
}

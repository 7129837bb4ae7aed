import Correspondence

/// Says, for a letter without the topic, what it would have taken.
struct Lack {
    let topic: Topic
    let entries: [TopicAccount.Entry]
    let points: Double
    let running: Double
    let hints: Double

    func sentences(wanting: [(name: String, needs: [String])]) -> [String] {
        guard points < topic.pointsNeeded else { return [] }
        var said = ["\(topic.pointsNeeded - points) points more: it has \(points) of \(topic.pointsNeeded)"]
        if !entries.contains(where: { $0.points > 0 && $0.zone.isTitle }) {
            said.append("no term in the title or subject")
        }
        if !entries.contains(where: { $0.points > 0 && $0.zone == .opening }) {
            said.append("no term in the first \(MentionFinder.openingWords) words")
        }
        if running > topic.pointsNeeded * 0.75 { said.append("running text alone does not decide") }
        if hints > topic.pointsNeeded * 0.5 { said.append("hints alone do not decide") }
        var seen: [String] = []
        for one in wanting where !seen.contains(one.name) {
            seen.append(one.name)
            said.append("“\(one.name)” counts only beside one of: \(one.needs.joined(separator: ", "))")
        }
        return said
    }
}

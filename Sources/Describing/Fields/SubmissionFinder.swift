import Correspondence
import Scanning

/// Finds how a letter was sent in, as its head says: `Via electronic submission`, a mailbox, `By hand`.
struct SubmissionFinder {
    let shape: LetterShape

    func find() -> Submission? {
        let limit = min(shape.text.count, shape.body + 3)
        for index in 0..<limit {
            let line = shape.text[index]
            guard line.count < 160, line.has(LineClues.submission) else { continue }
            let next = index + 1 < limit && shape.text[index + 1].count < 80 ? shape.text[index + 1] : nil
            let address = line.group(of: Self.address) ?? next?.group(of: Self.address)
            return Submission(channel: channel(line.string, address?.string), address: address?.string)
        }
        return nil
    }

    private static let address = Pattern(
        literal:
            #"((?:[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+)|(?:https?://\S+?|www\.[\w.\-/]+|regulations\.gov)(?=[\])>.,;]*(?:\s|\z)))"#,
        options: [.caseInsensitive])

    private func channel(_ line: String, _ address: String?) -> Submission.Channel {
        let lower = line.lowercased()
        if lower.contains("e-mail") || lower.contains("email") || address?.contains("@") == true {
            return .email
        }
        if lower.contains("electronic") || lower.contains("rulemaking") || lower.contains("regulations")
            || lower.contains("www")
            || lower.contains("online") || lower.contains("ecf") || lower.contains("upload")
            || lower.contains("web")
        {
            return .electronic
        }
        if lower.contains("fax") || lower.contains("facsimile") { return .fax }
        if lower.contains("hand") || lower.contains("messenger") || lower.contains("courier") { return .hand }
        return lower.contains("mail") || lower.contains("ups") || lower.contains("ex")
            || lower.contains("overnight") ? .mail : .electronic
    }
}

import Foundation

/// One thing that `letterbook doctor` looked at.
struct Diagnosis: Codable, Hashable {
    enum Verdict: String, Codable {
        case ok
        /// It works, but less than it could.
        case warn
        /// Nights fail, or are not what they should be.
        case fail
    }

    /// What was looked at, in a word or two: `landlock`.
    var subject: String
    var verdict: Verdict
    /// What was found.
    var found: String
    /// What to do about it; nil where there is nothing to do.
    var remedy: String?

    static func ok(_ subject: String, _ found: String) -> Diagnosis {
        Diagnosis(subject: subject, verdict: .ok, found: found)
    }

    static func warn(_ subject: String, _ found: String, _ remedy: String) -> Diagnosis {
        Diagnosis(subject: subject, verdict: .warn, found: found, remedy: remedy)
    }

    static func fail(_ subject: String, _ found: String, _ remedy: String) -> Diagnosis {
        Diagnosis(subject: subject, verdict: .fail, found: found, remedy: remedy)
    }

    /// A line, and the remedy on the next.
    func text(isColoured: Bool) -> String {
        let mark = padded(verdict.rawValue, to: 6)
        let line = colour(mark, isColoured) + padded(subject, to: 15) + printable(found)
        guard let remedy else { return line }
        return line + "\n" + String(repeating: " ", count: 21) + "→ " + printable(remedy)
    }

    private func colour(_ text: String, _ isColoured: Bool) -> String {
        guard isColoured else { return text }
        let code =
            switch verdict {
            case .ok: 32
            case .warn: 33
            case .fail: 31
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}

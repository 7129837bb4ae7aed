import Correspondence

extension PolicyEvent.Kind {
    /// What the event is, for people.
    var title: String {
        switch self {
        case .published: "Published"
        case .commentOpens: "Comment period opens"
        case .commentCloses: "Comment period closes"
        case .hearing: "Hearing"
        case .introduced: "Introduced"
        case .passed: "Passed"
        case .signed: "Signed into law"
        case .meeting: "Meeting"
        case .deadline: "Deadline"
        case .starts: "Starts"
        case .other: "Event"
        }
    }

    /// Whether people wait for it: not what is only ever told once it has happened.
    var isAhead: Bool {
        [.commentOpens, .commentCloses, .hearing, .meeting, .deadline, .starts].contains(self)
    }

    /// Whether something is to be done by that day.
    var isDue: Bool { self == .commentCloses || self == .deadline }
}

extension TimelineEvent {
    /// The event in one line: what it is, what it is about, and the letter's words where they say more.
    var headline: String {
        let subject = about.isEmpty ? "" : ": " + listed(Array(about.prefix(3)))
        return kind.title + subject
    }

    /// The event in a sentence: `the comment period on CMS-1786-P closes`, else the letter's own words.
    var clause: String {
        let subject = listed(Array(about.prefix(2)))
        switch kind {
        case .commentCloses:
            return "the comment period" + (subject.isEmpty ? "" : " on \(subject)") + " closes"
        case .commentOpens: return "the comment period" + (subject.isEmpty ? "" : " on \(subject)") + " opens"
        default:
            if text == kind.title {
                return kind.title.lowercased() + (subject.isEmpty ? "" : " on \(subject)")
            }
            return "\(kind.title.lowercased()) (“\(shortened(text.trimmingTrailing("."), to: 110))”)"
        }
    }

    /// The first and last day that the event's mark covers.
    var days: ClosedRange<CalendarDay>? {
        guard let days = date.days else { return nil }
        guard let first = opens?.days?.lowerBound, first < days.upperBound else { return days }
        return first...days.upperBound
    }
}

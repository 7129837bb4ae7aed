/// A policy event that a person put on record in `Pipeline/events/*.yaml`: what happened or is due, on which day, and where
/// that can be read.
public struct RecordedEvent: Sendable, Hashable, Codable {
    /// Unique among the recorded events.
    public var id: String
    public var kind: PolicyEvent.Kind
    public var date: EDTFDate
    /// Of a comment period: its first day.
    public var opens: EDTFDate?
    /// What it is, in one line for people.
    public var title: String
    /// Dockets, file codes, RINs, bills and citations, in their canonical forms.
    public var about: [String]
    /// Agency ids.
    public var agencies: [String]
    /// Topic ids.
    public var topics: [String]
    /// The address or citation where it can be read.
    public var source: String
    /// The file that it stands in, as messages show it.
    public var file: String

    public init(
        id: String, kind: PolicyEvent.Kind, date: EDTFDate, opens: EDTFDate? = nil, title: String,
        about: [String] = [], agencies: [String] = [], topics: [String] = [], source: String, file: String
    ) {
        self.id = id
        self.kind = kind
        self.date = date
        self.opens = opens
        self.title = title
        self.about = about
        self.agencies = agencies
        self.topics = topics
        self.source = source
        self.file = file
    }
}

extension Topic {
    /// Parts of a letter, by how much a mention there says about what the letter is about.
    public enum Zone: String, Sendable, Hashable, Codable, CaseIterable {
        case title, subject, heading
        /// A sentence near the beginning that says what the letter is for: "The purpose of this meeting is …".
        case purpose
        case opening, body
        /// A long enumeration in the body: programmes in a budget, conditions in a definition.
        case list
        case footnote, acknowledgement, address
    }

    /// What a mention's weight is multiplied by in each zone.
    public struct ZoneWeights: Sendable, Hashable, Codable {
        public var title = 2.0
        public var subject = 2.0
        public var heading = 1.0
        public var purpose = 1.75
        /// The first 150 words of running text.
        public var opening = 1.0
        /// For each mention in a thousand words of body.
        public var body = 0.5
        public var list = 0.1
        public var footnote = 0.0
        public var acknowledgement = 0.0
        public var address = 0.0

        public init() {}

        public subscript(zone: Zone) -> Double {
            get { self[keyPath: Self.path(zone)] }
            set { self[keyPath: Self.path(zone)] = newValue }
        }

        private static func path(_ zone: Zone) -> WritableKeyPath<ZoneWeights, Double> {
            switch zone {
            case .title: \.title
            case .subject: \.subject
            case .heading: \.heading
            case .purpose: \.purpose
            case .opening: \.opening
            case .body: \.body
            case .list: \.list
            case .footnote: \.footnote
            case .acknowledgement: \.acknowledgement
            case .address: \.address
            }
        }
    }
}

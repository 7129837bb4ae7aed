/// The organisation that writes.
public struct Sender: Sendable, Hashable, Codable {
    /// As printed, or as `Pipeline/organizations.yaml` joins its spellings.
    public var organization: String
    /// Only where the sender is a public body of the registry.
    public var agency: String?
    public var evidence: Evidence

    public init(organization: String, agency: String? = nil, evidence: Evidence) {
        self.organization = organization
        self.agency = agency
        self.evidence = evidence
    }
}

/// A person who signs, or for whom a letter is signed.
public struct Signatory: Sendable, Hashable, Codable {
    /// Without honorifics and degrees.
    public var name: String
    public var title: String?
    public var organization: String?
    public var evidence: Evidence

    public init(name: String, title: String? = nil, organization: String? = nil, evidence: Evidence) {
        self.name = name
        self.title = title
        self.organization = organization
        self.evidence = evidence
    }
}

/// A person or body who is written to, or copied.
public struct Addressee: Sendable, Hashable, Codable {
    /// Without honorifics and degrees. A body or a role ("To Whom It May Concern") where no person is named.
    public var name: String?
    public var honorific: String?
    public var title: String?
    public var office: String?
    public var organization: String?
    /// Id in the agency registry (`cms`, `us-house-hsif`).
    public var agency: String?
    /// Street, place, postal code; lines divided by `\n`.
    public var address: String?
    public var evidence: Evidence

    public init(
        name: String? = nil, honorific: String? = nil, title: String? = nil, office: String? = nil,
        organization: String? = nil, agency: String? = nil, address: String? = nil, evidence: Evidence
    ) {
        self.name = name
        self.honorific = honorific
        self.title = title
        self.office = office
        self.organization = organization
        self.agency = agency
        self.address = address
        self.evidence = evidence
    }
}

/// Several organisations sign one letter.
public struct SignOn: Sendable, Hashable, Codable {
    /// Organisations that sign, the lead included.
    public var count: Int
    public var lead: String?

    public init(count: Int, lead: String? = nil) {
        self.count = count
        self.lead = lead
    }
}

/// How a letter was sent in, as it says itself.
public struct Submission: Sendable, Hashable, Codable {
    public enum Channel: String, Sendable, Hashable, Codable {
        case electronic, mail, email, fax, hand
    }

    public var channel: Channel
    /// A mailbox or a portal: `ruralmaternalrfi@cms.hhs.gov`.
    public var address: String?

    public init(channel: Channel, address: String? = nil) {
        self.channel = channel
        self.address = address
    }
}

/// A body of the registry that a letter is addressed to, or that it mentions.
public struct AgencyReference: Sendable, Hashable, Codable {
    public enum Role: String, Sendable, Hashable, Codable {
        case addressee, copied, mentioned, sender
    }

    public var id: String
    public var role: Role
    public var evidence: Evidence

    public init(id: String, role: Role, evidence: Evidence) {
        self.id = id
        self.role = role
        self.evidence = evidence
    }
}

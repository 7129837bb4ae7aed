/// From where on letters are related, by kind. Shares are of three-word sequences in common, 0 to 1.
public struct RelatingSettings: Sendable, Hashable, Codable {
    /// Default 0.8: copies with a stamp, another letterhead, a corrected word.
    public var nearDuplicate = 0.8
    /// Default 0.6: an HTML page and a PDF of one letter differ by navigation, page furniture and hyphens.
    public var rendition = 0.6
    /// Default 0.9: where the senders were read differently.
    public var certainRendition = 0.9
    /// Default 0.3, together with `campaignContainment`: a template with a paragraph of one's own.
    public var campaign = 0.3
    /// Default 0.5: at least half of the shorter letter stands in the longer one.
    public var campaignContainment = 0.5
    /// Default 10 words: equal texts shorter than this (an empty scan's page number) say nothing.
    public var fewestEqualWords = 10
    /// Default 60 days: letters of one sender further apart than this are two letters, however alike (annual
    /// letters to a committee).
    public var sameLetterDays = 60
    /// Default 400 days: the longest that a campaign's neighbouring letters lie apart.
    public var campaignDays = 400
    /// Default 400 days: the longest that a reply lies behind the letter on the same docket that it replies to. A
    /// letter that is named by its date may be older.
    public var replyDays = 400

    public init() {}
}

import Markup

/// What the names that authors give to their elements (`class`, `id`, `role`, `itemprop`) say of them.
struct HTMLHints: OptionSet, Sendable {
    let rawValue: UInt32

    static let navigation = HTMLHints(rawValue: 1 << 0)
    static let footer = HTMLHints(rawValue: 1 << 1)
    static let header = HTMLHints(rawValue: 1 << 2)
    static let sidebar = HTMLHints(rawValue: 1 << 3)
    static let sharing = HTMLHints(rawValue: 1 << 4)
    static let subscription = HTMLHints(rawValue: 1 << 5)
    static let consent = HTMLHints(rawValue: 1 << 6)
    static let keywords = HTMLHints(rawValue: 1 << 7)
    static let related = HTMLHints(rawValue: 1 << 8)
    static let advert = HTMLHints(rawValue: 1 << 9)
    static let byline = HTMLHints(rawValue: 1 << 10)
    static let furniture = HTMLHints(rawValue: 1 << 11)
    static let comments = HTMLHints(rawValue: 1 << 12)
    static let hidden = HTMLHints(rawValue: 1 << 13)
    static let teaser = HTMLHints(rawValue: 1 << 14)
    static let caption = HTMLHints(rawValue: 1 << 15)
    static let footnote = HTMLHints(rawValue: 1 << 16)
    static let date = HTMLHints(rawValue: 1 << 17)
    static let title = HTMLHints(rawValue: 1 << 18)
    /// A part that readers open and close: an accordion's, a tab's.
    static let panel = HTMLHints(rawValue: 1 << 19)
    /// Body text for certain, very likely, likely, perhaps, faintly.
    static let body1 = HTMLHints(rawValue: 1 << 24)
    static let body2 = HTMLHints(rawValue: 1 << 25)
    static let body3 = HTMLHints(rawValue: 1 << 26)
    static let body4 = HTMLHints(rawValue: 1 << 27)

    /// What is left out of the main text unless it holds most of the page.
    static let discarded: HTMLHints = [
        .navigation, .footer, .sidebar, .sharing, .subscription, .consent, .keywords, .related,
        .advert, .byline, .furniture, .comments, .hidden, .teaser,
    ]
}

/// Reads hints, remembering what each attribute value said: pages repeat the same few hundred.
struct HTMLHintReader {
    private var known: [UInt64: HTMLHints] = [:]

    init() {}

    mutating func hints(of node: Int, in document: HTMLDocument) -> HTMLHints {
        var hints: HTMLHints = []
        let tag = document.nodes[node].tag
        // The body's classes tell of the whole page what it has, such as a sidebar.
        guard tag != .body, tag != .html else { return [] }
        if let value = document.value(.class, of: node) {
            hints.formUnion(read(document.bytes[value], isClass: true))
        }
        if let value = document.value(.id, of: node) {
            hints.formUnion(read(document.bytes[value], isClass: false))
        }
        if let role = document.string(.role, of: node)?.lowercased() {
            hints.formUnion(HTMLHintWords.roles[role] ?? [])
        }
        if let property = document.string(.itemprop, of: node), property.lowercased() == "articlebody" {
            hints.insert(.body1)
        }
        if !hints.contains(.panel), isHidden(node, in: document), !isPanel(node, in: document) {
            hints.insert(.hidden)
        }
        return hints
    }

    /// What another element names and opens is hidden only until then.
    private func isPanel(_ node: Int, in document: HTMLDocument) -> Bool {
        document.value(.ariaLabelledBy, of: node) != nil
    }

    private func isHidden(_ node: Int, in document: HTMLDocument) -> Bool {
        if document.value(.hidden, of: node) != nil { return true }
        if let value = document.string(.ariaHidden, of: node), value == "true" { return true }
        guard let style = document.string(.style, of: node) else { return false }
        let compact = style.lowercased().filter { $0 != " " }
        return compact.contains("display:none") || compact.contains("visibility:hidden")
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>, isClass: Bool) -> HTMLHints {
        var key: UInt64 = isClass ? 0xcbf2_9ce4_8422_2325 : 0x8422_2325_cbf2_9ce4
        for byte in bytes { key = (key ^ UInt64(byte)) &* 0x100_0000_01b3 }
        if let hints = known[key] { return hints }
        var hints: HTMLHints = []
        for token in bytes.split(whereSeparator: { $0 <= 0x20 }) {
            hints.formUnion(HTMLHintWords.hints(ofToken: HTMLHintWords.words(in: token)))
        }
        known[key] = hints
        return hints
    }
}

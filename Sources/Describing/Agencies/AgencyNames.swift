import Correspondence
import Scanning

/// Every name under which the registry's agencies go, ready for one pass over a text.
struct AgencyNames: Sendable {
    struct Name: Sendable {
        enum Form: Sendable {
            /// A full name, an alias or a former name: proves the agency.
            case full
            /// A short name in capitals that means nothing else: `CMS`.
            case short
            /// A short name that also means other things: proves nothing alone.
            case ambiguous
        }

        var form: Form
        /// Positions in the registry; several where bodies share a name (`Committee on Appropriations`).
        var agencies: [Int]
        /// The short name is written in capitals throughout.
        var isCapitals: Bool
    }

    let names: [Name]
    let automaton: AhoCorasick

    init(_ registry: AgencyRegistry) {
        var places: [[UInt8]: Int] = [:]
        var keys: [[UInt8]] = []
        var names: [Name] = []
        func add(_ text: String, _ form: Name.Form, _ agency: Int) {
            let key = NormalizedText(text).bytes
            guard key.count > 1 else { return }
            let isCapitals = form != .full && !text.contains(where: \.isLowercase)
            guard let place = places[key] else {
                places[key] = names.count
                keys.append(key)
                names.append(Name(form: form, agencies: [agency], isCapitals: isCapitals))
                return
            }
            if !names[place].agencies.contains(agency) { names[place].agencies.append(agency) }
        }
        for (position, agency) in registry.agencies.enumerated() {
            for name in [agency.name] + agency.aliases {
                add(name, Self.isAcronym(name) ? .short : .full, position)
                if let bare = Self.withoutChamber(name) { add(bare, .full, position) }
            }
        }
        for (position, agency) in registry.agencies.enumerated() {
            guard let short = agency.shortName else { continue }
            add(short, agency.isShortNameAmbiguous ? .ambiguous : .short, position)
        }
        self.names = names
        automaton = AhoCorasick(keys)
    }

    /// `DHHS`, `HHS OIG`: no word of it is in small letters.
    private static func isAcronym(_ name: String) -> Bool {
        name.utf8.count <= 12 && !name.contains(where: \.isLowercase)
    }

    /// `House Committee on Rules` is `Committee on Rules` where the chamber stands elsewhere.
    private static func withoutChamber(_ name: String) -> String? {
        for chamber in ["House ", "Senate "] where name.hasPrefix(chamber + "Committee on ") {
            return String(name.dropFirst(chamber.count))
        }
        return nil
    }
}

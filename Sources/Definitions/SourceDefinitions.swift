import Correspondence
import Foundation

extension Source {
    /// Reads every `*.yaml` in a folder, `Pipeline/sources`, in order of their ids; none where there is no folder.
    ///
    /// - Parameter name: the folder as messages show it.
    /// - Throws: the first error, with file, line and remedy.
    public static func loadAll(
        in folder: URL, named name: String = "Pipeline/sources"
    ) throws(DefinitionError) -> [Source] {
        var sources: [Source] = []
        for (file, name) in try DefinitionFolder.filesIfAny(in: folder, named: name) {
            let id = file.deletingPathExtension().lastPathComponent
            sources.append(try read(id, DefinitionFile.read(file, named: name)))
        }
        return sources
    }

    /// Reads one source from YAML text.
    public static func parse(
        _ yaml: String, id: String, named name: String
    ) throws(DefinitionError) -> Source {
        try read(id, DefinitionFile.parse(yaml, named: name))
    }

    private static let common = [
        "kind", "name", "note", "active", "urls", "include", "exclude", "delay", "page-limit", "item-limit",
        "time-limit", "private-addresses",
    ]
    private static let interface = ["dockets", "agencies", "terms", "since", "key-variable"]

    private static func read(_ id: String, _ file: DefinitionValue) throws(DefinitionError) -> Source {
        try checkID(id, file)
        let fields = try file.fields(common + interface + ["selectors"])
        var source = Source(id: id, kind: try fields.required("kind").choice())
        source.name = try fields["name"]?.string()
        source.note = try fields["note"]?.string()
        source.isActive = try fields["active"]?.bool() ?? true
        source.include = try fields["include"]?.strings() ?? []
        source.exclude = try fields["exclude"]?.strings() ?? []
        try readPlaces(fields, file, into: &source)
        try readQuestion(fields, file, into: &source)
        try readManners(fields, into: &source)
        return source
    }

    /// The id names a folder under `Corpus/collected`.
    private static func checkID(_ id: String, _ file: DefinitionValue) throws(DefinitionError) {
        let allowed = id.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        guard allowed, !id.isEmpty, !id.hasPrefix("-"), id.utf8.count <= 64 else {
            throw DefinitionError(
                file: file.file, problem: "\"\(id)\" cannot name a source",
                remedy:
                    "rename the file: lower-case letters, digits and hyphens, such as example-letters.yaml")
        }
    }

    /// Addresses, or paths for the kinds that lie on this machine.
    private static func readPlaces(
        _ fields: DefinitionFields, _ file: DefinitionValue, into source: inout Source
    ) throws(DefinitionError) {
        if let urls = fields["urls"] {
            let values = urls.isList ? try urls.items() : [urls]
            for value in values {
                source.urls.append(
                    source.kind.isLocal ? try SourcePath.read(value) : try SourceAddress.read(value))
            }
        }
        let isInterface = source.kind == .regulations || source.kind == .federalRegister
        guard source.urls.isEmpty, !isInterface else { return }
        let example = source.kind.isLocal ? "Mail/letters" : "https://www.example.org/letters"
        throw file.error(
            "urls is missing", remedy: "say where a \(source.kind.rawValue) source begins: urls: [\(example)]"
        )
    }

    /// What an interface is asked for, and what a page is read with.
    private static func readQuestion(
        _ fields: DefinitionFields, _ file: DefinitionValue, into source: inout Source
    ) throws(DefinitionError) {
        let isInterface = source.kind == .regulations || source.kind == .federalRegister
        if !isInterface, let key = interface.first(where: { fields[$0] != nil && $0 != "since" }) {
            throw try fields.required(key).error(
                "\(key) means nothing to a \(source.kind.rawValue) source",
                remedy: "take it out; it is for the kinds regulations.gov and federal-register")
        }
        source.dockets = try fields["dockets"]?.strings() ?? []
        source.agencies = try fields["agencies"]?.strings() ?? []
        source.terms = try fields["terms"]?.strings() ?? []
        source.since = try fields["since"].map { value throws(DefinitionError) in try day(value) }
        source.keyVariable = try fields["key-variable"].map { value throws(DefinitionError) in
            try variable(value)
        }
        if isInterface, source.dockets.isEmpty, source.agencies.isEmpty, source.terms.isEmpty {
            throw file.error(
                "dockets, agencies and terms are missing",
                remedy:
                    "say what to ask for: dockets: [CMS-2024-0001], agencies: [CMS] or terms: [telehealth]")
        }
        if let value = fields["selectors"] { source.selectors = try selectors(value, source.kind) }
    }

    private static func selectors(
        _ value: DefinitionValue, _ kind: Kind
    ) throws(DefinitionError) -> Selectors {
        guard kind == .listing else {
            throw value.error(
                "selectors are for pages; a \(kind.rawValue) source has none", remedy: "take them out")
        }
        let fields = try value.fields(["item", "link", "title", "date", "section", "next"])
        var selectors = Selectors()
        selectors.item = try fields["item"]?.string()
        selectors.link = try fields["link"]?.string()
        selectors.title = try fields["title"]?.string()
        selectors.date = try fields["date"]?.string()
        selectors.section = try fields["section"]?.string()
        selectors.next = try fields["next"]?.string()
        return selectors
    }

    private static func readManners(
        _ fields: DefinitionFields, into source: inout Source
    ) throws(DefinitionError) {
        source.delay = try fields["delay"]?.number(in: 0...3_600) ?? source.delay
        source.pageLimit = try fields["page-limit"]?.integer(in: 1...100_000) ?? source.pageLimit
        source.itemLimit = try fields["item-limit"]?.integer(in: 1...1_000_000) ?? source.itemLimit
        source.timeLimit = try fields["time-limit"]?.number(in: 1...86_400) ?? source.timeLimit
        source.allowsPrivateAddresses = try fields["private-addresses"]?.bool() ?? false
    }

    private static func day(_ value: DefinitionValue) throws(DefinitionError) -> String {
        let text = try value.string()
        guard text.utf8.count == 10, CalendarDay(text) != nil else {
            throw value.mustBe("a day", remedy: "write 2020-01-01")
        }
        return text
    }

    private static func variable(_ value: DefinitionValue) throws(DefinitionError) -> String {
        let text = try value.string()
        guard
            text.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }),
            text.utf8.first.map({ !(0x30...0x39).contains($0) }) == true
        else {
            // What stands here may be the key itself: it is not shown.
            throw value.error(
                "key-variable must be the name of an environment variable, not the key itself",
                remedy: "write key-variable: REGULATIONS_GOV_KEY and set that variable where letterbook runs")
        }
        return text
    }
}

import Foundation

/// What `Pipeline/letterbook.yaml` says. Every setting has a default; the file may leave out any of them.
public struct Configuration: Sendable, Hashable {
    /// Folder of originals, relative to the workspace. Default `Corpus`.
    public var corpus = "Corpus"
    /// Folder of everything derived, relative to the workspace. Default `Output`.
    public var output = "Output"
    /// Worker processes. Default 0: one for each core.
    public var jobs = 0
    /// Shell patterns, matched against a file's name and its path in the corpus; one that begins with `/` is for the
    /// corpus's own folder. Matching files are skipped and reported as such. Default: what commonly lies beside
    /// letters and is none.
    public var ignore = ["/README*", "*gold*.jsonl", "custody.jsonl", "/collected/*/*.jsonl", "/make/*"]
    /// Address space of a worker, in MiB. Default 1,024: measured over odd PDFs, all but bombs open in it.
    public var memoryLimit = 1_024
    /// CPU seconds for one document. Default 60: two hundred times what a long letter takes.
    public var processorTimeLimit = 60
    /// Wall-clock seconds for one document. Default 120: for a machine that is busy with other things.
    public var wallClockLimit = 120
    /// Largest original that is read, in MiB. Default 256: above it lie film and disk images, not letters.
    public var sizeLimit = 256
    /// Text that is kept of one document, in MiB; the rest is left out with a finding. Default 2: some 800 pages.
    public var textLimit = 2
    /// Which scanned pages tesseract reads: `auto` (those without a text layer that can be read), `never`, `always`.
    /// Default `auto`: a page costs two to five seconds, once.
    public var ocr = "auto"
    /// How people read dates: `en-GB` (31 May 2020) or `en-US` (May 31, 2020). Default `en-GB`.
    public var locale = "en-GB"
    /// Whom the owner of a site can write to about our visits: an address or a page, sent with every request. Default:
    /// none, and 'letterbook collect' asks for one.
    public var contact: String?
    /// The proxy through which sources are asked: `http://proxy.example.org:3128`. Default: none, whatever the
    /// environment says, as a night must not depend on who starts it.
    public var proxy: String?

    public init() {}
}

extension Configuration {
    private static let keys = [
        "corpus", "output", "jobs", "ignore", "memory-limit", "processor-limit", "clock-limit", "size-limit",
        "text-limit", "ocr", "locale", "contact", "proxy",
    ]

    /// Reads `letterbook.yaml`. A file with nothing but comments gives the defaults.
    ///
    /// - Throws: `DefinitionError` for an unknown key or a value of the wrong sort, with its line.
    public static func load(_ file: URL) throws(DefinitionError) -> Configuration {
        let name = file.pathComponents.suffix(2).joined(separator: "/")
        return try Configuration(DefinitionFile.read(file, named: name, mayBeEmpty: true))
    }

    init(_ value: DefinitionValue) throws(DefinitionError) {
        self.init()
        let fields = try value.fields(Self.keys)
        if let value = fields["corpus"] { corpus = try value.string() }
        if let value = fields["output"] { output = try value.string() }
        if let value = fields["jobs"] { jobs = try value.integer(in: 0...1_024) }
        if let value = fields["ignore"] { ignore = try value.strings() }
        if let value = fields["memory-limit"] { memoryLimit = try value.integer(in: 64...1_048_576) }
        if let value = fields["processor-limit"] { processorTimeLimit = try value.integer(in: 1...86_400) }
        if let value = fields["clock-limit"] { wallClockLimit = try value.integer(in: 1...86_400) }
        if let value = fields["size-limit"] { sizeLimit = try value.integer(in: 1...1_000) }
        if let value = fields["text-limit"] { textLimit = try value.integer(in: 1...1_000) }
        if let value = fields["ocr"] { ocr = try value.choice(of: OCR.self).rawValue }
        if let value = fields["locale"] { locale = try value.choice(of: Locale.self).rawValue }
        if let value = fields["contact"] { contact = try Self.contact(value) }
        if let value = fields["proxy"] { proxy = try SourceAddress.read(value) }
    }

    private static func contact(_ value: DefinitionValue) throws(DefinitionError) -> String {
        let text = try value.string()
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.isASCII && $0.value > 0x20 && $0 != "(" && $0 != ")"
        }
        guard isPlain, text.contains("@") || text.hasPrefix("https://") else {
            throw value.mustBe(
                "an e-mail address or a page", remedy: "write contact: archive@example.org")
        }
        return text
    }

    enum OCR: String, CaseIterable {
        case auto, never, always
    }

    /// The ways of writing a date that Letterbook knows.
    enum Locale: String, CaseIterable {
        case british = "en-GB"
        case american = "en-US"
    }
}

import CPopplerGLib
import Markup

/// The stage's version, part of its fingerprint: raised whenever extraction gives other text than before.
public let extractionVersion = 2

/// The libraries that read originals, with their versions as they run: part of the stage's fingerprint.
public var extractionEngines: [String] {
    [
        "poppler \(poppler_get_version().map { String(cString: $0) } ?? "unknown")",
        "libxml2 \(libxml2Version)",
        "libzip \(libzipVersion)",
    ]
}

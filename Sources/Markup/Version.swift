import CLibXML2

/// libxml2's version as it runs: `2.9.14`.
public var libxml2Version: String {
    // "20914", and in some builds more behind it.
    let digits = String(cString: letterbook_xml_version()).prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return "unknown" }
    return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
}

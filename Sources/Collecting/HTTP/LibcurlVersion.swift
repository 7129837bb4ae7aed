import CCurl

/// libcurl's version as it runs, and the library that it makes connections secret with: `7.88.1, OpenSSL/3.0.17`.
public var libcurlVersion: String {
    let words = curl_version().map { String(cString: $0).split(separator: " ").prefix(2) } ?? []
    return words.isEmpty ? "unknown" : words.joined(separator: ", ").replacing("libcurl/", with: "")
}

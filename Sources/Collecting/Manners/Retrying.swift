import CCurl

/// When a request that failed is tried again.
struct Retrying: Sendable, Hashable {
    /// Tries in all. Default 4.
    var tries = 4
    /// Seconds before the second try; doubled before each further one. Default 5.
    var first: Double = 5
    /// Seconds at most. Default 300.
    var longest: Double = 300
    /// Seconds that a server may ask us to wait for within one night. Default 900: beyond, the source is left alone
    /// until the next one.
    var patience: Double = 900

    init() {}

    /// Seconds to wait after a try that failed: between half and the whole of the doubled pause, so that many clients
    /// do not come back together.
    ///
    /// - Parameters:
    ///   - tried: tries so far, from 1.
    ///   - chance: from 0 to 1.
    func pause(after tried: Int, chance: Double) -> Double {
        var pause = first
        for _ in 1..<max(1, tried) { pause = min(longest, pause * 2) }
        return min(longest, pause) * (0.5 + chance / 2)
    }

    /// Whether a status says "later" (RFC 9110, section 15; 429 is RFC 6585's).
    static func isPassing(_ status: Int) -> Bool { [408, 425, 429, 500, 502, 503, 504].contains(status) }
}

/// What `Retry-After` asks for, in seconds from now; nil where it cannot be read (RFC 9110, section 10.2.3).
///
/// - Parameter now: seconds since 1970, for a date.
func retryAfter(_ value: String?, now: Double) -> Double? {
    guard let value = value?.trimmed, !value.isEmpty else { return nil }
    if value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Double(value) }
    let date = curl_getdate(value, nil)
    return date < 0 ? nil : max(0, Double(date) - now)
}

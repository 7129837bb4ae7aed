import CPCRE2

/// PCRE2's version as it runs: `10.42`.
public var pcre2Version: String {
    var text = [CChar](repeating: 0, count: 64)
    guard pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), &text) > 0 else { return "unknown" }
    return text.withUnsafeBufferPointer { buffer in
        let bytes = buffer.prefix { $0 != 0 && $0 != 32 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

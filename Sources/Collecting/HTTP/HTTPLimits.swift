/// What one request may cost before it is ended.
struct HTTPLimits: Sendable, Hashable {
    /// Bytes of the body, as they come over the wire and after decompression. Default 256 MiB, as for originals.
    var bytes = 256 << 20
    /// Seconds to resolve the name, connect and agree on TLS. Default 20.
    var connecting: Double = 20
    /// Seconds of hardly any bytes, below `slowest` a second, that end a slow drip. Default 30; whole seconds.
    var stalling = 30
    /// Bytes a second. Default 200: a letter of 100 KB would take eight minutes.
    var slowest = 200
    /// Seconds for all of it. Default 600.
    var total: Double = 600

    init() {}
}

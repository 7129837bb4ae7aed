/// Why a request got no whole answer. A status such as 404 is an answer.
struct HTTPError: Error, Sendable, Hashable, CustomStringConvertible {
    enum Reason: Sendable, Hashable {
        case malformedAddress
        case otherScheme(String)
        /// The host's address, after resolution, is one of a private network or of this machine.
        case privateAddress(String)
        case cannotResolve
        case cannotConnect(String)
        case insecure(String)
        /// The answer ended early.
        case cut(String)
        /// Hardly any bytes came for so many seconds.
        case stalled(seconds: Int)
        case tookTooLong(seconds: Int)
        /// Over the limit, in bytes.
        case tooLarge(limit: Int)
        case tooManyRedirects(Int)
        case redirectLoop
        case badRedirect(String)
        /// What libcurl says.
        case other(String)
    }

    var reason: Reason
    /// As it may be shown.
    var address: String
    /// What came before it broke off, where the rest can be asked for later.
    var partial: PartialDownload?

    init(_ reason: Reason, at address: String, partial: PartialDownload? = nil) {
        self.reason = reason
        self.address = address
        self.partial = partial
    }

    /// Whether the same request may well succeed a little later.
    var isPassing: Bool {
        switch reason {
        case .cannotResolve, .cannotConnect, .cut, .stalled, .tookTooLong, .other: true
        case .malformedAddress, .otherScheme, .privateAddress, .insecure, .tooLarge, .tooManyRedirects,
            .redirectLoop, .badRedirect:
            false
        }
    }

    var description: String { "\(address): \(problem)" }

    /// What happened and what to do, without the address.
    var problem: String {
        switch reason {
        case .malformedAddress: "no address that can be asked: correct it where it is written"
        case .otherScheme(let scheme): "only http and https are asked, not \"\(scheme)\""
        case .privateAddress(let peer):
            """
            leads to \(peer), an address of a private network or of this machine: where that is meant, set \
            private-addresses: true for the source
            """
        case .cannotResolve: "no such host: see whether the name is right and this machine is online"
        case .cannotConnect(let why): "cannot connect (\(why)): the next night tries again"
        case .insecure(let why):
            "its certificate cannot be trusted (\(why)): tell its owner, or see that this machine's are current"
        case .cut(let why):
            "the answer broke off (\(why)): the next try goes on from there where the server can"
        case .stalled(let seconds): "hardly any bytes came for \(seconds) s: the next night tries again"
        case .tookTooLong(let seconds): "took longer than \(seconds) s: the next night tries again"
        case .tooLarge(let limit):
            "larger than \(max(1, limit >> 20)) MiB, the limit: raise size-limit in letterbook.yaml if it is a letter"
        case .tooManyRedirects(let count):
            "\(count) redirects in a row: open it in a browser, correct the address"
        case .redirectLoop: "its redirects lead in a circle: open it in a browser, correct the address"
        case .badRedirect(let target): "redirects to \(target), which cannot be asked"
        case .other(let why): "failed (\(why)): the next night tries again"
        }
    }
}

/// The first part of a file that broke off.
struct PartialDownload: Sendable, Hashable {
    var bytes: [UInt8]
    /// Sent as `If-Range`: the rest is of use only where the file is still the same.
    var validator: String
    /// Only the bytes after those that were there already.
    var isRest = false
}

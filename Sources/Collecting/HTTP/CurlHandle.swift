import CCurl
import Glibc

/// libcurl's easy handle: one connection at a time, kept open between requests. Blocks; used from one queue only. The
/// pointer never leaves this file.
///
/// What is set here for every request: only http and https, no redirects, TLS verified (1.2 at least), no proxy but the
/// configured one, no cookies, no `.netrc`, no signals.
final class CurlHandle {
    private let handle: UnsafeMutableRawPointer
    private let settings: HTTPSettings
    private let complaint = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    /// Nil where there is no memory for one.
    init?(_ settings: HTTPSettings) {
        guard libraryIsReady, let handle = curl_easy_init() else { return nil }
        self.handle = handle
        self.settings = settings
    }

    deinit {
        curl_easy_cleanup(handle)
        complaint.deallocate()
    }

    /// Sends a request and waits for its whole answer.
    func perform(_ request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
        // A proxy resolves the names, so that only they can be judged here.
        guard settings.proxy == nil || settings.allowsPrivateAddresses || request.address.isPublicByName
        else {
            throw HTTPError(.privateAddress(request.address.host), at: request.address.shown)
        }
        let transfer = Transfer(request, settings: settings)
        let headers = headerList(request)
        defer { curl_slist_free_all(headers) }
        curl_easy_reset(handle)
        complaint[0] = 0
        configure(request, headers: headers)
        watch(transfer)
        let result = withExtendedLifetime(transfer) { curl_easy_perform(handle) }
        let status = Int(letterbook_number(handle, CURLINFO_RESPONSE_CODE))
        let response = HTTPResponse(
            address: request.address, status: status, headers: transfer.headers, body: transfer.body)
        guard result == CURLE_OK else { throw error(result, response, transfer, request) }
        return response
    }

    private func configure(_ request: HTTPRequest, headers: UnsafeMutablePointer<curl_slist>?) {
        set(CURLOPT_URL, request.address.text)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_USERAGENT, settings.userAgent)
        // An empty proxy keeps those of the environment out.
        set(CURLOPT_PROXY, settings.proxy ?? "")
        set(CURLOPT_NOPROXY, "")
        // An empty text stands for every encoding that this libcurl reads.
        set(CURLOPT_ACCEPT_ENCODING, request.acceptsCompression ? "" : "identity")
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let certificates = settings.certificates { set(CURLOPT_CAINFO, certificates) }
        letterbook_set_list(handle, CURLOPT_HTTPHEADER, headers)
        letterbook_set_size(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(request.limits.bytes))
        set(CURLOPT_CONNECTTIMEOUT_MS, Int(request.limits.connecting * 1_000))
        set(CURLOPT_TIMEOUT_MS, max(1, Int(request.limits.total * 1_000)))
        set(CURLOPT_LOW_SPEED_LIMIT, request.limits.slowest)
        set(CURLOPT_LOW_SPEED_TIME, request.limits.stalling)
    }

    private func watch(_ transfer: Transfer) {
        let target = Unmanaged.passUnretained(transfer).toOpaque()
        letterbook_set_pointer(handle, CURLOPT_ERRORBUFFER, complaint)
        letterbook_set_pointer(handle, CURLOPT_WRITEDATA, target)
        letterbook_set_receive(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, target in
            Transfer.from(target)?.receive(bytes, size * count) ?? 0
        }
        letterbook_set_pointer(handle, CURLOPT_HEADERDATA, target)
        letterbook_set_receive(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, target in
            Transfer.from(target)?.receiveHeader(bytes, size * count) ?? 0
        }
        letterbook_set_pointer(handle, CURLOPT_OPENSOCKETDATA, target)
        letterbook_set_open_socket(handle) { target, _, address in
            Transfer.from(target)?.open(address) ?? -1
        }
        set(CURLOPT_NOPROGRESS, 0)
        letterbook_set_pointer(handle, CURLOPT_XFERINFODATA, target)
        letterbook_set_progress(handle) { target, _, now, _, _ in
            Transfer.from(target)?.mayGoOn(received: Int(now)) == true ? 0 : 1
        }
    }

    private func headerList(_ request: HTTPRequest) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        for (name, value) in request.headers.sorted(by: { $0.key < $1.key }) {
            // A line break would begin another header.
            let line = "\(name): \(value)".filter { !$0.isNewline && $0 != "\0" }
            if let longer = curl_slist_append(list, line) { list = longer }
        }
        return list
    }

    private func set(_ option: CURLoption, _ value: Int) { letterbook_set_number(handle, option, value) }

    private func set(_ option: CURLoption, _ value: String) { letterbook_set_text(handle, option, value) }

    private func error(
        _ code: CURLcode, _ response: HTTPResponse, _ transfer: Transfer, _ request: HTTPRequest
    ) -> HTTPError {
        let words = complaint[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: complaint)
        let reason: HTTPError.Reason =
            switch code {
            case _ where transfer.isTooLarge: .tooLarge(limit: request.limits.bytes)
            case CURLE_FILESIZE_EXCEEDED: .tooLarge(limit: request.limits.bytes)
            case CURLE_URL_MALFORMAT: .malformedAddress
            case CURLE_UNSUPPORTED_PROTOCOL: .otherScheme(request.address.scheme)
            case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .cannotResolve
            case CURLE_COULDNT_CONNECT:
                transfer.refused.map { .privateAddress($0.description) } ?? .cannotConnect(words)
            case CURLE_OPERATION_TIMEDOUT: timeout(request.limits)
            case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_HTTP2_STREAM: .cut(words)
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM,
                CURLE_SSL_CACERT_BADFILE:
                .insecure(words)
            default: .other(words)
            }
        var error = HTTPError(reason, at: request.address.shown)
        if error.isPassing { error.partial = response.partial }
        return error
    }

    private func timeout(_ limits: HTTPLimits) -> HTTPError.Reason {
        var seconds = 0.0
        var microseconds: curl_off_t = 0
        letterbook_size(handle, CURLINFO_TOTAL_TIME_T, &microseconds)
        seconds = Double(microseconds) / 1_000_000
        if seconds >= limits.total - 0.05 { return .tookTooLong(seconds: Int(limits.total.rounded(.up))) }
        if letterbook_number(handle, CURLINFO_RESPONSE_CODE) == 0, seconds >= limits.connecting - 0.05,
            seconds < Double(limits.stalling)
        {
            return .cannotConnect("no connection within \(Int(limits.connecting.rounded(.up))) s")
        }
        return .stalled(seconds: limits.stalling)
    }
}

extension HTTPResponse {
    /// What came of a file that broke off. Nil where it cannot be gone on with.
    fileprivate var partial: PartialDownload? {
        guard status == 200 || status == 206, !body.isEmpty, let validator else { return nil }
        return PartialDownload(bytes: body, validator: validator, isRest: status == 206)
    }
}

/// Libcurl is set up once for the process; the library takes care of threads itself.
private let libraryIsReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

/// What libcurl hands over while a request runs.
private final class Transfer {
    private let request: HTTPRequest
    private let settings: HTTPSettings
    private var headerBytes = 0
    private(set) var headers: [HTTPResponse.Header] = []
    private(set) var body: [UInt8] = []
    private(set) var refused: PeerAddress?
    private(set) var isTooLarge = false

    /// Bytes of all headers; a page of them is no answer.
    private static let headerLimit = 256 << 10

    init(_ request: HTTPRequest, settings: HTTPSettings) {
        self.request = request
        self.settings = settings
    }

    static func from(_ target: UnsafeMutableRawPointer?) -> Transfer? {
        target.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Anything but the count ends the transfer.
    func receive(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let bytes, count > 0 else { return count }
        guard body.count + count <= request.limits.bytes else {
            isTooLarge = true
            return 0
        }
        let raw = UnsafeRawBufferPointer(start: bytes, count: count)
        body.append(contentsOf: raw)
        return count
    }

    func receiveHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let bytes, count > 0 else { return count }
        headerBytes += count
        guard headerBytes <= Self.headerLimit else {
            isTooLarge = true
            return 0
        }
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
        // A further status line follows an interim answer.
        if line.hasPrefix("HTTP/") { headers = [] }
        if let colon = line.firstIndex(of: ":") {
            headers.append(
                HTTPResponse.Header(
                    name: line[..<colon].trimmed.lowercased(),
                    value: line[line.index(after: colon)...].trimmed))
        }
        return count
    }

    /// Opens the socket to an address that may be asked: the last word on where a request goes, after all resolution.
    func open(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
        guard let address else { return -1 }
        let family = address.pointee.family
        guard let peer = PeerAddress(letterbook_peer(address), family: family) else { return -1 }
        // A proxy stands wherever it was configured to.
        guard settings.proxy != nil || settings.allowsPrivateAddresses || peer.isPublic else {
            refused = peer
            return -1
        }
        let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(family, type, address.pointee.protocol)
    }

    /// The length may come unannounced, and small over the wire.
    func mayGoOn(received: Int) -> Bool {
        if received > request.limits.bytes { isTooLarge = true }
        return !isTooLarge
    }
}

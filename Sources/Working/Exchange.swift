import Glibc

/// One request and its answer over non-blocking pipes: writes, reads and listens for complaints at once, so
/// that neither side can wait for the other for ever.
struct Exchange {
    /// How the two sides know where a message ends.
    enum Manner {
        /// The answer is a frame; the pipes stay open for the next request.
        case framed
        /// Input ends when it is closed, and so does the answer, as with any Unix filter.
        case filter
    }

    enum Outcome {
        case answered([UInt8])
        /// The worker closed its output before the answer was whole.
        case gone
        case outOfTime
        case nonsense(String)
        /// The file that was to be sent cannot be read: the worker has half of it.
        case unreadable(String)
    }

    let input: Int32
    let output: Int32
    let errors: Int32
    let manner: Manner
    /// Bytes of an answer; a longer one is nonsense.
    let most: Int
    /// The descriptor has been closed: it is no longer the owner's.
    private(set) var isInputClosed = false
    private var unsent: Outgoing
    private var received: [UInt8] = []
    private var expected: Int?
    private var said: [UInt8] = []
    /// It closed its standard error: asking it again would be answered at once, for ever.
    private var isMute = false

    init(
        input: Int32, output: Int32, errors: Int32, manner: Manner = .framed, sending: [Document],
        most: Int = Frame.limit
    ) {
        self.manner = manner
        self.most = min(most, Frame.limit)
        self.input = input
        self.output = output
        self.errors = errors
        self.unsent = Outgoing(sending)
    }

    /// What the worker wrote on standard error, its last 8 KiB.
    var complaints: String { String(decoding: said.suffix(8_192), as: UTF8.self) }

    mutating func run(within seconds: UInt64) -> Outcome {
        let deadline = Self.now() + Int64(seconds) * 1_000
        while true {
            let left = deadline - Self.now()
            guard left > 0 else { return .outOfTime }
            var polled = [
                pollfd(fd: output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isMute ? -1 : errors, events: Int16(POLLIN), revents: 0),
                pollfd(fd: unsent.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
            ]
            guard poll(&polled, nfds_t(polled.count), Int32(min(left, 60_000))) >= 0 || errno == EINTR else {
                return .gone
            }
            if polled[1].revents != 0 { listen() }
            if polled[2].revents != 0, let outcome = send() { return outcome }
            if polled[0].revents != 0, let outcome = receive() { return outcome }
        }
    }

    private mutating func send() -> Outcome? {
        switch unsent.send(to: input) {
        case .full: return nil
        case .unreadable(let reason): return .unreadable(reason)
        case .done:
            if manner == .filter && !isInputClosed {
                close(input)
                isInputClosed = true
            }
            return nil
        }
    }

    private mutating func receive() -> Outcome? {
        manner == .framed ? receiveFrame() : receiveAll()
    }

    private mutating func receiveAll() -> Outcome? {
        while true {
            let (chunk, isOver) = Self.take(1 << 20, from: output)
            received += chunk
            if received.count > most { return .nonsense("over \(most) bytes") }
            if isOver {
                listen()
                return .answered(received)
            }
            if chunk.isEmpty { return nil }
        }
    }

    private mutating func receiveFrame() -> Outcome? {
        while true {
            let wanted = (expected ?? 4) - received.count
            guard wanted > 0 else { return whole() }
            let (chunk, isOver) = Self.take(min(wanted, 1 << 20), from: output)
            received += chunk
            if expected == nil, received.count == 4 {
                guard let length = Frame.length(header: received), length <= most else {
                    return .nonsense("a frame of over \(most) bytes")
                }
                expected = length
                received = []
                received.reserveCapacity(length)
            } else if isOver {
                listen()
                return .gone
            } else if chunk.isEmpty {
                return nil
            }
        }
    }

    /// An answer that is whole, and the only one.
    private func whole() -> Outcome {
        guard unsent.isEmpty else { return .nonsense("an answer before the question was put") }
        guard Self.events(on: output) & Int16(POLLIN) == 0 else { return .nonsense("more than one answer") }
        return .answered(received)
    }

    /// Nothing can be read, and the other side is there.
    static func isQuiet(_ descriptor: Int32) -> Bool { events(on: descriptor) == 0 }

    private static func events(on descriptor: Int32) -> Int16 {
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&polled, 1, 0) < 0 ? Int16(POLLERR) : polled.revents
    }

    /// What a pipe holds and no more: who never stops complaining must not stop us from looking at the clock.
    private mutating func listen() {
        for _ in 0..<16 {
            let (chunk, isOver) = Self.take(4_096, from: errors)
            isMute = isOver
            guard !chunk.isEmpty else { return }
            said += chunk
            if said.count > 65_536 { said.removeFirst(said.count - 8_192) }
        }
    }

    /// What can be read at once, and whether the stream is over.
    private static func take(_ count: Int, from descriptor: Int32) -> (bytes: [UInt8], isOver: Bool) {
        var isOver = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let got = read(descriptor, buffer.baseAddress, count)
            if got > 0 { filled = got }
            isOver = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)
        }
        return (bytes, isOver)
    }

    /// Milliseconds on a clock that nobody sets.
    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}

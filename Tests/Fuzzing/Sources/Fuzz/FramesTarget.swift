import Glibc

@testable import Working

/// What a worker that a document has taken over might write to its two streams: the reader of its answers ends, and
/// believes nothing but one whole frame.
enum FramesTarget {
    /// The first byte says how many of the next go to standard error before the rest goes to standard output.
    static func read(_ bytes: [UInt8]) {
        let complaint = bytes.dropFirst().prefix(Int(bytes.first ?? 0))
        let answer = Array(bytes.dropFirst(1 + complaint.count))
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        // An input is 64 KiB at most: it fits.
        output.fill(answer)
        errors.fill(Array(complaint))
        output.closeWriter()
        errors.closeWriter()
        var exchange = Exchange(
            input: input.writer, output: output.reader, errors: errors.reader,
            sending: [.bytes([0, 0, 0, 1, 7])])
        let outcome = exchange.run(within: 5)
        precondition(String(decoding: complaint, as: UTF8.self).hasSuffix(exchange.complaints))
        check(outcome, of: answer)
        input.closeWriter()
        for pipe in [input, output, errors] { close(pipe.reader) }
    }

    private static func check(_ outcome: Exchange.Outcome, of answer: [UInt8]) {
        let length = answer.count < 4 ? nil : answer.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        switch outcome {
        case .answered(let bytes): precondition(length == bytes.count && bytes == Array(answer.dropFirst(4)))
        case .gone: precondition(length.map { answer.count - 4 < $0 } ?? true)
        case .nonsense: precondition(length.map { $0 > Frame.limit || answer.count - 4 > $0 } ?? false)
        case .unreadable: preconditionFailure("it was given no file")
        case .outOfTime: preconditionFailure("it waited for a worker that had gone")
        }
    }

    private struct Pipe {
        let reader: Int32
        let writer: Int32

        init() {
            var ends: [Int32] = [-1, -1]
            precondition(pipe(&ends) == 0)
            for end in ends { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
            (reader, writer) = (ends[0], ends[1])
        }

        func fill(_ bytes: [UInt8]) { precondition(write(writer, bytes, bytes.count) == bytes.count) }

        func closeWriter() { close(writer) }
    }
}

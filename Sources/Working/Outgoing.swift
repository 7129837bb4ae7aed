import Correspondence
import Glibc

/// What is still to be sent to a process, and the portion of it that is in memory.
struct Outgoing {
    enum Progress: Equatable {
        /// The pipe is full: go on when it has room.
        case full
        /// Nothing is left to send, or nobody to send it to.
        case done
        /// The system's message on a file, or that it is shorter than was said.
        case unreadable(String)
    }

    /// Most bytes of a file that are in memory at a time: 1 MiB, which is sixteen times what a pipe holds.
    static let portion = 1 << 20

    /// The next one last.
    private var documents: [Document]
    /// Bytes of the next document that were read, sent or not.
    private var taken = 0
    private var ready: [UInt8] = []
    private var sent = 0

    init(_ documents: [Document]) { self.documents = documents.reversed() }

    /// Nothing is left to send.
    var isEmpty: Bool { documents.isEmpty && sent == ready.count }

    /// Bytes that are in memory now.
    var held: Int { ready.count }

    /// Sends what a pipe has room for.
    mutating func send(to pipe: Int32) -> Progress {
        while true {
            if sent == ready.count, let failure = fill() { return .unreadable(failure) }
            if isEmpty { return .done }
            let put = ready.withUnsafeBytes { bytes in
                write(pipe, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
            }
            if put < 0 {
                if errno == EAGAIN || errno == EINTR { return .full }
                // A worker that closed its input says why on its output, or by ending.
                drop()
                return .done
            }
            sent += put
        }
    }

    private mutating func drop() { (documents, ready, sent) = ([], [], 0) }

    /// Takes the next bytes; none where all have been taken.
    ///
    /// - Returns: why they cannot be had; nil where they can.
    private mutating func fill() -> String? {
        (ready, sent) = ([], 0)
        while ready.isEmpty, let document = documents.last {
            switch document {
            case .bytes(let bytes):
                ready = bytes
            case .file(let descriptor, let count, _) where taken < count:
                switch Self.read(min(count - taken, Self.portion), from: descriptor, at: taken) {
                case .success(let bytes): ready = bytes
                case .failure(let failure): return failure.reason
                }
            case .file: break
            }
            taken += ready.count
            guard taken >= document.count else { continue }
            documents.removeLast()
            taken = 0
        }
        return nil
    }

    private struct Failure: Error {
        var reason: String
    }

    private static func read(
        _ count: Int, from descriptor: Int32, at place: Int
    ) -> Result<[UInt8], Failure> {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            repeat {
                let got = pread(descriptor, buffer.baseAddress, count, off_t(place))
                failure = got < 0 ? errno : 0
                filled = max(0, got)
            } while failure == EINTR
        }
        if failure != 0 { return .failure(Failure(reason: systemMessage(failure))) }
        return bytes.isEmpty ? .failure(Failure(reason: "it is shorter than it was")) : .success(bytes)
    }
}

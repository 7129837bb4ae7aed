/// What a process is given to read.
public enum Document: Sendable {
    case bytes([UInt8])
    /// An open file, sent from its beginning in portions, so that it is never held in memory whole.
    ///
    /// `count` bytes of it are sent; `owner` keeps the descriptor open as long as anybody holds the document.
    case file(descriptor: Int32, count: Int, owner: any AnyObject & Sendable)

    /// Bytes.
    public var count: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .file(_, let count, _): count
        }
    }
}

import GRDB

/// The memory's file. What goes wrong with it is said as of any other file of the output.
struct MemoryDatabase: Sendable {
    private let queue: DatabaseQueue
    private let path: String

    init(_ queue: DatabaseQueue, at path: String) {
        self.queue = queue
        self.path = path
    }

    /// - Throws: `NightError.unwritable` besides what the closure throws.
    func read<Value>(_ value: (Database) throws -> Value) throws -> Value {
        try Self.saying(path) { try queue.read(value) }
    }

    /// - Throws: `NightError.unwritable` besides what the closure throws; then nothing is written.
    func write<Value>(_ change: (Database) throws -> Value) throws -> Value {
        try Self.saying(path) { try queue.write(change) }
    }

    func vacuum() throws { try Self.saying(path) { try queue.vacuum() } }

    static func saying<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw NightError.unwritable(path, error.message ?? "\(error.resultCode)")
        }
    }
}

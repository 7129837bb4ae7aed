import Foundation
import Testing

@testable import Collecting

@Suite("The ledger of visits")
struct VisitLedgerTests {
    private let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("visits-\(UUID().uuidString)/a.jsonl").path

    private func remove() throws {
        try FileManager.default.removeItem(atPath: String(path.dropLast("/a.jsonl".count)))
    }

    @Test("keeps the last visit of each address, and stays as long as there are addresses")
    func compacts() throws {
        for night in 1...12 {
            var ledger = try VisitLedger(at: path)
            for number in 0..<120 {
                try ledger.note("https://example.org/\(number)", VisitHistory(at: Double(night)))
            }
            try ledger.finish()
        }
        #expect(try VisitLedger(at: path)["https://example.org/7"]?.last == 12)
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count
        #expect(lines < 3 * 120 + 1_000)
        try remove()
    }

    @Test("forgets a line that was cut off, and no other")
    func torn() throws {
        var ledger = try VisitLedger(at: path)
        try ledger.note("https://example.org/1", VisitHistory(at: 1))
        try ledger.note("https://example.org/2", VisitHistory(at: 1))
        try ledger.finish()
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try whole.dropLast(7).write(to: URL(fileURLWithPath: path))
        #expect(try VisitLedger(at: path).entries.keys.sorted() == ["https://example.org/1"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).last == UInt8(ascii: "\n"))
        try remove()
    }
}

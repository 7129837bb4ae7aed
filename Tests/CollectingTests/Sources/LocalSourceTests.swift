import Correspondence
import Foundation
import Testing

@testable import Collecting

/// A workspace of its own for each test, which goes with it.
final class LocalWorkspace {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("local-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { remove() }

    private func remove() {
        do { try FileManager.default.removeItem(at: root) } catch { print("\(root.path) stays: \(error)") }
    }

    @discardableResult
    func write(_ path: String, _ bytes: [UInt8], at seconds: Double = 1_600_000_000) throws -> URL {
        let file = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: file.path)
        return file
    }

    func steps(
        _ kind: any LocalSourceReader.Type, _ paths: [String], known: Set<String> = [],
        _ change: (inout Source) -> Void = { _ in }
    ) throws -> [LocalStep] {
        var source = Source(id: "x", kind: kind.kind, urls: paths)
        change(&source)
        var reader = try kind.init(source, root: root) { file, _ in known.contains(file) }
        var steps: [LocalStep] = []
        while let step = reader.next() {
            steps.append(step)
            if steps.count > 10_000 { break }
        }
        return steps
    }
}

extension LocalStep {
    /// For comparing: `item Mail/1`, `finished Mail/1`, `failed Mail/1`.
    var short: String {
        switch self {
        case .item(let item): "item \(item.file)" + (item.part.map { "#" + $0 } ?? "")
        case .finished(let file, _): "finished \(file)"
        case .failed(let file, _): "failed \(file)"
        }
    }

    var item: LocalItem? {
        if case .item(let item) = self { item } else { nil }
    }

    var reason: String? {
        if case .failed(_, let reason) = self { reason } else { nil }
    }
}

struct LocalSourceTests {
    @Test func aFolderGivesEachFileOnceWithTheTimeItWasWritten() throws {
        let workspace = try LocalWorkspace()
        try workspace.write("Drop/b.pdf", Array("%PDF-b".utf8))
        try workspace.write("Drop/2020/a.pdf", Array("%PDF-a".utf8))
        try workspace.write("Drop/.hidden", [1])
        try workspace.write("Drop/.git/x.pdf", [1])
        try FileManager.default.createSymbolicLink(
            at: workspace.root.appendingPathComponent("Drop/link.pdf"),
            withDestinationURL: URL(fileURLWithPath: "/etc/passwd"))
        let steps = try workspace.steps(FolderSource.self, ["Drop"])
        #expect(
            steps.map(\.short) == [
                "item Drop/2020/a.pdf", "finished Drop/2020/a.pdf", "item Drop/b.pdf", "finished Drop/b.pdf",
            ])
        #expect(steps.first?.item?.collectedAt == "2020-09-13T12:26:40Z")
        #expect(steps.first?.item?.bytes == Array("%PDF-a".utf8))
        #expect(
            try workspace.steps(FolderSource.self, ["Drop"], known: ["Drop/b.pdf"]).map(\.short)
                == ["item Drop/2020/a.pdf", "finished Drop/2020/a.pdf"])
        #expect(
            try workspace.steps(FolderSource.self, ["Drop"]) { $0.exclude = ["*/2020/*"] }.map(\.short)
                == ["item Drop/b.pdf", "finished Drop/b.pdf"])
    }

    @Test func aFolderThatIsNotThereSaysSo() throws {
        let workspace = try LocalWorkspace()
        #expect(throws: SourceError.incomplete("there is no Drop in the workspace; make it, or correct urls"))
        {
            try workspace.steps(FolderSource.self, ["Drop"])
        }
    }

    @Test func aFileTooLargeIsToldAndTheOthersAreRead() throws {
        let workspace = try LocalWorkspace()
        let file = try workspace.write("Drop/a.pdf", [])
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: UInt64(FileQueue.largest) + 1)
        try handle.close()
        try workspace.write("Drop/b.pdf", [1])
        let steps = try workspace.steps(FolderSource.self, ["Drop"])
        #expect(steps.map(\.short) == ["failed Drop/a.pdf", "item Drop/b.pdf", "finished Drop/b.pdf"])
        #expect(steps.first?.reason == "it is larger than 256 MiB")
    }

    @Test func aMaildirGivesItsMessagesWhateverTheirFlags() throws {
        let workspace = try LocalWorkspace()
        let message = Array("Subject: Letter\r\n\r\nDear all".utf8)
        try workspace.write("Mail/new/1600.M1.host", message)
        try workspace.write("Mail/cur/1500.M7.host:2,RS", message)
        try workspace.write("Mail/tmp/1700.M9.host", message)
        let steps = try workspace.steps(MailboxSource.self, ["Mail"])
        #expect(
            steps.map(\.short) == [
                "item Mail/1500.M7.host", "finished Mail/1500.M7.host", "item Mail/1600.M1.host",
                "finished Mail/1600.M1.host",
            ])
        #expect(
            try workspace.steps(
                MailboxSource.self, ["Mail"], known: ["Mail/1500.M7.host", "Mail/1600.M1.host"]
            ).isEmpty)
    }

    @Test func aFolderOfMessagesGivesThoseThatEndAsSuch() throws {
        let workspace = try LocalWorkspace()
        try workspace.write("Saved/2020/a.eml", Array("Subject: x\n\n".utf8))
        try workspace.write("Saved/B.EML", Array("Subject: y\n\n".utf8))
        try workspace.write("Saved/notes.txt", [1])
        #expect(
            try workspace.steps(MailboxSource.self, ["Saved"]).compactMap(\.item).map(\.file)
                == ["Saved/2020/a.eml", "Saved/B.EML"])
    }
}

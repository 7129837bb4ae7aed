import Correspondence
import Foundation

/// What a crawler saved: WARC files of version 1.0 or 1.1, plain or gzip.
///
/// Answers (`response`) and files (`resource`) are taken where they came whole (status 200) and are letters by format: PDF,
/// Word and the like; pages where `include` says so or their address speaks of letters. When the crawler took them and from
/// where is custody. A `revisit` says that nothing had changed, so there is nothing to take.
struct WARCSource: LocalSourceReader {
    static let kind = Source.Kind.warc

    private let source: Source
    private let root: URL
    private let isKnown: @Sendable (String, String) -> Bool
    private var files: LocalFiles
    private var open: (file: LocalFile, bytes: PackedFile)?

    init(
        _ source: Source, root: URL, isKnown: @escaping @Sendable (_ file: String, _ stamp: String) -> Bool
    ) throws(SourceError) {
        self.source = source
        self.root = root
        self.isKnown = isKnown
        files = try LocalFiles(source.urls, below: root)
    }

    mutating func next() -> LocalStep? {
        while true {
            if open == nil {
                guard let step = openNext() else { return nil }
                if let failed = step.failure { return failed }
            }
            guard let file = open?.file, var bytes = open?.bytes else { return nil }
            do {
                let item = try item(in: &bytes, of: file)
                open = (file, bytes)
                if let item { return item }
                try bytes.close()
                open = nil
                return .finished(file: file.path, stamp: file.stamp)
            } catch {
                open = nil
                return .failed(file: file.path, reason: "\(error)")
            }
        }
    }

    private struct Opening {
        var failure: LocalStep?
    }

    /// Nil where there is no further file.
    private mutating func openNext() -> Opening? {
        while let found = files.next() {
            switch found {
            case .failure(let error):
                return Opening(failure: .failed(file: error.path, reason: error.reason))
            case .success(let file):
                let name = file.path.lowercased()
                guard name.hasSuffix(".warc") || name.hasSuffix(".warc.gz"), !isKnown(file.path, file.stamp)
                else {
                    continue
                }
                do {
                    open = (file, try PackedFile(root.appendingPathComponent(file.path), size: file.size))
                    return Opening()
                } catch {
                    return Opening(failure: .failed(file: file.path, reason: "it cannot be opened: \(error)"))
                }
            }
        }
        return nil
    }

    /// The next letter in a file; a record that cannot be read is a step too. Nil at the file's end.
    private func item(in bytes: inout PackedFile, of file: LocalFile) throws -> LocalStep? {
        while let record = try WARCRecord.next(in: &bytes) {
            guard isWanted(record) else {
                try bytes.skip(record.length)
                continue
            }
            guard record.length <= SavedResponse.largest else {
                try bytes.skip(record.length)
                return .failed(
                    file: place(record, file), reason: "it is larger than \(SavedResponse.largest >> 20) MiB")
            }
            let block = try bytes.read(record.length)
            do {
                if let item = try letter(record, block, file) { return .item(item) }
            } catch {
                return .failed(file: place(record, file), reason: "\(error)")
            }
        }
        return nil
    }

    private func place(_ record: WARCRecord, _ file: LocalFile) -> String {
        "\(file.path)#\(record.position)"
    }

    /// By its head alone, so that what is of no use is passed over unread.
    private func isWanted(_ record: WARCRecord) -> Bool {
        guard record.type == "response" || record.type == "resource", let target = record.target else {
            return false
        }
        guard target.hasPrefix("http://") || target.hasPrefix("https://") else { return false }
        return AddressChoice.takes(target, source)
    }

    private func letter(_ record: WARCRecord, _ block: [UInt8], _ file: LocalFile) throws -> LocalItem? {
        guard record.fields["warc-segment-number"] == nil else {
            throw WARCError.malformed("the record is in segments, which are not joined")
        }
        let response = record.type == "response" ? try SavedResponse(block) : nil
        let type = response.map(\.fields.mediaType) ?? record.fields.mediaType
        let target = record.target ?? ""
        guard response.map({ $0.status == 200 }) ?? true, isLetter(type, target) else { return nil }
        guard let url = address(target) else { return nil }
        var item = LocalItem(
            file: file.path, part: "\(record.position)", bytes: response?.body ?? block,
            listed: ListedItem(url: url, listing: file.path))
        item.contentType = type
        item.collectedAt = record.fields["warc-date"].map {
            String($0.prefix { $0 != "." && $0 != "Z" }) + "Z"
        }
        item.status = response?.status
        item.etag = response?.fields["etag"]
        item.lastModified = response?.fields["last-modified"]
        return item
    }

    private func address(_ target: String) -> String? {
        do { return LinkAddress.resolve(target, on: try WebAddress(target)) } catch { return nil }
    }

    private func isLetter(_ type: String?, _ target: String) -> Bool {
        switch type ?? "" {
        case "text/html", "application/xhtml+xml":
            return !source.include.isEmpty || SitemapSource.speaksOfLetters(target)
        case "application/pdf", "application/x-pdf", "application/msword", "application/rtf", "text/rtf",
            "message/rfc822", "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
            return true
        case "application/octet-stream", "binary/octet-stream", "": return ListingLinks.leadsToFile(target)
        case "text/plain": return !source.include.isEmpty
        default: return false
        }
    }
}

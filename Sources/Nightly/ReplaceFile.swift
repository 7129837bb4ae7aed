import Archiving
import Correspondence
import Foundation

/// Writes a derived file whole, under a temporary name first; a file that has these bytes already is not touched.
///
/// - Throws: `NightError.unwritable`.
func replaceIfChanged(_ file: URL, with bytes: Data) throws(NightError) {
    if FileManager.default.contents(atPath: file.path) == bytes { return }
    try replace(file, with: [UInt8](bytes))
}

/// The same whatever is there.
///
/// - Parameter isDurable: false where the bytes may be lost with the machine's power, as in a cache.
/// - Throws: `NightError.unwritable`.
func replace(_ file: URL, with bytes: [UInt8], isDurable: Bool = true) throws(NightError) {
    try makeFolder(file.deletingLastPathComponent())
    do {
        try replaceFile(at: file.path, with: bytes, isDurable: isDurable)
    } catch {
        throw .unwritable(file.path, whyNotWritten(error))
    }
}

func makeFolder(_ folder: URL) throws(NightError) {
    do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
        throw .unwritable(folder.path, reason(of: error))
    }
}

private func whyNotWritten(_ error: ArchiveError) -> String {
    switch error {
    case .diskFull: systemMessage(ENOSPC)
    case .notWritable(_, let reason), .notReadable(_, let reason): reason
    default: error.description
    }
}

/// What the system said, without Foundation's account of it.
func reason(of error: any Error) -> String {
    let outer = error as NSError
    let inner = outer.userInfo[NSUnderlyingErrorKey] as? NSError ?? outer
    return inner.domain == NSPOSIXErrorDomain ? systemMessage(Int32(inner.code)) : error.localizedDescription
}

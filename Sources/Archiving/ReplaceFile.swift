/// Replaces a file so that a reader sees the old bytes or the new ones, whenever the writer is cut off. The folder must
/// exist; what is not finished lies there as `.NAME.part`.
///
/// - Parameter isDurable: false where the bytes may be lost with the machine's power.
public func replaceFile(
    at path: String, with bytes: [UInt8], isDurable: Bool = true
) throws(ArchiveError) {
    try RecordFile.replace(path, with: bytes, isDurable: isDurable)
}

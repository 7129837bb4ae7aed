import Correspondence
import Foundation

/// Removes the files that a night which was cut off had begun to write: all that is written goes to a hidden name that
/// ends in `.part` first.
///
/// - Parameter output: its folder, where nobody else writes meanwhile.
/// - Throws: `NightError.unwritable`.
func removeLeftovers(in output: URL) throws(NightError) {
    guard let files = FileManager.default.enumerator(atPath: output.path) else { return }
    while let path = files.nextObject() as? String {
        let name = path.split(separator: "/").last ?? ""
        guard name.hasPrefix("."), name.hasSuffix(".part") else { continue }
        let file = output.appendingPathComponent(path).path
        guard unlink(file) == 0 || errno == ENOENT || errno == EISDIR else {
            throw .unwritable(file, systemMessage())
        }
    }
}

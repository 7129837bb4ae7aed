import Correspondence
import Foundation

/// SHA-256 of a page's style or script, in base64, as a Content-Security-Policy names it
/// (w3.org/TR/CSP3, `hash-source`).
func contentHash(_ text: String) -> String {
    var hash = SHA256()
    hash.update(text.utf8)
    return "'sha256-\(Data(hash.finalize()).base64EncodedString())'"
}

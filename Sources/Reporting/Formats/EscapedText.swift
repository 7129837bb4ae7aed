/// A text in which some scalars are written otherwise, as a format wants them.
///
/// By scalars, never by characters: to Swift a quotation mark with an accent behind it is another character, but to
/// whoever parses the output it ends the field.
///
/// - Parameter escape: what stands for a scalar; nil for itself.
func escapedText(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if let replacement = escape(scalar) {
            escaped.append(contentsOf: replacement.unicodeScalars)
        } else {
            escaped.append(scalar)
        }
    }
    return String(escaped)
}

import Foundation
import Reporting

/// Prints JSON as every command does: the values as they are, what a terminal would obey written as numbers.
func printJSON(_ json: Data) {
    FileHandle.standardOutput.write(shownJSON(json))
}

/// JSON for standard output. Files keep the bytes of the archive.
func shownJSON(_ json: Data) -> Data {
    Data(plainJSON(String(decoding: json, as: UTF8.self)).utf8)
}

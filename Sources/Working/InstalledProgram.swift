import Foundation

/// The absolute path of a program that stands on the search path; nil where none does.
///
/// Folders that `PATH` names relative to the working directory are passed over: what lies there may have come with the
/// corpus.
public func installedProgram(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        .map { "\($0)/\(name)" }
        .first { $0.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: $0) }
}

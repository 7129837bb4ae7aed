import Foundation
import Glibc
import Working

extension Sandbox {
    /// For the worker: fonts, what fontconfig knows of them, and tables of encodings.
    public static func worker(_ limits: WorkerLimits) -> Sandbox {
        var readable = [
            // Fonts that a letter names and does not carry.
            "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig", "/etc/fonts",
            "/var/cache/fontconfig", "/usr/share/ghostscript/fonts", "/usr/share/texmf/fonts",
            // Encodings of characters: poppler-data, and the C library's converters.
            "/usr/share/poppler", "/usr/lib/gconv", "/usr/lib64/gconv",
            // The C library's zones: the worker's is UTC.
            "/usr/share/zoneinfo",
        ]
        readable += matching("/usr/lib/*/gconv")
        if let own = ProcessInfo.processInfo.environment["FONTCONFIG_PATH"] { readable.append(own) }
        return Sandbox(readable: readable, limits: limits)
    }

    /// For a program that reads pictures of pages: itself, its libraries and its own tables.
    ///
    /// - Parameter program: absolute path.
    public static func reader(_ program: String, _ limits: WorkerLimits) -> Sandbox {
        // A program of somebody's own has its tables beside it: /opt/x/bin/tesseract, /opt/x/share.
        let prefix = URL(fileURLWithPath: program).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().path
        var readable = [
            "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache",
            "/etc/ld.so.preload",
            "/sys/devices/system/cpu", "/usr/share/tesseract-ocr", "/usr/share/tessdata",
            "\(prefix)/lib", "\(prefix)/share/tessdata", "\(prefix)/share/tesseract-ocr",
        ]
        readable += libraryPath
        return Sandbox(readable: readable, runnable: [program] + linkers, limits: limits)
    }

    /// Programs are started by the linker that they name.
    private static var linkers: [String] {
        matching("/lib64/ld-linux*") + matching("/lib/ld-linux*") + matching("/lib/*/ld-linux*")
            + matching("/lib/ld-musl*")
    }

    /// Where somebody keeps libraries of their own.
    private static var libraryPath: [String] {
        (ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "").split(separator: ":")
            .map(String.init).filter { $0.hasPrefix("/") }
    }

    /// Paths that match a pattern of the shell's, in their order.
    private static func matching(_ pattern: String) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, 0, nil, &found) == 0 else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
    }
}

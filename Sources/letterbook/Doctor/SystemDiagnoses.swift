import Foundation

/// Fonts and the clock: what a machine has without anybody thinking of it.
struct SystemDiagnoses {
    /// Absolute path of this program.
    let program: String
    /// Where reports of earlier nights are; nil outside a workspace.
    let reports: URL?

    func all() -> [Diagnosis] { [fonts, encodings, clock()] }

    private var fonts: Diagnosis {
        let folders = ["/usr/share/fonts", "/usr/local/share/fonts"].map { URL(fileURLWithPath: $0) }
        let endings: Set = ["ttf", "otf", "ttc", "pfb", "t1"]
        let count = folders.reduce(0) { sum, folder in
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            return sum
                + (files?.filter { endings.contains(($0 as? URL)?.pathExtension.lowercased() ?? "") }.count
                    ?? 0)
        }
        let remedy = "apt-get install fonts-dejavu-core fonts-urw-base35"
        guard count > 0 else {
            return .warn(
                "fonts", "there are none: letters without fonts of their own are drawn empty", remedy)
        }
        return .ok("fonts", "\(count) font files")
    }

    private var encodings: Diagnosis {
        guard FileManager.default.fileExists(atPath: "/usr/share/poppler/cMap") else {
            return .warn(
                "encodings", "poppler's tables are not there: Chinese, Japanese and Korean letters lose text",
                "apt-get install poppler-data")
        }
        return .ok("encodings", "poppler's tables are there")
    }

    /// A clock that stands before the program was made, or before the last night, is wrong.
    private func clock() -> Diagnosis {
        let now = Timestamp.now()
        let remedy = "set the clock ('timedatectl set-ntp true'): tombstones and reports carry its time"
        if let made = modified(program), made.timeIntervalSinceNow > 86_400 {
            return .fail("clock", "\(now): the program is newer than that", remedy)
        }
        if let last = lastNight, last > now.filter({ $0 != ":" }) {
            return .warn("clock", "\(now): a night is reported for later, \(last)", remedy)
        }
        return .ok("clock", now)
    }

    private func modified(_ path: String) -> Date? {
        URL(fileURLWithPath: path).resourceValue(\.contentModificationDate, .contentModificationDateKey)
    }

    /// The newest report's name: `2026-11-21T020000Z`.
    private var lastNight: String? {
        guard let reports, let files = FileManager.default.enumerator(atPath: reports.path) else {
            return nil
        }
        return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.max()
            .map { String($0.dropLast(5)) }
    }
}

extension URL {
    fileprivate func resourceValue<Value>(
        _ value: KeyPath<URLResourceValues, Value?>, _ key: URLResourceKey
    ) -> Value? {
        do { return try resourceValues(forKeys: [key])[keyPath: value] } catch { return nil }
    }
}

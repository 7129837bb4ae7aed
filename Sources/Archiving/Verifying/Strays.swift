import Foundation

extension Archive {
    /// Files in the archive that are no part of it: what interrupted writes left, and what others put there.
    func strays() throws(ArchiveError) -> [Damage] {
        var damage: [Damage] = []
        for (path, isLeftover) in try strayPaths() {
            damage.append(
                isLeftover
                    ? Damage(
                        .leftover, path: path, message: "was left by a write that was interrupted",
                        remedy: "'letterbook verify --repair' removes it")
                    : Damage(
                        .stray, path: path, message: "is no part of the archive",
                        remedy: Remedy.setAside.rawValue))
        }
        return damage
    }

    private func strayPaths() throws(ArchiveError) -> [(path: String, isLeftover: Bool)] {
        var found: [(String, Bool)] = []
        let known: [String: Set<String>] = [
            "": ["letters", "schema", Self.manifestPath, Self.relationsPath],
            "schema/": ["letter.schema.json"],
        ]
        for (folder, expected) in known.sorted(by: { $0.key < $1.key }) {
            for name in try names(in: folder) where !expected.contains(name) {
                found.append((folder + name, Self.isLeftover(name)))
            }
        }
        for name in try self.names(in: "letters/") {
            guard name.utf8.count == 2, name.allSatisfy(\.isHexDigit) else {
                found.append(("letters/\(name)", Self.isLeftover(name)))
                continue
            }
            for file in try names(in: "letters/\(name)/") where !Self.isRecord(file, in: name) {
                found.append(("letters/\(name)/\(file)", Self.isLeftover(file)))
            }
        }
        return found
    }

    private func names(in folder: String) throws(ArchiveError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: full(folder)).sorted()
        } catch {
            guard FileManager.default.fileExists(atPath: full(folder)) else { return [] }
            throw ArchiveError.notReadable(path: full(folder), reason: "\(error)")
        }
    }

    private static func isLeftover(_ name: String) -> Bool { name.hasPrefix(".") && name.hasSuffix(".part") }

    /// Whether a name is that of a record: `3f9a1c20d4e5b6a7-2.json` in `3f`.
    static func isRecord(_ name: String, in folder: String) -> Bool {
        guard name.hasSuffix(".json"), name.hasPrefix(folder) else { return false }
        let id = name.utf8.dropLast(5)
        let number = id.dropFirst(16)
        return id.prefix(16).count == 16 && id.prefix(16).allSatisfy(isHexDigit)
            && (number.isEmpty
                || number.first == UInt8(ascii: "-") && Int(String(number.dropFirst()) ?? "") != nil)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

import Correspondence

/// Identifiers as they are compared: letters and digits only, and one spelling for what has several.
enum IdentifierKey {
    /// `CMS–1752–P` and `cms 1752 p` are `cms1752p`; `86 Fed. Reg. 25,070` is `86fr25070`.
    static func key(_ text: String) -> String {
        let plain = String(
            text.unicodeScalars.lazy.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
                .map(Character.init)
        ).lowercased()
        return publicLaw(plain) ?? citation(plain) ?? plain
    }

    /// All keys that an identifier answers to: its value, what is printed, a bill without its Congress.
    static func keys(of identifier: Identifier) -> [String] {
        var keys = [key(identifier.value), key(identifier.printed)]
        if identifier.kind == .bill || identifier.kind == .stateBill,
            let dash = identifier.value.lastIndex(of: "-")
        {
            keys.append(key(String(identifier.value[..<dash])))
        }
        return Set(keys).filter { !$0.isEmpty }.sorted()
    }

    private static func publicLaw(_ plain: String) -> String? {
        for start in ["publiclawno", "publiclaw", "publno", "publ", "plno", "pl"] where plain.hasPrefix(start)
        {
            let rest = plain.dropFirst(start.count)
            return rest.first?.isNumber == true ? "publiclaw" + rest : nil
        }
        return nil
    }

    /// Digits, `Fed. Reg.` in some spelling, digits.
    private static func citation(_ plain: String) -> String? {
        let volume = plain.prefix { $0.isNumber }
        let rest = plain.dropFirst(volume.count)
        let name = rest.prefix { !$0.isNumber }
        let page = rest.dropFirst(name.count)
        guard !volume.isEmpty, !page.isEmpty, ["fedreg", "federalregister", "fedregister"].contains(name)
        else {
            return nil
        }
        return volume + "fr" + page
    }
}

import Planning

extension Desk {
    /// A hash of what people decided about an original's letters and of what its custody says; empty where there is
    /// neither. Where it changes, its letters are described again.
    func circumstances(of sha256: String) throws -> String {
        let fingerprints = try custody.fingerprints(of: [sha256])
        return Self.joined(definitions.corrections.circumstances(of: sha256), fingerprints[sha256])
    }

    /// For the plan: by SHA-256, where there are any.
    func circumstances(of originals: [PresentOriginal]) throws -> [String: String] {
        var circumstances = definitions.corrections.circumstances(of: originals)
        for (sha256, custody) in try custody.fingerprints(of: originals.map(\.sha256)) {
            circumstances[sha256] = Self.joined(circumstances[sha256] ?? "", custody)
        }
        return circumstances
    }

    private static func joined(_ corrections: String, _ custody: String?) -> String {
        custody.map { corrections.isEmpty ? $0 : "\(corrections) \($0)" } ?? corrections
    }
}

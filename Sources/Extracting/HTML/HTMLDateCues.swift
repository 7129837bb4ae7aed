/// Finds a day by the word before it: "Published on May 31, 2020", "Stand: 31.5.2020".
enum HTMLDateCues {
    /// The day after the first cue, in order of the cues' weight.
    static func day(in text: String, reader: HTMLDayReader) -> String? {
        let bytes = text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        var best: (rank: Int, day: String)?
        for index in bytes.indices where index == 0 || !isLetter(bytes[index - 1]) {
            for (rank, cue) in cues.enumerated() where rank < best?.rank ?? .max && cue[0] == bytes[index] {
                guard bytes[index...].starts(with: cue) else { continue }
                let rest = String(decoding: bytes[index...].dropFirst(cue.count).prefix(48), as: UTF8.self)
                if let day = reader.day(afterFewMarks: HTMLDateToken.tokens(of: rest)) { best = (rank, day) }
            }
        }
        return best?.day
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A || byte >= 0x80 }

    private static let cues = [
        "published", "posted", "veröffentlicht", "erschienen", "erstellt", "datum", "publié", "publicado",
        "pubblicato", "date:", "stand:", "updated", "last modified", "aktualisiert", "geändert", "mis à jour",
    ].map { Array($0.utf8) }
}

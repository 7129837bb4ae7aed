/// Finds a day by the word before it: "Published on May 31, 2020", "Stand: 31.5.2020".
enum HTMLDateCues {
    /// What the word says of the day.
    enum Kind {
        case published
        /// Of the last change.
        case modified

        fileprivate var cues: [[UInt8]] {
            switch self {
            case .published: HTMLDateCues.published
            case .modified: HTMLDateCues.modified
            }
        }
    }

    /// The day after the first cue of a kind, in order of the cues' weight.
    static func day(_ kind: Kind, in text: String, reader: HTMLDayReader) -> String? {
        let bytes = lowered(text)
        let cues = kind.cues
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

    /// In lower case, ASCII and Latin-1 letters only, so that offsets stay and long pages cost little.
    private static func lowered(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        for index in bytes.indices {
            let byte = bytes[index]
            let isLatin =
                byte >= 0x80 && byte <= 0x9E && byte != 0x97 && index > 0 && bytes[index - 1] == 0xC3
            if byte >= 0x41 && byte <= 0x5A || isLatin { bytes[index] = byte | 0x20 }
        }
        return bytes
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A || byte >= 0x80 }

    private static let published = [
        "published", "posted", "veröffentlicht", "publiziert", "erschienen", "erstellt", "datum", "publié",
        "publicado", "pubblicato", "gepubliceerd", "geplaatst", "opublikowano", "date:", "date published",
        "publication date", "release date", "stand:",
    ].map { Array($0.utf8) }

    private static let modified = [
        "updated", "last modified", "modified", "last reviewed", "last change", "last update", "aktualisiert",
        "letzte aktualisierung", "geändert", "letzte änderung", "zuletzt", "mis à jour", "mise à jour",
        "dernière modification", "actualizado", "última actualización", "aggiornato", "ultimo aggiornamento",
        "bijgewerkt", "laatst gewijzigd", "ostatnia aktualizacja", "atualizado",
    ].map { Array($0.utf8) }
}

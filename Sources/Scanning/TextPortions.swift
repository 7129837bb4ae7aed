/// Cuts a long text into portions that can be read one by one, so that what a reader notes of each word is never held
/// for all of it.
public enum TextPortions {
    /// Ranges that follow one another and make the whole. A cut lies behind a blank line where one can be had, else
    /// behind a line break, else behind white space, else anywhere.
    ///
    /// - Parameter most: scalars of a portion. Default 65,536: only a book on a single page is cut at all.
    public static func ranges(of scalars: [Unicode.Scalar], most: Int = 65_536) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        while scalars.count - start > most {
            let end = cut(scalars, within: start + most / 2..<start + most)
            found.append(start..<end)
            start = end
        }
        if start < scalars.count { found.append(start..<scalars.count) }
        return found
    }

    /// What a reader finds in each portion, as if it had read the whole.
    ///
    /// - Parameter place: where a find stands: its start and its end in scalars.
    static func read<Found>(
        _ scalars: [Unicode.Scalar],
        place: (start: WritableKeyPath<Found, Int>, end: WritableKeyPath<Found, Int>),
        with read: ([Unicode.Scalar]) -> [Found]
    ) -> [Found] {
        let portions = ranges(of: scalars)
        guard portions.count > 1 else { return read(scalars) }
        return portions.flatMap { portion in
            read(Array(scalars[portion])).map { found in
                var found = found
                found[keyPath: place.start] += portion.lowerBound
                found[keyPath: place.end] += portion.lowerBound
                return found
            }
        }
    }

    /// The last good place to cut in a range.
    private static func cut(_ scalars: [Unicode.Scalar], within range: Range<Int>) -> Int {
        var best: (rank: Int, place: Int) = (0, range.upperBound)
        for place in range.reversed() where scalars[place].isWhiteSpace {
            let isBreak = scalars[place] == "\n"
            let isBlankLine = isBreak && place > 0 && scalars[place - 1] == "\n"
            let rank = isBlankLine ? 3 : isBreak ? 2 : 1
            if rank > best.rank { best = (rank, place + 1) }
            if rank == 3 { break }
        }
        return best.place
    }
}

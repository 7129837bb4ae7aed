/// A set of elements that is asked once for every node of every page, and so is three machine words.
public struct HTMLTagSet: Sendable, ExpressibleByArrayLiteral {
    @usableFromInline var words: (UInt64, UInt64, UInt64) = (0, 0, 0)

    public init(arrayLiteral tags: HTMLTag...) {
        for tag in tags {
            let bit: UInt64 = 1 << UInt64(tag.rawValue & 63)
            switch tag.rawValue >> 6 {
            case 0: words.0 |= bit
            case 1: words.1 |= bit
            default: words.2 |= bit
            }
        }
    }

    @inlinable
    public func contains(_ tag: HTMLTag) -> Bool {
        let bit: UInt64 = 1 << UInt64(tag.rawValue & 63)
        switch tag.rawValue >> 6 {
        case 0: return words.0 & bit != 0
        case 1: return words.1 & bit != 0
        default: return words.2 & bit != 0
        }
    }
}

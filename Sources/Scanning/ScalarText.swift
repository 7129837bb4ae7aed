extension String {
    /// The text that Unicode scalars make. `UnicodeScalarView` writes them one unspecialised call at a time,
    /// which took a quarter of all describing.
    public init(scalars: ArraySlice<Unicode.Scalar>) {
        let length = scalars.reduce(into: 0) { $0 += UTF8.width($1) }
        self.init(unsafeUninitializedCapacity: length) { bytes in
            var end = 0
            for scalar in scalars {
                if scalar.isASCII {
                    bytes[end] = UInt8(truncatingIfNeeded: scalar.value)
                    end += 1
                } else {
                    for byte in scalar.utf8 {
                        bytes[end] = byte
                        end += 1
                    }
                }
            }
            return end
        }
    }
}

extension Unicode.Scalar {
    /// Unicode's `White_Space`, without asking the tables about ASCII.
    public var isWhiteSpace: Bool {
        isASCII ? value == 32 || (9...13).contains(value) : properties.isWhitespace
    }
}

/// A definition file that cannot be used: which, where in it, what is wrong, what to do.
public struct DefinitionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// As messages show it: `Pipeline/topics/ctsa.yaml`.
    public var file: String
    /// From 1; nil where the whole file is meant.
    public var line: Int?
    /// What was expected and what was found.
    public var problem: String
    /// What a person can do, where that is not plain from the problem.
    public var remedy: String?

    public init(file: String, line: Int? = nil, problem: String, remedy: String? = nil) {
        self.file = Self.shown(file, most: 400)
        self.line = line
        self.problem = Self.shown(problem, most: 400)
        self.remedy = remedy.map { Self.shown($0, most: 1_500) }
    }

    /// On one line that any terminal may have, whatever the file holds, and no longer than is read.
    private static func shown(_ text: String, most: Int) -> String {
        let scalars = text.unicodeScalars.prefix(most).map { (scalar) -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: " "
            default: scalar
            }
        }
        let isCut = text.unicodeScalars.dropFirst(most).first != nil
        return String(String.UnicodeScalarView(scalars)) + (isCut ? "…" : "")
    }

    /// `Pipeline/topics/ctsa.yaml:14: weight must be a number from 0 to 10, found "high"`.
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(problem)" + (remedy.map { "; \($0)" } ?? "")
    }
}

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
        self.file = file
        self.line = line
        self.problem = problem
        self.remedy = remedy
    }

    /// `Pipeline/topics/ctsa.yaml:14: weight must be a number from 0 to 10, found "high"`.
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(problem)" + (remedy.map { "; \($0)" } ?? "")
    }
}

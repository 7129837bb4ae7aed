/// How far a night has come.
public struct NightProgress: Sendable, Hashable {
    public enum Step: String, Sendable, Hashable {
        case survey, letters, relations, timeline, index
    }

    public var step: Step
    public var done: Int
    public var total: Int
    public var failures: Int
}

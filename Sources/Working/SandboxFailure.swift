import CProcess
import Correspondence
import Glibc

/// A layer that the kernel has and that could not be put on.
public struct SandboxFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Nil: the limits that every system has.
    public var layer: Sandbox.Layer?
    /// As `errno` counts.
    public var code: Int32

    init(_ layer: Sandbox.Layer?, _ code: Int32) {
        self.layer = layer
        self.code = code
    }

    public var description: String {
        let reason = systemMessage(code)
        return "cannot be shut in (\(layer?.rawValue ?? "limits"): \(reason)): see 'letterbook doctor'"
    }
}

/// What stands in the way of doing something in this process: for tests of the sandbox.
///
/// - Parameter what: as `letterbook_attempt` names it.
/// - Returns: the system's message; nil where it can be done.
public func obstacle(to what: String, path: String) -> String? {
    let code = letterbook_attempt(what, path)
    return code == 0 ? nil : systemMessage(code)
}

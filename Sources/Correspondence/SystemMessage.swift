import Glibc

/// What the system says of an error number, `No space left on device`.
///
/// - Parameter code: as `errno` has it, which is read at once.
public func systemMessage(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }

import ArgumentParser

/// A `--limit` counts from 0, which stands for all.
func checkLimit(_ limit: Int?) throws {
    guard let limit, limit < 0 else { return }
    throw ValidationError("--limit must be 0 or more, found \(limit)")
}

/// The program's version (semver.org). Part of every record's provenance.
public let programVersion = "0.1.0"

/// The stage's version, part of its fingerprint: raised whenever describing finds other values than before.
public let describingVersion = 4

/// What the letters' fields must reach, as the share of right values or F1. Lowering one is a decision, to be said in
/// the commit that does it. `LETTERBOOK_FIGURES=1` shows what is reached.
enum Floors {
    /// On the letters under `Corpus/samples`, the scan apart.
    static let samples: [(field: String, floor: Double)] = [
        ("kind", 0.85),
        ("date", 0.90),
        ("no date invented", 1),
        ("subject", 0.95),
        ("no subject invented", 0.95),
        ("sender", 0.80),
        ("addressees", 0.85),
        ("signatories", 0.85),
        ("agencies", 0.80),
        ("identifiers", 0.90),
        ("topics", 0.90),
        ("passages", 0.97),
        ("reading order", 0.99),
    ]

    /// On the real letters whose text need not be had by OCR; `topics of documents` on all the documents that
    /// have topic labels.
    static let real: [(field: String, floor: Double)] = [
        ("kind", 0.85),
        ("date", 0.90),
        ("no date invented", 0.95),
        ("subject", 0.80),
        ("no subject invented", 0.85),
        ("sender", 0.80),
        ("addressees", 0.80),
        ("signatories", 0.90),
        ("agencies", 0.80),
        ("identifiers", 0.80),
        ("topics of documents", 0.90),
    ]
}

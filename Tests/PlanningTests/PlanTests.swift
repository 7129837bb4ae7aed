import Correspondence
import Planning
import Testing

@Suite("Planning a night")
struct PlanTests {
    let now = Fingerprints(extract: "e1", describe: "d1", tag: "t1")

    private func present(_ sha256: String, _ paths: String...) -> PresentOriginal {
        PresentOriginal(sha256: sha256, mediaType: .pdf, paths: paths, size: 1)
    }

    private func known(
        _ sha256: String, _ outcome: KnownOriginal.Outcome? = nil, fingerprints: Fingerprints? = nil,
        paths: [String] = ["a.pdf"]
    ) -> [String: KnownOriginal] {
        [
            sha256: KnownOriginal(
                sha256: sha256, outcome: outcome ?? .archived([sha256]), fingerprints: fingerprints ?? now,
                paths: paths, circumstances: "")
        ]
    }

    @Test("What nobody has seen is extracted; what is known and unchanged is left alone")
    func newAndUnchanged() {
        let plan = plan(
            present: [present("a", "a.pdf"), present("b", "b.pdf")], known: known("a"), fingerprints: now)
        #expect(plan.work == [Work(original: present("b", "b.pdf"), from: .extract, isNew: true)])
        #expect(plan.unchanged.map(\.sha256) == ["a"])
        #expect(plan.vanished.isEmpty)
    }

    @Test(
        "Work begins at the first stage whose fingerprint changed",
        arguments: [
            (Fingerprints(extract: "e2", describe: "d1", tag: "t2"), Stage.extract),
            (Fingerprints(extract: "e1", describe: "d2", tag: "t2"), .describe),
            (Fingerprints(extract: "e1", describe: "d1", tag: "t2"), .tag),
        ])
    func stages(fingerprints: Fingerprints, stage: Stage) {
        let plan = plan(present: [present("a", "a.pdf")], known: known("a"), fingerprints: fingerprints)
        #expect(plan.work.map(\.from) == [stage])
        #expect(plan.work.first?.isNew == false)
    }

    @Test("A second path to the same bytes only writes the record again")
    func secondPath() {
        let plan = plan(present: [present("a", "a.pdf", "b.pdf")], known: known("a"), fingerprints: now)
        #expect(plan.work.map(\.from) == [.archive])
    }

    @Test("A correction or a new custody line describes one letter again")
    func circumstances() {
        let plan = plan(
            present: [present("a", "a.pdf")], known: known("a"), fingerprints: now,
            circumstances: ["a": "new"])
        #expect(plan.work.map(\.from) == [.describe])
    }

    @Test("A failure waits until its limits or the version change, or somebody asks")
    func failures() {
        let failed = known("a", .failed(reason: "encrypted"))
        let here = [present("a", "a.pdf")]
        let waiting = plan(present: here, known: failed, fingerprints: now)
        #expect(waiting.work.isEmpty)
        #expect(waiting.quarantined.map(\.sha256) == ["a"])
        let asked = plan(present: here, known: failed, fingerprints: now, retryingFailures: true)
        #expect(asked.work.map(\.from) == [.extract])
        let newer = Fingerprints(extract: "e2", describe: "d1", tag: "t1")
        #expect(plan(present: here, known: failed, fingerprints: newer).work.map(\.from) == [.extract])
        let looser = plan(present: here, known: failed, fingerprints: now, limits: "2 GiB")
        #expect(looser.work.map(\.from) == [.extract])
        let topicsOnly = Fingerprints(extract: "e1", describe: "d1", tag: "t2")
        #expect(plan(present: here, known: failed, fingerprints: topicsOnly).work.isEmpty)
    }

    @Test("What is gone is told once; what comes back gets its record again")
    func withdrawals() {
        #expect(plan(present: [], known: known("a"), fingerprints: now).vanished.map(\.sha256) == ["a"])
        let withdrawn = known("a", .withdrawn(["a"]))
        #expect(plan(present: [], known: withdrawn, fingerprints: now).vanished.isEmpty)
        let back = plan(present: [present("a", "a.pdf")], known: withdrawn, fingerprints: now)
        #expect(back.work.map(\.from) == [.archive])
    }

    @Test("A file is read again only when its size, time or inode changed")
    func settledFiles() {
        let facts = CorpusFile(path: "a", size: 1, modified: 2, inode: 3)
        let content = FileContent(sha256: "x", verdict: .original(.pdf))
        let known = ["a": KnownFile(facts: facts, content: content)]
        #expect(settled([facts], known: known).toRead.isEmpty)
        var touched = facts
        touched.modified = 3
        #expect(settled([touched], known: known).toRead == [touched])
    }

    @Test("Fingerprints keep their parts apart")
    func fingerprints() {
        #expect(fingerprint(of: ["ab", "c"]) != fingerprint(of: ["a", "bc"]))
        #expect(fingerprint(of: ["a"]).count == 12)
    }
}

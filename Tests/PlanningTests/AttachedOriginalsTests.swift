import Correspondence
import Planning
import Testing

@Suite("Attached originals")
struct AttachedOriginalsTests {
    private func file(_ sha256: String, _ paths: String...) -> PresentOriginal {
        PresentOriginal(sha256: sha256, mediaType: .email, paths: paths, size: 1)
    }

    private func known(_ attached: [String: [String]]) -> [String: KnownOriginal] {
        Dictionary(
            uniqueKeysWithValues: attached.map { sha256, inner in
                let attachments = inner.enumerated().map {
                    AttachedOriginal(
                        number: $0 + 1, name: "\($1).eml", sha256: $1, mediaType: .email, size: 1)
                }
                return (
                    sha256,
                    KnownOriginal(
                        sha256: sha256, outcome: .archived([sha256]),
                        fingerprints: Fingerprints(extract: "e", describe: "d", tag: "t"), paths: [],
                        circumstances: "", attachments: attachments)
                )
            })
    }

    @Test("lie at the paths of all that holds them")
    func paths() {
        let found = withAttachments(
            [file("a", "a.eml", "copy.eml"), file("c", "c.eml")], known: known(["a": ["b", "c"]]))
        #expect(found.map(\.sha256) == ["a", "b", "c"])
        #expect(found[1].paths == ["a.eml!/1/b.eml", "copy.eml!/1/b.eml"])
        #expect(found[2].paths == ["a.eml!/2/c.eml", "c.eml", "copy.eml!/2/c.eml"])
    }

    @Test("are followed only so deep, even where they hold one another")
    func depth() {
        let found = withAttachments([file("a", "a.eml")], known: known(["a": ["b"], "b": ["a"]]))
        let deepest = found.flatMap(\.paths).map { OriginalPath($0).attachments.count }.max()
        #expect(deepest == OriginalPath.deepest)
    }

    @Test("of files that are gone are gone")
    func gone() {
        #expect(withAttachments([file("c", "c.eml")], known: known(["a": ["b"]])).map(\.sha256) == ["c"])
    }
}

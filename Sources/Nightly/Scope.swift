import Correspondence
import Planning

/// The part of the corpus that a night looks at.
///
/// A night that follows one that ended well, with the same definitions, need not look at a million originals to learn
/// that a hundred are new. It takes what was touched (contents that came, went or lie elsewhere; originals whose
/// corrections changed; those in quarantine, which are listed each night) and what hangs together with that: all paths of
/// a content, what is attached to it and what it is attached to. Nothing in this part depends on anything outside of it,
/// so the stages' plans for it are those that a plan for everything would have.
enum Scope: Hashable {
    case everything
    /// SHA-256 of contents.
    case touched(Set<String>)
}

/// What a night knows of its part of the corpus.
struct World {
    /// One for each distinct content, attached ones included.
    var originals: [PresentOriginal]
    /// What earlier nights did, by SHA-256.
    var known: [String: KnownOriginal]
}

extension Desk {
    /// A file that could not be read tonight is not gone: what it held stands.
    func world(_ scope: Scope) throws -> World {
        let files: [KnownFile]
        let known: [String: KnownOriginal]
        switch scope {
        case .everything:
            files = try memory.files()
            known = try standingOriginals()
        case .touched(let contents):
            let connected = try connected(with: contents)
            files = try memory.files(holding: connected)
            known = try memory.originals(connected)
        }
        let present = try custody.standing(originals(in: files))
        return World(originals: withAttachments(present, known: known), known: known)
    }

    /// The contents, with all that are attached to them and to which they are attached.
    private func connected(with contents: Set<String>) throws -> Set<String> {
        var connected = contents
        var waiting = Array(contents)
        while let next = waiting.popLast() {
            for other in try memory.attachedTo(next) where connected.insert(other).inserted {
                waiting.append(other)
            }
        }
        return connected
    }
}

/// Same bytes twice are one original with both paths.
private func originals(in files: [KnownFile]) -> [PresentOriginal] {
    var byContent: [String: PresentOriginal] = [:]
    for file in files {
        guard case .original(let mediaType) = file.content.verdict else { continue }
        let fresh = PresentOriginal(
            sha256: file.content.sha256, mediaType: mediaType, paths: [], size: file.facts.size)
        byContent[file.content.sha256, default: fresh].paths.append(file.facts.path)
    }
    return byContent.values.map { original in
        var original = original
        original.paths.sort()
        return original
    }.sorted { $0.paths[0] < $1.paths[0] }
}

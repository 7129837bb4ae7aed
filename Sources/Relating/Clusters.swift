/// Groups that grow together by links (union-find).
struct Clusters {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    /// The lowest member of the group.
    mutating func root(of member: Int) -> Int {
        var root = member
        while parents[root] != root { root = parents[root] }
        var next = member
        while parents[next] != root { (next, parents[next]) = (parents[next], root) }
        return root
    }

    mutating func join(_ a: Int, _ b: Int) {
        let roots = [root(of: a), root(of: b)]
        parents[max(roots[0], roots[1])] = min(roots[0], roots[1])
    }

    /// Groups of more than one, each in order, in order of their lowest members.
    mutating func groups() -> [[Int]] {
        var groups: [Int: [Int]] = [:]
        for member in parents.indices { groups[root(of: member), default: []].append(member) }
        return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }
}

import Correspondence
import Testing

@Suite("Nearest names")
struct NearestNamesTests {
    @Test(
        "counts letters put in, left out, changed and swapped",
        arguments: [
            ("", "", 0), ("cms", "", 3), ("cms", "cmsx", 1), ("cms", "cps", 1), ("cms", "csm", 1),
            ("abcd", "badc", 2),
        ])
    func distances(_ a: String, _ b: String, _ distance: Int) {
        #expect(editDistance(a, b) == distance)
        #expect(editDistance(b, a) == distance)
    }

    @Test("the nearest names come first, far ones not at all")
    func nearest() {
        #expect(nearestNames(to: "csm", among: ["cm", "csb", "cms", "nih"]) == ["cms", "cm", "csb"])
        #expect(nearestNames(to: "maternal", among: ["maternal-health", "ctsa"]) == ["maternal-health"])
        #expect(nearestNames(to: "zzzz", among: ["cms"]).isEmpty)
    }
}

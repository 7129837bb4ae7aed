import Testing

@testable import Markup

@Test("a tag set holds the tags it was given and no other")
func tagSet() {
    let set: HTMLTagSet = [.html, .td, .slot, .ruby]
    let held = HTMLTag.allCases.filter(set.contains)
    #expect(Set(held) == [.html, .td, .slot, .ruby])
}

import Testing

@testable import Correspondence

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "agrees with the vectors that NIST published with FIPS 180",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
                    + "lmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func vectors(_ vector: (String, String)) {
        #expect(SHA256.hex(of: vector.0.utf8) == vector.1)
    }

    @Test("agrees with the published hash of a million letters a")
    func million() {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(
            SHA256.hex(of: bytes) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("does not depend on how the bytes are portioned")
    func portions() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let whole = SHA256.hex(of: bytes)
        for size in [1, 3, 55, 56, 63, 64, 65, 127, 128, 999] {
            var hash = SHA256()
            for start in stride(from: 0, to: bytes.count, by: size) {
                hash.update(bytes[start..<min(start + size, bytes.count)])
            }
            #expect(hash.finalizeHex() == whole, "portions of \(size)")
        }
    }

    @Test("pads every length around a block's end as it should")
    func padding() {
        // From Python's hashlib: the hash of the concatenated hashes of 0 to 130 zero bytes.
        var all = SHA256()
        for count in 0...130 {
            var one = SHA256()
            one.update([UInt8](repeating: 0, count: count))
            all.update(one.finalize())
        }
        #expect(all.finalizeHex() == "d6e99a52e4f306ac462a8669cfa9744fc9ac0cd54f1c1c92b91d2e3257397ead")
    }
}

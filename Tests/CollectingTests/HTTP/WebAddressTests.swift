import Testing

@testable import Collecting

@Suite("A web address")
struct WebAddressTests {
    @Test("is normalised, without fragment, user and default port")
    func normalised() throws {
        let address = try WebAddress("HTTPS://jane:secret@Example.ORG:443/a/../b c?x=1#part")
        #expect(address.text == "https://example.org/b%20c?x=1")
        #expect(address.port == 443)
        #expect(address.pathAndQuery == "/b%20c?x=1")
        #expect(address.origin == "https://example.org:443")
    }

    @Test("resolves what a page or a redirect writes")
    func resolves() throws {
        let base = try WebAddress("https://example.org/letters/2020?page=2")
        #expect(try base.resolving("a.pdf").text == "https://example.org/letters/a.pdf")
        #expect(try base.resolving("//other.example/x").text == "https://other.example/x")
        #expect(try base.resolving("?page=3").text == "https://example.org/letters/2020?page=3")
    }

    @Test(
        "of another scheme is refused",
        arguments: ["file:///etc/passwd", "gopher://example.org/", "ftp://example.org/a", "javascript:1"])
    func otherScheme(_ text: String) { #expect(throws: HTTPError.self) { try WebAddress(text) } }

    @Test("that is none is refused", arguments: ["", "letters.pdf", "http://", "http://exa mple.org/"])
    func malformed(_ text: String) { #expect(throws: HTTPError.self) { try WebAddress(text) } }

    @Test("is shown without keys and signatures")
    func shown() throws {
        let address = try WebAddress(
            "https://example.org/a.pdf?api_key=123&page=2&X-Amz-Signature=abc&Token=1")
        #expect(address.shown == "https://example.org/a.pdf?page=2")
        #expect(try WebAddress("https://example.org/a?api_key=1").shown == "https://example.org/a")
    }
}

@Suite("The address of a peer")
struct PeerAddressTests {
    @Test(
        "of a private network, of this machine or of nobody is not public",
        arguments: [
            "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "::1", "::",
            "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
            "64:ff9b::10.0.0.1", "2002:7f00:1::", "2001:db8::1", "2001::1", "fec0::1", "100::1", "3fff::1",
        ])
    func isNotPublic(_ text: String) throws { #expect(try #require(PeerAddress(text)).isPublic == false) }

    @Test(
        "of the internet is public",
        arguments: [
            "93.184.216.34", "172.32.0.1", "172.15.0.1", "100.63.0.1", "100.128.0.1", "8.8.8.8",
            "2606:2800:220:1::1", "2001:4860:4860::8888", "64:ff9b::808:808", "::ffff:8.8.8.8",
            "2002:808:808::",
        ])
    func isPublic(_ text: String) throws { #expect(try #require(PeerAddress(text)).isPublic) }
}

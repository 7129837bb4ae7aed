import Correspondence
import Foundation

/// Checks an address that a source begins at: `http` or `https`, a host, nobody's password.
enum SourceAddress {
    static func read(_ value: DefinitionValue) throws(DefinitionError) -> String {
        let text = try value.string()
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased() else {
            throw value.error(
                "\"\(shown(text))\" is no address",
                remedy: "write it whole, with https:// and without spaces: https://www.example.org/letters")
        }
        guard scheme == "http" || scheme == "https" else {
            throw value.error(
                "addresses of scheme \"\(scheme)\" are not asked",
                remedy: "write one with https:// or http://")
        }
        guard let host = parts.host, !host.isEmpty else {
            throw value.error(
                "\"\(shown(text))\" names no host", remedy: "write https://www.example.org/letters")
        }
        try checkSecrets(parts, value)
        return text
    }

    /// Definitions are shared, and addresses go into custody: a secret must be in neither.
    private static func checkSecrets(
        _ parts: URLComponents, _ value: DefinitionValue
    ) throws(DefinitionError) {
        if parts.user != nil || parts.password != nil {
            throw value.error(
                "the address holds a user name or password",
                remedy: "take it out; a key goes into an environment variable that key-variable names")
        }
        let secret = parts.queryItems?.first { item in
            let name = item.name.lowercased().filter(\.isLetter)
            return secrets.contains(name) && item.value?.isEmpty == false
        }
        guard let secret else { return }
        throw value.error(
            "the address holds a key (\(secret.name))",
            remedy: "take it out; put the key into an environment variable and name that with key-variable")
    }

    /// Names of query items that carry a secret, letters only.
    private static let secrets: Set<String> = [
        "apikey", "accesstoken", "accesskey", "authtoken", "password", "passwd", "pwd", "secret",
        "clientsecret",
        "token", "sessionid", "jwt", "xapikey", "subscriptionkey",
    ]

    /// An address for a message, without what stands before an `@`.
    private static func shown(_ text: String) -> String {
        text.lastIndex(of: "@").map { "…" + text[$0...] } ?? text
    }
}

/// Checks a path below the workspace's folder.
enum SourcePath {
    static func read(_ value: DefinitionValue) throws(DefinitionError) -> String {
        let text = try value.string()
        let remedy = "write a path below the workspace's folder, such as Mail/letters"
        guard !text.contains("://") else {
            throw value.error("\"\(text)\" is an address, not a path", remedy: remedy)
        }
        guard !text.hasPrefix("/"), !text.hasPrefix("~"), !text.unicodeScalars.contains("\0") else {
            throw value.error("\"\(text)\" lies outside the workspace", remedy: remedy)
        }
        let parts = text.split(separator: "/").filter { $0 != "." }
        guard !parts.isEmpty, !parts.contains("..") else {
            throw value.error("\"\(text)\" leads out of the workspace, or to all of it", remedy: remedy)
        }
        guard !["Output", "Pipeline"].contains(parts[0]), parts.prefix(2) != ["Corpus", "collected"] else {
            throw value.error("\"\(text)\" is where letterbook itself writes", remedy: remedy)
        }
        return parts.joined(separator: "/")
    }
}

import Foundation

@testable import Collecting

/// One request as the server wrote it down.
struct LoggedRequest: Decodable, Hashable {
    var path: String
    var agent: String
    /// Seconds by the server's clock.
    var time: Double
    var conditional: Bool
    var range: String
    var key: String
}

/// The web server of `Servers/`, a child process on a port of its own.
final class LetterServer {
    private let process = Process()
    private let input = Pipe()
    let port: Int

    init(_ script: String = "letters.py") throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let servers = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Servers")
        process.arguments = ["python3", servers.appendingPathComponent(script).path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), let first = byte.first,
            first != UInt8(ascii: "\n")
        {
            line.append(first)
        }
        guard let port = Int(String(decoding: line, as: UTF8.self)) else { throw ServerFailed() }
        self.port = port
    }

    deinit {
        input.fileHandleForWriting.closeFile()
        process.waitUntilExit()
    }

    struct ServerFailed: Error {}

    var home: String { "http://127.0.0.1:\(port)" }

    func url(_ path: String) -> String { home + path }

    /// The requests since this was last asked.
    func log() async throws -> [LoggedRequest] {
        try JSONDecoder().decode([LoggedRequest].self, from: Data(try await get("/_log")))
    }

    func setNight(_ night: Int) async throws { _ = try await get("/_night?n=\(night)") }

    func setRobots(_ text: String) async throws {
        let escaped = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        _ = try await get("/_robots?text=\(escaped)")
    }

    private func get(_ path: String) async throws -> [UInt8] {
        var settings = HTTPSettings(userAgent: "test")
        settings.allowsPrivateAddresses = true
        return try await HTTPConnection(settings).send(HTTPRequest(WebAddress(url(path)))).body
    }
}

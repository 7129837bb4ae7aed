import Foundation
import Synchronization

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

/// The web server of `Servers/`: one child process for all tests, a host of its own for each.
final class LetterServer: Sendable {
    private static let running = Mutex<[String: RunningServer]>([:])
    private static let count = Mutex(0)

    let port: Int
    /// For https, with a certificate that only `certificate` vouches for.
    let securePort: Int
    let host: String

    init(_ script: String = "letters.py") throws {
        (port, securePort) = try Self.running.withLock { running in
            let server = try running[script] ?? RunningServer(script)
            running[script] = server
            return (server.port, server.securePort)
        }
        host = Self.count.withLock { count in
            count += 1
            return "site\(count).localhost"
        }
    }

    struct Failed: Error {}

    static let certificate = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Servers/localhost.pem").path

    var home: String { "http://\(host):\(port)" }

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

/// The child process; it ends when its standard input does, with the tests at the latest.
private final class RunningServer: Sendable {
    private let input: FileHandle
    let port: Int
    let securePort: Int

    init(_ script: String) throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
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
        let ports = String(decoding: line, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        guard let first = ports.first, let last = ports.last else { throw LetterServer.Failed() }
        (port, securePort) = (first, last)
        self.input = input.fileHandleForWriting
    }
}

import Correspondence
import Foundation
import Reporting
import Working

/// Why a picture or a page cannot be shown.
enum TimelineShowError: Error, CustomStringConvertible {
    case noPainter
    case noOpener(page: String)

    var description: String {
        switch self {
        case .noPainter:
            "rsvg-convert is not installed: install the Debian package librsvg2-bin, or take --format svg"
        case .noOpener(let page):
            "no program here opens a page (xdg-open, of the Debian package xdg-utils): open \(page) yourself"
        }
    }
}

/// The timeline for a slide, as PNG: the SVG drawn by librsvg's program, as a limited child.
func timelinePicture(_ timeline: Timeline) async throws -> [UInt8] {
    guard let program = installedProgram("rsvg-convert") else { throw TimelineShowError.noPainter }
    let painter = Filter(
        Working.WorkerCommand(program: program, arguments: ["--format", "png", "--zoom", "2"]),
        limits: WorkerLimits()
    )
    return try await painter.run(on: Array(timelineSVG(timeline).utf8))
}

extension TimelineDesk {
    /// Writes the page beside the night's own and opens it.
    func open(_ timeline: Timeline) async throws {
        let page = library.workspace.output.appendingPathComponent("timeline/view.html")
        try FileManager.default.createDirectory(
            at: page.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(timelineHTML(timeline).utf8).write(to: page, options: .atomic)
        guard let program = installedProgram("xdg-open") else {
            throw TimelineShowError.noOpener(page: page.path)
        }
        guard launch(program, page.path) == 0 else { throw TimelineShowError.noOpener(page: page.path) }
    }
}

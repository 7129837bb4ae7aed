import CLibXML2Floor
import Correspondence
import Extracting
import Foundation

/// CPU, pages a second and peak memory of extraction over a folder, beside the floors (pdftotext, libxml2's own
/// parse) and, where they are installed, the peers (trafilatura, PyMuPDF), in one run.
///
///     swift run -c release --package-path Tests/Benchmarks ExtractionBenchmark FOLDER
struct Measured {
    var name: String
    var documents = 0
    var pages = 0
    var seconds = 0.0

    func line(beside floor: Measured?) -> String {
        var line = name.padding(toLength: 28, withPad: " ", startingAt: 0)
        line += String(format: "%6d documents %7d pages %8.3f CPU-s", documents, pages, seconds)
        line += String(format: " %8.0f pages/s", Double(pages) / max(seconds, 1e-9))
        if let floor, floor.seconds > 0 { line += String(format: "   %.2fx", seconds / floor.seconds) }
        return line
    }
}

/// Whose use of the processor is asked for; getrusage wants a plain integer.
enum Whose {
    static let own = __rusage_who_t(RUSAGE_SELF.rawValue)
    static let children = __rusage_who_t(RUSAGE_CHILDREN.rawValue)
}

func processorSeconds(_ who: __rusage_who_t) -> Double {
    var usage = rusage()
    getrusage(who, &usage)
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    return Double(seconds) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
}

func measured(_ name: String, _ files: [String], _ work: ([UInt8], MediaType) -> Int?) -> Measured {
    var result = Measured(name: name)
    for file in files {
        guard let data = FileManager.default.contents(atPath: file) else { continue }
        let bytes = [UInt8](data)
        guard case .readable(let mediaType) = recognize(bytes, name: file) else { continue }
        let start = processorSeconds(Whose.own)
        guard let pages = work(bytes, mediaType) else { continue }
        result.seconds += processorSeconds(Whose.own) - start
        result.documents += 1
        result.pages += pages
    }
    return result
}

/// Runs a program over files, all in one process or one process each; nil where it is not installed.
func child(_ name: String, _ command: [String], files: [String], each: Bool) -> Measured? {
    var result = Measured(name: name, documents: files.count)
    let start = processorSeconds(Whose.children)
    for group in each ? files.map({ [$0] }) : [files] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command + group + (each ? ["-"] : [])
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return nil }
        process.waitUntilExit()
        if process.terminationStatus == 127 || (!each && process.terminationStatus != 0) { return nil }
    }
    result.seconds = processorSeconds(Whose.children) - start
    return result
}

func extraction(_ name: String, _ files: [String]) -> Measured {
    measured(name, files) { bytes, mediaType in
        do { return try extract(bytes, as: mediaType).pages.count } catch { return 1 }
    }
}

func parseFloor(_ files: [String]) -> Measured {
    measured("libxml2 parse and free", files) { bytes, _ in
        bytes.withUnsafeBytes { buffer in
            let options =
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            let base = buffer.bindMemory(to: CChar.self).baseAddress
            let document = htmlReadMemory(base, Int32(buffer.count), nil, "UTF-8", Int32(options))
            if let document { xmlFreeDoc(document) }
        }
        return 1
    }
}

let folder = CommandLine.arguments.dropFirst().first ?? "Corpus"
let all = (FileManager.default.subpaths(atPath: folder) ?? []).sorted().map { folder + "/" + $0 }
let pdfs = all.filter { $0.lowercased().hasSuffix(".pdf") }
let web = all.filter { $0.lowercased().hasSuffix(".html") || $0.lowercased().hasSuffix(".htm") }

if !pdfs.isEmpty {
    let ours = extraction("PDF: Letterbook", pdfs)
    let floor = child("PDF: pdftotext", ["pdftotext"], files: pdfs, each: true)
    print(ours.line(beside: floor))
    if var floor {
        floor.pages = ours.pages
        print(floor.line(beside: nil))
    }
    let script =
        "import sys, fitz\nfor f in sys.argv[1:]:\n  try:\n    [p.get_text() for p in fitz.open(f)]\n  except Exception: pass"
    if var peer = child("PDF: PyMuPDF", ["python3", "-c", script], files: pdfs, each: false) {
        peer.pages = ours.pages
        print(peer.line(beside: floor))
    }
}
if !web.isEmpty {
    let ours = extraction("HTML: Letterbook", web)
    let floor = parseFloor(web)
    print(ours.line(beside: floor))
    print(floor.line(beside: nil))
    let script =
        "import sys, trafilatura\nfor f in sys.argv[1:]: trafilatura.bare_extraction(open(f, 'rb').read(), with_metadata=True)"
    if var peer = child("HTML: trafilatura", ["python3", "-c", script], files: web, each: false) {
        peer.pages = ours.pages
        print(peer.line(beside: floor))
    }
}
var usage = rusage()
getrusage(Whose.own, &usage)
print("peak memory \(usage.ru_maxrss / 1_024) MiB")

import Foundation

/// What a piece of work took by the clock, of the processor and of memory.
struct Measurement {
    var seconds = 0.0
    var processor = 0.0
    /// MiB; of the whole process while the work was done.
    var memory = 0.0

    static func of<Value>(_ work: () throws -> Value) rethrows -> (Value, Measurement) {
        forgetPeak()
        let clock = ContinuousClock()
        let start = clock.now
        let before = processorSeconds()
        let value = try work()
        let measured = Measurement(
            seconds: (clock.now - start) / .seconds(1), processor: processorSeconds() - before,
            memory: peak())
        return (value, measured)
    }

    var line: String {
        String(format: "%8.2f s  %8.2f CPU-s  peak %5.0f MiB", seconds, processor, memory)
    }

    static func processorSeconds() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let micro = Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + micro / 1e6
    }

    /// The kernel starts to watch for the peak anew.
    private static func forgetPeak() {
        FileManager.default.createFile(atPath: "/proc/self/clear_refs", contents: nil)
        guard let handle = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
        handle.write(Data("5".utf8))
        handle.closeFile()
    }

    private static func peak() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
        return (kibibytes ?? 0) / 1_024
    }
}

/// Times of many queries of one class, in milliseconds.
struct Latencies {
    var wall: [Double] = []
    var processor: [Double] = []

    mutating func add(_ work: () throws -> Void) rethrows {
        let clock = ContinuousClock()
        let start = clock.now
        let before = Self.threadMilliseconds()
        try work()
        processor.append(Self.threadMilliseconds() - before)
        wall.append((clock.now - start) / .milliseconds(1))
    }

    func line(_ name: String) -> String {
        let title = name.padding(toLength: 38, withPad: " ", startingAt: 0)
        let numbers = [(processor, 0.5), (processor, 0.95), (wall, 0.5), (wall, 0.95)]
            .map { String(format: "%9.2f", Self.quantile($0.0, $0.1)) }
        return title + numbers.joined()
    }

    private static func quantile(_ values: [Double], _ part: Double) -> Double {
        let sorted = values.sorted()
        guard let last = sorted.indices.last else { return 0 }
        return sorted[Int((Double(last) * part).rounded())]
    }

    private static func threadMilliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1e6
    }
}

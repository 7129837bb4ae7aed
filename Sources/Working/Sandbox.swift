import CProcess
import Glibc

/// What is left to a process that reads what strangers wrote: memory, time, the pipes that it has, and the files named
/// here, to read. No network, no other process, nothing written.
///
/// Entered once, before the first byte is read; nothing takes it back. Where the kernel lacks a layer, the others hold;
/// where it has one that cannot be put on, the process must not go on.
public struct Sandbox: Sendable, Hashable {
    /// A part of the sandbox that the kernel has to offer.
    public enum Layer: String, Sendable, Hashable, Codable, CaseIterable {
        /// Landlock: which files can be opened.
        case files = "landlock"
        /// Seccomp: which system calls can be made.
        case calls = "seccomp"
    }

    /// Files and folders, with all below them, that may be read.
    public var readable: [String]
    /// Programs that may be started; the process that enters is itself no longer asked.
    public var runnable: [String]
    public var limits: WorkerLimits

    /// Files open at the same time: fonts and tables, a few of each.
    private static let openFiles: UInt64 = 128

    public init(readable: [String], runnable: [String] = [], limits: WorkerLimits) {
        self.readable = readable
        self.runnable = runnable
        self.limits = limits
    }

    /// The layers that this machine's kernel lacks; usually none.
    public static var missingLayers: [Layer] {
        Layer.allCases.filter { layer in
            switch layer {
            case .files: landlockVersion == 0
            case .calls: letterbook_filters_calls() == 0
            }
        }
    }

    /// Version of the kernel's landlock; 0 where it has none or it is switched off.
    public static var landlockVersion: Int { Int(letterbook_landlock_version()) }

    /// Shuts this process in.
    ///
    /// - Throws: `SandboxFailure` where a layer that the kernel has cannot be put on.
    public func enter() throws(SandboxFailure) {
        try Self.check(nil, letterbook_forbid_core_dumps())
        try Self.check(nil, letterbook_limit_files(Self.openFiles))
        try Self.check(nil, letterbook_limit_address_space(limits.addressSpace))
        try Self.check(nil, letterbook_no_new_privileges())
        let missing = Self.missingLayers
        if !missing.contains(.files) {
            // Files first: the filter of calls forbids what sets the rules for files.
            try Self.withList(readable) { (readable) throws(SandboxFailure) in
                try Self.withList(runnable) { (runnable) throws(SandboxFailure) in
                    try Self.check(.files, letterbook_restrict_files(readable, runnable))
                }
            }
        }
        if !missing.contains(.calls) { try SystemCalls.restrict(startsProgram: !runnable.isEmpty) }
    }

    private static func check(_ layer: Layer?, _ failure: Int32) throws(SandboxFailure) {
        guard failure == 0 else { throw SandboxFailure(layer, failure) }
    }

    /// Strings as C has lists of them.
    private static func withList(
        _ strings: [String], _ body: ([UnsafePointer<CChar>?]) throws(SandboxFailure) -> Void
    ) throws(SandboxFailure) {
        let list = strings.map { strdup($0) }
        defer { list.forEach { free($0) } }
        try body(list.map { $0.map { UnsafePointer($0) } } + [nil])
    }
}

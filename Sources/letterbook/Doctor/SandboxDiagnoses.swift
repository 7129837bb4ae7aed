import Foundation
import Glibc
import Working

/// Whether what reads strangers' bytes is shut in: what the kernel offers, and what can be done in a worker.
struct SandboxDiagnoses {
    /// Absolute path of this program.
    let program: String
    let limits: WorkerLimits

    func all() async -> [Diagnosis] { [landlock, seccomp, addressSpace, await worker()] }

    private var landlock: Diagnosis {
        let version = Sandbox.landlockVersion
        guard version == 0 else { return .ok("landlock", "version \(version)") }
        return .warn(
            "landlock", "this kernel has none: a reader that is taken over could read this user's files",
            "use Linux 5.13 or newer with landlock among the kernel's 'lsm='; in a container, allow its system calls"
        )
    }

    private var seccomp: Diagnosis {
        guard Sandbox.missingLayers.contains(.calls) else { return .ok("seccomp", "filters system calls") }
        return .warn(
            "seccomp",
            "this kernel filters no system calls: a reader that is taken over could use the network",
            "use a kernel with CONFIG_SECCOMP_FILTER")
    }

    private var addressSpace: Diagnosis {
        var current = rlimit()
        let wanted = limits.addressSpace
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &current) == 0, current.rlim_max < wanted
        else {
            return .ok("limits", "\(wanted >> 20) MiB and \(limits.processorTime) s a document")
        }
        return .warn(
            "limits", "this session may have \(current.rlim_max >> 20) MiB, a worker wants \(wanted >> 20)",
            "raise 'ulimit -v', or lower memory-limit in letterbook.yaml")
    }

    /// Tries in a worker what no worker may do.
    private func worker() async -> Diagnosis {
        let remedy = "tell the maintainers, with the output of 'letterbook doctor --json' and 'uname -a'"
        let missing = Sandbox.missingLayers
        var attempts = missing.contains(.calls) ? [] : ["socket", "process", "program", "write"]
        attempts += missing.contains(.files) ? [] : ["read"]
        guard !attempts.isEmpty else { return .warn("worker", "is held by limits alone", "see above") }
        let options = [
            "worker", "--memory", "\(limits.addressSpace)", "--seconds", "\(limits.processorTime)",
        ]
        let command = Working.WorkerCommand(
            program: program, arguments: options + attempts.flatMap { ["--attempt", $0] })
        do {
            let answer = String(
                decoding: try await Filter(command, limits: limits).run(on: []), as: UTF8.self)
            let lines = answer.split(separator: "\n")
            let open = lines.filter { $0.hasSuffix(": can be done") }
            guard open.isEmpty, lines.count == attempts.count else {
                return .fail("worker", "is not shut in: \(open.joined(separator: ", "))", remedy)
            }
            return .ok("worker", "starts; in it fail: " + attempts.joined(separator: ", "))
        } catch {
            return .fail("worker", "\(error)", remedy)
        }
    }
}

import Archiving
import ArgumentParser
import Correspondence
import Definitions
import Foundation
import Nightly
import Working

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at this machine and workspace, and say what to do about what is wrong.",
        discussion: """
            Libraries and their versions, tesseract and its languages, the sandbox that readers of strangers' files \
            run in, fonts, clock, definitions, folders, disk, lock and index. Changes nothing. Ends with 1 where \
            something fails; a warning is no failure.

            EXAMPLE
              letterbook doctor
              letterbook doctor --json | jq 'select(.verdict != "ok")'
            """)

    @Flag(help: "Print JSON Lines: one for each thing looked at.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    func run() async throws {
        do {
            let diagnoses = try await examine()
            for diagnosis in diagnoses { try show(diagnosis) }
            if !json { print(summary(of: diagnoses)) }
            if diagnoses.contains(where: { $0.verdict == .fail }) { throw Exit.found }
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func examine() async throws -> [Diagnosis] {
        let program = try programPath()
        var workspace: Workspace?
        var about: [Diagnosis]
        do {
            let found = try place.workspace()
            workspace = found
            about = WorkspaceDiagnoses(workspace: found).all()
        } catch {
            about = [.fail("workspace", "\(error)", "the rest of it was not looked at")]
        }
        let limits = WorkerLimits(workspace?.configuration ?? Configuration())
        let reports = workspace?.output.appendingPathComponent("reports", isDirectory: true)
        return await ProgramDiagnoses().all()
            + (await SandboxDiagnoses(program: program, limits: limits).all())
            + SystemDiagnoses(program: program, reports: reports).all() + about
    }

    private func show(_ diagnosis: Diagnosis) throws {
        if json {
            printJSON(try CanonicalJSON.line(diagnosis))
        } else {
            print(diagnosis.text(isColoured: Terminal.current().wantsColour))
        }
    }

    private func summary(of diagnoses: [Diagnosis]) -> String {
        let failures = diagnoses.filter { $0.verdict == .fail }.count
        let warnings = diagnoses.filter { $0.verdict == .warn }.count
        guard failures + warnings > 0 else { return "All is well." }
        return "\(counted(failures, "failure")), \(counted(warnings, "warning"))."
    }

    private func counted(_ number: Int, _ one: String) -> String {
        "\(number) \(one)\(number == 1 ? "" : "s")"
    }
}

import ArgumentParser
import Correspondence
import Dispatch
import Glibc
import Working

/// The command line. One file a command under `Commands/`; each parses its arguments, calls one function
/// and prints.
@main
struct Letterbook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letterbook",
        abstract: "A policy-correspondence archive: letters in, answers and a timeline out.",
        discussion: """
            Letterbook keeps testimony, comment letters and agency letters: it reads their PDF and HTML, finds who \
            wrote to whom, when and about what, with evidence for each value, and answers questions about them.

            EXAMPLE
              letterbook nightly
              letterbook query --agency cms --topic maternal-health --from 2020
              letterbook timeline --topic covid-19-equity --format html > equity.html
            """,
        version: programVersion,
        subcommands: [
            NightlyCommand.self, CollectCommand.self, SourcesCommand.self, AddCommand.self, QueryCommand.self,
            QueriesCommand.self,
            ShowCommand.self, TimelineCommand.self,
            ExportCommand.self,
            ExtractCommand.self, ReportCommand.self, QuarantineCommand.self, TopicsCommand.self,
            CampaignsCommand.self, DiffCommand.self,
            ReviewCommand.self, CorrectCommand.self, TagCommand.self, WithholdCommand.self,
            EvaluateCommand.self,
            AgenciesCommand.self, IndexCommand.self, VerifyCommand.self, DoctorCommand.self,
            SchemaCommand.self, InitCommand.self,
            WorkerCommand.self, SandboxCommand.self,
        ])

    /// A process that is to be shut in must not have started threads: what bars files binds one thread. All other
    /// commands run asynchronously.
    static func main() {
        returnFreedMemory()
        let arguments = Array(CommandLine.arguments.dropFirst())
        for sandboxed in [WorkerCommand.self, SandboxCommand.self] as [any ParsableCommand.Type]
        where arguments.first == sandboxed.configuration.commandName {
            sandboxed.main(Array(arguments.dropFirst()))
            Glibc.exit(EXIT_SUCCESS)
        }
        Task {
            await main(arguments)
            Glibc.exit(EXIT_SUCCESS)
        }
        dispatchMain()
    }
}

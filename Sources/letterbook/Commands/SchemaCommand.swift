import Archiving
import ArgumentParser
import Correspondence
import Foundation

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a record.",
        discussion: """
            JSON Schema 2020-12, as every archive holds it in schema/letter.schema.json: what programs that read \
            records can rely on. Its version rises with the first change that an earlier schema would refuse; older \
            archives are brought up to date by the next night.

            EXAMPLE
              letterbook schema > letter.schema.json
              letterbook schema --versions
            """)

    @Flag(help: "Say instead what each version of the record brought.")
    var versions = false

    func run() throws {
        guard versions else {
            FileHandle.standardOutput.write(Data(LetterSchema.document))
            return
        }
        print("1  the first")
        for step in RecordMigrations.all.steps { print("\(step.version)  \(step.summary)") }
    }
}

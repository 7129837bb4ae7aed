import ArgumentParser

@main
struct Letterbook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letterbook", abstract: "A policy-correspondence archive.")
}

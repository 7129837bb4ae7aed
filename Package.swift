// swift-tools-version: 6.1
import PackageDescription

// Every arrow points down: a module imports only what stands below it in this list.
// Modules are activities; the things they act on live in Correspondence.

// LETTERBOOK_STRICT is set where a warning must stop the build: in Pipeline/check.
let strict: [SwiftSetting] =
    [.enableUpcomingFeature("ExistentialAny")]
    + (Context.environment["LETTERBOOK_STRICT"] == nil ? [] : [.unsafeFlags(["-warnings-as-errors"])])

/// The stages. None imports another; each gets the tools that it needs and nothing else.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: ["Correspondence"] + dependencies, swiftSettings: strict)
}

/// A module's tests. `Fixtures/` lies beside them and is read from there, not copied into the build.
///
/// - Parameter servers: whether web servers in Python lie in `Servers/`, which the tests start.
func tests(
    _ module: String, _ dependencies: [Target.Dependency], fixtures: Bool = true, servers: Bool = false
) -> Target {
    .testTarget(
        name: "\(module)Tests", dependencies: dependencies,
        exclude: (fixtures ? ["Fixtures"] : []) + (servers ? ["Servers"] : []), swiftSettings: strict)
}

let package = Package(
    name: "letterbook",
    products: [
        .executable(name: "letterbook", targets: ["letterbook"]),
        // For the benchmarks, which are a package of their own under Tests/Benchmarks.
        .library(
            name: "LetterbookStages",
            targets: [
                "Extracting", "Describing", "Tagging", "Archiving", "Indexing", "Reporting",
                "Correspondence",
            ]),
        // For the fuzz targets, likewise under Tests/Fuzzing: all that reads what strangers write.
        .library(
            name: "LetterbookInputs",
            targets: [
                "Extracting", "Describing", "Indexing", "Definitions", "Working", "Scanning",
                "Correspondence",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The command line.
        .executableTarget(
            name: "letterbook",
            dependencies: [
                "Nightly", "Planning", "Working", "Collecting", "Extracting", "Describing", "Tagging",
                "Relating", "Archiving", "Indexing", "Reporting", "Definitions", "Scanning",
                "Correspondence",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // The run: stages in order.
        .target(
            name: "Nightly",
            dependencies: [
                "Planning", "Working", "Collecting", "Extracting", "Describing", "Tagging", "Relating",
                "Archiving", "Indexing", "Reporting", "Definitions", "Correspondence",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        stage("Planning"),
        stage("Working", ["CProcess", "CSeccomp"]),

        // The stages: siblings.
        stage("Collecting", ["Markup", "Scanning", "CCurl", "CZLib", "CProcess"]),
        stage("Extracting", ["Markup", "Scanning", "CPopplerGLib", "CZip"]),
        stage("Describing", ["Scanning"]),
        stage("Tagging", ["Scanning"]),
        stage("Relating", ["Scanning"]),
        stage("Archiving"),
        stage("Indexing", ["Scanning", .product(name: "GRDB", package: "GRDB.swift")]),
        stage("Reporting", ["Scanning"]),

        // What the stages stand on.
        stage("Definitions", [.product(name: "Yams", package: "Yams")]),
        stage("Scanning", ["CPCRE2"]),
        stage("Markup", ["CLibXML2"]),
        .target(name: "Correspondence", swiftSettings: strict),

        // C libraries, each imported by one module.
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CPopplerGLib", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
        .systemLibrary(
            name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(
            name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(
            name: "CZLib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
        .target(name: "CProcess"),
        // Of the tests that start programs, and of those that invent their input.
        .target(name: "ChildEnd", path: "Tests/ChildEnd", swiftSettings: strict),
        .target(name: "Dice", path: "Tests/Dice", swiftSettings: strict),

        tests("Correspondence", ["Correspondence"]),
        tests("Scanning", ["Scanning", "Correspondence", "Dice"]),
        tests("Definitions", ["Definitions", "Correspondence", "Dice"]),
        tests("Collecting", ["Collecting", "Definitions", "Correspondence", "CProcess"], servers: true),
        tests("Markup", ["Markup"]),
        tests("Extracting", ["Extracting", "Markup", "Correspondence"]),
        tests("Describing", ["Describing", "Definitions", "Scanning", "Correspondence"]),
        tests("Tagging", ["Tagging", "Definitions", "Correspondence"]),
        tests("Relating", ["Relating", "Correspondence"]),
        tests("Archiving", ["Archiving", "Correspondence"]),
        tests(
            "Indexing",
            ["Indexing", "Correspondence", "Dice", .product(name: "GRDB", package: "GRDB.swift")]),
        tests("Reporting", ["Reporting", "Correspondence"]),
        tests(
            "Quality",
            [
                "Extracting", "Describing", "Tagging", "Reporting", "Definitions", "Scanning",
                "Correspondence", "ChildEnd",
            ]),
        tests("Planning", ["Planning", "Correspondence"], fixtures: false),
        tests("Working", ["Working", "Dice"], fixtures: false),
        tests(
            "Nightly",
            [
                "Nightly", "Working", "Collecting", "Extracting", "Archiving", "Definitions",
                "Correspondence", "letterbook", "ChildEnd", "CProcess",
            ],
            fixtures: false),
        tests("Command", ["letterbook", "ChildEnd"], fixtures: false),
    ],
    swiftLanguageModes: [.v6]
)

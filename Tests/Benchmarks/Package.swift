// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who builds Letterbook waits for it.
let package = Package(
    name: "letterbook-benchmarks",
    dependencies: [.package(name: "letterbook", path: "../..")],
    targets: [
        .executableTarget(
            name: "ExtractionBenchmark",
            dependencies: [.product(name: "LetterbookStages", package: "letterbook"), "CLibXML2Floor"]),
        // Letters that nobody wrote, a thousand or a million.
        .target(
            name: "SyntheticLetters",
            dependencies: [.product(name: "LetterbookStages", package: "letterbook")]),
        .executableTarget(
            name: "IndexBenchmark",
            dependencies: [
                "SyntheticLetters", .product(name: "LetterbookStages", package: "letterbook"),
            ]),
        .executableTarget(
            name: "RankingBenchmark",
            dependencies: [.product(name: "LetterbookStages", package: "letterbook")]),
        .executableTarget(
            name: "TimelineBenchmark",
            dependencies: [
                "SyntheticLetters", .product(name: "LetterbookStages", package: "letterbook"),
            ]),
        .executableTarget(
            name: "PhraseBenchmark",
            dependencies: [.product(name: "LetterbookStages", package: "letterbook")]),
        .systemLibrary(
            name: "CLibXML2Floor", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    ],
    swiftLanguageModes: [.v6]
)

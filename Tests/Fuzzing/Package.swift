// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who builds Letterbook waits for it. Built and run by ./fuzz.
let package = Package(
    name: "letterbook-fuzzing",
    dependencies: [.package(name: "letterbook", path: "../..")],
    targets: [
        .executableTarget(
            name: "Fuzz",
            dependencies: [.product(name: "LetterbookInputs", package: "letterbook"), "CLibFuzzer"]),
        .target(name: "CLibFuzzer"),
    ],
    swiftLanguageModes: [.v6]
)

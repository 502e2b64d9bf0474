// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let protobuf = Target.Dependency.product(name: "SwiftProtobuf", package: "swift-protobuf")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, excluding: [String] = []
) -> Target {
    .target(name: name, dependencies: dependencies, path: path, exclude: excluding, swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: swiftSettings)
}

let package = Package(
    name: "linkage",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "linkage", targets: ["linkage"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.0"),
    ],
    targets: [
        // Pure: no input, no output, no clock.
        library("Localization"),
        library("Matching", ["Localization"]),

        // The contract with the outside.
        library("Contracts", ["Localization", protobuf, crypto], excluding: ["Generated/digest"]),

        // The log seam and its backends.
        library("EventLog"),
        library("EmbeddedLog", ["EventLog", grdb, sqlite]),
        .systemLibrary(name: "CRdkafka", pkgConfig: "rdkafka", providers: [.apt(["librdkafka-dev"])]),
        library("KafkaLog", ["EventLog", "CRdkafka", log]),

        // The record made readable, and the services that do it.
        library("History", ["Contracts", "Localization", grdb, sqlite, protobuf]),
        library(
            "Pipeline",
            ["EventLog", "Contracts", "Matching", "Localization", "History", protobuf, lifecycle, log]),

        // What people and programs see.
        library(
            "Portal",
            [
                "Pipeline", "History", "Contracts", "EventLog", "Matching", "Localization", hummingbird, mustache,
                lifecycle, log, protobuf, jwt, crypto, grdb, sqlite,
            ]),
        .executableTarget(
            name: "linkage",
            dependencies: [
                "Portal", "Pipeline", "EmbeddedLog", "KafkaLog", "EventLog", "History", "Contracts", "Matching",
                "Localization", "LinkageTesting", .target(name: "CMalloc", condition: .when(platforms: [.linux])),
                arguments, lifecycle, signals, log, protobuf,
            ],
            swiftSettings: swiftSettings),
        .systemLibrary(name: "CMalloc"),

        // For tests and measurements.
        library(
            "LinkageTesting",
            ["Pipeline", "History", "EventLog", "Contracts", "Matching", "Localization", protobuf, lifecycle, log],
            excluding: ["EventLogConformance"]),
        // Apart, for it imports Swift Testing, of which there is no static library: `linkage` must not link it.
        library("LogConformance", ["EventLog"], path: "Sources/LinkageTesting/EventLogConformance"),
        .target(name: "BareLoop", dependencies: ["CRdkafka"]),
        .executableTarget(
            name: "LinkageBenchmarks",
            dependencies: [
                "BareLoop", "Portal", "Pipeline", "History", "EmbeddedLog", "KafkaLog", "EventLog", "Contracts",
                "Matching", "Localization",
                "LinkageTesting", arguments, lifecycle, log, protobuf, sqlite,
            ],
            exclude: ["plot-curve.py", "curve.json", "curve.png"], swiftSettings: swiftSettings),
        .executableTarget(
            name: "LogProbe", dependencies: ["EventLog", "EmbeddedLog"], path: "Tests/LogProbe",
            swiftSettings: swiftSettings),

        tests("Architecture", []),
        tests("Localization", ["Localization", "LinkageTesting"]),
        tests("Matching", ["Matching", "Localization", "LinkageTesting"]),
        tests("History", ["History", "Contracts", "Localization", "LinkageTesting", protobuf, grdb]),
        tests("Contracts", ["Contracts", "Localization", "LinkageTesting", protobuf, crypto, yams]),
        tests(
            "Pipeline",
            [
                "Pipeline", "History", "EmbeddedLog", "EventLog", "Contracts", "Matching", "Localization",
                "LinkageTesting", protobuf, lifecycle, log,
            ]),
        tests(
            "Portal",
            [
                "Portal", "Pipeline", "History", "Contracts", "EventLog", "Localization", "LinkageTesting", hummingbird,
                hummingbirdTesting, protobuf, log, jwt, crypto, yams,
            ]),
        tests("KafkaLog", ["EventLog", "KafkaLog", "CRdkafka", "LinkageTesting", "LogConformance", log]),
        tests("EmbeddedLog", ["EventLog", "EmbeddedLog", "LogConformance", "LogProbe", grdb]),
        tests("Simulation", ["EventLog", "LinkageTesting", "LogConformance"]),
    ]
)

// swift-tools-version: 6.1
import PackageDescription

// The rooms of the house, ground floor first. What a room may import is what it names here, and `make lint`
// holds every import line against this table. A room in `pure` imports no Foundation.

let warningsAreErrors: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: warningsAreErrors)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies, resources: resources, swiftSettings: warningsAreErrors)
}

let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let collections = Target.Dependency.product(name: "HashTreeCollections", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "throughline",
    products: [.executable(name: "throughline", targets: ["throughline"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Pure: functions of values. No clock, no input or output, no Foundation.
        room("Days"),
        room("Casework", ["Days", collections]),
        room("Standards", ["Days", "Casework"]),
        room("Oversight", ["Days", "Casework", "Standards"]),
        room("Measures", ["Days", "Casework", "Standards"]),
        room("HTML"),
        room("Forms", ["Days", "Casework"]),
        room("Copies", ["Days", "Casework", "Forms"]),

        // Not pure: files, databases, the network.
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        room("Spreadsheets", ["Days", "CXlsxWriter"]),
        room("Search", ["Casework"]),
        room("Returns", ["Days", "Casework", "CXML2", "CZip", crypto]),
        room("JournalStore", ["Days", "Casework", "LocalDatabase", grdb, sqlite, crypto]),
        room(
            "Service",
            [
                "Days", "Casework", "Forms", "FormFiles", "Copies", "Standards", "Oversight", "Measures", "Returns",
                "JournalStore", "Workspace", "CouncilFiles", crypto, lifecycle, logging, yams,
            ]),
        room("Synthetic", ["Days"]),
        room("CouncilFiles", [yams]),
        room("CouncilSettings", ["Days", "Standards", "CouncilFiles", yams]),
        // The files of Forms/ are built into the program, so that it records wherever it is put.
        room(
            "FormFiles", ["Casework", "Forms", "CouncilFiles", crypto, yams],
            resources: [.embedInCode("Forms")]),
        tests("CouncilSettings", ["CouncilSettings"]),
        tests("Copies", ["Days", "Casework", "Forms", "FormFiles", "Copies", "TestSupport"]),
        tests("Forms", ["Days", "Casework", "Forms", "FormFiles"]),
        room("Monitoring", [hummingbird, logging, metrics]),
        tests("Monitoring", ["Monitoring", hummingbirdTesting, logging, metrics]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        room(
            "Mail",
            [
                "Days", "Casework", "Standards", "Oversight", "Service", "Access", "CouncilSettings", "LocalDatabase",
                "CCurl", grdb,
            ]),
        tests("Mail", ["Days", "Oversight", "CouncilSettings", "Mail"]),
        room("Emergency", ["Days", "Casework", "Standards", "Service", "HTML", "CSodium"]),
        tests("Emergency", ["Days", "Casework", "Standards", "Service", "Emergency", "TestSupport"]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        room("LocalDatabase", [grdb, sqlite]),
        room("Access", ["Days", "Casework", "LocalDatabase", "CSodium", grdb, crypto]),
        room("Workspace", ["Days", "LocalDatabase", grdb, crypto]),
        room(
            "Website",
            [
                "Days", "Casework", "Forms", "FormFiles", "Copies", "Standards", "Oversight", "Measures", "Search",
                "Spreadsheets", "JournalStore", "Service", "Access", "Workspace", "HTML", "Monitoring", hummingbird,
                hummingbirdTLS, logging, crypto,
            ]),
        .executableTarget(
            name: "throughline",
            dependencies: [
                "Days", "Casework", "Standards", "Oversight", "Measures", "Returns", "JournalStore", "Service",
                "Search", "Synthetic", "CouncilSettings", "Forms", "FormFiles", "Copies", "Monitoring", "Access",
                "Workspace",
                "Mail", "Emergency", "Website", argumentParser, hummingbird, hummingbirdTLS, logging, metrics,
            ],
            swiftSettings: warningsAreErrors),

        .executableTarget(
            name: "crash-test",
            dependencies: [
                "Days", "Casework", "Returns", "JournalStore", "Service", "Synthetic", "Workspace", "TestSupport",
            ],
            swiftSettings: warningsAreErrors),

        .executableTarget(
            name: "fuzz", dependencies: ["Days", "Returns", "TestSupport", argumentParser],
            swiftSettings: warningsAreErrors),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "Days", "Casework", "Standards", "Oversight", "Measures", "Returns", "JournalStore", "Service",
                "Synthetic", "Access", "Workspace", "Website", "FormFiles", "Forms",
                argumentParser, asyncHTTPClient, grdb, sqlite, hummingbird, logging,
            ],
            swiftSettings: warningsAreErrors),

        // What tests and the programs that test share. The product does not link it.
        room("TestSupport", ["Days", "Casework", "Standards", "CZip"]),
        tests("Days", ["Days"]),
        tests("HTML", ["HTML"]),
        tests("Synthetic", ["Days", "Synthetic"]),
        tests("Casework", ["Days", "Casework", "TestSupport"]),
        tests("Returns", ["Days", "Casework", "Returns", "TestSupport"]),
        tests("Standards", ["Days", "Casework", "Standards", "TestSupport"]),
        tests(
            "Service",
            [
                "Days", "Casework", "Standards", "Returns", "JournalStore", "Service", "Oversight", "Measures",
                "TestSupport", "Workspace", grdb,
            ]),
        tests("Oversight", ["Days", "Casework", "Standards", "Oversight", "TestSupport"]),
        tests("Measures", ["Days", "Casework", "Standards", "Measures", "TestSupport"]),
        tests("Access", ["Days", "Casework", "Access", grdb]),
        tests("Workspace", ["Days", "LocalDatabase", "Workspace", grdb]),
        // The laws that everything keeps, over thousands of made-up lives.
        tests(
            "Law",
            [
                "Days", "Casework", "Standards", "Oversight", "Measures", "JournalStore", "Service", "Synthetic",
                "TestSupport",
            ]),
        tests("Search", ["Casework", "Search", "Synthetic", "TestSupport", "Days"]),
        tests(
            "Website",
            [
                "Days", "Casework", "Forms", "FormFiles", "Copies", "Standards", "Measures", "Access", "Search",
                "Spreadsheets", "Service", "HTML", "Website", "TestSupport", "JournalStore", "Workspace", grdb,
                hummingbird,
                hummingbirdTesting,
            ]),
        tests("Spreadsheets", ["Days", "Spreadsheets", "TestSupport", "CZip"]),
        tests("JournalStore", ["Days", "Casework", "JournalStore", "TestSupport", grdb, sqlite]),
    ]
)

import ArgumentParser

/// Measures the product against reference runs made beside it, so that a ratio holds whatever the machine is doing.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks", abstract: "Speed and memory, as ratios against reference runs.")

    /// What can be measured by itself, in the order it is measured in.
    enum Group: String, ExpressibleByArgument, CaseIterable {
        case memory, appends, imports, folds, sizes, pages, searches, crowd, records, drafts, signing
    }

    @Option(help: "Children looked after in the large authority; a return holds nearly twice as many children.")
    var children = 60_000
    @Option(help: "Children looked after in the return whose import is timed.") var imported = 10_000
    @Option(help: "Only these groups.") var only: [Group] = []

    func run() async throws {
        let place = Workplace()
        defer { place.remove() }
        for group in Group.allCases where only.isEmpty || only.contains(group) {
            switch group {
            case .memory: try await Imports.measureMemory(place, lookedAfter: children)
            case .appends: try await Appends.measure(place)
            case .imports: try await Imports.measure(place, children: imported)
            case .folds: try await Folds.measure(place, children: children)
            case .sizes: try await Sizes.measure(place, lookedAfter: max(1, children / 100))
            case .pages: try await Pages.measure(place, children: 600)
            case .searches: try await Searches.measure(place, children: imported)
            case .crowd: try await Crowd.measure(place, children: imported)
            case .records: try await FullRecords.measure(place, children: imported)
            case .drafts: try await Drafting.measure(place)
            case .signing: try await Signing.measure(place)
            }
        }
    }
}
